//! From strips to pages.

use super::strips::{Hold, Strip};

/// A strip in its place on a page.
#[derive(Debug)]
pub struct Placed<'a> {
    /// Which.
    pub strip: &'a Strip,
    /// Its top, in points under the head of the text.
    pub top: f32,
}

/// A page.
pub type Page<'a> = Vec<Placed<'a>>;

/// Lays strips on pages of that height, in points.
pub fn paginate(strips: &[Strip], height: f32) -> Vec<Page<'_>> {
    let mut pages = Pages { done: Vec::new(), page: Vec::new(), bottom: 0.0, height };
    pages.lay(strips, Hold::Together);
    pages.done.push(pages.page);
    pages.done
}

struct Pages<'a> {
    done: Vec<Page<'a>>,
    page: Page<'a>,
    bottom: f32,
    height: f32,
}

impl<'a> Pages<'a> {
    /// Lays chains of strips that hold that much or more.
    fn lay(&mut self, strips: &'a [Strip], hold: Hold) {
        for chain in strips.split_inclusive(|strip| strip.hold < hold) {
            for sheet in split_before(chain, |strip| strip.new_sheet) {
                self.lay_chain(sheet, hold);
            }
        }
    }

    fn lay_chain(&mut self, chain: &'a [Strip], hold: Hold) {
        let Some(first) = chain.first() else { return };
        if first.new_sheet {
            self.turn();
        }
        let height = inner_height(chain);
        if self.bottom + over(first, self.page.is_empty()) + height > self.height {
            if over(first, true) + height <= self.height {
                self.turn();
            } else if hold < Hold::Fast {
                // No page takes it whole: it breaks where it holds least.
                return self.lay(chain, Hold::Fast);
            }
        }
        for strip in chain {
            if self.bottom + over(strip, self.page.is_empty()) + strip.height > self.height {
                self.turn();
            }
            self.put(strip);
        }
    }

    fn put(&mut self, strip: &'a Strip) {
        if self.page.is_empty() {
            if let Some(head) = &strip.head {
                self.page.push(Placed { strip: head, top: 0.0 });
                self.bottom = head.height;
            }
        } else {
            self.bottom += strip.gap;
        }
        self.page.push(Placed { strip, top: self.bottom });
        self.bottom += strip.height;
    }

    fn turn(&mut self) {
        if !self.page.is_empty() {
            self.done.push(std::mem::take(&mut self.page));
            self.bottom = 0.0;
        }
    }
}

/// What stands between the bottom of the page so far and a strip: its gap, or at the head of a page the head of its table.
fn over(strip: &Strip, is_page_empty: bool) -> f32 {
    if is_page_empty { strip.head.as_ref().map_or(0.0, |head| head.height) } else { strip.gap }
}

/// The height of a chain without the gap over it.
fn inner_height(chain: &[Strip]) -> f32 {
    let gap = chain.first().map_or(0.0, |first| first.gap);
    chain.iter().map(|strip| strip.gap + strip.height).sum::<f32>() - gap
}

fn split_before(chain: &[Strip], is_first: impl Fn(&Strip) -> bool) -> Vec<&[Strip]> {
    let mut pieces = Vec::new();
    let mut rest = chain;
    while let Some(place) = rest.iter().skip(1).position(&is_first) {
        let (piece, after) = rest.split_at(place + 1);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::rc::Rc;

    fn strip(height: f32, gap: f32, hold: Hold) -> Strip {
        Strip { gap, height, hold, ..Strip::default() }
    }

    /// How many strips stand on each page.
    fn counts(strips: &[Strip], height: f32) -> Vec<usize> {
        paginate(strips, height).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_page_is_filled_before_the_next_begins_and_has_no_gap_at_its_head() {
        let strips: Vec<Strip> = (0..7).map(|_| strip(10.0, 5.0, Hold::Free)).collect();
        assert_eq!(counts(&strips, 40.0), [3, 3, 1]);
        assert!(paginate(&strips, 40.0).iter().all(|page| page.first().is_some_and(|first| first.top == 0.0)));
    }

    #[test]
    fn a_decision_and_its_signature_stand_on_one_page_and_a_heading_with_its_text() {
        let mut strips: Vec<Strip> = (0..3).map(|_| strip(10.0, 0.0, Hold::Free)).collect();
        strips.extend([strip(10.0, 0.0, Hold::Together), strip(10.0, 0.0, Hold::Free)]);
        assert_eq!(counts(&strips, 40.0), [3, 2]);
        let heading = [strip(30.0, 0.0, Hold::Free), strip(10.0, 0.0, Hold::Fast), strip(10.0, 0.0, Hold::Free)];
        assert_eq!(counts(&heading, 40.0), [1, 2]);
    }

    #[test]
    fn what_is_kept_together_and_higher_than_a_page_breaks_where_it_holds_least() {
        let strips: Vec<Strip> =
            (0..6).map(|number| strip(10.0, 0.0, if number % 2 == 0 { Hold::Fast } else { Hold::Together })).collect();
        assert_eq!(counts(&strips, 50.0), [4, 2]);
    }

    #[test]
    fn the_head_of_a_table_is_drawn_again_on_each_page() {
        let head = Rc::new(strip(10.0, 0.0, Hold::Free));
        let row = || Strip { head: Some(Rc::clone(&head)), ..strip(10.0, 0.0, Hold::Free) };
        let mut strips = vec![strip(10.0, 0.0, Hold::Fast)];
        strips.extend((0..5).map(|_| row()));
        assert_eq!(counts(&strips, 30.0), [3, 3, 2]);
    }

    #[test]
    fn a_new_sheet_begins_a_page_and_leaves_none_empty() {
        let new = || Strip { new_sheet: true, ..strip(10.0, 0.0, Hold::Free) };
        assert_eq!(counts(&[new(), strip(10.0, 0.0, Hold::Together), new(), new()], 40.0), [2, 1, 1]);
    }

    proptest! {
        #[test]
        fn every_strip_is_laid_once_in_order_and_none_under_the_foot(
            strips in prop::collection::vec((1.0f32..60.0, 0.0f32..9.0, 0u8..3, any::<bool>()), 0..60)
        ) {
            let hold = |number| match number { 0 => Hold::Free, 1 => Hold::Together, _ => Hold::Fast };
            let strips: Vec<Strip> = strips
                .into_iter()
                .map(|(height, gap, number, new)| Strip { new_sheet: new && height < 4.0, ..strip(height, gap, hold(number)) })
                .collect();
            let pages = paginate(&strips, 50.0);
            let laid: Vec<*const Strip> = pages.iter().flatten().map(|placed| std::ptr::from_ref(placed.strip)).collect();
            let all: Vec<*const Strip> = strips.iter().map(std::ptr::from_ref).collect();
            prop_assert_eq!(laid, all);
            for page in &pages {
                prop_assert!(!page.is_empty() || strips.is_empty());
                for (number, placed) in page.iter().enumerate() {
                    prop_assert!(placed.top + placed.strip.height <= 50.001 || number == 0);
                }
            }
        }
    }
}

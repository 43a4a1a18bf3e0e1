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
        if self.bottom + over(first, self.page.is_empty()) + inner_height(chain) > self.height && !self.page.is_empty()
        {
            let on_a_fresh_page = over(first, true) + inner_height(chain);
            if on_a_fresh_page > self.height && hold < Hold::Fast {
                return self.lay(chain, Hold::Fast);
            }
            if on_a_fresh_page <= self.height || chain.len() == 1 {
                self.turn();
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

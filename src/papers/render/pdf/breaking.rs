//! Where the lines of a paragraph end: the division of the whole that looks best, after Knuth and Plass.

/// A place where a line may end. Widths are in ems, from the beginning of the paragraph, with plain spaces.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Where a line that ends here ends, its hyphen with it.
    pub end: f64,
    /// Where the next line begins.
    pub begin: f64,
    /// Spaces before the end.
    pub spaces_to_end: u32,
    /// Spaces before the beginning of the next line.
    pub spaces_to_begin: u32,
    /// What it costs to end a line here.
    pub cost: f64,
    /// Whether a hyphen is added.
    pub hyphen: bool,
}

/// How lines fill their width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// Both edges are straight, but for the last line.
    Justified,
    /// The left edge is straight.
    Left,
    /// The right edge is straight.
    Right,
    /// Lines of about the same width, in the middle.
    Centred,
}

/// How much a space may grow and shrink, as a part of itself.
const STRETCH: f64 = 0.6;
const SHRINK: f64 = 0.3;
/// What a line costs in any case: fewer lines are better.
const LINE: f64 = 10.0;
/// A line that does not fit: only if there is no other way.
const OVERFULL: f64 = 1e9;
/// The badness of a line that is far too loose.
const WORST: f64 = 20_000.0;
/// Two hyphens, one under the other.
const TWO_HYPHENS: f64 = 6_000.0;

/// The places that end the lines, in order; the last of `places` always is one. The first of `places` is the beginning.
/// `space` is the width of a plain space, `measure` that of a line.
pub fn optimal(places: &[Place], measure: f64, space: f64, alignment: Alignment) -> Vec<usize> {
    // For each place, the least cost of ending a line there, and where that line begins.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for (end, to) in places.iter().enumerate().skip(1) {
        let is_last = end + 1 == places.len();
        let mut least = (f64::INFINITY, end - 1);
        for (begin, from) in places.iter().enumerate().take(end).rev() {
            let Some((before, _)) = best.get(begin) else { continue };
            let width = to.end - from.begin;
            let spaces = f64::from(to.spaces_to_end.saturating_sub(from.spaces_to_begin));
            let narrowest = if alignment == Alignment::Justified { width - spaces * space * SHRINK } else { width };
            let fits = narrowest <= measure + 1e-4;
            if !fits && begin + 1 < end {
                break;
            }
            let mut cost = if fits {
                let badness = badness(measure - width, spaces * space, measure, alignment, is_last);
                (LINE + badness + to.cost).powi(2)
            } else {
                OVERFULL * (1.0 + narrowest - measure)
            };
            if from.hyphen && to.hyphen {
                cost += TWO_HYPHENS;
            }
            if before + cost < least.0 {
                least = (before + cost, begin);
            }
            if !fits {
                break;
            }
        }
        best.push(least);
    }
    let mut chosen = Vec::new();
    let mut end = places.len().saturating_sub(1);
    while end > 0 {
        chosen.push(end);
        end = best.get(end).map_or(0, |(_, begin)| *begin);
    }
    chosen.reverse();
    chosen
}

/// How ill a line of that slack looks.
fn badness(slack: f64, spaces: f64, measure: f64, alignment: Alignment, is_last: bool) -> f64 {
    match alignment {
        Alignment::Justified if is_last && slack >= 0.0 => 0.0,
        Alignment::Justified => {
            let room = spaces * if slack >= 0.0 { STRETCH } else { SHRINK };
            if room <= 0.0 { WORST } else { (100.0 * (slack / room).abs().powi(3)).min(WORST) }
        }
        Alignment::Left | Alignment::Right if is_last => 0.0,
        Alignment::Left | Alignment::Right => 100.0 * (4.0 * slack / measure).powi(2),
        Alignment::Centred => 1_000.0 * (slack / measure).powi(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of those widths, a space of one between them.
    fn places(words: &[f64]) -> Vec<Place> {
        let start = Place { end: 0.0, begin: 0.0, spaces_to_end: 0, spaces_to_begin: 0, cost: 0.0, hyphen: false };
        let mut places = vec![start];
        let (mut at, mut spaces) = (0.0, 0);
        for width in words {
            let place = Place {
                end: at + width,
                begin: at + width + 1.0,
                spaces_to_end: spaces,
                spaces_to_begin: spaces + 1,
                cost: 0.0,
                hyphen: false,
            };
            places.push(place);
            at = place.begin;
            spaces += 1;
        }
        places
    }

    #[test]
    fn an_earlier_line_gives_way_to_the_look_of_the_whole() {
        // Filled one by one, the lines would be « 5 5 », « 3 » and « 9 »: the second far too loose.
        let words = places(&[5.0, 5.0, 3.0, 9.0]);
        assert_eq!(optimal(&words, 11.0, 1.0, Alignment::Left), [1, 3, 4]);
    }

    #[test]
    fn lines_in_the_middle_are_of_about_the_same_width() {
        assert_eq!(optimal(&places(&[4.0, 4.0, 4.0, 4.0]), 14.5, 1.0, Alignment::Centred), [2, 4]);
        assert_eq!(optimal(&places(&[4.0, 4.0, 4.0, 4.0]), 14.5, 1.0, Alignment::Left), [3, 4]);
    }

    #[test]
    fn a_word_that_does_not_fit_stands_alone() {
        assert_eq!(optimal(&places(&[2.0, 30.0, 2.0]), 10.0, 1.0, Alignment::Justified), [1, 2, 3]);
    }

    #[test]
    fn nothing_has_no_lines() {
        assert!(optimal(&places(&[]), 10.0, 1.0, Alignment::Justified).is_empty());
        assert!(optimal(&[], 10.0, 1.0, Alignment::Justified).is_empty());
    }
}

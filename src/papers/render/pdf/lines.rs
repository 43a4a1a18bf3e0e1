//! Runs, style and width make lines: the one door between the text and the page.

use std::rc::Rc;

use crate::papers::document::Line;
use crate::papers::render::Cut;

pub use super::breaking::Alignment;
use super::breaking::{Place, optimal};
use super::shaping::{Shaped, Shaper};
use super::words::{Division, Word, words};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The cut of what does not stand out.
    pub cut: Cut,
    /// Size in points.
    pub size: f32,
    /// From one baseline to the next, in points.
    pub leading: f32,
    /// How its lines fill the width.
    pub alignment: Alignment,
    /// Which words may be hyphenated.
    pub hyphenation: Hyphenation,
}

/// Which words of running text may be hyphenated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hyphenation {
    /// None: headings, names.
    Never,
    /// Those that are wider than their line: cells.
    IfTooWide,
    /// Any.
    Free,
}

/// A line, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Row {
    /// How far right of the left edge it begins, in points.
    pub right: f32,
    /// What it shows, from left to right.
    pub inks: Vec<Ink>,
}

/// A piece of a line.
#[derive(Clone, Debug)]
pub enum Ink {
    /// A word, or a part of it.
    Word(Rc<Shaped>),
    /// A part of a word that is hyphenated: the first with the whole word.
    Divided(Rc<Shaped>, Option<Rc<str>>),
    /// A space of that width in ems.
    Space(Cut, f32),
}

/// What ending a line in the middle of a word costs.
const HYPHEN: f64 = 50.0;
const GOOD_EMERGENCY: f64 = 200.0;
const EMERGENCY: f64 = 5_000.0;
/// What beginning a line with a dash costs: it stays with the words before it.
const DASH_FIRST: f64 = 300.0;
/// What ending a line with a number or « art. » costs: it stays with what it leads to.
const NUMBER_LAST: f64 = 300.0;
/// A space that would be wider than this, in ems, leaves its line ragged.
const WIDEST_SPACE: f32 = 0.55;

/// Where a line may end: after that word, or in it before that byte.
#[derive(Clone, Copy, PartialEq)]
enum Cutting {
    Begin,
    After(usize),
    In { word: usize, byte: usize, hyphen: bool },
}

/// Sets a line of the document in a width in points.
pub fn set(line: &Line, setting: &Setting, width: f32, shaper: &Shaper<'_>) -> Vec<Row> {
    let measure = (width / setting.size).max(1.0);
    words(line, setting.cut, setting.hyphenation != Hyphenation::Never, shaper)
        .iter()
        .flat_map(|words| broken(words, setting, measure, shaper))
        .collect()
}

/// How wide a line of the document is when nothing breaks it, in points.
pub fn natural_width(line: &Line, setting: &Setting, shaper: &Shaper<'_>) -> f32 {
    let rows = words(line, setting.cut, false, shaper);
    let width = |words: &Vec<Word>| {
        let space = |word: &Word| word.space.map_or(0.0, |cut| shaper.shape(cut, " ").width);
        words.iter().map(|word| word.width() + space(word)).sum::<f32>()
    };
    rows.iter().map(width).fold(0.0, f32::max) * setting.size
}

fn broken(words: &[Word], setting: &Setting, measure: f32, shaper: &Shaper<'_>) -> Vec<Row> {
    if words.is_empty() {
        return vec![Row { right: 0.0, inks: Vec::new() }];
    }
    let (cuttings, places) = places(words, measure, setting.hyphenation, shaper);
    let space = shaper.shape(setting.cut, " ").width;
    let chosen = optimal(&places, f64::from(measure), f64::from(space), setting.alignment);
    let mut from = Cutting::Begin;
    let mut rows = Vec::new();
    for (number, place) in chosen.iter().enumerate() {
        let Some(to) = cuttings.get(*place) else { continue };
        let inks = inks(words, from, *to, shaper);
        rows.push(filled(inks, setting, measure, number + 1 == chosen.len(), shaper));
        from = *to;
    }
    rows
}

/// Every place where a line may end.
fn places(words: &[Word], measure: f32, hyphenation: Hyphenation, shaper: &Shaper<'_>) -> (Vec<Cutting>, Vec<Place>) {
    let start = Place { end: 0.0, begin: 0.0, spaces_to_end: 0, spaces_to_begin: 0, cost: 0.0, hyphen: false };
    let (mut cuttings, mut places) = (vec![Cutting::Begin], vec![start]);
    let (mut before, mut spaces) = (0.0_f64, 0);
    for (number, word) in words.iter().enumerate() {
        let width = f64::from(word.width());
        let inside: Vec<(usize, f64, bool)> = match word.division(measure, hyphenation) {
            Division::None => Vec::new(),
            Division::Hyphens => word.hyphens.iter().map(|byte| (*byte, HYPHEN, true)).collect(),
            Division::Bare => {
                let cost = |is_good| if is_good { GOOD_EMERGENCY } else { EMERGENCY };
                word.emergencies().into_iter().map(|(byte, is_good)| (byte, cost(is_good), false)).collect()
            }
        };
        for (byte, cost, hyphen) in inside {
            // Each side is shaped as it will be drawn: kerning and ligatures end where the word is divided.
            let end = before + f64::from(word.width_between(0, byte, hyphen, shaper));
            let begin = before + width - f64::from(word.width_between(byte, usize::MAX, false, shaper));
            cuttings.push(Cutting::In { word: number, byte, hyphen });
            places.push(Place { end, begin, spaces_to_end: spaces, spaces_to_begin: spaces, cost, hyphen });
        }
        let space = word.space.map_or(0.0, |cut| f64::from(shaper.shape(cut, " ").width));
        let spaces_after = spaces + u32::from(word.space.is_some());
        if word.space.is_some() || number + 1 == words.len() {
            cuttings.push(Cutting::After(number));
            places.push(Place {
                end: before + width,
                begin: before + width + space,
                spaces_to_end: spaces,
                spaces_to_begin: spaces_after,
                cost: match words.get(number + 1) {
                    Some(next) if next.is_a_dash() => DASH_FIRST,
                    Some(_) if word.leads_on() => NUMBER_LAST,
                    _ => 0.0,
                },
                hyphen: false,
            });
        }
        before += width + space;
        spaces = spaces_after;
    }
    (cuttings, places)
}

/// What stands on the line between two cuttings.
fn inks(words: &[Word], from: Cutting, to: Cutting, shaper: &Shaper<'_>) -> Vec<Ink> {
    let (first, first_byte) = match from {
        Cutting::Begin => (0, 0),
        Cutting::After(word) => (word + 1, 0),
        Cutting::In { word, byte, .. } => (word, byte),
    };
    let (last, last_byte) = match to {
        Cutting::Begin => (0, Some((0, false))),
        Cutting::After(word) => (word, None),
        Cutting::In { word, byte, hyphen } => (word, Some((byte, hyphen))),
    };
    let mut inks = Vec::new();
    for (number, word) in words.iter().enumerate().take(last + 1).skip(first) {
        let begin = if number == first { first_byte } else { 0 };
        let (end, hyphen) = last_byte.filter(|_| number == last).unwrap_or((usize::MAX, false));
        let is_whole = begin == 0 && end == usize::MAX;
        let begins_after_a_hyphen = number == first && matches!(from, Cutting::In { hyphen: true, .. });
        if is_whole {
            inks.extend(word.parts.iter().map(|part| Ink::Word(Rc::clone(part))));
        } else {
            let whole: Option<Rc<str>> = (begin == 0).then(|| word.text().into());
            let parts = word.between(begin, end, hyphen, shaper).into_iter();
            inks.extend(parts.map(|part| {
                if hyphen || begins_after_a_hyphen { Ink::Divided(part, whole.clone()) } else { Ink::Word(part) }
            }));
        }
        // A space ends a line too: without it, a reader of the text would join two words.
        if let (Some(cut), true) = (word.space, end == usize::MAX) {
            inks.push(Ink::Space(cut, shaper.shape(cut, " ").width));
        }
    }
    inks
}

/// The line with its spaces as wide as they must be.
fn filled(mut inks: Vec<Ink>, setting: &Setting, measure: f32, is_last: bool, shaper: &Shaper<'_>) -> Row {
    let drawn = match inks.as_slice() {
        [before @ .., Ink::Space(..)] => before.len(),
        all => all.len(),
    };
    let width: f32 = inks.iter().take(drawn).map(Ink::width).sum();
    let slack = measure - width;
    let spaces = inks.iter().take(drawn).filter(|ink| matches!(ink, Ink::Space(..))).count();
    let right = match setting.alignment {
        Alignment::Justified if spaces > 0 && (!is_last || slack < 0.0) => {
            #[allow(clippy::cast_precision_loss, reason = "spaces of a line")]
            let more = slack / spaces as f32;
            let plain = shaper.shape(setting.cut, " ").width;
            if plain + more <= WIDEST_SPACE {
                // Never so narrow that words would touch.
                let more = more.max(-0.5 * plain);
                for ink in inks.iter_mut().take(drawn) {
                    if let Ink::Space(_, width) = ink {
                        *width += more;
                    }
                }
            }
            0.0
        }
        Alignment::Justified | Alignment::Left => 0.0,
        Alignment::Right => slack.max(0.0),
        Alignment::Centred => (slack / 2.0).max(0.0),
    };
    Row { right: right * setting.size, inks }
}

impl Row {
    /// Whether its last word goes on on the next line, after a hyphen.
    pub fn is_hyphenated(&self) -> bool {
        matches!(self.inks.last(), Some(Ink::Divided(part, _)) if part.text.ends_with('-'))
    }
}

impl Ink {
    fn width(&self) -> f32 {
        match self {
            Self::Word(shaped) | Self::Divided(shaped, _) => shaped.width,
            Self::Space(_, width) => *width,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::Run;
    use crate::papers::render::pdf::fonts::Fonts;
    use proptest::prelude::*;

    fn shaper() -> Shaper<'static> {
        Shaper::new(Fonts::of(None).expect("the program's own faces"))
    }

    fn setting(alignment: Alignment) -> Setting {
        Setting { cut: Cut::Regular, size: 10.0, leading: 13.0, alignment, hyphenation: Hyphenation::Free }
    }

    fn text(row: &Row) -> String {
        let ink = |ink: &Ink| match ink {
            Ink::Word(part) | Ink::Divided(part, _) => part.text.to_string(),
            Ink::Space(..) => " ".to_owned(),
        };
        row.inks.iter().map(ink).collect()
    }

    /// How wide a row is drawn, in points, without the space that ends it.
    fn width(row: &Row) -> f32 {
        let drawn = row.inks.len() - usize::from(matches!(row.inks.last(), Some(Ink::Space(..))));
        row.inks.iter().take(drawn).map(Ink::width).sum::<f32>() * 10.0
    }

    /// The text of all rows, what is hyphenated joined.
    fn joined(rows: &[Row]) -> String {
        let whole = |row: &Row| {
            let text = text(row);
            if row.is_hyphenated() { text.trim_end_matches('-').to_owned() } else { text }
        };
        rows.iter().map(whole).collect()
    }

    const PROSE: &str = "Le conseil municipal, réuni en séance publique conformément aux dispositions réglementaires, \
        constate que l’administration communale souhaite poursuivre les délibérations des commissions compétentes.";

    #[test]
    fn justified_lines_fill_their_width_but_for_the_last() {
        let rows = set(&Line::prose(PROSE), &setting(Alignment::Justified), 200.0, &shaper());
        assert!(rows.len() > 3);
        let (last, others) = rows.split_last().expect("rows");
        // One that would be too loose is left ragged.
        let full = others.iter().filter(|row| (width(row) - 200.0).abs() < 0.01).count();
        assert!(2 * full > others.len() && others.iter().all(|row| width(row) < 200.01));
        assert!(width(last) < 199.0);
        assert!(rows.iter().any(Row::is_hyphenated), "a narrow column hyphenates");
    }

    #[test]
    fn figures_end_on_the_right_and_titles_stand_in_the_middle() {
        let shaper = shaper();
        let right = |alignment| {
            let rows = set(&Line::prose("1 024"), &setting(alignment), 100.0, &shaper);
            let row = rows.first().expect("a row");
            (row.right + width(row), 100.0 - 2.0 * row.right - width(row))
        };
        assert!((right(Alignment::Right).0 - 100.0).abs() < 0.01);
        assert!(right(Alignment::Centred).1.abs() < 0.01);
    }

    #[test]
    fn a_name_is_never_broken_nor_hyphenated_while_a_line_can_hold_it() {
        let names = ["SICARD-DESNUELLE Marie-Pierre", "de la motte-picquet gabrielle", "N’GUYEN VAN Ông"];
        let mut line = Line::prose("Étaient présents : ");
        for number in 0..20 {
            line = line.then(Run::name(names[number % 3])).then(Run::prose("\u{a0}– "));
        }
        let shaper = shaper();
        for width in [160.0, 200.0, 333.0] {
            for alignment in [Alignment::Left, Alignment::Justified] {
                let rows = set(&line, &setting(alignment), width, &shaper);
                let whole = |name: &str| rows.iter().map(|row| text(row).matches(name).count()).sum::<usize>();
                assert_eq!(names.map(whole), [7, 7, 6]);
                assert!(rows.iter().all(|row| !text(row).starts_with('–')));
            }
        }
    }

    #[test]
    fn a_break_of_the_text_ends_a_line_and_a_space_parts_it_from_the_next() {
        let mut line = Line::prose("un deux");
        line.0.push(crate::papers::document::Inline::Break);
        line = line.then(Run::prose("trois"));
        let rows = set(&line, &setting(Alignment::Justified), 300.0, &shaper());
        assert_eq!(rows.iter().map(text).collect::<Vec<_>>(), ["un deux ", "trois"]);
    }

    #[test]
    fn a_dash_ends_a_line_rather_than_begins_the_next() {
        let line = Line::prose("Conseil municipal de Grand-Exemple – Liste des délibérations");
        for alignment in [Alignment::Left, Alignment::Centred] {
            let rows = set(&line, &setting(alignment), 190.0, &shaper());
            assert!(rows.len() > 1 && rows.iter().all(|row| !text(row).starts_with('–')));
        }
    }

    #[test]
    fn a_divided_word_fits_its_line_though_it_was_kerned_where_it_is_divided() {
        let shaper = shaper();
        for width in [30.0, 41.0, 52.5, 63.0, 74.0] {
            let rows = set(&Line::prose(&"AVTAWAYLTVo".repeat(9)), &setting(Alignment::Left), width, &shaper);
            assert!(rows.len() > 3);
            for row in &rows {
                assert!(self::width(row) <= width + 0.01, "{} is {} of {width}", text(row), self::width(row));
            }
        }
    }

    #[test]
    fn cells_hyphenate_only_what_is_wider_than_they_are() {
        let cell = Setting { hyphenation: Hyphenation::IfTooWide, ..setting(Alignment::Left) };
        let rows = set(&Line::prose("une administration communale"), &cell, 58.0, &shaper());
        assert_eq!(rows.iter().map(text).collect::<Vec<_>>(), ["une admi-", "nistration ", "communale"]);
    }

    proptest! {
        #[test]
        fn rows_hold_every_letter_of_the_text_and_fit_their_width(
            words in prop::collection::vec("[a-zéèàA-Z0-9’()-]{1,24}", 1..40), width in 30.0f32..400.0
        ) {
            let shaper = shaper();
            let source = words.join(" ");
            let line = Line::prose(&source);
            for alignment in [Alignment::Left, Alignment::Justified, Alignment::Centred] {
                let rows = set(&line, &setting(alignment), width, &shaper);
                prop_assert_eq!(joined(&rows), line.text());
                for row in &rows {
                    prop_assert!(self::width(row) <= width + 0.01, "{} is {}", text(row), self::width(row));
                }
            }
        }
    }
}

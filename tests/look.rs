//! What every screen keeps, whatever it shows: printable ASCII where it is asked, no state told by its colour alone.

#[path = "common/all_kinds.rs"]
mod all_kinds;
#[path = "common/contexts.rs"]
mod contexts;
#[path = "common/evening.rs"]
mod evening;

use std::collections::{BTreeMap, BTreeSet};

use contexts::each;
use evening::{Evening, glyphs};
use hemicycle::council::ballot::Choice;
use hemicycle::council::outcome::Outcome;
use hemicycle::tui::ascii;
use hemicycle::tui::theme::{Palette, Theme};
use hemicycle::tui::widgets::agenda_list;
use hemicycle::tui::widgets::hemicycle::SeatSign;
use hemicycle::tui::widgets::seat::Sign;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

#[test]
fn in_ascii_every_cell_of_every_screen_is_printable_ascii_and_no_frame_moves() {
    for palette in Palette::ALL {
        for shown in each(|_| {}) {
            for (columns, rows) in SIZES {
                let cells = shown.evening.cells(columns, rows, Theme::of(palette, true));
                let all = shown.evening.cells(columns, rows, Theme::of(palette, false));
                let unknown = |cells: &Buffer| cells.content().iter().filter(|cell| cell.symbol() == "?").count();
                assert_eq!(
                    unknown(&cells),
                    unknown(&all),
                    "a sign of {} has none in ASCII\n{}",
                    shown.name,
                    glyphs(&cells)
                );
                for y in 0..rows {
                    for x in 0..columns {
                        let symbol = cells[(x, y)].symbol();
                        let is_ascii = matches!(symbol.as_bytes(), [b' '..=b'~']);
                        assert!(is_ascii, "{symbol:?} at {x}, {y} of {}\n{}", shown.name, glyphs(&cells));
                        if "│╭╮╰╯┃┏┓┗┛".contains(all[(x, y)].symbol()) {
                            assert!("|+".contains(symbol), "{x}, {y} of {}\n{}", shown.name, glyphs(&cells));
                        }
                    }
                }
            }
        }
    }
}

/// The signs of each family of states, which must be told apart.
fn families() -> Vec<Vec<(String, &'static str)>> {
    let presence = [Sign::Present, Sign::Represented, Sign::Withdrawn, Sign::Excused, Sign::Absent, Sign::NoSeat];
    let room = presence.map(|sign| (format!("{sign:?}"), sign.symbol()));
    let choices = [Choice::For, Choice::Against, Choice::Abstain, Choice::NotTakingPart];
    let mut says: Vec<SeatSign> =
        choices.into_iter().flat_map(|choice| [SeatSign::Says(choice, false), SeatSign::Says(choice, true)]).collect();
    says.extend([SeatSign::Awaited(false), SeatSign::Awaited(true), SeatSign::Differs]);
    says.extend([Sign::Withdrawn, Sign::Excused, Sign::Absent].map(SeatSign::Presence));
    let seats = says.into_iter().map(|sign| (format!("{sign:?}"), sign.symbol())).collect();
    let told = [("plain", "·"), ("done", "✓"), ("refused", "✗"), ("alarm", "▲"), ("proclaimed", "▸")];
    let stages = [("before", "○"), ("open", "●"), ("suspended", "‖"), ("over", "■")];
    let named = |all: &[(&str, &'static str)]| all.iter().map(|(name, sign)| ((*name).to_owned(), *sign)).collect();
    let mut agenda = outcomes();
    agenda.extend([("being voted".to_owned(), "▶"), ("to come".to_owned(), "·"), ("suspended".to_owned(), "‖")]);
    vec![room.to_vec(), seats, named(&told), named(&stages), agenda]
}

/// One outcome of each sign.
fn outcomes() -> Vec<(String, &'static str)> {
    let all = [
        Outcome::Adopted,
        Outcome::Acknowledged,
        Outcome::Heard,
        Outcome::Withdrawn,
        Outcome::Postponed,
        Outcome::SetAside,
        Outcome::Rejected,
    ];
    all.into_iter().map(|it| (format!("{it:?}"), agenda_list::sign_of(it, Theme::new(true)).0)).collect()
}

#[test]
fn two_states_have_two_signs_in_unicode_and_two_in_ascii() {
    for family in families() {
        for (place, (state, sign)) in family.iter().enumerate() {
            for (other, other_sign) in &family[place + 1..] {
                assert_ne!(sign, other_sign, "{state} and {other}");
                assert_ne!(ascii::sign(sign), ascii::sign(other_sign), "{state} and {other} in ASCII");
            }
        }
    }
}

/// What a colour could tell alone: signs, not words and not lines.
fn is_sign(symbol: &str) -> bool {
    let Some(character) = symbol.chars().next() else { return false };
    !character.is_alphanumeric()
        && !character.is_whitespace()
        && !character.is_ascii()
        && !('\u{2500}'..='\u{259f}').contains(&character)
        && !"’«»–—…°−×÷§€·".contains(character)
        // Keys.
        && !"↵⌫←→↑↓".contains(character)
        // Seats while nobody votes have the colour of their group, which their place tells too. What they say in a vote has a
        // sign of its own: see `families`.
        && !"●◐○◌◆◇".contains(character)
}

#[test]
fn without_colours_and_weights_every_pair_of_states_is_drawn_differently() {
    let vote = |keys: &str| {
        let mut evening = Evening::first_vote();
        evening.keys(keys);
        evening
    };
    let room = |keys: &str| {
        let mut evening = Evening::commune();
        evening.keys(keys);
        evening
    };
    let families: [Vec<Evening>; 4] = [
        ["aub !", "aub ,", "aub ;", "aub :"].map(vote).into(),
        ["aub !", "aub ,", "aub ;", "aub : del <enter>"].map(room).into(),
        ["", "<f3> aub , <f3> chaz , <f3> del , <f3> esc , <f3> fay , <f3> gir , <f3> jour , <f3> kel , <f3> lam , <f3> more ,"].map(vote).into(),
        ["<enter> <esc>", "<f9> susp <enter> <esc>", "<esc> <end> <enter> !"].map(vote).into(),
    ];
    for palette in Palette::ALL {
        for is_ascii in [false, true] {
            for (columns, rows) in SIZES {
                for family in &families {
                    let screens: Vec<String> = family
                        .iter()
                        .map(|evening| glyphs(&evening.cells(columns, rows, Theme::of(palette, is_ascii))))
                        .collect();
                    let different: BTreeSet<&String> = screens.iter().collect();
                    assert_eq!(different.len(), screens.len(), "{palette:?} at {columns}\n{}", screens[0]);
                }
            }
        }
    }
}

/// The colours in which each sign is drawn, with a screen that shows it.
fn colours_of_signs() -> BTreeMap<String, BTreeMap<String, &'static str>> {
    let mut colours: BTreeMap<String, BTreeMap<String, &'static str>> = BTreeMap::new();
    for shown in each(|_| {}) {
        for (columns, rows) in SIZES {
            let cells = shown.evening.cells(columns, rows, Theme::of(Palette::Usual, false));
            for cell in cells.content() {
                // Cyan lifts a title or a row, and means nothing.
                let is_plain =
                    matches!(cell.fg, Color::Reset | Color::Cyan) || cell.modifier.contains(Modifier::REVERSED);
                if is_sign(cell.symbol()) && !is_plain {
                    let known = colours.entry(cell.symbol().to_owned()).or_default();
                    known.entry(cell.fg.to_string()).or_insert(shown.name);
                }
            }
        }
    }
    colours
}

#[test]
fn a_sign_has_one_colour_wherever_it_stands_so_that_its_colour_tells_nothing_more() {
    let several: Vec<_> = colours_of_signs().into_iter().filter(|(_, colours)| colours.len() > 1).collect();
    assert!(several.is_empty(), "{several:#?}");
}

#[test]
fn in_high_contrast_nothing_is_dim_and_ink_is_never_left_to_the_background() {
    for shown in each(|_| {}) {
        let cells: Buffer = shown.evening.cells(120, 40, Theme::of(Palette::HighContrast, false));
        for cell in cells.content() {
            assert!(!cell.modifier.contains(Modifier::DIM), "{}", shown.name);
            assert_eq!(cell.fg == Color::Reset, cell.bg == Color::Reset, "{} {cell:?}", shown.name);
        }
    }
}

#[test]
fn without_colours_there_is_none() {
    for shown in each(|_| {}) {
        let cells = shown.evening.cells(120, 40, Theme::of(Palette::NoColour, false));
        assert!(
            cells.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
            "{}",
            shown.name
        );
    }
}

//! What the list of the séances and the public display keep, as the secretary's screens do (tests/look.rs): printable ASCII
//! where it is asked, no state told by its colour alone. They are at three sizes in the usual palette in tests/home/screen.rs
//! and tests/display.rs; here in ASCII and in high contrast.

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/elsewhere.rs"]
mod elsewhere;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;

use std::collections::BTreeSet;

use evening::glyphs;
use hemicycle::tui::theme::{Palette, Theme};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

#[test]
fn in_ascii_every_cell_of_the_list_and_of_the_display_is_printable_ascii() {
    for palette in Palette::ALL {
        for (columns, rows) in SIZES {
            let all = elsewhere::drawn(columns, rows, Theme::of(palette, false));
            for ((name, cells), (_, whole)) in elsewhere::drawn(columns, rows, Theme::of(palette, true)).iter().zip(all)
            {
                let unknown = |cells: &Buffer| cells.content().iter().filter(|cell| cell.symbol() == "?").count();
                assert_eq!(unknown(cells), unknown(&whole), "a sign of {name} has none in ASCII\n{}", glyphs(cells));
                for cell in cells.content() {
                    let is_ascii = matches!(cell.symbol().as_bytes(), [b' '..=b'~']);
                    assert!(is_ascii, "{:?} in {name} at {columns}\n{}", cell.symbol(), glyphs(cells));
                }
            }
        }
    }
}

#[test]
fn without_colours_each_is_another_screen_and_none_has_a_colour() {
    for is_ascii in [false, true] {
        for (columns, rows) in SIZES {
            let all = elsewhere::drawn(columns, rows, Theme::of(Palette::NoColour, is_ascii));
            for (name, cells) in &all {
                let has_none = cells.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset);
                assert!(has_none, "{name}");
            }
            let different: BTreeSet<String> = all.iter().map(|(_, cells)| glyphs(cells)).collect();
            assert_eq!(different.len(), all.len(), "two of them are alike at {columns}");
        }
    }
}

#[test]
fn in_high_contrast_nothing_is_dim_and_ink_is_never_left_to_the_background() {
    for (columns, rows) in SIZES {
        for (name, cells) in elsewhere::drawn(columns, rows, Theme::of(Palette::HighContrast, false)) {
            for cell in cells.content() {
                assert!(!cell.modifier.contains(Modifier::DIM), "{name}");
                assert_eq!(cell.fg == Color::Reset, cell.bg == Color::Reset, "{name} {cell:?}");
            }
        }
    }
}

#[test]
fn the_list_and_the_display_in_ascii_and_in_high_contrast() {
    for (look, theme) in
        [("ascii", Theme::of(Palette::Usual, true)), ("contraste", Theme::of(Palette::HighContrast, false))]
    {
        for (columns, rows) in SIZES {
            for (name, cells) in elsewhere::drawn(columns, rows, theme) {
                if ["accueil", "ecran-adopte"].contains(&name) {
                    let path = format!("tests/screens/palettes/{name}-{look}-{columns}x{rows}.txt");
                    golden::agree(&path, &drawn::written(&cells));
                }
            }
        }
    }
}

//! Every screen there is, to the letter and to the colour, at the sizes that must work. The files are in
//! `tests/screens/contextes/`. One screen in each other palette, and in ASCII.

#[path = "common/all_kinds.rs"]
mod all_kinds;
#[path = "common/contexts.rs"]
mod contexts;
#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;

use contexts::each;
use evening::Evening;
use hemicycle::app::context::Context;
use hemicycle::tui::theme::{Palette, Theme};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

#[test]
fn every_screen_at_each_size() {
    for shown in each(|_| {}) {
        // One window is too small, whatever the others are.
        let sizes = if shown.name == "trop-petit" { [(79, 24), (119, 23), (60, 20)] } else { SIZES };
        for (columns, rows) in sizes {
            let cells = shown.evening.cells(columns, rows, Theme::of(Palette::Usual, false));
            let path = format!("tests/screens/contextes/{}-{columns}x{rows}.txt", shown.name);
            golden::agree(&path, &drawn::written(&cells));
        }
    }
}

#[test]
fn no_context_is_without_its_screen() {
    let shown: Vec<Context> = each(|_| {}).iter().map(|shown| shown.evening.app.context()).collect();
    let missing: Vec<&Context> = Context::ALL.iter().filter(|context| !shown.contains(context)).collect();
    assert!(missing.is_empty(), "tests/common/contexts.rs has no evening for {missing:?}");
}

#[test]
fn the_vote_in_each_other_palette_and_in_ascii() {
    let evening = Evening::tariffs();
    let looks = [
        ("contraste", Theme::of(Palette::HighContrast, false)),
        ("sans-couleur", Theme::of(Palette::NoColour, false)),
        ("ascii", Theme::of(Palette::Usual, true)),
    ];
    for (name, theme) in looks {
        for (columns, rows) in SIZES {
            let cells = evening.cells(columns, rows, theme);
            golden::agree(&format!("tests/screens/palettes/vote-{name}-{columns}x{rows}.txt"), &drawn::written(&cells));
        }
    }
}

//! The screens that are not the secretary's own: the list of the séances, the public display.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use hemicycle::app::Key;
use hemicycle::app::display::scene::Scene;
use hemicycle::app::home::{Home, Row, Weight};
use hemicycle::council::docket::BodyKind;
use hemicycle::council::public::{Control, Showing};
use hemicycle::tui;
use hemicycle::tui::theme::Theme;
use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::evening::Evening;

/// Every state that a séance of the list can be in.
const STATES: [(&str, Weight); 6] = [
    ("prête : appel à faire", Weight::Ready),
    ("en cours : rapport 07 sur 12, interrompue à 20 h 17", Weight::UnderWay),
    ("à préparer : 2 points à corriger", Weight::Mend),
    ("tenue dans une autre fenêtre (mairie-01, depuis 18 h 30)", Weight::Held),
    ("levée à 22 h 04", Weight::Done),
    ("le fichier n’est plus là", Weight::Gone),
];

fn home(rows: usize) -> Home {
    let today = date(2027, 3, 3);
    let mut home = Home::new(today, rows);
    for (number, (state, weight)) in STATES.into_iter().take(rows).enumerate() {
        home.fill(Some(Row {
            number,
            file: format!("séance-{number}.ron"),
            is_here: number < 4,
            council: "Conseil municipal de Saint-Exemple-sur-Œuvre".into(),
            kind: Some(BodyKind::Commune),
            date: Some(today),
            state: state.into(),
            weight,
            findings: (weight == Weight::Mend).then(|| "E201  Ce nom n’est pas celui d’un élu.\n".into()),
            opens: !matches!(weight, Weight::Mend | Weight::Gone),
        }));
    }
    home
}

/// The list: with every state, while it is searched, with nothing in it, with its help, with what is to be mended.
fn homes() -> Vec<(&'static str, Home)> {
    let with = |keys: &[Key]| {
        let mut home = home(STATES.len());
        home.resize(120, 40);
        for key in keys {
            home.key(*key);
        }
        home
    };
    vec![
        ("accueil", with(&[])),
        ("accueil-recherche", with(&[Key::Char('l'), Key::Char('e')])),
        ("accueil-aide", with(&[Key::Function(1)])),
        ("accueil-a-corriger", with(&[Key::Down, Key::Down, Key::Enter])),
        ("accueil-vide", home(0)),
    ]
}

/// What the room sees, from before the opening to the end.
fn scenes() -> Vec<(&'static str, Scene)> {
    let follows = Control { showing: Showing::Follows, live: false };
    let live = Control { showing: Showing::Follows, live: true };
    let cleared = Control { showing: Showing::Cleared, live: false };
    let after = |keys: &str| {
        let mut evening = Evening::tariffs();
        evening.keys(keys);
        evening.app.history().clone()
    };
    let rejected = after("ensemble , <enter>");
    vec![
        ("ecran-pas-ouverte", Scene::of(Evening::commune().app.history(), follows, false)),
        ("ecran-vote", Scene::of(&after(""), follows, false)),
        ("ecran-vote-en-direct", Scene::of(&after(""), live, false)),
        ("ecran-adopte", Scene::of(&after("<enter>"), follows, true)),
        ("ecran-rejete", Scene::of(&rejected, follows, true)),
        ("ecran-suspendue", Scene::of(&after("<f9> suspendre <enter>"), follows, false)),
        ("ecran-levee", Scene::of(&after("<enter> <backspace> <enter> <esc> <end> <enter> !"), follows, false)),
        ("ecran-efface", Scene::of(&rejected, cleared, false)),
    ]
}

/// The names and the cells of each, in a window of that size.
pub fn drawn(columns: u16, rows: u16, theme: Theme) -> Vec<(&'static str, Buffer)> {
    let area = Rect::new(0, 0, columns, rows);
    let mut all = Vec::new();
    for (name, mut home) in homes() {
        home.resize(columns, rows);
        let mut cells = Buffer::empty(area);
        tui::paint_home(&mut cells, area, &mut home, theme);
        all.push((name, cells));
    }
    for (name, scene) in scenes() {
        let mut cells = Buffer::empty(area);
        tui::project(&mut cells, area, &scene, Some("Échap : partir"), theme);
        all.push((name, cells));
    }
    all
}

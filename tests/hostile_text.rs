//! Texts that hide something, that look like others or that another format takes for its own: cases 51 to 54 and 73.
//!
//! `HEMICYCLE_NAMES=5000 cargo test --release --test hostile_text formats` looks for that many names in every format.

#[path = "common/evening.rs"]
mod evening;
#[path = "hostile_text/formats.rs"]
mod formats;
#[path = "hostile_text/loaded.rs"]
mod loaded;
#[path = "hostile_text/names.rs"]
mod names;
#[path = "common/paper.rs"]
mod paper;
#[path = "every_format/readers.rs"]
mod readers;
#[path = "hostile_text/screens.rs"]
mod screens;
#[path = "common/skip.rs"]
mod skip;
#[path = "hostile_text/verbs.rs"]
mod verbs;
#[path = "hostile_text/walls.rs"]
mod walls;

use hemicycle::store::session_file::problem::{Problem, Unreadable};
use hemicycle::store::session_file::{Parsed, parse};

/// What the terminal obeys, what turns the writing, what takes no place, what means something on one machine only.
const HIDDEN: [char; 20] = [
    '\u{1b}',
    '\u{7}',
    '\u{8}',
    '\r',
    '\u{7f}',
    '\u{9b}',
    '\u{9d}',
    '\u{85}',
    '\u{202e}',
    '\u{2066}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{ad}',
    '\u{feff}',
    '\u{e0041}',
    '\u{e000}',
    '\u{2028}',
    '\u{fe0f}',
    '\u{fffe}',
];

/// A session file of these members, each as the fields of its list say, with a report of that title.
fn session(members: &[String], title: &str) -> String {
    let members: Vec<String> = members.iter().map(|member| format!("        ({member}),\n")).collect();
    format!(
        "(
    format: 1,
    assemblee: (nom: \"Commune d’Essai\", genre: Commune, population: 900),
    seance: (date: \"3 mars 2025\"),
    membres: [
        (nom: \"AUBRY\", prenom: \"Paul\"),
{}    ],
    ordre_du_jour: [Rapport(numero: \"1\", objet: {title:?}, rapporteur: \"AUBRY Paul\")],
)
",
        members.concat()
    )
}

/// Reads a session file without any file beside it.
fn read(source: &str) -> Result<Parsed, Vec<Problem>> {
    parse(source, &|_: &str| Err(Unreadable::Missing))
}

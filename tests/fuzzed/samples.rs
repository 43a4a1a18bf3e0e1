//! The made-up séances of `sessions/`, with the files beside them: what is spoilt.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use hemicycle::council::docket::Docket;
use hemicycle::store::session_file::files::Beside;
use hemicycle::store::session_file::problem::{Problem, Unreadable};
use hemicycle::store::session_file::{Parsed, SessionFile, parse};

/// Where a séance stands on the disk of a test.
pub const PATH: &str = "/seance/x.ron";
pub const NOW: &str = "2025-03-03T18:04:10+01:00";

macro_rules! sessions {
    ($($name:literal),*) => { &[$(include_str!(concat!("../../sessions/", $name, ".ron"))),*] };
}

/// The session files.
pub const SESSIONS: &[&str] = sessions!(
    "exemple-commune",
    "exemple-elus",
    "exemple-communaute",
    "exemple-seconde-convocation",
    "exemple-soiree",
    "exemple-budget",
    "exemple-repetition",
    "exemple-metropole",
    "exemple-grande-commune",
    "exemple-grande-soiree",
    "2026-03-22-installation",
    "2021-07-01-conseil-departemental"
);

/// Courses, each with the place of its séance among [`SESSIONS`].
pub const COURSES: &[(usize, &str)] = &[
    (0, include_str!("../../sessions/deroules/exemple-commune.ron")),
    (2, include_str!("../../sessions/deroules/exemple-communaute.ron")),
    (3, include_str!("../../sessions/deroules/exemple-seconde-convocation.ron")),
    (4, include_str!("../../sessions/deroules/exemple-soiree.ron")),
    (5, include_str!("../../sessions/deroules/exemple-budget.ron")),
    (7, include_str!("../../sessions/deroules/exemple-metropole.ron")),
    (9, include_str!("../../sessions/deroules/exemple-grande-soiree.ron")),
    (10, include_str!("../../sessions/deroules/2026-03-22-installation.ron")),
    (11, include_str!("../../sessions/deroules/2021-07-01-conseil-departemental.ron")),
];

/// The tables of members beside them.
const TABLES: &[(&str, &str)] = &[
    ("exemple-elus.csv", include_str!("../../sessions/exemple-elus.csv")),
    ("exemple-metropole.csv", include_str!("../../sessions/exemple-metropole.csv")),
];

/// A folder in which every text is there; the tables as they are, or as a test has them.
#[derive(Default)]
pub struct Folder(pub BTreeMap<String, String>);

impl Beside for Folder {
    fn text(&self, name: &str) -> Result<String, Unreadable> {
        if let Some(own) = self.0.get(name) {
            return Ok(own.clone());
        }
        if let Some((_, table)) = TABLES.iter().find(|(known, _)| *known == name) {
            return Ok((*table).to_owned());
        }
        let is_text = std::path::Path::new(name).extension().is_some_and(|end| end == "md");
        if is_text { Ok("Le texte.\n".to_owned()) } else { Err(Unreadable::Missing) }
    }
}

/// The names of the tables, to be spoilt.
pub fn table(place: usize) -> (&'static str, &'static str) {
    TABLES[place % TABLES.len()]
}

/// A session file as it would be read from the disk.
pub fn session_of(source: &str, beside: &dyn Beside) -> Result<SessionFile, Vec<Problem>> {
    let Parsed { docket, sums, data_files, remarks } = parse(source, beside)?;
    Ok(SessionFile { path: PathBuf::from(PATH), source: source.to_owned(), docket, sums, data_files, remarks })
}

/// The samples, read once.
pub fn sessions() -> &'static [SessionFile] {
    static READ: OnceLock<Vec<SessionFile>> = OnceLock::new();
    READ.get_or_init(|| {
        let read = |source: &&str| session_of(source, &Folder::default()).unwrap_or_else(|why| panic!("{why:?}"));
        SESSIONS.iter().map(read).collect()
    })
}

/// The docket of a sample.
pub fn docket(place: usize) -> Arc<Docket> {
    sessions()[place % SESSIONS.len()].docket.clone()
}

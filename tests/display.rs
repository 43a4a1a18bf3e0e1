//! The public display: what it shows of an evening, what it never shows, and how the secretary decides it.

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/elections.rs"]
mod elections;
#[path = "common/evening.rs"]
mod evening;
#[path = "display/followed.rs"]
mod followed;
#[path = "common/golden.rs"]
mod golden;
#[path = "display/hidden.rs"]
mod hidden;
#[path = "display/panel.rs"]
mod panel;
#[path = "display/screens.rs"]
mod screens;
#[path = "display/secret.rs"]
mod secret;
#[path = "common/terminal.rs"]
mod terminal;
#[path = "display/two_terminals.rs"]
mod two_terminals;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::app::display::scene::Scene;
use hemicycle::council::docket::Docket;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::public::{Control, Showing};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{record, session_file};
use hemicycle::tui::{self, theme::Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;

/// The display as it is while nobody touches it.
const FOLLOWS: Control = Control { showing: Showing::Follows, live: false };
/// The same, the voices shown live.
const LIVE: Control = Control { showing: Showing::Follows, live: true };

/// A sample evening, recorded in a folder of its own from its course.
struct Recorded {
    _folder: TempDir,
    path: PathBuf,
    docket: Arc<Docket>,
    entries: Vec<Entry>,
}

fn recorded(name: &str) -> Recorded {
    let folder = tempfile::tempdir().expect("a folder");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    copy(&sessions, folder.path());
    let path = folder.path().join(format!("{name}.ron"));
    let course = sessions.join("deroules").join(format!("{name}.ron"));
    let mut saisir = assert_cmd::Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    saisir.arg("saisir").arg(&path).arg(course).assert().success();
    let session = session_file::load(&path).expect("a session file");
    let history = record::read(&RealDisk, &session).expect("a record").history;
    let entries = history.entries().map(|(_, entry, _)| entry.clone()).collect();
    Recorded { _folder: folder, path, docket: session.docket, entries }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            std::fs::create_dir(&target).expect("a folder");
            copy(&path, &target);
        } else if path.extension().is_some_and(|end| end != "journal" && end != "suites" && end != "lock") {
            std::fs::copy(&path, target).expect("a copy");
        }
    }
}

/// The evening after each of its entries, from none on.
fn prefixes(evening: &Recorded) -> impl Iterator<Item = History> + '_ {
    let mut history = History::new(evening.docket.clone());
    let first = std::iter::once(history.clone());
    first.chain(evening.entries.iter().map(move |entry| {
        history.read_back(entry.clone()).expect("it follows");
        history.clone()
    }))
}

fn cells(scene: &Scene, columns: u16, rows: u16) -> Buffer {
    let area = Rect::new(0, 0, columns, rows);
    let mut cells = Buffer::empty(area);
    tui::project(&mut cells, area, scene, None, Theme::new(true));
    cells
}

//! Any session file: read the same twice, its findings with codes and places, and an evening on it read back as it was.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::app::{Access, App};
use hemicycle::council::attendance::Presence;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::history::Entry;
use hemicycle::french::file;
use hemicycle::store::disk::Disk;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::session_file::files::text_of;
use hemicycle::store::session_file::problem::{Problem, Unread};
use hemicycle::store::session_file::{SessionFile, parse};
use hemicycle::tui::{self, theme::Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::clean::{is_clean, is_inside};
use crate::draws::Draws;
use crate::samples::{Folder, NOW, PATH, SESSIONS, session_of, table};
use crate::tokens::{reordered, spoilt};

/// How many things are changed in a sample at most.
const MOST: usize = 6;

/// What came of a text: said so that a test can tell that both happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// It is no text.
    NoText,
    /// It is refused, with findings.
    Refused,
    /// It is read.
    Read,
    /// It is read, and something was recorded on it.
    Recorded,
}

/// The bytes: `0` and a text; to `7f` a spoilt sample; to `bf` a spoilt table beside a sample; other and any bytes.
pub fn holds(bytes: &[u8]) -> Came {
    let mut draws = Draws::of(bytes);
    match draws.byte() {
        0 => raw(draws.rest()),
        1..=0x5f => {
            let sample = draws.one(SESSIONS);
            text_holds(&spoilt(sample, MOST, &mut draws), &Folder::default())
        }
        0x60..=0x7f => {
            let sample = draws.one(SESSIONS);
            text_holds(&reordered(sample, &mut draws), &Folder::default())
        }
        0x80..=0xbf => {
            let place = draws.below(2);
            let (name, table) = table(place);
            let mut folder = Folder::default();
            folder.0.insert(name.to_owned(), spoilt(table, MOST, &mut draws));
            text_holds(SESSIONS[[1, 7][place]], &folder)
        }
        _ => raw(bytes),
    }
}

fn raw(bytes: &[u8]) -> Came {
    match text_of(bytes.to_vec()) {
        Err(why) => {
            is_clean(&file::unreadable_sentence(&why));
            Came::NoText
        }
        Ok(text) => text_holds(&text, &Folder::default()),
    }
}

/// What must hold of a session file with that text.
pub fn text_holds(text: &str, beside: &Folder) -> Came {
    match session_of(text, beside) {
        Err(problems) => {
            assert_eq!(parse(text, beside).err().as_ref(), Some(&problems), "the same twice");
            findings_hold(text, beside, problems);
            Came::Refused
        }
        Ok(session) => {
            let again = session_of(text, beside).expect("read before");
            assert_eq!((&again.docket, &again.sums), (&session.docket, &session.sums), "the same twice");
            is_drawn(&session);
            if is_recorded_and_read_back(&session) { Came::Recorded } else { Came::Read }
        }
    }
}

fn findings_hold(text: &str, beside: &Folder, problems: Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    assert!(!problems.is_empty(), "refused for a reason");
    for problem in &problems {
        let block = file::block(Path::new(PATH), problem);
        is_clean(&block);
        assert!(block.starts_with(&problem.code().to_string()), "{block}");
        match &problem.place {
            Some(place) if place.file.is_none() => is_inside(place, text),
            Some(place) => {
                let own = place.file.as_deref().and_then(|name| beside.0.get(name));
                if let Some(own) = own {
                    is_inside(place, own.strip_prefix('\u{feff}').unwrap_or(own));
                }
            }
            None => {}
        }
    }
    is_clean(&file::unread(&Unread { path: PathBuf::from(PATH), problems }));
}

fn is_drawn(session: &SessionFile) {
    let history = hemicycle::council::history::History::new(session.docket.clone());
    let app = App::new(history, Access::Write, &[]);
    let area = Rect::new(0, 0, 80, 24);
    tui::paint(&mut Buffer::empty(area), area, &app, Theme::new(true));
    for line in hemicycle::linear::Speaker::default().say(&app) {
        is_clean(&line);
    }
}

/// Something is recorded on it, and whoever opens it again finds that and nothing else.
fn is_recorded_and_read_back(session: &SessionFile) -> bool {
    let disk: Arc<dyn Disk> = Arc::new(MemoryDisk::new());
    let Some(member) = session.docket.roster.iter().next_back() else { return false };
    let Opened { mut history, recorder, .. } = record::open(&disk, session, NOW).expect("nothing is there");
    let mut recorder = recorder.expect("a disk that takes everything");
    let command = Command::SetPresence { member: member.id.clone(), presence: Presence::Absent, at: None };
    let Ok(accepted) = history.sitting().decide(&command, &Reasons::new()) else { return false };
    let entry = Entry::Action { at: NOW.to_owned(), events: accepted.events };
    recorder.append(&entry).expect("a disk that takes everything");
    history.push(entry).expect("decided here");
    drop(recorder);
    let again = record::open(&disk, session, NOW).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert!(again.history.sitting() == history.sitting(), "read back as it was");
    assert!(!again.notices.iter().any(is_a_change), "{:?}", again.notices);
    let report = hemicycle::store::seal::verify(&*disk, Path::new(PATH)).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(report.map(|report| report.journal.lines), Some(2));
    true
}

fn is_a_change(notice: &hemicycle::store::fault::Notice) -> bool {
    use hemicycle::store::fault::Notice;
    matches!(notice, Notice::TakenOver(_) | Notice::TakenOverUnrecorded(_) | Notice::TornTail { .. })
}

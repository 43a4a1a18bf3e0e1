//! `ouvrir`: from a session file to a sitting held on the screen, and back to the shell.

mod first_time;
pub mod held;
pub mod writer;
pub mod writing;

use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use crate::app::{Access, App};
use crate::clock::WallClock;
use crate::council::phrases::Phrases;
use crate::council::sitting::Stage;
use crate::desk::{Look, misread_preferences};
use crate::french::record::shelter as shelter_words;
use crate::french::screen::shelter;
use crate::french::{charter as charter_words, file, program as words, record as record_words};
use crate::run::Clock;
use crate::store::charter;
use crate::store::disk::{Disk, RealDisk};
use crate::store::display_file;
use crate::store::fault::{Fault, Notice};
use crate::store::own_folder;
use crate::store::recent;
use crate::store::record::{self, Opened};
use crate::store::replace;
use crate::store::session_file::{self, SessionFile};
use crate::verbs::{Exit, complain, config_dir, copies_of, is_copy, state_dir, unread_or_copied};

use held::{Held, NotesPlace, on_the_terminal};
use writing::Papers;

/// Holds the sitting of that file on the screen.
#[must_use]
pub fn open(path: &Path, look: Look) -> Exit {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Exit::unreadable(words::NO_TERMINAL);
    }
    let session = match session_file::load(path) {
        Ok(session) => session,
        Err(unread) => return unread_or_copied(path, &unread),
    };
    let clock = WallClock::for_sitting_on(session.docket.meeting.date);
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let opened = match opened(&disk, &session, &clock.now().stamp) {
        Ok(opened) => opened,
        Err(fault) => return Exit::of(&fault),
    };
    let mut notices: Vec<String> = session.remarks.iter().map(file::remark).collect();
    // What is completed the day after has no hour of the clock to lose.
    let goes_on = !opened.history.sitting().stage().is_over();
    let another_day = goes_on && clock.is_another_day();
    notices.extend(another_day.then(|| words::another_day(session.docket.meeting.date)));
    // Read once more only to be quoted: most evenings the file is read once.
    notices.extend(look.is_misread.then(misread_preferences).flatten());
    let phrases = charter::load_phrases(path, config_dir().as_deref()).unwrap_or_else(|_| {
        // A slip in a sentence does not keep a council waiting: the program's own words stand in, and that is said.
        notices.push(charter_words::NOT_FOLLOWED.to_owned());
        Phrases::default()
    });
    let docket = opened.history.sitting().docket().clone();
    let notes = NotesPlace { disk, session_file: path.to_owned(), docket };
    let Opened { history, recorder, notices: of_the_record, .. } = opened;
    let access = match (&recorder, of_the_record.iter().find(|notice| forbids_writing(notice))) {
        (Some(_), _) => Access::Write,
        (None, why) => Access::ReadOnly { why: why.map_or_else(|| words::READ_ONLY.to_owned(), why_read_only) },
    };
    let here = is_copy(path).then(|| record_words::IN_THE_COPY.to_owned());
    let said = of_the_record.iter().filter(|notice| !forbids_writing(notice)).map(words::notice).chain(notices);
    let said = here.into_iter().chain(said);
    // What the room was shown before the program was left is still so.
    let told = display_file::read(&*notes.disk, path).unwrap_or_default();
    let mut app = App::new(history, access, &said.collect::<Vec<_>>()).worded(phrases).displaying(told);
    if app.sitting().stage() == Stage::RollCall && first_time::is_first() {
        app = app.greeted();
    }
    let papers = Papers::Beside(path.to_owned());
    // Nothing waits for it: what is not remembered loses no séance.
    let opened_file = path.to_owned();
    let remembering = thread::Builder::new().name("recent".into()).spawn(move || remember(&opened_file));
    let (ending, elsewhere) = on_the_terminal(Held { app, recorder, notes, papers }, look, &clock);
    if ending == Exit::Fine {
        // A panic of that thread was said when it came.
        let _ = remembering.map(thread::JoinHandle::join);
    }
    if let Some(elsewhere) = elsewhere {
        // The screen is gone: what stands on it now must say where the séance is.
        let [place, session_file] = [&elsewhere.place, &elsewhere.session_file].map(|path| shelter_words::path(path));
        complain(&shelter::left_in(&place, &session_file));
    }
    ending
}

/// Opens the record, with a second copy where the user has a folder for what the program remembers.
fn opened(disk: &Arc<dyn Disk>, session: &SessionFile, now: &str) -> Result<Opened, Fault> {
    if let Some(folder) = state_dir() {
        // Should it not be made, the second copy says why.
        let _ = own_folder::make_private(&folder);
    }
    if let Some(copies) = copies_of(session) {
        return record::open_doubled(disk, session, now, &copies);
    }
    let mut opened = record::open(disk, session, now)?;
    if opened.recorder.is_some() {
        opened.notices.push(Notice::NowhereToDouble);
    }
    Ok(opened)
}

/// Puts the file at the head of those opened last.
fn remember(session_file: &Path) {
    // A copy is found through the séance of which it is one.
    if is_copy(session_file) {
        return;
    }
    if let (Some(folder), Ok(whole)) = (state_dir(), session_file.canonicalize()) {
        recent::remember(&RealDisk, &folder, &whole);
    }
}

/// Why the séance is only read; where its place cannot be written, with one that can.
fn why_read_only(notice: &Notice) -> String {
    match notice {
        Notice::ReadOnly { error, .. } => {
            writable_place().map_or_else(|| words::notice(notice), |place| record_words::read_only(*error, &place))
        }
        _ => words::notice(notice),
    }
}

/// A folder of the user's that takes files: the one of documents, else the home.
fn writable_place() -> Option<PathBuf> {
    let folders = directories::UserDirs::new()?;
    let places = [folders.document_dir(), Some(folders.home_dir())];
    places.into_iter().flatten().find(|place| replace::takes_files(&RealDisk, place)).map(Path::to_path_buf)
}

fn forbids_writing(notice: &Notice) -> bool {
    matches!(notice, Notice::HeldElsewhere(_) | Notice::MarkedElsewhere { .. } | Notice::ReadOnly { .. })
}

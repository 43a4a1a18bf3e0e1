//! `repeter`: a sitting of which nothing is kept. Its disk is in memory: no lock, no journal, no notes, no papers, and no
//! file is touched.

use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::app::{Access, App, Moment, story};
use crate::clock::WallClock;
use crate::desk::Look;
use crate::french::{file, program as words};
use crate::open::held::{Held, NotesPlace, on_the_terminal};
use crate::open::writing::Papers;
use crate::run::Clock;
use crate::store::charter;
use crate::store::disk::{Disk, folder_of};
use crate::store::memory_disk::MemoryDisk;
use crate::store::record;
use crate::store::session_file::problem::Unread;
use crate::store::session_file::unreadable::Unreadable;
use crate::store::session_file::{self, SessionFile};
use crate::verbs::{Exit, config_dir};

/// The evening that is rehearsed where no file is named: a small council, made up.
const BUILT_IN: &str = include_str!("../sessions/exemple-repetition.ron");
/// What guides it.
const STORY: &str = include_str!("../tests/histoires/repetition.txt");
/// The name of the built-in evening, which is on no disk.
const NAME: &str = "exemple-repetition.ron";

/// Rehearses the sitting of that file, or the built-in one.
#[must_use]
pub fn rehearse(path: Option<&Path>, look: Look) -> Exit {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Exit::unreadable(words::NO_TERMINAL);
    }
    let session = match path.map_or_else(built_in, session_file::load) {
        Ok(session) => session,
        Err(unread) => return Exit::refused(&file::unread(&unread), unread.cannot_be_read()),
    };
    let clock = OnTheDay(WallClock::for_sitting_on(session.docket.meeting.date));
    let memory = MemoryDisk::new();
    memory.put_folder(folder_of(&session.path));
    let disk: Arc<dyn Disk> = Arc::new(memory);
    let opened = match record::open(&disk, &session, &clock.now().stamp) {
        Ok(opened) => opened,
        Err(fault) => return Exit::of(&fault),
    };
    let phrases = path.and_then(|path| charter::load_phrases(path, config_dir().as_deref()).ok());
    let docket = opened.history.sitting().docket().clone();
    let app = App::new(opened.history, Access::Rehearsal, &[]).worded(phrases.unwrap_or_default());
    // The guide tells the built-in evening, and no other one.
    let app = match story::read(STORY).ok().filter(|_| path.is_none()) {
        Some(story) => app.guided(&story),
        None => app,
    };
    let notes = NotesPlace { disk, session_file: session.path.clone(), docket };
    on_the_terminal(Held { app, recorder: opened.recorder, notes, papers: Papers::Nowhere }, look, &clock).0
}

/// The built-in evening, read like any other; it names no other file.
fn built_in() -> Result<SessionFile, Unread> {
    let path = PathBuf::from(NAME);
    let beside = |_: &str| Err(Unreadable::Outside);
    match session_file::parse(BUILT_IN, &beside) {
        Ok(parsed) => Ok(SessionFile {
            path,
            source: BUILT_IN.to_owned(),
            docket: parsed.docket,
            sums: parsed.sums,
            data_files: parsed.data_files,
            remarks: parsed.remarks,
        }),
        Err(problems) => Err(Unread { path, problems }),
    }
}

/// The clock of a rehearsal: whenever it is held, it is the evening of the sitting, and hours are noted.
struct OnTheDay(WallClock);

impl Clock for OnTheDay {
    fn now(&self) -> Moment {
        Moment { on_the_day: true, ..self.0.now() }
    }

    fn until_next_minute(&self) -> Duration {
        self.0.until_next_minute()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_evening_is_read_without_a_remark_and_its_story_too() {
        let session = built_in().unwrap_or_else(|unread| panic!("{unread:?}"));
        assert!(session.remarks.is_empty());
        assert!(story::read(STORY).is_ok());
    }
}

//! Any course: refused with codes and places inside it and nothing recorded, or recorded step by step and read back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::council::command::Command;
use hemicycle::council::notes::NoteSums;
use hemicycle::french::course as words;
use hemicycle::store::course::flaw::{Flaw, Unread};
use hemicycle::store::course::recording::{self, Stopped};
use hemicycle::store::course::{self, Step};
use hemicycle::store::disk::Disk;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::seal;
use hemicycle::store::session_file::SessionFile;

use crate::clean::{is_clean, is_inside};
use crate::draws::Draws;
use crate::invariants;
use crate::samples::{COURSES, NOW, PATH, sessions};
use crate::tokens::{reordered, spoilt};

/// What came of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// It is badly written.
    Unread,
    /// It is recorded up to a step that breaks a rule.
    Stopped,
    /// It is recorded to its end.
    Recorded,
}

/// The courses that are short enough to be recorded many times.
const SHORT: usize = 5;

/// The bytes: `0` and a text; other: a spoilt course.
pub fn holds(bytes: &[u8]) -> Came {
    let mut draws = Draws::of(bytes);
    let kind = draws.byte();
    let (session, source) = COURSES[draws.below(SHORT)];
    if kind == 0 {
        return text_holds(&String::from_utf8_lossy(draws.rest()), &sessions()[session]);
    }
    let text = if kind < 0x80 { spoilt(source, 5, &mut draws) } else { reordered(source, &mut draws) };
    text_holds(&text, &sessions()[session])
}

/// What must hold of a course with that text.
pub fn text_holds(text: &str, session: &SessionFile) -> Came {
    match course::parse(text, &session.docket) {
        Err(flaws) => {
            assert_eq!(course::parse(text, &session.docket).err().as_ref(), Some(&flaws), "the same twice");
            flaws_hold(text, session, flaws);
            Came::Unread
        }
        Ok(steps) => {
            for step in &steps {
                is_inside(&step.place, text.strip_prefix('\u{feff}').unwrap_or(text));
                is_written_and_read_back(&step.command);
            }
            is_recorded_and_read_back(text, session, &steps)
        }
    }
}

fn flaws_hold(text: &str, session: &SessionFile, flaws: Vec<Flaw>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    assert!(!flaws.is_empty(), "refused for a reason");
    for Flaw { mistake, place } in &flaws {
        is_clean(&words::sentence(mistake));
        is_clean(&words::next_step(mistake, &session.docket.roster));
        if let Some(place) = place {
            is_inside(place, text);
        }
    }
    let said = words::unread(&Unread { path: PathBuf::from("d.ron"), flaws }, &session.docket.roster);
    is_clean(&said);
}

/// The language of a course is the serde form of a command.
fn is_written_and_read_back(command: &Command) {
    let written = course::options().to_string(command).expect("every command can be written");
    let read: Result<Command, _> = course::options().from_str(&written);
    assert_eq!(read.as_ref(), Ok(command), "{written}");
}

fn is_recorded_and_read_back(text: &str, session: &SessionFile, steps: &[Step]) -> Came {
    let disk: Arc<dyn Disk> = Arc::new(MemoryDisk::new());
    let Opened { mut history, recorder, .. } = record::open(&disk, session, NOW).expect("nothing is there");
    let mut recorder = recorder.expect("a disk that takes everything");
    let notes = |_: &_| NoteSums::new();
    let mut acknowledged = Vec::new();
    let mut acknowledge = |number| acknowledged.push(number);
    let outcome = recording::record(&mut history, &mut recorder, steps, &notes, &|| NOW.to_owned(), &mut acknowledge);
    drop(recorder);
    let entries = history.next_number() - 1;
    assert_eq!(acknowledged, (1..=entries).collect::<Vec<_>>(), "each entry is acknowledged once, in order");
    let again = record::open(&disk, session, NOW).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"));
    assert_eq!(again.history.next_number(), history.next_number(), "as many entries as were acknowledged");
    assert!(again.history.sitting() == history.sitting(), "read back as it was");
    invariants::check(history.sitting(), &text);
    let checked = seal::verify(&*disk, Path::new(PATH)).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"));
    assert_eq!(checked.is_some(), entries > 0, "what was recorded is sealed");
    let (path, roster) = (Path::new("d.ron"), &session.docket.roster);
    is_clean(&words::summary(path, &outcome, history.sitting(), None));
    match &outcome.stopped {
        Some(Stopped::ByARule { step, refused }) => {
            is_clean(&words::refused(path, steps.get(*step).map(|step| &step.place), refused, roster));
            is_clean(&words::stopped_there(&outcome, true));
            Came::Stopped
        }
        Some(other) => panic!("{other:?}\n{text}"),
        None => Came::Recorded,
    }
}

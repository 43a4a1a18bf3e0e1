//! `ouvrir`: from a session file to a sitting held on the screen, and back to the shell.

mod writing;

use std::io::{self, IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use ratatui::crossterm::terminal::size;

use crate::app::{Access, App, Msg};
use crate::clock::WallClock;
use crate::council::docket::Docket;
use crate::council::history::Entry;
use crate::council::phrases::Phrases;
use crate::desk::{Look, RealStage, Taken, give_back_on_panic, misread_preferences, spawn_keyboard};
use crate::french::screen::notes::BELOW;
use crate::french::{charter as charter_words, file, program as words, record as record_words};
use crate::run::{Channels, Clock, Ending, Incoming, NotesWork, hold};
use crate::signals;
use crate::store::charter;
use crate::store::disk::{Disk, RealDisk};
use crate::store::display_file;
use crate::store::fault::Notice;
use crate::store::notes::{self, Draft, Kept};
use crate::store::record::{self, Opened, Recorder};
use crate::store::session_file;
use crate::verbs::{Exit, config_dir};

/// Holds the sitting of that file on the screen.
#[must_use]
pub fn open(path: &Path, look: Look) -> Exit {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Exit::unreadable(words::NO_TERMINAL);
    }
    let session = match session_file::load(path) {
        Ok(session) => session,
        Err(unread) => return Exit::refused(&file::unread(&unread), unread.cannot_be_read()),
    };
    let clock = WallClock::for_sitting_on(session.docket.meeting.date);
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let opened = match record::open(&disk, &session, &clock.now().stamp) {
        Ok(opened) => opened,
        Err(fault) => return Exit::of(&fault),
    };
    let mut notices: Vec<String> = session.remarks.iter().map(file::remark).collect();
    // What is completed the day after has no hour of the clock to lose.
    let goes_on = !opened.history.sitting().stage().is_over();
    let another_day = goes_on && clock.is_another_day();
    notices.extend(another_day.then(|| words::another_day(session.docket.meeting.date)));
    notices.extend(misread_preferences());
    let phrases = charter::load_phrases(path, config_dir().as_deref()).unwrap_or_else(|_| {
        // A slip in a sentence does not keep a council waiting: the program's own words stand in, and that is said.
        notices.push(charter_words::NOT_FOLLOWED.to_owned());
        Phrases::default()
    });
    let docket = opened.history.sitting().docket().clone();
    let notes = NotesPlace { disk, session_file: path.to_owned(), docket };
    match on_the_terminal(opened, notes, (notices, phrases), look, &clock) {
        Ok(Ending::Quit) => Exit::Fine,
        Ok(Ending::Signal(signal)) => Exit::Signal(signal),
        Ok(Ending::TerminalLost) => Exit::unreadable(words::TERMINAL_LOST),
        Err(_) => Exit::unreadable(words::NO_TERMINAL),
    }
}

/// Takes the terminal, holds the sitting, gives the terminal back whatever happens.
fn on_the_terminal(
    opened: Opened,
    notes: NotesPlace,
    (notices, phrases): (Vec<String>, Phrases),
    look: Look,
    clock: &WallClock,
) -> io::Result<Ending> {
    let Opened { history, recorder, notices: of_the_record, .. } = opened;
    let access = match (&recorder, of_the_record.iter().find(|notice| forbids_writing(notice))) {
        (Some(_), _) => Access::Write,
        (None, why) => Access::ReadOnly { why: why.map_or_else(|| words::READ_ONLY.to_owned(), words::notice) },
    };
    let said = of_the_record.iter().filter(|notice| !forbids_writing(notice)).map(words::notice).chain(notices);
    let mut app = App::new(history, access, &said.collect::<Vec<_>>()).worded(phrases);
    let told = display_file::read(&*notes.disk, &notes.session_file).unwrap_or_default();
    app = app.displaying(told);

    let (tell, inbox) = channel();
    let (to_record, entries) = channel();
    let (to_note, asked) = channel();
    let session_file = notes.session_file.clone();
    let notes_keeper = spawn_notes(notes, recorder.is_some(), asked, tell.clone())?;
    let writer = spawn_writer(recorder, entries, tell.clone())?;
    let (to_papers, papers_asked) = channel();
    let leaves = Arc::new(AtomicBool::new(false));
    let papers = writing::spawn(session_file, papers_asked, tell.clone(), leaves.clone())?;
    let tell_signals = tell.clone();
    signals::listen(move |asked| tell_signals.send(Incoming::Signal(asked)).is_ok())?;

    give_back_on_panic();
    let _taken = Taken::by(look)?;
    spawn_keyboard(tell)?;
    let (columns, rows) = size()?;
    app.update(Msg::Resized { columns, rows }, &clock.now());
    let mut face = look.face()?;
    let channels = Channels { inbox, record: to_record, notes: to_note, papers: to_papers };
    let ending = hold(&mut *face, &mut app, &channels, clock, &mut RealStage);
    // The writer ends when nobody can ask it any more. It was waited for, up to a ceiling: a disk that never answers does
    // not keep the terminal.
    drop(channels);
    leaves.store(true, Ordering::Relaxed);
    if ending == Ending::Quit {
        // A panic of the writer was said when it came.
        let _ = writer.join();
        let _ = notes_keeper.join();
        let _ = papers.join();
    }
    Ok(ending)
}

fn forbids_writing(notice: &Notice) -> bool {
    matches!(notice, Notice::HeldElsewhere(_) | Notice::ReadOnly { .. })
}

/// Writes entries to the disk, one at a time, and says how it went.
fn spawn_writer(
    recorder: Option<Recorder>,
    entries: Receiver<Entry>,
    tell: Sender<Incoming>,
) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name("journal".into()).spawn(move || {
        let mut recorder = recorder;
        let mut frozen = false;
        for entry in entries {
            let answer = match &mut recorder {
                Some(recorder) => record_entry(recorder, &entry, &mut frozen),
                None => Msg::NotRecorded(words::READ_ONLY.to_owned()),
            };
            if tell.send(Incoming::Message(answer)).is_err() {
                break;
            }
        }
    })
}

/// Where the notes are, and of which reports when the program starts.
struct NotesPlace {
    disk: Arc<dyn Disk>,
    session_file: PathBuf,
    docket: Docket,
}

/// Reads the notes once, then does what is asked of them, in order, and says how it went.
fn spawn_notes(
    place: NotesPlace,
    may_write: bool,
    asked: Receiver<NotesWork>,
    tell: Sender<Incoming>,
) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name("notes".into()).spawn(move || {
        let first = place.read(&place.docket);
        // Most evenings begin without notes: nothing is said then, and nothing drawn again.
        if first != Kept::default() && tell.send(Incoming::Message(read_answer(first))).is_err() {
            return;
        }
        for work in asked {
            let answer = match work {
                NotesWork::Save { .. } if !may_write => Msg::NotesNotSaved(words::READ_ONLY.to_owned()),
                NotesWork::Save { report, text, base } => {
                    let draft = Draft { report: &report, text: &text, base: &base, mark: BELOW };
                    match notes::save(&*place.disk, &place.session_file, &draft) {
                        Ok(stands) => Msg::NotesSaved(stands),
                        Err(why) => Msg::NotesNotSaved(record_words::not_saved(&why)),
                    }
                }
                NotesWork::Project(_) if !may_write => Msg::NotProjected(words::READ_ONLY.to_owned()),
                NotesWork::Project(control) => match display_file::write(&*place.disk, &place.session_file, control) {
                    Ok(()) => Msg::Projected(control),
                    Err(why) => Msg::NotProjected(words::not_written(&why)),
                },
                NotesWork::Read(docket) => read_answer(place.read(&docket)),
                NotesWork::Sum(docket) => Msg::NotesSummed(place.read(&docket).sums),
            };
            if tell.send(Incoming::Message(answer)).is_err() {
                break;
            }
        }
    })
}

impl NotesPlace {
    fn read(&self, docket: &Docket) -> Kept {
        notes::load(&*self.disk, &self.session_file, docket)
    }
}

/// What was read of the notes, with its French.
fn read_answer(kept: Kept) -> Msg {
    Msg::NotesRead {
        unreadable: kept
            .unreadable
            .iter()
            .map(|(report, why)| (report.clone(), record_words::note_problem(why)))
            .collect(),
        remarks: kept.problems.iter().map(record_words::note_problem).collect(),
        notes: kept.notes,
    }
}

/// Records one entry; after a failure the files are opened and checked anew before anything is written.
fn record_entry(recorder: &mut Recorder, entry: &Entry, frozen: &mut bool) -> Msg {
    let reopened = if *frozen { recorder.reopen() } else { Ok(()) };
    match reopened.and_then(|()| recorder.append(entry)) {
        Ok(_) => {
            *frozen = false;
            Msg::Recorded
        }
        Err(fault) => {
            *frozen = true;
            Msg::NotRecorded(words::fault(&fault))
        }
    }
}

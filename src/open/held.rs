//! A sitting held on the terminal: the threads around the loop, the terminal taken and given back. `ouvrir` and `repeter`
//! differ in what they give it.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use ratatui::crossterm::terminal::size;

use crate::app::{App, Msg};
use crate::council::docket::Docket;
use crate::desk::{Look, RealStage, Taken, give_back_on_panic, spawn_keyboard};
use crate::french::screen::notes::BELOW;
use crate::french::{program as words, record as record_words};
use crate::run::{Channels, Clock, Ending, Incoming, NotesWork, hold};
use crate::signals;
use crate::store::disk::Disk;
use crate::store::display_file;
use crate::store::notes::{self, Draft, Kept};
use crate::store::record::Recorder;
use crate::verbs::Exit;

use super::writer::{self, Elsewhere, Refuge};
use super::writing::{self, Papers};

/// A sitting that is to be held, and where what it asks for goes.
pub struct Held {
    /// The program.
    pub app: App,
    /// What records its actions; none if it is only read.
    pub recorder: Option<Recorder>,
    /// Where its notes are.
    pub notes: NotesPlace,
    /// Where its papers go.
    pub papers: Papers,
}

/// Holds the sitting on the terminal until she leaves it; how that ended, and where its record is if not at its place.
#[must_use]
pub fn on_the_terminal(held: Held, look: Look, clock: &dyn Clock) -> (Exit, Option<Elsewhere>) {
    let refuge = Refuge::default();
    let exit = match on_a_terminal(held, look, clock, &refuge) {
        Ok(Ending::Quit) => Exit::Fine,
        Ok(Ending::Signal(signal)) => Exit::Signal(signal),
        Ok(Ending::TerminalLost) => Exit::unreadable(words::TERMINAL_LOST),
        Err(_) => Exit::unreadable(words::NO_TERMINAL),
    };
    (exit, refuge.now())
}

/// Takes the terminal, holds the sitting, gives the terminal back whatever happens.
fn on_a_terminal(held: Held, look: Look, clock: &dyn Clock, refuge: &Refuge) -> io::Result<Ending> {
    // Before any thread begins: one that ends unheard would leave a program that records nothing more.
    give_back_on_panic();
    let Held { app, recorder, notes, papers } = held;
    let mut app = if look.is_linear { app.read_aloud() } else { app };

    let (tell, inbox) = channel();
    let (to_record, entries) = channel();
    let (to_note, asked) = channel();
    let notes_keeper = spawn_notes(notes, recorder.is_some(), asked, tell.clone())?;
    let writer = writer::spawn(recorder, entries, tell.clone(), refuge.clone())?;
    let (to_papers, papers_asked) = channel();
    let leaves = Arc::new(AtomicBool::new(false));
    let papers = writing::spawn(papers, papers_asked, tell.clone(), leaves.clone())?;
    let tell_signals = tell.clone();
    signals::listen(move |asked| tell_signals.send(Incoming::Signal(asked)).is_ok())?;

    let taken = Taken::by(look)?;
    spawn_keyboard(tell)?;
    let (columns, rows) = size()?;
    app.update(Msg::Resized { columns, rows }, &clock.now());
    let mut face = look.face()?;
    if taken.is_painted {
        face.forget()?;
    }
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

/// Where the notes are, and of which reports when the program starts.
pub struct NotesPlace {
    /// On which disk.
    pub disk: Arc<dyn Disk>,
    /// Beside which session file.
    pub session_file: PathBuf,
    /// Of which reports, when the program starts.
    pub docket: Docket,
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

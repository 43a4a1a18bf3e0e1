//! The thread that records: one entry at a time, on the disk first, and then in the second copy, which is synced when she
//! pauses or proclaims. Where the disk fails for good, the séance goes on in that copy by itself.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::app::Msg;
use crate::app::shelter::{Rescue, Sheltered, Unrecorded};
use crate::council::event::Event;
use crate::council::history::Entry;
use crate::french::program as words;
use crate::french::record::shelter as shelter_words;
use crate::run::{Incoming, RecordWork};
use crate::store::disk::folder_of;
use crate::store::fault::{Fault, Notice};
use crate::store::record::Recorder;
use crate::store::record::shelter::is_to_be_left;

/// How long nothing is recorded before the second copy is synced, or a place that failed is looked at.
const PAUSE: Duration = Duration::from_secs(2);

/// Where the record is, if it is not at its place when the program ends.
#[derive(Clone, Debug, Default)]
pub struct Refuge(Arc<Mutex<Option<Elsewhere>>>);

/// A place that failed, and where the séance is instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The session file at the place that failed.
    pub place: PathBuf,
    /// The session file beside which it is recorded.
    pub session_file: PathBuf,
}

impl Refuge {
    /// Where it is now; `None` if it is at its place.
    #[must_use]
    pub fn now(&self) -> Option<Elsewhere> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, elsewhere: Option<Elsewhere>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = elsewhere;
    }
}

/// Does what is asked of the record, in order, and says how it went.
///
/// # Errors
/// If the system gives no thread.
pub fn spawn(
    recorder: Option<Recorder>,
    asked: Receiver<RecordWork>,
    tell: Sender<Incoming>,
    refuge: Refuge,
) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name("journal".into()).spawn(move || {
        let mut writer =
            Writer { recorder, frozen: false, place: Place::default(), told_of_readers: false, tell, refuge };
        while let Some(work) = writer.next(&asked) {
            if writer.work(work).is_none() {
                break;
            }
        }
        writer.sync_copy();
    })
}

/// The place that failed.
#[derive(Default)]
struct Place {
    /// In the next pause it is looked at.
    looks: bool,
    /// It was not there when it was looked at last.
    was_away: bool,
}

struct Writer {
    recorder: Option<Recorder>,
    frozen: bool,
    place: Place,
    /// That others may read what is recorded was said once, when a secret ballot was asked for.
    told_of_readers: bool,
    tell: Sender<Incoming>,
    refuge: Refuge,
}

impl Writer {
    /// What is asked next; if nothing is for a while, the second copy is synced and a place that failed looked at, once.
    /// `None` when nobody asks any more.
    fn next(&mut self, asked: &Receiver<RecordWork>) -> Option<RecordWork> {
        if self.place.looks || self.recorder.as_ref().is_some_and(Recorder::copy_waits) {
            match asked.recv_timeout(PAUSE) {
                Ok(work) => return Some(work),
                Err(RecvTimeoutError::Timeout) => {
                    self.sync_copy();
                    self.look_at_the_place()?;
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        asked.recv().ok()
    }

    /// Does it and says how it went. `None` when nobody listens.
    fn work(&mut self, work: RecordWork) -> Option<()> {
        match work {
            RecordWork::Record(entry) => {
                let outcome = self.append(&entry);
                self.answer(&entry, outcome)
            }
            RecordWork::Rescue(Rescue::Elsewhere { entry, at }) => {
                let outcome = self.go_elsewhere(&at).and_then(|()| self.append(&entry));
                self.answer(&entry, outcome)
            }
            RecordWork::Rescue(Rescue::Anew(entry)) => {
                let anew = self.recorder.as_mut().map_or(Err(Fault::Frozen), Recorder::write_anew);
                let outcome = anew.map_err(Trouble::from).and_then(|()| self.append(&entry));
                self.answer(&entry, outcome)
            }
            RecordWork::Rescue(Rescue::PutBack { at }) => {
                let answer = match self.put_back(&at) {
                    Ok(said) => Msg::PutBack(said),
                    Err(why) => Msg::NotPutBack(why),
                };
                self.say(answer)
            }
        }
    }

    /// Records one entry; after a failure the files are opened and checked anew before anything is written. A place that
    /// is gone or broken is left at once, and the entry recorded elsewhere.
    fn append(&mut self, entry: &Entry) -> Result<(), Trouble> {
        let Some(recorder) = &mut self.recorder else { return Err(Trouble::Said(words::READ_ONLY.to_owned())) };
        let Err(fault) = record(recorder, entry, &mut self.frozen) else { return Ok(()) };
        if !is_to_be_left(&fault) || recorder.sheltered().is_some() {
            return Err(fault.into());
        }
        if !recorder.ways_out(&fault).elsewhere {
            return Err(Trouble::Nowhere(fault));
        }
        // She sees why it takes so long; nobody listening any more is no reason not to record.
        let _ = self.say(Msg::Warned(shelter_words::LEAVING.to_owned()));
        let moved = self.take_shelter(Some(&fault)).and_then(|()| {
            self.recorder.as_mut().map_or(Err(Fault::Frozen), |recorder| record(recorder, entry, &mut self.frozen))
        });
        moved.map_err(|second| Trouble::Neither(Box::new((fault, second))))
    }

    fn take_shelter(&mut self, fault: Option<&Fault>) -> Result<(), Fault> {
        let Some(recorder) = &mut self.recorder else { return Err(Fault::Frozen) };
        recorder.take_shelter()?;
        self.frozen = false;
        if fault.is_some() {
            recorder.let_go_of_the_place();
        }
        if let Some((place, here)) = recorder.sheltered() {
            let folder = |path| shelter_words::path(folder_of(path));
            let sheltered = Sheltered { place: folder(&place.journal), here: folder(&here.journal), is_back: false };
            let said = shelter_words::goes_on(fault);
            let (place, session_file) = (place.session_file.clone(), here.session_file.clone());
            self.refuge.set(Some(Elsewhere { place, session_file }));
            let _ = self.say(Msg::Sheltered(sheltered, said));
        }
        Ok(())
    }

    /// From its place to the second copy, or back.
    fn go_elsewhere(&mut self, at: &str) -> Result<(), Trouble> {
        if self.recorder.as_ref().is_none_or(|recorder| recorder.sheltered().is_none()) {
            return self.take_shelter(None).map_err(Trouble::from);
        }
        let said = self.put_back(at).map_err(Trouble::Said)?;
        let _ = self.say(Msg::PutBack(said));
        Ok(())
    }

    fn put_back(&mut self, at: &str) -> Result<String, String> {
        let Some(recorder) = &mut self.recorder else { return Err(words::READ_ONLY.to_owned()) };
        let Some(place) = recorder.sheltered().map(|(place, _)| place.journal.clone()) else {
            return Ok(crate::french::screen::shelter::AT_ITS_PLACE.to_owned());
        };
        let back = recorder.put_back(at).map_err(|why| shelter_words::not_put_back(&why))?;
        (self.frozen, self.place.looks) = (false, false);
        self.refuge.set(None);
        self.warn(back.map_or(Some(Ok(())), |notice| Some(Err(notice))));
        Ok(shelter_words::is_back(&place))
    }

    /// Says how it went, and only then writes the second copy: no key waits for it.
    fn answer(&mut self, entry: &Entry, outcome: Result<(), Trouble>) -> Option<()> {
        let trouble = match outcome {
            Ok(()) => {
                self.say(Msg::Recorded)?;
                self.follow(entry);
                return Some(());
            }
            Err(trouble) => trouble,
        };
        let unrecorded = match (trouble, &self.recorder) {
            (Trouble::Said(why), _) => why.into(),
            (Trouble::Nowhere(fault), _) => format!("{} {}", words::fault(&fault), shelter_words::NOWHERE).into(),
            (Trouble::Neither(faults), recorder) => {
                let (first, second) = *faults;
                let elsewhere = recorder.as_ref().is_some_and(|recorder| recorder.ways_out(&second).elsewhere);
                Unrecorded { why: shelter_words::neither(&first, &second), elsewhere, anew: false }
            }
            (Trouble::Of(fault), recorder) => {
                let ways = recorder.as_ref().map(|recorder| recorder.ways_out(&fault)).unwrap_or_default();
                Unrecorded { why: words::fault(&fault), elsewhere: ways.elsewhere, anew: ways.anew }
            }
        };
        self.say(Msg::NotRecorded(unrecorded))
    }

    fn follow(&mut self, entry: &Entry) {
        let Some(recorder) = &mut self.recorder else { return };
        self.place.looks = recorder.sheltered().is_some();
        let followed = recorder.follow();
        let readable =
            (!self.told_of_readers && asks_for_a_secret(entry)).then(|| recorder.readable_ballot()).flatten();
        self.told_of_readers |= readable.is_some();
        self.warn(Some(followed));
        self.warn(readable.map(Err));
        if entry.proclaims() {
            self.sync_copy();
        }
    }

    fn sync_copy(&mut self) {
        let synced = self.recorder.as_mut().filter(|recorder| recorder.copy_waits()).map(Recorder::sync_copy);
        self.warn(synced);
    }

    fn look_at_the_place(&mut self) -> Option<()> {
        if !std::mem::take(&mut self.place.looks) {
            return Some(());
        }
        let is_there = self.recorder.as_ref().is_some_and(Recorder::place_is_back);
        // Of a disk that failed and never went away nothing tells that it is sound again.
        let is_back = is_there && self.place.was_away;
        self.place.was_away = !is_there;
        if is_back { self.say(Msg::PlaceIsBack) } else { Some(()) }
    }

    fn warn(&self, outcome: Option<Result<(), Notice>>) {
        if let Some(Err(notice)) = outcome {
            // Whoever does not listen any more is leaving: what was recorded is on the disk.
            let _ = self.say(Msg::Warned(words::notice(&notice)));
        }
    }

    fn say(&self, message: Msg) -> Option<()> {
        self.tell.send(Incoming::Message(message)).ok()
    }
}

/// Whether a vote goes on by secret ballot since that entry.
fn asks_for_a_secret(entry: &Entry) -> bool {
    let asks = |event: &Event| matches!(event, Event::SecretAsked(asked) if !asked.refused);
    matches!(entry, Entry::Action { events, .. } if events.iter().any(asks))
}

/// Why an entry is not recorded.
enum Trouble {
    /// The sentence says it.
    Said(String),
    /// The disk, or another program.
    Of(Fault),
    /// The disk is gone, and there is nowhere to go.
    Nowhere(Fault),
    /// Neither the place nor the second copy can be written.
    Neither(Box<(Fault, Fault)>),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Of(fault)
    }
}

fn record(recorder: &mut Recorder, entry: &Entry, frozen: &mut bool) -> Result<(), Fault> {
    let reopened = if *frozen { recorder.reopen() } else { Ok(()) };
    let outcome = reopened.and_then(|()| recorder.append(entry)).map(|_| ());
    *frozen = outcome.is_err();
    outcome
}

//! The thread that records: one entry at a time, on the disk first, and then in the second copy, which is synced when she
//! pauses or proclaims.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::app::Msg;
use crate::council::history::Entry;
use crate::french::program as words;
use crate::run::Incoming;
use crate::store::fault::Notice;
use crate::store::record::Recorder;

/// How long nothing is recorded before the second copy is synced.
const PAUSE: Duration = Duration::from_secs(2);

/// Writes entries to the disk, one at a time, and says how it went.
pub fn spawn(
    recorder: Option<Recorder>,
    entries: Receiver<Entry>,
    tell: Sender<Incoming>,
) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name("journal".into()).spawn(move || {
        let mut writer = Writer { recorder, frozen: false, tell };
        while let Some(entry) = writer.next(&entries) {
            if writer.write(&entry).is_none() {
                break;
            }
        }
        writer.sync_copy();
    })
}

struct Writer {
    recorder: Option<Recorder>,
    frozen: bool,
    tell: Sender<Incoming>,
}

impl Writer {
    /// The next entry; the second copy is synced meanwhile if none comes for a while. `None` when nobody asks any more.
    fn next(&mut self, entries: &Receiver<Entry>) -> Option<Entry> {
        if self.recorder.as_ref().is_some_and(Recorder::copy_waits) {
            match entries.recv_timeout(PAUSE) {
                Ok(entry) => return Some(entry),
                Err(RecvTimeoutError::Timeout) => self.sync_copy(),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        entries.recv().ok()
    }

    /// Records an entry, says so, and only then writes the second copy: no key waits for it. `None` when nobody listens.
    fn write(&mut self, entry: &Entry) -> Option<()> {
        let answer = match &mut self.recorder {
            Some(recorder) => record(recorder, entry, &mut self.frozen),
            None => Msg::NotRecorded(words::READ_ONLY.to_owned()),
        };
        let is_recorded = answer == Msg::Recorded;
        self.tell.send(Incoming::Message(answer)).ok()?;
        if is_recorded {
            let followed = self.recorder.as_mut().map(Recorder::follow);
            self.warn(followed);
            if entry.proclaims() {
                self.sync_copy();
            }
        }
        Some(())
    }

    fn sync_copy(&mut self) {
        let synced = self.recorder.as_mut().filter(|recorder| recorder.copy_waits()).map(Recorder::sync_copy);
        self.warn(synced);
    }

    fn warn(&self, outcome: Option<Result<(), Notice>>) {
        if let Some(Err(notice)) = outcome {
            // Whoever does not listen any more is leaving: what was recorded is on the disk.
            let _ = self.tell.send(Incoming::Message(Msg::Warned(words::notice(&notice))));
        }
    }
}

/// Records one entry; after a failure the files are opened and checked anew before anything is written.
fn record(recorder: &mut Recorder, entry: &Entry, frozen: &mut bool) -> Msg {
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

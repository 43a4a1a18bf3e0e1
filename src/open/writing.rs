//! The thread that writes papers: the vote never waits for it.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::thread::{self, JoinHandle};

use crate::app::Msg;
use crate::french::screen::rehearsal::NO_PAPERS;
use crate::run::Incoming;
use crate::verbs;

/// Where papers go.
#[derive(Clone, Debug)]
pub enum Papers {
    /// Into the folder of papers beside that session file.
    Beside(PathBuf),
    /// Nowhere: it is a rehearsal.
    Nowhere,
}

/// Writes the papers of that session file each time it is asked to, from what is on the disk, and says how it went.
/// Once `leaves` is set it stops behind the paper that it is writing: each is whole or not there.
pub fn spawn(
    papers: Papers,
    asked: Receiver<()>,
    tell: Sender<Incoming>,
    leaves: Arc<AtomicBool>,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name("papers".into()).spawn(move || {
        for () in asked {
            let goes_on = || !leaves.load(Ordering::Relaxed);
            let answer = match &papers {
                Papers::Nowhere => Msg::PapersNotWritten(NO_PAPERS.to_owned()),
                Papers::Beside(session_file) => match verbs::beside(session_file, &goes_on) {
                    Ok(written) => Msg::PapersWritten(written),
                    Err(why) => Msg::PapersNotWritten(why),
                },
            };
            if tell.send(Incoming::Message(answer)).is_err() {
                break;
            }
        }
    })
}

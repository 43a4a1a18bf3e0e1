//! A process that records as fast as it can, to be killed or to have its system calls fail, on the real disk.
//!
//! It is the test binary itself, asked for its `recording_process` alone, which calls [`record_as_told`]. It says each
//! action as the screen would: once its recording has returned.
#![allow(dead_code, reason = "each test binary that shares this module uses a part of it")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::sync::Arc;

use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::id::MemberId;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::fault::Fault;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::replace::replace;
use hemicycle::store::session_file::SessionFile;

use super::{NOW, SESSION, Step, entry, evening as steps, session};

const FOLDER: &str = "HEMICYCLE_TEST_FOLDER";
const ACTIONS: &str = "HEMICYCLE_TEST_ACTIONS";

pub fn session_in(folder: &Path) -> SessionFile {
    SessionFile { path: folder.join("x.ron"), ..session().clone() }
}

pub fn open(folder: &Path) -> Opened {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    open_on(&disk, folder)
}

fn open_on(disk: &Arc<dyn Disk>, folder: &Path) -> Opened {
    record::open(disk, &session_in(folder), NOW).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// The next vote in an evening that never ends: one voice goes round and round.
pub fn next_vote(opened: &Opened) -> Step {
    let member = MemberId::new("breton-alix");
    let (report, vote) = opened.history.sitting().open_report().expect("opened by the third step");
    let before = vote.choice(&member).expect("a voice");
    let place = Choice::ALL.iter().position(|choice| *choice == before).expect("one of them");
    let voices = vec![(member, Choice::ALL[(place + 1) % Choice::ALL.len()])];
    Step::Do(Command::voices(&report.id, voices))
}

/// The paper that is written anew after each third action.
pub const PAPER: &str = "pv.txt";

/// What the paper is after so many actions: longer than what a disk writes at once.
pub fn paper_after(actions: usize) -> String {
    format!("{actions}\n").repeat(2_000)
}

/// Records on that disk as many actions as the parent says, where it says. Says a refusal, and tries again.
#[allow(clippy::disallowed_methods, reason = "how the parent says where to record")]
pub fn record_as_told(disk: &Arc<dyn Disk>) {
    let (Ok(folder), Ok(actions)) = (std::env::var(FOLDER), std::env::var(ACTIONS)) else { return };
    let folder = Path::new(&folder);
    let mut opened = open_on(disk, folder);
    // Until the report is open, the first three steps of the evening; then votes.
    let mut beginning = steps().into_iter().take(3).skip(opened.history.entries().count());
    println!("found {}", opened.history.entries().count());
    for _ in 0..actions.parse().expect("a number") {
        let step = beginning.next().unwrap_or_else(|| next_vote(&opened));
        let entry = entry(&opened.history, &step);
        let recorder = opened.recorder.as_mut().expect("not read-only");
        while let Err(fault) = recorder.append(&entry) {
            assert!(matches!(fault, Fault::NotRecorded { .. }), "{fault:?}");
            println!("refused {fault:?}");
            recorder.reopen().expect("only one call fails");
        }
        opened.history.push(entry).expect("decided by the same rules");
        let there = opened.history.entries().count();
        println!("recorded {there}");
        if there.is_multiple_of(3) {
            match replace(&RealDisk, &folder.join(PAPER), paper_after(there).as_bytes(), true) {
                Ok(()) => println!("written {there}"),
                Err(why) => println!("not written {why:?}"),
            }
        }
    }
}

pub fn spawn(through: &[&str], folder: &Path, actions: u32) -> Child {
    recording(through, folder, actions).spawn().unwrap()
}

pub fn recording(through: &[&str], folder: &Path, actions: u32) -> Process {
    let myself = std::env::current_exe().unwrap();
    let mut words = through.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    words.push(myself.to_string_lossy().into_owned());
    words.extend(["--ignored", "--exact", "recording_process", "--nocapture"].map(str::to_owned));
    let mut process = Process::new(&words[0]);
    process.args(&words[1..]).env(FOLDER, folder).env(ACTIONS, actions.to_string());
    process.stdout(Stdio::piped()).stderr(Stdio::null());
    process
}

pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.ron"), SESSION).unwrap();
    folder
}

/// The number in the last whole line of that kind.
pub fn last_said(said: &str, what: &str) -> Option<usize> {
    let whole = &said[..said.rfind('\n').map_or(0, |end| end + 1)];
    whole.lines().rev().find_map(|line| line.strip_prefix(what)?.trim().parse().ok())
}

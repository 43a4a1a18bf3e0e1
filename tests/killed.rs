//! A process that records as fast as it can is killed, or has its system calls fail, on the real disk.
//!
//! The recording process is this test binary itself, asked for [`recording_process`] alone. It says each action as the
//! screen would: once its recording has returned. Two thousand kills of the real program: `scripts/kills.py`.
//!
//! A kill does not test fsync: what was written and not synced is in the memory of the system, which survives the process.
//! That is what `scripts/power_cuts.py` and `crash_points` are for.

mod evening;
#[path = "common/late_disk.rs"]
mod late_disk;
#[path = "common/skip.rs"]
mod skip;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::sync::Arc;

use evening::{NOW, SESSION, Step, entry, evening as steps, session};
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::id::MemberId;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::fault::Fault;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::seal;
use hemicycle::store::session_file::SessionFile;

const FOLDER: &str = "HEMICYCLE_TEST_FOLDER";
const ACTIONS: &str = "HEMICYCLE_TEST_ACTIONS";
/// Whether the disk of the recording process says that a record is there before it is.
const LATE: &str = "HEMICYCLE_TEST_LATE";

fn session_in(folder: &Path) -> SessionFile {
    SessionFile { path: folder.join("x.ron"), ..session().clone() }
}

fn open(folder: &Path) -> Opened {
    open_on(&(Arc::new(RealDisk) as Arc<dyn Disk>), folder)
}

fn open_on(disk: &Arc<dyn Disk>, folder: &Path) -> Opened {
    record::open(disk, &session_in(folder), NOW).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// The next vote in an evening that never ends: one voice goes round and round.
fn next_vote(opened: &Opened) -> Step {
    let member = MemberId::new("breton-alix");
    let (report, vote) = opened.history.sitting().open_report().expect("opened by the third step");
    let before = vote.choice(&member).expect("a voice");
    let place = Choice::ALL.iter().position(|choice| *choice == before).expect("one of them");
    let voices = vec![(member, Choice::ALL[(place + 1) % Choice::ALL.len()])];
    Step::Do(Command::voices(&report.id, voices))
}

#[test]
#[ignore = "it is the process that the other tests kill"]
#[allow(clippy::disallowed_methods, reason = "how the parent says where to record")]
fn recording_process() {
    let (Ok(folder), Ok(actions)) = (std::env::var(FOLDER), std::env::var(ACTIONS)) else { return };
    let late = std::env::var(LATE).is_ok();
    let disk: Arc<dyn Disk> = if late { Arc::new(late_disk::LateDisk::default()) } else { Arc::new(RealDisk) };
    let mut opened = open_on(&disk, Path::new(&folder));
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
        println!("recorded {}", opened.history.entries().count());
    }
}

fn spawn(through: &[&str], folder: &Path, actions: u32) -> Child {
    recording(through, folder, actions).spawn().unwrap()
}

fn recording(through: &[&str], folder: &Path, actions: u32) -> Process {
    let myself = std::env::current_exe().unwrap();
    let mut words = through.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    words.push(myself.to_string_lossy().into_owned());
    words.extend(["--ignored", "--exact", "recording_process", "--nocapture"].map(str::to_owned));
    let mut process = Process::new(&words[0]);
    process.args(&words[1..]).env(FOLDER, folder).env(ACTIONS, actions.to_string());
    process.stdout(Stdio::piped()).stderr(Stdio::null());
    process
}

/// Killed after so many words, at whatever it is doing then; all that it said.
fn killed_after(mut child: Child, words: usize) -> String {
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    for _ in 0..words {
        output.read_line(&mut said).unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    output.read_to_string(&mut said).unwrap();
    said
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.ron"), SESSION).unwrap();
    folder
}

/// The number in the last whole line of that kind.
fn last_said(said: &str, what: &str) -> Option<usize> {
    let whole = &said[..said.rfind('\n').map_or(0, |end| end + 1)];
    whole.lines().rev().find_map(|line| line.strip_prefix(what)?.trim().parse().ok())
}

#[test]
fn case_01_killed_at_any_instant_everything_that_was_said_to_be_recorded_is_there() {
    let folder = folder();
    let mut there = 0;
    for round in 0..40 {
        let said = killed_after(spawn(&[], folder.path(), 10_000), 4 + round % 7);
        assert_eq!(last_said(&said, "found "), Some(there), "what was there at the last look: {said}");
        let recorded = last_said(&said, "recorded ").unwrap_or(there);
        there = open(folder.path()).history.entries().count();
        assert!(there == recorded || there == recorded + 1, "round {round}: {recorded} said, {there} there");
        let report = seal::verify(&RealDisk, &folder.path().join("x.ron")).unwrap();
        assert_eq!(report.map(|report| report.journal.lines), (there > 0).then_some(there as u64 + 1));
    }
    assert!(there > 60, "{there} actions in all");
}

#[test]
fn case_01_goes_red_when_an_action_is_acknowledged_before_it_is_written() {
    // Killed between two records, the last one is missing; within one, it is written at last.
    let loses = |_: &usize| {
        let folder = folder();
        let mut process = recording(&[], folder.path(), 10_000);
        let said = killed_after(process.env(LATE, "1").spawn().unwrap(), 12);
        let recorded = last_said(&said, "recorded ").expect("it said so");
        open(folder.path()).history.entries().count() < recorded
    };
    assert!((0..40).find(loses).is_some(), "nothing was lost");
}

/// Whether calls can be made to fail here.
fn strace_works() -> bool {
    let tried = Process::new("strace").args(["-f", "-e", "trace=none", "true"]).stderr(Stdio::null()).status();
    let works = tried.is_ok_and(|status| status.success());
    if !works {
        skip::skip("strace is not there, or may not be used");
    }
    works
}

#[test]
fn case_07_09_and_14_a_system_call_that_fails_on_the_real_disk_is_said_and_can_be_tried_again() {
    if !strace_works() {
        return;
    }
    let failures = [("fdatasync", "EIO"), ("fdatasync", "ENOSPC"), ("fdatasync", "EROFS"), ("fsync", "EIO")];
    for (call, error) in failures {
        for when in [1, 2, 5] {
            let folder = folder();
            let inject = format!("inject={call}:error={error}:when={when}");
            let log = folder.path().join("strace.log");
            let trace = format!("trace={call}");
            let through = ["strace", "-f", "-o", &log.to_string_lossy(), "-e", &trace, "-e", &inject];
            let output = spawn(&through, folder.path(), 8).wait_with_output().unwrap();
            let said = String::from_utf8(output.stdout).unwrap();
            let refused = said.matches("refused ").count();
            // The folder is synced once, when the journal is created.
            assert_eq!(refused, usize::from(call != "fsync" || when == 1), "{call} {error} {when}: {said}");
            assert_eq!(last_said(&said, "recorded "), Some(8), "{call} {error} {when}: {said}");
            assert_eq!(open(folder.path()).history.entries().count(), 8, "{call} {error} {when}");
        }
    }
}

//! A process that records on the real disk has one of its system calls refused: the first, the second, and so on until no
//! call is left. What it said to be recorded is there, and nothing else but one action that it was recording.

mod evening;
#[path = "common/skip.rs"]
mod skip;

use std::fs;
use std::path::Path;
use std::process::{Command as Process, Stdio};

use evening::process::{PAPER, folder, last_said, open, paper_after, record_as_told, spawn};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::seal;

/// How many actions are recorded.
const ACTIONS: u32 = 7;

/// The calls, each with its other names.
const CALLS: [&str; 10] = [
    "write",
    "fdatasync",
    "fsync",
    "openat",
    "rename,renameat,renameat2",
    "link,linkat",
    "unlink,unlinkat",
    "ftruncate",
    "flock",
    "statx",
];

const ERRORS: [&str; 4] = ["ENOSPC", "EIO", "EROFS", "EACCES"];

#[test]
#[ignore = "it is the process of which the other tests make calls fail"]
fn recording_process() {
    let disk: std::sync::Arc<dyn hemicycle::store::disk::Disk> = std::sync::Arc::new(hemicycle::store::disk::RealDisk);
    record_as_told(&disk);
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

/// What a process did of which one call was refused.
struct Outcome {
    /// Whether it came as far as that call.
    was_refused: bool,
    said: String,
    folder: tempfile::TempDir,
    /// How many actions were there before.
    before: usize,
}

/// Records with the nth of these calls refused, on the files of the séance only. With `goes_on` some actions are there
/// already, and a paper.
fn record_with(calls: &str, nth: usize, error: &str, goes_on: bool) -> Outcome {
    let folder = folder();
    let before = if goes_on {
        assert!(spawn(&[], folder.path(), 4).wait().unwrap().success());
        open(folder.path()).history.entries().count()
    } else {
        0
    };
    let elsewhere = tempfile::tempdir().unwrap();
    let log = elsewhere.path().join("strace.log");
    let known: Vec<String> = calls.split(',').map(|call| format!("?{call}")).collect();
    let (trace, inject) =
        (format!("trace={}", known.join(",")), format!("inject={}:error={error}:when={nth}", known.join(",")));
    let mut through = vec!["strace".to_owned(), "-f".into(), "-o".into(), log.display().to_string()];
    through.extend(["-e".into(), trace, "-e".into(), inject]);
    for path in ["", "x.journal", "x.lock", PAPER] {
        let path = if path.is_empty() { folder.path().to_owned() } else { folder.path().join(path) };
        through.extend(["-P".into(), path.display().to_string()]);
    }
    let through: Vec<&str> = through.iter().map(String::as_str).collect();
    let output = spawn(&through, folder.path(), ACTIONS).wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let was_refused = fs::read_to_string(&log).unwrap().contains("(INJECTED)");
    Outcome { was_refused, said, folder, before }
}

impl Outcome {
    /// What is wrong on the disk afterwards.
    fn wrong(&self) -> Option<String> {
        let said = last_said(&self.said, "recorded ").unwrap_or(self.before);
        let there = open(self.folder.path()).history.entries().count();
        if there != said && there != said + 1 {
            return Some(format!("{said} said, {there} there"));
        }
        if let Err(fault) = seal::verify(&RealDisk, &self.folder.path().join("x.ron")) {
            return Some(format!("{fault:?}"));
        }
        let paper = fs::read_to_string(self.folder.path().join(PAPER)).ok();
        let written = last_said(&self.said, "written ").or((self.before >= 3).then_some(3));
        let may_be = (written.unwrap_or(0)..=there).map(paper_after);
        let is_whole =
            paper.as_ref().map_or(written.is_none(), |paper| may_be.into_iter().any(|whole| whole == *paper));
        (!is_whole).then(|| {
            format!("the paper is neither the old one nor the new one: {written:?}, {:?}", left_in(self.folder.path()))
        })
    }
}

fn left_in(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// The walk over the calls of which `is_tried` holds; says how many runs there were, and what was wrong.
fn walk(
    errors: &[&str],
    is_tried: impl Fn(&str, usize, &str) -> bool,
    wrong: impl Fn(&Outcome) -> Option<String>,
) -> (usize, Vec<String>) {
    let (mut runs, mut found) = (0, Vec::new());
    for goes_on in [false, true] {
        for calls in CALLS {
            for error in errors {
                for nth in (1..100).filter(|nth| is_tried(calls, *nth, error)) {
                    let outcome = record_with(calls, nth, error, goes_on);
                    if !outcome.was_refused {
                        break;
                    }
                    runs += 1;
                    let what = wrong(&outcome);
                    found.extend(what.map(|what| format!("{calls} {error} {nth} {goes_on}: {what}\n{}", outcome.said)));
                }
            }
        }
    }
    (runs, found)
}

/// What a signal does to a call must not be noticed at all.
fn noticed(outcome: &Outcome) -> Option<String> {
    let is_done = last_said(&outcome.said, "recorded ") == Some(outcome.before + ACTIONS as usize);
    let is_said = outcome.said.contains("refused ") || outcome.said.contains("not written");
    if !is_done || is_said { Some("a signal was noticed".into()) } else { outcome.wrong() }
}

#[test]
fn case_07_09_10_14_and_19_a_system_call_that_is_refused_on_the_real_disk_loses_nothing_that_was_said() {
    if !strace_works() {
        return;
    }
    // One error for each place of a call, in turn: all of them are in the whole walk.
    let place = |calls: &str, nth: usize| CALLS.iter().position(|call| *call == calls).unwrap() + nth;
    let one_in_turn =
        |calls: &str, nth: usize, error: &str| nth < 3 && ERRORS[place(calls, nth) % ERRORS.len()] == error;
    let (runs, wrong) = walk(&ERRORS, one_in_turn, Outcome::wrong);
    println!("{runs} runs, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.concat());
    assert!(runs > 15, "{runs}");
}

#[test]
fn case_11_a_system_call_that_a_signal_interrupts_on_the_real_disk_is_made_again_and_nobody_is_told() {
    if !strace_works() {
        return;
    }
    let (runs, wrong) = walk(&["EINTR"], |_, nth, _| nth == 2, noticed);
    println!("{runs} runs, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.concat());
    assert!(runs > 5, "{runs}");
}

/// `cargo test --test failing_calls -- --ignored --nocapture the_whole_walk`
#[test]
#[ignore = "minutes: every call, every error"]
fn case_10_and_11_the_whole_walk_over_the_system_calls() {
    if !strace_works() {
        return;
    }
    let (runs, wrong) = walk(&ERRORS, |_, _, _| true, Outcome::wrong);
    println!("{runs} runs with a call refused, {} wrong", wrong.len());
    let (interrupted, told) = walk(&["EINTR"], |_, _, _| true, noticed);
    println!("{interrupted} runs with a call interrupted, {} noticed", told.len());
    assert!(wrong.is_empty() && told.is_empty(), "{}{}", wrong.concat(), told.concat());
}

//! A process that records as fast as it can is killed at any instant, on the real disk. Two thousand kills of the real
//! program: `scripts/kills.py`.
//!
//! A kill does not test fsync: what was written and not synced is in the memory of the system, which survives the process.
//! That is what `scripts/power_cuts.py` and `crash_points` are for.

mod evening;
#[path = "common/late_disk.rs"]
mod late_disk;

use std::io::{BufRead, BufReader, Read};
use std::process::Child;
use std::sync::Arc;

use evening::process::{folder, last_said, open, record_as_told, recording, spawn};
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::seal;

/// Whether the disk of the recording process says that a record is there before it is.
const LATE: &str = "HEMICYCLE_TEST_LATE";

#[test]
#[ignore = "it is the process that the other tests kill"]
#[allow(clippy::disallowed_methods, reason = "how the parent says which disk")]
fn recording_process() {
    let late = std::env::var(LATE).is_ok();
    let disk: Arc<dyn Disk> = if late { Arc::new(late_disk::LateDisk::default()) } else { Arc::new(RealDisk) };
    record_as_told(&disk);
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

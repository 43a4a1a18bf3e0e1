//! A process that records as fast as it can is killed at any instant, on the real disk.

mod evening;

use std::io::{BufRead, BufReader, Read};

use evening::process::{folder, last_said, open, record_as_told, spawn};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::seal;

#[test]
#[ignore = "it is the process that the other tests kill"]
fn recording_process() {
    record_as_told();
}

#[test]
fn case_01_killed_at_any_instant_everything_that_was_said_to_be_recorded_is_there() {
    let folder = folder();
    let mut there = 0;
    for round in 0..40 {
        let mut child = spawn(&[], folder.path(), 10_000);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        // Killed after so many words, at whatever it is doing then.
        for _ in 0..4 + round % 7 {
            output.read_line(&mut said).unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        output.read_to_string(&mut said).unwrap();
        assert_eq!(last_said(&said, "found "), Some(there), "what was there at the last look: {said}");
        let recorded = last_said(&said, "recorded ").unwrap_or(there);
        there = open(folder.path()).history.entries().count();
        assert!(there == recorded || there == recorded + 1, "round {round}: {recorded} said, {there} there");
        let report = seal::verify(&RealDisk, &folder.path().join("x.ron")).unwrap();
        assert_eq!(report.map(|report| report.journal.lines), (there > 0).then_some(there as u64 + 1));
    }
    assert!(there > 60, "{there} actions in all");
}

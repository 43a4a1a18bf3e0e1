//! The power is cut under the real program: a few rounds of `scripts/power_cuts.py`, which needs root and a mount.
//!
//! The whole campaign: `scripts/power_cuts.py target/release/hemicycle 500`, and the same with `--without-sync`.

use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;

/// What the script said; `None`, and why is printed, where it cannot be run.
fn cut(more: &[&str]) -> Option<(i32, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/power_cuts.py");
    let Ok(output) = Command::new("python3").arg(script).arg(cargo_bin("hemicycle")).args(more).output() else {
        println!("skipped: there is no python3");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let code = output.status.code().expect("it ended by itself");
    if code == 2 {
        println!("skipped: {said}");
        return None;
    }
    assert!(said.contains("cuts/s"), "{said}{}", String::from_utf8_lossy(&output.stderr));
    Some((code, said))
}

#[test]
fn case_02_the_power_is_cut_under_the_real_program_and_what_it_acknowledged_is_there() {
    if let Some((code, said)) = cut(&["3"]) {
        assert_eq!(code, 0, "{said}");
    }
}

#[test]
fn case_02_goes_red_when_the_real_program_does_not_sync() {
    if let Some((code, said)) = cut(&["3", "--without-sync", "--seed", "1"]) {
        assert_eq!(code, 1, "{said}");
    }
}

//! A sample held by keys in a terminal, beside the same séance typed in as a course.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)
}

/// The session file in a folder of its own.
pub fn evening_in_a_folder(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::copy(sample(name), &path).expect("a copy");
    (folder, path)
}

/// The course without its hours: a séance held on another day than its own has none.
pub fn course(name: &str) -> String {
    let mut timeless = fs::read_to_string(sample("deroules").join(name)).expect("the course");
    for field in ["ouvert: \"", "heure: \""] {
        let mut parts = timeless.split(field);
        let mut without = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (_, behind) = part.split_once('"').expect("the end of an hour");
            without.push_str(behind.strip_prefix(", ").or_else(|| behind.strip_prefix(',')).unwrap_or(behind));
        }
        timeless = without;
    }
    timeless
}

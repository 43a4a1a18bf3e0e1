//! Screens and pictures kept beside the tests, compared to the letter.
//!
//! `HEMICYCLE_WRITE_PICTURES=1 cargo test` writes them anew: look at what changed before it is committed.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Compares a text with the file of that path in the project, or writes it.
pub fn agree(path: &str, text: &str) {
    let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    #[allow(clippy::disallowed_methods, reason = "a test may be asked to write what it compares with")]
    if std::env::var_os("HEMICYCLE_WRITE_PICTURES").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == text, "{path} is stale{}", first_difference(&kept, text));
}

fn first_difference(kept: &str, text: &str) -> String {
    let mut told = String::from(" (HEMICYCLE_WRITE_PICTURES=1 cargo test writes it anew)");
    let lines = kept.lines().map(Some).chain(std::iter::repeat(None)).zip(text.lines());
    if let Some((number, (before, now))) = lines.enumerate().find(|(_, (before, now))| *before != Some(*now)) {
        write!(told, "\nline {}\n  kept: {}\n  now:  {now}", number + 1, before.unwrap_or("nothing")).unwrap();
    }
    told
}

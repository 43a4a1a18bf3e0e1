//! `NAME.affichage`: what the secretary decided of the public display, beside the session file. One line, replaced whole:
//!
//! ```text
//! {"affichage":1,"montre":"suivre"}
//! {"affichage":1,"montre":"figer","apres":42,"voix":true}
//! ```
//! See `docs/affichage.md`. No file is written before she uses the display. Whatever cannot be read is the neutral screen:
//! a mistake may hide too much, never show too much.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::{Disk, if_there};
use super::replace::{self, NotWritten};
use crate::council::public::{Control, Showing};

/// The version of the line that is written, and the only one that is read.
const VERSION: u32 = 1;

/// The longest line that is read, in bytes.
const LIMIT: u64 = 512;

/// The line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    affichage: u32,
    montre: Montre,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    apres: Option<u64>,
    #[serde(default, skip_serializing_if = "is_false")]
    voix: bool,
}

/// What is shown, in the words of the panel.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Montre {
    Suivre,
    Effacer,
    Figer,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// Where that file is.
#[must_use]
pub fn place(session_file: &Path) -> PathBuf {
    session_file.with_extension("affichage")
}

/// What it says; `None` if there is no such file. What cannot be read is the neutral screen.
#[must_use]
pub fn read(disk: &dyn Disk, session_file: &Path) -> Option<Control> {
    let read = if_there(disk.read(&place(session_file), LIMIT)).transpose()?;
    Some(read.ok().and_then(|bytes| understood(&bytes)).unwrap_or(Control::NEUTRAL))
}

/// Replaces it: what stands there is the old line or the new one, never half of one.
///
/// # Errors
/// [`NotWritten`]: the display shows what it showed before.
pub fn write(disk: &dyn Disk, session_file: &Path, control: Control) -> Result<(), NotWritten> {
    let path = place(session_file);
    // A session file that has this name is not written over.
    if path == session_file {
        return Err(NotWritten::Exists { path });
    }
    replace::replace_private(disk, &path, &line(control), true)
}

/// The bytes of the line.
fn line(control: Control) -> Vec<u8> {
    let (montre, apres) = match control.showing {
        Showing::Follows => (Montre::Suivre, None),
        Showing::Cleared => (Montre::Effacer, None),
        Showing::Frozen { after } => (Montre::Figer, Some(after)),
    };
    let line = Line { affichage: VERSION, montre, apres, voix: control.live };
    let mut bytes = serde_json::to_vec(&line).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// What a whole line of this version says.
fn understood(bytes: &[u8]) -> Option<Control> {
    let line: Line = serde_json::from_slice(bytes.strip_suffix(b"\n")?).ok()?;
    let showing = match (line.montre, line.apres) {
        (Montre::Suivre, None) => Showing::Follows,
        (Montre::Effacer, None) => Showing::Cleared,
        (Montre::Figer, Some(after)) => Showing::Frozen { after },
        _ => return None,
    };
    (line.affichage == VERSION).then_some(Control { showing, live: line.voix })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory_disk::MemoryDisk;

    const ALL: [Control; 4] = [
        Control { showing: Showing::Follows, live: false },
        Control { showing: Showing::Follows, live: true },
        Control::NEUTRAL,
        Control { showing: Showing::Frozen { after: 42 }, live: true },
    ];

    #[test]
    fn what_is_written_is_read_back_and_without_a_file_nothing_was_decided() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("conseil.ron");
        let disk = crate::store::disk::RealDisk;
        assert_eq!(read(&disk, &session), None);
        for control in ALL {
            write(&disk, &session, control).unwrap();
            assert_eq!(read(&disk, &session), Some(control));
        }
        assert!(std::fs::read_to_string(place(&session)).unwrap().starts_with("{\"affichage\":1,\"montre\":\"figer\""));
    }

    #[test]
    fn no_beginning_of_a_line_and_no_other_line_shows_more_than_the_neutral_screen() {
        for control in ALL {
            let whole = line(control);
            for length in 0..whole.len() {
                assert_eq!(understood(&whole[..length]), None, "{length} bytes of {control:?}");
            }
            assert_eq!(understood(&whole), Some(control));
        }
        for other in [
            "{\"affichage\":2,\"montre\":\"suivre\"}\n",
            "{\"affichage\":1,\"montre\":\"suivre\",\"voix\":true,\"noms\":true}\n",
            "{\"affichage\":1,\"montre\":\"figer\",\"voix\":true}\n",
            "{\"affichage\":1,\"montre\":\"tout\"}\n",
            "suivre\n",
        ] {
            assert_eq!(understood(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn the_session_file_itself_is_never_written_over() {
        let disk = MemoryDisk::default();
        let session = Path::new("/conseil.affichage");
        assert!(matches!(write(&disk, session, Control::NEUTRAL), Err(NotWritten::Exists { .. })));
    }
}

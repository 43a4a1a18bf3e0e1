//! The séances that were opened last, from one evening to the next: `recentes.ron` in the folder of what the program
//! remembers. Losing it loses no séance; what cannot be read or written is silently forgotten.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::own_folder::make_folder;
use super::replace;

/// How many are remembered.
pub const MOST: usize = 20;

/// The longest list that is read, in bytes.
const LIMIT: u64 = 256 * 1024;

/// The name of the list.
const NAME: &str = "recentes.ron";

/// The list as it is kept.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Recent {
    recentes: Vec<String>,
}

/// The session files opened last, the last one first; none if nothing is remembered.
#[must_use]
pub fn read(disk: &dyn Disk, folder: &Path) -> Vec<PathBuf> {
    let Ok(bytes) = disk.read(&folder.join(NAME), LIMIT) else { return vec![] };
    let recent: Recent = String::from_utf8(bytes).ok().and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
    recent.recentes.into_iter().take(MOST).map(PathBuf::from).collect()
}

/// Puts a session file at the head of the list. The path must be whole: the next program begins in another folder.
pub fn remember(disk: &dyn Disk, folder: &Path, session_file: &Path) {
    let Some(newest) = session_file.to_str() else { return };
    let before = read(disk, folder);
    if before.first().is_some_and(|first| first == session_file) {
        return;
    }
    let others = before.iter().filter(|path| *path != session_file).filter_map(|path| path.to_str());
    let recentes = std::iter::once(newest).chain(others).take(MOST).map(str::to_owned).collect();
    let Ok(text) = ron::ser::to_string_pretty(&Recent { recentes }, ron::ser::PrettyConfig::default()) else { return };
    // Should it not be made, neither is the list.
    let _ = make_folder(disk, folder);
    let _ = replace::replace_private(disk, &folder.join(NAME), text.as_bytes(), true);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn the_last_one_opened_comes_first_once_and_twenty_are_kept() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("state/hemicycle");
        for number in 0..30 {
            remember(&RealDisk, &folder, Path::new(&format!("/seances/{number}.ron")));
        }
        remember(&RealDisk, &folder, Path::new("/seances/25.ron"));
        let kept = read(&RealDisk, &folder);
        assert_eq!(kept.len(), MOST);
        assert_eq!(kept[..3], ["/seances/25.ron", "/seances/29.ron", "/seances/28.ron"].map(PathBuf::from));
    }

    #[test]
    fn what_cannot_be_read_or_written_is_forgotten_in_silence() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join(NAME), "(recentes: [").unwrap();
        assert_eq!(read(&RealDisk, home.path()), Vec::<PathBuf>::new());
        remember(&RealDisk, Path::new("/proc/nowhere"), Path::new("/a.ron"));
        remember(&RealDisk, home.path(), Path::new("/a.ron"));
        assert_eq!(read(&RealDisk, home.path()), [PathBuf::from("/a.ron")]);
    }
}

//! Whether the five lines of the first time are shown: once to each user of the computer.

use std::fs;
use std::path::Path;

use crate::store::own_folder;
use crate::verbs::state_dir;

/// The mark that they were shown.
const MARK: &str = "bienvenue";

/// Whether the program is opened for the first time by this user; it is no more from now on.
///
/// Where nothing can be remembered they are not shown: lines that come back every evening are not read any more, and F1
/// says all of it.
#[must_use]
pub fn is_first() -> bool {
    state_dir().is_some_and(|folder| leaves_a_mark(&folder))
}

/// Whether the mark was not there, and is now.
fn leaves_a_mark(folder: &Path) -> bool {
    own_folder::make_private(folder).is_ok() && fs::File::create_new(folder.join(MARK)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_is_one_and_where_nothing_can_be_remembered_there_is_none() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("state/hemicycle");
        assert!(leaves_a_mark(&folder));
        assert!(!leaves_a_mark(&folder));
        fs::write(home.path().join("file"), b"").unwrap();
        assert!(!leaves_a_mark(&home.path().join("file/hemicycle")));
    }
}

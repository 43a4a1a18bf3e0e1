//! What tells that a file changed without reading it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Which file stands under a name, how long it is, when it was written; nothing if there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp(Option<(u64, u64, u64, i64, i64)>);

impl Stamp {
    /// Of what stands there now.
    pub(super) fn of(path: &Path) -> Self {
        let found = fs::symlink_metadata(path).ok();
        Self(found.map(|it| (it.dev(), it.ino(), it.len(), it.mtime(), it.mtime_nsec())))
    }
}

//! Where the user's own files lie, for every sitting: `charte.ron`, `formules.ron`, models.

use std::path::PathBuf;

/// The user's configuration folder, whether it exists or not: `$XDG_CONFIG_HOME/hemicycle`, else `~/.config/hemicycle`;
/// `None` for a user without a home.
#[must_use]
pub fn config_dir() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "hemicycle")?.config_dir().to_path_buf())
}

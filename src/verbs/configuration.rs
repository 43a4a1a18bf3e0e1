//! Where the user's own files lie, for every sitting: `config.ron`, `charte.ron`, `formules.ron`, models; and what the
//! program remembers from one evening to the next.

use std::path::PathBuf;

/// The user's configuration folder, whether it exists or not: `$XDG_CONFIG_HOME/hemicycle`, else `~/.config/hemicycle`;
/// `None` for a user without a home.
#[must_use]
pub fn config_dir() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "hemicycle")?.config_dir().to_path_buf())
}

/// The folder of what the program remembers, whether it exists or not: `$XDG_STATE_HOME/hemicycle`, else
/// `~/.local/state/hemicycle`; `None` for a user without a home. Losing it loses no séance.
#[must_use]
pub fn state_dir() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "hemicycle")?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_path_buf())
}

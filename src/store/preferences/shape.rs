//! `config.ron` as serde reads it, under the French keys of the file.

use serde::Deserialize;

/// `config.ron`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreferencesShape {
    pub format: Option<u32>,
    pub palette: Option<PaletteShape>,
    pub ascii: Option<bool>,
    #[serde(alias = "linéaire")]
    pub lineaire: Option<bool>,
    pub souris: Option<bool>,
}

/// `palette`.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum PaletteShape {
    Usuelle,
    Contraste,
    SansCouleur,
}

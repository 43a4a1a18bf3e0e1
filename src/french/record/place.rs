//! What the place of a séance cannot keep from others, and what to do about it.

use std::path::Path;

use super::{reason, shown};
use crate::store::exposure::Exposure;
use crate::store::fault::DiskError;

/// What a place lets happen, in one sentence.
#[must_use]
pub fn exposure(exposure: &Exposure) -> String {
    match exposure {
        Exposure::Readable { path } => {
            format!("À cet endroit, d’autres personnes peuvent lire la séance ({}).", shown(path))
        }
        Exposure::ReadableBallot { path } => {
            format!(
                "Scrutin secret à un endroit où d’autres peuvent lire la séance ({}) : qui a émargé et les totaux s’y lisent, jamais un choix à côté d’un nom.",
                shown(path)
            )
        }
        Exposure::Writable { folder } => {
            format!("Toute personne de cet ordinateur peut changer le dossier de la séance ({}).", shown(folder))
        }
    }
}

/// What to do about it.
#[must_use]
pub fn exposure_next_step(exposure: &Exposure) -> &'static str {
    match exposure {
        Exposure::Readable { .. } | Exposure::ReadableBallot { .. } => {
            "Gardez ce disque sous la main, ou copiez la séance dans votre dossier personnel."
        }
        Exposure::Writable { .. } => "Copiez-le dans votre dossier personnel, et ouvrez la séance de cet endroit.",
    }
}

/// Why a séance is only read, and where it could be written: short enough for the banner of the narrowest window.
#[must_use]
pub fn read_only(error: DiskError, writable: &Path) -> String {
    let writable = shown(writable);
    format!("Lecture seule : {}. Copiez le dossier de la séance dans {writable}, et ouvrez la copie.", reason(error))
}

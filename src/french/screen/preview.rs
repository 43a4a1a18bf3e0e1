//! The words of the preview.

/// « lignes 1 à 34 sur 120 ».
#[must_use]
pub fn rows(first: usize, last: usize, all: usize) -> String {
    format!("lignes {first} à {last} sur {all}")
}

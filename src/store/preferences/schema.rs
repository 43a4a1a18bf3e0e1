//! What `config.ron` may hold, for the scanner. `docs/preferences.md` lists the same fields.

use crate::store::session_file::schema::{Fields, Kind, Word, accented, field, word};

/// `config.ron`.
pub const PREFERENCES: Fields = Fields {
    known: &[
        field("format", Kind::Number),
        field("palette", Kind::Choice(PALETTE)),
        field("ascii", Kind::YesNo),
        accented("lineaire", "linéaire", Kind::YesNo),
        field("souris", Kind::YesNo),
    ],
};

/// `palette`.
pub const PALETTE: &[Word] = &[word("Usuelle"), word("Contraste"), word("SansCouleur")];

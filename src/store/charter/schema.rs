//! What `charte.ron` and `formules.ron` may hold, for the scanner. `docs/charte.md` lists the same fields; a test holds
//! both, and the types that serde reads, alike.

use crate::store::session_file::schema::{Content, Fields, Kind, PHRASES, Word, accented, field, word};

/// `charte.ron`.
pub const CHARTER: Fields = Fields {
    known: &[
        field("format", Kind::Number),
        field("papier", Kind::Choice(SHEET)),
        field("marges", Kind::Fields(&MARGINS)),
        accented("entete", "entête", Kind::List(&Kind::Text)),
        field("logo", Kind::Fields(&LOGO)),
        field("polices", Kind::Fields(&FONTS)),
        field("couleur", Kind::Text),
    ],
};

/// `formules.ron`.
pub const WORDING: Fields =
    Fields { known: &[field("format", Kind::Number), field("formules", Kind::Fields(&PHRASES))] };

/// `papier`.
pub const SHEET: &[Word] = &[
    word("A4"),
    word("A5"),
    word("Lettre"),
    Word { name: "Mesures", accented: None, content: Content::Fields(&MEASURES) },
];

/// `Mesures`.
pub const MEASURES: Fields = Fields { known: &[field("largeur", Kind::Decimal), field("hauteur", Kind::Decimal)] };

/// `marges`.
pub const MARGINS: Fields = Fields {
    known: &[
        field("haut", Kind::Decimal),
        field("droite", Kind::Decimal),
        field("bas", Kind::Decimal),
        field("gauche", Kind::Decimal),
    ],
};

/// `logo`.
pub const LOGO: Fields =
    Fields { known: &[field("fichier", Kind::Text), field("hauteur", Kind::Number), field("texte", Kind::Text)] };

/// `polices`.
pub const FONTS: Fields = Fields {
    known: &[
        field("famille", Kind::Text),
        field("taille", Kind::Decimal),
        field("normal", Kind::Text),
        field("gras", Kind::Text),
        field("italique", Kind::Text),
        field("gras_italique", Kind::Text),
    ],
};

//! The names of the styles that a clerk sees in her word processor.

/// Running text.
pub const TEXT: &str = "Texte courant";
/// What the act is about.
pub const OBJECT: &str = "Objet";
/// The decision.
pub const DECISION: &str = "Décision";
/// A list of names under its head.
pub const NAMES: &str = "Noms";
/// An item of a list.
pub const ITEM: &str = "Élément de liste";
/// The text of another body, or an annex.
pub const ENCLOSED: &str = "Encart";
/// The rule over and under it.
pub const ENCLOSED_RULE: &str = "Filet d’encart";
/// A label in the table of figures.
pub const LABEL: &str = "Libellé";
/// A figure.
pub const NUMBER: &str = "Nombre";
/// The head of a column.
pub const TABLE_HEAD: &str = "Tête de colonne";
/// The head of a column of figures.
pub const NUMBER_HEAD: &str = "Tête de nombres";
/// The text of a table.
pub const CELL: &str = "Cellule";
/// In what quality somebody signs.
pub const QUALITY: &str = "Qualité";
/// The name of somebody who signs.
pub const SIGNATORY: &str = "Signataire";
/// What another office stamps.
pub const STAMP: &str = "Cachet";
/// The lines over the first page.
pub const LETTERHEAD: &str = "En-tête de lettre";
/// The mark of a draft.
pub const DRAFT: &str = "Projet";
/// The foot of each page.
pub const FOOT: &str = "Bas de page";
/// What parts one table from another.
pub const AFTER_TABLE: &str = "Après tableau";
/// Text in bold.
pub const BOLD: &str = "Gras";
/// Text in italics.
pub const ITALIC: &str = "Italique";
/// Text in both.
pub const BOLD_ITALIC: &str = "Gras italique";
/// A list with dots.
pub const BULLETS: &str = "Liste à puces";
/// A numbered list.
pub const NUMBERS: &str = "Liste numérotée";
/// The table of the figures of a vote.
pub const VOTE_TABLE: &str = "Tableau du vote";
/// Any other table.
pub const TABLE: &str = "Tableau";
/// The table of those who sign.
pub const SIGNATURES: &str = "Signatures";
/// Before the number of a page.
pub const PAGE: &str = "page\u{a0}";
/// Between the number of a page and that of the last.
pub const OF_PAGES: &str = "\u{a0}/\u{a0}";

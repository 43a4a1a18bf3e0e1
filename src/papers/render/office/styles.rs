//! The styles that a clerk finds in her word processor, by what a text is: one table for DOCX and ODT.

use crate::french::styles as words;
use crate::papers::document::Style;

/// How a paragraph is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    Left,
    /// On both sides.
    Both,
    /// In the middle.
    Centre,
    /// On the right.
    Right,
}

/// What is drawn around a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// Nothing.
    None,
    /// A line below.
    Below,
    /// A box.
    Box,
}

/// A paragraph style. Its spacing is in points, its indent in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is one property of a style")]
pub struct ParagraphStyle {
    /// Its identity in the file: letters and digits.
    pub id: &'static str,
    /// The name that a clerk sees.
    pub name: &'static str,
    /// Its level in the outline, for a heading.
    pub level: Option<u8>,
    /// Its size beside that of running text.
    pub scale: f32,
    /// In bold.
    pub bold: bool,
    /// In italics.
    pub italic: bool,
    /// In the colour of the assembly.
    pub accent: bool,
    /// How it is aligned.
    pub align: Align,
    /// Space before.
    pub before: f32,
    /// Space after.
    pub after: f32,
    /// Indent on the left, beside the text around it.
    pub indent: f32,
    /// Whether it stays with the next paragraph.
    pub keep_with_next: bool,
    /// What is drawn around it.
    pub border: Border,
}

const PLAIN: ParagraphStyle = ParagraphStyle {
    id: "Texte",
    name: words::TEXT,
    level: None,
    scale: 1.0,
    bold: false,
    italic: false,
    accent: false,
    align: Align::Left,
    before: 0.0,
    after: 6.0,
    indent: 0.0,
    keep_with_next: false,
    border: Border::None,
};

const fn heading(
    id: &'static str,
    name: &'static str,
    level: u8,
    scale: f32,
    before: f32,
    after: f32,
) -> ParagraphStyle {
    ParagraphStyle {
        id,
        name,
        level: Some(level),
        scale,
        bold: true,
        accent: true,
        before,
        after,
        keep_with_next: true,
        ..PLAIN
    }
}

/// The headings; their names are those that every word processor translates by itself.
pub const HEADINGS: [ParagraphStyle; 6] = [
    ParagraphStyle { align: Align::Centre, ..heading("Titre1", "Heading 1", 1, 1.5, 12.0, 14.0) },
    heading("Titre2", "Heading 2", 2, 1.2, 16.0, 6.0),
    heading("Titre3", "Heading 3", 3, 1.1, 12.0, 5.0),
    heading("Titre4", "Heading 4", 4, 1.0, 10.0, 4.0),
    ParagraphStyle { italic: true, ..heading("Titre5", "Heading 5", 5, 1.0, 8.0, 4.0) },
    ParagraphStyle { italic: true, bold: false, ..heading("Titre6", "Heading 6", 6, 1.0, 8.0, 4.0) },
];

/// Running text.
pub const TEXT: ParagraphStyle = ParagraphStyle { align: Align::Both, ..PLAIN };
/// What the act is about.
pub const OBJECT: ParagraphStyle =
    ParagraphStyle { id: "Objet", name: words::OBJECT, bold: true, before: 2.0, after: 12.0, ..PLAIN };
/// The decision.
pub const DECISION: ParagraphStyle = ParagraphStyle {
    id: "Decision",
    name: words::DECISION,
    bold: true,
    before: 10.0,
    after: 10.0,
    align: Align::Both,
    ..PLAIN
};
/// A list of names: never aligned on both sides, for names are never broken.
pub const NAMES: ParagraphStyle = ParagraphStyle { id: "Noms", name: words::NAMES, ..PLAIN };
/// An item of a list.
pub const ITEM: ParagraphStyle = ParagraphStyle { id: "Liste", name: words::ITEM, after: 4.0, ..PLAIN };
/// The text of another body, or an annex.
pub const ENCLOSED: ParagraphStyle =
    ParagraphStyle { id: "Encart", name: words::ENCLOSED, align: Align::Both, ..PLAIN };
/// The rule over and under it.
pub const ENCLOSED_RULE: ParagraphStyle = ParagraphStyle {
    id: "FiletEncart",
    name: words::ENCLOSED_RULE,
    scale: 0.4,
    before: 4.0,
    after: 8.0,
    border: Border::Below,
    ..PLAIN
};
/// A label in the table of figures.
pub const LABEL: ParagraphStyle = ParagraphStyle { id: "Libelle", name: words::LABEL, after: 0.0, ..PLAIN };
/// A figure.
pub const NUMBER: ParagraphStyle =
    ParagraphStyle { id: "Nombre", name: words::NUMBER, align: Align::Right, after: 0.0, ..PLAIN };
/// The head of a column.
pub const TABLE_HEAD: ParagraphStyle =
    ParagraphStyle { id: "TeteColonne", name: words::TABLE_HEAD, bold: true, after: 0.0, ..PLAIN };
/// The head of a column of figures.
pub const NUMBER_HEAD: ParagraphStyle =
    ParagraphStyle { id: "TeteNombre", name: words::NUMBER_HEAD, align: Align::Right, ..TABLE_HEAD };
/// The text of a table.
pub const CELL: ParagraphStyle = ParagraphStyle { id: "Cellule", name: words::CELL, after: 0.0, ..PLAIN };
/// In what quality somebody signs.
pub const QUALITY: ParagraphStyle =
    ParagraphStyle { id: "Qualite", name: words::QUALITY, before: 12.0, after: 0.0, keep_with_next: true, ..PLAIN };
/// The name of somebody who signs.
pub const SIGNATORY: ParagraphStyle = ParagraphStyle { id: "Signataire", name: words::SIGNATORY, bold: true, ..PLAIN };
/// What another office stamps.
pub const STAMP: ParagraphStyle = ParagraphStyle {
    id: "Cachet",
    name: words::STAMP,
    scale: 0.9,
    before: 12.0,
    after: 6.0,
    indent: 2.0,
    border: Border::Box,
    ..PLAIN
};
/// The lines over the first page.
pub const LETTERHEAD: ParagraphStyle = ParagraphStyle {
    id: "EnTeteLettre",
    name: words::LETTERHEAD,
    align: Align::Centre,
    accent: true,
    after: 0.0,
    ..PLAIN
};
/// The mark of a draft, over each page.
pub const DRAFT: ParagraphStyle =
    ParagraphStyle { id: "Projet", name: words::DRAFT, bold: true, align: Align::Centre, after: 0.0, ..PLAIN };
/// The foot of each page.
pub const FOOT: ParagraphStyle =
    ParagraphStyle { id: "BasDePage", name: words::FOOT, scale: 0.82, after: 0.0, ..PLAIN };
/// What parts one table from another, and follows the last.
pub const AFTER_TABLE: ParagraphStyle =
    ParagraphStyle { id: "ApresTableau", name: words::AFTER_TABLE, scale: 0.4, after: 0.0, ..PLAIN };

/// Every paragraph style, headings first.
pub fn all() -> impl Iterator<Item = ParagraphStyle> {
    HEADINGS.into_iter().chain([
        TEXT,
        OBJECT,
        DECISION,
        NAMES,
        ITEM,
        ENCLOSED,
        ENCLOSED_RULE,
        LABEL,
        NUMBER,
        TABLE_HEAD,
        NUMBER_HEAD,
        CELL,
        QUALITY,
        SIGNATORY,
        STAMP,
        LETTERHEAD,
        DRAFT,
        FOOT,
        AFTER_TABLE,
    ])
}

/// The style of a heading of that level, from 1 to 6.
pub fn of_heading(level: u8) -> ParagraphStyle {
    let [.., last] = HEADINGS;
    HEADINGS.get(usize::from(level.max(1)) - 1).copied().unwrap_or(last)
}

/// The style of a paragraph; running text that is set apart has its own.
pub fn of_paragraph(style: Style, is_enclosed: bool) -> ParagraphStyle {
    match style {
        Style::Text if is_enclosed => ENCLOSED,
        Style::Text => TEXT,
        Style::Object => OBJECT,
        Style::Decision => DECISION,
    }
}

/// How wide the table of figures is beside the text, in hundredths.
pub const VOTE_TABLE_WIDTH: f32 = 0.55;
/// The share of its labels.
pub const LABEL_SHARE: f32 = 0.78;
/// What the box of a stamp leaves free on its right, beside the width of the text.
pub const STAMP_MARGIN: f32 = 0.4;
/// Room to sign, in millimetres.
pub const ROOM_TO_SIGN: f32 = 20.0;
/// Indent of what is set apart, in millimetres.
pub const ENCLOSED_INDENT: f32 = 6.0;
/// Indent of each level of a list, in millimetres.
pub const LIST_INDENT: f32 = 6.0;
/// The deepest level of a list that DOCX knows, from 0.
pub const DEEPEST_LEVEL: u8 = 8;

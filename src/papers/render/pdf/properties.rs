//! What the file says of itself: title, author, date, language, bookmarks, and the files enclosed in it.

use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder, ValidationError};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};

use crate::council::plain::plain;
use crate::papers::document::Document;
use crate::papers::render::{Attachment, Cut, NotRendered};

/// Where a heading stands: its level, its words, its page, its place on it.
pub struct Bookmark {
    /// Its level.
    pub level: u16,
    /// Its words.
    pub words: String,
    /// Its page, from 0.
    pub page: usize,
    /// Where it begins on it.
    pub at: Point,
}

/// PDF/A-2a, or A-3a when files are enclosed, and PDF/UA-1 with either.
///
/// # Errors
/// [`NotRendered::Refused`] if the library knows no such pair.
pub fn configuration(encloses: bool) -> Result<Configuration, NotRendered> {
    let archival = if encloses { Archival::A3_A } else { Archival::A2_A };
    ConfigurationBuilder::new()
        .with_archival_validator(archival)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| NotRendered::Refused(format!("{error:?}")))
}

/// The properties of the document; its date is that of the sitting, never that of the clock.
pub fn metadata(document: &Document) -> Metadata {
    let title = [&document.title, &document.reference].into_iter().find(|title| !title.trim().is_empty());
    let title = title.map_or_else(String::new, |title| plain(title).into_owned());
    Metadata::new()
        .title(title)
        .authors(Some(plain(&document.body).into_owned()).filter(|body| !body.is_empty()).into_iter().collect())
        .language("fr".to_owned())
        .creation_date(date(document))
        .creator(concat!("hemicycle ", env!("CARGO_PKG_VERSION")).to_owned())
}

fn date(document: &Document) -> DateTime {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    DateTime::new(u16::try_from(document.date.year()).unwrap_or(0))
        .month(part(document.date.month()))
        .day(part(document.date.day()))
}

/// Encloses a file under that name: the data from which the paper was made.
///
/// # Errors
/// [`NotRendered::BadAttachment`] for a media type that is none, or a name that is taken.
pub fn enclose(
    file: &Attachment,
    name: String,
    document: &Document,
    pdf: &mut krilla::Document,
) -> Result<(), NotRendered> {
    let bad = || NotRendered::BadAttachment(file.name.clone());
    let enclosed = EmbeddedFile {
        path: name,
        mime_type: Some(MimeType::new(file.media_type).ok_or_else(bad)?),
        description: Some(file.says.clone()),
        association_kind: AssociationKind::Source,
        data: file.bytes.clone().into(),
        modification_date: Some(date(document)),
        compress: Some(true),
        location: None,
    };
    pdf.embed_file(enclosed).ok_or_else(bad)
}

/// The bookmarks, one under the other by their levels.
pub fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    for node in nodes(bookmarks) {
        outline.push_child(node);
    }
    outline
}

fn nodes(bookmarks: &[Bookmark]) -> Vec<OutlineNode> {
    let mut all = Vec::new();
    let mut rest = bookmarks;
    while let Some((first, after)) = rest.split_first() {
        let inside = after.iter().take_while(|bookmark| bookmark.level > first.level).count();
        let (inside, after) = after.split_at(inside);
        let destination = XyzDestination::new(first.page, first.at);
        let mut node = OutlineNode::new(first.words.clone(), destination).with_open(first.level <= 1);
        for child in nodes(inside) {
            node.push_child(child);
        }
        all.push(node);
        rest = after;
    }
    all
}

/// A letter that no face draws, though it said that it would.
fn is_of_a_glyph(error: &ValidationError) -> bool {
    matches!(error, ValidationError::ContainsNotDefGlyph(..))
}

/// The library's own words for what it refuses.
pub fn refusal(error: &KrillaError) -> NotRendered {
    NotRendered::Refused(match error {
        // The only picture is the logo, whose points are read last.
        KrillaError::Image(..) => return NotRendered::BadLogo,
        // The program's own faces are whole: it is one of the assembly.
        KrillaError::Font(..) => return NotRendered::BadFace(Cut::Regular),
        KrillaError::Validation(errors) if errors.iter().any(|(error, _)| is_of_a_glyph(error)) => {
            return NotRendered::BadFace(Cut::Regular);
        }
        KrillaError::Validation(errors) => {
            let words: Vec<String> = errors.iter().map(|(error, _)| format!("{error:?}")).collect();
            words.join("; ")
        }
        other => other.to_string(),
    })
}

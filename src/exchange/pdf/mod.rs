//! Reads a PDF back: what is enclosed in it and the words of its pages (ISO 32000-1, 32000-2).
//!
//! A PDF comes from anybody. It is weighed before it is read, read within a budget, and what is broken in it is passed
//! over: no file can stop the program or fill the memory.

pub mod compare;
mod page;
mod to_unicode;
mod weight;

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::{Filter, LoadPdfError, Pdf};

use crate::caught::unless_it_breaks;

pub use self::page::PageText;
pub use self::weight::LIMIT;

/// The most pages that are read, and files taken out.
const PAGES: usize = 10_000;
const ENCLOSED: usize = 1_000;

/// How deep the tree of the enclosed files may be, and how many of its branches are followed.
const DEPTH: usize = 16;
const BRANCHES: usize = 10_000;

/// What a PDF holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadBack {
    /// Its title, as its properties say it.
    pub title: Option<String>,
    /// The program that made it, as its properties say it.
    pub maker: Option<String>,
    /// The files enclosed in it, in the order of their names.
    pub enclosed: Vec<Enclosed>,
    /// Its pages, in order.
    pub pages: Vec<PageText>,
}

/// A file enclosed in a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosed {
    /// Its name.
    pub name: String,
    /// What is said of it.
    pub says: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a PDF is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// It is no PDF, or one that is broken beyond reading.
    #[error("not a PDF, or broken")]
    Broken,
    /// It is protected by a password.
    #[error("protected by a password")]
    Locked,
    /// It is too long, or unfolds to too much.
    #[error("too large")]
    TooLarge,
}

/// Whether these bytes are those of a PDF: its mark stands among the first thousand.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.iter().take(1024).copied().collect::<Vec<u8>>().windows(5).any(|window| window == b"%PDF-")
}

/// Reads a PDF.
///
/// # Errors
/// [`NotRead`].
pub fn read(bytes: &[u8]) -> Result<ReadBack, NotRead> {
    if !is_pdf(bytes) {
        return Err(NotRead::Broken);
    }
    if !weight::is_bearable(bytes) {
        return Err(NotRead::TooLarge);
    }
    // The library holds nothing back that lives on: whatever a hostile file makes it do ends here.
    unless_it_breaks(|| read_borne(bytes)).unwrap_or(Err(NotRead::Broken))
}

fn read_borne(bytes: &[u8]) -> Result<ReadBack, NotRead> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|why| match why {
        LoadPdfError::Decryption(_) => NotRead::Locked,
        LoadPdfError::Invalid => NotRead::Broken,
    })?;
    let mut budget = Budget { bytes: weight::UNFOLDED, steps: STEPS };
    let metadata = pdf.metadata();
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let read = ReadBack {
        title: metadata.title.as_deref().map(text_string),
        maker: metadata.creator.as_deref().or(metadata.producer.as_deref()).map(text_string),
        enclosed: enclosed(&root, &mut budget),
        pages: pdf.pages().iter().take(PAGES).map(|page| page::read(page, &mut budget)).collect(),
    };
    if budget.is_spent() { Err(NotRead::TooLarge) } else { Ok(read) }
}

/// How many instructions of pages are followed.
const STEPS: usize = 20_000_000;

/// What may still be unfolded and followed: a page may name the same content a thousand times.
struct Budget {
    bytes: usize,
    steps: usize,
}

impl Budget {
    /// The content of a stream; nothing if it cannot be had, or once the budget is spent.
    fn unfold(&mut self, stream: &Stream<'_>) -> Vec<u8> {
        let filters = stream.filters();
        let of_long_ago = filters.iter().any(|filter| matches!(filter, Filter::LzwDecode | Filter::RunLengthDecode));
        let folded = filters.iter().filter(|filter| matches!(filter, Filter::FlateDecode)).count();
        if self.bytes == 0 || of_long_ago || folded > 1 {
            return Vec::new();
        }
        // The library unfolds all at once: what would be too much is not begun.
        if folded == 1 && weight::unfolded(&stream.raw_data(), self.bytes) >= self.bytes {
            self.bytes = 0;
            return Vec::new();
        }
        let content = stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default();
        self.bytes = self.bytes.saturating_sub(content.len().max(1));
        content
    }

    /// Whether one more instruction may be followed.
    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0
    }

    fn is_spent(&self) -> bool {
        self.bytes == 0 || self.steps == 0
    }
}

/// The files enclosed, from the tree of their names.
fn enclosed(root: &Dict<'_>, budget: &mut Budget) -> Vec<Enclosed> {
    let mut found = Vec::new();
    let mut branches = 0;
    let tree = root.get::<Dict<'_>>(b"Names").and_then(|names| names.get::<Dict<'_>>(b"EmbeddedFiles"));
    let mut waiting: Vec<(usize, Dict<'_>)> = tree.into_iter().map(|tree| (0, tree)).collect();
    while let Some((depth, node)) = waiting.pop() {
        branches += 1;
        if branches > BRANCHES || found.len() >= ENCLOSED {
            break;
        }
        for leaf in node.get::<Array<'_>>(b"Names").iter().flat_map(Array::iter::<Object<'_>>).take(2 * ENCLOSED) {
            if let Object::Dict(file) = leaf {
                found.extend(one_enclosed(&file, budget));
            }
        }
        if depth < DEPTH {
            let kids = node.get::<Array<'_>>(b"Kids");
            let mut kids: Vec<_> = kids.iter().flat_map(Array::iter::<Dict<'_>>).take(BRANCHES).collect();
            kids.reverse();
            waiting.extend(kids.into_iter().map(|kid| (depth + 1, kid)));
        }
    }
    found
}

fn one_enclosed(file: &Dict<'_>, budget: &mut Budget) -> Option<Enclosed> {
    let text = |key: &[u8]| file.get::<hayro_syntax::object::String<'_>>(key).map(|text| text_string(&text));
    let content = file.get::<Dict<'_>>(b"EF")?;
    let content = content.get::<Stream<'_>>(b"UF").or_else(|| content.get::<Stream<'_>>(b"F"))?;
    Some(Enclosed {
        name: text(b"UF").or_else(|| text(b"F"))?,
        says: text(b"Desc").unwrap_or_default(),
        media_type: content.dict().get::<Name<'_>>(b"Subtype").map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        bytes: budget.unfold(&content),
    })
}

/// A text of a PDF outside its pages: UTF-16 or UTF-8 if it says so, else one byte a character (ISO 32000-1, 7.9.2.2).
fn text_string(bytes: &[u8]) -> String {
    if let Some(text) = bytes.strip_prefix(b"\xFE\xFF") {
        to_unicode::utf16(text)
    } else if let Some(text) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        String::from_utf8_lossy(text).into_owned()
    } else {
        bytes.iter().map(|byte| char::from(*byte)).collect()
    }
}

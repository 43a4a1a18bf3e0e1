//! The parts of a model, read with limits: a file from elsewhere may be made to fill a memory or to write somewhere.

use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

use crate::papers::render::NotRendered;
use crate::papers::render::odt::MEDIA_TYPE;
use crate::papers::render::office::package::Package;

use super::problem::Problem;
use super::tree;

/// Parts that a file may have.
const MOST_PARTS: usize = 1000;
/// Bytes of a part of XML.
const MOST_XML: u64 = 8 << 20;
/// Bytes of all the parts.
const MOST_BYTES: u64 = 64 << 20;

/// The parts, in their order.
pub struct Parts(Vec<(String, Vec<u8>)>);

impl Parts {
    /// Reads them all into memory. No path is ever followed: a name is only a name.
    ///
    /// # Errors
    /// The first [`Problem`] of the file itself.
    pub fn read(model: &[u8]) -> Result<Self, Problem> {
        let mut archive = ZipArchive::new(Cursor::new(model)).map_err(|_| Problem::NotOdt)?;
        if archive.len() > MOST_PARTS {
            return Err(Problem::TooBig);
        }
        if archive.has_duplicate_names() {
            return Err(Problem::Unreadable("META-INF".to_owned()));
        }
        let mut left = MOST_BYTES;
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(|_| Problem::NotOdt)?;
            let name = String::from_utf8_lossy(part.name_raw()).into_owned();
            let is_known = matches!(part.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
            let is_odd = part.is_symlink() || part.encrypted() || !is_known || leads_out(&name);
            let is_dir = part.is_dir();
            drop(part);
            if is_odd {
                return Err(Problem::Unsafe(name));
            }
            if is_dir {
                continue;
            }
            let limit = if is_xml(&name) { left.min(MOST_XML) } else { left };
            let part = archive.by_index(at).map_err(|_| Problem::NotOdt)?;
            let mut bytes = Vec::new();
            // What the file says of its own size is not believed.
            part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Problem::NotOdt)?;
            left =
                left.checked_sub(bytes.len() as u64).filter(|_| bytes.len() as u64 <= limit).ok_or(Problem::TooBig)?;
            // It is copied into the paper, and the paper must open. These two are read as trees, which say more.
            if is_xml(&name) && name != "content.xml" && name != "styles.xml" && !is_sound(&bytes) {
                return Err(Problem::Unreadable(name));
            }
            parts.push((name, bytes));
        }
        let parts = Self(parts);
        match parts.part("mimetype") {
            Some(kind) if kind.trim_ascii() == MEDIA_TYPE.as_bytes() => Ok(parts),
            _ => Err(Problem::NotOdt),
        }
    }

    /// A part, if the file has it.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice())
    }

    /// The same file with other bytes for some of its parts. A signature of the model is none of the paper: it is left out.
    ///
    /// # Errors
    /// [`Problem::TooBig`]: a zip file cannot hold it.
    pub fn with(&self, changed: &[(&str, String)]) -> Result<Vec<u8>, Problem> {
        let mut package = Package::new();
        let mut put = || {
            package.store("mimetype", MEDIA_TYPE.as_bytes())?;
            for (name, bytes) in &self.0 {
                let bytes =
                    changed.iter().find(|(known, _)| known == name).map_or(bytes.as_slice(), |(_, new)| new.as_bytes());
                if name != "mimetype" && !(name.starts_with("META-INF/") && name.contains("signatures")) {
                    package.add(name, bytes)?;
                }
            }
            Ok::<(), NotRendered>(())
        };
        put().map_err(|_| Problem::TooBig)?;
        package.finish().map_err(|_| Problem::TooBig)
    }
}

fn is_xml(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|end| end.eq_ignore_ascii_case("xml") || end.eq_ignore_ascii_case("rdf"))
}

/// Whether a part of XML reads. An empty one is none: some writers leave the part of what they do not use empty.
fn is_sound(bytes: &[u8]) -> bool {
    bytes.is_empty() || std::str::from_utf8(bytes).is_ok_and(tree::is_sound)
}

/// Whether a name would lead out of the folder into which somebody unpacks the paper.
fn leads_out(name: &str) -> bool {
    name.starts_with('/')
        || name.contains(['\\', ':', '\0'])
        || name.split('/').any(|step| step == "..")
        || name.chars().any(char::is_control)
}

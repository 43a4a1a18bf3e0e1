//! A zip file whose bytes depend on its parts alone: a fixed date, one system, one level of compression.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::papers::render::NotRendered;

/// The parts put in so far, in their order.
pub struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    /// An empty package.
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Puts in a part as it is: what tells the format of an ODT must be readable at a fixed place.
    ///
    /// # Errors
    /// [`NotRendered::Refused`]: the part cannot stand in a zip file.
    pub fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), NotRendered> {
        self.put(name, bytes, CompressionMethod::Stored)
    }

    /// Puts in a part, deflated.
    ///
    /// # Errors
    /// [`NotRendered::Refused`]: the part cannot stand in a zip file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), NotRendered> {
        self.put(name, bytes, CompressionMethod::Deflated)
    }

    fn put(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), NotRendered> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::DEFAULT)
            .system(System::Unix)
            .unix_permissions(0o644);
        self.0.start_file(name, options).map_err(|error| refused(&error))?;
        self.0.write_all(bytes).map_err(|error| refused(&error))
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`NotRendered::Refused`]: it has more parts or bytes than a zip file holds.
    pub fn finish(self) -> Result<Vec<u8>, NotRendered> {
        self.0.finish().map(Cursor::into_inner).map_err(|error| refused(&error))
    }
}

fn refused(error: &impl ToString) -> NotRendered {
    NotRendered::Refused(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_part_is_readable_where_readers_of_odt_look_for_it() {
        let mut package = Package::new();
        package.store("mimetype", b"application/x").unwrap();
        package.add("content.xml", b"<a/>").unwrap();
        let bytes = package.finish().unwrap();
        assert_eq!(&bytes[30..38], b"mimetype");
        assert_eq!(&bytes[38..51], b"application/x");
    }
}

//! The programs that read a PDF back. Without them nothing is tested, and it is said.

use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::skip::skip;

/// What a program says of the file; `None` if the program is not here.
pub fn said(program: &str, options: &[&str], pdf: &[u8], more: &[&str]) -> Option<Vec<u8>> {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).expect("a file");
    let run = Command::new(program).args(options).arg(&path).args(more).stderr(Stdio::piped()).output();
    let Ok(output) = run else {
        skip(&format!("{program} is missing"));
        return None;
    };
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(output.stdout)
}

fn words(program: &str, options: &[&str], pdf: &[u8], more: &[&str]) -> Option<String> {
    Some(String::from_utf8(said(program, options, pdf, more)?).expect("UTF-8"))
}

/// The text as `pdftotext` reads it: it joins what is hyphenated.
pub fn text_of(pdf: &[u8]) -> Option<String> {
    words("pdftotext", &["-enc", "UTF-8"], pdf, &["-"])
}

/// The elements that a reader hears, one a line, and their text.
pub fn structure_of(pdf: &[u8]) -> Option<String> {
    // Titles of elements are printed as they are in the file, in UTF-16.
    let bytes = said("pdfinfo", &["-enc", "UTF-8", "-struct-text"], pdf, &[])?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What the file says of itself.
pub fn properties_of(pdf: &[u8]) -> Option<String> {
    words("pdfinfo", &["-enc", "UTF-8"], pdf, &[])
}

/// The objects of the file, none compressed.
pub fn objects_of(pdf: &[u8]) -> Option<String> {
    let bytes = said("qpdf", &["--qdf", "--object-streams=disable"], pdf, &["-"])?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

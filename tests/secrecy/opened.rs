//! What stands in a paper whose bytes are packed: DOCX, ODT, PDF, and the files that a PDF encloses.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use crate::skip::skip;

/// The texts in a file, each under a name whose end says how it is to be searched; the file itself, if it is a text.
///
/// A row of a table is one line, its cells parted by « : », so that a name in one cell and a choice in the next are found.
pub fn opened(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let text = |text: String| vec![(format!("{name}.txt"), text.into_bytes())];
    match name.rsplit('.').next() {
        Some("docx") => text(lines(&part(bytes, "word/document.xml"), ["w:p", "w:p"], "w:tc", "w:tr")),
        Some("odt") => {
            text(lines(&part(bytes, "content.xml"), ["text:p", "text:h"], "table:table-cell", "table:table-row"))
        }
        Some("pdf") => pdf(name, bytes),
        _ => vec![(name.to_owned(), bytes.to_vec())],
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut content = String::new();
    package.by_name(name).expect("that part").read_to_string(&mut content).expect("UTF-8");
    content
}

/// A paragraph a line; within a row, they and the cells follow each other on one.
fn lines(xml: &str, paragraphs: [&str; 2], cell: &str, row: &str) -> String {
    let (mut read, mut in_a_row) = (String::new(), false);
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        let ends = tag.starts_with('/');
        if name == row {
            in_a_row = !ends;
        }
        match name {
            _ if ends && name == row => read.push('\n'),
            _ if ends && name == cell => read.push_str(" : "),
            _ if ends && paragraphs.contains(&name) => read.push(if in_a_row { ' ' } else { '\n' }),
            "text:line-break" | "w:br" => read.push(if in_a_row { ' ' } else { '\n' }),
            "text:s" | "text:tab" | "w:tab" => read.push(' '),
            _ => {}
        }
        read.push_str(&text.replace("&amp;", "&").replace("&quot;", "\"").replace("&apos;", "'"));
    }
    read
}

/// The pages as `pdftotext` lays them out, and the enclosed files.
fn pdf(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, inside) = (folder.path().join("paper.pdf"), folder.path().join("inside"));
    fs::write(&path, bytes).expect("written");
    fs::create_dir(&inside).expect("a folder");
    let Some(text) = said(Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-")) else {
        skip("pdftotext is not there");
        return Vec::new();
    };
    let mut all = vec![(format!("{name}.txt"), columns(&text).into_bytes())];
    if said(Command::new("pdfdetach").arg("-saveall").arg("-o").arg(&inside).arg(&path)).is_none() {
        skip("pdfdetach is not there");
    }
    for entry in fs::read_dir(&inside).expect("a folder") {
        let entry = entry.expect("an entry");
        let enclosed = Path::new(name).join(entry.file_name()).display().to_string();
        all.push((enclosed, fs::read(entry.path()).expect("a file")));
    }
    all
}

fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What stands far apart on one line stands in two cells.
fn columns(text: &str) -> String {
    let cells =
        |line: &str| line.split("  ").map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" : ");
    text.lines().map(|line| cells(line) + "\n").collect()
}

#[test]
fn a_row_is_a_line_and_a_paragraph_is_one() {
    let odt = "<text:p>Vote de <text:span>ROUX</text:span></text:p><table:table-row><table:table-cell><text:p>ROUX Anne</text:p>\
               </table:table-cell><table:table-cell><text:p>pour</text:p></table:table-cell></table:table-row>";
    let read = lines(odt, ["text:p", "text:h"], "table:table-cell", "table:table-row");
    assert_eq!(
        read.lines().map(|line| line.replace("  ", " ")).collect::<Vec<_>>(),
        ["Vote de ROUX", "ROUX Anne : pour : "]
    );
    assert_eq!(columns("ROUX Anne     présente   pour\n"), "ROUX Anne : présente : pour\n");
}

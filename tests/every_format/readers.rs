//! Readers that know nothing of the program: from the bytes of each format to one flow of words, parted by plain spaces.

use std::io::{Cursor, Read};
use std::process::{Command, Stdio};

use hemicycle::papers::Format;
use pulldown_cmark::{Event, Options, Parser, TagEnd};

use super::skip::skip;

/// The words of a paper; `None` where the tool that reads them is not there. `reference` stands at the foot of each page.
pub fn flow(format: Format, bytes: &[u8], reference: &str) -> Option<String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let read = match format {
        Format::Text => without_frames(&text(bytes)),
        Format::Markdown => markdown(&text(bytes)),
        Format::Html => {
            let page = text(bytes);
            let body = page.split_once("<body").expect("a body").1;
            let body = body.split_once("</body>").expect("the end of the body").0;
            stripped(&format!("<body{body}"), &["b", "strong", "i", "em", "span", "a", "sup", "wbr"])
        }
        Format::Docx => stripped(&entry(bytes, "word/document.xml"), &["w:r", "w:t", "w:rPr"]),
        Format::Odt => {
            let content = entry(bytes, "content.xml");
            let body = content.split_once("<office:body>").expect("a body").1.to_owned();
            stripped(&body, &["text:span", "text:a"])
        }
        Format::Pdf => pages(&pdf(bytes)?, reference),
    };
    Some(spaced(&read))
}

/// No-break spaces as spaces, all of them one.
pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines that draw a frame or underline a heading say nothing.
fn without_frames(text: &str) -> String {
    let draws = |c: char| "-=·─│┌┐└┘├┤┬┴┼|+_".contains(c);
    let lines = text.lines().filter(|line| !line.chars().all(|c| draws(c) || c == ' '));
    lines.map(|line| line.replace('│', " ")).collect::<Vec<_>>().join("\n")
}

fn markdown(text: &str) -> String {
    let mut read = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => read.push_str(&text),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) | Event::Start(_) => {}
            _ => read.push(' '),
        }
    }
    read
}

/// What stands between tags. A tag parts words, but for those named.
fn stripped(xml: &str, joining: &[&str]) -> String {
    let mut read = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if !joining.contains(&name) {
            read.push(' ');
        }
        if name != "style" && name != "title" {
            read.push_str(&unescaped(text));
        }
    }
    read
}

fn unescaped(text: &str) -> String {
    let mut read = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        read.push_str(before);
        let (name, after) = after.split_once(';').expect("the end of an entity");
        rest = after;
        read.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            _ => {
                let number = name.strip_prefix('#').expect("a known entity");
                let code = match number.strip_prefix('x') {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                code.ok().and_then(char::from_u32).expect("a character")
            }
        });
    }
    read + rest
}

/// A file within a file.
pub fn entry(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut content = String::new();
    archive.by_name(name).expect("that part").read_to_string(&mut content).expect("UTF-8");
    content
}

/// The text of a PDF as `pdftotext` reads it, which joins what is hyphenated.
fn pdf(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, bytes).expect("a file");
    let mut program = Command::new("pdftotext");
    let Ok(output) = program.args(["-enc", "UTF-8"]).arg(&path).arg("-").stderr(Stdio::piped()).output() else {
        skip("pdftotext is not there");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The pages without their heads and feet, which stand in the middle of what goes on from page to page.
fn pages(text: &str, reference: &str) -> String {
    let mut read = String::new();
    for page in text.split('\u{c}') {
        let mut lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines.retain(|line| !(line.starts_with("page ") && line.contains(" / ")));
        if let Some(foot) = lines.iter().rposition(|line| spaced(line) == spaced(reference)) {
            lines.remove(foot);
        }
        if lines.first() == Some(&"PROJET") {
            lines.remove(0);
        }
        read.push_str(&lines.join("\n"));
        read.push('\n');
    }
    read
}

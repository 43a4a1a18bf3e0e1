//! Reads a word processor file back with none of the code that wrote it: a zip reader, and tags taken out by hand.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The parts of a file, by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("its bytes");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

/// A part that is text.
pub fn part(bytes: &[u8], name: &str) -> String {
    String::from_utf8(parts(bytes).remove(name).unwrap_or_else(|| panic!("no {name}"))).expect("UTF-8")
}

/// The text part of a file of either format.
pub fn body(bytes: &[u8]) -> String {
    let mut parts = parts(bytes);
    let part = parts.remove("content.xml").or_else(|| parts.remove("word/document.xml")).expect("a text");
    String::from_utf8(part).expect("UTF-8")
}

/// The paragraphs of a part, in order, spaces of every kind as one.
pub fn paragraphs(xml: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut text = String::new();
    let mut rest = xml;
    let mut in_text = false;
    while let Some(open) = rest.find('<') {
        let (before, after) = rest.split_at(open);
        if in_text {
            text.push_str(&unescaped(before));
        }
        let close = after.find('>').expect("a tag ends");
        let tag = &after[1..close];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match name {
            "text:p" | "text:h" | "w:p" if tag.starts_with('/') || tag.ends_with('/') => {
                all.push(spaced(&text));
                text.clear();
                in_text = false;
            }
            "text:p" | "text:h" => in_text = true,
            "w:t" => in_text = !tag.starts_with('/'),
            "text:s" => {
                let count = tag.split("text:c=\"").nth(1).and_then(|it| it.split('"').next());
                text.push_str(&" ".repeat(count.and_then(|it| it.parse().ok()).unwrap_or(1)));
            }
            "text:line-break" | "text:tab" | "w:br" | "w:tab" => text.push(' '),
            _ => {}
        }
        rest = &after[close + 1..];
    }
    all
}

/// The rows of the table number `number` of a part, from 0: the text of each cell.
pub fn table(xml: &str, number: usize) -> Vec<Vec<String>> {
    let (table, row, cell) = if xml.contains("<w:tbl>") || xml.contains("<w:body>") {
        ("w:tbl", "w:tr", "w:tc")
    } else {
        ("table:table", "table:table-row", "table:table-cell")
    };
    let of = |xml: &str, name: &str| -> Vec<String> {
        let opens = [format!("<{name}>"), format!("<{name} ")];
        let mut found = Vec::new();
        let mut rest = xml;
        while let Some(at) = opens.iter().filter_map(|open| rest.find(open.as_str())).min() {
            let end = rest[at..].find(&format!("</{name}>")).expect("it ends") + at;
            found.push(rest[at..end].to_owned());
            rest = &rest[end..];
        }
        found
    };
    let tables = of(xml, table);
    let wanted = tables.get(number).expect("such a table");
    of(wanted, row).iter().map(|row| of(row, cell).iter().map(|cell| paragraphs(cell).join(" ")).collect()).collect()
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    text.replace("&amp;", "&")
}

/// No-break spaces as spaces: where a line may break is not what a text says.
pub fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").trim().to_owned()
}

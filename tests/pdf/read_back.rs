//! The text of the PDF, as `pdftotext` reads it, is that of the document, word by word.

use std::fmt::Write as _;

use hemicycle::french::papers::{DRAFT, NOBODY};
use hemicycle::papers::document::{Block, Document, Line};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::everything::{self, PROSE, text};
use crate::{made, pdf_of, tools};

/// What a reader meets, in order, but for the head and the foot of the pages.
fn told(blocks: &[Block]) -> String {
    let mut told = String::new();
    let mut say = |line: &Line| writeln!(told, "{}", line.text()).expect("a string");
    for block in blocks {
        match block {
            Block::Heading(_, line) | Block::Paragraph(_, line) => say(line),
            Block::Names(names) => say(&names.line(NOBODY)),
            Block::List(first, items) => {
                for (number, item) in (0..).zip(items) {
                    say(&Line::prose(&first.map_or_else(|| "–".to_owned(), |first| format!("{}.", first + number))));
                    say(&Line::prose(&super::read_back::told(item)));
                }
            }
            Block::Table(table) => {
                table.columns.iter().for_each(|column| say(&column.head));
                table.rows.iter().flatten().for_each(&mut say);
            }
            Block::VoteTable(rows) => rows.iter().for_each(|(label, value)| {
                say(label);
                say(value);
            }),
            // The names at the seats, the legend, what is said of each group.
            Block::Hemicycle(picture) => {
                picture.groups.iter().for_each(|group| say(&group.name));
                picture.legend.iter().for_each(|(_, words)| say(words));
                picture.caption.iter().for_each(&mut say);
            }
            // Three side by side or two by two, the names under the titles.
            Block::Signatures(signatories) => {
                for group in signatories.chunks(if signatories.len() == 3 { 3 } else { 2 }) {
                    for signatory in group {
                        say(&signatory.title);
                    }
                    for signatory in group {
                        say(&signatory.name);
                    }
                }
            }
            Block::Stamp(lines) => lines.iter().for_each(&mut say),
            Block::Enclosed(inside) | Block::KeepTogether(inside) => say(&Line::prose(&super::read_back::told(inside))),
            Block::NewSheet => {}
        }
    }
    told
}

/// The words of a PDF, without the head and the foot of each page.
fn words_read(text: &str, reference: &str) -> Vec<String> {
    let mut words = Vec::new();
    for page in text.split('\u{c}') {
        let mut lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines.retain(|line| !(line.starts_with("page ") && line.contains(" / ")));
        if let Some(foot) = lines.iter().rposition(|line| *line == reference) {
            lines.remove(foot);
        }
        if lines.first() == Some(&DRAFT) {
            lines.remove(0);
        }
        words.extend(lines.iter().flat_map(|line| line.split_whitespace()).map(str::to_owned));
    }
    words
}

/// Every difference between the document and its PDF.
fn differences(document: &Document, pdf: &[u8]) -> Option<Vec<String>> {
    let read = words_read(&tools::text_of(pdf)?, &document.reference);
    let told: Vec<String> = told(&document.blocks).split_whitespace().map(str::to_owned).collect();
    let changes = capture_diff_slices(Algorithm::Patience, &told, &read);
    let changes = changes.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let said = |op: DiffOp| format!("« {} » -> « {} »", told[op.old_range()].join(" "), read[op.new_range()].join(" "));
    Some(changes.map(said).collect())
}

fn reads_as_it_was_told(document: &Document) {
    if let Some(differences) = differences(document, &pdf_of(document)) {
        assert!(differences.is_empty(), "{}:\n{}", document.title, differences.join("\n"));
    }
}

#[test]
fn the_act_of_the_seed_reads_as_it_was_told() {
    reads_as_it_was_told(&made::seed());
}

#[test]
fn the_minutes_of_49_members_and_51_reports_read_as_they_were_told() {
    reads_as_it_was_told(&made::great_minutes());
}

#[test]
fn the_minutes_of_the_eventful_evening_read_as_they_were_told() {
    reads_as_it_was_told(&made::eventful_minutes());
}

/// No-break spaces as spaces, lines joined.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn ligatures_accents_and_no_break_spaces_come_out_as_the_letters_that_went_in() {
    let written = "Les affluents difficiles, l’œuvre effilée, n°\u{a0}12, 1\u{202f}240\u{202f}000\u{a0}€, «\u{a0}où\u{a0}?\u{a0}», ÿ, Œ, Æ, ½";
    let decomposed = "e\u{301}le\u{300}ve, garc\u{327}on, noe\u{308}l";
    let pdf = pdf_of(&everything::document(vec![text(written), text(decomposed)]));
    let Some(read) = tools::text_of(&pdf) else { return };
    let read = flat(&read);
    assert!(read.contains(&flat(&hemicycle::french::typography::typeset(written))), "{read}");
    assert!(read.contains("élève, garçon, noël"), "{read}");
    assert!(!read.contains(['\u{ad}', '\u{2060}', '\u{fb01}', '\u{fffd}']));
}

#[test]
fn hostile_text_comes_out_as_that_same_text() {
    let hostile = [
        "(parenthèses) \\ \\n /Nom <</JS (app.alert(1))>> endstream endobj %%EOF",
        "<script>alert('x')</script> &amp; **gras** _it_ # titre",
        "=cmd|' /C calc'!A0 ../../etc/passwd",
        "caché\u{202e}à l’envers\u{ad}\u{200b}\u{feff}",
        "שלום עליכם и русский Ελληνικά",
    ];
    let pdf = pdf_of(&everything::document(hostile.iter().map(|words| text(words)).collect()));
    let Some(read) = tools::text_of(&pdf) else { return };
    let read = flat(&read);
    assert!(read.contains("(parenthèses) \\ \\n /Nom <</JS (app.alert(1))>> endstream endobj %%EOF"), "{read}");
    assert!(read.contains("<script>alert(’x’)</script> &amp ; **gras** _it_ # titre"), "{read}");
    assert!(read.contains("../../etc/passwd"), "{read}");
    assert!(read.contains("caché‹U+202E›à l’envers‹U+00AD›‹U+200B›‹U+FEFF›"), "{read}");
    assert!(read.contains("русский Ελληνικά"), "{read}");
    assert!(read.chars().any(|c| c == 'ש'), "{read}");
}

#[test]
fn a_word_wider_than_the_page_is_printed_whole() {
    let address = format!("https://exemple.fr/{}", "tres-long/".repeat(40));
    let word = "x".repeat(400);
    let pdf = pdf_of(&everything::document(vec![text(&address), text(&word), text(PROSE)]));
    let Some(read) = tools::text_of(&pdf) else { return };
    let read: String = read.split_whitespace().collect();
    // At the end of a line the reader takes a hyphen for that of a divided word.
    assert!(read.replace('-', "").contains(&address.replace('-', "")), "{read}");
    assert!(read.contains(&word), "{read}");
}

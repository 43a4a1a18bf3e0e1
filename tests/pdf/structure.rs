//! What the file is, beside its text: whole, tagged, titled, with its bookmarks and what is enclosed in it.

use hemicycle::look::Look;
use hemicycle::papers::{Attachment, NotRendered};
use serde_json::Value;

use crate::everything::{document, everything, text};
use crate::{made, pdf_of, rendered, tools};

fn enclosed(name: &str, media_type: &'static str, bytes: &[u8]) -> Attachment {
    Attachment { name: name.into(), says: "Journal de la séance".into(), media_type, bytes: bytes.into() }
}

/// Whether the bytes hold that text.
fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The levels of the headings, in order.
fn levels(structure: &str) -> Vec<u32> {
    let heading = |line: &str| line.trim().strip_prefix('H')?.chars().next()?.to_digit(10);
    structure.lines().filter_map(heading).collect()
}

#[test]
fn every_paper_is_a_whole_file() {
    for paper in [made::seed(), made::great_minutes(), made::eventful_minutes(), everything()] {
        let Some(said) = tools::said("qpdf", &["--check"], &pdf_of(&paper), &[]) else { return };
        assert!(!String::from_utf8_lossy(&said).contains("WARNING"), "{}", String::from_utf8_lossy(&said));
    }
}

#[test]
fn a_paper_says_what_it_is() {
    let pdf = pdf_of(&made::seed());
    for says in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
        assert!(holds(&pdf, says), "{says}");
    }
    let Some(properties) = tools::properties_of(&pdf) else { return };
    let property = |name: &str| {
        let line = properties.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_once(':')).map_or("", |(_, value)| value.trim()).to_owned()
    };
    assert!(property("Title").starts_with("Délibération n° 2022_CT2_010 – "), "{properties}");
    assert_eq!(property("Author"), "Conseil de Territoire du Pays d'Aix");
    assert_eq!(property("Tagged"), "yes");
    assert!(property("CreationDate").contains("Mar  3 00:00:00 2022"), "{properties}");
    let Some(objects) = tools::objects_of(&pdf) else { return };
    assert!(objects.contains("/Lang (fr)") && objects.contains("/DisplayDocTitle true"));
}

#[test]
fn headings_begin_at_level_one_and_skip_none() {
    for paper in [made::seed(), made::great_minutes(), made::eventful_minutes(), everything()] {
        let Some(structure) = tools::structure_of(&pdf_of(&paper)) else { return };
        let levels = levels(&structure);
        assert_eq!(levels.first(), Some(&1), "{}", paper.title);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn a_table_has_heads_and_a_list_its_items() {
    let Some(structure) = tools::structure_of(&pdf_of(&everything())) else { return };
    let count = |element: &str| {
        structure
            .lines()
            .filter(|line| {
                line.trim().trim_end_matches(':') == element || line.trim().starts_with(&format!("{element} "))
            })
            .count()
    };
    // 45 rows and 9, each table with one row of heads, and 3 rows of figures with their labels.
    assert_eq!((count("Table"), count("THead"), count("TR")), (3, 2, 54 + 2 + 3));
    assert_eq!((count("TH"), count("TD")), (3 + 3 + 3, 54 * 3 + 3));
    assert_eq!((count("L"), count("LI"), count("Lbl"), count("LBody")), (3, 7, 7, 6));
}

#[test]
fn the_picture_of_a_public_ballot_is_one_figure_heard_in_words_and_its_legend_is_text() {
    let pdf = pdf_of(&everything());
    let Some(structure) = tools::structure_of(&pdf) else { return };
    assert_eq!(structure.lines().filter(|line| line.trim().starts_with("Figure")).count(), 1, "{structure}");
    let Some(text) = tools::text_of(&pdf) else { return };
    for words in ["Gauche & bas", "Droite", "Ne prend pas part au vote", "Avec un point, par pouvoir"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let Some(objects) = tools::objects_of(&pdf) else { return };
    // Heard in its own words, to the letter: « image » would satisfy the standard and tell nobody anything.
    let says = crate::public_ballot::SAYS;
    let whole = says.encode_utf16().fold("feff".to_owned(), |hex, unit| format!("{hex}{unit:04x}"));
    assert!(objects.contains(&format!("/Alt <{whole}>")) || objects.contains(&format!("/Alt ({says})")), "{says}");
}

#[test]
fn a_hyphenated_word_is_heard_whole() {
    let Some(objects) = tools::objects_of(&pdf_of(&made::seed())) else { return };
    let whole = "général".encode_utf16().fold("feff".to_owned(), |hex, unit| format!("{hex}{unit:04x}"));
    assert!(objects.contains(&format!("/ActualText <{whole}>")));
}

#[test]
fn bookmarks_are_the_headings() {
    let paper = made::great_minutes();
    let Some(json) = tools::said("qpdf", &["--json=2", "--json-key=outlines"], &pdf_of(&paper), &[]) else { return };
    let outlines: Value = serde_json::from_slice(&json).expect("JSON");
    let top = outlines["outlines"].as_array().expect("outlines");
    assert_eq!(top.len(), 1);
    let chapters = top[0]["kids"].as_array().expect("chapters");
    let title = |outline: &Value| outline["title"].as_str().expect("a title").to_owned();
    assert_eq!(title(&chapters[0]), "Présences");
    let reports: usize = chapters.iter().map(|chapter| chapter["kids"].as_array().map_or(0, Vec::len)).sum();
    assert_eq!(reports, 51);
}

#[test]
fn what_is_enclosed_comes_out_byte_for_byte() {
    let journal: Vec<u8> =
        (0..40_000_u32).flat_map(|number| format!("{{\"n\":{number}}}\r\n\0").into_bytes()).collect();
    let attached = [
        enclosed("séance.ron", "text/plain", "( format: 1 )\n".as_bytes()),
        enclosed("seance.journal", "application/x-ndjson", &journal),
    ];
    let pdf = rendered(&made::seed(), &Look::default(), &attached).expect("a paper").bytes;
    assert_eq!(pdf, rendered(&made::seed(), &Look::default(), &attached).expect("a paper").bytes);
    for says in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
        assert!(holds(&pdf, says), "{says}");
    }
    for file in &attached {
        let option = format!("--show-attachment={}", file.name.replace('é', "e"));
        let Some(bytes) = tools::said("qpdf", &[&option], &pdf, &[]) else { return };
        assert!(bytes == file.bytes, "{}", file.name);
    }
    let Some(objects) = tools::objects_of(&pdf) else { return };
    assert_eq!(objects.matches("/AFRelationship /Source").count(), 2);
    assert!(objects.contains("/AF [") && objects.contains("/Subtype /application#2fx-ndjson"));
}

#[test]
fn two_files_of_one_name_and_a_media_type_that_is_none_are_refused() {
    let paper = document(vec![text("Rien.")]);
    let twice = [enclosed("a", "text/plain", b"1"), enclosed("a", "text/plain", b"2")];
    let refused = Err(NotRendered::BadAttachment("a".into()));
    assert_eq!(rendered(&paper, &Look::default(), &twice), refused);
    assert_eq!(rendered(&paper, &Look::default(), &[enclosed("a", "text", b"1")]), refused);
}

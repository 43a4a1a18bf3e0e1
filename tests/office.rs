//! DOCX and ODT read back: each name, figure and list equals the sitting; each part is what the formats ask for; and
//! LibreOffice prints all of it.

#[path = "office/hostile.rs"]
mod hostile;
#[path = "office/models.rs"]
mod models;
#[path = "common/paper.rs"]
mod paper;
#[path = "office/printing.rs"]
mod printing;
#[path = "office/reader.rs"]
mod reader;
#[path = "office/sittings.rs"]
mod sittings;
#[path = "common/skip.rs"]
mod skip;

use hemicycle::council::ballot::Choice;
use hemicycle::council::id::ReportId;
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::{Progress, Sitting};
use hemicycle::council::tally::Figure;
use hemicycle::french::figures;
use hemicycle::look::{Logo, Look, PictureKind, Rgb};
use hemicycle::papers::document::{Document, Status};
use hemicycle::papers::{Dressing, Format, Paper, render};

use paper::composed;
use reader::{body, paragraphs, part, parts, spaced, table};

const BOTH: [Format; 2] = [Format::Docx, Format::Odt];

fn deliberation(number: &str) -> Paper {
    Paper::Deliberation(ReportId::new(number))
}

fn document(sitting: &Sitting, paper: &Paper) -> Document {
    composed(sitting, paper, Some("1234 5678 9012 3456")).expect("a paper")
}

fn bytes(document: &Document, format: Format, look: &Look) -> Vec<u8> {
    render(document, format, &Dressing { look, attached: &[], model: None }).expect("a file").bytes
}

/// Each paper that is read back: the seed's délibération and one of a busy evening with votes against.
fn read_back() -> Vec<(Sitting, &'static str)> {
    vec![(sittings::seed(), "04_2_01"), (sittings::evening(), "06"), (sittings::evening(), "08")]
}

#[test]
fn each_figure_of_the_vote_is_that_of_the_tally() {
    for (sitting, number) in read_back() {
        let done = sitting.progress(&ReportId::new(number)).and_then(Progress::done).expect("it is proclaimed");
        for format in BOTH {
            let xml = body(&bytes(&document(&sitting, &deliberation(number)), format, &Look::default()));
            let expected: Vec<Vec<String>> = Figure::ALL
                .into_iter()
                .map(|figure| {
                    vec![figures::label(figure).to_owned(), figures::value(done.tally.unwrap().value(figure))]
                })
                .collect();
            assert_eq!(table(&xml, 0), expected, "{format:?} {number}");
        }
    }
}

/// The names of the paragraph whose head begins so.
fn listed(paragraphs: &[String], head: &str) -> Vec<String> {
    let found = paragraphs.iter().find(|text| text.starts_with(head)).unwrap_or_else(|| panic!("no {head}"));
    let (_, names) = found.split_once(" : ").expect("a head and names");
    names.split(" – ").filter(|name| *name != "Néant").map(str::to_owned).collect()
}

#[test]
fn each_list_of_names_is_that_of_the_room_at_the_vote() {
    for (sitting, number) in read_back() {
        let done = sitting.progress(&ReportId::new(number)).and_then(Progress::done).expect("it is proclaimed");
        let roster = &sitting.docket().roster;
        let seat = |wanted: fn(&Seat) -> bool| -> Vec<String> {
            let members = roster.everyone().filter(|member| done.vote.room.seat(&member.id).is_some_and(wanted));
            members.map(|member| spaced(&member.name.listed().replace('\'', "’"))).collect()
        };
        for format in BOTH {
            let texts = paragraphs(&body(&bytes(&document(&sitting, &deliberation(number)), format, &Look::default())));
            let present = seat(|seat| matches!(seat, Seat::Present | Seat::Recused));
            assert_eq!(listed(&texts, "Étaient présents"), present, "{format:?} {number}");
            let givers = seat(|seat| matches!(seat, Seat::Represented(_)));
            let powers = listed(&texts, "Étaient excusés avec pouvoir");
            assert_eq!(powers.len(), givers.len(), "{format:?} {number}");
            for (power, giver) in powers.iter().zip(&givers) {
                assert!(power.starts_with(giver.as_str()) && power.contains(" donne pouvoir à "), "{power} / {giver}");
            }
            let against: Vec<String> = roster
                .everyone()
                .filter(|member| done.vote.choice(&member.id) == Some(Choice::Against))
                .map(|member| spaced(&member.name.listed().replace('\'', "’")))
                .collect();
            let lists = texts.iter().filter(|text| text.contains("ont voté contre") || text.contains("a voté contre"));
            let read: Vec<String> = lists.flat_map(|text| listed(std::slice::from_ref(text), "")).collect();
            assert_eq!(read, against, "{format:?} {number}");
        }
    }
}

#[test]
fn both_formats_say_the_same_words_as_the_text_paper() {
    let squeezed = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for (sitting, paper) in [
        (sittings::seed(), deliberation("04_2_01")),
        (sittings::seed(), Paper::Minutes),
        (sittings::evening(), deliberation("06")),
        (sittings::evening(), Paper::Minutes),
        (sittings::evening(), Paper::Convocation),
    ] {
        let document = document(&sitting, &paper);
        let of = |format| squeezed(&paragraphs(&body(&bytes(&document, format, &Look::default()))).join(" "));
        assert_eq!(of(Format::Docx), of(Format::Odt));
        let text = paper::written(&document, Format::Text);
        for word in text.split_whitespace().map(squeezed).filter(|word| word.len() > 3) {
            assert!(of_contains(&document, &word), "{word}");
        }
    }
}

fn of_contains(document: &Document, word: &str) -> bool {
    use std::cell::RefCell;
    use std::collections::BTreeMap;
    thread_local!(static READ: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) });
    READ.with_borrow_mut(|read| {
        let text = read.entry(document.title.clone()).or_insert_with(|| {
            let joined = paragraphs(&body(&bytes(document, Format::Docx, &Look::default()))).join(" ");
            joined.chars().filter(|c| c.is_alphanumeric()).collect()
        });
        text.contains(word) || word == "PROJET"
    })
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document(&sittings::evening(), &Paper::Minutes);
    for format in BOTH {
        assert_eq!(bytes(&document, format, &Look::default()), bytes(&document, format, &Look::default()));
    }
}

#[test]
fn an_odt_says_what_it_is_in_its_first_bytes() {
    let odt = bytes(&document(&sittings::seed(), &Paper::Minutes), Format::Odt, &Look::default());
    assert_eq!(&odt[30..38], b"mimetype");
    assert_eq!(&odt[38..77], b"application/vnd.oasis.opendocument.text");
}

#[test]
fn headings_are_headings_and_styles_have_the_names_of_what_a_text_is() {
    let document = document(&sittings::seed(), &deliberation("04_2_01"));
    let docx = bytes(&document, Format::Docx, &Look::default());
    let xml = body(&docx);
    for style in ["Titre1", "Titre2", "Objet", "Texte", "Noms", "Decision", "Nombre", "Encart", "Liste", "Cachet"] {
        assert!(xml.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
        assert!(part(&docx, "word/styles.xml").contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    let odt = bytes(&document, Format::Odt, &Look::default());
    let (xml, styles) = (body(&odt), part(&odt, "styles.xml"));
    assert!(xml.contains("<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">"));
    for style in ["Objet", "Texte_20_courant", "Noms", "Nombre", "Encart", "Cachet", "Liste_20_à_20_puces"] {
        assert!(xml.contains(&format!("text:style-name=\"{style}\"")), "{style}");
        assert!(styles.contains(&format!("style:name=\"{style}\"")), "{style}");
    }
    assert!(styles.contains("style:display-name=\"Décision\"") && xml.contains("\"Hemicycle_Decision_suivi\""));
}

#[test]
fn word_finds_the_elements_in_the_order_of_its_schema() {
    let look = Look { accent: Rgb(10, 20, 30), ..Look::default() };
    let docx = bytes(&document(&sittings::evening(), &Paper::AttendanceSheet), Format::Docx, &look);
    let xml = body(&docx);
    assert!(xml.contains("<w:tblHeader/>"), "the head of a table stands on each page");
    for properties in xml.split("<w:tblPr>").skip(1) {
        let place = |name: &str| properties.find(name).unwrap_or_else(|| panic!("{name}"));
        assert!(place("<w:tblW ") < place("<w:jc "));
        assert!(place("<w:jc ") < place("<w:tblLayout ") && place("<w:tblLayout ") < place("<w:tblLook "));
    }
    for after in xml.split("</w:tbl>").skip(1) {
        assert!(after.starts_with("<w:p>"), "a paragraph follows a table");
    }
    let styles = part(&docx, "word/styles.xml");
    assert!(styles.contains("<w:color w:val=\"0A141E\"/><w:sz "));
    assert!(!styles.contains("<w:sz w:val=\"22\"/><w:color"));
}

#[test]
fn a_draft_says_so_on_each_page_and_a_final_paper_does_not() {
    let draft = document(&sittings::seed(), &Paper::Minutes);
    let last = document(&sittings::seed(), &deliberation("04_2_01"));
    assert_eq!((draft.status, last.status), (Status::Draft, Status::Final));
    let of = |document: &Document, format| parts(&bytes(document, format, &Look::default()));
    let docx = of(&draft, Format::Docx);
    assert!(String::from_utf8_lossy(&docx["word/header1.xml"]).contains(">PROJET<"));
    assert!(!of(&last, Format::Docx).contains_key("word/header1.xml"));
    assert!(String::from_utf8_lossy(&of(&draft, Format::Odt)["styles.xml"]).contains(">PROJET<"));
    assert!(!String::from_utf8_lossy(&of(&last, Format::Odt)["styles.xml"]).contains("PROJET"));
}

#[test]
fn the_foot_of_each_page_names_the_paper_and_counts_the_pages() {
    let document = document(&sittings::seed(), &deliberation("04_2_01"));
    let footer = part(&bytes(&document, Format::Docx, &Look::default()), "word/footer1.xml");
    assert_eq!(paragraphs(&footer), ["2022_CT2_010 page 1 / 1"]);
    assert!(footer.contains("w:instr=\"PAGE\"") && footer.contains("w:instr=\"NUMPAGES\""));
    let styles = part(&bytes(&document, Format::Odt, &Look::default()), "styles.xml");
    let foot = styles.split("<style:footer>").nth(1).expect("a foot");
    assert_eq!(paragraphs(foot)[0], "2022_CT2_010 page 1 / 1");
    assert!(foot.contains("text:page-number") && foot.contains("text:page-count"));
}

#[test]
fn the_properties_of_the_file_are_those_of_the_sitting() {
    let document = document(&sittings::seed(), &deliberation("04_2_01"));
    for (format, name) in [(Format::Docx, "docProps/core.xml"), (Format::Odt, "meta.xml")] {
        let meta = part(&bytes(&document, format, &Look::default()), name);
        let apart = meta.replace("&apos;", "'");
        assert!(apart.contains(&format!("<dc:creator>{}</dc:creator>", document.body)), "{apart}");
        assert!(apart.contains("<dc:language>fr-FR</dc:language>") && apart.contains("2022-03-03T00:00:00"));
        assert!(apart.contains("Délibération n° 2022_CT2_010"));
    }
}

/// The smallest picture: one white point.
const POINT: &[u8] = &[
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155,
    85, 0, 0, 0, 10, 73, 68, 65, 84, 8, 215, 99, 248, 15, 0, 1, 1, 1, 0, 27, 182, 238, 86, 0, 0, 0, 0, 73, 69, 78, 68,
    174, 66, 96, 130,
];

fn dressed() -> Look {
    let logo = Logo {
        bytes: POINT.into(),
        kind: PictureKind::Png,
        pixels: (1, 1),
        height: 12,
        says: "Blason « or & azur »".to_owned(),
    };
    Look {
        sheet: (297.0, 210.0),
        letterhead: vec!["Ville <d’Essai>".to_owned(), "1 place & rue".to_owned()],
        logo: Some(logo),
        family: "Times New Roman".to_owned(),
        size: 12.0,
        accent: Rgb(31, 58, 110),
        ..Look::default()
    }
}

#[test]
fn the_look_of_the_assembly_is_followed() {
    let document = document(&sittings::seed(), &deliberation("04_2_01"));
    let look = dressed();
    let docx = bytes(&document, Format::Docx, &look);
    assert_eq!(parts(&docx)["word/media/logo.png"], POINT);
    let xml = body(&docx);
    assert!(xml.contains("descr=\"Blason « or &amp; azur »\"") && xml.contains("w:orient=\"landscape\""));
    assert!(part(&docx, "word/styles.xml").contains("w:ascii=\"Times New Roman\""));
    let odt = bytes(&document, Format::Odt, &look);
    assert_eq!(parts(&odt)["Pictures/logo.png"], POINT);
    assert!(body(&odt).contains("<svg:desc>Blason « or &amp; azur »</svg:desc>"));
    for file in [&docx, &odt] {
        let texts = paragraphs(&body(file));
        assert_eq!(texts[1..3], ["Ville <d’Essai>", "1 place & rue"]);
    }
}

//! Papers as web pages: read by eye once, then read back by a reader of its own: figures, names, and nothing live.

#[allow(dead_code, reason = "the evening is shared, and each test uses a part of it")]
#[path = "papers/evening.rs"]
mod evening;
#[path = "html/hostile.rs"]
mod hostile;
#[path = "common/paper.rs"]
mod paper;
#[path = "common/public_ballot.rs"]
mod public_ballot;
#[path = "html/reader.rs"]
mod reader;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use hemicycle::council::ballot::{Choice, Vote};
use hemicycle::council::command::Command;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::room::Seat;
use hemicycle::council::roster::{Member, Roster};
use hemicycle::council::sitting::{Progress, Sitting};
use hemicycle::council::tally::{Figure, Tally};
use hemicycle::look::{Logo, Look, Margins, PictureKind, Rgb};
use hemicycle::papers::document::{
    Block, Column, Document, Emphasis, Inline, Line, Names, Run, Signatory, Status, Style, Table,
};
use hemicycle::papers::{Dressing, Format, Paper, render};
use hemicycle::store::session_file::parse;
use hemicycle::store::session_file::problem::Unreadable;
use jiff::civil::date;

use evening::{deliberation, run, vote};
use paper::{composed, written};
use reader::{Element, read};

fn golden(name: &str, page: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("html/golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, page));
}

fn page_of(sitting: &Sitting, paper: &Paper) -> String {
    written(&composed(sitting, paper, Some("1234 5678 9012 3456")).expect("a paper"), Format::Html)
}

fn in_the_look(document: &Document, look: &Look) -> String {
    let dressing = Dressing { look, attached: &[], model: None };
    String::from_utf8(render(document, Format::Html, &dressing).expect("a page").bytes).expect("text")
}

/// A look of which nothing is the program's own; its words are hostile.
fn own_look() -> Look {
    Look {
        sheet: (148.0, 210.0),
        margins: Margins { top: 15.5, right: 12.0, bottom: 15.0, left: 20.0 },
        letterhead: vec!["RÉPUBLIQUE FRANÇAISE".to_owned(), "Commune de <Saint-Exemple> & l'Écart".to_owned()],
        logo: Some(Logo {
            bytes: Arc::from(&b"\x89PNG-not-looked-at"[..]),
            kind: PictureKind::Png,
            pixels: (640, 320),
            height: 18,
            says: "Blason : \"d'azur\" <à> la tour".to_owned(),
        }),
        family: "Marianne\"}</style><script>".to_owned(),
        faces: None,
        size: 12.5,
        accent: Rgb(26, 60, 110),
    }
}

/// A document with one of everything.
fn everything() -> Document {
    let line = Line::prose;
    let name = |name: &str| Line::from(Run::name(name));
    let italic = Emphasis { bold: false, italic: true };
    let both = Emphasis { bold: true, italic: true };
    let signatory = |title: &str, who: &str| Signatory { title: line(title), name: name(who) };
    let column = |head: &str, share, figures| Column { head: line(head), share, figures };
    Document {
        title: "Délibération n° 12 – L'objet <du> jour".to_owned(),
        body: "Conseil municipal de Saint-Exemple".to_owned(),
        date: date(2025, 3, 3),
        reference: "Séance du 3 mars 2025 – \"12\"".to_owned(),
        status: Status::Draft,
        fields: std::collections::BTreeMap::new(),
        blocks: vec![
            Block::Heading(1, line("Délibération n° ").then(Run::literal("2025_012"))),
            Block::Heading(2, Line::default()),
            Block::Paragraph(Style::Object, line("OBJET : une place")),
            Block::Paragraph(
                Style::Text,
                line("Un mot ")
                    .then(Run::prose("penché").emphasised(italic))
                    .then(Run::prose(", un mot "))
                    .then(Run::prose("gras et penché").emphasised(both))
                    .then(Run::prose(" et  deux espaces.")),
            ),
            Block::Paragraph(
                Style::Text,
                Line(vec![Inline::Run(Run::prose("Une ligne")), Inline::Break, Inline::Run(Run::prose("et l'autre"))]),
            ),
            Block::Names(Names {
                head: line("Étaient présents"), names: vec![name("AMIEL Jo"), name("LE BARON Ève")]
            }),
            Block::Names(Names { head: line("Étai(en)t absent(s)"), names: Vec::new() }),
            Block::List(None, vec![vec![Block::Paragraph(Style::Text, line("une puce"))]]),
            Block::List(
                Some(4),
                vec![vec![
                    Block::Paragraph(Style::Text, line("quatre")),
                    Block::List(Some(1), vec![vec![Block::Paragraph(Style::Text, line("dedans"))]]),
                ]],
            ),
            Block::Table(Table {
                caption: line("Délibérations examinées"),
                columns: vec![column("Numéro", 1, false), column("Objet", 3, false), column("Voix", 1, true)],
                rows: vec![
                    vec![name("2025_012"), line("Une place"), line("12")],
                    vec![name("2025_013"), line("Un vœu"), line("7")],
                ],
                least_lines: 3,
            }),
            Block::NewSheet,
            Block::VoteTable(vec![(line("Inscrits"), name("29")), (line("Votants"), name("27"))]),
            Block::Enclosed(vec![Block::Heading(2, line("Rapport")), Block::Paragraph(Style::Text, line("Joint."))]),
            Block::KeepTogether(vec![
                Block::Paragraph(Style::Decision, line("Après en avoir délibéré, le Conseil décide.")),
                Block::Signatures(vec![signatory("Le Président", "AMIEL Jo"), signatory("La secrétaire", "")]),
            ]),
            Block::Stamp(vec![line("Accusé de réception"), name("013-200054807-20250303-12-DE")]),
        ],
    }
}

#[test]
fn one_of_everything_in_a_look_of_ones_own() {
    golden("everything.html", &in_the_look(&everything(), &own_look()));
}

#[test]
fn the_picture_of_a_public_ballot_is_drawn_in_the_page_and_said_in_words() {
    let document = Document { blocks: vec![public_ballot::picture()], ..everything() };
    let page = in_the_look(&document, &Look::default());
    golden("public-ballot.html", &page);
    let said = "<title>Hémicycle de 14 sièges : ce que l’image montre, &lt;dit&gt; en mots.</title>";
    assert!(page.contains("<svg role=\"img\"") && page.contains(said), "{page}");
    assert_eq!(page.matches("aria-hidden=\"true\"").count(), 6);
    assert!(!in_the_look(&everything(), &Look::default()).contains("hemicycle"));
}

#[test]
fn a_deliberation_of_the_made_up_evening() {
    golden("majority.html", &page_of(&evening::evening(), &deliberation("01")));
}

/// A council of 51 and its 49 reports; nobody of them exists.
fn large_council() -> Sitting {
    let mut source = "(assemblee: (nom: \"Conseil municipal de Saint-Exemple\", genre: Commune), seance: (date: \
                      \"2025-03-03\", president: \"NOM-0 Anne\", secretaire: \"NOM-1 Anne\"), membres: ["
        .to_owned();
    for member in 0..51 {
        let state = if member % 9 == 8 {
            format!(", etat: Excuse(pouvoir_a: \"NOM-{} Anne\")", member - 1)
        } else {
            String::new()
        };
        write!(source, "(nom: \"NOM-{member}\", prenom: \"Anne\"{state}),").unwrap();
    }
    source.push_str("], ordre_du_jour: [");
    for report in 1..=49 {
        write!(source, "Rapport(numero: \"{report}\", objet: \"Objet n° {report}\"),").unwrap();
    }
    source.push_str("])");
    let parsed = parse(&source, &|_: &str| Err(Unreadable::Missing)).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut sitting = Sitting::new(parsed.docket);
    run(&mut sitting, &Command::Open { at: None });
    let members: Vec<String> = sitting.docket().roster.ids().map(ToString::to_string).collect();
    for report in 1..=49_usize {
        let said = |place: usize| match (place * 7 + report * 11) % 13 {
            0 | 1 => Choice::Against,
            2 => Choice::Abstain,
            3 if report % 5 == 0 => Choice::NotTakingPart,
            _ => Choice::For,
        };
        let voices: Vec<(&str, Choice)> =
            members.iter().enumerate().map(|(place, member)| (member.as_str(), said(place))).collect();
        vote(&mut sitting, &report.to_string(), &voices, None);
    }
    run(&mut sitting, &Command::Close { at: None, notes: NoteSums::new() });
    sitting
}

fn spaces_made_one(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The figures of the table of the vote, as the page has them: label and value.
fn figures(page: &Element) -> Vec<(String, String)> {
    let table = page.find("table", "vote");
    assert_eq!(table.len(), 1, "one table of the vote");
    let row = |row: &&Element| {
        let [label, value] = [row.find("th", ""), row.find("td", "nombre")].map(|cells| cells[0].text());
        (spaces_made_one(&label), spaces_made_one(&value))
    };
    table[0].find("tr", "").iter().map(row).collect()
}

/// The names under the heads that hold those words.
fn names_under(page: &Element, words: &[&str]) -> BTreeSet<String> {
    let lists = page.find("div", "noms");
    let heads = lists.iter().filter(|list| words.iter().all(|words| list.find("p", "")[0].text().contains(words)));
    heads.flat_map(|list| list.find("li", "")).map(|name| spaces_made_one(&name.text())).collect()
}

/// Those who said so, in the room or represented, read from the votes one by one.
fn who_said(vote: &Vote, choice: Choice, present: bool, roster: &Roster) -> BTreeSet<String> {
    let is_in = |seat: &Seat| matches!(seat, Seat::Present | Seat::Remote);
    let said = |member: &&Member| {
        vote.choice(&member.id) == Some(choice) && vote.room.seat(&member.id).is_some_and(|seat| is_in(seat) == present)
    };
    roster.everyone().filter(said).map(|member| spaces_made_one(&member.name.listed())).collect()
}

fn figures_and_names_are_those_of_the_vote(sitting: &Sitting) -> usize {
    let mut read_back = 0;
    for report in sitting.docket().agenda.reports() {
        let Some(Progress::Done(done)) = sitting.progress(&report.id) else { continue };
        let page = read(&page_of(sitting, &Paper::Deliberation(report.id.clone())));
        let counted = Tally::of(&done.vote).expect("figures");
        let values = figures(&page);
        assert_eq!(values.len(), 9);
        for (figure, (label, value)) in Figure::ALL.into_iter().zip(values) {
            let expected = counted.value(figure).map_or_else(|| "sans objet".to_owned(), |value| value.to_string());
            assert_eq!(value, expected, "{label} of {}", report.id);
        }
        let heads = [(Choice::Against, "voté contre"), (Choice::Abstain, "abstenu")];
        for (choice, words) in heads {
            for (present, room) in [(true, "présent"), (false, "excusé")] {
                let expected = who_said(&done.vote, choice, present, &sitting.docket().roster);
                assert_eq!(names_under(&page, &[words, room]), expected, "{words}, {room}, of {}", report.id);
                read_back += expected.len();
            }
        }
    }
    read_back
}

#[test]
fn the_figures_and_names_of_a_page_are_those_of_the_vote() {
    assert!(figures_and_names_are_those_of_the_vote(&evening::evening()) > 3);
}

#[test]
fn the_figures_and_names_of_49_reports_voted_by_51_are_those_of_each_vote() {
    assert!(figures_and_names_are_those_of_the_vote(&large_council()) > 300);
}

#[test]
fn the_seed_names_on_its_page_whom_it_names_in_its_file() {
    let path = std::path::Path::new("sessions/2022-03-03-pays-d-aix.ron");
    let file = hemicycle::store::session_file::load(path).unwrap_or_else(|unread| panic!("{unread:?}"));
    let mut sitting = Sitting::new(file.docket);
    run(&mut sitting, &Command::Open { at: None });
    vote(&mut sitting, "04_2_01", &[], None);
    let page = read(&page_of(&sitting, &deliberation("04_2_01")));
    let room = &sitting.progress(&ReportId::new("04_2_01")).unwrap().vote().room;
    let seated = |wanted: fn(&Seat) -> bool| -> BTreeSet<String> {
        let roster = &sitting.docket().roster;
        let members = roster.everyone().filter(|member| room.seat(&member.id).is_some_and(wanted));
        members.map(|member| spaces_made_one(&member.name.listed())).collect()
    };
    let present: BTreeSet<String> =
        names_under(&page, &["présents"]).difference(&names_under(&page, &["présents", "et"])).cloned().collect();
    assert_eq!(present, seated(|seat| matches!(seat, Seat::Present)));
    assert_eq!(present.len(), 36);
    assert_eq!(names_under(&page, &["excusés avec pouvoir"]).len(), 15);
    assert_eq!(names_under(&page, &["excusés sans pouvoir"]).len(), 7);
    let values: Vec<String> = figures(&page).into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["58", "51", "0", "0", "51", "26", "51", "0", "0"]);
}

#[test]
fn a_draft_says_so_on_the_screen_in_the_title_and_on_each_printed_page_and_a_final_paper_nowhere() {
    let draft = everything();
    let html = in_the_look(&draft, &Look::default());
    let page = read(&html);
    assert_eq!(page.find("p", "projet")[0].text(), "PROJET");
    assert!(page.find("title", "")[0].text().starts_with("PROJET – "));
    assert!(html.contains("@top-right { content: \"PROJET\"") && html.contains("position: fixed"));
    let html = in_the_look(&Document { status: Status::Final, ..draft }, &Look::default());
    assert!(!html.contains("PROJET"));
}

#[test]
fn a_page_has_its_language_one_first_heading_and_tables_that_say_what_they_are() {
    let sitting = evening::evening();
    for paper in [Paper::Minutes, deliberation("01"), deliberation("02")] {
        let page = read(&page_of(&sitting, &paper));
        assert_eq!(page.find("html", "")[0].attributes["lang"], "fr");
        let level = |element: &&Element| element.tag.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let levels: Vec<u8> = page.all().iter().filter_map(level).collect();
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is left out: {levels:?}");
        for table in page.find("table", "") {
            assert!(!table.find("caption", "")[0].text().is_empty());
            assert!(table.find("th", "").iter().all(|head| head.attributes.contains_key("scope")));
        }
    }
}

#[test]
fn the_same_document_in_the_same_look_gives_the_same_bytes() {
    assert_eq!(in_the_look(&everything(), &own_look()), in_the_look(&everything(), &own_look()));
}

//! The session file as a whole: what loads, what does not, and that no byte of it makes the program stumble.

use std::collections::BTreeMap;

use proptest::prelude::{any, prop, prop_assert, proptest};

use crate::council::agenda::{AgendaItem, ReportKind};
use crate::council::attendance::Presence;
use crate::council::id::MemberId;
use crate::french;

use super::files::Beside;
use super::problem::{Problem, ProblemKind, Remark, Unread, Unreadable};
use super::{Parsed, parse};

/// A folder in memory.
struct Memory(BTreeMap<&'static str, &'static str>);

impl Beside for Memory {
    fn text(&self, name: &str) -> Result<String, Unreadable> {
        self.0.get(name).map(|text| (*text).to_owned()).ok_or(Unreadable::Missing)
    }
}

const COUNCIL: &str = r#"// Un conseil imaginé.
(
    format: 1,
    assemblee: (nom: "Conseil municipal de Saint-Exemple", genre: Commune, population: 3_500),
    séance: (date: "3 mars 2025", président: "Léa Martinet", secrétaire: "aubry"),
    membres: [
        (nom: "MARTINET", prénom: "Léa", civilité: Mme), /* la maire */
        (nom: "AUBRY", prenom: "Paul", id: "paul", groupe: "Ensemble"),
        (nom: "CHAZAL", prenom: "Hélène", etat: Excuse(pouvoir_a: "Paul Aubry")),
        (nom: "DELORME", etat: Excusé // sans pouvoir
        ),
        (nom: "ESCOFFIER", etat: Absent),
    ],
    ordre_du_jour: [
        Chapitre("Affaires générales"),
        Rapport(numéro: "1", objet: "Tarifs", rapporteur: "paul", texte: Fichier("a.md"), annexes: ["a.md", Fichier("b.md")]),
        Rapport(numero: "2", objet: "Avis", genre: Avis(sens: Réservé), transmis: "04/03/2025",
            soumis: (à: "Bureau", texte: "Un \"texte\"\nsur deux lignes.")),
        Rapport(numero: "3", objet: "Vœu", genre: Vœu, majorité: (regle: Relative, motif: "art. 3"), auteurs: ["AUBRY"],
            amendements: [(numero: "1", par: ["AUBRY"], au_nom_de: "Nous", cible: "article 1", texte: "Un.")]),
        Rapport(numero: "4", objet: "Délégation", genre: Décisions, decisions: [(numero: "1", date: "1/2/2025", objet: "Don")]),
    ],
)
"#;

fn memory() -> Memory {
    Memory(BTreeMap::from([
        ("a.md", "\u{FEFF}Un texte.\r\n"),
        ("b.md", "Un autre."),
        ("m.csv", "nom\nMARTINET\nAUBRY\n"),
    ]))
}

pub(super) fn read(source: &str) -> Result<Parsed, Vec<Problem>> {
    parse(source, &memory())
}

pub(super) fn kinds(source: &str) -> Vec<ProblemKind> {
    read(source).unwrap_err().into_iter().map(|problem| problem.kind).collect()
}

/// What a broken file gets is a list, each with its sentences, and nothing that a terminal would obey.
pub(super) fn check(source: &str) {
    if let Err(problems) = read(source) {
        assert!(!problems.is_empty(), "{source:?}");
        let message = french::file::unread(&Unread { path: "x.ron".into(), problems });
        assert!(message.chars().all(|c| c == '\n' || !c.is_control()), "{message:?}");
    }
}

#[test]
fn every_form_that_the_format_allows_is_read() {
    let parsed = read(COUNCIL).unwrap();
    let docket = &parsed.docket;
    let id = MemberId::new;
    let ids: Vec<&str> = docket.roster.ids().map(MemberId::as_str).collect();
    assert_eq!(ids, ["martinet-lea", "paul", "chazal-helene", "delorme", "escoffier"]);
    assert_eq!(docket.meeting.president, Some(id("martinet-lea")));
    assert_eq!(docket.meeting.secretaries, [id("paul")]);
    assert_eq!(docket.expected.holder_of(&id("chazal-helene")), Some(&id("paul")));
    assert_eq!(docket.expected.presence(&id("delorme")), Presence::Excused);
    assert_eq!(docket.expected.presence(&id("escoffier")), Presence::Absent);
    assert!(matches!(&docket.agenda.items[0], AgendaItem::Chapter(title) if title == "Affaires générales"));
    let reports: Vec<_> = docket.agenda.reports().collect();
    assert_eq!(reports[0].kind, ReportKind::Deliberation);
    assert_eq!(reports[0].exposition.as_ref().unwrap().markdown, "Un texte.\n");
    assert_eq!(reports[0].annexes.len(), 2);
    assert_eq!(reports[1].received, reports[1].transmitted, "received on the day of transmission");
    assert_eq!(reports[1].submitted.as_ref().unwrap().text.markdown, "Un \"texte\"\nsur deux lignes.");
    assert_eq!(parsed.sums.keys().collect::<Vec<_>>(), ["a.md", "b.md"]);
    assert_eq!(parsed.remarks, [Remark::ByteOrderMark(Some("a.md".into())), Remark::WindowsLines(Some("a.md".into()))]);
}

#[test]
fn a_byte_order_mark_and_windows_lines_are_read_and_said() {
    let source = format!("\u{FEFF}{}", COUNCIL.replace('\n', "\r\n"));
    let parsed = read(&source).unwrap();
    assert_eq!(parsed.remarks[..2], [Remark::ByteOrderMark(None), Remark::WindowsLines(None)]);
    assert_eq!(parsed.docket, read(COUNCIL).unwrap().docket, "line ends inside a text are no difference");
}

#[test]
fn the_table_of_the_members_is_data_and_is_kept() {
    let start = COUNCIL.find("    membres: [").unwrap();
    let end = COUNCIL.find("    ordre_du_jour").unwrap();
    let source = format!("{}membres: Fichier(\"m.csv\"),\n{}", &COUNCIL[..start], &COUNCIL[end..]);
    let source = source.replace("\"paul\"", "\"aubry\"").replace("Léa Martinet", "martinet");
    let parsed = read(&source).unwrap();
    assert_eq!(parsed.docket.roster.in_office(), 2);
    assert_eq!(parsed.data_files, BTreeMap::from([("m.csv".to_owned(), "nom\nMARTINET\nAUBRY\n".to_owned())]));
    assert!(parsed.sums.contains_key("m.csv"));
}

#[test]
fn two_people_of_one_name_are_members_if_each_has_an_identity() {
    let twice = "(nom: \"DELORME\", id: \"delorme-pere\"), (nom: \"DELORME\", id: \"delorme-fils\"),";
    let source = COUNCIL.replace("(nom: \"ESCOFFIER\", etat: Absent),", twice);
    let start = source.find("(nom: \"DELORME\", etat").unwrap();
    let end = source[start..].find("),").unwrap() + start + 2;
    let source = format!("{}{}", &source[..start], &source[end..]);
    assert_eq!(read(&source).unwrap().docket.roster.in_office(), 5);
    let problems = kinds(&source.replace("\"paul\", texte", "\"Delorme\", texte"));
    assert!(matches!(&problems[..], [ProblemKind::AmbiguousPerson { candidates, .. }] if candidates.len() == 2));
}

#[test]
fn a_file_of_a_later_format_gets_that_sentence_alone() {
    let later = COUNCIL.replace("format: 1", "format: 7").replace("membres", "conseillers");
    assert_eq!(kinds(&later), [ProblemKind::NewerFormat(7)]);
    assert_eq!(kinds(&COUNCIL.replace("format: 1", "format: 7")), [ProblemKind::NewerFormat(7)]);
}

#[test]
fn a_file_cut_at_any_byte_is_refused_with_a_place() {
    for end in (0..COUNCIL.trim_end().len()).filter(|end| COUNCIL.is_char_boundary(*end)) {
        let problems = read(&COUNCIL[..end]).unwrap_err();
        let has_place = problems.iter().all(|problem| problem.place.is_some());
        assert!(has_place || problems[0].kind == ProblemKind::Empty, "{end}: {problems:?}");
        check(&COUNCIL[..end]);
    }
}

#[test]
fn any_character_in_place_of_any_other_is_a_file_that_loads_or_a_list_of_what_is_wrong() {
    let hostile = [
        '\0',
        '\u{1b}',
        '"',
        '\'',
        '\\',
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        '/',
        '*',
        '#',
        'r',
        '0',
        '-',
        '.',
        '\n',
        '\u{a0}',
        '\u{202e}',
        '\u{feff}',
        '“',
        '»',
        'é',
        '\u{10ffff}',
    ];
    let characters: Vec<(usize, char)> = COUNCIL.char_indices().collect();
    for (place, (at, old)) in characters.iter().enumerate() {
        // Every place meets every character within seven rounds of the text; each run takes a share of them.
        for new in hostile.iter().skip(place % 4).step_by(4) {
            check(&format!("{}{new}{}", &COUNCIL[..*at], &COUNCIL[at + old.len_utf8()..]));
        }
        check(&format!("{}{}", &COUNCIL[..*at], &COUNCIL[at + old.len_utf8()..]));
    }
}

#[test]
fn case_43_nothing_is_nested_too_deep_to_be_refused() {
    for open in ["(", "[", "{", "Some(", "(membres:[", "/*", "\"", "'", "«"] {
        check(&open.repeat(100_000));
        check(&format!("(membres: {}", open.repeat(100_000)));
        check(&format!("(membres: {}{}", open.repeat(100_000), ")".repeat(100_000)));
    }
}

/// A search from each slip to the end of the file would take minutes here.
#[test]
fn no_slip_is_repeated_often_enough_to_make_the_reading_hang() {
    let slips = [
        "\"a\"x\"/*",
        "\"\\\"\n",
        "\"x: ",
        "\"a\"b",
        "\"\\u{",
        "a: 'x ",
        "m:«x ",
        "(nom: \"a\",\n",
        "a\n(",
        "a ",
        "a,",
        ")",
        "[§",
        "\u{a0}",
        "\u{202e}",
        "r\"",
    ];
    for slip in slips {
        for before in ["", "(membres: [", "(ordre_du_jour: [Rapport("] {
            check(&format!("{before}{}", slip.repeat(120_000 / slip.len())));
        }
    }
}

#[test]
fn case_51_and_52_no_field_of_the_file_lets_a_hidden_character_in_raw_or_escaped() {
    let escaped =
        ["\\u{202e}", "\\u{1b}", "\\x9b\\x9b", "\\u{200b}", "\\u{ad}", "\\u{e0041}", "\\u{e000}", "\\u{2028}"];
    let raw = ["\u{202e}", "\u{1b}", "\u{9b}", "\u{200b}", "\u{ad}", "\u{e0041}", "\u{e000}", "\u{2028}", "\u{feff}"];
    let fields = COUNCIL.match_indices(": \"").map(|(at, colon)| at + colon.len());
    for at in fields.filter(|at| !COUNCIL[*at..].starts_with("a.md")) {
        for bad in escaped.into_iter().filter(|bad| !bad.starts_with("\\x")).chain(raw) {
            let source = format!("{}{bad}{}", &COUNCIL[..at], &COUNCIL[at..]);
            let refused = kinds(&source).iter().any(|kind| matches!(kind, ProblemKind::HiddenCharacter { .. }));
            assert!(refused, "{:?}", &source[at.saturating_sub(20)..]);
        }
    }
}

proptest! {
    #[test]
    fn any_text_at_all_loads_or_is_refused(source in any::<String>()) {
        check(&source);
    }

    #[test]
    fn any_soup_of_the_format_s_own_words_loads_or_is_refused(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "\"", "\"a\"", "«", "»", "'", "\\", "//", "/*", "*/",
                "\n", "\n    ", " ", "\u{a0}", "r#\"", "\"#", "membres", "nom", "seance", "date", "Rapport", "Chapitre",
                "Excuse", "Fichier", "Some", "None", "1", "-1.5", "#![enable(implicit_some)]", "é", "\r\n",
            ]),
            0..60,
        )
    ) {
        let source = words.concat();
        check(&source);
        prop_assert!(read(&source).is_err(), "no such soup is a session file");
    }
}

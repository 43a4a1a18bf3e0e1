//! How a session file may be written, and what its clerk is told.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hemicycle::french;
use hemicycle::store::session_file::problem::{Problem, ProblemKind, Remark, Unread, Unreadable};
use hemicycle::store::session_file::{self, Parsed};

use crate::{SESSIONS, evening, run, said, small_evening};

fn read(source: &str) -> Result<Parsed, Vec<Problem>> {
    session_file::parse(source, &|_: &str| Ok(String::from("Un texte.")))
}

/// The whole message of a file that is refused.
fn message(source: &str) -> String {
    let problems = read(source).expect_err("it is refused");
    french::file::unread(&Unread { path: "soir.ron".into(), problems })
}

/// The message of `verifier` for those bytes, and the code of its exit.
fn checked(bytes: &[u8]) -> (String, Option<i32>) {
    let (folder, path) = evening();
    fs::write(&path, bytes).unwrap();
    let output = run(folder.path(), &["verifier", "soir.ron"]);
    (said(&output), output.status.code())
}

/// The codes of a message, in its order.
fn codes(message: &str) -> Vec<&str> {
    message.lines().filter(|line| line.starts_with('E')).filter_map(|line| line.split(' ').next()).collect()
}

#[test]
fn case_24_a_file_of_fifty_megabytes_or_of_a_terabyte_is_refused_by_its_size_before_anything_of_it_is_read() {
    for length in [50 << 20, 1 << 40] {
        let (folder, path) = evening();
        // Nothing of a terabyte can be in the memory: it was not read.
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length).unwrap();
        let output = run(folder.path(), &["verifier", "soir.ron"]);
        assert!(said(&output).contains("Le fichier dépasse 8 Mo"), "{}", said(&output));
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn case_24_a_text_or_a_table_that_is_too_long_is_refused_by_its_size_too() {
    let (folder, path) = evening();
    let rows = small_evening();
    let (start, end) = (rows.find("membres: [").unwrap(), rows.find("    ordre_du_jour").unwrap());
    fs::write(&path, format!("{}membres: Fichier(\"elus.csv\"),\n{}", &rows[..start], &rows[end..])).unwrap();
    fs::File::create(folder.path().join("elus.csv")).unwrap().set_len(1 << 40).unwrap();
    let output = run(folder.path(), &["verifier", "soir.ron"]);
    assert!(said(&output).contains("« elus.csv » dépasse 8 Mo"), "{}", said(&output));
}

/// What the program says of a file that ends there: where, and the line as it stands.
fn assert_cut_is_placed(source: &str, end: usize) {
    let problems = read(&source[..end]).expect_err("a part of a session file is none");
    if problems[0].kind == ProblemKind::Empty {
        return;
    }
    for problem in &problems {
        let place = problem.place.as_ref().unwrap_or_else(|| panic!("cut at {end}: {problem:?}"));
        let line = source[..end].split('\n').nth(place.line - 1).unwrap_or_else(|| panic!("cut at {end}: {place:?}"));
        let shown: String = line.chars().skip(place.column - 1 - place.lead).collect();
        assert!(shown.starts_with(&place.excerpt), "cut at {end}: {place:?} is not in {line:?}");
    }
    let message = french::file::unread(&Unread { path: "soir.ron".into(), problems });
    assert!(message.contains("soir.ron:"), "cut at {end}: {message}");
    assert!(message.contains(" │ "), "cut at {end}: {message}");
}

#[test]
fn case_40_a_sample_cut_at_any_of_its_bytes_is_refused_with_a_line_a_column_and_the_line_itself() {
    let source = small_evening();
    for end in (0..source.trim_end().len()).filter(|end| source.is_char_boundary(*end)) {
        assert_cut_is_placed(&source, end);
    }
}

#[test]
fn case_40_a_file_cut_within_a_letter_is_a_text_in_another_coding_and_never_half_a_seance() {
    let source = small_evening();
    let within: Vec<usize> = (0..source.len()).filter(|end| !source.is_char_boundary(*end)).collect();
    assert!(within.len() > 20, "{}", within.len());
    for end in within.iter().step_by(4) {
        let (said, code) = checked(&source.as_bytes()[..*end]);
        assert!(said.contains("UTF-8") && said.contains("voir ligne"), "cut at {end}: {said}");
        assert_eq!(code, Some(2));
    }
}

#[test]
fn case_40_an_empty_file_one_of_remarks_and_one_that_is_no_text_are_named() {
    for (bytes, words, code) in [
        (&b""[..], "Le fichier est vide", 1),
        (b" \n\t\r\n", "Le fichier est vide", 1),
        ("// rien\n/* rien */\n".as_bytes(), "Le fichier est vide", 1),
        (b"\x7fELF\x02\x01\x01\x00\xff\xfe\x80", "n\u{2019}est pas un texte", 2),
    ] {
        let (said, exit) = checked(bytes);
        assert!(said.contains(words), "{said}");
        assert_eq!(exit, Some(code), "{said}");
    }
}

#[test]
fn case_41_a_byte_order_mark_is_taken_and_said_and_other_codings_are_named() {
    let source = small_evening();
    let (said, code) = checked(format!("\u{feff}{source}").as_bytes());
    assert_eq!(code, Some(0), "{said}");
    let parsed = read(&format!("\u{feff}{source}")).unwrap();
    assert_eq!(parsed.remarks, [Remark::ByteOrderMark(None)]);
    assert_eq!(parsed.docket, read(&source).unwrap().docket);
    let wide = |order: fn(u16) -> [u8; 2]| source.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let marked = |mark: &[u8], order| [mark.to_vec(), wide(order)].concat();
    for utf16 in [
        marked(b"\xff\xfe", u16::to_le_bytes),
        marked(b"\xfe\xff", u16::to_be_bytes),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ] {
        let (said, code) = checked(&utf16);
        assert!(said.contains("enregistré en UTF-16") && said.contains("choisissant le codage « UTF-8 »"), "{said}");
        assert_eq!(code, Some(2));
    }
    // In Latin-1 every letter is its number; what is not there becomes a question mark, as in an old editor.
    let latin: Vec<u8> = source.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    let (said, code) = checked(&latin);
    let line =
        1 + source.lines().position(|line| line.chars().any(|letter| ('\u{a0}'..'\u{100}').contains(&letter))).unwrap();
    assert!(said.contains("Latin-1") && said.contains(&format!("voir ligne {line}.")), "{said}");
    assert_eq!(code, Some(2));
}

#[test]
fn case_42_what_other_programs_put_for_the_signs_of_the_format_gets_a_hint_each() {
    let source = small_evening();
    assert_eq!(read(&source.replace('\n', "\r\n")).unwrap().remarks, [Remark::WindowsLines(None)]);
    let date = "date: \"3 mars 2025\"";
    assert!(source.contains(date));
    for (written, code, hint) in [
        ("date:\u{a0}\"3 mars 2025\"", "E118", "espace insécable (U+00A0)"),
        ("date\u{202f}: \"3 mars 2025\"", "E118", "espace insécable (U+202F)"),
        ("date: « 3 mars 2025 »", "E110", "guillemets typographiques ( « )"),
        ("date: “3 mars 2025”", "E110", "guillemets typographiques ( “ )"),
        ("date: '3 mars 2025'", "E111", "entre apostrophes"),
        ("date: ’3 mars 2025’", "E110", "guillemets typographiques ( ’ )"),
        ("\"date\": \"3 mars 2025\"", "E119", "Retirez les guillemets autour du nom"),
        ("date = \"3 mars 2025\"", "", "« : »"),
        ("date: \"3 mars 2025\";", "", "« , »"),
    ] {
        let message = message(&source.replace(date, written));
        assert!(message.contains(hint), "{written}: {message}");
        assert!(message.starts_with(code), "{written}: {message}");
        assert!(message.contains(" │ "), "{written}: {message}");
    }
    let json = r#"{"format": 1, "assemblee": {"nom": "Conseil", "genre": "Commune"}, "membres": []}"#;
    assert!(message(json).contains("comme en JSON"), "{}", message(json));
}

#[test]
fn case_43_a_million_brackets_or_remarks_are_refused_in_words_by_the_program_itself() {
    for open in ["(", "[", "{", "Some(", "/*"] {
        let (said, code) = checked(open.repeat(1_000_000).as_bytes());
        assert_eq!(code, Some(1), "{open}: {said}");
        assert!(said.contains("E1"), "{open}: {said}");
    }
    let (said, code) = checked(format!("{}{}", "/*".repeat(200_000), "*/".repeat(200_000)).as_bytes());
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("Le fichier est vide"), "{said}");
}

#[test]
fn case_44_a_field_that_is_unknown_one_given_twice_and_a_word_written_wrong_are_told_in_one_run() {
    let source = small_evening();
    let wrong = source
        .replace("genre: Commune,", "genre: Comune,")
        .replace("    seance: (", "    seance: (\n        salle: \"la mairie\",")
        .replace("population: 430,", "population: 430,\n        population: 431,")
        .replacen("civilite: Mme", "civilité: Madame", 1);
    let message = message(&wrong);
    assert_eq!(codes(&message), ["E134", "E132", "E130", "E134"], "{message}");
    assert!(message.contains("Écrivez Commune."), "{message}");
    assert!(message.contains("Les champs possibles sont : ") && message.contains("convocation"), "{message}");
    assert_eq!(message.matches(" │ ").count(), 8, "each with its line and the place in it: {message}");
}

#[test]
fn case_45_a_quote_that_is_not_closed_is_shown_where_it_opens_and_a_missing_field_where_its_owner_begins() {
    let source = small_evening();
    let message_of = |wrong: &str| message(wrong);
    let open = source.replace("prenom: \"Marc\"", "prenom: \"Marc");
    let place = open.lines().position(|line| line.contains("\"Marc,")).unwrap();
    let column = 1 + open.lines().nth(place).unwrap().find("\"Marc,").unwrap();
    let message = message_of(&open);
    assert!(message.starts_with(&format!("E116  soir.ron:{}:{column}  ", place + 1)), "{message}");
    assert!(message.contains("guillemet ouvert ici n\u{2019}est pas refermé"), "{message}");
    let missing = source.replacen("(nom: \"CORDELIER\", prenom", "(prenom", 1);
    let place = missing.lines().position(|line| line.contains("(prenom: \"Marc\"")).unwrap();
    let column = 1 + missing.lines().nth(place).unwrap().find('(').unwrap();
    let message = message_of(&missing);
    assert!(
        message.starts_with(&format!("E133  soir.ron:{}:{column}  Il manque le champ « nom ».", place + 1)),
        "{message}"
    );
}

#[test]
fn case_46_a_number_out_of_its_range_is_refused_and_never_wrapped() {
    let source = small_evening();
    for number in ["-1", "NaN", "inf", "-inf", "1e9", "4294967296", "99999999999999999999999999", "0x1_0000_0000"] {
        let message = message(&source.replace("population: 430", &format!("population: {number}")));
        assert!(message.starts_with("E137"), "{number}: {message}");
    }
    let with =
        |settings: &str| source.replace("population: 430,", &format!("population: 430, reglages: ({settings}),"));
    for settings in [
        "quorum: (valeur: Nombre(0), motif: \"art. 2\")",
        "quorum: (valeur: Nombre(-1), motif: \"art. 2\")",
        "quorum: (valeur: Nombre(4294967296), motif: \"art. 2\")",
        "pouvoirs_par_porteur: (valeur: -1, motif: \"art. 2\")",
        "pouvoirs_par_porteur: (valeur: 4294967296, motif: \"art. 2\")",
    ] {
        let message = message(&with(settings));
        assert_eq!(codes(&message), ["E137"], "{settings}: {message}");
    }
    for settings in ["quorum: (valeur: Nombre(1), motif: \"art. 2\")", "quorum: (valeur: Aucun, motif: \"art. 2\")"] {
        assert!(read(&with(settings)).is_ok(), "{settings}");
    }
}

#[test]
fn case_46_a_thousand_million_voices_are_refused_with_the_voices_that_there_are() {
    for voices in ["pour: 1000000000", "pour: 4294967295, contre: 12", "pour: 4294967295, contre: 4294967295"] {
        let (folder, _path) = evening();
        let course =
            format!("[Ouvrir(heure: \"18:05\"), Rapport(numero: \"01\"), Chiffres(rapport: \"01\", {voices})]");
        fs::write(folder.path().join("deroule.ron"), course).unwrap();
        let output = run(folder.path(), &["saisir", "soir.ron", "deroule.ron"]);
        assert_eq!(output.status.code(), Some(1), "{voices}: {}", said(&output));
        assert!(said(&output).contains("E033") && said(&output).contains("pour 11 dans la salle"), "{}", said(&output));
    }
}

#[test]
fn case_47_a_president_who_is_absent_and_powers_past_the_law_are_told_in_one_run_each_by_its_code() {
    let power = |source: String, surname: &str| {
        let (before, rest) = source.split_once(&format!("(nom: \"{surname}\"")).expect("a member");
        let (fields, after) = rest.split_once("),").expect("its end");
        let state = "etat: Excuse(pouvoir_a: \"CORDELIER Marc\")";
        format!("{before}(nom: \"{surname}\"{fields}, {state}),{after}")
    };
    let absent = small_evening().replacen("fonction: \"maire\"", "fonction: \"maire\", etat: Absent", 1);
    let source = ["DELMAS", "FABREGUE", "GARNAUD"].into_iter().fold(absent, power);
    let (said, code) = checked(source.as_bytes());
    for (code, words) in [("W001", "CORDELIER Marc porte 3 pouvoirs"), ("W004", "BERTIER Anne, qui doit présider")] {
        assert!(said.lines().any(|line| line.starts_with(code) && line.contains(words)), "{code}: {said}");
    }
    assert_eq!(code, Some(1), "{said}");
}

#[test]
fn case_48_a_newer_format_is_refused_by_that_sentence_and_a_format_that_never_was_by_its_place() {
    let source = small_evening();
    let (said, code) = checked(source.replace("format: 1", "format: 2").as_bytes());
    assert!(said.contains("E103") && said.contains("version plus récente du programme (format 2)"), "{said}");
    assert_eq!((codes(&said).len(), code), (1, Some(1)), "{said}");
    // 1 is the first format: there is no older one to migrate from.
    let (said, code) = checked(source.replace("format: 1", "format: 0").as_bytes());
    assert!(said.contains("E137") && said.contains("Le format d\u{2019}un fichier de séance est 1."), "{said}");
    assert_eq!(code, Some(1));
    assert_eq!(read(&source.replace("    format: 1,\n", "")).unwrap().docket, read(&source).unwrap().docket);
}

#[test]
fn case_47_each_mistake_of_meaning_has_its_own_code_and_all_are_told_in_one_run() {
    let wrong = r#"(
    assemblee: (nom: "Conseil", genre: Commune),
    seance: (date: "2025-03-03", president: "NAUDIN Paul", secretaire: "QUIDAM Jean"),
    membres: [
        (nom: "AUBRY", prenom: "Léa"),
        (nom: "Aubry", prenom: "LE\u{301}A"),
        (nom: "BLANC", prenom: "Luc", etat: Excuse(pouvoir_a: "BLANC Luc")),
        (nom: "COLIN", prenom: "Zoé", etat: Excuse(pouvoir_a: "DENIS Guy")),
        (nom: "DENIS", prenom: "Guy", etat: Absent),
        (nom: "EYMARD", prenom: "Ida", etat: Excuse(pouvoir_a: "FAURE Max")),
        (nom: "FAURE", prenom: "Max", etat: Excuse(pouvoir_a: "AUBRY Léa")),
        (nom: "GALLO", prenom: "Ugo", etat: Excuse(pouvoir_a: "PERSONNE Ici")),
        (nom: "NAUDIN", prenom: "Paul", etat: Absent),
    ],
    ordre_du_jour: [
        Rapport(numero: "1", objet: "Un"),
        Rapport(numero: "1", objet: "Deux"),
    ],
)"#;
    let message = message(wrong);
    let found: BTreeSet<&str> = codes(&message).into_iter().collect();
    for (code, what) in [
        ("E201", "somebody who is no member"),
        ("E203", "the same member twice"),
        ("E210", "a power to oneself"),
        ("E211", "a power to somebody who is away"),
        ("E212", "a power handed on"),
        ("E220", "one number for two reports"),
    ] {
        assert!(found.contains(code), "{what}: {message}");
    }
    let none = message_of_empty_agenda();
    assert!(codes(&none).contains(&"E222"), "{none}");
}

fn message_of_empty_agenda() -> String {
    let source = small_evening();
    let start = source.find("ordre_du_jour: [").unwrap() + "ordre_du_jour: [".len();
    message(&format!("{}],)", &source[..start]))
}

/// 10 000 members and 2 000 reports, and a megabyte in one field. The times are those of
/// `cargo test --release --test session_files -- --ignored --nocapture`.
#[test]
fn case_49_ten_thousand_members_two_thousand_reports_and_a_megabyte_in_one_field_are_read_whole() {
    let member = |number: u32| format!("(nom: \"NOM{number}\", prenom: \"Prénom\"),\n");
    let report = |number: u32| format!("Rapport(numero: \"{number}\", objet: \"Objet\"),\n");
    let members = (0..10_000).map(member).collect::<Vec<_>>().concat();
    let reports = (0..2_000).map(report).collect::<Vec<_>>().concat();
    let text = "mot ".repeat(250_000);
    let source = format!(
        "(assemblee: (nom: \"Conseil\", genre: Commune), seance: (date: \"2025-03-03\"), membres: [{members}], \
         ordre_du_jour: [{reports} Rapport(numero: \"long\", objet: \"Un texte\", texte: \"{text}\")])"
    );
    let docket = read(&source).unwrap().docket;
    assert_eq!((docket.roster.in_office(), docket.agenda.reports().count()), (10_000, 2_001));
    let long = docket.agenda.reports().last().unwrap();
    assert_eq!(long.exposition.as_ref().unwrap().markdown.len(), 1_000_000);
}

#[test]
fn case_44_and_46_no_sample_has_any_of_it() {
    for entry in fs::read_dir(SESSIONS).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "ron") {
            assert!(session_file::load(&path).is_ok(), "{}", path.display());
        }
    }
    assert_eq!(
        session_file::load(Path::new("/nowhere.ron")).unwrap_err().problems[0].kind,
        ProblemKind::File(Unreadable::Missing)
    );
}

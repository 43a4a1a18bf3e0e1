//! Cases 51 and 52 when a file is loaded: each hidden character is refused at its place, by its code, in every field, raw or
//! written as an escape.

use hemicycle::french::file;
use hemicycle::store::session_file::problem::{Problem, Unread};

use super::{HIDDEN, read, session};

const GROUND: &str = "(
    format: 1,
    assemblee: (nom: \"Commune d’Essai\", genre: Commune, population: 900),
    seance: (date: \"3 mars 2025\", lieu: \"la mairie\"),
    membres: [
        (nom: \"AUBRY\", prenom: \"Paul\", groupe: \"Ensemble\", fonction: \"maire\"),
    ],
    ordre_du_jour: [
        Chapitre(\"Affaires\"),
        Rapport(numero: \"1\", objet: \"Tarifs\", texte: \"Premier.\n\tSecond.\"),
    ],
)
";

/// Where a character goes in, by what stands behind it, and its line.
const PLACES: [(&str, usize); 8] = [
    ("Commune d", 3),
    ("la mairie", 4),
    ("AUBRY", 6),
    ("Paul", 6),
    ("Ensemble", 6),
    ("maire\"", 6),
    ("Affaires", 9),
    ("Tarifs", 10),
];

fn refused(source: &str) -> Vec<Problem> {
    read(source).err().unwrap_or_else(|| panic!("it loads: {source:?}"))
}

/// The message of `verifier`, in which nothing is hidden any more.
fn message(problems: Vec<Problem>) -> String {
    let message = file::unread(&Unread { path: "x.ron".into(), problems });
    assert!(!message.contains(HIDDEN), "{message:?}");
    assert!(message.chars().all(|it| it == '\n' || !it.is_control()), "{message:?}");
    message
}

#[test]
fn case_51_and_52_each_hidden_character_is_refused_in_each_field_with_its_place_and_its_code() {
    assert!(read(GROUND).is_ok(), "{:?}", read(GROUND));
    for (behind, line) in PLACES {
        for hidden in HIDDEN.into_iter().filter(|it| *it != '\u{feff}' || behind != "Commune d") {
            let code = format!("U+{:04X}", u32::from(hidden));
            for written in [hidden.to_string(), format!("\\u{{{:x}}}", u32::from(hidden))] {
                let problems = refused(&GROUND.replacen(behind, &format!("{written}{behind}"), 1));
                let place = problems[0].place.clone().expect("a place");
                assert_eq!(place.line, line, "{behind} {code}");
                // A carriage return alone is a line of its own to some editors: it is refused as a break of the line too.
                let said = message(problems);
                let expected = if hidden == '\r' { ["E223", "E225"] } else { ["E223", "E223"] };
                assert!(expected.iter().any(|code| said.starts_with(code)), "{said}");
                assert!(said.contains(&code) || said.starts_with("E225"), "{behind} {code}: {said}");
            }
        }
    }
}

#[test]
fn case_51_a_long_text_may_hold_lines_and_tabs_and_a_line_may_not() {
    assert!(read(GROUND).is_ok());
    for (written, code) in [("\n", "E225"), ("\t", "E225"), ("\\n", "E225"), ("\\t", "E225")] {
        let said = message(refused(&GROUND.replacen("Tarifs", &format!("Ta{written}rifs"), 1)));
        assert!(said.starts_with(code), "{said}");
    }
    for hidden in ["\u{1b}", "\\u{1b}", "\u{9b}", "\\u{9b}", "\u{0}", "\\u{0}", "\u{c}", "\\u{7f}"] {
        let said = message(refused(&GROUND.replacen("Second.", &format!("Second{hidden}."), 1)));
        assert!(said.contains("E223") && said.contains("U+00"), "{said}");
    }
}

#[test]
fn case_51_a_hidden_character_between_the_fields_or_in_a_remark_is_refused_too() {
    for hidden in HIDDEN.into_iter().filter(|it| *it != '\r') {
        let source = GROUND.replacen("    membres", &format!("    // a{hidden}b\n    membres"), 1);
        let said = message(refused(&source));
        assert!(said.contains(&format!("U+{:04X}", u32::from(hidden))), "{said}");
    }
}

#[test]
fn case_52_a_tower_of_marks_is_refused_by_the_code_of_its_first_mark_too_many() {
    let name = |marks: usize| {
        format!("nom: \"RE{}MI\"", "\u{301}\u{323}\u{302}\u{308}\u{304}\u{330}".chars().take(marks).collect::<String>())
    };
    assert!(read(&session(&[name(4)], "Tarifs")).is_ok(), "four are the bound of UTS 39");
    let said = message(refused(&session(&[name(5)], "Tarifs")));
    assert!(said.starts_with("E224  x.ron:7:") && said.contains("U+0304"), "{said}");
    let escaped = name(6).replace('\u{304}', "\\u{304}");
    assert!(message(refused(&session(&[escaped], "Tarifs"))).contains("E224"));
}

#[test]
fn case_52_a_mark_that_stands_on_no_letter_is_refused_at_its_name_raw_or_escaped() {
    for name in ["\u{301}AMIEL", "AMIEL \u{301}Anne", "\\u{301}AMIEL", " \\u{302}AMIEL"] {
        let said = message(refused(&session(&[format!("nom: \"{name}\"")], "Tarifs")));
        assert!(said.starts_with("E238  x.ron:7:") && said.contains("U+030"), "{name:?}: {said}");
        assert_eq!(said.matches("E238").count(), 1, "{name:?}: {said}");
    }
    // In a text, what shows a mark alone is a space that does not break.
    assert!(read(&session(&[], "L’accent «\u{a0}\u{301}\u{a0}»")).is_ok());
}

#[test]
fn case_54_wide_letters_are_a_name_and_what_joins_or_breaks_them_unseen_is_not() {
    let parsed = read(&session(&["nom: \"漢字\"".to_owned(), "nom: \"👩 Zoé\"".to_owned()], "Tarifs"));
    assert!(parsed.is_ok(), "{parsed:?}");
    for (name, code) in [("👩\u{200d}👩\u{200d}👧", "U+200D"), ("A\u{2028}B", "U+2028"), ("❤\u{fe0f}", "U+FE0F")]
    {
        assert!(message(refused(&session(&[format!("nom: {name:?}")], "Tarifs"))).contains(code), "{name:?}");
        let raw = session(&["nom: \"X\"".to_owned()], "Tarifs").replace("\"X\"", &format!("\"{name}\""));
        assert!(message(refused(&raw)).contains(code), "{name:?}");
    }
}

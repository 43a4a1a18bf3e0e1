//! Courses that nobody types: whatever `saisir` is given, it says in clean words what is wrong and records nothing of it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const SESSION: &str = include_str!("courses/main_session.ron");

/// How the program ended, what it said, and what is in the folder then.
struct Ended {
    code: Option<i32>,
    said: Vec<u8>,
    recorded: bool,
}

fn given(prepare: impl Fn(&Path)) -> Ended {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("s.ron"), SESSION).expect("written");
    prepare(&folder.path().join("d.ron"));
    let mut command = Command::cargo_bin("hemicycle").expect("built");
    let output = command.args(["saisir", "s.ron", "d.ron"]).current_dir(folder.path()).output().expect("run");
    Ended {
        code: output.status.code(),
        said: [output.stdout, output.stderr].concat(),
        recorded: folder.path().join("s.journal").exists(),
    }
}

/// Refused before anything is recorded, in words that a terminal only shows. Gives what was said.
#[track_caller]
fn refused(what: &str, prepare: impl Fn(&Path)) -> String {
    let Ended { code, said, recorded } = given(&prepare);
    let said = String::from_utf8(said).unwrap_or_else(|_| panic!("{what}: not text"));
    assert_eq!((code, recorded), (Some(2), false), "{what}: {said}");
    let is_hostile = |letter: char| {
        (letter.is_control() && letter != '\n')
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    assert!(!said.contains(is_hostile), "{what}: {said:?}");
    assert!(said.contains("Rien n’est enregistré."), "{what}: {said}");
    assert!(said.len() < 100_000, "{what}: {} bytes are said", said.len());
    said
}

fn bytes(bytes: impl AsRef<[u8]>) -> impl Fn(&Path) {
    move |path| fs::write(path, &bytes).expect("written")
}

#[test]
fn a_course_that_is_no_text_is_refused() {
    let utf_16: Vec<u8> = "\u{feff}[Ouvrir, Lever]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused("UTF-16", bytes(utf_16)).contains("UTF-16"));
    assert!(refused("Latin-1", bytes(b"[Presence(membre: \"PETIT Jean\", etat: Excus\xe9)]")).contains("Latin-1"));
    assert!(refused("a folder", |path| fs::create_dir(path).expect("made")).contains("dossier"));
    refused("nothing", bytes(""));
    refused("only remarks", bytes("// rien\n"));
    refused("a session file", bytes(SESSION));
}

#[test]
fn a_course_that_is_too_large_or_too_deep_is_refused() {
    assert!(refused("10 MB", bytes("[".to_owned() + &"Ouvrir, ".repeat(1_300_000) + "]")).contains("8 Mo"));
    refused("brackets", bytes("[".repeat(200_000)));
    refused("parentheses", bytes("[Presence(membre: ".to_owned() + &"(".repeat(100_000)));
    let nested = "Some(".repeat(50_000) + "\"a\"" + &")".repeat(50_000);
    refused("options", bytes(format!("[Presence(membre: {nested}, etat: Absent)]")));
    refused("remarks", bytes("[/* ".to_owned() + &"/* ".repeat(100_000)));
    refused("an open text", bytes("[\"".to_owned() + &"\\\"".repeat(100_000)));
    let name = "A".repeat(3_000_000);
    refused("a name of 3 MB", bytes(format!("[Presence(membre: \"{name}\", etat: Absent)]")));
    let strangers = format!("Presence(membre: \"{}\", etat: Absent),", "X".repeat(60)).repeat(20_000);
    refused("20 000 strangers", bytes(format!("[{strangers}]")));
}

#[test]
fn what_a_terminal_would_obey_is_refused_and_shown_by_its_number() {
    for (what, text) in [
        ("NUL", "[Ouvrir,\0 Lever]"),
        ("NUL in a reason", "[Ouvrir(passe_outre: \"a\0b\"), Lever]"),
        ("a colour", "[Ouvrir(passe_outre: \"a\u{1b}[31mb\"), Lever]"),
        ("a colour by its number", "[Ouvrir(passe_outre: \"a\\u{1b}[31mb\"), Lever]"),
        ("a title", "[Ouvrir, \u{1b}]0;x\u{7}]"),
        ("a turned name", "[Presence(membre: \"\u{202e}BOB\u{2066}\", etat: Absent)]"),
        ("a turned word", "[\u{202e}Ouvrir]"),
        ("a turned report", "[Ouvrir, Rapport(numero: \"\u{202e}05\")]"),
        (
            "a turned note",
            "[Deport(rapport: \"05\", membre: \"PETIT Jean\", motif: Interet, precision: \"\u{202e}x\")]",
        ),
        ("turned staff", "[Secretaires(membres: [\"PETIT Jean\"], auxiliaires: [\"\\u{202e}x\"])]"),
        ("a turned formula", "[Ouvrir, Rapport(numero: \"05\", imprime: (formule: \"\\u{202e}x\"))]"),
        ("a turned reason", "[Rectifier(rapport: \"05\", motif: \"\\u{202e}x\")]"),
    ] {
        assert!(refused(what, bytes(text)).contains("E223"), "{what}");
    }
    refused("an overwritten line", bytes("[Ouvrir(passe_outre: \"a\\rb\"), Lever]"));
}

#[test]
fn figures_that_no_council_has_are_compared_like_any_other() {
    let most = u32::MAX;
    for figure in ["presents", "representes", "inscrits", "quorum", "votants", "exprimes", "majorite", "pour"] {
        let printed = format!("imprime: ({figure}: {most})");
        let course = format!("[Ouvrir({printed}), Rapport(numero: \"05\"), Proclamer(rapport: \"05\", {printed})]");
        let Ended { code, said, recorded } = given(bytes(course));
        assert_eq!((code, recorded), (Some(1), true), "{figure}: {}", String::from_utf8_lossy(&said));
    }
    let voices = format!("[Ouvrir, HuisClos(demandeurs: [\"PETIT Jean\"], pour: {most}, contre: {most})]");
    assert_eq!(given(bytes(voices)).code, Some(1));
    refused("one more", bytes(format!("[Ouvrir(imprime: (quorum: {}))]", u64::from(most) + 1)));
}

#[test]
fn a_mark_of_order_and_the_lines_of_another_system_are_nothing_wrong() {
    let course = "\u{feff}[\r\n    Ouvrir(heure: \"18:04\"),\r\n    Lever(heure: \"18:05\"),\r\n]\r\n";
    let Ended { code, said, recorded } = given(bytes(course));
    assert_eq!((code, recorded), (Some(0), true), "{}", String::from_utf8_lossy(&said));
    assert!(refused("a slip", bytes(course.replace("Lever", "Levr"))).contains("d.ron:3:5"));
}

//! `pv` for one paper: its format, and where it may go.

use std::fs;

use crate::desk::Desk;
use crate::skip::skip;
use crate::terminal::Terminal;
use portable_pty::CommandBuilder;

#[test]
fn the_name_of_the_file_says_the_format() {
    let desk = Desk::after();
    for (name, begins) in [
        ("a.pdf", "%PDF-"),
        ("a.PDF", "%PDF-"),
        ("a.docx", "PK"),
        ("a.odt", "PK"),
        ("a.html", "<!DOCTYPE html>"),
        ("a.htm", "<!DOCTYPE html>"),
        ("a.md", "**PROJET**"),
    ] {
        assert_eq!(desk.run(&["pv", "x.ron", "-o", name]).code, 0, "{name}");
        let bytes = fs::read(desk.at(name)).unwrap();
        assert!(bytes.to_ascii_lowercase().starts_with(begins.to_ascii_lowercase().as_bytes()), "{name}");
    }
    let text = desk.run(&["pv", "x.ron"]).out;
    for name in ["a.txt", "a"] {
        assert_eq!(desk.run(&["pv", "x.ron", "-o", name]).code, 0);
        assert_eq!(fs::read(desk.at(name)).unwrap(), text, "{name}");
    }
    let other = desk.run(&["pv", "x.ron", "-o", "b.doc"]);
    assert_eq!(other.code, 2);
    assert!(other.err.starts_with("b.doc : ce nom ne finit pas comme un format que le programme écrit.\n"));
    assert_eq!(desk.run(&["pv", "x.ron", "-o", "b.doc", "--format", "odt"]).code, 0, "what is asked for counts");
}

#[test]
fn every_document_may_be_asked_for_with_its_accents_or_without() {
    let desk = Desk::after();
    for (word, accented) in [
        ("pv", "procès-verbal"),
        ("abrege", "abrégé"),
        ("deliberation", "délibération"),
        ("liste", "liste"),
        ("presence", "présence"),
        ("releve", "relevé"),
        ("convocation", "convocation"),
    ] {
        let plain = desk.run(&["pv", "x.ron", "--document", word]);
        assert_eq!((plain.code, plain.err.as_str()), (0, ""), "{word}");
        assert!(!plain.out.is_empty(), "{word}");
        assert_eq!(desk.run(&["pv", "x.ron", "--document", accented]).out, plain.out, "{accented}");
    }
    let before = Desk::before().run(&["pv", "x.ron", "--document", "releve"]);
    assert_eq!((before.code, before.err.starts_with("Aucun vote n’est proclamé")), (2, true), "{}", before.err);
    let one = desk.run(&["pv", "x.ron", "--document", "releve", "--rapport", "3"]);
    assert!(one.code == 2 && one.err.starts_with("Le vote du rapport n° 3 n’est pas proclamé."), "{}", one.err);
}

#[test]
fn several_papers_make_one_text_but_no_one_pdf() {
    let desk = Desk::after();
    let several = desk.run(&["pv", "x.ron", "--document", "deliberation", "-o", "d.pdf"]);
    assert_eq!(several.code, 2);
    assert_eq!(
        several.err,
        "3 papiers ne tiennent pas dans un seul fichier PDF.\n\
         Choisissez-en un par --rapport, ou écrivez-les tous par --tout -o DOSSIER.\n"
    );
    assert!(!desk.at("d.pdf").exists());
    assert_eq!(desk.run(&["pv", "x.ron", "--document", "deliberation", "-o", "d.md"]).code, 0);
    assert_eq!(desk.run(&["pv", "x.ron", "--rapport", "1", "-o", "d.pdf"]).code, 0);
}

#[test]
fn what_is_no_text_goes_through_a_pipe_and_never_to_a_terminal() {
    let desk = Desk::after();
    let piped = desk.run(&["pv", "x.ron", "--format", "pdf"]);
    assert!(piped.code == 0 && piped.out.starts_with(b"%PDF-"));
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(["pv", "x.ron", "--format", "odt"]);
    command.cwd(desk.folder());
    let mut terminal = Terminal::run(command, 100, 30);
    terminal.wait_for("Un fichier ODT ne s’affiche pas dans un terminal.");
    terminal.wait_for("Ajoutez -o suivi d’un nom, par exemple -o pv.odt.");
    assert_eq!(terminal.wait_end().exit_code(), 2);
    assert!(!terminal.written.windows(2).any(|two| two == b"PK"));
}

#[test]
fn a_disk_that_is_full_behind_standard_output_is_said() {
    let desk = Desk::after();
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        return skip("/dev/full is not there");
    };
    let ended = std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(["pv", "x.ron"])
        .current_dir(desk.folder())
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(said.starts_with("La sortie n’a pas pu être écrite jusqu’au bout."), "{said}");
}

#[test]
fn a_character_that_no_face_has_is_said() {
    let desk = Desk::with(&crate::desk::session().replace("Tarifs de la cantine", "Tarifs 漢 de la cantine"));
    let ended = desk.run(&["pv", "x.ron", "-o", "pv.pdf"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(
        ended.err.contains("La police n’a pas le caractère « 漢 » (U+6F22) : son code est imprimé à sa place."),
        "{}",
        ended.err
    );
}

#[test]
fn a_slip_in_the_look_of_the_papers_stops_a_paper_and_not_the_data() {
    let desk = Desk::after();
    let data = desk.run(&["exporter", "x.ron"]);
    fs::write(desk.at("charte.ron"), "(papier: A9)").unwrap();
    let paper = desk.run(&["pv", "x.ron"]);
    assert!(paper.code == 1 && paper.err.contains("charte.ron:1:10"), "{}", paper.err);
    let again = desk.run(&["exporter", "x.ron"]);
    assert_eq!((again.code, again.out), (0, data.out), "{}", again.err);
}

//! What stands in the folder already: the program's own papers are written anew, nothing else is.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::desk::Desk;

const MINUTES: &str = "papiers/2025-03-03-proces-verbal.txt";
const LIST: &str = "papiers/2025-03-03-liste.txt";

#[test]
fn papers_that_nobody_changed_are_written_anew_when_the_sitting_goes_on() {
    let desk = Desk::before();
    desk.all(&[]);
    let draft = fs::read(desk.at(MINUTES)).unwrap();
    desk.hold();
    let ended = desk.all(&[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_ne!(fs::read(desk.at(MINUTES)).unwrap(), draft);
}

#[test]
fn a_paper_that_she_changed_is_kept_all_others_are_written_and_force_replaces_it() {
    let desk = Desk::before();
    desk.all(&[]);
    fs::write(desk.at(MINUTES), "corrigé à la main").unwrap();
    desk.hold();
    let before = fs::read(desk.at(LIST)).unwrap();
    let ended = desk.all(&[]);
    assert_eq!(ended.code, 1);
    assert!(
        ended.err.contains(
            "papiers/2025-03-03-proces-verbal.txt a été modifié depuis que le programme l’a écrit.\n\
             Gardez-le sous un autre nom, ou ajoutez --force pour le remplacer."
        ),
        "{}",
        ended.err
    );
    assert_eq!(fs::read(desk.at(MINUTES)).unwrap(), "corrigé à la main".as_bytes());
    assert_ne!(fs::read(desk.at(LIST)).unwrap(), before, "the others are written");
    assert_eq!(desk.all(&[]).code, 1, "it stays hers");
    assert_eq!(desk.all(&["--force"]).code, 0);
    assert_ne!(fs::read(desk.at(MINUTES)).unwrap(), "corrigé à la main".as_bytes());
    assert_eq!(desk.all(&[]).code, 0, "and is the program's own again");
}

#[test]
fn a_file_that_was_never_the_programs_is_kept() {
    let desk = Desk::after();
    fs::create_dir(desk.at("papiers")).unwrap();
    fs::write(desk.at(MINUTES), "le mien").unwrap();
    fs::write(desk.at(LIST), "la mienne").unwrap();
    let ended = desk.all(&[]);
    assert_eq!(ended.code, 1);
    assert_eq!(
        ended.err,
        "7 papiers écrits dans papiers.\n\
         papiers/2025-03-03-proces-verbal.txt existe déjà.\n\
         papiers/2025-03-03-liste.txt existe déjà.\n\
         Choisissez un autre nom, ou ajoutez --force pour le remplacer.\n"
    );
    assert_eq!(fs::read(desk.at(MINUTES)).unwrap(), b"le mien");
}

#[test]
fn the_papers_of_another_sitting_are_not_written_over() {
    let desk = Desk::after();
    desk.all(&[]);
    fs::write(desk.at("y.ron"), fs::read_to_string(desk.at("x.ron")).unwrap()).unwrap();
    let before = desk.files("papiers");
    let ended = desk.run(&["pv", "y.ron", "--tout", "-o", "papiers", "--format", "txt"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    let after = desk.files("papiers");
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)), "{}", ended.err);
}

#[test]
fn a_list_that_is_none_is_another_programs_file() {
    let desk = Desk::after();
    fs::create_dir(desk.at("papiers")).unwrap();
    for other in ["mon texte\n", "mon texte sans fin", "\u{0}"] {
        fs::write(desk.at("papiers/x.sha256"), other).unwrap();
        let ended = desk.all(&[]);
        assert_eq!(ended.code, 2, "{other:?}: {}", ended.err);
        assert!(ended.err.contains("papiers/x.sha256 existe déjà."), "{}", ended.err);
        assert_eq!(desk.names("papiers"), ["x.sha256"], "nothing is written");
    }
}

#[test]
fn links_are_not_followed_and_what_is_no_file_is_never_replaced_whatever_is_said() {
    let desk = Desk::after();
    fs::create_dir(desk.at("papiers")).unwrap();
    fs::write(desk.at("ailleurs.txt"), "ailleurs").unwrap();
    symlink(desk.at("ailleurs.txt"), desk.at(MINUTES)).unwrap();
    fs::create_dir(desk.at(LIST)).unwrap();
    let pipe = desk.at("papiers/2025-03-03-presence.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for force in [&[][..], &["--force"]] {
        let ended = desk.all(force);
        assert_eq!(ended.code, 1);
        for said in [
            "proces-verbal.txt est un lien vers un autre endroit : rien n’y est écrit.",
            "liste.txt est un dossier : rien n’y est écrit.",
            "presence.txt n’est pas un fichier ordinaire : rien n’y est écrit.",
        ] {
            assert!(ended.err.contains(said), "{said}: {}", ended.err);
        }
        assert_eq!(fs::read(desk.at("ailleurs.txt")).unwrap(), b"ailleurs");
    }
}

#[test]
fn a_folder_that_is_a_link_or_a_file_is_refused_however_it_is_written() {
    let desk = Desk::after();
    fs::create_dir(desk.at("vrai")).unwrap();
    fs::write(desk.at("fichier"), "").unwrap();
    symlink(desk.at("vrai"), desk.at("lien")).unwrap();
    for written in ["lien", "lien/", "lien/.", "./lien//"] {
        let ended = desk.run(&["pv", "x.ron", "--tout", "-o", written, "--force"]);
        assert_eq!(ended.code, 2, "{written}");
        assert_eq!(
            ended.err,
            "lien est un lien vers un autre endroit : rien n’y est écrit. \
             Donnez le dossier lui-même, ou le nom d’un nouveau dossier.\n"
        );
    }
    let ended = desk.run(&["pv", "x.ron", "--tout", "-o", "fichier"]);
    assert!(
        ended.code == 2 && ended.err.starts_with("fichier n’est pas un dossier : rien n’y est écrit."),
        "{}",
        ended.err
    );
    assert!(desk.names("vrai").is_empty());
}

#[test]
fn a_paper_is_never_written_over_a_text_of_the_sitting() {
    let session = crate::desk::session().replace("2025_CM_001", "ecole");
    let desk = Desk::with(&session);
    for force in [&[][..], &["--force"]] {
        let arguments = ["pv", "x.ron", "--tout", "-o", ".", "--format", "md"];
        let ended = desk.run(&[&arguments[..], force].concat());
        assert_eq!(ended.code, 1);
        assert!(
            ended.err.contains("ecole.md est un texte ou une table de la séance : rien n’y est écrit."),
            "{}",
            ended.err
        );
        assert_eq!(fs::read(desk.at("ecole.md")).unwrap(), b"La convention.\n");
    }
}

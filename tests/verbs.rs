//! The verbs without a screen, on a real folder: what they refuse to write over, and how they end.

mod evening;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use evening::{NOW, SESSION, evening as steps, session, take};
use hemicycle::cli::{Output, PaperAsked};
use hemicycle::papers::Format;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::{record, session_file};
use hemicycle::verbs::{self, Exit};

/// A folder with a session file and its text.
fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.ron");
    fs::write(&path, SESSION).unwrap();
    fs::write(folder.path().join("ecole.md"), "La convention.\n").unwrap();
    assert!(session().sums.contains_key("ecole.md"));
    (folder, path)
}

fn minutes_to(session: &Path, target: &Path, force: bool) -> Exit {
    let output = Output::File { path: target.to_owned(), force };
    verbs::minutes(session, &PaperAsked::Minutes, Some(Format::Text), &output)
}

#[test]
fn no_paper_is_written_over_the_session_its_record_or_its_texts_whatever_is_said() {
    let (folder, path) = folder();
    let at = |name: &str| folder.path().join(name);
    fs::hard_link(&path, at("other-name.txt")).unwrap();
    fs::hard_link(at("ecole.md"), at("ecole.txt")).unwrap();
    fs::create_dir(at("below")).unwrap();
    symlink(&path, at("link.txt")).unwrap();
    for name in [
        "x.ron",
        "below/../x.ron",
        "other-name.txt",
        "link.txt",
        "ecole.md",
        "ecole.txt",
        "x.journal",
        "x.suites",
        "x.lock",
        "x.journal.torn",
        "x.journal.torn-2",
        "y.journal",
        "y.notes/01.md",
        "y.RON",
    ] {
        for force in [false, true] {
            let target = at(name);
            let before = fs::read(&target).ok();
            let Exit::Unusable(why) = minutes_to(&path, &target, force) else { panic!("{name}") };
            assert!(why.contains("rien n’y est écrit") && !why.contains("--force"), "{why}");
            assert_eq!(fs::read(&target).ok(), before, "{name}");
        }
    }
    assert_eq!(minutes_to(&path, &at("pv.txt"), false), Exit::Fine);
    let Exit::Unusable(why) = minutes_to(&path, &at("pv.txt"), false) else { panic!("written twice") };
    assert!(why.contains("--force"), "an ordinary file may be replaced: {why}");
    assert_eq!(minutes_to(&path, &at("pv.txt"), true), Exit::Fine);
}

#[test]
fn a_folder_that_does_not_exist_is_to_be_created_and_no_disk_to_be_plugged_in() {
    let (folder, path) = folder();
    let Exit::Unusable(why) = minutes_to(&path, &folder.path().join("papiers/pv.txt"), false) else { panic!() };
    assert!(why.ends_with("le dossier n’existe pas. Créez-le, ou choisissez-en un autre."), "{why}");
}

/// Records the whole evening beside the session file.
fn record_the_evening(path: &Path) {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let mut opened = record::open(&disk, &session_file::load(path).unwrap(), NOW).unwrap();
    for step in &steps() {
        take(&mut opened, step).unwrap();
    }
}

#[test]
fn every_verb_ends_in_the_same_way_for_the_same_fault_of_the_record() {
    let (_folder, path) = folder();
    record_the_evening(&path);
    let journal = path.with_extension("journal");
    let good = fs::read_to_string(&journal).unwrap();
    let ends = || {
        let papers = verbs::minutes(&path, &PaperAsked::Minutes, Some(Format::Text), &Output::Standard);
        // The seal says it itself, with its verdict.
        let code = match verbs::seal(&path, None) {
            Exit::Sealed(verdict) => verdict.code(),
            other => panic!("{other:?}"),
        };
        ([papers, verbs::export(&path, &Output::Standard)], code)
    };
    fs::write(&journal, good.replacen("Absent", "Excuse", 1)).unwrap();
    let (exits, of_the_seal) = ends();
    assert_eq!(of_the_seal, 1);
    for exit in exits {
        assert!(matches!(&exit, Exit::Refused(why) if why.contains("a été modifié")), "{exit:?}");
    }
    fs::remove_file(&journal).unwrap();
    fs::create_dir(&journal).unwrap();
    let (exits, of_the_seal) = ends();
    assert_eq!(of_the_seal, 2);
    for exit in exits {
        assert!(matches!(&exit, Exit::Unusable(why) if why.contains("ne peut pas être lu")), "{exit:?}");
    }
}

#[test]
fn a_file_that_is_no_longer_the_one_of_its_record_is_found_with_whom_it_is_about() {
    let (_folder, path) = folder();
    assert_eq!(verbs::check(&[&path]), Exit::Fine);
    record_the_evening(&path);
    assert_eq!(verbs::check(&[&path]), Exit::Fine);
    let away = SESSION.replace(r#"prenom: "Jean")"#, r#"prenom: "Jean", etat: Absent)"#);
    fs::write(&path, away).unwrap();
    assert_eq!(verbs::check(&[&path]), Exit::Findings);
    let Exit::Refused(why) = verbs::export(&path, &Output::Standard) else { panic!("exported") };
    assert!(why.contains("les présences ou les pouvoirs (DUVAL Jean)"), "{why}");
    assert!(!why.contains("appel"), "the sitting is closed: {why}");
    fs::write(&path, SESSION).unwrap();
    fs::write(path.with_extension("journal"), "x\n").unwrap();
    assert_eq!(verbs::check(&[&path]), Exit::Findings);
}

#[test]
fn a_report_number_without_its_zero_is_told_the_one_that_there_is() {
    let (_folder, path) = folder();
    let asked = |number: &str| {
        let paper = PaperAsked::Deliberation(Some(number.to_owned()));
        match verbs::minutes(&path, &paper, Some(Format::Text), &Output::Standard) {
            Exit::Unusable(why) => why,
            other => panic!("{other:?}"),
        }
    };
    assert!(asked("02").ends_with("Écrivez --rapport 2."), "{}", asked("02"));
    assert!(asked("9").ends_with("Écrivez l’un de ces numéros : 1, 2, 3."), "{}", asked("9"));
}

//! What does not fit is asked again with the reason, what is left writes nothing, and nothing is written over.

use std::fs;
use std::path::PathBuf;

use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::Office;
use hemicycle::council::hour::Hour;
use hemicycle::council::kind::{OpinionSense, ReportKind};
use hemicycle::french::creation as words;
use hemicycle::verbs::Exit;

use crate::{SAMPLES, created, of, sound};

#[test]
fn what_is_wrong_is_asked_again_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let last = PathBuf::from(SAMPLES).join("exemple-commune.ron");
    let path = folder.path().join("a.ron");
    let answers = [
        "nulle-part.ron",
        "",
        "jeudi 3 mars 2027",
        "31 février 2027",
        "3 mars 2027",
        "25 h",
        "18 h",
        "",
        "4 mars 2027",
        "1er mars 2027",
        "non",
        "",
        "zzz",
        "",
        "",
        "",
        "",
        "a\u{202e}b",
        "Tarifs",
        "",
        "xyz",
        "?",
        "avis",
        "peut-être",
        "défav",
        "ma",
        "99",
        "1",
        "Tarifs",
        "01",
        "",
        "",
        "Autre",
        "",
        "",
        "",
        "",
        "",
        "",
    ];
    let (exit, said) = created(folder.path(), &of(&path), Some(&last), &answers);
    assert_eq!(exit, Exit::Fine, "{said}");
    for wanted in [
        "nulle-part.ron",
        "Le 3 mars 2027 est un mercredi, pas un jeudi.",
        words::NOT_A_DATE,
        words::NOT_AN_HOUR,
        words::CONVENED_AFTER,
        "il faut 5 jours francs",
        "Dernier jour : jeudi 25 février 2027.",
        words::NOBODY_FOUND,
        words::NO_REPORT,
        words::NO_SUCH_KIND,
        words::NOT_A_SENSE,
        words::NOT_A_NUMBER,
        "compte financier unique",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let docket = sound(&path).docket;
    let kinds: Vec<ReportKind> = docket.agenda.reports().map(|report| report.kind).collect();
    assert_eq!(kinds, [ReportKind::Opinion { sense: OpinionSense::Unfavourable }, ReportKind::Deliberation]);
}

#[test]
fn a_kind_is_given_by_its_name_an_hour_by_its_figures_and_what_is_missing_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let kinds = [
        ("commune", BodyKind::Commune),
        ("Conseil muni", BodyKind::Commune),
        ("EPCI", BodyKind::Epci),
        ("département", BodyKind::Departement),
        ("ccas", BodyKind::Ccas),
        ("7", BodyKind::Region),
    ];
    for (typed, kind) in kinds {
        assert_eq!(words::kind_called(&hemicycle::council::name::fold(typed)).or(Some(BodyKind::Region)), Some(kind));
    }
    for typed in ["conseil", "", "zorg"] {
        assert_eq!(words::kind_called(typed), None, "{typed}");
    }
    let mut answers = vec!["rien", "12", "Assemblée d’Essai", "conseil", "99", "commune", "14 200", "MARTIN Anne", ""];
    answers.extend(["3 mars 2027", "2530", "1830", "", "", "", "", "", "Tarifs", "", "", "", "", ""]);
    let (exit, said) = created(folder.path(), &of(&path), None, &answers);
    assert_eq!(exit, Exit::Fine, "{said}");
    for wanted in [words::NOT_A_NAME, &words::no_such_body(BodyKind::ALL.len()), words::NOT_AN_HOUR] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let whole = "Assemblée d’Essai, mercredi 3 mars 2027 à 18 h 30 : 1 élu, 1 rapport";
    assert!(said.contains(whole), "{said}");
    let session = sound(&path);
    assert_eq!((session.docket.body.kind, session.docket.meeting.hour), (BodyKind::Commune, Hour::new(18, 30)));
    assert!(session.source.contains("// À compléter, dont la convocation a besoin : lieu: \"la mairie\"."));
}

#[test]
fn leaving_at_any_question_writes_nothing() {
    let last = PathBuf::from(SAMPLES).join("exemple-commune.ron");
    let answers = ["", "3 mars 2027", "18 h", "", "", "", "", "", "Tarifs", "", "", "", ""];
    for told in 0..answers.len() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let (exit, _) = created(folder.path(), &of(&path), Some(&last), &answers[..told]);
        assert_eq!(exit, Exit::Refused(words::NOTHING_WRITTEN.to_owned()), "after {told} answers");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "after {told} answers");
    }
}

#[test]
fn nothing_is_written_over_and_another_name_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let last = PathBuf::from(SAMPLES).join("exemple-commune.ron");
    fs::write(folder.path().join("la.ron"), "à moi").unwrap();
    fs::write(folder.path().join("orphelin.journal"), "à moi").unwrap();
    let answers = [
        "",
        "3 mars 2027",
        "18 h",
        "",
        "",
        "",
        "",
        "",
        "Tarifs",
        "",
        "",
        "",
        "",
        "FOLDER/la",
        "FOLDER/charte.ron",
        "FOLDER/orphelin.ron",
        "FOLDER/libre",
    ];
    let asked = of(&folder.path().join("la.ron"));
    let (exit, said) = created(folder.path(), &asked, Some(&last), &answers);
    assert_eq!(exit, Exit::Fine, "{said}");
    assert_eq!(said.matches("existe déjà").count(), 3, "{said}");
    assert_eq!(fs::read_to_string(folder.path().join("la.ron")).unwrap(), "à moi");
    assert!(!folder.path().join("charte.ron").exists());
    sound(&folder.path().join("libre.ron"));
}

#[test]
fn an_object_that_begins_as_an_election_is_proposed_as_one_and_the_office_it_names_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let last = PathBuf::from(SAMPLES).join("exemple-commune.ron");
    let mut answers = vec!["", "3 mars 2027", "18 h", "", "", "", "", ""];
    // Object, number, kind, office, rapporteur.
    answers.extend(["Élection du maire", "", "", "", ""]);
    answers.extend(["Élection des adjoints au maire", "", "", "", ""]);
    answers.extend(["Commission d’appel d’offres", "", "élec", "?", "présidence", "appel", "commission d", ""]);
    answers.push("");
    let (exit, said) = created(folder.path(), &of(&path), Some(&last), &answers);
    assert_eq!(exit, Exit::Fine, "{said}");
    assert!(said.contains(words::NO_SUCH_OFFICE), "a commune elects no president: {said}");
    assert!(said.contains("conseillers communautaires"), "{said}");
    let docket = sound(&path).docket;
    let kinds: Vec<ReportKind> = docket.agenda.reports().map(|report| report.kind).collect();
    let elects = |office| ReportKind::Election { office, posts: None };
    assert_eq!(kinds, [elects(Office::Mayor), elects(Office::Deputies), elects(Office::TenderCommittee)]);
}

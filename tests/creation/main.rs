//! A session file made by questions: whatever is answered, `verifier` finds nothing to mend in it.

mod asked_again;
mod read_back;

use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::cli::CreateAsked;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::hour::Hour;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::roster::Standing;
use hemicycle::french::creation as words;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::record;
use hemicycle::store::session_file::{self, SessionFile};
use hemicycle::verbs::{Exit, check, create_with};
use jiff::civil::{Date, date};

const TODAY: Date = date(2027, 2, 1);

/// What is answered, a line each, and what comes of it: how it ended, and all that was said.
fn created(folder: &Path, asked: &CreateAsked, newest: Option<&Path>, answers: &[&str]) -> (Exit, String) {
    let mut typed = String::new();
    for answer in answers {
        writeln!(typed, "{answer}").unwrap();
    }
    // The name of the file is the last answer: it is put into the folder of the test.
    let typed = typed.replace("FOLDER", folder.to_str().unwrap());
    let mut said = Vec::new();
    let exit = create_with(asked, newest, TODAY, &mut Cursor::new(typed), &mut said, false);
    (exit, String::from_utf8(said).unwrap())
}

fn of(file: &Path) -> CreateAsked {
    CreateAsked { file: Some(file.to_owned()), from: None }
}

/// Reads the file, holds `verifier` against it, and begins its séance.
fn sound(path: &Path) -> SessionFile {
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(check(&[path]), Exit::Fine, "{text}");
    let session = session_file::load(path).unwrap();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let opened = record::open(&disk, &session, "2027-03-03T18:30:00+01:00").unwrap();
    assert!(opened.recorder.is_some(), "{text}");
    session
}

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions");

/// A meeting, its chair by some letters, and one report.
const MEETING: [&str; 13] = [
    "mercredi 3 mars 2027",
    "18 h 30",
    "la salle des fêtes",
    "",
    "martin",
    "",
    "",
    "Tarifs de l’eau",
    "",
    "",
    "dup",
    "",
    "",
];

#[test]
fn a_file_typed_by_hand_is_sound_for_each_kind_of_body() {
    for (place, kind) in BodyKind::ALL.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("seance.ron");
        let number = (place + 1).to_string();
        let mut answers = vec!["", "Assemblée d’Essai", number.as_str()];
        match kind {
            BodyKind::Commune | BodyKind::ConseilArrondissement => answers.push("14 200"),
            BodyKind::Autre => answers.extend(["moitié", "2", "art. 8 des statuts"]),
            _ => {}
        }
        answers.extend(["Mme MARTIN Anne ; Ensemble ; présidente", "M. DUPONT Paul", "DE L'ORME Zoé", ""]);
        answers.extend(MEETING);
        let (exit, said) = created(folder.path(), &of(&path), None, &answers);
        assert_eq!(exit, Exit::Fine, "{kind:?}: {said}");
        let docket = sound(&path).docket;
        assert_eq!(docket.body.kind, *kind);
        assert_eq!(docket.roster.in_office(), 3);
        assert_eq!(docket.meeting.date, date(2027, 3, 3));
        assert_eq!(docket.meeting.hour, Hour::new(18, 30));
        assert_eq!(docket.meeting.president.as_ref().unwrap().as_str(), "martin-anne");
        let report = docket.agenda.reports().next().unwrap();
        assert_eq!((report.id.as_str(), report.object.as_str()), ("01", "Tarifs de l’eau"));
        assert!(said.contains("hemicycle verifier"), "{said}");
    }
}

#[test]
fn a_file_from_the_last_one_keeps_its_assembly_word_for_word_and_nobodys_absence() {
    for sample in ["exemple-commune", "exemple-budget", "exemple-metropole", "exemple-communaute", "exemple-soiree"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("suivante.ron");
        let last = PathBuf::from(SAMPLES).join(format!("{sample}.ron"));
        let mut answers = vec!["", "3 mars 2027", "", "", "", "", "", ""];
        let before = session_file::load(&last).unwrap().docket;
        if before.body.numbering.as_ref().is_some_and(|numbering| numbering.pattern.has_rank()) {
            answers.push("");
        }
        answers.extend(["Un rapport", "", "", "", "", ""]);
        let (exit, said) = created(folder.path(), &of(&path), Some(&last), &answers);
        assert_eq!(exit, Exit::Fine, "{sample}: {said}");
        let after = sound(&path).docket;
        assert_eq!(after.body, before.body, "{sample}");
        let names =
            |docket: &hemicycle::council::docket::Docket| -> Vec<_> { docket.roster.everyone().cloned().collect() };
        assert_eq!(names(&after), names(&before), "{sample}");
        assert_eq!(after.expected.proxies().count(), 0, "{sample}");
        assert!(after.roster.ids().all(|id| after.expected.is_present(id)), "{sample}");
        assert_eq!(after.meeting.place, before.meeting.place);
        assert_eq!(after.meeting.president, before.meeting.president);
        assert_eq!(after.meeting.convened_by, before.meeting.convened_by.clone().or(after.meeting.convened_by.clone()));
    }
}

#[test]
fn after_an_evening_its_minutes_come_first_successors_sit_and_numbers_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let last = folder.path().join("derniere.ron");
    fs::write(
        &last,
        "(
    assemblee: (
        nom: \"Comité syndical des eaux du Vallon\", genre: Syndicat, numerotation: \"{annee}-{rang:03}\",
        // À nous.
        reglages: (pouvoirs_par_porteur: (valeur: 2, motif: \"art. 9 des statuts\")),
    ),
    seance: (date: \"10 février 2027\", heure: \"18 h\", premier_numero: 8, president: \"MARTIN Anne\", secretaire: \"DUPONT Paul\"),
    membres: [
        (nom: \"MARTIN\", prenom: \"Anne\", civilite: Mme),
        (nom: \"DUPONT\", prenom: \"Paul\", groupe: \"Amont\", rang: 2),
        (nom: \"CHAZAL\", prenom: \"Hélène\", id: \"h-chazal\", etat: Excuse(pouvoir_a: \"DUPONT Paul\")),
        (nom: \"ROCHE\", prenom: \"Luc\", remplace: \"CHAZAL Hélène\"),
        (nom: \"VIAL\", prenom: \"Ève\", suppleant_de: \"CHAZAL Hélène\"),
        (nom: \"NOIR\", prenom: \"Ali\", suppleant_de: \"DUPONT Paul\"),
        (nom: \"ATTEND\", prenom: \"Guy\", remplace: SiegeVacant),
    ],
    ordre_du_jour: [Rapport(numero: \"01\", objet: \"Un\"), Rapport(numero: \"02\", objet: \"Deux\")],
)",
    )
    .unwrap();
    let deroule = "[
        Ouvrir(heure: \"18 h 05\"),
        Siege(membre: \"ROCHE Luc\", heure: \"18 h 06\"),
        Rapport(numero: \"01\"), Proclamer(rapport: \"01\", heure: \"18 h 20\"),
        Rapport(numero: \"02\"), Proclamer(rapport: \"02\", heure: \"18 h 40\"),
        Lever(heure: \"19 h\"),
    ]";
    record_course(&last, deroule);
    let path = folder.path().join("suivante.ron");
    let answers = ["", "3 mars 2027", "", "", "", "", "", "", "", "", "Trois", "", "", "", "", ""];
    let (exit, said) = created(folder.path(), &of(&path), Some(&last), &answers);
    assert_eq!(exit, Exit::Fine, "{said}");
    let docket = sound(&path).docket;
    let everyone: Vec<(&str, Standing)> =
        docket.roster.everyone().map(|member| (member.name.surname.as_str(), member.standing.clone())).collect();
    let paul = docket.roster.everyone().nth(1).unwrap().id.clone();
    assert_eq!(
        everyone,
        [
            ("MARTIN", Standing::InOffice),
            ("DUPONT", Standing::InOffice),
            ("ROCHE", Standing::InOffice),
            ("NOIR", Standing::SubstituteOf(paul)),
            ("ATTEND", Standing::SuccessorOf(None)),
        ]
    );
    assert_eq!(docket.meeting.first_number, Some(10));
    let first = docket.agenda.reports().next().unwrap();
    assert_eq!(first.kind, ReportKind::PreviousMinutes { of: Some(date(2027, 2, 10)), voted: false });
    assert!(fs::read_to_string(&path).unwrap().contains("// À nous."), "what the clerk remarked is kept");
}

#[test]
fn after_an_installation_the_next_file_says_what_each_was_elected_to_and_who_presides() {
    let folder = tempfile::tempdir().unwrap();
    let last = folder.path().join("installation.ron");
    fs::copy(PathBuf::from(SAMPLES).join("2026-03-22-installation.ron"), &last).unwrap();
    record_course(
        &last,
        &fs::read_to_string(PathBuf::from(SAMPLES).join("deroules/2026-03-22-installation.ron")).unwrap(),
    );
    let path = folder.path().join("suivante.ron");
    let answers = ["", "3 mars 2027", "", "", "", "", "", "", "", "", "Trois", "", "", "", "", ""];
    let (exit, said) = created(folder.path(), &of(&path), Some(&last), &answers);
    assert_eq!(exit, Exit::Fine, "{said}");
    let docket = sound(&path).docket;
    let role = |surname: &str| {
        let member = docket.roster.everyone().find(|member| member.name.surname == surname).unwrap();
        (member.role.clone().unwrap_or_default(), member.birth.is_some())
    };
    assert_eq!(role("TRÉVILLARD"), ("maire".to_owned(), true));
    assert_eq!(role("GOURDELIN"), ("1er adjoint".to_owned(), true));
    assert_eq!(role("ARMENGEAU"), ("2e adjointe".to_owned(), true));
    assert_eq!(role("JANVRESSE"), (String::new(), true));
    assert_eq!(
        docket.meeting.president.as_ref().map(|id| docket.roster.listed(id)),
        Some("TRÉVILLARD Solange".to_owned())
    );
    assert_eq!(docket.meeting.convened_by.as_deref(), Some("Madame la Maire"), "the mayor who goes convenes no more");
    // Another year: its acts begin anew.
    assert_eq!((docket.meeting.first_number, docket.body.legal_size), (Some(1), Some(19)));
}

fn record_course(session: &Path, deroule: &str) {
    let course_path = session.with_file_name("deroule.txt");
    fs::write(&course_path, deroule).unwrap();
    let exit = hemicycle::verbs::record_course(session, &course_path, hemicycle::cli::RecordAsked::default());
    assert_eq!(exit, Exit::Fine);
}

#[test]
fn a_table_beside_the_file_is_named_and_one_elsewhere_is_copied() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("élus \"bis\".csv");
    fs::write(&table, "nom;prénom;groupe;état\nMARTIN;Anne;Amont;\nDUPONT;Paul;Aval;excusé\nROCHE;Luc;Aval;\n")
        .unwrap();
    let answers = ["Comité d’Essai", "10", "3 mars 2027", "", "", "", "martin", "", "", "Objet", "", "", "", "", ""];
    for (name, is_beside) in [("ici.ron", true), ("ailleurs/la.ron", false)] {
        fs::create_dir_all(folder.path().join("ailleurs")).unwrap();
        let path = folder.path().join(name);
        let asked = CreateAsked { file: Some(path.clone()), from: Some(table.clone()) };
        let (exit, said) = created(folder.path(), &asked, None, &answers);
        assert_eq!(exit, Exit::Fine, "{said}");
        let docket = sound(&path).docket;
        assert_eq!(docket.roster.in_office(), 3);
        assert_eq!(fs::read_to_string(&path).unwrap().contains("membres: Fichier("), is_beside);
        assert_eq!(said.contains(words::TABLE_COPIED), !is_beside);
    }
}

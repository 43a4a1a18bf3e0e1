//! `hemicycle` alone: the séances that are here and the recent ones, each with its state; and nothing touched.

#[path = "../common/drawn.rs"]
mod drawn;
#[path = "../common/evening.rs"]
mod evening;
#[path = "../common/golden.rs"]
mod golden;
#[path = "../common/skip.rs"]
mod skip;
#[path = "../common/terminal.rs"]
mod terminal;

mod opened;
mod screen;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::app::home::{Home, Row, Weight};
use hemicycle::cli::RecordAsked;
use hemicycle::home::gathering::{Candidate, gather, newest, row};
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::{recent, record, session_file};
use hemicycle::verbs::{Exit, record_course};
use jiff::civil::{Date, date};

const TODAY: Date = date(2027, 3, 3);

fn session(council: &str, day: &str) -> String {
    format!(
        "(assemblee: (nom: \"{council}\", genre: Commune), seance: (date: \"{day}\", president: \"MARTIN Anne\"), \
         membres: [(nom: \"MARTIN\", prenom: \"Anne\"), (nom: \"DUPONT\", prenom: \"Paul\"), (nom: \"ROCHE\", prenom: \"Luc\")], \
         ordre_du_jour: [Rapport(numero: \"01\", objet: \"Un\"), Rapport(numero: \"02\", objet: \"Deux\")])"
    )
}

/// What happened, one step after the other.
const STEPS: [&str; 4] = [
    "Ouvrir(heure: \"18 h 05\")",
    "Rapport(numero: \"01\"), Proclamer(rapport: \"01\", heure: \"18 h 20\"), Rapport(numero: \"02\")",
    "Proclamer(rapport: \"02\", heure: \"18 h 40\"), Lever(heure: \"22 h 04\")",
    "Arreter(le: \"2027-03-20\")",
];

/// A folder of séances, each recorded as far as its name says, and files that are none.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for (name, day, far) in [
        ("prete.ron", "2027-03-03", 0),
        ("ouverte.ron", "2027-02-01", 1),
        ("en-cours.ron", "2027-02-02", 2),
        ("levee.ron", "2027-02-03", 3),
        ("arretee.ron", "2027-02-04", 4),
    ] {
        fs::write(at(name), session("Conseil d’Essai", day)).unwrap();
        if far > 0 {
            fs::write(at("deroule.tmp"), format!("[{}]", STEPS[..far].join(", "))).unwrap();
            assert_eq!(record_course(&at(name), &at("deroule.tmp"), RecordAsked::default()), Exit::Fine);
            fs::remove_file(at("deroule.tmp")).unwrap();
        }
    }
    fs::write(at("fautive.ron"), session("Conseil d’Essai", "3 brumaire").replace("MARTIN Anne\"), mem", "X\"), mem"))
        .unwrap();
    fs::write(
        at("sans-quorum.ron"),
        session("Conseil d’Essai", "2027-04-01")
            .replace("\"Paul\"", "\"Paul\", etat: Absent")
            .replace("\"Luc\"", "\"Luc\", etat: Absent"),
    )
    .unwrap();
    fs::write(at("alteree.ron"), session("Conseil d’Essai", "2027-01-01")).unwrap();
    fs::write(at("alteree.journal"), "ce n’est pas un journal\n").unwrap();
    fs::write(at("charte.ron"), "()").unwrap();
    fs::write(at("deroule.ron"), "[Ouvrir(heure: \"18 h\"), Presence(membre: \"seance\", etat: Absent)]").unwrap();
    fs::write(at("notes.txt"), "ordre_du_jour: []").unwrap();
    folder
}

/// Everything in a folder: names, bytes, sizes and when they were written.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.clone(), (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap())))
        .collect()
}

fn listed(folder: &Path, state: Option<&Path>) -> Home {
    let candidates = gather(&RealDisk, folder, state);
    let mut home = Home::new(TODAY, candidates.len());
    for (number, candidate) in candidates.iter().enumerate() {
        home.fill(row(&RealDisk, number, candidate));
    }
    home
}

#[test]
fn each_seance_says_its_state_and_nothing_is_touched() {
    let folder = folder();
    let before = snapshot(folder.path());
    let home = listed(folder.path(), None);
    assert_eq!(snapshot(folder.path()), before);
    let said: BTreeMap<&str, (&str, Weight, bool)> =
        home.rows().iter().map(|row| (row.file.as_str(), (row.state.as_str(), row.weight, row.opens))).collect();
    assert_eq!(said["prete.ron"], ("prête : appel à faire", Weight::Ready, true));
    // A course that was typed in has no hour of the wall: only that of whoever typed it.
    assert!(said["ouverte.ron"].0.starts_with("en cours : rapport 01 sur 02, interrompue à "), "{said:?}");
    assert!(said["en-cours.ron"].0.starts_with("en cours : rapport 02 sur 02, interrompue à "), "{said:?}");
    assert_eq!(said["levee.ron"], ("levée à 22 h 04", Weight::Done, true));
    assert_eq!(said["arretee.ron"], ("PV arrêté", Weight::Done, true));
    assert_eq!(said["fautive.ron"], ("à préparer : 2 points à corriger", Weight::Mend, false));
    assert_eq!(said["sans-quorum.ron"], ("à préparer : 1 point à corriger", Weight::Mend, true));
    assert_eq!((said["alteree.ron"].1, said["alteree.ron"].2), (Weight::Mend, false));
    assert_eq!(said.len(), 8, "{said:?}");
    // That of today first, then the newest; what has no day last.
    let order: Vec<&str> = home.rows().iter().map(|row| row.file.as_str()).collect();
    assert_eq!(
        order,
        [
            "prete.ron",
            "sans-quorum.ron",
            "arretee.ron",
            "levee.ron",
            "en-cours.ron",
            "ouverte.ron",
            "alteree.ron",
            "fautive.ron",
        ]
    );
    let newest = newest(&RealDisk, folder.path(), None);
    assert_eq!(newest.unwrap().file_name().unwrap(), "sans-quorum.ron");
}

#[test]
fn one_that_another_window_holds_says_so_and_its_lock_is_not_taken() {
    let folder = folder();
    let path = folder.path().join("prete.ron");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let opened = record::open(&disk, &session_file::load(&path).unwrap(), "2027-03-03T18:30:00+01:00").unwrap();
    assert!(opened.recorder.is_some());
    let candidate = Candidate { path: path.clone(), is_here: true };
    let held = row(&RealDisk, 0, &candidate).unwrap();
    if held.weight != Weight::Held {
        skip::skip("this system does not list its locks");
        return;
    }
    assert!(held.state.starts_with("tenue dans une autre fenêtre ("), "{}", held.state);
    assert!(held.state.ends_with("depuis 18 h 30)"), "{}", held.state);
    drop(opened);
    assert_eq!(row(&RealDisk, 0, &candidate).unwrap().weight, Weight::Ready, "what a dead one left means nothing");
}

#[test]
fn those_opened_elsewhere_come_after_and_one_that_is_gone_says_so() {
    let (here, there, state) = (folder(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let elsewhere = there.path().join("ailleurs.ron");
    fs::write(&elsewhere, session("Conseil d’Ailleurs", "2027-03-03")).unwrap();
    let gone = there.path().join("partie.ron");
    for path in [&gone, &elsewhere, &here.path().canonicalize().unwrap().join("prete.ron")] {
        recent::remember(&RealDisk, state.path(), path);
    }
    let home = listed(here.path(), Some(state.path()));
    let last: Vec<&Row> = home.rows().iter().filter(|row| !row.is_here).collect();
    assert_eq!(
        last.iter().map(|row| row.file.as_str()).collect::<Vec<_>>(),
        [elsewhere.to_str().unwrap(), gone.to_str().unwrap()]
    );
    assert_eq!((last[1].weight, last[1].opens), (Weight::Gone, false));
    assert_eq!(home.rows().iter().filter(|row| row.file.contains("prete")).count(), 1);
}

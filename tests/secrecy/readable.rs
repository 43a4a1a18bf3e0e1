//! A secret ballot where others may read: it is said, once; what the program makes is its owner's alone.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;

use hemicycle::app::Msg;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::history::Entry;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::step::AskedBallot;
use hemicycle::open::writer::{self, Refuge};
use hemicycle::run::{Incoming, RecordWork};
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::exposure::Exposure;
use hemicycle::store::fault::Notice;
use hemicycle::store::{record, session_file};

use crate::is_of_kind;
use crate::unanimous::{files, run};

const NOW: &str = "2026-03-22T10:34:00+01:00";

/// What is said of its place when that sample is opened, its journal begun and with those permissions.
fn said_at_the_opening(sample: &str, course: &str, mode: u32) -> Vec<Exposure> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("soir.ron");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(sample), &path).expect("copied");
    fs::write(folder.path().join("deroule.ron"), course).expect("written");
    run(folder.path(), &["saisir", "soir.ron", "deroule.ron"]);
    let journal = path.with_extension("journal");
    assert_eq!(fs::metadata(&journal).expect("there").permissions().mode() & 0o777, 0o600, "made for its owner alone");
    fs::set_permissions(&journal, fs::Permissions::from_mode(mode)).expect("changed");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let session = session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:?}"));
    let opened = record::open(&disk, &session, NOW).unwrap_or_else(|fault| panic!("{fault:?}"));
    let of_the_place = opened.notices.iter().filter_map(|notice| match notice {
        Notice::OfThePlace(exposure) => Some(exposure.clone()),
        _ => None,
    });
    of_the_place.collect()
}

#[test]
fn case_67_a_secret_ballot_where_others_may_read_is_said_at_the_opening_and_says_that_it_is_one() {
    const ELECTS: &str = "2026-03-22-installation.ron";
    let opened = "[Ouvrir(heure: \"10 h 34\")]";
    let said = said_at_the_opening(ELECTS, opened, 0o644);
    assert!(matches!(said.as_slice(), [Exposure::ReadableBallot { .. }]), "once: {said:?}");
    assert_eq!(said_at_the_opening(ELECTS, opened, 0o600), vec![]);
    // Nobody is elected there.
    let said = said_at_the_opening("exemple-repetition.ron", "[Ouvrir(heure: \"18 h 05\")]", 0o644);
    assert!(matches!(said.as_slice(), [Exposure::Readable { .. }]), "{said:?}");
    // A vote that goes on by secret ballot.
    let asked = "[Ouvrir(heure: \"18 h 05\"), Rapport(numero: \"01\"), ScrutinSecret(rapport: \"01\", demandeurs: [\"AUBRY Paul\"], passe_outre: \"demandé\")]";
    let said = said_at_the_opening("exemple-repetition.ron", asked, 0o640);
    assert!(matches!(said.as_slice(), [Exposure::ReadableBallot { .. }]), "{said:?}");
}

#[test]
fn case_67_what_a_secret_ballot_leaves_is_its_owner_s_and_the_clerk_s_folder_is_never_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("changed");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    fs::copy(sessions.join("2026-03-22-installation.ron"), folder.path().join("soir.ron")).expect("copied");
    fs::copy(sessions.join("deroules/2026-03-22-installation.ron"), folder.path().join("deroule.ron")).expect("copied");
    run(folder.path(), &["saisir", "soir.ron", "deroule.ron"]);
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(folder.path()), 0o755, "her folder is hers");
    for name in files(folder.path()).keys().filter(|name| is_of_kind(name, "journal") || is_of_kind(name, "suite")) {
        assert_eq!(mode(&folder.path().join(name)), 0o600, "{name}");
    }
    let own = folder.path().join("state/hemicycle");
    assert!(!own.exists() || mode(&own) == 0o700);
}

#[test]
fn case_67_a_secret_ballot_that_is_asked_for_where_others_may_read_is_said_once_behind_the_asking() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("soir.ron");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/exemple-repetition.ron");
    fs::copy(sample, &path).expect("copied");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let session = session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:?}"));
    let opened = record::open(&disk, &session, NOW).unwrap_or_else(|fault| panic!("{fault:?}"));
    let mut history = opened.history;
    let ((work, asked), (tell, told)) = (channel(), channel());
    let writer = writer::spawn(opened.recorder, asked, tell, Refuge::default()).expect("a thread");
    let first = ReportId::new("01");
    let asking = AskedBallot {
        report: first.clone(),
        on: None,
        asked_by: vec![MemberId::new("aubry-paul")],
        refused: false,
        at: None,
    };
    let commands = [
        Command::Open { at: Hour::new(18, 5) },
        Command::OpenReport { report: first.clone(), with: vec![] },
        Command::AskSecret(asking),
    ];
    let mut said = Vec::new();
    for (place, command) in commands.iter().enumerate() {
        let reasons = match history.sitting().decide(command, &Reasons::new()) {
            Err(refused) => refused.findings.iter().map(|finding| (finding.code(), "demandé".to_owned())).collect(),
            Ok(_) => Reasons::new(),
        };
        let events = history.sitting().decide(command, &reasons).expect("granted").events;
        let entry = Entry::Action { at: NOW.to_owned(), events };
        history.push(entry.clone()).expect("it follows");
        work.send(RecordWork::Record(entry)).expect("somebody listens");
        // Nothing is opened up before there is a journal.
        match told.recv().expect("an answer") {
            Incoming::Message(Msg::Recorded) => {}
            _ => panic!("it is not recorded"),
        }
        if place == 0 {
            let journal = path.with_extension("journal");
            fs::set_permissions(journal, fs::Permissions::from_mode(0o644)).expect("changed");
        }
    }
    drop(work);
    writer.join().expect("the thread ends");
    while let Ok(incoming) = told.try_recv() {
        if let Incoming::Message(Msg::Warned(words)) = incoming {
            said.push(words);
        }
    }
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("Scrutin secret") && said[0].contains("dossier personnel"), "{said:?}");
}

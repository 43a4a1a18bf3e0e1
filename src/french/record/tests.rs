//! What is said of a record, to the letter.

use std::path::PathBuf;

use super::*;
use crate::council::correction::{Correction, Field};
use crate::council::id::ReportId;
use crate::store::disk::Kind;
use crate::store::exposure::Exposure;
use crate::store::guard::Belonging;
use crate::store::replace::NotWritten;

fn journal() -> PathBuf {
    PathBuf::from("/seance/x.journal")
}

#[test]
fn what_is_not_recorded_says_so_first_then_why_then_what_to_do() {
    let error = DiskError { kind: ErrorKind::StorageFull, code: Some(28) };
    let full = Fault::NotRecorded { path: journal(), error };
    assert_eq!(sentence(&full), "Pas enregistré : le disque est plein, erreur 28 (/seance/x.journal).");
    assert_eq!(next_step(&full), "Libérez de la place sur ce disque, puis réessayez.");
    for fault in [Fault::Frozen, Fault::Displaced { path: journal() }] {
        assert!(sentence(&fault).starts_with("Pas enregistré : "));
        assert!(next_step(&fault).contains("éessayez"));
    }
}

#[test]
fn a_change_that_is_refused_names_everything_that_changed() {
    let fields = vec![FixedField::Date, FixedField::Members, FixedField::Attendance];
    assert_eq!(
        sentence(&Fault::Changed { path: "x.ron".into(), fields, members: vec!["AMIEL Rose".into()], closed: true }),
        "x.ron a changé depuis le début de la séance : la date de la séance, la liste ou les dates de naissance des \
         membres et les présences ou les pouvoirs (AMIEL Rose). Des votes en dépendent."
    );
}

#[test]
fn who_holds_the_sitting_is_said_with_process_machine_and_hour() {
    let holder = Holder { pid: 4242, host: "mairie-01".into(), since: "2025-03-03T18:04:10+01:00".into() };
    assert_eq!(
        notice(&Notice::HeldElsewhere(Some(holder))),
        "La séance est ouverte ailleurs (processus 4242, poste mairie-01, depuis le 3 mars 2025 à 18 h 04)."
    );
    let odd = Holder { pid: 1, host: String::new(), since: "hier".into() };
    assert_eq!(notice(&Notice::HeldElsewhere(Some(odd))), "La séance est ouverte ailleurs (processus 1, depuis hier).");
}

#[test]
fn what_was_taken_over_is_listed() {
    let report = ReportId::new("04_2_01");
    let correction = |field| Correction { field, before: None, after: None };
    let corrections = vec![correction(Field::Signed(report.clone())), correction(Field::Receipt(report))];
    assert_eq!(
        notice(&Notice::TakenOver(corrections)),
        "Repris du fichier de séance et enregistré : date de signature du rapport n° 04_2_01 et accusé de \
         réception du rapport n° 04_2_01."
    );
}

#[test]
fn every_sentence_and_next_step_is_a_sentence() {
    let (path, error) = (journal(), DiskError { kind: ErrorKind::Other, code: None });
    let flaws = [Flaw::Seal, Flaw::Form, Flaw::Number, Flaw::AfterClose, Flaw::CutShort, Flaw::OtherJournal];
    let misfits = [Misfit::Refused, Misfit::Differs, Misfit::NotUndoable];
    let mut faults = vec![
        Fault::NotRecorded { path: path.clone(), error },
        Fault::Displaced { path: path.clone() },
        Fault::Frozen,
        Fault::Full { path: path.clone() },
        Fault::Unreachable { path: path.clone(), error },
        Fault::Newer { path: path.clone(), format: 2 },
        Fault::Unknown { path: path.clone(), line: 3 },
        Fault::Miscounted { path: path.clone(), line: 3, report: Some(ReportId::new("1")) },
        Fault::Miscounted { path: path.clone(), line: 3, report: None },
        Fault::JournalMissing { path: path.clone() },
        Fault::Unreread { path: path.clone() },
        Fault::Changed { path: path.clone(), fields: vec![FixedField::Chair], members: vec![], closed: true },
        Fault::Changed { path: path.clone(), fields: vec![FixedField::Members], members: vec![], closed: false },
        Fault::NumberTaken {
            path: path.clone(),
            number: "2025_007".to_owned(),
            report: ReportId::new("2"),
            by: ReportId::new("1"),
        },
        Fault::ReservedName { path: path.clone() },
    ];
    faults.extend(flaws.map(|flaw| Fault::Altered { path: path.clone(), line: 3, flaw }));
    faults.extend(misfits.map(|why| Fault::DoesNotFit { path: path.clone(), line: 3, why }));
    let notices = [
        Notice::Resumed { entries: 1 },
        Notice::NotStarted { bytes: 3, set_aside: Some(path.clone()) },
        Notice::NotStarted { bytes: 0, set_aside: None },
        Notice::TornTail { path: path.clone(), bytes: 3, set_aside: Some(path.clone()) },
        Notice::TornTail { path: path.clone(), bytes: 1, set_aside: None },
        Notice::PutRight { path: path.clone(), line: 57, set_aside: path.clone() },
        Notice::HeldElsewhere(None),
        Notice::ReadOnly { path: path.clone(), error },
        Notice::LeftOver(path.clone()),
        Notice::OfThePlace(Exposure::Readable { path: path.clone() }),
        Notice::OfThePlace(Exposure::ReadableBallot { path: path.clone() }),
        Notice::OfThePlace(Exposure::Writable { folder: path.clone() }),
    ];
    let gone = DiskError { kind: ErrorKind::NotFound, code: Some(2) };
    let papers = [
        NotWritten::Exists { path: path.clone() },
        NotWritten::NotAFile { path: path.clone(), kind: Kind::Link },
        NotWritten::Belongs { path: path.clone(), to: Belonging::Named },
        NotWritten::Unnamed { path: path.clone(), kept: path.clone() },
        NotWritten::Refused { path: path.clone(), error: gone, left: None },
        NotWritten::Refused { path: path.clone(), error, left: Some(path) },
    ];
    let said = faults.iter().flat_map(|fault| [sentence(fault), next_step(fault).to_owned()]);
    let said = said.chain(notices.iter().map(notice));
    let said = said.chain(notices.iter().filter_map(notice_next_step).map(str::to_owned));
    let said = said.chain(papers.iter().flat_map(|why| [not_written(why), not_written_next_step(why).to_owned()]));
    for sentence in said {
        assert!(sentence.ends_with('.'), "{sentence}");
        assert!(!sentence.contains('\'') && !sentence.contains("  ") && !sentence.contains(".."), "{sentence}");
    }
}

#[test]
fn a_path_never_commands_a_terminal() {
    let fault = Fault::JournalMissing { path: "\u{1b}]0;x\u{7}.journal".into() };
    assert!(sentence(&fault).starts_with("‹U+001B›]0;x‹U+0007›.journal manque"));
}

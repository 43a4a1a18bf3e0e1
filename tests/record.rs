//! What a journal does when it is cut, altered, shared, moved away, or when its session file changes.

mod evening;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;

use evening::{
    NOW, PATH, SESSION, TABLE, beside, edited, entries, entry, evening as steps, open, play, session, session_of, take,
};
use hemicycle::council::correction::{Field, FixedField};
use hemicycle::council::event::Event;
use hemicycle::council::history::{Entry, Misfit};
use hemicycle::council::id::ReportId;
use hemicycle::council::sitting::Stage;
use hemicycle::store::chain::Seal;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::journal::{Beginning, Flaw, Reading};
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::recount::{Miscount, recount};
use hemicycle::store::session_file::SessionFile;
use hemicycle::store::{journal, record, seal};

type Shared = Arc<dyn Disk>;

fn memory() -> (MemoryDisk, Shared) {
    let memory = MemoryDisk::new();
    (memory.clone(), Arc::new(memory))
}

/// The journal of the evening, and its entries.
fn whole() -> (Vec<u8>, Vec<Entry>) {
    let (memory, disk) = memory();
    let opened = play(&disk, &steps());
    (memory.content(&beside("journal")).unwrap(), entries(&opened.history))
}

fn with_journal(bytes: &[u8]) -> (MemoryDisk, Shared) {
    let (memory, disk) = memory();
    memory.put(&beside("journal"), bytes);
    (memory, disk)
}

fn lines(journal: &[u8]) -> Vec<&[u8]> {
    journal.split_inclusive(|byte| *byte == b'\n').collect()
}

/// Makes all seals right again, as somebody would who knows the format.
fn resealed(journal: &str) -> Vec<u8> {
    let mut head = Seal::FIRST;
    let mut reseal = |line: &str| {
        let json = &line[65..];
        head = head.then(json.as_bytes());
        format!("{head} {json}\n").into_bytes()
    };
    journal.lines().flat_map(&mut reseal).collect()
}

fn altered(line: u64, flaw: Flaw) -> Fault {
    Fault::Altered { path: beside("journal"), line, flaw }
}

#[test]
fn an_evening_reopens_where_it_was_with_what_was_taken_back_and_given_again() {
    let (_, disk) = memory();
    let all = steps();
    for stop in 0..=all.len() {
        let (_, disk) = memory();
        let before = play(&disk, &all[..stop]).history;
        let mut after = open(&disk);
        assert_eq!(after.history.sitting(), before.sitting(), "after {stop} steps");
        assert_eq!(after.history.undo_target(), before.undo_target());
        assert_eq!(after.history.redo_target(), before.redo_target());
        let resumed = after.notices.contains(&Notice::Resumed { entries: stop as u64 });
        assert_eq!(resumed, stop > 0, "{:?}", after.notices);
        for step in &all[stop..] {
            take(&mut after, step).unwrap();
        }
        assert_eq!(after.history.sitting().stage(), Stage::Closed);
    }
    let opened = open(&disk);
    assert_eq!((opened.head, opened.notices), (None, vec![]), "nothing is created before the first action");
    assert_eq!(disk.look(&beside("journal")).unwrap(), None);
}

#[test]
fn the_lines_are_those_of_the_format_to_the_byte() {
    let (journal, _) = whole();
    let journal = String::from_utf8(journal).unwrap();
    let json: Vec<&str> = journal.lines().map(|line| &line[65..]).collect();
    let zero: serde_json::Value = serde_json::from_str(json[0]).unwrap();
    assert_eq!(zero["n"], 0);
    assert_eq!(zero["format"], 0);
    assert_eq!(zero["seance"], SESSION);
    assert_eq!(zero["textes"]["ecole.md"].as_str().unwrap().len(), 64);
    assert_eq!(zero.get("fichiers"), None);
    assert_eq!(
        json[1],
        r#"{"n":1,"a":"2025-03-03T18:04:10+01:00","fait":[{"Presence":{"membre":"duval-jean","etat":"Absent"}}]}"#
    );
    assert_eq!(json[5], r#"{"n":5,"annule":4}"#);
    assert_eq!(json[6], r#"{"n":6,"annule":5}"#);
    assert_eq!(json[13], r#"{"n":13,"a":"2025-03-03T18:04:10+01:00","fait":[{"SeanceLevee":{"heure":"21:00"}}]}"#);
}

#[test]
fn case_03_and_04_a_journal_cut_at_every_byte_reopens_and_its_torn_end_is_kept_aside() {
    let (whole, all) = whole();
    for cut in 0..whole.len() {
        let (memory, disk) = with_journal(&whole[..cut]);
        let mut opened = open(&disk);
        let there = entries(&opened.history);
        assert!(all.starts_with(&there), "cut at {cut}");
        let kept = memory.content(&beside("journal")).unwrap_or_default();
        let aside = memory.content(&beside("journal.torn")).unwrap_or_default();
        assert_eq!([kept.clone(), aside.clone()].concat(), &whole[..cut], "no byte is lost");
        let said: Vec<&Notice> = opened.notices.iter().filter(|n| !matches!(n, Notice::Resumed { .. })).collect();
        let set_aside = (!aside.is_empty()).then(|| beside("journal.torn"));
        let bytes = aside.len() as u64;
        match said[..] {
            [] => assert_eq!(kept.last(), Some(&b'\n'), "cut at {cut}"),
            [Notice::NotStarted { bytes: b, set_aside: s }] => {
                assert_eq!((kept.len(), *b, s.clone()), (0, bytes, set_aside), "cut at {cut}");
            }
            [Notice::TornTail { path, bytes: b, set_aside: s }] => {
                assert_eq!((path, *b, s.clone()), (&beside("journal"), bytes, set_aside), "cut at {cut}");
            }
            _ => panic!("cut at {cut}: {said:?}"),
        }
        if let Some(next) = steps().get(there.len()) {
            take(&mut opened, next).unwrap();
            drop(opened);
            assert_eq!(entries(&open(&disk).history), all[..=there.len()], "it goes on after the cut at {cut}");
        }
    }
}

#[test]
fn case_04_a_second_torn_end_is_put_beside_the_first() {
    let (whole, _) = whole();
    let (memory, disk) = with_journal(&whole[..whole.len() - 5]);
    drop(open(&disk));
    memory.put(&beside("journal"), &whole[..whole.len() - 9]);
    let opened = open(&disk);
    let second = beside("journal.torn-2");
    assert!(memory.content(&second).unwrap().len() + 4 == memory.content(&beside("journal.torn")).unwrap().len());
    assert!(
        opened.notices.iter().any(|n| matches!(n, Notice::TornTail { set_aside: Some(path), .. } if *path == second))
    );
}

#[test]
fn case_04_a_reader_says_that_the_end_is_torn_and_touches_nothing() {
    let (whole, _) = whole();
    let (memory, disk) = with_journal(&whole[..whole.len() - 5]);
    let opened = record::read(&*disk, session()).unwrap();
    assert!(opened.recorder.is_none());
    assert!(matches!(opened.notices[..], [Notice::Resumed { entries: 12 }, Notice::TornTail { set_aside: None, .. }]));
    assert_eq!(memory.content(&beside("journal")).unwrap(), &whole[..whole.len() - 5]);
    assert_eq!(disk.names(Path::new("/seance")).unwrap(), [beside("journal")]);
    let report = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!((report.journal.lines, report.closed), (13, false));
    assert!(report.journal.torn > 0);
}

#[test]
fn case_05_every_bit_flipped_in_a_journal_is_noticed_and_its_line_named() {
    let (whole, _) = whole();
    let mut line = 0;
    for place in 0..whole.len() {
        if place > 0 && whole[place - 1] == b'\n' {
            line += 1;
        }
        for bit in 0..8 {
            let mut bytes = whole.clone();
            bytes[place] ^= 1 << bit;
            let found = journal::read::<Beginning>(&bytes).expect_err("noticed");
            assert_eq!(found, journal::Broken::Altered { line, flaw: Flaw::Seal }, "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn case_05_goes_red_if_the_chain_is_not_checked() {
    // A reader without the chain sees what one sees whose seals were all made again.
    let (whole, _) = whole();
    let text = String::from_utf8(whole).unwrap();
    let moved = text.replace("20:17", "21:17");
    assert_ne!(moved, text);
    let (_, disk) = with_journal(&resealed(&moved));
    assert!(record::open(&disk, session(), NOW).is_ok(), "only the chain, with a head that somebody noted, can tell");
    let (_, disk) = with_journal(moved.as_bytes());
    assert_eq!(record::open(&disk, session(), NOW).err(), Some(altered(8, Flaw::Seal)));
}

#[test]
fn case_06_lines_swapped_deleted_or_doubled_are_noticed_at_the_first_that_does_not_follow() {
    let (whole, _) = whole();
    let lines = lines(&whole);
    for place in 0..lines.len() {
        let mut doubled = lines.clone();
        doubled.insert(place, lines[place]);
        let (_, disk) = with_journal(&doubled.concat());
        assert_eq!(record::open(&disk, session(), NOW).err(), Some(altered(place as u64 + 1, Flaw::Seal)));
        if place + 1 < lines.len() {
            let mut deleted = lines.clone();
            deleted.remove(place);
            let (_, disk) = with_journal(&deleted.concat());
            assert_eq!(record::open(&disk, session(), NOW).err(), Some(altered(place as u64, Flaw::Seal)));
            let mut swapped = lines.clone();
            swapped.swap(place, place + 1);
            let (_, disk) = with_journal(&swapped.concat());
            assert_eq!(record::open(&disk, session(), NOW).err(), Some(altered(place as u64, Flaw::Seal)));
        }
    }
}

#[test]
fn case_06_a_journal_cut_at_a_line_is_said_not_to_be_closed_and_is_refused_if_something_followed_its_close() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()));
    let corrected = edited(r#"numero: "1""#, r#"numero: "1", accuse: "013-1""#);
    drop(record::open(&disk, &corrected, NOW).unwrap());
    let whole = memory.content(&beside("journal")).unwrap();
    let lines = lines(&whole);
    for kept in 1..lines.len() {
        memory.put(&beside("journal"), &lines[..kept].concat());
        let line = if kept == 1 { 0 } else { kept as u64 };
        let other = Some(altered(line, Flaw::OtherJournal));
        assert_eq!(record::open(&disk, &corrected, NOW).err(), other);
        let (_, alone) = with_journal(&lines[..kept].concat());
        let report = seal::verify(&*alone, Path::new(PATH)).unwrap();
        assert_eq!(report.map(|report| report.closed), (kept > 1).then_some(false), "line 0 alone is no record");
    }
    memory.take_away(&beside("journal"));
    let missing = Fault::JournalMissing { path: beside("journal") };
    assert_eq!(record::open(&disk, &corrected, NOW).err(), Some(missing));
}

#[test]
fn lines_that_this_program_does_not_write_are_refused_even_with_the_right_seals() {
    let (whole, _) = whole();
    let text = String::from_utf8(whole).unwrap();
    let refused = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let (_, disk) = with_journal(&resealed(&text.replacen(from, to, 1)));
        record::open(&disk, session(), NOW).err().unwrap()
    };
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"n":5,"annule":4,"et":1}"#), altered(5, Flaw::Form));
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"n":5, "annule":4}"#), altered(5, Flaw::Form));
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"annule":4,"n":5}"#), altered(5, Flaw::Form));
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"n":5}"#), altered(5, Flaw::Form));
    assert_eq!(refused(r#""etat":"Absent""#, r#""etat":"Absent","vu":true"#), altered(1, Flaw::Form));
    assert_eq!(refused(r#"{"n":5,"#, r#"{"n":6,"#), altered(5, Flaw::Number));
    assert_eq!(refused(r#"{"n":0,"format":0,"#, r#"{"n":0,"format":0,"auteur":"x","#), altered(0, Flaw::Form));
    assert_eq!(refused(r#""format":0"#, r#""format":1"#), Fault::Newer { path: beside("journal"), format: 1 });
    let not_fitting = |line, why| Fault::DoesNotFit { path: beside("journal"), line, why };
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"n":5,"annule":3}"#), not_fitting(5, Misfit::NotUndoable));
    assert_eq!(refused(r#""pour":1"#, r#""pour":2"#), not_fitting(8, Misfit::Differs));
    assert_eq!(refused(r#""membre":"duval-jean""#, r#""membre":"personne""#), not_fitting(1, Misfit::Refused));
    let longer = text.clone() + &"0".repeat(64) + r#" {"n":14,"annule":12}"# + "\n";
    let (_, disk) = with_journal(&resealed(&longer));
    assert_eq!(record::open(&disk, session(), NOW).err(), Some(altered(14, Flaw::AfterClose)));
}

#[test]
fn every_proclaimed_figure_and_outcome_is_counted_a_second_way() {
    let (_, all) = whole();
    assert_eq!(recount(&session().docket, &all), Ok(3), "report 1, report 2, and report 2 again");
    for place in 0..all.len() {
        let mut entries = all.clone();
        let Entry::Action { events, .. } = &mut entries[place] else { continue };
        let Some(Event::Proclaimed { report, tally, .. }) = events.first_mut() else { continue };
        tally.for_ += 1;
        let miscount = Miscount { entry: place, report: report.clone() };
        assert_eq!(recount(&session().docket, &entries), Err(miscount));
    }
    let (_, disk) = memory();
    play(&disk, &steps());
    let report = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!((report.votes, report.closed, report.journal.lines), (3, true, 14));
    assert_eq!(report.afterwards, None);
}

#[test]
fn a_seal_is_asked_of_nothing_where_nothing_was_recorded() {
    let (_, disk) = memory();
    assert_eq!(seal::verify(&*disk, Path::new(PATH)), Ok(None));
}

#[test]
fn case_13_in_a_place_that_cannot_be_written_the_record_opens_to_be_read() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()[..3]));
    memory.set_read_only(true);
    let opened = open(&disk);
    assert!(opened.recorder.is_none());
    assert_eq!(opened.history.entries().count(), 3);
    let reason = opened.notices.iter().find_map(|notice| match notice {
        Notice::ReadOnly { error, .. } => Some(error.kind),
        _ => None,
    });
    assert_eq!(reason, Some(io::ErrorKind::ReadOnlyFilesystem));
}

#[test]
fn case_17_a_journal_deleted_moved_or_changed_by_another_program_is_noticed_before_anything_is_written() {
    let interferences: [fn(&MemoryDisk, &[u8]); 3] = [
        |memory, _| memory.take_away(&beside("journal")),
        |memory, bytes| memory.put(&beside("journal"), bytes),
        |memory, bytes| memory.put(&beside("journal"), &[bytes, b"x"].concat()),
    ];
    for interfere in interferences {
        let (memory, disk) = memory();
        let mut opened = play(&disk, &steps()[..3]);
        let bytes = memory.content(&beside("journal")).unwrap();
        interfere(&memory, &bytes);
        let displaced = Err(Fault::Displaced { path: beside("journal") });
        assert_eq!(take(&mut opened, &steps()[3]), displaced);
        assert_eq!(take(&mut opened, &steps()[3]), Err(Fault::Frozen));
        let there = memory.content(&beside("journal"));
        let as_it_was = there.as_deref() == Some(&bytes[..]);
        let reopened = opened.recorder.as_mut().unwrap().reopen();
        assert_eq!(reopened.is_ok(), as_it_was, "only what was acknowledged is gone on with");
        if !as_it_was {
            memory.put(&beside("journal"), &bytes);
            opened.recorder.as_mut().unwrap().reopen().unwrap();
        }
        take(&mut opened, &steps()[3]).unwrap();
        assert!(memory.content(&beside("journal")).unwrap().starts_with(&bytes));
    }
}

#[test]
fn case_17_a_file_that_appears_where_the_journal_would_be_created_is_not_touched() {
    let (memory, disk) = memory();
    let mut opened = open(&disk);
    memory.put(&beside("journal"), b"somebody's");
    assert_eq!(take(&mut opened, &steps()[0]), Err(Fault::Displaced { path: beside("journal") }));
    assert!(opened.recorder.as_mut().unwrap().reopen().is_err());
    assert_eq!(memory.content(&beside("journal")).unwrap(), b"somebody's");
}

fn taken_over(opened: &record::Opened) -> Vec<Field> {
    let corrections = opened.notices.iter().find_map(|notice| match notice {
        Notice::TakenOver(corrections) => Some(corrections),
        _ => None,
    });
    corrections.into_iter().flatten().map(|correction| correction.field.clone()).collect()
}

fn signed() -> SessionFile {
    edited(r#"numero: "1","#, r#"numero: "1", accuse: "013-1-DE", signe: "2025-03-04","#)
}

#[test]
fn case_18_a_receipt_and_a_signature_are_taken_over_as_one_action_and_only_once() {
    let (_, disk) = memory();
    drop(play(&disk, &steps()[..5]));
    let opened = record::open(&disk, &signed(), NOW).unwrap();
    let report = ReportId::new("1");
    assert_eq!(taken_over(&opened), [Field::Signed(report.clone()), Field::Receipt(report.clone())]);
    assert_eq!(opened.history.entries().count(), 6);
    assert_eq!(opened.history.redo_target(), Some(5), "what was taken back can still be given again");
    let receipt = opened.history.sitting().docket().agenda.report(&report).unwrap().receipt_id.clone();
    assert_eq!(receipt.as_deref(), Some("013-1-DE"));
    drop(opened);
    let mut again = record::open(&disk, &signed(), NOW).unwrap();
    assert_eq!((taken_over(&again), again.history.entries().count()), (vec![], 6));
    take(&mut again, &steps()[5]).unwrap();
    drop(again);
    let back = record::open(&disk, session(), NOW).unwrap();
    assert_eq!(taken_over(&back).len(), 2, "the old file put back is one more taking over");
    assert_eq!(back.history.entries().count(), 8);
    drop(back);
    assert!(seal::verify(&*disk, Path::new(PATH)).is_ok());
}

#[test]
fn case_18_after_the_close_what_changed_goes_to_the_suites_and_the_seal_of_the_journal_holds() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()));
    let closed = memory.content(&beside("journal")).unwrap();
    let before = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    let opened = record::open(&disk, &signed(), NOW).unwrap();
    assert_eq!(taken_over(&opened).len(), 2);
    assert_eq!(opened.head, Some(before.journal.head));
    drop(opened);
    assert_eq!(memory.content(&beside("journal")).unwrap(), closed);
    let after = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!(after.journal, before.journal);
    assert_eq!(after.afterwards.map(|chain| chain.lines), Some(2));
    let suites = String::from_utf8(memory.content(&beside("suites")).unwrap()).unwrap();
    let zero = format!(r#"{{"n":0,"format":0,"suite_de":"{}"}}"#, before.journal.head);
    assert_eq!(suites.lines().next().map(|line| &line[65..]), Some(zero.as_str()));
    drop(record::open(&disk, session(), NOW).unwrap());
    let again = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!(again.afterwards.map(|chain| chain.lines), Some(3));
    for cut in 0..suites.len() {
        let (memory, disk) = with_journal(&closed);
        memory.put(&beside("suites"), &suites.as_bytes()[..cut]);
        let reopened = record::open(&disk, &signed(), NOW).unwrap();
        assert_eq!(reopened.history.entries().count(), 14, "suites cut at {cut}: taken over, or still there");
    }
}

#[test]
fn case_18_what_the_votes_were_counted_on_may_not_change() {
    let refused = |session: &SessionFile| {
        let (memory, disk) = memory();
        drop(play(&disk, &steps()[..3]));
        let before = memory.content(&beside("journal"));
        let fault = record::open(&disk, session, NOW).err();
        assert_eq!(memory.content(&beside("journal")), before);
        match fault {
            Some(Fault::Changed { path, fields }) => {
                assert_eq!(path, Path::new(PATH));
                fields
            }
            other => panic!("{other:?}"),
        }
    };
    let breton = r#"(nom: "BRETON", prenom: "Alix"),"#;
    let duval = r#"(nom: "DUVAL", prenom: "Jean"),"#;
    let swapped = SESSION.replace(breton, "?").replace(duval, breton).replace('?', duval);
    let swapped = session_of(&swapped, &[("ecole.md", "La convention.\n")]);
    assert_eq!(refused(&swapped), [FixedField::Members]);
    assert_eq!(refused(&edited("2025-03-03", "2025-03-04")), [FixedField::Date]);
    assert_eq!(refused(&edited(r#"secretaire: "AUBRY Paul""#, r#"secretaire: "BRETON Alix""#)), [FixedField::Chair]);
    let power = r#"pouvoir_a: "AUBRY Paul""#;
    assert_eq!(refused(&edited(power, r#"pouvoir_a: "BRETON Alix""#)), [FixedField::Attendance]);
    assert_eq!(refused(&edited(r#"numero: "3""#, r#"numero: "4""#)), [FixedField::Agenda]);
}

#[test]
fn case_18_a_remark_changes_nothing_and_a_text_beside_the_file_is_taken_over_by_its_sum() {
    let (_, disk) = memory();
    drop(play(&disk, &steps()[..3]));
    let opened = record::open(&disk, &edited("// La séance d'essai.", "// Relu."), NOW).unwrap();
    assert_eq!((taken_over(&opened), opened.history.entries().count()), (vec![], 3));
    drop(opened);
    let text = session_of(SESSION, &[("ecole.md", "La convention, relue.\n")]);
    assert_eq!(taken_over(&record::open(&disk, &text, NOW).unwrap()), [Field::TextFile("ecole.md".to_owned())]);
}

#[test]
fn case_18_a_reader_shows_what_changed_as_not_recorded_yet() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()[..3]));
    let before = memory.content(&beside("journal"));
    let read = record::read(&*disk, &signed()).unwrap();
    assert!(matches!(&read.notices[..], [Notice::Resumed { .. }, Notice::TakenOverUnrecorded(two)] if two.len() == 2));
    assert!(read.history.sitting().docket().agenda.report(&ReportId::new("1")).unwrap().signed.is_some());
    assert_eq!(memory.content(&beside("journal")), before);
}

#[test]
fn a_journal_holds_the_table_of_the_members_and_is_read_with_it() {
    let list = SESSION.find("membres: [").unwrap()..SESSION.find("    ordre_du_jour").unwrap();
    let mut source = SESSION.to_owned();
    source.replace_range(list, "membres: Fichier(\"elus.csv\"),\n");
    let with_table = |table: &str| session_of(&source, &[("ecole.md", "La convention.\n"), ("elus.csv", table)]);
    let (memory, disk) = memory();
    let mut opened = record::open(&disk, &with_table(TABLE), NOW).unwrap();
    take(&mut opened, &steps()[0]).unwrap();
    drop(opened);
    let Reading::Started(lines) = journal::read::<Beginning>(&memory.content(&beside("journal")).unwrap()).unwrap()
    else {
        panic!("not started")
    };
    assert_eq!(lines.beginning.data_files["elus.csv"], TABLE);
    assert!(seal::verify(&*disk, Path::new(PATH)).unwrap().is_some(), "though no elus.csv is on the disk");
    let without_duval = with_table(&TABLE.replace("DUVAL;Jean\n", ""));
    assert!(matches!(record::open(&disk, &without_duval, NOW).err(), Some(Fault::Changed { fields, .. })
        if fields.contains(&FixedField::Members)));
    let same_members = with_table(&TABLE.replace('\n', "\r\n"));
    assert!(record::open(&disk, &same_members, NOW).is_ok());
}

#[test]
fn the_files_of_a_record_never_have_the_name_of_the_session_file() {
    let (_, disk) = memory();
    for end in ["journal", "suites", "lock"] {
        let mut session = session().clone();
        session.path = beside(end);
        let path = beside(end);
        assert_eq!(record::open(&disk, &session, NOW).err(), Some(Fault::ReservedName { path }));
    }
}

/// A folder of the real disk, and a session file there.
fn real() -> (tempfile::TempDir, Shared, SessionFile) {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session().clone();
    session.path = folder.path().join("x.ron");
    fs::write(&session.path, SESSION).unwrap();
    fs::write(folder.path().join("ecole.md"), "La convention.\n").unwrap();
    (folder, Arc::new(RealDisk), session)
}

#[test]
fn on_a_real_disk_an_evening_is_recorded_for_its_owner_only_and_found_again() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, disk, session) = real();
    let mut opened = record::open(&disk, &session, NOW).unwrap();
    for step in &steps() {
        take(&mut opened, step).unwrap();
    }
    let all = entries(&opened.history);
    drop(opened);
    assert_eq!(entries(&record::open(&disk, &session, NOW).unwrap().history), all);
    assert_eq!(fs::read(folder.path().join("x.journal")).unwrap(), whole().0);
    for end in ["journal", "lock"] {
        let mode = fs::metadata(session.path.with_extension(end)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "case 57: {end}");
    }
    assert_eq!(fs::read_to_string(&session.path).unwrap(), SESSION, "the session file is never written");
}

#[test]
fn case_25_a_second_instance_reads_and_says_who_holds_the_sitting() {
    let (_folder, disk, session) = real();
    let mut first = record::open(&disk, &session, NOW).unwrap();
    take(&mut first, &steps()[0]).unwrap();
    let second = record::open(&disk, &session, "2025-03-03T19:00:00+01:00").unwrap();
    assert!(second.recorder.is_none());
    assert_eq!(entries(&second.history), entries(&first.history));
    let holder = second.notices.iter().find_map(|notice| match notice {
        Notice::HeldElsewhere(holder) => holder.clone(),
        _ => None,
    });
    let holder = holder.unwrap();
    assert_eq!((holder.pid, holder.since.as_str()), (std::process::id(), NOW));
    assert_eq!(holder.host, fs::read_to_string("/proc/sys/kernel/hostname").unwrap().trim());
    drop(first);
    assert!(record::open(&disk, &session, NOW).unwrap().recorder.is_some());
}

#[test]
fn case_26_the_lock_of_a_process_that_was_killed_is_free_at_once() {
    let (folder, disk, session) = real();
    let path = folder.path().join("x.lock");
    fs::write(&path, "pid 1\nhost ailleurs\nsince 2025-03-03T17:00:00+01:00\n").unwrap();
    // -o: what flock runs does not hold the lock, so that it dies with flock.
    let holder = Process::new("flock").arg("-o").arg(&path).arg("cat").stdin(Stdio::piped()).spawn();
    let Ok(mut holder) = holder else {
        println!("skipped: there is no flock here");
        return;
    };
    let held = || record::open(&disk, &session, NOW).unwrap().recorder.is_none();
    wait_until(held);
    holder.kill().unwrap();
    holder.wait().unwrap();
    let opened = record::open(&disk, &session, NOW).unwrap();
    assert!(opened.recorder.is_some());
    assert!(fs::read_to_string(&path).unwrap().starts_with(&format!("pid {}\n", std::process::id())));
}

/// Asks again and again, with a ceiling.
fn wait_until(mut holds: impl FnMut() -> bool) {
    for _ in 0..200_000 {
        if holds() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("it never came");
}

#[test]
fn case_58_links_in_the_place_of_the_record_are_not_followed() {
    for end in ["journal", "suites", "lock"] {
        let (folder, disk, session) = real();
        let target = folder.path().join("precious");
        fs::write(&target, "precious").unwrap();
        std::os::unix::fs::symlink(&target, session.path.with_extension(end)).unwrap();
        match record::open(&disk, &session, NOW) {
            Ok(opened) => assert!(opened.recorder.is_none(), "{end}"),
            Err(fault) => assert!(matches!(fault, Fault::Unreachable { .. }), "{end}: {fault:?}"),
        }
        assert_eq!(fs::read_to_string(&target).unwrap(), "precious");
    }
}

#[test]
fn case_23_an_unfinished_paper_in_the_folder_is_named_and_never_read() {
    let (folder, disk, session) = real();
    let left: PathBuf = folder.path().join(".hemicycle-4242-0.tmp");
    fs::write(&left, "PROCÈS-VER").unwrap();
    let opened = record::open(&disk, &session, NOW).unwrap();
    assert_eq!(opened.notices, [Notice::LeftOver(left)]);
}

#[test]
fn a_recorder_may_live_on_a_thread_of_its_own() {
    fn moves<T: Send>(_: Option<T>) {}
    moves(None::<record::Recorder>);
}

#[test]
fn an_action_costs_one_look_one_write_and_one_sync() {
    let (memory, disk) = memory();
    let mut opened = play(&disk, &steps()[..3]);
    let entry = entry(&opened.history, &steps()[3]);
    let before = memory.operations();
    opened.recorder.as_mut().unwrap().append(&entry).unwrap();
    assert_eq!(memory.operations() - before, 3);
}

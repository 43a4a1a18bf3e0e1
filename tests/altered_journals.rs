//! A journal that was cut or altered reopens or says why not, with the line; and never loses a byte.

mod evening;

use std::path::Path;

use evening::{
    NOW, PATH, beside, edited, entries, evening as steps, memory, open, play, session, take, whole, with_journal,
};
use hemicycle::council::history::Misfit;
use hemicycle::store::chain::Seal;
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::journal::Flaw;
use hemicycle::store::{record, seal};

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
fn case_05_goes_red_if_the_chain_is_not_checked() {
    // A reader without the chain sees what one sees whose seals were all made again.
    let (whole, _) = whole();
    let text = String::from_utf8(whole).unwrap();
    let moved = text.replace("20:17", "20:18");
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
        let other = Some(altered(line, Flaw::CutShort));
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
fn case_06_what_followed_the_close_of_another_journal_is_refused() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()));
    let corrected = edited(r#"numero: "1""#, r#"numero: "1", accuse: "013-1""#);
    drop(record::open(&disk, &corrected, NOW).unwrap());
    let other = String::from_utf8(memory.content(&beside("journal")).unwrap()).unwrap().replace("21:00", "21:01");
    memory.put(&beside("journal"), &resealed(&other));
    assert_eq!(record::open(&disk, &corrected, NOW).err(), Some(altered(14, Flaw::OtherJournal)));
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
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"n":5, "annule":4}"#), altered(5, Flaw::Form));
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"annule":4,"n":5}"#), altered(5, Flaw::Form));
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"n":5}"#), altered(5, Flaw::Form));
    assert_eq!(refused(r#"{"n":5,"#, r#"{"n":6,"#), altered(5, Flaw::Number));
    let not_fitting = |line, why| Fault::DoesNotFit { path: beside("journal"), line, why };
    assert_eq!(refused(r#"{"n":5,"annule":4}"#, r#"{"n":5,"annule":3}"#), not_fitting(5, Misfit::NotUndoable));
    assert_eq!(refused(r#""pour":1"#, r#""pour":2"#), not_fitting(8, Misfit::Differs));
    assert_eq!(refused(r#""membre":"duval-jean""#, r#""membre":"personne""#), not_fitting(1, Misfit::Refused));
    let longer = text.clone() + &"0".repeat(64) + r#" {"n":14,"annule":12}"# + "\n";
    let (_, disk) = with_journal(&resealed(&longer));
    assert_eq!(record::open(&disk, session(), NOW).err(), Some(altered(14, Flaw::AfterClose)));
}

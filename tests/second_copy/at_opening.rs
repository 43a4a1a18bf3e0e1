//! Which of the place and the copy holds more, and what is put back.

use super::*;
use crate::evening::{beside, entries, play};

#[test]
fn case_16_what_the_stick_lost_is_put_back_from_the_copy_and_said_in_one_sentence() {
    let (memory, disk) = with(&side(3), &side(8));
    let opened = open(&disk);
    assert_eq!(entries(&opened.history).len(), 8);
    assert_eq!(held_at(&memory, &place()), side(8));
    let (journal, copy) = (beside("journal"), copy().journal);
    assert_eq!(said(&opened), [Notice::PutBack { entries: 5, journal, copy, had_vanished: false }]);
    drop(opened);
    assert_eq!(said(&open(&disk)), [], "and only once");
}

#[test]
fn case_16_a_copy_that_holds_less_is_caught_up_in_silence_and_never_shortens_the_place() {
    let (memory, disk) = with(&side(8), &side(3));
    assert_eq!(said(&open(&disk)), []);
    assert_eq!(held_at(&memory, &place()), side(8));
    assert_eq!(held_at(&memory, &copy()), side(8));
}

#[test]
fn case_16_a_journal_that_vanished_is_put_back_and_it_is_said_what_to_remove_to_begin_anew() {
    let (memory, disk) = with(&Side::default(), &side(14));
    let opened = open(&disk);
    assert_eq!(held_at(&memory, &place()), side(14), "what followed the close too");
    let (journal, copied) = (beside("journal"), copy().journal);
    let notice = Notice::PutBack { entries: 14, journal, copy: copied, had_vanished: true };
    assert_eq!(said(&opened), std::slice::from_ref(&notice));
    let sentence = hemicycle::french::record::notice(&notice);
    assert!(sentence.contains(&copy().journal.parent().unwrap().to_string_lossy().into_owned()), "{sentence}");
}

#[test]
fn case_16_a_journal_that_vanished_from_before_what_followed_its_close_is_put_back() {
    let gone = Side { journal: Vec::new(), ..side(14) };
    let (memory, disk) = with(&gone, &side(14));
    assert_eq!(entries(&open(&disk).history).len(), 14);
    assert_eq!(held_at(&memory, &place()), side(14));
    let (_, disk) = with(&gone, &side(12));
    assert!(matches!(try_open(&disk), Err(Fault::JournalMissing { .. })), "a copy that lacks it is no help");
}

#[test]
fn case_16_a_line_cut_short_at_the_place_is_set_aside_before_what_is_missing_is_added() {
    let mut here = side(3);
    here.journal.extend_from_slice(b"0123 half a line of this place");
    let (memory, disk) = with(&here, &side(5));
    let opened = open(&disk);
    assert_eq!(held_at(&memory, &place()), side(5));
    let torn = beside("journal.torn");
    assert_eq!(memory.content(&torn).unwrap(), b"0123 half a line of this place");
    assert!(said(&opened).iter().any(|notice| matches!(notice, Notice::TornTail { set_aside: Some(_), .. })));
    // What is the beginning of the missing line is gone on with.
    let mut here = side(3);
    let cut = side(3).journal.len() + 40;
    here.journal.clone_from(&side(5).journal[..cut].to_vec());
    let (memory, disk) = with(&here, &side(5));
    drop(open(&disk));
    assert_eq!(held_at(&memory, &place()), side(5));
    assert_eq!(memory.content(&torn), None);
}

#[test]
fn case_16_a_stick_that_comes_back_under_another_path_finds_its_copy_by_its_first_two_lines() {
    let (memory, disk) = with(&side(3), &side(8));
    let elsewhere = "/media/stick1/x.ron";
    let there = Place::of(Path::new(elsewhere)).unwrap();
    put(&memory, &there, &side(3));
    let opened = record::open_doubled(&disk, &session_at(elsewhere), NOW, &copies_at(elsewhere)).unwrap();
    assert_eq!(held_at(&memory, &there), side(8));
    assert!(matches!(&said(&opened)[..], [Notice::PutBack { entries: 5, .. }]), "{:?}", opened.notices);
    let own = place_of(Path::new(COPIES), Path::new(elsewhere)).unwrap();
    assert_eq!(memory.content(&own.journal), None, "one copy of one evening");
}

#[test]
fn two_trials_of_one_session_file_are_two_evenings() {
    let (memory, disk) = with(&Side::default(), &side(8));
    let elsewhere = "/essais/x.ron";
    let there = Place::of(Path::new(elsewhere)).unwrap();
    put(&memory, &there, &side_at(LATER, 3));
    let opened = record::open_doubled(&disk, &session_at(elsewhere), NOW, &copies_at(elsewhere)).unwrap();
    assert_eq!(said(&opened), []);
    assert_eq!(held_at(&memory, &there), side_at(LATER, 3));
    assert_eq!(held_at(&memory, &copy()), side(8), "the copy of the other evening is as it was");
    let own = place_of(Path::new(COPIES), Path::new(elsewhere)).unwrap();
    assert_eq!(held_at(&memory, &own), side_at(LATER, 3));
}

#[test]
fn case_05_and_16_a_place_that_was_altered_is_refused_as_it_is_and_its_intact_copy_is_named() {
    let mut here = side(8);
    let middle = here.journal.len() - 200;
    here.journal[middle] ^= 1;
    let (memory, disk) = with(&here, &side(8));
    let Err(Fault::IntactCopy { of, copy: named, entries }) = try_open(&disk) else { panic!("refused") };
    assert!(matches!(*of, Fault::Altered { .. }));
    assert_eq!((named, entries), (copy().session_file, 8));
    assert_eq!(held_at(&memory, &place()), here, "never repaired in silence");
    assert_eq!(held_at(&memory, &copy()), side(8));
    // A copy that holds no more than what is right of it, or is altered too, is no help.
    let (_, disk) = with(&here, &side(3));
    assert!(matches!(try_open(&disk), Err(Fault::Altered { .. })));
    let (_, disk) = with(&here, &here);
    assert!(matches!(try_open(&disk), Err(Fault::Altered { .. })));
}

#[test]
fn case_06_and_16_a_close_that_was_cut_off_at_the_place_is_refused_and_its_intact_copy_is_named() {
    let here = Side { journal: side(12).journal, afterwards: side(14).afterwards };
    let (memory, disk) = with(&here, &side(14));
    let Err(Fault::IntactCopy { of, entries: 14, .. }) = try_open(&disk) else { panic!("refused") };
    assert!(matches!(*of, Fault::Altered { line: 13, .. }), "{of:?}");
    assert_eq!(held_at(&memory, &place()), here);
}

#[test]
fn case_16_a_place_that_cannot_take_what_it_lacks_is_read_only_and_nothing_is_gone_on_with_there() {
    for kind in [std::io::ErrorKind::StorageFull, std::io::ErrorKind::PermissionDenied] {
        let mut refused = 0;
        for operation in 0..60 {
            let (memory, disk) = with(&side(3), &side(8));
            memory.fail(Some(hemicycle::store::memory_disk::Failure { operation, kind, for_good: false }));
            let opened = try_open(&disk);
            memory.fail(None);
            let stands = held_at(&memory, &place());
            assert!(stands.is_beginning_of(&side(8)) && side(3).is_beginning_of(&stands), "{operation}");
            assert_eq!(held_at(&memory, &copy()), side(8), "{operation}");
            if let Ok(opened) = opened
                && opened.notices.iter().any(|notice| matches!(notice, Notice::CopyHoldsMore { entries: 5, .. }))
            {
                assert!(opened.recorder.is_none(), "{operation}");
                refused += 1;
            }
            assert_eq!(entries(&open(&disk).history).len(), 8, "{operation}: the next opening puts it back");
        }
        assert!(refused > 0, "{kind:?}");
    }
}

#[test]
fn case_13_and_16_a_place_that_can_only_be_read_says_that_the_copy_holds_more() {
    let (memory, disk) = with(&side(3), &side(8));
    memory.set_read_only(true);
    let opened = open(&disk);
    assert!(opened.recorder.is_none());
    let more = Notice::CopyHoldsMore { entries: 5, copy: copy().journal };
    assert!(said(&opened).contains(&more), "{:?}", opened.notices);
}

#[test]
fn case_13_and_16_where_the_journal_vanished_from_a_place_that_can_only_be_read_its_copy_is_named() {
    let (memory, disk) = with(&Side { journal: Vec::new(), ..side(14) }, &side(14));
    memory.set_read_only(true);
    let Err(Fault::IntactCopy { of, copy: named, entries: 14 }) = try_open(&disk) else { panic!("the copy is intact") };
    assert_eq!((*of, named), (Fault::JournalMissing { path: place().journal }, copy().session_file));
}

#[test]
fn a_copy_that_is_opened_itself_has_no_copy_of_its_own() {
    let (memory, disk) = with(&Side::default(), &side(5));
    let path = copy().session_file;
    let path = path.to_str().unwrap();
    let mut opened = record::open_doubled(&disk, &session_at(path), NOW, &copies_at(path)).unwrap();
    step(&mut opened, &steps()[5]);
    assert_eq!(held_at(&memory, &copy()), side(6));
    assert_eq!(memory.content(&place_of(Path::new(COPIES), Path::new(path)).unwrap().journal), None);
    drop(opened);
    // The place comes back: what was done in the copy is put back there.
    put(&memory, &place(), &side(4));
    drop(open(&disk));
    assert_eq!(held_at(&memory, &place()), side(6));
}

#[test]
fn the_copy_of_a_record_made_without_one_is_made_at_the_next_opening() {
    let (memory, disk) = with(&Side::default(), &Side::default());
    drop(play(&disk, &steps()[..4]));
    assert_eq!(said(&open(&disk)), []);
    assert_eq!(held_at(&memory, &copy()), side(4));
}

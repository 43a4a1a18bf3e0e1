//! A copy that does not go with its place: kept apart, never believed, never deleted.

use super::*;
use crate::evening::edited;

/// The journals that were set aside, with what they hold.
fn asides(memory: &MemoryDisk, disk: &Shared) -> Vec<Vec<u8>> {
    let journals = aside(disk, "-ecarte-").into_iter().filter(|path| path.extension().unwrap() == "journal");
    journals.map(|path| memory.content(&path).unwrap()).collect()
}

#[test]
fn case_16_two_that_went_different_ways_keep_the_place_and_set_the_copy_aside_with_all_its_actions() {
    let other = side_at(LATER, 9);
    let (memory, disk) = with(&side(6), &other);
    let opened = open(&disk);
    assert_eq!(held_at(&memory, &place()), side(6));
    assert_eq!(held_at(&memory, &copy()), side(6), "another is begun");
    assert_eq!(asides(&memory, &disk), std::slice::from_ref(&other.journal));
    let [Notice::CopySetAside { entries: 9, altered: None, path }] = &said(&opened)[..] else {
        panic!("{:?}", opened.notices)
    };
    assert_eq!(memory.content(path).unwrap(), other.journal);
    // Again: the first is not written over.
    drop(opened);
    memory.put(&copy().journal, &side_at(LATER, 2).journal);
    drop(open(&disk));
    assert_eq!(asides(&memory, &disk), [other.journal, side_at(LATER, 2).journal]);
}

#[test]
fn case_16_what_the_copy_has_more_is_counted_from_the_last_line_that_both_have() {
    // Both went on from the sixth line: one here, three there.
    let (memory, disk) = with(&side(6), &side(6));
    step(&mut open(&disk), &Step::Undo);
    let here = held_at(&memory, &place());
    let (memory, disk) = with(&here, &side(9));
    let opened = open(&disk);
    assert!(matches!(&said(&opened)[..], [Notice::CopySetAside { entries: 3, .. }]), "{:?}", opened.notices);
    assert_eq!(held_at(&memory, &place()), here);
}

#[test]
fn case_05_and_16_an_altered_copy_is_believed_up_to_the_altered_line_and_kept_apart_as_it_is() {
    let mut there = side(8);
    // In the last line but one.
    let lines: Vec<usize> = (0..there.journal.len()).filter(|place| there.journal[*place] == b'\n').collect();
    let place_in_line = lines[lines.len() - 2] - 20;
    there.journal[place_in_line] ^= 1;
    let (memory, disk) = with(&side(3), &there);
    let opened = open(&disk);
    let stands = held_at(&memory, &place());
    assert_eq!(stands, side(6), "seven lines are right: line 0 and six actions");
    assert_eq!(asides(&memory, &disk), [there.journal]);
    assert!(
        said(&opened).iter().any(|notice| matches!(notice, Notice::CopySetAside { altered: Some(7), .. })),
        "{:?}",
        opened.notices
    );
    assert_eq!(held_at(&memory, &copy()), stands);
}

#[test]
fn case_04_and_16_a_line_cut_short_in_the_copy_is_set_aside_before_it_is_dropped() {
    let mut there = side(3);
    there.journal.extend_from_slice(b"half a line");
    let (memory, disk) = with(&side(5), &there);
    assert_eq!(said(&open(&disk)), []);
    assert_eq!(held_at(&memory, &copy()), side(5));
    let torn = aside(&disk, ".torn");
    assert_eq!(torn.iter().map(|path| memory.content(path).unwrap()).collect::<Vec<_>>(), [b"half a line"]);
}

#[test]
fn case_04_and_16_a_line_that_the_copy_lacks_a_part_of_is_completed() {
    for cut in [1, 30, 64, 65, 100] {
        let mut there = side(5);
        there.journal.truncate(side(4).journal.len() + cut);
        let (memory, disk) = with(&side(5), &there);
        assert_eq!(said(&open(&disk)), []);
        assert_eq!(held_at(&memory, &copy()), side(5), "{cut}");
        assert_eq!(aside(&disk, ".torn"), Vec::<PathBuf>::new());
    }
}

#[test]
fn a_copy_of_another_session_file_is_not_put_where_a_journal_is_missing() {
    // The clerk begins anew with another list of members, under the same name.
    let (memory, disk) = with(&Side::default(), &side(8));
    let session = edited("DUVAL\", prenom: \"Jean", "DUVAL\", prenom: \"Anne");
    let opened = record::open_doubled(&disk, &session, NOW, &copies_at(PATH)).unwrap();
    assert_eq!(held_at(&memory, &place()), Side::default());
    assert_eq!(opened.history.next_number(), 1);
    assert_eq!(asides(&memory, &disk), [side(8).journal]);
    assert!(matches!(&said(&opened)[..], [Notice::CopySetAside { entries: 8, .. }]), "{:?}", opened.notices);
}

#[test]
fn case_48_and_16_a_copy_made_by_a_more_recent_version_is_left_as_it_is() {
    let newer = newer_journal();
    let (memory, disk) = with(&side(3), &Side { journal: newer.clone(), afterwards: Vec::new() });
    let opened = open(&disk);
    assert_eq!(memory.content(&copy().journal).unwrap(), newer);
    assert!(matches!(&said(&opened)[..], [Notice::NotDoubled { .. }]), "{:?}", opened.notices);
    assert!(opened.recorder.is_some(), "the séance is held all the same");
}

/// A journal of a format that does not exist yet.
fn newer_journal() -> Vec<u8> {
    use hemicycle::store::chain::Seal;
    let json = br#"{"n":0,"format":99,"seance":"","textes":{}}"#;
    let mut bytes = Seal::FIRST.then(json).hex().to_vec();
    bytes.push(b' ');
    bytes.extend_from_slice(json);
    bytes.push(b'\n');
    bytes
}

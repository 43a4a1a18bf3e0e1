//! What the second copy costs: nothing on the way to the first frame of a fresh evening, one write an action.

use super::*;

#[test]
fn a_fresh_evening_costs_one_look_and_leaves_nothing_behind() {
    let operations = |copies: Option<Copies>| {
        let (memory, disk) = with(&Side::default(), &Side::default());
        let before = memory.operations();
        let opened = match copies {
            None => record::open(&disk, session(), NOW),
            Some(copies) => record::open_doubled(&disk, session(), NOW, &copies),
        };
        drop(opened.unwrap());
        (memory.operations() - before, disk.names(Path::new(COPIES)).unwrap())
    };
    let (with_copy, left) = operations(Some(copies_at(PATH)));
    assert_eq!(left, Vec::<PathBuf>::new());
    assert_eq!(with_copy, operations(None).0 + 1);
}

#[test]
fn an_action_costs_one_write_and_neither_a_look_nor_a_sync() {
    let (memory, disk) = with(&Side::default(), &Side::default());
    let mut opened = open(&disk);
    step(&mut opened, &steps()[0]);
    for one in &steps()[1..12] {
        take(&mut opened, one).unwrap();
        let before = memory.operations();
        opened.recorder.as_mut().unwrap().follow().unwrap();
        assert_eq!(memory.operations() - before, 1);
        assert!(opened.recorder.as_ref().unwrap().copy_waits());
    }
    opened.recorder.as_mut().unwrap().sync_copy().unwrap();
    assert!(!opened.recorder.as_ref().unwrap().copy_waits(), "no wake-up is left");
}

#[test]
fn the_journals_of_other_evenings_are_not_read_whole_to_find_one() {
    let (memory, disk) = with(&side(12), &Side::default());
    for number in 0..40 {
        let other = place_of(Path::new(COPIES), Path::new(&format!("/autres/{number}/x.ron"))).unwrap();
        memory.put_folder(other.journal.parent().unwrap());
        put(&memory, &other, &side_at(LATER, 12));
    }
    let before = memory.operations();
    drop(open(&disk));
    // Of each folder: what it is, its names, the first seals, the first lines.
    assert!(memory.operations() - before < 4 * 40 + 40, "{}", memory.operations() - before);
    assert_eq!(held_at(&memory, &copy()), side(12));
}

//! All pairs of what the two sides may hold, and the power cut at every operation of making them go together: nothing of
//! either side is ever lost.

use std::io::ErrorKind;

use super::*;
use hemicycle::store::disk::Disk;
use hemicycle::store::memory_disk::{Failure, Survivors};
use hemicycle::store::second_copy::bring_up;

/// What survives besides what is synced: nothing, a part of a line, all of it; with the names as left, or as synced.
fn survivors() -> impl Iterator<Item = Survivors> {
    [0, 90, usize::MAX].into_iter().flat_map(|steps| [false, true].map(|names| Survivors { steps, names }))
}

#[test]
fn case_16_of_any_two_beginnings_of_one_evening_the_longer_is_on_both_sides_afterwards() {
    let sides: Vec<Side> = (0..=steps().len()).map(side).collect();
    for (here_count, here) in sides.iter().enumerate() {
        for (there_count, there) in sides.iter().enumerate() {
            let (memory, disk) = with(here, there);
            drop(open(&disk));
            let longer = &sides[here_count.max(there_count)];
            let both = (held_at(&memory, &place()), held_at(&memory, &copy()));
            assert_eq!(both, (longer.clone(), longer.clone()), "{here_count} here, {there_count} in the copy");
        }
    }
}

/// Cuts the power at every operation of an opening, and says what is lost: lines that one of the sides had, that neither
/// has after the next openings, nor anything that was set aside.
fn lost(here: &Side, there: &Side, open: impl Fn(&Shared)) -> usize {
    let mut lost = 0;
    for operation in 0.. {
        let (memory, disk) = with(here, there);
        memory.fail(Some(Failure { operation, kind: ErrorKind::Other, for_good: true }));
        open(&disk);
        let is_over = memory.operations() <= operation;
        for survivors in survivors() {
            let left = memory.after_power_cut(survivors);
            let disk: Shared = Arc::new(left.clone());
            drop(try_open(&disk));
            lost += usize::from(!holds(&left, &disk, here)) + usize::from(!holds(&left, &disk, there));
        }
        if is_over {
            break;
        }
    }
    lost
}

/// Whether those lines stand somewhere, whole: at the place, in the copy, or set aside.
fn holds(memory: &MemoryDisk, disk: &Shared, side: &Side) -> bool {
    let asides = aside(disk, "-ecarte-").into_iter().map(|path| Place::of(&path.with_extension("ron")).unwrap());
    let places: Vec<Place> = [place(), copy()].into_iter().chain(asides).collect();
    // What was set aside in two goes may have its two files under two numbers.
    let has = |bytes: &[u8], of: fn(&Side) -> &Vec<u8>| {
        places.iter().any(|place| of(&held_at(memory, place)).starts_with(bytes))
    };
    has(&side.journal, |side| &side.journal) && has(&side.afterwards, |side| &side.afterwards)
}

/// How many steps each side has: a few pairs of each kind, or all with `HEMICYCLE_ALL_PAIRS=1 cargo test --release --test
/// second_copy power`.
#[allow(clippy::disallowed_methods, reason = "whoever runs the tests says how many")]
fn pairs() -> Vec<(usize, usize)> {
    let of = |counts: &[usize]| {
        counts.iter().flat_map(|here| counts.iter().map(|there| (*here, *there))).collect::<Vec<_>>()
    };
    if std::env::var_os("HEMICYCLE_ALL_PAIRS").is_some() {
        return of(&(0..=steps().len()).collect::<Vec<_>>());
    }
    vec![(0, 14), (2, 14), (13, 14), (5, 2)]
}

#[test]
fn case_16_a_power_cut_at_any_operation_of_putting_back_loses_nothing_of_either_side() {
    for (here, there) in pairs() {
        let lost = lost(&side(here), &side(there), |disk| drop(try_open(disk)));
        assert_eq!(lost, 0, "{here} here, {there} in the copy");
    }
}

#[test]
fn case_16_a_power_cut_at_any_operation_of_setting_aside_loses_nothing_of_either_side() {
    for (here, there) in [(3, 5), (2, 14)] {
        let lost = lost(&side(here), &side_at(LATER, there), |disk| drop(try_open(disk)));
        assert_eq!(lost, 0, "{here} here, {there} in the copy");
    }
}

/// What a power cut at each operation of bringing a place up leaves that is neither what it held nor a beginning of what it
/// lacks; and what was said to be there and is not.
fn spoilt(bring: impl Fn(&dyn Disk, &Place, &Side) -> bool) -> usize {
    let mut spoilt = 0;
    for operation in 0..20 {
        let (memory, disk) = with(&side(3), &side(8));
        memory.fail(Some(Failure { operation, kind: ErrorKind::Other, for_good: true }));
        let done = bring(&*disk, &place(), &side(8));
        for survivors in survivors() {
            let stands = held_at(&memory.after_power_cut(survivors), &place());
            let is_whole = side(3).is_beginning_of(&stands) && stands.is_beginning_of(&side(8));
            spoilt += usize::from(!is_whole || done && stands != side(8));
        }
    }
    spoilt
}

#[test]
fn case_16_a_place_that_is_brought_up_never_holds_less_than_before() {
    assert_eq!(spoilt(|disk, place, to| bring_up(disk, place, to).is_ok()), 0);
}

#[test]
fn case_16_goes_red_if_what_is_put_back_is_not_synced_or_is_written_over_what_stands_there() {
    use hemicycle::store::disk::append_all;
    let unsynced = |disk: &dyn Disk, place: &Place, to: &Side| {
        let more = &to.journal[side(3).journal.len()..];
        disk.open(&place.journal).and_then(|mut file| append_all(&mut *file, more)).is_ok()
    };
    assert!(spoilt(unsynced) > 0);
    let in_place = |disk: &dyn Disk, place: &Place, to: &Side| {
        let written = disk.open(&place.journal).and_then(|mut file| {
            file.truncate(0)?;
            append_all(&mut *file, &to.journal)?;
            file.sync_data()
        });
        written.is_ok()
    };
    assert!(spoilt(in_place) > 0);
    // The copy over the place, whichever is longer; and the place over the copy.
    let blindly = |from: Place, to: Place| {
        move |disk: &Shared| {
            let bytes = disk.read(&from.journal, u64::MAX).unwrap_or_default();
            let _ = hemicycle::store::replace::replace_private(&**disk, &to.journal, &bytes, true);
        }
    };
    assert!(lost(&side(8), &side(3), blindly(copy(), place())) > 0);
    assert!(lost(&side(3), &side_at(LATER, 8), blindly(place(), copy())) > 0);
}

#[test]
fn bringing_up_refuses_what_is_not_the_beginning_and_changes_nothing() {
    for (here, to) in [(side(8), side(3)), (side_at(LATER, 3), side(8)), (side(14), side(13))] {
        let (memory, disk) = with(&here, &Side::default());
        assert_eq!(bring_up(&*disk, &place(), &to).unwrap_err().kind(), ErrorKind::InvalidData);
        assert_eq!(held_at(&memory, &place()), here);
    }
}

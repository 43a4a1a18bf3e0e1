//! Whatever is read, typed or kept: the same rules hold, for bytes that nobody would think of.
//!
//! Each module says what must hold of some bytes. The properties here give it bytes drawn by proptest, the same ones on
//! every machine; the folder `fuzz/` gives it those that a fuzzer finds. What either found is a test beside what it broke.

mod clean;
mod course;
mod draws;
#[path = "../common/invariants.rs"]
mod invariants;
mod journal;
mod key_stream;
mod keyboard;
mod model;
mod samples;
mod session_file;
mod small_files;
mod tokens;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

/// Gives so many drawn byte strings, each beginning with that byte, to what must hold of them; counts what came of them.
fn drawn<T: Ord + Debug>(
    cases: u32,
    first: std::ops::RangeInclusive<u8>,
    lengths: std::ops::Range<usize>,
    holds: impl Fn(&[u8]) -> T,
) -> BTreeMap<T, u32> {
    let came = RefCell::new(BTreeMap::new());
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 100, ..Config::default() });
    let ran = runner.run(&(first, vec(any::<u8>(), lengths)), |(first, rest)| {
        let bytes = [&[first], &rest[..]].concat();
        let one = holds(&bytes);
        *came.borrow_mut().entry(one).or_default() += 1;
        Ok::<(), TestCaseError>(())
    });
    ran.unwrap_or_else(|failed| panic!("{failed}"));
    came.into_inner()
}

#[test]
fn any_session_file_is_read_the_same_twice_or_refused_with_codes_and_places_inside_it() {
    use session_file::Came;
    let came = drawn(250, 1..=0xbf, 8..40, session_file::holds);
    println!("{came:?}");
    // Otherwise it would hold for nothing.
    assert!(came.contains_key(&Came::Refused) && came.contains_key(&Came::Recorded), "{came:?}");
}

#[test]
fn any_bytes_in_place_of_a_session_file_are_refused_in_clean_words() {
    drawn(200, 0..=0xff, 0..200, session_file::holds);
}

#[test]
fn any_journal_with_its_seals_made_again_is_refused_at_a_line_or_gives_a_sitting_that_counts_the_same_twice() {
    use journal::Came;
    let came = drawn(160, 1..=0xff, 8..40, journal::holds);
    println!("{came:?}");
    for wanted in [Came::Altered, Came::DoesNotFit, Came::AsItWas, Came::Otherwise] {
        assert!(came.contains_key(&wanted), "{came:?}");
    }
}

#[test]
fn any_bytes_in_place_of_a_journal_lose_none_of_them() {
    drawn(100, 0..=0, 0..200, journal::holds);
}

#[test]
fn any_course_is_refused_with_places_inside_it_or_recorded_step_by_step_and_read_back() {
    use course::Came;
    let came = drawn(150, 1..=0xff, 8..40, course::holds);
    println!("{came:?}");
    for wanted in [Came::Unread, Came::Stopped, Came::Recorded] {
        assert!(came.contains_key(&wanted), "{came:?}");
    }
}

#[test]
fn any_keys_on_any_screen_record_only_what_was_decided_from_what_is_on_the_disk() {
    let came = drawn(30, 0..=0xff, 200..800, key_stream::holds);
    let recorded: u64 = came.iter().map(|(came, times)| came.recorded * u64::from(*times)).sum();
    let refused: u64 = came.iter().map(|(came, times)| came.refused * u64::from(*times)).sum();
    println!("{recorded} recorded, {refused} refused");
    assert!(recorded > 50 && refused > 5, "{recorded} recorded, {refused} refused");
}

#[test]
fn any_model_is_refused_in_clean_words_or_filled_to_a_file_that_is_well_formed() {
    use model::Came;
    let came = drawn(150, 1..=0xff, 4..24, model::holds);
    println!("{came:?}");
    for wanted in [Came::CannotBeRead, Came::Refused, Came::Filled] {
        assert!(came.contains_key(&wanted), "{came:?}");
    }
    drawn(50, 0..=0, 0..200, model::holds);
}

#[test]
fn any_charter_preferences_display_file_list_of_seances_and_notes_are_read_as_they_stand_or_refused() {
    for kind in 0..6 {
        let came = drawn(100, kind..=kind, 4..24, small_files::holds);
        println!("{kind}: {came:?}");
        assert_eq!(came.len(), 2, "{kind}: {came:?}");
    }
}

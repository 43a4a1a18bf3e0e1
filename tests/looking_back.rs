//! Whatever may happen in an evening: taking it back is said in words with the figures of before and after, going back to
//! any point is what the undos make of it, and the sitting of any moment is found again.

mod common;

use std::collections::BTreeSet;

use common::any_evening::{Step, any_evening, played};
use hemicycle::council::event::Event;
use hemicycle::council::history::{Barrier, Entry, History};
use hemicycle::council::sitting::Sitting;
use hemicycle::council::standing::Standing;
use hemicycle::french::screen::{actions, taken_back};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

/// The name of an event, as the journal writes it.
fn kind(event: &Event) -> String {
    let json = serde_json::to_value(event).expect("json");
    json.as_object().and_then(|object| object.keys().next().cloned()).expect("a name")
}

/// What is not taken back: a file taken over, and what ends the journal or comes after.
const FOR_GOOD: [&str; 4] = ["FichierRepris", "SeanceLevee", "SeanceAjournee", "ProcesVerbalArrete"];
/// How many events there are.
const KINDS: usize = 50;

fn evenings(count: usize) -> Vec<Vec<Step>> {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRunner::deterministic().new_rng());
    (0..count).map(|_| any_evening().new_tree(&mut runner).expect("an evening").current()).collect()
}

/// The figures that a sentence says: « pour 24 → 26 ».
fn figures(said: &str) -> Vec<(String, u32, u32)> {
    let words: Vec<&str> = said.split(' ').collect();
    let number = |word: &str| word.trim_end_matches([',', '.']).parse().ok();
    let arrows = words.iter().enumerate().filter(|(_, word)| **word == "→");
    arrows
        .filter_map(|(place, _)| {
            // « 18 h 04 → 18 h 12 » is an hour.
            let label = words.get(place.checked_sub(2)?).filter(|word| **word != "h")?.to_lowercase();
            Some((label, number(words.get(place - 1)?)?, number(words.get(place + 1)?)?))
        })
        .collect()
}

/// The figure of that label in a sitting.
fn figure(label: &str, sitting: &Sitting) -> Option<u32> {
    let standing = Standing::of(sitting);
    let tally = standing.floor.as_ref().and_then(|floor| floor.tally);
    match label {
        "pour" => tally.map(|tally| tally.for_),
        "contre" => tally.map(|tally| tally.against),
        "abstentions" => tally.map(|tally| tally.abstentions),
        "part" => tally.map(|tally| tally.not_taking_part),
        "votants" => tally.map(|tally| tally.voters),
        "présents" => Some(standing.present),
        "pouvoirs" => Some(standing.represented),
        "retirés" => Some(standing.withdrawn),
        "excusés" => Some(standing.excused),
        "quorum" => Some(standing.quorum.left_out),
        "comptés" => Some(standing.quorum.counted),
        "absents" => Some(standing.absent),
        ":" => Some(u32::try_from(sitting.docket().agenda.reports().count()).unwrap()),
        _ => None,
    }
}

#[test]
fn whatever_is_taken_back_is_said_in_words_with_the_figures_of_before_and_after() {
    let mut met = BTreeSet::new();
    let mut told = 0;
    for steps in evenings(400) {
        played(&steps, |history, command| {
            let (Some(_), Some(target)) = (command, history.undo_target()) else { return };
            let Some(Entry::Action { events, .. }) = history.get(target) else { return };
            let mut after = history.clone();
            after.push(Entry::Undo(target)).expect("it may be taken back");
            let (before, after) = (history.sitting(), after.sitting());
            let said = taken_back::undone(events, before, after);
            let action = actions::looked_back(&taken_back::without_numbers(events), before);
            assert!(action.chars().count() >= 8, "« {action} » of {events:?}");
            let begins: String = action.chars().take(8).collect();
            assert!(said.starts_with(&format!("Défait : {begins}")), "{said}");
            assert!(said.ends_with(" Ctrl-Y rétablit."), "{said}");
            assert!(said.chars().count() <= 228, "three lines of a narrow window: {said}");
            if Standing::of(before) != Standing::of(after) {
                let (was, is) = (Standing::of(before), Standing::of(after));
                assert!(!taken_back::changes(before, after).is_empty(), "{said}\n{was:?}\n{is:?}");
            }
            for (label, was, is) in figures(&said) {
                let (now, then) = (figure(&label, before), figure(&label, after));
                assert_eq!((Some(was), Some(is)), (now, then), "{label}: {said}");
                told += 1;
            }
            for event in events {
                met.insert(kind(event));
                if let Event::Irregularity { reason, .. } = event {
                    assert!(action.contains(&format!("« {reason} »")), "{action}");
                }
            }
        });
    }
    assert!(told > 500, "{told}");
    assert!(FOR_GOOD.iter().all(|name| !met.contains(*name)), "{met:?}");
    assert_eq!(met.len() + FOR_GOOD.len(), KINDS, "{met:?}");
}

#[test]
fn a_voice_that_is_taken_back_or_given_again_always_says_which_figures_change() {
    for steps in evenings(100) {
        played(&steps, |history, command| {
            let (Some(_), Some(target)) = (command, history.undo_target()) else { return };
            let Some(Entry::Action { events, .. }) = history.get(target) else { return };
            let mut after = history.clone();
            after.push(Entry::Undo(target)).expect("it may be taken back");
            let tally = |sitting: &Sitting| Standing::of(sitting).floor.and_then(|floor| floor.tally);
            let (before, after) = (history.sitting(), after.sitting());
            let voices = events.iter().all(|event| matches!(event, Event::VoiceSet { .. }));
            if voices && tally(before) != tally(after) {
                for said in [taken_back::undone(events, before, after), taken_back::redone(events, after, before)] {
                    assert!(!figures(&said).is_empty(), "{said}");
                }
            }
        });
    }
}

/// Takes back, one after the other, what a way back names.
fn gone_back(history: &History, taken: &[u64]) -> History {
    let mut history = history.clone();
    for number in taken {
        history.push(Entry::Undo(*number)).expect("each may be taken back in its turn");
    }
    history
}

#[test]
fn the_sitting_that_a_way_back_shows_is_the_one_that_its_undos_make() {
    let (mut ways, mut barred, mut counted) = (0, 0, 0);
    for steps in evenings(40) {
        let history = played(&steps, |_, _| {});
        let moments = history.next_number() - 1;
        // Not only of the whole evening, which is over: of each of its moments there is a way back.
        for count in (1..=moments).step_by(7) {
            let history = history.first(usize::try_from(count).unwrap());
            for to in (0..=count).rev().step_by(3) {
                match history.way_back(to) {
                    Ok(taken) => {
                        let undone = gone_back(&history, &taken);
                        assert_eq!(&history.sitting_without(&taken), undone.sitting(), "back to {to} of {count}");
                        ways += 1;
                    }
                    Err(Barrier::Proclaimed(report) | Barrier::Elected(report)) => {
                        let mut stuck = history.clone();
                        while let Some(target) = stuck.undo_target() {
                            stuck.push(Entry::Undo(target)).expect("it may be taken back");
                        }
                        assert_eq!(stuck.settled_proclamation(), Some(&report), "back to {to} of {count}");
                        barred += 1;
                    }
                    Err(Barrier::Counted(report)) => {
                        let mut stuck = history.clone();
                        while let Some(target) = stuck.undo_target() {
                            stuck.push(Entry::Undo(target)).expect("it may be taken back");
                        }
                        assert_eq!(stuck.counted_urn(), Some(&report), "back to {to} of {count}");
                        counted += 1;
                    }
                    Err(Barrier::Undone) => assert!(!history.holds(to)),
                    Err(Barrier::Over(stage)) => assert!(stage.is_over()),
                }
            }
        }
    }
    assert!(ways > 100 && barred > 10 && counted > 10, "{ways}, {barred}, {counted}");
}

#[test]
fn the_sitting_of_any_moment_is_found_again_and_a_walk_meets_each_of_them() {
    for steps in evenings(40) {
        let mut moments = Vec::new();
        let history = played(&steps, |history, _| moments.push(history.sitting().clone()));
        for (place, sitting) in moments.iter().enumerate() {
            assert_eq!(&history.sitting_after(place + 1), sitting, "after {}", place + 1);
        }
        for start in [0, moments.len() / 2] {
            let mut walk = history.walk_from(start);
            for sitting in moments.iter().skip(start) {
                assert!(walk.step().is_some());
                assert_eq!(walk.sitting(), sitting);
            }
            assert!(walk.step().is_none());
        }
        if let Some(middle) = moments.get(moments.len() / 2) {
            let first = history.first(moments.len() / 2 + 1);
            assert_eq!(first.sitting(), middle);
            assert_eq!(first.next_number(), moments.len() as u64 / 2 + 2);
        }
    }
}

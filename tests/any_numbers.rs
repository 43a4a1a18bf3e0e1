//! The numbers of the acts over any evening, the session file being changed at any time between: no two acts bear one, a
//! number that is fixed never changes under any later command or file, one that is typed wins, and the record is read back
//! on whatever file comes last.

mod common;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use common::any_evening::{Step, aimed, any_evening, council, reasons};
use common::{invariants, with_report};
use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::command::Command;
use hemicycle::council::correction::compare;
use hemicycle::council::docket::Docket;
use hemicycle::council::event::Event;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::id::ReportId;
use hemicycle::council::numbering::{NumberKind, NumberedAct, Numbering, Pattern, key};
use hemicycle::council::sitting::Sitting;
use proptest::prelude::*;

/// A change of the session file.
#[derive(Clone, Debug)]
enum Change {
    Pattern(Option<&'static str>),
    First(Option<u32>),
    Rejected(bool),
    Act(u32, Option<&'static str>),
}

fn change() -> impl Strategy<Value = Change> {
    let patterns =
        vec![None, Some("{annee}_{rang:03}"), Some("2025_{rang:03}"), Some("{rapport}_{rang}"), Some("D{rapport}")];
    let acts = vec![None, Some("2025_001"), Some("2025_002"), Some("2025_003"), Some("hors serie")];
    prop_oneof![
        proptest::sample::select(patterns).prop_map(Change::Pattern),
        proptest::option::of(1_u32..4).prop_map(Change::First),
        any::<bool>().prop_map(Change::Rejected),
        (1_u32..4, proptest::sample::select(acts)).prop_map(|(number, act)| Change::Act(number, act)),
    ]
}

/// What the file holds: nothing that was added in the sitting.
fn of_the_file(docket: &Docket) -> Docket {
    let mut docket = docket.clone();
    let is_of_the_file = |item: &AgendaItem| !matches!(item, AgendaItem::Report(report) if report.in_the_sitting);
    docket.agenda.items.retain(is_of_the_file);
    docket
}

/// The docket of the changed file; `None` for one that would not be read: two acts of one number.
fn changed(docket: &Docket, change: &Change) -> Option<Docket> {
    let mut docket = of_the_file(docket);
    match change {
        Change::Pattern(pattern) => {
            let rejected = docket.body.numbering.as_ref().is_some_and(|it| it.rejected);
            let read = |text: &str| Numbering { pattern: Pattern::read(text).expect("a pattern"), rejected };
            docket.body.numbering = pattern.map(read);
        }
        Change::First(first) => docket.meeting.first_number = *first,
        Change::Rejected(rejected) => {
            if let Some(numbering) = &mut docket.body.numbering {
                numbering.rejected = *rejected;
            }
        }
        Change::Act(number, act) => {
            docket = with_report(docket, *number, |report| report.act = act.map(str::to_owned));
        }
    }
    let mut typed = BTreeSet::new();
    let is_read = docket.agenda.reports().filter_map(|report| report.act.as_deref()).all(|act| typed.insert(key(act)));
    is_read.then_some(docket)
}

/// The record on the changed file, as the store opens it: replayed, refused if a number is taken, then taken over.
fn reopened(history: &History, docket: &Docket) -> Option<History> {
    let before = of_the_file(history.sitting().docket());
    let mut again = History::new(Arc::new(docket.clone()));
    for (_, entry, _) in history.entries() {
        again.read_back(entry.clone()).expect("what was recorded is read back on any file");
    }
    let corrections = compare(&before, docket, &BTreeMap::new(), &BTreeMap::new()).expect("nothing fixed changed");
    if again.sitting().number_taken().is_some() || corrections.is_empty() {
        return None;
    }
    let command = Command::TakeOver { corrections, session_file: String::new(), sums: BTreeMap::new() };
    let accepted = again.sitting().decide(&command, &reasons()).expect("a file is taken over");
    again.push(Entry::Action { at: String::new(), events: accepted.events }).expect("it follows");
    Some(again)
}

/// The numbers that are fixed now.
fn fixed(sitting: &Sitting) -> BTreeMap<ReportId, String> {
    let numbers = sitting.docket().agenda.reports().filter_map(|report| Some((report, sitting.act_number(report)?)));
    numbers.filter(|(_, it)| it.kind == NumberKind::Fixed).map(|(report, it)| (report.id.clone(), it.text)).collect()
}

/// Every number ever given by what still holds: each once, none withdrawn twice, none of them given again.
fn check_the_record(history: &History) {
    let mut borne = BTreeSet::new();
    let mut held: BTreeMap<&ReportId, &String> = BTreeMap::new();
    for (_, entry, live) in history.entries() {
        let Entry::Action { events, .. } = entry else { continue };
        for event in events.iter().filter(|_| live) {
            match event {
                Event::ActNumbered(NumberedAct { report, act }) => {
                    assert!(borne.insert(key(act)), "{act} given again");
                    assert_eq!(held.insert(report, act), None);
                }
                Event::ActWithdrawn(NumberedAct { report, act }) => assert_eq!(held.remove(report), Some(act)),
                _ => {}
            }
        }
    }
}

/// Takes a step, and says whether it took something back.
fn taken(history: &mut History, step: &Step) -> Option<bool> {
    let undo = match step {
        Step::Do(command) => {
            let command = aimed(command, history);
            let accepted = history.sitting().decide(&command, &reasons()).ok()?;
            history.push(Entry::Action { at: String::new(), events: accepted.events }).expect("accepted");
            return Some(false);
        }
        Step::Undo => history.undo_target()?,
        Step::Redo => history.redo_target()?,
    };
    history.push(Entry::Undo(undo)).expect("it may be taken back");
    Some(true)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn over_any_evening_and_any_changes_of_the_file_a_number_is_given_once_and_a_fixed_one_stays(
        steps in any_evening(),
        changes in proptest::collection::vec((0_usize..60, change()), 0..8),
    ) {
        let mut history = History::new(Arc::new(council()));
        for (place, step) in steps.iter().enumerate() {
            for (_, change) in changes.iter().filter(|(at, _)| *at == place) {
                let before = fixed(history.sitting());
                let Some(docket) = changed(history.sitting().docket(), change) else { continue };
                let Some(again) = reopened(&history, &docket) else { continue };
                let sitting = again.sitting();
                for (id, number) in before {
                    let report = sitting.docket().agenda.report(&id).expect("on the agenda");
                    let now = sitting.act(report).map(std::borrow::Cow::into_owned);
                    prop_assert_eq!(now, Some(report.act.clone().unwrap_or(number)), "{:?}", change);
                }
                history = again;
            }
            let before = fixed(history.sitting());
            let Some(undone) = taken(&mut history, step) else { continue };
            let sitting = history.sitting();
            invariants::check(sitting, &(&steps, &changes));
            check_the_record(&history);
            for report in sitting.docket().agenda.reports() {
                let now = sitting.act_number(report);
                if let Some(typed) = &report.act {
                    prop_assert_eq!(now.map(|it| (it.text, it.kind)), Some((typed.clone(), NumberKind::Typed)));
                } else if let Some(number) = before.get(&report.id).filter(|_| !undone) {
                    let is_rejected = || {
                        let done = sitting.progress(&report.id).and_then(|it| it.done()).expect("it was fixed");
                        !done.outcome.is_adopted()
                    };
                    let is_withdrawn = now.as_ref().is_none_or(|it| it.kind != NumberKind::Fixed) && is_rejected();
                    prop_assert!(is_withdrawn || now.map(|it| it.text).as_ref() == Some(number), "{:?}", report.id);
                }
            }
        }
    }
}

#[test]
fn such_changes_are_taken_over_and_refused_where_a_number_is_taken() {
    // Otherwise the property above would hold for nothing.
    let (taken_over, refused, late) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let config = proptest::test_runner::Config { cases: 500, failure_persistence: None, ..Default::default() };
    let rng = proptest::test_runner::TestRunner::deterministic().new_rng();
    let mut runner = proptest::test_runner::TestRunner::new_with_rng(config, rng);
    let ran = runner.run(&(any_evening(), change(), change()), |(steps, first, second)| {
        let mut history = History::new(Arc::new(council()));
        for step in &steps {
            taken(&mut history, step);
        }
        for change in [first, second] {
            let Some(docket) = changed(history.sitting().docket(), &change) else { continue };
            match reopened(&history, &docket) {
                Some(again) => {
                    taken_over.set(taken_over.get() + 1);
                    let last = again.entries().next_back().map(|(_, entry, _)| entry.clone());
                    if matches!(last, Some(Entry::Action { events, .. }) if events.len() > 1) {
                        late.set(late.get() + 1);
                    }
                    history = again;
                }
                None => refused.set(refused.get() + 1),
            }
        }
        Ok(())
    });
    assert!(ran.is_ok());
    let met = (taken_over.get(), refused.get(), late.get());
    assert!(met.0 > 100 && met.1 > 20 && met.2 > 2, "{met:?}");
}

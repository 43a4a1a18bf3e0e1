//! Any evening of a council of seven, with every command: what holds of every sitting holds at each step, the record is
//! replayed from its events, and the second count agrees.

mod common;

use std::cell::RefCell;
use std::collections::BTreeMap;

use common::any_evening::{any_evening, council, played};
use common::invariants;
use common::kinds::{KINDS, kind};
use hemicycle::council::event::{Event, Rectified};
use hemicycle::council::history::{Entry, History};
use hemicycle::council::sitting::Sitting;
use hemicycle::council::tally::Tally;
use hemicycle::council::way::Counts;
use hemicycle::store::journal::{Beginning, Pen, Reading, closes, read};
use hemicycle::store::recount::{self, Miscount, recount};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

fn entries(history: &History) -> Vec<Entry> {
    history.entries().map(|(_, entry, _)| entry.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_holds_of_every_sitting_holds_at_each_step_of_any_evening(steps in any_evening()) {
        played(&steps, |history, _| invariants::check(history.sitting(), &steps));
    }

    #[test]
    fn any_evening_is_replayed_from_its_entries_to_the_same_sitting(steps in any_evening()) {
        let history = played(&steps, |_, _| {});
        let mut again = History::new(std::sync::Arc::new(council()));
        for entry in entries(&history) {
            again.push(entry).expect("it was accepted before");
        }
        prop_assert!(again.sitting() == history.sitting());
        let mut folded = Sitting::new(std::sync::Arc::new(council()));
        for (_, entry, live) in history.entries() {
            if let (Entry::Action { events, .. }, true) = (entry, live) {
                for event in events {
                    folded.apply(event);
                }
            }
        }
        prop_assert!(folded == *history.sitting());
    }

    #[test]
    fn any_evening_is_read_back_from_the_lines_of_its_journal_as_it_was(steps in any_evening()) {
        let entries = entries(&played(&steps, |_, _| {}));
        // What follows the close is written to another file.
        let ends = entries.iter().position(closes).map_or(entries.len(), |place| place + 1);
        let (mut pen, mut bytes) = (Pen::NEW, Vec::new());
        pen.begin(&Beginning::default(), &mut bytes).unwrap();
        for entry in &entries[..ends] {
            pen.entry(entry, &mut bytes).unwrap();
        }
        match read::<Beginning>(&bytes) {
            Ok(Reading::Started(lines)) => prop_assert_eq!(&lines.entries[..], &entries[..ends]),
            other => prop_assert!(entries.is_empty(), "{:?}", other.map(|_| ())),
        }
    }

    #[test]
    fn any_evening_counted_a_second_way_gives_every_figure_that_was_recorded(steps in any_evening()) {
        let entries = entries(&played(&steps, |_, _| {}));
        let figures = entries.iter().map(|entry| match entry {
            Entry::Action { events, .. } => events.iter().filter(|event| has_figures(event)).count(),
            Entry::Undo(_) => 0,
        });
        prop_assert_eq!(recount(&council(), &entries), Ok(u32::try_from(figures.sum::<usize>()).unwrap()));
    }

    #[test]
    fn whoever_was_elected_in_any_evening_is_elected_by_the_second_count_too(steps in any_evening()) {
        let history = played(&steps, |_, _| {});
        let (docket, entries) = (council(), entries(&history));
        let again = recount::elected(&docket, &entries).expect("every figure is right");
        for report in docket.agenda.reports() {
            let sitting = history.sitting();
            let is_done = sitting.progress(&report.id).is_some_and(|progress| progress.done().is_some());
            let elected: Vec<_> = sitting.elected(&report.id).into_iter().map(|elected| elected.member).collect();
            if is_done {
                prop_assert_eq!(again.get(&report.id).cloned().unwrap_or_default(), elected);
            }
        }
    }

    #[test]
    fn a_figure_that_was_changed_is_noticed_where_it_stands(steps in any_evening(), which in any::<prop::sample::Index>()) {
        let entries = entries(&played(&steps, |_, _| {}));
        let figures = places(&entries);
        if !figures.is_empty() {
            let (entry, event) = figures[which.index(figures.len())];
            for part in 0.. {
                let mut broken = entries.clone();
                let Entry::Action { events, .. } = &mut broken[entry] else { unreachable!() };
                if !spoil(&mut events[event], part) {
                    break;
                }
                let found = recount(&council(), &broken);
                prop_assert!(matches!(found, Err(Miscount { entry: at, .. }) if at == entry), "{part}: {found:?}");
            }
        }
    }
}

fn has_figures(event: &Event) -> bool {
    matches!(event, Event::Proclaimed { .. } | Event::Rectified(_) | Event::InCameraVoted { .. })
}

/// Each event with figures, by its entry and its place in it.
fn places(entries: &[Entry]) -> Vec<(usize, usize)> {
    let mut places = vec![];
    for (at, entry) in entries.iter().enumerate() {
        if let Entry::Action { events, .. } = entry {
            let is_of_a_count = |event: &Event| {
                matches!(event, Event::VoicesCounted(_) | Event::BallotsCounted(_) | Event::UrnClosed(_))
            };
            let may_be_spoilt = |event: &Event| has_figures(event) || is_of_a_count(event);
            places.extend((0..events.len()).filter(|place| may_be_spoilt(&events[*place])).map(|place| (at, place)));
        }
    }
    places
}

/// Spoils one part of the figures of an event; `false` if it has no such part.
fn spoil(event: &mut Event, part: usize) -> bool {
    use hemicycle::council::outcome::Outcome;
    match event {
        Event::Proclaimed { tally, outcome, .. } | Event::Rectified(Rectified { tally, outcome, .. }) => {
            if part == 0 {
                *outcome = match *outcome {
                    Outcome::Adopted => Outcome::Rejected,
                    // A report that was withdrawn or postponed could as well have been proclaimed as it stood: only a
                    // result that its vote cannot give is noticed here, any other by the seal.
                    left if left.is_left() => Outcome::RejectedShortOfMajority,
                    _ => Outcome::Adopted,
                };
                return true;
            }
            let Some(figures) = tally else {
                // Figures of a vote that recorded none.
                *tally = Some(Tally::from_counts(7, Counts { for_: 7, ..Counts::default() }, false));
                return part == 1;
            };
            match part {
                1 => figures.in_office += 1,
                2 => figures.voters += 1,
                3 => figures.abstentions += 1,
                4 => figures.blank_null += 1,
                5 => figures.cast += 1,
                6 => figures.absolute_majority = Some(figures.absolute_majority.map_or(1, |majority| majority + 1)),
                7 => figures.for_ += 1,
                8 => figures.against += 1,
                9 => figures.not_taking_part += 1,
                10 => *tally = None,
                _ => return false,
            }
            true
        }
        Event::VoicesCounted(counted) => {
            match part {
                0 => counted.for_ += 1,
                1 => counted.against += 1,
                2 => counted.abstentions += 1,
                3 => counted.not_taking_part += 1,
                _ => return false,
            }
            true
        }
        Event::BallotsCounted(counted) => {
            match part {
                0 => counted.count.in_urn += 1,
                1 => counted.count.blank += 1,
                2 => counted.count.null += 1,
                3 => counted.count.votes.push((hemicycle::council::secret::Ticket::List("Personne".to_owned()), 1)),
                _ => return false,
            }
            true
        }
        Event::UrnClosed(signed) => {
            match part {
                0 => signed.voters.push(hemicycle::council::id::MemberId::new("personne")),
                1 if !signed.voters.is_empty() => signed.voters.push(signed.voters[0].clone()),
                _ => return false,
            }
            true
        }
        Event::InCameraVoted { vote, .. } => {
            match part {
                0 => vote.needed += 1,
                1 => vote.needed -= 1,
                2 => vote.for_ += 20,
                _ => return false,
            }
            true
        }
        _ => false,
    }
}

#[test]
fn such_evenings_meet_every_command_every_event_and_figures_of_every_kind() {
    // Otherwise the properties above would hold for nothing.
    let met: RefCell<BTreeMap<&'static str, u32>> = RefCell::default();
    let outcomes: RefCell<BTreeMap<String, u32>> = RefCell::default();
    let config = Config { cases: 800, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRunner::deterministic().new_rng());
    let ran = runner.run(&any_evening(), |steps| {
        let history = played(&steps, |_, command| {
            if let Some(command) = command {
                *met.borrow_mut().entry(kind(command)).or_default() += 1;
            }
        });
        for (_, entry, _) in history.entries() {
            let Entry::Action { events, .. } = entry else { continue };
            for event in events {
                let name = format!("{event:?}").split([' ', '{', '(']).next().unwrap_or_default().to_owned();
                *outcomes.borrow_mut().entry(name).or_default() += 1;
                if let Event::Proclaimed { outcome, .. } | Event::Rectified(Rectified { outcome, .. }) = event {
                    *outcomes.borrow_mut().entry(format!("{outcome:?}")).or_default() += 1;
                }
            }
        }
        Ok(())
    });
    assert!(ran.is_ok());
    let (met, outcomes) = (met.into_inner(), outcomes.into_inner());
    println!("{met:?} {outcomes:?}");
    assert_eq!(met.len(), KINDS, "{met:?}");
    assert!(met.values().all(|times| *times >= 3), "{met:?}");
    let wanted = [
        "SeatLeft",
        "SeatTaken",
        "Irregularity",
        "ActNumbered",
        "ActWithdrawn",
        "MinutesSettled",
        "Adopted",
        "Rejected",
        "AdoptedNoMajorityAgainst",
        "RejectedShortOfMajority",
        "AdoptedByCastingVote",
        "RejectedByTie",
        "Elected",
        "NobodyElected",
        "Settled",
        "AppointedWithoutVote",
        "Heard",
        "Withdrawn",
        "Postponed",
        "SetAside",
    ];
    for wanted in wanted {
        assert!(outcomes.contains_key(wanted), "{wanted}: {outcomes:?}");
    }
}

#[test]
fn the_second_count_follows_who_presides_in_the_middle_of_a_tied_vote() {
    use common::ask::{NEVER, open, open_report, preside, proclaim, rectify, recuse, sit, voices};
    use hemicycle::council::ballot::Choice::{Abstain, Against};
    use hemicycle::council::outcome::Outcome;
    let mut room = common::Room::of(council());
    for command in [open(NEVER), sit(8, NEVER), open_report(1), voices(1, &[(1, Against), (3, Against), (4, Abstain)])]
    {
        room.must(&command);
    }
    room.must(&voices(1, &[(6, Against)]));
    // Three against; 2, 5 whom 2 carries, and 8 are for. The mayor would reject it, 2 adopts it.
    room.ask_because(&preside(2, None, false), "motif").expect("another presides");
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.outcome(1), Outcome::AdoptedByCastingVote);
    assert_eq!(recount(&council(), &entries(&room.history)), Ok(1));
    room.must(&rectify(1, "relevé", &[], &[(2, Against), (3, hemicycle::council::ballot::Choice::For)]));
    assert_eq!(room.outcome(1), Outcome::RejectedByCastingVote);
    assert_eq!(recount(&council(), &entries(&room.history)), Ok(2));
    let accounts = hemicycle::council::recusal::Ground::Accounts;
    for command in
        [recuse(2, 1, accounts, true), open_report(2), voices(2, &[(3, Against), (4, Against), (6, Against)])]
    {
        room.must(&command);
    }
    room.irregular(&proclaim(2, NEVER), "W018");
    assert_eq!(room.outcome(2), Outcome::AdoptedNoMajorityAgainst);
    assert_eq!(recount(&council(), &entries(&room.history)), Ok(3));
}

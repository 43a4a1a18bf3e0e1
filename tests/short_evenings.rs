//! Every short evening of a council of three, walked step by step, undoing and giving again included: each member has one
//! seat, each voice is counted once and none without a live power or of one who takes no part, and undo and redo lead
//! where a model says. The steps that open the sitting are counted.

mod common;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use common::ask::*;
use common::{docket, invariants, member, report, with_away, with_person};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::Docket;
use hemicycle::council::finding::Finding;
use hemicycle::council::handling::Handling;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::majority::Majority;
use hemicycle::council::proposal::{Dropped, ProposalId};
use hemicycle::council::recusal::Ground;
use hemicycle::council::roster::Standing;
use hemicycle::council::sitting::Sitting;
use hemicycle::council::way::{Stated, Way};

/// What a secretary may do.
#[derive(Clone, Debug)]
enum Step {
    Ask(Command),
    Undo,
    Redo,
}

/// The three members, and one who may sit for the third.
const MEMBERS: std::ops::RangeInclusive<u32> = 1..=3;
const SUBSTITUTE: u32 = 4;

/// The roll call and the powers: what may be done with the three, the sitting being open or not.
fn coming_and_going(presences: &[Presence]) -> Vec<Command> {
    let mut commands = vec![];
    for who in MEMBERS {
        commands.extend(presences.iter().map(|presence| mark(who, *presence, NEVER)));
        commands.extend(MEMBERS.map(|holder| power(who, holder, NEVER)));
        commands.push(end_power(who));
    }
    commands
}

/// The votes of so many reports; with two, the first may be proclaimed on the way to the second and the second on the way
/// to the first.
fn voting(reports: u32, choices: &[Choice]) -> Vec<Command> {
    let mut commands = vec![];
    for number in 1..=reports {
        commands.extend([open_report(number), proclaim(number, NEVER)]);
        commands.extend((1..=reports).filter(|next| *next != number).map(|next| proclaim_then(number, next)));
        for who in MEMBERS {
            commands.extend(choices.iter().map(|choice| voices(number, &[(who, *choice)])));
        }
    }
    commands
}

/// Who must not take part in the report, who presides over it, who sits for whom; suspended, rectified.
fn around_a_vote() -> Vec<Command> {
    let mut commands = vec![suspend(NEVER), resume(NEVER), sit(SUBSTITUTE, NEVER), preside(2, Some(1), false)];
    for who in [1, 2] {
        commands.extend([recuse(1, who, Ground::Interest, true), recuse(1, who, Ground::Interest, false)]);
    }
    commands.push(end_recusal(1, 2));
    commands.extend([mark(2, Presence::Out, NEVER), leave(3, NEVER), arrive(2, NEVER), arrive(3, NEVER)]);
    commands.extend([power(3, 2, NEVER), power(3, 1, NEVER), power(2, 1, NEVER)]);
    commands.extend([open_report(1), proclaim(1, NEVER), voices(1, &[(1, Choice::Against)])]);
    commands.extend([voices(1, &[(3, Choice::Against)]), voices(1, &[(2, Choice::NotTakingPart)])]);
    let rectified = |presences: &[(u32, Presence)], said: &[(u32, Choice)]| rectify(1, "motif", presences, said);
    commands.push(rectified(&[(2, Presence::Absent)], &[]));
    commands.push(rectified(&[(3, Presence::Present)], &[(3, Choice::Against)]));
    commands.push(rectified(&[], &[(1, Choice::Abstain)]));
    commands
}

/// What is put before the text of report 1, two reports put to one vote, and every way to record one: three members, of whom
/// 3 is represented by 2.
fn every_way() -> Vec<Command> {
    let (first, postponed) = (amendment(1), ProposalId::Postponement);
    let mut commands = vec![open_report(1), open_together(1, &[2]), leave_group(1), withdraw(1), proclaim(1, NEVER)];
    commands.extend([file_on(1, &first, false), put(1, &first), drop_proposal(1, &first, Dropped::Moot)]);
    commands.extend([file_on(1, &postponed, true), proclaim_on(1, &first), proclaim_on(1, &postponed)]);
    commands.extend([Way::ByException, Way::RollCall, Way::Figures].map(|way| choose_way(1, None, way)));
    commands.push(choose_way(1, Some(&first), Way::RollCall));
    commands.push(figures(1, None, [1, 1, 1, 0], Some(Choice::For)));
    commands.push(figures(1, Some(&postponed), [2, 1, 0, 0], None));
    commands.extend([state(1, None, Stated::Rejected), ask_ballot(1, None, &[1], false)]);
    commands.extend([choose_majority(1, Majority::OfMembers), preside(2, None, true), leave(2, NEVER)]);
    commands.extend([(1, Choice::Against), (2, Choice::For), (3, Choice::NotTakingPart)].map(|one| voices(1, &[one])));
    commands.push(voices_everywhere(1, &[(1, Choice::Abstain), (2, Choice::For), (3, Choice::For)]));
    commands.push(voices_on(1, &first, &[(1, Choice::Against), (2, Choice::Against)]));
    commands
}

/// A place of the walk: the record, and what undoing and giving again must lead to, kept apart from it.
#[derive(Clone)]
struct Place {
    history: History,
    past: Vec<Sitting>,
    future: Vec<Sitting>,
    path: Vec<Step>,
}

impl Place {
    /// Where a step leads; `None` if it is impossible.
    fn after(&self, step: &Step) -> Option<Self> {
        let mut place = match step {
            Step::Ask(command) => self.asked(command)?,
            Step::Undo => self.undone()?,
            Step::Redo => self.given_again()?,
        };
        place.path.push(step.clone());
        Some(place)
    }

    fn asked(&self, command: &Command) -> Option<Self> {
        let history = granted(&self.history, command)?;
        let mut place = Self { history, ..self.clone() };
        place.past.push(self.history.sitting().clone());
        place.future.clear();
        Some(place)
    }

    fn undone(&self) -> Option<Self> {
        // A proclamation after which another was recorded is rectified, not taken back: see `history`.
        let settled = self.history.settled_proclamation().is_some();
        let may = !self.past.is_empty()
            && !self.history.sitting().stage().is_over()
            && !settled
            && self.history.counted_urn().is_none();
        assert_eq!(self.history.undo_target().is_some(), may, "{:?}", self.path);
        let mut place = self.clone();
        place.history.push(Entry::Undo(self.history.undo_target()?)).expect("it may be undone");
        assert!(place.past.pop().as_ref() == Some(place.history.sitting()), "undo after {:?}", self.path);
        place.future.push(self.history.sitting().clone());
        Some(place)
    }

    fn given_again(&self) -> Option<Self> {
        assert_eq!(self.history.redo_target().is_some(), !self.future.is_empty(), "{:?}", self.path);
        let mut place = self.clone();
        place.history.push(Entry::Undo(self.history.redo_target()?)).expect("it may be given again");
        assert!(place.future.pop().as_ref() == Some(place.history.sitting()), "redo after {:?}", self.path);
        place.past.push(self.history.sitting().clone());
        Some(place)
    }
}

/// What a walk met.
#[derive(Debug, PartialEq, Eq)]
struct Met {
    /// Sittings that differ, reasons left out.
    states: usize,
    /// Sittings that differ, or that undo or redo would lead elsewhere.
    places: usize,
    /// Steps tried, refused ones included.
    steps: u64,
}

/// Walks every evening of so many steps after those first ones, checks every sitting on the way, and goes on once from
/// each place.
fn walk(name: &str, docket: Docket, first: &[Command], commands: Vec<Command>, depth: u32) -> Met {
    let steps: Vec<Step> = commands.into_iter().map(Step::Ask).chain([Step::Undo, Step::Redo]).collect();
    let mut states: HashMap<String, usize> = HashMap::new();
    let mut places = HashSet::new();
    let mut tried = 0_u64;
    let mut start = Place { history: History::new(Arc::new(docket)), past: vec![], future: vec![], path: vec![] };
    for command in first {
        start = start.after(&Step::Ask(command.clone())).expect("the first steps are possible");
    }
    let mut edge = vec![start];
    for _ in 0..depth {
        let mut next = Vec::new();
        for place in &edge {
            for step in &steps {
                tried += 1;
                let Some(after) = place.after(step) else { continue };
                let mut number = |sitting: &Sitting| {
                    let fresh = states.len();
                    *states.entry(state_of(sitting)).or_insert(fresh)
                };
                let here = number(after.history.sitting());
                if places.insert((here, after.past.last().map(&mut number), after.future.last().map(&mut number))) {
                    invariants::check(after.history.sitting(), &after.path);
                    next.push(after);
                }
            }
        }
        edge = next;
    }
    let met = Met { states: states.len(), places: places.len(), steps: tried };
    println!("{name}, {depth} steps: {met:?}");
    met
}

fn council(reports: u32) -> Docket {
    with_away(docket(3, reports), &[], &[(2, 1), (3, 1)])
}

#[test]
fn every_evening_of_six_steps_with_one_report_counts_each_voice_once_and_none_without_a_live_power() {
    let at_roll_call = [Presence::Present, Presence::Excused, Presence::Absent];
    let commands = [vec![open(NEVER), close(NEVER)], coming_and_going(&at_roll_call), voting(1, &Choice::ALL)].concat();
    assert_eq!(
        walk("one report", council(1), &[], commands, 6),
        Met { states: 13_228, places: 40_837, steps: 295_191 }
    );
}

#[test]
fn every_evening_of_five_steps_with_two_reports_counts_each_voice_once_and_none_without_a_live_power() {
    let in_session = [Presence::Present, Presence::Left, Presence::Out, Presence::Remote];
    let choices = [Choice::For, Choice::Against];
    let commands = [vec![close(NEVER)], coming_and_going(&in_session), voting(2, &choices)].concat();
    let met = walk("two reports", council(2), &[open(NEVER)], commands, 4);
    assert_eq!(met, Met { states: 10_026, places: 21_459, steps: 117_720 });
}

#[test]
fn every_evening_of_six_steps_around_one_vote_counts_each_voice_once_and_none_of_one_who_takes_no_part() {
    let council =
        with_person(with_away(docket(3, 1), &[(3, Presence::Excused)], &[]), 4, Standing::SubstituteOf(member(3)));
    let met = walk("around a vote", council, &[open(NEVER)], around_a_vote(), 5);
    assert_eq!(met, Met { states: 15_559, places: 42_754, steps: 232_440 });
}

#[test]
fn every_evening_of_six_steps_through_every_way_keeps_one_thing_on_the_floor_and_every_voice_counted_once() {
    let mut council = with_away(docket(3, 2), &[], &[(3, 2)]);
    council.body.settings.nppv_in_voters = true;
    let met = walk("every way", council, &[open(NEVER)], every_way(), 5);
    assert_eq!(met, Met { states: 3_987, places: 9_131, steps: 67_773 });
}

/// The history after a command, whatever reason it needs; `None` if it is impossible.
fn granted(history: &History, command: &Command) -> Option<History> {
    let mut after = history.clone();
    let reasons = |codes: &[Finding]| codes.iter().map(|finding| (finding.code(), "motif".to_owned())).collect();
    let accepted = match history.sitting().decide(command, &Reasons::new()) {
        Ok(accepted) => accepted,
        Err(refused) if refused.needs_only_a_reason() => {
            let accepted = history.sitting().decide(command, &reasons(&refused.findings));
            accepted.expect("a reason is all that an irregular command needs")
        }
        Err(_) => return None,
    };
    after.push(Entry::Action { at: String::new(), events: accepted.events }).expect("decide accepted it");
    Some(after)
}

/// What tells two states apart, reasons left out.
fn state_of(sitting: &Sitting) -> String {
    let handlings = [1, 2].map(|number| sitting.handling(&report(number)));
    // What was put before a text is part of the state only where there is any.
    let handled = handlings.iter().any(|handling| **handling != Handling::default());
    let handlings = handled.then_some(handlings);
    let reports = [1, 2].map(|number| (sitting.progress(&report(number)), sitting.recusals(&report(number))));
    let chairs = [sitting.chair(), sitting.chair_of(&report(1))];
    format!("{:?} {:?} {chairs:?} {reports:?} {handlings:?}", sitting.stage(), sitting.attendance())
}

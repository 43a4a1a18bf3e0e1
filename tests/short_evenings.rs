//! Every short evening of a council of three, walked step by step, undoing and giving again included: each member has one
//! seat, each voice is counted once and none without a live power, and undo and redo lead where a model says.

mod common;

use std::collections::{BTreeSet, HashMap, HashSet};

use common::{docket, member, report, with_away};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::{Choice, Vote};
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Finding;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::{Sitting, Stage};
use hemicycle::council::tally::Tally;

/// What a secretary may do.
#[derive(Clone, Debug)]
enum Step {
    Ask(Command),
    Undo,
    Redo,
}

/// Everything that could be done in a council of three with so many reports; with two, the first may be proclaimed on
/// the way to the second and the second on the way to the first.
fn alphabet(reports: u32) -> Vec<Step> {
    let mut commands = vec![Command::Open { at: None }, Command::Close { at: None }];
    for who in (1..=3).map(member) {
        commands.extend(
            [Presence::Present, Presence::Excused, Presence::Absent].map(|presence| Command::SetPresence {
                member: who.clone(),
                presence,
                at: None,
            }),
        );
        commands.extend((1..=3).map(|holder| Command::GiveProxy {
            giver: who.clone(),
            holder: member(holder),
            at: None,
        }));
        commands.push(Command::EndProxy { giver: who.clone() });
    }
    for number in 1..=reports {
        commands.push(Command::OpenReport { report: report(number) });
        commands.push(Command::Proclaim { report: report(number), at: None, then_open: None });
        commands.extend((1..=reports).filter(|next| *next != number).map(|next| Command::Proclaim {
            report: report(number),
            at: None,
            then_open: Some(report(next)),
        }));
        for who in (1..=3).map(member) {
            let voices = |choice| vec![(who.clone(), choice)];
            commands.extend(Choice::ALL.map(|choice| Command::voices(&report(number), voices(choice))));
        }
    }
    commands.into_iter().map(Step::Ask).chain([Step::Undo, Step::Redo]).collect()
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
        let closed = self.history.sitting().stage() == Stage::Closed;
        assert_eq!(self.history.undo_target().is_some(), !self.past.is_empty() && !closed, "{:?}", self.path);
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

/// Walks every evening of so many steps, checks every sitting on the way, and goes on once from each place.
fn walk(reports: u32, depth: u32) -> Met {
    let start = with_away(docket(3, reports), &[], &[(2, 1), (3, 1)]);
    let history = History::new(std::sync::Arc::new(start));
    let steps = alphabet(reports);
    let mut states: HashMap<String, usize> = HashMap::new();
    let mut places = HashSet::new();
    let mut tried = 0_u64;
    let mut edge = vec![Place { history, past: vec![], future: vec![], path: vec![] }];
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
                    check_voices(after.history.sitting(), &after.path);
                    next.push(after);
                }
            }
        }
        edge = next;
    }
    let met = Met { states: states.len(), places: places.len(), steps: tried };
    println!("{reports} report(s), {depth} steps: {met:?}");
    met
}

#[test]
fn every_evening_of_eight_steps_with_one_report_counts_each_voice_once_and_none_without_a_live_power() {
    assert_eq!(walk(1, 8), Met { states: 4_486, places: 23_726, steps: 536_562 });
}

#[test]
fn every_evening_of_six_steps_with_two_reports_counts_each_voice_once_and_none_without_a_live_power() {
    assert_eq!(walk(2, 6), Met { states: 6_903, places: 18_278, steps: 257_015 });
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
    let progress = [1, 2].map(|number| sitting.progress(&report(number)));
    format!("{:?} {:?} {progress:?}", sitting.stage(), sitting.attendance())
}

/// Checks the seats of the room and every voice of every vote.
fn check_voices(sitting: &Sitting, path: &[Step]) {
    let room = sitting.attendance().room(&sitting.docket().roster);
    let seated = room.present() + room.represented() + room.excused() + room.absent();
    assert_eq!(seated, 3, "each member in exactly one of present, represented, excused, absent: {path:?}");
    for who in (1..=3).map(member) {
        if let Some(holder) = sitting.attendance().holder_of(&who) {
            assert!(sitting.attendance().is_present(holder), "a power without a holder in the room: {path:?}");
            assert!(!sitting.attendance().is_present(&who), "a member both present and represented: {path:?}");
        }
    }
    for progress in [1, 2].iter().filter_map(|number| sitting.progress(&report(*number))) {
        assert_ne!(sitting.stage(), Stage::RollCall);
        check_vote(progress.vote(), path);
    }
}

fn check_vote(vote: &Vote, path: &[Step]) {
    let mut counted = BTreeSet::new();
    for choice in Choice::ALL {
        for who in vote.saying(choice) {
            assert!(counted.insert(who.clone()), "{who} counted twice: {path:?}");
            let voice = match vote.room.seat(who) {
                Some(Seat::Present) => true,
                Some(Seat::Represented(holder)) => vote.room.seat(holder) == Some(&Seat::Present),
                _ => false,
            };
            assert!(voice, "{who} has no voice: {path:?}");
        }
    }
    let tally = Tally::of(vote);
    assert_eq!(u32::try_from(counted.len()).unwrap(), tally.voters + tally.not_taking_part);
    assert_eq!(tally.voters + tally.not_taking_part, vote.room.present() + vote.room.represented());
}

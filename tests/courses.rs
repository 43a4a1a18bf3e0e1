//! Courses typed afterwards: before / course / after.

mod common;
#[path = "courses/desk.rs"]
mod desk;
#[path = "courses/going_on.rs"]
mod going_on;
#[path = "common/golden.rs"]
mod golden;
#[path = "courses/matters.rs"]
mod matters;
#[path = "courses/minutes.rs"]
mod minutes;
#[path = "common/paper.rs"]
mod paper;
#[path = "courses/printed.rs"]
mod printed;
#[path = "courses/refusals.rs"]
mod refusals;
#[path = "courses/round_trip.rs"]
mod round_trip;
#[path = "courses/said.rs"]
mod said;
#[path = "courses/samples.rs"]
mod samples;
#[path = "courses/verb.rs"]
mod verb;

use common::course;
use desk::{COURSE, Desk, SESSION, person};
use hemicycle::council::ballot::Choice;
use hemicycle::council::hour::Hour;
use hemicycle::council::sitting::Stage;
use hemicycle::store::session_file::problem::Place;

#[test]
fn a_course_in_accents_names_and_spoken_hours_makes_the_sitting_that_it_tells() {
    let sitting = course(SESSION, COURSE);
    assert_eq!(sitting.stage(), Stage::Closed);
    assert_eq!(sitting.opened_at(), Hour::new(18, 4));
    let (_, done) = sitting.done().next().expect("report 05");
    let tally = done.tally.expect("figures");
    assert_eq!((tally.voters, tally.for_, tally.against, tally.abstentions), (5, 3, 1, 1));
    assert_eq!(done.at, Hour::new(19, 20));
    assert_eq!(done.vote.choice(&person("morel-anne")), Some(Choice::Abstain));
    assert_eq!(sitting.done().count(), 2);
}

#[test]
fn a_step_knows_its_line_and_column() {
    let steps = hemicycle::store::course::parse(COURSE, &common::docket_of(SESSION)).expect("sound");
    let Place { line, column, .. } = &steps[3].place;
    assert_eq!((*line, *column), (6, 5));
}

#[test]
fn what_a_course_records_is_what_playing_it_makes_and_each_action_is_acknowledged_by_its_number() {
    let mut desk = Desk::of(SESSION);
    let recorded = desk.record(COURSE);
    assert_eq!((recorded.actions, recorded.before), (10, 0));
    assert!(recorded.stopped.is_none() && recorded.misprints.is_empty() && recorded.idle_reasons.is_empty());
    assert_eq!(desk.acknowledged, (1..=10).collect::<Vec<u64>>());
    assert_eq!(*desk.read().sitting(), course(SESSION, COURSE));
}

#[test]
fn the_time_of_the_typing_is_kept_beside_each_action_and_not_in_the_hours_of_the_sitting() {
    let mut desk = Desk::of(SESSION);
    desk.record("[Ouvrir, Lever]");
    assert!(desk.journal().contains(desk::NOW), "{}", desk.journal());
    assert_eq!((desk.read().sitting().opened_at(), desk.read().sitting().closed_at()), (None, None));
}

#[test]
fn an_empty_course_records_nothing() {
    let mut desk = Desk::of(SESSION);
    assert_eq!(desk.record("[]").actions, 0);
    assert_eq!(desk.read().entries().count(), 0);
}

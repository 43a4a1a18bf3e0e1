//! Courses typed afterwards: before / course / after.

mod common;

use common::{course, docket_of, member as m};
use hemicycle::council::ballot::Choice;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::sitting::Stage;
use hemicycle::store::course as courses;

const SESSION: &str = include_str!("courses/main_session.ron");
const COURSE: &str = include_str!("courses/main.ron");

fn person(id: &str) -> MemberId {
    MemberId::new(id)
}

#[test]
fn a_course_in_accents_names_and_spoken_hours_makes_the_sitting_that_it_tells() {
    let sitting = course(SESSION, COURSE);
    assert_eq!(sitting.stage(), Stage::Closed);
    assert_eq!(sitting.opened_at(), Hour::new(18, 4));
    let (_, done) = sitting.done().next().expect("report 05");
    assert_eq!((done.tally.voters, done.tally.for_, done.tally.against, done.tally.abstentions), (5, 3, 1, 1));
    assert_eq!(done.at, Hour::new(19, 20));
    assert_eq!(done.vote.choice(&person("morel-anne")), Some(Choice::Abstain));
    assert_eq!(sitting.done().count(), 2);
}

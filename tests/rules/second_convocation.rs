//! The second convocation: no quorum, save for what was added; three clear days.

use hemicycle::council::attendance::Presence::Absent;
use hemicycle::council::docket::{BodyKind, Docket};
use jiff::civil::{Date, date};

use crate::common::ask::*;
use crate::common::{Room, docket, report, with_away, with_report};

/// Two of six, at a second meeting on a Friday after a first one on Monday, 3 March 2025.
fn second(on: Date) -> Docket {
    let away: Vec<_> = (3..=6).map(|number| (number, Absent)).collect();
    let mut docket = with_away(docket(6, 2), &away, &[]);
    docket.meeting.second_of = Some(date(2025, 3, 3));
    docket.meeting.date = on;
    docket
}

#[test]
fn a_second_convocation_needs_no_quorum_l_2121_17() {
    let mut room = Room::of(second(date(2025, 3, 7)));
    room.must(&open(NEVER));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).quorum.needed, Some(0));
    room.must(&proclaim_then(1, 2));
    room.must(&proclaim(2, NEVER));
    assert_eq!(room.wrong(&adjourn(NEVER)), ["E024"], "nor after its last report");
}

#[test]
fn what_was_not_on_the_first_agenda_needs_the_quorum_at_a_second_convocation_l_2121_17() {
    let mut room = Room::of(with_report(second(date(2025, 3, 7)), 2, |report| report.added = true));
    room.must(&open(NEVER));
    room.must(&open_report(1));
    assert_eq!(room.wrong(&proclaim_then(1, 2)), ["W002"]);
    assert_eq!(room.sitting().quorum_for(&report(2)).needed, Some(4));
}

#[test]
fn an_item_added_at_a_first_convocation_has_the_quorum_of_all_others_l_2121_17() {
    let mut room = Room::of(with_report(docket(6, 1), 1, |report| report.added = true));
    room.must(&open(NEVER));
    room.must(&open_report(1));
    assert_eq!(room.vote(1).quorum.needed, Some(4));
}

#[test]
fn a_council_that_failed_on_monday_meets_again_on_friday_at_the_earliest_l_2121_17() {
    let articles = |on| Room::of(second(on)).articles(&open(NEVER));
    assert_eq!(articles(date(2025, 3, 6)), [("W015".to_owned(), "art. L.2121-17 du CGCT")], "Thursday");
    assert!(articles(date(2025, 3, 7)).is_empty(), "Friday");
}

#[test]
fn a_departement_meets_again_three_days_later_and_a_ccas_when_it_is_convened_l_3121_14_r_123_17() {
    let wrong = |kind, on| {
        let mut docket = second(on);
        docket.body.kind = kind;
        Room::of(docket).wrong(&open(NEVER))
    };
    assert_eq!(wrong(BodyKind::Departement, date(2025, 3, 5)), ["W015"]);
    assert!(wrong(BodyKind::Departement, date(2025, 3, 6)).is_empty());
    assert!(wrong(BodyKind::Ccas, date(2025, 3, 4)).is_empty());
}

/// Convened so many clear days before Monday, 3 March 2025.
fn convened(kind: BodyKind, population: Option<u32>, clear_days: i8) -> Vec<(String, &'static str)> {
    let mut docket = docket(6, 1);
    docket.body.kind = kind;
    docket.body.population = population;
    docket.meeting.convened_on = Some(date(2025, 3, 3).saturating_sub(jiff::Span::new().days(clear_days + 1)));
    Room::of(docket).articles(&open(NEVER))
}

#[test]
fn members_are_convened_three_clear_days_before_or_five_from_3500_inhabitants_l_2121_11_and_l_2121_12() {
    let short = vec![("W016".to_owned(), "art. L.2121-11 et L.2121-12 du CGCT")];
    assert_eq!(convened(BodyKind::Commune, Some(3_499), 2), short);
    assert!(convened(BodyKind::Commune, Some(3_499), 3).is_empty());
    assert_eq!(convened(BodyKind::Commune, Some(3_500), 4), short);
    assert!(convened(BodyKind::Commune, Some(3_500), 5).is_empty());
}

#[test]
fn where_the_population_is_not_known_the_shorter_delay_holds_and_a_grouping_always_has_five_days_l_5211_1() {
    assert_eq!(convened(BodyKind::Commune, None, 2).len(), 1);
    assert!(convened(BodyKind::Commune, None, 3).is_empty());
    assert_eq!(convened(BodyKind::Epci, None, 4).len(), 1);
    assert!(convened(BodyKind::Epci, None, 5).is_empty());
}

#[test]
fn a_second_convocation_has_its_own_delay_l_2121_17() {
    let mut docket = second(date(2025, 3, 7));
    docket.meeting.convened_on = Some(date(2025, 3, 4));
    assert!(Room::of(docket).wrong(&open(NEVER)).is_empty());
}

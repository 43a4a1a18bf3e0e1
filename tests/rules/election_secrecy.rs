//! Where a council may do without a secret ballot, and where nobody may. Source: CGCT, art. L.2121-21, last paragraph, against
//! L.2122-4, L.2122-7 and L.2122-7-2.

use hemicycle::council::command::Command;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::Office;
use hemicycle::council::finding::{CannotJoin, ReportFinding};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::step::ChosenWay;
use hemicycle::council::way::Way;

use super::common::{Room, docket, report, with_report};
use super::election_hall::{ask_secret, candidates, close, commune, electing, list, lists, proclaim, to, waive};

fn without_vote() -> Command {
    Command::ChooseWay(ChosenWay { report: report(1), on: None, way: Way::WithoutVote })
}

fn appointment(secret: bool) -> hemicycle::council::docket::Docket {
    with_report(docket(9, 2), 1, |report| report.kind = ReportKind::Appointment { posts: Some(2), secret })
}

#[test]
fn secrecy_is_waived_only_where_no_text_wants_it_l_2121_21() {
    for (office, article) in [
        (Office::Mayor, "art. L.2122-4, L.2122-7 et L.2122-7-2 du CGCT"),
        (Office::Deputies, "art. L.2122-4, L.2122-7 et L.2122-7-2 du CGCT"),
        (Office::Deputy, "art. L.2122-4, L.2122-7 et L.2122-7-2 du CGCT"),
        (Office::CcasBoard, "art. R.123-8 du CASF"),
    ] {
        let room = Room::elects(commune(9, office, Some(2)));
        assert_eq!(room.articles(&waive()), [("E067".to_owned(), article)], "{office:?}");
    }
    // For a grouping and above, the text was not read: refused, and none is quoted.
    for (kind, office) in [
        (BodyKind::Epci, Office::President),
        (BodyKind::Epci, Office::VicePresidents),
        (BodyKind::Departement, Office::President),
        (BodyKind::Region, Office::VicePresidents),
    ] {
        let room = Room::elects(electing(kind, 9, office, Some(2)));
        assert_eq!(room.articles(&waive()), [("E067".to_owned(), "")], "{kind:?} {office:?}");
    }
    for office in [Office::TenderCommittee, Office::CommunityCouncillors, Office::Delegates] {
        Room::elects(commune(9, office, Some(2))).must(&waive());
    }
    Room::elects(electing(BodyKind::Departement, 9, Office::PermanentCommittee, Some(2))).must(&waive());
    let mut room = Room::elects(appointment(false));
    room.must(&ask_secret());
    room.must(&waive());
    let mut room = Room::elects(appointment(true));
    room.must(&ask_secret());
    assert_eq!(room.wrong(&waive()), ["E067"]);
}

#[test]
fn the_only_list_after_a_call_takes_effect_at_once_where_no_text_wants_a_ballot_l_2121_21() {
    let mut room = Room::elects(commune(9, Office::TenderCommittee, Some(3)));
    room.must(&without_vote());
    assert_eq!(room.wrong(&proclaim()), ["E074"], "nobody stands");
    room.must(&lists(&[list("A", &[2, 3, 4]), list("B", &[5])]));
    assert_eq!(room.wrong(&proclaim()), ["E043"], "two lists are voted on");
    room.must(&lists(&[list("A", &[2, 3, 4])]));
    room.must(&proclaim());
    assert_eq!(room.outcome(1), Outcome::AppointedWithoutVote);
    // By name, one candidate for each post.
    let mut room = Room::elects(commune(9, Office::Delegates, Some(2)));
    room.must(&without_vote());
    assert_ne!(room.wrong(&proclaim()), [""; 0], "nobody stands");
    room.must(&candidates(&[2, 3, 4]));
    assert_ne!(room.wrong(&proclaim()), [""; 0], "three for two posts");
    room.must(&candidates(&[2, 3]));
    room.must(&proclaim());
    assert_eq!(room.outcome(1), Outcome::AppointedWithoutVote);
    // Nor once an urn was closed.
    let mut room = Room::elects(commune(9, Office::TenderCommittee, Some(3)));
    room.must(&lists(&[list("A", &[2, 3, 4])]));
    room.must(&close());
    assert_eq!(room.wrong(&without_vote()), ["E073"]);
}

#[test]
fn the_only_candidate_for_mayor_adjoint_or_president_is_voted_on_l_2122_4() {
    for (kind, office) in [
        (BodyKind::Commune, Office::Mayor),
        (BodyKind::Commune, Office::Deputies),
        (BodyKind::Commune, Office::Deputy),
        (BodyKind::Commune, Office::CcasBoard),
        (BodyKind::Epci, Office::President),
        (BodyKind::Departement, Office::President),
        (BodyKind::Epci, Office::VicePresidents),
    ] {
        let room = Room::elects(electing(kind, 9, office, Some(2)));
        assert_eq!(room.wrong(&without_vote()), ["E073"], "{kind:?} {office:?}");
    }
}

#[test]
fn a_waived_secrecy_leaves_a_vote_aloud_and_a_hand_that_was_not_waived_needs_a_reason_l_2121_21() {
    let aloud = |waived: bool| {
        let mut room = Room::elects(commune(9, Office::Delegates, Some(1)));
        room.must(&candidates(&[2]));
        if waived {
            room.must(&waive());
        } else {
            room.must(&without_vote());
            room.must(&Command::ChooseWay(ChosenWay { report: report(1), on: None, way: Way::ByException }));
        }
        room
    };
    let mut room = aloud(true);
    room.must(&proclaim());
    assert_eq!(room.outcome(1), Outcome::AdoptedUnanimously);
    assert_eq!(aloud(false).wrong(&proclaim()), ["W024"]);
}

#[test]
fn an_election_that_was_proclaimed_stands_and_two_are_not_put_to_one_vote() {
    let mut room = Room::elects(commune(9, Office::Delegates, Some(1)));
    room.holds(&[(to(2), 9)], 0, 0);
    room.must(&proclaim());
    let rectify = Command::Rectify {
        report: report(1),
        on: None,
        reason: "recompte".into(),
        presences: vec![],
        voices: vec![],
        counts: None,
        chair: None,
        stated: None,
        urn: None,
        at: None,
    };
    assert_eq!(room.wrong(&rectify), ["E070"]);
    let mut room = Room::of(commune(9, Office::Delegates, Some(1)));
    room.must(&Command::Open { at: None });
    let together = Command::OpenReport { report: report(1), with: vec![report(2)] };
    let refused = room.ask(&together).expect_err("ballots say names");
    let alone = ReportFinding::CannotJoin(report(1), CannotJoin::Election);
    assert_eq!(refused.findings, [alone.into()]);
}

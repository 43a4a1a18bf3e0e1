//! The election of whoever presides: before whom, written down by whom, in what room; and who presides from then on.
//! Source: CGCT, art. L.2122-8, L.2122-10, L.2122-17, L.3122-1 and L.4133-1.

use hemicycle::council::attendance::Presence;
use hemicycle::council::chair::ChairTitle;
use hemicycle::council::command::Command;
use hemicycle::council::docket::{BodyKind, Docket};
use hemicycle::council::election::Office;
use hemicycle::council::event::Event;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::law::{Rules, Subject};
use hemicycle::council::quorum::Fraction;
use hemicycle::council::step::{CloseUrn, CountedBallots, FiledLists};
use jiff::civil::date;

use super::common::{Room, docket, member, report, with_away, with_report, with_role};
use super::election_hall::{
    born, chair, close, commune, count, electing, for_list, list, next_round, open_report, proclaim, to,
};

const NOTHING: [&str; 0] = [];

/// M03 is the eldest, M01 the youngest, and everybody's day of birth is in the file.
fn ages(docket: Docket) -> Docket {
    born(docket, &[(1, 1990), (2, 1970), (3, 1940), (4, 1960), (5, 1980)])
}

#[test]
fn the_eldest_of_those_present_presides_over_the_election_of_the_mayor_l_2122_8() {
    let mut room = Room::elects(ages(commune(5, Office::Mayor, None)));
    assert_eq!(room.articles(&close()), [("W035".to_owned(), "art. L.2122-8 du CGCT")], "M01 presides by the file");
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(3)));
    room.must(&chair(3));
    assert_eq!(room.sitting().chair_title(), Some(ChairTitle::Eldest));
    assert_eq!(room.wrong(&close()), NOTHING);
    // He leaves: the next one is the eldest of those who are there.
    room.must(&Command::SetPresence { member: member(3), presence: Presence::Excused, at: None });
    assert_eq!(room.wrong(&close()), ["W035"]);
    room.must(&chair(4));
    assert_eq!(room.sitting().chair_title(), Some(ChairTitle::Eldest));
    assert_eq!(room.wrong(&close()), NOTHING);
    // Who is not the eldest takes the chair out of order.
    room.irregular(&chair(2), "W012");
    assert_eq!(room.sitting().chair_title(), Some(ChairTitle::Replacing));
    // With a reason it is gone through with, and said once of the report.
    room.irregular(&close(), "W035");
    room.must(&count(&[(to(1), 2), (to(2), 2)], 0, 0));
    room.must(&next_round());
    assert_eq!(room.wrong(&close()), NOTHING);
}

#[test]
fn where_days_of_birth_are_missing_whoever_presides_is_said_to_be_the_eldest_unless_one_is_known_to_be_older() {
    let some = born(commune(5, Office::Mayor, None), &[(2, 1970), (4, 1960)]);
    let mut room = Room::elects(some);
    assert_eq!(room.wrong(&close()), ["W035"], "nobody said so of M01");
    assert_eq!(room.sitting().first_to_replace(None), None, "nobody knows");
    room.must(&chair(1));
    assert_eq!(room.sitting().chair_title(), Some(ChairTitle::Eldest), "said of who presided already");
    assert_eq!(room.wrong(&chair(1)), ["E014"]);
    assert_eq!(room.wrong(&close()), NOTHING);
    room.must(&chair(2));
    assert_eq!(room.sitting().chair_title(), Some(ChairTitle::Replacing), "M04 is older");
    assert_eq!(room.wrong(&close()), ["W035"]);
    // Nobody presides: nobody is the eldest.
    let mut nobody = commune(5, Office::Mayor, None);
    nobody.meeting.president = None;
    assert_eq!(Room::elects(nobody).wrong(&close()), ["W035"]);
}

#[test]
fn the_eldest_may_be_in_the_chair_by_the_file_and_two_of_one_day_are_both_the_eldest() {
    let mut by_the_file = ages(commune(5, Office::Mayor, None));
    by_the_file.meeting.president = Some(member(3));
    assert_eq!(Room::elects(by_the_file).wrong(&close()), NOTHING);
    let mut twins = born(ages(commune(5, Office::Mayor, None)), &[(5, 1940)]);
    twins.meeting.president = Some(member(5));
    assert_eq!(Room::elects(twins).wrong(&close()), NOTHING);
}

#[test]
fn the_eldest_presides_over_no_other_election_and_in_no_body_without_a_text() {
    assert_eq!(Room::elects(ages(commune(5, Office::Delegates, None))).wrong(&close()), NOTHING);
    assert_eq!(Room::elects(ages(commune(5, Office::Deputy, None))).wrong(&close()), NOTHING);
    assert_eq!(Room::elects(ages(electing(BodyKind::Autre, 5, Office::President, None))).wrong(&close()), NOTHING);
    for (kind, article) in [
        (BodyKind::Epci, "art. L.2122-8 du CGCT"),
        (BodyKind::Departement, "art. L.3122-1 du CGCT"),
        (BodyKind::Region, "art. L.4133-1 du CGCT"),
    ] {
        let mut room = Room::elects(ages(electing(kind, 5, Office::President, None)));
        let said = room.articles(&close());
        assert_eq!(said[0], ("W035".to_owned(), article), "{kind:?}");
        // The accounts of the year take a chair of their own, elected for them.
        room.must(&Command::TakeChair { member: member(3), report: Some(report(2)), elected: false, at: None });
        assert_eq!(room.sitting().chair_title_of(&report(2)), Some(ChairTitle::Replacing));
    }
}

#[test]
fn the_youngest_writes_in_a_departement_and_a_region_and_not_in_a_commune_l_3122_1_l_4133_1() {
    for (kind, article) in
        [(BodyKind::Departement, "art. L.3122-1 du CGCT"), (BodyKind::Region, "art. L.4133-1 du CGCT")]
    {
        let mut room = Room::elects(ages(electing(kind, 5, Office::President, None)));
        room.must(&chair(3));
        assert_eq!(room.articles(&close()), [("W036".to_owned(), article)], "no secretary");
        let secretary =
            |number| Command::NameSecretaries { secretaries: vec![member(number)], assistants: vec![], at: None };
        room.must(&secretary(5));
        assert_eq!(room.wrong(&close()), ["W036"]);
        room.must(&secretary(1));
        assert_eq!(room.wrong(&close()), NOTHING);
    }
    let mut room = Room::elects(ages(commune(5, Office::Mayor, None)));
    room.must(&chair(3));
    assert_eq!(room.wrong(&close()), NOTHING);
    // Where ages are missing, only who is known not to be the youngest is not.
    let some = born(electing(BodyKind::Departement, 5, Office::President, None), &[(1, 1990), (2, 1970)]);
    let mut room = Room::elects(some);
    room.must(&chair(3));
    assert_eq!(room.wrong(&close()), NOTHING);
}

#[test]
fn the_council_is_complete_before_its_mayor_is_elected_l_2122_8() {
    let sized = |office, legal_size| {
        let mut docket = ages(commune(5, office, Some(1)));
        docket.body.legal_size = legal_size;
        docket.meeting.president = Some(member(3));
        Room::elects(docket)
    };
    assert_eq!(sized(Office::Mayor, Some(7)).articles(&close()), [("W037".to_owned(), "art. L.2122-8 du CGCT")]);
    sized(Office::Mayor, Some(7)).irregular(&close(), "W037");
    assert_eq!(sized(Office::Mayor, Some(5)).wrong(&close()), NOTHING);
    assert_eq!(sized(Office::Mayor, None).wrong(&close()), NOTHING, "nobody said how many there are by law");
    assert_eq!(sized(Office::Deputy, Some(7)).wrong(&close()), NOTHING);
    let mut grouping = ages(electing(BodyKind::Epci, 5, Office::President, None));
    grouping.body.legal_size = Some(7);
    grouping.meeting.president = Some(member(3));
    assert_eq!(Room::elects(grouping).wrong(&close()), NOTHING);
}

#[test]
fn two_thirds_are_there_to_elect_the_president_of_a_departement_or_of_a_region_l_3122_1_l_4133_1() {
    for size in 0..=200 {
        let thirds = (0..=size).find(|present| present * 3 >= size * 2).unwrap();
        assert_eq!(Fraction::TwoThirds.of(size), Some(thirds), "{size} members");
    }
    let away = |count: u32| -> Vec<(u32, Presence)> { (1..=count).map(|it| (10 - it, Presence::Excused)).collect() };
    for (kind, article) in
        [(BodyKind::Departement, "art. L.3122-1 du CGCT"), (BodyKind::Region, "art. L.4133-1 du CGCT")]
    {
        let opened = |missing: u32| {
            let mut room = Room::of(with_away(electing(kind, 9, Office::President, None), &away(missing), &[]));
            room.must(&Command::Open { at: None });
            room
        };
        assert_eq!(opened(3).wrong(&open_report(1)), NOTHING, "six of nine");
        let mut room = opened(4);
        assert_eq!(room.articles(&open_report(1)), [("W002".to_owned(), article)], "five of nine");
        assert_eq!(room.wrong(&open_report(2)), NOTHING, "the ordinary quorum is five");
        let quorum = room.sitting().quorum_for(&report(1));
        assert_eq!((quorum.fraction, quorum.needed, quorum.counted), (Fraction::TwoThirds, Some(6), 5));
        // The sitting may be adjourned for it; the council meets of right three days later, and needs none.
        room.must(&Command::Adjourn { at: None, notes: std::collections::BTreeMap::new() });
        let mut second = with_away(electing(kind, 9, Office::President, None), &away(6), &[]);
        second.meeting.second_of = Some(date(2025, 2, 27));
        let mut room = Room::of(second);
        room.must(&Command::Open { at: None });
        room.must(&open_report(1));
        let quorum = room.vote(1).quorum;
        assert_eq!((quorum.fraction, quorum.article.map(|it| it.0)), (Fraction::NoneNeeded, Some(article)));
    }
    // Elsewhere the ordinary quorum is enough: five of nine.
    for kind in [BodyKind::Commune, BodyKind::Epci, BodyKind::Metropole] {
        let mut room = Room::of(with_away(electing(kind, 9, Office::President, None), &away(4), &[]));
        room.must(&Command::Open { at: None });
        room.must(&open_report(1));
        assert_eq!(room.vote(1).quorum.fraction, Fraction::MoreThanHalf, "{kind:?}");
        assert!(Rules::on(kind, date(2025, 3, 3)).row(Subject::HeadQuorum).is_none());
    }
    // Nor for the vice-presidents of a département.
    let room = Room::elects(with_away(electing(BodyKind::Departement, 9, Office::VicePresidents, None), &away(4), &[]));
    assert_eq!(room.vote(1).quorum.needed, Some(5));
}

/// The mayor is elected before M03, the eldest, and not proclaimed yet.
fn counted(docket: Docket, mayor: u32) -> Room {
    let mut room = Room::elects(docket);
    room.ask_because(&chair(3), "motif").expect("the eldest takes the chair");
    let votes = room.vote(1).voices();
    room.holds(&[(to(mayor), votes)], 0, 0);
    room
}

#[test]
fn who_is_elected_mayor_takes_the_chair_in_the_same_action_and_one_undo_gives_it_back() {
    let mut room = counted(ages(commune(5, Office::Mayor, None)), 2);
    let before = room.sitting().clone();
    let events = room.proclaims_and_opens("").expect("nothing is irregular");
    let taken = Event::ChairTaken { member: member(2), report: None, title: ChairTitle::Installed, at: None };
    let place = |wanted: &dyn Fn(&Event) -> bool| events.iter().position(wanted).expect("it happens");
    let (proclaimed, installed) =
        (place(&|event| matches!(event, Event::Proclaimed { .. })), place(&|event| *event == taken));
    assert!(proclaimed < installed && installed < place(&|event| matches!(event, Event::ReportOpened { .. })));
    assert_eq!(room.vote(2).chair, Some(member(2)));
    assert_eq!(room.vote(2).chair_title, Some(ChairTitle::Installed));
    assert_eq!(room.vote(1).chair, Some(member(3)), "the eldest presided over the election");
    room.undo();
    assert_eq!(*room.sitting(), before);
    room.redo();
    assert_eq!(room.sitting().chair(), Some(&member(2)));
}

#[test]
fn who_presided_before_is_installed_too_be_he_the_eldest_or_the_president_of_the_file() {
    let mut eldest = counted(ages(commune(5, Office::Mayor, None)), 3);
    eldest.must(&proclaim());
    assert_eq!(eldest.sitting().chair_title(), Some(ChairTitle::Installed));
    // M01 is the mayor of the file; the eldest presided over the election alone.
    let mut again = Room::elects(ages(commune(5, Office::Mayor, None)));
    again.must(&Command::TakeChair { member: member(3), report: Some(report(1)), elected: false, at: None });
    assert_eq!(again.sitting().chair_title_of(&report(1)), Some(ChairTitle::Eldest));
    again.holds(&[(to(1), 5)], 0, 0);
    again.must(&proclaim());
    assert_eq!(
        (again.sitting().chair(), again.sitting().chair_title()),
        (Some(&member(1)), Some(ChairTitle::Installed))
    );
}

#[test]
fn a_mayor_who_is_not_there_takes_no_chair_and_the_next_report_says_who_should_once_he_is() {
    let mut room = counted(with_away(ages(commune(5, Office::Mayor, None)), &[(5, Presence::Excused)], &[]), 5);
    room.proclaims_and_opens("").expect("nobody else has a title to preside");
    assert_eq!(room.vote(2).chair, Some(member(3)), "the eldest goes on");
    room.undo();
    room.must(&proclaim());
    room.must(&Command::SetPresence { member: member(5), presence: Presence::Present, at: None });
    assert_eq!(room.articles(&open_report(2)), [("W012".to_owned(), "art. L.2122-17 du CGCT")]);
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(5)));
    room.must(&chair(5));
    assert_eq!(room.sitting().chair_title(), Some(ChairTitle::Installed));
    room.must(&open_report(2));
}

#[test]
fn what_is_irregular_in_the_chair_of_the_next_report_is_kept_beside_that_report() {
    // M05 was elected by another report of the evening and came late: the second report is opened by the proclamation of a third.
    let mut docket = with_away(ages(docket(5, 3)), &[(5, Presence::Excused)], &[]);
    docket = with_report(docket, 1, |report| report.kind = ReportKind::Election { office: Office::Mayor, posts: None });
    let mut room = counted(docket, 5);
    room.proclaims_and_opens("").expect("nobody else has a title to preside");
    room.must(&Command::SetPresence { member: member(5), presence: Presence::Present, at: None });
    let on = Command::proclaim(&report(2), None, Some(report(3)));
    room.irregular(&on, "W012");
    assert_eq!(room.sitting().irregularities().last().and_then(|it| it.report.clone()), Some(report(3)));
}

#[test]
fn after_the_elections_the_mayor_then_the_adjoints_of_the_list_replace_and_the_roles_of_the_file_are_over_l_2122_10() {
    let mut docket = ages(commune(5, Office::Mayor, None));
    docket = with_role(with_role(docket, 1, "Maire"), 4, "1er adjoint");
    docket = with_report(docket, 2, |report| {
        report.kind = ReportKind::Election { office: Office::Deputies, posts: Some(2) }
    });
    let mut room = counted(docket, 2);
    room.proclaims_and_opens("").expect("M02 presides");
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(2)));
    let on_two = |command: Command| match command {
        Command::CloseUrn(closing) => Command::CloseUrn(CloseUrn { report: report(2), ..closing }),
        Command::CountBallots(counted) => Command::CountBallots(CountedBallots { report: report(2), ..counted }),
        other => other,
    };
    room.must(&Command::FileLists(FiledLists { report: report(2), lists: vec![list("A", &[5, 3])] }));
    room.must(&on_two(close()));
    room.must(&on_two(count(&[(for_list("A"), 5)], 0, 0)));
    // Nobody is adjoint before it is proclaimed.
    room.must(&Command::SetPresence { member: member(2), presence: Presence::Excused, at: None });
    assert_eq!(room.sitting().first_to_replace(None), None, "M04 is adjoint no more");
    room.ask_because(&Command::proclaim(&report(2), None, None), "motif").expect("proclaimed");
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(5)), "the first of the list");
    room.must(&Command::SetPresence { member: member(5), presence: Presence::Excused, at: None });
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(3)), "the second");
    room.irregular(&chair(4), "W012");
}

#[test]
fn an_adjoint_elected_alone_comes_behind_those_of_the_file_l_2122_17() {
    let mut docket = ages(commune(5, Office::Deputy, None));
    docket = with_role(docket, 4, "2e adjoint");
    let mut room = Room::elects(docket);
    room.holds(&[(to(5), 5)], 0, 0);
    room.must(&proclaim());
    room.must(&Command::SetPresence { member: member(1), presence: Presence::Excused, at: None });
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(4)));
    room.must(&Command::SetPresence { member: member(4), presence: Presence::Excused, at: None });
    assert_eq!(room.sitting().first_to_replace(None), Some(&member(5)));
}

#[test]
fn a_list_of_the_file_on_which_the_new_mayor_stands_is_filed_anew_before_the_urn_is_closed_l_2122_4() {
    let mut docket = ages(commune(5, Office::Mayor, None));
    docket = with_report(docket, 2, |report| {
        report.kind = ReportKind::Election { office: Office::Deputies, posts: Some(2) };
        report.lists = vec![list("A", &[2, 4])];
    });
    let close_two = Command::CloseUrn(CloseUrn {
        report: report(2),
        on: None,
        voters: None,
        all_but: vec![],
        opened_at: None,
        at: None,
    });
    let mut room = counted(docket.clone(), 5);
    room.proclaims_and_opens("").expect("M05 presides");
    assert_eq!(room.wrong(&close_two), NOTHING, "M05 is on no list");
    let mut room = counted(docket, 2);
    room.proclaims_and_opens("").expect("M02 presides");
    assert_eq!(room.wrong(&close_two), ["E062"]);
    room.must(&Command::FileLists(FiledLists { report: report(2), lists: vec![list("A", &[4])] }));
    assert_eq!(room.wrong(&close_two), NOTHING);
}

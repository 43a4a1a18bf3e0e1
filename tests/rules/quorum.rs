//! The quorum: at the opening, at each report, with who must not take part, by body and by day; the sitting adjourned.

use hemicycle::council::attendance::Presence::{Absent, Excused, Remote};
use hemicycle::council::docket::{BodyKind, Docket};
use hemicycle::council::finding::Finding;
use hemicycle::council::law::{OWN_SETTING, Value};
use hemicycle::council::quorum::Fraction;
use hemicycle::council::recusal::Ground;
use hemicycle::council::settings::Setting;
use hemicycle::council::sitting::Stage;
use jiff::civil::date;

use crate::common::ask::*;
use crate::common::{Room, docket, member, report, with_away};

/// Six members of whom so many are away without a power.
fn six_with_away(away: u32) -> Docket {
    let away: Vec<_> = (7 - away..=6).map(|number| (number, Absent)).collect();
    with_away(docket(6, 3), &away, &[])
}

fn opened(docket: Docket) -> Room {
    let mut room = Room::of(docket);
    room.must(&open(NEVER));
    room
}

#[test]
fn four_of_six_are_a_quorum_and_three_are_not_l_2121_17() {
    assert!(Room::of(six_with_away(2)).wrong(&open(NEVER)).is_empty());
    let missing = vec![("W002".to_owned(), "art. L.2121-17 du CGCT")];
    assert_eq!(Room::of(six_with_away(3)).articles(&open(NEVER)), missing);
}

#[test]
fn the_quorum_is_judged_as_each_report_is_brought_up_and_a_departure_in_one_does_not_stop_its_vote_l_2121_17() {
    let mut room = opened(six_with_away(2));
    room.must(&open_report(1));
    room.must(&leave(4, NEVER));
    assert_eq!(room.sitting().quorum_for(&report(2)).is_met(), Some(false));
    // The vote that is open goes on; its quorum is that of its opening.
    assert_eq!(room.vote(1).quorum.counted, 4);
    assert_eq!(room.wrong(&proclaim_then(1, 2)), ["W002"]);
    room.must(&proclaim(1, NEVER));
    room.irregular(&open_report(2), "W002");
    let irregularity = room.sitting().irregularities().last().expect("recorded");
    assert_eq!((irregularity.report.clone(), &*irregularity.reason), (Some(report(2)), "motif"));
    room.must(&arrive(4, NEVER));
    room.must(&proclaim_then(2, 3));
}

#[test]
fn who_is_missing_is_named_in_the_order_of_the_table_l_2121_17() {
    use hemicycle::council::finding::Finding;
    let mut room = opened(six_with_away(2));
    room.must(&leave(2, NEVER));
    let refused = room.ask(&open_report(1)).unwrap_err();
    let Finding::QuorumMissing { missing, .. } = &refused.findings[0] else { panic!("{refused:?}") };
    assert_eq!(*missing, [2, 5, 6].map(crate::common::member));
}

#[test]
fn who_takes_part_from_afar_counts_towards_the_quorum_l_5211_11_1() {
    let mut away = six_with_away(3);
    away.body.kind = BodyKind::Epci;
    let mut room = Room::of(away);
    assert_eq!(room.wrong(&open(NEVER)), ["W002"]);
    room.must(&mark(4, Remote, NEVER));
    room.must(&open(NEVER));
}

#[test]
fn a_representative_leaves_both_sides_of_the_quorum_whether_he_stays_or_goes_l_1111_6() {
    // Seven members, four present: a quorum. Of six, one of the four left out, three are not.
    for left_room in [false, true] {
        let away = with_away(docket(7, 2), &[(5, Absent), (6, Absent), (7, Absent)], &[]);
        let mut room = opened(away);
        room.must(&recuse(1, 4, Ground::Representative, left_room));
        let quorum = room.sitting().quorum_for(&report(1));
        assert_eq!((quorum.in_office, quorum.left_out, quorum.counted, quorum.needed), (6, 1, 3, Some(4)));
        assert_eq!(room.wrong(&open_report(1)), ["W002"]);
        room.must(&open_report(2));
    }
    // Eight members, five present: with one left out, four of seven are a quorum still.
    let mut room = opened(with_away(docket(8, 1), &[(6, Absent), (7, Absent), (8, Absent)], &[]));
    room.must(&recuse(1, 5, Ground::Representative, true));
    room.must(&open_report(1));
    assert_eq!(room.tally(1).in_office, 8, "the table keeps all members in office");
}

#[test]
fn a_representative_who_is_away_leaves_the_denominator_alone_l_1111_6() {
    let mut room = opened(with_away(docket(7, 1), &[(6, Absent), (7, Absent)], &[]));
    room.must(&recuse(1, 7, Ground::Representative, true));
    let quorum = room.sitting().quorum_for(&report(1));
    assert_eq!((quorum.in_office, quorum.left_out, quorum.counted), (6, 1, 5));
}

#[test]
fn before_23_february_2022_and_in_a_departement_before_24_december_2025_a_representative_stays_in_the_quorum() {
    let quorum = |kind, on, left_room| {
        let mut council = docket(7, 1);
        council.body.kind = kind;
        council.meeting.date = on;
        let mut room = opened(council);
        room.must(&recuse(1, 4, Ground::Representative, left_room));
        let quorum = room.sitting().quorum_for(&report(1));
        (quorum.in_office, quorum.counted)
    };
    assert_eq!(quorum(BodyKind::Commune, date(2022, 2, 22), false), (7, 7));
    assert_eq!(quorum(BodyKind::Commune, date(2022, 2, 22), true), (7, 6));
    assert_eq!(quorum(BodyKind::Commune, date(2022, 2, 23), false), (6, 6));
    assert_eq!(quorum(BodyKind::Departement, date(2025, 12, 23), false), (7, 7));
    assert_eq!(quorum(BodyKind::Departement, date(2025, 12, 24), false), (6, 6));
}

#[test]
fn an_interested_member_counts_if_he_stays_and_not_if_he_leaves_l_2131_11() {
    let counted = |left_room| {
        let mut room = opened(docket(7, 1));
        room.must(&recuse(1, 4, Ground::Interest, left_room));
        let quorum = room.sitting().quorum_for(&report(1));
        (quorum.in_office, quorum.counted)
    };
    assert_eq!(counted(false), (7, 7));
    assert_eq!(counted(true), (7, 6));
}

#[test]
fn at_the_accounts_the_mayor_is_not_among_those_present_and_the_members_in_office_are_the_same_l_2121_14() {
    let mut room = opened(with_away(docket(6, 2), &[(5, Absent), (6, Absent)], &[]));
    room.must(&recuse(1, 1, Ground::Accounts, true));
    room.must(&preside(2, Some(1), true));
    let quorum = room.sitting().quorum_for(&report(1));
    assert_eq!((quorum.in_office, quorum.counted, quorum.needed), (6, 3, Some(4)));
    assert_eq!(room.wrong(&open_report(1)), ["W002"]);
    assert!(room.wrong(&open_report(2)).is_empty());
}

#[test]
fn a_third_is_enough_on_3_march_2022_and_not_on_2_august_2022_loi_2021_1465() {
    let two_of_six = |on| {
        let mut council = six_with_away(4);
        council.meeting.date = on;
        Room::of(council).articles(&open(NEVER))
    };
    assert!(two_of_six(date(2022, 3, 3)).is_empty());
    assert_eq!(two_of_six(date(2022, 8, 2)), [("W002".to_owned(), "art. L.2121-17 du CGCT")]);
}

#[test]
fn those_represented_count_in_a_commission_permanente_and_not_in_its_council_l_3121_14_1() {
    let met = |kind| {
        let mut council = with_away(docket(6, 1), &[(5, Absent), (6, Absent)], &[(4, 1)]);
        council.body.kind = kind;
        Room::of(council).wrong(&open(NEVER))
    };
    assert!(met(BodyKind::CommissionPermanente).is_empty());
    assert_eq!(met(BodyKind::Departement), ["W002"]);
}

#[test]
fn a_body_may_settle_its_own_quorum_and_the_finding_says_so() {
    let mut council = six_with_away(2);
    council.body.settings.quorum = Some(Setting { value: Value::Number(5), reason: "art. 8 des statuts".into() });
    assert_eq!(Room::of(council.clone()).articles(&open(NEVER)), [("W002".to_owned(), OWN_SETTING.0)]);
    council.body.settings.quorum = Some(Setting { value: Value::Number(4), reason: "art. 8 des statuts".into() });
    let room = opened(council);
    assert_eq!(room.sitting().opening_quorum().expect("opened").fraction, Fraction::Number(4));
}

#[test]
fn a_sitting_without_quorum_is_adjourned_at_the_roll_call_and_after_a_departure_l_2121_17() {
    let mut room = Room::of(six_with_away(3));
    room.must(&adjourn(at(18, 30)));
    assert_eq!((room.sitting().stage(), room.sitting().closed_at()), (Stage::Adjourned, at(18, 30)));
    assert_eq!(room.wrong(&open(NEVER)), ["E005"]);

    let mut room = opened(six_with_away(2));
    room.must(&open_report(1));
    room.must(&leave(4, NEVER));
    assert_eq!(room.wrong(&adjourn(NEVER)), ["E006"], "not in the middle of a vote");
    room.must(&proclaim(1, NEVER));
    room.must(&adjourn(NEVER));
    assert_eq!(room.sitting().stage(), Stage::Adjourned);
}

#[test]
fn a_sitting_with_its_quorum_is_closed_and_not_adjourned_l_2121_17() {
    let mut room = Room::of(six_with_away(2));
    assert_eq!(room.wrong(&adjourn(NEVER)), ["E024"]);
    room.must(&open(NEVER));
    assert_eq!(room.wrong(&adjourn(NEVER)), ["E024"]);
}

#[test]
fn where_the_law_of_the_day_is_disputed_the_president_may_adjourn_for_a_reason() {
    let mut council = six_with_away(4);
    council.meeting.date = date(2020, 10, 20);
    let mut room = Room::of(council);
    room.irregular(&adjourn(NEVER), "W003");
    assert_eq!(room.sitting().stage(), Stage::Adjourned);
}

#[test]
fn those_who_stay_and_take_no_part_still_make_the_quorum_l_2121_17() {
    use hemicycle::council::ballot::Choice::NotTakingPart;
    let mut room = opened(with_away(docket(6, 2), &[(5, Excused), (6, Excused)], &[]));
    room.must(&open_report(1));
    room.must(&voices(1, &[(3, NotTakingPart), (4, NotTakingPart)]));
    room.must(&proclaim_then(1, 2));
    assert_eq!(room.vote(2).quorum.counted, 4);
}

#[test]
fn a_representative_said_while_the_report_is_open_never_counted_in_its_quorum_l_1111_6() {
    let mut room = opened(with_away(docket(7, 1), &[(5, Absent), (6, Absent), (7, Absent)], &[]));
    room.must(&open_report(1));
    // He came after the opening: he leaves the denominator alone.
    room.must(&arrive(5, NEVER));
    room.irregular(&recuse(1, 4, Ground::Representative, true), "W002");
    let quorum = room.vote(1).quorum;
    assert_eq!((quorum.in_office, quorum.counted, quorum.needed), (6, 3, Some(4)));
    room.irregular(&end_recusal(1, 4), "W013");
    assert_eq!((room.vote(1).quorum.in_office, room.vote(1).quorum.counted), (7, 4));
}

#[test]
fn an_interested_member_who_leaves_in_the_middle_does_not_change_the_quorum_of_the_opening_l_2121_17() {
    let mut room = opened(with_away(docket(7, 1), &[(5, Absent), (6, Absent), (7, Absent)], &[]));
    room.must(&open_report(1));
    room.must(&recuse(1, 4, Ground::Interest, true));
    assert_eq!(room.vote(1).quorum.counted, 4);
    assert_eq!(
        room.wrong(&recuse(1, 1, Ground::Accounts, true)),
        ["W002"],
        "whoever answers for the accounts never counted"
    );
}

#[test]
fn who_is_represented_is_not_missing_where_those_represented_count_l_3121_14_1() {
    let missing = |kind| {
        // Seven members: two present, one represented, four absent.
        let mut council = with_away(docket(7, 1), &[4, 5, 6, 7].map(|number| (number, Absent)), &[(3, 1)]);
        council.body.kind = kind;
        let refused = Room::of(council).ask(&open(NEVER)).expect_err("no quorum");
        let findings = refused.findings.into_iter().filter_map(|finding| match finding {
            Finding::QuorumMissing { missing, .. } => Some(missing),
            _ => None,
        });
        findings.flatten().collect::<Vec<_>>()
    };
    assert_eq!(missing(BodyKind::CommissionPermanente), [4, 5, 6, 7].map(member));
    assert_eq!(missing(BodyKind::Commune), [3, 4, 5, 6, 7].map(member));
}

//! Ordinary and public ballots: who may ask, what the law wants.

use hemicycle::council::attendance::Presence::{Absent, Remote};
use hemicycle::council::ballot::Choice::For;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::way::{Stated, Way};

use crate::common::ask::*;
use crate::common::{Room, docket, report, with_away};

use super::reports::{DELIBERATION, on_the_floor, opened};

#[test]
fn a_public_ballot_takes_every_name_e042_l_2121_21() {
    let mut room = on_the_floor(DELIBERATION);
    room.must(&ask_ballot(1, None, &[2, 3], false));
    let of_the_law = [("E042".to_owned(), "art. L.2121-21 du CGCT")];
    for command in [
        figures(1, None, [7, 0, 0, 0], None),
        state(1, None, Stated::Adopted),
        choose_way(1, None, Way::Figures),
        choose_way(1, None, Way::Result),
    ] {
        assert_eq!(room.articles(&command), of_the_law, "{command:?}");
    }
    room.must(&choose_way(1, None, Way::RollCall));
    room.must(&voices(1, &[1, 2, 3, 4, 5, 6, 7].map(|who| (who, For))));
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.vote(1).choices().count(), 7);
    let mut room = on_the_floor(DELIBERATION);
    room.must(&figures(1, None, [7, 0, 0, 0], None));
    assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3], false)), of_the_law);
}

#[test]
fn a_public_ballot_takes_a_quarter_of_those_present_w020_l_2121_21() {
    // Nine present of ten: three have to ask, and those who gave a power do not.
    let mut room = opened(with_away(docket(11, 1), &[(11, Absent)], &[(10, 1)]));
    room.must(&open_report(1));
    assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3], false)), [("W020".to_owned(), "art. L.2121-21 du CGCT")]);
    assert_eq!(room.wrong(&ask_ballot(1, None, &[2, 3, 10], false)), ["E009"]);
    assert_eq!(room.wrong(&ask_ballot(1, None, &[2, 3, 3], false)), ["E010"]);
    room.must(&ask_ballot(1, None, &[2, 3], true));
    assert!(!room.vote(1).ballot.is_public(), "the request is recorded, and the ballot stays as it was");
    room.must(&ask_ballot(1, None, &[2, 3, 4], false));
    assert!(room.vote(1).ballot.is_public());
    let asked: Vec<_> = room.sitting().handling(&report(1)).requests.iter().map(|it| it.granted).collect();
    assert_eq!(asked, [false, true]);
}

#[test]
fn a_public_ballot_takes_a_sixth_in_a_departement_w020_l_3121_15() {
    let mut council = docket(13, 1);
    council.body.kind = BodyKind::Departement;
    let mut room = opened(council);
    room.must(&open_report(1));
    assert_eq!(room.articles(&ask_ballot(1, None, &[2, 3], false)), [("W020".to_owned(), "art. L.3121-15 du CGCT")]);
    room.must(&ask_ballot(1, None, &[2, 3, 4], false));
}

#[test]
fn the_text_of_a_ccas_knows_no_public_ballot_w041_r_123_18() {
    let mut council = docket(12, 1);
    council.body.kind = BodyKind::Ccas;
    let mut room = opened(council);
    room.must(&open_report(1));
    let all: Vec<u32> = (1..=12).collect();
    assert_eq!(room.articles(&ask_ballot(1, None, &all, false)), [("W041".to_owned(), "art. R.123-18 du CASF")]);
    assert!(room.wrong(&ask_ballot(1, None, &all, true)).is_empty(), "it is refused without a reason");
    room.irregular(&ask_ballot(1, None, &all, false), "W041");
    assert!(room.vote(1).ballot.is_public(), "whoever presides may go on");
    // Of a body whose text is not known nothing is judged.
    let mut council = docket(12, 1);
    council.body.kind = BodyKind::Autre;
    let mut room = Room::of(council);
    room.ask_because(&open(NEVER), "motif").expect("opened");
    room.must(&open_report(1));
    assert!(room.wrong(&ask_ballot(1, None, &[2], false)).is_empty());
}

#[test]
fn with_members_from_afar_the_ballot_is_public_w025_l_5211_11_1() {
    for (kind, article) in [
        (BodyKind::Epci, "art. L.5211-11-1 du CGCT"),
        (BodyKind::Metropole, "art. L.5211-11-1 du CGCT"),
        (BodyKind::Departement, "art. L.3121-9-1 du CGCT"),
        (BodyKind::Region, "art. L.4132-9-1 du CGCT"),
    ] {
        let mut council = with_away(docket(7, 1), &[(5, Remote)], &[]);
        council.body.kind = kind;
        let mut room = opened(council);
        room.must(&open_report(1));
        assert_eq!(room.articles(&proclaim(1, NEVER)), [("W025".to_owned(), article)]);
        // Nobody has to ask for what the law wants.
        room.must(&ask_ballot(1, None, &[], false));
        room.must(&proclaim(1, NEVER));
    }
    let mut before = with_away(docket(7, 1), &[(5, Remote)], &[]);
    before.body.kind = BodyKind::Metropole;
    before.meeting.date = jiff::civil::date(2022, 3, 3);
    let mut room = opened(before);
    room.must(&open_report(1));
    assert!(room.wrong(&proclaim(1, NEVER)).is_empty(), "before the law of that day");
    let mut room = opened(with_away(docket(7, 1), &[], &[]));
    room.must(&open_report(1));
    assert_eq!(room.wrong(&ask_ballot(1, None, &[], false)), ["E014"], "elsewhere somebody asks");
}

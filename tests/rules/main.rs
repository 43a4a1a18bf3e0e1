//! The law of the room: quorum, majority, unanimity, tie, held for every count; powers, reasons, undoing by example.

#[path = "../common/mod.rs"]
mod common;

mod ballots;
mod chairs;
mod election_course;
mod election_forms;
mod election_hall;
mod election_heads;
mod election_offices;
mod election_rounds;
mod election_secrecy;
mod groups;
mod hours;
mod in_camera;
mod majorities;
mod movements;
mod numbers;
mod powers;
mod proportional_lists;
mod proposals;
mod quorum;
mod recording;
mod rectification;
mod recusals;
mod reports;
mod second_convocation;
mod secret_asking;
mod secret_figures;
mod secret_rectified;
mod secret_urn;
mod secret_wall;
mod ways;

use common::{Room, docket, member, report, with_away};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::finding::{Code, Finding};
use hemicycle::council::history::Entry;
use hemicycle::council::law::Rules;
use hemicycle::council::majority::DecisionRule;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::quorum::{Fraction, Quorum};
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::Progress;
use hemicycle::council::tally::{Figure, Tally, Why};
use hemicycle::council::way::Counts;
use jiff::civil::date;

const LARGEST: u32 = 200;

#[test]
fn the_quorum_is_the_smallest_number_that_is_more_than_half_or_at_least_a_third() {
    for size in 0..=LARGEST {
        let half = (0..=size + 1).find(|present| present * 2 > size).unwrap();
        let third = (0..=size + 1).find(|present| present * 3 >= size).unwrap();
        assert_eq!(Fraction::MoreThanHalf.of(size), Some(half), "L.2121-17, {size} members");
        assert_eq!(Fraction::OneThird.of(size), Some(third), "loi 2021-1465, {size} members");
    }
}

#[test]
fn the_quorum_is_met_by_those_present_in_person_and_never_by_powers() {
    for size in 2..=LARGEST {
        for present in 1..size {
            // Everyone else gives a power to somebody who is there.
            let proxies: Vec<(u32, u32)> = (present + 1..=size).map(|giver| (giver, giver % present + 1)).collect();
            let docket = with_away(docket(size, 0), &[], &proxies);
            let room = docket.expected.room(&docket.roster);
            let quorum = Quorum::of(&room, size, &Rules::on(BodyKind::Commune, date(2025, 3, 3)));
            assert_eq!(room.represented(), size - present);
            assert_eq!(quorum.is_met(), Some(present * 2 > size), "{present} of {size}");
        }
    }
}

/// A count is checked against the law once, then found again unchanged in every body that is large enough for it.
#[test]
fn figures_and_outcome_follow_the_law_for_every_body_to_200_and_every_for_against_abstaining() {
    let mut counts = 0_u64;
    for for_ in 0..=LARGEST {
        for against in 0..=LARGEST - for_ {
            for abstaining in 0..=LARGEST - for_ - against {
                let voters = for_ + against + abstaining;
                let tally = Tally::from_counts(
                    voters,
                    Counts { for_, against, abstentions: abstaining, not_taking_part: 0 },
                    false,
                );
                check_count(&tally, for_, against);
                for size in voters..=LARGEST {
                    let out = size - voters;
                    let larger = Tally::from_counts(
                        size,
                        Counts { for_, against, abstentions: abstaining, not_taking_part: out },
                        false,
                    );
                    assert!(larger == Tally { in_office: size, not_taking_part: out, ..tally });
                    // By the other convention those who take no part are voters, and nothing else changes.
                    let inside = Counts { for_, against, abstentions: abstaining, not_taking_part: out };
                    let inside = Tally::from_counts(size, inside, true);
                    assert!(inside == Tally { voters: size, ..larger });
                    counts += 1;
                }
            }
        }
    }
    println!("{counts} counts");
}

/// Checks one count against the law as it is worded, not as the code computes it. Source: CGCT, art. L.2121-20.
fn check_count(tally: &Tally, for_: u32, against: u32) {
    assert_eq!(tally.voters, tally.for_ + tally.against + tally.abstentions + tally.blank_null);
    assert_eq!(tally.cast, for_ + against, "abstentions are not votes cast");
    if let Some(majority) = tally.absolute_majority {
        assert!(majority * 2 > tally.cast, "more than half of the votes cast");
        assert!((majority - 1) * 2 <= tally.cast, "and not one voice more than needed");
    } else {
        assert_eq!(tally.cast, 0, "no majority of nothing");
    }
    for chair in [None, Some(Choice::For), Some(Choice::Against), Some(Choice::Abstain), Some(Choice::NotTakingPart)] {
        let outcome = Outcome::of(tally, chair, DecisionRule::ORDINARY);
        let by_majority = tally.absolute_majority.is_some_and(|majority| for_ >= majority);
        let tie = for_ == against && tally.cast > 0;
        assert_eq!(by_majority, for_ > against);
        assert_eq!(outcome.is_adopted(), by_majority || (tie && chair == Some(Choice::For)), "{tally:?} {chair:?}");
        assert_eq!(outcome == Outcome::AdoptedUnanimously, for_ > 0 && against == 0, "abstentions do not break it");
        assert_eq!(
            matches!(outcome, Outcome::AdoptedByCastingVote | Outcome::RejectedByCastingVote),
            tie && matches!(chair, Some(Choice::For | Choice::Against)),
            "the casting vote is only for equal votes, and only of one who voted"
        );
    }
}

#[test]
fn examples_of_majorities_from_published_acts() {
    for (for_, against, majority) in [(51, 0, 26), (68, 0, 35), (15, 0, 8), (33, 0, 17), (20, 3, 12)] {
        assert_eq!(
            Tally::from_counts(80, Counts { for_, against, abstentions: 0, not_taking_part: 0 }, false)
                .absolute_majority,
            Some(majority)
        );
    }
}

/// What the vote of report 1 says of the members whom the room seats.
fn voted(size: u32, away: &[(u32, Presence)], proxies: &[(u32, u32)], voices: &[(u32, Choice)]) -> Room {
    let mut room = Room::of(with_away(docket(size, 2), away, proxies));
    room.must(&Command::Open { at: None });
    room.must(&Command::OpenReport { report: report(1), with: vec![] });
    if !voices.is_empty() {
        let voices = voices.iter().map(|(number, choice)| (member(*number), *choice)).collect();
        room.must(&Command::voices(&report(1), voices));
    }
    room
}

fn outcome_of(room: &mut Room, reason: &str) -> Outcome {
    let command = Command::Proclaim { report: report(1), at: None, then_open: None, on: None, then_with: vec![] };
    room.ask_because(&command, reason).expect("proclaimed");
    match room.history.sitting().progress(&report(1)) {
        Some(Progress::Done(done)) => done.outcome,
        other => panic!("not proclaimed: {other:?}"),
    }
}

#[test]
fn a_tie_is_decided_by_the_presidents_own_voice_and_not_by_one_that_he_carries() {
    // M04 gave a power to the president M01, who votes against for himself and for by it.
    let mut room = voted(4, &[], &[(4, 1)], &[(1, Choice::Against), (3, Choice::Against)]);
    assert_eq!(outcome_of(&mut room, ""), Outcome::RejectedByCastingVote);
    let mut room = voted(4, &[], &[(4, 1)], &[(4, Choice::Against), (3, Choice::Against)]);
    assert_eq!(outcome_of(&mut room, ""), Outcome::AdoptedByCastingVote);
}

#[test]
fn a_tie_without_the_presidents_voice_is_not_adopted_and_asks_for_a_reason() {
    let mut room = voted(5, &[], &[], &[(1, Choice::Abstain), (2, Choice::Against), (3, Choice::Against)]);
    let command = Command::Proclaim { report: report(1), at: None, then_open: None, on: None, then_with: vec![] };
    let refused = room.ask(&command).unwrap_err();
    assert!(refused.needs_only_a_reason());
    assert_eq!(refused.findings[0].code(), Code::irregular(7));
    assert_eq!(outcome_of(&mut room, "le président maintient son abstention"), Outcome::RejectedByTie);
}

#[test]
fn nothing_cast_is_not_adopted_has_no_majority_and_asks_for_a_reason() {
    let mut room = voted(3, &[], &[], &[(1, Choice::Abstain), (2, Choice::Abstain), (3, Choice::NotTakingPart)]);
    assert!(
        room.ask(&Command::Proclaim { report: report(1), at: None, then_open: None, on: None, then_with: vec![] })
            .is_err()
    );
    assert_eq!(outcome_of(&mut room, "personne ne souhaite voter"), Outcome::RejectedNothingCast);
}

#[test]
fn a_holder_may_vote_one_way_for_himself_and_another_for_his_giver() {
    let room = voted(5, &[], &[(5, 2)], &[(2, Choice::Against), (5, Choice::Abstain)]);
    let sitting = room.history.sitting();
    let (_, vote) = sitting.open_report().expect("a vote");
    assert_eq!(vote.choice(&member(2)), Some(Choice::Against));
    assert_eq!(vote.choice(&member(5)), Some(Choice::Abstain));
    let tally = Tally::of(vote).expect("figures");
    assert_eq!((tally.voters, tally.for_, tally.against, tally.abstentions), (5, 3, 1, 1));
}

#[test]
fn the_voice_of_someone_absent_without_a_live_power_is_refused() {
    let mut room = voted(5, &[(4, Presence::Excused), (5, Presence::Absent)], &[], &[]);
    for away in [4, 5] {
        let voices = vec![(member(away), Choice::Against)];
        let refused = room.ask(&Command::voices(&report(1), voices)).unwrap_err();
        assert_eq!(refused.findings, vec![Finding::NoVoice(member(away))]);
    }
}

#[test]
fn the_same_voice_twice_in_one_command_is_refused() {
    let mut room = voted(3, &[], &[], &[]);
    let voices = vec![(member(2), Choice::Against), (member(2), Choice::Abstain)];
    let refused = room.ask(&Command::voices(&report(1), voices)).unwrap_err();
    assert_eq!(refused.findings, vec![Finding::VoiceTwice(member(2))]);
}

#[test]
fn a_member_who_arrives_at_the_roll_call_ends_the_power_he_gave() {
    let mut room = Room::of(with_away(docket(5, 1), &[], &[(5, 2)]));
    room.must(&Command::SetPresence { member: member(5), presence: Presence::Present, at: None });
    assert_eq!(room.history.sitting().attendance().holder_of(&member(5)), None);
    room.undo();
    assert_eq!(room.history.sitting().attendance().holder_of(&member(5)), Some(&member(2)));
}

#[test]
fn a_holder_who_is_marked_away_leaves_his_givers_without_a_voice() {
    let mut room = Room::of(with_away(docket(5, 1), &[], &[(5, 2)]));
    room.must(&Command::SetPresence { member: member(2), presence: Presence::Excused, at: None });
    let sitting = room.history.sitting();
    assert_eq!(sitting.attendance().room(&sitting.docket().roster).seat(&member(5)), Some(&Seat::Excused));
}

#[test]
fn a_power_goes_to_another_member_who_is_present_l_2121_20() {
    let mut room = Room::of(with_away(docket(5, 1), &[(4, Presence::Absent)], &[]));
    let mut give =
        |giver, holder| room.ask(&Command::GiveProxy { giver: member(giver), holder: member(holder), at: None });
    assert_eq!(give(5, 5).unwrap_err().findings, vec![Finding::ProxyToSelf(member(5))]);
    let away = Finding::HolderAway { giver: member(5), holder: member(4) };
    assert_eq!(give(5, 4).unwrap_err().findings, vec![away]);
    assert!(give(5, 3).is_ok(), "who leaves a power is excused in the same gesture");
    assert_eq!(room.history.sitting().attendance().presence(&member(5)), Presence::Excused);
}

#[test]
fn a_second_power_is_irregular_on_an_ordinary_day_and_lawful_in_march_2022() {
    let two = || with_away(docket(9, 1), &[], &[(8, 2)]);
    let give = Command::GiveProxy { giver: member(9), holder: member(2), at: None };
    let refused = Room::of(two()).ask(&give).unwrap_err();
    assert_eq!(refused.findings[0].code(), Code::irregular(1));
    assert_eq!(refused.findings[0].article().map(|article| article.0), Some("art. L.2121-20 du CGCT"));
    let mut in_march = two();
    in_march.meeting.date = date(2022, 3, 3);
    assert!(Room::of(in_march).ask(&give).is_ok());
}

#[test]
fn a_sitting_without_quorum_opens_only_for_a_recorded_reason_l_2121_17() {
    let away: Vec<(u32, Presence)> = (4..=6).map(|number| (number, Presence::Absent)).collect();
    let mut room = Room::of(with_away(docket(6, 1), &away, &[]));
    let refused = room.ask(&Command::Open { at: None }).unwrap_err();
    assert!(refused.needs_only_a_reason());
    assert!(matches!(&refused.findings[0], Finding::QuorumMissing { missing, .. } if missing.len() == 3));
    room.ask_because(&Command::Open { at: None }, "seconde convocation").expect("opened");
    assert_eq!(room.history.sitting().irregularities()[0].reason, "seconde convocation");
    // The quorum is judged again at each report.
    assert!(room.ask(&Command::OpenReport { report: report(1), with: vec![] }).is_err());
    room.ask_because(&Command::OpenReport { report: report(1), with: vec![] }, "seconde convocation").expect("opened");
    assert_eq!(room.history.sitting().irregularities()[1].report, Some(report(1)));
}

#[test]
fn a_quorum_that_the_law_of_the_day_disputes_is_said_and_not_computed() {
    let mut disputed = docket(5, 1);
    disputed.meeting.date = date(2020, 10, 20);
    let refused = Room::of(disputed).ask(&Command::Open { at: None }).unwrap_err();
    assert_eq!(refused.findings.iter().map(Finding::code).collect::<Vec<_>>(), vec![Code::irregular(3)]);
}

#[test]
fn every_figure_says_why_and_its_numbers_give_its_value() {
    let room = voted(9, &[(9, Presence::Absent)], &[(8, 2)], &[(3, Choice::Against), (4, Choice::NotTakingPart)]);
    let sitting = room.history.sitting();
    let (_, vote) = sitting.open_report().expect("a vote");
    let why = |figure| hemicycle::french::figures::why(&Why::of(figure, vote, &sitting.rules()).expect("figures"));
    assert!(why(Figure::Voters).contains("7 + 1 − 1 = 7"), "{}", why(Figure::Voters));
    assert!(why(Figure::AbsoluteMajority).contains("7 ÷ 2 + 1 = 4"), "{}", why(Figure::AbsoluteMajority));
    assert!(why(Figure::AbsoluteMajority).contains("L.2121-20"));
    for figure in Figure::ALL {
        assert_eq!(Why::of(figure, vote, &sitting.rules()).unwrap().value, Tally::of(vote).unwrap().value(figure));
    }
}

#[test]
fn undo_and_redo_go_back_and_forth_through_the_whole_evening() {
    let mut room = voted(4, &[], &[], &[(2, Choice::Against)]);
    room.must(&Command::Proclaim {
        report: report(1),
        at: None,
        then_open: Some(report(2)),
        on: None,
        then_with: vec![],
    });
    room.must(&Command::voices(&report(2), vec![(member(3), Choice::Abstain)]));
    let after = room.history.sitting().clone();
    for _ in 0..5 {
        room.undo();
    }
    assert_eq!(room.history.sitting(), Room::of(docket(4, 2)).history.sitting(), "back to the very beginning");
    assert_eq!(room.history.undo_target(), None);
    for _ in 0..5 {
        room.redo();
    }
    assert_eq!(*room.history.sitting(), after);
    assert_eq!(room.history.redo_target(), None);
    room.undo();
    room.must(&Command::voices(&report(2), vec![(member(4), Choice::Abstain)]));
    assert_eq!(room.history.redo_target(), None, "a new action ends what could be given again");
}

#[test]
fn a_closed_sitting_takes_nothing_back() {
    let mut room = voted(4, &[], &[], &[]);
    assert!(room.ask(&Command::Close { at: None, notes: NoteSums::new() }).is_err(), "not while a vote is open");
    room.must(&Command::Proclaim { report: report(1), at: None, then_open: None, on: None, then_with: vec![] });
    room.must(&Command::Close { at: None, notes: NoteSums::new() });
    assert_eq!(room.history.undo_target(), None);
    let refused = room.ask(&Command::OpenReport { report: report(2), with: vec![] }).unwrap_err();
    assert_eq!(refused.findings, vec![Finding::SittingClosed]);
}

#[test]
fn a_record_that_says_another_figure_than_the_rules_give_is_refused() {
    let mut room = voted(4, &[], &[], &[]);
    let command = Command::Proclaim { report: report(1), at: None, then_open: None, on: None, then_with: vec![] };
    let mut events = room.history.sitting().decide(&command, &Reasons::new()).expect("accepted").events;
    if let hemicycle::council::event::Event::Proclaimed { tally, .. } = &mut events[0] {
        tally.as_mut().expect("figures").for_ -= 1;
    }
    assert!(room.history.push(Entry::Action { at: String::new(), events }).is_err());
}

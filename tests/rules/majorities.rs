//! Every majority for every body to 200, written from its legal definition; who may decide equal votes.

use hemicycle::council::ballot::Choice;
use hemicycle::council::majority::{DecisionRule, Majority};
use hemicycle::council::outcome::Outcome;
use hemicycle::council::tally::Tally;
use hemicycle::council::way::Counts;

use crate::LARGEST;

const CHAIRS: [Option<Choice>; 5] =
    [None, Some(Choice::For), Some(Choice::Against), Some(Choice::Abstain), Some(Choice::NotTakingPart)];

/// Whether so many voices for are that majority, as the texts word it: « plus de la moitié », « les deux tiers ».
fn is_enough(majority: Majority, for_: u32, against: u32, members: u32) -> bool {
    let cast = for_ + against;
    match majority {
        Majority::OfCast => 2 * for_ > cast,
        Majority::OfMembers => 2 * for_ > members,
        Majority::ThreeFifthsOfCast => 5 * for_ >= 3 * cast,
        Majority::ThreeFifthsOfMembers => 5 * for_ >= 3 * members,
        Majority::TwoThirdsOfCast => 3 * for_ >= 2 * cast,
        Majority::TwoThirdsOfMembers => 3 * for_ >= 2 * members,
        Majority::Relative => for_ > against,
        Majority::NoneAgainst => against <= for_,
    }
}

/// Whether equal votes may be decided by whoever presides: never of the members or of a share, for equal votes are too few
/// there, nor on the accounts.
fn may_be_decided(majority: Majority) -> bool {
    matches!(majority, Majority::OfCast | Majority::Relative)
}

#[test]
fn every_majority_follows_its_text_for_every_body_to_200_and_every_for_and_against() {
    for members in 0..=LARGEST {
        for for_ in 0..=members {
            for against in 0..=members - for_ {
                let abstentions = members - for_ - against;
                let tally =
                    Tally::from_counts(members, Counts { for_, against, abstentions, not_taking_part: 0 }, false);
                for majority in Majority::ALL {
                    check(majority, &tally);
                }
            }
        }
    }
}

fn check(majority: Majority, tally: &Tally) {
    let Tally { for_, against, cast, in_office, .. } = *tally;
    let is_tie = for_ == against && cast > 0;
    let chairs: &[Option<Choice>] = if is_tie { &CHAIRS } else { &CHAIRS[..1] };
    for casting_vote in [true, false] {
        let rule = DecisionRule { majority, casting_vote };
        for chair in chairs {
            let outcome = Outcome::of(tally, *chair, rule);
            let decided = is_tie && casting_vote && may_be_decided(majority);
            let by_the_chair = decided && *chair == Some(Choice::For);
            let enough = is_enough(majority, for_, against, in_office);
            let adopted = if majority == Majority::NoneAgainst { enough } else { cast > 0 && (enough || by_the_chair) };
            assert_eq!(outcome.is_adopted(), adopted, "{majority:?} {tally:?} {chair:?}");
            let of_the_chair = matches!(outcome, Outcome::AdoptedByCastingVote | Outcome::RejectedByCastingVote);
            let voted = matches!(chair, Some(Choice::For | Choice::Against));
            assert_eq!(of_the_chair, decided && voted, "{majority:?} {tally:?} {chair:?}");
            let unanimous = adopted && against == 0 && for_ > 0;
            assert_eq!(outcome == Outcome::AdoptedUnanimously, unanimous, "{majority:?} {tally:?}");
            let short = cast > 0 && for_ >= against && !enough && !may_be_decided(majority);
            assert_eq!(outcome == Outcome::RejectedShortOfMajority, short, "{majority:?} {tally:?}");
            let nothing = cast == 0 && majority != Majority::NoneAgainst;
            assert_eq!(outcome == Outcome::RejectedNothingCast, nothing, "{majority:?} {tally:?}");
        }
    }
}

#[test]
fn what_a_majority_takes_is_the_least_number_of_voices_that_is_enough() {
    for number in 0..=LARGEST {
        // A tally of so many members, all of whom cast a vote.
        let all = Counts { for_: number, ..Counts::default() };
        let tally = Tally::from_counts(number, all, false);
        for majority in Majority::ALL {
            let needed = majority.needed(&tally);
            if matches!(majority, Majority::Relative | Majority::NoneAgainst) {
                assert_eq!(needed, None, "for and against are only compared");
                continue;
            }
            let of_members = majority.needed_of_members(number).is_some();
            let Some(needed) = needed else {
                assert!(number == 0 && !of_members, "there is no share of nothing that was cast");
                continue;
            };
            // « Enough » of that number itself: those for it, and the rest against.
            let is_enough = |for_: u32| is_enough(majority, for_, number.saturating_sub(for_), number);
            assert!(number == 0 || needed <= number, "{majority:?} of {number}");
            assert!(number == 0 || is_enough(needed), "{majority:?} of {number}: {needed}");
            assert!(needed == 0 || !is_enough(needed - 1), "{majority:?} of {number}: not {needed}");
        }
    }
}

#[test]
fn those_who_take_no_part_are_voters_by_convention_alone_and_never_cast() {
    for members in 0..=LARGEST {
        for not_taking_part in 0..=members {
            for abstentions in 0..=members - not_taking_part {
                let for_ = members - not_taking_part - abstentions;
                let counts = Counts { for_, against: 0, abstentions, not_taking_part };
                let (outside, inside) =
                    (Tally::from_counts(members, counts, false), Tally::from_counts(members, counts, true));
                assert_eq!(outside.voters, for_ + abstentions);
                assert_eq!(inside, Tally { voters: members, ..outside }, "only the voters differ");
                assert_eq!(inside.cast, for_);
            }
        }
    }
}

#[test]
fn examples_of_special_majorities() {
    for (majority, of, needed) in [
        (Majority::TwoThirdsOfMembers, 240, 160),
        (Majority::TwoThirdsOfMembers, 29, 20),
        (Majority::ThreeFifthsOfMembers, 29, 18),
        (Majority::OfMembers, 29, 15),
        (Majority::TwoThirdsOfCast, 19, 13),
        (Majority::ThreeFifthsOfCast, 19, 12),
    ] {
        let tally = Tally::from_counts(of, Counts { for_: of, ..Counts::default() }, false);
        assert_eq!(majority.needed(&tally), Some(needed), "{majority:?} of {of}");
    }
}

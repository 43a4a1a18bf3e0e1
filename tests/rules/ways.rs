//! How a vote is recorded: whatever the room and whatever is typed, in properties.

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::docket::Docket;
use hemicycle::council::recusal::Ground;
use hemicycle::council::way::{Stated, Way};
use proptest::prelude::*;

use crate::common::ask::*;
use crate::common::{Room, docket, member, with_away};

const SIZE: u32 = 9;

/// A council of nine: who is away, who gave a power to 1, who must take no part, and whether those who take none are voters.
fn council() -> impl Strategy<Value = (Docket, Vec<u32>)> {
    let some = |from| proptest::collection::btree_set(from..=SIZE, 0..3);
    (some(2), some(2), some(2), any::<bool>()).prop_map(|(away, givers, recused, inside)| {
        let away: Vec<(u32, Presence)> = away.into_iter().map(|who| (who, Presence::Absent)).collect();
        let proxies: Vec<(u32, u32)> = givers.into_iter().map(|giver| (giver, 1)).collect();
        let mut docket = with_away(docket(SIZE, 3), &away, &proxies);
        docket.body.settings.nppv_in_voters = inside;
        (docket, recused.into_iter().collect())
    })
}

fn choice() -> impl Strategy<Value = Choice> {
    proptest::sample::select(&Choice::ALL)
}

/// What everybody says who has a voice, by the number of the member.
fn said() -> impl Strategy<Value = Vec<Choice>> {
    proptest::collection::vec(choice(), SIZE as usize)
}

fn opened(docket: &Docket, recused: &[u32], reports: &[u32]) -> Room {
    let mut room = Room::of(docket.clone());
    for who in recused {
        for number in 1..=3 {
            let _ = room.ask_because(&recuse(number, *who, Ground::Interest, who % 2 == 0), "motif");
        }
    }
    room.ask_because(&open(NEVER), "motif").expect("opened");
    if let [first, with @ ..] = reports {
        room.ask_because(&open_together(*first, with), "motif").expect("opened");
    }
    room
}

/// The members who have a voice in the vote of report 1, with what each says.
fn heard(room: &Room, number: u32, said: &[Choice]) -> Vec<(u32, Choice)> {
    let has_a_voice = |who: &u32| room.vote(number).room.has_voice(&member(*who));
    (1..=SIZE).filter(has_a_voice).map(|who| (who, said[who as usize - 1])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_alone_are_taken_if_and_only_if_they_add_up_exactly(
        (docket, recused) in council(), counts in [0_u32..5, 0..3, 0..3, 0..3], exact in any::<bool>(),
    ) {
        let mut room = opened(&docket, &recused, &[1]);
        let voices = room.vote(1).voices();
        let [mut for_, against, abstentions, out] = counts;
        if exact {
            for_ = voices.saturating_sub(against + abstentions + out);
        }
        let command = figures(1, None, [for_, against, abstentions, out], None);
        if for_ + against + abstentions + out == voices {
            room.must(&command);
            room.ask_because(&proclaim(1, NEVER), "motif").expect("a reason is all that may be missing");
            let tally = room.tally(1);
            prop_assert_eq!([tally.for_, tally.against, tally.abstentions, tally.not_taking_part], [for_, against, abstentions, out]);
            let inside = if docket.body.settings.nppv_in_voters { 0 } else { out };
            prop_assert_eq!(tally.voters, voices - inside);
        } else {
            prop_assert_eq!(room.wrong(&command), ["E033"]);
        }
    }

    #[test]
    fn a_roll_call_is_proclaimed_if_and_only_if_nobody_is_awaited(
        (docket, recused) in council(), said in said(), called in proptest::collection::vec(any::<bool>(), SIZE as usize),
    ) {
        let mut room = opened(&docket, &recused, &[1]);
        room.must(&choose_way(1, None, Way::RollCall));
        let all = heard(&room, 1, &said);
        let now: Vec<(u32, Choice)> = all.iter().filter(|(who, _)| called[*who as usize - 1]).copied().collect();
        if !now.is_empty() {
            room.must(&voices(1, &now));
        }
        let refused = room.wrong(&proclaim(1, NEVER)).contains(&"E040".to_owned());
        prop_assert_eq!(refused, now.len() < all.len());
        prop_assert_eq!(room.vote(1).awaited().count(), all.len() - now.len());
        prop_assert_eq!(room.vote(1).choices().count(), now.len(), "nobody is presumed anything");
    }

    #[test]
    fn what_was_typed_in_one_way_is_found_again_after_all_the_others(
        (docket, recused) in council(), said in said(), ways in proptest::collection::vec(0_usize..4, 1..8),
    ) {
        let mut room = opened(&docket, &recused, &[1]);
        room.must(&choose_way(1, None, Way::RollCall));
        let all = heard(&room, 1, &said);
        room.must(&voices(1, &all));
        let voices = room.vote(1).voices();
        room.must(&figures(1, None, [voices, 0, 0, 0], None));
        room.must(&state(1, None, Stated::Rejected));
        for place in ways {
            let way = Way::ALL[place];
            if room.vote(1).way != way {
                room.must(&choose_way(1, None, way));
            }
        }
        let vote = room.vote(1);
        prop_assert_eq!(vote.counts().map(|counts| counts.for_), Some(voices));
        prop_assert_eq!(vote.stated(), Some(Stated::Rejected));
        for way in [Way::ByException, Way::RollCall] {
            if room.vote(1).way != way {
                room.must(&choose_way(1, None, way));
            }
            for (who, choice) in &all {
                prop_assert_eq!(room.vote(1).choice(&member(*who)), Some(*choice), "{:?}", way);
            }
        }
    }

    #[test]
    fn reports_proclaimed_together_have_the_results_that_they_would_have_had_one_by_one(
        (docket, recused) in council(), first in said(), second in said(), everywhere in any::<bool>(),
    ) {
        let mut together = opened(&docket, &recused, &[1, 2, 3]);
        let mut apart = opened(&docket, &recused, &[]);
        let all = heard(&together, 1, &first);
        if everywhere {
            // Refused only where it changes nothing.
            let _ = together.ask(&voices_everywhere(1, &all));
        } else {
            for number in 1..=3 {
                let _ = together.ask(&voices(number, &all));
            }
        }
        let exceptions = heard(&together, 2, &second);
        let _ = together.ask(&voices(2, &exceptions));
        together.ask_because(&proclaim(2, NEVER), "motif").expect("proclaimed");
        for number in 1..=3 {
            apart.ask_because(&open_report(number), "motif").expect("opened");
            let said = if number == 2 { &exceptions } else { &all };
            let _ = apart.ask(&voices(number, said));
            apart.ask_because(&proclaim(number, NEVER), "motif").expect("proclaimed");
            prop_assert_eq!(together.tally(number), apart.tally(number));
            prop_assert_eq!(together.outcome(number), apart.outcome(number));
            prop_assert!(together.vote(number).choices().eq(apart.vote(number).choices()));
            prop_assert_eq!(&together.vote(number).room, &apart.vote(number).room);
        }
    }

    #[test]
    fn one_who_must_take_no_part_is_never_a_voter_whatever_the_convention(
        (docket, recused) in council(), said in said(),
    ) {
        let mut room = opened(&docket, &recused, &[1]);
        let all = heard(&room, 1, &said);
        let _ = room.ask(&voices(1, &all));
        room.ask_because(&proclaim(1, NEVER), "motif").expect("proclaimed");
        let vote = room.vote(1);
        for who in vote.recusals.keys() {
            prop_assert!(vote.choice(who).is_none());
        }
        let tally = room.tally(1);
        let out = all.iter().filter(|(_, choice)| *choice == Choice::NotTakingPart).count();
        let voters = if docket.body.settings.nppv_in_voters { all.len() } else { all.len() - out };
        prop_assert_eq!(tally.voters as usize, voters);
    }
}

//! What holds of every sitting, whatever was done in it.

use std::collections::BTreeSet;
use std::fmt::Debug;

use hemicycle::council::ballot::{Choice, Vote};
use hemicycle::council::id::MemberId;
use hemicycle::council::numbering::key;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::room::{Room, Seat};
use hemicycle::council::sitting::{Sitting, Stage};
use hemicycle::council::tally::Tally;

/// No two acts bear one number.
fn check_numbers(sitting: &Sitting, path: &dyn Debug) {
    let mut borne = BTreeSet::new();
    for report in sitting.docket().agenda.reports() {
        if let Some(number) = sitting.act(report) {
            assert!(borne.insert(key(&number)), "{number} twice: {path:?}");
        }
    }
}

/// Checks the seats of the room, every power, and every voice of every vote.
pub fn check(sitting: &Sitting, path: &dyn Debug) {
    let holders: BTreeSet<&MemberId> = sitting.attendance().holders(&sitting.docket().roster).collect();
    check_room(&sitting.room(), sitting.in_office(), path);
    assert_eq!(sitting.room().seats().map(|(id, _)| id).collect::<BTreeSet<_>>(), holders, "{path:?}");
    for (giver, holder) in sitting.attendance().proxies() {
        assert!(sitting.attendance().is_present(holder), "a power without a holder in the room: {path:?}");
        assert!(!sitting.attendance().is_present(giver), "a member both present and represented: {path:?}");
        assert!(sitting.attendance().holder_of(holder).is_none(), "a power handed on: {path:?}");
        assert!(holders.contains(giver) && holders.contains(holder), "a power of one without a seat: {path:?}");
    }
    check_numbers(sitting, path);
    let mut open = 0;
    for report in sitting.docket().agenda.reports() {
        let Some(progress) = sitting.progress(&report.id) else { continue };
        assert_ne!(sitting.stage(), Stage::RollCall);
        check_vote(progress.vote(), path);
        match progress.done() {
            None => {
                open += 1;
                assert_eq!(sitting.quorum(), sitting.quorum_for(&report.id), "the room of the vote is now's: {path:?}");
            }
            Some(done) => {
                assert_eq!(done.tally, Tally::of(&done.vote), "{path:?}");
                assert_eq!(Some(done.outcome), Outcome::of_vote(&done.vote), "{path:?}");
            }
        }
    }
    assert!(open <= 1, "two votes at once: {path:?}");
}

/// Each member in exactly one of five places, which add up to the members in office.
fn check_room(room: &Room, in_office: u32, path: &dyn Debug) {
    let five = [room.present(), room.represented(), room.withdrawn(), room.excused(), room.absent()];
    assert_eq!(five.iter().sum::<u32>(), in_office, "the five add up to the members in office: {path:?}");
    for (member, seat) in room.seats() {
        if let Seat::Represented(holder) = seat {
            assert!(room.speaks(holder), "{member} represented by one who does not speak: {path:?}");
        }
    }
}

/// *Votants* by sets, and the sum of the table.
fn check_vote(vote: &Vote, path: &dyn Debug) {
    check_room(&vote.room, vote.in_office, path);
    let mut counted = BTreeSet::new();
    for choice in Choice::ALL {
        for member in vote.saying(choice) {
            assert!(counted.insert(member.clone()), "{member} counted twice: {path:?}");
            assert!(!vote.recusals.contains_key(member), "{member} takes no part: {path:?}");
        }
    }
    let by_sets: BTreeSet<MemberId> = vote
        .room
        .seats()
        .filter_map(|(member, seat)| match seat {
            Seat::Present | Seat::Remote => Some(member.clone()),
            Seat::Represented(holder) if vote.room.speaks(holder) => Some(member.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(counted, by_sets, "{path:?}");
    let Some(tally) = Tally::of(vote) else { return };
    let voters = u32::try_from(by_sets.len()).unwrap() - tally.not_taking_part;
    assert_eq!(tally.voters, voters, "{path:?}");
    assert_eq!(voters, tally.for_ + tally.against + tally.abstentions + tally.blank_null, "{path:?}");
    let room = &vote.room;
    assert_eq!(voters, room.present() - room.recused() + room.represented() - tally.not_taking_part, "{path:?}");
    assert!(tally.cast <= tally.voters && tally.voters <= tally.in_office, "{path:?}");
    if let Some(choice) = vote.choice_of_the_chair() {
        let chair = vote.chair.as_ref().expect("who chose presides");
        assert!(room.speaks(chair) && vote.choice(chair) == Some(choice), "never a voice that is carried: {path:?}");
    }
}

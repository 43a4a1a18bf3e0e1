//! What holds of every sitting, whatever was done in it.

use std::collections::BTreeSet;
use std::fmt::Debug;

use hemicycle::council::agenda::Report;
use hemicycle::council::ballot::{Choice, Vote};
use hemicycle::council::id::MemberId;
use hemicycle::council::numbering::key;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::ProposalState;
use hemicycle::council::room::{Room, Seat};
use hemicycle::council::secret::SecretVote;
use hemicycle::council::sitting::{Done, Sitting, Stage};
use hemicycle::council::tally::Tally;
use hemicycle::council::way::Way;

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
    check_floor(sitting, path);
    for report in sitting.docket().agenda.reports() {
        check_proposals(sitting, report, path);
        let Some(progress) = sitting.progress(&report.id) else { continue };
        assert_ne!(sitting.stage(), Stage::RollCall);
        check_vote(progress.vote(), path);
        match progress.done() {
            None => {
                let first = sitting.open_report().is_some_and(|(first, _)| first.id == report.id);
                let (now, of_the_vote) = (sitting.quorum(), sitting.quorum_for(&report.id));
                assert!(!first || now == of_the_vote, "the room of the vote is now's: {path:?}");
            }
            Some(done) => {
                let left = done.outcome.is_left();
                let is_elected = matches!(done.outcome, Outcome::Elected | Outcome::NobodyElected);
                assert!(
                    left || is_elected || check_result(done, path) || Some(done.outcome) == report.kind.without_vote(),
                    "{path:?}"
                );
                if is_elected {
                    check_election(sitting, report, done, path);
                }
                assert!(left || done.outcome.is_voted() || done.tally.is_none(), "figures of no vote: {path:?}");
                let waits = sitting.handling(&report.id).pending().next().is_some();
                assert!(!waits, "the text was voted before what was put before it: {path:?}");
            }
        }
    }
}

/// One thing is put to the vote at a time: a text, those put to one vote with it, or a proposal in a report that is alone.
fn check_floor(sitting: &Sitting, path: &dyn Debug) {
    let texts: Vec<_> = sitting.open_reports().collect();
    let ids: Vec<_> = texts.iter().map(|(report, _)| report.id.clone()).collect();
    for (_, vote) in &texts {
        assert!(if texts.len() > 1 { vote.together == ids } else { vote.together.is_empty() }, "{path:?}");
        assert_eq!(vote.chair, texts[0].1.chair, "one chair over all: {path:?}");
    }
    let mut proposals = Vec::new();
    for report in sitting.docket().agenda.reports() {
        for proposed in &sitting.handling(&report.id).proposals {
            if let ProposalState::Opened(vote) = &proposed.state {
                proposals.push((report.id.clone(), proposed.proposal.id.clone()));
                check_vote(vote, path);
            }
        }
    }
    assert!(proposals.len() <= 1, "two votes at once: {path:?}");
    if let Some((report, id)) = proposals.first() {
        assert_eq!(ids, std::slice::from_ref(report), "a proposal in a report that is open, and alone: {path:?}");
        assert_eq!(sitting.floor().and_then(|floor| floor.on), Some(id), "{path:?}");
    }
}

/// What was voted on a proposal follows from its voices, and one that ends the report ended it.
fn check_proposals(sitting: &Sitting, report: &Report, path: &dyn Debug) {
    for proposed in &sitting.handling(&report.id).proposals {
        let Some(done) = proposed.state.done() else { continue };
        check_vote(&done.vote, path);
        assert!(check_result(done, path), "a proposal is voted: {path:?}");
        let was_rectified = !done.rectifications.is_empty();
        if proposed.proposal.id.ends_the_report() && done.outcome.is_adopted() && !was_rectified {
            let end = sitting.done_on(&report.id, None).map(|done| done.outcome);
            assert!(matches!(end, Some(Outcome::Postponed | Outcome::SetAside)), "{path:?}");
        }
    }
}

/// The figures and the outcome of a vote follow from its voices; says whether there was one.
fn check_result(done: &Done, path: &dyn Debug) -> bool {
    let Some(outcome) = Outcome::of_vote(&done.vote) else { return false };
    assert_eq!((done.tally, done.outcome), (Tally::of(&done.vote), outcome), "{path:?}");
    assert_eq!(done.vote.awaited().count(), 0, "proclaimed before everybody was called: {path:?}");
    if done.vote.ballot.is_public() {
        let named = u32::try_from(done.vote.choices().count()).unwrap();
        assert_eq!(named, done.vote.voices(), "a public ballot names everybody: {path:?}");
    }
    true
}

/// Whoever was elected holds one post, of those there are; nobody was if nobody could be.
fn check_election(sitting: &Sitting, report: &Report, done: &Done, path: &dyn Debug) {
    let elected = sitting.elected(&report.id);
    let people: BTreeSet<&MemberId> = elected.iter().map(|elected| &elected.member).collect();
    assert_eq!(people.len(), elected.len(), "elected twice: {path:?}");
    assert!(done.tally.is_none() && done.rectifications.is_empty(), "an election has no figures of a text: {path:?}");
    let posts = sitting.contest(&report.id).and_then(|contest| contest.posts);
    assert!(posts.is_none_or(|posts| elected.len() <= posts as usize), "more elected than posts: {path:?}");
    assert!(done.outcome == Outcome::NobodyElected || !elected.is_empty(), "{path:?}");
}

/// Nothing is said aloud in a secret ballot; each voice of the room signed or did not; what was found adds up, in one order.
fn check_urn(vote: &Vote, secret: &SecretVote, path: &dyn Debug) {
    assert!(vote.ballot.is_secret() && vote.way == Way::Secret, "{path:?}");
    assert_eq!(vote.choices().count(), 0, "a voice beside a choice: {path:?}");
    assert_eq!((vote.counts(), vote.chair_said(), vote.stated(), vote.awaited().count()), (None, None, None, 0));
    assert!(!secret.rounds.is_empty(), "{path:?}");
    for round in &secret.rounds {
        let Some(urn) = &round.urn else {
            assert!(round.count.is_none(), "counted before it was closed: {path:?}");
            continue;
        };
        assert!(urn.signed.is_disjoint(&urn.unsigned), "{path:?}");
        assert!(urn.carried.keys().all(|giver| urn.signed.contains(giver) || urn.unsigned.contains(giver)), "{path:?}");
        assert!(urn.voices() <= urn.in_office, "{path:?}");
        if let Some(count) = &round.count {
            assert!(count.adds_up() && *count == count.in_order(), "{path:?}");
        }
    }
    let last = secret.last().expect("a round");
    assert!(secret.rounds.iter().rev().skip(1).all(|round| round.count.is_some()), "{path:?}");
    if let Some(urn) = &last.urn {
        let voices: BTreeSet<MemberId> = vote.room.voices().cloned().collect();
        assert_eq!(urn.signed.union(&urn.unsigned).cloned().collect::<BTreeSet<_>>(), voices, "{path:?}");
        assert_eq!(urn.in_office, vote.in_office, "{path:?}");
    }
    let Some(tally) = Tally::of(vote) else { return };
    let (count, urn) = (secret.count().expect("counted"), secret.urn().expect("closed"));
    assert_eq!(tally.voters, count.in_urn, "{path:?}");
    assert_eq!(tally.voters, tally.for_ + tally.against + tally.blank_null, "{path:?}");
    assert_eq!((tally.cast, tally.abstentions), (tally.for_ + tally.against, 0), "{path:?}");
    assert_eq!(tally.not_taking_part as usize, urn.unsigned.len(), "{path:?}");
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
    let room = &vote.room;
    let voices = u32::try_from(by_sets.len()).unwrap();
    assert_eq!(voices, room.present() - room.recused() + room.represented(), "{path:?}");
    if vote.way.names() {
        counted.extend(vote.awaited().cloned());
        assert_eq!(counted, by_sets, "{path:?}");
    } else {
        assert!(counted.is_empty(), "nobody is named where names are not recorded: {path:?}");
    }
    if let Some(choice) = vote.choice_of_the_chair() {
        let chair = vote.chair.as_ref().expect("who chose presides");
        assert!(room.speaks(chair), "never a voice that is carried: {path:?}");
        assert!(!vote.way.names() || vote.choice(chair) == Some(choice), "{path:?}");
    }
    if let Some(secret) = vote.secret() {
        return check_urn(vote, secret, path);
    }
    assert!(!vote.ballot.is_secret() && vote.way != Way::Secret, "a secret ballot without an urn: {path:?}");
    // A roll call that is going on counts those who were called; figures may have to be counted again.
    let is_whole = vote.awaited().next().is_none() && vote.counts().is_none_or(|counts| counts.sum() == voices);
    let Some(tally) = Tally::of(vote).filter(|_| is_whole) else { return };
    let inside = if vote.nppv_in_voters { tally.not_taking_part } else { 0 };
    assert_eq!(tally.voters, voices - tally.not_taking_part + inside, "{path:?}");
    assert_eq!(tally.voters, tally.for_ + tally.against + tally.abstentions + tally.blank_null + inside, "{path:?}");
    assert!(tally.cast <= tally.voters && tally.voters <= tally.in_office, "{path:?}");
}

//! The picture of a public ballot: what was said in each seat, group by group.

use crate::council::ballot::Vote;
use crate::council::room::Seat;
use crate::council::sitting::Sitting;
use crate::french::hemicycle::{self as words, Counts, EVERY};
use crate::papers::document::{Block, Hemicycle, Line, Run, Said, Sign, Wedge};
use crate::seating::Seating;

/// The picture of a vote whose ballot is public and whose names were taken down; nothing of any other, whose names are not
/// all printed.
pub fn picture(sitting: &Sitting, vote: &Vote) -> Option<Block> {
    if !vote.ballot.is_public() || !vote.way.names() {
        return None;
    }
    let roster = &sitting.docket().roster;
    let holders = roster.everyone().map(|member| &member.id).filter(|id| vote.room.seat(id).is_some());
    let seating = Seating::of(roster, holders);
    let said = |member| Said {
        choice: vote.choice(member),
        is_carried: matches!(vote.room.seat(member), Some(Seat::Represented(_))),
    };
    let seats: Vec<Said> = seating.seats().iter().map(|seat| said(&seat.member)).collect();
    if seats.iter().all(|said| said.choice.is_none()) {
        return None;
    }
    let mut all = Counts::default();
    for said in &seats {
        all.add(said.choice);
    }
    let groups = groups(&seating, &seats);
    let carried = seats.iter().filter(|said| said.is_carried && said.choice.is_some()).count();
    let counted = EVERY.into_iter().filter(|said| all.of(*said) > 0);
    let mut legend: Vec<(Sign, Line)> =
        counted.map(|said| (Sign::Seat(said), Run::name(&words::legend(said, all.of(said))).into())).collect();
    if carried > 0 {
        legend.push((Sign::Dot, Run::name(&words::legend_of_carried(carried)).into()));
    }
    let wedge = |(name, seats): (&String, usize)| Wedge { name: Line::prose(name), seats };
    let sizes = groups.iter().map(|(name, counts)| (name, EVERY.into_iter().map(|said| counts.of(said)).sum::<u32>()));
    Some(Block::Hemicycle(Hemicycle {
        says: Run::prose(&words::says(&all, &groups)).text().to_owned(),
        caption: words::caption(&groups).map(|caption| Line::prose(&caption)),
        seats,
        groups: sizes.map(|(name, seats)| wedge((name, usize::try_from(seats).unwrap_or(0)))).collect(),
        legend,
    }))
}

/// Each group in the order of its seats, with what was said in them; none in a council without groups.
fn groups(seating: &Seating, seats: &[Said]) -> Vec<(String, Counts)> {
    let mut groups: Vec<(Option<usize>, Counts)> = Vec::new();
    for (seat, said) in seating.seats().iter().zip(seats) {
        if let Some((_, counts)) = groups.last_mut().filter(|(group, _)| *group == seat.group) {
            counts.add(said.choice);
        } else {
            let mut counts = Counts::default();
            counts.add(said.choice);
            groups.push((seat.group, counts));
        }
    }
    if groups.iter().all(|(group, _)| group.is_none()) {
        return Vec::new();
    }
    let name = |group: Option<usize>| {
        let known = group.and_then(|place| seating.groups().get(place));
        known.cloned().unwrap_or_else(|| words::NO_GROUP.to_owned())
    };
    groups.into_iter().map(|(group, counts)| (name(group), counts)).collect()
}

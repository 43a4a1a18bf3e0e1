//! Who voted how, on paper: as lists by choice, or in a sentence. A public ballot names everybody (CGCT, art. L.2121-21); an
//! ordinary one those whom the assembly prints; a vote counted without names nobody, and that is said.

use crate::council::agenda::Report;
use crate::council::ballot::{Choice, Vote};
use crate::council::conventions::NamesPrinted;
use crate::council::room::Seat;
use crate::council::roster::{Member, Roster};
use crate::council::sitting::{Done, Sitting};
use crate::council::way::{Counts, Way};
use crate::french::ballots::names_not_taken;
use crate::french::grammar::{Agreement, capitalised};
use crate::french::lists::{self, Voters};
use crate::french::phrases::{self, Facts};
use crate::french::sentences::VOTES;
use crate::papers::compose::attendance::{agreement, list, names};
use crate::papers::document::{Block, Line, Run, Style};

use super::{picture, said};

/// Every choice, in the order of the lists.
const IN_ORDER: [Choice; 4] = [Choice::For, Choice::Against, Choice::Abstain, Choice::NotTakingPart];

/// Whose names are printed for a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    /// Everybody, for the ballot is public: a choice that nobody made is said too.
    EverybodyInPublic,
    /// Everybody, as the assembly likes it.
    Everybody,
    /// Those who were not for.
    Others,
    /// Nobody, as the assembly likes it, or where there is nothing to name.
    Nobody,
    /// The voices were counted without their names.
    NotTaken(Counts),
}

impl Named {
    fn of(sitting: &Sitting, vote: &Vote) -> Self {
        let printed = sitting.docket().body.conventions.names;
        match (vote.way, printed) {
            (Way::Result | Way::WithoutVote | Way::Secret, _) => Self::Nobody,
            _ if vote.ballot.is_public() && vote.way.names() => Self::EverybodyInPublic,
            (_, NamesPrinted::Nobody) => Self::Nobody,
            (Way::Figures, _) => vote.counts().map_or(Self::Nobody, Self::NotTaken),
            (Way::ByException | Way::RollCall, NamesPrinted::Everybody) => Self::Everybody,
            (Way::ByException | Way::RollCall, NamesPrinted::OtherThanFor) => Self::Others,
        }
    }

    fn names(self, choice: Choice) -> bool {
        match self {
            Self::EverybodyInPublic | Self::Everybody => true,
            Self::Others | Self::NotTaken(_) => choice != Choice::For,
            Self::Nobody => false,
        }
    }
}

/// The members who say so, in the order of the table: those in the room, or those for whom another spoke.
fn saying<'a>(vote: &Vote, choice: Choice, voters: Voters, roster: &'a Roster) -> Vec<&'a Member> {
    let is_among = |member: &&Member| {
        vote.choice(&member.id) == Some(choice)
            && matches!(
                (vote.room.seat(&member.id), voters),
                (Some(Seat::Present | Seat::Remote), Voters::Present)
                    | (Some(Seat::Represented(_)), Voters::Represented)
            )
    };
    roster.everyone().filter(is_among).collect()
}

/// The nominal lists of a délibération: present and excused, against and abstaining, « Néant » if empty; then those who
/// took no part, if any. Those for stand first where they are printed.
pub fn nominal_lists(sitting: &Sitting, vote: &Vote) -> Vec<Block> {
    let roster = &sitting.docket().roster;
    let named = Named::of(sitting, vote);
    let mut blocks = Vec::new();
    for choice in IN_ORDER.into_iter().filter(|choice| named.names(*choice)) {
        if let Named::NotTaken(counts) = named {
            blocks.extend(not_taken(counts, choice, choice != Choice::NotTakingPart));
            continue;
        }
        for voters in [Voters::Present, Voters::Represented] {
            let members = saying(vote, choice, voters, roster);
            if choice != Choice::NotTakingPart || !members.is_empty() {
                blocks.push(list(&lists::voted(voters, choice, agreement(&members)), names(&members, roster)));
            }
        }
    }
    blocks.extend(picture(sitting, vote));
    blocks
}

/// The lists of the minutes: one a choice that somebody made, carried votes with their holder. In a public ballot nobody
/// against and nobody abstaining is said too.
pub fn names_by_choice(sitting: &Sitting, vote: &Vote) -> Vec<Block> {
    let roster = &sitting.docket().roster;
    let named = Named::of(sitting, vote);
    let mut blocks = Vec::new();
    for choice in IN_ORDER.into_iter().filter(|choice| named.names(*choice)) {
        if let Named::NotTaken(counts) = named {
            blocks.extend(not_taken(counts, choice, false));
            continue;
        }
        let members: Vec<&Member> =
            roster.everyone().filter(|member| vote.choice(&member.id) == Some(choice)).collect();
        let is_said_of_nobody = named == Named::EverybodyInPublic && choice != Choice::NotTakingPart;
        if !members.is_empty() || is_said_of_nobody {
            let head = capitalised(&lists::vote(choice, agreement(&members)));
            let lines = members.iter().map(|member| name_and_holder(member, vote, roster)).collect();
            blocks.push(list(&head, lines));
        }
    }
    blocks.extend(picture(sitting, vote));
    blocks
}

/// « Ont voté contre : noms non relevés »; « Néant » for a choice that nobody made, where that is said.
fn not_taken(mut counts: Counts, choice: Choice, nobody_is_said: bool) -> Option<Block> {
    let voices = *counts.of_mut(choice);
    if voices == 0 && !nobody_is_said {
        return None;
    }
    let agreement = match voices {
        0 => Agreement::Nobody,
        1 => Agreement::One(None),
        _ => Agreement::Several,
    };
    let instead = (voices > 0).then(|| Line::prose(names_not_taken(voices)));
    Some(list(&capitalised(&lists::vote(choice, agreement)), instead.into_iter().collect()))
}

fn name_and_holder(member: &Member, vote: &Vote, roster: &Roster) -> Line {
    let name = Line::from(Run::name(&lists::listed(member, roster)));
    match vote.room.seat(&member.id) {
        Some(Seat::Represented(holder)) => {
            let (before, after) = lists::BY_POWER_GIVEN_TO;
            name.then(Run::prose(before)).then(Run::name(&lists::listed_by(holder, roster))).then(Run::prose(after))
        }
        _ => name,
    }
}

/// « 6 voix pour, 3 voix contre (DI MEO Paolo et ICARD Léa) et 1 abstention (FAURE-LABAT Hugo) », as a paragraph of abridged
/// minutes; nothing where no figures are known, and the lists where everybody is named.
pub fn votes_and_names(sitting: &Sitting, report: &Report, done: &Done) -> Vec<Block> {
    let Some(tally) = &done.tally else { return Vec::new() };
    let named = Named::of(sitting, &done.vote);
    if matches!(named, Named::EverybodyInPublic | Named::Everybody) {
        return names_by_choice(sitting, &done.vote);
    }
    let line = if named == Named::Nobody {
        Line::prose(VOTES).then(Run::prose(&phrases::votes(tally)))
    } else {
        said(Line::prose(VOTES), phrases::votes_and_names(&Facts::of(sitting, report, &done.vote, tally, done.outcome)))
    };
    let others = tally.against + tally.abstentions + tally.not_taking_part;
    let line = match named {
        Named::NotTaken(_) if others > 0 => line.then(Run::prose(&format!(" ({})", names_not_taken(others)))),
        _ => line,
    };
    vec![Block::Paragraph(Style::Text, line.then(Run::prose(".")))]
}

//! Reads an act against the evening: step by step as it is typed, and at the end, when it is known who arrived later.

use std::collections::BTreeSet;

use super::{Listed, Misprint, Printable, Printed, Verdict};
use crate::council::chronicle::What;
use crate::council::command::Command;
use crate::council::id::{MemberId, ReportId};
use crate::council::majority::Majority;
use crate::council::name::fold;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::quorum::{Fraction, Quorum};
use crate::council::room::{Room, Seat};
use crate::council::sitting::{Progress, Sitting};
use crate::council::tally::Tally;

/// The printed figures of an evening, each with what the sitting gave there.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    given: Vec<Given>,
}

/// Which instant of the sitting a figure was printed for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Instant {
    Opening,
    Opened(ReportId),
    /// On the text of a report, or on a proposal in it.
    Proclaimed(ReportId, Option<ProposalId>),
}

/// What was printed at a step, and what the sitting gave there.
#[derive(Clone, Debug)]
struct Given {
    step: usize,
    printed: Printed,
    instant: Instant,
    room: Room,
    quorum: Quorum,
    in_office: u32,
    /// What adopts there; nothing at the opening.
    majority: Option<Majority>,
    /// What the vote gave; nothing at the opening, nor yet when a report is opened.
    result: Option<(Tally, Outcome)>,
}

impl Proof {
    /// Notes what was printed at a step that has just been applied. Steps that print nothing are left out.
    pub fn note(&mut self, step: usize, printed: &Printed, command: &Command, sitting: &Sitting) {
        let given = match command {
            Command::Open { .. } => sitting.opening().map(|opening| Given {
                step,
                printed: printed.clone(),
                instant: Instant::Opening,
                room: opening.room.clone(),
                quorum: opening.quorum,
                in_office: sitting.in_office(),
                majority: None,
                result: None,
            }),
            Command::OpenReport { report, .. } => {
                of_vote(step, printed, Instant::Opened(report.clone()), (report, None), sitting)
            }
            Command::Proclaim { report, on, .. } => {
                let instant = Instant::Proclaimed(report.clone(), on.clone());
                of_vote(step, printed, instant, (report, on.as_ref()), sitting)
            }
            _ => None,
        };
        self.given.extend(given);
    }

    /// What is wrong in the act, each with the step at which it was printed; `evening` is the sitting at the end.
    #[must_use]
    pub fn misprints(&self, evening: &Sitting) -> Vec<(usize, Misprint)> {
        let mut all = Vec::new();
        for (place, given) in self.given.iter().enumerate() {
            let before = self.given.iter().take(place).rev().find(|other| given.follows(other));
            let mut found = given.misprints(before, evening);
            all.extend(found.drain(..).map(|misprint| (given.step, misprint)));
        }
        all
    }
}

fn of_vote(
    step: usize,
    printed: &Printed,
    instant: Instant,
    (report, on): (&ReportId, Option<&ProposalId>),
    sitting: &Sitting,
) -> Option<Given> {
    let vote = sitting.vote_on(report, on)?;
    Some(Given {
        step,
        printed: printed.clone(),
        instant,
        room: vote.room.clone(),
        quorum: vote.quorum,
        in_office: vote.in_office,
        majority: Some(vote.rule.majority),
        result: sitting.done_on(report, on).and_then(|done| Some((done.tally?, done.outcome))),
    })
}

impl Instant {
    fn is(&self, what: &What) -> bool {
        match (what, self) {
            (What::Opened, Self::Opening) => true,
            (What::ReportOpened(one), Self::Opened(other)) => one == other,
            (What::Proclaimed(one), Self::Proclaimed(other, None)) => one == other,
            (What::ProposalProclaimed(one, id), Self::Proclaimed(other, Some(on))) => one == other && id == on,
            _ => false,
        }
    }
}

impl Given {
    /// Both are results, this one the later.
    fn follows(&self, other: &Self) -> bool {
        matches!((&self.instant, &other.instant), (Instant::Proclaimed(..), Instant::Proclaimed(..)))
    }

    fn misprints(&self, before: Option<&Self>, evening: &Sitting) -> Vec<Misprint> {
        let mut found = Vec::new();
        let result = self.result.or_else(|| self.result_in(evening));
        let before = before.filter(|before| self.nobody_moved_since(before, evening));
        self.members(before, evening, &mut found);
        found.extend(differs(Printable::InOffice, self.printed.in_office, Some(self.in_office)));
        found.extend(self.quorum());
        if let Some((tally, outcome)) = result {
            self.figures(before, &tally, &mut found);
            let is_said = |it: &Misprint| matches!(it, Misprint::MajorityOfAnother { turned_down: Some(_), .. });
            if !found.iter().any(is_said) {
                found.extend(self.verdict(&tally, outcome));
            }
            found.extend(self.formula(&tally));
        }
        found
    }

    /// Whether nobody came, left or gave a power between the two results. One who left and came back did move.
    fn nobody_moved_since(&self, before: &Self, evening: &Sitting) -> bool {
        let happenings = evening.chronicle().happenings().iter().map(|happening| &happening.what);
        let after = happenings.skip_while(|what| !before.instant.is(what));
        let mut between = after.take_while(|what| !self.instant.is(what));
        !between.any(|what| {
            matches!(
                what,
                What::Moved { .. }
                    | What::SeatTaken { .. }
                    | What::SeatLeft { .. }
                    | What::ProxyGiven { .. }
                    | What::ProxyEnded { .. }
            )
        })
    }

    /// The result of a report whose figures were printed where it was opened.
    fn result_in(&self, evening: &Sitting) -> Option<(Tally, Outcome)> {
        let Instant::Opened(report) = &self.instant else { return None };
        evening.progress(report).and_then(Progress::done).and_then(|done| Some((done.tally?, done.outcome)))
    }

    fn quorum(&self) -> Option<Misprint> {
        let printed = self.printed.quorum?;
        let truth = self.quorum.needed?;
        let Quorum { in_office, fraction, .. } = self.quorum;
        if printed == truth {
            None
        } else if fraction == Fraction::MoreThanHalf && printed.checked_mul(2) == Some(in_office) {
            Some(Misprint::QuorumIsHalf { printed, in_office, truth })
        } else {
            differs(Printable::Quorum, Some(printed), Some(truth))
        }
    }

    fn members(&self, before: Option<&Self>, evening: &Sitting, found: &mut Vec<Misprint>) {
        let Printed { present, represented, .. } = &self.printed;
        let mut listed = BTreeSet::new();
        let all = [present, represented].into_iter().flatten().flat_map(names);
        let twice: BTreeSet<&MemberId> = all.filter(|member| !listed.insert(*member)).collect();
        let in_both = |member: &MemberId| {
            [present, represented].iter().all(|list| list.as_ref().is_some_and(|list| names(list).contains(member)))
        };
        let said = |member: &&MemberId| Misprint::ListedTwice { member: (*member).clone(), in_both: in_both(member) };
        found.extend(twice.iter().map(said));
        match present {
            Some(Listed::Number(number)) => {
                found.extend(self.total(before, Printable::Present, Some(*number), self.room.present()));
            }
            Some(Listed::Names(names)) => {
                let is_present = |member: &MemberId| self.room.seat(member).is_some_and(Seat::is_present);
                let wrongly = names.iter().filter(|member| !is_present(member));
                found.extend(wrongly.filter_map(|member| self.not_present(member, evening, twice.contains(member))));
                let unlisted = self.room.seats().filter(|(member, seat)| seat.is_present() && !names.contains(member));
                found.extend(unlisted.map(|(member, _)| Misprint::PresentUnlisted(member.clone())));
            }
            None => {}
        }
        let is_represented = |member: &MemberId| matches!(self.room.seat(member), Some(Seat::Represented(_)));
        match represented {
            Some(Listed::Number(number)) => {
                found.extend(differs(Printable::Represented, Some(*number), Some(self.room.represented())));
            }
            Some(Listed::Names(names)) => {
                let wrongly = names.iter().filter(|member| !is_represented(member) && !twice.contains(member));
                found.extend(wrongly.map(|member| Misprint::NotRepresented(member.clone())));
                let unlisted = self.room.seats().map(|(member, _)| member);
                let unlisted = unlisted.filter(|member| is_represented(member) && !names.contains(member));
                found.extend(unlisted.map(|member| Misprint::RepresentedUnlisted(member.clone())));
            }
            None => {}
        }
    }

    /// Listed as present, and was not: arrived later, or not at all. One listed twice is said already, unless he came.
    fn not_present(&self, member: &MemberId, evening: &Sitting, is_twice: bool) -> Option<Misprint> {
        let happenings = evening.chronicle().happenings();
        let instant = happenings.iter().position(|happening| self.instant.is(&happening.what));
        let after = happenings.iter().skip(instant.unwrap_or(0));
        let arrival = after.into_iter().find(|happening| match &happening.what {
            What::Moved { member: moved, from, to } => moved == member && !from.is_in() && to.is_in(),
            What::SeatTaken { member: seated, .. } => seated == member,
            _ => false,
        });
        match (arrival, self.room.seat(member)) {
            (Some(arrival), _) => Some(Misprint::ArrivedLater { member: member.clone(), at: arrival.at }),
            _ if is_twice => None,
            (None, Some(Seat::Represented(holder))) => {
                Some(Misprint::NotPresent { member: member.clone(), holder: Some(holder.clone()) })
            }
            _ => Some(Misprint::NotPresent { member: member.clone(), holder: None }),
        }
    }

    fn figures(&self, before: Option<&Self>, tally: &Tally, found: &mut Vec<Misprint>) {
        let Printed { voters, cast, for_, against, abstentions, .. } = &self.printed;
        found.extend(self.total(before, Printable::Voters, *voters, tally.voters));
        for (figure, printed, truth) in [
            (Printable::Cast, cast, tally.cast),
            (Printable::For, for_, tally.for_),
            (Printable::Against, against, tally.against),
            (Printable::Abstentions, abstentions, tally.abstentions),
        ] {
            found.extend(differs(figure, *printed, Some(truth)));
        }
        found.extend(self.majority(tally));
    }

    /// A total that another one was printed for at the vote before, in the same room, is said as that.
    fn total(&self, before: Option<&Self>, figure: Printable, printed: Option<u32>, truth: u32) -> Option<Misprint> {
        let printed = printed?;
        if let Some(before) = before
            && let Instant::Proclaimed(report, _) = &before.instant
            && before.room == self.room
            && before.result.map(|(tally, _)| tally.voters) == self.result.map(|(tally, _)| tally.voters)
            && let Some(was) = before.printed_total(figure)
            && was != printed
        {
            return Some(Misprint::Drift { figure, before: report.clone(), was, printed, truth });
        }
        differs(figure, Some(printed), Some(truth))
    }

    fn printed_total(&self, figure: Printable) -> Option<u32> {
        match (figure, &self.printed.present) {
            (Printable::Voters, _) => self.printed.voters,
            (_, Some(Listed::Number(number))) => Some(*number),
            _ => None,
        }
    }

    fn majority(&self, tally: &Tally) -> Option<Misprint> {
        let printed = self.printed.majority?;
        let cast = tally.cast;
        // A majority of its own is that share of its own number, whatever the votes cast.
        if let Some(needed) = self.special(tally) {
            return differs(Printable::Majority, Some(printed), Some(needed));
        }
        let Some(truth) = tally.absolute_majority else {
            return Some(Misprint::Figure { figure: Printable::Majority, printed, truth: None });
        };
        if printed == truth {
            return None;
        }
        let others = [
            (Printable::Voters, tally.voters),
            (Printable::InOffice, self.in_office),
            (Printable::Present, self.room.present()),
        ];
        let half = others.iter().find(|(_, count)| *count != cast && count / 2 + 1 == printed);
        if let Some((of, count)) = half {
            let was_enough = (truth..printed).contains(&tally.for_);
            let is_turned_down = was_enough && self.printed.verdict == Some(Verdict::Rejected);
            let turned_down = is_turned_down.then_some(tally.for_);
            return Some(Misprint::MajorityOfAnother { printed, of: *of, count: *count, cast, truth, turned_down });
        }
        let third = others.into_iter().chain([(Printable::Cast, cast)]).find(|(_, count)| count.div_ceil(3) == printed);
        if let Some((of, count)) = third {
            return Some(Misprint::MajorityIsAThird { printed, of, count, cast, truth });
        }
        differs(Printable::Majority, Some(printed), Some(truth))
    }

    /// How many voices for a majority takes that is another than that of the votes cast.
    fn special(&self, tally: &Tally) -> Option<u32> {
        self.majority.filter(|majority| majority.is_special())?.needed(tally)
    }

    fn verdict(&self, tally: &Tally, outcome: Outcome) -> Option<Misprint> {
        let printed = self.printed.verdict?;
        let Tally { for_, against, absolute_majority, .. } = *tally;
        let majority = self.special(tally).or(absolute_majority);
        ((printed == Verdict::Adopted) != outcome.is_adopted()).then_some(Misprint::Verdict {
            printed,
            for_,
            against,
            majority,
        })
    }

    fn formula(&self, tally: &Tally) -> Option<Misprint> {
        let formula = fold(self.printed.formula.as_deref()?);
        if !formula.contains("unanim") {
            return None;
        }
        if tally.for_ > 0 && tally.against > 0 {
            return Some(Misprint::NotUnanimous { for_: tally.for_, against: tally.against });
        }
        let of_the_present = formula.contains("present") && !formula.contains("represent");
        let carried = |(member, seat): (&MemberId, &Seat)| match seat {
            Seat::Represented(_) => Some(member.clone()),
            _ => None,
        };
        let represented: Vec<MemberId> = self.room.seats().filter_map(carried).collect();
        (of_the_present && !represented.is_empty()).then_some(Misprint::UnanimityOfThePresent { represented })
    }
}

fn names(listed: &Listed) -> &[MemberId] {
    match listed {
        Listed::Names(names) => names,
        Listed::Number(_) => &[],
    }
}

fn differs(figure: Printable, printed: Option<u32>, truth: Option<u32>) -> Option<Misprint> {
    let printed = printed?;
    (Some(printed) != truth).then_some(Misprint::Figure { figure, printed, truth })
}

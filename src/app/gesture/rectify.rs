//! A proclaimed result rectified: which, what was wrong in it, why. What is asked follows the way it was recorded in.

use super::figures::figures;
use super::way::chair_said;
use super::{Answer, Around, Item, Next, Question};
use crate::council::attendance::Presence;
use crate::council::ballot::{Choice, Vote};
use crate::council::chronicle::What;
use crate::council::command::Command;
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;
use crate::council::sitting::Done;
use crate::council::way::{Counts, Said, Stated, Way};
use crate::french::screen::gesture::Ask;

/// What is wrong in a vote, as far as it is told.
struct Wrong {
    report: ReportId,
    on: Option<ProposalId>,
    presences: Vec<(MemberId, Presence)>,
    voices: Vec<(MemberId, Choice)>,
    counts: Option<Counts>,
    chair: Option<Choice>,
    stated: Option<Stated>,
}

impl Wrong {
    /// The reason is asked last, then all of it is done.
    fn because(self, rest: &[Answer]) -> Next {
        let [Answer::Text(reason)] = rest else {
            return Next::Ask(Question::Text { ask: Ask::Reason, default: String::new(), may_be_empty: false });
        };
        Next::command(Command::Rectify {
            report: self.report,
            on: self.on,
            reason: reason.clone(),
            presences: self.presences,
            voices: self.voices,
            counts: self.counts,
            chair: self.chair,
            stated: self.stated,
            urn: None,
            at: None,
        })
    }
}

pub(super) fn rectify(answers: &[Answer], around: &Around) -> Next {
    use Answer::Chosen;
    let which = || Next::choose(Ask::ReportToRectify, proclaimed(around));
    let Some((Chosen(Item::Report(report)), mut rest)) = answers.split_first() else { return which() };
    let votes: Vec<(Option<&ProposalId>, &Done)> =
        around.sitting.votes_done(report).filter(|(_, done)| done.outcome.is_voted()).collect();
    let (on, done) = match (votes.as_slice(), rest) {
        // The only vote of a report need not be asked for.
        ([only], _) => *only,
        (_, [Chosen(Item::On(on)), more @ ..]) => {
            rest = more;
            match votes.iter().find(|(of, _)| *of == on.as_ref()) {
                Some(vote) => *vote,
                None => return which(),
            }
        }
        ([], _) => return which(),
        _ => {
            // The last vote of a report is that on its text: a slip is noticed there first.
            let items = votes.iter().rev().map(|(on, _)| Item::On(on.cloned()));
            return Next::choose(Ask::VoteToRectify, items);
        }
    };
    let none = Wrong {
        report: report.clone(),
        on: on.cloned(),
        presences: vec![],
        voices: vec![],
        counts: None,
        chair: None,
        stated: None,
    };
    match done.vote.way {
        Way::Result => stated(none, rest, &done.vote),
        _ => told(none, rest, &done.vote, around),
    }
}

/// The result alone was recorded: it was another.
fn stated(wrong: Wrong, rest: &[Answer], vote: &Vote) -> Next {
    if let [Answer::Chosen(Item::Stated(stated)), rest @ ..] = rest {
        return Wrong { stated: Some(*stated), ..wrong }.because(rest);
    }
    let others = Stated::ALL.into_iter().filter(|stated| Some(*stated) != vote.stated());
    Next::choose(Ask::Stated, others.map(Item::Stated))
}

/// For whom it was wrong, one after the other; then the figures, where they were counted without the names.
fn told(mut wrong: Wrong, mut rest: &[Answer], vote: &Vote, around: &Around) -> Next {
    use Answer::{Chosen, Member, Nobody};
    let is_counted = vote.way == Way::Figures;
    let as_it_was = |wrong: &Wrong| {
        let said = Said { voices: wrong.voices.clone(), ..Said::default() };
        vote.rectified(&around.sitting.docket().roster, &around.sitting.rules(), &wrong.presences, &said)
    };
    loop {
        match rest {
            [Member(member), Chosen(Item::Voice(choice)), more @ ..] => {
                wrong.voices.push((member.clone(), *choice));
                rest = more;
            }
            [Member(member), Chosen(Item::Presence(_, presence)), more @ ..] => {
                wrong.presences.push((member.clone(), *presence));
                rest = more;
            }
            [Member(member)] => {
                return Next::choose(Ask::Rectified, what_it_may_have_been(member, &as_it_was(&wrong)));
            }
            [Nobody, rest @ ..] if is_counted => {
                let vote = as_it_was(&wrong);
                return counted(wrong, rest, &vote);
            }
            [Nobody, rest @ ..] => return wrong.because(rest),
            _ => {
                let is_first = wrong.presences.is_empty() && wrong.voices.is_empty();
                let ask = match (is_first, is_counted) {
                    (true, true) => Ask::WhoWasElsewhere,
                    (true, false) => Ask::WhoIsRectified,
                    (false, _) => Ask::WhoElseIsRectified,
                };
                let among = vote.room.seats().map(|(member, _)| member.clone()).collect();
                return Next::Ask(Question::Member { ask, among, default: None, nobody: is_counted || !is_first });
            }
        }
    }
}

fn counted(wrong: Wrong, rest: &[Answer], vote: &Vote) -> Next {
    let (counts, rest) = match figures(rest, vote.voices(), vote.counts()) {
        Ok(told) => told,
        Err(next) => return next,
    };
    let chair = match chair_said(rest, counts, vote) {
        Ok(chair) => chair,
        Err(next) => return next,
    };
    let rest = match rest.split_first() {
        Some((Answer::Chosen(Item::ChairSaid(_)), behind)) => behind,
        _ => rest,
    };
    Wrong { counts: Some(counts), chair, ..wrong }.because(rest)
}

/// The reports in which something was voted: the one in front first, then from the last proclaimed back to the first.
pub(super) fn proclaimed(around: &Around) -> Vec<Item> {
    let sitting = around.sitting;
    let was_voted = |id: &ReportId| sitting.votes_done(id).any(|(_, done)| done.outcome.is_voted());
    let mut reports: Vec<Item> = around.reports(|_| true);
    reports.retain(|item| matches!(item, Item::Report(id) if was_voted(id)));
    let in_front = usize::from(matches!(reports.first(), Some(Item::Report(id)) if Some(id) == around.front));
    let order: Vec<&ReportId> = sitting
        .chronicle()
        .happenings()
        .iter()
        .filter_map(|happening| match &happening.what {
            What::Proclaimed(report) | What::ProposalProclaimed(report, _) => Some(report),
            _ => None,
        })
        .collect();
    let place = |item: &Item| match item {
        Item::Report(id) => order.iter().rposition(|other| *other == id),
        _ => None,
    };
    if let Some(others) = reports.get_mut(in_front..) {
        others.sort_by_key(|item| std::cmp::Reverse(place(item)));
    }
    reports
}

/// What the member's voice may have said if it was not what it says, and where he may have been.
fn what_it_may_have_been(member: &MemberId, vote: &Vote) -> Vec<Item> {
    let said = vote.choice(member);
    let choices = Choice::ALL.into_iter().filter(|choice| said.is_some_and(|said| said != *choice));
    let where_he_was = vote.presence(member);
    let places = [Presence::Present, Presence::Out, Presence::Left, Presence::Excused, Presence::Absent];
    let places = places.into_iter().filter(|place| *place != where_he_was);
    choices.map(Item::Voice).chain(places.map(|place| Item::Presence(member.clone(), place))).collect()
}

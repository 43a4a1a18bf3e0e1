//! A proclaimed result rectified: which, for whom it was wrong and how it was, why.

use super::{Answer, Around, Item, Next, Question};
use crate::council::attendance::Presence;
use crate::council::ballot::{Choice, Vote};
use crate::council::chronicle::What;
use crate::council::command::Command;
use crate::council::id::{MemberId, ReportId};
use crate::council::sitting::Progress;
use crate::council::way::Said;
use crate::french::screen::gesture::Ask;

pub(super) fn rectify(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Member, Nobody, Text};
    let which = || Next::choose(Ask::ReportToRectify, proclaimed(around));
    let Some((Chosen(Item::Report(report)), mut rest)) = answers.split_first() else { return which() };
    let Some(done) = around.sitting.progress(report).and_then(Progress::done) else { return which() };
    let (mut presences, mut voices) = (Vec::new(), Vec::new());
    loop {
        match rest {
            [Member(member), Chosen(Item::Voice(choice)), more @ ..] => {
                voices.push((member.clone(), *choice));
                rest = more;
            }
            [Member(member), Chosen(Item::Presence(_, presence)), more @ ..] => {
                presences.push((member.clone(), *presence));
                rest = more;
            }
            [Member(member)] => {
                let said = Said { voices: voices.clone(), ..Said::default() };
                let vote =
                    done.vote.rectified(&around.sitting.docket().roster, &around.sitting.rules(), &presences, &said);
                return Next::choose(Ask::Rectified, what_it_may_have_been(member, &vote));
            }
            [Nobody] => {
                let ask = Ask::Reason;
                return Next::Ask(Question::Text { ask, default: String::new(), may_be_empty: false });
            }
            [Nobody, Text(reason)] => {
                let (report, reason) = (report.clone(), reason.clone());
                return Next::command(Command::Rectify {
                    report,
                    on: None,
                    reason,
                    presences,
                    voices,
                    counts: None,
                    chair: None,
                    stated: None,
                    at: None,
                });
            }
            _ => {
                let nobody = !(presences.is_empty() && voices.is_empty());
                let ask = if nobody { Ask::WhoElseIsRectified } else { Ask::WhoIsRectified };
                let among = done.vote.room.seats().map(|(member, _)| member.clone()).collect();
                return Next::Ask(Question::Member { ask, among, default: None, nobody });
            }
        }
    }
}

/// The reports that are done: the one in front first, then from the last proclaimed back to the first.
fn proclaimed(around: &Around) -> Vec<Item> {
    let mut reports = around.reports(|progress| progress.and_then(Progress::done).is_some());
    let in_front = usize::from(matches!(reports.first(), Some(Item::Report(id)) if Some(id) == around.front));
    let order: Vec<&ReportId> = around
        .sitting
        .chronicle()
        .happenings()
        .iter()
        .filter_map(|happening| match &happening.what {
            What::Proclaimed(report) => Some(report),
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

//! What changes on the agenda in the sitting: a report withdrawn, changed, added; candidates; remarks on minutes.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::finding::ReportFinding;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::{OpinionSense, ReportKind};
use crate::council::sitting::Stage;
use crate::council::step::{AddedReport, ChangedText, MadeRemark, NamedCandidates};
use crate::french::screen::gesture::Ask;

fn text(ask: Ask, may_be_empty: bool) -> Next {
    Next::Ask(Question::Text { ask, default: String::new(), may_be_empty })
}

/// Whether the agenda may change: nothing of it does before the sitting is open, or while it is suspended.
pub(super) fn may_change(around: &Around) -> bool {
    around.sitting.stage() == Stage::Open
}

/// The reports that may be withdrawn: that which is open first, then the one in front.
pub(super) fn may_be_withdrawn(around: &Around) -> Vec<Item> {
    let withdrawn = |report: &ReportId| Command::Withdraw { report: report.clone(), note: None, at: None };
    around.not_done().into_iter().filter(|item| around.allows_of(item, withdrawn)).collect()
}

pub(super) fn withdraw(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Text};
    match answers {
        [Chosen(Item::Report(_))] => text(Ask::WhyWithdrawn, true),
        [Chosen(Item::Report(report)), Text(note)] => Next::command(Command::Withdraw {
            report: report.clone(),
            note: Some(note.clone()).filter(|note| !note.is_empty()),
            at: None,
        }),
        _ => Next::choose(Ask::ReportToWithdraw, may_be_withdrawn(around)),
    }
}

pub(super) fn change(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Text};
    match answers {
        [Chosen(Item::Report(_))] => text(Ask::Change, false),
        [Chosen(Item::Report(report)), Text(text)] => {
            Next::command(Command::ChangeText(ChangedText { report: report.clone(), text: text.clone(), at: None }))
        }
        _ => Next::choose(Ask::ReportToChange, around.not_done()),
    }
}

/// What is added in a sitting: what the council may hear unannounced behind what it decides most often.
const KINDS: [ReportKind; 11] = [
    ReportKind::Deliberation,
    ReportKind::Wish,
    ReportKind::Motion,
    ReportKind::OralQuestion,
    ReportKind::Communication,
    ReportKind::Information,
    ReportKind::Acknowledgement { voted: false },
    ReportKind::Opinion { sense: OpinionSense::Favourable },
    ReportKind::Opinion { sense: OpinionSense::Unfavourable },
    ReportKind::Opinion { sense: OpinionSense::Reserved },
    ReportKind::Appointment { posts: None, secret: false },
];

/// The number behind the highest one, with as many figures as the others have.
fn next_number(around: &Around) -> String {
    let agenda = &around.sitting.docket().agenda;
    let numbers = agenda.reports().map(|report| report.id.as_str());
    let highest = numbers.filter_map(|id| Some((id.parse::<u32>().ok()?, id.len()))).max();
    highest.map_or_else(String::new, |(number, figures)| format!("{:0figures$}", number.saturating_add(1)))
}

pub(super) fn add(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Member, Nobody, Text};
    let added = |number: &str, object: &str, kind: ReportKind, rapporteur: Option<&MemberId>| AddedReport {
        report: ReportId::new(number),
        object: object.to_owned(),
        kind,
        rapporteur: rapporteur.cloned(),
        text: None,
        after: None,
        at: None,
    };
    match answers {
        [Text(number)] => {
            let id = ReportId::new(number);
            let is_taken = around.sitting.docket().agenda.report(&id).is_some();
            // Said before the rest is typed.
            if is_taken {
                Next::Refuse(Box::new(ReportFinding::NumberTaken(id).into()))
            } else {
                text(Ask::NewObject, false)
            }
        }
        [Text(_), Text(_)] => Next::choose(Ask::NewKind, KINDS.map(Item::Kind)),
        [Text(_), Text(_), Chosen(Item::Kind(_))] => {
            let among = around.present();
            Next::Ask(Question::Member { ask: Ask::Rapporteur, among, default: None, nobody: true })
        }
        [Text(number), Text(object), Chosen(Item::Kind(kind)), Member(member)] => {
            Next::command(Command::AddReport(added(number, object, *kind, Some(member))))
        }
        [Text(number), Text(object), Chosen(Item::Kind(kind)), Nobody] => {
            Next::command(Command::AddReport(added(number, object, *kind, None)))
        }
        _ => Next::Ask(Question::Text { ask: Ask::NewNumber, default: next_number(around), may_be_empty: false }),
    }
}

/// The reports of a kind whose result is not proclaimed, the one that is open or in front first.
fn of_kind(around: &Around, is: fn(ReportKind) -> bool) -> Vec<Item> {
    let kind = |id: &ReportId| around.sitting.docket().agenda.report(id).map(|report| report.kind);
    let fits = |item: &Item| matches!(item, Item::Report(id) if kind(id).is_some_and(is));
    around.not_done().into_iter().filter(fits).collect()
}

/// The report and the answers behind it: the only one there is need not be asked for.
#[expect(clippy::result_large_err, reason = "a question is asked once a key: its size costs nothing")]
fn one_of(answers: &[Answer], items: Vec<Item>) -> Result<(ReportId, &[Answer]), Next> {
    match (answers, items.as_slice()) {
        (_, [Item::Report(only)]) => Ok((only.clone(), answers)),
        ([Answer::Chosen(Item::Report(report)), behind @ ..], _) => Ok((report.clone(), behind)),
        _ => Err(Next::choose(Ask::Report, items)),
    }
}

pub(super) fn appointments(around: &Around) -> Vec<Item> {
    let stands = |item: &Item| match item {
        Item::Report(report) => {
            let by_name = around.sitting.contest(report).is_some_and(|contest| !contest.form.is_by_list());
            by_name && super::election::is_not_closed(around, report)
        }
        _ => false,
    };
    let elects = |kind| matches!(kind, ReportKind::Appointment { .. } | ReportKind::Election { .. });
    of_kind(around, elects).into_iter().filter(stands).collect()
}

pub(super) fn candidates(answers: &[Answer], around: &Around) -> Next {
    // That which is being elected, or looked at, is the one that is meant.
    let mut all = appointments(around);
    if let Some(subject) = around.subject().cloned().map(Item::Report).filter(|subject| all.contains(subject)) {
        all = vec![subject];
    }
    let (report, behind) = match one_of(answers, all) {
        Ok(one) => one,
        Err(next) => return next,
    };
    match behind {
        [Answer::Members(candidates)] => {
            Next::command(Command::NameCandidates(NamedCandidates { report, candidates: candidates.clone() }))
        }
        [Answer::Nobody] => Next::command(Command::NameCandidates(NamedCandidates { report, candidates: vec![] })),
        _ => Next::Ask(Question::Members {
            ask: Ask::Candidates,
            among: around.seated(),
            nobody: !around.sitting.handling(&report).candidates.is_empty(),
            default: around.sitting.handling(&report).candidates.clone(),
            needed: None,
        }),
    }
}

pub(super) fn minutes(around: &Around) -> Vec<Item> {
    of_kind(around, |kind| matches!(kind, ReportKind::PreviousMinutes { .. }))
}

pub(super) fn remark(answers: &[Answer], around: &Around) -> Next {
    let (report, behind) = match one_of(answers, minutes(around)) {
        Ok(one) => one,
        Err(next) => return next,
    };
    let by = match behind.first() {
        Some(Answer::Member(member)) => Some(member.clone()),
        Some(Answer::Nobody) => None,
        _ => {
            let among = around.seated();
            return Next::Ask(Question::Member { ask: Ask::Remarker, among, default: None, nobody: true });
        }
    };
    match behind.get(1) {
        Some(Answer::Text(text)) => Next::command(Command::MakeRemark(MadeRemark { report, by, text: text.clone() })),
        _ => text(Ask::Remark, false),
    }
}

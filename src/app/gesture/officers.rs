//! Who presides, who writes, who presents.

use super::{Answer, Around, Item, Next, Question};
use crate::council::command::Command;
use crate::council::sitting::Progress;
use crate::french::screen::gesture::Ask;

/// The first in the order of replacement is the one that Enter takes, unless he presides already.
pub(super) fn chair(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Member};
    match answers {
        [Member(_)] => {
            let front = around.front.filter(|id| around.sitting.progress(id).and_then(Progress::done).is_none());
            let accounts = front
                .and_then(|id| around.sitting.docket().agenda.report(id))
                .is_some_and(crate::council::agenda::Report::is_accounts);
            let alone = front.map(|id| Item::Over(Some(id.clone()), false));
            let elected = front.map(|id| Item::Over(Some(id.clone()), true));
            let from_now = Some(Item::Over(None, false));
            let all = if accounts { [elected, alone, from_now] } else { [from_now, alone, elected] };
            Next::choose(Ask::Over, all.into_iter().flatten())
        }
        [Member(member), Chosen(Item::Over(report, elected))] => Next::command(Command::TakeChair {
            member: member.clone(),
            report: report.clone(),
            elected: *elected,
            at: None,
        }),
        _ => {
            let elects = around.subject().and_then(|report| around.sitting.contest(report));
            // The eldest presides while whoever presides is elected.
            let eldest = around.sitting.eldest_present().filter(|_| elects.is_some_and(|it| it.office.presides()));
            let first = eldest.or_else(|| around.sitting.first_to_replace(around.front));
            let default = first.filter(|first| Some(*first) != around.sitting.chair()).cloned();
            Next::Ask(Question::Member { ask: Ask::WhoPresides, among: around.present(), default, nobody: false })
        }
    }
}

pub(super) fn secretaries(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Members, Text};
    match answers {
        [Members(_)] => Next::Ask(Question::Text {
            ask: Ask::Assistants,
            default: around.sitting.assistants().join(", "),
            may_be_empty: true,
        }),
        [Members(members), Text(assistants)] => Next::command(Command::NameSecretaries {
            secretaries: members.clone(),
            assistants: assistants.split(',').map(|name| name.trim().to_owned()).filter(|n| !n.is_empty()).collect(),
            at: None,
        }),
        _ => Next::Ask(Question::Members {
            ask: Ask::Secretaries,
            among: around.present(),
            default: around.sitting.secretaries().to_vec(),
            nobody: false,
            needed: None,
        }),
    }
}

pub(super) fn rapporteur(answers: &[Answer], around: &Around) -> Next {
    use Answer::{Chosen, Member, Nobody};
    match answers {
        [Chosen(Item::Report(report))] => {
            let of = around.sitting.docket().agenda.report(report);
            let nobody = of.is_some_and(|report| around.sitting.rapporteur(report).is_some());
            let among = around.present();
            Next::Ask(Question::Member { ask: Ask::Rapporteur, among, default: None, nobody })
        }
        [Chosen(Item::Report(report)), Member(member)] => {
            Next::command(Command::ReplaceRapporteur { report: report.clone(), member: Some(member.clone()) })
        }
        [Chosen(Item::Report(report)), Nobody] => {
            Next::command(Command::ReplaceRapporteur { report: report.clone(), member: None })
        }
        _ => Next::choose(Ask::Report, around.not_done()),
    }
}

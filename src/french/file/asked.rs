//! What does not hold together in what a report asks of the council, in French.

use crate::council::kind::ReportKind;
use crate::french::kinds;
use crate::store::session_file::asked::{AskedProblem, MajorityOf, WhyAlone};

use super::{elections, quote, short};

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(problem: &AskedProblem) -> String {
    match problem {
        AskedProblem::AmendmentTwice { number, report } => {
            format!("Deux amendements du rapport {} portent le numéro {}.", quote(report), quote(number))
        }
        AskedProblem::AmendmentsNeverVoted { report, kind } => format!(
            "Le rapport {} ({}) n’est jamais mis aux voix : il ne s’amende pas.",
            quote(report),
            kinds::kind(*kind)
        ),
        AskedProblem::DecisionsElsewhere { report, kind } => format!(
            "« decisions » va avec le genre Decisions, et le rapport {} est d’un autre genre ({}).",
            quote(report),
            kinds::kind(*kind)
        ),
        AskedProblem::DecisionTwice { number, report } => {
            format!("Deux décisions du rapport {} portent le numéro {}.", quote(report), quote(number))
        }
        AskedProblem::MajorityOfAccounts(_) => {
            "Les comptes ont leur propre majorité (art. L.1612-12 du CGCT) : ils n’en prennent pas d’autre.".to_owned()
        }
        AskedProblem::MajorityNeverVoted(MajorityOf::Report(report), kind) => format!(
            "Le rapport {} ({}) n’est jamais mis aux voix : il n’a pas de majorité.",
            quote(report),
            kinds::kind(*kind)
        ),
        AskedProblem::MajorityNeverVoted(MajorityOf::Kind(_), kind) => {
            format!(
                "Un rapport de ce genre ({}) n’est jamais mis aux voix : il n’a pas de majorité.",
                kinds::kind(*kind)
            )
        }
        AskedProblem::MajorityWithoutReason(of) => {
            let of = match of {
                MajorityOf::Report(report) => format!("La majorité du rapport {}", quote(report)),
                MajorityOf::Kind(Some(kind)) => format!("La majorité du genre « {} »", kind_alone(*kind)),
                MajorityOf::Kind(None) => "Cette majorité".to_owned(),
            };
            format!("{of} n’a pas de motif : un texte doit la demander.")
        }
        AskedProblem::MajorityTwice(kind) => {
            format!("La majorité du genre « {} » est donnée deux fois.", kind_alone(*kind))
        }
        AskedProblem::MajorityWithoutKind => "Cette majorité n’est d’aucun genre de rapport.".to_owned(),
        AskedProblem::CannotJoin { report, mark, why } => {
            format!("Le rapport {} ne peut pas être du vote groupé {} : {}.", quote(report), quote(mark), because(why))
        }
        AskedProblem::AloneInGroup { report, mark } => {
            format!("Le rapport {} est seul dans le vote groupé {}.", quote(report), quote(mark))
        }
        AskedProblem::AccountsOfAnotherKind { report, kind } => {
            format!("« comptes » contredit le genre du rapport {} ({}).", quote(report), kinds::kind(*kind))
        }
        AskedProblem::AuthorTwice(name) => format!("Le nom de {} est donné deux fois.", short(name)),
        AskedProblem::MinutesNotBefore => "Le procès-verbal à arrêter n’est pas daté d’avant cette séance.".to_owned(),
        AskedProblem::Election(problem) => elections::sentence(problem),
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(problem: &AskedProblem) -> String {
    match problem {
        AskedProblem::AmendmentTwice { .. } => "Donnez à chaque amendement un numéro à lui.".to_owned(),
        AskedProblem::AmendmentsNeverVoted { .. } => {
            "Retirez « amendements », ou donnez au rapport un genre qui se vote.".to_owned()
        }
        AskedProblem::DecisionsElsewhere { .. } => "Écrivez : genre: Decisions, ou retirez « decisions ».".to_owned(),
        AskedProblem::DecisionTwice { .. } => "Donnez à chaque décision un numéro à elle.".to_owned(),
        AskedProblem::MajorityOfAccounts(of) | AskedProblem::MajorityNeverVoted(of, _) => match of {
            MajorityOf::Report(_) => "Retirez « majorite ».".to_owned(),
            MajorityOf::Kind(_) => "Retirez-la de « majorites ».".to_owned(),
        },
        AskedProblem::MajorityWithoutReason(_) => "Ajoutez : motif: \"art. 30 du règlement intérieur\".".to_owned(),
        AskedProblem::MajorityTwice(_) => "Gardez-en une seule.".to_owned(),
        AskedProblem::MajorityWithoutKind => "Ajoutez : genre: Voeu.".to_owned(),
        AskedProblem::CannotJoin { why, .. } => match why {
            WhyAlone::NoVote(ReportKind::Acknowledgement { .. }) => {
                "Écrivez : genre: DonneActe(vote: true), ou retirez « vote_groupe ».".to_owned()
            }
            WhyAlone::NoVote(ReportKind::PreviousMinutes { .. }) => {
                "Écrivez : genre: ProcesVerbal(vote: true), ou retirez « vote_groupe ».".to_owned()
            }
            WhyAlone::Accounts | WhyAlone::NoVote(_) | WhyAlone::Amendments => "Retirez « vote_groupe ».".to_owned(),
            WhyAlone::OtherMajority { .. } => "Donnez-lui une autre marque, ou la même majorité.".to_owned(),
        },
        AskedProblem::AloneInGroup { .. } => {
            "Donnez la même marque aux rapports à mettre aux voix ensemble, ou retirez « vote_groupe ».".to_owned()
        }
        AskedProblem::AccountsOfAnotherKind { kind, .. } if kind.is_accounts() => "Retirez « comptes ».".to_owned(),
        AskedProblem::AccountsOfAnotherKind { .. } => {
            "Retirez « comptes », ou écrivez : genre: CompteAdministratif ou genre: CompteFinancierUnique.".to_owned()
        }
        AskedProblem::AuthorTwice(_) => "Gardez-le une seule fois.".to_owned(),
        AskedProblem::MinutesNotBefore => "Corrigez l’une des deux dates.".to_owned(),
        AskedProblem::Election(problem) => elections::next_step(problem),
    }
}

fn because(why: &WhyAlone) -> String {
    match why {
        WhyAlone::Accounts => "les comptes se votent à part, sous une autre présidence".to_owned(),
        WhyAlone::NoVote(kind) => format!("aucun vote n’y est prévu ({})", kinds::kind(*kind)),
        WhyAlone::Amendments => "ses amendements sont mis aux voix avant lui".to_owned(),
        WhyAlone::OtherMajority { majority, first, of_first } => format!(
            "il demande la {}, et le rapport {} la {}",
            kinds::majority(*majority),
            quote(first),
            kinds::majority(*of_first)
        ),
    }
}

/// The word for a kind whatever its particulars: a majority is that of every opinion, whatever its sense.
fn kind_alone(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Opinion { .. } => "avis",
        kind => kinds::kind(kind),
    }
}

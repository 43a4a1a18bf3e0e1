//! The findings of one report, each as one sentence and what to do next.

use crate::council::finding::{CannotJoin, ReportFinding};
use crate::council::id::{MemberId, ReportId};
use crate::council::proposal::ProposalId;
use crate::council::roster::Roster;
use crate::french::grammar::capitalised;
use crate::french::kinds::{is_feminine, majority, proposal};
use crate::french::nominal::said;
use crate::french::numbers::{count, enumerate};

/// How many names a sentence holds.
const NAMED: usize = 4;

/// What is wrong, in one sentence, without code or article.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm a finding: splitting it would hide that none is missing")]
pub fn sentence(finding: &ReportFinding, roster: &Roster) -> String {
    match finding {
        ReportFinding::FiguresDoNotAddUp { report, counted, voices } => add_up(report.as_ref(), *counted, *voices),
        ReportFinding::ProposalsWait { report, waiting } => {
            let waits = if waiting.len() > 1 { "attendent" } else { "attend" };
            let voted = agreed("voté", waiting);
            let waiting = capitalised(&some_of(waiting, proposal));
            format!("{waiting} {waits} d’être {voted} avant le texte du rapport n° {report}.")
        }
        ReportFinding::ProposalStillOpen(report, id) => {
            format!("Le vote sur {} est en cours (rapport n° {report}).", proposal(id))
        }
        ReportFinding::UnknownProposal(report, id) => {
            format!("{} n’est pas {} sur le rapport n° {report}.", capitalised(&proposal(id)), one("déposé", id))
        }
        ReportFinding::ProposalTwice(report, id) => {
            format!("{} est déjà {} sur le rapport n° {report}.", capitalised(&proposal(id)), one("déposé", id))
        }
        ReportFinding::ProposalEnded(report, id) => {
            let (voted, left) = (one("voté", id), one("retiré", id));
            format!("{} est déjà {voted} ou {left} (rapport n° {report}).", capitalised(&proposal(id)))
        }
        ReportFinding::ProposalNotOpen(report, id) => {
            let put = if is_feminine(id) { "mise" } else { "mis" };
            format!("{} n’est pas {put} aux voix (rapport n° {report}).", capitalised(&proposal(id)))
        }
        ReportFinding::NotCalledYet(members) => {
            let (missing, names) = (
                count(members.len(), "membre n’est pas appelé", "membres ne sont pas appelés"),
                named(members, roster),
            );
            format!("L’appel nominal n’est pas terminé : {missing} ({names}).")
        }
        ReportFinding::NothingRecorded(report) => {
            format!("Ni chiffres ni résultat ne sont notés pour le rapport n° {report}.")
        }
        ReportFinding::PublicTakesNames(_) => {
            "Au scrutin public, le nom et le sens du vote de chacun sont relevés.".to_owned()
        }
        ReportFinding::MustBeVoted(report) => format!("Le rapport n° {report} demande un vote."),
        ReportFinding::NoNamesHere(report) => {
            format!("Les noms ne sont pas relevés dans le vote en cours (rapport n° {report}).")
        }
        ReportFinding::NotVoted(report) => format!("Le rapport n° {report} n’appelle pas de vote."),
        ReportFinding::CannotJoin(report, why) => {
            let why = match why {
                CannotJoin::Accounts => "les comptes se votent à part, sous une autre présidence",
                CannotJoin::OtherChair => "une autre personne le préside",
                CannotJoin::Proposals => "des amendements ou d’autres propositions l’accompagnent",
                CannotJoin::NoVote => "il ne se vote pas",
                CannotJoin::OtherMajority => "il demande une autre majorité",
                CannotJoin::SecretBallot => "au scrutin secret, un bulletin ne dit rien que d’un texte",
                CannotJoin::Twice => "il y est deux fois",
                CannotJoin::Election => "une élection se tient seule",
            };
            format!("Le rapport n° {report} ne peut pas être du vote groupé : {why}.")
        }
        ReportFinding::NotInAGroup(report) => format!("Le rapport n° {report} n’est pas d’un vote groupé en cours."),
        ReportFinding::NumberTaken(report) => format!("Le n° {report} est déjà à l’ordre du jour."),
        ReportFinding::TooManyCandidates { candidates, posts } => {
            let candidates = count(*candidates, "candidature", "candidatures");
            format!(
                "{candidates} pour {} : une désignation sans vote en demande une seule par poste.",
                count(*posts, "poste", "postes")
            )
        }
        ReportFinding::NoCandidate(report) => format!("Aucune candidature n’est notée pour le rapport n° {report}."),
        ReportFinding::OfAnotherKind(report) => {
            format!("Cela ne se note pas pour un rapport de ce genre (rapport n° {report}).")
        }
        ReportFinding::RecordedOtherwise(report) => {
            format!("Le vote du rapport n° {report} n’est pas relevé de cette manière.")
        }
        ReportFinding::ChairNotCounted(choice) => {
            format!("La voix de la présidence ({}) n’est pas dans les chiffres.", said(*choice))
        }
        ReportFinding::ResultOutOfReach { needed, voices } => format!(
            "Ce résultat ne peut pas être atteint : il y faut au moins {needed} voix pour et la salle n’en a que {voices}, il manque {} voix.",
            needed.saturating_sub(*voices)
        ),
        ReportFinding::WordsMissing(report) if report.as_str().trim().is_empty() => {
            "Le numéro du rapport n’est pas écrit.".to_owned()
        }
        ReportFinding::WordsMissing(report) => {
            format!("Un numéro ou un texte n’est pas écrit (rapport n° {report}).")
        }
        ReportFinding::TooFewForABallot { askers, needed, .. } => format!(
            "Le scrutin public est demandé par {} ; il en faut {needed}.",
            count(*askers, "membre présent", "membres présents")
        ),
        ReportFinding::BallotRefused { askers, needed, .. } => format!(
            "Le scrutin public est demandé par {} ; il en faut {needed} : il est de droit.",
            count(*askers, "membre présent", "membres présents")
        ),
        ReportFinding::MajorityOutOfReach { majority: which, needed, voices } => {
            let missing = needed.saturating_sub(*voices);
            let which = majority(*which);
            format!("La {which} est de {needed} voix et la salle n’en a que {voices} : il manque {missing} voix.")
        }
        ReportFinding::NotConvenedTo { report, .. } => {
            format!(
                "Le rapport n° {report} n’est pas à l’ordre du jour de la convocation : l’assemblée ne peut pas en décider."
            )
        }
        ReportFinding::SecretByLaw { report, .. } => {
            format!("La loi veut un scrutin secret pour le rapport n° {report}, même avec une seule candidature.")
        }
        ReportFinding::AppointedByShowOfHands { report, .. } => {
            format!(
                "La désignation du rapport n° {report} se fait au scrutin secret, sauf décision unanime de l’assemblée."
            )
        }
        ReportFinding::OrdinaryFromAfar { remote, .. } => format!(
            "{} à distance : le vote a lieu au scrutin public.",
            count(*remote, "membre participe", "membres participent")
        ),
        ReportFinding::EndsOtherwise(report, id) => format!(
            "Le vote sur {} change de résultat ; la suite donnée au rapport n° {report} reste ce qu’elle a été.",
            proposal(id)
        ),
    }
}

/// « votée »: of one proposal.
fn one(participle: &str, id: &ProposalId) -> String {
    agreed(participle, std::slice::from_ref(id))
}

/// « votés »: of several proposals.
fn agreed(participle: &str, of: &[ProposalId]) -> String {
    let gender = if of.iter().all(is_feminine) { "e" } else { "" };
    let number = if of.len() > 1 { "s" } else { "" };
    format!("{participle}{gender}{number}")
}

/// « 30 voix comptées pour 33 dans la salle : il manque 3 voix. »
fn add_up(report: Option<&ReportId>, counted: u32, voices: u32) -> String {
    let of = report.map_or_else(String::new, |report| format!(" pour le rapport n° {report}"));
    let difference = if counted < voices {
        format!("il manque {} voix", voices - counted)
    } else {
        format!("il y a {} voix de trop", counted - voices)
    };
    format!("Le compte n’y est pas{of} : {counted} voix pour {voices} dans la salle, {difference}.")
}

fn named(members: &[MemberId], roster: &Roster) -> String {
    some_of(members, |id| roster.listed(id))
}

/// The first of them, and how many others there are: never « 1 autres ».
fn some_of<T>(all: &[T], word: impl Fn(&T) -> String) -> String {
    let shown = if all.len() > NAMED + 1 { NAMED } else { all.len() };
    let mut words: Vec<String> = all.iter().take(shown).map(word).collect();
    if all.len() > shown {
        words.push(format!("{} autres", all.len() - shown));
    }
    enumerate(&words)
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(finding: &ReportFinding) -> &'static str {
    match finding {
        ReportFinding::FiguresDoNotAddUp { report: Some(_), .. } => {
            "Recomptez les voix, ou sortez ce rapport du vote groupé si tous n’y prennent pas part."
        }
        ReportFinding::FiguresDoNotAddUp { .. } => "Recomptez les voix, abstentions et non-participations comprises.",
        ReportFinding::ProposalsWait { waiting, .. } => match &waiting[..] {
            [_, _, ..] => "Mettez-les d’abord aux voix, ou notez leur retrait.",
            [id] if is_feminine(id) => "Mettez-la d’abord aux voix, ou notez son retrait.",
            _ => "Mettez-le d’abord aux voix, ou notez son retrait.",
        },
        ReportFinding::ProposalStillOpen(..) => "Proclamez ce vote d’abord, ou défaites son ouverture.",
        ReportFinding::UnknownProposal(..) => "Vérifiez le numéro, ou notez le dépôt.",
        ReportFinding::ProposalTwice(_, id) if id.ends_the_report() => "Continuez : le rapport n’en porte qu’une.",
        ReportFinding::ProposalTwice(..) | ReportFinding::NumberTaken(_) => "Donnez un autre numéro.",
        ReportFinding::ProposalEnded(..) => "Défaites, ou rectifiez le résultat.",
        ReportFinding::ProposalNotOpen(_, id) if is_feminine(id) => "Mettez-la aux voix d’abord.",
        ReportFinding::ProposalNotOpen(..) => "Mettez-le aux voix d’abord.",
        ReportFinding::NotCalledYet(_) => "Finissez l’appel, ou changez la manière de relever le vote.",
        ReportFinding::NothingRecorded(_) => {
            "Notez les chiffres ou le résultat, ou changez la manière de relever le vote."
        }
        ReportFinding::PublicTakesNames(_) => "Relevez le vote par exception ou par appel nominal.",
        ReportFinding::MustBeVoted(_) => "Relevez le vote d’une autre manière.",
        ReportFinding::NoNamesHere(_) => "Changez la manière de relever le vote pour noter des noms.",
        ReportFinding::NotVoted(_) => "Continuez sans vote.",
        ReportFinding::CannotJoin(..) => "Votez-le à part.",
        ReportFinding::NotInAGroup(_) => "Vérifiez le numéro du rapport.",
        ReportFinding::TooManyCandidates { .. } => "Procédez à un vote, ou corrigez les candidatures.",
        ReportFinding::NoCandidate(_) => "Notez les candidatures d’abord.",
        ReportFinding::OfAnotherKind(_) => "Vérifiez le rapport.",
        ReportFinding::TooFewForABallot { .. } => {
            "Consignez la demande et gardez le scrutin ordinaire, ou notez le motif du scrutin public."
        }
        ReportFinding::BallotRefused { .. } => "Procédez au scrutin public, ou notez le motif du refus.",
        ReportFinding::MajorityOutOfReach { .. } => "Attendez des membres, ou notez le motif et proclamez.",
        ReportFinding::NotConvenedTo { .. } => {
            "Reportez-le à une prochaine séance, ou notez le motif pour lequel on passe outre."
        }
        // No vote of the council sets aside what a text wants.
        ReportFinding::SecretByLaw { .. } => "Procédez au scrutin secret, ou notez le motif.",
        ReportFinding::AppointedByShowOfHands { .. } => {
            "Procédez au scrutin secret, ou notez la décision unanime ou le motif."
        }
        ReportFinding::RecordedOtherwise(_) => "Rectifiez-le de la manière dont il a été relevé.",
        ReportFinding::ChairNotCounted(_) => "Vérifiez les chiffres, ou ce qu’a dit la présidence.",
        ReportFinding::ResultOutOfReach { .. } => "Attendez des membres, ou notez un rejet.",
        ReportFinding::WordsMissing(_) => "Écrivez-le.",
        ReportFinding::OrdinaryFromAfar { .. } => "Passez au scrutin public, ou notez le motif et proclamez.",
        ReportFinding::EndsOtherwise(..) => "Notez le motif et ce que l’assemblée décide de la suite.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_holds_some_of_the_names_and_counts_the_others() {
        let said = |many: u32| some_of(&(1..=many).collect::<Vec<u32>>(), u32::to_string);
        assert_eq!(said(2), "1 et 2");
        assert_eq!(said(5), "1, 2, 3, 4 et 5");
        assert_eq!(said(10_000), "1, 2, 3, 4 et 9996 autres");
    }
}

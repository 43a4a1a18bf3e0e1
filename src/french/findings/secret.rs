//! The findings of a secret ballot and of an election, each as one sentence and what to do next.

use std::cmp::Ordering;

use crate::council::election::Form;
use crate::council::finding::{BadList, SecretFinding};
use crate::council::id::{MemberId, ReportId};
use crate::council::roster::Roster;
use crate::council::secret::Ticket;
use crate::french::numbers::{count, enumerate};

use super::source;

/// What is wrong, in one sentence, without code or article.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm a finding: splitting it would hide that none is missing")]
pub fn sentence(finding: &SecretFinding, roster: &Roster) -> String {
    let name = |id: &MemberId| roster.listed(id);
    match finding {
        SecretFinding::NotSecret(id) => format!("Le vote du rapport n° {id} n’est pas au scrutin secret."),
        SecretFinding::UrnStillOpen(id) => format!("Le scrutin du rapport n° {id} n’est pas clos : l’urne reste fermée."),
        SecretFinding::UrnClosed(id) => format!(
            "Le scrutin du rapport n° {id} est clos : ni les candidatures ni les émargements de ce tour ne changent plus."
        ),
        SecretFinding::NotCounted(id) => format!("Le dépouillement du rapport n° {id} n’est pas noté."),
        SecretFinding::CountedAlready(id) => format!("Les totaux du scrutin du rapport n° {id} sont déjà notés."),
        SecretFinding::TotalsDoNotAddUp { counted, in_urn } => add_up(*counted, *in_urn),
        SecretFinding::NotEligible { report, ticket } => not_eligible(report, ticket, roster),
        SecretFinding::RoundToCome(id) => format!(
            "L’élection du rapport n° {id} n’est pas finie : personne n’a la majorité absolue, ou un poste reste à pourvoir."
        ),
        SecretFinding::NoRoundToCome(id) => {
            format!("Le scrutin du rapport n° {id} est fini : il n’y a plus de tour à tenir.")
        }
        SecretFinding::TieToSettle { tied, .. } => {
            let who: Vec<String> = tied.iter().map(|ticket| said(ticket, roster)).collect();
            let age = if are_lists(tied) { "les âges les départagent" } else { "la place revient au plus âgé" };
            format!("Égalité entre {} : {age}, et les dates de naissance connues n’y suffisent pas.", enumerate(&who))
        }
        SecretFinding::NoTie(id) => format!("Au rapport n° {id}, il n’y a pas d’égalité à départager ainsi."),
        SecretFinding::NotWaivable { report, article: Some(_) } => format!(
            "La loi veut le scrutin secret pour le rapport n° {report} : même à l’unanimité, l’assemblée ne peut pas y renoncer."
        ),
        SecretFinding::NotWaivable { report, article: None } => format!(
            "Le rapport n° {report} est une élection, que le programme tient pour secrète : l’assemblée ne peut pas y renoncer."
        ),
        SecretFinding::BadList(report, why) => bad_list(report, why, roster),
        SecretFinding::PostsUnknown(id) => {
            format!("Le nombre de postes à pourvoir n’est pas noté pour le rapport n° {id}.")
        }
        SecretFinding::ElectionStands(id) => {
            format!("L’élection du rapport n° {id} est proclamée : son résultat ne se rectifie pas.")
        }
        SecretFinding::PublicPrevails(_) => {
            "Le scrutin public est demandé aussi, et il l’emporte dans cette assemblée.".to_owned()
        }
        SecretFinding::SecretPrevails(_) => {
            "Le scrutin secret est demandé, et il l’emporte dans cette assemblée.".to_owned()
        }
        SecretFinding::OnlySecret(id) => {
            format!("Le rapport n° {id} se vote au scrutin secret : un vote qui nomme les votants n’y a pas lieu.")
        }
        SecretFinding::NoList(id) => {
            format!("Aucune liste n’est déposée pour le rapport n° {id}, et on y vote pour des listes.")
        }
        SecretFinding::OneByName(id) => {
            format!("Au rapport n° {id}, un seul poste est à pourvoir : on y vote pour un nom, sans liste.")
        }
        SecretFinding::PostFilled(id) => format!(
            "Au rapport n° {id}, quelqu’un est déjà élu à un poste : l’élection ne se retire et ne s’ajourne plus."
        ),
        SecretFinding::TooFewForASecret { askers, needed, .. } => format!(
            "Le scrutin secret est demandé par {} ; il en faut {needed}.",
            count(*askers, "membre présent", "membres présents")
        ),
        SecretFinding::SecretRefused { askers, needed, .. } => format!(
            "Le scrutin secret est demandé par {} ; il en faut {needed} : il est de droit.",
            count(*askers, "membre présent", "membres présents")
        ),
        SecretFinding::SecretNotForeseen(Some(_)) => {
            "Le texte de cette assemblée ne prévoit le scrutin secret que pour les nominations.".to_owned()
        }
        SecretFinding::SecretNotForeseen(None) => {
            "Aucun texte connu du programme ne prévoit le scrutin secret dans cette assemblée.".to_owned()
        }
        SecretFinding::PublicNotForeseen(_) => "Le texte de cette assemblée ne prévoit pas le scrutin public.".to_owned(),
        SecretFinding::MoreBallots { in_urn, signed } => format!(
            "{} dans l’urne pour {} : {} de trop.",
            ballots(*in_urn),
            count(*signed, "émargement", "émargements"),
            ballots(in_urn.saturating_sub(*signed))
        ),
        SecretFinding::FewerBallots { in_urn, signed } => format!(
            "{} dans l’urne pour {} : il manque {}.",
            ballots(*in_urn),
            count(*signed, "émargement", "émargements"),
            ballots(signed.saturating_sub(*in_urn))
        ),
        SecretFinding::SecretFromAfar { remote, .. } => format!(
            "{} à distance, et le vote y est public : un scrutin secret ne peut pas s’y tenir.",
            count(*remote, "membre participe", "membres participent")
        ),
        SecretFinding::SecretTieNotSettled(_) => {
            "Partage égal au scrutin secret : le texte de cette assemblée ne dit pas si la présidence départage. Le rapport n’est pas adopté."
                .to_owned()
        }
        SecretFinding::NotTheEldest { chair, eldest, .. } => {
            let chair = chair.as_ref().map_or_else(
                || "Personne ne préside cette élection".to_owned(),
                |chair| format!("{} préside cette élection", name(chair)),
            );
            let eldest = eldest.as_ref().map_or_else(
                || ", et des dates de naissance manquent pour savoir qui l’est".to_owned(),
                |eldest| format!(" : {}", name(eldest)),
            );
            format!("{chair}, alors qu’elle se tient sous la présidence du plus âgé des membres présents{eldest}.")
        }
        SecretFinding::NotTheYoungest { youngest, .. } => {
            format!("Le secrétariat de cette élection revient au plus jeune des membres présents : {}.", name(youngest))
        }
        SecretFinding::CouncilIncomplete { in_office, legal_size, .. } => format!(
            "Le conseil n’est pas au complet : {} pour un effectif légal de {legal_size}.",
            count(*in_office, "membre en exercice", "membres en exercice")
        ),
        SecretFinding::NotAlternate { list, .. } => {
            format!("La liste « {list} » n’est pas composée alternativement d’un candidat de chaque sexe.")
        }
        SecretFinding::TooManyDeputies { posts, limit, article } => {
            format!("{} d’adjoint ; {} en permet {limit}.", count(*posts, "poste", "postes"), source(*article))
        }
        SecretFinding::FormOfTheLaw { form, article } => {
            format!("Pour ce mandat, {} prévoit un autre mode de scrutin : {}.", source(*article), mode(*form))
        }
    }
}

fn mode(form: Form) -> &'static str {
    match form {
        Form::ByName => "un nom par poste",
        Form::ByList => "la liste majoritaire",
        Form::HighestRemainder => "des listes, au plus fort reste",
        Form::HighestAverage => "des listes, à la plus forte moyenne",
    }
}

fn ballots(number: u32) -> String {
    count(number, "bulletin", "bulletins")
}

/// What a ballot says, as a sentence names it.
fn said(ticket: &Ticket, roster: &Roster) -> String {
    match ticket {
        Ticket::For => "« pour »".to_owned(),
        Ticket::Against => "« contre »".to_owned(),
        Ticket::Member(id) => roster.listed(id),
        Ticket::List(name) => format!("la liste « {name} »"),
    }
}

fn are_lists(tickets: &[Ticket]) -> bool {
    tickets.iter().any(|ticket| matches!(ticket, Ticket::List(_)))
}

/// « Le compte n’y est pas : 24 bulletins dépouillés pour 25 dans l’urne, il manque 1 bulletin. »
fn add_up(counted: u32, in_urn: u32) -> String {
    let difference = match counted.cmp(&in_urn) {
        Ordering::Less => format!("il manque {}", ballots(in_urn - counted)),
        Ordering::Greater => format!("il y a {} de trop", ballots(counted - in_urn)),
        Ordering::Equal => "mais un même nom y est compté deux fois".to_owned(),
    };
    format!(
        "Le compte n’y est pas : {} (exprimés, blancs, nuls) pour {in_urn} dans l’urne, {difference}.",
        ballots(counted)
    )
}

fn not_eligible(report: &ReportId, ticket: &Ticket, roster: &Roster) -> String {
    match ticket {
        Ticket::Member(id) if roster.get(id).is_none() => {
            format!("« {id} » n’est pas membre de l’assemblée et ne reçoit pas de voix (rapport n° {report}).")
        }
        Ticket::Member(id) => format!("{} ne peut pas recevoir de voix au rapport n° {report}.", roster.listed(id)),
        Ticket::List(name) => {
            format!("La liste « {name} » n’est pas déposée pour le rapport n° {report} et ne reçoit pas de voix.")
        }
        ticket => format!("On ne vote pas {} dans une élection (rapport n° {report}).", said(ticket, roster)),
    }
}

fn bad_list(report: &ReportId, why: &BadList, roster: &Roster) -> String {
    match why {
        BadList::ByName => format!("Au rapport n° {report}, on se présente par son nom, sans liste."),
        BadList::Empty => format!("Une liste du rapport n° {report} est sans nom ou sans candidat."),
        BadList::NameTwice(name) => format!("Deux listes du rapport n° {report} s’appellent « {name} »."),
        BadList::CandidateTwice(id) => {
            format!("{} est deux fois sur les listes du rapport n° {report}.", roster.listed(id))
        }
        BadList::TooLong { list, candidates, posts } => format!(
            "La liste « {list} » porte {} pour {} : c’est trop.",
            count(*candidates, "candidat", "candidats"),
            count(*posts, "poste", "postes")
        ),
    }
}

/// What to do next.
#[must_use]
pub fn next_step(finding: &SecretFinding) -> &'static str {
    match finding {
        SecretFinding::NotSecret(_) => "Passez d’abord au scrutin secret.",
        SecretFinding::UrnStillOpen(_) => "Déclarez le scrutin clos, puis dépouillez.",
        SecretFinding::UrnClosed(_) => "Défaites la clôture du scrutin ; les candidatures changent entre deux tours.",
        SecretFinding::NotCounted(_) => "Déclarez le scrutin clos, dépouillez et notez les totaux.",
        SecretFinding::CountedAlready(_) => "Défaites le dépouillement pour en noter d’autres.",
        SecretFinding::TotalsDoNotAddUp { .. } => {
            "Recomptez : exprimés, blancs et nuls font ensemble le nombre de bulletins trouvés dans l’urne."
        }
        SecretFinding::NotEligible { ticket: Ticket::For | Ticket::Against, .. } => {
            "Comptez ces bulletins parmi les nuls, ou notez le nom qu’ils portent."
        }
        SecretFinding::NotEligible { .. } => {
            "Comptez ces bulletins parmi les nuls (usage à vérifier avec la préfecture s’il change le résultat)."
        }
        SecretFinding::RoundToCome(_) => "Ouvrez le tour suivant.",
        SecretFinding::NoRoundToCome(_) => "Proclamez le résultat.",
        SecretFinding::TieToSettle { tied, .. } if are_lists(tied) => {
            "Demandez les dates de naissance : la liste à la moyenne d’âge la plus élevée est élue ; à la proportionnelle, le candidat le plus âgé. Notez-la."
        }
        SecretFinding::TieToSettle { .. } => "Demandez les dates de naissance et notez qui est le plus âgé.",
        SecretFinding::NoTie(_) => "Vérifiez les totaux, puis proclamez ou ouvrez le tour suivant.",
        SecretFinding::NotWaivable { article: Some(_), .. } => {
            "Procédez au scrutin secret, même avec une seule candidature."
        }
        SecretFinding::NotWaivable { article: None, .. } => {
            "Procédez au scrutin secret, ou vérifiez le texte qui régit cette élection."
        }
        SecretFinding::BadList(_, why) => mend_the_list(why),
        SecretFinding::PostsUnknown(_) => "Notez-le avant de clore le scrutin.",
        SecretFinding::ElectionStands(_) => "Une élection se conteste devant le juge : voyez avec la préfecture.",
        SecretFinding::PublicPrevails(_) => "Gardez le scrutin public ; la demande de scrutin secret se consigne.",
        SecretFinding::SecretPrevails(_) => "Gardez le scrutin secret ; la demande de scrutin public se consigne.",
        SecretFinding::OnlySecret(_) => "Procédez au scrutin secret.",
        SecretFinding::OneByName(_) => "Gardez le scrutin par nom.",
        SecretFinding::PostFilled(_) => {
            "Tenez les tours qui restent, puis proclamez. Pour s’arrêter là, défaites l’ouverture du tour et notez le nombre de postes pourvus."
        }
        SecretFinding::NoList(_) => "Notez les listes d’abord, ou changez le mode de scrutin.",
        SecretFinding::TooFewForASecret { .. } => {
            "Consignez la demande et gardez le scrutin ordinaire, ou notez le motif du scrutin secret."
        }
        SecretFinding::SecretRefused { .. } => "Procédez au scrutin secret, ou notez le motif du refus.",
        SecretFinding::SecretNotForeseen(_) => "Gardez le scrutin ordinaire, ou notez le motif du scrutin secret.",
        SecretFinding::PublicNotForeseen(_) => "Gardez le scrutin ordinaire, ou notez le motif du scrutin public.",
        // What a judge does of it was not read in a source.
        SecretFinding::MoreBallots { .. } => {
            "Recomptez bulletins et émargements. Si l’écart demeure, notez-en le motif : le juge le retranche d’ordinaire des voix de l’élu (à vérifier avec la préfecture)."
        }
        SecretFinding::FewerBallots { .. } => {
            "Recomptez bulletins et émargements. Si l’écart demeure, notez-en le motif : les votants sont les bulletins de l’urne."
        }
        SecretFinding::SecretFromAfar { .. } => {
            "Reportez le rapport à une séance tenue en un seul lieu (à vérifier avec la préfecture), ou notez le motif."
        }
        SecretFinding::SecretTieNotSettled(_) => "Vérifiez avec la préfecture, puis notez ce qui est retenu.",
        SecretFinding::NotTheEldest { .. } => {
            "Notez la présidence du plus âgé, ou le motif pour lequel on passe outre."
        }
        SecretFinding::NotTheYoungest { .. } => {
            "Nommez ce membre secrétaire, ou notez le motif pour lequel on passe outre."
        }
        SecretFinding::CouncilIncomplete { .. } => {
            "Vérifiez avec la préfecture si le conseil doit d’abord être complété, ou notez le motif."
        }
        SecretFinding::NotAlternate { .. } => {
            "Faites corriger la liste avant le scrutin, ou notez le motif (règle à vérifier avec la préfecture)."
        }
        SecretFinding::TooManyDeputies { .. } => {
            "Réduisez le nombre de postes, ou notez le motif (limite à vérifier avec la préfecture)."
        }
        SecretFinding::FormOfTheLaw { .. } => "Vérifiez avec la préfecture, ou notez le motif de ce choix.",
    }
}

fn mend_the_list(why: &BadList) -> &'static str {
    match why {
        BadList::ByName => "Notez les candidatures une à une, ou changez le mode de scrutin.",
        BadList::Empty => "Donnez-lui un nom et au moins un candidat.",
        BadList::NameTwice(_) => "Donnez à l’une un autre nom, celui de son premier candidat par exemple.",
        BadList::CandidateTwice(_) => "On n’est candidat qu’une fois, sur une liste : corrigez les listes.",
        BadList::TooLong { .. } => "Retirez des candidats, ou vérifiez le nombre de postes.",
    }
}

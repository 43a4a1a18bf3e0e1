//! The findings of the sitting, each as one sentence and what to do next.

mod reports;
mod secret;

use crate::council::finding::Finding;
use crate::council::id::MemberId;
use crate::council::law::{Article, OWN_SETTING};
use crate::council::quorum::{Fraction, Quorum};
use crate::council::roster::Roster;

use super::articles::{cited, in_brackets};
use super::grammar::Agreement;
use super::numbers::{count, date, enumerate, hour as spoken};

/// What is wrong, in one sentence, without code or article.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm a finding: splitting it would hide that none is missing")]
pub fn sentence(finding: &Finding, roster: &Roster) -> String {
    let name = |id: &MemberId| roster.listed(id);
    let agreed = |id: &MemberId, word: &str| Agreement::with(roster.get(id).map(|member| &member.name)).agreed(word);
    match finding {
        Finding::OfAReport(finding) => reports::sentence(finding, roster),
        Finding::OfASecret(finding) => secret::sentence(finding, roster),
        Finding::UnknownMember(id) => format!("« {id} » n’est pas membre de l’assemblée."),
        Finding::UnknownReport(id) => format!("Le rapport n° {id} n’est pas à l’ordre du jour."),
        Finding::NotOpen => "La séance n’est pas encore ouverte.".to_owned(),
        Finding::AlreadyOpen => "La séance est ouverte : l’appel est terminé.".to_owned(),
        Finding::SittingClosed => "La séance est terminée.".to_owned(),
        Finding::ReportStillOpen(id) => format!("Le vote du rapport n° {id} est en cours."),
        Finding::ReportNotOpen(id) => format!("Le rapport n° {id} n’est pas ouvert."),
        Finding::ReportDone(id) => format!("Le rapport n° {id} est déjà terminé."),
        Finding::NoVoice(id) => format!("{} n’est pas dans la salle et personne ne porte sa voix.", name(id)),
        Finding::VoiceTwice(id) => format!("La voix de {} serait comptée deux fois.", name(id)),
        Finding::ProxyToSelf(id) => format!("{} ne peut pas se donner pouvoir.", name(id)),
        Finding::HolderAway { giver, holder } => {
            format!("{} donne pouvoir à {}, qui n’est pas dans la salle.", name(giver), name(holder))
        }
        Finding::NoProxy(id) => format!("{} n’a pas donné de pouvoir.", name(id)),
        Finding::NothingToDo => "C’est déjà noté ainsi.".to_owned(),
        Finding::TooManyProxies { holder, givers, limit, article } => {
            let givers: Vec<String> = givers.iter().map(name).collect();
            let held = count(givers.len(), "pouvoir", "pouvoirs");
            format!("{} porte {held} ({}) ; {} en permet {limit}.", name(holder), enumerate(&givers), source(*article))
        }
        Finding::QuorumMissing { quorum, .. } => match quorum.needed {
            Some(needed) => {
                let present = count(quorum.counted, "présent", "présents");
                format!("Le quorum n’est pas atteint : {present} pour {needed}.")
            }
            None => "Le quorum ne peut pas être vérifié.".to_owned(),
        },
        Finding::DisputedLaw(_) => {
            "Le quorum et le nombre de pouvoirs permis sont discutés à cette date : le programme ne tranche pas."
                .to_owned()
        }
        Finding::PresidentAway { president, stays: true, .. } => {
            format!("{}, qui doit présider, ne prend pas part au rapport.", name(president))
        }
        Finding::PresidentAway { president, .. } => {
            format!("{}, qui doit présider, n’est pas dans la salle.", name(president))
        }
        Finding::SecretaryAway { secretary, .. } => {
            format!("{}, secrétaire de séance, n’est pas dans la salle.", name(secretary))
        }
        Finding::NothingCast { adopted: false, .. } => {
            "Aucun suffrage n’est exprimé : le rapport n’est pas adopté.".to_owned()
        }
        Finding::NothingCast { adopted: true, .. } => {
            "Aucun suffrage n’est exprimé : les comptes sont adoptés, aucune majorité ne s’étant dégagée contre."
                .to_owned()
        }
        Finding::TieUndecided(_) => {
            "Partage égal sans voix prépondérante (le président n’a voté ni pour ni contre) : le rapport n’est pas adopté."
                .to_owned()
        }
        Finding::ProxyChain { giver, holder, given_to } => format!(
            "{} donne pouvoir à {}, qui a donné le sien à {} : un pouvoir ne se transmet pas.",
            name(giver),
            name(holder),
            name(given_to)
        ),
        Finding::ChairAway(id) => {
            format!("{} ne peut pas présider : hors de la salle, ou sans part au rapport.", name(id))
        }
        Finding::NoSeat(id) => format!("{} n’occupe pas de siège en ce moment.", name(id)),
        Finding::NotASubstitute(id) => format!("{} n’est ni suppléant ni appelé à remplacer un membre.", name(id)),
        Finding::SeatNotFree { member, sitting } => {
            format!("{} ne peut pas siéger : le siège est occupé par {}.", name(member), name(sitting))
        }
        Finding::SittingSuspended => "La séance est suspendue.".to_owned(),
        Finding::NotSuspended => "La séance n’est pas suspendue.".to_owned(),
        Finding::InCameraAlready => "La séance est déjà à huis clos.".to_owned(),
        Finding::NotInCamera => "La séance est publique.".to_owned(),
        Finding::QuorumThere(quorum) => {
            let present = count(quorum.counted, "présent", "présents");
            format!("Le quorum est atteint ({present}) : il n’y a pas lieu d’ajourner.")
        }
        Finding::MoreVoicesThanRoom { counted, voices } => {
            format!("{counted} voix sont comptées, la salle n’en a que {voices}.")
        }
        Finding::NotProclaimed(id) => format!("Le rapport n° {id} n’a pas de résultat proclamé."),
        Finding::NotRecused { member, report } => {
            format!("{} n’est pas en déport pour le rapport n° {report}.", name(member))
        }
        Finding::NothingToMend => "Rien de tel n’a eu lieu : il n’y a pas d’heure à corriger.".to_owned(),
        Finding::ReasonMissing => "Une rectification demande son motif.".to_owned(),
        Finding::MustLeaveTheRoom(id) => {
            format!("{} répond des comptes et doit quitter la salle pour leur vote.", name(id))
        }
        Finding::NotOver => "Le procès-verbal n’est arrêté qu’après la séance.".to_owned(),
        Finding::SettledBeforehand { on, sitting } => format!(
            "Le procès-verbal ne peut pas être arrêté le {}, avant la séance du {}.",
            date(*on),
            date(*sitting)
        ),
        Finding::SettledAlready(on) => format!("Le procès-verbal est déjà arrêté, le {}.", date(*on)),
        Finding::HourBefore { hour, last } => {
            format!("L’heure donnée, {}, précède {}, déjà notée.", spoken(*hour), spoken(*last))
        }
        Finding::HourReachesBack { member, hour, reports } => {
            let reports: Vec<String> = reports.iter().map(|report| format!("n° {report}")).collect();
            format!(
                "{}, {} : des votes déjà proclamés ont compté autrement ({}) ; leurs chiffres ne changent pas d’eux-mêmes.",
                name(member),
                spoken(*hour),
                enumerate(&reports)
            )
        }
        Finding::RemoteNotAllowed { member, .. } => {
            format!("{} participe à distance, ce qui n’est pas permis dans cette assemblée.", name(member))
        }
        Finding::ProxyTooLong { giver, sittings, limit, article } => {
            let represented = agreed(giver, "représenté");
            let source = source(*article);
            format!("{} est {represented} pour la {sittings}e séance de suite ; {source} en permet {limit}.", name(giver))
        }
        Finding::ChairOutOfOrder { member, first, .. } => {
            format!("{} présiderait, alors que {} vient avant dans l’ordre de remplacement.", name(member), name(first))
        }
        Finding::InterestedTakesPart { member, report, .. } => {
            let [declared, interested] = ["déclaré", "intéressé"].map(|word| agreed(member, word));
            format!("{}, {declared} {interested}, prendrait part au rapport n° {report}.", name(member))
        }
        Finding::PresidentAtTheAccounts { president, report, .. } => {
            format!("{} doit se retirer et ne peut pas présider au vote des comptes (rapport n° {report}).", name(president))
        }
        Finding::ChairOfTheAccountsNotElected { chair, report, .. } => {
            let elected = agreed(chair, "élu");
            format!("{} préside au vote des comptes (rapport n° {report}) sans y être {elected} par l’assemblée.", name(chair))
        }
        Finding::SecondTooSoon { days, needed, .. } => format!(
            "La seconde réunion vient {} après la première ; il en faut {needed}.",
            count(*days, "jour franc", "jours francs")
        ),
        Finding::ShortNotice { days, needed, .. } => format!(
            "La convocation précède la séance de {} ; il en faut {needed}.",
            count(*days, "jour franc", "jours francs")
        ),
        Finding::TooFewAskers { askers, needed, .. } => format!(
            "Le huis clos est demandé par {} ; il en faut {needed}, ou la présidence.",
            count(*askers, "membre", "membres")
        ),
    }
}

/// Who sets a limit: the law, or the assembly for itself.
fn source(article: Option<Article>) -> &'static str {
    if article == Some(OWN_SETTING) { "le réglage de l’assemblée" } else { "la loi" }
}

/// What is wrong, with the article if it is a rule of law: « … ; la loi en permet 1 (art. L.2121-20 du CGCT). »
#[must_use]
pub fn sentence_with_article(finding: &Finding, roster: &Roster) -> String {
    let sentence = sentence(finding, roster);
    match finding.article() {
        Some(article) => format!("{} ({}).", sentence.trim_end_matches('.'), cited(article)),
        None => sentence,
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(finding: &Finding) -> &'static str {
    match finding {
        Finding::OfAReport(finding) => reports::next_step(finding),
        Finding::OfASecret(finding) => secret::next_step(finding),
        Finding::UnknownMember(_) => "Choisissez un nom de la liste des membres.",
        Finding::UnknownReport(_) => "Choisissez un rapport de l’ordre du jour.",
        Finding::NotOpen => "Terminez l’appel et ouvrez la séance.",
        Finding::AlreadyOpen => "Défaites l’ouverture pour reprendre l’appel.",
        Finding::SittingClosed => {
            "Seuls un résultat et une heure se corrigent encore, et le procès-verbal s’arrête. La signature et l’accusé s’écrivent dans le fichier de séance."
        }
        Finding::ReportStillOpen(_) => "Proclamez-le, ou défaites son ouverture.",
        Finding::ReportNotOpen(_) => "Ouvrez-le depuis l’ordre du jour.",
        Finding::ReportDone(_) => "Défaites ce qui l’a terminé ; un vote proclamé se rectifie.",
        Finding::NoVoice(_) => "Vérifiez l’appel : présence ou pouvoir.",
        Finding::VoiceTwice(_) => "Notez chaque voix une seule fois.",
        Finding::ProxyToSelf(_) => "Choisissez un autre mandataire.",
        Finding::HolderAway { .. } => "Choisissez un mandataire présent.",
        Finding::NoProxy(_) => "Il n’y a rien à retirer.",
        Finding::NothingToDo | Finding::NotSuspended | Finding::InCameraAlready | Finding::NotInCamera => "Continuez.",
        Finding::TooManyProxies { .. } => "Demandez un autre mandataire, ou notez le motif pour lequel on passe outre.",
        Finding::QuorumMissing { .. } => "Convoquez à nouveau, ou notez le motif pour lequel on passe outre.",
        Finding::DisputedLaw(_) => "Vérifiez avec la préfecture, puis notez ce qui a été retenu.",
        Finding::PresidentAway { .. } => "Notez qui préside et pourquoi.",
        Finding::SecretaryAway { .. } => "Faites nommer un autre secrétaire, ou notez le motif.",
        Finding::NothingCast { .. } => "Vérifiez les voix, ou notez le motif et proclamez.",
        Finding::TieUndecided(_) => "Demandez au président de voter, ou notez le motif et proclamez.",
        Finding::ProxyChain { .. } => "Choisissez un mandataire qui n’a pas donné pouvoir.",
        Finding::ChairAway(_) => "Choisissez un membre présent qui prend part au rapport.",
        Finding::NoSeat(_) => "Faites-le siéger d’abord, ou choisissez qui occupe le siège.",
        Finding::NotASubstitute(_) => "Notez-le « suppleant_de » ou « remplace » dans le fichier de séance.",
        Finding::SeatNotFree { .. } => "Notez d’abord le départ de qui occupe le siège.",
        Finding::SittingSuspended => "Reprenez la séance d’abord.",
        Finding::QuorumThere(_) => "Ouvrez la séance ou levez-la.",
        Finding::MoreVoicesThanRoom { .. } => "Recomptez les voix.",
        Finding::NotProclaimed(_) => "Choisissez un rapport dont le résultat est proclamé.",
        Finding::NotRecused { .. } => "Vérifiez le nom et le rapport.",
        Finding::NothingToMend => "Vérifiez ce dont l’heure est à corriger.",
        Finding::ReasonMissing => "Écrivez pourquoi le résultat est rectifié.",
        Finding::MustLeaveTheRoom(_) => "Notez sa sortie de la salle.",
        Finding::NotOver => "Levez la séance d’abord.",
        Finding::SettledBeforehand { .. } => "Vérifiez la date.",
        Finding::SettledAlready(_) => "Laissez-le ainsi, ou notez pourquoi il est arrêté de nouveau.",
        Finding::HourBefore { .. } => "Corrigez l’heure, ou notez pourquoi l’ordre est celui-là.",
        Finding::HourReachesBack { .. } => "Notez le motif, puis rectifiez chaque vote concerné.",
        Finding::RemoteNotAllowed { .. } => "Notez-le absent, ou notez le motif pour lequel on passe outre.",
        Finding::ProxyTooLong { .. } => "Retirez le pouvoir, ou notez le motif (maladie constatée, par exemple).",
        Finding::ChairOutOfOrder { .. } => "Faites présider le premier dans l’ordre, ou notez le motif.",
        Finding::InterestedTakesPart { .. } => "Laissez le déport, ou notez le motif pour lequel il est levé.",
        Finding::PresidentAtTheAccounts { .. } => {
            "Notez son retrait et qui est élu pour présider, ou le motif pour lequel on passe outre."
        }
        Finding::ChairOfTheAccountsNotElected { .. } => {
            "Notez qui est élu pour présider, ou le motif pour lequel on passe outre."
        }
        Finding::SecondTooSoon { .. } => "Convoquez à une date plus éloignée, ou notez le motif.",
        Finding::ShortNotice { .. } => "Faites approuver l’urgence à l’ouverture et notez-le, ou convoquez à nouveau.",
        Finding::TooFewAskers { .. } => "Vérifiez qui demande le huis clos, ou notez le motif.",
    }
}

/// The quorum in words: « 20 présents nécessaires : un tiers de 58 membres en exercice ».
#[must_use]
pub fn quorum(quorum: &Quorum) -> String {
    let of = count(quorum.in_office, "membre en exercice", "membres en exercice");
    let rule = match quorum.fraction {
        Fraction::MoreThanHalf => format!("plus de la moitié de {of}"),
        Fraction::OneThird => format!("un tiers de {of}"),
        Fraction::TwoThirds => format!("les deux tiers de {of}"),
        Fraction::Number(_) => format!("nombre fixé par l’assemblée, sur {of}"),
        Fraction::NoneNeeded => "seconde convocation, aucun quorum n’est exigé".to_owned(),
        Fraction::Disputed => format!("{of}, règle discutée à cette date"),
    };
    let needed = quorum.needed.map_or_else(|| "quorum non établi".to_owned(), |n| format!("quorum {n}"));
    format!("{needed} : {rule}{}", in_brackets(quorum.article))
}

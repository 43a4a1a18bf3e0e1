//! The findings of the sitting, each as one sentence and what to do next.

use crate::council::finding::Finding;
use crate::council::id::MemberId;
use crate::council::quorum::{Fraction, Quorum};
use crate::council::roster::Roster;

use super::numbers::{count, enumerate};

/// What is wrong, in one sentence, without code or article.
#[must_use]
pub fn sentence(finding: &Finding, roster: &Roster) -> String {
    let name = |id: &MemberId| roster.listed(id);
    match finding {
        Finding::UnknownMember(id) => format!("« {id} » n’est pas membre de l’assemblée."),
        Finding::UnknownReport(id) => format!("Le rapport n° {id} n’est pas à l’ordre du jour."),
        Finding::NotOpen => "La séance n’est pas encore ouverte.".to_owned(),
        Finding::AlreadyOpen => "La séance est ouverte : l’appel est terminé.".to_owned(),
        Finding::SittingClosed => "La séance est levée.".to_owned(),
        Finding::ReportStillOpen(id) => format!("Le vote du rapport n° {id} est en cours."),
        Finding::ReportNotOpen(id) => format!("Le rapport n° {id} n’est pas ouvert."),
        Finding::ReportDone(id) => format!("Le résultat du rapport n° {id} est déjà proclamé."),
        Finding::NoVoice(id) => format!("{} n’est pas dans la salle et personne ne porte sa voix.", name(id)),
        Finding::VoiceTwice(id) => format!("La voix de {} serait comptée deux fois.", name(id)),
        Finding::ProxyToSelf(id) => format!("{} ne peut pas se donner pouvoir.", name(id)),
        Finding::HolderAway { giver, holder } => {
            format!("{} donne pouvoir à {}, qui n’est pas dans la salle.", name(giver), name(holder))
        }
        Finding::NoProxy(id) => format!("{} n’a pas donné de pouvoir.", name(id)),
        Finding::NothingToDo => "C’est déjà noté ainsi.".to_owned(),
        Finding::TooManyProxies { holder, givers, limit, .. } => {
            let givers: Vec<String> = givers.iter().map(name).collect();
            let held = count(u32::try_from(givers.len()).unwrap_or(u32::MAX), "pouvoir", "pouvoirs");
            format!("{} porte {held} ({}) ; la loi en permet {limit}.", name(holder), enumerate(&givers))
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
        Finding::PresidentAway { president, .. } => {
            format!("{}, qui doit présider, n’est pas dans la salle.", name(president))
        }
        Finding::SecretaryAway { secretary, .. } => {
            format!("{}, secrétaire de séance, n’est pas dans la salle.", name(secretary))
        }
        Finding::NothingCast(_) => "Aucun suffrage n’est exprimé : le rapport n’est pas adopté.".to_owned(),
        Finding::TieUndecided(_) => {
            "Partage égal sans voix prépondérante (le président n’a voté ni pour ni contre) : le rapport n’est pas adopté."
                .to_owned()
        }
    }
}

/// What is wrong, with the article if it is a rule of law: « … ; la loi en permet 1 (art. L.2121-20 du CGCT). »
#[must_use]
pub fn sentence_with_article(finding: &Finding, roster: &Roster) -> String {
    let sentence = sentence(finding, roster);
    match finding.article() {
        Some(article) => format!("{} ({}).", sentence.trim_end_matches('.'), article.0),
        None => sentence,
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(finding: &Finding) -> &'static str {
    match finding {
        Finding::UnknownMember(_) => "Choisissez un nom de la liste des membres.",
        Finding::UnknownReport(_) => "Choisissez un rapport de l’ordre du jour.",
        Finding::NotOpen => "Terminez l’appel et ouvrez la séance.",
        Finding::AlreadyOpen => "Défaites l’ouverture pour reprendre l’appel.",
        Finding::SittingClosed => "Ce qui vient après s’écrit dans le fichier de séance (signature, accusé).",
        Finding::ReportStillOpen(_) => "Proclamez-le, ou défaites son ouverture.",
        Finding::ReportNotOpen(_) => "Ouvrez-le depuis l’ordre du jour.",
        Finding::ReportDone(_) => "Défaites la proclamation pour changer le vote.",
        Finding::NoVoice(_) => "Vérifiez l’appel : présence ou pouvoir.",
        Finding::VoiceTwice(_) => "Notez chaque voix une seule fois.",
        Finding::ProxyToSelf(_) => "Choisissez un autre mandataire.",
        Finding::HolderAway { .. } => "Choisissez un mandataire présent.",
        Finding::NoProxy(_) => "Il n’y a rien à retirer.",
        Finding::NothingToDo => "Continuez.",
        Finding::TooManyProxies { .. } => "Demandez un autre mandataire, ou notez le motif pour lequel on passe outre.",
        Finding::QuorumMissing { .. } => "Convoquez à nouveau, ou notez le motif pour lequel on passe outre.",
        Finding::DisputedLaw(_) => "Vérifiez avec la préfecture, puis notez ce qui a été retenu.",
        Finding::PresidentAway { .. } => "Notez qui préside et pourquoi.",
        Finding::SecretaryAway { .. } => "Faites nommer un autre secrétaire, ou notez le motif.",
        Finding::NothingCast(_) => "Vérifiez les voix, ou notez le motif et proclamez.",
        Finding::TieUndecided(_) => "Demandez au président de voter, ou notez le motif et proclamez.",
    }
}

/// The quorum in words: « 20 présents nécessaires : un tiers de 58 membres en exercice ».
#[must_use]
pub fn quorum(quorum: &Quorum) -> String {
    let of = format!("{} membres en exercice", quorum.in_office);
    let rule = match quorum.fraction {
        Fraction::MoreThanHalf => format!("plus de la moitié de {of}"),
        Fraction::OneThird => format!("un tiers de {of}"),
        Fraction::Disputed => format!("{of}, règle discutée à cette date"),
    };
    let needed = quorum.needed.map_or_else(|| "quorum non établi".to_owned(), |n| format!("quorum {n}"));
    let article = quorum.article.map(|article| format!(" ({})", article.0)).unwrap_or_default();
    format!("{needed} : {rule}{article}")
}

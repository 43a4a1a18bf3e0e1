//! What is wrong with the figures of a printed act: the true figure, why the printed one is not, the article.

use std::path::Path;

use crate::council::id::MemberId;
use crate::council::law::Rules;
use crate::council::plain::plain;
use crate::council::printed::{Misprint, Printable, Verdict};
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::store::course::Step;

use super::super::articles::cited;
use super::super::numbers::{count, enumerate, hour};
use super::block;

/// What is wrong with the act, each as it is printed in a terminal.
#[must_use]
pub fn misprints(path: &Path, steps: &[Step], found: &[(usize, Misprint)], sitting: &Sitting) -> Vec<String> {
    let one = |(step, wrong): &(usize, Misprint)| {
        let place = steps.get(*step).and_then(|step| step.printed.as_ref()).map(|(_, place)| place);
        let sentence = sentence_with_article(wrong, &sitting.docket().roster, &sitting.rules());
        block(&wrong.code().to_string(), path, place, &sentence, next_step(wrong))
    };
    found.iter().map(one).collect()
}

fn sentence_with_article(misprint: &Misprint, roster: &Roster, rules: &Rules) -> String {
    let sentence = sentence(misprint, roster);
    match misprint.article(rules) {
        Some(article) => format!("{} ({}).", sentence.trim_end_matches('.'), cited(article)),
        None => sentence,
    }
}

/// What is wrong with the act and what the sitting gives, without code or article.
#[must_use]
pub fn sentence(misprint: &Misprint, roster: &Roster) -> String {
    let name = |id: &MemberId| plain(&roster.listed(id)).into_owned();
    match misprint {
        Misprint::Figure { figure, printed, truth: Some(truth) } => {
            format!("L’acte imprime {printed} pour {} ; la séance donne {truth}.", figure_name(*figure))
        }
        Misprint::Figure { figure, printed, truth: None } => {
            format!("L’acte imprime {printed} pour {} ; rien n’étant exprimé, il n’y en a pas.", figure_name(*figure))
        }
        Misprint::Verdict { printed, for_, against, majority } => {
            let (written, truth) = match printed {
                Verdict::Adopted => ("adopté", "rejeté"),
                Verdict::Rejected => ("rejeté", "adopté"),
            };
            let majority = majority.map(|majority| format!(", majorité requise {majority}")).unwrap_or_default();
            format!("L’acte dit le rapport {written} ; il est {truth} : {for_} pour, {against} contre{majority}.")
        }
        Misprint::QuorumIsHalf { printed, in_office, truth } => format!(
            "L’acte imprime un quorum de {printed} : c’est la moitié de {in_office} membres en exercice ; il en faut plus de la moitié, soit {truth}."
        ),
        Misprint::MajorityIsAThird { printed, of, count, cast, truth } => format!(
            "L’acte imprime une majorité de {printed} : c’est le tiers de {}, un quorum d’exception sous un autre nom ; la majorité absolue de {} est {truth}.",
            counted(*of, *count),
            counted(Printable::Cast, *cast)
        ),
        Misprint::MajorityOfAnother { printed, of, count, cast, truth, turned_down } => {
            let turned_down = turned_down
                .map(|for_| format!(" ; avec {for_} voix pour, le rapport dit rejeté était adopté"))
                .unwrap_or_default();
            format!(
                "L’acte imprime une majorité de {printed} : c’est celle de {} ; elle se calcule sur {} et vaut {truth}{turned_down}.",
                counted(*of, *count),
                counted(Printable::Cast, *cast)
            )
        }
        Misprint::ListedTwice { member, in_both: true } => format!(
            "L’acte compte {} parmi les présents et parmi les représentés ; un membre n’est que l’un ou l’autre.",
            name(member)
        ),
        Misprint::ListedTwice { member, in_both: false } => {
            format!("L’acte nomme {} deux fois dans la même liste.", name(member))
        }
        Misprint::ArrivedLater { member, at: Some(at) } => format!(
            "L’acte compte {} parmi les présents dès ce moment ; l’arrivée n’est notée qu’à {}.",
            name(member),
            hour(*at)
        ),
        Misprint::ArrivedLater { member, at: None } => format!(
            "L’acte compte {} parmi les présents dès ce moment ; l’arrivée n’est notée que plus tard.",
            name(member)
        ),
        Misprint::Drift { figure, before, was, printed, truth } => format!(
            "L’acte passe de {was} à {printed} pour {} depuis le rapport n° {}, sans arrivée ni départ entre les deux votes ; la séance donne {truth} aux deux.",
            figure_name(*figure),
            plain(before.as_str())
        ),
        Misprint::UnanimityOfThePresent { represented } => {
            let names: Vec<String> = represented.iter().map(name).collect();
            format!(
                "L’acte dit « à l’unanimité des présents » ; {} a compté : écrivez « des présents et représentés » ({}).",
                if names.len() == 1 { "une voix portée par pouvoir" } else { "plus d’une voix portée par pouvoir" },
                enumerate(&names)
            )
        }
        Misprint::NotUnanimous { for_, against } => {
            format!("L’acte dit l’unanimité ; les suffrages se partagent : {for_} pour, {against} contre.")
        }
        Misprint::NotPresent { member, holder: Some(holder) } => {
            format!("L’acte compte {} parmi les présents ; sa voix est portée par {}.", name(member), name(holder))
        }
        Misprint::NotPresent { member, holder: None } => {
            format!("L’acte compte {} parmi les présents ; l’appel ne l’y compte pas.", name(member))
        }
        Misprint::NotRepresented(member) => {
            format!("L’acte compte {} parmi les représentés ; personne ne porte sa voix.", name(member))
        }
        Misprint::PresentUnlisted(member) => {
            format!("L’acte ne nomme pas {} parmi les présents ; sa présence est notée.", name(member))
        }
        Misprint::RepresentedUnlisted(member) => {
            format!("L’acte ne nomme pas {} parmi les représentés ; sa voix est portée.", name(member))
        }
    }
}

/// What to do next.
#[must_use]
pub fn next_step(misprint: &Misprint) -> &'static str {
    match misprint {
        Misprint::Figure { .. } | Misprint::QuorumIsHalf { .. } | Misprint::Drift { .. } => {
            "Rectifiez l’acte, ou vérifiez l’étape du déroulé si c’est elle qui se trompe."
        }
        Misprint::Verdict { .. } | Misprint::MajorityIsAThird { .. } | Misprint::MajorityOfAnother { .. } => {
            "Rectifiez l’acte et vérifiez ce qui en a été conclu."
        }
        Misprint::UnanimityOfThePresent { .. } | Misprint::NotUnanimous { .. } => "Rectifiez la formule de l’acte.",
        Misprint::ListedTwice { .. }
        | Misprint::ArrivedLater { .. }
        | Misprint::NotPresent { .. }
        | Misprint::NotRepresented(_)
        | Misprint::PresentUnlisted(_)
        | Misprint::RepresentedUnlisted(_) => "Rectifiez la liste de l’acte, ou l’appel du déroulé.",
    }
}

fn figure_name(figure: Printable) -> &'static str {
    match figure {
        Printable::InOffice => "les membres en exercice",
        Printable::Quorum => "le quorum",
        Printable::Present => "les présents",
        Printable::Represented => "les représentés",
        Printable::Voters => "les votants",
        Printable::Cast => "les suffrages exprimés",
        Printable::Majority => "la majorité requise",
        Printable::For => "les voix pour",
        Printable::Against => "les voix contre",
        Printable::Abstentions => "les abstentions",
    }
}

/// « 33 votants ».
fn counted(figure: Printable, number: u32) -> String {
    match figure {
        Printable::Voters => count(number, "votant", "votants"),
        Printable::Present => count(number, "présent", "présents"),
        Printable::Cast => count(number, "suffrage exprimé", "suffrages exprimés"),
        _ => count(number, "membre en exercice", "membres en exercice"),
    }
}

//! What was put to the vote in a report before its text, as the minutes tell it: who brought it, what came of it.

use crate::council::hour::Hour;
use crate::council::name::Name;
use crate::council::proposal::{Dropped, Proposal, ProposalId};

use super::grammar::{addressed, capitalised, uncapitalised};
use super::kinds;
use super::numbers::{enumerate, hour};

/// A proposal that was never put to the vote.
pub const NOT_PUT: &str = "Non mis aux voix.";
/// Over a change of the text of a report.
pub const TEXT_CHANGED: &str = "Texte modifié en séance";

/// « Amendement n° 2 – article 3 ».
#[must_use]
pub fn title(proposal: &Proposal) -> String {
    let target = proposal.target.as_deref().map(|target| format!(" – {}", target.trim())).unwrap_or_default();
    format!("{}{target}", kinds::proposal_title(&proposal.id))
}

/// « Présenté par Madame Rosa CHASTANG et Monsieur Paolo DI MEO, au nom du groupe Ensemble. », « Déposé en séance à 19 h 02
/// par … », « Renvoi demandé à 19 h 30 par … ». Nothing where none of it is known.
#[must_use]
pub fn presented(proposal: &Proposal, authors: &[&Name], in_the_sitting: bool, at: Option<Hour>) -> Option<String> {
    let names: Vec<String> = authors.iter().map(|name| addressed(name)).collect();
    let by = (!names.is_empty()).then(|| format!(" par {}", enumerate(&names)));
    let behalf = proposal.on_behalf.as_deref().map(|on_behalf| in_the_name_of(on_behalf.trim()));
    let behalf = behalf.map(|behalf| if by.is_some() { format!(", {behalf}") } else { format!(" {behalf}") });
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let how = format!("{at}{}{}", by.unwrap_or_default(), behalf.unwrap_or_default());
    let what = match &proposal.id {
        ProposalId::Amendment(_) if in_the_sitting => "Déposé en séance",
        _ if how.is_empty() => return None,
        ProposalId::Amendment(_) => "Présenté",
        ProposalId::Part(_) => "Division demandée",
        ProposalId::Postponement => "Renvoi demandé",
        ProposalId::PreviousQuestion => "Question préalable posée",
    };
    Some(format!("{what}{how}."))
}

/// « au nom du groupe Ensemble », « au nom de la commission des finances », « au nom de l’opposition ».
#[must_use]
pub fn in_the_name_of(whom: &str) -> String {
    let said = uncapitalised(whom);
    if let Some(masculine) = said.strip_prefix("le ") {
        return format!("au nom du {masculine}");
    }
    if let Some(several) = said.strip_prefix("les ") {
        return format!("au nom des {several}");
    }
    if ["la ", "l’", "l'"].iter().any(|article| said.starts_with(article)) {
        return format!("au nom de {said}");
    }
    // A name without its article: « groupe Ensemble », « Ensemble pour demain ».
    if said.starts_with("groupe ") {
        return format!("au nom du {said}");
    }
    format!("au nom de « {whom} »")
}

/// « L’amendement n° 3 est retiré par son auteur à 19 h 12. », « L’amendement n° 4, devenu sans objet, n’est pas mis aux
/// voix. »
#[must_use]
pub fn dropped(id: &ProposalId, how: Dropped, authors: usize, at: Option<Hour>) -> String {
    let what = capitalised(&kinds::proposal(id));
    let e = kinds::ending(id);
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    match how {
        Dropped::Withdrawn => {
            let by = match authors {
                0 => "",
                1 => " par son auteur",
                _ => " par ses auteurs",
            };
            format!("{what} est retiré{e}{by}{at}.")
        }
        Dropped::Moot => format!("{what}, devenu{e} sans objet, n’est pas mis{e} aux voix."),
    }
}

/// « Le texte soumis au vote est modifié à 19 h 10 comme suit : »
#[must_use]
pub fn text_changed(at: Option<Hour>) -> String {
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    format!("Le texte soumis au vote est modifié{at} comme suit :")
}

/// « sans la partie « article 2 » »; nothing where no part was rejected.
#[must_use]
pub fn without_the_rejected(parts: &[String]) -> Option<String> {
    let parts: Vec<String> = parts.iter().map(|part| format!("« {part} »")).collect();
    match parts.as_slice() {
        [] => None,
        [one] => Some(format!("sans la partie {one}")),
        several => Some(format!("sans les parties {}", enumerate(several))),
    }
}

/// « Le texte est mis aux voix sans la partie « article 2 », rejetée. »; nothing where no part was.
#[must_use]
pub fn without_the_parts(rejected: &[&str]) -> Option<String> {
    let parts: Vec<String> = rejected.iter().map(|part| format!("« {part} »")).collect();
    let parts = match parts.as_slice() {
        [] => return None,
        [one] => format!("la partie {one}, rejetée"),
        several => format!("les parties {}, rejetées", enumerate(several)),
    };
    Some(format!("Le texte est mis aux voix sans {parts}."))
}

/// « avant le vote sur l’amendement n° 2 (rapport n° 5) ».
#[must_use]
pub fn before_its_vote(id: &ProposalId, report: &str) -> String {
    format!("avant le vote sur {} (rapport n° {report})", kinds::proposal(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::name::Civility;

    fn proposal(id: ProposalId, on_behalf: Option<&str>) -> Proposal {
        Proposal { on_behalf: on_behalf.map(str::to_owned), ..Proposal::new(id) }
    }

    fn amendment(on_behalf: Option<&str>) -> Proposal {
        proposal(ProposalId::Amendment("2".to_owned()), on_behalf)
    }

    #[test]
    fn who_brings_a_proposal_is_named_and_in_whose_name() {
        let name = |first: &str, civility| Name { surname: "ICARD".to_owned(), first: first.to_owned(), civility };
        let (lea, paul) = (name("Léa", Some(Civility::Mrs)), name("Paul", Some(Civility::Mr)));
        let said = |proposal: &Proposal, authors: &[&Name], in_the_sitting, at| {
            presented(proposal, authors, in_the_sitting, at).unwrap_or_default()
        };
        assert_eq!(
            said(&amendment(Some("le groupe Ensemble")), &[&lea, &paul], false, None),
            "Présenté par Madame Léa ICARD et Monsieur Paul ICARD, au nom du groupe Ensemble."
        );
        assert_eq!(
            said(&amendment(Some("La commission des finances")), &[], false, None),
            "Présenté au nom de la commission des finances."
        );
        assert_eq!(said(&amendment(Some("l'opposition")), &[], false, None), "Présenté au nom de l'opposition.");
        assert_eq!(said(&amendment(Some("Demain")), &[&lea], false, None), {
            "Présenté par Madame Léa ICARD, au nom de « Demain »."
        });
        assert_eq!(said(&amendment(None), &[], true, Hour::new(19, 2)), "Déposé en séance à 19 h 02.");
        assert_eq!(said(&amendment(None), &[], false, None), "");
        assert_eq!(
            said(&proposal(ProposalId::Postponement, None), &[&lea], true, Hour::new(19, 30)),
            "Renvoi demandé à 19 h 30 par Madame Léa ICARD."
        );
        let part = proposal(ProposalId::Part("article 1".to_owned()), None);
        assert_eq!(said(&part, &[], true, None), "");
        assert_eq!(
            said(&proposal(ProposalId::PreviousQuestion, None), &[&paul], true, None),
            "Question préalable posée par Monsieur Paul ICARD."
        );
    }

    #[test]
    fn what_was_not_voted_agrees_with_its_noun() {
        let said = |id: ProposalId, how, authors| dropped(&id, how, authors, Hour::new(19, 12));
        let amendment = || ProposalId::Amendment("3".to_owned());
        assert_eq!(said(amendment(), Dropped::Withdrawn, 2), "L’amendement n° 3 est retiré par ses auteurs à 19 h 12.");
        assert_eq!(
            said(ProposalId::PreviousQuestion, Dropped::Withdrawn, 1),
            "La question préalable est retirée par son auteur à 19 h 12."
        );
        assert_eq!(
            said(ProposalId::Part("article 2".to_owned()), Dropped::Moot, 0),
            "La partie « article 2 », devenue sans objet, n’est pas mise aux voix."
        );
    }
}

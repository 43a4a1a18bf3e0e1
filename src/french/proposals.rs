//! What was put to the vote in a report before its text, as the minutes tell it: who brought it, what came of it.

use crate::council::hour::Hour;
use crate::council::name::Name;
use crate::council::proposal::{Dropped, Proposal, ProposalId};

use super::grammar::{addressed, capitalised, uncapitalised};
use super::kinds;
use super::numbers::{enumerate, hour};

/// A proposal that was never put to the vote.
pub const NOT_PUT: &str = "Non mis aux voix.";
/// A proposal whose vote is being taken.
pub const STILL_OPEN: &str = "Vote en cours, non proclamé.";
/// Over the text that a report had from then on.
pub const TEXT_CHANGED: &str = "Texte modifié en séance";
/// « Amendement n° 2 – article 3 ».
#[must_use]
pub fn title(proposal: &Proposal) -> String {
    let target = proposal.target.as_deref().map(|target| format!(" – {}", target.trim())).unwrap_or_default();
    format!("{}{target}", kinds::proposal_title(&proposal.id))
}

/// « Présenté par Madame Rosa CHASTANG et Monsieur Paolo DI MEO, au nom du groupe Ensemble. », « Déposé en séance à 19 h 02. »
/// Nothing where neither is known.
#[must_use]
pub fn presented(proposal: &Proposal, authors: &[&Name], in_the_sitting: bool, at: Option<Hour>) -> Option<String> {
    let is_feminine = is_feminine(&proposal.id);
    let agreed = |participle: &str| if is_feminine { format!("{participle}e") } else { participle.to_owned() };
    let names: Vec<String> = authors.iter().map(|name| addressed(name)).collect();
    let by = (!names.is_empty()).then(|| format!(" par {}", enumerate(&names)));
    let behalf = proposal.on_behalf.as_deref().map(|on_behalf| in_the_name_of(on_behalf.trim()));
    let behalf = behalf.map(|behalf| if by.is_some() { format!(", {behalf}") } else { format!(" {behalf}") });
    let whom = format!("{}{}", by.unwrap_or_default(), behalf.unwrap_or_default());
    if in_the_sitting {
        let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
        return Some(format!("{} en séance{at}{whom}.", capitalised(&agreed("déposé"))));
    }
    (!whom.is_empty()).then(|| format!("{}{whom}.", capitalised(&agreed("présenté"))))
}

/// « au nom du groupe Ensemble », « au nom de la commission des finances », « au nom de l’opposition ».
fn in_the_name_of(whom: &str) -> String {
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
    let e = if is_feminine(id) { "e" } else { "" };
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

/// « avant le vote sur l’amendement n° 2 (rapport n° 5) ».
#[must_use]
pub fn before_its_vote(id: &ProposalId, report: &str) -> String {
    format!("avant le vote sur {} (rapport n° {report})", kinds::proposal(id))
}

fn is_feminine(id: &ProposalId) -> bool {
    matches!(id, ProposalId::Part(_) | ProposalId::PreviousQuestion)
}

//! The words for what is put to the vote before a text: which, by whom, how far it is.

use crate::council::id::MemberId;
use crate::council::proposal::{Proposal, ProposalId, ProposalState, Proposed};
use crate::council::roster::Roster;
use crate::french::kinds::About;
use crate::french::numbers::{count, enumerate};
use crate::french::proposals::in_the_name_of;
use crate::french::screen::said::short_result;
use crate::french::{grammar, kinds};

/// The text of a report waits for what is put before it.
pub const TEXT_WAITS: &str = "le texte attend";
/// Over what is put before a text.
pub const BEFORE_THE_TEXT: &str = "À voter avant le texte";
/// What Enter does then.
pub const TO_PUT: &str = "À mettre aux voix";

/// A mark while the text waits.
#[must_use]
pub fn text_waits(next: &ProposalId) -> String {
    format!("Rien n’est noté, le texte attend : Entrée met aux voix {}.", kinds::proposal(next))
}

/// « AUBRY Paul et CHAZAL Hélène, au nom du groupe Ensemble ».
#[must_use]
pub fn brought_by(proposal: &Proposal, roster: &Roster) -> String {
    let names = listed(&proposal.authors, roster);
    let behalf = proposal.on_behalf.as_ref().map(|behalf| in_the_name_of(behalf.trim()));
    [Some(names).filter(|names| !names.is_empty()), behalf].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

pub(super) fn listed(members: &[MemberId], roster: &Roster) -> String {
    enumerate(&members.iter().map(|id| roster.listed(id)).collect::<Vec<_>>())
}

/// « Amendement n° 1, article 2 — AUBRY Paul, au nom du groupe Ensemble ».
#[must_use]
pub fn proposal(proposal: &Proposal, roster: &Roster) -> String {
    let by = brought_by(proposal, roster);
    let by = if by.is_empty() { by } else { format!(" — {by}") };
    format!("{}{by}", what(proposal))
}

/// « Amendement n° 1 à l’article 2 ».
#[must_use]
pub fn what(proposal: &Proposal) -> String {
    let target = proposal.target.as_ref().map(|target| format!(" {}", at_the(target.trim()))).unwrap_or_default();
    format!("{}{target}", kinds::proposal_title(&proposal.id))
}

/// « à l’article 2 », « aux articles 3 et 4 », « au titre II », « à la page 4 »; what it does not know is set apart: « (§ 3) ».
fn at_the(target: &str) -> String {
    const FEMININE: [&str; 6] = ["page", "ligne", "section", "partie", "fiche", "phrase"];
    const MASCULINE: [&str; 10] =
        ["titre", "chapitre", "point", "paragraphe", "tableau", "dispositif", "texte", "projet", "budget", "rapport"];
    let said = grammar::uncapitalised(target);
    let first = said.split(' ').next().unwrap_or_default();
    let is_several = first.ends_with('s') || first.ends_with("eaux");
    let one = if first.ends_with("eaux") { first.strip_suffix('x') } else { first.strip_suffix('s') };
    let noun = one.unwrap_or(first);
    let is_elided = ["article", "alinéa", "annexe", "amendement"].contains(&noun);
    if let Some(rest) = said.strip_prefix("le ") {
        format!("au {rest}")
    } else if let Some(rest) = said.strip_prefix("les ") {
        format!("aux {rest}")
    } else if ["la ", "l’", "l'"].iter().any(|article| said.starts_with(article)) {
        format!("à {said}")
    } else if is_several && (is_elided || FEMININE.contains(&noun) || MASCULINE.contains(&noun)) {
        format!("aux {said}")
    } else if is_elided {
        format!("à l’{said}")
    } else if FEMININE.contains(&noun) {
        format!("à la {said}")
    } else if MASCULINE.contains(&noun) {
        format!("au {said}")
    } else {
        format!("({target})")
    }
}

/// How far a proposal is: « à mettre aux voix », « adopté 20-8-2 », « retiré ».
#[must_use]
pub fn state(proposed: &Proposed) -> String {
    match &proposed.state {
        ProposalState::Waiting => "à mettre aux voix".to_owned(),
        ProposalState::Opened(_) => "aux voix".to_owned(),
        ProposalState::Done(done) => {
            short_result(About::Proposal(&proposed.proposal.id), done.tally.as_ref(), done.outcome)
        }
        ProposalState::Dropped(how, _) => kinds::agreed(&proposed.proposal.id, kinds::dropped(*how)),
    }
}

/// « amendement n° 1 », « partie « article 3 » », « renvoi », « question préalable ».
#[must_use]
pub fn name(id: &ProposalId) -> String {
    let with_article = kinds::proposal(id);
    let bare = ["l’", "la ", "le "].into_iter().find_map(|article| with_article.strip_prefix(article));
    bare.unwrap_or(&with_article).to_owned()
}

/// What was decided before the text, in one line: « amendement n° 1 adopté, n° 2 rejeté ».
#[must_use]
pub fn decided_before(proposals: &[Proposed]) -> String {
    let mut told = Vec::new();
    let mut amended = false;
    for proposed in proposals {
        let word = match &proposed.state {
            ProposalState::Done(done) if done.outcome.is_adopted() => "adopté",
            ProposalState::Done(_) => "rejeté",
            ProposalState::Dropped(how, _) => kinds::dropped(*how),
            ProposalState::Waiting | ProposalState::Opened(_) => continue,
        };
        let id = &proposed.proposal.id;
        let name = match id {
            ProposalId::Amendment(number) if amended => format!("n° {number}"),
            other => name(other),
        };
        amended = amended || matches!(id, ProposalId::Amendment(_));
        told.push(format!("{name} {}", kinds::agreed(id, word)));
    }
    told.join(", ")
}

/// « ↵ met aux voix l’amendement n° 1 ; le texte viendra après. »
#[must_use]
pub fn puts(next: &ProposalId, left: usize) -> String {
    let behind = match left {
        0 | 1 => "le texte viendra ensuite".to_owned(),
        left => format!("{} attendent, puis le texte", count(left, "proposition", "propositions")),
    };
    format!("↵ met aux voix {} ; {behind}.", kinds::proposal(next))
}

/// « 2 propositions se votent avant le texte ».
#[must_use]
pub fn waiting(waiting: usize) -> String {
    let verb = if waiting > 1 { "se votent" } else { "se vote" };
    format!("{} {verb} avant le texte", count(waiting, "proposition", "propositions"))
}

#[cfg(test)]
mod tests {
    use super::at_the;

    #[test]
    fn what_an_amendment_is_about_is_said_with_its_article() {
        for (target, said) in [
            ("article 2", "à l’article 2"),
            ("Article 2", "à l’article 2"),
            ("articles 3 et 4", "aux articles 3 et 4"),
            ("l’annexe 1", "à l’annexe 1"),
            ("le titre II", "au titre II"),
            ("titre II", "au titre II"),
            ("les tableaux", "aux tableaux"),
            ("tableaux 1 et 2", "aux tableaux 1 et 2"),
            ("pages 4 et 5", "aux pages 4 et 5"),
            ("la page 4", "à la page 4"),
            ("§ 3", "(§ 3)"),
        ] {
            assert_eq!(at_the(target), said);
        }
    }
}

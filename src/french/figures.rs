//! The nine figures in words: their labels, and why each is what it is.

use crate::council::ballot::Choice;
use crate::council::conventions::Zero;
use crate::council::tally::{Figure, Formula, Term, Why};

use super::articles::in_brackets;
use super::papers::NOBODY;

/// The label of the vote table: « Suffrages exprimés ».
#[must_use]
pub fn label(figure: Figure) -> &'static str {
    match figure {
        Figure::InOffice => "Inscrits",
        Figure::Voters => "Votants",
        Figure::Abstentions => "Abstentions",
        Figure::BlankNull => "Blancs et nuls",
        Figure::Cast => "Suffrages exprimés",
        Figure::AbsoluteMajority => "Majorité absolue",
        Figure::For => "Pour",
        Figure::Against => "Contre",
        Figure::NotTakingPart => "Ne prennent pas part au vote",
    }
}

/// The value as it is printed; a majority of nothing is « sans objet ».
#[must_use]
pub fn value(value: Option<u32>) -> String {
    value.map_or_else(|| "sans objet".to_owned(), |value| value.to_string())
}

/// The same as the papers of an assembly write it: nothing is « 0 », « Néant » or « / ».
#[must_use]
pub fn value_written(of: Option<u32>, zero: Zero) -> String {
    match (of, zero) {
        (Some(0), Zero::Nothing | Zero::Slash) => nothing(zero).to_owned(),
        _ => value(of),
    }
}

/// « Néant », « 0 », « / »: nothing in a list, as the assembly writes it.
#[must_use]
pub fn nothing(zero: Zero) -> &'static str {
    match zero {
        Zero::ByPlace | Zero::Nothing => NOBODY,
        Zero::Digit => "0",
        Zero::Slash => "/",
    }
}

/// What a voice says, as a word for the screen: « contre ».
#[must_use]
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::For => "pour",
        Choice::Against => "contre",
        Choice::Abstain => "abstention",
        Choice::NotTakingPart => "ne prend pas part",
    }
}

/// Why a figure is what it is, in one sentence: formula, numbers, article.
#[must_use]
pub fn why(why: &Why) -> String {
    let formula = match why.formula {
        Formula::MembersInOffice => "membres en exercice".to_owned(),
        Formula::VoicesLessNotTakingPart => {
            "présents + représentés par un pouvoir − ne prenant pas part au vote".to_owned()
        }
        Formula::Voices => {
            "présents + représentés par un pouvoir, dont ceux qui ne prennent pas part au vote".to_owned()
        }
        Formula::SumOfCounted => "somme des voix comptées".to_owned(),
        Formula::CountedInTheRoom => "compté dans la salle, sans les noms".to_owned(),
        Formula::VoicesMarked(marked) => format!("voix notées « {} »", choice(marked)),
        Formula::VotersLessOthers => "votants − contre − abstentions".to_owned(),
        Formula::NoBallotPapers => "un vote à main levée n’a pas de bulletins".to_owned(),
        Formula::FoundInTheUrn => "bulletins trouvés dans l’urne".to_owned(),
        Formula::BlankPlusNull => "bulletins blancs + bulletins nuls".to_owned(),
        Formula::NoAbstentionInAnUrn => "un bulletin est pour, contre, blanc ou nul".to_owned(),
        Formula::VoicesLessSigned => "voix de la salle à la clôture du scrutin − émargements".to_owned(),
        Formula::ForPlusAgainst => "pour + contre ; les abstentions ne sont pas des suffrages exprimés".to_owned(),
        Formula::HalfOfCastPlusOne => "moitié des suffrages exprimés, arrondie au-dessous, plus un".to_owned(),
    };
    let numbers = numbers(why);
    let article = in_brackets(why.article);
    format!("{} : {formula}{numbers}{article}.", label(why.figure))
}

fn numbers(why: &Why) -> String {
    let value = value(why.value);
    let terms: Vec<String> = why.terms.iter().map(|term| term_value(*term).to_string()).collect();
    match (why.formula, terms.as_slice()) {
        (Formula::VoicesLessNotTakingPart, [present, represented, out]) => {
            format!(" = {present} + {represented} − {out} = {value}")
        }
        (Formula::VoicesLessNotTakingPart, [present, recused, represented, out]) => {
            format!(" = {present} − {recused} sans voix + {represented} − {out} = {value}")
        }
        (Formula::VotersLessOthers, [voters, against, abstentions]) => {
            format!(" = {voters} − {against} − {abstentions} = {value}")
        }
        (Formula::Voices, [present, represented]) => format!(" = {present} + {represented} = {value}"),
        (Formula::Voices, [present, recused, represented]) => {
            format!(" = {present} − {recused} sans voix + {represented} = {value}")
        }
        (Formula::VotersLessOthers, [voters, against, abstentions, out]) => {
            format!(" = {voters} − {against} − {abstentions} − {out} = {value}")
        }
        (Formula::SumOfCounted, terms) => format!(" = {} = {value}", terms.join(" + ")),
        (Formula::BlankPlusNull, [blank, null]) => format!(" = {blank} + {null} = {value}"),
        (Formula::VoicesLessSigned, [voices, signed]) => format!(" = {voices} − {signed} = {value}"),
        (Formula::ForPlusAgainst, [for_, against]) => format!(" = {for_} + {against} = {value}"),
        (Formula::HalfOfCastPlusOne, [cast]) if why.value.is_some() => format!(" = {cast} ÷ 2 + 1 = {value}"),
        _ => format!(" = {value}"),
    }
}

fn term_value(term: Term) -> u32 {
    match term {
        Term::Figure(_, value)
        | Term::Present(value)
        | Term::Recused(value)
        | Term::Represented(value)
        | Term::Blank(value)
        | Term::Null(value)
        | Term::VoicesAtClosing(value)
        | Term::Signed(value) => value,
    }
}

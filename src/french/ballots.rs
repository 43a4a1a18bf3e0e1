//! How a vote is told in the papers: its mode and its way, its figures or why there are none, the majority it takes, who
//! asked for a particular ballot.

use crate::council::ballot::{Ballot, Vote};
use crate::council::conventions::{Conventions, UnanimityWording};
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::kind::ReportKind;
use crate::council::law::{Rules, Subject, Value};
use crate::council::majority::Majority;
use crate::council::name::Name;
use crate::council::outcome::Outcome;
use crate::council::tally::Tally;
use crate::council::way::Way;

use super::articles::in_brackets;
use super::grammar::{addressed, capitalised};
use super::kinds::{self, About};
use super::numbers::{count, enumerate, hour};
use super::sentences::result;

/// A vote of which only the result is known.
pub const NOT_COUNTED: &str = "Suffrages non décomptés : seul le résultat a été relevé.";
/// Over the vote on the text, where others were taken before it.
pub const VOTE_ON_THE_TEXT: &str = "Vote sur le texte du rapport";

/// « Scrutin public, par appel nominal – Adopté à la majorité »: the mode, the way where it is told, the result in the words
/// of the kind of report, or of a proposal.
#[must_use]
pub fn head(vote: &Vote, result: &str) -> String {
    let mode = match vote.ballot {
        Ballot::Ordinary => "Scrutin ordinaire",
        Ballot::Public { .. } => "Scrutin public",
        Ballot::Secret { .. } => "Scrutin secret",
    };
    let way = if vote.way == Way::RollCall { ", par appel nominal" } else { "" };
    format!("{mode}{way} – {result}")
}

/// The result of a vote on the text of a report of that kind, or on a proposal in it, with which it agrees.
#[must_use]
pub fn result_said(about: About<'_>, outcome: Outcome, tally: Option<&Tally>, conventions: Conventions) -> String {
    kinds::decided(about, result_of(outcome, tally, conventions), outcome)
}

/// « Adopté à l’unanimité », as the assembly words it where some abstained.
#[must_use]
pub fn result_of(outcome: Outcome, tally: Option<&Tally>, conventions: Conventions) -> &'static str {
    let some_abstained = tally.is_some_and(|tally| tally.abstentions > 0);
    match (outcome, conventions.unanimity) {
        (Outcome::AdoptedUnanimously, UnanimityWording::Majority) if some_abstained => result(Outcome::Adopted),
        _ => result(outcome),
    }
}

/// In the place of names that nobody took down.
#[must_use]
pub fn names_not_taken(voices: u32) -> &'static str {
    if voices < 2 { "nom non relevé" } else { "noms non relevés" }
}

/// « Votants : 9, dont 1 ne prenant pas part au vote, selon la convention de l’assemblée. »; nothing where nobody is.
#[must_use]
pub fn nppv_among_the_voters(vote: &Vote, tally: &Tally) -> Option<String> {
    let of_them = (vote.nppv_in_voters && tally.not_taking_part > 0).then_some(tally.not_taking_part)?;
    Some(format!(
        "Par convention de l’assemblée, les {} comprennent {} ne prenant pas part au vote.",
        count(tally.voters, "votant", "votants"),
        count(of_them, "membre", "membres")
    ))
}

/// « Ce rapport requiert la majorité des deux tiers des membres en exercice, soit 8 voix (règlement intérieur, art. 30) ; elle
/// n’est pas atteinte. »: the decision says how many voices were missing; nothing for the majority of the votes cast and that of the accounts.
#[must_use]
pub fn majority(kind: ReportKind, majority: Majority, reason: Option<&str>, tally: Option<&Tally>) -> Option<String> {
    if !majority.is_special() {
        return None;
    }
    let reason = reason.map(|reason| reason.trim().trim_end_matches('.')).filter(|reason| !reason.is_empty());
    let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
    let needed = tally.and_then(|tally| Some((majority.needed(tally)?, tally.for_)));
    let (how_many, reached) = match needed {
        Some((needed, for_)) => {
            let reached = match needed.checked_sub(for_) {
                None | Some(0) => " ; elle est atteinte",
                Some(_) => " ; elle n’est pas atteinte",
            };
            (format!(", soit {needed} voix"), reached)
        }
        None => (String::new(), ""),
    };
    Some(format!("{} requiert la {}{how_many}{reason}{reached}.", this(kind), kinds::majority(majority)))
}

/// « Ce rapport », « Cette motion ».
fn this(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Wish => "Ce vœu",
        ReportKind::Motion => "Cette motion",
        ReportKind::Appointment { .. } => "Cette désignation",
        _ => "Ce rapport",
    }
}

/// What came of a request for a public ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The ballot was public.
    Granted,
    /// It was not, and fewer asked than it takes.
    TooFew,
    /// It was not, although enough asked, or where no rule says how many it takes.
    Refused,
}

/// « Madame Rosa CHASTANG et Monsieur Paolo DI MEO demandent à 19 h 02 le scrutin public, qui est de droit à la demande du
/// quart des membres présents (art. L.2121-21 du CGCT). Il est procédé au scrutin public. »
#[must_use]
pub fn public_ballot_asked(askers: &[&Name], answer: Answer, at: Option<Hour>, rules: &Rules) -> String {
    let names: Vec<String> = askers.iter().map(|name| addressed(name)).collect();
    if names.is_empty() {
        // Nobody asks for what the law wants.
        let article = in_brackets(rules.article(Subject::RemoteBallot));
        return format!("Des membres participant à distance, il est procédé au scrutin public{article}.");
    }
    let ask = if names.len() < 2 { "demande" } else { "demandent" };
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let share = share_that_asks(rules, Subject::PublicBallot);
    // A text that knows no public ballot is not cited for one.
    let article = share.as_ref().map(|_| in_brackets(rules.article(Subject::PublicBallot))).unwrap_or_default();
    let of_right = share.map(|share| format!(", qui est de droit à la demande {share}")).unwrap_or_default();
    let then = match answer {
        Answer::Granted => "Il est procédé au scrutin public",
        Answer::TooFew => "Les demandeurs étant trop peu nombreux, la demande n’est pas accueillie",
        Answer::Refused => "La demande n’est pas accueillie",
    };
    format!("{} {ask}{at} le scrutin public{of_right}{article}. {then}.", capitalised(&enumerate(&names)))
}

/// « Madame Rosa CHASTANG et Monsieur Paolo DI MEO demandent à 19 h 02 le scrutin secret, qui est de droit à la demande du tiers
/// des membres présents (art. L.2121-21 du CGCT). Le vote déjà commencé est nul. Il est procédé au scrutin secret. »
#[must_use]
pub fn secret_ballot_asked(askers: &[&Name], answer: Answer, voided: bool, at: Option<Hour>, rules: &Rules) -> String {
    let names: Vec<String> = askers.iter().map(|name| addressed(name)).collect();
    let void = if voided { " Le vote déjà commencé est nul, et rien n’en est retenu." } else { "" };
    if names.is_empty() {
        // Nobody asks for what the law wants.
        return format!("Il est procédé au scrutin secret{}.{void}", in_brackets(rules.article(Subject::Appointment)));
    }
    let ask = if names.len() < 2 { "demande" } else { "demandent" };
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let share = share_that_asks(rules, Subject::SecretBallot);
    let article = in_brackets(rules.article(Subject::SecretBallot));
    let of_right = share.map(|share| format!(", qui est de droit à la demande {share}")).unwrap_or_default();
    let then = match answer {
        Answer::Granted => "Il est procédé au scrutin secret",
        Answer::TooFew => "Les demandeurs étant trop peu nombreux, la demande n’est pas accueillie",
        Answer::Refused => "La demande n’est pas accueillie",
    };
    format!("{} {ask}{at} le scrutin secret{of_right}{article}.{void} {then}.", capitalised(&enumerate(&names)))
}

/// « du quart des membres présents », « du sixième … ».
fn share_that_asks(rules: &Rules, ballot: Subject) -> Option<String> {
    let Value::OneIn(parts) = rules.row(ballot)?.value else { return None };
    Some(match parts {
        3 => "du tiers des membres présents".to_owned(),
        4 => "du quart des membres présents".to_owned(),
        6 => "du sixième des membres présents".to_owned(),
        parts => format!("d’un membre présent sur {parts}"),
    })
}

/// « Partage égal : le scrutin étant secret, la voix du président n’est pas prépondérante (art. L.2121-20 du CGCT). »; where no
/// text says so, that it was not counted.
#[must_use]
pub fn secret_tie(is_written: bool, article: &str) -> String {
    if is_written {
        format!(
            "Partage égal des voix : le scrutin étant secret, la voix du président n’est pas prépondérante{article}."
        )
    } else {
        format!(
            "Partage égal des voix : le texte ne dit pas si la voix du président est prépondérante au scrutin \
             secret{article} ; elle n’est pas comptée."
        )
    }
}

/// « Les rapports n° 7, 8 et 9 sont mis aux voix ensemble. »
#[must_use]
pub fn put_together(reports: &[ReportId]) -> String {
    let numbers: Vec<String> = reports.iter().map(ToString::to_string).collect();
    format!("Les rapports n° {} sont mis aux voix ensemble.", enumerate(&numbers))
}

/// « Le rapport n° 8 est mis aux voix avec le rapport n° 7. »: under one that is not the first of them.
#[must_use]
pub fn put_with(report: &ReportId, first: &ReportId) -> String {
    format!("Le rapport n° {report} est mis aux voix avec le rapport n° {first}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::docket::BodyKind;
    use crate::council::kind::OpinionSense;
    use crate::council::name::Civility;
    use crate::council::proposal::ProposalId;
    use crate::council::way::Counts;

    fn tally(for_: u32, against: u32, abstentions: u32) -> Tally {
        Tally::from_counts(11, Counts { for_, against, abstentions, not_taking_part: 0 }, false)
    }

    #[test]
    fn a_special_majority_says_how_many_voices_it_takes_and_whether_it_was_reached() {
        let (of, reason) = (ReportKind::Deliberation, Some("règlement intérieur, art. 30."));
        let said = |rule, for_| majority(of, rule, reason, Some(&tally(for_, 2, 0)));
        let members = Majority::TwoThirdsOfMembers;
        assert_eq!(
            said(members, 8).unwrap(),
            "Ce rapport requiert la majorité des deux tiers des membres en exercice, soit 8 voix (règlement intérieur, \
             art. 30) ; elle est atteinte."
        );
        // How many are missing is said by the decision, once.
        assert!(said(members, 6).unwrap().ends_with(" ; elle n’est pas atteinte."));
        let motion = majority(ReportKind::Motion, members, None, Some(&tally(8, 2, 0)));
        assert!(motion.unwrap().starts_with("Cette motion requiert la majorité des deux tiers"));
        assert_eq!(said(Majority::OfCast, 6), None);
        assert_eq!(said(Majority::NoneAgainst, 6), None);
        // Nothing was cast, or nothing was counted: no figure is made up.
        assert_eq!(
            majority(of, Majority::ThreeFifthsOfCast, None, Some(&tally(0, 0, 9))).unwrap(),
            "Ce rapport requiert la majorité des trois cinquièmes des suffrages exprimés."
        );
        assert_eq!(
            majority(of, members, Some(" "), None).unwrap(),
            "Ce rapport requiert la majorité des deux tiers des membres en exercice."
        );
    }

    #[test]
    fn a_public_ballot_is_asked_for_by_the_share_and_the_article_of_each_body() {
        let rosa = Name { surname: "CHASTANG".to_owned(), first: "Rosa".to_owned(), civility: Some(Civility::Mrs) };
        let said = |kind, answer| {
            let rules = Rules::on(kind, jiff::civil::date(2025, 3, 3));
            public_ballot_asked(&[&rosa], answer, Hour::new(19, 2), &rules)
        };
        assert_eq!(
            said(BodyKind::Commune, Answer::Granted),
            "Madame Rosa CHASTANG demande à 19 h 02 le scrutin public, qui est de droit à la demande du quart des membres \
             présents (art. L.2121-21 du CGCT). Il est procédé au scrutin public."
        );
        assert!(
            said(BodyKind::Departement, Answer::Refused)
                .contains("du sixième des membres présents (art. L.3121-15 du CGCT)")
        );
        assert!(said(BodyKind::Departement, Answer::Refused).ends_with(" La demande n’est pas accueillie."));
        assert!(
            said(BodyKind::Departement, Answer::TooFew)
                .ends_with(". Les demandeurs étant trop peu nombreux, la demande n’est pas accueillie.")
        );
        let rules = Rules::on(BodyKind::Epci, jiff::civil::date(2025, 3, 3));
        assert_eq!(
            public_ballot_asked(&[], Answer::Granted, None, &rules),
            "Des membres participant à distance, il est procédé au scrutin public (art. L.5211-11-1 du CGCT)."
        );
        // Where the program knows no rule it quotes none.
        assert_eq!(
            said(BodyKind::Autre, Answer::Granted),
            "Madame Rosa CHASTANG demande à 19 h 02 le scrutin public. Il est procédé au scrutin public."
        );
    }

    #[test]
    fn a_result_agrees_with_what_was_put_to_the_vote() {
        let said = |kind, on: Option<&ProposalId>, outcome| {
            result_said(About::of(kind, on), outcome, Some(&tally(6, 2, 0)), Conventions::default())
        };
        let (report, part) = (ReportKind::Deliberation, ProposalId::Part("article 2".to_owned()));
        assert_eq!(said(report, None, Outcome::Rejected), "Rejeté");
        assert_eq!(said(report, Some(&part), Outcome::Rejected), "Rejetée");
        assert_eq!(said(ReportKind::Motion, Some(&ProposalId::Postponement), Outcome::Rejected), "Rejeté");
        assert_eq!(said(report, Some(&ProposalId::PreviousQuestion), Outcome::Adopted), "Adoptée à la majorité");
        let opinion = |sense| ReportKind::Opinion { sense };
        let (reserved, favourable) = (opinion(OpinionSense::Reserved), opinion(OpinionSense::Favourable));
        assert_eq!(said(reserved, None, Outcome::Rejected), "Avis réservé : rejeté");
        assert_eq!(said(favourable, None, Outcome::Rejected), "Avis favorable : rejeté");
        assert_eq!(said(favourable, None, Outcome::Adopted), "Adopté à la majorité");
        let (note, minutes) =
            (ReportKind::Acknowledgement { voted: true }, ReportKind::PreviousMinutes { of: None, voted: true });
        assert_eq!(said(note, None, Outcome::Rejected), "Donné acte refusé");
        assert_eq!(said(minutes, None, Outcome::Rejected), "Non arrêté");
    }

    #[test]
    fn unanimity_with_abstentions_is_called_as_the_assembly_likes_it() {
        let called = |unanimity, abstentions| {
            let conventions = Conventions { unanimity, ..Conventions::default() };
            result_of(Outcome::AdoptedUnanimously, Some(&tally(6, 0, abstentions)), conventions)
        };
        assert_eq!(called(UnanimityWording::Majority, 2), "Adopté à la majorité");
        assert_eq!(called(UnanimityWording::Majority, 0), "Adopté à l’unanimité");
        assert_eq!(called(UnanimityWording::Unanimity, 2), "Adopté à l’unanimité");
        assert_eq!(called(UnanimityWording::OfCast, 2), "Adopté à l’unanimité");
    }
}

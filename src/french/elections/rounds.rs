//! A round in words: who stands, who tells, the figures, what it gives.

use crate::council::docket::BodyKind;
use crate::council::election::{Contest, ElectedBy, Office, RoundResult};
use crate::council::hour::Hour;
use crate::council::law::Article;
use crate::council::majority::Base;
use crate::council::name::{Civility, Name};
use crate::council::roster::Roster;
use crate::council::secret::{Count, Round, Ticket};

use crate::french::articles::in_brackets;
use crate::french::grammar::{Agreement, capitalised};
use crate::french::letters::ordinal;
use crate::french::numbers::hour;
use crate::french::phrases::{Part, Sentence};

use super::{agreement, ticket, title};

/// What a table of votes lists.
pub const SCORES: &str = "Suffrages obtenus";
/// Before what each got.
pub const OBTAINED: &str = "Ont obtenu : ";
/// The same for one.
pub const ONE_OBTAINED: &str = "A obtenu : ";
/// A column of names.
pub const CANDIDATE: &str = "Nom";
/// A column of lists.
pub const LIST: &str = "Liste";
/// A column of votes.
pub const VOTES: &str = "Voix";
/// The same in letters.
pub const IN_LETTERS: &str = "En toutes lettres";
/// An election by name for which nobody stands.
pub const NOBODY_STANDS: &str = "Aucune candidature n’est enregistrée.";

/// « Premier tour de scrutin », « Élection du 2e vice-président – premier tour de scrutin » where posts are filled one by one.
#[must_use]
pub fn round_title(round: &Round, contest: Contest) -> String {
    let number = match round.number {
        1 => "premier tour de scrutin".to_owned(),
        2 => "deuxième tour de scrutin".to_owned(),
        3 => "troisième tour de scrutin, à la majorité relative".to_owned(),
        more => format!("{more}e tour de scrutin"),
    };
    let one_by_one = !contest.form.is_by_list() && (round.post > 1 || contest.posts.is_some_and(|posts| posts > 1));
    if contest.form.method().is_some() {
        return "Scrutin de liste à la représentation proportionnelle".to_owned();
    }
    if !one_by_one {
        return capitalised(&number);
    }
    let post = match contest.office {
        Office::VicePresidents => format!("Élection du {} vice-président", ordinal(round.post, Some(Civility::Mr))),
        Office::Deputies => format!("Élection du {} adjoint", ordinal(round.post, Some(Civility::Mr))),
        _ => format!("{} poste", capitalised(&ordinal(round.post, Some(Civility::Mr)))),
    };
    format!("{post} – {number}")
}

/// « Scrutatrice », « Assesseurs »: over the names of the tellers.
#[must_use]
pub fn tellers(office: Option<Office>, names: &[&Name]) -> String {
    let agreement = Agreement::with(names.iter().copied());
    if office.is_some_and(Office::has_assessors) {
        return agreement.agreed("Assesseur");
    }
    match agreement {
        Agreement::One(Some(Civility::Mrs)) => "Scrutatrice".to_owned(),
        Agreement::Women => "Scrutatrices".to_owned(),
        Agreement::One(_) => "Scrutateur".to_owned(),
        _ => "Scrutateurs".to_owned(),
    }
}

/// The figures of a round, each with its label, in the order in which they are counted. Nothing of the totals where they are not
/// final.
#[must_use]
pub fn figures(round: &Round, contest: Option<Contest>) -> Vec<(String, Option<u32>)> {
    let Some(urn) = &round.urn else { return Vec::new() };
    let label = |words: &str, value: u32| (words.to_owned(), Some(value));
    let represented = urn.represented();
    let mut all = vec![
        label("Membres en exercice", urn.in_office),
        label("Présents", urn.voices().saturating_sub(represented)),
        label("Représentés", represented),
        label("Émargements", u32::try_from(urn.signed.len()).unwrap_or(u32::MAX)),
    ];
    let Some(count) = &round.count else { return all };
    all.extend([
        label("Votants (bulletins trouvés dans l’urne)", count.in_urn),
        label("Bulletins blancs", count.blank),
        label("Bulletins nuls", count.null),
        label("Suffrages exprimés", count.cast()),
    ]);
    all.extend(majority(round, count, contest, urn.in_office));
    all
}

/// « Majorité absolue des suffrages exprimés »; in a third round the relative one is enough, and seats in proportion take none.
fn majority(round: &Round, count: &Count, contest: Option<Contest>, in_office: u32) -> Option<(String, Option<u32>)> {
    let Some(contest) = contest else {
        let cast = count.cast();
        return Some(("Majorité absolue".to_owned(), (cast > 0).then_some(cast / 2 + 1)));
    };
    if round.number >= 3 || contest.form.method().is_some() {
        return None;
    }
    let of = match contest.base {
        Base::Cast => "Majorité absolue des suffrages exprimés",
        Base::Members => "Majorité absolue des membres en exercice",
    };
    Some((of.to_owned(), contest.majority(round.number, count, in_office)))
}

/// « Le nombre des bulletins (13) dépasse de 1 celui des émargements (12). »; nothing where they are as many.
#[must_use]
pub fn difference(round: &Round, reason: Option<&str>) -> Option<String> {
    let (count, urn) = (round.count.as_ref()?, round.urn.as_ref()?);
    let (found, signed) = (count.in_urn, u32::try_from(urn.signed.len()).unwrap_or(u32::MAX));
    let of_the_ballots = format!("Le nombre des bulletins trouvés dans l’urne ({found})");
    let said = match found.cmp(&signed) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => {
            format!("{of_the_ballots} dépasse de {} celui des émargements ({signed}).", found - signed)
        }
        std::cmp::Ordering::Less => {
            format!("{of_the_ballots} est inférieur de {} à celui des émargements ({signed}).", signed - found)
        }
    };
    let reason = reason.map(|reason| reason.trim().trim_end_matches('.')).filter(|reason| !reason.is_empty());
    Some(reason.map_or_else(|| said.clone(), |reason| format!("{said} Motif noté : {reason}.")))
}

/// « Scrutin ouvert à 18 h 40 et clos à 18 h 52. »; nothing where neither is known.
#[must_use]
pub fn hours(opened: Option<Hour>, closed: Option<Hour>) -> Option<String> {
    match (opened, closed) {
        (Some(opened), Some(closed)) => Some(format!("Scrutin ouvert à {} et clos à {}.", hour(opened), hour(closed))),
        (Some(opened), None) => Some(format!("Scrutin ouvert à {}.", hour(opened))),
        (None, Some(closed)) => Some(format!("Scrutin clos à {}.", hour(closed))),
        (None, None) => None,
    }
}

/// What a round gives, as a sentence; nothing where its seats are shown one by one.
#[must_use]
pub fn result(
    round: &Round,
    gives: &RoundResult,
    contest: Contest,
    body: BodyKind,
    roster: &Roster,
) -> Option<Sentence> {
    let words = |said: &str| Part::Words(said.to_owned());
    Some(Sentence(match gives {
        RoundResult::Allocated(_) => return None,
        RoundResult::Another => {
            let nobody = if contest.form.is_by_list() { "Aucune liste" } else { "Personne" };
            let of = if contest.base == Base::Members { " des membres en exercice" } else { "" };
            let next = if round.number == 1 { "un deuxième tour" } else { "un troisième tour" };
            vec![Part::Words(format!(
                "{nobody} n’a obtenu la majorité absolue{of} : il est procédé à {next} de scrutin."
            ))]
        }
        RoundResult::Nobody => vec![words("Aucun suffrage n’est exprimé : personne n’est élu.")],
        RoundResult::Tied(tied) => {
            let mut parts = vec![words("Les voix sont égales entre ")];
            parts.extend(enumerated(tied, roster));
            parts.push(words(if contest.form.is_by_list() {
                " ; la moyenne d’âge la plus élevée les départage."
            } else {
                " ; le plus âgé est élu."
            }));
            parts
        }
        RoundResult::Elected { ticket: elected, by } => elected_by(round, (elected, *by), contest, body, roster),
    }))
}

fn elected_by(
    round: &Round,
    (elected, by): (&Ticket, ElectedBy),
    contest: Contest,
    body: BodyKind,
    roster: &Roster,
) -> Vec<Part> {
    let votes = round.count.as_ref().map_or(0, |count| count.of(elected));
    let agreement = agreement(elected, roster);
    let mut parts = vec![super::ticket_at_the_head(elected, roster)];
    let is_elected = format!("est {}", agreement.agreed("élu"));
    let to = match elected {
        Ticket::Member(id) => {
            let civility = roster.get(id).and_then(|member| member.name.civility);
            format!(" {}", title(contest.office, body, round.post, civility))
        }
        _ => String::new(),
    };
    let votes = super::votes_in_letters(votes);
    match by {
        ElectedBy::AbsoluteMajority => {
            let of = if contest.base == Base::Members { " des membres en exercice" } else { "" };
            parts.push(Part::Words(format!(", ayant obtenu {votes}, soit la majorité absolue{of}, {is_elected}{to}.")));
        }
        ElectedBy::Plurality => {
            parts.push(Part::Words(format!(", ayant obtenu {votes}, soit la majorité relative, {is_elected}{to}.")));
        }
        ElectedBy::Age => {
            parts.push(Part::Words(format!(", ayant obtenu {votes}, autant que ")));
            let others: Vec<Ticket> = tied_with(round, elected);
            parts.extend(enumerated(&others, roster));
            let oldest = match elected {
                Ticket::List(_) => "la moyenne d’âge de ses candidats étant la plus élevée".to_owned(),
                _ => format!("étant {}", the_eldest(agreement)),
            };
            parts.push(Part::Words(format!(", et {oldest}, {is_elected}{to}.")));
        }
    }
    parts
}

fn the_eldest(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::One(Some(Civility::Mrs)) => "la plus âgée",
        Agreement::One(None) => "le ou la plus âgé(e)",
        _ => "le plus âgé",
    }
}

/// The others who have as many votes.
fn tied_with(round: &Round, elected: &Ticket) -> Vec<Ticket> {
    let Some(count) = &round.count else { return Vec::new() };
    let votes = count.of(elected);
    count
        .votes
        .iter()
        .filter(|(other, had)| *had == votes && other != elected)
        .map(|(other, _)| other.clone())
        .collect()
}

/// « A, B et C », as tickets.
fn enumerated(tickets: &[Ticket], roster: &Roster) -> Vec<Part> {
    let mut parts = Vec::new();
    for (place, of) in tickets.iter().enumerate() {
        if place > 0 {
            let between = if place + 1 == tickets.len() { " et " } else { ", " };
            parts.push(Part::Words(between.to_owned()));
        }
        parts.push(ticket(of, roster));
    }
    parts
}

/// « Le conseil décide à l’unanimité de ne pas procéder au scrutin secret (art. L.2121-21 du CGCT). »
#[must_use]
pub fn waived(body: &str, at: Option<Hour>, article: Option<Article>) -> String {
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let article = in_brackets(article);
    format!("{} décide{at}, à l’unanimité, de ne pas procéder au scrutin secret{article}.", capitalised(body))
}

/// « Liste « Ensemble » »: over the names of its candidates.
#[must_use]
pub fn list_named(name: &str) -> String {
    format!("Liste « {name} »")
}

/// The votes for and against a text.
#[must_use]
pub fn for_and_against(count: &Count) -> [(String, Option<u32>); 2] {
    [("Pour".to_owned(), Some(count.of(&Ticket::For))), ("Contre".to_owned(), Some(count.of(&Ticket::Against)))]
}

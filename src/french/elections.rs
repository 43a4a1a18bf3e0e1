//! Elections in words: what is elected, the rounds, who is proclaimed. A ballot is told by its totals alone.

mod offices;
mod rounds;
mod seats;

use crate::council::election::Contest;
use crate::council::id::ReportId;
use crate::council::name::Name;
use crate::council::roster::Roster;
use crate::council::secret::Ticket;
use crate::council::sitting::{ElectedMember, Sitting};

use super::grammar::{Agreement, addressed};
use super::letters::{cardinal_feminine, ordinal};
use super::phrases::Part;

pub use super::phrases::Sentence;

pub use self::offices::{ELECTED, FUNCTION, WHO, articles, election_of, member_of, title, visa};
pub use self::rounds::{
    CANDIDATE, IN_LETTERS, LIST, NOBODY_STANDS, OBTAINED, ONE_OBTAINED, SCORES, VOTES, difference, figures,
    for_and_against, hours, list_named, result, round_title, tellers, waived,
};
pub use self::seats::{
    AVERAGES, GIVEN_TO, LEFT_OVER, LISTS_AND_CLAIMS, QUOTIENT_CAPTION, QUOTIENT_SEATS, REMAINDERS, SEAT, TAKEN,
    average, given_to, how_seats_are_given, quotient, remainder, seats,
};

/// « 12 voix (douze) », « 1 voix (une) ».
#[must_use]
pub fn votes_in_letters(votes: u32) -> String {
    format!("{votes} voix ({})", letters(votes))
}

/// « douze », « vingt et une »: a number of voices.
#[must_use]
pub fn letters(votes: u32) -> String {
    cardinal_feminine(votes)
}

/// « Madame Léa MARTINET », « la liste « Ensemble » », « pour »: what a ballot says, inside a sentence.
#[must_use]
pub fn ticket(ticket: &Ticket, roster: &Roster) -> Part {
    match ticket {
        Ticket::For => Part::Words("pour".to_owned()),
        Ticket::Against => Part::Words("contre".to_owned()),
        Ticket::Member(id) => {
            Part::Name(roster.get(id).map_or_else(|| id.to_string(), |member| addressed(&member.name)))
        }
        Ticket::List(name) => Part::Words(format!("la liste « {name} »")),
    }
}

/// The same at the head of a line: « La liste « Ensemble » ».
#[must_use]
pub fn ticket_at_the_head(of: &Ticket, roster: &Roster) -> Part {
    match ticket(of, roster) {
        Part::Words(words) => Part::Words(super::grammar::capitalised(&words)),
        other => other,
    }
}

/// The civility with which a sentence about a ticket agrees: a list is feminine.
#[must_use]
pub fn agreement(of: &Ticket, roster: &Roster) -> Agreement {
    match of {
        Ticket::Member(id) => Agreement::with(roster.get(id).map(|member| &member.name)),
        _ => Agreement::One(Some(crate::council::name::Civility::Mrs)),
    }
}

/// The members who were elected in a report, as they are addressed, in the order of the posts.
#[must_use]
pub fn names_of_the_elected(sitting: &Sitting, report: &ReportId) -> Vec<String> {
    let roster = &sitting.docket().roster;
    let elected = sitting.elected(report);
    elected.iter().filter_map(|it| roster.get(&it.member)).map(|member| addressed(&member.name)).collect()
}

/// « Madame Léa MARTINET est proclamée élue maire et immédiatement installée »; « sont proclamés élus et immédiatement
/// installés, dans cet ordre : Monsieur Luc BAUDRY, 1er adjoint ; … ».
#[must_use]
pub fn proclamation(sitting: &Sitting, report: &ReportId) -> Sentence {
    let elected = sitting.elected(report);
    let Some(contest) = sitting.contest(report) else { return Sentence::default() };
    let docket = sitting.docket();
    let named: Vec<(&ElectedMember, &Name)> =
        elected.iter().filter_map(|it| Some((it, &docket.roster.get(&it.member)?.name))).collect();
    let agreement = Agreement::with(named.iter().map(|(_, name)| *name));
    let installed = if contest.office.is_taken_up_at_once() {
        format!(" et immédiatement {}", agreement.agreed("installé"))
    } else {
        String::new()
    };
    let proclaimed = format!("{} {}", agreement.agreed("proclamé"), agreement.agreed("élu"));
    let mut parts = Vec::new();
    match named.as_slice() {
        [] => parts.push(Part::Words("personne n’est élu".to_owned())),
        [(it, name)] => {
            parts.push(Part::Name(addressed(name)));
            let title = title(contest.office, docket.body.kind, it.post, name.civility);
            parts.push(Part::Words(format!(" est {proclaimed} {title}{installed}")));
        }
        several => {
            let to = member_of(contest.office, agreement).map(|to| format!(" {to}")).unwrap_or_default();
            let order = if contest.office.is_ranked() { ", dans cet ordre" } else { "" };
            parts.push(Part::Words(format!("sont {proclaimed}{to}{installed}{order} : ")));
            parts.extend(in_order(contest, several, sitting));
        }
    }
    Sentence(parts)
}

/// Several who are elected, each with the title; of lists in proportion, each list behind those whom it elects.
fn in_order(contest: Contest, elected: &[(&ElectedMember, &Name)], sitting: &Sitting) -> Vec<Part> {
    let mut parts = Vec::new();
    for (place, (it, name)) in elected.iter().enumerate() {
        let next = elected.get(place + 1);
        let goes_on = next.is_some_and(|(next, _)| contest.form.method().is_some() && next.list == it.list);
        parts.push(Part::Name(addressed(name)));
        parts.extend(behind(contest, it, name, sitting).filter(|_| !goes_on).map(Part::Words));
        match next {
            None => {}
            Some(_) if goes_on => parts.push(Part::Words(", ".to_owned())),
            Some(_) => parts.push(Part::Words(" ; ".to_owned())),
        }
    }
    parts
}

/// « , 1er adjoint », « (liste « Demain ») »: behind the name of one of several who are elected.
fn behind(contest: Contest, it: &ElectedMember, name: &Name, sitting: &Sitting) -> Option<String> {
    if contest.office.is_ranked() {
        return Some(format!(", {}", title(contest.office, sitting.docket().body.kind, it.post, name.civility)));
    }
    it.list.as_ref().filter(|_| contest.form.method().is_some()).map(|list| format!(" (liste « {list} »)"))
}

/// The result in a few words, for a list or over a vote: « Madame Léa MARTINET élue maire (12 voix, 2e tour) ».
#[must_use]
pub fn in_a_few_words(sitting: &Sitting, report: &ReportId) -> String {
    let roster = &sitting.docket().roster;
    let elected = sitting.elected(report);
    let Some(contest) = sitting.contest(report) else { return String::new() };
    let named: Vec<(&ElectedMember, &Name)> =
        elected.iter().filter_map(|it| Some((it, &roster.get(&it.member)?.name))).collect();
    let agreement = Agreement::with(named.iter().map(|(_, name)| *name));
    let elected = agreement.agreed("élu");
    match named.as_slice() {
        [] => "Personne n’est élu".to_owned(),
        [(it, name)] => {
            let title = title(contest.office, sitting.docket().body.kind, it.post, name.civility);
            let by = votes_of_the_last(sitting, report).map(|votes| format!(" ({votes})")).unwrap_or_default();
            format!("{} {elected} {title}{by}", addressed(name))
        }
        several => {
            let to = member_of(contest.office, agreement).map(|to| format!(" {to}")).unwrap_or_default();
            let all: Vec<String> = several.iter().map(|(_, name)| addressed(name)).collect();
            let by = votes_of_the_last(sitting, report).filter(|_| contest.form.is_by_list());
            let by = by.map(|votes| format!(" ({votes})")).unwrap_or_default();
            format!("{}{to} : {}{by}", super::grammar::capitalised(&elected), all.join(", "))
        }
    }
}

/// « 12 voix, 2e tour » of whoever the last round elected.
fn votes_of_the_last(sitting: &Sitting, report: &ReportId) -> Option<String> {
    use crate::council::election::RoundResult;
    let round = sitting.secret_vote(report, None)?.last()?;
    match sitting.round_result(report, round)? {
        RoundResult::Elected { ticket, .. } => {
            let votes = round.count.as_ref()?.of(&ticket);
            Some(format!("{votes} voix, {} tour", ordinal(round.number, None)))
        }
        _ => None,
    }
}

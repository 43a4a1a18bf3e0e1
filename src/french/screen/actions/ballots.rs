//! What was done to a secret ballot or to an election, in words: asked for, closed, counted, another round.

use std::cmp::Reverse;

use crate::council::election::Office;
use crate::council::event::Event;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::roster::Roster;
use crate::council::secret::{Count, SecretVote, Ticket};
use crate::council::sitting::Sitting;
use crate::council::step::{AskedBallot, SignedOff};
use crate::french::kinds;
use crate::french::numbers::{count, enumerate, hour};
use crate::french::screen::said::ending;

/// How many names a count tells; the others are told as a number.
const NAMED: usize = 4;

/// The words of one fact; `None` for one of another matter.
pub(super) fn in_words(event: &Event, sitting: &Sitting) -> Option<String> {
    let roster = &sitting.docket().roster;
    let listed = |members: &[MemberId]| -> Vec<String> { members.iter().map(|member| roster.listed(member)).collect() };
    Some(match event {
        Event::SecretAsked(asked) => self::asked(asked, sitting),
        Event::TellersNamed(named) => {
            let kind = sitting.docket().agenda.report(&named.report).map(|report| report.kind);
            let kind = kind.filter(|_| named.on.is_none());
            format!("{} : {}", kinds::tellers(kind, named.tellers.len()), enumerate(&listed(&named.tellers)))
        }
        Event::ListsFiled(filed) if filed.lists.is_empty() => format!("plus de liste au rapport n° {}", filed.report),
        Event::ListsFiled(filed) => {
            let lists = filed.lists.iter().map(|list| {
                let candidates = count(list.candidates.len(), "candidat", "candidats");
                format!("« {} » ({candidates})", list.name)
            });
            let word = if filed.lists.len() > 1 { "listes" } else { "liste" };
            format!("{word} : {}", enumerate(&lists.collect::<Vec<_>>()))
        }
        Event::PostsFixed(fixed) => format!("{} à pourvoir", count(fixed.posts, "poste", "postes")),
        Event::FormChosen(chosen) => format!("mode d’élection : {}", kinds::form(chosen.form)),
        Event::SecrecyWaived(waived) => {
            let at = waived.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
            format!("scrutin secret écarté à l’unanimité{at}")
        }
        Event::UrnClosed(signed) => closed(signed, sitting),
        Event::BallotsCounted(counted) => format!("dépouillement : {}", totals(&counted.count, roster)),
        Event::TieSettled(settled) => format!("égalité départagée par l’âge : {}", ticket(&settled.ticket, roster)),
        Event::RoundOpened(next) => {
            let round = sitting.secret_vote(&next.report, None).and_then(SecretVote::last);
            let Some(round) = round else { return Some("tour suivant".to_owned()) };
            format!("{} ouvert", kinds::round(round.post, round.number))
        }
        _ => return None,
    })
}

/// « scrutin secret (8 demandeurs) ; les voix déjà notées ne comptent plus ».
fn asked(asked: &AskedBallot, sitting: &Sitting) -> String {
    let askers = count(asked.asked_by.len(), "demandeur", "demandeurs");
    if asked.refused {
        return format!("demande de scrutin secret consignée ({askers})");
    }
    let requests = &sitting.handling(&asked.report).requests;
    let request = requests.iter().rev().find(|request| request.secret && request.granted && request.on == asked.on);
    let void = if request.is_some_and(|request| request.voided) { " ; le vote commencé est annulé" } else { "" };
    if asked.asked_by.is_empty() { format!("scrutin secret{void}") } else { format!("scrutin secret ({askers}){void}") }
}

/// « scrutin clos à 19 h 10 : 25 émargements sur 27 ».
fn closed(signed: &SignedOff, sitting: &Sitting) -> String {
    let vote = sitting.vote_on(&signed.report, signed.on.as_ref());
    let at = signed.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let of = vote.map_or_else(String::new, |vote| format!(" sur {}", vote.voices()));
    format!("scrutin clos{at} : {}{of}", count(signed.voters.len(), "émargement", "émargements"))
}

/// « 25 bulletins dont 1 blanc et 1 nul ; AUBRY Paul 14, BERGER Léa 9 »: those who have most come first.
#[must_use]
pub fn totals(count_: &Count, roster: &Roster) -> String {
    let void = [(count_.blank, "blanc", "blancs"), (count_.null, "nul", "nuls")];
    let void = void.into_iter().filter(|(number, ..)| *number > 0);
    let void: Vec<String> = void.map(|(number, one, several)| count(number, one, several)).collect();
    let void = if void.is_empty() { String::new() } else { format!(" dont {}", enumerate(&void)) };
    let mut votes: Vec<&(Ticket, u32)> = count_.votes.iter().collect();
    // Those who have as many stay in the order of their identities, which says nothing of how they were read out.
    votes.sort_by_key(|(ticket, votes)| (matches!(ticket, Ticket::Against), Reverse(*votes)));
    let shown = if votes.len() > NAMED + 1 { NAMED } else { votes.len() };
    let mut told: Vec<String> =
        votes.iter().take(shown).map(|(of, votes)| format!("{} {votes}", ticket(of, roster))).collect();
    if votes.len() > shown {
        told.push(format!("{} autres", votes.len() - shown));
    }
    let told = if told.is_empty() { "aucun suffrage exprimé".to_owned() } else { told.join(", ") };
    format!("{}{void} ; {told}", count(count_.in_urn, "bulletin", "bulletins"))
}

/// « pour », « AUBRY Paul », « liste « Valmont » »: what a ballot says.
#[must_use]
pub fn ticket(ticket: &Ticket, roster: &Roster) -> String {
    match ticket {
        Ticket::For => "pour".to_owned(),
        Ticket::Against => "contre".to_owned(),
        Ticket::Member(member) => roster.listed(member),
        Ticket::List(name) => format!("« {name} »"),
    }
}

/// « AUBRY Paul élu maire au 2e tour », « 5 élus : … »; nothing where the report elected nobody.
#[must_use]
pub fn elected(report: &ReportId, sitting: &Sitting) -> Option<String> {
    let roster = &sitting.docket().roster;
    let elected = sitting.elected(report);
    let (first, others) = elected.split_first()?;
    if others.is_empty() {
        let e = ending(&first.member, roster);
        let office = match sitting.docket().agenda.report(report)?.kind {
            ReportKind::Election { office: Office::Mayor, .. } => " maire".to_owned(),
            ReportKind::Election { office: Office::President, .. } => format!(" président{e}"),
            ReportKind::Election { office: Office::Deputy, .. } => format!(" adjoint{e}"),
            _ => String::new(),
        };
        let round = if first.round > 1 { format!(" au {}", kinds::round(1, first.round)) } else { String::new() };
        return Some(format!("{} élu{e}{office}{round}", roster.listed(&first.member)));
    }
    let lists: Vec<&str> = elected.iter().filter_map(|it| it.list.as_deref()).collect();
    let are_women = elected.iter().all(|it| ending(&it.member, roster) == "e");
    let word = if are_women { "élues" } else { "élus" };
    match lists.first() {
        Some(list) if lists.iter().all(|other| other == list) => {
            Some(format!("liste « {list} » élue, {} {word}", elected.len()))
        }
        _ => Some(format!("{} {word}", elected.len())),
    }
}

/// « rapport n° 3 ouvert, au scrutin secret », of a vote that is taken so from its opening on.
pub(super) fn opened(report: &ReportId) -> String {
    format!("rapport n° {report} ouvert, au scrutin secret")
}

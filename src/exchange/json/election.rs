//! A secret ballot and an election in the export: who signed, what was in the urn, what came of it, who is elected.
//!
//! Who signed is a set in the order of the identities, what the ballots said are totals: no field has room for both.

use serde::Serialize;

use crate::council::agenda::Report;
use crate::council::ballot::Vote;
use crate::council::election::{CandidateList, Contest, ElectedBy, Form, Office, RoundResult, Secrecy};
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::majority::Base;
use crate::council::proportional::{Allocation, Given, GivenBy, TieBreak};
use crate::council::secret::{Count, Round, Ticket};
use crate::council::sitting::Sitting;

/// A vote by secret ballot.
#[derive(Serialize)]
pub(super) struct SecretOut<'a> {
    scrutateurs: &'a [MemberId],
    tours: Vec<RoundOut<'a>>,
}

/// One round.
#[derive(Serialize)]
struct RoundOut<'a> {
    poste: u32,
    tour: u32,
    ouvert: Option<Hour>,
    clos: Option<Hour>,
    inscrits: Option<u32>,
    en_presence: Option<&'a [Ticket]>,
    emargements: Option<Vec<&'a MemberId>>,
    non_emarges: Option<Vec<&'a MemberId>>,
    depouillement: Option<CountOut<'a>>,
    majorite_absolue: Option<u32>,
    issue: Option<&'static str>,
    elu: Option<Ticket>,
    par: Option<&'static str>,
    egalite: Vec<Ticket>,
    departage: &'a [Ticket],
    sieges: Vec<SeatsOut>,
    attributions: Vec<GivenOut>,
}

/// The totals of an urn.
#[derive(Serialize)]
struct CountOut<'a> {
    bulletins: u32,
    blancs: u32,
    nuls: u32,
    exprimes: u32,
    voix: Vec<BallotsOut<'a>>,
}

/// How many ballots said one thing.
#[derive(Serialize)]
struct BallotsOut<'a> {
    bulletin: &'a Ticket,
    nombre: u32,
}

/// How many seats a list has.
#[derive(Serialize)]
struct SeatsOut {
    liste: Ticket,
    voix: u32,
    sieges: u32,
}

/// One seat given.
#[derive(Serialize)]
struct GivenOut {
    liste: Ticket,
    par: &'static str,
    diviseur: Option<u32>,
    departage: Option<&'static str>,
}

/// What a report elects.
#[derive(Serialize)]
pub(super) struct ElectionOut<'a> {
    mandat: Office,
    mode: Form,
    postes: Option<u32>,
    majorite_de: &'static str,
    secret_de_droit: bool,
    main_levee: bool,
    listes: &'a [CandidateList],
    elus: Vec<ElectedOut>,
}

/// Somebody elected.
#[derive(Serialize)]
struct ElectedOut {
    membre: MemberId,
    poste: u32,
    tour: u32,
    liste: Option<String>,
}

impl<'a> SecretOut<'a> {
    /// The urn of a vote; `result` says what a round of an election gives, on the terms of `contest`.
    pub(super) fn of(
        vote: &'a Vote,
        contest: Option<&Contest>,
        result: impl Fn(&Round) -> Option<RoundResult>,
    ) -> Option<Self> {
        let secret = vote.secret()?;
        let tours = secret.rounds.iter().map(|round| RoundOut::of(round, contest, result(round))).collect();
        Some(Self { scrutateurs: &secret.tellers, tours })
    }
}

impl<'a> RoundOut<'a> {
    fn of(round: &'a Round, contest: Option<&Contest>, result: Option<RoundResult>) -> Self {
        let urn = round.urn.as_ref();
        let majority = urn.zip(round.count.as_ref()).and_then(|(urn, count)| match contest {
            Some(contest) => contest.majority(round.number, count, urn.in_office),
            None => Some(count.cast()).filter(|cast| *cast > 0).map(|cast| cast / 2 + 1),
        });
        let (mut elected, mut by, mut tied, mut allocation) = (None, None, Vec::new(), None);
        let issue = result.map(|result| match result {
            RoundResult::Elected { ticket, by: decided } => {
                elected = Some(ticket);
                by = Some(elected_by(decided));
                "Elu"
            }
            RoundResult::Allocated(given) => {
                allocation = Some(given);
                "Sieges"
            }
            RoundResult::Another => "AutreTour",
            RoundResult::Tied(tickets) => {
                tied = tickets;
                "Egalite"
            }
            RoundResult::Nobody => "Personne",
        });
        Self {
            poste: round.post,
            tour: round.number,
            ouvert: urn.and_then(|urn| urn.opened_at),
            clos: urn.and_then(|urn| urn.closed_at),
            inscrits: urn.map(|urn| urn.in_office),
            en_presence: urn.map(|urn| urn.standing.as_slice()),
            emargements: urn.map(|urn| urn.signed.iter().collect()),
            non_emarges: urn.map(|urn| urn.unsigned.iter().collect()),
            depouillement: round.count.as_ref().map(CountOut::of),
            majorite_absolue: majority,
            issue,
            elu: elected,
            par: by,
            egalite: tied,
            departage: &round.preferred,
            sieges: allocation.as_ref().map(SeatsOut::all).unwrap_or_default(),
            attributions: allocation.map(|it| it.given.into_iter().map(GivenOut::of).collect()).unwrap_or_default(),
        }
    }
}

impl<'a> CountOut<'a> {
    fn of(count: &'a Count) -> Self {
        let voix = count.votes.iter().map(|(bulletin, nombre)| BallotsOut { bulletin, nombre: *nombre }).collect();
        Self { bulletins: count.in_urn, blancs: count.blank, nuls: count.null, exprimes: count.cast(), voix }
    }
}

impl SeatsOut {
    fn all(allocation: &Allocation) -> Vec<Self> {
        let one = |(list, votes): &(Ticket, u32)| Self {
            liste: list.clone(),
            voix: *votes,
            sieges: allocation.seats_of(list),
        };
        allocation.lists.iter().map(one).collect()
    }
}

impl GivenOut {
    fn of(given: Given) -> Self {
        let (par, diviseur) = match given.by {
            GivenBy::Quotient => ("Quotient", None),
            GivenBy::Remainder(_) => ("Reste", None),
            GivenBy::Average { divisor } => ("Moyenne", Some(divisor)),
        };
        let departage = given.tie.map(|tie| match tie {
            TieBreak::Votes => "Suffrages",
            TieBreak::Age => "Age",
        });
        Self { liste: given.list, par, diviseur, departage }
    }
}

impl<'a> ElectionOut<'a> {
    /// `None` of a report that elects nobody.
    pub(super) fn of(sitting: &'a Sitting, report: &'a Report) -> Option<Self> {
        let contest = sitting.contest(&report.id)?;
        let handling = sitting.handling(&report.id);
        let elected = sitting.elected(&report.id).into_iter().map(|it| ElectedOut {
            membre: it.member,
            poste: it.post,
            tour: it.round,
            liste: it.list,
        });
        Some(Self {
            mandat: contest.office,
            mode: contest.form,
            postes: contest.posts,
            majorite_de: match contest.base {
                Base::Cast => "Exprimes",
                Base::Members => "Membres",
            },
            secret_de_droit: contest.secrecy == Secrecy::Required,
            main_levee: handling.secrecy_waived,
            listes: &handling.lists,
            elus: elected.collect(),
        })
    }
}

fn elected_by(by: ElectedBy) -> &'static str {
    match by {
        ElectedBy::AbsoluteMajority => "MajoriteAbsolue",
        ElectedBy::Plurality => "MajoriteRelative",
        ElectedBy::Age => "Age",
    }
}

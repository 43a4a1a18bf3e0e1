//! A vote in the export: its quorum, who presided, each voice, what it was before it was rectified.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::council::ballot::{Ballot, Choice, Vote};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::majority::Majority;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::quorum::{Fraction, Quorum};
use crate::council::recusal::{Ground, Recusal};
use crate::council::room::{Room, Seat};
use crate::council::roster::Roster;
use crate::council::secret::Round;
use crate::council::sitting::{Done, Rectification, Sitting};
use crate::council::tally::Tally;
use crate::council::way::Way;
use crate::french::articles::cited;

use super::election::SecretOut;

#[derive(Serialize)]
pub(super) struct QuorumOut {
    en_exercice: u32,
    ecartes: u32,
    comptes: u32,
    necessaires: Option<u32>,
    regle: &'static str,
    article: Option<&'static str>,
    atteint: Option<bool>,
}

#[derive(Serialize)]
pub(super) struct VoteOut<'a> {
    mode: &'static str,
    decision: &'static str,
    president: Option<&'a MemberId>,
    quorum: QuorumOut,
    chiffres: Option<Tally>,
    resultat: Option<Outcome>,
    adopte: Option<bool>,
    heure: Option<Hour>,
    voix: Vec<VoiceOut<'a>>,
    rectifications: Vec<RectificationOut<'a>>,
    maniere: Way,
    demandeurs: &'a [MemberId],
    majorite: Option<Majority>,
    voix_necessaires: Option<u32>,
    voix_du_president: Option<Choice>,
    ensemble: &'a [ReportId],
    scrutin_secret: Option<SecretOut<'a>>,
}

/// What a result was before it was rectified.
#[derive(Serialize)]
struct RectificationOut<'a> {
    motif: &'a str,
    heure: Option<Hour>,
    quorum: QuorumOut,
    chiffres: Option<Tally>,
    resultat: Outcome,
    adopte: Option<bool>,
    voix: Vec<VoiceOut<'a>>,
    maniere: Way,
    scrutin_secret: Option<SecretOut<'a>>,
}

#[derive(Serialize)]
pub(super) struct RecusalOut<'a> {
    membre: &'a MemberId,
    motif: Ground,
    quitte_la_salle: bool,
    precision: Option<&'a str>,
}

/// Where the holder of a seat was.
#[derive(Serialize)]
pub(super) struct PlaceOut<'a> {
    membre: &'a MemberId,
    place: &'static str,
    par: Option<&'a MemberId>,
}

#[derive(Serialize)]
struct VoiceOut<'a> {
    membre: &'a MemberId,
    place: &'static str,
    par: Option<&'a MemberId>,
    choix: Option<Choice>,
}

impl QuorumOut {
    pub(super) fn of(quorum: &Quorum) -> Self {
        Self {
            en_exercice: quorum.in_office,
            ecartes: quorum.left_out,
            comptes: quorum.counted,
            necessaires: quorum.needed,
            regle: match quorum.fraction {
                Fraction::MoreThanHalf => "PlusDeLaMoitie",
                Fraction::OneThird => "UnTiers",
                Fraction::TwoThirds => "DeuxTiers",
                Fraction::Number(_) => "Nombre",
                Fraction::NoneNeeded => "Aucun",
                Fraction::Disputed => "Discutee",
            },
            article: quorum.article.map(cited),
            atteint: quorum.is_met(),
        }
    }
}

impl<'a> VoteOut<'a> {
    /// Figures and outcome are those proclaimed; a vote that is being taken has none.
    pub(super) fn of(
        sitting: &'a Sitting,
        report: &ReportId,
        on: Option<&ProposalId>,
        vote: &'a Vote,
        done: Option<&'a Done>,
    ) -> Self {
        let roster = &sitting.docket().roster;
        let contest = sitting.contest(report).filter(|_| on.is_none());
        let elects = contest.is_some() && vote.ballot.is_secret();
        let result = |round: &Round| contest.and_then(|_| sitting.round_result(report, round));
        let tally = done.and_then(|done| done.tally);
        let outcome = done.map(|done| done.outcome);
        let rectifications = done.map_or(&[][..], |done| &done.rectifications);
        Self {
            mode: match vote.ballot {
                Ballot::Public { .. } => "Public",
                Ballot::Secret { .. } => "Secret",
                Ballot::Ordinary if vote.way == Way::Secret => "Secret",
                Ballot::Ordinary => "Ordinaire",
            },
            decision: match vote.rule {
                rule if rule.is_of_the_accounts() => "Comptes",
                rule if rule.has_casting_vote() => "Ordinaire",
                _ => "SansVoixPreponderante",
            },
            president: vote.chair.as_ref(),
            quorum: QuorumOut::of(&vote.quorum),
            chiffres: tally,
            resultat: outcome,
            adopte: outcome.and_then(adopted),
            heure: done.and_then(|done| done.at),
            voix: VoiceOut::all(vote, outcome, roster),
            rectifications: rectifications.iter().map(|it| RectificationOut::of(it, roster)).collect(),
            maniere: vote.way,
            demandeurs: match &vote.ballot {
                Ballot::Public { asked_by } | Ballot::Secret { asked_by } => asked_by,
                Ballot::Ordinary => &[],
            },
            // That of an election is taken round by round, of the votes cast or of the members.
            majorite: (vote.way.is_a_vote() && !elects).then_some(vote.rule.majority),
            voix_necessaires: tally.and_then(|tally| vote.rule.majority.needed(&tally)),
            voix_du_president: vote.choice_of_the_chair().filter(|_| outcome.is_none_or(Outcome::is_voted)),
            ensemble: &vote.together,
            scrutin_secret: SecretOut::of(vote, contest.as_ref(), result),
        }
    }
}

/// Whether the report is adopted; nothing was adopted or turned down where no vote on it was taken.
fn adopted(outcome: Outcome) -> Option<bool> {
    // Whoever is elected is not adopted.
    let elects = matches!(outcome, Outcome::Elected | Outcome::NobodyElected);
    (outcome.is_voted() && !elects).then_some(outcome.is_adopted())
}

impl<'a> RectificationOut<'a> {
    fn of(before: &'a Rectification, roster: &'a Roster) -> Self {
        Self {
            motif: &before.reason,
            heure: before.at,
            quorum: QuorumOut::of(&before.vote.quorum),
            chiffres: before.tally,
            resultat: before.outcome,
            adopte: adopted(before.outcome),
            voix: VoiceOut::all(&before.vote, Some(before.outcome), roster),
            maniere: before.vote.way,
            // An election that was proclaimed stands: what is rectified is the vote on a text.
            scrutin_secret: SecretOut::of(&before.vote, None, |_| None),
        }
    }
}

impl<'a> RecusalOut<'a> {
    pub(super) fn all(recusals: &'a BTreeMap<MemberId, Recusal>) -> Vec<Self> {
        let one = |(member, recusal): (&'a MemberId, &'a Recusal)| Self {
            membre: member,
            motif: recusal.ground,
            quitte_la_salle: recusal.left_room,
            precision: recusal.note.as_deref(),
        };
        recusals.iter().map(one).collect()
    }
}

impl<'a> PlaceOut<'a> {
    pub(super) fn all(room: &'a Room, roster: &'a Roster) -> Vec<Self> {
        let holders = roster.everyone().map(|member| &member.id).filter(|id| room.seat(id).is_some());
        holders
            .map(|membre| {
                let (place, par) = seat(room, membre);
                Self { membre, place, par }
            })
            .collect()
    }
}

impl<'a> VoiceOut<'a> {
    /// One a holder of a seat, in the order of the file. Where the report ended without a vote nobody said anything: neither
    /// what is presumed nor what was typed before it was withdrawn.
    fn all(vote: &'a Vote, outcome: Option<Outcome>, roster: &'a Roster) -> Vec<Self> {
        let is_said = outcome.is_none_or(Outcome::is_voted);
        let holders = roster.everyone().map(|member| &member.id).filter(|id| vote.room.seat(id).is_some());
        holders
            .map(|membre| {
                let (place, par) = seat(&vote.room, membre);
                Self { membre, place, par, choix: vote.choice(membre).filter(|_| is_said) }
            })
            .collect()
    }
}

/// Where a member was, and who spoke for him.
fn seat<'a>(room: &'a Room, member: &MemberId) -> (&'static str, Option<&'a MemberId>) {
    match room.seat(member) {
        Some(Seat::Present) => ("Present", None),
        Some(Seat::Remote) => ("ADistance", None),
        Some(Seat::Recused) => ("PresentSansVoix", None),
        Some(Seat::Withdrawn) => ("Retire", None),
        Some(Seat::Represented(holder)) => ("Represente", Some(holder)),
        Some(Seat::Excused) => ("Excuse", None),
        Some(Seat::Absent) | None => ("Absent", None),
    }
}

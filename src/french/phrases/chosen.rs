//! Which sentence says what was decided, and which by what majority.

use crate::council::agenda::ReportKind;
use crate::council::conventions::UnanimityWording;
use crate::council::outcome::Outcome;
use crate::council::phrases::{Phrase, Phrases};
use crate::council::proposal::ProposalId;

use super::facts::Facts;
use super::own;

/// What is decided, and in which words.
pub(super) fn decision<'p>(phrases: &'p Phrases, facts: &Facts<'_>) -> (Phrase, &'p str) {
    let phrase = kind_of_decision(facts);
    // Accounts are adopted like any report, unless the assembly says it otherwise.
    let like_any = match phrase {
        Phrase::AccountsAdopted => Phrase::DeliberationAdopted,
        Phrase::AccountsRejected => Phrase::DeliberationRejected,
        other => other,
    };
    (phrase, phrases.get(phrase).or_else(|| phrases.get(like_any)).unwrap_or_else(|| own(phrase)))
}

fn kind_of_decision(facts: &Facts<'_>) -> Phrase {
    let is_adopted = facts.outcome.is_adopted();
    match (facts.outcome, facts.on) {
        (Outcome::Acknowledged, _) => return Phrase::Acknowledged,
        (Outcome::Heard, _) => return Phrase::Heard,
        (Outcome::Settled, _) => return Phrase::MinutesSettled,
        (Outcome::AppointedWithoutVote, _) => return Phrase::AppointedWithoutVote,
        (Outcome::Elected, _) => return Phrase::Elected,
        (Outcome::NobodyElected, _) => return Phrase::NobodyElected,
        (Outcome::Withdrawn, _) => return Phrase::Withdrawn,
        (Outcome::Postponed, _) => return Phrase::Postponed,
        (Outcome::SetAside, _) => return Phrase::SetAside,
        (_, Some(ProposalId::Postponement)) if is_adopted => return Phrase::Postponed,
        (_, Some(ProposalId::PreviousQuestion)) if is_adopted => return Phrase::SetAside,
        (_, Some(_)) => return if is_adopted { Phrase::ProposalAdopted } else { Phrase::ProposalRejected },
        (_, None) => {}
    }
    let (adopted, rejected) = match facts.report.kind {
        ReportKind::Opinion { .. } => (Phrase::OpinionAdopted, Phrase::OpinionRejected),
        ReportKind::Wish | ReportKind::Motion => (Phrase::WishAdopted, Phrase::WishRejected),
        ReportKind::Acknowledgement { .. } | ReportKind::Decisions => {
            (Phrase::AcknowledgedByVote, Phrase::AcknowledgementRefused)
        }
        ReportKind::PreviousMinutes { .. } => (Phrase::MinutesSettledByVote, Phrase::MinutesNotSettled),
        // Where nobody's name was recorded, none is said; nor whom a refusal left, of more than there are posts.
        ReportKind::Appointment { .. } if facts.is_contested && !is_adopted => {
            (Phrase::DeliberationAdopted, Phrase::DeliberationRejected)
        }
        ReportKind::Appointment { .. } if !facts.candidates.is_empty() => {
            (Phrase::AppointmentVoted, Phrase::AppointmentRefused)
        }
        kind if kind.is_accounts() => (Phrase::AccountsAdopted, Phrase::AccountsRejected),
        _ => (Phrase::DeliberationAdopted, Phrase::DeliberationRejected),
    };
    if is_adopted { adopted } else { rejected }
}

/// By what majority.
pub(super) fn majority(facts: &Facts<'_>) -> Phrase {
    let Some(tally) = &facts.tally else {
        return match facts.outcome {
            Outcome::AdoptedUnanimously => Phrase::Unanimous,
            outcome if outcome.is_adopted() => Phrase::ByMajorityUncounted,
            _ => Phrase::DefeatedUncounted,
        };
    };
    let all_cast = tally.abstentions == 0 && tally.not_taking_part == 0 && tally.blank_null == 0;
    match facts.outcome {
        Outcome::AdoptedUnanimously if all_cast => Phrase::Unanimous,
        Outcome::AdoptedUnanimously => match facts.unanimity {
            UnanimityWording::Unanimity => Phrase::Unanimous,
            UnanimityWording::Majority => by_majority(facts),
            UnanimityWording::OfCast => Phrase::UnanimousOfCast,
        },
        Outcome::AdoptedByCastingVote => Phrase::ByCastingVote,
        Outcome::AdoptedNoMajorityAgainst => Phrase::NoMajorityAgainst,
        Outcome::RejectedByCastingVote => Phrase::DefeatedByCastingVote,
        Outcome::RejectedByTie => Phrase::DefeatedByTie,
        Outcome::RejectedNothingCast if all_cast => Phrase::NothingCast,
        Outcome::RejectedNothingCast => Phrase::NothingCastAllAbstained,
        Outcome::RejectedShortOfMajority => Phrase::ShortOfMajority,
        outcome if outcome.is_adopted() => by_majority(facts),
        _ => Phrase::Defeated,
    }
}

/// A majority that is not that of any report is named.
fn by_majority(facts: &Facts<'_>) -> Phrase {
    if facts.majority.is_special() { Phrase::BySpecialMajority } else { Phrase::ByMajority }
}

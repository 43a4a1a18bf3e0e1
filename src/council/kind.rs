//! What the council is asked for in a report (*genre*), and what follows from it: whether it votes, and whether an act comes
//! of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::election::{Office, Secrecy};
use super::outcome::Outcome;
use super::way::Way;

/// What the council is asked for. The serde form is that of the course and of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ReportKind {
    /// *Délibération*: the council decides by itself.
    Deliberation,
    /// *Avis*: the council gives an opinion on another body's draft; the vote is on the sense proposed.
    #[serde(rename = "Avis")]
    Opinion {
        /// The sense put to the vote.
        #[serde(rename = "sens")]
        sense: OpinionSense,
    },
    /// *Donné acte*: the council takes note of what was laid before it, with a vote or without.
    #[serde(rename = "DonneActe")]
    Acknowledgement {
        /// Whether a vote is meant to be taken on it.
        #[serde(rename = "vote", default)]
        voted: bool,
    },
    /// *Information*: told, and nothing decided.
    Information,
    /// *Communication* of whoever presides, of the State, of another body: read out, and nothing decided.
    Communication,
    /// *Décisions* taken by delegation of the council, reported to it (art. L.2122-22 and L.2122-23 of the CGCT).
    Decisions,
    /// *Question orale*: asked and answered, without a vote.
    #[serde(rename = "QuestionOrale")]
    OralQuestion,
    /// *Vœu*: voted like the rest.
    #[serde(rename = "Voeu")]
    Wish,
    /// *Motion*: voted like the rest.
    Motion,
    /// *Procès-verbal* of an earlier sitting, settled at the beginning of this one (art. L.2121-15 of the CGCT).
    #[serde(rename = "ProcesVerbal")]
    PreviousMinutes {
        /// The day of that sitting.
        #[serde(rename = "du", default, skip_serializing_if = "Option::is_none")]
        of: Option<Date>,
        /// Whether a vote is meant to be taken on it.
        #[serde(rename = "vote", default)]
        voted: bool,
    },
    /// *Compte administratif*.
    #[serde(rename = "CompteAdministratif")]
    AdministrativeAccounts,
    /// *Compte financier unique* (CFU).
    #[serde(rename = "CompteFinancierUnique")]
    UnifiedAccounts,
    /// *Désignation*: members are named to a committee or an outside body (art. L.2121-21 of the CGCT).
    #[serde(rename = "Designation")]
    Appointment {
        /// How many posts there are.
        #[serde(rename = "postes", default, skip_serializing_if = "Option::is_none")]
        posts: Option<u32>,
        /// Whether a text wants a secret ballot whatever the candidates (art. L.2122-7 of the CGCT).
        #[serde(rename = "secret", default)]
        secret: bool,
    },
    /// *Élection*: of those for whom a text of its own wants it, by secret ballot.
    #[serde(rename = "Election")]
    Election {
        /// What is elected.
        #[serde(rename = "mandat")]
        office: Office,
        /// How many posts there are, if the file says so; the council may settle it in the sitting.
        #[serde(rename = "postes", default, skip_serializing_if = "Option::is_none")]
        posts: Option<u32>,
    },
}

/// The sense of the opinion that is put to the vote. Voted down, it is not its contrary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OpinionSense {
    /// *Favorable*.
    #[serde(rename = "Favorable")]
    Favourable,
    /// *Défavorable*.
    #[serde(rename = "Defavorable")]
    Unfavourable,
    /// *Réservé*.
    #[serde(rename = "Reserve")]
    Reserved,
}

impl ReportKind {
    /// Whether it is the same kind, whatever its particulars.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// The accounts: adopted unless a majority is against, before another chair (art. L.2121-14 and L.1612-12 of the CGCT).
    #[must_use]
    pub fn is_accounts(self) -> bool {
        matches!(self, Self::AdministrativeAccounts | Self::UnifiedAccounts)
    }

    /// What a report of that kind ends with when no vote is taken; `None` where the council must vote on each draft
    /// (CE, 5 July 2021, n° 433537).
    #[must_use]
    pub fn without_vote(self) -> Option<Outcome> {
        match self {
            Self::Acknowledgement { .. } | Self::Decisions => Some(Outcome::Acknowledged),
            Self::Information | Self::Communication | Self::OralQuestion => Some(Outcome::Heard),
            Self::PreviousMinutes { .. } => Some(Outcome::Settled),
            Self::Appointment { .. } => Some(Outcome::AppointedWithoutVote),
            Self::Election { office, .. } if office.secrecy() == Secrecy::Waivable => {
                Some(Outcome::AppointedWithoutVote)
            }
            Self::Deliberation
            | Self::Opinion { .. }
            | Self::Wish
            | Self::Motion
            | Self::AdministrativeAccounts
            | Self::UnifiedAccounts
            | Self::Election { .. } => None,
        }
    }

    /// Whether the council may vote on it at all.
    #[must_use]
    pub fn may_be_voted(self) -> bool {
        !matches!(self, Self::Information | Self::Communication | Self::OralQuestion)
    }

    /// How its vote is recorded unless she says otherwise.
    #[must_use]
    pub fn first_way(self) -> Way {
        match self {
            Self::Acknowledgement { voted: true } | Self::PreviousMinutes { voted: true, .. } => Way::ByException,
            Self::Election { .. } => Way::Secret,
            _ if self.without_vote().is_some() => Way::WithoutVote,
            _ => Way::ByException,
        }
    }

    /// Whether an act comes of it, with a number and a paper of its own: what is only told, or settled, makes none.
    #[must_use]
    pub fn makes_an_act(self) -> bool {
        !matches!(
            self,
            Self::Information
                | Self::Communication
                | Self::OralQuestion
                | Self::Decisions
                | Self::PreviousMinutes { .. }
        )
    }

    /// Whether something is decided by it, so that nobody may add it in the sitting unannounced (art. L.2121-10 of the CGCT).
    #[must_use]
    pub fn decides(self) -> bool {
        self.makes_an_act()
    }
}

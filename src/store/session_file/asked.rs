//! What does not hold together in what a report asks of the council: its kind, its majority, what is filed with it, the
//! reports that are put to one vote with it.

#[cfg(test)]
mod tests;

use crate::council::kind::ReportKind;
use crate::council::majority::Majority;

use super::elections::ElectionProblem;

/// One thing that does not hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedProblem {
    /// E250: two amendments of a report with one number.
    AmendmentTwice {
        /// The number of the amendments.
        number: String,
        /// That of the report.
        report: String,
    },
    /// E251: amendments where nothing is ever voted.
    AmendmentsNeverVoted {
        /// The number of the report.
        report: String,
        /// Its kind.
        kind: ReportKind,
    },
    /// E252: decisions taken by delegation in a report of another kind.
    DecisionsElsewhere {
        /// The number of the report.
        report: String,
        /// Its kind.
        kind: ReportKind,
    },
    /// E253: two decisions of a report with one number.
    DecisionTwice {
        /// The number of the decisions.
        number: String,
        /// That of the report.
        report: String,
    },
    /// E254: a majority chosen for the accounts, which have their own.
    MajorityOfAccounts(MajorityOf),
    /// E255: a majority where nothing is ever voted.
    MajorityNeverVoted(MajorityOf, ReportKind),
    /// E256: a majority chosen without a reason.
    MajorityWithoutReason(MajorityOf),
    /// E257: the majority of a kind of report given twice.
    MajorityTwice(ReportKind),
    /// E258: a majority of the settings that is for no kind of report.
    MajorityWithoutKind,
    /// E259: a report that cannot be put to one vote with others.
    CannotJoin {
        /// The number of the report.
        report: String,
        /// The mark of the *vote groupé*.
        mark: String,
        /// Why not.
        why: WhyAlone,
    },
    /// E260: the only report of its mark.
    AloneInGroup {
        /// The number of the report.
        report: String,
        /// The mark of the *vote groupé*.
        mark: String,
    },
    /// E261: the field of older files that marks the accounts says otherwise than the kind of the report.
    AccountsOfAnotherKind {
        /// The number of the report.
        report: String,
        /// Its kind.
        kind: ReportKind,
    },
    /// E262: somebody is named twice among the authors of a report or of an amendment.
    AuthorTwice(String),
    /// E263: the minutes to be settled are not those of an earlier sitting.
    MinutesNotBefore,
    /// E264 to E272: who is elected, and who stands.
    Election(ElectionProblem),
}

/// What a majority is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MajorityOf {
    /// A report, by its number.
    Report(String),
    /// A kind of report, in the settings; none if the file does not say which.
    Kind(Option<ReportKind>),
}

/// Why a report is not put to one vote with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyAlone {
    /// The accounts are voted before another chair, by a rule of their own.
    Accounts,
    /// No vote is meant to be taken on it.
    NoVote(ReportKind),
    /// Its amendments are voted before it.
    Amendments,
    /// It takes another majority than the first report of its mark.
    OtherMajority {
        /// That of the report.
        majority: Majority,
        /// The number of the first report.
        first: String,
        /// The majority of the first report.
        of_first: Majority,
    },
}

impl AskedProblem {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::AmendmentTwice { .. } => 250,
            Self::AmendmentsNeverVoted { .. } => 251,
            Self::DecisionsElsewhere { .. } => 252,
            Self::DecisionTwice { .. } => 253,
            Self::MajorityOfAccounts(_) => 254,
            Self::MajorityNeverVoted(..) => 255,
            Self::MajorityWithoutReason(_) => 256,
            Self::MajorityTwice(_) => 257,
            Self::MajorityWithoutKind => 258,
            Self::CannotJoin { .. } => 259,
            Self::AloneInGroup { .. } => 260,
            Self::AccountsOfAnotherKind { .. } => 261,
            Self::AuthorTwice(_) => 262,
            Self::MinutesNotBefore => 263,
            Self::Election(problem) => problem.number(),
        }
    }

    /// Whether something is missing: it is not, if what was there could not be read.
    #[must_use]
    pub fn is_an_absence(&self) -> bool {
        match self {
            Self::Election(problem) => problem.is_an_absence(),
            other => matches!(other, Self::MajorityWithoutReason(_) | Self::MajorityWithoutKind),
        }
    }

    /// Whether it follows from the kind of the report, so that nothing can be said where the kind could not be read.
    #[must_use]
    pub fn follows_from_the_kind(&self) -> bool {
        matches!(
            self,
            Self::AmendmentsNeverVoted { .. }
                | Self::DecisionsElsewhere { .. }
                | Self::MajorityOfAccounts(_)
                | Self::MajorityNeverVoted(..)
                | Self::CannotJoin { .. }
                | Self::AccountsOfAnotherKind { .. }
        ) || matches!(self, Self::Election(problem) if problem.follows_from_the_kind())
    }

    /// Whether it follows from what the rest of the file says, so that nothing can be said where any of it was lost.
    #[must_use]
    pub fn follows_from_the_others(&self) -> bool {
        matches!(self, Self::AloneInGroup { .. } | Self::CannotJoin { why: WhyAlone::OtherMajority { .. }, .. })
    }
}

//! What is wrong with what was asked of a report: its kind, how its vote is recorded, what is put before its text.

use crate::council::ballot::Choice;
use crate::council::code::Code;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Article;
use crate::council::majority::Majority;
use crate::council::proposal::ProposalId;

/// What is wrong with what was asked of a report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ReportFinding {
    /// E033: the figures do not add up to the voices in the room.
    FiguresDoNotAddUp {
        /// In which report, if several are put to one vote: their rooms may differ.
        report: Option<ReportId>,
        /// Those counted.
        counted: u32,
        /// Those in the room.
        voices: u32,
    },
    /// E034: the text cannot be voted while proposals wait.
    ProposalsWait {
        /// Which report.
        report: ReportId,
        /// Which proposals, in the order of filing.
        waiting: Vec<ProposalId>,
    },
    /// E035: a proposal is being voted: its vote must end first.
    ProposalStillOpen(ReportId, ProposalId),
    /// E036: nothing of that number was filed there.
    UnknownProposal(ReportId, ProposalId),
    /// E037: filed already.
    ProposalTwice(ReportId, ProposalId),
    /// E038: voted or left already.
    ProposalEnded(ReportId, ProposalId),
    /// E039: not put to the vote.
    ProposalNotOpen(ReportId, ProposalId),
    /// E040: a roll call that is not finished.
    NotCalledYet(Vec<MemberId>),
    /// E041: neither figures nor result were recorded.
    NothingRecorded(ReportId),
    /// E042: a public ballot takes every name.
    PublicTakesNames(Option<Article>),
    /// E043: the council must vote on it.
    MustBeVoted(ReportId),
    /// E044: nothing is voted there by name.
    NoNamesHere(ReportId),
    /// E045: nothing of that kind is put to the vote.
    NotVoted(ReportId),
    /// E046: it cannot be put to one vote with others.
    CannotJoin(ReportId, CannotJoin),
    /// E047: it is not put to one vote with others.
    NotInAGroup(ReportId),
    /// E048: that number is another report's.
    NumberTaken(ReportId),
    /// E049: more candidates than posts.
    TooManyCandidates {
        /// How many stand.
        candidates: u32,
        /// How many posts there are.
        posts: u32,
    },
    /// E050: nobody stands.
    NoCandidate(ReportId),
    /// E051: its kind has no room for that.
    OfAnotherKind(ReportId),
    /// E052: figures, a result or the voice of whoever presides, for a vote that is recorded in another way.
    RecordedOtherwise(ReportId),
    /// E053: whoever presides is said to have said what no voice counted says.
    ChairNotCounted(Choice),
    /// E054: a result that adopts, stated where fewer voices are heard than it takes.
    ResultOutOfReach {
        /// How many voices for it takes at least.
        needed: u32,
        /// How many are in the room.
        voices: u32,
    },
    /// E055: a number, an object, a label or a text is empty.
    WordsMissing(ReportId),
    /// W020: too few asked for a public ballot.
    TooFewForABallot {
        /// How many asked.
        askers: u32,
        /// How many are needed.
        needed: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W021: fewer voices in the room than the majority of the members takes.
    MajorityOutOfReach {
        /// Which majority.
        majority: Majority,
        /// How many voices for it takes.
        needed: u32,
        /// How many are in the room.
        voices: u32,
    },
    /// W022: the members were not convened to it.
    NotConvenedTo {
        /// Which report.
        report: ReportId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W023: a text wants a secret ballot for it.
    SecretByLaw {
        /// Which report.
        report: ReportId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W024: members are appointed by another ballot than a secret one.
    AppointedByShowOfHands {
        /// Which report.
        report: ReportId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W025: an ordinary ballot with members who take part from afar, where the law wants a public one.
    OrdinaryFromAfar {
        /// How many take part from afar.
        remote: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W026: the result that ended a report, or did not, is now the contrary: the report stays as it is.
    EndsOtherwise(ReportId, ProposalId),
    /// W027: a public ballot is refused though enough asked for it.
    BallotRefused {
        /// How many asked.
        askers: u32,
        /// How many are enough.
        needed: u32,
        /// Where it is written.
        article: Option<Article>,
    },
}

/// Why a report cannot be put to one vote with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CannotJoin {
    /// The accounts are voted before another chair, by a rule of their own.
    Accounts,
    /// Another presides over it.
    OtherChair,
    /// Proposals wait before its text.
    Proposals,
    /// No vote is taken on it.
    NoVote,
    /// It takes another majority.
    OtherMajority,
    /// It is voted by secret ballot: one paper says one thing of one text.
    SecretBallot,
    /// It is there twice.
    Twice,
    /// Somebody is elected by it: ballots say names.
    Election,
}

impl ReportFinding {
    /// The code of [`ReportFinding::NotConvenedTo`].
    pub const NOT_CONVENED_TO: Code = Code::irregular(22);

    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::FiguresDoNotAddUp { .. } => Code::impossible(33),
            Self::ProposalsWait { .. } => Code::impossible(34),
            Self::ProposalStillOpen(..) => Code::impossible(35),
            Self::UnknownProposal(..) => Code::impossible(36),
            Self::ProposalTwice(..) => Code::impossible(37),
            Self::ProposalEnded(..) => Code::impossible(38),
            Self::ProposalNotOpen(..) => Code::impossible(39),
            Self::NotCalledYet(_) => Code::impossible(40),
            Self::NothingRecorded(_) => Code::impossible(41),
            Self::PublicTakesNames(_) => Code::impossible(42),
            Self::MustBeVoted(_) => Code::impossible(43),
            Self::NoNamesHere(_) => Code::impossible(44),
            Self::NotVoted(_) => Code::impossible(45),
            Self::CannotJoin(..) => Code::impossible(46),
            Self::NotInAGroup(_) => Code::impossible(47),
            Self::NumberTaken(_) => Code::impossible(48),
            Self::TooManyCandidates { .. } => Code::impossible(49),
            Self::NoCandidate(_) => Code::impossible(50),
            Self::OfAnotherKind(_) => Code::impossible(51),
            Self::RecordedOtherwise(_) => Code::impossible(52),
            Self::ChairNotCounted(_) => Code::impossible(53),
            Self::ResultOutOfReach { .. } => Code::impossible(54),
            Self::WordsMissing(_) => Code::impossible(55),
            Self::TooFewForABallot { .. } => Code::irregular(20),
            Self::MajorityOutOfReach { .. } => Code::irregular(21),
            Self::NotConvenedTo { .. } => Self::NOT_CONVENED_TO,
            Self::SecretByLaw { .. } => Code::irregular(23),
            Self::AppointedByShowOfHands { .. } => Code::irregular(24),
            Self::OrdinaryFromAfar { .. } => Code::irregular(25),
            Self::EndsOtherwise(..) => Code::irregular(26),
            Self::BallotRefused { .. } => Code::irregular(27),
        }
    }

    /// Where the rule is written, if it is a rule of law.
    #[must_use]
    pub fn article(&self) -> Option<Article> {
        match self {
            Self::TooFewForABallot { article, .. }
            | Self::BallotRefused { article, .. }
            | Self::NotConvenedTo { article, .. }
            | Self::SecretByLaw { article, .. }
            | Self::AppointedByShowOfHands { article, .. }
            | Self::OrdinaryFromAfar { article, .. }
            | Self::PublicTakesNames(article) => *article,
            _ => None,
        }
    }
}

//! What is wrong: the codes of every finding, and the findings of the sitting itself.
//!
//! | code | kind | about |
//! |---|---|---|
//! | E0xx | impossible | what was asked of the sitting |
//! | E1xx | impossible | the session file: how it is written |
//! | E2xx | impossible | the session file: what it says |
//! | W0xx | irregular | a rule of law |
//!
//! *Impossible* is refused. *Irregular* is said, with the article; the president may go on for a recorded reason.
//! The sentences are in `french`.

mod reports;
mod secret;

pub use self::reports::{CannotJoin, ReportFinding};
pub use self::secret::{BadList, SecretFinding};
pub use super::code::{Code, Severity};

use jiff::civil::Date;

use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::law::Article;
use super::quorum::Quorum;

/// What is wrong with what was asked of the sitting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// E001: that identity is not a member's.
    UnknownMember(MemberId),
    /// E002: that number is not a report's.
    UnknownReport(ReportId),
    /// E003: the sitting is not open yet.
    NotOpen,
    /// E004: the sitting is open: the roll call is done.
    AlreadyOpen,
    /// E005: the sitting is closed.
    SittingClosed,
    /// E006: that report is being voted: its vote must end first.
    ReportStillOpen(ReportId),
    /// E007: that report is not open.
    ReportNotOpen(ReportId),
    /// E008: that report is done.
    ReportDone(ReportId),
    /// E009: a voice that is neither in the room nor carried.
    NoVoice(MemberId),
    /// E010: the same voice twice in one command.
    VoiceTwice(MemberId),
    /// E011: a power to oneself.
    ProxyToSelf(MemberId),
    /// E012: the holder of a power is not in the room.
    HolderAway {
        /// Who gives.
        giver: MemberId,
        /// Who would hold.
        holder: MemberId,
    },
    /// E013: that member has given no power.
    NoProxy(MemberId),
    /// E014: nothing would change.
    NothingToDo,
    /// E015: the holder of a power has himself given one: there is no chain of powers.
    ProxyChain {
        /// Who gives.
        giver: MemberId,
        /// Who would hold.
        holder: MemberId,
        /// To whom that one gave his own.
        given_to: MemberId,
    },
    /// E016: whoever would preside is not in the room, or takes no part in that report.
    ChairAway(MemberId),
    /// E017: that person of the file holds no seat now.
    NoSeat(MemberId),
    /// E018: nobody's substitute and nobody's successor: there is no seat to take.
    NotASubstitute(MemberId),
    /// E019: the seat is not free: its titular is in the room, or another sits in it.
    SeatNotFree {
        /// Who would sit.
        member: MemberId,
        /// Who sits there.
        sitting: MemberId,
    },
    /// E020: the sitting is suspended.
    SittingSuspended,
    /// E021: the sitting is not suspended.
    NotSuspended,
    /// E022: the council sits in camera already.
    InCameraAlready,
    /// E023: the council does not sit in camera.
    NotInCamera,
    /// E024: the quorum is there: nothing to adjourn for.
    QuorumThere(Quorum),
    /// E025: more voices than there are in the room.
    MoreVoicesThanRoom {
        /// Those counted.
        counted: u32,
        /// Those in the room.
        voices: u32,
    },
    /// E026: that report has no proclaimed result to rectify.
    NotProclaimed(ReportId),
    /// E027: that member is not recused in that report.
    NotRecused {
        /// Who.
        member: MemberId,
        /// In which report.
        report: ReportId,
    },
    /// E028: nothing of the kind has an hour to mend.
    NothingToMend,
    /// E029: a rectification without its reason.
    ReasonMissing,
    /// E030: who answers for the accounts leaves the room for the vote.
    MustLeaveTheRoom(MemberId),
    /// E031: the sitting is not over: its minutes cannot be settled.
    NotOver,
    /// E032: minutes settled before their sitting.
    SettledBeforehand {
        /// The day given.
        on: Date,
        /// The day of the sitting.
        sitting: Date,
    },
    /// W001: more powers than a member may hold.
    TooManyProxies {
        /// Who holds them.
        holder: MemberId,
        /// Whose they are.
        givers: Vec<MemberId>,
        /// How many may be held.
        limit: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W002: the quorum is not met.
    QuorumMissing {
        /// The quorum.
        quorum: Quorum,
        /// Who is not in the room.
        missing: Vec<MemberId>,
    },
    /// W003: the law of that day is disputed: neither quorum nor limit of powers can be judged.
    DisputedLaw(Option<Article>),
    /// W004: whoever should preside is not in the room, or takes no part in the report.
    PresidentAway {
        /// Who.
        president: MemberId,
        /// Whether the member is in the room, and takes no part.
        stays: bool,
        /// Where it is written who presides instead.
        article: Option<Article>,
    },
    /// W005: the secretary of the sitting is not in the room.
    SecretaryAway {
        /// Who.
        secretary: MemberId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W006: nothing was cast.
    NothingCast {
        /// Whether that adopts the report, as it does the accounts.
        adopted: bool,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W007: votes are equal and whoever presides did not vote, or is not known.
    TieUndecided(Option<Article>),
    /// W008: an hour before the one recorded last.
    HourBefore {
        /// The hour given.
        hour: Hour,
        /// The hour recorded last.
        last: Hour,
    },
    /// W009: a movement at an hour before results that were proclaimed without it: they are not changed by it.
    HourReachesBack {
        /// Who moved.
        member: MemberId,
        /// When.
        hour: Hour,
        /// The reports whose vote counted the member otherwise.
        reports: Vec<ReportId>,
    },
    /// W010: the body may not sit with members who are not in the room.
    RemoteNotAllowed {
        /// Who is far.
        member: MemberId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W011: a power that lasts for more sittings in a row than it may.
    ProxyTooLong {
        /// Who gave it.
        giver: MemberId,
        /// For how many sittings in a row.
        sittings: u32,
        /// For how many it may last.
        limit: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W012: another comes first in the order of replacement.
    ChairOutOfOrder {
        /// Who would preside.
        member: MemberId,
        /// Who comes first.
        first: MemberId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W013: a member who was declared interested takes part.
    InterestedTakesPart {
        /// Who.
        member: MemberId,
        /// In which report.
        report: ReportId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W014: the accounts are voted before the president, who answers for them.
    PresidentAtTheAccounts {
        /// Who.
        president: MemberId,
        /// Which report.
        report: ReportId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W015: the second meeting is too soon after the first.
    SecondTooSoon {
        /// Clear days between the two.
        days: u32,
        /// How many there must be.
        needed: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W016: the members were convened too late.
    ShortNotice {
        /// Clear days between convocation and sitting.
        days: u32,
        /// How many there must be.
        needed: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W017: too few asked for a sitting in camera, and whoever presides is not among them.
    TooFewAskers {
        /// How many asked.
        askers: u32,
        /// How many are needed.
        needed: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W018: whoever presides over the accounts was not elected for it by the council.
    ChairOfTheAccountsNotElected {
        /// Who presides.
        chair: MemberId,
        /// Which report.
        report: ReportId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W019: the minutes were settled already, on that day.
    SettledAlready(Date),
    /// E033 to E055, W020 to W027: of one report.
    OfAReport(ReportFinding),
    /// E056 to E074, W028 to W039: of a secret ballot or of an election.
    OfASecret(SecretFinding),
}

impl From<ReportFinding> for Finding {
    fn from(finding: ReportFinding) -> Self {
        Self::OfAReport(finding)
    }
}

impl From<SecretFinding> for Finding {
    fn from(finding: SecretFinding) -> Self {
        Self::OfASecret(finding)
    }
}

impl Finding {
    /// The code of [`Finding::QuorumMissing`].
    pub const QUORUM_MISSING: Code = Code::irregular(2);

    /// The code of [`Finding::PresidentAway`].
    pub const PRESIDENT_AWAY: Code = Code::irregular(4);

    /// The code of [`Finding::NothingCast`].
    pub const NOTHING_CAST: Code = Code::irregular(6);

    /// The code of [`Finding::HourReachesBack`].
    pub const HOUR_REACHES_BACK: Code = Code::irregular(9);

    /// The code of [`Finding::InterestedTakesPart`].
    pub const INTERESTED_TAKES_PART: Code = Code::irregular(13);

    /// The codes of what is irregular in opening a report.
    pub const OF_THE_OPENING: [Code; 3] = [Self::QUORUM_MISSING, Self::PRESIDENT_AWAY, Code::irregular(12)];

    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::UnknownMember(_) => Code::impossible(1),
            Self::UnknownReport(_) => Code::impossible(2),
            Self::NotOpen => Code::impossible(3),
            Self::AlreadyOpen => Code::impossible(4),
            Self::SittingClosed => Code::impossible(5),
            Self::ReportStillOpen(_) => Code::impossible(6),
            Self::ReportNotOpen(_) => Code::impossible(7),
            Self::ReportDone(_) => Code::impossible(8),
            Self::NoVoice(_) => Code::impossible(9),
            Self::VoiceTwice(_) => Code::impossible(10),
            Self::ProxyToSelf(_) => Code::impossible(11),
            Self::HolderAway { .. } => Code::impossible(12),
            Self::NoProxy(_) => Code::impossible(13),
            Self::NothingToDo => Code::impossible(14),
            Self::ProxyChain { .. } => Code::impossible(15),
            Self::ChairAway(_) => Code::impossible(16),
            Self::NoSeat(_) => Code::impossible(17),
            Self::NotASubstitute(_) => Code::impossible(18),
            Self::SeatNotFree { .. } => Code::impossible(19),
            Self::SittingSuspended => Code::impossible(20),
            Self::NotSuspended => Code::impossible(21),
            Self::InCameraAlready => Code::impossible(22),
            Self::NotInCamera => Code::impossible(23),
            Self::QuorumThere(_) => Code::impossible(24),
            Self::MoreVoicesThanRoom { .. } => Code::impossible(25),
            Self::NotProclaimed(_) => Code::impossible(26),
            Self::NotRecused { .. } => Code::impossible(27),
            Self::NothingToMend => Code::impossible(28),
            Self::ReasonMissing => Code::impossible(29),
            Self::MustLeaveTheRoom(_) => Code::impossible(30),
            Self::NotOver => Code::impossible(31),
            Self::SettledBeforehand { .. } => Code::impossible(32),
            Self::TooManyProxies { .. } => Code::irregular(1),
            Self::QuorumMissing { .. } => Self::QUORUM_MISSING,
            Self::DisputedLaw(_) => Code::irregular(3),
            Self::PresidentAway { .. } => Self::PRESIDENT_AWAY,
            Self::SecretaryAway { .. } => Code::irregular(5),
            Self::NothingCast { .. } => Self::NOTHING_CAST,
            Self::TieUndecided(_) => Code::irregular(7),
            Self::HourBefore { .. } => Code::irregular(8),
            Self::HourReachesBack { .. } => Self::HOUR_REACHES_BACK,
            Self::RemoteNotAllowed { .. } => Code::irregular(10),
            Self::ProxyTooLong { .. } => Code::irregular(11),
            Self::ChairOutOfOrder { .. } => Code::irregular(12),
            Self::InterestedTakesPart { .. } => Self::INTERESTED_TAKES_PART,
            Self::PresidentAtTheAccounts { .. } => Code::irregular(14),
            Self::SecondTooSoon { .. } => Code::irregular(15),
            Self::ShortNotice { .. } => Code::irregular(16),
            Self::TooFewAskers { .. } => Code::irregular(17),
            Self::ChairOfTheAccountsNotElected { .. } => Code::irregular(18),
            Self::SettledAlready(_) => Code::irregular(19),
            Self::OfAReport(finding) => finding.code(),
            Self::OfASecret(finding) => finding.code(),
        }
    }

    /// Whether it forbids or warns.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }

    /// Where the rule is written, if it is a rule of law.
    #[must_use]
    pub fn article(&self) -> Option<Article> {
        match self {
            Self::TooManyProxies { article, .. }
            | Self::DisputedLaw(article)
            | Self::PresidentAway { article, .. }
            | Self::SecretaryAway { article, .. }
            | Self::NothingCast { article, .. }
            | Self::RemoteNotAllowed { article, .. }
            | Self::ProxyTooLong { article, .. }
            | Self::ChairOutOfOrder { article, .. }
            | Self::InterestedTakesPart { article, .. }
            | Self::PresidentAtTheAccounts { article, .. }
            | Self::SecondTooSoon { article, .. }
            | Self::ShortNotice { article, .. }
            | Self::TooFewAskers { article, .. }
            | Self::ChairOfTheAccountsNotElected { article, .. }
            | Self::TieUndecided(article) => *article,
            Self::QuorumMissing { quorum, .. } | Self::QuorumThere(quorum) => quorum.article,
            Self::OfAReport(finding) => finding.article(),
            Self::OfASecret(finding) => finding.article(),
            _ => None,
        }
    }
}

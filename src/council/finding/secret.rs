//! What is wrong with what was asked of a secret ballot or of an election.

use crate::council::code::Code;
use crate::council::election::Form;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Article;
use crate::council::secret::Ticket;

/// What is wrong with what was asked of a secret ballot or of an election.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SecretFinding {
    /// E056: the vote is not by secret ballot.
    NotSecret(ReportId),
    /// E057: the urn is not closed yet: nobody counts before.
    UrnStillOpen(ReportId),
    /// E058: the urn is closed: who stands and who tells is settled, nobody signs any more.
    UrnClosed(ReportId),
    /// E059: the totals are not there yet.
    NotCounted(ReportId),
    /// E060: the totals are final; they are taken back before others are recorded.
    CountedAlready(ReportId),
    /// E061: cast, blank and null ballots are not as many as were found in the urn.
    TotalsDoNotAddUp {
        /// Cast, blank and null.
        counted: u32,
        /// Found in the urn.
        in_urn: u32,
    },
    /// E062: votes for somebody who cannot receive any: they are null.
    NotEligible {
        /// In which report.
        report: ReportId,
        /// What the ballots say.
        ticket: Ticket,
    },
    /// E063: nobody is elected yet, or a post is left to fill: another round follows.
    RoundToCome(ReportId),
    /// E064: the last round elected somebody, and no post is left.
    NoRoundToCome(ReportId),
    /// E065: the votes are equal, and the ages that decide are not known.
    TieToSettle {
        /// Between which.
        tied: Vec<Ticket>,
        /// Where it is written.
        article: Option<Article>,
    },
    /// E066: there is no tie there for ages to settle, or not between those.
    NoTie(ReportId),
    /// E067: a text wants a secret ballot there: no decision of the council does without.
    NotWaivable {
        /// Which report.
        report: ReportId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// E068: no list may be filed so.
    BadList(ReportId, BadList),
    /// E069: how many posts there are is not known.
    PostsUnknown(ReportId),
    /// E070: an election that was proclaimed stands: only the judge changes it.
    ElectionStands(ReportId),
    /// E071: a public ballot was asked for, and there it prevails.
    PublicPrevails(Option<Article>),
    /// E072: a secret ballot was asked for, and there it prevails.
    SecretPrevails(Option<Article>),
    /// E073: elections are not put to a vote that names the voters.
    OnlySecret(ReportId),
    /// E074: nobody stands, and ballots name lists.
    NoList(ReportId),
    /// E075: that office has one post, for which nobody stands but by name.
    OneByName(ReportId),
    /// E076: a post is filled: nothing but a result ends that election.
    PostFilled(ReportId),
    /// W028: too few asked for a secret ballot.
    TooFewForASecret {
        /// How many asked.
        askers: u32,
        /// How many are needed.
        needed: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W029: a secret ballot is refused though enough asked for it.
    SecretRefused {
        /// How many asked.
        askers: u32,
        /// How many are enough.
        needed: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W030: the text of that body gives secret ballots to appointments alone.
    SecretNotForeseen(Option<Article>),
    /// W031: more ballots in the urn than signatures.
    MoreBallots {
        /// Found in the urn.
        in_urn: u32,
        /// Who signed.
        signed: u32,
    },
    /// W032: fewer ballots in the urn than signatures.
    FewerBallots {
        /// Found in the urn.
        in_urn: u32,
        /// Who signed.
        signed: u32,
    },
    /// W033: a secret ballot with members who take part from afar.
    SecretFromAfar {
        /// How many take part from afar.
        remote: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W034: equal votes by secret ballot, in a body whose text does not say whether whoever presides decides.
    SecretTieNotSettled(Option<Article>),
    /// W035: the election of who presides is held before somebody else than the eldest.
    NotTheEldest {
        /// Who presides, if anybody does.
        chair: Option<MemberId>,
        /// Who is the eldest of those present, if the ages are known.
        eldest: Option<MemberId>,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W036: the secretary of that election is not the youngest.
    NotTheYoungest {
        /// Who is.
        youngest: MemberId,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W037: the council is not complete.
    CouncilIncomplete {
        /// Members in office.
        in_office: u32,
        /// How many there are by law.
        legal_size: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W038: the candidates of a list are not alternately of each sex.
    NotAlternate {
        /// Which list.
        list: String,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W039: more deputies than the law allows.
    TooManyDeputies {
        /// How many posts.
        posts: u32,
        /// How many there may be.
        limit: u32,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W040: a text says in another way how that office is elected.
    FormOfTheLaw {
        /// How, by that text.
        form: Form,
        /// Where it is written.
        article: Option<Article>,
    },
    /// W041: the text of that body knows no public ballot.
    PublicNotForeseen(Option<Article>),
}

/// Why a list cannot stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BadList {
    /// Lists have no place where candidates stand by name.
    ByName,
    /// It has no name, or no candidate.
    Empty,
    /// Two lists have that name.
    NameTwice(String),
    /// Somebody is on it twice, or on two lists.
    CandidateTwice(MemberId),
    /// It has more candidates than there are posts, where the list that wins has them all. Shorter ones may stand.
    TooLong {
        /// Which.
        list: String,
        /// How many stand on it.
        candidates: u32,
        /// How many posts there are.
        posts: u32,
    },
}

impl SecretFinding {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::NotSecret(_) => Code::impossible(56),
            Self::UrnStillOpen(_) => Code::impossible(57),
            Self::UrnClosed(_) => Code::impossible(58),
            Self::NotCounted(_) => Code::impossible(59),
            Self::CountedAlready(_) => Code::impossible(60),
            Self::TotalsDoNotAddUp { .. } => Code::impossible(61),
            Self::NotEligible { .. } => Code::impossible(62),
            Self::RoundToCome(_) => Code::impossible(63),
            Self::NoRoundToCome(_) => Code::impossible(64),
            Self::TieToSettle { .. } => Code::impossible(65),
            Self::NoTie(_) => Code::impossible(66),
            Self::NotWaivable { .. } => Code::impossible(67),
            Self::BadList(..) => Code::impossible(68),
            Self::PostsUnknown(_) => Code::impossible(69),
            Self::ElectionStands(_) => Code::impossible(70),
            Self::PublicPrevails(_) => Code::impossible(71),
            Self::SecretPrevails(_) => Code::impossible(72),
            Self::OnlySecret(_) => Code::impossible(73),
            Self::NoList(_) => Code::impossible(74),
            Self::OneByName(_) => Code::impossible(75),
            Self::PostFilled(_) => Code::impossible(76),
            Self::TooFewForASecret { .. } => Code::irregular(28),
            Self::SecretRefused { .. } => Code::irregular(29),
            Self::SecretNotForeseen(_) => Code::irregular(30),
            Self::MoreBallots { .. } => Code::irregular(31),
            Self::FewerBallots { .. } => Code::irregular(32),
            Self::SecretFromAfar { .. } => Code::irregular(33),
            Self::SecretTieNotSettled(_) => Code::irregular(34),
            Self::NotTheEldest { .. } => Code::irregular(35),
            Self::NotTheYoungest { .. } => Code::irregular(36),
            Self::CouncilIncomplete { .. } => Code::irregular(37),
            Self::NotAlternate { .. } => Code::irregular(38),
            Self::TooManyDeputies { .. } => Code::irregular(39),
            Self::FormOfTheLaw { .. } => Code::irregular(40),
            Self::PublicNotForeseen(_) => Code::irregular(41),
        }
    }

    /// Where the rule is written, if it is a rule of law.
    #[must_use]
    pub fn article(&self) -> Option<Article> {
        match self {
            Self::TieToSettle { article, .. }
            | Self::NotWaivable { article, .. }
            | Self::PublicPrevails(article)
            | Self::SecretPrevails(article)
            | Self::TooFewForASecret { article, .. }
            | Self::SecretRefused { article, .. }
            | Self::SecretNotForeseen(article)
            | Self::PublicNotForeseen(article)
            | Self::SecretFromAfar { article, .. }
            | Self::SecretTieNotSettled(article)
            | Self::NotTheEldest { article, .. }
            | Self::NotTheYoungest { article, .. }
            | Self::CouncilIncomplete { article, .. }
            | Self::NotAlternate { article, .. }
            | Self::TooManyDeputies { article, .. }
            | Self::FormOfTheLaw { article, .. } => *article,
            _ => None,
        }
    }
}

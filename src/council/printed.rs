//! The figures of an old act as they were printed, held against those of the sitting.
//!
//! | code | what is wrong with the act |
//! |---|---|
//! | W101 | the members in office |
//! | W102 | the quorum |
//! | W103 | the number of members present |
//! | W104 | the number of members represented |
//! | W105 | the voters |
//! | W106 | the votes cast |
//! | W107 | the majority |
//! | W108 to W110 | voices for, against, abstentions |
//! | W111 | adopted or rejected |
//! | W112 | the quorum is half of the members, not more than half |
//! | W113 | the majority is a third: a quorum under another name |
//! | W114 | the majority is that of another figure than the votes cast |
//! | W115 | a member is listed twice: present and represented, or twice in one list |
//! | W116 | a member who arrived later is listed as present |
//! | W117 | a total drifts from one vote to the next though nobody came or went |
//! | W118 | « unanimity of those present » though a voter was represented |
//! | W119 | unanimity though voices are for and against |
//! | W120, W121 | listed as present or represented, and is not |
//! | W122, W123 | present or represented, and is not listed |
//!
//! A code that says why (W112 to W123) takes the place of the bare figure that differs.

mod proof;

pub use self::proof::Proof;

use super::finding::Code;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::law::{Article, Rules, Subject};

/// What an act printed, as far as it did. Numbers are of members or of voices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Members present.
    pub present: Option<Listed>,
    /// Members represented.
    pub represented: Option<Listed>,
    /// Members in office.
    pub in_office: Option<u32>,
    /// The quorum.
    pub quorum: Option<u32>,
    /// Voters.
    pub voters: Option<u32>,
    /// Votes cast.
    pub cast: Option<u32>,
    /// The absolute majority.
    pub majority: Option<u32>,
    /// Voices for.
    pub for_: Option<u32>,
    /// Voices against.
    pub against: Option<u32>,
    /// Abstentions.
    pub abstentions: Option<u32>,
    /// What was decided.
    pub verdict: Option<Verdict>,
    /// In which words: « à l'unanimité des présents ».
    pub formula: Option<String>,
}

/// Members as an act gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// How many.
    Number(u32),
    /// Who.
    Names(Vec<MemberId>),
}

/// What an act says was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// *Adopté*.
    Adopted,
    /// *Rejeté*.
    Rejected,
}

/// A figure that an act prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Printable {
    /// Members in office.
    InOffice,
    /// The quorum.
    Quorum,
    /// Members present.
    Present,
    /// Members represented.
    Represented,
    /// Voters.
    Voters,
    /// Votes cast.
    Cast,
    /// The absolute majority.
    Majority,
    /// Voices for.
    For,
    /// Voices against.
    Against,
    /// Abstentions.
    Abstentions,
}

/// One thing that is wrong in an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misprint {
    /// W101 to W110: the figure differs.
    Figure {
        /// Which.
        figure: Printable,
        /// As printed.
        printed: u32,
        /// As it is; `None` where there is none, as the majority of nothing.
        truth: Option<u32>,
    },
    /// W111: decided otherwise.
    Verdict {
        /// As printed.
        printed: Verdict,
        /// Voices for.
        for_: u32,
        /// Voices against.
        against: u32,
        /// The majority.
        majority: Option<u32>,
    },
    /// W112: half of the members in office where more than half is needed.
    QuorumIsHalf {
        /// As printed.
        printed: u32,
        /// Members in office.
        in_office: u32,
        /// The quorum.
        truth: u32,
    },
    /// W113: a third of some figure.
    MajorityIsAThird {
        /// As printed.
        printed: u32,
        /// Of which figure.
        of: Printable,
        /// How many that is.
        count: u32,
        /// Votes cast.
        cast: u32,
        /// The majority.
        truth: u32,
    },
    /// W114: more than half of another figure than the votes cast.
    MajorityOfAnother {
        /// As printed.
        printed: u32,
        /// Of which figure.
        of: Printable,
        /// How many that is.
        count: u32,
        /// Votes cast.
        cast: u32,
        /// The majority.
        truth: u32,
        /// Voices for, if they were enough for the majority and not for the one that was printed.
        turned_down: Option<u32>,
    },
    /// W115: in both lists, or twice in one.
    ListedTwice {
        /// Who.
        member: MemberId,
        /// Present and represented; otherwise twice in one list.
        in_both: bool,
    },
    /// W116: arrived later.
    ArrivedLater {
        /// Who.
        member: MemberId,
        /// At what hour, if known.
        at: Option<Hour>,
    },
    /// W117: another total than at the vote before, and nobody came or went.
    Drift {
        /// Voters, or members present.
        figure: Printable,
        /// The vote before.
        before: ReportId,
        /// Its total as printed.
        was: u32,
        /// The total as printed.
        printed: u32,
        /// The total of both.
        truth: u32,
    },
    /// W118: not all who voted were present.
    UnanimityOfThePresent {
        /// Whose voice was carried.
        represented: Vec<MemberId>,
    },
    /// W119: not all voices cast say the same.
    NotUnanimous {
        /// Voices for.
        for_: u32,
        /// Voices against.
        against: u32,
    },
    /// W120: listed as present.
    NotPresent {
        /// Who.
        member: MemberId,
        /// By whom represented, if so.
        holder: Option<MemberId>,
    },
    /// W121: listed as represented.
    NotRepresented(MemberId),
    /// W122: present, and not listed.
    PresentUnlisted(MemberId),
    /// W123: represented, and not listed.
    RepresentedUnlisted(MemberId),
}

impl Misprint {
    /// The code, stable for ever.
    #[must_use]
    pub fn code(&self) -> Code {
        Code::irregular(match self {
            Self::Figure { figure, .. } => match figure {
                Printable::InOffice => 101,
                Printable::Quorum => 102,
                Printable::Present => 103,
                Printable::Represented => 104,
                Printable::Voters => 105,
                Printable::Cast => 106,
                Printable::Majority => 107,
                Printable::For => 108,
                Printable::Against => 109,
                Printable::Abstentions => 110,
            },
            Self::Verdict { .. } => 111,
            Self::QuorumIsHalf { .. } => 112,
            Self::MajorityIsAThird { .. } => 113,
            Self::MajorityOfAnother { .. } => 114,
            Self::ListedTwice { .. } => 115,
            Self::ArrivedLater { .. } => 116,
            Self::Drift { .. } => 117,
            Self::UnanimityOfThePresent { .. } => 118,
            Self::NotUnanimous { .. } => 119,
            Self::NotPresent { .. } => 120,
            Self::NotRepresented(_) => 121,
            Self::PresentUnlisted(_) => 122,
            Self::RepresentedUnlisted(_) => 123,
        })
    }

    /// Where the rule is written that the act gets wrong, if the rules of the body have it.
    #[must_use]
    pub fn article(&self, rules: &Rules) -> Option<Article> {
        let subject = match self {
            Self::Figure { figure, .. } => match figure {
                Printable::InOffice | Printable::Quorum | Printable::Present => Subject::Quorum,
                Printable::Represented | Printable::Voters => Subject::Proxy,
                _ => Subject::Majority,
            },
            Self::QuorumIsHalf { .. }
            | Self::ArrivedLater { .. }
            | Self::NotPresent { .. }
            | Self::PresentUnlisted(_) => Subject::Quorum,
            Self::ListedTwice { .. } | Self::Drift { .. } | Self::NotRepresented(_) | Self::RepresentedUnlisted(_) => {
                Subject::Proxy
            }
            Self::Verdict { .. }
            | Self::MajorityIsAThird { .. }
            | Self::MajorityOfAnother { .. }
            | Self::UnanimityOfThePresent { .. }
            | Self::NotUnanimous { .. } => Subject::Majority,
        };
        rules.article(subject)
    }
}

//! What does not hold together in what the file says of the room: who sits in whose seat, by which rules, with how many
//! voices, and who stays out of which report.

#[cfg(test)]
mod tests;

/// One thing that does not hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomProblem {
    /// E206: somebody is to sit in place of nobody else.
    OwnSeat {
        /// Who.
        name: String,
        /// In which way.
        way: SeatWay,
    },
    /// E207: the seat of somebody who has none.
    SeatOfNobody {
        /// Who is to sit.
        name: String,
        /// In which way.
        way: SeatWay,
        /// Whose seat it should be.
        other: String,
    },
    /// E208: the attendance of somebody who does not sit yet.
    StateWithoutSeat(String),
    /// E209: both a substitute and a successor.
    TwoWays(String),
    /// E214: how long a power has lasted, and there is no power.
    RunWithoutPower(String),
    /// E215: a member is born after the sitting.
    BornAfter(String),
    /// E216: a member would be older than anybody ever was.
    BornTooEarly {
        /// Who.
        name: String,
        /// How old on the day of the sitting.
        age: i16,
    },
    /// E217: there are more members in office than the body has seats by law.
    MoreMembersThanSeats {
        /// How many seats.
        size: u32,
        /// How many members.
        members: u32,
    },
    /// E227: the first meeting is not before this one.
    FirstMeetingNotBefore,
    /// E228: a report was added to the first agenda, and there is only one.
    AddedWithoutSecond(String),
    /// E229: a member stays out of a report twice.
    RecusedTwice {
        /// Who.
        name: String,
        /// The number of the report.
        report: String,
    },
    /// E230: a rule is set aside without a reason.
    SettingWithoutReason(&'static str),
    /// E231: a rule is set aside by nothing.
    SettingWithoutValue(&'static str),
    /// E232: a body whose rules are its statutes does not say them.
    StatutesMissing(Vec<&'static str>),
    /// E233: the secretary is given in two fields.
    TwoFieldsOfSecretaries,
    /// E234: a member is secretary twice.
    SecretaryTwice(String),
    /// E235: a member has another number of voices than one.
    WeightedVoices {
        /// Who.
        name: String,
        /// How many voices.
        voices: u32,
    },
    /// E236: a *déport* without its ground.
    RecusalWithoutGround(Option<String>),
}

/// How somebody comes to sit in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatWay {
    /// `suppleant_de`.
    Substitute,
    /// `remplace`.
    Successor,
}

impl RoomProblem {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::OwnSeat { .. } => 206,
            Self::SeatOfNobody { .. } => 207,
            Self::StateWithoutSeat(_) => 208,
            Self::TwoWays(_) => 209,
            Self::RunWithoutPower(_) => 214,
            Self::BornAfter(_) => 215,
            Self::BornTooEarly { .. } => 216,
            Self::MoreMembersThanSeats { .. } => 217,
            Self::FirstMeetingNotBefore => 227,
            Self::AddedWithoutSecond(_) => 228,
            Self::RecusedTwice { .. } => 229,
            Self::SettingWithoutReason(_) => 230,
            Self::SettingWithoutValue(_) => 231,
            Self::StatutesMissing(_) => 232,
            Self::TwoFieldsOfSecretaries => 233,
            Self::SecretaryTwice(_) => 234,
            Self::WeightedVoices { .. } => 235,
            Self::RecusalWithoutGround(_) => 236,
        }
    }

    /// Whether something is missing: it is not, if what was there could not be read.
    #[must_use]
    pub fn is_an_absence(&self) -> bool {
        matches!(
            self,
            Self::RunWithoutPower(_)
                | Self::SettingWithoutReason(_)
                | Self::SettingWithoutValue(_)
                | Self::StatutesMissing(_)
                | Self::RecusalWithoutGround(_)
        )
    }
}

//! What a rule of the table, or a setting of a body, may say.

/// What a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// More than half: `floor(E/2) + 1`.
    MoreThanHalf,
    /// A third, rounded up: `ceil(E/3)`.
    OneThird,
    /// Two thirds, rounded up: `ceil(2E/3)`.
    TwoThirds,
    /// More than half, members represented by a power included.
    MoreThanHalfWithRepresented,
    /// The law of that day is disputed: no figure is given.
    Disputed,
    /// At most that many.
    AtMost(u32),
    /// At least that many.
    AtLeast(u32),
    /// At least so many clear days (*jours francs*); so many if the commune has 3 500 inhabitants or more.
    ClearDays(u32, u32),
    /// One in that many, rounded up.
    OneIn(u32),
    /// At most so many in a hundred, rounded down.
    Percent(u32),
    /// From that many inhabitants on.
    FromPopulation(u32),
    /// More than half of the members in office, and not of the votes cast.
    OfMembers,
    /// Lists, in proportion, *au plus fort reste*.
    HighestRemainder,
    /// Lists, in proportion, *à la plus forte moyenne*.
    HighestAverage,
    /// Exactly that many, as a body settles it for itself.
    Number(u32),
    /// What the subject says is not so.
    No,
    /// The rule holds as its subject says it.
    Holds,
    /// Whoever presides and every member present.
    AllPresent,
    /// Whoever presides and the secretary.
    ChairAndSecretary,
}

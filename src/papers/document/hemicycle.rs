//! A public ballot, seat by seat: what a picture of it shows. Data, not a drawing; how it looks is each writer's.

use crate::council::ballot::Choice;

use super::Line;

/// Seats on the arcs of a half disc, and what was said in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hemicycle {
    /// All that it shows, in words, for who does not see it.
    pub says: String,
    /// What stands under it, and in its place where nothing can be drawn; nothing in a council without groups.
    pub caption: Option<Line>,
    /// From the left end to the right end.
    pub seats: Vec<Said>,
    /// The groups, in the order of their seats.
    pub groups: Vec<Wedge>,
    /// What each sign means, with its figure.
    pub legend: Vec<(Sign, Line)>,
}

/// What was said in a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The choice; none where nobody had a voice.
    pub choice: Option<Choice>,
    /// Whether the holder of a power said it.
    pub is_carried: bool,
}

/// A sign of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A seat.
    Seat(Option<Choice>),
    /// The dot in a seat whose voice was carried.
    Dot,
}

/// The seats of a group, which stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wedge {
    /// Its name; blank for those of no group.
    pub name: Line,
    /// How many seats it has.
    pub seats: usize,
}

//! Where seats stand in the cells of a screen, a seat a cell: arcs where there is room for air between them, rows that bend
//! where there is less, a block where there is hardly any.
//!
//! A cell is about twice as high as it is wide. What is laid out depends only on how many seats there are and on the size.

mod arcs;
mod rows;

/// One cell, counted from the upper left corner of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// From the left.
    pub column: u16,
    /// From the top.
    pub row: u16,
}

/// Seats in cells, from the left end of the hemicycle to the right end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The columns that it takes.
    pub columns: u16,
    /// The rows that it takes.
    pub rows: u16,
    /// The seats, in the order of [`super::Seating::seats`]: neighbours in this order are neighbours in the room.
    pub seats: Vec<Cell>,
}

/// One seat before it is a cell: columns from the middle, to the left below 0; rows from the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    side: i32,
    height: u16,
}

impl Cells {
    /// So many seats in at most so many columns and rows; none where they do not fit.
    #[must_use]
    pub fn of(seats: usize, columns: u16, rows: u16) -> Option<Self> {
        if seats == 0 || columns == 0 || rows == 0 {
            return None;
        }
        let tried = arcs::airy(seats, columns, rows);
        let tried =
            [4, 2, 1].into_iter().fold(tried, |tried, step| tried.or_else(|| rows::bent(seats, columns, rows, step)));
        tried.or_else(|| rows::block(seats, columns, rows)).map(|places| Self::cropped(&places))
    }

    fn cropped(places: &[Place]) -> Self {
        let side = places.iter().map(|place| place.side.unsigned_abs()).max().unwrap_or(0);
        let side = u16::try_from(side).unwrap_or(u16::MAX);
        let height = places.iter().map(|place| place.height).max().unwrap_or(0);
        let cell = |place: &Place| Cell {
            column: u16::try_from(place.side + i32::from(side)).unwrap_or(0),
            row: height - place.height,
        };
        Self { columns: 2 * side + 1, rows: height + 1, seats: places.iter().map(cell).collect() }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a council has fewer seats than a double has digits")]
fn number(count: usize) -> f64 {
    count as f64
}

/// The whole number nearest to a length.
#[allow(clippy::cast_possible_truncation, reason = "lengths on a screen, rounded")]
fn nearest(length: f64) -> i32 {
    length.round().clamp(-100_000.0, 100_000.0) as i32
}

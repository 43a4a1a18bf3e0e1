//! The hemicycle: one seat a member, from the left end of the room to the right end, wedge after wedge of the groups.
//!
//! What a seat looks like is told apart by its sign alone, its colour aside: see [`sign`].

pub mod groups;
pub mod looks;
pub mod sign;

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::seating::cells::Cells;
use crate::tui::theme::Theme;

pub use sign::SeatSign;

/// What one seat looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatLook {
    /// Its sign.
    pub sign: SeatSign,
    /// Its colour.
    pub style: Style,
    /// Whether it is the one that is looked for, walked to, or pointed at.
    pub is_picked: bool,
}

/// A hemicycle laid out in an area: its cells, and where its upper left corner stands.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The cells, shared by all frames of that size.
    pub cells: Rc<Cells>,
    /// What it takes of the area: centred, at its top.
    pub area: Rect,
}

/// How many plans are kept: those of the screens that one window shows in turn.
const KEPT: usize = 8;

type Plan = ((usize, u16, u16), Option<Rc<Cells>>);

thread_local! {
    /// A plan depends only on how many seats there are and on the size: it is made once, not at each frame.
    static PLANS: RefCell<Vec<Plan>> = const { RefCell::new(Vec::new()) };
}

/// So many seats laid out in that area; none where they do not fit.
#[must_use]
pub fn lay(seats: usize, area: Rect) -> Option<Laid> {
    let asked = (seats, area.width, area.height);
    let cells = PLANS.with_borrow_mut(|plans| {
        if let Some((_, cells)) = plans.iter().find(|(of, _)| *of == asked) {
            return cells.clone();
        }
        let cells = Cells::of(seats, area.width, area.height).map(Rc::new);
        if plans.len() >= KEPT {
            plans.remove(0);
        }
        plans.push((asked, cells.clone()));
        cells
    })?;
    let area = Rect {
        x: area.x + area.width.saturating_sub(cells.columns) / 2,
        width: cells.columns.min(area.width),
        height: cells.rows.min(area.height),
        ..area
    };
    Some(Laid { cells, area })
}

/// Draws so many seats, from the left end to the right end; gives what they take of the area, none where they do not fit.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    seats: impl ExactSizeIterator<Item = SeatLook>,
    theme: Theme,
) -> Option<Rect> {
    let laid = lay(seats.len(), area)?;
    for (look, cell) in seats.zip(&laid.cells.seats) {
        let (x, y) = (laid.area.x + cell.column, laid.area.y + cell.row);
        let cell = &mut buf[(x, y)];
        cell.set_symbol(look.sign.symbol()).set_style(look.style);
        if look.is_picked {
            cell.set_style(theme.picked());
        }
    }
    Some(laid.area)
}

/// The place of the seat that stands in that cell of the screen.
#[must_use]
pub fn at(seats: usize, area: Rect, column: u16, row: u16) -> Option<usize> {
    let laid = lay(seats, area)?;
    let (column, row) = (column.checked_sub(laid.area.x)?, row.checked_sub(laid.area.y)?);
    laid.cells.seats.iter().position(|cell| cell.column == column && cell.row == row)
}

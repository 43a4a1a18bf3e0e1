//! Fewer bytes for the same cells. What a vote key changes on the screen must reach the terminal in a kilobyte: over a
//! serial line or a slow projector link too, the room sees the figure at once.
//!
//! Colours go as one short sequence a change, moves within a row by the column alone, many blanks as one erasure, a few
//! letters again rather than a move over them. What the terminal knows already is not told, nor what nobody sees: the ink
//! of a blank. Everything else is ratatui's own backend.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Modifier;

use super::text::width;
use super::theme::ink_number;

/// The modifiers that the screens use, with the number that sets each and the one that ends it.
const MODIFIERS: [(Modifier, u8, u8); 5] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
];

/// The number of the terminal's own ink, and of its own paper.
const OWN: (u8, u8) = (39, 49);

/// How a cell looks, in the numbers that a terminal is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    ink: u8,
    paper: u8,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self { ink: OWN.0, paper: OWN.1, modifier: Modifier::empty() };

    fn of(cell: &Cell) -> Self {
        Self { ink: ink_number(cell.fg), paper: ink_number(cell.bg) + 10, modifier: cell.modifier }
    }

    /// Whether a blank looks the same in both: its ink is not seen, unless it is drawn as a line or as the paper.
    fn is_one_blank(self, other: Self) -> bool {
        let is_inked = |look: Self| look.modifier.intersects(Modifier::UNDERLINED | Modifier::REVERSED);
        self.paper == other.paper && !is_inked(self) && !is_inked(other)
    }
}

/// From how many blanks on an erasure is shorter: at the end of what changed in a row, and before more of it, where the
/// column must be told again.
const ERASED: (u16, u16) = (6, 12);
/// Over how many letters at most a move along the row is longer than the letters.
const BRIDGE: u16 = 4;

/// Whether a cell holds a letter of ours, of whose width no terminal is in doubt.
fn is_letter(cell: &Cell) -> bool {
    cell.symbol().len() <= 2 && width(cell.symbol()) == 1
}

/// A terminal that is written sparingly.
#[derive(Debug)]
pub struct Economical<W: Write> {
    inner: CrosstermBackend<W>,
    is_cursor_hidden: bool,
    /// What stands in each row, as far as it was written; behind that, blanks.
    shown: Vec<Vec<Cell>>,
}

impl<W: Write> Economical<W> {
    /// Writes there.
    pub fn new(writer: W) -> Self {
        Self { inner: CrosstermBackend::new(writer), is_cursor_hidden: false, shown: Vec::new() }
    }

    /// Writes so many blanks, or erases as many from where the terminal writes next if there are enough; says if it did so.
    fn blank(&mut self, blanks: u16, enough: u16) -> io::Result<bool> {
        if blanks >= enough {
            return write!(self.inner, "\x1b[{blanks}X").map(|()| true);
        }
        (0..blanks).try_for_each(|_| self.inner.write_all(b" ")).map(|()| false)
    }

    /// Writes again the letters that stand between two columns of a row, if that is shorter than a move over them; says if
    /// it did so. Words that are moved along a row share a letter here and there with those that stood there.
    fn bridge(&mut self, from: u16, to: u16, row: u16, look: Look) -> io::Result<bool> {
        if from >= to || to - from > BRIDGE {
            return Ok(false);
        }
        let blank = Cell::EMPTY;
        let shown = self.shown.get(usize::from(row));
        let between: Vec<&Cell> = (usize::from(from)..usize::from(to))
            .map(|column| shown.and_then(|cells| cells.get(column)).unwrap_or(&blank))
            .collect();
        let stays = |cell: &&Cell| {
            let own = Look::of(cell);
            is_letter(cell) && (own == look || (cell.symbol() == " " && own.is_one_blank(look)))
        };
        if !between.iter().all(stays) {
            return Ok(false);
        }
        between.iter().try_for_each(|cell| self.inner.write_all(cell.symbol().as_bytes()))?;
        Ok(true)
    }

    /// Notes what stands in a cell from now on.
    fn note(&mut self, x: u16, y: u16, cell: &Cell) {
        let (x, y) = (usize::from(x), usize::from(y));
        if self.shown.len() <= y {
            self.shown.resize_with(y + 1, Vec::new);
        }
        // A wide sign takes the cell behind it too.
        let columns = usize::from(width(cell.symbol())).max(1);
        if let Some(row) = self.shown.get_mut(y) {
            if row.len() < x + columns {
                row.resize(x + columns, Cell::EMPTY);
            }
            row.iter_mut().skip(x).take(columns).for_each(|place| place.clone_from(cell));
        }
    }

    /// Turns from one look to another.
    fn turn(&mut self, from: Look, to: Look) -> io::Result<()> {
        let numbers = turn(from, to);
        if numbers == [0] {
            return self.inner.write_all(b"\x1b[m");
        }
        for (place, number) in numbers.iter().enumerate() {
            write!(self.inner, "{}{number}", if place == 0 { "\x1b[" } else { ";" })?;
        }
        self.inner.write_all(b"m")
    }
}

impl<W: Write> Backend for Economical<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut look = Look::PLAIN;
        // Where the terminal will write next; nowhere known at first.
        let mut next: Option<(u16, u16)> = None;
        // Plain blanks that stand before that place and were not written yet.
        let mut blanks = 0;
        let mut is_behind_a_letter = false;
        for (x, y, cell) in content {
            let wanted = Look::of(cell);
            let is_blank = cell.symbol() == " ";
            if blanks > 0 && next != Some((x, y)) {
                if self.blank(std::mem::take(&mut blanks), ERASED.0)? {
                    next = next.map(|(_, row)| (u16::MAX, row));
                }
            } else if blanks > 0 && !is_blank && self.blank(std::mem::take(&mut blanks), ERASED.1)? {
                next = Some((u16::MAX, y));
            }
            match next {
                Some(at) if at == (x, y) => {}
                Some((from, row)) if row == y && is_behind_a_letter && self.bridge(from, x, y, look)? => {}
                // By the column, not by a distance: a sign that this terminal draws wider than it should then moves nothing.
                Some((_, row)) if row == y => write!(self.inner, "\x1b[{}G", x + 1)?,
                _ => write!(self.inner, "\x1b[{};{}H", y + 1, x + 1)?,
            }
            self.note(x, y, cell);
            is_behind_a_letter = is_letter(cell);
            if is_blank && wanted.is_one_blank(Look::PLAIN) && look.is_one_blank(Look::PLAIN) {
                blanks += 1;
                next = Some((x + 1, y));
                continue;
            }
            self.blank(std::mem::take(&mut blanks), u16::MAX)?;
            if wanted != look && !(is_blank && wanted.is_one_blank(look)) {
                self.turn(look, wanted)?;
                look = wanted;
            }
            self.inner.write_all(cell.symbol().as_bytes())?;
            // Where a wide sign ends terminals do not agree.
            next = (width(cell.symbol()) == 1).then_some((x + 1, y)).or(Some((u16::MAX, y)));
        }
        self.blank(blanks, ERASED.0)?;
        if look == Look::PLAIN { Ok(()) } else { self.inner.write_all(b"\x1b[m") }
    }

    /// Told once: the terminal is taken with its cursor hidden, and nothing shows it again.
    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.is_cursor_hidden {
            return Ok(());
        }
        self.is_cursor_hidden = true;
        self.inner.hide_cursor()
    }

    /// Fails never: the library tries it once more on leaving, and complains on standard error, which on a terminal that was
    /// closed ends the program as if it had failed. A terminal that is gone is found by the next drawing.
    fn show_cursor(&mut self) -> io::Result<()> {
        self.is_cursor_hidden = false;
        let _ = self.inner.show_cursor();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.shown.clear();
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        // What is cleared is drawn anew from the first cell on, whatever the region: ratatui then knows of nothing else.
        self.shown.clear();
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

/// The numbers that lead from one look to another: what changes, or everything anew where that is fewer.
fn turn(from: Look, to: Look) -> Vec<u8> {
    let on = |modifier: Modifier, number: u8, of: Modifier| of.contains(modifier).then_some(number);
    let mut changes: Vec<u8> = Vec::with_capacity(6);
    let mut kept = from.modifier;
    for (modifier, _, end) in MODIFIERS {
        if from.modifier.contains(modifier) && !to.modifier.contains(modifier) {
            changes.push(end);
            // Bold and dim end together.
            kept -= if end == 22 { Modifier::BOLD | Modifier::DIM } else { modifier };
        }
    }
    changes.extend(MODIFIERS.iter().filter_map(|(modifier, set, _)| on(*modifier, *set, to.modifier - kept)));
    changes.extend((to.ink != from.ink).then_some(to.ink));
    changes.extend((to.paper != from.paper).then_some(to.paper));
    let mut anew = vec![0];
    anew.extend(MODIFIERS.iter().filter_map(|(modifier, set, _)| on(*modifier, *set, to.modifier)));
    anew.extend((to.ink != Look::PLAIN.ink).then_some(to.ink));
    anew.extend((to.paper != Look::PLAIN.paper).then_some(to.paper));
    if anew.len() < changes.len() || anew.len() == 1 { anew } else { changes }
}

#[cfg(test)]
mod tests;

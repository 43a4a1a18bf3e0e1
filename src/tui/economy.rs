//! Fewer bytes for the same cells. What a vote key changes on the screen must reach the terminal in a kilobyte: over a
//! serial line or a slow projector link too, the room sees the figure at once.
//!
//! Colours go as one short sequence a change, moves within a row by the column alone, many blanks as one erasure, a few
//! letters again rather than a move over them, and what the terminal knows already, or what nobody sees (the ink of a blank), is not told. Everything else is ratatui's own
//! backend.

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
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::council::ballot::Choice;
    use crate::tui::theme::{Palette, Theme};

    #[derive(Clone, Default)]
    struct Line(Arc<Mutex<Vec<u8>>>);

    impl Write for Line {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    const AREA: Rect = Rect { x: 0, y: 0, width: 12, height: 3 };

    fn styles() -> Vec<Style> {
        let of = |palette| {
            let theme = Theme::of(palette, false);
            [theme.plain(), theme.dim(), theme.accent(), theme.picked(), theme.alarm(), theme.italic(), theme.good()]
                .into_iter()
                .chain(Choice::ALL.map(|choice| theme.choice(choice)))
        };
        Palette::ALL.into_iter().flat_map(of).collect()
    }

    /// What is written for the cells that differ, and how it looks on a terminal that showed the cells before.
    fn written(frames: &[Buffer]) -> vt100::Parser {
        let mut terminal = vt100::Parser::new(AREA.height, AREA.width, 0);
        let line = Line::default();
        let mut economical = Economical::new(line.clone());
        let mut before = Buffer::empty(AREA);
        for frame in frames {
            economical.draw(before.diff(frame).into_iter()).unwrap();
            before = frame.clone();
        }
        terminal.process(&line.0.lock().unwrap());
        terminal
    }

    fn frame(cells: &[(usize, &'static str, usize)]) -> Buffer {
        let (mut buffer, styles) = (Buffer::empty(AREA), styles());
        for (place, symbol, style) in cells {
            let place = place % buffer.content.len();
            buffer.content[place].set_symbol(symbol).set_style(styles[style % styles.len()]);
        }
        buffer
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_terminal_shows_each_cell_as_it_is_whatever_was_there_before(
            frames in prop::collection::vec(
                prop::collection::vec((0_usize..36, prop::sample::select(vec!["a", "é", "●", " ", " ", " ", "█"]), 0_usize..40), 0..60),
                1..4,
            ),
        ) {
            let frames: Vec<Buffer> = frames.iter().map(|cells| frame(cells)).collect();
            let terminal = written(&frames);
            let last = frames.last().unwrap();
            for y in 0..AREA.height {
                for x in 0..AREA.width {
                    let (cell, shown) = (&last[(x, y)], terminal.screen().cell(y, x).unwrap());
                    let symbol = if shown.contents().is_empty() { " " } else { shown.contents() };
                    prop_assert_eq!(cell.symbol(), symbol);
                    let colour = |number: u8| match number {
                        39 | 49 => vt100::Color::Default,
                        30..=37 | 40..=47 => vt100::Color::Idx(number % 10),
                        _ => vt100::Color::Idx(number % 10 + 8),
                    };
                    let look = Look::of(cell);
                    let is_blank = symbol == " " && look.is_one_blank(Look { paper: look.paper, ..Look::PLAIN });
                    if is_blank {
                        let drawn = (shown.bgcolor(), shown.underline() || shown.inverse());
                        prop_assert_eq!(drawn, (colour(look.paper), false));
                        continue;
                    }
                    prop_assert_eq!((colour(look.ink), colour(look.paper)), (shown.fgcolor(), shown.bgcolor()));
                    let has = |modifier| cell.modifier.contains(modifier);
                    let wanted = [Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED].map(has);
                    let drawn = [shown.italic(), shown.underline(), shown.inverse()];
                    let strength = (has(Modifier::BOLD), has(Modifier::DIM));
                    // The emulator knows one strength of ink: of bold and dim the last that was told.
                    prop_assert!(strength == (true, true) || strength == (shown.bold(), shown.dim()));
                    prop_assert_eq!(wanted, drawn);
                }
            }
        }
    }

    #[test]
    fn many_blanks_are_one_erasure_and_their_ink_is_not_told() {
        let good = Theme::new(true).good();
        let mut before = Buffer::empty(AREA);
        (0..12).for_each(|x| _ = before[(x, 1)].set_symbol("x").set_style(good));
        let mut after = Buffer::empty(AREA);
        (0..12).for_each(|x| _ = after[(x, 1)].set_style(good));
        after[(1, 1)].set_symbol("y");
        let line = Line::default();
        Economical::new(line.clone()).draw(before.diff(&after).into_iter()).unwrap();
        let bytes = line.0.lock().unwrap().clone();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\x1b[2;1H \x1b[32my\x1b[10X\x1b[m");
        after[(1, 1)].set_symbol(" ");
        let line = Line::default();
        Economical::new(line.clone()).draw(before.diff(&after).into_iter()).unwrap();
        let bytes = line.0.lock().unwrap().clone();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\x1b[2;1H\x1b[12X");
    }

    #[test]
    fn a_letter_that_stays_between_two_that_change_is_written_again_rather_than_stepped_over() {
        let (mut before, mut after) = (Buffer::empty(AREA), Buffer::empty(AREA));
        before.set_string(0, 1, "MOREL", Style::new());
        after.set_string(0, 1, "BARET", Style::new());
        let line = Line::default();
        let mut economical = Economical::new(line.clone());
        economical.draw(Buffer::empty(AREA).diff(&before).into_iter()).unwrap();
        line.0.lock().unwrap().clear();
        economical.draw(before.diff(&after).into_iter()).unwrap();
        assert_eq!(String::from_utf8(line.0.lock().unwrap().clone()).unwrap(), "\x1b[2;1HBARET");
    }

    #[test]
    fn a_change_of_colour_and_a_move_in_the_row_take_few_bytes() {
        let good = Theme::new(true).good();
        let mut after = Buffer::empty(AREA);
        after[(1, 1)].set_symbol("2").set_style(good);
        after[(9, 1)].set_symbol("4").set_style(good);
        let line = Line::default();
        Economical::new(line.clone()).draw(Buffer::empty(AREA).diff(&after).into_iter()).unwrap();
        let bytes = line.0.lock().unwrap().clone();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\x1b[2;2H\x1b[32m2\x1b[10G4\x1b[m");
    }
}

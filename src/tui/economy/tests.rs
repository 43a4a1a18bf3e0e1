//! The sparing terminal shows what any other would.

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

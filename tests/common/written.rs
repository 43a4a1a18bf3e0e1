//! What a key makes the program write to the terminal.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use hemicycle::tui::economy::Economical;
use hemicycle::tui::{self, theme::Theme};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::evening::Evening;

#[derive(Clone, Default)]
struct Sink(Rc<RefCell<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that counts the bytes.
pub struct Written {
    sink: Sink,
    terminal: Terminal<Economical<Sink>>,
}

impl Written {
    /// In which the evening stands drawn already.
    pub fn showing(evening: &Evening) -> Self {
        let size = evening.app.size();
        let sink = Sink::default();
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, size.columns, size.rows)) };
        let terminal = Terminal::with_options(Economical::new(sink.clone()), options).expect("a terminal");
        let mut written = Self { sink, terminal };
        written.show(evening);
        written
    }

    fn show(&mut self, evening: &Evening) -> usize {
        self.sink.0.borrow_mut().clear();
        self.terminal.draw(|frame| tui::draw(frame, &evening.app, Theme::new(true))).expect("drawn");
        self.sink.0.borrow().len()
    }

    /// The bytes that a key writes.
    pub fn key(&mut self, evening: &mut Evening, key: &str) -> usize {
        evening.keys(key);
        self.show(evening)
    }
}

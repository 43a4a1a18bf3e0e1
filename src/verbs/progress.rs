//! How far a long writing is: nothing for half a second; then one line rewritten on a terminal, plain lines elsewhere.

use std::io::Write;
use std::time::Duration;

use crate::french::writing as words;

/// How long nothing is said.
const SILENCE: Duration = Duration::from_millis(500);
/// How long a line of a terminal stands before it is rewritten.
const REWRITTEN: Duration = Duration::from_millis(100);
/// How long after a plain line the next one comes.
const NEXT_LINE: Duration = Duration::from_secs(2);

/// Says how far it is. The time is told to it, so that a test has a time of its own.
pub struct Progress<'a> {
    out: &'a mut dyn Write,
    is_terminal: bool,
    last: Option<Duration>,
    cells: usize,
}

impl<'a> Progress<'a> {
    /// Nothing is said yet.
    pub fn new(out: &'a mut dyn Write, is_terminal: bool) -> Self {
        Self { out, is_terminal, last: None, cells: 0 }
    }

    /// So many of all are done, so long after the beginning.
    pub fn tell(&mut self, done: usize, all: usize, elapsed: Duration) {
        let pause = if self.is_terminal { REWRITTEN } else { NEXT_LINE };
        let is_due = self.last.map_or(elapsed >= SILENCE, |last| elapsed.saturating_sub(last) >= pause);
        if !is_due || done >= all {
            return;
        }
        self.last = Some(elapsed);
        let line = words::progress(done, all);
        // Nobody is listening any more: the papers are still wanted.
        let _ = if self.is_terminal {
            let wide = line.chars().count();
            let blank = " ".repeat(self.cells.saturating_sub(wide));
            self.cells = wide;
            write!(self.out, "\r{line}{blank}")
        } else {
            writeln!(self.out, "{line}")
        };
        let _ = self.out.flush();
    }

    /// Clears the line of a terminal: what is said next stands alone.
    pub fn end(self) {
        if self.is_terminal && self.cells > 0 {
            let _ = write!(self.out, "\r{}\r", " ".repeat(self.cells));
            let _ = self.out.flush();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(is_terminal: bool, at: &[u64]) -> String {
        let mut out = Vec::new();
        let mut progress = Progress::new(&mut out, is_terminal);
        for (done, at) in at.iter().enumerate() {
            progress.tell(done + 1, 12, Duration::from_millis(*at));
        }
        progress.end();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn nothing_is_said_of_what_takes_less_than_half_a_second() {
        assert_eq!(said(true, &[100, 300, 499]), "");
        assert_eq!(said(false, &[100, 300, 499]), "");
    }

    #[test]
    fn a_terminal_has_one_line_that_is_rewritten_and_cleared_at_the_end() {
        let said = said(true, &[100, 500, 550, 600]);
        assert_eq!(said, format!("\rPapiers : 2 sur 12…\rPapiers : 4 sur 12…\r{}\r", " ".repeat(19)));
    }

    #[test]
    fn elsewhere_lines_are_plain_and_few() {
        let said = said(false, &[100, 600, 900, 2500, 2600]);
        assert_eq!(said, "Papiers : 2 sur 12…\nPapiers : 5 sur 12…\n");
    }
}

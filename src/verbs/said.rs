//! What the program says on plain lines, on standard output and on standard error: the one place that writes words there.
//!
//! Whatever a sentence quotes (a path, an argument, what a file holds), nothing hidden in it reaches the terminal. Who
//! draws a screen writes cells, in `tui`; who makes a paper writes its bytes, in `output`.

use std::io::{self, Write, stderr, stdout};

use crate::council::plain::plain_lines;

/// Says it on standard output. Whoever closed it (a pager left early) wants no more of it.
pub fn say(text: &str) {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    let _ = tell(&mut stdout().lock(), text, end);
}

/// Says it on standard error.
pub fn complain(text: &str) {
    let _ = tell(&mut stderr().lock(), text.trim_end(), "\n");
}

/// Asks for an answer on the same line of standard output; says if it could be asked.
#[must_use]
pub fn ask(question: &str) -> bool {
    tell(&mut stdout().lock(), question, "").is_ok()
}

/// Says it to a writer, in one write, with that end.
///
/// # Errors
/// Nobody reads it any more.
pub fn tell(out: &mut dyn Write, text: &str, end: &str) -> io::Result<()> {
    let said = [&*plain_lines(text), end].concat();
    out.write_all(said.as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_51_nothing_that_a_terminal_obeys_is_said_whoever_quotes_it() {
        let everything: String = ('\u{0}'..=char::MAX).filter(|it| !matches!(it, '\n' | '\t')).collect();
        let mut out = Vec::new();
        tell(&mut out, &format!("a\n\t{everything}"), "\n").unwrap();
        let said = String::from_utf8(out).unwrap();
        assert!(said.starts_with("a\n\t‹U+0000›") && said.ends_with('\n'));
        let obeyed = said.chars().filter(|it| it.is_control()).collect::<String>();
        assert_eq!(obeyed, "\n\t\n");
    }
}

//! A line as the pieces of text that a word processor knows: no-break spaces inside what is kept whole.

use crate::french::typography::NO_BREAK;
use crate::papers::document::{Emphasis, Inline, Line};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text of one look.
    Text(String, Emphasis),
    /// A new line in the same paragraph.
    Break,
}

/// The pieces of a line, neighbours of one look in one.
///
/// Hyphens stay hyphens, in names too: a character that looks like one would not be found by who searches for the name.
pub fn pieces(line: &Line) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for inline in &line.0 {
        let Inline::Run(run) = inline else {
            pieces.push(Piece::Break);
            continue;
        };
        let text = match run.kept_whole {
            true => run.text().replace(' ', &NO_BREAK.to_string()),
            false => run.text().to_owned(),
        };
        match pieces.last_mut() {
            Some(Piece::Text(before, emphasis)) if *emphasis == run.emphasis => before.push_str(&text),
            _ if text.is_empty() => {}
            _ => pieces.push(Piece::Text(text, run.emphasis)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::Run;

    #[test]
    fn a_name_is_kept_whole_by_no_break_spaces_and_prose_is_not() {
        let line = Line::prose("dit ").then(Run::name("DI CARO Jean-Luc")).then(Run::prose(" ici").bold());
        let bold = Emphasis { bold: true, italic: false };
        assert_eq!(
            pieces(&line),
            [
                Piece::Text("dit DI\u{a0}CARO\u{a0}Jean-Luc".into(), Emphasis::default()),
                Piece::Text(" ici".into(), bold)
            ]
        );
    }
}

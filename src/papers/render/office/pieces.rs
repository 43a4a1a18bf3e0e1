//! A line as the pieces of text that a word processor knows: no-break spaces inside what is kept whole.

use crate::french::typography::NO_BREAK;
use crate::papers::document::{Block, Emphasis, Inline, Line};

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
        let text = if run.kept_whole { run.text().replace(' ', &NO_BREAK.to_string()) } else { run.text().to_owned() };
        match pieces.last_mut() {
            Some(Piece::Text(before, emphasis)) if *emphasis == run.emphasis => before.push_str(&text),
            _ if text.is_empty() => {}
            _ => pieces.push(Piece::Text(text, run.emphasis)),
        }
    }
    pieces
}

/// Whether a paragraph would be torn apart if it were aligned on both sides: the text itself ends a line of it, or what is
/// kept whole leaves few spaces to stretch.
pub fn stands_left(line: &Line) -> bool {
    line.0.contains(&Inline::Break) || line.is_mostly_kept_whole()
}

/// Lines as one, each on a line of its own: a box is one paragraph.
pub fn stacked(lines: &[Line]) -> Line {
    let mut stacked = Line::default();
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            stacked.0.push(Inline::Break);
        }
        stacked.0.extend(line.0.iter().cloned());
    }
    stacked
}

/// Whether a block announces the next, or any list, and stays on its page.
pub fn announces(block: &Block, next: Option<&Block>) -> bool {
    next.is_some() && block.announces() || matches!((block, next), (Block::Paragraph(..), Some(Block::List(..))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Run, Style};

    #[test]
    fn a_line_of_figures_stands_left_and_a_lead_in_stays_with_what_follows() {
        let figures = Line::from(Run::name("Votants : 25")).then(Run::prose(" – ")).then(Run::name("Pour : 25"));
        assert!(stands_left(&figures) && !stands_left(&Line::prose("Il est exposé ce qui suit.")));
        let text = |line| Block::Paragraph(Style::Text, line);
        let lead_in = text(Run::prose("Scrutin ordinaire").bold().into());
        assert!(announces(&lead_in, Some(&text(figures.clone()))));
        assert!(!announces(&lead_in, None) && !announces(&text(figures), Some(&lead_in)));
    }

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

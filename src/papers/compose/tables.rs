//! Pieces of tables that several papers share.

use crate::council::agenda::Report;
use crate::council::numbering::NumberKind;
use crate::council::sitting::Sitting;
use crate::french::examined::WITHOUT_NUMBER;
use crate::french::papers::PROVISIONAL;
use crate::papers::document::{Block, Column, Line, Run, Table};

/// A column of words.
pub fn words(head: &str, share: u16) -> Column {
    Column { head: Line::prose(head), share, figures: false }
}

/// A column of figures.
pub fn figures(head: &str, share: u16) -> Column {
    Column { figures: true, ..words(head, share) }
}

/// A table whose rows are as high as their text.
pub fn table(caption: &str, columns: Vec<Column>, rows: Vec<Vec<Line>>) -> Block {
    to_sign(caption, columns, rows, 1)
}

/// A table with room to sign.
pub fn to_sign(caption: &str, columns: Vec<Column>, rows: Vec<Vec<Line>>, least_lines: u8) -> Block {
    Block::Table(Table { caption: Line::prose(caption), columns, rows, least_lines })
}

/// The number of the act of a report, or that it has none.
pub fn act(sitting: &Sitting, report: &Report) -> Line {
    match sitting.act_number(report) {
        Some(act) if act.kind == NumberKind::Provisional => {
            Line::from(Run::literal(&act.text)).then(Run::prose(PROVISIONAL))
        }
        Some(act) => Run::literal(&act.text).into(),
        None => Line::prose(WITHOUT_NUMBER),
    }
}

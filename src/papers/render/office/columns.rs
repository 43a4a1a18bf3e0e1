//! How wide columns are, on paper: names are never broken, so a column has room for its longest.

use unicode_width::UnicodeWidthStr;

use crate::papers::columns::{widths, words};
use crate::papers::document::{Signatory, Table};

/// The width of a character beside the size of the text: names have many capitals.
const CHARACTER: f32 = 0.58;
/// What stands beside the text in a cell, in millimetres.
const ASIDE: f32 = 3.0;

/// The share of each column of a table that wide, in millimetres, of text of that size, in points. They make one.
#[allow(clippy::cast_precision_loss, reason = "a share of a width")]
pub fn shares(table: &Table, width: f32, size: f32) -> Vec<f32> {
    let character = in_millimetres(size);
    let columns = table.columns.len() as f32;
    let widths: Vec<f32> = widths(table, characters((width - ASIDE * columns) / character))
        .into_iter()
        .map(|width| width as f32 * character + ASIDE)
        .collect();
    let sum: f32 = widths.iter().sum();
    widths.into_iter().map(|width| width / sum.max(1.0)).collect()
}

/// How many sign side by side: all of up to three if their names have room, else two by two.
#[allow(clippy::cast_precision_loss, reason = "a width of a name")]
pub fn side_by_side(signatories: &[Signatory], width: f32, size: f32) -> usize {
    let names = signatories.iter().flat_map(|signatory| words(&signatory.name)).flatten();
    let longest = names.map(|name| name.width()).max().unwrap_or(0) as f32;
    match signatories.len() {
        few @ 0..=2 => few,
        3 if longest * in_millimetres(size) + ASIDE <= width / 3.0 => 3,
        _ => 2,
    }
}

fn in_millimetres(size: f32) -> f32 {
    size * CHARACTER * 25.4 / 72.0
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of characters on a sheet")]
fn characters(count: f32) -> usize {
    count.max(1.0) as usize
}

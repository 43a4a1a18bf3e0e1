//! A paper as it is heard: its title, then row by row with the arrows.

use crate::app::preview::Preview;
use crate::french::linear::{panels as words, place};
use crate::french::mentions::how_many;
use crate::french::papers::DRAFT;
use crate::linear::focus::Focus;

pub fn entry(preview: &Preview) -> Vec<String> {
    let draft = if preview.draft { DRAFT } else { "" };
    let mut lines = vec![words::paper(&preview.title, draft, preview.rows.len())];
    if preview.missing > 0 {
        lines.push(format!("{}.", how_many(preview.missing)));
    }
    lines
}

pub fn focus(preview: &Preview) -> Option<Focus> {
    let row = preview.rows.get(preview.scroll)?;
    let text: String = row.iter().map(|(_, text)| text.as_str()).collect();
    let place = place(preview.scroll, preview.rows.len());
    // Leaders and frames are drawings: a row that holds nothing else is empty.
    let is_read = text.chars().any(char::is_alphanumeric);
    let text = if is_read { text } else { words::EMPTY_LINE.to_owned() };
    Some(Focus::new(place, text))
}

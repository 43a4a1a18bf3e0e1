//! A screen as its golden file holds it.

use std::collections::BTreeMap;
use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::evening::glyphs;

/// The glyphs, then the looks of the cells, a letter each, with what the letters mean.
pub fn written(cells: &Buffer) -> String {
    let mut legend: BTreeMap<String, char> = BTreeMap::new();
    let mut looks = String::new();
    for y in 0..cells.area.height {
        let mut line = String::new();
        for x in 0..cells.area.width {
            let cell = &cells[(x, y)];
            let look = look(cell.style());
            let blank = cell.symbol() == " " && !cell.modifier.contains(Modifier::REVERSED);
            line.push(match look.as_str() {
                "" => ' ',
                _ if blank => ' ',
                _ => {
                    let next = char::from(b'a' + u8::try_from(legend.len()).unwrap());
                    *legend.entry(look).or_insert(next)
                }
            });
        }
        looks.push_str(line.trim_end());
        looks.push('\n');
    }
    let mut text = format!("{}\n{looks}\n", glyphs(cells));
    let mut named: Vec<(char, String)> = legend.into_iter().map(|(look, letter)| (letter, look)).collect();
    named.sort();
    for (letter, look) in named {
        writeln!(text, "{letter} = {look}").unwrap();
    }
    text
}

fn look(style: Style) -> String {
    let mut words = Vec::new();
    if let Some(colour) = style.fg.filter(|colour| *colour != Color::Reset) {
        words.push(format!("{colour}"));
    }
    if let Some(plate) = style.bg.filter(|colour| *colour != Color::Reset) {
        words.push(format!("on {plate}"));
    }
    if !style.add_modifier.is_empty() {
        words.push(format!("{:?}", style.add_modifier));
    }
    words.join(" ")
}

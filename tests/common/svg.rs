//! A picture of the screen from its cells: what a terminal would show, to the cell.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// Width and height of a cell, in pixels.
pub const CELL: (f32, f32) = (9.03, 19.0);
/// Air around the screen, in pixels.
pub const MARGIN: f32 = 14.0;
pub const PAPER: &str = "#1b1f27";
pub const INK: &str = "#dfe3ea";

/// The picture.
pub fn picture(cells: &Buffer, title: &str) -> String {
    let (columns, rows) = (f32::from(cells.area.width), f32::from(cells.area.height));
    let (width, height) = (columns * CELL.0 + 2.0 * MARGIN, rows * CELL.1 + 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\">\n<title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"{PAPER}\"/>\n\
         <g font-family=\"'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace\" font-size=\"15\">\n",
        escaped(title)
    );
    for y in 0..cells.area.height {
        row(&mut svg, cells, 0, cells.area.width, y);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// A part of a row, from a column to before another.
pub fn row(svg: &mut String, cells: &Buffer, from: u16, before: u16, y: u16) {
    let mut x = from;
    while x < before {
        let end = (x..before).find(|at| !alike(&cells[(*at, y)], &cells[(x, y)])).unwrap_or(before);
        run(svg, cells, x, end, y);
        x = end;
    }
}

fn alike(one: &Cell, other: &Cell) -> bool {
    one.style() == other.style()
}

fn run(svg: &mut String, cells: &Buffer, from: u16, end: u16, y: u16) {
    let cell = &cells[(from, y)];
    let (mut ink, mut paper) = (colour(cell.fg, INK), colour(cell.bg, PAPER));
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut ink, &mut paper);
    }
    let (left, top) = (MARGIN + f32::from(from) * CELL.0, MARGIN + f32::from(y) * CELL.1);
    if paper != PAPER {
        let width = f32::from(end - from) * CELL.0;
        writeln!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{paper}\"/>", CELL.1)
            .unwrap();
    }
    let opacity = if cell.modifier.contains(Modifier::DIM) { " opacity=\"0.62\"" } else { "" };
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let slant = if cell.modifier.contains(Modifier::ITALIC) { " font-style=\"italic\"" } else { "" };
    let marks = format!("fill=\"{ink}\"{weight}{slant}{opacity}");
    // A word at a time, each at its own column: a font of another width cannot push the next word away.
    let mut word = String::new();
    let mut begins = from;
    for column in from..end {
        let symbol = cells[(column, y)].symbol();
        let x = MARGIN + f32::from(column) * CELL.0;
        let full = |at: u16| cells[(at, y)].symbol() == "█";
        if full(column) && column > from && full(column - 1) {
            continue; // drawn with the first of them, in one piece
        }
        let length = (column..end).take_while(|at| full(*at)).count();
        let shape = drawn(symbol, x, top, u16::try_from(length).unwrap());
        if shape.is_some() || matches!(symbol, " " | "\u{a0}" | "\u{202f}") {
            write_word(svg, &mut word, begins, y, &marks);
            if let Some(shape) = shape {
                writeln!(svg, "<path d=\"{shape}\" {}{opacity}/>", stroke_or_fill(symbol, ink)).unwrap();
            }
        } else {
            if word.is_empty() {
                begins = column;
            }
            word.push_str(symbol);
        }
    }
    write_word(svg, &mut word, begins, y, &marks);
}

fn write_word(svg: &mut String, word: &mut String, column: u16, row: u16, marks: &str) {
    if word.is_empty() {
        return;
    }
    let (x, baseline) = (MARGIN + f32::from(column) * CELL.0, MARGIN + f32::from(row) * CELL.1 + 14.5);
    let length = f32::from(hemicycle::tui::text::width(word)) * CELL.0;
    let text = escaped(word);
    writeln!(svg, "<text x=\"{x:.2}\" y=\"{baseline}\" textLength=\"{length:.2}\" {marks}>{text}</text>").unwrap();
    word.clear();
}

/// Lines and blocks are drawn, not written: they join whatever the font.
fn drawn(symbol: &str, x: f32, y: f32, blocks: u16) -> Option<String> {
    let (width, height) = CELL;
    if blocks > 0 {
        return Some(format!("M{x:.2} {}h{:.2}v{}H{x:.2}z", y + 2.0, width * f32::from(blocks), height - 4.0));
    }
    let (middle, centre) = (x + width / 2.0, y + height / 2.0);
    let (right, bottom) = (x + width, y + height);
    Some(match symbol {
        "─" => format!("M{x:.2} {centre:.2}H{right:.2}"),
        "│" => format!("M{middle:.2} {y}V{bottom}"),
        "╭" => format!("M{middle} {bottom}Q{middle} {centre} {right} {centre}"),
        "╮" => format!("M{x} {centre}Q{middle} {centre} {middle} {bottom}"),
        "╰" => format!("M{middle} {y}Q{middle} {centre} {right} {centre}"),
        "╯" => format!("M{x} {centre}Q{middle} {centre} {middle} {y}"),
        "┆" => format!("M{middle} {}v3M{middle} {}v3M{middle} {}v3", y + 1.5, y + 8.0, y + 14.5),
        _ => {
            let eighths = match symbol {
                "▕" => 0,
                _ => ["▏", "▎", "▍", "▌", "▋", "▊", "▉"].iter().position(|block| *block == symbol)?,
            };
            let filled = width * f32::from(u8::try_from(eighths + 1).unwrap()) / 8.0;
            let left = if symbol == "▕" { right - filled } else { x };
            format!("M{left:.2} {}h{filled:.2}v{}H{left:.2}z", y + 2.0, height - 4.0)
        }
    })
}

fn stroke_or_fill(symbol: &str, ink: &str) -> String {
    if "─│╭╮╰╯┆".contains(symbol) {
        format!("fill=\"none\" stroke=\"{ink}\" stroke-width=\"1.3\"")
    } else {
        format!("fill=\"{ink}\"")
    }
}

fn colour(colour: Color, otherwise: &'static str) -> &'static str {
    match colour {
        Color::Reset => otherwise,
        Color::Red => "#f07178",
        Color::Green => "#8cc570",
        Color::Yellow => "#e6c068",
        Color::Blue => "#7aa6f0",
        Color::Magenta => "#c792ea",
        Color::Cyan => "#6fc3df",
        other => panic!("the theme has no {other}"),
    }
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

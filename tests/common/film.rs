//! A moving picture of the screen: an SVG that needs no script. What never changes is drawn once; each part of a row that does
//! is drawn once for each thing that it shows, and seen while it shows it.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::BTreeMap;
use std::fmt::Write;

use ratatui::buffer::Buffer;

use crate::svg::{CELL, INK, MARGIN, PAPER, escaped, row};

/// What is told under the screen, in pixels.
const TOLD: f32 = 92.0;

/// What is seen for a while.
pub struct Frame {
    /// The screen.
    pub cells: Buffer,
    /// What happens in the room.
    pub told: String,
    /// The keys pressed so far in this step, as the screen names them.
    pub keys: Vec<String>,
    /// How long it is seen, in hundredths of a second.
    pub time: u32,
}

/// The frames in which something is seen.
type Seen = Vec<bool>;

/// Frames put together: they go round; where nothing moves, the one at `poster` stays.
pub fn film(frames: &[Frame], poster: usize, title: &str) -> String {
    let area = frames[0].cells.area;
    let (columns, rows) = (f32::from(area.width), f32::from(area.height));
    let (width, height) = (columns * CELL.0 + 2.0 * MARGIN, rows * CELL.1 + 2.0 * MARGIN + TOLD);
    let mut shots = Shots::default();
    let mut drawn = String::new();
    for y in 0..area.height {
        draw_row(&mut drawn, &mut shots, frames, y);
    }
    let (mut drawn, colours) = shorter(&drawn);
    let floor = height - TOLD;
    writeln!(drawn, "<path d=\"M{MARGIN} {floor}H{}\" stroke=\"#3a4150\"/>", width - MARGIN).unwrap();
    draw_distinct(&mut drawn, &mut shots, frames, |frame| told(&frame.told, floor));
    draw_distinct(&mut drawn, &mut shots, frames, |frame| caps(&frame.keys, floor));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\">\n<title>{}</title>\n<style>\n{colours}{}</style>\n<rect width=\"{width}\" height=\"{height}\" rx=\"10\" \
         fill=\"{PAPER}\"/>\n<g font-family=\"'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace\" \
         font-size=\"15\" fill=\"{INK}\">\n{}</g>\n</svg>\n",
        escaped(title),
        shots.style(frames, poster),
        drawn.replace(&format!(" fill=\"{INK}\""), "")
    )
}

/// Each thing that is seen in the same frames has the same class.
#[derive(Default)]
struct Shots {
    classes: BTreeMap<Seen, usize>,
}

impl Shots {
    fn class(&mut self, seen: Seen) -> usize {
        let next = self.classes.len();
        *self.classes.entry(seen).or_insert(next)
    }

    fn style(&self, frames: &[Frame], poster: usize) -> String {
        let total: u32 = frames.iter().map(|frame| frame.time).sum();
        let mut style = String::new();
        for (seen, class) in &self.classes {
            let word = |is_seen: bool| if is_seen { "visible" } else { "hidden" };
            let mut keys = String::new();
            let mut before = None;
            let mut time = 0;
            for (frame, is_seen) in frames.iter().zip(seen) {
                if before != Some(*is_seen) {
                    let place = f64::from(time) * 100.0 / f64::from(total);
                    write!(keys, "{place:.2}%{{visibility:{}}}", word(*is_seen)).unwrap();
                    before = Some(*is_seen);
                }
                time += frame.time;
            }
            writeln!(style, "@keyframes k{class}{{{keys}}}").unwrap();
            let seconds = f64::from(total) / 100.0;
            let at_rest = word(seen[poster]);
            writeln!(style, ".k{class}{{visibility:{at_rest};animation:k{class} {seconds}s step-end infinite}}")
                .unwrap();
        }
        style.push_str("@media (prefers-reduced-motion:reduce){g{animation:none!important}}\n");
        // Pieces of one bar meet without a seam.
        style.push_str("rect[height=\"19\"]{shape-rendering:crispEdges}\n");
        style
    }
}

/// Draws the parts of a row: those that never change once, the others by what they show.
fn draw_row(drawn: &mut String, shots: &mut Shots, frames: &[Frame], y: u16) {
    let first = &frames[0].cells;
    let width = first.area.width;
    let mut from = 0;
    while from < width {
        let moves = |x: u16| frames.iter().any(|frame| frame.cells[(x, y)] != first[(x, y)]);
        // A word is not parted for one letter that stays: what moves goes on over a short rest.
        let near = |x: u16| (x..width.min(x + 4)).any(moves);
        let is_moving = moves(from);
        let end = (from..width).find(|x| if is_moving { !near(*x) } else { moves(*x) }).unwrap_or(width);
        if is_moving {
            draw_distinct(drawn, shots, frames, |frame| {
                let mut part = String::new();
                row(&mut part, &frame.cells, from, end, y);
                part
            });
        } else {
            row(drawn, first, from, end, y);
        }
        from = end;
    }
}

/// Draws what a part shows, each thing once, seen in its frames.
fn draw_distinct(drawn: &mut String, shots: &mut Shots, frames: &[Frame], part: impl Fn(&Frame) -> String) {
    let parts: Vec<String> = frames.iter().map(part).collect();
    let mut done: Vec<&String> = Vec::new();
    for shown in &parts {
        if shown.is_empty() || done.contains(&shown) {
            continue;
        }
        done.push(shown);
        let class = shots.class(parts.iter().map(|part| part == shown).collect());
        writeln!(drawn, "<g class=\"k{class}\">\n{shown}</g>").unwrap();
    }
}

/// The same picture in fewer bytes: the pieces of a line in one, a class for each colour. And those classes.
fn shorter(drawn: &str) -> (String, String) {
    const FILL: &str = " fill=\"";
    const STROKE: &str = " fill=\"none\" stroke=\"";
    let (mut short, mut classes) = (String::new(), BTreeMap::new());
    let mut line: Option<(String, String, String)> = None;
    for row in drawn.lines() {
        // A piece that begins where the one before it ends, at the same height and in the same ink.
        let piece = row.strip_prefix("<path d=\"M").and_then(|rest| {
            let (place, rest) = rest.split_once('H')?;
            let (end, ink) = rest.split_once('"')?;
            let (begin, height) = place.split_once(' ')?;
            Some((begin.to_owned(), height.to_owned(), end.to_owned(), ink.to_owned()))
        });
        match (&mut line, piece) {
            (Some((before, end, ink)), Some((begin, height, next, own)))
                if *end == begin && before.ends_with(&format!(" {height}")) && *ink == own =>
            {
                *end = next;
            }
            (_, piece) => {
                finish(&mut short, line.take());
                if let Some((begin, height, end, ink)) = piece {
                    line = Some((format!("{begin} {height}"), end, ink));
                } else {
                    short.push_str(row);
                    short.push('\n');
                }
            }
        }
    }
    finish(&mut short, line);
    for (marks, rule) in [(STROKE, "fill:none;stroke-width:1.3;stroke"), (FILL, "fill")] {
        while let Some(at) = short.find(marks) {
            let begins = at + marks.len();
            let colour = short[begins..begins + 7].to_owned();
            let next = classes.len();
            let class = *classes.entry((rule, colour.clone())).or_insert(next);
            let mut whole = format!("{marks}{colour}\"");
            if rule != "fill" {
                whole.push_str(" stroke-width=\"1.3\"");
            }
            let is_ink = rule == "fill" && colour == INK;
            short = short.replace(&whole, &if is_ink { String::new() } else { format!(" class=\"c{class}\"") });
        }
    }
    let rules = classes.iter().map(|((rule, colour), class)| format!(".c{class}{{{rule}:{colour}}}\n"));
    (short, rules.collect())
}

fn finish(short: &mut String, line: Option<(String, String, String)>) {
    if let Some((begin, end, ink)) = line {
        writeln!(short, "<path d=\"M{begin}H{end}\"{ink}").unwrap();
    }
}

/// What happens in the room, in two lines at most.
fn told(text: &str, top: f32) -> String {
    let mut drawn = String::new();
    for (line, row) in textwrap::wrap(text, 66).iter().take(2).enumerate() {
        let y = top + 32.0 + 26.0 * f32::from(u8::try_from(line).unwrap());
        let x = MARGIN + 10.0;
        write!(drawn, "<text x=\"{x}\" y=\"{y}\" font-family=\"Georgia,'DejaVu Serif',serif\" font-size=\"19\" ")
            .unwrap();
        write!(drawn, "font-style=\"italic\" fill=\"#f2e6c9\">{}</text>", escaped(row)).unwrap();
    }
    drawn
}

/// The keys as caps, from the left, under what is told.
fn caps(keys: &[String], top: f32) -> String {
    let mut drawn = String::new();
    let (mut x, y) = (720.0, top + 24.0);
    let last = keys.len().saturating_sub(10);
    for key in &keys[last..] {
        let letters = f32::from(u8::try_from(key.chars().count()).unwrap());
        let width = letters.max(1.0) * 10.0 + 18.0;
        write!(
            drawn,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"34\" rx=\"6\" fill=\"#2b313d\" stroke=\"#59617a\"/>"
        )
        .unwrap();
        let middle = x + width / 2.0;
        let base = y + 23.0;
        write!(
            drawn,
            "<text x=\"{middle}\" y=\"{base}\" text-anchor=\"middle\" font-size=\"16\">{}</text>",
            escaped(key)
        )
        .unwrap();
        x += width + 6.0;
    }
    drawn
}

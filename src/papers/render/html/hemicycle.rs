//! The picture of a public ballot as an inline SVG, its legend and its words.

use std::fmt::Write as _;

use crate::look::Rgb;
use crate::papers::document::{Hemicycle, Line};
use crate::papers::render::hemicycle::{Outline, Point, Shape, Side, draw, sign_of_the_legend};

use super::escape;

/// The width of the drawing, in its own unit: a reader scales it.
const WIDTH: f32 = 720.0;
/// The size of its letters, in the same unit.
const SIZE: f32 = 14.0;
/// How wide a letter is at most, on average: a page does not know its reader's font.
const LETTER: f32 = 0.56;

/// What the style sheet says of it; only a page that has one holds this.
pub const STYLE: &str = "\
.hemicycle { margin: 1em 0; }
.hemicycle svg { display: block; width: 100%; height: auto; }
.hemicycle ul { list-style: none; margin: 0.5em 0; padding: 0; display: flex; flex-wrap: wrap; justify-content: center; gap: 0.2em 1.6em; }
.hemicycle li svg { display: inline-block; width: 0.9em; height: 0.9em; vertical-align: -0.08em; margin-right: 0.4em; }
.hemicycle svg * { print-color-adjust: exact; }
.hemicycle figcaption { font-size: 0.95em; }
@media print { .hemicycle { break-inside: avoid; } }
";

/// The figure; `inline` writes a line as HTML.
pub fn figure(hemicycle: &Hemicycle, inline: impl Fn(&Line) -> String) -> String {
    let drawing = draw(hemicycle, WIDTH, SIZE, wide);
    let mut html = String::from("<figure class=\"hemicycle\">\n");
    // Writing into a `String` cannot fail.
    let _ = writeln!(
        html,
        "<svg role=\"img\" viewBox=\"0 0 {} {}\" xmlns=\"http://www.w3.org/2000/svg\">\n<title>{}</title>",
        rounded(drawing.width),
        rounded(drawing.height),
        escape::text(&hemicycle.says)
    );
    for shape in &drawing.shapes {
        html.push_str(&drawn(shape));
        html.push('\n');
    }
    for label in &drawing.labels {
        let Some(wedge) = hemicycle.groups.get(label.group) else { continue };
        let (anchor, x) = match label.side {
            Side::Left => ("end", label.x + label.width),
            Side::Over => ("middle", label.x + label.width / 2.0),
            Side::Right => ("start", label.x),
        };
        let _ = writeln!(
            html,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"{SIZE}\" fill=\"#1a1a1a\">{}</text>",
            rounded(x),
            rounded(label.y + SIZE * 0.35),
            escape::text(&wedge.name.text())
        );
    }
    html.push_str("</svg>\n<ul role=\"list\">\n");
    for (sign, words) in &hemicycle.legend {
        let shapes: String = sign_of_the_legend(*sign, (10.0, 10.0), 9.0).iter().map(drawn).collect();
        let _ = writeln!(
            html,
            "<li><svg aria-hidden=\"true\" viewBox=\"0 0 20 20\" xmlns=\"http://www.w3.org/2000/svg\">{shapes}</svg>{}</li>",
            inline(words)
        );
    }
    html.push_str("</ul>\n");
    if let Some(caption) = &hemicycle.caption {
        let _ = writeln!(html, "<figcaption>{}</figcaption>", inline(caption));
    }
    html.push_str("</figure>\n");
    html
}

fn wide(words: &str) -> f32 {
    words.chars().fold(0.0, |width, _| width + SIZE * LETTER)
}

fn drawn(shape: &Shape) -> String {
    let Rgb(red, green, blue) = shape.colour;
    let fill = format!("fill=\"#{red:02x}{green:02x}{blue:02x}\"");
    match &shape.outline {
        Outline::Circle((x, y), radius) => {
            format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {fill}/>", rounded(*x), rounded(*y), rounded(*radius))
        }
        Outline::Corners(corners) => {
            let at = |(x, y): &Point| format!("{},{}", rounded(*x), rounded(*y));
            let corners: Vec<String> = corners.iter().map(at).collect();
            format!("<polygon points=\"{}\" {fill}/>", corners.join(" "))
        }
    }
}

/// Two decimals: the same on every machine.
fn rounded(length: f32) -> String {
    let written = format!("{length:.2}");
    let written = written.trim_end_matches('0').trim_end_matches('.');
    if written == "-0" { "0".to_owned() } else { written.to_owned() }
}

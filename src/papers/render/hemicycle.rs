//! Where the signs of the picture of a ballot stand, and their outlines: the same in each format that draws.
//!
//! A seat is told by its shape first, its colour second: a full disc for, a full triangle against, a hollow square abstaining,
//! a hollow diamond taking no part, a small ring without a voice. It prints in black and white, and is heard in words.

use crate::council::ballot::Choice;
use crate::look::Rgb;
use crate::papers::document::{Hemicycle, Said, Sign};
use crate::seating::arcs;

/// A point, in the unit of the drawing: x to the right, y down.
pub type Point = (f32, f32);

/// A closed outline, filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its colour.
    pub colour: Rgb,
    /// Its outline.
    pub outline: Outline,
}

/// An outline.
#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    /// A circle.
    Circle(Point, f32),
    /// Corners, in order.
    Corners(Vec<Point>),
}

/// The name of a group at its seats.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its place among the groups.
    pub group: usize,
    /// The left edge of its words.
    pub x: f32,
    /// The middle of their height.
    pub y: f32,
    /// How wide they are.
    pub width: f32,
    /// Which end of them stands at the seats.
    pub side: Side,
}

/// Which end of a name stands at its seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Its end: it stands left of them.
    Left,
    /// Its middle: it stands over them.
    Over,
    /// Its beginning: it stands right of them.
    Right,
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The signs.
    pub shapes: Vec<Shape>,
    /// The names that found room.
    pub labels: Vec<Label>,
}

const WHITE: Rgb = Rgb(255, 255, 255);

/// The deep colours hold on white for those who see few colours, and are as dark as text.
fn colour(choice: Option<Choice>) -> Rgb {
    match choice {
        Some(Choice::For) => Rgb(0x1a, 0x6b, 0x3a),
        Some(Choice::Against) => Rgb(0xb3, 0x26, 0x1e),
        Some(Choice::Abstain) => Rgb(0x8a, 0x5a, 0x00),
        Some(Choice::NotTakingPart) => Rgb(0x5b, 0x3a, 0x8c),
        None => Rgb(0x70, 0x70, 0x70),
    }
}

/// Draws a picture of that width; `size` is that of its letters, `measure` says how wide words are at that size.
pub fn draw(hemicycle: &Hemicycle, width: f32, size: f32, measure: impl Fn(&str) -> f32) -> Drawing {
    let spots = arcs(hemicycle.seats.len());
    // Room for names on both sides, and over the disc.
    let radius = if hemicycle.groups.is_empty() { width * 0.36 } else { width * 0.27 };
    let apart = nearest(&spots).unwrap_or(0.5);
    let seat = (apart * radius * 0.42).min(radius * 0.06);
    let over = if hemicycle.groups.is_empty() { seat } else { seat + size * 2.0 };
    let (middle, base) = (width / 2.0, over + radius);
    let at = |x: f64, y: f64, radius: f32| (middle + narrow(x) * radius, base - narrow(y) * radius);
    let shapes =
        spots.iter().zip(&hemicycle.seats).flat_map(|(spot, said)| sign(*said, at(spot.x, spot.y, radius), seat));
    let shapes = shapes.collect();
    let mut labels: Vec<Label> = Vec::new();
    let mut first = 0;
    for (group, wedge) in hemicycle.groups.iter().enumerate() {
        let angles = spots.iter().skip(first).take(wedge.seats).map(|spot| spot.y.atan2(spot.x));
        first += wedge.seats;
        let (least, most) = angles.fold((f64::MAX, f64::MIN), |(least, most), a| (least.min(a), most.max(a)));
        let angle = f64::midpoint(least, most);
        let (x, y) = at(angle.cos(), angle.sin(), radius + seat + size * 0.55);
        let words = measure(&wedge.name.text());
        let (ends, left) = match angle.cos() {
            turn if turn < -0.25 => (Side::Left, x - words),
            turn if turn > 0.25 => (Side::Right, x),
            _ => (Side::Over, x - words / 2.0),
        };
        let label = Label { group, x: left, y: y.min(base - size * 0.3), width: words, side: ends };
        let has_room = left >= 0.0 && left + words <= width && label.y - size * 0.6 >= 0.0;
        if wedge.seats > 0 && has_room && labels.iter().all(|other| !lies_over(&label, other, size)) {
            labels.push(label);
        }
    }
    Drawing { width, height: base + seat + size * 0.3, shapes, labels }
}

/// Whether two names would touch.
fn lies_over(one: &Label, other: &Label, size: f32) -> bool {
    let beside = one.x + one.width + size < other.x || other.x + other.width + size < one.x;
    !beside && (one.y - other.y).abs() < size * 1.15
}

/// The least way from a seat to another, in units of the radius; none with fewer than two.
fn nearest(spots: &[crate::seating::Spot]) -> Option<f32> {
    let ways = spots.iter().enumerate().flat_map(|(place, one)| {
        spots.iter().skip(place + 1).map(move |other| (one.x - other.x).hypot(one.y - other.y))
    });
    ways.min_by(f64::total_cmp).map(narrow)
}

#[allow(clippy::cast_possible_truncation, reason = "a length on a sheet")]
fn narrow(length: f64) -> f32 {
    length as f32
}

/// The sign of a seat.
pub fn sign(said: Said, at: Point, radius: f32) -> Vec<Shape> {
    let mut shapes = seat(said.choice, at, radius);
    if said.is_carried && said.choice.is_some() {
        let is_full = matches!(said.choice, Some(Choice::For | Choice::Against));
        let ink = if is_full { WHITE } else { colour(said.choice) };
        // The middle of a triangle stands over that of its disc.
        let lift = if said.choice == Some(Choice::Against) { radius * 0.18 } else { 0.0 };
        shapes.push(Shape { colour: ink, outline: Outline::Circle((at.0, at.1 - lift), radius * 0.3) });
    }
    shapes
}

/// A sign of the legend.
pub fn sign_of_the_legend(sign: Sign, at: Point, radius: f32) -> Vec<Shape> {
    match sign {
        Sign::Seat(choice) => seat(choice, at, radius),
        Sign::Dot => {
            let ring = |colour, times: f32| Shape { colour, outline: Outline::Circle(at, radius * times) };
            vec![ring(colour(None), 1.0), ring(WHITE, 0.8), ring(colour(None), 0.3)]
        }
    }
}

fn seat(choice: Option<Choice>, at: Point, radius: f32) -> Vec<Shape> {
    let colour = colour(choice);
    let shape = |colour, outline| Shape { colour, outline };
    match choice {
        Some(Choice::For) => vec![shape(colour, Outline::Circle(at, radius))],
        Some(Choice::Against) => vec![shape(colour, triangle(at, radius * 1.12))],
        Some(Choice::Abstain) => {
            vec![shape(colour, square(at, radius * 0.88)), shape(WHITE, square(at, radius * 0.56))]
        }
        Some(Choice::NotTakingPart) => {
            vec![shape(colour, diamond(at, radius * 1.15)), shape(WHITE, diamond(at, radius * 0.7))]
        }
        None => {
            vec![shape(colour, Outline::Circle(at, radius * 0.62)), shape(WHITE, Outline::Circle(at, radius * 0.4))]
        }
    }
}

/// On its point.
fn triangle((x, y): Point, radius: f32) -> Outline {
    Outline::Corners(vec![
        (x - radius * 0.92, y - radius * 0.68),
        (x + radius * 0.92, y - radius * 0.68),
        (x, y + radius * 0.88),
    ])
}

fn square((x, y): Point, half: f32) -> Outline {
    Outline::Corners(vec![(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)])
}

fn diamond((x, y): Point, half: f32) -> Outline {
    Outline::Corners(vec![(x, y - half), (x + half, y), (x, y + half), (x - half, y)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Line, Wedge};

    const EVERY: [Option<Choice>; 5] =
        [Some(Choice::For), Some(Choice::Against), Some(Choice::Abstain), Some(Choice::NotTakingPart), None];

    /// That many seats in groups of those names, seven a group.
    fn hemicycle(seats: usize, name: &str) -> Hemicycle {
        let said = |place: usize| Said { choice: EVERY[place % 5], is_carried: place.is_multiple_of(3) };
        let wedge = |first: usize| Wedge { name: Line::prose(name), seats: (seats - first).min(seats / 4 + 1) };
        Hemicycle {
            says: String::new(),
            caption: None,
            seats: (0..seats).map(said).collect(),
            groups: (0..seats).step_by(seats / 4 + 1).map(wedge).collect(),
            legend: vec![],
        }
    }

    fn letters(words: &str) -> f32 {
        words.chars().fold(0.0, |width, _| width + 6.0)
    }

    fn corners(shape: &Shape) -> Vec<Point> {
        match &shape.outline {
            Outline::Circle((x, y), radius) => vec![(x - radius, y - radius), (x + radius, y + radius)],
            Outline::Corners(corners) => corners.clone(),
        }
    }

    #[test]
    fn every_seat_is_within_the_drawing_and_names_stand_beside_them_without_touching() {
        for seats in 1..=250 {
            let drawing = draw(&hemicycle(seats, "Un groupe"), 460.0, 9.0, letters);
            for (x, y) in drawing.shapes.iter().flat_map(corners) {
                assert!((0.0..=drawing.width).contains(&x) && (0.0..=drawing.height).contains(&y), "{seats}: {x}, {y}");
            }
            for (place, label) in drawing.labels.iter().enumerate() {
                assert!(label.x >= 0.0 && label.x + label.width <= drawing.width, "{seats}: {label:?}");
                assert!(drawing.labels.iter().skip(place + 1).all(|other| !lies_over(label, other, 9.0)), "{seats}");
                let under = |(x, y): &Point| {
                    (label.x..label.x + label.width).contains(x) && (label.y - 3.0..label.y + 3.0).contains(y)
                };
                assert!(!drawing.shapes.iter().flat_map(corners).any(|corner| under(&corner)), "{seats}: {label:?}");
            }
        }
    }

    #[test]
    fn a_name_that_finds_no_room_is_left_to_the_caption() {
        let drawing = draw(&hemicycle(40, &"long ".repeat(40)), 460.0, 9.0, letters);
        assert!(drawing.labels.is_empty());
        assert_eq!(draw(&hemicycle(40, "court"), 460.0, 9.0, letters).labels.len(), 4);
    }

    #[test]
    fn without_its_colour_what_was_said_in_a_seat_is_told_by_its_shape() {
        let outlines = |choice, is_carried| -> Vec<Outline> {
            sign(Said { choice, is_carried }, (0.0, 0.0), 10.0).into_iter().map(|shape| shape.outline).collect()
        };
        let mut seen: Vec<Vec<Outline>> = Vec::new();
        for choice in EVERY {
            for is_carried in [false, true] {
                // Nobody carries a voice that is none.
                if choice.is_none() && is_carried {
                    continue;
                }
                let shapes = outlines(choice, is_carried);
                assert!(!seen.contains(&shapes), "{choice:?} {is_carried}");
                seen.push(shapes);
            }
        }
    }

    #[test]
    fn the_outermost_shapes_differ_too_so_that_the_smallest_seats_are_told_apart() {
        let first = |choice| sign(Said { choice, is_carried: false }, (0.0, 0.0), 10.0).into_iter().next();
        let outlines: Vec<_> =
            EVERY.into_iter().filter_map(|choice| first(choice).map(|shape| shape.outline)).collect();
        for (place, one) in outlines.iter().enumerate() {
            assert!(!outlines[place + 1..].contains(one), "{one:?}");
        }
    }
}

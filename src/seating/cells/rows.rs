//! Seats in rows that bend: those of a half ring of cells, a step apart in each row, every other row set in by half a step.

use std::collections::BTreeSet;
use std::f64::consts::PI;

use super::{Place, number};

/// How much wider than a half disc the half ring may be drawn, to fit in few rows.
const FLATTENED: [f64; 7] = [1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5];
/// The radius of the empty middle that looks best, as a part of the whole.
const MIDDLE: f64 = 0.42;

/// A half ring, and what speaks against it.
struct Ring {
    flaws: f64,
    places: Vec<Place>,
}

/// Rows of seats a step apart; none if they do not fit.
pub fn bent(seats: usize, columns: u16, rows: u16, step: i32) -> Option<Vec<Place>> {
    let widest = f64::from(columns.saturating_sub(1) / 2);
    let mut best: Option<Ring> = None;
    for flattened in FLATTENED {
        for middle in [0.2, 0.3, 0.36, MIDDLE, 0.48] {
            // The radius in rows of a half ring that has so many seats.
            let cells = number(seats) * f64::from(step) / (1.0 - middle * middle);
            let exact = (cells / (PI * flattened)).sqrt();
            for more in [0.0, 0.5, 1.0] {
                let height = (exact + more).min(f64::from(rows) - 0.45);
                let width = (2.0 * height * flattened).min(widest);
                for (set_in, raised) in [(0, 0.0), (1, 0.0), (0, 0.5), (1, 0.5)] {
                    let most = best.as_ref().map_or(f64::INFINITY, |best| best.flaws);
                    let ring = ring(seats, (width, height), (step, set_in, raised), flattened, most);
                    if let Some(ring) = ring.filter(|ring| best.as_ref().is_none_or(|best| ring.flaws < best.flaws)) {
                        best = Some(ring);
                    }
                }
            }
        }
    }
    best.map(|ring| ring.places)
}

/// The outermost seats of a half ellipse, as many as there are.
fn ring(
    seats: usize,
    (width, height): (f64, f64),
    (step, set_in, raised): (i32, i32, f64),
    flattened: f64,
    most: f64,
) -> Option<Ring> {
    if width < 1.0 || height < 0.5 {
        return None;
    }
    // From the middle column to the right; the left is the same, mirrored.
    let mut right: Vec<(f64, Place)> = Vec::with_capacity(seats);
    let mut room = 0;
    for row in 0u16.. {
        let up = (f64::from(row) + raised) / height;
        if up > 1.0 {
            break;
        }
        let reach = width * (1.0 - up * up).sqrt() + 0.01;
        let first = if (i32::from(row) + set_in) % 2 == 0 { 0 } else { step / 2 };
        let mut side = first;
        while f64::from(side) <= reach {
            right.push(((f64::from(side) / width).hypot(up), Place { side, height: row }));
            room += if side == 0 { 1 } else { 2 };
            side += step;
        }
    }
    if room < seats {
        return None;
    }
    right.sort_by(|(radius, _), (other, _)| other.total_cmp(radius));
    let mut places = Vec::with_capacity(seats);
    let mut left = seats;
    let mut inner = 1.0;
    for (radius, place) in right {
        match (left, place.side) {
            (0, _) => break,
            (_, 0) => places.push(place),
            (1, _) => continue,
            (_, side) => places.extend([Place { side: -side, ..place }, place]),
        }
        left = seats - places.len();
        inner = radius;
    }
    if left > 0 {
        return None;
    }
    let mut flaws = (inner - MIDDLE).abs() * 4.0 + (flattened - 1.0) * 0.8;
    if flaws >= most {
        return None;
    }
    flaws += number(lonely(&places, step)) * 0.5;
    let turn = |place: &Place| (f64::from(place.side) / width).atan2((f64::from(place.height) + raised) / height);
    let radius = |place: &Place| (f64::from(place.side) / width).hypot((f64::from(place.height) + raised) / height);
    places.sort_by(|one, other| turn(one).total_cmp(&turn(other)).then(radius(other).total_cmp(&radius(one))));
    Some(Ring { flaws, places })
}

/// How many seats have fewer than two neighbours.
fn lonely(places: &[Place], step: i32) -> usize {
    let taken: BTreeSet<(u16, i32)> = places.iter().map(|place| (place.height, place.side)).collect();
    let near = [(0, step), (1, 0), (1, 1), (1, step / 2)];
    let neighbours = |place: &Place| {
        let mut found = 0;
        for (up, aside) in near.iter().take(if step > 2 { 4 } else { 3 }) {
            for row in [place.height.checked_add(*up), place.height.checked_sub(*up).filter(|_| *up > 0)] {
                let sides = if *aside == 0 { vec![0] } else { vec![-aside, *aside] };
                let at = |aside: i32| row.is_some_and(|row| taken.contains(&(row, place.side + aside)));
                found += sides.into_iter().filter(|aside| at(*aside)).count();
            }
        }
        found
    };
    places.iter().filter(|place| neighbours(place) < 2).count()
}

/// Seats side by side in rows as even as can be, as few as the columns allow; from the left column after column, so that a
/// group still stands together. The middle stays an aisle; of an odd council one seat stands in it.
pub fn block(seats: usize, columns: u16, rows: u16) -> Option<Vec<Place>> {
    let widest = usize::from(columns.saturating_sub(1) / 2);
    let pairs = seats / 2;
    let lines = (1..=usize::from(rows)).find(|lines| pairs.div_ceil(*lines) <= widest)?;
    let mut places = Vec::with_capacity(seats);
    if seats % 2 == 1 {
        places.push(Place { side: 0, height: 0 });
    }
    for line in 0..lines {
        let half = i32::try_from(pairs / lines + usize::from(line < pairs % lines)).ok()?;
        let height = u16::try_from(line).ok()?;
        places.extend((1..=half).flat_map(|side| [-side, side]).map(|side| Place { side, height }));
    }
    places.sort_by_key(|place| (place.side, std::cmp::Reverse(place.height)));
    Some(places)
}

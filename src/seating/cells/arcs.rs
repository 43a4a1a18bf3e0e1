//! Seats on arcs with air between them: half ellipses one in another, on whose curves the seats stand, evenly.
//!
//! A row is a coarse step: a seat that were only rounded to the nearest cell would leave its curve. Each moves along its arc
//! to where the arc crosses a row; of all arcs that fit, those are taken that look most even then.

use std::collections::BTreeSet;
use std::f64::consts::PI;

use super::{Place, nearest, number};

/// How far apart arcs may be, in rows.
const PITCHES: [f64; 5] = [1.5, 2.0, 2.5, 3.0, 4.0];
/// How many columns as far apart as one row the arcs may be.
const WIDTHS: [f64; 4] = [2.0, 2.5, 3.0, 3.5];
/// Points of an arc between which its length is measured.
const PIECES: usize = 48;
/// The least distance from a seat to the next on its arc, in rows, on the average.
const AIR: f64 = 1.2;
/// The distance that looks best in a low window, and in a high one.
const BEST: (f64, f64) = (1.8, 2.8);
/// The rows of a window that is high.
const HIGH: f64 = 28.0;
/// How much farther than the next seat the next arc should be, so that an arc is seen as a line.
const APART: f64 = 1.5;
/// The radius of the innermost arc that looks best, as a part of the outer one.
const INNER: f64 = 0.55;
/// So many seats at most: of more, rows that bend look calmer than arcs.
const MOST: usize = 75;
/// What may be held against arcs before rows that bend look calmer.
const WORST: f64 = 3.4;
/// So many are laid out at most: the others promise less.
const TRIED: usize = 90;
/// The fewest seats that show a curve.
const FEWEST: usize = 9;
/// So many arcs at most.
const ARCS: usize = 6;

/// One half ellipse: columns to each side, rows up, and its length in rows from its left end to each of its points.
struct Arc {
    wide: f64,
    high: f64,
    lengths: [f64; PIECES + 1],
}

impl Arc {
    fn of(wide: f64, high: f64) -> Self {
        let mut lengths = [0.0; PIECES + 1];
        let (mut length, mut before) = (0.0, point(wide, high, 0.0));
        for (piece, to_there) in lengths.iter_mut().enumerate().skip(1) {
            let next = point(wide, high, number(piece) / number(PIECES));
            length += ((next.0 - before.0) / 2.0).hypot(next.1 - before.1);
            *to_there = length;
            before = next;
        }
        Self { wide, high, lengths }
    }

    fn length(&self) -> f64 {
        self.lengths.last().copied().unwrap_or_default()
    }

    /// The point so far along the arc, from 0 at its left end to 1 at its right end.
    fn at(&self, turn: f64) -> (f64, f64) {
        let wanted = turn * self.length();
        let after = self.lengths.partition_point(|length| *length < wanted).clamp(1, PIECES);
        let [before, next] = [after - 1, after].map(|at| self.lengths.get(at).copied().unwrap_or_default());
        let part = if next > before { (wanted - before) / (next - before) } else { 0.0 };
        point(self.wide, self.high, (number(after - 1) + part) / number(PIECES))
    }

    /// The cells that may stand for that point of the left half: where the arc crosses the rows around it, and the nearest;
    /// with how far each is from the point, in rows.
    fn cells(&self, (x, y): (f64, f64), is_middle: bool) -> [Option<(Place, f64)>; 3] {
        let cell = |column: f64, row: f64, off: f64| {
            let side = if is_middle { 0 } else { nearest(column.min(-1.0)) };
            Some((Place { side, height: u16::try_from(nearest(row)).ok()? }, off))
        };
        let crossing = |row: f64| {
            let part = 1.0 - (row / self.high).powi(2);
            if part < 0.0 || is_middle {
                return None;
            }
            let column = -self.wide * part.sqrt();
            cell(column, row, ((column - x) / 2.0).hypot(row - y) / 2.0)
        };
        [crossing(y.floor()), crossing(y.ceil()), cell(x, y, (y.round() - y).abs())]
    }

    /// So many seats on the left half of the arc, from its end to its middle, as even as the cells allow; and how uneven.
    ///
    /// Of the cells that may stand for each seat, the chain is taken that is the most even: for each cell of a seat only the
    /// best chain to it can be part of the best one.
    fn half(&self, count: usize) -> Option<(f64, Vec<Place>)> {
        let mean = self.length() / number(count.saturating_sub(1).max(1));
        let mut seats: Vec<[Option<Link>; 3]> = Vec::with_capacity(count.div_ceil(2));
        for seat in 0..count.div_ceil(2) {
            let is_middle = count % 2 == 1 && seat == count / 2;
            let cells = if seat == 0 && !is_middle {
                [Some((Place { side: nearest(-self.wide), height: 0 }, 0.0)), None, None]
            } else {
                self.cells(self.at(number(seat) / number(count.saturating_sub(1).max(1)).max(1.0)), is_middle)
            };
            let links = cells.map(|cell| {
                let (cell, off) = cell?;
                let own = off * off * 2.0;
                let Some(before) = seats.last() else { return Some(Link { flaws: own, cell, before: 0 }) };
                let earlier = seats.len().checked_sub(2).and_then(|earlier| seats.get(earlier));
                let chains = before.iter().enumerate().filter_map(|(place, link)| {
                    let link = link.as_ref()?;
                    let bent = earlier.and_then(|earlier| earlier.get(link.before)?.as_ref());
                    let bent = bent.map_or(0.0, |earlier| bend(earlier.cell, link.cell, cell) / (mean * mean));
                    let uneven = (distance(link.cell, cell) / mean - 1.0).powi(2) * 4.0;
                    Some(Link { flaws: link.flaws + own + uneven + bent, cell, before: place })
                });
                chains.min_by(|one, other| one.flaws.total_cmp(&other.flaws))
            });
            seats.push(links);
        }
        // The two in the middle of an even arc are neighbours too.
        let across = |link: &Link| {
            let apart = f64::from(link.cell.side.unsigned_abs());
            link.flaws + if count.is_multiple_of(2) { (apart / mean - 1.0).powi(2) * 2.0 } else { 0.0 }
        };
        let ends = seats.last()?.iter().flatten();
        let end = *ends.min_by(|one, other| across(one).total_cmp(&across(other)))?;
        let mut half = vec![end.cell];
        let mut before = end.before;
        for links in seats.iter().rev().skip(1) {
            let link = links.get(before)?.as_ref()?;
            half.push(link.cell);
            before = link.before;
        }
        half.reverse();
        Some((across(&end), half))
    }
}

/// The best chain of seats that ends in a cell.
#[derive(Clone, Copy)]
struct Link {
    flaws: f64,
    cell: Place,
    /// Which cell of the seat before it comes from.
    before: usize,
}

fn distance(one: Place, other: Place) -> f64 {
    (f64::from(other.side - one.side) / 2.0).hypot(f64::from(other.height) - f64::from(one.height))
}

/// How far three seats bend outward, where an arc only bends inward.
fn bend(one: Place, middle: Place, last: Place) -> f64 {
    let step =
        |from: Place, to: Place| (f64::from(to.side - from.side) / 2.0, f64::from(to.height) - f64::from(from.height));
    let ((x, y), (nx, ny)) = (step(one, middle), step(middle, last));
    (x * ny - y * nx).max(0.0)
}

fn point(wide: f64, high: f64, part: f64) -> (f64, f64) {
    let angle = PI * part;
    (-wide * angle.cos(), high * angle.sin())
}

/// Arcs that may be tried: how many, how far the outer one reaches, how far apart they are, and what speaks against them
/// before a seat is placed.
struct Tried {
    flaws: f64,
    arcs: usize,
    outer: (f64, f64),
    apart: (f64, f64),
}

/// Seats on arcs; none where there is no room for air between them.
pub fn airy(seats: usize, columns: u16, rows: u16) -> Option<Vec<Place>> {
    if seats > MOST {
        return None;
    }
    let mut all = to_be_tried(seats, f64::from(columns.saturating_sub(1) / 2), rows.saturating_sub(1));
    all.sort_by(|one, other| one.flaws.total_cmp(&other.flaws));
    let mut best: Option<(f64, Vec<Place>)> = None;
    for tried in all.into_iter().take(TRIED) {
        let least = best.as_ref().map_or(f64::INFINITY, |(least, _)| *least);
        if tried.flaws >= least {
            break;
        }
        if let Some((uneven, places)) = laid(seats, &tried)
            && uneven + tried.flaws < least
        {
            best = Some((uneven + tried.flaws, places));
        }
    }
    best.filter(|(flaws, _)| *flaws <= WORST).map(|(_, places)| places)
}

/// All arcs on which so many seats may be tried.
fn to_be_tried(seats: usize, side: f64, top: u16) -> Vec<Tried> {
    let mut all: Vec<Tried> = Vec::new();
    // From twelve rows on, the more there are the wider the seats stand.
    let best = BEST.0 + (BEST.1 - BEST.0) * ((f64::from(top) - 12.0) / (HIGH - 12.0)).clamp(0.0, 1.0);
    for (arcs, pitch) in (1..=ARCS).flat_map(|arcs| PITCHES.map(|pitch| (arcs, pitch))) {
        if arcs == 1 && pitch > PITCHES[0] {
            continue;
        }
        for high in (2..=top).map(f64::from) {
            let low = high - number(arcs - 1) * pitch;
            for (apart, outer) in WIDTHS.into_iter().flat_map(|apart| WIDTHS.map(|outer| (apart, outer))) {
                let wide = (high * outer).round();
                let apart = ((pitch * apart).round(), pitch);
                let narrow = wide - number(arcs - 1) * apart.0;
                if low < 1.0 || wide > side || narrow < 2.0 {
                    continue;
                }
                let length: f64 =
                    (0..arcs).map(|arc| length(wide - number(arc) * apart.0, high - number(arc) * pitch)).sum();
                let along = length / number(seats.saturating_sub(arcs).max(1));
                if along < AIR {
                    continue;
                }
                let flattened = (wide / (2.0 * high)).ln().abs() + (narrow / (2.0 * low)).ln().abs();
                let hollow = if arcs == 1 { 0.0 } else { (low / high - INNER).abs() };
                let parted = if arcs == 1 { 0.0 } else { (pitch / along / APART).ln().abs() };
                let flaws = (along / best).ln().abs() + parted * 2.5 + hollow * 1.5 + flattened * 0.3;
                all.push(Tried { flaws, arcs, outer: (wide, high), apart });
            }
        }
    }
    all
}

/// About how long a half ellipse is, in rows.
fn length(wide: f64, high: f64) -> f64 {
    PI * f64::midpoint((wide / 2.0).powi(2), high.powi(2)).sqrt()
}

/// Seats on such arcs, and how uneven they look.
fn laid(seats: usize, tried: &Tried) -> Option<(f64, Vec<Place>)> {
    let arc = |arc: usize| {
        let inward = number(arc);
        Arc::of(tried.outer.0 - inward * tried.apart.0, tried.outer.1 - inward * tried.apart.1)
    };
    let arcs: Vec<Arc> = (0..tried.arcs).map(arc).collect();
    let counts = shares(seats, &arcs);
    let mut taken: BTreeSet<(u16, i32)> = BTreeSet::new();
    let mut placed: Vec<(f64, usize, Place)> = Vec::with_capacity(seats);
    let mut uneven = 0.0;
    for (place, (arc, count)) in arcs.iter().zip(&counts).enumerate() {
        let (flaws, half) = arc.half(*count)?;
        uneven += flaws;
        for (seat, cell) in half.into_iter().enumerate() {
            let turn = if *count == 1 { 0.5 } else { number(seat) / number(count - 1) };
            let both: &[(f64, i32)] =
                if cell.side == 0 { &[(0.5, 0)] } else { &[(turn, cell.side), (1.0 - turn, -cell.side)] };
            for (turn, side) in both {
                if !taken.insert((cell.height, *side)) {
                    return None;
                }
                placed.push((*turn, place, Place { side: *side, ..cell }));
            }
        }
    }
    if placed.len() != seats || crowded(&taken) {
        return None;
    }
    // An empty row parts the arcs from their ends.
    let rows: BTreeSet<u16> = taken.iter().map(|(row, _)| *row).collect();
    let empty = rows.last().map_or(0, |last| usize::from(*last) + 1 - rows.len());
    // An arc of few seats is a point, not a curve.
    let few = counts.last().map_or(0, |inner| FEWEST.saturating_sub(*inner));
    let flaws = number(few) * 0.4 + uneven * 18.0 / number(seats) + number(empty) * 0.1;
    // From the left; on one ray the outer seat first.
    placed.sort_by(|(turn, arc, _), (other, other_arc, _)| turn.total_cmp(other).then(arc.cmp(other_arc)));
    Some((flaws, placed.into_iter().map(|(_, _, place)| place).collect()))
}

/// Whether two seats stand side by side without a column between them.
fn crowded(taken: &BTreeSet<(u16, i32)>) -> bool {
    taken.iter().any(|(height, side)| taken.contains(&(*height, side + 1)))
}

/// How many seats each arc has: by its length, the largest remainders first.
fn shares(seats: usize, arcs: &[Arc]) -> Vec<usize> {
    let whole: f64 = arcs.iter().map(Arc::length).sum();
    let exact: Vec<f64> = arcs.iter().map(|arc| number(seats) * arc.length() / whole).collect();
    let mut counts: Vec<usize> =
        exact.iter().map(|share| usize::try_from(nearest(share.floor())).unwrap_or(0)).collect();
    let mut by_remainder: Vec<(usize, f64)> =
        exact.iter().enumerate().map(|(arc, share)| (arc, share - share.floor())).collect();
    by_remainder.sort_by(|(arc, one), (other_arc, other)| other.total_cmp(one).then(arc.cmp(other_arc)));
    let missing = seats.saturating_sub(counts.iter().sum());
    for (arc, _) in by_remainder.into_iter().take(missing) {
        if let Some(count) = counts.get_mut(arc) {
            *count += 1;
        }
    }
    counts
}

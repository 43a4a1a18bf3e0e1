//! Seats on arcs with air between them: half ellipses one in another, their seats as far apart as the arcs are.

use std::collections::BTreeSet;
use std::f64::consts::PI;

use super::{Place, nearest, number};

/// How far apart arcs may be, in rows.
const PITCHES: [f64; 5] = [1.0, 1.5, 2.0, 2.5, 3.0];
/// How much wider than half a disc the arcs may be.
const FLATTENED: [f64; 4] = [1.0, 1.2, 1.4, 1.7];
/// Points of an arc between which its length is measured.
const PIECES: usize = 64;
/// The least distance from a seat to the nearest that looks like air, in rows, on the average.
const AIR: f64 = 1.3;

/// As much air as is of use.
const ENOUGH: f64 = 1.7;
/// So many seats at most: of more, rows that bend look calmer than arcs.
const MOST: usize = 70;

/// One half ellipse: columns to each side, rows up, and its length in rows from its left end to each of its points.
struct Arc {
    wide: f64,
    high: f64,
    lengths: Vec<f64>,
}

impl Arc {
    fn of(wide: f64, high: f64) -> Self {
        let mut lengths = vec![0.0];
        let mut length = 0.0;
        for piece in 1..=PIECES {
            let [(x, y), (nx, ny)] = [piece - 1, piece].map(|at| point(wide, high, number(at) / number(PIECES)));
            length += ((nx - x) / 2.0).hypot(ny - y);
            lengths.push(length);
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
    let (side, top) = (f64::from(columns.saturating_sub(1) / 2), f64::from(rows.saturating_sub(1)));
    let mut all: Vec<Tried> = Vec::new();
    for (pitch, flattened) in PITCHES.into_iter().flat_map(|pitch| FLATTENED.map(|flattened| (pitch, flattened))) {
        for arcs in 1..=6 {
            // The outer radius with which the seats of an arc are as far apart as the arcs.
            let around = PI * f64::midpoint(flattened * flattened, 1.0).sqrt();
            let own = number(seats.saturating_sub(arcs).max(1)) * pitch / (around * number(arcs));
            let exact = own + number(arcs - 1) * pitch / 2.0;
            for more in [-0.5, 0.0, 0.5, 1.0] {
                let high = (exact * 2.0).round() / 2.0 + more;
                let wide = 2.0 * high * flattened;
                let inner = (high - number(arcs - 1) * pitch) / high;
                if high < 1.0 || high > top || wide > side || !(0.25..=0.75).contains(&inner) {
                    continue;
                }
                let along = (high - number(arcs - 1) * pitch / 2.0) * pitch / own;
                let flaws = (along / pitch).ln().abs() * 2.0 + (inner - 0.45).abs() * 1.5 + (flattened - 1.0) * 1.2;
                all.push(Tried { flaws, arcs, outer: (wide, high), apart: (2.0 * pitch * flattened, pitch) });
            }
        }
    }
    all.sort_by(|one, other| one.flaws.total_cmp(&other.flaws));
    let mut best: Option<(f64, Vec<Place>)> = None;
    for tried in all {
        let least = best.as_ref().map_or(f64::INFINITY, |(least, _)| *least);
        if tried.flaws - ENOUGH >= least {
            break;
        }
        if let Some((uneven, places)) = laid(seats, tried.arcs, tried.outer, tried.apart)
            && uneven + tried.flaws < least
        {
            best = Some((uneven + tried.flaws, places));
        }
    }
    best.map(|(_, places)| places)
}

/// Seats on so many arcs, and how uneven they look.
fn laid(seats: usize, arcs: usize, outer: (f64, f64), apart: (f64, f64)) -> Option<(f64, Vec<Place>)> {
    let arcs: Vec<Arc> =
        (0..arcs).map(|arc| Arc::of(outer.0 - number(arc) * apart.0, outer.1 - number(arc) * apart.1)).collect();
    let whole: f64 = arcs.iter().map(Arc::length).sum();
    let counts = shares(seats, &arcs, whole);
    let mut taken: BTreeSet<(u16, i32)> = BTreeSet::new();
    let mut placed: Vec<(f64, usize, Place)> = Vec::with_capacity(seats);
    let mut off = 0.0;
    for (place, (arc, count)) in arcs.iter().zip(&counts).enumerate() {
        for seat in 0..count.div_ceil(2) {
            let is_middle = count % 2 == 1 && seat == count / 2;
            let turn = if *count == 1 { 0.5 } else { number(seat) / number(count - 1) };
            let (x, y) = arc.at(turn);
            let side = if is_middle { 0 } else { nearest(x) };
            let height = u16::try_from(nearest(y)).ok()?;
            off += ((x - f64::from(side)) / 2.0).powi(2) + (y - f64::from(height)).powi(2);
            let both: &[(f64, i32)] = if is_middle { &[(0.5, 0)] } else { &[(turn, side), (1.0 - turn, -side)] };
            for (turn, side) in both {
                if (!is_middle && *side == 0) || !taken.insert((height, *side)) {
                    return None;
                }
                placed.push((*turn, place, Place { side: *side, height }));
            }
        }
    }
    let gaps = gaps(&taken)?;
    let mean = gaps.iter().sum::<f64>() / number(seats);
    if seats > 1 && mean < AIR {
        return None;
    }
    let spread = gaps.iter().map(|gap| (gap - mean).powi(2)).sum::<f64>() / number(seats);
    let flaws = off / number(seats) * 6.0 + spread * 8.0 / (mean * mean) - mean.min(ENOUGH);
    // From the left; on one ray the outer seat first.
    placed.sort_by(|(turn, arc, _), (other, other_arc, _)| turn.total_cmp(other).then(arc.cmp(other_arc)));
    Some((flaws, placed.into_iter().map(|(_, _, place)| place).collect()))
}

/// The distance from each seat to the nearest, in rows; none if two stand side by side without a column between them.
fn gaps(taken: &BTreeSet<(u16, i32)>) -> Option<Vec<f64>> {
    let mut gaps = Vec::with_capacity(taken.len());
    for (height, side) in taken {
        if taken.contains(&(*height, side + 1)) {
            return None;
        }
        let mut least = 6.0_f64;
        for up in 0..=3_u16 {
            let row = taken.range((height + up, side - 8)..=(height + up, side + 8));
            for (_, other) in row.filter(|(_, other)| up > 0 || other != side) {
                least = least.min((f64::from(other - side) / 2.0).hypot(f64::from(up)));
            }
            if let (Some(below), true) = (height.checked_sub(up), up > 0) {
                for (_, other) in taken.range((below, side - 8)..=(below, side + 8)) {
                    least = least.min((f64::from(other - side) / 2.0).hypot(f64::from(up)));
                }
            }
        }
        gaps.push(least);
    }
    Some(gaps)
}

/// How many seats each arc has: by its length, the largest remainders first.
fn shares(seats: usize, arcs: &[Arc], whole: f64) -> Vec<usize> {
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

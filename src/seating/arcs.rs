//! Where seats stand on the arcs of a half disc, in units of its radius.

use std::f64::consts::PI;

/// The radius of the innermost arc.
const INNER: f64 = 0.4;

/// Where one seat stands. The half disc has its centre at (0, 0) and the radius 1; x runs to the right, y upward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The arc, from 0 for the innermost.
    pub arc: usize,
    /// From −1 to 1.
    pub x: f64,
    /// From 0 to 1.
    pub y: f64,
}

/// So many seats on arcs, from the left end to the right end: neighbours in this order are neighbours in the room, so that a
/// group is a wedge. Seats are about as far from the next on their arc as arcs are from each other.
#[must_use]
pub fn arcs(seats: usize) -> Vec<Spot> {
    let radii = radii(seats);
    let counts = shares(seats, &radii);
    let mut spots: Vec<(f64, Spot)> = Vec::with_capacity(seats);
    for (arc, (radius, count)) in radii.iter().zip(&counts).enumerate() {
        for place in 0..*count {
            // One seat alone stands in the middle.
            let turn = if *count == 1 { 0.5 } else { number(place) / number(count - 1) };
            let angle = PI * (1.0 - turn);
            spots.push((turn, Spot { arc, x: radius * angle.cos(), y: radius * angle.sin().max(0.0) }));
        }
    }
    // From the left; on one ray the outer seat first.
    spots.sort_by(|(turn, spot), (other_turn, other)| turn.total_cmp(other_turn).then(other.arc.cmp(&spot.arc)));
    spots.into_iter().map(|(_, spot)| spot).collect()
}

/// As many arcs as make the seats of an arc about as far apart as the arcs themselves.
fn radii(seats: usize) -> Vec<f64> {
    let of = |arcs: usize| -> Vec<f64> {
        (0..arcs).map(|arc| INNER + (1.0 - INNER) * number(arc) / number((arcs - 1).max(1))).collect()
    };
    let uneven = |radii: &[f64]| {
        let along = PI * radii.iter().sum::<f64>() / number(seats.max(1));
        let across = (1.0 - INNER) / number(radii.len() - 1);
        (along / across).ln().abs()
    };
    let candidates = (2..=12).filter(|arcs| 3 * arcs <= seats).map(of);
    candidates.min_by(|one, other| uneven(one).total_cmp(&uneven(other))).unwrap_or_else(|| vec![1.0])
}

/// How many seats each arc has: by its length, the largest remainders first.
fn shares(seats: usize, radii: &[f64]) -> Vec<usize> {
    let length: f64 = radii.iter().sum();
    let exact: Vec<f64> = radii.iter().map(|radius| number(seats) * radius / length).collect();
    let mut counts: Vec<usize> = exact.iter().map(|share| whole(*share)).collect();
    let mut by_remainder: Vec<usize> = (0..radii.len()).collect();
    let remainder = |arc: &usize| exact[*arc] - exact[*arc].floor();
    by_remainder.sort_by(|one, other| remainder(other).total_cmp(&remainder(one)).then(other.cmp(one)));
    let missing = seats - counts.iter().sum::<usize>().min(seats);
    for arc in by_remainder.into_iter().take(missing) {
        counts[arc] += 1;
    }
    counts
}

#[allow(clippy::cast_precision_loss, reason = "a council has fewer seats than a double has digits")]
fn number(count: usize) -> f64 {
    count as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the seats, from 0 on")]
fn whole(share: f64) -> usize {
    share.floor() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_stands_once_in_the_half_disc_and_none_on_another() {
        for seats in 1..=250 {
            let spots = arcs(seats);
            assert_eq!(spots.len(), seats);
            for (place, spot) in spots.iter().enumerate() {
                assert!((-1.0..=1.0).contains(&spot.x) && (0.0..=1.0).contains(&spot.y), "{seats}: {spot:?}");
                for other in &spots[..place] {
                    let apart = (spot.x - other.x).hypot(spot.y - other.y);
                    assert!(apart > 0.05, "{seats}: {spot:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn the_seats_run_from_the_left_end_to_the_right_end() {
        for seats in 2..=250 {
            let spots = arcs(seats);
            assert!(spots[0].x < 0.0 && spots[seats - 1].x > 0.0, "{seats}");
            let angles = spots.iter().map(|spot| spot.x / spot.x.hypot(spot.y).max(1e-9));
            let angles: Vec<f64> = angles.collect();
            assert!(angles.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9), "{seats}");
        }
    }
}

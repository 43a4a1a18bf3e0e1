//! The hemicycle in cells: whatever the council and the window, one seat a cell, the room symmetric, the groups together;
//! its signs told apart without a colour.

use std::collections::BTreeSet;

use hemicycle::council::ballot::Choice;
use hemicycle::seating::cells::{Cell, Cells};
use hemicycle::tui::ascii;
use hemicycle::tui::text::width;
use hemicycle::tui::widgets::hemicycle::SeatSign;
use hemicycle::tui::widgets::seat::Sign;

/// Beside the bars at 80×24, over them at 120×40 and 200×60, on the agenda, on a public display.
const AREAS: [(u16, u16); 8] = [(37, 4), (37, 8), (20, 20), (50, 14), (78, 11), (146, 20), (146, 30), (196, 50)];

/// Every council in one area, every seventh in all: a debug build takes its time over each.
fn every_plan() -> impl Iterator<Item = (usize, u16, u16, Cells)> {
    let all = (1..=250).flat_map(|seats| AREAS.map(|(columns, rows)| (seats, columns, rows)));
    all.filter(|(seats, columns, _)| *columns == 78 || seats % 7 == 2)
        .filter_map(|(seats, columns, rows)| Some((seats, columns, rows, Cells::of(seats, columns, rows)?)))
}

#[test]
fn every_member_has_a_seat_of_his_own_inside_the_area_and_the_room_is_symmetric() {
    for (seats, columns, rows, cells) in every_plan() {
        let of = format!("{seats} in {columns}×{rows}");
        assert_eq!(cells.seats.len(), seats, "{of}");
        assert!(cells.columns <= columns && cells.rows <= rows, "{of}");
        assert!(cells.seats.iter().all(|cell| cell.column < cells.columns && cell.row < cells.rows), "{of}");
        let taken: BTreeSet<Cell> = cells.seats.iter().copied().collect();
        assert_eq!(taken.len(), seats, "two seats in one cell: {of}");
        let mirrored = |cell: &Cell| Cell { column: cells.columns - 1 - cell.column, ..*cell };
        assert!(taken.iter().all(|cell| taken.contains(&mirrored(cell))), "not symmetric: {of}");
    }
}

#[test]
fn the_seats_run_from_the_left_end_to_the_right_end_so_that_a_group_is_a_wedge() {
    for (seats, columns, rows, cells) in every_plan().filter(|(seats, ..)| *seats >= 20) {
        let of = format!("{seats} in {columns}×{rows}");
        // Five groups: each stands to the right of the one before.
        let size = seats / 5;
        let middles: Vec<f64> = (0..5)
            .map(|group| &cells.seats[group * seats / 5..(group + 1) * seats / 5])
            .map(|group| {
                let members = f64::from(u32::try_from(group.len()).expect("few"));
                group.iter().map(|cell| f64::from(cell.column)).sum::<f64>() / members
            })
            .collect();
        assert!(middles.windows(2).all(|pair| pair[0] < pair[1]), "{of}: {middles:?}");
        // A member of one end is never seated at the other.
        let half = f64::from(cells.columns) / 2.0;
        assert!(cells.seats[..size].iter().all(|cell| f64::from(cell.column) < half), "{of}");
        assert!(cells.seats[seats - size..].iter().all(|cell| f64::from(cell.column) > half - 1.0), "{of}");
    }
}

#[test]
fn every_council_has_a_place_in_the_windows_that_must_work() {
    for seats in 1..=250 {
        assert!(Cells::of(seats, 78, 11).is_some(), "{seats} at 120×40");
        assert!(Cells::of(seats, 37, 8).is_some(), "{seats} at 80×24");
    }
    assert!(Cells::of(58, 37, 4).is_some(), "58 beside the bars");
}

#[test]
fn where_there_is_room_no_two_seats_touch() {
    for seats in 1..=250 {
        let cells = Cells::of(seats, 78, 11).expect("room");
        let taken: BTreeSet<Cell> = cells.seats.iter().copied().collect();
        let touches = |cell: &&Cell| taken.contains(&Cell { column: cell.column + 1, ..**cell });
        assert_eq!(taken.iter().find(touches), None, "{seats}");
    }
}

/// The councils that stand on arcs in a middle window, and the areas of the vote in it and in a high one.
fn on_arcs() -> impl Iterator<Item = (String, Cells)> {
    let areas = [(82, 11), (82, 20)];
    let all = [7, 9, 11, 15, 19, 23, 27, 29, 33, 35, 39, 43, 45, 49, 53, 58]
        .into_iter()
        .flat_map(move |seats| areas.map(|(columns, rows)| (seats, columns, rows)));
    all.map(|(seats, columns, rows)| {
        (format!("{seats} in {columns}×{rows}"), Cells::of(seats, columns, rows).expect("room"))
    })
}

#[test]
fn a_small_council_reads_as_a_hemicycle_its_ends_on_the_lowest_row_and_each_side_bending_inward() {
    for (of, cells) in on_arcs() {
        let of_row = |row: u16| cells.seats.iter().filter(move |cell| cell.row == row).map(|cell| cell.column);
        let lowest: Vec<u16> = of_row(cells.rows - 1).collect();
        assert!(lowest.contains(&0) && lowest.contains(&(cells.columns - 1)), "the ends hang: {of}");
        // The outer seats of the left half: none stands both farther out and higher.
        let hides = |other: &Cell, cell: &Cell| other != cell && other.column <= cell.column && other.row <= cell.row;
        let outer = cells.seats.iter().filter(|cell| cell.column * 2 <= cells.columns);
        let outer = outer.filter(|cell| !cells.seats.iter().any(|other| hides(other, cell)));
        let mut outline: Vec<(f64, f64)> =
            outer.map(|cell| (f64::from(cell.column) / 2.0, -f64::from(cell.row))).collect();
        outline.sort_by(|one, other| one.0.total_cmp(&other.0));
        for three in outline.windows(3) {
            let [(x, y), (nx, ny)] = [1, 2].map(|at| (three[at].0 - three[at - 1].0, three[at].1 - three[at - 1].1));
            assert!(x * ny - y * nx <= 1.5, "it bends outward: {of}: {three:?}");
        }
    }
}

#[test]
fn the_seats_of_a_small_council_stand_evenly_and_no_two_rows_without_a_seat_part_them() {
    for (of, cells) in on_arcs() {
        let apart = |one: &Cell, other: &Cell| {
            let columns = f64::from(one.column.abs_diff(other.column));
            (columns / 2.0).hypot(f64::from(one.row.abs_diff(other.row)))
        };
        let nearest = cells.seats.iter().map(|seat| {
            let others = cells.seats.iter().filter(|other| *other != seat);
            others.map(|other| apart(seat, other)).fold(f64::INFINITY, f64::min)
        });
        let nearest: Vec<f64> = nearest.collect();
        let (least, most) =
            nearest.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), gap| (least.min(*gap), most.max(*gap)));
        assert!(least >= 1.0 && most <= 2.3 * least, "{of}: from {least:.2} to {most:.2}");
        let empty = |row: u16| cells.seats.iter().all(|cell| cell.row != row);
        let rows: Vec<bool> = (0..cells.rows).map(empty).collect();
        assert!(!rows.windows(3).any(|three| three.iter().all(|row| *row)), "{of}");
    }
}

#[test]
fn a_room_without_room_has_no_seats() {
    assert_eq!(Cells::of(0, 80, 24), None);
    assert_eq!(Cells::of(9, 0, 4), None);
    assert_eq!(Cells::of(250, 37, 4), None);
    assert_eq!(Cells::of(20, 3, 3), None);
}

/// Every sign that may stand in a vote at the same time.
fn in_a_vote() -> Vec<SeatSign> {
    let said = Choice::ALL.into_iter().flat_map(|choice| [SeatSign::Says(choice, false), SeatSign::Says(choice, true)]);
    let out = [Sign::Withdrawn, Sign::Excused, Sign::Absent].map(SeatSign::Presence);
    said.chain([SeatSign::Awaited(false), SeatSign::Awaited(true), SeatSign::Differs]).chain(out).collect()
}

/// Every sign that may stand in a room in which nobody votes by name.
fn in_the_room() -> Vec<SeatSign> {
    let all = [Sign::Present, Sign::Represented, Sign::Withdrawn, Sign::Excused, Sign::Absent, Sign::NoSeat];
    all.map(SeatSign::Presence).to_vec()
}

#[test]
fn any_two_states_of_a_seat_differ_without_a_colour_in_unicode_and_in_ascii() {
    for signs in [in_a_vote(), in_the_room()] {
        for (place, sign) in signs.iter().enumerate() {
            assert_eq!(width(sign.symbol()), 1, "{sign:?}");
            for other in &signs[..place] {
                assert_ne!(sign.symbol(), other.symbol(), "{sign:?} and {other:?}");
                assert_ne!(ascii::sign(sign.symbol()), ascii::sign(other.symbol()), "{sign:?} and {other:?} in ASCII");
            }
        }
    }
}

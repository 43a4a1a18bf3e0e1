//! The hemicycle in cells: whatever the council and the window, one seat a cell, the room symmetric, the groups together.

use hemicycle::seating::cells::Cells;

#[test]
#[ignore = "to be looked at"]
fn look() {
    for (seats, columns, rows) in [
        (9, 78, 9),
        (29, 78, 10),
        (33, 78, 11),
        (33, 37, 4),
        (33, 31, 5),
        (58, 39, 4),
        (58, 39, 5),
        (58, 78, 11),
        (100, 39, 6),
        (240, 78, 11),
        (240, 39, 6),
        (240, 110, 26),
        (58, 110, 22),
    ] {
        println!("{seats} in {columns}x{rows}");
        let Some(cells) = Cells::of(seats, columns, rows) else {
            println!("none");
            continue;
        };
        for row in 0..cells.rows {
            let line: String =
                (0..cells.columns)
                    .map(|column| {
                        if cells.seats.iter().any(|cell| cell.column == column && cell.row == row) {
                            '●'
                        } else {
                            ' '
                        }
                    })
                    .collect();
            println!("  {line}");
        }
    }
}

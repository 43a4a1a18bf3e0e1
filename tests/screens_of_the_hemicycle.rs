//! The hemicycle on the screens, to the letter and to the colour. The files are in `tests/screens/`.

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;

use evening::{Evening, docket};

#[test]
#[ignore = "to be looked at"]
fn look() {
    let mut metropole = Evening::of(docket("exemple-metropole.ron"));
    metropole.keys("<enter> <enter> <enter>");
    let mut seed = Evening::of(docket("2022-03-03-pays-d-aix.ron"));
    seed.keys("<enter> <enter> <enter>");
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        for evening in [&Evening::tariffs(), &seed, &metropole] {
            println!("{}", evening.screen(columns, rows));
        }
    }
}

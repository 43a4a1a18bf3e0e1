//! Two programs on one séance.

use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, open_first_report, session};

#[test]
fn case_25_a_second_instance_reads_only_and_says_who_holds_the_seance() {
    let (_folder, path) = session(COMMUNE);
    let mut first = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut first);
    let mut second = Terminal::start(&[&path], 120, 40);
    second.wait_for("LECTURE SEULE");
    second.wait_for(&first.process_id().to_string());
    second.type_keys("boi,");
    second.type_keys(QUIT);
    assert_eq!(second.wait_end().exit_code(), 0);
    first.type_keys("boi,");
    first.wait_for("BOISSEAU Hakim + 1 pouvoir");
    first.type_keys(QUIT);
    assert_eq!(first.wait_end().exit_code(), 0);
}

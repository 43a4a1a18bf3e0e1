//! Two programs on one séance, and what a dead one left.

use std::fs;

use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, open_first_report, session};

#[test]
fn case_25_a_second_instance_reads_only_and_says_who_holds_the_seance_and_what_it_shows() {
    let (_folder, path) = session(COMMUNE);
    let mut first = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut first);
    let mut second = Terminal::start(&[&path], 120, 40);
    second.wait_for("LECTURE SEULE");
    second.wait_for(&format!("processus {}", first.process_id()));
    // A narrow window breaks the sentence anywhere.
    let in_one_line = |screen: &str| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let left = fs::read_to_string(path.with_extension("lock")).expect("the lock file");
    let field = |name: &str| left.lines().find_map(|line| line.strip_prefix(name)).expect("a field").to_owned();
    let (host, since) = (field("host "), field("since "));
    second.wait_until("the machine", |screen| in_one_line(screen).contains(&format!("poste {host}, depuis le")));
    // « 2025-03-03T18:04:10+01:00 » is said « 18 h 04 ».
    let hour: u8 = since[11..13].parse().expect("an hour");
    let hour = format!("à {hour} h {}", &since[14..16]);
    second.wait_until("since when", |screen| in_one_line(screen).replace('\u{a0}', " ").contains(&hour));
    second.type_keys("boi,");
    // Refused, and told why once more: who has it, and that this window does not follow.
    second.wait_for("telle qu’elle était à son ouverture");
    second.type_keys(QUIT);
    assert_eq!(second.wait_end().exit_code(), 0);
    first.type_keys("boi,");
    first.wait_for("BOISSEAU Hakim + 1 pouvoir");
    first.type_keys(QUIT);
    assert_eq!(first.wait_end().exit_code(), 0);
}

#[test]
fn case_26_what_a_killed_program_held_is_taken_at_once_though_its_number_is_another_s_now() {
    let (_folder, path) = session(COMMUNE);
    let mut first = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut first);
    first.signal("KILL");
    first.wait_end();
    // The number of the dead one is that of a process which runs: this test.
    let lock = path.with_extension("lock");
    let left = fs::read_to_string(&lock).expect("the lock file");
    fs::write(&lock, left.replace(&first_pid(&left), &std::process::id().to_string())).expect("written");
    let mut second = Terminal::start(&[&path], 120, 40);
    second.wait_for("À proclamer");
    assert!(!second.screen().contains("LECTURE SEULE"), "{}", second.screen());
    second.type_keys("boi,");
    second.wait_for("BOISSEAU Hakim + 1 pouvoir");
    second.type_keys(QUIT);
    assert_eq!(second.wait_end().exit_code(), 0);
}

/// The number that stands in a lock file.
fn first_pid(left: &str) -> String {
    left.lines().find_map(|line| line.strip_prefix("pid ")).expect("a number").to_owned()
}

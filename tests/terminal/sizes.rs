//! Windows of every size: where the vote cannot be seen, nothing votes.

use std::path::Path;

use hemicycle::app::context::Context;
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{record, session_file};

use crate::contexts;
use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, open_first_report, session};

/// How many actions are on the disk.
fn recorded(path: &Path) -> u64 {
    let session = session_file::load(path).expect("the session file");
    record::read(&RealDisk, &session).expect("its record").history.next_number() - 1
}

/// A size and the keys typed in it reach the program on two ways that know nothing of each other, and the system hands keys
/// over when it likes. So nothing follows the keys but the one that leaves: keys are taken in their order, and what they
/// did is on the disk.
#[test]
fn case_36_a_window_too_small_says_so_and_locks_the_vote() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.type_keys(QUIT);
    terminal.wait_end();
    let before = recorded(&path);
    for (columns, rows) in [(79, 24), (80, 23), (2, 2), (1, 1)] {
        let mut terminal = Terminal::start(&[&path], 120, 40);
        terminal.wait_for("À proclamer");
        terminal.resize_and_wait(columns, rows);
        if columns > 2 {
            terminal.wait_for(&format!("fenêtre trop petite : {columns}×{rows}, il faut 80×24"));
        }
        terminal.type_keys("boi,\r!");
        terminal.type_keys(QUIT);
        assert_eq!(terminal.wait_end().exit_code(), 0, "{columns}×{rows}");
        assert_eq!(recorded(&path), before, "{columns}×{rows}: something was voted unseen");
    }
}

#[test]
fn case_36_a_window_that_was_too_small_shows_the_vote_again_once_it_is_large() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    for (columns, rows) in [(79, 24), (500, 300), (1, 1), (80, 24), (2, 2), (300, 100)] {
        terminal.resize_and_wait(columns, rows);
        match columns {
            79 => terminal.wait_for("79×24"),
            1 | 2 => {}
            _ => terminal.wait_for("À proclamer"),
        }
    }
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn a_key_and_a_resize_that_come_together_are_both_taken() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    for round in 0..40 {
        let (columns, rows) = if round % 2 == 0 { (79, 24) } else { (120, 40) };
        terminal.type_keys("b");
        terminal.resize(columns, rows);
        terminal.type_keys("\u{1b}[A");
        terminal.wait_for(if round % 2 == 0 { "79×24" } else { "À proclamer" });
    }
    terminal.resize(79, 24);
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

/// Two hundred sizes a second for two seconds, with a key behind each.
#[test]
fn case_36_two_hundred_sizes_a_second_with_keys_between_them_end_nothing() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    let sizes = [(120, 40), (1, 1), (79, 23), (0, 0), (80, 24), (500, 300), (2, 2), (120, 30)];
    for ((columns, rows), key) in sizes.into_iter().cycle().zip("boi\u{7f}".chars().cycle()).take(400) {
        terminal.resize(columns, rows);
        terminal.type_keys(&key.to_string());
        terminal.read_for(std::time::Duration::from_millis(5));
    }
    terminal.resize(120, 40);
    terminal.wait_for("À proclamer");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
}

/// Every screen and every panel, in windows that nothing fits in, in the smallest one that is enough, and in a huge one.
#[test]
fn case_36_every_screen_is_drawn_in_every_window_and_takes_no_key_but_the_one_that_leaves_where_it_is_not_seen() {
    for mut shown in contexts::each(|_| {}) {
        for (columns, rows) in
            [(0, 0), (1, 1), (2, 2), (0, 40), (120, 0), (79, 23), (79, 24), (80, 23), (80, 24), (500, 300)]
        {
            shown.evening.resized(columns, rows);
            let screen = shown.evening.screen(columns, rows);
            let is_small = columns < 80 || rows < 24;
            assert_eq!(shown.evening.app.is_too_small(), is_small);
            if columns == 79 || rows == 23 {
                assert!(screen.contains("trop petite"), "{} {columns}×{rows}:\n{screen}", shown.name);
            }
            if is_small {
                let before = format!("{:?}", shown.evening.app);
                shown.evening.keys("boi , ; : ! <enter> <tab> <esc> <f3> <f9> <backspace> <ctrl-z> <ctrl-y> <space>");
                assert_eq!(shown.evening.app.context(), Context::TooSmall);
                assert_eq!(format!("{:?}", shown.evening.app), before, "{} {columns}×{rows}", shown.name);
            }
        }
    }
}

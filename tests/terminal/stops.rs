//! A program that is stopped and woken: from outside, twice, unasked, and while its window changes.

use std::process::Command;

use crate::QUIT;
use crate::signals::with_a_vote;
use crate::terminal::Terminal;

#[test]
fn case_34_a_stopped_program_gives_the_terminal_back_and_draws_all_of_it_when_woken() {
    let (_folder, path) = with_a_vote();
    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("À proclamer");
    // A vote, a list over it, the notes: each is left and found again, the second time in another window.
    for (keys, shown) in [("", "À proclamer"), ("\x1b[20~", "Toutes les commandes"), ("\x1bOQ", "Notes ·")] {
        terminal.type_keys(keys);
        terminal.wait_for(shown);
        for size in [None, Some((100, 30)), Some((120, 40))] {
            terminal.signal("TSTP");
            terminal.wait_for_stop();
            assert_eq!(terminal.left_on(), Vec::<&str>::new(), "{shown}");
            assert!(!terminal.screen().contains(shown), "the shell's screen is back:\n{}", terminal.screen());
            if let Some((columns, rows)) = size {
                terminal.resize(columns, rows);
            }
            terminal.signal("CONT");
            terminal.wait_for(shown);
            let rows = usize::from(size.map_or(40, |(_, rows)| rows));
            terminal.wait_until("the whole window", |screen| {
                screen.lines().count() == rows && screen.contains("Conseil municipal") && screen.contains(shown)
            });
            assert!(terminal.left_on().contains(&"raw mode"), "{shown}");
        }
        if shown != "À proclamer" {
            terminal.type_keys("\x1b");
            terminal.wait_until("the vote", |screen| !screen.contains(shown) && screen.contains("À proclamer"));
        }
    }
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn case_34_a_program_that_is_stopped_and_woken_at_once_goes_on() {
    let (_folder, path) = with_a_vote();
    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("À proclamer");
    let pid = terminal.process_id().to_string();
    // Faster than one `kill` after another: the two come together, and the system gives them no order.
    let all = format!("for i in 1 2 3 4 5 6 7 8 9 10; do kill -s TSTP {pid}; kill -s CONT {pid}; done");
    assert!(Command::new("sh").args(["-c", &all]).status().expect("kill").success());
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn case_34_a_program_that_was_stopped_unasked_takes_the_terminal_from_the_shell_again() {
    let (_folder, path) = with_a_vote();
    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("À proclamer");
    terminal.signal("STOP");
    terminal.wait_for_stop();
    terminal.make_sane();
    assert!(!terminal.left_on().contains(&"raw mode"));
    let before = terminal.written.len();
    terminal.signal("CONT");
    terminal.wait_to_write("À proclamer", before);
    assert!(terminal.left_on().contains(&"raw mode"));
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
}

#[test]
fn case_25_and_30_a_program_that_is_stopped_keeps_its_seance_and_goes_on_with_it() {
    let (_folder, path) = with_a_vote();
    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("À proclamer");
    terminal.signal("TSTP");
    terminal.wait_for_stop();
    let mut other = Terminal::start(&[&path], 120, 40);
    other.wait_for("LECTURE SEULE");
    other.type_keys(QUIT);
    assert_eq!(other.wait_end().exit_code(), 0);
    terminal.signal("CONT");
    terminal.wait_for("À proclamer");
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

//! A program that is stopped and woken.

use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, open_first_report, session};

#[test]
fn case_34_a_stopped_program_gives_the_terminal_back_and_takes_it_again_when_woken() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.signal("TSTP");
    terminal.wait_for_stop();
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    terminal.signal("CONT");
    terminal.wait_for("À proclamer");
    assert!(terminal.left_on().contains(&"raw mode"));
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

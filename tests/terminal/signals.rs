//! A signal that ends the program.

use crate::terminal::Terminal;
use crate::{COMMUNE, session};

#[test]
fn case_31_to_33_a_signal_ends_the_program_with_the_terminal_put_back() {
    for (name, number) in [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)] {
        let (_folder, path) = session(COMMUNE);
        let mut terminal = Terminal::start(&[&path], 120, 40);
        terminal.wait_for("Appel des");
        terminal.signal(name);
        assert_eq!(terminal.wait_end().exit_code(), 128 + number, "{name}");
        assert_eq!(terminal.left_on(), Vec::<&str>::new(), "{name}");
    }
}

//! Text that is pasted.

use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, open_first_report, session};

#[test]
fn case_38_a_paste_never_votes() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    let pasted = "boi,\r".repeat(2_000);
    terminal.type_keys(&format!("\x1b[200~{pasted}\x1b[201~"));
    terminal.wait_for("coller");
    assert!(!terminal.screen().contains("BOISSEAU Hakim + 1 pouvoir"), "{}", terminal.screen());
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

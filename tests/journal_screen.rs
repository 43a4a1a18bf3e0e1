//! The journal screen to the letter and to the colour, at the sizes that must work.

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;

use evening::Evening;
use hemicycle::tui::theme::Theme;

fn compare(evening: &Evening, name: &str) {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let cells = evening.cells(columns, rows, Theme::new(true));
        golden::agree(&format!("tests/screens/{name}-{columns}x{rows}.txt"), &drawn::written(&cells));
    }
}

/// The seventh report: a slip taken back, a departure, four votes marked.
fn evening() -> Evening {
    let mut evening = Evening::tariffs();
    evening.keys("aub , <backspace> <f3> chaz , wei ;");
    evening
}

#[test]
fn the_journal_as_it_opens() {
    let mut evening = evening();
    evening.keys("<ctrl-r>");
    compare(&evening, "journal");
}

#[test]
fn what_going_back_to_a_point_of_the_report_would_change() {
    let mut evening = evening();
    evening.keys("<ctrl-r> <up> <up> <up> <up> <up> <up>");
    compare(&evening, "journal-revenir");
}

#[test]
fn the_question_whether_to_go_back() {
    let mut evening = evening();
    evening.keys("<ctrl-r> <up> <up> <up> <up> <up> <up> <enter>");
    compare(&evening, "journal-question");
}

#[test]
fn a_point_that_cannot_be_gone_back_to_says_why() {
    let mut evening = evening();
    evening.keys("<ctrl-r> <left> <left> <left>");
    compare(&evening, "journal-rectifier");
}

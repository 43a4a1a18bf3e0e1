//! The agenda and the close.

use crate::evening::Evening;
use hemicycle::app::Panel;
use hemicycle::council::sitting::Stage;

#[test]
fn after_the_last_proclamation_the_cursor_is_on_the_close_which_asks_once() {
    let mut evening = Evening::first_vote();
    evening.keys(&"<enter> ".repeat(12));
    assert!(evening.screen(120, 40).contains("Tous les rapports ont été examinés."));
    evening.keys("<enter>");
    assert!(matches!(evening.app.panels(), [Panel::Closing]));
    evening.keys("<esc> <enter> <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Closed);
    evening.keys("<backspace>");
    assert_eq!(evening.said(), "La séance est levée : plus rien ne se défait.");
}

#[test]
fn closing_early_says_how_many_reports_are_left_and_waits_for_the_vote_in_progress() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <end> <enter>");
    assert!(evening.screen(80, 24).contains("12 rapports n’ont pas été examinés."));
    evening.keys("<esc> <home> <enter> <esc> <end> <enter>");
    assert!(evening.said().starts_with("E006 "), "{}", evening.said());
}

#[test]
fn letters_in_the_agenda_go_to_the_report_and_enter_opens_it() {
    let mut evening = Evening::commune();
    evening.keys("<enter> tarifs <space> de <enter>");
    assert_eq!(evening.open_report().as_deref(), Some("07"));
}

//! The agenda and the close.

use crate::evening::Evening;
use hemicycle::app::{Panel, Place};
use hemicycle::council::sitting::Stage;

#[test]
fn closing_from_the_list_of_commands_takes_its_place_and_escape_leaves_both() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <f9> lever <enter>");
    assert!(!evening.screen(80, 24).contains("Toutes les commandes"), "{}", evening.screen(80, 24));
    evening.keys("<esc>");
    assert!(evening.app.panels().is_empty());
}

#[test]
fn enter_again_and_again_proclaims_everything_and_does_not_close_which_takes_another_key() {
    let mut evening = Evening::first_vote();
    evening.keys(&"<enter> ".repeat(12));
    assert!(evening.screen(120, 40).contains("Tous les rapports ont été examinés."));
    evening.keys("<enter>");
    assert!(matches!(evening.app.panels(), [Panel::Closing]));
    assert!(evening.screen(80, 24).contains("Cela ne se défait pas."));
    evening.keys("<enter> <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Open);
    assert_eq!(evening.said(), "! lève la séance, Échap renonce.");
    evening.keys("<esc> <enter> !");
    assert_eq!(evening.app.sitting().stage(), Stage::Closed);
    let said = "Séance levée à 18 h 04. Les papiers : hemicycle pv ; le sceau : hemicycle sceau.";
    assert_eq!(evening.said(), said);
    evening.keys("<backspace>");
    assert_eq!(evening.said(), "La séance est levée : plus rien ne se défait.");
}

#[test]
fn a_proclaimed_report_is_not_shown_as_a_vote_that_is_being_taken() {
    let mut evening = Evening::first_vote();
    assert!(evening.screen(120, 40).contains("présumé pour") && evening.screen(120, 40).contains("défaire"));
    evening.keys("<enter> <esc> <home> <enter>");
    let screen = evening.screen(120, 40);
    for word in ["présumé pour", "Tapez", "défaire", "abstention ", "proclamer"] {
        assert!(!screen.contains(word), "{word}\n{screen}");
    }
    let foot = screen.lines().last().unwrap();
    assert!(foot.contains("Échap") && foot.contains("F4") && foot.contains("F1"), "{foot}");
}

#[test]
fn nothing_is_taken_back_or_marked_once_the_sitting_is_closed() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <end> <enter> !");
    assert!(!evening.screen(200, 60).contains("défaire"));
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
fn another_report_waits_for_the_vote_in_progress_and_the_close_stays_in_sight() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <esc> <home> <down> <down> <enter>");
    assert_eq!(evening.said(), "Le vote du rapport n° 02 est en cours : Entrée sur ▶ 02 pour y revenir.");
    assert!(evening.screen(80, 24).contains("■ Lever la séance"), "{}", evening.screen(80, 24));
    evening.keys("<up> <enter>");
    assert_eq!(evening.app.place(), Place::Vote);
}

#[test]
fn letters_in_the_agenda_go_to_the_report_and_enter_opens_it() {
    let mut evening = Evening::commune();
    evening.keys("<enter> tarifs <space> de <enter>");
    assert_eq!(evening.open_report().as_deref(), Some("07"));
}

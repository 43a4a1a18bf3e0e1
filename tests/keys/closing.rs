//! The agenda and the close.

use crate::evening::Evening;
use crate::palette::offers;
use hemicycle::app::{Panel, Place};
use hemicycle::council::id::ReportId;
use hemicycle::council::sitting::Stage;
use hemicycle::french::screen::gesture::Gesture;
use jiff::civil::date;

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
    let said = "Séance levée à 18 h 04. Papiers : Tab, Ctrl-P ; sceau : hemicycle sceau.";
    assert_eq!(evening.said(), said);
    evening.keys("<backspace>");
    assert_eq!(
        evening.said(),
        "La séance est levée : plus rien ne se défait. Un résultat se rectifie (F9), avec un motif."
    );
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

/// The evening of the commune, closed, with notes.
fn closed() -> Evening {
    let mut evening = Evening::commune();
    evening.notes.set(ReportId::new("01"), "a".repeat(64));
    evening.keys("<enter> <end> <enter> !");
    assert_eq!(evening.app.sitting().stage(), Stage::Closed);
    evening
}

#[test]
fn the_close_is_recorded_with_the_sums_of_the_notes_as_they_stand() {
    let evening = closed();
    let notes = evening.app.sitting().notes_at_close();
    assert_eq!(notes.get(&ReportId::new("01")), Some(&"a".repeat(64)));
}

#[test]
fn the_minutes_are_settled_after_the_close_with_a_day_and_remarks_and_the_notes_of_then() {
    let mut evening = closed();
    evening.notes.set(ReportId::new("01"), "b".repeat(64));
    evening.keys("<f9> arreter <enter>");
    assert!(evening.screen(80, 24).contains("Arrêté à la séance de quel jour"), "{}", evening.screen(80, 24));
    evening.keys("<enter>");
    assert_eq!(evening.said(), "Il faut une date : 7 avril 2025, ou 07/04/2025.");
    evening.keys("31/02/2025 <enter>");
    assert_eq!(evening.said(), "« 31/02/2025 » n’est pas une date : écrivez 7 avril 2025, ou 07/04/2025.");
    // A day before the sitting is said before the remarks are written.
    evening.keys(&"<backspace> ".repeat(10)).keys("1/1/2025 <enter>");
    assert!(evening.said().starts_with("E032 "), "{}", evening.said());
    evening.keys(&"<backspace> ".repeat(8)).keys("7 <space> avril <space> 2027 <enter>");
    assert!(evening.screen(80, 24).contains("Remarques, s’il y en a"), "{}", evening.screen(80, 24));
    evening.keys("Une <space> coquille <enter>");
    assert!(evening.app.panels().is_empty());
    assert_eq!(evening.said(), "Procès-verbal arrêté le 7 avril 2027.");
    assert!(evening.screen(80, 24).contains("■ levée, PV arrêté"), "{}", evening.screen(80, 24));
    assert!(evening.screen(120, 40).contains(", procès-verbal arrêté"), "{}", evening.screen(120, 40));
    let settlement = evening.app.sitting().settlement().expect("settled");
    assert_eq!((settlement.on, settlement.remarks.as_deref()), (date(2027, 4, 7), Some("Une coquille")));
    assert_eq!(settlement.notes.get(&ReportId::new("01")), Some(&"b".repeat(64)));
}

#[test]
fn settled_minutes_are_settled_again_for_a_reason_and_never_before_the_close() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> arreter");
    assert!(!offers(&evening, Gesture::Settle), "{}", evening.screen(80, 24));
    let mut evening = closed();
    evening.keys("<f9> arreter <enter> 07/04/2027 <enter> <enter>");
    assert_eq!(evening.app.sitting().settlement().and_then(|it| it.remarks.clone()), None);
    evening.keys("<f9> arreter <enter> 08/04/2027 <enter> <enter>");
    assert!(matches!(evening.app.panels().last(), Some(Panel::Reason(_))), "{}", evening.said());
    evening.keys("coquille <enter>");
    assert_eq!(evening.app.sitting().settlement().map(|it| it.on), Some(date(2027, 4, 8)));
    assert_eq!(evening.app.sitting().irregularities().last().map(|it| it.code.to_string()).as_deref(), Some("W019"));
    evening.keys("<backspace>");
    assert_eq!(
        evening.said(),
        "La séance est levée : plus rien ne se défait. Un résultat se rectifie (F9), avec un motif."
    );
}

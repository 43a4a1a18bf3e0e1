//! The clock on the wall goes back, or past midnight, in the middle of the séance.

use hemicycle::app::Key;
use hemicycle::app::context::Context;
use hemicycle::council::sitting::Stage;
use hemicycle::papers::Paper;

use crate::evening::Evening;
use crate::paper::text_of;

/// Types a reason with a space in it, and confirms it.
fn type_reason(evening: &mut Evening) {
    for letter in "la pendule".chars() {
        evening.key(Key::Char(letter));
    }
    evening.keys("<enter>");
}

#[test]
fn case_27_a_clock_that_goes_back_an_hour_is_said_asks_once_why_and_orders_nothing() {
    let mut evening = Evening::first_vote();
    evening.minute = 20 * 60 + 17;
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("02"));
    evening.minute = 19 * 60 + 20;
    let before = evening.records();
    evening.keys("<enter>");
    assert_eq!(evening.app.context(), Context::Reason, "{}", evening.said());
    let asked = evening.screen(120, 40);
    assert!(asked.contains("19 h 20") && asked.contains("20 h 17"), "{asked}");
    assert_eq!(evening.records(), before, "nothing is recorded before it is said why");
    type_reason(&mut evening);
    assert_eq!(evening.open_report().as_deref(), Some("03"), "{}", evening.said());
    // From then on the clock goes on: nothing more is asked.
    evening.minute += 3;
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("04"), "{}", evening.said());
    let minutes = text_of(evening.app.sitting(), &Paper::Minutes).replace('\u{a0}', " ");
    assert!(minutes.contains("la pendule"), "{minutes}");
    let place = |text: &str| minutes.find(text).unwrap_or_else(|| panic!("{text}:\n{minutes}"));
    // The reports stand in the order of their actions, whatever their hours.
    assert!(place("correspondant incendie") < place("durée des questions"));
}

#[test]
fn case_29_midnight_leaves_the_seance_on_its_day_and_a_suspension_over_it_in_its_order() {
    let mut evening = Evening::first_vote();
    evening.minute = 23 * 60 + 55;
    evening.keys("<enter> <f9> susp <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Suspended);
    evening.minute = 4;
    evening.keys("<f9> <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Open, "{:?} {}", evening.app.context(), evening.said());
    evening.minute = 9;
    evening.elapsed_ms += 1_000;
    evening.keys("<enter>");
    assert_ne!(evening.app.context(), Context::Reason, "what is after midnight follows what is before it");
    assert_eq!(evening.open_report().as_deref(), Some("03"));
    let minutes = text_of(evening.app.sitting(), &Paper::Minutes).replace('\u{a0}', " ");
    let told: Vec<&str> = minutes.lines().filter(|line| line.contains("suspend") || line.contains("repr")).collect();
    assert!(told.iter().any(|line| line.contains("23 h 55")), "{told:?}");
    assert!(told.iter().any(|line| line.contains("0 h 04")), "{told:?}");
    assert!(minutes.contains("3 mars 2025") && !minutes.contains("4 mars 2025"), "{minutes}");
}

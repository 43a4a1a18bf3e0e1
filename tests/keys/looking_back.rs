//! Taking back, and what is said of it: the action in words, what changed by it, what comes back.

use crate::evening::Evening;

#[test]
fn a_proclamation_that_is_taken_back_says_which_vote_comes_back_and_which_report_is_no_longer_open() {
    let mut evening = Evening::tariffs();
    let before = evening.tally("07");
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("08"));
    evening.elapsed_ms += 1000;
    evening.keys("<backspace>");
    assert_eq!(evening.tally("07"), before);
    let figures = format!("pour {}, contre {}, abstentions {}", before.for_, before.against, before.abstentions);
    let said = evening.said();
    assert!(said.starts_with("Défait : proclamation du rapport n° 07 (adopté "), "{said}");
    assert!(said.contains("ouverture du rapport n° 08"), "{said}");
    assert!(said.contains(&format!("Le vote du rapport n° 07 reprend : {figures}")), "{said}");
    assert!(said.ends_with("Ctrl-Y rétablit."), "{said}");
}

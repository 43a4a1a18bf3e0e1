//! The roll call and the opening.

use crate::evening::{Evening, member};
use crate::outcome;
use hemicycle::app::{Key, Msg, Panel, Place};
use hemicycle::council::attendance::Presence;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::sitting::Stage;

#[test]
fn space_and_signs_mark_presence_and_a_power_ends_when_its_giver_arrives() {
    let mut evening = Evening::commune();
    evening.keys("aub ;");
    assert_eq!(evening.said(), "AUBRY Paul : excusé ; le pouvoir de SABATHIER Élie prend fin.");
    evening.keys("dup !");
    assert_eq!(evening.said(), "DUPRAT Gérald : présent ; son pouvoir prend fin.");
    evening.keys("<down> <down> <down> <space>");
    assert_eq!(evening.said(), "CHAZAL Hélène : excusée.");
}

#[test]
fn one_who_is_represented_is_excused_again_when_the_power_is_taken_back() {
    let mut evening = Evening::commune();
    evening.keys("dup ;");
    assert_eq!(evening.said(), "Le pouvoir de DUPRAT Gérald prend fin.");
    assert_eq!(evening.app.sitting().attendance().presence(&member("duprat-gerald")), Presence::Excused);
    assert_eq!(evening.app.sitting().attendance().holder_of(&member("duprat-gerald")), None);
}

#[test]
fn a_power_to_one_who_is_away_is_refused_and_the_holder_is_looked_for_again() {
    let mut evening = Evening::commune();
    evening.keys("chaz : font <enter>");
    assert!(evening.said().starts_with("E012 "), "{}", evening.said());
    evening.keys("<backspace> <backspace> <backspace> <backspace> del <enter>");
    assert_eq!(evening.app.sitting().attendance().holder_of(&member("chazal-helene")), Some(&member("delorme-karim")));
}

#[test]
fn after_a_refusal_at_the_roll_call_the_next_letters_are_another_name() {
    let mut evening = Evening::commune();
    evening.keys("aub ! zzz , aub ;");
    assert_eq!(evening.app.sitting().attendance().presence(&member("aubry-paul")), Presence::Excused);
    evening.keys("chaz ; chaz : font <enter> del <enter>");
    assert_eq!(evening.app.sitting().attendance().holder_of(&member("chazal-helene")), Some(&member("delorme-karim")));
}

#[test]
fn the_agenda_is_no_dead_end_while_the_roll_call_lasts() {
    for back in ["<enter>", "<esc>", "<f3>", "tarifs <enter>", "tarifs <f3>", "<end> <enter>"] {
        let mut evening = Evening::commune();
        evening.keys("<esc>");
        assert_eq!(evening.app.place(), Place::Agenda);
        evening.keys(back);
        assert_eq!((evening.app.place(), evening.app.panels().len()), (Place::RollCall, 0), "{back}");
    }
}

#[test]
fn the_card_at_the_roll_call_takes_no_vote_and_shows_no_key_for_one() {
    let mut evening = Evening::commune();
    evening.keys("aub <enter>");
    let records = evening.records();
    let screen = evening.screen(200, 60);
    assert!(!screen.contains("abstention") && !screen.contains("contre"), "{screen}");
    evening.keys(", ; : ! <space>");
    assert_eq!((evening.records(), evening.app.panels().len()), (records, 1));
}

#[test]
fn an_irregular_opening_asks_one_reason_for_all_codes_and_escape_gives_it_up() {
    let mut evening = Evening::commune();
    evening.keys("vail ; martin ; <enter>");
    let Some(Panel::Reason(panel)) = evening.app.panels().last() else { panic!("no reason is asked") };
    let codes: Vec<String> = panel.findings.iter().map(|finding| finding.code().to_string()).collect();
    assert_eq!(codes, ["W004", "W005"]);
    evening.keys("<esc>");
    assert_eq!(evening.app.sitting().stage(), Stage::RollCall);
    evening.keys("<enter> dit <enter>");
    let reasons: Vec<String> =
        evening.app.sitting().irregularities().iter().map(|one| format!("{} {}", one.code, one.reason)).collect();
    assert_eq!(reasons, ["W004 dit", "W005 dit"]);
}

#[test]
fn keys_typed_ahead_are_no_reason_until_the_panel_has_been_seen() {
    let mut evening = Evening::commune();
    evening.keys("vail ; martin ; <enter>");
    evening.pace_ms = 100;
    evening.keys("a b <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::RollCall);
    evening.pace_ms = 400;
    evening.keys("d i t <enter>");
    assert_eq!(evening.app.sitting().irregularities()[0].reason, "dit");
}

#[test]
fn a_reason_holds_no_hidden_character_and_500_characters_at_most() {
    let mut evening = Evening::commune();
    evening.keys("vail ; martin ; <enter>");
    evening.send(Msg::Paste("dit\u{202e}".to_owned()));
    assert!(evening.said().contains("U+202E"), "{}", evening.said());
    evening.key(Key::Char('\u{200b}'));
    assert!(evening.said().contains("U+200B"), "{}", evening.said());
    evening.send(Msg::Paste("é".repeat(501)));
    assert!(evening.said().contains("500"), "{}", evening.said());
    evening.send(Msg::Paste("é".repeat(500)));
    evening.keys("é");
    assert!(evening.said().contains("500"), "{}", evening.said());
    evening.keys("<enter>");
    assert_eq!(evening.app.sitting().irregularities()[0].reason, "é".repeat(500));
}

#[test]
fn the_reason_given_last_for_the_same_code_is_proposed() {
    let mut evening = Evening::commune();
    evening.keys("aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,");
    evening.keys("<enter> urgence <enter> <enter>");
    let Some(Panel::Reason(panel)) = evening.app.panels().last() else { panic!("no reason is asked") };
    assert_eq!(panel.text, "urgence");
}

#[test]
fn without_a_quorum_a_proclamation_stands_alone_and_the_next_report_asks_for_a_reason() {
    let mut evening = Evening::commune();
    evening.keys("aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,");
    evening.keys("<enter> urgence <enter> <enter> urgence <enter>");
    assert_eq!(evening.open_report().as_deref(), Some("01"));
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously));
    assert_eq!(evening.open_report(), None);
    assert_eq!(evening.app.place(), Place::Agenda);
    evening.keys("<enter>");
    assert!(matches!(evening.app.panels(), [Panel::Reason(_)]));
}

//! Keys that go astray: typed where they mean nothing, or once too often. They do no harm, and something is said.

use crate::all_kinds;
use crate::evening::Evening;
use crate::outcome;
use hemicycle::app::{Effect, Panel};
use hemicycle::council::outcome::Outcome;

#[test]
fn figures_typed_where_names_are_noted_are_a_number_of_the_list_and_enter_behind_them_proclaims_nothing() {
    let mut evening = Evening::first_vote();
    evening.keys("22");
    assert!(evening.said().contains("Tab"), "whoever meant the figures of the vote is told: {}", evening.said());
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), None, "{}", evening.screen(80, 24));
    assert!(matches!(evening.app.panels().last(), Some(Panel::Card(_))), "the card of the number 22");
    evening.keys("<esc> <esc> <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously));
}

#[test]
fn a_name_typed_behind_a_stray_figure_is_nobody_s_and_nothing_is_noted_or_proclaimed() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("4 evr , <enter>");
    assert_eq!(evening.records(), records, "{}", evening.said());
    evening.keys("evr ,");
    assert_eq!(evening.tally("01").against, 1, "the next letters are another name");
}

#[test]
fn the_number_of_a_report_is_found_on_the_agenda_with_shift_or_without() {
    for typed in ["7", "07", "à7", "àè"] {
        let mut evening = Evening::commune();
        evening.keys(&format!("<enter> {typed}"));
        assert_eq!(evening.app.agenda().place(), 6, "{typed}: {}", evening.screen(80, 24));
    }
}

#[test]
fn ctrl_p_pressed_twice_on_the_vote_shows_the_paper_and_writes_none() {
    let mut evening = Evening::first_vote();
    evening.pace_ms = 200;
    evening.keys("<ctrl-p> <ctrl-p>");
    assert!(matches!(evening.app.panels().last(), Some(Panel::Paper(_))));
    assert!(evening.said().contains("Rien n’est écrit"), "{}", evening.said());
    assert!(!evening.effects.contains(&Effect::WritePapers), "{:?}", evening.effects);
}

#[test]
fn tab_on_what_cannot_be_voted_says_so_and_the_footer_does_not_promise_it() {
    let mut evening = Evening::of(all_kinds::docket());
    evening.keys("<enter> 11 <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("question orale · sans vote") && !screen.contains("Tab"), "{screen}");
    evening.keys("<tab>");
    assert!(evening.app.panels().is_empty(), "{}", evening.screen(80, 24));
    assert!(evening.said().contains("n’appelle pas de vote"), "{}", evening.said());
}

#[test]
fn the_decision_on_an_amendment_is_said_in_the_words_of_the_minutes_and_no_figure_is_none() {
    let mut evening = Evening::of(all_kinds::docket());
    evening.keys("<enter> 03 <enter> <enter> evr ,");
    let screen = evening.screen(120, 40);
    assert!(screen.contains("adopte à la majorité, par 30 voix"), "{screen}");
    assert!(!screen.contains("0 abstention"), "{screen}");
}

#[test]
fn one_report_of_a_vote_on_several_says_that_enter_proclaims_them_all() {
    let mut evening = Evening::of(all_kinds::docket());
    evening.keys("<enter> 04 <enter> <right>");
    assert!(evening.screen(80, 24).contains("↵ proclame les 4"), "{}", evening.screen(80, 24));
}

#[test]
fn what_is_done_in_every_report_of_one_vote_is_told_once_and_the_panel_says_that_it_is_for_all() {
    let mut evening = Evening::of(all_kinds::docket());
    evening.keys("<enter> 04 <enter> <tab>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Manière de relever le vote — vote groupé"), "{screen}");
    evening.keys("<enter> 20 <enter> <enter>");
    assert_eq!(evening.said(), "Chiffres notés : 20 pour, 11 contre et 0 abstention.");
}

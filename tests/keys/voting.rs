//! The vote: names, holders, choices, what is refused.

use crate::evening::{Evening, member};
use crate::{choice, outcome};
use hemicycle::app::step::Tone;
use hemicycle::app::{Panel, Place};
use hemicycle::council::ballot::Choice;
use hemicycle::council::outcome::Outcome;

#[test]
fn a_holder_is_marked_with_the_voices_that_he_carries() {
    let mut evening = Evening::first_vote();
    evening.keys("bois ,");
    assert_eq!(choice(&evening, "01", "boisseau-hakim"), Some(Choice::Against));
    assert_eq!(choice(&evening, "01", "duprat-gerald"), Some(Choice::Against));
    assert_eq!(evening.said(), "BOISSEAU Hakim + 1 pouvoir : contre.");
}

#[test]
fn the_card_of_a_holder_marks_each_voice_apart() {
    let mut evening = Evening::first_vote();
    evening.keys("bois <enter> <down> ,");
    assert_eq!(choice(&evening, "01", "boisseau-hakim"), Some(Choice::For));
    assert_eq!(choice(&evening, "01", "duprat-gerald"), Some(Choice::Against));
    assert_eq!(evening.said(), "DUPRAT Gérald (par BOISSEAU Hakim) : contre.");
    evening.keys("<up> ; <esc>");
    assert_eq!(choice(&evening, "01", "boisseau-hakim"), Some(Choice::Abstain));
    assert!(evening.app.panels().is_empty());
}

#[test]
fn a_power_that_stays_for_when_its_holder_does_not_is_named() {
    let mut evening = Evening::first_vote();
    evening.keys("bois , dup !");
    let words = "BOISSEAU Hakim (pouvoir de DUPRAT Gérald : pour)";
    assert!(evening.screen(140, 60).contains(words), "{}", evening.screen(140, 60));
}

#[test]
fn the_card_of_somebody_without_a_voice_says_why() {
    let mut evening = Evening::first_vote();
    evening.keys("font <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("et personne ne porte sa") && screen.contains("Vérifiez l’appel"), "{screen}");
}

#[test]
fn a_represented_member_who_is_searched_is_marked_alone() {
    let mut evening = Evening::first_vote();
    evening.keys("dup :");
    assert_eq!(choice(&evening, "01", "boisseau-hakim"), Some(Choice::For));
    assert_eq!(choice(&evening, "01", "duprat-gerald"), Some(Choice::NotTakingPart));
}

#[test]
fn a_choice_for_somebody_without_a_voice_is_refused_with_what_to_do() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("font");
    assert!(evening.screen(120, 40).contains("sans voix"));
    evening.keys(",");
    assert_eq!(
        evening.said(),
        "E009 FONTANEL Denis n’est pas dans la salle et personne ne porte sa voix. Vérifiez l’appel : présence ou pouvoir."
    );
    assert_eq!(evening.app.said().unwrap().tone, Tone::Refused);
    assert_eq!(evening.records(), records);
}

#[test]
fn a_choice_that_is_already_noted_or_refused_empties_the_search_and_the_next_name_is_found() {
    for first in ["aub !", "font ,", "zzz ,"] {
        let mut evening = Evening::first_vote();
        evening.keys(first).keys("evr ,");
        assert_eq!(choice(&evening, "01", "evrard-maia"), Some(Choice::Against), "after {first}");
    }
    let mut evening = Evening::first_vote();
    evening.keys("aub !");
    assert_eq!(evening.app.vote().unwrap().picker.query(), "");
}

#[test]
fn function_keys_say_the_same_choices_as_the_signs() {
    for (key, sign, expected) in
        [("<f5>", ",", Choice::Against), ("<f6>", ";", Choice::Abstain), ("<f7>", ":", Choice::NotTakingPart)]
    {
        for keys in [key, sign] {
            let mut evening = Evening::first_vote();
            evening.keys("evr").keys(keys);
            assert_eq!(choice(&evening, "01", "evrard-maia"), Some(expected), "{keys}");
            evening.keys("evr <f8>");
            assert_eq!(choice(&evening, "01", "evrard-maia"), Some(Choice::For), "{keys}");
        }
    }
}

#[test]
fn space_goes_through_the_choices_and_a_walk_stays_where_it_is() {
    let mut evening = Evening::first_vote();
    evening.keys("<down> <down> <down>"); // MARTINET, AUBRY, CHAZAL
    for expected in [Choice::Against, Choice::Abstain, Choice::NotTakingPart, Choice::For] {
        evening.keys("<space>");
        assert_eq!(choice(&evening, "01", "chazal-helene"), Some(expected));
    }
    evening.keys("<down> , <esc>");
    assert_eq!(choice(&evening, "01", "delorme-karim"), Some(Choice::Against));
}

#[test]
fn no_letter_is_a_command_even_in_capitals() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    for letter in "abcdefghijklmnopqrstuvwxyzéèçàAZQ'-".chars() {
        evening.keys(&letter.to_string()).keys("<esc>");
    }
    assert_eq!(evening.records(), records);
    assert_eq!(evening.app.place(), Place::Vote);
}

#[test]
fn a_search_finds_first_names_and_groups_and_down_picks_another() {
    let mut evening = Evening::first_vote();
    evening.keys("solene ,");
    assert_eq!(choice(&evening, "01", "carpentier-solene"), Some(Choice::Against));
    evening.keys("autrement <down> <down> ,"); // the group, LE GOFFIC, D'ORMESNIL
    assert_eq!(choice(&evening, "01", "le-goffic-ronan"), Some(Choice::For));
    assert_eq!(choice(&evening, "01", "d-ormesnil-agathe"), Some(Choice::Against));
}

#[test]
fn a_space_in_a_name_goes_on_searching_and_marks_nobody() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("le <space> gof");
    assert_eq!(evening.records(), records);
    assert_eq!(evening.app.vote().unwrap().picker.picked(), Some(&member("le-goffic-ronan")));
}

#[test]
fn enter_never_proclaims_while_a_name_is_being_looked_for() {
    let mut evening = Evening::first_vote();
    evening.keys("zzz <enter>");
    assert_eq!(evening.said(), "Aucun membre ne répond à « zzz ». Tapez un autre nom, ou Échap.");
    evening.keys("<esc> evr <enter>");
    assert!(matches!(evening.app.panels(), [Panel::Card(_)]));
    evening.keys("<enter> <esc> , ");
    assert_eq!(evening.said(), "Tapez d’abord le début d’un nom, ou choisissez avec les flèches.");
    assert_eq!(outcome(&evening, "01"), None);
}

#[test]
fn backspace_kept_down_erases_the_search_and_takes_nothing_back() {
    let mut evening = Evening::first_vote();
    evening.keys("aub , evr");
    let records = evening.records();
    evening.pace_ms = 30;
    evening.keys("<backspace> <backspace> <backspace> <backspace> <backspace> <backspace>");
    assert_eq!(evening.records(), records);
    evening.pace_ms = 1_000;
    evening.keys("<backspace>");
    assert_eq!(evening.tally("01").against, 0);
}

#[test]
fn enter_twice_within_400_ms_proclaims_once_and_says_so() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter>");
    evening.pace_ms = 200;
    evening.keys("<enter>");
    assert_eq!(evening.said(), "Entrée ignorée : le rapport n° 01 vient d’être proclamé.");
    assert_eq!(evening.open_report().as_deref(), Some("02"));
    evening.pace_ms = 400;
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("03"));
}

#[test]
fn a_tie_that_nobody_decides_asks_for_a_reason_and_the_reason_is_recorded() {
    let mut evening = Evening::first_vote();
    // The president takes no part; 15 for, 15 against.
    evening.keys("martin : aub , chaz , del , esc , fay , gir , jour , kel , lam , ors , qui ,");
    assert_eq!((evening.tally("01").for_, evening.tally("01").against), (16, 14));
    evening.keys("per ,");
    assert_eq!((evening.tally("01").for_, evening.tally("01").against), (15, 15));
    evening.keys("<enter>");
    assert!(matches!(evening.app.panels(), [Panel::Reason(_)]));
    assert!(evening.screen(80, 24).contains("W007"));
    evening.keys("<enter>");
    assert_eq!(evening.said(), "Écrivez le motif, ou Échap pour renoncer.");
    evening.keys("vote , constaté ! <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::RejectedByTie));
    assert_eq!(evening.open_report().as_deref(), Some("02"), "the next report is opened all the same");
    assert_eq!(evening.app.sitting().irregularities()[0].reason, "vote,constaté!");
}

#[test]
fn a_done_report_is_looked_at_again_and_not_changed() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <esc> <home> <enter> aub ,");
    assert!(evening.said().starts_with("E008 "), "{}", evening.said());
    assert!(evening.screen(120, 40).contains("Proclamé"));
}

//! What follows from an action is said behind it, and what is not as usual stands in the head.

use hemicycle::council::docket::BodyKind;

use crate::evening::{Evening, docket};

#[test]
fn who_comes_in_during_a_vote_is_said_to_be_counted_in_it() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> urb !");
    assert_eq!(evening.said(), "URBANIAK Stan : présent à 18 h 04. Vote en cours : présumé pour, 32 votants.");
    evening.keys("<enter> <esc> <f3> font !");
    assert!(evening.said().ends_with("33 votants."), "{}", evening.said());
}

#[test]
fn who_comes_in_with_a_voice_that_the_holder_of_the_power_marked_is_said_to_keep_it() {
    let mut evening = Evening::first_vote();
    evening.keys("fay , <f3> hug !");
    let said = "HUGONET Thierry : présent à 18 h 04 ; son pouvoir prend fin. Vote en cours : voix toujours notée « contre \
                », à confirmer ; 31 votants.";
    assert_eq!(evening.said(), said);
    evening.keys("<f3> hug ,");
    assert_eq!(evening.said(), "HUGONET Thierry : parti à 18 h 04. Vote en cours : 30 votants.");
}

#[test]
fn between_two_reports_nobody_is_said_to_be_counted() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <f3> urb !");
    assert_eq!(evening.said(), "URBANIAK Stan : présent à 18 h 04.");
}

#[test]
fn a_president_who_leaves_and_the_last_secretary_are_said_to_be_replaced() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> martinet ,");
    assert!(evening.said().ends_with("Qui préside ? F9, Autre présidence."), "{}", evening.said());
    evening.keys("<f3> vail ;");
    assert!(evening.said().ends_with("Plus de secrétaire dans la salle : F9, Secrétaires."), "{}", evening.said());
    evening.keys("<f3> tour ;");
    assert!(!evening.said().contains("F9"), "{}", evening.said());
}

#[test]
fn a_president_who_comes_after_the_opening_is_said_to_take_the_chair_by_a_key() {
    let mut evening = Evening::commune();
    evening.keys("martinet , <f9> preside <enter> <enter> <enter> <enter> <enter> <f3> martinet !");
    assert!(evening.said().contains("Reprise de la présidence : F9."), "{}", evening.said());
    evening.keys("<f9> preside <enter> <enter> <enter> <f3> martinet ; <f3> martinet !");
    assert!(!evening.said().contains("présidence"), "{}", evening.said());
}

#[test]
fn a_holder_not_looked_for_yet_is_asked_for_and_not_said_to_be_nobody() {
    let mut evening = Evening::first_vote();
    let screen = evening.keys("<f3> urb :").screen(80, 24);
    assert!(screen.contains("Tapez le début d’un nom") && !screen.contains("personne"), "{screen}");
    assert!(evening.keys("zzz").screen(80, 24).contains("personne"));
}

#[test]
fn an_hour_that_reaches_back_names_the_results_to_rectify() {
    let mut evening = Evening::first_vote();
    evening.minute = 19 * 60;
    evening.keys("<enter> <enter> <f3> 1830 chaz , dit <enter>");
    assert_eq!(
        evening.said(),
        "CHAZAL Hélène : partie à 18 h 30 ; W009 passé outre, motif enregistré. À rectifier s’il y a lieu (F9) : n° 01 \
         et n° 02."
    );
}

#[test]
fn a_member_from_afar_asks_for_a_reason_in_a_commune_and_where_no_text_is_known_is_said_to_be_so() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> chaz =");
    assert!(evening.screen(120, 40).contains("W010"), "{}", evening.screen(120, 40));
    let mut ccas = (*docket("exemple-commune.ron")).clone();
    ccas.body.kind = BodyKind::Ccas;
    let mut evening = Evening::of(ccas.into());
    evening.keys("<enter> <f3> chaz =");
    assert!(evening.said().contains("Aucun texte connu"), "{}", evening.said());
    let mut evening = Evening::of(docket("exemple-elus.ron"));
    evening.keys("<enter> <f3> dam =");
    assert!(!evening.said().contains("Aucun texte connu"), "{}", evening.said());
}

#[test]
fn the_accounts_say_who_must_withdraw_as_soon_as_they_are_opened() {
    let mut evening = Evening::of(docket("exemple-soiree.ron"));
    evening.keys("<enter> <enter> <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("▲ COMPTES : SERVIÈRES Hugo doit se retirer (F9 : déport)"), "{screen}");
    evening.keys("serv = <enter> <enter> <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("▲ COMPTES : qui préside ? (F9)"), "{screen}");
    evening.keys("<f9> preside <enter> <enter> <enter>");
    assert!(!evening.screen(80, 24).contains("▲"), "{}", evening.screen(80, 24));
}

#[test]
fn what_is_not_as_usual_stands_side_by_side_and_nothing_of_it_is_cut() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> huis <enter> <enter> <enter> <f3> martinet ; <f9> preside <enter> <enter> <enter>");
    evening.keys("<enter> <esc> <f9> susp <enter>");
    let screen = evening.screen(80, 24);
    for words in [
        "SÉANCE SUSPENDUE depuis 18 h 04 (F9 : reprendre)",
        "◆ HUIS CLOS (F9 : séance publique) · Préside : AUBRY Paul",
    ] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
}

#[test]
fn the_quorum_lost_names_the_key_that_suspends_and_waits_for_the_resumption() {
    let mut evening = Evening::first_vote();
    evening.keys(
        "<f3> aub , <f3> chaz , <f3> del , <f3> esc , <f3> fay , <f3> gir , <f3> jour , <f3> kel , <f3> lam , \
         <f3> more , <enter>",
    );
    let screen = evening.screen(80, 24);
    assert!(screen.contains("il manque 1 présent (F4 : qui). F9 : suspendre, ajourner."), "{screen}");
    evening.keys("<f9> susp <enter>");
    assert!(evening.screen(80, 24).contains("À revoir à la reprise."), "{}", evening.screen(80, 24));
}

#[test]
fn a_rectification_says_who_was_counted_otherwise() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <esc> <f9> rect <enter> <enter> goff <enter> contre <enter> <enter>");
    evening.keys("erreur <enter>");
    assert_eq!(evening.said(), "Rapport n° 01 rectifié, adopté 30-1-0 (LE GOFFIC Ronan : contre).");
    let screen = evening.keys("<esc> <home> <enter>").screen(80, 24);
    assert!(screen.contains("Compté autrement") && screen.contains("LE GOFFIC Ronan (avant : pour)"), "{screen}");
}

#[test]
fn where_she_was_is_asked_of_a_woman_in_the_feminine() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <esc> <home> <f9> rect <enter> <enter> chaz <enter>");
    assert!(evening.screen(80, 24).contains("était sortie"), "{}", evening.screen(80, 24));
}

#[test]
fn the_result_proclaimed_last_is_the_first_to_be_rectified() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <enter> <enter> <esc> <end> <f9> rect <enter>");
    let screen = evening.screen(80, 24);
    let place = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}: {screen}"));
    assert!(place("  03 Budget") < place("  01 Désignation d’un correspondant incendie et secours  "), "{screen}");
}

#[test]
fn the_votes_of_an_in_camera_are_told_in_words_and_no_question_has_one_answer() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> huis <enter> <enter> <down> <enter> 20 <enter>");
    assert!(evening.screen(80, 24).contains("✓ 20 voix pour"), "{}", evening.screen(80, 24));
    evening.keys("11 <enter>");
    assert!(evening.app.panels().is_empty(), "no abstention is left to be asked for");
    assert!(evening.app.sitting().is_in_camera());
}

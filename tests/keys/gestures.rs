//! F9: the gestures that have no key of their own, asked one question after the other.

use crate::evening::{Evening, docket, member};
use crate::outcome;
use crate::palette::offers;
use hemicycle::app::{Panel, Place};
use hemicycle::council::chronicle::What;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::ReportId;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::recusal::Ground;
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::{Progress, Stage};
use hemicycle::french::screen::gesture::Gesture;

fn seat(evening: &Evening, report: &str, id: &str) -> Option<Seat> {
    evening.app.sitting().progress(&ReportId::new(report)).unwrap().vote().room.seat(&member(id)).cloned()
}

/// Ten members leave while the first report is open.
const TEN_LEAVE: &str = "<f3> aub , <f3> chaz , <f3> del , <f3> esc , <f3> fay , <f3> gir , <f3> jour , <f3> kel , \
                         <f3> lam , <f3> more ,";

#[test]
fn what_can_be_done_now_comes_before_what_cannot_and_letters_narrow_the_list() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9>");
    for (gesture, now) in [
        (Gesture::Suspend, true),
        (Gesture::InCamera, true),
        (Gesture::Resume, false),
        (Gesture::Adjourn, false),
        (Gesture::Close, false),
        (Gesture::Rectify, false),
    ] {
        assert_eq!(offers(&evening, gesture), now, "{gesture:?}");
    }
    evening.keys("susp");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Suspendre la séance") && !screen.contains("Huis clos"), "{screen}");
    evening.keys("zzz <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Suspended, "letters that leave nothing are not taken");
}

#[test]
fn the_member_picked_steps_out_of_the_vote_with_equals_and_enter_answers_the_rest() {
    let mut evening = Evening::first_vote();
    evening.keys("aub = <enter> <enter> <enter>");
    assert_eq!(seat(&evening, "01", "aubry-paul"), Some(Seat::Withdrawn));
    assert_eq!(
        evening.said(),
        "AUBRY Paul se déporte du rapport n° 01 et quitte la salle. Pouvoir non compté pour ce rapport : SABATHIER \
         Élie (29 votants)."
    );
    assert_eq!(evening.tally("01").voters, 29, "his voice and the power that he holds are gone");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Ret. 1") && screen.contains("◌ Déport"), "{screen}");
    // The same sign again lets him take part, for a reason.
    evening.keys("aub =");
    assert!(matches!(evening.app.panels(), [Panel::Reason(_)]));
    evening.keys("erreur <enter>");
    assert_eq!(seat(&evening, "01", "aubry-paul"), Some(Seat::Present));
}

#[test]
fn a_deport_asks_ground_room_and_a_word_and_escape_goes_one_question_back() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> deport <enter> chaz <enter> <enter>");
    evening.keys("<esc> <esc> chaz <enter> <down> <enter> <down> <enter> <down> <enter> Anne <enter>");
    let recusals = evening.app.sitting().recusals(&ReportId::new("02"));
    let recusal = &recusals[&member("chazal-helene")];
    assert_eq!((recusal.ground, recusal.left_room), (Ground::Representative, false));
    assert_eq!(recusal.note.as_deref(), Some("Anne"));
}

#[test]
fn a_report_is_chosen_by_its_number_on_either_row_with_or_without_its_zeros() {
    for number in ["08", "8", "_", "à_"] {
        let mut evening = Evening::first_vote();
        evening.keys("<f9> deport <enter> chaz <enter>").keys(number).keys("<enter> <enter> <enter> <enter>");
        let recusals = evening.app.sitting().recusals(&ReportId::new("08"));
        assert!(recusals.contains_key(&member("chazal-helene")), "{number}: {}", evening.said());
    }
    // « é » is a 2 only where a number may be: it is the letter of « dé » elsewhere.
    let mut evening = Evening::first_vote();
    let screen = evening.keys("<f9> dép").screen(80, 24);
    assert!(screen.contains("Déport d’un membre") && !screen.contains("Suspendre"), "{screen}");
}

#[test]
fn escape_from_the_first_question_leaves_and_nothing_is_recorded() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("aub = <esc>");
    assert!(evening.app.panels().is_empty());
    evening.keys("<f9> huis <enter> <enter> <esc> <esc> <esc>");
    assert!(evening.app.panels().is_empty());
    assert_eq!(evening.records(), records);
}

#[test]
fn another_presides_from_now_on_or_over_one_report_and_the_head_says_so() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> martinet ; <f9> preside <enter> <enter> <enter>");
    assert_eq!(evening.app.sitting().chair(), Some(&member("aubry-paul")));
    assert!(evening.screen(80, 24).contains("Préside : AUBRY Paul"), "{}", evening.screen(80, 24));
    evening.keys("<f9> preside <enter> chaz <enter> <down> <down> <enter>");
    assert_eq!(evening.app.sitting().chair_of(&ReportId::new("01")), Some(&member("chazal-helene")));
    assert_eq!(evening.app.sitting().chair(), Some(&member("aubry-paul")));
}

#[test]
fn whoever_presides_is_chosen_at_the_roll_call_when_the_president_is_away() {
    let mut evening = Evening::commune();
    evening.keys("martinet ; <f9> preside <enter> <enter> <enter> <enter>");
    assert_eq!(evening.app.sitting().chair(), Some(&member("aubry-paul")));
    assert_eq!(evening.app.sitting().stage(), Stage::Open, "no reason is asked: {}", evening.said());
}

#[test]
fn an_opening_without_the_president_offers_to_note_who_presides_instead_of_a_reason() {
    let mut evening = Evening::commune();
    evening.keys("martinet , <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("F6 régulariser"), "{screen}");
    evening.keys("<f6> <enter> <enter> <enter>");
    assert_eq!(evening.app.sitting().chair(), Some(&member("aubry-paul")));
    assert_eq!(evening.app.sitting().stage(), Stage::Open, "no reason is asked: {}", evening.said());
    assert!(evening.app.sitting().irregularities().is_empty());
}

#[test]
fn an_opening_without_the_secretary_offers_to_name_another() {
    let mut evening = Evening::commune();
    evening.keys("vail , <enter> <f6> tour <enter> <enter> <enter> <enter>");
    assert_eq!(evening.app.sitting().secretaries(), [member("tournebize-chloe")]);
    assert_eq!(evening.app.sitting().stage(), Stage::Open, "no reason is asked: {}", evening.said());
}

#[test]
fn the_accounts_before_the_president_offer_her_withdrawal_and_then_who_is_elected_to_preside() {
    let mut evening = Evening::of(docket("exemple-soiree.ron"));
    evening.keys("<enter> <enter> <enter> <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("W014") && screen.contains("F6 régulariser"), "{screen}");
    // The ground, and nothing to add: whoever answers for the accounts leaves the room, which is not asked.
    evening.keys("<f6> <enter> <enter>");
    let id = ReportId::new("02");
    assert_eq!(evening.app.sitting().recusals(&id)[&member("servieres-hugo")].ground, Ground::Accounts);
    evening.keys("<enter> <f6> <enter> <enter>");
    assert_eq!(evening.app.sitting().chair_of(&id), Some(&member("cavaille-mathilde")));
    evening.keys("<enter>");
    assert!(outcome(&evening, "02").is_some(), "{}", evening.said());
    assert!(evening.app.sitting().irregularities().is_empty());
}

#[test]
fn enter_pressed_once_too_often_behind_a_gesture_does_not_proclaim() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> huis <enter> <enter>");
    evening.pace_ms = 200;
    evening.keys("<enter> <enter>");
    assert!(evening.app.sitting().is_in_camera());
    assert_eq!(outcome(&evening, "01"), None, "the second Enter is not the vote's");
    assert_eq!(evening.said(), "Entrée ignorée : une action vient d’être enregistrée.");
    evening.pace_ms = 1_000;
    evening.keys("<enter>");
    assert!(outcome(&evening, "01").is_some());
}

#[test]
fn the_narrowest_footer_names_the_keys_of_the_room_and_of_the_commands() {
    let mut evening = Evening::commune();
    for (keys, wanted) in
        [("", "F9 plus"), ("<enter>", "F3 salle"), ("", "F9 plus"), ("<enter>", "F3 salle"), ("", "F9 plus")]
    {
        let screen = evening.keys(keys).screen(80, 24);
        assert!(screen.lines().last().is_some_and(|line| line.contains(wanted)), "{wanted}: {screen}");
    }
}

#[test]
fn secretaries_are_several_and_the_staff_who_help_them_are_written() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> secr <enter> del <enter> chaz <enter> <enter>");
    for letter in "Jean Roche, Lise Alix".chars() {
        evening.key(hemicycle::app::Key::Char(letter));
    }
    evening.keys("<enter>");
    let sitting = evening.app.sitting();
    assert_eq!(sitting.secretaries(), [member("delorme-karim"), member("chazal-helene")]);
    assert_eq!(sitting.assistants(), ["Jean Roche", "Lise Alix"]);
}

#[test]
fn in_camera_is_unanimous_by_default_or_counted_and_the_public_comes_back() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> huis <enter> <enter> <enter>");
    assert!(evening.app.sitting().is_in_camera());
    assert!(evening.screen(80, 24).contains("HUIS CLOS"));
    evening.keys("<f9> revenir <enter>");
    assert!(!evening.app.sitting().is_in_camera());
    evening.keys("<f9> huis <enter> aub <enter> <enter> <down> <enter> 99");
    assert_eq!(evening.said(), "Il y a 31 voix au plus.");
    evening.keys("<backspace> &( <enter> 12 <enter> <enter>");
    // Asked by one who does not preside, and refused: a reason, then 15 for, 12 against, 4 abstentions.
    evening.keys("dit <enter>");
    let vote = evening.app.sitting().chronicle().last(|what| matches!(what, What::InCameraVoted(_))).cloned();
    let Some(What::InCameraVoted(vote)) = vote.map(|happening| happening.what) else { panic!("{}", evening.said()) };
    assert_eq!((vote.for_, vote.against, vote.abstentions), (15, 12, 4));
    assert!(!evening.app.sitting().is_in_camera());
}

#[test]
fn a_suspension_is_said_on_every_screen_and_the_first_command_ends_it() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> susp <enter>");
    for keys in ["", "<esc>"] {
        evening.keys(keys);
        assert!(evening.screen(80, 24).contains("SÉANCE SUSPENDUE depuis 18 h 04"));
    }
    evening.keys("<f9> <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Open);
}

#[test]
fn a_lost_quorum_is_said_the_vote_ends_and_the_next_report_offers_the_three_choices() {
    let mut evening = Evening::first_vote();
    evening.keys(TEN_LEAVE);
    let screen = evening.screen(80, 24);
    assert!(screen.contains("QUORUM PERDU : il manque 1 présent (F4 : qui). Ce vote peut finir."), "{screen}");
    evening.keys("<f4>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Ne sont pas dans la salle") && screen.contains("MOREAU-VIDAL Sacha"), "{screen}");
    evening.keys("<esc> <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously));
    evening.keys("<enter> <f6>");
    assert_eq!((evening.app.sitting().stage(), evening.app.panels().len()), (Stage::Suspended, 0));
    evening.keys("<f9> <enter> <enter> <f7>");
    assert!(matches!(evening.app.panels().last(), Some(Panel::Adjourning)));
    evening.keys("!");
    assert_eq!((evening.app.sitting().stage(), evening.app.panels().len()), (Stage::Adjourned, 0));
    assert!(evening.screen(80, 24).contains("séance ajournée à 18 h 04"), "{}", evening.screen(80, 24));
}

#[test]
fn an_opening_without_a_quorum_may_be_adjourned_and_has_nothing_to_suspend() {
    let mut evening = Evening::commune();
    evening.keys("aub , chaz , del , esc , fay , gir , jour , kel , lam , more , <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("F7 ajourner") && !screen.contains("F6 suspendre"), "{screen}");
    evening.keys("<f6>");
    assert_eq!(evening.app.sitting().stage(), Stage::RollCall);
    evening.keys("<f7> !");
    assert_eq!((evening.app.sitting().stage(), evening.app.panels().len()), (Stage::Adjourned, 0));
}

#[test]
fn a_sitting_of_a_day_whose_law_is_disputed_is_adjourned_for_a_reason() {
    let mut disputed = (*docket("exemple-commune.ron")).clone();
    disputed.meeting.date = jiff::civil::date(2020, 11, 2);
    let mut evening = Evening::of(disputed.into());
    evening.keys("<f9> ajour <enter> !");
    assert!(evening.screen(80, 24).contains("W003"), "{}", evening.screen(80, 24));
    evening.keys("la préfecture le demande <enter>");
    assert_eq!((evening.app.sitting().stage(), evening.app.panels().len()), (Stage::Adjourned, 0));
}

#[test]
fn an_hour_is_mended_even_after_the_close() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <end> <enter> ! <f9> corriger <enter> ouverture <enter> &_àé <enter>");
    assert_eq!(evening.app.sitting().opened_at(), Hour::new(18, 2));
    evening.keys("<f9> corriger <enter> fin <enter> <enter>");
    assert!(evening.said().contains("quatre chiffres"), "{}", evening.said());
}

#[test]
fn a_proclaimed_vote_is_rectified_with_a_reason_and_shows_what_it_was() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <enter> <esc> <home> <enter>");
    // In front of a report that is done, rectifying comes first and the report is chosen already.
    evening.keys("<f9> <enter> <enter> aub <enter> contre <enter> chaz <enter> parti <enter> <enter>");
    evening.keys("<enter>");
    assert_eq!(evening.said(), "Écrivez le motif, ou Échap pour renoncer.");
    evening.keys("oubli <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Adopted));
    let tally = evening.tally("01");
    assert_eq!((tally.for_, tally.against), (29, 1));
    let Some(Progress::Done(done)) = evening.app.sitting().progress(&ReportId::new("01")) else { panic!("not done") };
    assert_eq!(done.rectifications[0].reason, "oubli");
}

#[test]
fn a_rectified_report_stays_in_front_with_its_old_figures() {
    let mut evening = Evening::first_vote();
    evening.keys(&"<enter> ".repeat(12));
    evening.keys("<home> <enter> aub = contre <enter> <enter> oubli <enter>");
    assert_eq!(evening.app.place(), Place::Vote);
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Rectifié à 18 h 04 ; avant : adopté à l’unanimité. Motif : oubli"), "{screen}");
    evening.keys("<esc>");
    assert!(evening.screen(120, 40).contains("rectifié"), "{}", evening.screen(120, 40));
}

#[test]
fn a_power_is_taken_back_and_a_rapporteur_replaced() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> pouvoir <enter> duprat <enter>");
    assert_eq!(evening.app.sitting().attendance().holder_of(&member("duprat-gerald")), None);
    evening.keys("<f9> rapporteur <enter> <enter> del <enter>");
    assert!(evening.screen(120, 40).contains("rapporteur Karim DELORME"), "{}", evening.screen(120, 40));
}

#[test]
fn a_result_after_which_another_was_proclaimed_is_not_taken_back_and_the_way_is_said() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <enter> <backspace> <backspace>");
    let said = "Le rapport n° 01 est proclamé et le suivant aussi : rectifiez-le (F9), avec un motif.";
    assert_eq!(evening.said(), said);
}

#[test]
fn f9_in_a_seance_that_is_only_read_records_nothing() {
    use hemicycle::app::{Access, App};
    let mut evening = Evening::first_vote();
    evening.app = App::new(evening.app.history().clone(), Access::ReadOnly { why: "disque".into() }, &[]);
    let records = evening.records();
    evening.keys("<f9> susp <enter>");
    assert_eq!(evening.records(), records);
    assert!(evening.said().starts_with("Lecture seule"), "{}", evening.said());
}

#[test]
fn a_gesture_that_is_refused_asks_its_last_question_again_and_escape_still_goes_one_back() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("<f9> preside <enter> martinet <enter> <enter>");
    assert!(evening.said().starts_with("C’est déjà noté ainsi"), "{}", evening.said());
    assert!(evening.screen(80, 24).contains("Pour un seul rapport, ou pour la suite ?"));
    evening.keys("<esc>");
    assert!(evening.screen(80, 24).contains("Qui préside ?"), "{}", evening.screen(80, 24));
    assert_eq!(evening.records(), records);
}

#[test]
fn what_is_pasted_goes_into_a_text_that_is_asked_and_nowhere_else() {
    use hemicycle::app::Msg;
    let mut evening = Evening::first_vote();
    evening.keys("<f9> deport");
    evening.send(Msg::Paste("aubry".to_owned()));
    assert!(evening.said().contains("collé"), "{}", evening.said());
    evening.keys("<esc> aub = <enter> <enter>");
    evening.send(Msg::Paste("président\nde l’office".to_owned()));
    evening.keys("<enter>");
    let recusals = evening.app.sitting().recusals(&ReportId::new("01"));
    assert_eq!(recusals[&member("aubry-paul")].note.as_deref(), Some("président de l’office"));
}

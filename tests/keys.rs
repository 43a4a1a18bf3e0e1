//! Before, keys, after: the whole program without a terminal. The list of these tests is what the keys do.

#[path = "common/council_of_58.rs"]
mod council_of_58;
#[path = "common/evening.rs"]
mod evening;

use evening::{Disk, Evening, docket, member, parse};
use hemicycle::app::step::Tone;
use hemicycle::app::{Access, Effect, Msg, Panel, Place};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::id::ReportId;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::sitting::{Progress, Stage};
use hemicycle::council::tally::Figure;
use hemicycle::french::figures;

fn choice(evening: &Evening, report: &str, id: &str) -> Option<Choice> {
    evening.app.sitting().progress(&ReportId::new(report)).unwrap().vote().choice(&member(id))
}

fn outcome(evening: &Evening, report: &str) -> Option<Outcome> {
    match evening.app.sitting().progress(&ReportId::new(report)) {
        Some(Progress::Done { outcome, .. }) => Some(*outcome),
        _ => None,
    }
}

// What each moment of the evening costs.

#[test]
fn a_unanimous_report_is_proclaimed_and_the_next_one_opened_with_one_key() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously));
    assert_eq!(evening.open_report().as_deref(), Some("02"));
    assert_eq!(evening.records(), records + 1, "both are one action");
}

#[test]
fn a_mixed_vote_costs_the_letters_of_each_name_and_a_sign_and_one_key_to_proclaim() {
    let mut evening = Evening::first_vote();
    let keys = "ev , car ; le : ha ! gu , <enter>";
    let budget = (2 + 1) + (3 + 1) + (2 + 1) + (2 + 1) + (2 + 1) + 1;
    assert!(parse(keys).len() <= budget, "{}", parse(keys).len());
    evening.keys("ha , ").keys(keys);
    let tally = evening.tally("01");
    assert_eq!((tally.for_, tally.against, tally.abstentions, tally.not_taking_part), (27, 2, 1, 1));
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Adopted));
}

#[test]
fn the_roll_call_of_58_with_15_known_powers_and_three_surprises_takes_at_most_15_keys() {
    let mut evening = Evening::of(council_of_58::docket());
    let sitting = evening.app.sitting();
    assert_eq!((sitting.docket().roster.in_office(), sitting.attendance().proxies().count()), (58, 15));
    // One who was to be away came; one who was to come is absent; one gives a power at the last moment.
    let keys = "za ! ba , fo : gi <enter> <enter>";
    assert!(parse(keys).len() <= 15, "{}", parse(keys).len());
    evening.keys(keys);
    let sitting = evening.app.sitting();
    assert_eq!(sitting.stage(), Stage::Open);
    assert_eq!(sitting.attendance().presence(&member("zani-rose")), Presence::Present);
    assert_eq!(sitting.attendance().presence(&member("bazin-luc")), Presence::Absent);
    assert_eq!(sitting.attendance().holder_of(&member("fougere-anne")), Some(&member("gilet-marc")));
}

#[test]
fn where_we_are_who_is_there_and_whether_there_is_a_quorum_take_no_key() {
    let evening = Evening::first_vote();
    for (columns, rows) in [(80, 24), (120, 40)] {
        let screen = evening.screen(columns, rows);
        let top: Vec<&str> = screen.lines().take(2).collect();
        assert!(top[0].contains("Conseil municipal de Saint-Exemple") && top[0].contains("18 h 04"), "{}", top[0]);
        for word in ["26", "5", "Quorum 17", "✓"] {
            assert!(top[1].contains(word), "{word}: {}", top[1]);
        }
        assert!(screen.contains("01 · délibération"));
    }
}

#[test]
fn the_last_action_is_taken_back_with_one_key_which_says_what_it_was_and_given_again_with_another() {
    let mut evening = Evening::first_vote();
    evening.keys("aub ,");
    assert_eq!(evening.said(), "AUBRY Paul + 1 pouvoir : contre.");
    evening.keys("<backspace>");
    assert_eq!(evening.tally("01").against, 0);
    assert_eq!(evening.said(), "Défait : AUBRY Paul + 1 pouvoir : contre. Ctrl-Y rétablit.");
    evening.keys("<ctrl-y>");
    assert_eq!(evening.tally("01").against, 2);
    assert_eq!(evening.said(), "Rétabli : AUBRY Paul + 1 pouvoir : contre.");
    evening.keys("<ctrl-z>");
    assert_eq!(evening.tally("01").against, 0);
    evening.keys("<ctrl-y> <ctrl-y>");
    assert_eq!(evening.said(), "Rien à rétablir.");
}

#[test]
fn everything_can_be_taken_back_to_the_roll_call() {
    let mut evening = Evening::first_vote();
    evening.keys("aub , <enter> bois ; <enter>");
    evening.keys("<backspace> <backspace> <backspace> <backspace> <backspace> <backspace>");
    assert_eq!(evening.app.sitting().stage(), Stage::RollCall);
    assert_eq!(evening.app.place(), Place::RollCall);
    evening.keys("<backspace>");
    assert_eq!(evening.said(), "Rien à défaire.");
}

// The vote.

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
        "E009 FONTANEL Denis n’est ni présent ni représenté : sa voix ne compte pas. Vérifiez l’appel : présence ou pouvoir."
    );
    assert_eq!(evening.app.said().unwrap().tone, Tone::Refused);
    assert_eq!(evening.records(), records);
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
    evening.keys("autrement <down> ,"); // LE GOFFIC, D'ORMESNIL
    assert_eq!(choice(&evening, "01", "le-goffic-ronan"), Some(Choice::For));
    assert_eq!(choice(&evening, "01", "d-ormesnil-agathe"), Some(Choice::Against));
}

#[test]
fn enter_never_proclaims_while_a_name_is_being_looked_for() {
    let mut evening = Evening::first_vote();
    evening.keys("zzz <enter>");
    assert_eq!(evening.said(), "Aucun membre ne répond à « zzz ». Effacez, ou Échap.");
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

// The roll call and the opening.

#[test]
fn space_and_signs_mark_presence_and_a_power_ends_when_its_giver_arrives() {
    let mut evening = Evening::commune();
    evening.keys("aub ;");
    assert_eq!(evening.said(), "AUBRY Paul : excusé ; le pouvoir de SABATHIER Élie prend fin.");
    evening.keys("dup !");
    assert_eq!(evening.said(), "DUPRAT Gérald : présent ; le pouvoir de DUPRAT Gérald prend fin.");
    evening.keys("chaz <space>");
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

#[test]
fn the_attendance_is_only_looked_at_once_the_sitting_is_open() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("<f3> <down> , ; !");
    assert!(evening.screen(120, 40).contains("L’appel est terminé"));
    evening.keys("<esc>");
    assert_eq!((evening.records(), evening.app.panels().len()), (records, 0));
}

// The agenda and the close.

#[test]
fn after_the_last_proclamation_the_cursor_is_on_the_close_which_asks_once() {
    let mut evening = Evening::first_vote();
    evening.keys(&"<enter> ".repeat(12));
    assert!(evening.screen(120, 40).contains("Lever la séance ? Tous les rapports"));
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
    evening.keys("<enter> tarif <enter>");
    assert_eq!(evening.open_report().as_deref(), Some("07"));
}

// On the disk first, then on the screen.

#[test]
fn nothing_is_shown_before_it_is_recorded_and_keys_wait_as_keys() {
    let mut evening = Evening::first_vote();
    evening.keys("evr");
    let before = evening.screen(120, 40);
    evening.disk = Disk::Held;
    evening.keys(",");
    let after = evening.screen(120, 40);
    assert!(before.contains("Contre        0") && after.contains("Contre        0"));
    evening.keys("dup , carp ;");
    assert_eq!(evening.records(), 3, "opened, opened, one choice: the others wait");
    evening.disk = Disk::Prompt;
    evening.send(Msg::Recorded);
    let tally = evening.tally("01");
    assert_eq!((tally.against, tally.abstentions), (2, 1));
}

#[test]
fn a_second_enter_that_waited_for_the_first_proclaims_nothing() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("<enter>");
    evening.pace_ms = 50;
    evening.keys("<enter>");
    evening.disk = Disk::Prompt;
    evening.send(Msg::Recorded);
    assert_eq!(evening.open_report().as_deref(), Some("02"));
}

#[test]
fn a_slow_disk_is_said() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("evr ,");
    assert!(evening.screen(120, 40).contains("enregistré ✓"));
    evening.send(Msg::StillWriting);
    assert!(evening.screen(120, 40).contains("enregistrement…"));
    evening.send(Msg::Recorded);
    assert!(evening.screen(120, 40).contains("enregistré ✓"));
}

#[test]
fn what_could_not_be_recorded_is_not_shown_and_is_tried_again_with_enter() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Refusing;
    evening.keys("evr ,");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("PAS ENREGISTRÉ") && screen.contains("Le disque est plein."));
    assert_eq!(evening.tally("01").against, 0);
    evening.keys("<ctrl-q>");
    assert!(!evening.effects.contains(&Effect::Quit));
    let entry = evening.last_record().cloned();
    evening.disk = Disk::Prompt;
    evening.keys("<enter>");
    assert_eq!(evening.last_record().cloned(), entry, "the same entry, with the moment of the first try");
    assert_eq!(evening.tally("01").against, 1);
}

#[test]
fn what_could_not_be_recorded_is_given_up_with_escape_and_the_keys_that_waited_with_it() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("evr , dup");
    evening.send(Msg::NotRecorded("La clé a été retirée.".to_owned()));
    evening.keys("<esc>");
    assert!(evening.said().ends_with("Les 3 touches tapées depuis sont oubliées."), "{}", evening.said());
    assert_eq!(evening.tally("01").against, 0);
    evening.disk = Disk::Prompt;
    evening.keys("evr ,");
    assert_eq!(evening.tally("01").against, 1);
}

// Hours, pastes, reading, small windows, leaving.

#[test]
fn the_hour_is_recorded_on_the_day_only() {
    for (on_the_day, expected) in [(true, true), (false, false)] {
        let mut evening = Evening::commune();
        evening.on_the_day = on_the_day;
        evening.keys("<enter>");
        let Some(Entry::Action { events, .. }) = evening.last_record() else { panic!("nothing is recorded") };
        assert!(matches!(events[..], [Event::SittingOpened { at }] if at.is_some() == expected));
    }
}

#[test]
fn what_is_pasted_never_votes_but_goes_into_a_reason() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.send(Msg::Paste("aub,\n".to_owned()));
    assert_eq!(evening.records(), records);
    assert!(evening.said().contains("collé"));
    let mut evening = Evening::commune();
    evening.keys("vail ; <enter>");
    evening.send(Msg::Paste("M. AUBRY\nfait fonction".to_owned()));
    evening.keys("<enter>");
    assert_eq!(evening.app.sitting().irregularities()[0].reason, "M. AUBRY fait fonction");
}

#[test]
fn an_instance_that_only_reads_says_why_and_records_nothing() {
    let why = "la séance est ouverte ailleurs (pid 4242, machine mairie, depuis 18 h 02).".to_owned();
    let mut evening = Evening::with(docket("exemple-commune.ron"), Access::ReadOnly { why }, &[]);
    evening.keys("<backspace> <ctrl-y> aub , <esc> <enter>");
    assert_eq!(evening.records(), 0);
    assert!(evening.said().starts_with("Lecture seule"), "{}", evening.said());
    let screen = evening.screen(80, 24);
    assert!(screen.contains("LECTURE SEULE : la séance est ouverte ailleurs (pid 4242"), "{screen}");
}

#[test]
fn a_small_window_says_so_and_locks_every_key_but_leaving() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.resized(60, 20);
    evening.keys("evr , <enter> <backspace> <ctrl-z>");
    assert_eq!(evening.records(), records);
    assert_eq!(evening.screen(60, 20).trim(), "fenêtre trop petite : 60×20, il faut 80×24");
    evening.keys("<ctrl-q>");
    assert_eq!(evening.effects.last(), Some(&Effect::Quit));
}

#[test]
fn ctrl_c_says_how_to_leave_and_ctrl_s_that_all_is_recorded() {
    let mut evening = Evening::first_vote();
    evening.keys("<ctrl-c>");
    assert_eq!(evening.said(), "Ctrl-Q pour quitter, rien n’est perdu.");
    evening.keys("<ctrl-s>");
    assert_eq!(evening.said(), "Tout est déjà enregistré, à chaque touche.");
    evening.keys("<ctrl-q>");
    assert_eq!(evening.effects.last(), Some(&Effect::Quit));
}

#[test]
fn what_was_recovered_is_said_first() {
    let notices = ["La séance reprend où elle était.".to_owned()];
    let evening = Evening::with(docket("exemple-commune.ron"), Access::Write, &notices);
    assert_eq!(evening.said(), notices[0]);
}

// Looking.

#[test]
fn f4_explains_each_of_the_nine_figures_with_its_numbers_and_its_article() {
    let mut evening = Evening::first_vote();
    evening.keys("bois , <f4>");
    for figure in Figure::ALL {
        let screen = evening.screen(120, 40);
        let why = format!("{} : ", figures::label(figure));
        assert!(screen.contains(&why), "{why}");
        if figure == Figure::AbsoluteMajority {
            assert!(screen.contains("31 ÷ 2 + 1 = 16 (art. L.2121-20 du CGCT)"), "{screen}");
        }
        evening.keys("<down>");
    }
}

#[test]
fn tab_shows_the_deliberation_then_the_minutes_and_escape_comes_back_to_the_vote() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab>");
    assert!(evening.screen(80, 24).contains("PROJET"));
    assert!(evening.screen(80, 24).contains("Délibération n° 2025-03-01"));
    evening.keys("<tab>");
    assert!(evening.screen(80, 24).contains("Procès-verbal"));
    evening.keys("<end> <pageup> <home> <esc>");
    assert_eq!((evening.app.place(), evening.app.panels().len()), (Place::Vote, 0));
}

//! Taking back, and what is said of it: the action in words, what changed by it, what comes back.

use crate::choice;
use crate::evening::{Disk, Evening};
use hemicycle::app::context::Context;
use hemicycle::app::{Msg, Panel};
use hemicycle::council::ballot::Choice;
use hemicycle::council::sitting::Stage;

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

/// The seventh report, some marked: five actions of which none is proclaimed.
fn marked() -> Evening {
    let mut evening = Evening::tariffs();
    evening.keys("aub , wei ;");
    evening
}

#[test]
fn the_journal_opens_on_what_was_recorded_last_and_is_left_without_a_trace() {
    let mut evening = marked();
    let records = evening.records();
    evening.keys("<ctrl-r>");
    assert_eq!(evening.app.context(), Context::Journal);
    let screen = evening.screen(120, 40);
    for words in ["Rapport n° 07 · Tarifs", "AUBRY Paul + 1 pouvoir : contre", "WEISSER Bruno : abstention", "20 h 17"]
    {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    assert!(screen.contains("La séance en est là"), "{screen}");
    evening.keys("<enter>");
    assert_eq!(evening.said(), "La séance en est là : rien ne serait défait.");
    evening.keys("<esc>");
    assert_eq!((evening.records(), evening.app.panels().len()), (records, 0));
}

#[test]
fn going_back_shows_what_would_change_asks_once_and_takes_back_one_action_after_the_other() {
    let mut evening = marked();
    let before = evening.tally("07");
    let entries = evening.app.history().next_number();
    evening.keys("<ctrl-r> <up> <up>");
    let screen = evening.screen(120, 40);
    assert!(screen.contains("Seraient défaites 2 actions :"), "{screen}");
    assert!(screen.contains(&format!("{} →", before.against)), "{screen}");
    evening.keys("<enter>");
    assert_eq!(evening.app.context(), Context::JournalAsk);
    assert!(evening.screen(80, 24).contains("Défaire les 2 dernières actions ?"));
    assert_eq!(evening.app.history().next_number(), entries, "nothing is done before it is answered");
    evening.keys("<enter>");
    let after = evening.tally("07");
    assert_eq!((after.against, after.abstentions), (before.against - 2, before.abstentions - 1));
    assert_eq!(evening.app.history().next_number(), entries + 2, "each is an undo of its own");
    assert_eq!(evening.app.panels().len(), 0);
    let (was, is) = (before, after);
    let figures = format!("Pour {} → {}, contre {} → {}", was.for_, is.for_, was.against, is.against);
    assert!(evening.said().starts_with(&format!("Défait : 2 actions. {figures}")), "{}", evening.said());
    evening.keys("<ctrl-y> <ctrl-y>");
    assert_eq!(evening.tally("07"), before);
}

#[test]
fn enter_kept_down_on_a_point_of_the_journal_takes_nothing_back() {
    let mut evening = marked();
    let records = evening.records();
    evening.keys("<ctrl-r> <up> <up>");
    evening.pace_ms = 30;
    evening.keys(&"<enter> ".repeat(40));
    assert_eq!(evening.records(), records);
    evening.pace_ms = 1000;
    evening.keys("<esc>");
    assert_eq!(evening.app.context(), Context::Journal, "the answer is no");
    evening.keys("<enter> <enter>");
    evening.pace_ms = 30;
    let records = evening.records();
    evening.keys("<enter> <enter>");
    assert_eq!(evening.records(), records, "Enter pressed once too often proclaims nothing");
}

#[test]
fn a_point_behind_which_a_result_was_proclaimed_and_then_another_is_not_gone_back_to_and_says_rectify() {
    let mut evening = marked();
    evening.keys("<ctrl-r> <home> <enter>");
    assert_eq!(evening.app.context(), Context::Journal);
    let said = evening.said();
    assert!(said.contains("On ne revient plus ici : le rapport n° 05 est proclamé"), "{said}");
    assert!(said.contains("« Rectifier » (F9)"), "{said}");
}

#[test]
fn while_the_roll_call_lasts_the_journal_goes_back_to_its_beginning() {
    let mut evening = Evening::commune();
    evening.keys("aub , chaz ; dup , <ctrl-r> <home>");
    assert!(evening.screen(120, 40).contains("Seraient défaites 3 actions :"));
    evening.keys("<enter> <enter>");
    assert_eq!(evening.app.sitting(), Evening::commune().app.sitting());
    assert_eq!(evening.app.history().next_number(), 7);
}

#[test]
fn a_write_that_fails_stops_the_way_back_and_says_how_far_it_went() {
    let mut evening = marked();
    evening.keys("<ctrl-r> <up> <up> <up> <enter>");
    evening.disk = Disk::Held;
    evening.keys("<enter>");
    evening.disk = Disk::Refusing;
    // The first undo reaches the disk; the second does not.
    evening.send(Msg::Recorded);
    assert_eq!(evening.app.context(), Context::NotRecorded);
    assert!(evening.said().starts_with("Retour arrêté, 1 action sur 3 est défaite"), "{}", evening.said());
    evening.disk = Disk::Prompt;
    evening.keys("<esc>");
    let records = evening.records();
    evening.send(Msg::Tick);
    assert_eq!(evening.records(), records, "the way back does not go on by itself");
    assert_eq!(evening.app.history().redo_target(), Some(evening.app.history().next_number() - 1));
}

#[test]
fn keys_typed_while_the_way_back_is_recorded_wait_until_it_has_arrived() {
    let mut evening = marked();
    evening.keys("<ctrl-r> <up> <up> <enter>");
    evening.disk = Disk::Held;
    evening.keys("<enter> aub ;");
    evening.disk = Disk::Prompt;
    evening.send(Msg::Recorded);
    assert_eq!(choice(&evening, "07", "aubry-paul"), Some(Choice::Abstain));
    assert!(evening.said().starts_with("AUBRY Paul"), "{}", evening.said());
}

#[test]
fn the_journal_of_a_seance_that_is_closed_is_only_looked_at() {
    let mut evening = Evening::first_vote();
    evening.keys(&"<enter> ".repeat(12));
    evening.keys("<end> <enter> !");
    assert_eq!(evening.app.sitting().stage(), Stage::Closed);
    evening.keys("<ctrl-r> <up> <up>");
    let screen = evening.screen(120, 40);
    assert!(screen.contains("La séance est levée : plus rien ne se défait."), "{screen}");
    assert!(!screen.lines().last().unwrap().contains("revenir ici"), "{screen}");
    evening.keys("<enter>");
    assert!(evening.said().starts_with("La séance est levée : plus rien ne se défait."), "{}", evening.said());
}

#[test]
fn the_journal_jumps_from_report_to_report_and_to_one_by_its_number_or_a_word() {
    let mut evening = marked();
    let shown = |evening: &Evening| match evening.app.panels().last() {
        Some(Panel::Journal(journal)) => journal.number(),
        _ => panic!("no journal"),
    };
    evening.keys("<ctrl-r> <left>");
    let seventh = shown(&evening);
    assert!(evening.screen(120, 40).contains("BOISSEAU Hakim"));
    evening.keys("<left>");
    assert!(shown(&evening) < seventh);
    evening.keys("<right>");
    assert_eq!(shown(&evening), seventh);
    evening.keys("budget");
    let third = shown(&evening);
    assert!(third < seventh && evening.screen(120, 40).contains("Chercher : budget"));
    evening.keys("<end> \" ");
    assert_eq!(shown(&evening), third, "« \" » is 3 without Shift");
}

#[test]
fn of_a_long_journal_only_the_lines_that_are_seen_are_put_into_words() {
    let mut evening = Evening::first_vote();
    evening.keys(&"aub , aub ! ".repeat(200));
    evening.keys("<ctrl-r>");
    let shown = |evening: &Evening, number: u64| match evening.app.panels().last() {
        Some(Panel::Journal(journal)) => journal.words(number).to_owned(),
        _ => panic!("no journal"),
    };
    let last = evening.app.history().next_number() - 1;
    assert!(last > 400);
    assert_eq!((shown(&evening, 1).as_str(), shown(&evening, last).as_str()), ("", "AUBRY Paul + 1 pouvoir : pour"));
    let drawn = format!("{:?}", evening.app);
    evening.screen(120, 40);
    assert_eq!(format!("{:?}", evening.app), drawn, "a frame works nothing out");
    evening.keys("<pageup>");
    assert_eq!(shown(&evening, 1), "");
    evening.keys("<home>");
    assert_eq!(shown(&evening, 1), "séance ouverte à 18 h 04");
}

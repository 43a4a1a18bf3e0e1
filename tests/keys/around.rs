//! Hours, pastes, reading only, small windows, leaving.

use crate::evening::{Evening, docket};
use hemicycle::app::{Access, Effect, Msg};
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;

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
    evening.keys("<backspace> <ctrl-y> aub , <enter>");
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
    let notices =
        ["La séance reprend où elle était.".to_owned(), "Le fichier a changé : 2 champs sont repris.".to_owned()];
    let mut evening = Evening::with(docket("exemple-commune.ron"), Access::Write, &notices);
    assert_eq!(evening.said(), notices[0]);
    evening.keys("<down>");
    assert_eq!(evening.said(), notices[1]);
    evening.keys("<down>");
    assert_eq!(evening.said(), "");
}

//! On the disk first, then on the screen.

use crate::evening::{Disk, Evening};
use hemicycle::app::{Effect, Msg};

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
    evening.send(Msg::NotRecorded("La clé a été retirée.".into()));
    evening.keys("<esc>");
    assert!(evening.said().ends_with("Les 3 touches tapées depuis sont oubliées."), "{}", evening.said());
    assert_eq!(evening.tally("01").against, 0);
    evening.disk = Disk::Prompt;
    evening.keys("evr ,");
    assert_eq!(evening.tally("01").against, 1);
}

#[test]
fn leaving_while_an_action_is_being_written_waits_for_it() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("evr , <ctrl-q>");
    assert!(!evening.effects.contains(&Effect::Quit));
    evening.send(Msg::Recorded);
    assert_eq!(evening.effects.last(), Some(&Effect::Quit));
    assert_eq!(evening.tally("01").against, 1);
}

#[test]
fn enter_pressed_twice_on_what_could_not_be_recorded_tries_it_again_once_and_proclaims_nothing() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("evr ,");
    evening.send(Msg::NotRecorded("La clé a été retirée.".into()));
    evening.pace_ms = 50;
    evening.keys("<enter> <enter>");
    evening.send(Msg::Recorded);
    assert_eq!(evening.tally("01").against, 1);
    assert_eq!(evening.open_report().as_deref(), Some("01"));
}

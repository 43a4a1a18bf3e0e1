//! What becomes of the notes: a disk that fails, another editor, leaving, the close.

use crate::evening::{Disk, Evening, docket};
use crate::notes::{id, text, type_in};
use hemicycle::app::{Access, Effect, Msg};
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::notes::Notes;
use hemicycle::council::sitting::Stage;

#[test]
fn a_disk_that_fails_never_stops_the_vote_and_the_text_is_kept_for_another_try() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2> o u i");
    evening.disk = Disk::Refusing;
    evening.keys("<ctrl-s>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("✗ notes pas enregistrées") && screen.contains("Le disque est plein."), "{screen}");
    evening.keys("<esc>");
    assert!(
        evening.screen(80, 24).contains("NOTES du rapport n° 01 PAS ENREGISTRÉES : F2 dit pourquoi."),
        "{}",
        evening.screen(80, 24)
    );
    evening.disk = Disk::Prompt;
    evening.keys("evr ,");
    assert_eq!(evening.tally("01").against, 1);
    evening.send(Msg::Tick);
    assert_eq!(evening.notes.of(&id("01")), Some("oui"));
    assert!(!evening.screen(80, 24).contains("PAS ENREGISTRÉES"));
}

#[test]
fn a_page_that_cannot_be_saved_does_not_keep_the_others_from_it() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("<f2> u n <esc> <esc> <home> <down> <f2> d e u x <esc>");
    evening.send(Msg::NotesNotSaved("C’est un lien.".to_owned()));
    let last = evening.effects.iter().rev().find(|effect| matches!(effect, Effect::SaveNotes { .. }));
    assert!(matches!(last, Some(Effect::SaveNotes { report, .. }) if *report == id("02")), "{last:?}");
}

#[test]
fn leaving_the_program_saves_the_notes_first() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("<f2> o u i <ctrl-q>");
    assert!(!evening.effects.contains(&Effect::Quit));
    evening.send(Msg::NotesSaved("oui".to_owned()));
    assert_eq!(evening.effects.last(), Some(&Effect::Quit));
}

#[test]
fn notes_that_cannot_be_saved_are_said_before_she_leaves_and_the_second_ctrl_q_leaves_without_them() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Refusing;
    evening.keys("<f2> o u i <ctrl-q>");
    assert!(!evening.effects.contains(&Effect::Quit));
    assert!(evening.said().contains("Ctrl-Q encore"), "{}", evening.said());
    evening.keys("x <ctrl-q>");
    assert!(!evening.effects.contains(&Effect::Quit), "another key stays: she is asked anew");
    evening.keys("<ctrl-q>");
    assert_eq!(evening.effects.last(), Some(&Effect::Quit));
}

#[test]
fn a_disk_that_does_not_answer_keeps_nobody_who_asks_twice_to_leave() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("<f2> o u i <ctrl-q> a <ctrl-q>");
    assert_eq!(evening.effects.last(), Some(&Effect::Quit));
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_kept_above_and_what_is_typed_goes_on_below() {
    let mut evening = Evening::first_vote();
    evening.notes.set(id("01"), "début".to_owned());
    evening.keys("<f2>");
    evening.disk = Disk::Held;
    type_in(&mut evening, " a");
    evening.keys("<ctrl-s>");
    assert!(matches!(evening.effects.last(), Some(Effect::SaveNotes { base, .. }) if base == "début"));
    type_in(&mut evening, "b");
    // The disk held « début, leur suite » and both are on it now.
    evening.send(Msg::NotesSaved("début, leur suite\n\n***\n\na".to_owned()));
    assert!(evening.said().contains("changées ailleurs"), "{}", evening.said());
    assert_eq!(text(&evening, "01"), "début, leur suite\n\n***\n\nab");
    type_in(&mut evening, "c");
    assert!(text(&evening, "01").ends_with("abc"), "the caret stayed behind the last letter: {}", text(&evening, "01"));
}

#[test]
fn the_notes_are_read_anew_when_they_are_opened_but_never_over_what_is_typed() {
    let mut evening = Evening::first_vote();
    evening.notes.set(id("01"), "d’un autre éditeur".to_owned());
    evening.keys("<f2>");
    assert_eq!(text(&evening, "01"), "d’un autre éditeur");
    type_in(&mut evening, " !");
    evening.notes.set(id("01"), "autre chose".to_owned());
    evening.send(Msg::NotesRead {
        notes: evening.notes.clone(),
        unreadable: std::collections::BTreeMap::new(),
        remarks: vec![],
    });
    assert_eq!(text(&evening, "01"), "d’un autre éditeur !");
}

#[test]
fn notes_that_cannot_be_read_are_said_and_not_written_over() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    let why = "01.md n’est pas un texte.".to_owned();
    let unreadable = [(id("01"), why)].into_iter().collect();
    let remarks = vec!["99.md n’est lu pour aucun rapport.".to_owned()];
    evening.send(Msg::NotesRead { notes: Notes::default(), unreadable, remarks });
    assert_eq!(evening.said(), "99.md n’est lu pour aucun rapport.");
    evening.keys("a");
    assert_eq!(evening.said(), "Rien n’est noté : 01.md n’est pas un texte.");
    assert!(evening.screen(80, 24).contains("01.md n’est pas un texte."));
    evening.keys("<esc>");
    assert_eq!((text(&evening, "01").as_str(), evening.saves()), ("", 0));
}

#[test]
fn an_instance_that_only_reads_shows_the_notes_and_writes_none() {
    let why = "La séance est ouverte ailleurs.".to_owned();
    let history = Evening::first_vote().app.history().clone();
    let mut evening = Evening::with(docket("exemple-commune.ron"), Access::Write, &[]);
    evening.app = hemicycle::app::App::new(history, Access::ReadOnly { why }, &[]);
    evening.notes.set(id("01"), "dit".to_owned());
    evening.keys("<f2> a <enter> <tab> <backspace>");
    evening.send(Msg::Paste("collé".to_owned()));
    assert!(evening.said().starts_with("Lecture seule"), "{}", evening.said());
    assert_eq!(text(&evening, "01"), "dit");
    assert!(evening.screen(80, 24).contains("notes à lire seulement"));
    evening.keys("<esc> <ctrl-q>");
    assert_eq!(evening.saves(), 0);
    assert_eq!(evening.effects.last(), Some(&Effect::Quit));
}

/// The sums that the close recorded.
fn sums_at_the_close(evening: &Evening) -> Vec<(String, String)> {
    let Some(Entry::Action { events, .. }) = evening.last_record() else { panic!("no action") };
    events
        .iter()
        .find_map(|event| match event {
            Event::SittingClosed { notes, .. } => {
                Some(notes.iter().map(|(report, sum)| (report.to_string(), sum.clone())).collect())
            }
            _ => None,
        })
        .expect("the close")
}

#[test]
fn the_close_records_the_sums_of_the_notes_as_they_stand_on_the_disk_at_that_moment() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2> o u i <esc>").keys(&"<enter> ".repeat(12));
    // Another editor, and no F2 since.
    evening.notes.set(id("02"), "ajouté".to_owned());
    evening.keys("<enter> !");
    assert_eq!(evening.app.sitting().stage(), Stage::Closed);
    let own = |report: &str, text: &str| (report.to_owned(), text.to_owned());
    assert_eq!(sums_at_the_close(&evening), [own("01", "oui"), own("02", "ajouté")]);
    // What is on the disk after the close is what a clerk completes the day after.
    evening.keys("<home> <f2> <end> b i s <esc>");
    assert_eq!(evening.notes.of(&id("01")), Some("ouibis"));
}

#[test]
fn the_close_waits_for_the_notes_and_keys_wait_for_the_close() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <home> <f2> o u i");
    evening.disk = Disk::Refusing;
    evening.keys("<esc> <end> <enter>");
    evening.disk = Disk::Held;
    evening.keys("! <ctrl-q>");
    assert!(matches!(evening.effects.last(), Some(Effect::SaveNotes { .. })), "{:?}", evening.effects.last());
    evening.send(Msg::NotesSaved("oui".to_owned()));
    assert_eq!(evening.effects.last(), Some(&Effect::SumNotes));
    evening.send(Msg::NotesSummed([(id("01"), "somme".to_owned())].into_iter().collect()));
    assert_eq!(sums_at_the_close(&evening), [("01".to_owned(), "somme".to_owned())]);
    evening.send(Msg::Recorded);
    assert_eq!(evening.app.sitting().stage(), Stage::Closed);
    assert_eq!(evening.effects.last(), Some(&Effect::Quit), "the key that waited");
}

#[test]
fn a_close_is_not_held_up_by_notes_that_cannot_be_saved() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <home> <f2> o u i");
    evening.disk = Disk::Held;
    evening.keys("<esc>");
    evening.send(Msg::NotesNotSaved("Le disque est plein.".to_owned()));
    evening.keys("<end> <enter> !");
    evening.send(Msg::NotesNotSaved("Le disque est plein.".to_owned()));
    assert_eq!(evening.effects.last(), Some(&Effect::SumNotes));
    evening.send(Msg::NotesSummed(hemicycle::council::notes::NoteSums::new()));
    evening.send(Msg::Recorded);
    assert_eq!(evening.app.sitting().stage(), Stage::Closed);
    assert_eq!(text(&evening, "01"), "oui", "the text is kept for another try");
}

#[test]
fn a_long_cause_of_notes_that_are_not_saved_is_read_to_its_end_under_them_and_the_row_typed_stays_in_sight() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    type_in(&mut evening, &"a\n".repeat(30));
    type_in(&mut evening, "fin");
    evening.disk = Disk::Held;
    evening.keys("<ctrl-s>");
    let path = "/home/mairie/Documents/conseil/2025/seance-du-3-mars/exemple-commune.notes/01.md";
    evening.send(Msg::NotesNotSaved(format!("{path} n’est pas écrit : le disque est plein. Libérez de la place.")));
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Libérez de la place.") && screen.contains("│ fin"), "{screen}");
    evening.keys("<ctrl-s>");
    assert!(evening.said().starts_with("Nouvel essai"), "{}", evening.said());
    evening.keys("<esc>");
    let screen = evening.screen(80, 24);
    assert!(
        screen.contains("✗ NOTES du rapport n° 01 PAS ENREGISTRÉES : F2 dit pourquoi. Le vote continue."),
        "{screen}"
    );
    evening.send(Msg::NotesNotSaved(format!("{path} n’est pas écrit : le disque est plein. Libérez de la place.")));
    evening.disk = Disk::Prompt;
    evening.keys("<enter>");
    evening.disk = Disk::Held;
    evening.keys("<f2>");
    let screen = evening.screen(80, 24);
    let is_told = screen.contains("Notes du rapport n° 01 :") && screen.contains("Libérez de la place.");
    assert!(is_told, "another report is open by then\n{screen}");
}

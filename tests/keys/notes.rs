//! F2: the notes of a report. What is typed there is text, is saved by itself, and never votes.

use crate::evening::{Disk, Evening, docket, parse};
use hemicycle::app::notes::keeping::Keeping;
use hemicycle::app::{Access, Effect, Key, Msg, Panel, Place};
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::Notes;
use hemicycle::council::sitting::Stage;
use proptest::prelude::*;

fn id(report: &str) -> ReportId {
    ReportId::new(report)
}

fn text(evening: &Evening, report: &str) -> String {
    evening.app.notebook().text(&id(report)).to_owned()
}

/// Types a text, spaces and line feeds included.
fn type_in(evening: &mut Evening, text: &str) {
    for character in text.chars() {
        evening.key(if character == '\n' { Key::Enter } else { Key::Char(character) });
    }
}

#[test]
fn f2_opens_the_notes_of_the_report_in_the_vote_and_escape_or_f2_comes_back_to_it() {
    let mut evening = Evening::first_vote();
    for leaves in ["<esc>", "<f2>"] {
        evening.keys("<f2>");
        assert!(matches!(evening.app.panels(), [Panel::Notes(notes)] if notes.report == id("01")));
        evening.keys(leaves);
        assert_eq!((evening.app.place(), evening.app.panels().len()), (Place::Vote, 0));
    }
    evening.keys("evr ,");
    assert_eq!(evening.tally("01").against, 1, "the vote goes on");
}

#[test]
fn f2_in_the_agenda_opens_the_notes_of_the_report_under_the_cursor() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <home> <down> <down> <f2>");
    assert!(matches!(evening.app.panels(), [Panel::Notes(notes)] if notes.report == id("03")));
    evening.keys("<esc> <end> <f2>");
    assert!(evening.said().contains("choisissez-en un"), "{}", evening.said());
}

#[test]
fn every_sign_that_votes_elsewhere_is_text_here() {
    let mut evening = Evening::first_vote();
    let before = evening.app.sitting().clone();
    evening.keys("<f2>");
    type_in(&mut evening, "aub , ; : ! = ?\n!");
    evening.keys("<f3> <f4> <f5> <f6> <f7> <f8> <f9> <ctrl-z> <ctrl-y>");
    assert_eq!(text(&evening, "01"), "aub , ; : ! = ?\n!");
    assert_eq!(*evening.app.sitting(), before);
    assert_eq!(evening.records(), 2, "the opening and the first report");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_typed_in_the_notes_leaves_the_sitting_as_it_is(
        keys in prop::collection::vec(0_usize..40, 0..60), pasted in "\\PC{0,20}"
    ) {
        let table = parse("<enter> <enter> <backspace> <delete> <tab> <tab> <up> <down> <left> <right> <home> <end> <pageup> \
                           <pagedown> <f3> <f4> <f5> <f6> <f7> <f8> <f9> <ctrl-z> <ctrl-y> <ctrl-s> <space> , ; : ! = a b d e s é 漢 ? 1");
        let mut evening = Evening::tariffs();
        let before = evening.app.sitting().clone();
        let records = evening.records();
        evening.keys("<f2>");
        for key in keys {
            evening.key(table[key % table.len()]);
        }
        evening.send(Msg::Paste(pasted));
        prop_assert!(matches!(evening.app.panels(), [Panel::Notes(_)]));
        evening.screen(80, 24);
        evening.screen(120, 40);
        evening.keys("<f2>");
        prop_assert!(evening.app.panels().is_empty());
        prop_assert_eq!(evening.app.sitting(), &before);
        prop_assert_eq!(evening.records(), records);
    }
}

#[test]
fn the_text_is_edited_where_the_caret_is() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    type_in(&mut evening, "le vote\nest clos");
    evening.keys("<up> <home>");
    type_in(&mut evening, "M. ");
    evening.keys("<end>");
    type_in(&mut evening, ".");
    evening.keys("<down> <home> <delete> <delete> <delete> <delete> <backspace>");
    assert_eq!(text(&evening, "01"), "M. le vote.clos");
    evening.keys("<left> <left> <right> <backspace>");
    assert_eq!(text(&evening, "01"), "M. le vot.clos");
}

#[test]
fn an_accent_that_combines_goes_with_its_letter() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    evening.send(Msg::Paste("e\u{301}té漢字".to_owned()));
    evening.keys("<backspace> <home> <delete>");
    assert_eq!(text(&evening, "01"), "té漢");
}

#[test]
fn a_paste_of_several_lines_goes_in_as_it_stands_without_what_nobody_sees() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    evening.send(Msg::Paste("un\r\ndeux\rtrois\tfin\u{200b}\u{1b}".to_owned()));
    assert_eq!(text(&evening, "01"), "un\ndeux\ntrois    fin");
    assert_eq!(evening.said(), "2 caractères invisibles ont été laissés de côté.");
    evening.send(Msg::Paste("a".repeat(300_000)));
    assert!(evening.said().starts_with("Rien n’est ajouté"), "{}", evening.said());
}

#[test]
fn tab_puts_the_name_of_who_speaks_and_tab_again_the_next_who_fits() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    evening.keys("aub <tab>");
    assert_eq!(text(&evening, "01"), "M. Paul AUBRY : ");
    type_in(&mut evening, "non.\nLE GOF");
    evening.keys("<tab>");
    assert_eq!(text(&evening, "01"), "M. Paul AUBRY : non.\n\nM. Ronan LE GOFFIC : ", "who speaks begins a paragraph");
    type_in(&mut evening, "comme ma");
    evening.keys("<tab>");
    let first = text(&evening, "01");
    assert!(first.contains(" : comme M"), "inside a line it is a name and no speaker: {first}");
    assert!(!first.ends_with(" : "), "{first}");
    let which = evening.said();
    evening.keys("<tab>");
    assert!(which.starts_with("1 sur ") && evening.said().starts_with("2 sur "), "{which} {}", evening.said());
    assert_ne!(text(&evening, "01"), first);
    evening.keys("<tab> <tab> <tab> <tab> <tab> <tab>");
    assert!(text(&evening, "01").starts_with("M. Paul AUBRY : non.\n\nM. Ronan LE GOFFIC : comme M"));
    type_in(&mut evening, " zzz");
    evening.keys("<tab>");
    assert_eq!(evening.said(), "Tapez le début d’un nom de membre, puis Tab.");
}

#[test]
fn the_notes_are_saved_two_seconds_after_the_last_key_and_nothing_wakes_without_them() {
    let mut evening = Evening::first_vote();
    assert_eq!(evening.app.notebook().due_ms(), None);
    evening.keys("<f2>");
    assert_eq!(evening.app.notebook().due_ms(), None, "nothing was typed");
    evening.keys("o u i");
    let last = evening.elapsed_ms;
    assert_eq!(evening.app.notebook().due_ms(), Some(last + 2_000));
    evening.elapsed_ms = last + 1_999;
    evening.send(Msg::Tick);
    assert_eq!(evening.saves(), 0);
    evening.elapsed_ms = last + 2_000;
    evening.send(Msg::Tick);
    assert_eq!(evening.notes.of(&id("01")), Some("oui"));
    assert_eq!(evening.app.notebook().keeping(&id("01")), Keeping::Kept);
    assert_eq!(evening.app.notebook().due_ms(), None);
    assert!(evening.screen(80, 24).contains("notes enregistrées ✓"));
}

#[test]
fn who_never_stops_typing_is_saved_after_ten_seconds() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2> a");
    let first = evening.elapsed_ms;
    for _ in 0..9 {
        evening.keys("b");
    }
    assert_eq!(evening.app.notebook().due_ms(), Some(first + 10_000));
}

#[test]
fn leaving_the_notes_saves_them_at_once() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2> o u i <esc>");
    assert_eq!(evening.notes.of(&id("01")), Some("oui"));
    evening.keys("<f2> <esc> <f2> <esc>");
    assert_eq!(evening.saves(), 1, "what did not change is not saved again");
}

#[test]
fn a_disk_that_fails_never_stops_the_vote_and_the_text_is_kept_for_another_try() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2> o u i");
    evening.disk = Disk::Refusing;
    evening.keys("<ctrl-s>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("✗ notes pas enregistrées : Le disque est plein."), "{screen}");
    evening.keys("<esc>");
    assert!(
        evening.screen(80, 24).contains("NOTES du rapport n° 01 PAS ENREGISTRÉES (F2)"),
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
fn the_preview_shows_the_notes_in_memory() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("<f2>");
    type_in(&mut evening, "M. Paul AUBRY : non.");
    let held = evening.app.notebook().notes();
    assert_eq!(held.of(&id("01")), Some("M. Paul AUBRY : non."));
}

#[test]
fn beside_the_vote_its_figures_stay_in_sight_in_any_window() {
    let mut evening = Evening::tariffs();
    evening.keys("<f2>");
    for (columns, rows) in [(80, 24), (120, 40)] {
        let screen = evening.screen(columns, rows);
        assert!(screen.contains("Pour 24  Contre 4  Abst. 2  À proclamer ✓ ADOPTÉ"), "{screen}");
        assert!(screen.contains("Quorum"), "{screen}");
    }
    assert!(evening.screen(120, 40).contains("Inscrits ·"), "the vote stands beside the notes");
}

#[test]
fn the_row_that_is_typed_is_in_sight_however_long_the_text_is() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    let lines: Vec<String> = (0..200).map(|line| format!("ligne {line}\n")).collect();
    evening.send(Msg::Paste(lines.concat()));
    type_in(&mut evening, "fin");
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        assert!(evening.screen(columns, rows).contains("fin"), "{}", evening.screen(columns, rows));
    }
    evening.keys(&"<pageup> ".repeat(20));
    assert!(evening.screen(120, 40).contains("ligne 0 "), "{}", evening.screen(120, 40));
    evening.keys(&"<pagedown> ".repeat(20));
    assert!(evening.screen(120, 40).contains("fin"));
}

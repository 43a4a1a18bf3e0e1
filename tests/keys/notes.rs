//! F2: the notes of a report. What is typed there is text, is saved by itself, and never votes.

use crate::evening::{Disk, Evening, docket, parse};
use hemicycle::app::notes::keeping::Keeping;
use hemicycle::app::{Access, Key, Msg, Panel, Place};
use hemicycle::council::id::ReportId;
use proptest::prelude::*;

pub fn id(report: &str) -> ReportId {
    ReportId::new(report)
}

pub fn text(evening: &Evening, report: &str) -> String {
    evening.app.notebook().text(&id(report)).to_owned()
}

/// Types a text, spaces and line feeds included.
pub fn type_in(evening: &mut Evening, text: &str) {
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
fn a_civility_that_she_typed_before_the_name_is_not_said_twice() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    type_in(&mut evening, "M. Aub");
    evening.keys("<tab>");
    assert_eq!(text(&evening, "01"), "M. Paul AUBRY : ");
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
fn the_preview_shows_the_notes_as_they_are_typed_whatever_the_disk_does() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("<f2>");
    type_in(&mut evening, "cela fut dit");
    evening.keys("<esc> <ctrl-p> <tab>");
    let mut shown = String::new();
    for _ in 0..20 {
        shown.push_str(&evening.screen(120, 40));
        evening.keys("<pagedown>");
    }
    assert!(shown.contains("cela fut dit"), "{shown}");
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

#[test]
fn notes_that_may_only_be_read_invite_nobody_to_type() {
    let why = "La séance est ouverte ailleurs.".to_owned();
    let mut evening = Evening::with(docket("exemple-commune.ron"), Access::ReadOnly { why }, &[]);
    evening.keys("<esc> <down> <f2>");
    let screen = evening.screen(80, 24);
    assert!(
        screen.contains("Rien n’est noté sur ce rapport.") && screen.contains("notes à lire seulement"),
        "{screen}"
    );
    for word in ["puis Tab", "Tab orateur", "**gras**"] {
        assert!(!screen.contains(word), "{word}\n{screen}");
    }
}

#[test]
fn tab_names_first_who_is_in_the_room() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2> de <tab>");
    assert_eq!(text(&evening, "01"), "M. Karim DELORME : ");
    let mut evening = Evening::first_vote();
    evening.keys("<f3> delo , <f2> d <tab>");
    assert_eq!(text(&evening, "01"), "Mme Agathe D'ORMESNIL : ", "DELORME has left, and DUPRAT is excused");
    evening.keys("<tab>");
    assert_eq!(text(&evening, "01"), "M. Karim DELORME : ", "but both may still be named");
}

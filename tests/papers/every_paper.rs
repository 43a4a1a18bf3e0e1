//! Every paper of the evenings: read by eye once and compared ever since.

use hemicycle::council::id::ReportId;
use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::Phrases;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::{Format, Paper, Sources, compose, compose_register};

use super::busy::busy_evening;
use super::evening::evening;
use super::golden;
use super::paper::{markdown_of, text_of, written};

fn nominal(report: &str) -> Paper {
    Paper::NominalRecord(ReportId::new(report))
}

/// What the secretary noted of the evening.
pub fn notes() -> Notes {
    let mut notes = Notes::default();
    notes.set(
        ReportId::new("01"),
        "# Débat\n\n**Mme FOURNEL** présente le rapport.\n\n**M. DI MEO** demande :\n\n- si le tarif vaut pour les \
         associations ;\n- *à partir de quand*.\n\n## Réponse\n\n**M. BAUDRY** répond qu'il vaut dès le 1er avril."
            .to_owned(),
    );
    notes.set(ReportId::new("02"), "**M. HENNEBERT** : « C'est trop cher. »".to_owned());
    notes
}

fn with_notes(sitting: &Sitting, paper: &Paper) -> String {
    let sources = Sources { sitting, seal: Some("1234 5678 9012 3456"), notes: &notes(), phrases: &Phrases::default() };
    written(&compose(&sources, paper).expect("a paper"), Format::Text)
}

#[test]
fn the_list_for_the_door_has_what_was_adopted_and_what_was_rejected() {
    golden("examined.txt", &text_of(&evening(), &Paper::Examined));
    golden("examined.md", &markdown_of(&evening(), &Paper::Examined));
    golden("room-examined.txt", &text_of(&busy_evening(), &Paper::Examined));
}

#[test]
fn the_attendance_sheet_expects_before_the_opening_and_tells_after_it() {
    let before = Sitting::new(std::sync::Arc::new(super::busy::council()));
    golden("expected-sheet.txt", &text_of(&before, &Paper::AttendanceSheet));
    golden("room-sheet.txt", &text_of(&busy_evening(), &Paper::AttendanceSheet));
}

#[test]
fn the_nominal_record_has_a_line_a_member_in_the_room_of_its_report() {
    golden("nominal.txt", &text_of(&evening(), &nominal("01")));
    golden("nominal.md", &markdown_of(&evening(), &nominal("01")));
    golden("room-nominal-03.txt", &text_of(&busy_evening(), &nominal("03")));
    golden("room-nominal-04.txt", &text_of(&busy_evening(), &nominal("04")));
}

#[test]
fn the_convocation_has_the_agenda_by_chapter_and_a_power_to_fill() {
    golden("convocation.txt", &text_of(&evening(), &Paper::Convocation));
}

#[test]
fn short_minutes_leave_the_texts_of_the_reports_out_and_keep_what_was_said() {
    golden("short-minutes.txt", &with_notes(&evening(), &Paper::ShortMinutes));
}

#[test]
fn the_minutes_hold_what_was_said_in_each_report() {
    golden("minutes-with-notes.txt", &with_notes(&evening(), &Paper::Minutes));
}

#[test]
fn the_register_of_a_year_has_each_sitting_its_closing_sheet_and_its_tables() {
    let (first, mut second) = (evening(), super::busy::council());
    second.meeting.date = jiff::civil::date(2025, 4, 7);
    let second = super::busy::sitting_of(second, &super::busy::commands());
    let (notes, phrases) = (Notes::default(), Phrases::default());
    let of = |sitting| Sources { sitting, seal: None, notes: &notes, phrases: &phrases };
    // The order in which they come does not matter.
    let register = compose_register(&[of(&second), of(&first)], 2025).expect("a register");
    golden("register.txt", &written(&register, Format::Text));
    assert_eq!(compose_register(&[of(&first), of(&second)], 2025), Some(register));
    assert_eq!(compose_register(&[of(&first)], 2024), None);
}

#[test]
fn until_30_june_2022_the_report_of_the_sitting_stands_on_the_door_and_the_list_of_acts_since() {
    let on = |year, month, day| {
        let sitting = crate::without_chair_and_secretary(jiff::civil::date(year, month, day));
        text_of(&sitting, &Paper::Examined).replace('\u{a0}', " ")
    };
    let (before, since) = (on(2022, 6, 30), on(2022, 7, 1));
    assert!(before.contains("Compte rendu de la séance") && before.contains("Affiché le :"), "{before}");
    assert!(!before.contains("Liste des délibérations") && !before.contains("L.2121-25"), "{before}");
    assert!(since.contains("Liste des délibérations examinées") && since.contains("L.2121-25"), "{since}");
}

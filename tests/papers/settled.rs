//! Papers as they become final: minutes that are settled, numbers that are fixed, the signatures of each day.

use hemicycle::council::command::Command;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::{NoteSums, Notes};
use hemicycle::council::numbering::{Numbering, Pattern};
use hemicycle::council::phrases::Phrases;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::document::{Block, Status};
use hemicycle::papers::{Format, Paper, Sources, compose_register};
use jiff::civil::date;

use super::busy::{commands, open, proclaim, sitting_of};
use super::evening::{deliberation, docket, evening, run};
use super::golden;
use super::paper::{composed, markdown_of, text_of, written};
use super::read_back::flowing;

fn settled(remarks: Option<&str>) -> Sitting {
    let mut sitting = evening();
    let remarks = remarks.map(str::to_owned);
    run(&mut sitting, &Command::SettleMinutes { on: date(2025, 4, 7), remarks, notes: NoteSums::new() });
    sitting
}

#[test]
fn settled_minutes_are_no_draft_say_when_and_with_what_remarks_and_list_nothing_more_to_complete() {
    for paper in [Paper::Minutes, Paper::ShortMinutes] {
        assert_eq!(composed(&evening(), &paper, None).unwrap().status, Status::Draft);
        let sitting = settled(Some("# M. DI MEO\n\ndemande que son intervention soit **complétée**."));
        assert_eq!(composed(&sitting, &paper, None).unwrap().status, Status::Final);
        let text = flowing(&text_of(&sitting, &paper));
        assert!(!text.contains("PROJET") && !text.contains("Mentions à compléter"), "{text}");
        let sentence = "Procès-verbal arrêté le 7 avril 2025, au commencement de la séance (art. L.2121-15 du CGCT).\n\
                        Remarques :\nM. DI MEO ·········\ndemande que son intervention soit complétée.\nLa Maire";
        assert!(text.contains(sentence), "{text}");
        // A heading that was typed in the remarks stands below those of the minutes.
        assert!(markdown_of(&sitting, &paper).replace('\u{a0}', " ").contains("\n### M. DI MEO\n"));
    }
    let without = flowing(&text_of(&settled(None), &Paper::Minutes));
    assert!(without.contains("du CGCT).\nSans remarque.\nLa Maire"), "{without}");
}

fn numbered() -> hemicycle::council::docket::Docket {
    let mut council = docket();
    let pattern = Pattern::read("{annee}_{rang:03}").expect("a pattern");
    council.body.numbering = Some(Numbering { pattern, rejected: false });
    for item in &mut council.agenda.items {
        if let hemicycle::council::agenda::AgendaItem::Report(report) = item {
            report.act = None;
        }
    }
    council
}

#[test]
fn a_number_is_said_to_be_provisional_until_the_report_is_proclaimed() {
    let commands = [Command::Open { at: None }, open("01"), proclaim("01", None, Some("02"))];
    let sitting = sitting_of(numbered(), &commands);
    let head = |report: &str| text_of(&sitting, &deliberation(report)).replace('\u{a0}', " ");
    assert!(head("01").starts_with("Délibération n° 2025_001\n"), "{}", head("01"));
    assert!(head("02").contains("Délibération n° 2025_002 (numéro provisoire)\n"), "{}", head("02"));
    let list = markdown_of(&sitting, &Paper::Examined).replace('\\', "");
    assert!(list.contains("| 2025_002 (numéro provisoire) |"), "{list}");
    assert_eq!(list.matches("provisoire").count(), 1, "{list}");
    let record = text_of(&sitting, &Paper::NominalRecord(ReportId::new("02"))).replace('\u{a0}', " ");
    assert!(record.contains("délibération n° 2025_002 (numéro provisoire)"), "{record}");
}

#[test]
fn the_list_is_a_draft_while_the_sitting_goes_on_and_final_when_it_is_over() {
    let until =
        |count: usize| composed(&sitting_of(super::busy::council(), &commands()[..count]), &Paper::Examined, None);
    let close = commands().iter().position(|command| matches!(command, Command::Close { .. })).unwrap();
    assert_eq!(until(close).unwrap().status, Status::Draft);
    assert_eq!(until(close + 1).unwrap().status, Status::Final);
    // What is still to come is not said to be left out.
    let text = text_of(&sitting_of(super::busy::council(), &commands()[..close]), &Paper::Examined);
    assert!(!text.contains("pas été examiné"), "{text}");
}

#[test]
fn until_30_june_2022_every_member_present_signs_the_closing_sheet_of_the_register() {
    let register = |on| {
        let mut council = super::busy::council();
        council.meeting.date = on;
        council.meeting.convened_on = None;
        let sitting = sitting_of(council, &commands());
        let sources = Sources { sitting: &sitting, seal: None, notes: &Notes::default(), phrases: &Phrases::default() };
        let register = compose_register(&[sources], on.year()).unwrap();
        written(&register, Format::Markdown).replace('\u{a0}', " ")
    };
    let before = register(date(2022, 6, 30));
    assert!(before.contains("| Membre présent | Signature |"), "{before}");
    // Whoever came is there once: the substitute, the late, and the member installed in the sitting.
    for name in ["FOURNEL Anne", "ICARD Léa", "LE BRIS Odile", "D’ARTOIS Yann"] {
        assert!(before.contains(&format!("| {name} | |")) || before.contains(&format!("| {name} |  |")), "{name}");
    }
    assert!(!before.contains("| KOENIG Marc |"));
    assert!(!register(date(2022, 7, 1)).contains("Membre présent |"));
}

#[test]
fn the_end_of_the_sitting_stands_on_the_page_of_those_who_sign() {
    let minutes = composed(&evening(), &Paper::Minutes, None).unwrap();
    let kept = minutes.blocks.iter().find_map(|block| match block {
        Block::KeepTogether(inside) if matches!(inside.last(), Some(Block::Signatures(_))) => Some(inside),
        _ => None,
    });
    let said = match kept.and_then(|inside| inside.first()) {
        Some(Block::Paragraph(_, line)) => line.text(),
        other => panic!("{other:?}"),
    };
    assert!(said.starts_with("La séance est levée"), "{said}");
}

#[test]
fn a_convocation_gives_the_hour_of_the_file_and_marks_it_where_there_is_none() {
    let mut council = docket();
    for (hour, said) in [(Hour::new(18, 30), "à 18 h 30, à"), (None, "à [à compléter : heure de la séance], à")]
    {
        council.meeting.hour = hour;
        let text = flowing(&text_of(&sitting_of(council.clone(), &[]), &Paper::Convocation));
        assert!(text.replace(['\u{a0}', '\u{202f}'], " ").contains(said), "{text}");
    }
}

#[test]
fn a_convocation_says_when_it_is_the_second_and_has_a_power_only_where_a_rule_allows_one() {
    let mut council = docket();
    council.meeting.second_of = Some(date(2025, 2, 26));
    council.meeting.place = None;
    council.meeting.convened_on = None;
    super::busy::report_of(&mut council, "05").added = true;
    let text = flowing(&text_of(&sitting_of(council.clone(), &[]), &Paper::Convocation));
    golden("second-convocation.txt", &text);
    council.body.kind = BodyKind::Autre;
    let without_rules = flowing(&text_of(&sitting_of(council, &[]), &Paper::Convocation));
    assert!(!without_rules.contains("pouvoir"), "{without_rules}");
}

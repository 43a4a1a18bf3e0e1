//! What the minutes miss: as many marks in the paper as mentions in the list, each with the article of its day.

use std::sync::Arc;

use hemicycle::council::command::Command;
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::mentions::{Missing, missing};
use hemicycle::council::notes::{NoteSums, Notes};
use hemicycle::council::phrases::Phrases;
use hemicycle::council::sitting::Sitting;
use hemicycle::french::mentions::list;
use hemicycle::papers::document::{Block, Line};
use hemicycle::papers::{Paper, Sources, compose};
use jiff::civil::date;

use super::busy::{busy_evening, commands, council, open, proclaim, sitting_of};
use super::evening::{docket, evening};
use super::every_paper::notes;
use super::without_chair_and_secretary;

/// The marks in the body of a paper, those under the signatures aside.
fn marks(blocks: &[Block]) -> usize {
    let in_line = |line: &Line| line.runs().filter(|run| run.missing && run.text().starts_with('[')).count();
    let in_block = |block: &Block| match block {
        Block::Heading(_, line) | Block::Paragraph(_, line) => in_line(line),
        Block::KeepTogether(inside) => marks(inside),
        Block::List(_, items) => items.iter().map(|item| marks(item)).sum(),
        Block::Names(names) => names.names.iter().map(in_line).sum(),
        _ => 0,
    };
    blocks.iter().map(in_block).sum()
}

/// A sitting of which nothing is known but that it was held.
fn bare(on: jiff::civil::Date) -> Sitting {
    let known = docket();
    let mut meeting = known.meeting.clone();
    (meeting.place, meeting.convened_on, meeting.convened_by) = (None, None, None);
    (meeting.president, meeting.secretaries, meeting.date) = (None, vec![], on);
    let commands = [
        Command::Open { at: None },
        open("04"),
        proclaim("04", None, None),
        Command::Close { at: None, notes: NoteSums::new() },
    ];
    sitting_of(Docket { meeting, ..known }, &commands)
}

fn evenings() -> Vec<Sitting> {
    let without_agenda = Docket { agenda: hemicycle::council::agenda::Agenda::default(), ..docket() };
    let mut evenings = vec![
        evening(),
        busy_evening(),
        bare(date(2025, 3, 3)),
        bare(date(2022, 6, 30)),
        without_chair_and_secretary(date(2022, 6, 30)),
        without_chair_and_secretary(date(2025, 3, 3)),
        sitting_of(without_agenda, &[Command::Open { at: None }]),
        Sitting::new(Arc::new(docket())),
    ];
    // Every moment of the busy evening.
    evenings.extend((0..commands().len()).map(|until| sitting_of(council(), &commands()[..until])));
    evenings.extend(super::kinds::every_moment());
    evenings
}

#[test]
fn there_are_as_many_marks_in_the_minutes_as_mentions_in_the_list() {
    for sitting in evenings() {
        for notes in [Notes::default(), notes()] {
            let missing = missing(&sitting, &notes);
            let sources = Sources { sitting: &sitting, seal: None, notes: &notes, phrases: &Phrases::default() };
            for paper in [Paper::Minutes, Paper::ShortMinutes] {
                let document = compose(&sources, &paper).unwrap();
                assert_eq!(marks(&document.blocks), missing.len(), "{paper:?}: {missing:?}\n{document:#?}");
            }
        }
    }
}

#[test]
fn each_mention_has_the_article_of_its_day_and_custom_has_none() {
    let sitting = bare(date(2025, 3, 3));
    assert_eq!(
        list(&missing(&sitting, &Notes::default()), sitting.docket()),
        [
            "Heure d’ouverture (art. L.2121-15 du CGCT)",
            "Nom du président de séance (art. L.2121-15 du CGCT)",
            "Nom du secrétaire de séance (art. L.2121-15 du CGCT)",
            "Rapport au vu duquel la délibération a été adoptée, rapport n° 04 (art. L.2121-15 du CGCT)",
            "Teneur des discussions, rapport n° 04 (art. L.2121-15 du CGCT)",
            "Lieu de la séance (usage)",
            "Heure de levée de la séance (usage)",
        ]
    );
    // Before 1 July 2022 the law named the secretary alone.
    let before = bare(date(2022, 6, 30));
    assert_eq!(
        list(&missing(&before, &Notes::default()), before.docket()),
        [
            "Heure d’ouverture (usage)",
            "Nom du président de séance (usage)",
            "Nom du secrétaire de séance (art. L.2121-15 du CGCT)",
            "Teneur des discussions, rapport n° 04 (usage)",
            "Lieu de la séance (usage)",
            "Heure de levée de la séance (usage)",
        ]
    );
}

#[test]
fn a_report_that_has_notes_misses_its_discussions_no_more() {
    let asked = |notes: &Notes| -> Vec<ReportId> {
        let discussions = missing(&evening(), notes).into_iter().filter_map(|mention| match mention.missing {
            Missing::Discussions(report) => Some(report),
            _ => None,
        });
        discussions.collect()
    };
    // Report 05 was not examined: nothing was said in it.
    assert_eq!(asked(&Notes::default()), ["01", "02", "03", "04"].map(ReportId::new));
    assert_eq!(asked(&notes()), ["03", "04"].map(ReportId::new));
}

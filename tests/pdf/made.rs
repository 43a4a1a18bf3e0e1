//! The sittings whose papers are read back as PDF: the act of the seed, the evening of 49 members and 51 reports, the
//! evening in which everything happens.

use std::path::{Path, PathBuf};

use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Code;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::NoteSums;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::Paper;
use hemicycle::papers::document::Document;
use hemicycle::store::session_file::files::Folder;
use hemicycle::store::session_file::{load, parse};

use crate::common::course;
use crate::paper::composed;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)
}

fn run(sitting: &mut Sitting, command: &Command) {
    let reasons = Reasons::from([6, 7].map(|code| (Code::irregular(code), "constaté".to_owned())));
    let accepted = sitting.decide(command, &reasons).unwrap_or_else(|refused| panic!("{refused:?}"));
    for event in &accepted.events {
        sitting.apply(event);
    }
}

/// The délibération of the seed, as it was received: unanimous.
pub fn seed() -> Document {
    let path = sample("2022-03-03-pays-d-aix.ron");
    let file = load(&path).unwrap_or_else(|unread| panic!("{unread:?}"));
    let report = ReportId::new("04_2_01");
    let mut sitting = Sitting::new(file.docket);
    run(&mut sitting, &Command::Open { at: None });
    run(&mut sitting, &Command::OpenReport { report: report.clone(), with: vec![] });
    run(
        &mut sitting,
        &Command::Proclaim { report: report.clone(), at: None, then_open: None, on: None, then_with: vec![] },
    );
    run(&mut sitting, &Command::Close { at: None, notes: NoteSums::new() });
    let completed = file.source.replace("// signe:", "signe:");
    let docket = parse(&completed, &Folder::of(&path)).unwrap_or_else(|problems| panic!("{problems:?}")).docket;
    sitting.set_docket(docket);
    composed(&sitting, &Paper::Deliberation(report), None).expect("the report of the seed")
}

/// The evening of 49 members and 51 reports: each report is voted in another way.
pub fn great() -> Sitting {
    let file = load(&sample("exemple-grande-commune.ron")).unwrap_or_else(|unread| panic!("{unread:?}"));
    let items = &file.docket.agenda.items;
    let reports: Vec<ReportId> = items
        .iter()
        .filter_map(|item| match item {
            AgendaItem::Report(report) => Some(report.id.clone()),
            AgendaItem::Chapter(_) => None,
        })
        .collect();
    let members: Vec<MemberId> = file.docket.roster.everyone().map(|member| member.id.clone()).collect();
    let mut sitting = Sitting::new(file.docket);
    run(&mut sitting, &Command::Open { at: Hour::new(18, 30) });
    for (number, report) in reports.into_iter().enumerate() {
        run(&mut sitting, &Command::OpenReport { report: report.clone(), with: vec![] });
        let room = sitting.room();
        let voices: Vec<(MemberId, Choice)> = members
            .iter()
            .filter(|member| room.speaks(member))
            .enumerate()
            .filter_map(|(place, member)| match (place * 7 + number * 3) % 23 {
                0 if number % 2 == 0 => Some((member.clone(), Choice::Against)),
                5 if number % 3 == 0 => Some((member.clone(), Choice::Abstain)),
                _ => None,
            })
            .collect();
        if !voices.is_empty() {
            run(&mut sitting, &Command::voices(&report, voices));
        }
        run(
            &mut sitting,
            &Command::Proclaim { report, at: Hour::new(19, 1), then_open: None, on: None, then_with: vec![] },
        );
    }
    run(&mut sitting, &Command::Close { at: Hour::new(23, 41), notes: NoteSums::new() });
    sitting
}

/// The minutes of that evening.
pub fn great_minutes() -> Document {
    composed(&great(), &Paper::Minutes, Some("1234 5678 9012 3456")).expect("minutes")
}

/// The evening in which everything happens.
pub fn eventful() -> Sitting {
    let read = |name: &str| std::fs::read_to_string(sample(name)).expect("the sample");
    course(&read("exemple-soiree.ron"), &read("deroules/exemple-soiree.ron"))
}

/// The minutes of that evening.
pub fn eventful_minutes() -> Document {
    composed(&eventful(), &Paper::Minutes, Some("1234 5678 9012 3456")).expect("minutes")
}

//! A large commune with 49 members and 51 reports: every paper is read again by a reader of Markdown that knows nothing of
//! the program, and holds the names and figures of the sitting.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::{NoteSums, Notes};
use hemicycle::council::phrases::Phrases;
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::{Format, Paper, Sources, compose_register};
use hemicycle::store::session_file::load;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::busy::{at, presence, sitting_of};
use super::golden;
use super::paper::{markdown_of, text_of, written};
use super::read_back::flowing;

fn council() -> Docket {
    let file = load(Path::new("sessions/exemple-grande-commune.ron")).unwrap_or_else(|unread| panic!("{unread:?}"));
    Docket::clone(&file.docket)
}

/// Fifty of the reports are voted: each with its own votes, some rejected, and members who come and go.
fn evening() -> Sitting {
    let council = council();
    let members: Vec<String> = council.roster.ids().map(|id| id.as_str().to_owned()).collect();
    let mut commands = vec![Command::Open { at: at(18, 0) }];
    let reports: Vec<ReportId> = council.agenda.reports().map(|report| report.id.clone()).collect();
    for (place, report) in reports.iter().take(50).enumerate() {
        match place {
            10 => commands.push(presence(&members[5], Presence::Left, at(19, 0))),
            20 => commands.push(presence(&members[11], Presence::Present, at(20, 0))),
            _ => {}
        }
        commands.push(Command::OpenReport { report: report.clone(), with: vec![] });
        let sitting = sitting_of(council.clone(), &commands);
        let (_, vote) = sitting.open_report().expect("an open report");
        let voices: Vec<_> = vote.room.voices().cloned().collect();
        // A different part of the room each time, and every seventh report is rejected.
        let share = if place % 7 == 6 { 2 } else { 9 };
        let said = voices.iter().enumerate().filter_map(|(seat, member)| match (seat + place) % (share * 2) {
            rest if rest < 2 && share == 9 => Some((member.clone(), Choice::Against)),
            rest if rest < 3 && share == 2 => Some((member.clone(), Choice::Against)),
            5 => Some((member.clone(), Choice::Abstain)),
            7 if place % 5 == 0 => Some((member.clone(), Choice::NotTakingPart)),
            _ => None,
        });
        let said: Vec<_> = said.collect();
        if !said.is_empty() && place % 4 != 3 {
            commands.push(Command::voices(report, said));
        }
        commands.push(Command::Proclaim {
            report: report.clone(),
            at: None,
            then_open: None,
            on: None,
            then_with: vec![],
        });
    }
    commands.push(Command::Close { at: at(23, 30), notes: NoteSums::new() });
    sitting_of(council, &commands)
}

/// The tables of a Markdown text, in order: rows of cells, the head left out.
pub fn tables(markdown: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let mut in_cell = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableRow) => tables.last_mut().unwrap().push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                in_cell = true;
                if let Some(row) = tables.last_mut().unwrap().last_mut() {
                    row.push(String::new());
                }
            }
            Event::End(TagEnd::TableCell) => in_cell = false,
            Event::Text(text) if in_cell => {
                if let Some(cell) = tables.last_mut().unwrap().last_mut().and_then(|row| row.last_mut()) {
                    cell.push_str(&text.replace(['\u{a0}', '\u{202f}'], " "));
                }
            }
            _ => {}
        }
    }
    tables
}

#[test]
fn the_list_for_the_door_and_the_sheet_of_a_large_commune() {
    let sitting = evening();
    golden("large-examined.txt", &text_of(&sitting, &Paper::Examined));
    golden("large-sheet.txt", &text_of(&sitting, &Paper::AttendanceSheet));
    golden("large-nominal.txt", &text_of(&sitting, &Paper::NominalRecord(ReportId::new("08"))));
}

#[test]
fn the_list_for_the_door_has_every_report_that_was_examined_with_its_result() {
    let sitting = evening();
    let rows = tables(&markdown_of(&sitting, &Paper::Examined)).remove(0);
    assert_eq!(rows.len(), 50);
    let mut rejected = 0;
    for (row, report) in rows.iter().zip(sitting.docket().agenda.reports()) {
        let done = sitting.progress(&report.id).unwrap().done().unwrap();
        assert_eq!((row[0].as_str(), row[1].as_str()), (report.id.as_str(), report.object.replace('\'', "’").as_str()));
        let word = if done.outcome.is_adopted() { "Adopté" } else { "Rejeté" };
        assert!(row[2].starts_with(word), "{row:?}");
        rejected += usize::from(!done.outcome.is_adopted());
        let figures: Vec<u32> = row[2].split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let saying = |choice| u32::try_from(done.vote.saying(choice).count()).unwrap();
        let all = [Choice::For, Choice::Against, Choice::Abstain, Choice::NotTakingPart].map(saying);
        // What nobody said is left out, save for and against.
        let expected: Vec<u32> = (0..4).filter(|it| *it < 2 || all[*it] > 0).map(|it| all[it]).collect();
        assert!(figures == expected || (figures.is_empty() && all[1..] == [0, 0, 0]), "{row:?} {all:?}");
    }
    assert!(rejected > 3, "{rejected}");
}

#[test]
fn a_nominal_record_has_each_holder_of_a_seat_once_with_what_was_said_and_by_whom() {
    let sitting = evening();
    let roster = &sitting.docket().roster;
    for report in sitting.docket().agenda.reports().take(50) {
        let vote = &sitting.progress(&report.id).unwrap().done().unwrap().vote;
        let markdown = markdown_of(&sitting, &Paper::NominalRecord(report.id.clone()));
        let rows = tables(&markdown).remove(0);
        assert_eq!(rows.len(), 49);
        let mut counted: BTreeMap<&str, u32> = BTreeMap::new();
        for (row, member) in rows.iter().zip(roster.iter()) {
            assert!(row[0].starts_with(&member.name.listed()), "{row:?}");
            let said = match vote.choice(&member.id) {
                Some(Choice::For) => "pour",
                Some(Choice::Against) => "contre",
                Some(Choice::Abstain) => "abstention",
                Some(Choice::NotTakingPart) => "ne prend pas part au vote",
                None => "ne vote pas",
            };
            assert_eq!(row[3], said, "{row:?}");
            *counted.entry(said).or_default() += 1;
            if let Some(Seat::Represented(holder)) = vote.room.seat(&member.id) {
                assert_eq!(row[4], roster.listed(holder));
            }
        }
        // The table of figures under it says the same.
        let figures = tables(&markdown).remove(1);
        let figure = |label: &str| figures.iter().find(|row| row[0] == label).unwrap()[1].parse::<u32>().unwrap();
        for (label, said) in [("Pour", "pour"), ("Contre", "contre"), ("Abstentions", "abstention")] {
            assert_eq!(figure(label), counted.get(said).copied().unwrap_or(0), "{label}");
        }
    }
}

#[test]
fn the_sheet_has_a_row_a_member_and_every_power_of_the_opening() {
    let sitting = evening();
    let rows = tables(&markdown_of(&sitting, &Paper::AttendanceSheet)).remove(0);
    let roster = &sitting.docket().roster;
    assert_eq!(rows.len(), 49);
    for (row, member) in rows.iter().zip(roster.iter()) {
        assert_eq!(row[0], member.name.listed());
        let seat = sitting.opening().unwrap().room.seat(&member.id).unwrap();
        if let Seat::Represented(holder) = seat {
            assert!(row[3].contains(&format!("donne pouvoir à {}", roster.listed(holder))), "{row:?}");
        }
        assert_eq!(row[4].is_empty(), seat.is_present() || row[2].starts_with("Arrivé"), "{row:?}");
    }
}

#[test]
fn short_minutes_name_whoever_was_not_for_as_the_vote_has_them() {
    let sitting = evening();
    let minutes = flowing(&text_of(&sitting, &Paper::ShortMinutes));
    let lines: Vec<&str> = minutes.lines().filter(|line| line.starts_with("Votes : ")).collect();
    assert_eq!(lines.len(), 50);
    for (line, report) in lines.iter().zip(sitting.docket().agenda.reports()) {
        let vote = &sitting.progress(&report.id).unwrap().done().unwrap().vote;
        for (word, choice) in [("contre", Choice::Against), ("abstention", Choice::Abstain)] {
            let expected: BTreeSet<String> = vote.saying(choice).map(|id| sitting.docket().roster.listed(id)).collect();
            let named = line.split_once(word).and_then(|(_, rest)| {
                let inside = rest.trim_start_matches('s').strip_prefix(" (")?.split_once(')')?.0;
                Some(inside.replace(" et ", ", ").split(", ").map(str::to_owned).collect::<BTreeSet<_>>())
            });
            assert_eq!(named.unwrap_or_default(), expected, "{line}");
        }
    }
}

#[test]
fn the_register_has_every_act_in_both_tables_and_in_its_closing_sheet() {
    let sitting = evening();
    let sources = Sources { sitting: &sitting, seal: None, notes: &Notes::default(), phrases: &Phrases::default() };
    let register = compose_register(&[sources], 2025).expect("a register");
    let markdown = written(&register, Format::Markdown);
    let tables = tables(&markdown);
    let objects: BTreeSet<String> =
        sitting.docket().agenda.reports().take(50).map(|report| report.object.replace('\'', "’")).collect();
    let column = |table: &[Vec<String>], place: usize| table.iter().map(|row| row[place].clone()).collect::<Vec<_>>();
    // Two who sign side by side are a table too.
    let [.., closing, _signatures, by_date, by_object] = tables.as_slice() else { panic!("tables at the end") };
    for (table, place) in [(closing, 2), (by_date, 2), (by_object, 0)] {
        assert_eq!(table.len(), 50);
        assert_eq!(column(table, place).into_iter().collect::<BTreeSet<_>>(), objects);
    }
    let ranks: Vec<String> = (1..=50).map(|rank: u32| rank.to_string()).collect();
    assert_eq!(column(closing, 0), ranks);
}

//! The evenings whose papers are read back: that of the seed, and one of 49 members and 51 reports.

use std::path::Path;

use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Code;
use hemicycle::council::history::History;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::NoteSums;
use hemicycle::council::sitting::Sitting;
use hemicycle::store::course;
use hemicycle::store::session_file::load;

fn run(sitting: &mut Sitting, command: &Command) {
    let reasons = Reasons::from([6, 7].map(|code| (Code::irregular(code), "constaté".to_owned())));
    let accepted = sitting.decide(command, &reasons).unwrap_or_else(|refused| panic!("{refused:?}"));
    accepted.events.iter().for_each(|event| sitting.apply(event));
}

/// The sitting of 3 March 2022 as it happened: everyone for.
pub fn seed() -> Sitting {
    let file = load(Path::new("sessions/2022-03-03-pays-d-aix.ron")).unwrap_or_else(|unread| panic!("{unread:?}"));
    let report = ReportId::new("04_2_01");
    let mut sitting = Sitting::new(file.docket);
    run(&mut sitting, &Command::Open { at: None });
    run(&mut sitting, &Command::OpenReport { report: report.clone(), with: vec![] });
    run(&mut sitting, &Command::Proclaim { report, at: None, then_open: None, on: None, then_with: vec![] });
    run(&mut sitting, &Command::Close { at: None, notes: NoteSums::new() });
    sitting
}

/// Who comes and goes between the reports, before which report: the room of each vote is its own.
const MOVEMENTS: [(usize, &str); 4] = [
    (8, r#"[Presence(membre: "NOGARET William", etat: Present, heure: "19 h 02")]"#),
    (15, r#"[Presence(membre: "BELMONT Capucine", etat: Sorti, heure: "19 h 30")]"#),
    (24, r#"[Presence(membre: "BELMONT Capucine", etat: Present, heure: "20 h 01")]"#),
    (33, r#"[Presence(membre: "GUIRAUD Perrine", etat: Present, heure: "20 h 40")]"#),
];

/// The made-up evening of the great commune: every report voted, otherwise than the one before.
pub fn great() -> Sitting {
    let path = Path::new("sessions/exemple-grande-commune.ron");
    let docket = load(path).unwrap_or_else(|unread| panic!("{unread:?}")).docket;
    let reports: Vec<ReportId> = docket.agenda.reports().map(|report| report.id.clone()).collect();
    let members: Vec<MemberId> = docket.roster.everyone().map(|member| member.id.clone()).collect();
    let mut sitting = Sitting::new(docket.clone());
    run(&mut sitting, &Command::Open { at: Hour::new(18, 30) });
    for (number, report) in reports.iter().enumerate() {
        for (_, movement) in MOVEMENTS.iter().filter(|(before, _)| *before == number) {
            for step in course::parse(movement, &docket).unwrap_or_else(|flaws| panic!("{flaws:#?}")) {
                run(&mut sitting, &step.command);
            }
        }
        run(&mut sitting, &Command::OpenReport { report: report.clone(), with: vec![] });
        let room = sitting.room();
        let voices: Vec<(MemberId, Choice)> = members
            .iter()
            .enumerate()
            .filter(|(_, member)| room.has_voice(member))
            .filter_map(|(place, member)| match (place * 7 + number * 5) % 19 {
                0 | 3 if number % 4 != 0 => Some((member.clone(), Choice::Against)),
                6 if number % 3 != 0 => Some((member.clone(), Choice::Abstain)),
                11 if number % 5 == 2 => Some((member.clone(), Choice::NotTakingPart)),
                _ => None,
            })
            .collect();
        if !voices.is_empty() {
            run(&mut sitting, &Command::voices(report, voices));
        }
        run(
            &mut sitting,
            &Command::Proclaim { report: report.clone(), at: None, then_open: None, on: None, then_with: vec![] },
        );
    }
    run(&mut sitting, &Command::Close { at: Hour::new(23, 41), notes: NoteSums::new() });
    sitting
}

/// The sitting of a session file and a course, both as texts.
pub fn typed(session: &str, typed: &str) -> History {
    let nothing = |_: &str| Err(hemicycle::store::session_file::problem::Unreadable::Missing);
    let parsed = hemicycle::store::session_file::parse(session, &nothing);
    let docket = parsed.unwrap_or_else(|problems| panic!("{problems:#?}")).docket;
    let steps = course::parse(typed, &docket).unwrap_or_else(|flaws| panic!("{flaws:#?}"));
    let mut history = History::new(docket);
    course::recording::play(&mut history, &steps, "2025-03-04T09:00:00+01:00")
        .unwrap_or_else(|(place, refused)| panic!("{:?} refused: {:?}", steps[place].command, refused.findings));
    history
}

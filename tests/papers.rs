//! The papers of a made-up council, read by eye once and compared ever since, then read back by figures and names.

use std::path::Path;

use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::sitting::{Reasons, Sitting};
use hemicycle::papers::{Format, Paper, compose, render};
use hemicycle::store::session_file::load;

fn sitting() -> Sitting {
    let file = load(Path::new("tests/papers/bourg-exemple.ron")).unwrap_or_else(|unread| panic!("{unread:?}"));
    Sitting::new(file.docket)
}

fn run(sitting: &mut Sitting, command: &Command) {
    let accepted = sitting.decide(command, &Reasons::new()).unwrap_or_else(|refused| panic!("{refused:?}"));
    for event in &accepted.events {
        sitting.apply(event);
    }
}

fn at(hour: u8, minute: u8) -> Option<Hour> {
    Hour::new(hour, minute)
}

/// Opens a report, marks the voices that are not for, proclaims.
fn vote(sitting: &mut Sitting, report: &str, voices: &[(&str, Choice)], hour: Option<Hour>) {
    let report = ReportId::new(report);
    run(sitting, &Command::OpenReport { report: report.clone() });
    if !voices.is_empty() {
        let voices = voices.iter().map(|(member, choice)| (MemberId::new(member), *choice)).collect();
        run(sitting, &Command::SetVoices { report: report.clone(), voices });
    }
    run(sitting, &Command::Proclaim { report, at: hour, then_open: None });
}

/// The whole evening: a majority, a tie, a rejected opinion, a unanimity, a report that is not examined.
fn evening() -> Sitting {
    use Choice::{Abstain, Against, NotTakingPart};
    let mut sitting = sitting();
    run(&mut sitting, &Command::Open { at: at(18, 4) });
    vote(
        &mut sitting,
        "01",
        &[
            ("baudry-luc", Abstain),
            ("hennebert-omar", Against),
            ("di-meo-paolo", Against),
            ("icard-lea", Abstain),
            ("guichard-nina", NotTakingPart),
        ],
        at(18, 31),
    );
    vote(
        &mut sitting,
        "02",
        &[
            ("baudry-luc", Against),
            ("hennebert-omar", Against),
            ("di-meo-paolo", Against),
            ("esnault-julie", Against),
            ("icard-lea", Abstain),
        ],
        None,
    );
    let against = ["baudry-luc", "hennebert-omar", "di-meo-paolo", "esnault-julie", "icard-lea", "faure-labat-hugo"];
    vote(&mut sitting, "03", &against.map(|member| (member, Against)), at(19, 0));
    vote(&mut sitting, "04", &[], at(19, 2));
    run(&mut sitting, &Command::Close { at: at(19, 5) });
    sitting
}

fn paper(sitting: &Sitting, paper: &Paper, format: Format) -> String {
    render(&compose(sitting, paper, Some("1234 5678 9012 3456")).expect("a report of the agenda"), format)
}

#[test]
fn show() {
    let sitting = evening();
    for id in ["01", "02", "03", "05"] {
        println!("{}\n########", paper(&sitting, &Paper::Deliberation(ReportId::new(id)), Format::Text));
    }
    println!("{}\n########", paper(&sitting, &Paper::Minutes, Format::Text));
    println!("{}\n########", paper(&sitting, &Paper::Deliberation(ReportId::new("03")), Format::Markdown));
}

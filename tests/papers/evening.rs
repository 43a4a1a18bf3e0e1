//! The evening of the made-up council: a majority, a tie, a rejected opinion, a unanimity, a report not examined.

use std::path::Path;
use std::sync::Arc;

use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::Docket;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::NoteSums;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::Paper;
use hemicycle::store::session_file::load;

pub fn docket() -> Docket {
    let file = load(Path::new("tests/papers/bourg-exemple.ron")).unwrap_or_else(|unread| panic!("{unread:?}"));
    Docket::clone(&file.docket)
}

pub fn run(sitting: &mut Sitting, command: &Command) {
    run_with(sitting, command, &Reasons::new());
}

pub fn run_with(sitting: &mut Sitting, command: &Command, reasons: &Reasons) {
    let accepted = sitting.decide(command, reasons).unwrap_or_else(|refused| panic!("{refused:?}"));
    for event in &accepted.events {
        sitting.apply(event);
    }
}

/// Opens a report, marks the voices that are not for, proclaims.
pub fn vote(sitting: &mut Sitting, report: &str, voices: &[(&str, Choice)], at: Option<Hour>) {
    let report = ReportId::new(report);
    run(sitting, &Command::OpenReport { report: report.clone(), with: vec![] });
    let voices: Vec<(MemberId, Choice)> = voices
        .iter()
        .filter(|(_, choice)| *choice != Choice::For)
        .map(|(member, choice)| (MemberId::new(member), *choice))
        .collect();
    if !voices.is_empty() {
        run(sitting, &Command::voices(&report, voices));
    }
    let reasons =
        Reasons::from([6, 7].map(|w| (hemicycle::council::finding::Code::irregular(w), "constaté".to_owned())));
    run_with(sitting, &Command::Proclaim { report, at, then_open: None, on: None, then_with: vec![] }, &reasons);
}

pub fn evening() -> Sitting {
    use Choice::{Abstain, Against, NotTakingPart};
    let mut sitting = Sitting::new(Arc::new(docket()));
    run(&mut sitting, &Command::Open { at: Hour::new(18, 4) });
    let split = [
        ("baudry-luc", Abstain),
        ("hennebert-omar", Against),
        ("di-meo-paolo", Against),
        ("icard-lea", Abstain),
        ("guichard-nina", NotTakingPart),
    ];
    vote(&mut sitting, "01", &split, Hour::new(18, 31));
    let tie = [
        ("baudry-luc", Against),
        ("hennebert-omar", Against),
        ("di-meo-paolo", Against),
        ("esnault-julie", Against),
        ("icard-lea", Abstain),
    ];
    vote(&mut sitting, "02", &tie, None);
    let against = ["baudry-luc", "hennebert-omar", "di-meo-paolo", "esnault-julie", "icard-lea", "faure-labat-hugo"];
    vote(&mut sitting, "03", &against.map(|member| (member, Against)), Hour::new(19, 0));
    vote(&mut sitting, "04", &[], Hour::new(19, 2));
    run(&mut sitting, &Command::Close { at: Hour::new(19, 5), notes: NoteSums::new() });
    sitting
}

pub fn deliberation(report: &str) -> Paper {
    Paper::Deliberation(ReportId::new(report))
}

//! How long a paper takes to become PDF, by its length, and the most memory that it takes.
//!
//! `cargo bench --bench pdf` prints medians; `cargo bench --bench pdf -- 60` writes minutes of 60 reports once, for the
//! memory of that alone.
#![allow(clippy::disallowed_methods, reason = "this measures times")]

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::Phrases;
use hemicycle::council::sitting::Sitting;
use hemicycle::look::Look;
use hemicycle::papers::document::{Block, Document, Line};
use hemicycle::papers::{Dressing, Format, Paper, Sources, compose, render};
use hemicycle::store::session_file::load;

type Outcome<T> = Result<T, Box<dyn Error>>;

const RUNS: usize = 7;

fn main() -> Outcome<()> {
    let seed = seed()?;
    let asked: Option<usize> = std::env::args().nth(1).and_then(|reports| reports.parse().ok());
    if let Some(reports) = asked {
        let bytes = pdf_of(&minutes(&seed, reports))?;
        println!("{reports} reports: {} kB of PDF, {} of memory at most", bytes.len() / 1024, most_memory());
        return Ok(());
    }
    println!("the act of the seed: {:.1?}", median(&seed)?);
    for reports in [60, 120, 240, 500] {
        let minutes = minutes(&seed, reports);
        println!("minutes of {reports} reports: {:.1?}", median(&minutes)?);
    }
    println!("most memory: {}", most_memory());
    Ok(())
}

fn pdf_of(document: &Document) -> Outcome<Vec<u8>> {
    let dressing = Dressing { look: &Look::default(), attached: &[], model: None };
    Ok(render(document, Format::Pdf, &dressing)?.bytes)
}

fn median(document: &Document) -> Outcome<Duration> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        std::hint::black_box(pdf_of(document)?);
        times.push(start.elapsed());
    }
    times.sort();
    Ok(times[times.len() / 2])
}

/// The délibération of the seed.
fn seed() -> Outcome<Document> {
    let file = load(Path::new("sessions/2022-03-03-pays-d-aix.ron")).map_err(|unread| format!("{unread:?}"))?;
    let report = ReportId::new("04_2_01");
    let mut sitting = Sitting::new(file.docket);
    let steps = [
        Command::Open { at: None },
        Command::OpenReport { report: report.clone() },
        Command::Proclaim { report: report.clone(), at: None, then_open: None },
    ];
    for command in steps {
        let accepted = sitting.decide(&command, &Reasons::new()).map_err(|refused| format!("{refused:?}"))?;
        accepted.events.iter().for_each(|event| sitting.apply(event));
    }
    let (notes, phrases) = (Notes::default(), Phrases::default());
    let sources = Sources { sitting: &sitting, seal: None, notes: &notes, phrases: &phrases };
    compose(&sources, &Paper::Deliberation(report)).ok_or_else(|| "no such report".into())
}

/// Minutes of so many reports, each about a page and a third of the words of the seed: 60 of them are about 80 pages.
fn minutes(seed: &Document, reports: usize) -> Document {
    let mut words = Vec::new();
    for block in &seed.blocks {
        match block {
            Block::Enclosed(inside) => words.extend(inside.iter().cloned()),
            other => words.push(other.clone()),
        }
    }
    words.retain(|block| {
        matches!(block, Block::Paragraph(..) | Block::List(..) | Block::VoteTable(_) | Block::Names(_))
    });
    let mut blocks = vec![Block::Heading(1, Line::prose("Procès-verbal"))];
    for report in 0..reports {
        blocks.push(Block::Heading(2, Line::prose(&format!("Rapport n° {report}"))));
        blocks.extend(words.iter().cycle().skip(report * 19).take(19).cloned());
    }
    Document { blocks, ..seed.clone() }
}

/// The most memory so far, as Linux counts it.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |memory| memory.trim().to_owned())
}

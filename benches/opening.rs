//! How long a long record takes to open: 240 members, 120 reports, exactly 10 000 lines, a fifth of them undone.
//!
//! `cargo bench --bench opening` prints medians, each with its ratio to reading and hashing the same bytes: the record read
//! with every seal and every rule checked; opened to be gone on with, its second copy found and held against it too; and
//! `sceau`, which counts every vote a second way. The first two are to stay below 100 ms.
#![allow(clippy::disallowed_methods, reason = "this measures times")]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::NoteSums;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::session_file::{self, SessionFile};
use hemicycle::store::{record, seal};
use sha2::{Digest, Sha256};

type Outcome<T> = Result<T, Box<dyn Error>>;

const MEMBERS: usize = 240;
const REPORTS: usize = 120;
const LINES: u64 = 10_000;
const RUNS: usize = 15;
const NOW: &str = "2025-03-03T18:00:00+01:00";

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("seance.ron");
    fs::write(&path, session_text()?)?;
    let session = session_file::load(&path).map_err(|unread| format!("{unread:?}"))?;
    let journal = folder.path().join("seance.journal");
    write_evening(&session, &path, &journal)?;
    let bytes = fs::read(&journal)?;
    let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
    println!("{lines} lines, {} bytes", bytes.len());
    if lines as u64 != LINES {
        return Err(format!("{lines} lines instead of {LINES}").into());
    }

    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let copies = folder.path().join("copies");
    let load = || session_file::load(&path).map_err(|unread| format!("{unread:?}"));
    let mut times: [Vec<Duration>; 4] = Default::default();
    for _ in 0..RUNS {
        times[0].push(timed(|| -> Outcome<()> {
            black_box(Sha256::digest(fs::read(&journal)?));
            Ok(())
        })?);
        times[1].push(timed(|| -> Outcome<()> {
            black_box(record::read(&RealDisk, &load()?).map_err(|fault| format!("{fault:?}"))?);
            Ok(())
        })?);
        times[2].push(timed(|| -> Outcome<()> {
            let opened = record::open_doubled(&disk, &load()?, NOW, &copies).map_err(|fault| format!("{fault:?}"))?;
            black_box(opened.recorder.ok_or("not to be gone on with")?);
            Ok(())
        })?);
        times[3].push(timed(|| -> Outcome<()> {
            black_box(seal::verify(&RealDisk, &path).map_err(|fault| format!("{fault:?}"))?);
            Ok(())
        })?);
    }
    let names = ["read and hash", "opened to be read", "opened with its second copy", "sceau"];
    let medians = times.map(median);
    for (name, time) in names.iter().zip(medians) {
        println!("{name:<28} {time:>9.1?}   ratio {:.1}", time.as_secs_f64() / medians[0].as_secs_f64());
    }
    Ok(())
}

fn timed(work: impl Fn() -> Outcome<()>) -> Outcome<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn session_text() -> Outcome<String> {
    let mut text = String::from(
        "(assemblee: (nom: \"Métropole d’Essai\", genre: Metropole), seance: (date: \"2025-03-03\"), membres: [",
    );
    for number in 0..MEMBERS {
        write!(text, "(nom: \"NOM{number:03}\", prenom: \"Dominique\"), ")?;
    }
    text.push_str("], ordre_du_jour: [");
    for number in 0..REPORTS {
        write!(text, "Rapport(numero: \"{number:03}\", objet: \"Objet {number}\"), ")?;
    }
    text.push_str("])");
    Ok(text)
}

/// A recorded evening: voices, a coming and going, mistakes taken back, each report proclaimed.
fn write_evening(session: &SessionFile, path: &Path, journal: &Path) -> Outcome<()> {
    let memory = MemoryDisk::new();
    let disk: Arc<dyn Disk> = Arc::new(memory);
    let mut opened = record::open(&disk, session, NOW).map_err(|fault| format!("{fault:?}"))?;
    let mut recorder = opened.recorder.take().ok_or("no recorder")?;
    let mut history = opened.history;
    let mut record = |entry: Entry, history: &mut History| -> Outcome<()> {
        recorder.append(&entry).map_err(|fault| format!("{fault:?}"))?;
        history.push(entry)?;
        Ok(())
    };
    let action = |command: &Command, history: &History| -> Outcome<Entry> {
        let accepted = history.sitting().decide(command, &Reasons::new()).map_err(|refused| format!("{refused:?}"))?;
        Ok(Entry::Action { at: NOW.to_owned(), events: accepted.events })
    };
    let member = |number: usize| MemberId::new(&format!("nom{:03}-dominique", number % MEMBERS));
    let entry = action(&Command::Open { at: None }, &history)?;
    record(entry, &mut history)?;
    let lines_per_report = LINES / REPORTS as u64;
    for number in 0..REPORTS {
        let report = ReportId::new(&format!("{number:03}"));
        let entry = action(&Command::OpenReport { report: report.clone(), with: vec![] }, &history)?;
        record(entry, &mut history)?;
        // Behind the last report comes the close, which is line 9 999: the first is line 0.
        let is_last = number + 1 == REPORTS;
        let until = if is_last { LINES - 2 } else { (number as u64 + 1) * lines_per_report - 2 };
        let mut step = number;
        while history.next_number() < until {
            step += 1;
            let mover = member(step * 7);
            let presence =
                if history.sitting().attendance().is_present(&mover) { Presence::Out } else { Presence::Present };
            let command = if step % 10 == 0 {
                Command::SetPresence { member: mover, presence, at: None }
            } else {
                let who = member(step * 11);
                let now = history.sitting().progress(&report).and_then(|progress| progress.vote().choice(&who));
                match now {
                    Some(Choice::For) => Command::voices(&report, vec![(who, Choice::Against)]),
                    Some(_) => Command::voices(&report, vec![(who, Choice::For)]),
                    None => continue,
                }
            };
            let entry = action(&command, &history)?;
            record(entry, &mut history)?;
            if step % 5 == 0 && history.next_number() < until {
                let target = history.undo_target().ok_or("nothing to take back")?;
                record(Entry::Undo(target), &mut history)?;
            }
        }
        let entry =
            action(&Command::Proclaim { report, at: None, then_open: None, on: None, then_with: vec![] }, &history)?;
        record(entry, &mut history)?;
    }
    let entry = action(&Command::Close { at: None, notes: NoteSums::new() }, &history)?;
    record(entry, &mut history)?;
    fs::write(journal, disk.read(&path.with_extension("journal"), u64::MAX)?)?;
    Ok(())
}

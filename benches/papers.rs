//! How long the papers take, each as a whole process: the act of the seed in every format, minutes of 60 and of 500
//! reports as PDF, and the seal of both.
//!
//! `cargo bench --bench papers` prints medians, their ratio to a process that only says its version, and the memory that
//! was resident at most.
#![allow(clippy::disallowed_methods, reason = "this measures times")]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Outcome<T> = Result<T, Box<dyn Error>>;

const RUNS: usize = 15;
const REPORT: &str = "04_2_01";
const SEED: &str = "2022-03-03-pays-d-aix.ron";
const TEXTS: [&str; 2] = ["04_2_01-rapport.md", "04_2_01-convention.md"];

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    for name in [SEED].iter().chain(&TEXTS) {
        fs::copy(sessions.join(name), folder.path().join(name))?;
    }
    let course = format!("[Ouvrir, Rapport(numero: {REPORT:?}), Proclamer(rapport: {REPORT:?}), Lever]");
    record(folder.path(), SEED, &course)?;

    let floor = measured(folder.path(), &["--version"], RUNS)?;
    println!("nothing but a process        {:>8.1} ms", milliseconds(floor.time));
    for format in ["txt", "md", "html", "docx", "odt", "pdf"] {
        let output = format!("acte.{format}");
        let arguments = ["pv", SEED, "--rapport", REPORT, "--format", format, "--force", "-o", &output];
        say(&format!("act of the seed, {format}"), &measured(folder.path(), &arguments, RUNS)?, &floor);
    }
    for (reports, runs) in [(60, 7), (500, 3)] {
        let name = format!("{reports}.ron");
        fs::write(folder.path().join(&name), session(&fs::read_to_string(sessions.join(SEED))?, reports)?)?;
        record(folder.path(), &name, &course_of(reports)?)?;
        let output = format!("{reports}.pdf");
        let arguments = ["pv", &name, "--format", "pdf", "--force", "-o", &output];
        let minutes = measured(folder.path(), &arguments, runs)?;
        say(&format!("minutes of {reports} reports, pdf"), &minutes, &floor);
        let each = milliseconds(minutes.time) / f64::from(reports);
        println!("    {each:.2} ms a report, {} bytes", fs::metadata(folder.path().join(&output))?.len());
        say(&format!("seal of these {reports}"), &measured(folder.path(), &["sceau", &output], runs)?, &floor);
    }
    Ok(())
}

fn say(what: &str, measured: &Measured, floor: &Measured) {
    let ratio = measured.time.as_secs_f64() / floor.time.as_secs_f64();
    let resident =
        measured.resident.map_or_else(|| "?".to_owned(), |kibibytes| format!("{:.1}", f64::from(kibibytes) / 1024.0));
    println!("{what:<28} {:>8.1} ms   ratio {ratio:>6.1}   {resident:>6} MiB", milliseconds(measured.time));
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

struct Measured {
    /// The median.
    time: Duration,
    /// What was resident at most, in kibibytes; unknown where the system does not say.
    resident: Option<u32>,
}

fn measured(folder: &Path, arguments: &[&str], runs: usize) -> Outcome<Measured> {
    let mut times = Vec::new();
    for _ in 0..runs {
        let begun = Instant::now();
        let status = program(folder, arguments).status()?;
        times.push(begun.elapsed());
        if !status.success() {
            return Err(format!("{arguments:?} ended with {status}").into());
        }
    }
    times.sort();
    let time = times.get(times.len() / 2).copied().ok_or("no run")?;
    Ok(Measured { time, resident: resident(folder, arguments)? })
}

/// One more run, looked at all the while: the system says the highest so far of a process that is still there.
fn resident(folder: &Path, arguments: &[&str]) -> Outcome<Option<u32>> {
    let mut child = program(folder, arguments).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = None;
    while child.try_wait()?.is_none() {
        let said = fs::read_to_string(&status).unwrap_or_default();
        let line = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now: Option<u32> = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        most = most.max(now);
    }
    Ok(most)
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    program.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    program
}

fn record(folder: &Path, session: &str, course: &str) -> Outcome<()> {
    fs::write(folder.join("deroule"), course)?;
    let output = program(folder, &["saisir", session, "deroule"]).stdout(Stdio::piped()).output()?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stdout).into_owned().into()) }
}

/// The council of the seed with that many reports, each with the text of the seed's.
fn session(seed: &str, reports: u32) -> Outcome<String> {
    let (before, _) = seed.split_once("    ordre_du_jour: [").ok_or("an agenda")?;
    let mut session = format!("{before}    ordre_du_jour: [\n");
    for number in 1..=reports {
        writeln!(
            session,
            "        Rapport(numero: \"{number:03}\", objet: \"Approbation de la convention n° {number}\",
                genre: Avis(sens: Favorable), rapporteur: \"GACHON Loïc\",
                soumis: (a: \"Bureau de la Métropole\", texte: Fichier({:?}))),",
            TEXTS[0]
        )?;
    }
    session.push_str("    ],\n)\n");
    Ok(session)
}

fn course_of(reports: u32) -> Outcome<String> {
    let mut course = "[Ouvrir(heure: \"18 h 00\"),\n".to_owned();
    for number in 1..=reports {
        writeln!(
            course,
            "Rapport(numero: \"{number:03}\"),
             Voix(rapport: \"{number:03}\", contre: [\"BIANCO Kayané\"], abstentions: [\"MALLIÉ Richard\"]),
             Proclamer(rapport: \"{number:03}\"),"
        )?;
    }
    course.push_str("Lever]\n");
    Ok(course)
}

//! The recording of a course is cut short: the power goes, the disk refuses, the process is killed. What was acknowledged
//! is there, and the same course then makes the record of an undisturbed evening.

#[path = "common/skip.rs"]
mod skip;

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use hemicycle::council::history::Entry;
use hemicycle::council::notes::NoteSums;
use hemicycle::store::course::recording::{self, Stopped};
use hemicycle::store::course::{self, Step};
use hemicycle::store::disk::Disk;
use hemicycle::store::memory_disk::{Failure, MemoryDisk, Survivors};
use hemicycle::store::session_file::{self, SessionFile};
use hemicycle::store::{record, seal};

const PATH: &str = "/seance/x.ron";
const NOW: &str = "2025-06-27T09:00:00+02:00";

/// What is found out after the close.
const AFTERWARDS: &str = r#"
    Rectifier(rapport: "03", motif: "abstention omise", voix: [("IZARD Noémie", Abstention)]),
    Heure(de: Cloture, heure: "21:56"),
    Heure(de: Proclamation("10"), heure: "21:51"),
]"#;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)
}

/// The sample evening, in which everything happens, and then something after its close.
fn course_text() -> String {
    let text = fs::read_to_string(sample("deroules/exemple-soiree.ron")).expect("the sample");
    text.trim_end().strip_suffix(']').expect("a list").to_owned() + AFTERWARDS
}

fn evening() -> (SessionFile, Vec<Step>) {
    let session = session_file::load(&sample("exemple-soiree.ron")).unwrap_or_else(|unread| panic!("{unread:?}"));
    let steps = course::parse(&course_text(), &session.docket).unwrap_or_else(|flaws| panic!("{flaws:?}"));
    (SessionFile { path: PathBuf::from(PATH), ..session }, steps)
}

/// Records the course on that disk as far as it lets it; the numbers that were acknowledged, and the kind of error.
fn recorded(memory: &MemoryDisk, session: &SessionFile, steps: &[Step]) -> (Vec<u64>, Option<ErrorKind>) {
    let disk: Arc<dyn Disk> = Arc::new(memory.clone());
    let mut acknowledged = Vec::new();
    let Ok(mut opened) = record::open(&disk, session, NOW) else { return (acknowledged, None) };
    let Some(mut recorder) = opened.recorder else { return (acknowledged, None) };
    let mut acknowledge = |number| acknowledged.push(number);
    let outcome = recording::record(
        &mut opened.history,
        &mut recorder,
        steps,
        &|_| NoteSums::new(),
        &|| NOW.to_owned(),
        &mut acknowledge,
    );
    let why = match outcome.stopped {
        Some(Stopped::ByTheDisk { fault: hemicycle::store::fault::Fault::NotRecorded { error, .. }, .. }) => {
            Some(error.kind)
        }
        None => None,
        other => panic!("{other:?}"),
    };
    (acknowledged, why)
}

fn read(memory: &MemoryDisk, session: &SessionFile) -> Vec<Entry> {
    let opened = record::read(memory, session).unwrap_or_else(|fault| panic!("{fault:?}"));
    opened.history.entries().map(|(_, entry, _)| entry.clone()).collect()
}

/// The journal and what follows its close.
fn files(memory: &MemoryDisk) -> [Vec<u8>; 2] {
    ["journal", "suites"].map(|end| memory.content(&Path::new(PATH).with_extension(end)).unwrap_or_default())
}

#[test]
fn after_a_power_cut_at_any_operation_the_course_goes_on_to_the_record_of_an_undisturbed_evening() {
    let (session, steps) = evening();
    let undisturbed = MemoryDisk::new();
    let (all, _) = recorded(&undisturbed, &session, &steps);
    assert_eq!(all, (1..=steps.len() as u64).collect::<Vec<_>>());
    let entries = read(&undisturbed, &session);
    for operation in 0.. {
        let memory = MemoryDisk::new();
        memory.fail(Some(Failure { operation, kind: ErrorKind::Other, for_good: true }));
        let (acknowledged, _) = recorded(&memory, &session, &steps);
        for unsynced in [0, 40, memory.pending_steps()] {
            let left = memory.after_power_cut(Survivors { steps: unsynced, names: true });
            let there = read(&left, &session);
            assert!(entries.starts_with(&there), "operation {operation}, {unsynced} steps");
            let more = there.len().checked_sub(acknowledged.len());
            assert!(more.is_some_and(|more| more <= 1), "operation {operation}: {acknowledged:?}, {}", there.len());
            if operation % 16 == 0 || there.len() + 6 > steps.len() {
                recorded(&left, &session, &steps);
                assert_eq!(files(&left), files(&undisturbed), "operation {operation}, {unsynced} steps");
                let report = seal::verify(&left, Path::new(PATH)).unwrap_or_else(|fault| panic!("{fault:?}"));
                let report = report.expect("a record");
                assert_eq!((report.closed, report.afterwards.map(|chain| chain.lines)), (true, Some(4)));
            }
        }
        if acknowledged.len() == steps.len() {
            assert!(operation > 2 * steps.len(), "every step was cut");
            break;
        }
    }
}

#[test]
fn a_disk_that_is_full_stops_the_course_and_what_is_acknowledged_is_what_is_there() {
    let (session, steps) = evening();
    for operation in (4..160).step_by(3) {
        let memory = MemoryDisk::new();
        memory.fail(Some(Failure { operation, kind: ErrorKind::StorageFull, for_good: false }));
        let (acknowledged, why) = recorded(&memory, &session, &steps);
        if why.is_some() {
            assert_eq!(why, Some(ErrorKind::StorageFull), "operation {operation}");
            assert_eq!(read(&memory, &session).len(), acknowledged.len(), "operation {operation}");
        }
        recorded(&memory, &session, &steps);
        assert_eq!(read(&memory, &session).len(), steps.len(), "operation {operation}");
    }
}

/// The sample in a folder of its own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(sample("exemple-soiree.ron"), folder.path().join("x.ron")).expect("copied");
    fs::write(folder.path().join("d.ron"), course_text()).expect("written");
    folder
}

fn saisir(through: &[&str], folder: &Path, options: &[&str]) -> Command {
    let mut words = through.to_vec();
    words.extend([env!("CARGO_BIN_EXE_hemicycle"), "saisir", "x.ron", "d.ron"]);
    words.extend(options);
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The events of each line of a record, without the time at which they were typed.
fn events(folder: &Path) -> Vec<serde_json::Value> {
    let lines =
        ["x.journal", "x.suites"].map(|name| fs::read_to_string(folder.join(name)).unwrap_or_default()).concat();
    let whole = &lines[..lines.rfind('\n').map_or(0, |end| end + 1)];
    let fact = |line: &str| serde_json::from_str::<serde_json::Value>(&line[65..]).expect("JSON")["fait"].take();
    whole.lines().map(fact).filter(|fact| !fact.is_null()).collect()
}

#[test]
fn killed_at_any_acknowledgement_the_course_goes_on_and_gives_the_same_events() {
    let undisturbed = folder();
    assert!(saisir(&[], undisturbed.path(), &[]).output().expect("run").status.success());
    let all = events(undisturbed.path());
    let folder = folder();
    let mut there = 0;
    for round in 0..9 {
        let mut child = saisir(&[], folder.path(), &["--accuse", "--suite"]).spawn().expect("run");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let mut said = String::new();
        for _ in 0..round {
            output.read_line(&mut said).expect("read");
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
        output.read_to_string(&mut said).expect("read");
        // A last line that was cut short was not said.
        let whole = &said[..said.rfind('\n').map_or(0, |end| end + 1)];
        let mut acknowledged =
            whole.lines().map(|line| line.strip_prefix("ack ").expect("ack").parse().expect("a number"));
        let last: usize = acknowledged.next_back().unwrap_or(there);
        let now = events(folder.path());
        assert!(last <= now.len() && all.starts_with(&now), "round {round}: ack {last}, {} there", now.len());
        there = now.len();
    }
    let ended = saisir(&[], folder.path(), &["--suite"]).output().expect("run");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert_eq!(events(folder.path()), all);
}

#[test]
fn a_call_that_fails_on_the_real_disk_ends_with_2_says_so_and_can_be_gone_on_from() {
    let strace = |arguments: &[&str]| Command::new("strace").args(arguments).stderr(Stdio::null()).status();
    if !strace(&["-f", "-e", "trace=none", "true"]).is_ok_and(|status| status.success()) {
        skip::skip("strace is not there, or may not be used");
        return;
    }
    for (call, error, when) in
        [("fdatasync", "ENOSPC", 3), ("fdatasync", "EIO", 1), ("fdatasync", "EROFS", 20), ("fsync", "EIO", 1)]
    {
        let folder = folder();
        let (trace, inject) = (format!("trace={call}"), format!("inject={call}:error={error}:when={when}"));
        let through = ["strace", "-f", "-o", "strace.log", "-e", &trace, "-e", &inject];
        let output = saisir(&through, folder.path(), &["--accuse"]).output().expect("run");
        let (said, why) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(2), "{call} {error} {when}: {why}");
        assert!(why.contains("enregistré"), "{call} {error} {when}: {why}");
        assert_eq!(said.lines().count(), events(folder.path()).len(), "{call} {error} {when}: {said}");
        let ended = saisir(&[], folder.path(), &["--suite"]).output().expect("run");
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }
}

#[test]
fn whoever_stops_listening_to_the_acknowledgements_still_has_the_course_recorded() {
    for nobody in ["/dev/full", "closed"] {
        let folder = folder();
        let mut command = saisir(&[], folder.path(), &["--accuse"]);
        if nobody == "/dev/full" {
            command.stdout(fs::OpenOptions::new().write(true).open(nobody).expect("opened"));
        }
        let mut child = command.spawn().expect("run");
        drop(child.stdout.take());
        assert!(child.wait().expect("ended").success(), "{nobody}");
        assert_eq!(events(folder.path()).len(), evening().1.len(), "{nobody}");
    }
}

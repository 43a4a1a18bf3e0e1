//! The end of the terminal, and what is no terminal: every verb ends by itself, with a code, and never turns round and
//! round on a terminal that is not there.
#![allow(clippy::disallowed_methods, reason = "a ceiling on waiting is a time")]

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

/// What the program ends with when its terminal is gone: it says so, or the hang-up came first.
const QUIET_ENDS: [u32; 2] = [2, 129];
/// How long an end may take to come. Far more than it needs: only a failure waits that long.
const CEILING: Duration = Duration::from_secs(20);

const PROGRAM: &str = env!("CARGO_BIN_EXE_hemicycle");
const SESSION: &str = "exemple-repetition.ron";

/// Every way to take the terminal.
const VERBS: [&[&str]; 9] = [
    &[],
    &[SESSION],
    &["ouvrir", "--lineaire", SESSION],
    &["projeter", SESSION],
    &["projeter", "--lineaire", SESSION],
    &["revoir", SESSION],
    &["revoir", "--lineaire", SESSION],
    &["repeter"],
    &["repeter", "--lineaire"],
];

/// A folder with a small evening that was held to its end.
fn folder() -> TempDir {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(samples.join(SESSION), folder.path().join(SESSION)).expect("a copy");
    fs::write(folder.path().join("course.ron"), COURSE).expect("a course");
    let held = program(folder.path(), &["saisir", SESSION, "course.ron"]).output().expect("it runs");
    assert!(held.status.success(), "{}", String::from_utf8_lossy(&held.stderr));
    folder
}

/// The smallest evening that can be seen again: it was opened.
const COURSE: &str = "[Ouvrir(heure: \"18:30\")]";

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).args(arguments).stdin(Stdio::null()).env("TERM", "xterm-256color");
    command.env("XDG_STATE_HOME", folder.join("state")).env("XDG_CONFIG_HOME", folder.join("config"));
    command
}

/// Starts a command in a window, waits for its first frame, closes the window; gives the exit code.
fn closed_after_a_frame(mut command: CommandBuilder, folder: &Path) -> u32 {
    let what = format!("{:?}", command.get_argv());
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let (send, output) = channel();
    let reading = std::thread::spawn(move || {
        let (mut written, mut bytes) = (Vec::new(), [0; 4096]);
        while !is_a_frame(&written) {
            match reader.read(&mut bytes) {
                Ok(read) if read > 0 => written.extend_from_slice(&bytes[..read]),
                _ => break,
            }
        }
        // Closed before it is said: the window is gone then but for its last end.
        drop(reader);
        let _ = send.send(written);
    });
    let end = Instant::now() + CEILING;
    let written = output.recv_timeout(CEILING).unwrap_or_default();
    if !is_a_frame(&written) {
        let _ = child.kill();
        panic!("{what} shows nothing: {}", String::from_utf8_lossy(&written));
    }
    reading.join().expect("read");
    drop(pair.master);
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status.exit_code();
        }
        if Instant::now() > end {
            child.kill().expect("killed");
            panic!("{what} goes on without a terminal");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn case_37_every_verb_ends_quietly_when_its_window_is_closed() {
    let folder = folder();
    for arguments in VERBS {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(arguments);
        let code = closed_after_a_frame(command, folder.path());
        assert!(QUIET_ENDS.contains(&code), "{arguments:?} ended with {code}");
    }
}

/// A shell that ignores the hang-up keeps it from the program: the terminal goes, and no signal comes. Reading keys would
/// then go round and round for ever.
#[test]
fn case_37_every_verb_ends_when_its_window_is_closed_though_no_signal_tells_it() {
    let folder = folder();
    for arguments in VERBS {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", "trap '' HUP; \"$@\"; exit $?", "sh", PROGRAM]);
        command.args(arguments);
        assert_eq!(closed_after_a_frame(command, folder.path()), 2, "{arguments:?}");
    }
}

/// Whether something of the séance was written: on a screen, or as a line.
fn is_a_frame(written: &[u8]) -> bool {
    ["Conseil", "séance", "\r\n"].iter().any(|word| String::from_utf8_lossy(written).contains(word))
}

/// The end of a program that ends by itself.
fn ends(mut child: Child, what: &[&str]) -> i32 {
    let end = Instant::now() + CEILING;
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status.code().unwrap_or(-1);
        }
        if Instant::now() > end {
            let _ = child.kill();
            panic!("{what:?} goes on");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn case_37_without_a_terminal_every_verb_says_so_and_touches_nothing() {
    let folder = folder();
    let journal = folder.path().join(SESSION).with_extension("journal");
    let before = fs::read(&journal).expect("a journal");
    for arguments in VERBS {
        if arguments.is_empty() || arguments == ["projeter", "--lineaire", SESSION] {
            continue;
        }
        // In a session of its own, as under a service: there is no terminal to fall back to either.
        let output = Command::new("setsid")
            .args(["--wait", PROGRAM])
            .args(arguments)
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .env("XDG_STATE_HOME", folder.path().join("state"))
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("dans un terminal et n’en trouve pas"), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}: {:?}", String::from_utf8_lossy(&output.stdout));
    }
    assert_eq!(fs::read(&journal).expect("a journal"), before);
    let listed = program(folder.path(), &[]).output().expect("it runs");
    assert!(listed.status.success() && String::from_utf8_lossy(&listed.stdout).contains(SESSION));
}

#[test]
fn case_37_the_display_in_lines_ends_when_nobody_reads_it_any_more() {
    let folder = folder();
    let mut child =
        program(folder.path(), &["projeter", "--lineaire", SESSION]).stdout(Stdio::piped()).spawn().expect("it runs");
    let mut reader = child.stdout.take().expect("its output");
    let mut first = [0; 16];
    reader.read_exact(&mut first).expect("what it says first");
    drop(reader);
    assert_eq!(ends(child, &["projeter", "--lineaire"]), 2);
}

/// Whether every thread of that process sleeps: a thread that turns round and round wants the processor, whether or not it
/// is given it.
fn sleeps(process: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{process}/task")).expect("its threads");
    threads.flatten().all(|thread| {
        let state = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        state.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('S'))
    })
}

/// The display in lines is the one verb that goes on without a terminal: keys that are at their end from the beginning are
/// not asked for.
#[test]
fn case_37_the_display_in_lines_sleeps_between_two_looks_whatever_its_keys_are() {
    let folder = folder();
    for keys in [Stdio::null(), closed_pipe_of_keys(), File::open("/dev/zero").expect("a device").into()] {
        let mut command = program(folder.path(), &["projeter", "--lineaire", SESSION]);
        let mut child = command.stdin(keys).stdout(Stdio::piped()).spawn().expect("it runs");
        let mut reader = child.stdout.take().expect("its output");
        reader.read_exact(&mut [0; 16]).expect("what it says first");
        let (end, mut asleep) = (Instant::now() + CEILING, 0);
        while asleep < 500 {
            asleep = if sleeps(child.id()) { asleep + 1 } else { 0 };
            if Instant::now() > end {
                let _ = child.kill();
                panic!("the display never rests");
            }
        }
        drop(reader);
        assert_eq!(ends(child, &["projeter", "--lineaire"]), 2);
    }
}

/// Keys that nobody will ever type.
fn closed_pipe_of_keys() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(writer);
    reader.into()
}

/// The codes that are documented: 3 to 6 are those of `sceau`, here of a séance that is not closed.
const DOCUMENTED: std::ops::RangeInclusive<i32> = 0..=6;

/// What needs no terminal.
const PLAIN: [&[&str]; 8] = [
    &["--help"],
    &["verifier", SESSION],
    &["sceau", SESSION],
    &["pv", SESSION],
    &["exporter", SESSION],
    &["modeles"],
    &["creer"],
    &[],
];

/// Starts it with that output and those complaints; its exit code, which is one of those that are documented: never that of a panic.
fn ends_with(folder: &Path, arguments: &[&str], output: Stdio, complaints: Stdio) -> i32 {
    let child = program(folder, arguments).stdout(output).stderr(complaints).spawn().expect("it runs");
    let code = ends(child, arguments);
    assert!(DOCUMENTED.contains(&code), "{arguments:?} ended with {code}");
    code
}

#[test]
fn case_37_an_output_that_is_closed_or_full_and_complaints_that_nobody_reads_end_no_verb_badly() {
    let folder = folder();
    let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("a full device"));
    for arguments in PLAIN {
        ends_with(folder.path(), arguments, full(), Stdio::piped());
        ends_with(folder.path(), arguments, Stdio::piped(), full());
        ends_with(folder.path(), arguments, closed_pipe(), closed_pipe());
        let closed = Command::new("sh")
            .args(["-c", "exec \"$@\" <&- >&- 2>&-", "sh", PROGRAM])
            .args(arguments)
            .current_dir(folder.path())
            .env("XDG_STATE_HOME", folder.path().join("state"))
            .status()
            .expect("it runs");
        assert!(closed.code().is_some_and(|code| DOCUMENTED.contains(&code)), "{arguments:?}: {closed}");
    }
}

/// A pipe that nobody reads any more.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

//! The real binary in a pseudo-terminal, its screen read by an emulator. Waits for states with a ceiling, never sleeps.
#![allow(clippy::disallowed_methods, reason = "a ceiling on waiting is a time")]
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a state may take to come. Far more than it needs: only a failure waits that long.
const CEILING: Duration = Duration::from_mins(1);

/// What no program writes: it stands behind all that one wrote.
const LAST: &str = "\u{1b}_the end of what was written\u{1b}\\";
/// A terminal that is opened does not become that of the test (`O_NOCTTY`).
const NO_TERMINAL_OF_OURS: i32 = 0o400;

/// A running program, its keyboard and its screen.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// Everything that the program wrote.
    pub written: Vec<u8>,
}

/// What the program remembers of somebody who has opened it before: a folder of each test's own, which is empty when that
/// test begins. Nothing that another one left is listed, or looked through.
fn seasoned() -> PathBuf {
    static BEGUN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let test = std::thread::current().name().unwrap_or("a thread").replace("::", "-");
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("seasoned").join(env!("CARGO_CRATE_NAME")).join(test);
    if BEGUN.lock().expect("no test panics here").insert(home.clone()) {
        let _ = std::fs::remove_dir_all(&home);
    }
    std::fs::create_dir_all(home.join("hemicycle")).expect("a folder");
    std::fs::write(home.join("hemicycle/bienvenue"), b"").expect("the mark");
    home
}

impl Terminal {
    /// Starts the program on those arguments in a window of that size.
    pub fn start(arguments: &[&Path], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.args(arguments);
        Self::run(command, columns, rows)
    }

    /// Starts any program in a window of that size, for somebody who has opened this one before.
    pub fn run(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        command.env("XDG_STATE_HOME", seasoned());
        Self::run_with_its_memory(command, columns, rows)
    }

    /// The same; what the program remembers is where the command says.
    pub fn run_with_its_memory(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let keyboard = pair.master.take_writer().expect("its keyboard");
        let (send, output) = channel();
        std::thread::spawn(move || {
            // The terminal outlives the program, as a real one does.
            let _slave = pair.slave;
            let mut bytes = vec![0; 65_536];
            while let Ok(read) = reader.read(&mut bytes) {
                if read == 0 || send.send(bytes[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let parser = vt100::Parser::new(rows.max(8), columns.max(8), 0);
        Self { child, master: pair.master, keyboard, output, parser, written: Vec::new() }
    }

    /// What the screen shows.
    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen shows that text.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Waits until the screen is as wanted; fails with the screen as it is.
    pub fn wait_until(&mut self, wanted: &str, reached: impl Fn(&str) -> bool) {
        let end = Instant::now() + CEILING;
        while !reached(&self.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("the screen never showed {wanted:?}:\n{}", self.screen())
                }
            }
        }
    }

    /// Whether the screen shows that text before the time is over.
    pub fn shows_within(&mut self, text: &str, time: Duration) -> bool {
        let end = Instant::now() + time;
        while !self.screen().contains(text) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => return false,
            }
        }
        true
    }

    /// Reads what is written during that time.
    pub fn read_for(&mut self, time: Duration) {
        let end = Instant::now() + time;
        while let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.take(&bytes);
        }
    }

    /// Changes the size of the window, and waits until the program has cleared it to draw anew: it knows of the size.
    pub fn resize_and_wait(&mut self, columns: u16, rows: u16) {
        let before = self.written.len();
        self.resize(columns, rows);
        self.wait_to_write("\x1b[2J", before);
    }

    /// Waits until the program has written that behind so many bytes.
    pub fn wait_to_write(&mut self, wanted: &str, before: usize) {
        let end = Instant::now() + CEILING;
        while !String::from_utf8_lossy(&self.written[before..]).contains(wanted) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("{wanted:?} was never written:\n{}", self.screen())
                }
            }
        }
    }

    /// The number of the process.
    pub fn process_id(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Waits until the process is stopped, and reads what it wrote before.
    pub fn wait_for_stop(&mut self) {
        let end = Instant::now() + CEILING;
        let path = format!("/proc/{}/stat", self.process_id());
        loop {
            let stat = std::fs::read_to_string(&path).expect("the state of the process");
            if stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('T')) {
                break;
            }
            assert!(Instant::now() < end, "the program does not stop:\n{}", self.screen());
            self.read_for(Duration::from_millis(10));
        }
        self.read_the_rest();
    }

    /// Reads all that was written so far: a terminal keeps the order, so what the test itself writes there comes last.
    fn read_the_rest(&mut self) {
        let path = self.master.tty_name().expect("the name of the terminal");
        let mut terminal = std::fs::OpenOptions::new().write(true).custom_flags(NO_TERMINAL_OF_OURS).open(path);
        terminal.as_mut().expect("the terminal").write_all(LAST.as_bytes()).expect("written");
        let (end, mut rest) = (Instant::now() + CEILING, Vec::new());
        while !rest.ends_with(LAST.as_bytes()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => rest.extend(bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("the terminal is not read to its end:\n{}", self.screen())
                }
            }
        }
        rest.truncate(rest.len() - LAST.len());
        self.take(&rest);
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.written.extend_from_slice(bytes);
    }

    /// Types; one write.
    pub fn type_keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
        self.keyboard.flush().expect("typed");
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).expect("resized");
        // The emulator fails on windows that no sign fits in; what is drawn in them is small enough for a larger one.
        self.parser.screen_mut().set_size(rows.max(8), columns.max(8));
    }

    /// Sends a signal by its name: `TERM`, `KILL`.
    pub fn signal(&self, name: &str) {
        let pid = self.process_id().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status().expect("kill");
        assert!(sent.success(), "kill -s {name} {pid}");
    }

    /// Waits for the end and reads what was still written.
    pub fn wait_end(&mut self) -> ExitStatus {
        let end = Instant::now() + CEILING;
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                break status;
            }
            assert!(Instant::now() < end, "the program does not end:\n{}", self.screen());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(&bytes);
            }
        };
        self.read_the_rest();
        status
    }

    /// The terminal modes that the program left on: none, if it behaved.
    pub fn left_on(&self) -> Vec<&'static str> {
        let written = String::from_utf8_lossy(&self.written);
        let last = |on: &str, off: &str| match (written.rfind(on), written.rfind(off)) {
            (Some(on), Some(off)) => on > off,
            (Some(_), None) => true,
            _ => false,
        };
        let mut left = Vec::new();
        for (name, on, off) in [
            ("alternate screen", "\x1b[?1049h", "\x1b[?1049l"),
            ("hidden cursor", "\x1b[?25l", "\x1b[?25h"),
            ("bracketed paste", "\x1b[?2004h", "\x1b[?2004l"),
            ("clicks", "\x1b[?1000h", "\x1b[?1000l"),
            ("places of clicks", "\x1b[?1006h", "\x1b[?1006l"),
        ] {
            if last(on, off) {
                left.push(name);
            }
        }
        if self.is_raw() {
            left.push("raw mode");
        }
        left
    }

    /// Puts the terminal as a shell does that finds a stopped program on it.
    pub fn make_sane(&self) {
        let path = self.master.tty_name().expect("the name of the terminal");
        assert!(Command::new("stty").arg("-F").arg(path).arg("sane").status().expect("stty").success());
    }

    /// Whether the terminal echoes nothing: asked of the terminal itself, through `stty`.
    fn is_raw(&self) -> bool {
        let Some(path) = self.master.tty_name() else { return false };
        let said = Command::new("stty").arg("-a").arg("-F").arg(path).output().expect("stty");
        String::from_utf8_lossy(&said.stdout).contains("-icanon")
    }
}

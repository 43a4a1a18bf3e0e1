//! How long a key takes, seen from outside: the program in a pseudo-terminal against a bare echo, in turn.
//!
//! `cargo bench --bench keys` prints medians and ratios. The floor is this same executable started with `--floor`:
//! it reads a key, appends 100 bytes and syncs them if it was given a file, and writes one cell.
//! Ratios of one run mean something; milliseconds depend on the machine.
#![allow(clippy::disallowed_methods, reason = "this measures times")]

use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::{Read, Write, stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use ratatui::crossterm::event::{Event, KeyCode, read};
use ratatui::crossterm::{cursor, execute, queue, style::Print, terminal};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Silence that ends a frame.
const QUIET: Duration = Duration::from_millis(20);
/// The longest pause before a key, so that no program is caught in the rhythm of the keys.
const PAUSE: Duration = Duration::from_millis(15);
/// Keys of one kind in one run.
const KEYS: usize = 100;
/// Runs of each program, in turn.
const RUNS: usize = 5;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--floor") {
        return floor(arguments.get(place + 1).map(Path::new));
    }
    let folder = tempfile::tempdir()?;
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions"), folder.path())?;
    let session = folder.path().join("exemple-commune.ron");

    let mut votes = Samples::default();
    let mut walks = Samples::default();
    for run in 0..RUNS {
        remove_record(&session);
        let file = folder.path().join(format!("floor-{run}"));
        let mut ours = Program::hemicycle(&session)?;
        ours.answer(b"\r")?; // opens the sitting
        ours.answer(b"\r")?; // opens the first report
        ours.answer(b"\x1b[B")?; // picks the first member: the space bar gives him the next choice
        let mut synced = Program::floor(Some(&file))?;
        let mut echo = Program::floor(None)?;
        for _ in 0..KEYS {
            votes.ours.push(ours.answer(b" ")?);
            votes.floor.push(synced.answer(b" ")?);
        }
        for key in [b"\x1b[B", b"\x1b[A"].iter().cycle().take(KEYS) {
            walks.ours.push(ours.answer(*key)?);
            walks.floor.push(echo.answer(b"x")?);
        }
        ours.end(b"\x11")?;
        synced.end(b"q")?;
        echo.end(b"q")?;
    }
    votes.print("vote key, sync included, against echo + fdatasync");
    walks.print("arrow key, against a bare echo");
    Ok(())
}

/// Copies the sample sessions, with the folders of their texts.
fn copy_folder(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

fn remove_record(session: &Path) {
    for extension in ["journal", "suites", "lock"] {
        // Nothing to remove on the first run.
        let _ = fs::remove_file(session.with_extension(extension));
    }
}

#[derive(Default)]
struct Samples {
    ours: Vec<Duration>,
    floor: Vec<Duration>,
}

impl Samples {
    fn print(mut self, what: &str) {
        let (ours, floor) = (median(&mut self.ours), median(&mut self.floor));
        let ratio = ours.as_secs_f64() / floor.as_secs_f64();
        println!("{what}: {ours:.2?} / {floor:.2?} = {ratio:.2} (medians of {} keys)", self.ours.len());
    }
}

fn median(samples: &mut [Duration]) -> Duration {
    samples.sort_unstable();
    samples.get(samples.len() / 2).copied().unwrap_or_default()
}

/// A program in a pseudo-terminal.
struct Program {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    screen: Receiver<Instant>,
    keys: u32,
}

impl Program {
    fn hemicycle(session: &Path) -> Outcome<Self> {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
        // Nothing is remembered there, so nothing greets who opens it.
        command.env("XDG_STATE_HOME", "/dev/null");
        command.arg(session);
        Self::start(command)
    }

    fn floor(file: Option<&Path>) -> Outcome<Self> {
        let itself: PathBuf = std::env::current_exe()?;
        let mut command = CommandBuilder::new(itself);
        command.arg("--floor");
        if let Some(file) = file {
            command.arg(file);
        }
        Self::start(command)
    }

    fn start(mut command: CommandBuilder) -> Outcome<Self> {
        command.env("TERM", "xterm-256color");
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size)?;
        let child = pair.slave.spawn_command(command)?;
        let mut output = pair.master.try_clone_reader()?;
        let keyboard = pair.master.take_writer()?;
        let (arrived, screen) = channel();
        std::thread::spawn(move || {
            // Holds the terminal open for as long as it is read.
            let _terminal = pair;
            let mut bytes = vec![0; 65_536];
            while output.read(&mut bytes).is_ok_and(|read| read > 0) && arrived.send(Instant::now()).is_ok() {}
        });
        let mut program = Self { child, keyboard, screen, keys: 0 };
        program.frame(Instant::now(), Duration::from_secs(5))?;
        Ok(program)
    }

    /// Sends a key and waits until its frame is drawn.
    fn answer(&mut self, key: &[u8]) -> Outcome<Duration> {
        self.keys += 1;
        let pause = PAUSE * (self.keys * 7 % 16) / 16;
        while self.screen.recv_timeout(pause).is_ok() {}
        let sent = Instant::now();
        self.keyboard.write_all(key)?;
        self.keyboard.flush()?;
        self.frame(sent, Duration::from_secs(2))
    }

    fn frame(&mut self, sent: Instant, ceiling: Duration) -> Outcome<Duration> {
        let mut last = self.screen.recv_timeout(ceiling).map_err(|_| "the program did not answer")?;
        loop {
            match self.screen.recv_timeout(QUIET) {
                Ok(arrived) => last = arrived,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Ok(last - sent),
            }
        }
    }

    fn end(mut self, key: &[u8]) -> Outcome<()> {
        if self.child.try_wait()?.is_some() {
            return Err("the program ended before its keys did: nothing was measured".into());
        }
        self.keyboard.write_all(key)?;
        self.child.wait()?;
        Ok(())
    }
}

/// The floor: one cell a key, and one synced line if there is a file.
fn floor(file: Option<&Path>) -> Outcome<()> {
    let mut out = stdout();
    terminal::enable_raw_mode()?;
    execute!(out, terminal::EnterAlternateScreen, cursor::Hide, Print("ready"))?;
    let mut file = file.map(|path| OpenOptions::new().create(true).append(true).open(path)).transpose()?;
    let mut keys = 0_u32;
    loop {
        if let Event::Key(key) = read()? {
            if key.code == KeyCode::Char('q') {
                break;
            }
            keys += 1;
            if let Some(file) = &mut file {
                file.write_all(&[b'v'; 100])?;
                file.sync_data()?;
            }
            queue!(out, cursor::MoveTo(0, 1), Print(keys))?;
            out.flush()?;
        }
    }
    execute!(out, cursor::Show, terminal::LeaveAlternateScreen)?;
    terminal::disable_raw_mode()?;
    Ok(())
}

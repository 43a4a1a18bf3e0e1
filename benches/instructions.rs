//! How many instructions a key costs: what it changes, what is drawn of it, and how many bytes reach the terminal.
//!
//! `cargo bench --bench instructions` counts them with valgrind, which gives the same figure twice where a clock does not,
//! and compares with `benches/instructions.txt`: it fails if a figure has grown by more than a tenth.
//! `cargo bench --bench instructions -- --keep` writes the figures down as the new ones.
//! Where valgrind is not installed it says so, and counts the bytes alone.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io};

use hemicycle::app::{Access, App, Effect, Key, Moment, Msg};
use hemicycle::council::docket::Docket;
use hemicycle::council::history::History;
use hemicycle::council::hour::Hour;
use hemicycle::run::{Face, Screen};
use hemicycle::store::session_file;
use hemicycle::tui::economy::Economical;
use hemicycle::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

#[path = "../tests/common/council_of_58.rs"]
mod council_of_58;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Keys in the shorter of the two counts whose difference is taken: what starting costs falls out of it.
const KEYS: u64 = 40;
/// By how much a figure may grow, in hundredths.
const SLACK: u64 = 10;

/// What is counted: a key pressed again and again, in a room and a window of some size.
struct Load {
    name: &'static str,
    room: fn() -> Outcome<Arc<Docket>>,
    window: (u16, u16),
    /// What leads there.
    before: &'static [Key],
    keys: &'static [Key],
    is_drawn: bool,
}

const OPEN: &[Key] = &[Key::Enter, Key::Enter];
const PICKED: &[Key] = &[Key::Enter, Key::Enter, Key::Down];
const VOTE: &[Key] = &[Key::Char(' ')];
const WALK: &[Key] = &[Key::Down, Key::Up];
const LETTERS: &[Key] = &[Key::Char('b'), Key::Char('o'), Key::Backspace, Key::Backspace];

const LOADS: &[Load] = &[
    Load { name: "vote-update-58", room: of_58, window: (120, 40), before: PICKED, keys: VOTE, is_drawn: false },
    Load { name: "vote-58-120x40", room: of_58, window: (120, 40), before: PICKED, keys: VOTE, is_drawn: true },
    Load { name: "vote-240-200x60", room: of_240, window: (200, 60), before: PICKED, keys: VOTE, is_drawn: true },
    Load { name: "walk-58-120x40", room: of_58, window: (120, 40), before: PICKED, keys: WALK, is_drawn: true },
    Load { name: "letters-58-120x40", room: of_58, window: (120, 40), before: OPEN, keys: LETTERS, is_drawn: true },
    Load { name: "roll-call-240-120x40", room: of_240, window: (120, 40), before: &[], keys: WALK, is_drawn: true },
];

fn main() -> Outcome<()> {
    let arguments: Vec<String> = env::args().collect();
    if let [_, flag, name, keys] = arguments.as_slice()
        && flag == "--load"
    {
        let load = LOADS.iter().find(|load| load.name == name).ok_or("no such load")?;
        return run(load, keys.parse()?).map(drop);
    }
    let is_kept = arguments.iter().any(|argument| argument == "--keep");
    let known = fs::read_to_string(figures_file()).unwrap_or_default();
    let has_valgrind = Command::new("valgrind").arg("--version").output().is_ok();
    if !has_valgrind {
        println!("valgrind is not here: instructions are not counted");
    }
    let (mut figures, mut grown) = (String::new(), Vec::new());
    for load in LOADS {
        let bytes = run(load, KEYS)? / KEYS;
        let instructions = if has_valgrind { Some(counted(load)?) } else { None };
        println!("{:<22}{:>10} instructions a key {:>6} bytes", load.name, instructions.unwrap_or(0), bytes);
        for (what, figure) in [("instructions", instructions), ("bytes", Some(bytes))] {
            let Some(figure) = figure else { continue };
            writeln!(figures, "{} {what} {figure}", load.name)?;
            let before = before(&known, load.name, what);
            if before.is_some_and(|before| figure * 100 > before * (100 + SLACK) && figure > before + 16) {
                grown.push(format!("{} {what}: {figure}, it was {}", load.name, before.unwrap_or(0)));
            }
        }
    }
    if is_kept {
        fs::write(figures_file(), figures)?;
    } else if !grown.is_empty() {
        return Err(grown.join("\n").into());
    }
    Ok(())
}

fn figures_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.txt")
}

fn before(known: &str, name: &str, what: &str) -> Option<u64> {
    let begins = format!("{name} {what} ");
    known.lines().find_map(|line| line.strip_prefix(&begins)?.parse().ok())
}

/// Instructions a key: those of twice as many keys less those of the keys.
fn counted(load: &Load) -> Outcome<u64> {
    let total = |keys: u64| -> Outcome<u64> {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(env::current_exe()?);
        let said = valgrind.args(["--load", load.name, &keys.to_string()]).output()?;
        let said = String::from_utf8_lossy(&said.stderr).into_owned();
        let line = said.lines().find_map(|line| line.split("Collected :").nth(1)).ok_or("nothing was collected")?;
        Ok(line.trim().parse()?)
    };
    Ok((total(2 * KEYS)? - total(KEYS)?) / KEYS)
}

/// Presses the keys of a load, so many of them; gives the bytes that were written behind the first of them.
fn run(load: &Load, keys: u64) -> Outcome<u64> {
    let (columns, rows) = load.window;
    let (app, window) = (App::new(History::new((load.room)()?), Access::Write, &[]), Rect::new(0, 0, columns, rows));
    let written = Arc::new(AtomicUsize::new(0));
    let options = TerminalOptions { viewport: Viewport::Fixed(window) };
    let terminal = Terminal::with_options(Economical::new(Counting(written.clone())), options)?;
    let mut desk = Desk { app, face: Screen::on(terminal, Theme::new(true)), elapsed_ms: 0 };
    desk.send(Msg::Resized { columns, rows });
    for key in load.before {
        desk.press(*key);
    }
    desk.face.show(&desk.app)?;
    let begins = written.load(Ordering::Relaxed);
    for key in load.keys.iter().cycle().take(usize::try_from(keys)?) {
        desk.press(*key);
        if load.is_drawn {
            desk.face.show(&desk.app)?;
        }
    }
    Ok((written.load(Ordering::Relaxed) - begins) as u64)
}

/// The program, and a disk that answers at once.
struct Desk {
    app: App,
    face: Screen<Economical<Counting>>,
    elapsed_ms: u64,
}

impl Desk {
    fn press(&mut self, key: Key) {
        self.elapsed_ms += 1_000;
        self.send(Msg::Key(key));
    }

    fn send(&mut self, msg: Msg) {
        let hour = Hour::new(20, 17).unwrap_or(Hour::MIDNIGHT);
        let now = Moment { elapsed_ms: self.elapsed_ms, stamp: String::new(), hour, on_the_day: true };
        let effects = self.app.update(msg, &now);
        if effects.iter().any(|effect| matches!(effect, Effect::Record(_))) {
            self.app.update(Msg::Recorded, &now);
        }
    }
}

/// A terminal that only counts what it is written.
struct Counting(Arc<AtomicUsize>);

impl io::Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.fetch_add(bytes.len(), Ordering::Relaxed);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[allow(clippy::unnecessary_wraps, reason = "as the other rooms")]
fn of_58() -> Outcome<Arc<Docket>> {
    Ok(council_of_58::docket())
}

fn of_240() -> Outcome<Arc<Docket>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/exemple-metropole.ron");
    Ok(session_file::load(&path).map_err(|unread| format!("{unread:?}"))?.docket)
}

//! `hemicycle` alone: the séances that are here and the recent ones, each with its state; the one chosen is opened.
//!
//! The files are read in a thread of their own: the first frame waits for none of them.

pub mod gathering;

use std::io::{self, BufRead, BufWriter, IsTerminal, stdin, stdout};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use ratatui::Terminal;
use ratatui::crossterm::terminal::size;

use crate::app::Msg;
use crate::app::home::{Home, Leaving, Row};
use crate::clock::WallClock;
use crate::desk::{Look, RealStage, Taken, give_back_on_panic, spawn_keyboard};
use crate::french::program;
use crate::french::screen::home as words;
use crate::open::open;
use crate::rehearse::rehearse;
use crate::run::{Incoming, Stage};
use crate::signals::{self, Asked};
use crate::store::disk::RealDisk;
use crate::tui;
use crate::tui::economy::Economical;
use crate::verbs::{Exit, ask, complain, say, state_dir};

use self::gathering::{Candidate, gather, row, to_open};

/// Room for the bytes of a whole frame.
const FRAME: usize = 64 * 1024;

/// What reaches the list.
enum Heard {
    /// A key, the window, a signal.
    Outside(Incoming),
    /// A file was read.
    Read(Option<Box<Row>>),
}

/// How the list is left.
enum Left {
    /// As was chosen.
    For(Leaving),
    /// By a signal.
    Signal(i32),
    /// The keyboard or the screen is gone.
    TerminalLost,
}

/// Lists them, and opens the one that is chosen.
#[must_use]
pub fn home(look: Look) -> Exit {
    let candidates = gather(&RealDisk, Path::new("."), state_dir().as_deref());
    if !stdin().is_terminal() || !stdout().is_terminal() {
        print(&candidates);
        return Exit::Fine;
    }
    if look.is_linear {
        return in_lines(&candidates, look);
    }
    // Held until the séance is over too: from the list into it, the terminal is never given back in between.
    let Ok((left, taken)) = on_the_terminal(&candidates, look) else { return Exit::unreadable(program::NO_TERMINAL) };
    match left {
        Left::For(Leaving::Quit) => Exit::Fine,
        Left::For(Leaving::Open(number)) => match candidates.get(number) {
            Some(candidate) => open(&to_open(&RealDisk, candidate), look),
            None => Exit::Fine,
        },
        Left::For(Leaving::Rehearse) => {
            drop(taken);
            rehearse(None, look)
        }
        Left::For(Leaving::Create) => {
            drop(taken);
            create()
        }
        Left::Signal(signal) => Exit::Signal(signal),
        Left::TerminalLost => Exit::unreadable(program::TERMINAL_LOST),
    }
}

/// Goes on as `creer`: in place of this program, so that nothing else reads what is typed.
fn create() -> Exit {
    let Ok(program) = std::env::current_exe() else { return Exit::unreadable(words::CREATE_DOES) };
    let _ = Command::new(program).arg("creer").exec();
    // Only what went wrong comes back.
    Exit::unreadable(words::CREATE_DOES)
}

/// The list as text, a line each.
fn print(candidates: &[Candidate]) {
    let home = read_all(candidates);
    if home.rows().is_empty() {
        say(words::EMPTY_LINES);
    }
    for row in home.rows() {
        say(&words::line(row.date, &row.council, &row.state, &row.file, home.today()));
    }
}

fn read_all(candidates: &[Candidate]) -> Home {
    let mut home = Home::new(WallClock::wall().date(), candidates.len());
    for (number, candidate) in candidates.iter().enumerate() {
        home.fill(row(&RealDisk, number, candidate));
    }
    home
}

/// The list with numbers, and the number of the one to open.
fn in_lines(candidates: &[Candidate], look: Look) -> Exit {
    let home = read_all(candidates);
    if home.rows().is_empty() {
        say(words::EMPTY_LINES);
        return Exit::Fine;
    }
    for (place, row) in home.rows().iter().enumerate() {
        let line = words::line(row.date, &row.council, &row.state, &row.file, home.today());
        say(&format!("{:>3}  {line}", place + 1));
    }
    match numbered(&home) {
        Leaving::Open(number) => {
            candidates.get(number).map_or(Exit::Fine, |candidate| open(&to_open(&RealDisk, candidate), look))
        }
        Leaving::Create => create(),
        Leaving::Rehearse => rehearse(None, look),
        Leaving::Quit => Exit::Fine,
    }
}

/// Asks for a number until one is of the list; nothing ends the asking. What is to be mended is said.
fn numbered(home: &Home) -> Leaving {
    let mut lines = stdin().lock().lines();
    loop {
        let is_asked = ask(words::WHICH);
        let Some(Ok(answer)) = lines.next().filter(|_| is_asked) else { return Leaving::Quit };
        match answer.trim().to_lowercase().as_str() {
            "" => return Leaving::Quit,
            words::ANSWER_NEW => return Leaving::Create,
            words::ANSWER_REHEARSE => return Leaving::Rehearse,
            _ => {}
        }
        let place = answer.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match place.and_then(|place| home.rows().get(place)) {
            Some(row) if row.opens => return Leaving::Open(row.number),
            Some(row) => say(row.findings.as_deref().unwrap_or(words::ENTER_NOTHING)),
            None => complain(words::NO_SUCH_NUMBER),
        }
    }
}

/// Shows the list until something is chosen. The terminal stays taken.
fn on_the_terminal(candidates: &[Candidate], look: Look) -> io::Result<(Left, Taken)> {
    let (heard, inbox) = channel();
    let mut home = Home::new(WallClock::wall().date(), candidates.len());
    give_back_on_panic();
    // Before the terminal is taken: a signal that nobody hears leaves it as it is.
    let tell_signals = heard.clone();
    signals::listen(move |asked| tell_signals.send(Heard::Outside(Incoming::Signal(asked))).is_ok())?;
    let taken = Taken::by(look)?;
    let mut terminal = Terminal::new(Economical::new(BufWriter::with_capacity(FRAME, stdout())))?;
    let (columns, rows) = size()?;
    home.resize(columns, rows);
    if terminal.draw(|frame| tui::draw_home(frame, &mut home, look.theme)).is_err() {
        return Ok((Left::TerminalLost, taken));
    }
    spawn_reader(candidates.to_vec(), heard.clone())?;
    spawn_ears(heard)?;
    while let Ok(first) = inbox.recv() {
        let mut next = Some(first);
        while let Some(heard) = next {
            match heard {
                Heard::Read(row) => home.fill(row.map(|row| *row)),
                Heard::Outside(Incoming::Message(Msg::Key(key))) => {
                    if let Some(leaving) = home.key(key) {
                        // A signal that came behind the key ends the program, and not only its list: one that was told
                        // here already, or one that waits for the next to listen.
                        signals::listen_no_more();
                        let ends = inbox.try_iter().find_map(|heard| match heard {
                            Heard::Outside(Incoming::Signal(Asked::End(signal))) => Some(Left::Signal(signal)),
                            _ => None,
                        });
                        return Ok((ends.unwrap_or(Left::For(leaving)), taken));
                    }
                }
                Heard::Outside(Incoming::Message(Msg::Paste(text))) => home.paste(&text),
                Heard::Outside(Incoming::Message(Msg::Resized { columns, rows })) => home.resize(columns, rows),
                Heard::Outside(Incoming::Signal(Asked::Stop)) => RealStage.stop(),
                Heard::Outside(Incoming::Signal(Asked::Wake)) => {
                    RealStage.wake();
                    let area = terminal.get_frame().area();
                    if terminal.resize(area).is_err() {
                        return Ok((Left::TerminalLost, taken));
                    }
                }
                Heard::Outside(Incoming::Signal(Asked::End(signal))) => return Ok((Left::Signal(signal), taken)),
                Heard::Outside(Incoming::KeyboardLost) => return Ok((Left::TerminalLost, taken)),
                Heard::Outside(_) => {}
            }
            next = inbox.try_recv().ok();
        }
        if terminal.draw(|frame| tui::draw_home(frame, &mut home, look.theme)).is_err() {
            break;
        }
    }
    Ok((Left::TerminalLost, taken))
}

/// Reads the files one by one, and tells each.
fn spawn_reader(candidates: Vec<Candidate>, tell: Sender<Heard>) -> io::Result<()> {
    thread::Builder::new().name("sittings".into()).spawn(move || {
        for (number, candidate) in candidates.iter().enumerate() {
            if tell.send(Heard::Read(row(&RealDisk, number, candidate).map(Box::new))).is_err() {
                break;
            }
        }
    })?;
    Ok(())
}

/// Keys, told to the list.
fn spawn_ears(tell: Sender<Heard>) -> io::Result<()> {
    let (outside, ears) = channel();
    spawn_keyboard(outside)?;
    thread::Builder::new().name("ears".into()).spawn(move || {
        for incoming in ears {
            if tell.send(Heard::Outside(incoming)).is_err() {
                break;
            }
        }
    })?;
    Ok(())
}

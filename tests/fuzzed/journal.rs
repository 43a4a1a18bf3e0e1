//! Any journal: opened as it is, or refused at a line; what it gives follows the rules, counts the same a second way, loses
//! no byte, and goes on.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use hemicycle::app::{Access, App, Key, Moment, Msg};
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::council::notes::NoteSums;
use hemicycle::french::program;
use hemicycle::store::chain::{SEAL_LENGTH, Seal};
use hemicycle::store::course::{self, recording};
use hemicycle::store::disk::Disk;
use hemicycle::store::fault::Fault;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record::{self, Opened};
use hemicycle::store::seal;
use hemicycle::tui::{self, theme::Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::clean::is_clean;
use crate::draws::Draws;
use crate::invariants;
use crate::samples::{COURSES, NOW, PATH, docket, sessions};
use crate::tokens::{alike, spoilt, tokens};

/// What came of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// It is not whole: a seal, a form, a number.
    Altered,
    /// Its figures are not those that the rules give.
    DoesNotFit,
    /// Refused otherwise.
    Refused,
    /// Nothing is recorded in it.
    Empty,
    /// It is read, as it was recorded.
    AsItWas,
    /// It is read, and says something else than what was recorded.
    Otherwise,
}

/// A recorded evening: the place of its séance, its journal, what followed the close, each line without its seal.
struct Evening {
    session: usize,
    journal: Vec<String>,
    afterwards: Vec<String>,
}

/// The courses that are short enough to be recorded many times.
const SHORT: [usize; 5] = [0, 1, 2, 3, 4];

fn evenings() -> &'static [Evening] {
    static RECORDED: OnceLock<Vec<Evening>> = OnceLock::new();
    RECORDED.get_or_init(|| SHORT.map(|place| recorded(COURSES[place])).into())
}

/// A course recorded on a disk in memory, an action in three taken back and given again.
fn recorded((session, source): (usize, &str)) -> Evening {
    let steps = course::parse(source, &docket(session)).unwrap_or_else(|flaws| panic!("{flaws:?}"));
    let memory = MemoryDisk::new();
    let disk: Arc<dyn Disk> = Arc::new(memory.clone());
    let Opened { mut history, recorder, .. } =
        record::open(&disk, &sessions()[session], NOW).expect("nothing is there");
    let mut recorder = recorder.expect("a disk that takes everything");
    let notes = |_: &_| NoteSums::new();
    for (place, step) in steps.iter().enumerate() {
        let one = std::slice::from_ref(step);
        recording::record(&mut history, &mut recorder, one, &notes, &|| NOW.to_owned(), &mut |_| {});
        let targets = [History::undo_target, History::redo_target];
        for target in targets.iter().filter(|_| place % 3 == 2) {
            let Some(number) = target(&history) else { break };
            recorder.append(&Entry::Undo(number)).expect("a disk that takes everything");
            history.push(Entry::Undo(number)).expect("it may be taken back");
        }
    }
    let lines = |end: &str| {
        let bytes = memory.content(&Path::new(PATH).with_extension(end)).unwrap_or_default();
        let text = String::from_utf8(bytes).expect("JSON");
        text.lines().map(|line| line[SEAL_LENGTH + 1..].to_owned()).collect()
    };
    Evening { session, journal: lines("journal"), afterwards: lines("suites") }
}

/// The bytes: `0` and a journal as it is; other: a spoilt one, its seals made again.
pub fn holds(bytes: &[u8]) -> Came {
    let mut draws = Draws::of(bytes);
    if draws.byte() == 0 {
        return files_hold(0, draws.rest(), None, None);
    }
    let place = draws.below(SHORT.len());
    let evening = &evenings()[place];
    let mut journal = evening.journal.clone();
    let mut afterwards = evening.afterwards.clone();
    let whole = sealed(&journal);
    for _ in 0..=draws.below(3) {
        let in_what_follows = !afterwards.is_empty() && draws.once_in(4);
        change(if in_what_follows { &mut afterwards } else { &mut journal }, &mut draws);
    }
    if !draws.once_in(8) {
        journal = numbered(&journal);
        afterwards = numbered(&afterwards);
    }
    let mut bytes = sealed(&journal);
    if let (Some(first), false) = (afterwards.first_mut(), draws.once_in(8)) {
        let head = head(&journal);
        if let Some(at) = first.find("\"suite_de\":\"").map(|at| at + 12)
            && first.len() >= at + SEAL_LENGTH
            && first.is_char_boundary(at + SEAL_LENGTH)
        {
            first.replace_range(at..at + SEAL_LENGTH, &head);
        }
    }
    let mut follows = (!afterwards.is_empty() && !draws.once_in(8)).then(|| sealed(&afterwards));
    match draws.below(12) {
        0 => bytes.truncate(draws.below(bytes.len() + 1)),
        1 => bytes.extend_from_slice(draws.rest()),
        2 if !bytes.is_empty() => {
            let place = draws.below(bytes.len());
            bytes[place] ^= draws.byte();
        }
        3 => {
            if let Some(follows) = &mut follows {
                follows.truncate(draws.below(follows.len() + 1));
            }
        }
        _ => {}
    }
    files_hold(evening.session, &bytes, follows.as_deref(), Some(&whole))
}

fn change(lines: &mut Vec<String>, draws: &mut Draws) {
    if lines.is_empty() {
        return;
    }
    let place = draws.below(lines.len());
    match draws.below(14) {
        0 => drop(lines.remove(place)),
        1 => lines.insert(place, lines[place].clone()),
        2 => {
            let next = (place + 1) % lines.len();
            lines.swap(place, next);
        }
        3 => lines.insert(place.max(1), format!("{{\"n\":0,\"annule\":{}}}", draws.below(lines.len() + 3))),
        4 => lines.truncate(place + 1),
        5 => {
            let evening = &evenings()[draws.below(SHORT.len())];
            lines.insert(place, evening.journal[draws.below(evening.journal.len())].clone());
        }
        6 => lines[place] = spoilt(&lines[place], 3, draws).replace('\n', " "),
        7..=10 => figure(&mut lines[place..], draws),
        // Well-formed, and something else is said.
        _ => {
            for _ in 0..=draws.below(2) {
                alike(&mut lines[place], draws);
            }
        }
    }
}

/// Another figure in the next result that is proclaimed.
fn figure(lines: &mut [String], draws: &mut Draws) {
    let Some(line) = lines.iter_mut().find(|line| line.contains("\"chiffres\"")) else { return };
    let behind = line.find("\"chiffres\"").unwrap_or(0);
    let tokens = tokens(line);
    let is_figure = |token: &&Range<usize>| token.start > behind && line[(*token).clone()].parse::<u32>().is_ok();
    let figures: Vec<&Range<usize>> = tokens.iter().filter(is_figure).collect();
    if figures.is_empty() {
        return;
    }
    let one = draws.one(&figures).clone();
    let other = draws.one(&["0", "1", "2", "3", "16", "17", "27", "30", "31", "33", "4294967295"]);
    line.replace_range(one, other);
}

/// The lines with their numbers in order.
fn numbered(lines: &[String]) -> Vec<String> {
    let number = |(place, line): (usize, &String)| {
        let rest =
            line.strip_prefix("{\"n\":").map(|rest| rest.trim_start_matches(|digit: char| digit.is_ascii_digit()));
        rest.map_or_else(|| line.clone(), |rest| format!("{{\"n\":{place}{rest}"))
    };
    lines.iter().enumerate().map(number).collect()
}

fn sealed(lines: &[String]) -> Vec<u8> {
    let mut seal = Seal::FIRST;
    let mut bytes = Vec::new();
    for line in lines {
        seal = seal.then(line.as_bytes());
        bytes.extend_from_slice(format!("{seal} {line}\n").as_bytes());
    }
    bytes
}

fn head(lines: &[String]) -> String {
    lines.iter().fold(Seal::FIRST, |seal, line| seal.then(line.as_bytes())).to_string()
}

fn place(end: &str) -> PathBuf {
    Path::new(PATH).with_extension(end)
}

/// What must hold of a record with those bytes; `whole` is the journal as it was recorded.
pub fn files_hold(session: usize, journal: &[u8], afterwards: Option<&[u8]>, whole: Option<&[u8]>) -> Came {
    let session = &sessions()[session];
    let memory = MemoryDisk::new();
    memory.put(&place("journal"), journal);
    if let Some(afterwards) = afterwards {
        memory.put(&place("suites"), afterwards);
    }
    let disk: Arc<dyn Disk> = Arc::new(memory.clone());
    let looked_at = record::read(&*disk, session);
    assert_eq!(memory.content(&place("journal")).as_deref(), Some(journal), "a reader touches nothing");
    let checked = seal::verify(&*disk, Path::new(PATH));
    let opened = match (looked_at, record::open(&disk, session, NOW)) {
        (Ok(looked_at), Ok(opened)) => {
            let (one, other) = (looked_at.history.sitting(), opened.history.sitting());
            // Whoever opens it to write takes over what changed in the session file.
            assert!(one == other || opened.history.next_number() > looked_at.history.next_number(), "read as opened");
            opened
        }
        (Err(fault), Err(same)) => {
            assert_eq!(fault, same);
            is_clean(&program::fault(&fault));
            assert_eq!(memory.content(&place("journal")).as_deref(), Some(journal), "what is refused is not touched");
            if let Err(why) = checked {
                is_clean(&program::fault(&why));
            }
            return match fault {
                Fault::Altered { .. } => Came::Altered,
                Fault::DoesNotFit { .. } => Came::DoesNotFit,
                _ => Came::Refused,
            };
        }
        (looked_at, opened) => panic!("{:?} {:?}", looked_at.err(), opened.err()),
    };
    if let Err(why) = &checked {
        panic!("it is opened, and counted a second way: {why:?}");
    }
    for notice in &opened.notices {
        is_clean(&program::notice(notice));
    }
    no_byte_is_lost(&memory, journal);
    invariants::check(opened.history.sitting(), &"a journal");
    is_drawn(&opened.history);
    goes_on(&disk, opened, session);
    match whole {
        _ if checked == Ok(None) => Came::Empty,
        Some(whole) if whole.starts_with(journal) => Came::AsItWas,
        _ => Came::Otherwise,
    }
}

/// What was torn lies beside; what is left and that are what there was.
fn no_byte_is_lost(memory: &MemoryDisk, journal: &[u8]) {
    let kept = memory.content(&place("journal")).unwrap_or_default();
    let aside = memory.content(&place("journal.torn")).unwrap_or_default();
    // A file taken over is recorded behind what there was.
    let there = [&kept[..], &aside[..]].concat();
    assert!(there == journal || (aside.is_empty() && kept.starts_with(journal)), "no byte is lost");
}

fn is_drawn(history: &History) {
    let mut app = App::new(history.clone(), Access::Write, &[]);
    let now = Moment {
        elapsed_ms: 100_000,
        stamp: NOW.to_owned(),
        hour: Hour::new(18, 4).expect("an hour"),
        on_the_day: true,
    };
    let mut speaker = hemicycle::linear::Speaker::default();
    for keys in [&[][..], &[Key::Ctrl('r'), Key::Up], &[Key::Escape, Key::Escape], &[Key::Enter]] {
        for key in keys {
            app.update(Msg::Key(*key), &now);
        }
        let area = Rect::new(0, 0, 80, 24);
        app.catch_up();
        tui::paint(&mut Buffer::empty(area), area, &app, Theme::new(true));
        for line in speaker.say(&app) {
            is_clean(&line);
        }
    }
}

/// One more entry is recorded, and found again by the next.
fn goes_on(disk: &Arc<dyn Disk>, opened: Opened, session: &hemicycle::store::session_file::SessionFile) {
    let Opened { mut history, recorder, .. } = opened;
    let mut recorder = recorder.expect("a disk that takes everything");
    if let Some(number) = history.undo_target() {
        recorder.append(&Entry::Undo(number)).expect("a disk that takes everything");
        history.push(Entry::Undo(number)).expect("it may be taken back");
    }
    drop(recorder);
    let again = record::open(disk, session, NOW).unwrap_or_else(|fault| panic!("opened before: {fault:?}"));
    assert_eq!(again.history.next_number(), history.next_number(), "as many entries as were recorded");
    assert!(again.history.sitting() == history.sitting(), "the same sitting");
}

//! A past séance seen again: at each step the sitting is that of the record up to there; nothing is touched on the disk.

#[path = "common/evening.rs"]
mod evening;
#[path = "common/terminal.rs"]
#[allow(dead_code, reason = "each test file uses its own part of it")]
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use evening::Evening;
use hemicycle::app::replay::Replay;
use hemicycle::app::{App, Effect, Key, Msg};
use hemicycle::council::history::{Entry, History};
use portable_pty::CommandBuilder;
use terminal::Terminal;

/// An evening with an undo, an undo of an undo, a result that is taken back and given again, a departure.
fn held() -> Evening {
    let mut evening = Evening::first_vote();
    evening.keys("aub , dup ; <backspace> <ctrl-y> <backspace> <enter>");
    evening.minute += 25;
    evening.keys("bois , <backspace> <backspace> <ctrl-y> <f3> chaz , wei ; <enter>");
    evening
}

fn seen_again(evening: &Evening, speed: u16) -> Evening {
    let whole = evening.app.history().clone();
    let mut again = Evening::first_vote();
    let now = again.now();
    again.app = App::seen_again(whole, speed, &now);
    again.effects.clear();
    again.resized(120, 40);
    again
}

/// The record of the first so many entries, made by the rules anew.
fn fold(whole: &History, count: usize) -> History {
    let mut history = History::new(whole.docket().clone());
    for (_, entry, _) in whole.entries().take(count) {
        history.push(entry.clone()).expect("it follows");
    }
    history
}

fn replay(evening: &Evening) -> &Replay {
    evening.app.replay().expect("a replay")
}

#[test]
fn at_each_step_the_sitting_is_that_of_the_entries_played_so_far_onwards_and_backwards() {
    let held = held();
    let whole = held.app.history();
    let undos = whole.entries().filter(|(_, entry, _)| matches!(entry, Entry::Undo(_))).count();
    assert!(undos >= 4, "{undos}");
    let mut again = seen_again(&held, 10);
    let all = replay(&again).all();
    for count in 1..=all {
        again.key(Key::Right);
        assert_eq!(again.app.sitting(), fold(whole, count).sitting(), "after {count}");
        assert_eq!(replay(&again).at(), count);
    }
    assert_eq!(again.app.sitting(), held.app.sitting());
    for count in (0..all).rev() {
        again.key(Key::Left);
        assert_eq!(again.app.sitting(), fold(whole, count).sitting(), "back to {count}");
    }
    again.key(Key::End);
    assert_eq!(again.app.sitting(), held.app.sitting());
}

#[test]
fn what_was_undone_is_seen_and_then_its_undo_in_the_words_of_the_evening() {
    let mut again = seen_again(&held(), 10);
    let mut said = Vec::new();
    for _ in 0..replay(&again).all() {
        again.key(Key::Right);
        said.push(again.said());
    }
    let place = |wanted: &str| {
        said.iter().position(|said| said.starts_with(wanted)).unwrap_or_else(|| panic!("{wanted}: {said:#?}"))
    };
    assert!(place("AUBRY Paul") < place("DUPRAT Gérald"));
    assert!(place("DUPRAT Gérald") < place("Défait : DUPRAT Gérald"));
    assert!(place("Défait : DUPRAT Gérald") < place("Rétabli : DUPRAT Gérald"));
}

#[test]
fn each_action_waits_as_long_as_it_did_divided_by_the_speed_and_a_long_silence_is_shortened_and_said() {
    let mut again = seen_again(&held(), 10);
    let mut waits = Vec::new();
    let mut shortened = 0;
    while let Some(due) = replay(&again).due_ms() {
        waits.push(due - again.elapsed_ms);
        if let Some(minutes) = replay(&again).shortened_minutes() {
            assert!(minutes >= 1);
            assert!(again.screen(120, 40).contains(&format!("silence de {minutes} min abrégé")));
            shortened += 1;
        }
        again.elapsed_ms = due;
        again.send(Msg::Tick);
    }
    assert_eq!(waits.len(), replay(&again).all());
    assert_eq!(shortened, 1, "25 minutes between two reports");
    assert!(waits.iter().all(|wait| *wait <= 6_000), "{waits:?}");
    assert!(again.screen(120, 40).lines().next().unwrap().contains("fin"));
}

#[test]
fn nothing_is_played_before_it_is_due_nor_in_a_pause() {
    let mut again = seen_again(&held(), 10);
    again.send(Msg::Tick);
    assert_eq!(replay(&again).at(), 0);
    again.keys("<space>");
    assert_eq!((replay(&again).due_ms(), replay(&again).is_paused()), (None, true));
    again.elapsed_ms += 100_000;
    again.send(Msg::Tick);
    assert_eq!(replay(&again).at(), 0);
    again.keys("<right>");
    assert_eq!((replay(&again).at(), replay(&again).due_ms()), (1, None));
    again.keys("<space>");
    assert!(replay(&again).due_ms().is_some());
}

#[test]
fn the_line_on_top_says_where_it_is_how_fast_and_at_what_hour() {
    let mut again = seen_again(&held(), 10);
    let all = replay(&again).all();
    again.keys("<space> <right> <right> = - - +");
    let screen = again.screen(80, 24);
    assert_eq!(screen.lines().next().unwrap().trim(), format!("REVOIR – action 2/{all} – ×10 – 18 h 04 – pause"));
    assert!(!screen.contains("lecture seule") && !screen.contains("LECTURE SEULE"), "{screen}");
    again.keys("- -");
    assert_eq!(replay(&again).speed(), 2);
}

#[test]
fn the_vote_is_seen_as_it_was_with_its_bars_and_the_keys_of_the_replay_below() {
    let mut again = seen_again(&held(), 10);
    again.keys("<space> <right> <right> <right>");
    let screen = again.screen(120, 40);
    for words in ["Contre", "AUBRY Paul + 1 pouvoir", "À proclamer", "pause", "après"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    assert!(!screen.contains("proclamer et") && !screen.lines().last().unwrap().contains("abstention"), "{screen}");
}

#[test]
fn no_key_records_anything() {
    let mut again = seen_again(&held(), 10);
    again.keys("<space> <right> <right> <right>");
    let before = again.app.history().next_number();
    again.keys("aub , ; : ! = <enter> <backspace> <ctrl-z> <ctrl-y> <f3> <f9> <f2> <tab> <ctrl-p> <ctrl-r> <ctrl-e>");
    again.send(Msg::Paste("AUBRY".to_owned()));
    assert!(
        again
            .effects
            .iter()
            .all(|effect| !matches!(effect, Effect::Record(_) | Effect::SaveNotes { .. } | Effect::WritePapers))
    );
    assert_eq!(again.app.history().next_number(), before);
    again.keys("<esc>");
    assert_eq!(again.effects.last(), Some(&Effect::Quit));
}

/// The names and bytes of a folder.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).expect("bytes"))).collect()
}

const EVENING: &str = "exemple-soiree.ron";

/// The made-up evening, held by its course, in a folder of its own.
fn recorded() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    for entry in fs::read_dir(&sessions).expect("the sessions") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            fs::copy(&path, folder.path().join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    let path = folder.path().join(EVENING);
    let course = sessions.join("deroules").join(EVENING);
    Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("saisir").arg(&path).arg(&course).assert().success();
    (folder, path)
}

fn revoir(path: &Path, speed: &str) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(["revoir", "--vitesse", speed]);
    command.arg(path);
    Terminal::run(command, 120, 40)
}

#[test]
fn a_seance_plays_pauses_and_ends_in_a_terminal_and_no_file_is_touched() {
    let (folder, path) = recorded();
    let before = bytes(folder.path());
    let mut terminal = revoir(&path, "1000");
    terminal.wait_for("REVOIR – action 0/");
    terminal.wait_for("REVOIR – action 2/");
    terminal.type_keys(" ");
    terminal.wait_for("– pause");
    assert_eq!(bytes(folder.path()), before, "no lock, no file");
    terminal.type_keys(" ");
    terminal.wait_until("the replay goes on", |screen| !screen.contains("– pause"));
    terminal.type_keys("\x1b[F");
    terminal.wait_for("– fin");
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    assert_eq!(bytes(folder.path()), before);
}

#[test]
fn a_seance_of_which_nothing_is_recorded_says_so() {
    let (_folder, path) = recorded();
    let other = path.with_file_name("exemple-communaute.ron");
    let mut terminal = revoir(&other, "10");
    terminal.wait_for("il n’y a rien à revoir");
    assert_eq!(terminal.wait_end().exit_code(), 1);
}

//! What comes all at once: two hours of sleep, a window that grows with keys behind it.

use std::sync::atomic::Ordering;
use std::time::Duration;

use hemicycle::app::{Key, Msg};
use hemicycle::council::event::Event;
use hemicycle::run::{Ending, Incoming, NotesWork};

use crate::Evening;

const TWO_HOURS_MS: u64 = 2 * 60 * 60 * 1000;

#[test]
fn case_30_by_the_clock_seam_a_laptop_that_slept_two_hours_wakes_once_and_draws_once() {
    let evening = Evening::first_vote();
    evening.press(Key::Function(2));
    evening.frames.wait_for("Notes ·");
    evening.press(Key::Char('a'));
    evening.frames.wait_for("pas encore");
    let (frames, waits) = (evening.frames.count(), evening.waits.load(Ordering::SeqCst));
    // Both clocks jump; what wakes the loop is the minute that was waited for, here a message of its own.
    evening.elapsed_ms.fetch_add(TWO_HOURS_MS, Ordering::SeqCst);
    evening.minute_of_the_day.store(22 * 60 + 17, Ordering::SeqCst);
    evening.tell.send(Incoming::Message(Msg::Tick)).expect("the loop listens");
    evening.frames.wait_for("22 h 17");
    let saves = || evening.notes.try_iter().filter(|work| matches!(work, NotesWork::Save { .. })).count();
    assert_eq!(saves(), 1, "the notes of before the sleep are saved once");
    evening.tell.send(Incoming::Message(Msg::NotesSaved("a".into()))).expect("the loop listens");
    evening.frames.wait_for("enregistré");
    // A key is taken as if nothing had been: the loop answers, so all that the sleep brought was done.
    evening.press(Key::Char('b'));
    evening.frames.wait_for("ab");
    let (drawn, waited) = (evening.frames.count() - frames, evening.waits.load(Ordering::SeqCst) - waits);
    assert!(drawn <= 4 && waited <= 4, "{drawn} frames and {waited} waits for a tick, an answer and a key");
    assert_eq!(evening.end(), Ending::TerminalLost);
}

#[test]
fn case_27_and_30_by_the_clock_seam_a_clock_that_goes_back_draws_its_hour_and_wakes_nothing_more() {
    let evening = Evening::first_vote();
    evening.minute_of_the_day.store(20 * 60 + 17, Ordering::SeqCst);
    evening.tell.send(Incoming::Message(Msg::Tick)).expect("the loop listens");
    evening.frames.wait_for("20 h 17");
    let waits = evening.waits.load(Ordering::SeqCst);
    evening.minute_of_the_day.store(19 * 60 + 17, Ordering::SeqCst);
    evening.tell.send(Incoming::Message(Msg::Tick)).expect("the loop listens");
    evening.frames.wait_for("19 h 17");
    // The order of actions is that of the journal: the vote goes on.
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    assert!(matches!(evening.written().as_slice(), [Event::VoiceSet { .. }]));
    evening.recorded();
    evening.frames.wait_for("▼ Contre        1");
    assert!(evening.waits.load(Ordering::SeqCst) - waits <= 4);
    assert_eq!(evening.end(), Ending::TerminalLost);
}

#[test]
fn case_36_what_was_pressed_before_the_window_is_seen_large_again_does_not_vote() {
    let evening = Evening::first_vote();
    let resized = |columns, rows| Incoming::Message(Msg::Resized { columns, rows });
    evening.tell.send(resized(60, 20)).expect("the loop listens");
    // The frame in memory stays as large as it was: the loop is told so, and it is large again.
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    evening.tell.send(resized(120, 40)).expect("the loop listens");
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    evening.press(Key::Char(','));
    // Asked behind them all: what they did would be written before it.
    evening.press(Key::Ctrl('q'));
    let written = evening.disk.recv_timeout(Duration::from_millis(500));
    assert!(written.is_err(), "a vote that nobody saw was written: {written:?}");
    assert_eq!(evening.end(), Ending::Quit);
}

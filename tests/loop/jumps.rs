//! What comes all at once: two hours of sleep, a window that grows with keys behind it.

use std::sync::atomic::Ordering;
use std::sync::mpsc::RecvTimeoutError;

use hemicycle::app::{Key, Msg};
use hemicycle::council::event::Event;
use hemicycle::run::{Ending, Incoming, NotesWork};
use hemicycle::signals::Asked;

use crate::{CEILING, Evening};

const TWO_HOURS_MS: u64 = 2 * 60 * 60 * 1000;

#[test]
fn case_30_by_the_clock_seam_a_laptop_that_slept_two_hours_wakes_once_and_draws_once() {
    let evening = Evening::first_vote();
    evening.press(Key::Function(2));
    evening.frames.wait_for("Notes ·");
    evening.press(Key::Char('a'));
    evening.frames.wait_for("pas encore");
    evening.rests();
    let (frames, waits) = (evening.frames.count(), evening.waits.load(Ordering::SeqCst));
    // Both clocks jump; what wakes the loop is the minute that was waited for, here a message of its own.
    evening.elapsed_ms.fetch_add(TWO_HOURS_MS, Ordering::SeqCst);
    evening.minute_of_the_day.store(22 * 60 + 17, Ordering::SeqCst);
    evening.tell.send(Incoming::Message(Msg::Tick)).expect("the loop listens");
    evening.frames.wait_for("22 h 17");
    evening.rests();
    assert_eq!(evening.waits.load(Ordering::SeqCst) - waits, 1, "the two hours are one minute that is over");
    assert_eq!(evening.frames.count() - frames, 1, "what two hours changed is drawn at once");
    let saves = || evening.notes.try_iter().filter(|work| matches!(work, NotesWork::Save { .. })).count();
    assert_eq!(saves(), 1, "the notes of before the sleep are saved once");
    evening.tell.send(Incoming::Message(Msg::NotesSaved("a".into()))).expect("the loop listens");
    evening.frames.wait_for("enregistré");
    // A key is taken as if nothing had been: the loop answers, so all that the sleep brought was done.
    evening.press(Key::Char('b'));
    evening.frames.wait_for("ab");
    evening.rests();
    let (drawn, waited) = (evening.frames.count() - frames, evening.waits.load(Ordering::SeqCst) - waits);
    assert!(drawn <= 3 && waited <= 3, "{drawn} frames and {waited} waits for a tick, an answer and a key");
    assert_eq!(evening.end(), Ending::TerminalLost);
}

#[test]
fn case_27_and_30_by_the_clock_seam_a_clock_that_goes_back_draws_its_hour_and_wakes_nothing_more() {
    let evening = Evening::first_vote();
    evening.minute_of_the_day.store(20 * 60 + 17, Ordering::SeqCst);
    evening.tell.send(Incoming::Message(Msg::Tick)).expect("the loop listens");
    evening.frames.wait_for("20 h 17");
    evening.rests();
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
    // While the loop stands still all of it comes: it is taken at once, and nothing is drawn between.
    evening.tell.send(Incoming::Signal(Asked::Stop)).expect("the loop listens");
    evening.tell.send(resized(60, 20)).expect("the loop listens");
    for (columns, rows) in [(60, 20), (120, 40)] {
        evening.tell.send(resized(columns, rows)).expect("the loop listens");
        evening.press(Key::Down);
        evening.press(Key::Char(','));
    }
    evening.press(Key::Ctrl('q'));
    evening.go_on.send(()).expect("the loop is stopped");
    let Evening { disk, held, .. } = evening;
    // The loop that ends lets go of the disk.
    let written = disk.recv_timeout(CEILING);
    assert_eq!(written, Err(RecvTimeoutError::Disconnected), "a vote that nobody saw was to be written");
    assert_eq!(held.join().expect("the loop ends"), Ending::Quit);
}

#[test]
fn case_36_what_is_drawn_decides_what_may_be_pressed_whatever_the_window_was_said_to_be() {
    let evening = Evening::first_vote();
    let before = evening.frames.count();
    // The window in memory is as large as it was: the frame that says otherwise is drawn in it, and then the vote again.
    evening.tell.send(Incoming::Message(Msg::Resized { columns: 60, rows: 20 })).expect("the loop listens");
    evening.frames.wait_for_count(before + 2);
    evening.frames.wait_for("À proclamer");
    evening.press(Key::Down);
    evening.press(Key::Char(','));
    assert!(matches!(evening.written().as_slice(), [Event::VoiceSet { .. }]));
    evening.recorded();
    evening.frames.wait_for("▼ Contre        1");
    assert_eq!(evening.end(), Ending::TerminalLost);
}

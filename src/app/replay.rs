//! A past séance seen again: its record played entry by entry, at the pace of its stamps, faster or slower.
//!
//! Undone actions are played with their undo, as they happened. Nothing is asked of the disk: what is seen is in memory.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use crate::council::event::Event;
use crate::council::history::{Entry, History};
use crate::council::hour::Hour;

use super::keymap::Action;
use super::{Access, App, Moment};

/// The least time between two actions, so that each is seen.
const SHORTEST_MS: u64 = 150;
/// The longest silence on the screen: longer ones are shortened, and that is said.
const LONGEST_MS: u64 = 6_000;
/// How long the first screen stands before anything happens.
const FIRST_MS: u64 = 1_500;
/// Until when the night belongs to the sitting of the evening before.
const MORNING: u8 = 6;
/// Minutes in a day.
const DAY_MINUTES: u64 = 24 * 60;
/// The speeds that the keys go through.
const SPEEDS: [u16; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/// A record that is seen again.
#[derive(Clone, Debug)]
pub struct Replay {
    whole: Arc<History>,
    at: usize,
    speed: u16,
    is_paused: bool,
    due_ms: Option<u64>,
    /// The hour of what was played last.
    hour: Option<Hour>,
    /// The silence before what comes next, if it is shortened.
    silence_ms: Option<u64>,
}

impl Replay {
    /// How many entries were played.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many there are.
    #[must_use]
    pub fn all(&self) -> usize {
        usize::try_from(self.whole.next_number().saturating_sub(1)).unwrap_or(usize::MAX)
    }

    /// How many times faster than it was.
    #[must_use]
    pub fn speed(&self) -> u16 {
        self.speed
    }

    /// Whether it stands still until a key is pressed.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.is_paused
    }

    /// Whether everything was played.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.at >= self.all()
    }

    /// The hour of what was played last.
    #[must_use]
    pub fn hour(&self) -> Option<Hour> {
        self.hour
    }

    /// The silence before what comes next, in minutes of the evening, if less of it is shown.
    #[must_use]
    pub fn shortened_minutes(&self) -> Option<u64> {
        self.silence_ms.map(|silence| silence.div_ceil(60_000))
    }

    /// When the next entry is to be played, on the clock of [`Moment::elapsed_ms`]; never in a pause or at the end.
    #[must_use]
    pub fn due_ms(&self) -> Option<u64> {
        self.due_ms
    }

    fn entry(&self, place: usize) -> Option<&Entry> {
        self.whole.get(u64::try_from(place).ok()? + 1)
    }

    /// When the last action before that place was done, among those of which that is known.
    fn time_before(&self, place: usize) -> Option<u64> {
        (0..place).rev().find_map(|place| self.time(place))
    }

    /// When the entry of that place was recorded, in milliseconds from the first midnight of the sitting. What was typed in
    /// afterwards was recorded on another day: its own hour stands, where it has one. An undo says neither.
    fn time(&self, place: usize) -> Option<u64> {
        let Entry::Action { at, events } = self.entry(place)? else { return None };
        on_the_day(at, self.whole.docket().meeting.date).or_else(|| {
            let hour = events.iter().find_map(Event::hour)?;
            let minute = u64::from(hour.hour()) * 60 + u64::from(hour.minute());
            Some((minute + if hour.hour() < MORNING { DAY_MINUTES } else { 0 }) * 60_000)
        })
    }

    /// Sets when the next entry is due: as long after the one before as it was, divided by the speed.
    fn wait(&mut self, now: &Moment) {
        self.due_ms = None;
        self.silence_ms = None;
        if self.is_over() {
            return;
        }
        let gap = match (self.time_before(self.at), self.time(self.at)) {
            (Some(before), Some(next)) => next.saturating_sub(before),
            _ => 0,
        };
        let wanted = gap / u64::from(self.speed.max(1));
        self.silence_ms = (wanted > LONGEST_MS).then_some(gap);
        if !self.is_paused {
            let least = if self.at == 0 { FIRST_MS } else { SHORTEST_MS };
            self.due_ms = Some(now.elapsed_ms + wanted.clamp(least, LONGEST_MS));
        }
    }

    fn change_speed(&mut self, faster: bool) {
        let other = if faster {
            SPEEDS.into_iter().find(|speed| *speed > self.speed)
        } else {
            SPEEDS.into_iter().rev().find(|speed| *speed < self.speed)
        };
        self.speed = other.unwrap_or(self.speed);
    }
}

/// An instant of the sitting's evening, in milliseconds from its first midnight; none if the stamp is of another day.
fn on_the_day(stamp: &str, day: Date) -> Option<u64> {
    let civil: DateTime = stamp.parse().ok()?;
    let is_after_midnight = day.tomorrow().is_ok_and(|next| next == civil.date())
        && u8::try_from(civil.hour()).is_ok_and(|hour| hour < MORNING);
    if civil.date() != day && !is_after_midnight {
        return None;
    }
    let number = |value: i8| u64::try_from(value).unwrap_or(0);
    let days = if is_after_midnight { DAY_MINUTES } else { 0 };
    Some(((days + number(civil.hour()) * 60 + number(civil.minute())) * 60 + number(civil.second())) * 1000)
}

impl App {
    /// The program on a record that is seen again from its beginning; nothing can be recorded in it.
    #[must_use]
    pub fn seen_again(whole: History, speed: u16, now: &Moment) -> Self {
        // What was said aloud before a ballot was secret is not seen again.
        let whole = whole.without_what_is_void();
        let mut app = Self::new(whole.first(0), Access::Write, &[]);
        let mut replay = Replay {
            whole: Arc::new(whole),
            at: 0,
            speed: speed.max(1),
            is_paused: false,
            due_ms: None,
            hour: None,
            silence_ms: None,
        };
        replay.wait(now);
        app.replay = Some(replay);
        app
    }

    /// What is seen again is not all that there is: why stands on every screen.
    #[must_use]
    pub fn only_to_be_seen(mut self, why: String) -> Self {
        self.access = Access::ReadOnly { why };
        self
    }

    /// The record that is seen again, if the program was begun for that.
    #[must_use]
    pub fn replay(&self) -> Option<&Replay> {
        self.replay.as_ref()
    }

    /// What a key of the replay does; whether it is one.
    pub(super) fn key_of_the_replay(&mut self, action: Action, now: &Moment) -> bool {
        let Some(replay) = self.replay.as_mut().filter(|_| self.panels.is_empty()) else { return false };
        let (at, all) = (replay.at, replay.all());
        match action {
            Action::Pause => {
                // At the end there is nothing to pause: it begins again.
                if replay.is_over() {
                    replay.is_paused = false;
                    self.show_entry(0);
                } else {
                    replay.is_paused = !replay.is_paused;
                }
            }
            Action::Faster => replay.change_speed(true),
            Action::Slower => replay.change_speed(false),
            Action::Left => self.show_entry(at.saturating_sub(1)),
            Action::Right => self.show_entry((at + 1).min(all)),
            Action::First => self.show_entry(0),
            Action::Last => self.show_entry(all),
            _ => return false,
        }
        if let Some(replay) = &mut self.replay {
            replay.wait(now);
        }
        true
    }

    /// Plays what is due.
    pub(super) fn play_what_is_due(&mut self, now: &Moment) {
        let Some(replay) = &self.replay else { return };
        if replay.due_ms.is_none_or(|due| due > now.elapsed_ms) {
            return;
        }
        self.show_entry(replay.at + 1);
        if let Some(replay) = &mut self.replay {
            replay.wait(now);
        }
    }

    /// Shows the séance as it stood once that many entries were recorded, and says what the last of them did.
    fn show_entry(&mut self, count: usize) {
        let Some(replay) = &mut self.replay else { return };
        let whole = replay.whole.clone();
        let last = count.checked_sub(1);
        // One on is the rule; to go back, the record is followed anew up to there.
        if last != Some(replay.at) {
            self.history = whole.first(last.unwrap_or(0));
        }
        replay.at = count;
        replay.hour = replay.time_before(count).and_then(|time| {
            let minute = time / 60_000 % DAY_MINUTES;
            Hour::new(u8::try_from(minute / 60).ok()?, u8::try_from(minute % 60).ok()?)
        });
        self.hour = replay.hour;
        let entry = last.and_then(|last| whole.get(u64::try_from(last).ok()? + 1));
        self.said = None;
        match entry {
            Some(entry) => {
                let stood = matches!(entry, Entry::Undo(_)).then(|| self.history.sitting().clone());
                self.history.follow(entry.clone());
                self.show_what_was_done(entry);
                self.said = self.said_of(entry, stood.as_ref());
            }
            None => self.follow_the_sitting(),
        }
    }
}

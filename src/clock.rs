//! The clocks of this machine, told to the loop.

use std::time::{Duration, Instant};

use jiff::civil::Date;
use jiff::{ToSpan, Zoned};

use crate::app::Moment;
use crate::council::hour::Hour;
use crate::run::Clock;

/// The clocks of this machine.
#[derive(Debug)]
pub struct WallClock {
    start: Instant,
    day: Date,
}

impl WallClock {
    /// For a sitting on that day.
    #[allow(clippy::disallowed_methods, reason = "the rim reads the clock")]
    #[must_use]
    pub fn for_sitting_on(day: Date) -> Self {
        Self { start: Instant::now(), day }
    }

    /// The date and the hour on the wall.
    #[allow(clippy::disallowed_methods, reason = "the rim reads the clock")]
    #[must_use]
    pub fn wall() -> Zoned {
        Zoned::now()
    }

    /// Whether the clock is more than a day away from the sitting: the file's date counts, and the difference is said.
    #[must_use]
    pub fn is_another_day(&self) -> bool {
        let today = Self::wall().date();
        let near = |days| self.day.checked_add(days).is_ok_and(|day| day == today);
        !(near(0.days()) || near(1.day()) || near((-1).days()))
    }
}

/// A time of the wall as the journal writes it beside each action (RFC 3339).
#[must_use]
pub fn stamp(wall: &Zoned) -> String {
    wall.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Until when the night belongs to the sitting of the evening before.
const MORNING: i8 = 6;

impl Clock for WallClock {
    fn now(&self) -> Moment {
        let wall = Self::wall();
        let evening_before = wall.hour() < MORNING && self.day.tomorrow().is_ok_and(|day| day == wall.date());
        let number = |value: i8| u8::try_from(value).unwrap_or(0);
        Moment {
            elapsed_ms: u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX),
            stamp: stamp(&wall),
            hour: Hour::new(number(wall.hour()), number(wall.minute())).unwrap_or(Hour::MIDNIGHT),
            on_the_day: wall.date() == self.day || evening_before,
        }
    }

    fn until_next_minute(&self) -> Duration {
        let second = u64::try_from(Self::wall().second()).unwrap_or(0);
        Duration::from_secs(60 - second.min(59))
    }
}

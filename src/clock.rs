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
        is_far(self.day, Self::wall().date())
    }
}

/// Whether two days are more than one apart.
#[must_use]
pub fn is_far(day: Date, today: Date) -> bool {
    let near = |days| day.checked_add(days).is_ok_and(|day| day == today);
    !(near(0.days()) || near(1.day()) || near((-1).days()))
}

/// A time of the wall as the journal writes it beside each action (RFC 3339).
#[must_use]
pub fn stamp(wall: &Zoned) -> String {
    wall.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Until when the night belongs to the sitting of the evening before.
const MORNING: i8 = 6;

/// The moment of a sitting on that day, by what the wall says and what has passed on the clock that never goes back.
///
/// Only the hour is of the wall: the day of the sitting is that of its file, whatever the clock does.
#[must_use]
pub fn moment(day: Date, wall: &Zoned, elapsed: Duration) -> Moment {
    let evening_before = wall.hour() < MORNING && day.tomorrow().is_ok_and(|day| day == wall.date());
    let number = |value: i8| u8::try_from(value).unwrap_or(0);
    Moment {
        elapsed_ms: u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
        stamp: stamp(wall),
        hour: Hour::new(number(wall.hour()), number(wall.minute())).unwrap_or(Hour::MIDNIGHT),
        on_the_day: wall.date() == day || evening_before,
    }
}

/// How long until the hour on that wall changes; never nothing, whatever the second.
#[must_use]
pub fn until_next_minute(wall: &Zoned) -> Duration {
    let second = u64::try_from(wall.second()).unwrap_or(0);
    Duration::from_secs(60 - second.min(59))
}

impl Clock for WallClock {
    fn now(&self) -> Moment {
        moment(self.day, &Self::wall(), self.start.elapsed())
    }

    fn until_next_minute(&self) -> Duration {
        until_next_minute(&Self::wall())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn wall(text: &str) -> Zoned {
        text.parse().unwrap()
    }

    fn at(day: Date, text: &str) -> (String, bool) {
        let moment = moment(day, &wall(text), Duration::ZERO);
        (moment.hour.to_string(), moment.on_the_day)
    }

    #[test]
    fn case_28_by_the_clock_seam_a_clock_in_1970_or_9999_gives_no_hour_and_changes_no_day() {
        let day = date(2025, 3, 3);
        assert_eq!(at(day, "1970-01-01T01:00:00+01:00[Europe/Paris]"), ("01:00".to_owned(), false));
        assert_eq!(at(day, "9999-12-30T20:17:00+01:00[Europe/Paris]"), ("20:17".to_owned(), false));
        for today in [date(1970, 1, 1), date(9999, 12, 31), date(-9999, 1, 1), date(2025, 3, 1), date(2025, 3, 5)] {
            assert!(is_far(day, today) && is_far(today, day), "{today}");
        }
        // At either end of what a date can be there is no day before, or after.
        for last in [date(9999, 12, 31), date(-9999, 1, 1)] {
            assert!(!is_far(last, last));
            assert!(!moment(last, &wall("2025-03-03T20:17:00+01:00[Europe/Paris]"), Duration::MAX).on_the_day);
        }
        for near in [date(2025, 3, 2), date(2025, 3, 3), date(2025, 3, 4)] {
            assert!(!is_far(day, near), "{near}");
        }
    }

    #[test]
    fn case_29_by_the_clock_seam_midnight_a_leap_second_and_another_zone_leave_the_sitting_on_its_day() {
        let day = date(2025, 3, 3);
        assert_eq!(at(day, "2025-03-03T23:59:59+01:00[Europe/Paris]"), ("23:59".to_owned(), true));
        assert_eq!(at(day, "2025-03-04T00:00:00+01:00[Europe/Paris]"), ("00:00".to_owned(), true));
        assert_eq!(at(day, "2025-03-04T05:59:59+01:00[Europe/Paris]"), ("05:59".to_owned(), true));
        assert_eq!(at(day, "2025-03-04T06:00:00+01:00[Europe/Paris]"), ("06:00".to_owned(), false));
        assert_eq!(at(day, "2025-03-02T23:59:59+01:00[Europe/Paris]"), ("23:59".to_owned(), false));
        // The laptop is told that it is in Guadeloupe: another hour, the same day.
        assert_eq!(at(day, "2025-03-03T15:17:00-04:00[America/Guadeloupe]"), ("15:17".to_owned(), true));
        // A leap second is the last one of its minute, and the next minute comes.
        let leap = wall("2016-12-31T23:59:60+00:00[UTC]");
        assert_eq!(at(date(2016, 12, 31), "2016-12-31T23:59:60+00:00[UTC]"), ("23:59".to_owned(), true));
        assert_eq!(until_next_minute(&leap), Duration::from_secs(1));
        // The hour that comes twice, and the one that does not come.
        let autumn = date(2025, 10, 25);
        assert_eq!(at(autumn, "2025-10-26T02:30:00+02:00[Europe/Paris]"), ("02:30".to_owned(), true));
        assert_eq!(at(autumn, "2025-10-26T02:30:00+01:00[Europe/Paris]"), ("02:30".to_owned(), true));
        assert_eq!(at(date(2025, 3, 29), "2025-03-30T03:00:00+02:00[Europe/Paris]"), ("03:00".to_owned(), true));
    }
}

//! An hour typed without Shift: four digits of either row of the keyboard, « 1842 ».

use crate::council::hour::Hour;
use crate::french::screen::said;

use super::step::Said;

/// The digits typed so far: always the beginning of an hour of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedHour {
    digits: Vec<u8>,
}

impl TypedHour {
    /// Figures as the beginning of an hour, if they are that of one.
    pub(super) fn beginning(figures: &str) -> Option<Self> {
        let mut hour = Self::default();
        let digits = figures.chars().filter_map(|figure| u8::try_from(figure.to_digit(10)?).ok());
        digits.map(|digit| hour.push(digit).ok()).collect::<Option<()>>()?;
        Some(hour)
    }

    /// The digits as they are typed.
    #[must_use]
    pub fn digits(&self) -> &[u8] {
        &self.digits
    }

    /// Whether nothing is typed: the hour is then the clock's.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.digits.is_empty()
    }

    /// The hour, once it is whole.
    #[must_use]
    pub fn hour(&self) -> Option<Hour> {
        match self.digits.as_slice() {
            [a, b, c, d] => Hour::new(a * 10 + b, c * 10 + d),
            _ => None,
        }
    }

    /// The hour typed, nothing if none was begun, or what to say of one that is not whole.
    pub(super) fn finished(&self) -> Result<Option<Hour>, Said> {
        match self.hour() {
            None if !self.is_empty() => Err(Said::refused(said::HOUR_NOT_WHOLE)),
            hour => Ok(hour),
        }
    }

    /// Adds a digit that an hour may go on with.
    pub(super) fn push(&mut self, digit: u8) -> Result<(), Said> {
        let fits = match self.digits.as_slice() {
            [] => digit <= 2,
            [2] => digit <= 3,
            [_] | [_, _, _] => true,
            [_, _] => digit <= 5,
            _ => return Err(Said::plain(said::HOUR_WHOLE)),
        };
        if !fits {
            return Err(Said::refused(said::NOT_AN_HOUR));
        }
        self.digits.push(digit);
        Ok(())
    }

    /// Takes the last digit away.
    pub(super) fn pop(&mut self) {
        self.digits.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(digits: &[u8]) -> (usize, Option<Hour>) {
        let mut hour = TypedHour::default();
        let taken = digits.iter().filter(|digit| hour.push(**digit).is_ok()).count();
        (taken, hour.hour())
    }

    #[test]
    fn four_digits_make_an_hour_and_no_digit_is_taken_that_could_not_be_one_of_it() {
        assert_eq!(typed(&[1, 8, 4, 2]), (4, Hour::new(18, 42)));
        assert_eq!(typed(&[2, 4]), (1, None), "24 is no hour");
        assert_eq!(typed(&[3]), (0, None));
        assert_eq!(typed(&[0, 9, 6]), (2, None), "60 is no minute");
        assert_eq!(typed(&[0, 9, 3, 0, 1]), (4, Hour::new(9, 30)));
    }
}

//! How many keys came.

use std::fmt;

/// How many keys came. It shows nothing of itself: two programs that differ by it alone are the same to whoever looks.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Presses(u64);

impl Presses {
    pub fn add(&mut self) {
        self.0 += 1;
    }

    pub fn count(self) -> u64 {
        self.0
    }
}

impl fmt::Debug for Presses {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Presses")
    }
}

//! How many keys came.

use std::fmt;

/// How many keys came. It shows nothing of itself: two programs that differ by it alone are the same to whoever looks.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Presses {
    count: u64,
    /// Whether the last one means nothing where it was pressed.
    is_idle: bool,
}

impl Presses {
    pub fn add(&mut self) {
        self.count += 1;
        self.is_idle = false;
    }

    pub fn count(self) -> u64 {
        self.count
    }

    /// The key means nothing here.
    pub fn idle(&mut self) {
        self.is_idle = true;
    }

    pub fn is_idle(self) -> bool {
        self.is_idle
    }
}

impl fmt::Debug for Presses {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Presses")
    }
}

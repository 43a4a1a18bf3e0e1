//! Choices drawn from bytes: whoever gives the bytes, a property test or a fuzzer, steers what is done.

/// Bytes that are used up, choice by choice; zeros follow the last one.
pub struct Draws<'a>(&'a [u8]);

impl<'a> Draws<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether every byte was used: what follows is always the same.
    pub fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below the bound; 0 if that is 0. Takes two bytes where one is too few.
    pub fn below(&mut self, bound: usize) -> usize {
        let number = match bound {
            0..=1 => return 0,
            2..=256 => usize::from(self.byte()),
            257..=0x1_0000 => usize::from(self.byte()) << 8 | usize::from(self.byte()),
            _ => (0..3).fold(0, |number, _| number << 8 | usize::from(self.byte())),
        };
        number % bound
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 1 % times
    }

    /// What is left, as it is.
    pub fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }
}

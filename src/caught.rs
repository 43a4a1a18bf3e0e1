//! What a library makes of a broken file ends where it was called: a panic that is caught is no end of the program.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// How many of the calls that this thread is in catch what breaks below them.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// Counts one more while it lives, whichever way it goes.
struct Deeper;

impl Deeper {
    fn begins() -> Self {
        DEPTH.with(|depth| depth.set(depth.get() + 1));
        Self
    }
}

impl Drop for Deeper {
    fn drop(&mut self) {
        DEPTH.with(|depth| depth.set(depth.get().saturating_sub(1)));
    }
}

/// What that gives; nothing if it panics. Nothing that it was changing may be used afterwards.
///
/// Around what a library does with bytes that nobody vouches for, and around nothing else: a mistake of the program itself
/// must be heard.
pub fn unless_it_breaks<T>(run: impl FnOnce() -> T) -> Option<T> {
    let _deeper = Deeper::begins();
    catch_unwind(AssertUnwindSafe(run)).ok()
}

/// Whether a panic of this thread would be caught here. A hook that ends the program asks it first.
#[must_use]
pub fn would_be_caught() -> bool {
    DEPTH.with(|depth| depth.get() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_is_nothing_and_what_follows_is_no_longer_caught() {
        assert!(!would_be_caught());
        assert_eq!(unless_it_breaks(would_be_caught), Some(true));
        let inner = unless_it_breaks(|| {
            assert!(unless_it_breaks(|| panic!("inside")).is_none());
            would_be_caught()
        });
        assert_eq!(inner, Some(true), "the outer one catches still");
        assert!(unless_it_breaks(|| panic!("on purpose")).is_none());
        assert!(!would_be_caught());
    }

    #[test]
    fn another_thread_is_not_caught_by_this_one() {
        let other = unless_it_breaks(|| std::thread::spawn(would_be_caught).join());
        assert!(matches!(other, Some(Ok(false))));
    }
}

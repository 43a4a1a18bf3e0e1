//! A mistake of the program itself while a verb runs: said in French with its place, never with its message, which may quote
//! a file.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

use super::{Exit, complain};
use crate::french::program as words;

/// Where the last panic came from.
static PLACE: Mutex<String> = Mutex::new(String::new());

/// Runs it; `None` after a panic, which was said. What a library panics on and is caught is not said at all.
pub fn unless_it_panics(run: impl FnOnce() -> Exit) -> Option<Exit> {
    set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
    // Nothing of what it was doing is used any more.
    let exit = catch_unwind(AssertUnwindSafe(run)).ok();
    if exit.is_none() {
        complain(&words::panic(&PLACE.lock().unwrap_or_else(PoisonError::into_inner)));
    }
    exit
}

//! The signals that end, stop or wake the program: each becomes a message to the loop, which does the rest in order.
//!
//! A program killed in raw mode leaves a dead terminal behind: nothing is done here but to say what came.

use std::io;
use std::sync::Arc;
use std::thread;

use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGXFSZ};
use signal_hook::iterator::Signals;

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// End, with exit code 128 + the number of the signal.
    End(i32),
    /// Stop until woken: give the terminal back first.
    Stop,
    /// Woken: take the terminal and draw everything again.
    Wake,
}

/// Tells `heard` of each signal, from a thread of its own, until `heard` says that nobody listens any more.
///
/// # Errors
/// The system does not let the signals be listened to.
pub fn listen(heard: impl Fn(Asked) -> bool + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGXFSZ])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let asked = match signal {
                // A file may not grow any more: the write fails and says so. Unheard, the signal would kill.
                SIGXFSZ => continue,
                SIGTSTP => Asked::Stop,
                SIGCONT => Asked::Wake,
                other => Asked::End(other),
            };
            if !heard(asked) {
                break;
            }
        }
    })?;
    Ok(())
}

/// Lets a file that may not grow any more be an error of the write, in every verb: the signal that comes with it would kill.
pub fn outlive_the_limit_of_a_file() {
    // Where the system does not let it be heard, the program is as any other.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// Stops this process until it is woken, as the shell expects of Ctrl-Z sent from outside.
///
/// # Errors
/// The system refuses.
pub fn stop_here() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}

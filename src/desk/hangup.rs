//! The terminal goes: noticed when it does, without a look at it now and then.
//!
//! The library that reads the keys does not notice: where no signal comes either (a shell that ignores it keeps it from
//! the program), it would ask a terminal that is gone for keys, for ever and as fast as the processor can.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, stdin, stdout};
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::thread;

use filedescriptor::{Error, poll, pollfd};

/// Says when the terminal that the keys come from is gone.
///
/// # Errors
/// There is none, or the system gives no thread.
pub fn of_the_keys(gone: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let keys: OwnedFd =
        if stdin().is_terminal() { stdin().as_fd().try_clone_to_owned()? } else { File::open("/dev/tty")?.into() };
    watch(keys, gone)
}

/// Says when nobody reads standard output any more: its terminal is gone, or the program behind the pipe.
///
/// # Errors
/// The system gives no thread.
pub fn of_the_output(gone: impl FnOnce() + Send + 'static) -> io::Result<()> {
    watch(stdout().as_fd().try_clone_to_owned()?, gone)
}

fn watch(descriptor: OwnedFd, gone: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("hang-up".into()).spawn(move || {
        // Nothing is asked for: the system wakes whoever waits when the other end is gone, and only then.
        let mut asked = [pollfd { fd: descriptor.as_raw_fd(), events: 0, revents: 0 }];
        loop {
            match poll(&mut asked, None) {
                Ok(_) => return gone(),
                Err(Error::Poll(error) | Error::Io(error)) if error.kind() == ErrorKind::Interrupted => {}
                // It cannot be watched: a signal, or the next frame, tells.
                Err(_) => return,
            }
        }
    })?;
    Ok(())
}

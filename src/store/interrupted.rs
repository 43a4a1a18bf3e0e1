//! A signal that comes while the system works is nobody's business: the call is made again.
//!
//! The standard library does that where a local disk may be interrupted: opening, reading, syncing, changing a length.
//! Elsewhere a folder of another machine may answer so.

use std::io;

/// Makes the call until something else than a signal answers.
///
/// # Errors
/// Those of the call, but for [`Interrupted`](io::ErrorKind::Interrupted).
pub fn again<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            answer => return answer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_11_a_call_is_made_again_until_no_signal_interrupts_it() {
        let mut answers = [Err(io::ErrorKind::Interrupted), Err(io::ErrorKind::Interrupted), Ok(7)].into_iter();
        assert_eq!(again(|| answers.next().unwrap().map_err(io::Error::from)).unwrap(), 7);
        let refused = again(|| Err::<(), _>(io::Error::from(io::ErrorKind::StorageFull)));
        assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}

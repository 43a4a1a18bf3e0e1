//! A name under which nothing stands yet, by number: what is set aside is never put over what was set aside before.

use std::io::{self, ErrorKind};

/// How many are set aside before somebody should look.
const MOST: u32 = 999;

/// What the first number gives under whose name nothing stands. The attempt makes sure of it itself, so that two programs
/// never take one name; one that finds something there ([`AlreadyExists`](ErrorKind::AlreadyExists)) is made again with
/// the next number.
///
/// # Errors
/// The first refusal that is another one; or there are 999 of them.
pub fn under_a_free_name<T>(mut attempt: impl FnMut(u32) -> io::Result<T>) -> io::Result<T> {
    for number in 1..=MOST {
        match attempt(number) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            done => return done,
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_free_number_is_taken_and_a_disk_that_refuses_is_not_asked_again() {
        let taken = |number: u32| if number < 3 { Err(ErrorKind::AlreadyExists.into()) } else { Ok(number) };
        assert_eq!(under_a_free_name(taken).unwrap(), 3);
        let mut asked = 0;
        let refuses = |_| -> io::Result<()> {
            asked += 1;
            Err(ErrorKind::StorageFull.into())
        };
        assert_eq!((under_a_free_name(refuses).unwrap_err().kind(), asked), (ErrorKind::StorageFull, 1));
        let full = |_| -> io::Result<()> { Err(ErrorKind::AlreadyExists.into()) };
        assert_eq!(under_a_free_name(full).unwrap_err().kind(), ErrorKind::AlreadyExists);
    }
}

//! Where a verb puts what it made: standard output, or a file replaced safely.

use std::io::{ErrorKind, Write, stdout};

use super::{Exit, complain};
use crate::cli::Output;
use crate::french::{program, writing as words};
use crate::store::disk::RealDisk;
use crate::store::replace::replace;

/// Puts it there, and says where a file was written.
pub fn put(content: &[u8], output: &Output) -> Exit {
    match output {
        Output::Standard => to_standard_output(content),
        Output::File { path, force } => match replace(&RealDisk, path, content, *force) {
            Ok(()) => {
                complain(&program::written(path));
                Exit::Fine
            }
            Err(why) => Exit::Unusable(program::not_written(&why)),
        },
    }
}

/// Whoever closed it (a pager left early) wants no more of it; a disk that is full behind it is said.
fn to_standard_output(content: &[u8]) -> Exit {
    let mut out = stdout().lock();
    match out.write_all(content).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Exit::unreadable(words::OUTPUT_LOST),
        _ => Exit::Fine,
    }
}

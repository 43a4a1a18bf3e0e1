//! One byte of the last line that a power cut lost: it stood alone in its sector, and the seal of the line proves the rest.
//!
//! Where the last line begins with the last byte of a sector, or its end of line begins one, a disk that kept all other
//! sectors leaves zero in the place of one byte. From the bytes alone nobody can tell that from a change of one byte of a
//! line that was acknowledged. So the line is neither dropped nor read over: it is written anew with the byte that its
//! seal proves, which is said; what stood there is kept aside. Whoever only reads or checks finds the line altered.

use std::path::{Path, PathBuf};

use super::chain::SEAL_LENGTH;
use super::disk::Disk;
use super::fault::{Fault, Notice};
use super::journal::{Flaw, LIMIT, Pen};
use super::replace::replace_private;
use super::torn::SECTOR;
use super::torn_end::set_aside;

/// Writes the last line of a file anew if one byte of it was lost so; `None` if that is not what is wrong, or if the disk
/// refuses: the file is then as it was.
pub fn put_right(disk: &dyn Disk, fault: &Fault) -> Option<Notice> {
    let Fault::Altered { path, line, flaw: Flaw::Seal } = fault else { return None };
    let bytes = disk.read_synced(path, LIMIT).ok()?;
    let (start, whole) = last_line(&bytes)?;
    let aside = write_anew(disk, path, start, &bytes, &whole)?;
    Some(Notice::PutRight { path: path.clone(), line: *line, set_aside: aside })
}

fn write_anew(disk: &dyn Disk, path: &Path, start: usize, bytes: &[u8], whole: &[u8]) -> Option<PathBuf> {
    let aside = set_aside(disk, path, bytes.get(start..)?).ok()?;
    // The line may have been acknowledged: at no instant is the file without it.
    let mended = [bytes.get(..start)?, whole].concat();
    replace_private(disk, path, &mended, true).ok()?;
    Some(aside)
}

/// Where the last line begins, and what it was before it lost one byte.
fn last_line(bytes: &[u8]) -> Option<(usize, Vec<u8>)> {
    let mut pen = Pen::NEW;
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.strip_suffix(b"\n").is_none_or(|whole| pen.follow(whole).is_none()) {
            let is_last = start + line.len() == bytes.len();
            let whole = without_its_end(pen, line, start).or_else(|| without_its_first_byte(pen, line, start));
            return whole.filter(|_| is_last).map(|whole| (start, whole));
        }
        start += line.len();
    }
    None
}

fn without_its_end(mut pen: Pen, line: &[u8], start: usize) -> Option<Vec<u8>> {
    let whole = line.strip_suffix(&[0])?;
    ((start + whole.len()).is_multiple_of(SECTOR) && pen.follow(whole).is_some()).then(|| [whole, b"\n"].concat())
}

fn without_its_first_byte(mut pen: Pen, line: &[u8], start: usize) -> Option<Vec<u8>> {
    let rest = line.strip_prefix(&[0]).filter(|_| start % SECTOR == SECTOR - 1)?;
    let json = line.get(SEAL_LENGTH + 1..)?.strip_suffix(b"\n")?;
    let first = pen.head.then(json).hex().into_iter().take(1);
    let whole: Vec<u8> = first.chain(rest.iter().copied()).collect();
    pen.follow(whole.strip_suffix(b"\n")?).is_some().then_some(whole)
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;
    use crate::council::history::Entry;
    use crate::store::journal::{self, Beginning, Broken};
    use crate::store::memory_disk::{Failure, MOST_TRIED, MemoryDisk};

    const PATH: &str = "/seance/x.journal";

    /// Three lines, the last of them so far from the beginning of the file.
    fn lines(start: usize) -> Vec<u8> {
        let made = |padding: usize| {
            let (mut pen, mut bytes) = (Pen::NEW, Vec::new());
            let session_file = "x".repeat(padding);
            pen.begin(&Beginning { session_file, ..Beginning::default() }, &mut bytes).unwrap();
            pen.entry(&Entry::Action { at: String::new(), events: vec![] }, &mut bytes).unwrap();
            let last = bytes.len();
            pen.entry(&Entry::Undo(1), &mut bytes).unwrap();
            (last, bytes)
        };
        made(start - made(0).0).1
    }

    fn fault(bytes: &[u8]) -> Option<Fault> {
        let Err(why @ Broken::Altered { .. }) = journal::read::<Beginning>(bytes) else { return None };
        Some(Fault::broken(PathBuf::from(PATH), why))
    }

    #[test]
    fn case_02_and_05_one_byte_that_stood_alone_in_its_sector_is_put_right_and_no_other_one_is() {
        let length = lines(1000).len() - 1000;
        for start in [2 * SECTOR - 1, 3 * SECTOR - length + 1, 1000] {
            let whole = lines(start);
            let mut put_right_at = Vec::new();
            for place in 0..whole.len() {
                let mut bytes = whole.clone();
                bytes[place] = 0;
                let disk = MemoryDisk::new();
                disk.put(Path::new(PATH), &bytes);
                let fault = fault(&bytes).expect("every byte that is changed is noticed");
                if put_right(&disk, &fault).is_some() {
                    put_right_at.push(place);
                    assert_eq!(disk.content(Path::new(PATH)).unwrap(), whole);
                    assert_eq!(disk.content(&Path::new(PATH).with_extension("journal.torn")).unwrap(), bytes[start..]);
                } else {
                    assert_eq!(disk.files(), [(PathBuf::from(PATH), bytes)].into(), "nothing is touched");
                }
            }
            let alone = match start {
                1000 => vec![],
                1023 => vec![1023],
                _ => vec![3 * SECTOR],
            };
            assert_eq!(put_right_at, alone);
        }
    }

    #[test]
    fn case_02_and_05_at_no_instant_is_the_file_without_the_line_that_is_put_right() {
        let start = 2 * SECTOR - 1;
        let whole = lines(start);
        let mut altered = whole.clone();
        altered[start] = 0;
        let fault = fault(&altered).unwrap();
        for operation in 0.. {
            let disk = MemoryDisk::new();
            disk.put(Path::new(PATH), &altered);
            disk.fail(Some(Failure { operation, kind: ErrorKind::Other, for_good: true }));
            let done = put_right(&disk, &fault).is_some();
            for left in disk.power_cuts(|_| true, MOST_TRIED).disks() {
                let content = left.content(Path::new(PATH)).unwrap();
                assert!(content == whole || content == altered && !done, "cut at {operation}");
            }
            if done {
                break;
            }
        }
    }
}

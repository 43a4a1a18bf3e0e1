//! What a power cut leaves of the last thing that was written, told from what somebody changed.
//!
//! A disk writes sectors, in the order that it likes. When the power goes before the end of a sync, any of the sectors of
//! the last line may be missing below its end: they then read as zeros, which no line holds.

/// What a disk writes at once, whole or not at all, in bytes: the smallest sector that one has. Larger ones, and the pages
/// of the system, are several of these that go together, so what may happen to them is among what may happen to these.
pub const SECTOR: usize = 512;

/// Fewer zeros than this are not taken for a sector that was lost: a change of one byte of a line that was acknowledged
/// must never pass for the end of one that was not.
const FEWEST: usize = 2;

/// Whether sectors are missing in that file from there to its end: zeros, and each of them in a sector of which nothing
/// else is left there.
pub fn lost_sectors(file: &[u8], start: usize) -> bool {
    let mut lost = 0;
    let mut from = start;
    while let Some(rest) = file.get(from..).filter(|rest| !rest.is_empty()) {
        let part = rest.get(..SECTOR - from % SECTOR).unwrap_or(rest);
        if part.iter().all(|byte| *byte == 0) {
            lost += part.len();
        } else if part.contains(&0) {
            return false;
        }
        from += part.len();
    }
    lost >= FEWEST
}

/// Whether that is what is left of the first write, which is line 0 and the first action: sectors are missing, and
/// nothing comes after the first action.
pub fn is_first_write(file: &[u8]) -> bool {
    let ends = file.split(|byte| *byte == b'\n').skip(1).count();
    let is_second_action = |bytes: &[u8]| bytes == SECOND_ACTION;
    let begins_more = file.split_last().is_some_and(|(last, _)| ends == 2 && *last != b'\n');
    ends <= 2 && !begins_more && !file.windows(SECOND_ACTION.len()).any(is_second_action) && lost_sectors(file, 0)
}

/// How the second action begins, behind its seal. Inside a text of the first write the quotes are written otherwise.
const SECOND_ACTION: &[u8] = br#" {"n":2,"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_a_lost_sector_only_where_they_fill_one_as_far_as_the_line_goes() {
        let mut file = vec![b'x'; 2000];
        assert!(!lost_sectors(&file, 700));
        file[700..1024].fill(0);
        assert!(lost_sectors(&file, 700), "from the beginning of the line to the end of its first sector");
        assert!(!lost_sectors(&file, 699), "the line begins before");
        file[1023] = b'x';
        assert!(!lost_sectors(&file, 700));
        file[700..1024].fill(b'x');
        file[1024..1536].fill(0);
        assert!(lost_sectors(&file, 700));
        file[1800] = 0;
        assert!(!lost_sectors(&file, 700), "and one that is in no lost sector");
        assert!(!lost_sectors(&[b'x'; 2000], 2000));
    }

    #[test]
    fn case_05_one_byte_is_never_taken_for_a_lost_sector_even_if_it_is_all_of_the_line_in_its_sector() {
        let mut file = vec![b'x'; 1025];
        file[1024] = 0;
        assert!(!lost_sectors(&file, 700));
        let mut file = vec![b'x'; 1200];
        file[1023] = 0;
        assert!(!lost_sectors(&file, 1023));
        file[1024..].fill(0);
        assert!(lost_sectors(&file, 1023));
    }

    #[test]
    fn the_first_write_has_two_lines_and_no_second_action() {
        let file = |text: &str| [vec![0; SECTOR], text.as_bytes().to_vec()].concat();
        assert!(is_first_write(&file("zero\none\n")));
        assert!(is_first_write(&file("zero\none")));
        assert!(is_first_write(&file("one\n")), "the end of line 0 was lost too");
        assert!(!is_first_write(&file("zero\none\ntwo")));
        assert!(!is_first_write(&file("zero\none\ntwo\n")));
        assert!(!is_first_write(&file("one\n0123 {\"n\":2,\"annule\":1}\n")));
        assert!(!is_first_write(b"zero\none\n"));
    }
}

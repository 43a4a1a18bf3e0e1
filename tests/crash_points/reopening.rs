//! A séance that a power cut left torn is opened again, and that is cut short or refused too, at every operation: no byte of
//! what stood there is lost, and the next opening finds what was acknowledged.

use std::io;
use std::path::Path;

use hemicycle::store::fault::Notice;
use hemicycle::store::memory_disk::{
    Call, FailingCall, Failure, INPUT_OUTPUT, MOST_TRIED, MemoryDisk, NO_SPACE, NOT_ALLOWED, READ_ONLY,
};
use hemicycle::store::record;

use crate::evening::{NOW, beside, entries, long_evening, open, session, whole, whole_of, with_journal};
use crate::shared;

/// Where the last line of those bytes begins.
fn last_line(bytes: &[u8]) -> usize {
    bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)
}

/// A journal whose last line was cut, and one that lost a sector.
fn torn() -> Vec<Vec<u8>> {
    let (whole, _) = whole();
    let cut = whole[..whole.len() - 9].to_vec();
    let (long, _) = whole_of(&long_evening());
    let across = (1..long.len()).filter(|end| long[end - 1] == b'\n').map(|end| long[..end].to_vec());
    let far = |line: &Vec<u8>| line.len() % 512 > 20 && last_line(line) / 512 < line.len() / 512;
    let mut lost = across.filter(far).nth(3).unwrap();
    let (start, end) = (last_line(&lost), lost.len() / 512 * 512);
    lost[start..end].fill(0);
    vec![cut, lost]
}

/// What is wrong with a disk on which that torn journal stood.
fn wrong(disk: &MemoryDisk, torn: &[u8]) -> Option<String> {
    let start = if torn.ends_with(b"\n") { last_line(torn) } else { last_line(&[torn, b"\n"].concat()) };
    let journal = disk.content(&beside("journal")).unwrap_or_default();
    let aside: Vec<Vec<u8>> = disk
        .files()
        .into_iter()
        .filter(|(path, _)| path.to_string_lossy().contains(".torn"))
        .map(|(_, bytes)| bytes)
        .collect();
    if !(journal == torn
        || journal.get(..start) == torn.get(..start) && aside.iter().any(|aside| aside == &torn[start..]))
    {
        return Some(format!(
            "{} bytes there, aside {:?}",
            journal.len(),
            aside.iter().map(Vec::len).collect::<Vec<_>>()
        ));
    }
    let opened = match record::open(&shared(disk), session(), NOW) {
        Ok(opened) if opened.recorder.is_some() => opened,
        other => return Some(format!("{:?}", other.map(|opened| opened.notices))),
    };
    let lines = torn[..start].split_inclusive(|byte| *byte == b'\n').count();
    (entries(&opened.history).len() != lines - 1).then(|| "an action is gone".to_owned())
}

#[test]
fn case_04_a_power_cut_while_a_torn_end_is_set_aside_loses_none_of_it_whatever_survives() {
    let mut cuts = 0;
    for torn in torn() {
        for operation in 0.. {
            let (memory, disk) = with_journal(&torn);
            memory.fail(Some(Failure { operation, kind: io::ErrorKind::Other, for_good: true }));
            let is_open = record::open(&disk, session(), NOW).is_ok_and(|opened| opened.recorder.is_some());
            memory.fail(None);
            for left in memory.power_cuts(|path| path != beside("lock"), MOST_TRIED).disks() {
                cuts += 1;
                assert_eq!(wrong(&left, &torn), None, "operation {operation}");
            }
            if is_open {
                break;
            }
        }
    }
    println!("{cuts} power cuts");
    assert!(cuts > 100, "{cuts}");
}

#[test]
fn case_04_and_10_whichever_call_is_refused_while_a_torn_end_is_set_aside_none_of_it_is_lost() {
    for torn in torn() {
        let (memory, disk) = with_journal(&torn);
        drop(open(&disk));
        for call in Call::ALL {
            for (nth, code) in (0..memory.calls(call))
                .flat_map(|nth| [NO_SPACE, INPUT_OUTPUT, READ_ONLY, NOT_ALLOWED].map(|code| (nth, code)))
            {
                for for_good in [false, true] {
                    let (memory, disk) = with_journal(&torn);
                    let failing = FailingCall { call, nth, code, for_good };
                    memory.fail_call(Some(failing));
                    drop(record::open(&disk, session(), NOW));
                    memory.fail_call(None);
                    assert_eq!(wrong(&memory, &torn), None, "{failing:?}");
                }
            }
        }
    }
}

#[test]
fn case_02_and_04_a_last_line_that_lost_a_sector_is_set_aside_and_said_and_one_that_is_followed_is_refused() {
    let lost = torn().pop().unwrap();
    let (memory, disk) = with_journal(&lost);
    let opened = open(&disk);
    let said = opened.notices.iter().any(|notice| matches!(notice, Notice::TornTail { set_aside: Some(_), .. }));
    assert!(said, "{:?}", opened.notices);
    assert_eq!(memory.content(&beside("journal")).unwrap(), lost[..last_line(&lost)]);
    let (_, disk) = with_journal(&[&lost[..], b"0 {}\n"].concat());
    assert!(record::open(&disk, session(), NOW).is_err());
    assert_eq!(disk.names(Path::new("/seance")).unwrap().len(), 2, "nothing is set aside of it");
}

//! What the disk in memory keeps, loses and refuses.

use std::io;
use std::path::Path;

use super::*;
use crate::store::disk::Disk;

const HERE: &str = "/seance";

#[test]
fn what_is_not_synced_survives_in_part_and_what_is_synced_in_full() {
    let disk = MemoryDisk::new();
    let path = Path::new(HERE).join("a");
    let mut file = disk.create_new(&path, OWNER_ONLY).unwrap();
    file.append(b"one ").unwrap();
    file.sync_data().unwrap();
    file.append(b"two").unwrap();
    let left = |steps, names| disk.after_power_cut(Survivors { steps, names }).content(&path);
    assert_eq!(left(0, true).unwrap(), b"one ");
    assert_eq!(left(2, true).unwrap(), b"one tw");
    assert_eq!(left(9, false), None, "the name itself was not synced");
    disk.sync_folder(Path::new(HERE)).unwrap();
    assert_eq!(left(9, false).unwrap(), b"one two");
    file.truncate(0).unwrap();
    assert_eq!(left(3, false).unwrap(), b"one two");
    assert_eq!(left(4, false).unwrap(), b"");
}

#[test]
fn the_operation_of_choice_fails_and_a_write_that_fails_leaves_half() {
    let disk = MemoryDisk::new();
    let path = Path::new(HERE).join("a");
    let mut file = disk.create_new(&path, OWNER_ONLY).unwrap();
    disk.fail(Some(Failure { operation: 1, kind: io::ErrorKind::StorageFull, for_good: false }));
    assert_eq!(file.append(b"four").unwrap_err().kind(), io::ErrorKind::StorageFull);
    assert_eq!(disk.content(&path).unwrap(), b"fo");
    assert_eq!(file.append(b"ur").unwrap(), 2);
}

/// What each power cut may leave of that file.
fn left_of(disk: &MemoryDisk, path: &Path) -> std::collections::BTreeSet<Option<Vec<u8>>> {
    disk.power_cuts(|_| true, MOST_TRIED).disks().map(|left| left.content(path)).collect()
}

#[test]
fn each_sector_that_is_not_synced_is_there_or_not_whatever_happened_to_the_others() {
    let disk = MemoryDisk::new();
    let path = Path::new(HERE).join("a");
    let mut file = disk.create_new(&path, OWNER_ONLY).unwrap();
    disk.sync_folder(Path::new(HERE)).unwrap();
    file.append(&[b'0'; 500]).unwrap();
    file.sync_data().unwrap();
    file.append(&[b'1'; 1000]).unwrap();
    let of =
        |parts: &[(u8, usize)]| Some(parts.iter().flat_map(|(byte, many)| vec![*byte; *many]).collect::<Vec<u8>>());
    let left = left_of(&disk, &path);
    let (old, new) = ((b'0', 500), |many| (b'1', many));
    let expected = [
        of(&[old]),
        of(&[old, (0, 1000)]),
        of(&[old, new(12)]),
        of(&[old, new(12), (0, 988)]),
        of(&[old, (0, 12), new(512)]),
        of(&[old, (0, 12), new(512), (0, 476)]),
        of(&[old, new(524)]),
        of(&[old, new(524), (0, 476)]),
        of(&[old, (0, 12 + 512), new(476)]),
        of(&[old, new(12), (0, 512), new(476)]),
        of(&[old, (0, 12), new(988)]),
        of(&[old, new(1000)]),
    ];
    assert_eq!(left, expected.into_iter().collect());
    file.truncate(3).unwrap();
    assert!(left_of(&disk, &path).contains(&of(&[(b'0', 3)])), "the cut is done");
    assert!(left_of(&disk, &path).contains(&of(&[old, (0, 12), new(988)])), "or not");
    file.sync_data().unwrap();
    assert_eq!(left_of(&disk, &path).len(), 1);
}

#[test]
fn each_name_that_is_not_synced_is_there_or_not_and_a_new_name_comes_as_the_old_one_goes() {
    let disk = MemoryDisk::new();
    let [a, b, c] = ["a", "b", "c"].map(|name| Path::new(HERE).join(name));
    disk.put(&b, b"old");
    disk.put(&c, b"other");
    let mut file = disk.create_new(&a, OWNER_ONLY).unwrap();
    file.append(b"new").unwrap();
    file.sync_data().unwrap();
    disk.rename(&a, &b, true).unwrap();
    disk.remove(&c).unwrap();
    let cuts = disk.power_cuts(|_| true, MOST_TRIED);
    let left: std::collections::BTreeSet<_> =
        cuts.disks().map(|left| [&a, &b, &c].map(|path| left.content(path).map(|bytes| bytes[0]))).collect();
    let (old, new, other) = (Some(b'o'), Some(b'n'), Some(b'o'));
    let expected = [
        [None, old, None],
        [None, old, other],
        [new, old, None],
        [new, old, other],
        [None, new, None],
        [None, new, other],
    ];
    assert_eq!((cuts.ways(), left), (8, expected.into_iter().collect()));
}

#[test]
fn where_there_are_too_many_subsets_the_same_ones_are_tried_each_time_and_no_two_are_the_same() {
    let disk = MemoryDisk::new();
    let path = Path::new(HERE).join("a");
    let mut file = disk.create_new(&path, OWNER_ONLY).unwrap();
    disk.sync_folder(Path::new(HERE)).unwrap();
    file.append(&[b'1'; 30 * 512]).unwrap();
    let cuts = disk.power_cuts(|_| true, 500);
    assert_eq!((cuts.ways(), cuts.tried()), (1 << 31, 500));
    let contents = || cuts.disks().map(|left| left.content(&path)).collect::<Vec<_>>();
    assert_eq!(contents(), contents());
    assert_eq!(contents().into_iter().collect::<std::collections::BTreeSet<_>>().len(), 500);
    assert!(contents().contains(&Some(vec![])) && contents().contains(&Some(vec![b'1'; 30 * 512])));
}

#[test]
fn what_a_sync_that_was_refused_did_not_write_is_not_written_by_the_next_one() {
    let disk = MemoryDisk::new();
    let path = Path::new(HERE).join("a");
    let mut file = disk.create_new(&path, OWNER_ONLY).unwrap();
    disk.sync_folder(Path::new(HERE)).unwrap();
    file.append(b"one").unwrap();
    file.sync_data().unwrap();
    file.append(b"two").unwrap();
    disk.fail_call(Some(FailingCall { call: Call::SyncData, nth: 1, code: INPUT_OUTPUT, for_good: false }));
    assert_eq!(file.sync_data().unwrap_err().raw_os_error(), Some(INPUT_OUTPUT));
    file.sync_data().unwrap();
    assert_eq!(disk.content(&path).unwrap(), b"onetwo", "who reads it does not see it");
    assert!(left_of(&disk, &path).contains(&Some(b"one\0\0\0".to_vec())), "but a power cut tells");
    file.truncate(3).unwrap();
    file.append(b"two").unwrap();
    file.sync_data().unwrap();
    assert_eq!(left_of(&disk, &path), [Some(b"onetwo".to_vec())].into(), "what is written again is written");
}

//! The disk as the system gives it.

use std::os::unix::fs::symlink;

use super::*;

#[test]
fn case_57_a_created_file_is_for_its_owner_only_and_is_never_created_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    let mut file = RealDisk.create_new(&path, OWNER_ONLY).unwrap();
    append_all(&mut *file, b"one").unwrap();
    file.sync_data().unwrap();
    RealDisk.sync_folder(folder.path()).unwrap();
    assert_eq!(RealDisk.look(&path).unwrap().unwrap().mode, 0o600);
    assert_eq!(RealDisk.create_new(&path, OWNER_ONLY).err().unwrap().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(RealDisk.read(&path, 3).unwrap(), b"one");
    assert_eq!(RealDisk.read(&path, 2).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
}

#[test]
fn a_file_takes_a_free_name_and_takes_a_name_from_another_only_when_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    fs::write(&one, "1").unwrap();
    RealDisk.rename(&one, &two, false).unwrap();
    assert_eq!((fs::read(&two).unwrap(), one.exists()), (b"1".to_vec(), false));
    fs::write(&one, "new").unwrap();
    assert_eq!(RealDisk.rename(&one, &two, false).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&two).unwrap(), b"1");
    RealDisk.rename(&one, &two, true).unwrap();
    assert_eq!((fs::read(&two).unwrap(), one.exists()), (b"new".to_vec(), false));
}

#[test]
fn links_folders_pipes_and_devices_are_neither_read_nor_written() {
    let folder = tempfile::tempdir().unwrap();
    let (target, link) = (folder.path().join("target"), folder.path().join("link"));
    fs::write(&target, "x").unwrap();
    symlink(&target, &link).unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [&link, &pipe, &folder.path().to_owned(), &PathBuf::from("/dev/zero")] {
        assert!(RealDisk.read(path, 10).is_err(), "{}", path.display());
        assert!(RealDisk.open(path).is_err(), "{}", path.display());
    }
    assert_eq!(RealDisk.look(&link).unwrap().unwrap().kind, Kind::Link);
    assert_eq!(RealDisk.look(&pipe).unwrap().unwrap().kind, Kind::Special);
    assert_eq!(RealDisk.look(&folder.path().join("nothing")).unwrap(), None);
}

#[test]
fn a_lock_is_held_until_its_file_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lock");
    let first = RealDisk.create_new(&path, OWNER_ONLY).unwrap();
    assert!(first.try_lock().unwrap());
    let second = RealDisk.open(&path).unwrap();
    assert!(!second.try_lock().unwrap());
    drop(first);
    // A process that another test starts just now may hold a copy of the lock until it runs.
    assert!((0..1_000_000).any(|_| second.try_lock().unwrap()));
}

#[test]
fn what_is_not_there_is_none_and_any_other_refusal_stays_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    assert_eq!(if_there(RealDisk.read(&path, 9)).unwrap(), None);
    fs::write(&path, "x").unwrap();
    assert_eq!(if_there(RealDisk.read(&path, 9)).unwrap(), Some(b"x".to_vec()));
    assert_eq!(if_there(RealDisk.read(&path, 0)).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    assert!(if_there(RealDisk.read(&path.join("b"), 9)).is_err());
}

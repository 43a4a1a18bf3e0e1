//! The program's own folder, of what it remembers: made durably, and only its user enters it. The folders of the clerk
//! are hers.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::disk::{Disk, Kind, OWNER_ENTERS, RealDisk, folder_of};

/// Makes a folder and those above it, durably: what is synced in a folder whose name is not is lost with it.
///
/// # Errors
/// One of them cannot be made or synced, or its name is that of something else.
pub fn make_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let above: Vec<&Path> = folder.ancestors().filter(|above| !above.as_os_str().is_empty()).collect();
    for missing in above.iter().rev() {
        match disk.look(missing)? {
            Some(found) if found.kind == Kind::Folder => {}
            // A link above leads where its user wants it.
            Some(found) if found.kind == Kind::Link => {}
            Some(_) => return Err(io::ErrorKind::NotADirectory.into()),
            None => {
                match disk.create_folder(missing) {
                    // Another window made it since.
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                    made => made?,
                }
                disk.sync_folder(folder_of(missing))?;
            }
        }
    }
    Ok(())
}

/// Makes the folder and those above it, for their owner only, whatever the `umask`; one that was made wider by an older
/// version, or by hand, is made so again. What stands above it is left as it is, and a link is not followed.
///
/// # Errors
/// It cannot be made.
pub fn make_private(folder: &Path) -> io::Result<()> {
    make_folder(&RealDisk, folder)?;
    let found = fs::symlink_metadata(folder)?;
    if found.is_dir() && found.permissions().mode() & 0o777 != OWNER_ENTERS {
        // Where permissions cannot be set, what is in it is as open as everything there.
        let _ = fs::set_permissions(folder, Permissions::from_mode(OWNER_ENTERS));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn case_67_the_program_s_own_folder_is_for_its_user_only_and_no_other_folder_is_touched() {
        let home = tempfile::tempdir().unwrap();
        fs::set_permissions(home.path(), Permissions::from_mode(0o755)).unwrap();
        let own = home.path().join("state/hemicycle");
        make_private(&own).unwrap();
        assert_eq!((mode(&own), mode(&home.path().join("state")), mode(home.path())), (0o700, 0o700, 0o755));
        fs::set_permissions(&own, Permissions::from_mode(0o777)).unwrap();
        fs::set_permissions(home.path().join("state"), Permissions::from_mode(0o755)).unwrap();
        make_private(&own).unwrap();
        assert_eq!((mode(&own), mode(&home.path().join("state"))), (0o700, 0o755));
        let (elsewhere, link) = (home.path().join("elsewhere"), home.path().join("link"));
        fs::create_dir(&elsewhere).unwrap();
        fs::set_permissions(&elsewhere, Permissions::from_mode(0o755)).unwrap();
        symlink(&elsewhere, &link).unwrap();
        make_private(&link).unwrap();
        assert_eq!(mode(&elsewhere), 0o755);
    }
}

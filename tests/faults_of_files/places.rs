//! Places that cannot be written, or not to the end: what is shown at the start, and what is left of the papers.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use crate::skip::skip;
use crate::terminal::Terminal;
use crate::{evening, in_terminal, is_intact, leave, run, said, start, vote};

const BINARY: &str = env!("CARGO_BIN_EXE_hemicycle");

/// Whether a program may mount here, in a space of its own that nobody else sees.
fn may_mount(why: &str) -> bool {
    let tried = Command::new("unshare").args(["--mount", "--map-root-user", "true"]).stderr(Stdio::null()).status();
    let may = tried.is_ok_and(|status| status.success());
    if !may {
        // No fault of the project: many machines forbid it. It is not counted as passed.
        println!("skipped: {why}: no mount is permitted here");
    }
    may
}

/// The séance in a terminal, where its folder is mounted read-only for this program alone.
fn on_a_read_only_mount(folder: &Path, path: &Path, columns: u16, rows: u16) -> Terminal {
    let home = folder.parent().unwrap().join(format!("{}-home", folder.file_name().unwrap().to_string_lossy()));
    fs::create_dir_all(home.join("state/hemicycle")).unwrap();
    fs::write(home.join("state/hemicycle/bienvenue"), "").unwrap();
    let script = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec \"$2\" ouvrir \"$3\"";
    let mut command = CommandBuilder::new("unshare");
    command.args(["--mount", "--map-root-user", "sh", "-c", script, "sh"]);
    command.args([folder.as_os_str(), BINARY.as_ref(), path.as_os_str()]);
    command.cwd("/");
    command.env("HOME", &home);
    command.env("XDG_STATE_HOME", home.join("state"));
    command.env("XDG_CONFIG_HOME", home.join("config"));
    Terminal::run_with_its_memory(command, columns, rows)
}

#[test]
fn case_13_on_a_disk_that_is_read_only_the_banner_says_it_no_vote_is_taken_and_a_place_is_offered() {
    if !may_mount("case 13") {
        return;
    }
    let (folder, path) = evening();
    let mut first = start(folder.path(), &[&path]);
    vote(&mut first);
    leave(&mut first);
    let before = fs::read(path.with_extension("journal")).unwrap();
    let home = format!("{}-home", folder.path().display());
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut terminal = on_a_read_only_mount(folder.path(), &path, columns, rows);
        terminal.wait_for("LECTURE SEULE");
        terminal.wait_for("ne peut pas être écrit");
        terminal.type_keys("del,\r");
        terminal.wait_until("why no vote is taken", |screen| {
            screen.matches("ecture seule").count() + screen.matches("LECTURE SEULE").count() > 1
        });
        assert!(!terminal.screen().contains("DELMAS Inès : contre"), "{}", terminal.screen());
        let screen: String = terminal.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains("Copiez le dossier de la séance dans"), "{columns}: {screen}");
        assert!(screen.contains("et ouvrez la copie."), "{columns}: the banner is whole: {screen}");
        leave(&mut terminal);
    }
    assert_eq!(fs::read(path.with_extension("journal")).unwrap(), before);
    // The place that is offered takes files.
    assert!(fs::read_dir(&home).unwrap().all(|entry| entry.unwrap().file_name() == "state"), "nothing was left there");
    fs::remove_dir_all(home).unwrap();
}

#[test]
fn case_13_on_a_disk_that_is_read_only_every_paper_is_made_on_standard_output_and_none_is_left_half() {
    if !may_mount("case 13") {
        return;
    }
    let (folder, path) = evening();
    let script = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && \"$2\" pv \"$3\" > /dev/null && exec \"$2\" pv \"$3\" -o \"$1/pv.txt\"";
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script, "sh"])
        .args([folder.path().as_os_str(), BINARY.as_ref(), path.as_os_str()])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("ne peut pas être écrit"), "{}", said(&output));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the session file alone");
}

/// What stands in a folder besides the session file and what is remembered.
fn left(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !["soir.ron", "state"].contains(&name.as_str())).collect();
    names.sort();
    names
}

/// Whether strace can be had; with `CI=true` it must be.
fn has_strace() -> bool {
    let has = Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    if !has {
        skip("strace is not installed");
    }
    has
}

/// `pv -o pv.txt --force` in that folder, with a call of the system that fails.
fn minutes_while(folder: &Path, failing: &str) -> (String, Option<i32>) {
    let log = folder.join("state/strace.log");
    fs::create_dir_all(folder.join("state")).unwrap();
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "signal=none", "-e", failing, "-o"]).arg(&log);
    command.args([BINARY, "pv", "soir.ron", "-o", "pv.txt", "--force"]).current_dir(folder).stdin(Stdio::null());
    command.env("XDG_STATE_HOME", folder.join("state")).env("XDG_CONFIG_HOME", folder.join("config"));
    let output = command.output().unwrap();
    (said(&output), output.status.code())
}

#[test]
fn case_08_and_19_whatever_call_fails_while_a_paper_is_written_the_old_one_stays_and_nothing_lies_beside_it() {
    if !has_strace() {
        return;
    }
    for (calls, errors) in [
        ("rename,renameat,renameat2", &["EXDEV", "EACCES", "EROFS", "ENOSPC", "EIO"][..]),
        ("fdatasync,fsync", &["ENOSPC", "EIO", "EDQUOT"]),
    ] {
        for error in errors {
            let (folder, _path) = evening();
            let paper = folder.path().join("pv.txt");
            fs::write(&paper, "l’ancien papier").unwrap();
            let (said, code) = minutes_while(folder.path(), &format!("inject={calls}:error={error}:when=1"));
            assert_eq!(code, Some(2), "{calls} {error}: {said}");
            assert!(said.contains("pv.txt n\u{2019}est pas écrit"), "{calls} {error}: {said}");
            assert_eq!(fs::read_to_string(&paper).unwrap(), "l’ancien papier", "{calls} {error}");
            assert_eq!(left(folder.path()), ["pv.txt"], "{calls} {error}");
        }
    }
}

#[test]
fn case_19_what_cannot_be_taken_away_either_is_named_and_is_never_read() {
    if !has_strace() {
        return;
    }
    let (folder, path) = evening();
    fs::write(folder.path().join("pv.txt"), "l’ancien papier").unwrap();
    let failing = "inject=rename,renameat,renameat2,unlink,unlinkat:error=EROFS";
    let (said, code) = minutes_while(folder.path(), failing);
    assert_eq!(code, Some(2), "{said}");
    let left = left(folder.path());
    let unfinished = left.iter().find(|name| name.starts_with(".hemicycle-")).expect("it lies there");
    assert!(said.contains(unfinished.as_str()), "{said}");
    assert_eq!(fs::read_to_string(folder.path().join("pv.txt")).unwrap(), "l’ancien papier");
    let mut terminal = start(folder.path(), &[&path]);
    terminal.wait_for("Un papier inachevé est resté là");
    leave(&mut terminal);
}

#[test]
fn case_08_and_12_a_place_too_small_for_a_paper_keeps_the_old_one_whole() {
    let (folder, _path) = evening();
    let paper = folder.path().join("pv.txt");
    fs::write(&paper, "l’ancien papier").unwrap();
    // One block of 512 bytes: writing beyond it sends SIGXFSZ, which must not kill, and fails with EFBIG.
    let script = "ulimit -f 1; exec \"$1\" pv soir.ron -o pv.txt --force";
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh", BINARY]).current_dir(folder.path()).stdin(Stdio::null());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("le fichier est trop grand"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&paper).unwrap(), "l’ancien papier");
    assert_eq!(left(folder.path()), ["pv.txt"]);
}

#[test]
fn case_08_a_folder_of_papers_on_a_full_disk_holds_whole_papers_only() {
    if !may_mount("case 8") {
        return;
    }
    let (folder, path) = evening();
    let small = folder.path().join("petit");
    fs::create_dir(&small).unwrap();
    // Copied out before the mount goes with its program.
    let script = "mount -t tmpfs -o size=64k none \"$1\" && { \"$2\" pv \"$3\" --tout --format pdf,txt -o \"$1/papiers\"; \
                  code=$?; mkdir \"$4\"; cp -a \"$1/papiers/.\" \"$4\"; exit $code; }";
    let copied = folder.path().join("copie");
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script, "sh"])
        .args([small.as_os_str(), BINARY.as_ref(), path.as_os_str(), copied.as_os_str()])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("le disque est plein"), "{}", said(&output));
    for name in left(&copied) {
        assert!(!name.starts_with(".hemicycle-"), "{name} is unfinished");
        let bytes = fs::read(copied.join(&name)).unwrap();
        let is_whole =
            Path::new(&name).extension().is_none_or(|end| end != "pdf") || bytes.trim_ascii_end().ends_with(b"%%EOF");
        assert!(is_whole && !bytes.is_empty(), "{name} is cut short");
    }
}

#[test]
fn case_23_an_unfinished_paper_and_a_copy_of_a_journal_are_never_taken_for_the_seance() {
    let (folder, path) = evening();
    let mut terminal = start(folder.path(), &[&path]);
    vote(&mut terminal);
    leave(&mut terminal);
    let journal = fs::read(path.with_extension("journal")).unwrap();
    fs::write(folder.path().join(".hemicycle-00000000deadbeef.tmp"), &journal).unwrap();
    fs::write(folder.path().join("soir.journal~"), b"older").unwrap();
    let mut again = start(folder.path(), &[&path]);
    again.wait_for("La séance reprend où elle en était");
    // One thing is said a key.
    again.type_keys("\x1b");
    again.wait_for("Un papier inachevé est resté là");
    leave(&mut again);
    assert_eq!(fs::read(path.with_extension("journal")).unwrap(), journal);
    let listed = said(&run(folder.path(), &[]));
    assert!(!listed.contains(".tmp"), "{listed}");
    assert!(is_intact(folder.path(), &path));
    let mode = fs::metadata(path.with_extension("journal")).unwrap().permissions().mode();
    assert_eq!((mode & 0o777, fs::metadata(&path).unwrap().nlink()), (0o600, 1));
}

/// A séance whose folder nobody but its owner may write, seen by another user: asked of the system, not of a mount.
#[test]
fn case_13_a_folder_of_another_user_is_read_and_a_place_of_one_s_own_is_offered() {
    let (folder, path) = evening();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let other = tempfile::tempdir().unwrap();
    let nobody = 65_534;
    if std::os::unix::fs::chown(other.path(), Some(nobody), Some(nobody)).is_err() {
        println!("skipped: case 13 as another user: this one is not root");
        return;
    }
    let mut command = CommandBuilder::new("setpriv");
    command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups", BINARY, "ouvrir"]);
    command.arg(path.as_os_str());
    command.env("HOME", other.path());
    let mut terminal = in_terminal_of(command, other.path());
    terminal.wait_for("LECTURE SEULE");
    terminal.wait_for("accès n\u{2019}est pas permis");
    let screen: String = terminal.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("Copiez le dossier de la séance dans"), "{screen}");
    leave(&mut terminal);
    assert_eq!(left(folder.path()), Vec::<String>::new());
}

fn in_terminal_of(mut command: CommandBuilder, home: &Path) -> Terminal {
    command.cwd("/");
    command.env("XDG_STATE_HOME", home.join("state"));
    command.env("XDG_CONFIG_HOME", home.join("config"));
    Terminal::run_with_its_memory(command, 120, 40)
}

#[test]
fn a_terminal_for_any_program_is_that_of_the_folder() {
    let (folder, _path) = evening();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "echo \"$XDG_STATE_HOME\"; read answer"]);
    let mut terminal = in_terminal(folder.path(), command);
    terminal.wait_for("/state");
    terminal.type_keys("\n");
    terminal.wait_end();
}

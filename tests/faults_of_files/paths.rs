//! Where things are put and read from: links, pipes, names that lead elsewhere, folders open to others, odd paths.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use hemicycle::store::disk::RealDisk;
use hemicycle::store::replace::replace;
use portable_pty::CommandBuilder;

use crate::{evening, hemicycle, in_terminal, is_intact, leave, run, said, small_evening, start, vote};

/// What every verb that writes is asked for, with that place at the end.
const WRITERS: [&[&str]; 5] = [
    &["pv", "soir.ron", "-o"],
    &["pv", "soir.ron", "--document", "liste", "--format", "pdf", "-o"],
    &["exporter", "soir.ron", "-o"],
    &["registre", "soir.ron", "-o"],
    &["pv", "soir.ron", "--tout", "--format", "txt", "-o"],
];

/// Writes there, with `--force` or without.
fn write(folder: &Path, writer: &[&str], place: &str, force: bool) -> Output {
    let mut command = hemicycle(folder);
    command.args(writer).arg(place).args(force.then_some("--force"));
    command.output().expect("it runs")
}

#[test]
fn case_55_no_verb_writes_through_a_link_into_a_pipe_or_over_a_folder_whatever_is_said() {
    let (folder, _path) = evening();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("bashrc"), "precious").unwrap();
    fs::create_dir(at("precious")).unwrap();
    symlink(at("bashrc"), at("link")).unwrap();
    symlink(at("nowhere"), at("dangling")).unwrap();
    symlink(at("precious"), at("link-to-folder")).unwrap();
    assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    for writer in WRITERS {
        for force in [false, true] {
            for place in ["link", "dangling", "pipe", "/dev/full", "link-to-folder", "link-to-folder/."] {
                let output = write(folder.path(), writer, place, force);
                assert_eq!(output.status.code(), Some(2), "{writer:?} {place} {force}: {}", said(&output));
                assert!(said(&output).contains("rien n\u{2019}y est écrit"), "{writer:?} {place}: {}", said(&output));
            }
        }
    }
    assert_eq!(fs::read_to_string(at("bashrc")).unwrap(), "precious");
    assert!(!fs::exists(at("nowhere")).unwrap());
    assert_eq!(fs::read_dir(at("precious")).unwrap().count(), 0);
}

#[test]
fn case_55_a_paper_that_stands_there_is_kept_unless_it_is_said_to_replace_it_and_its_other_name_keeps_the_old_one() {
    for writer in &WRITERS[..4] {
        let (folder, _path) = evening();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("papier"), "signed").unwrap();
        fs::hard_link(at("papier"), at("archive")).unwrap();
        let kept = write(folder.path(), writer, "papier", false);
        assert_eq!(kept.status.code(), Some(2), "{}", said(&kept));
        assert!(said(&kept).contains("--force"), "{}", said(&kept));
        assert_eq!(fs::read_to_string(at("papier")).unwrap(), "signed");
        let replaced = write(folder.path(), writer, "papier", true);
        assert!(replaced.status.success(), "{}", said(&replaced));
        assert_ne!(fs::read(at("papier")).unwrap(), b"signed");
        assert_eq!(fs::read_to_string(at("archive")).unwrap(), "signed", "the other name of the old paper");
        assert_eq!(fs::metadata(at("papier")).unwrap().nlink(), 1);
    }
}

#[test]
fn case_55_a_folder_above_that_is_a_link_is_the_user_s_own_affair_and_nothing_is_left_in_either() {
    let (folder, _path) = evening();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("true")).unwrap();
    symlink(at("true"), at("link")).unwrap();
    let output = write(folder.path(), WRITERS[0], "link/pv.txt", false);
    assert!(output.status.success(), "{}", said(&output));
    let names: Vec<_> = fs::read_dir(at("true")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["pv.txt"]);
}

#[test]
fn case_56_a_name_in_a_session_file_never_leads_out_of_its_folder_written_so_or_by_a_link() {
    let (folder, path) = evening();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.md");
    fs::write(&secret, "Le secret de son lecteur.").unwrap();
    symlink(&secret, folder.path().join("lien.md")).unwrap();
    symlink(outside.path(), folder.path().join("ailleurs")).unwrap();
    fs::create_dir(folder.path().join("textes")).unwrap();
    fs::write(folder.path().join("textes/un.md"), "Un texte.").unwrap();
    symlink("textes/un.md", folder.path().join("un.md")).unwrap();
    let with_text = |name: &str| {
        small_evening().replacen("objet: \"", &format!("texte: Fichier(\"{name}\"),\n            objet: \""), 1)
    };
    let absolute = secret.display().to_string();
    let above = format!("../{}/secret.md", outside.path().file_name().unwrap().to_string_lossy());
    let names = [
        "lien.md",
        "ailleurs/secret.md",
        &absolute,
        &above,
        "~/secret.md",
        "textes/../../x.md",
        "file:x.md",
        "..",
        "/",
    ];
    for name in names {
        fs::write(&path, with_text(name)).unwrap();
        for verb in ["verifier", "pv", "exporter"] {
            let output = run(folder.path(), &[verb, "soir.ron"]);
            assert_eq!(output.status.code(), Some(1), "{verb} {name}: {}", said(&output));
            assert!(said(&output).contains("E140"), "{verb} {name}: {}", said(&output));
            assert!(
                said(&output).contains("n\u{2019}est pas dans le dossier du fichier de séance"),
                "{}",
                said(&output)
            );
            assert!(!said(&output).contains("Le secret de son lecteur"), "{}", said(&output));
        }
    }
    for name in ["textes/un.md", "./textes/un.md", "un.md"] {
        fs::write(&path, with_text(name)).unwrap();
        let output = run(folder.path(), &["verifier", "soir.ron"]);
        assert!(output.status.success(), "{name}: {}", said(&output));
    }
}

#[test]
fn case_56_numbers_and_names_of_a_session_file_name_papers_below_the_chosen_folder_only() {
    let (folder, path) = evening();
    let hostile = ["../../etc/x", "/etc/x", "~/x", "..", ".", "a/../../b", "CON", "x\\\\..\\\\y"];
    let report = |name: &&str| format!("Rapport(numero: \"{name}\", acte: \"{name}\", objet: \"{name}\"),\n");
    let reports = hostile.iter().map(report).collect::<Vec<_>>().concat();
    let source = small_evening();
    let agenda = source.find("ordre_du_jour: [").unwrap() + "ordre_du_jour: [".len();
    fs::write(&path, format!("{}\n{reports}],\n)", &source[..agenda])).unwrap();
    let before: Vec<PathBuf> = everything(folder.path());
    let output = run(folder.path(), &["pv", "soir.ron", "--tout", "--format", "txt", "-o", "papiers"]);
    assert!(output.status.success(), "{}", said(&output));
    let new: Vec<PathBuf> = everything(folder.path()).into_iter().filter(|path| !before.contains(path)).collect();
    let papers = folder.path().join("papiers");
    assert!(new.len() > hostile.len(), "{new:?}");
    assert!(new.iter().all(|path| *path == papers || path.parent() == Some(&papers)), "{new:?}");
}

/// Every path below a folder.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(everything(&path));
        }
        found.push(path);
    }
    found.sort();
    found
}

#[test]
fn case_58_in_a_folder_open_to_all_no_name_is_guessed_no_link_followed_and_it_is_said() {
    let (folder, path) = evening();
    let trap = folder.path().join("trap");
    fs::write(&trap, "precious").unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o1777)).unwrap();
    // Each name that a process could have taken one after the other, as they once were.
    for name in [".hemicycle-1-0.tmp", "soir.papiers", "soir.notes"] {
        symlink(&trap, folder.path().join(name)).unwrap();
    }
    let output = write(folder.path(), WRITERS[0], "pv.txt", false);
    assert!(output.status.success(), "{}", said(&output));
    let mut terminal = start(folder.path(), &[&path]);
    terminal.wait_for("peut changer le dossier de la séance");
    vote(&mut terminal);
    leave(&mut terminal);
    assert_eq!(fs::read_to_string(&trap).unwrap(), "precious");
}

#[test]
fn case_58_two_papers_that_are_written_one_after_the_other_never_have_the_same_name_before_they_have_theirs() {
    // Watched by a name that only strace or a stopped program would see: asked of the program's own function, whose
    // folder refuses the rename because a folder stands under the name.
    let folder = tempfile::tempdir().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for number in 0..16 {
        let disk = hemicycle::store::memory_disk::MemoryDisk::new();
        let failing = hemicycle::store::memory_disk::Failure {
            operation: 2,
            kind: std::io::ErrorKind::StorageFull,
            for_good: true,
        };
        disk.fail(Some(failing));
        let place = PathBuf::from(format!("/papers/{number}.txt"));
        assert!(replace(&disk, &place, b"x", false).is_err());
        disk.fail(None);
        seen.extend(hemicycle::store::replace::left_in(&disk, Path::new("/papers")));
    }
    assert_eq!(seen.len(), 16, "{seen:?}");
    // None is guessed from another either: no number of a process, no hour, nothing that counts on.
    let chances: Vec<u64> = seen
        .iter()
        .filter_map(|path| path.file_stem()?.to_str()?.rsplit('-').next())
        .map(|chance| u64::from_str_radix(chance, 16).unwrap_or_else(|why| panic!("{chance}: {why}")))
        .collect();
    for (place, one) in chances.iter().enumerate() {
        for other in &chances[..place] {
            assert!((one ^ other).count_ones() >= 8, "{one:016x} and {other:016x} are alike");
        }
    }
    assert_eq!(replace(&RealDisk, &folder.path().join("x"), b"x", false), Ok(()));
}

#[test]
fn case_59_a_path_with_spaces_or_that_is_no_utf_8_or_very_deep_holds_a_whole_evening() {
    let folder = tempfile::tempdir().unwrap();
    let deep: PathBuf = std::iter::repeat_n("dossier", 120).collect();
    let names: [&[u8]; 4] = [b"s\xe9ance du \xff", " séance  de l\u{2019}été ".as_bytes(), b"-rf", b"a\tb"];
    let places = names.iter().map(|name| PathBuf::from(std::ffi::OsStr::from_bytes(name))).chain([deep]);
    for (number, place) in places.enumerate() {
        let here = folder.path().join(number.to_string()).join(&place);
        fs::create_dir_all(&here).unwrap();
        let path = here.join(std::ffi::OsStr::from_bytes(b"le soir \xe9.ron"));
        fs::write(&path, small_evening()).unwrap();
        let mut terminal = start(&folder.path().join(number.to_string()), &[Path::new("ouvrir"), &path]);
        vote(&mut terminal);
        leave(&mut terminal);
        assert!(fs::exists(path.with_extension("journal")).unwrap(), "{}", here.display());
        assert!(is_intact(folder.path(), &path), "{}", here.display());
        let paper = here.join(std::ffi::OsStr::from_bytes(b"pv \xe9.txt"));
        let written = hemicycle(folder.path()).args(["pv", "-o"]).args([&paper, &path]).output().unwrap();
        assert!(written.status.success() && fs::exists(&paper).unwrap(), "{}", said(&written));
        // Nothing was written under a name that only looks like it.
        let mut lies: Vec<_> = fs::read_dir(&here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        lies.retain(|name| !name.as_bytes().windows(2).any(|bytes| bytes == b" \xe9"));
        assert!(lies.is_empty(), "{lies:?}");
    }
}

#[test]
fn case_59_a_path_longer_than_the_system_takes_is_said_and_nothing_is_written() {
    let (folder, _path) = evening();
    let long: PathBuf = std::iter::repeat_n("x".repeat(200), 25).collect();
    let output = run(folder.path(), &["verifier", &format!("{}.ron", long.display())]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let named = "x".repeat(300);
    for place in [long.display().to_string(), named] {
        let output = write(folder.path(), WRITERS[0], &place, false);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("n\u{2019}est pas écrit"), "{}", said(&output));
    }
    assert_eq!(everything(folder.path()).iter().filter(|path| path.is_file()).count(), 1);
}

#[test]
fn case_59_without_a_home_or_with_a_relative_state_folder_the_evening_is_held_and_nothing_goes_astray() {
    for (home, state) in [(None, None), (Some("relatif"), Some("relatif")), (Some(""), Some(""))] {
        let (folder, path) = evening();
        let mut command = CommandBuilder::new("env");
        command.args(["-u", "XDG_STATE_HOME", "-u", "XDG_CONFIG_HOME"]);
        // Whom the system knows has a home all the same: nothing of this test may reach it.
        command.arg(format!("HOME={}", home.unwrap_or("/nonexistent")));
        command.args(state.map(|state| format!("XDG_STATE_HOME={state}")));
        command.args([env!("CARGO_BIN_EXE_hemicycle"), "ouvrir", "soir.ron"]);
        let mut terminal = in_terminal(folder.path(), command);
        terminal.wait_until("the roll call", |screen| screen.contains("Appel des") || screen.contains("Bienvenue"));
        vote(&mut terminal);
        leave(&mut terminal);
        assert!(fs::exists(path.with_extension("journal")).unwrap());
        assert!(!fs::exists(folder.path().join("relatif/hemicycle")).unwrap(), "a relative path means nothing");
    }
}

#[test]
fn case_59_without_a_home_the_folder_of_the_environment_is_used() {
    let (folder, path) = evening();
    let mut command = CommandBuilder::new("env");
    command.args(["-u", "HOME", env!("CARGO_BIN_EXE_hemicycle"), "ouvrir", "soir.ron"]);
    let mut terminal = in_terminal(folder.path(), command);
    vote(&mut terminal);
    leave(&mut terminal);
    assert!(fs::exists(path.with_extension("journal")).unwrap());
    assert!(fs::exists(folder.path().join("state/hemicycle/recentes.ron")).unwrap());
}

#[test]
fn case_59_the_list_of_the_last_seances_never_holds_a_name_that_only_looks_like_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(std::ffi::OsStr::from_bytes(b"\xe9.ron"));
    fs::write(&path, small_evening()).unwrap();
    let mut terminal = start(folder.path(), &[&path]);
    terminal.wait_for("Appel des");
    leave(&mut terminal);
    let list = fs::read(folder.path().join("state/hemicycle/recentes.ron")).unwrap_or_default();
    assert!(!String::from_utf8_lossy(&list).contains('\u{fffd}'));
    let listed = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .current_dir(folder.path())
        .env("XDG_STATE_HOME", folder.path().join("state"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(listed.status.code().is_some(), "{}", said(&listed));
}

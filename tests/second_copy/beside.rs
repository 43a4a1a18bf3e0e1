//! What stands beside the journal of a copy, on a real disk: the session file, the texts and tables that it names, and a
//! note; for nobody else to read.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::evening::{SESSION, TABLE};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::second_copy::READ_ME;
use hemicycle::store::session_file;

/// A place and a folder for copies, in a folder of their own.
struct Ground {
    folder: tempfile::TempDir,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("cle/textes")).unwrap();
        let ground = Self { folder };
        let start = SESSION.find("membres: [").unwrap();
        let end = SESSION.find("ordre_du_jour").unwrap();
        let source = format!("{}membres: Fichier(\"elus.csv\"),\n    {}", &SESSION[..start], &SESSION[end..]);
        ground.write("x.ron", &source.replace("ecole.md", "textes/ecole.md"));
        ground.write("elus.csv", TABLE);
        ground.write("textes/ecole.md", "La convention.\n");
        ground
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join("cle").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.at(name), text).unwrap();
    }

    fn copies(&self, of: &Path) -> Copies {
        let folder = self.folder.path().join("etat/copies");
        Copies { folder, of: of.to_owned(), read_me: "À lire.\n".into() }
    }

    fn copied(&self) -> Place {
        self.copies(&self.at("x.ron")).place().unwrap()
    }

    fn open(&self, path: &Path) -> Opened {
        let session = session_file::load(path).unwrap_or_else(|unread| panic!("{unread:?}"));
        let disk: Shared = Arc::new(RealDisk);
        record::open_doubled(&disk, &session, NOW, &self.copies(path)).unwrap_or_else(|fault| panic!("{fault:?}"))
    }

    /// Holds those steps of the evening.
    fn hold(&self, range: std::ops::Range<usize>) -> Opened {
        let mut opened = self.open(&self.at("x.ron"));
        for one in &steps()[range] {
            step(&mut opened, one);
        }
        opened
    }

    /// Every file of the folder of the copy, by its name there.
    fn there(&self) -> Vec<String> {
        let folder = self.copied().journal.parent().unwrap().to_owned();
        let mut names = Vec::new();
        let mut folders = vec![folder.clone()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    names.push(path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned());
                }
            }
        }
        names.sort();
        names
    }
}

#[test]
fn case_15_and_16_what_stands_in_the_copy_is_a_whole_seance_from_the_first_action() {
    let ground = Ground::new();
    drop(ground.hold(0..0));
    assert!(!ground.folder.path().join("etat").exists(), "nothing before it");
    let opened = ground.hold(0..1);
    assert_eq!(ground.there(), [READ_ME, "elus.csv", "textes/ecole.md", "x.journal", "x.lock", "x.ron"]);
    drop(opened);
    drop(ground.hold(1..7));
    // The stick is gone for good.
    fs::rename(ground.at(""), ground.folder.path().join("perdue")).unwrap();
    let mut opened = ground.open(&ground.copied().session_file);
    assert_eq!(opened.history.next_number(), 8);
    step(&mut opened, &steps()[7]);
    drop(opened);
    assert_eq!(fs::read_dir(ground.folder.path().join("etat/copies")).unwrap().count(), 1, "no copy of the copy");
    // And comes back.
    fs::rename(ground.folder.path().join("perdue"), ground.at("")).unwrap();
    drop(ground.open(&ground.at("x.ron")));
    assert_eq!(fs::read(ground.at("x.journal")).unwrap(), fs::read(ground.copied().journal).unwrap());
}

#[test]
fn case_57_the_copy_is_for_its_owner_only() {
    let ground = Ground::new();
    drop(ground.hold(0..3));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = ground.copied().journal.parent().unwrap().to_owned();
    for name in ground.there() {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
    for folder in [folder.clone(), folder.join("textes"), ground.folder.path().join("etat/copies")] {
        assert_eq!(mode(&folder), 0o700, "{}", folder.display());
    }
}

#[test]
fn case_18_what_is_taken_over_at_the_place_is_replaced_in_the_copy() {
    let ground = Ground::new();
    drop(ground.hold(0..3));
    ground.write("textes/ecole.md", "La convention, corrigée.\n");
    let source = fs::read_to_string(ground.at("x.ron")).unwrap();
    ground.write("x.ron", &source.replace("objet: \"Vœu\"", "objet: \"Vœu sur la forêt\""));
    let mut opened = ground.hold(3..4);
    assert!(opened.notices.iter().any(|notice| matches!(notice, Notice::TakenOver(_))));
    opened.recorder.as_mut().unwrap().sync_copy().unwrap();
    drop(opened);
    let folder = ground.copied().journal.parent().unwrap().to_owned();
    for name in ["x.ron", "textes/ecole.md"] {
        assert_eq!(fs::read(folder.join(name)).unwrap(), fs::read(ground.at(name)).unwrap(), "{name}");
    }
    assert_eq!(ground.there().len(), 6, "nothing that the record knows is kept twice: {:?}", ground.there());
    assert!(ground.open(&ground.at("x.ron")).notices.iter().all(|notice| matches!(notice, Notice::Resumed { .. })));
}

#[test]
fn case_16_and_18_a_session_file_changed_while_the_seance_was_held_from_its_copy_is_kept_and_said() {
    let ground = Ground::new();
    drop(ground.hold(0..3));
    let copied = ground.copied();
    let source = fs::read_to_string(&copied.session_file).unwrap();
    let changed = source.replace("objet: \"Vœu\"", "objet: \"Vœu sur la forêt\"");
    fs::write(&copied.session_file, &changed).unwrap();
    drop(ground.open(&copied.session_file));
    // The stick is back, with the file as it was.
    let opened = ground.open(&ground.at("x.ron"));
    let Some(Notice::CopyHadOtherFile { path }) =
        opened.notices.iter().find(|notice| matches!(notice, Notice::CopyHadOtherFile { .. }))
    else {
        panic!("{:?}", opened.notices)
    };
    assert_eq!(fs::read_to_string(path).unwrap(), changed);
}

#[test]
fn what_somebody_wrote_in_the_copy_is_set_aside_and_never_written_over() {
    let ground = Ground::new();
    drop(ground.hold(0..3));
    let folder = ground.copied().journal.parent().unwrap().to_owned();
    fs::write(folder.join("x.ron"), "// à moi\n").unwrap();
    fs::write(folder.join("textes/ecole.md"), "à moi aussi\n").unwrap();
    drop(ground.hold(3..4));
    assert_eq!(fs::read(folder.join("x.ron")).unwrap(), fs::read(ground.at("x.ron")).unwrap());
    assert_eq!(fs::read(folder.join("x-autre-1.ron")).unwrap(), "// à moi\n".as_bytes());
    assert_eq!(fs::read(folder.join("textes/ecole-autre-1.md")).unwrap(), "à moi aussi\n".as_bytes());
}

#[test]
fn the_note_says_what_the_folder_is_and_nothing_of_what_was_voted() {
    let session = session();
    let note = hemicycle::french::record::read_me(Path::new("/cle/x.ron"), &session.docket);
    assert!(
        note.contains("seconde copie") && note.contains("/cle/x.ron") && note.contains("hemicycle ouvrir \"x.ron\"")
    );
    for name in ["MARTINET", "AUBRY", "BRETON", "cantine"] {
        assert!(!note.contains(name), "{note}");
    }
}

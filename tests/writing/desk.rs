//! A folder with a made-up sitting, and the real program in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assert_cmd::Command;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::{record, session_file};

use crate::evening::{NOW, SESSION, evening as steps, take};

/// How the program ended, and what it said on each of its outputs.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: Vec<u8>,
    pub err: String,
}

pub struct Desk {
    folder: tempfile::TempDir,
}

/// The session file of the evening: the first act has its number, the third too, with a slash.
pub fn session() -> String {
    SESSION
        .replace(r#"numero: "1", "#, r#"numero: "1", acte: "2025_CM_001", "#)
        .replace(r#"numero: "3", "#, r#"numero: "3", acte: "2025/003", "#)
}

impl Desk {
    /// A sitting that is not opened.
    pub fn with(session: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Self { folder };
        fs::write(desk.at("x.ron"), session).expect("written");
        fs::write(desk.at("ecole.md"), "La convention.\n").expect("written");
        desk
    }

    /// A sitting that is not opened.
    pub fn before() -> Self {
        Self::with(&session())
    }

    /// A sitting that was held.
    pub fn after() -> Self {
        let desk = Self::before();
        desk.hold();
        desk
    }

    /// Records the whole evening.
    pub fn hold(&self) {
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let session = session_file::load(&self.at("x.ron")).expect("a session");
        let mut opened = record::open(&disk, &session, NOW).expect("a record");
        for step in &steps() {
            take(&mut opened, step).expect("recorded");
        }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::cargo_bin("hemicycle").expect("built");
        let output = command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("XDG_CONFIG_HOME", self.at("no-configuration"))
            .output()
            .expect("run");
        let err = String::from_utf8(output.stderr).expect("text");
        Ended { code: output.status.code().expect("a code"), out: output.stdout, err }
    }

    /// Writes every paper as text: quick, and read by eye.
    pub fn all(&self, options: &[&str]) -> Ended {
        self.run(&[&["pv", "x.ron", "--tout", "-o", "papiers", "--format", "txt"], options].concat())
    }

    /// The names in a folder, sorted.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.at(folder)).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Every file of a folder, by name.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let read = |name: String| (name.clone(), fs::read(self.at(folder).join(name)).expect("a file"));
        self.names(folder).into_iter().map(read).collect()
    }
}

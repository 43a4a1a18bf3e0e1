//! A *procès-verbal* in PDF that proves itself, and what is done to it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use hemicycle::council::sitting::Sitting;
use hemicycle::look::Look;
use hemicycle::papers::{Attachment, Dressing, Format, Paper, Sources, compose, render};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{notes, record, session_file};

/// The evening of the made-up commune on a disk, and its minutes.
struct Evening(tempfile::TempDir);

impl Evening {
    fn held() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        fs::create_dir(folder.path().join("exemple-commune")).expect("a folder");
        for name in [
            "exemple-commune.ron",
            "exemple-commune/03-budget-primitif.md",
            "exemple-commune/07-dispositif.md",
            "exemple-commune/07-tarifs.md",
        ] {
            fs::copy(sessions.join(name), folder.path().join(name)).expect("copied");
        }
        fs::copy(sessions.join("deroules/exemple-commune.ron"), folder.path().join("d.ron")).expect("copied");
        let evening = Self(folder);
        let (code, said) = evening.run(&["saisir", "exemple-commune.ron", "d.ron"]);
        assert_eq!(code, Some(0), "{said}");
        evening
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// How the program ended, and all that it said.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::cargo_bin("hemicycle").expect("built");
        let output = command.args(arguments).current_dir(self.0.path()).output().expect("run");
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).expect("text"))
    }
}

#[test]
fn x() {
    let evening = Evening::held();
    let session = session_file::load(&evening.path("exemple-commune.ron")).expect("s");
    let opened = record::read(&RealDisk, &session).expect("r");
    let notes = notes::load(&RealDisk, &session.path, &session.docket).notes;
    let head = opened.head.map(|head| head.spoken());
    let phrases = Default::default();
    let sources =
        Sources { sitting: opened.history.sitting(), seal: head.as_deref(), notes: &notes, phrases: &phrases };
    let doc = compose(&sources, &Paper::Minutes).unwrap();
    let attached: Vec<Attachment> = [
        "exemple-commune.ron",
        "exemple-commune.journal",
        "exemple-commune/03-budget-primitif.md",
        "exemple-commune/07-dispositif.md",
        "exemple-commune/07-tarifs.md",
    ]
    .iter()
    .map(|n| Attachment {
        name: n.to_string(),
        says: "x".into(),
        media_type: "text/plain",
        bytes: fs::read(evening.path(n)).unwrap(),
    })
    .collect();
    let pdf =
        render(&doc, Format::Pdf, &Dressing { look: &Look::default(), attached: &attached, model: None }).unwrap();
    fs::write(evening.path("PV.pdf"), &pdf.bytes).unwrap();
    fs::write("/tmp/PV.pdf", &pdf.bytes).unwrap();
    let (code, said) = evening.run(&["sceau", "PV.pdf"]);
    panic!("{code:?} {said}");
}

//! The three lines of shell with which anyone checks a journal without this program say what this program says.

mod evening;
#[path = "common/skip.rs"]
mod skip;

use std::fs;
use std::path::Path;
use std::process::Command as Process;
use std::sync::Arc;

use evening::{NOW, SESSION, evening as steps, session, take};
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::fault::Fault;
use hemicycle::store::{record, seal};

/// As they are published with the format.
const SCRIPT: &str = r#"
p=$(printf %064d 0); n=0; while IFS= read -r l; do s=${l%% *}; j=${l#* }
[ "$(printf '%s %s' "$p" "$j" | sha256sum | cut -c1-64)" = "$s" ] || { echo "rompu à la ligne $n"; exit 1; }
p=$s; n=$((n+1)); done < NAME.journal; echo "$n lignes, tête $p"
"#;

const SHELLS: [&str; 2] = ["sh", "bash"];

/// The shells of this machine that can run the script.
fn shells() -> Vec<&'static str> {
    let can = |shell: &&str| {
        let asked = Process::new(shell).args(["-c", "command -v sha256sum cut"]).output();
        asked.is_ok_and(|output| output.status.success())
    };
    let shells: Vec<_> = SHELLS.into_iter().filter(can).collect();
    if shells.is_empty() {
        skip::skip("there is no shell with sha256sum here");
    }
    shells
}

fn says(shell: &str, folder: &Path, file: &str) -> String {
    let script = SCRIPT.replace("NAME.journal", file);
    let output = Process::new(shell).arg("-c").arg(script).current_dir(folder).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn the_six_lines_of_shell_agree_on_number_head_and_first_altered_line() {
    let folder = tempfile::tempdir().unwrap();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let mut session = session().clone();
    session.path = folder.path().join("x.ron");
    fs::write(&session.path, SESSION).unwrap();
    let mut opened = record::open(&disk, &session, NOW).unwrap();
    for step in &steps() {
        take(&mut opened, step).unwrap();
    }
    drop(opened);
    let corrected = evening::edited(r#"numero: "1","#, r#"numero: "1", accuse: "013-1-DE","#);
    let corrected = hemicycle::store::session_file::SessionFile { path: session.path.clone(), ..corrected };
    drop(record::open(&disk, &corrected, NOW).unwrap());
    let report = seal::verify(&*disk, &session.path).unwrap().unwrap();
    let chains = [("x.journal", report.journal), ("x.suites", report.afterwards.unwrap())];
    for shell in shells() {
        for (file, chain) in chains {
            let expected = format!("{} lignes, tête {}", chain.lines, chain.head);
            assert_eq!(says(shell, folder.path(), file), expected, "{shell}, {file}");
        }
    }

    let journal = folder.path().join("x.journal");
    let whole = fs::read_to_string(&journal).unwrap();
    for (from, to, line) in
        [("Saint-Exemple", "Saint-Exempla", 0), ("Absent", "Excuse", 1), (r#""annule":4"#, r#""annule":3"#, 5)]
    {
        fs::write(&journal, whole.replacen(from, to, 1)).unwrap();
        let Err(Fault::Altered { line: ours, .. }) = seal::verify(&*disk, &session.path) else { panic!("{from}") };
        assert_eq!(ours, line);
        for shell in shells() {
            assert_eq!(says(shell, folder.path(), "x.journal"), format!("rompu à la ligne {line}"), "{shell}");
        }
    }
}

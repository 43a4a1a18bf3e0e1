//! `saisir` itself: the real program on a real folder.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

use super::desk::{COURSE, SESSION};

struct Folder {
    folder: tempfile::TempDir,
}

/// How the program ended, and what it said on each of its outputs.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("s.ron"), SESSION).expect("written");
        Self { folder }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::cargo_bin("hemicycle").expect("built");
        let output = command.args(arguments).current_dir(self.folder.path()).output().expect("run");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Ended { code: output.status.code().expect("a code"), out: text(output.stdout), err: text(output.stderr) }
    }

    fn record(&self, course: &str, options: &[&str]) -> Ended {
        fs::write(self.at("d.ron"), course).expect("written");
        self.run(&[&["saisir", "s.ron", "d.ron"], options].concat())
    }

    fn actions(&self) -> usize {
        let journal = fs::read_to_string(self.at("s.journal")).unwrap_or_default();
        journal.lines().count().saturating_sub(1)
    }
}

#[test]
fn a_course_is_recorded_and_what_to_do_next_is_said() {
    let folder = Folder::new();
    let Ended { code, out, err } = folder.record(COURSE, &[]);
    assert_eq!((code, err.as_str(), folder.actions()), (0, "", 10), "{out}");
    for said in ["10 actions enregistrées", "2 votes proclamés", "Tête du journal : ", "hemicycle pv s.ron"] {
        assert!(out.contains(said), "{said}: {out}");
    }
    let seal = folder.run(&["sceau", "s.ron"]);
    assert_eq!(seal.code, 0, "{}", seal.err);
}

#[test]
fn with_accuse_each_action_on_the_disk_is_acknowledged_by_its_number_and_nothing_else_is_said_there() {
    let folder = Folder::new();
    let Ended { code, out, .. } = folder.record(COURSE, &["--accuse"]);
    let expected: Vec<String> = (1..=10).map(|number| format!("ack {number}")).collect();
    assert_eq!((code, out.lines().collect::<Vec<_>>()), (0, expected.iter().map(String::as_str).collect()));
}

#[test]
fn a_badly_written_course_ends_with_2_and_touches_nothing() {
    let folder = Folder::new();
    let Ended { code, out, err } = folder.record("[Ouvrir, Leve]", &[]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("E134  d.ron:1:10") && err.contains("Rien n’est enregistré."), "{err}");
    assert!(!folder.at("s.journal").exists() && !folder.at("s.lock").exists());
}

#[test]
fn a_course_that_cannot_be_read_ends_with_2() {
    let folder = Folder::new();
    let ended = folder.run(&["saisir", "s.ron", "absent.ron"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("E101  absent.ron  Le fichier n’existe pas."), "{}", ended.err);
    assert_eq!(folder.run(&["saisir", "absent.ron", "s.ron"]).code, 2);
    assert_eq!(folder.run(&["saisir", "s.ron"]).code, 2);
}

#[test]
fn a_rule_that_is_broken_ends_with_1_and_is_said_with_its_line_code_sentence_article_and_next_step() {
    let folder = Folder::new();
    let course = "[\n    Presence(membre: \"PETIT Jean\", etat: Absent),\n    Ouvrir(heure: \"18:04\"),\n    Lever,\n]";
    let Ended { code, err, .. } = folder.record(course, &[]);
    assert_eq!((code, folder.actions()), (1, 1));
    for said in [
        "W005  d.ron:3:5  PETIT Jean, secrétaire de séance, n’est pas dans la salle (",
        "3 │     Ouvrir(heure",
        "Faites nommer un autre secrétaire",
        "passe_outre: \"…\"",
        "1 action. Rien de ce qui suit ne l’est.",
        "--suite",
    ] {
        assert!(err.contains(said), "{said}: {err}");
    }
}

#[test]
fn a_sitting_that_has_begun_is_left_alone_unless_the_course_is_to_go_on_behind_it() {
    let folder = Folder::new();
    folder.record("[Ouvrir]", &[]);
    let before = fs::read(folder.at("s.journal")).expect("a journal");
    let Ended { code, err, .. } = folder.record("[Lever]", &[]);
    assert_eq!(code, 2);
    assert!(err.contains("déjà commencée") && err.contains("saisir --suite s.ron d.ron"), "{err}");
    assert_eq!(fs::read(folder.at("s.journal")).expect("a journal"), before);
    let ended = folder.record("[Lever]", &["--suite"]);
    assert_eq!((ended.code, folder.actions()), (0, 2), "{}", ended.err);
}

#[test]
fn a_torn_journal_is_mended_before_the_course_goes_on() {
    let folder = Folder::new();
    folder.record("[Ouvrir, Rapport(numero: \"05\")]", &[]);
    let whole = fs::read(folder.at("s.journal")).expect("a journal");
    fs::write(folder.at("s.journal"), &whole[..whole.len() - 7]).expect("written");
    let ended = folder.record("[Ouvrir, Rapport(numero: \"05\"), Proclamer(rapport: \"05\"), Lever]", &["--suite"]);
    assert_eq!((ended.code, folder.actions()), (0, 4), "{}", ended.err);
    assert!(folder.at("s.journal.torn").exists());
}

#[test]
fn a_sitting_that_another_holds_is_not_recorded_to() {
    let folder = Folder::new();
    let lock = fs::OpenOptions::new().create(true).append(true).open(folder.at("s.lock")).expect("a lock");
    lock.lock().expect("taken");
    let Ended { code, err, .. } = folder.record("[Ouvrir]", &[]);
    assert_eq!(code, 2);
    assert!(err.contains("Rien n’est enregistré."), "{err}");
    assert!(!folder.at("s.journal").exists());
}

#[test]
fn printed_figures_that_are_wrong_end_with_1_though_all_is_recorded() {
    let folder = Folder::new();
    let Ended { code, out, .. } = folder.record("[Ouvrir(imprime: (quorum: 2)), Lever]", &[]);
    assert_eq!((code, folder.actions()), (1, 2));
    assert!(out.contains("W102  d.ron:1:9") && out.contains("2 actions enregistrées"), "{out}");
    let right = Folder::new().record("[Ouvrir(imprime: (quorum: 3)), Lever]", &[]);
    assert_eq!(right.code, 0, "{}", right.out);
}

#[test]
fn a_reason_that_is_not_needed_is_a_remark() {
    let folder = Folder::new();
    let Ended { code, err, .. } = folder.record("[\n    Ouvrir(passe_outre: \"pour rien\"),\n    Lever,\n]", &[]);
    assert_eq!(code, 0);
    assert!(err.contains("d.ron:2:5  Remarque"), "{err}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let there = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).expect("copied");
        }
    }
}

#[test]
fn every_sample_course_is_recorded_on_its_session_and_its_papers_are_made() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let mut count = 0;
    for entry in fs::read_dir(samples.join("deroules")).expect("the samples") {
        let course = entry.expect("an entry").path();
        let name = course.file_name().expect("a name").to_string_lossy().into_owned();
        let folder = Folder::new();
        copy(&samples, folder.folder.path());
        let text = fs::read_to_string(&course).expect("a text");
        fs::write(folder.at("d.ron"), text).expect("written");
        let ended = folder.run(&["saisir", &name, "d.ron"]);
        assert_eq!(ended.code, 0, "{name}: {}{}", ended.out, ended.err);
        let seal = folder.run(&["sceau", &name]);
        assert_eq!(seal.code, 0, "{name}: {}", seal.err);
        let minutes = folder.run(&["pv", &name]);
        assert_eq!((minutes.code, minutes.out.is_empty()), (0, false), "{name}: {}", minutes.err);
        count += 1;
    }
    assert!(count > 0, "no sample");
}

const ADDED: &str = r#"[
    Ouvrir(heure: "18:00"),
    Ajouter(numero: "09", objet: "Secours aux sinistrés", apres: "05", passe_outre: "L’urgence est reconnue"),
    Deposer(rapport: "09", sur: Amendement("1"), par: ["PETIT Jean"]),
]"#;

#[test]
fn a_course_goes_on_behind_a_record_with_a_report_that_was_added_there_and_its_amendment() {
    let folder = Folder::new();
    assert_eq!(folder.record(ADDED, &[]).code, 0);
    let rest = r#"[
        Rapport(numero: "09"),
        MettreAuxVoix(rapport: "09", sur: Amendement("1")),
        Proclamer(rapport: "09", sur: Amendement("1")),
        Proclamer(rapport: "09", heure: "18:30"),
        Lever,
    ]"#;
    let refused = folder.record(rest, &[]);
    assert_eq!((refused.code, folder.actions()), (2, 3), "{}", refused.err);
    let Ended { code, out, err } = folder.record(rest, &["--suite"]);
    assert_eq!((code, err.as_str(), folder.actions()), (0, "", 8), "{out}");
    assert_eq!(folder.run(&["sceau", "s.ron"]).code, 0);
}

#[test]
fn the_same_course_run_again_on_its_record_with_an_added_report_finds_every_step_recorded() {
    let folder = Folder::new();
    assert_eq!(folder.record(ADDED, &[]).code, 0);
    let whole = ADDED.trim_end_matches(']').to_owned()
        + r#"Rapport(numero: "09"), Retirer(rapport: "09", precision: "à la demande du maire"), Lever]"#;
    let Ended { code, err, .. } = folder.record(&whole, &["--suite"]);
    assert_eq!((code, err.as_str(), folder.actions()), (0, "", 6));
    let again = folder.record(&whole, &["--suite"]);
    assert_eq!((again.code, folder.actions()), (0, 6), "{}", again.err);
}

#[test]
fn a_report_that_is_added_twice_is_refused() {
    let folder = Folder::new();
    folder.record(ADDED, &[]);
    let Ended { code, err, .. } =
        folder.record(r#"[Ajouter(numero: "09", objet: "Autre", genre: Information)]"#, &["--suite"]);
    assert_eq!((code, folder.actions()), (1, 3));
    assert!(err.contains("E048  d.ron:1:2  Le n° 09 est déjà à l’ordre du jour."), "{err}");
}

//! `pv` on an evening of which some reports make no act: the real program on a real folder.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const SESSION: &str = r#"(
    format: 1,
    assemblee: (nom: "Conseil municipal de Bourg-Exemple", genre: Commune, numerotation: "D{rang:02}"),
    seance: (date: "2025-03-03", president: "FOURNEL Anne", secretaire: "BAUDRY Luc"),
    membres: [
        (nom: "FOURNEL", prenom: "Anne", civilite: Mme), (nom: "BAUDRY", prenom: "Luc", civilite: M),
        (nom: "CHASTANG", prenom: "Rosa", civilite: Mme),
    ],
    ordre_du_jour: [
        Rapport(numero: "01", objet: "Travaux de l'école", genre: Information),
        Rapport(numero: "02", objet: "Tarifs"),
        Rapport(numero: "03", objet: "Prix de l'eau", genre: DonneActe),
        Rapport(numero: "04", objet: "Vente d'un terrain"),
    ],
)"#;

const COURSE: &str = r#"[
    Ouvrir(heure: "18:00"),
    Rapport(numero: "01"), Proclamer(rapport: "01", puis: "02"),
    Proclamer(rapport: "02", puis: "03"), Proclamer(rapport: "03"),
    Retirer(rapport: "04", precision: "pièce manquante"),
    Lever(heure: "19:00"),
]"#;

/// How the program ended, and what it said on each of its outputs.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("hemicycle").expect("built");
    command.env("XDG_CONFIG_HOME", folder.join("nowhere"));
    let output = command.args(arguments).current_dir(folder).output().expect("run");
    let text = |bytes| String::from_utf8(bytes).expect("text").replace(['\u{a0}', '\u{202f}'], " ");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}

fn recorded() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("s.ron"), SESSION).expect("written");
    fs::write(folder.path().join("d.ron"), COURSE).expect("written");
    let (code, out, err) = run(folder.path(), &["saisir", "s.ron", "d.ron"]);
    assert_eq!(code, 0, "{out}{err}");
    folder
}

#[test]
fn a_deliberation_of_what_makes_no_act_is_refused_with_why_and_what_to_do() {
    let folder = recorded();
    for (report, why, step) in [
        ("01", "Le rapport n° 01 (information) ne donne pas lieu à une délibération.", "écrivez « acte »"),
        ("04", "Le rapport n° 04 n’a pas de délibération : retiré de l’ordre du jour.", "une autre séance"),
    ] {
        let (code, out, err) = run(folder.path(), &["pv", "s.ron", "--document", "deliberation", "--rapport", report]);
        assert_ne!(code, 0);
        assert_eq!(out, "");
        assert!(err.contains(why) && err.contains(step), "{err}");
    }
    let (code, out, _) = run(folder.path(), &["pv", "s.ron", "--document", "deliberation", "--rapport", "03"]);
    assert_eq!(code, 0);
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Délibération n° D02") && words.contains("prend acte du rapport présenté."), "{out}");
    let (code, _, err) = run(folder.path(), &["pv", "s.ron", "--document", "releve", "--rapport", "03"]);
    assert_ne!(code, 0);
    assert!(err.contains("Aucun vote n’a été pris sur le rapport n° 03"), "{err}");
}

#[test]
fn all_deliberations_are_those_of_acts_and_the_others_are_named() {
    let folder = recorded();
    let (code, out, err) = run(folder.path(), &["pv", "s.ron", "--document", "deliberation"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(out.matches("OBJET").count(), 2, "{out}");
    let named = "Sans délibération : rapports n° 01 (information) et n° 04 (retiré de l’ordre du jour).";
    assert!(err.contains(named), "{err}");
    let (code, _, err) = run(folder.path(), &["pv", "s.ron", "--tout", "--format", "txt"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains(named), "{err}");
    let mut files: Vec<String> = fs::read_dir(folder.path().join("s.papiers"))
        .expect("a folder")
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    files.sort();
    assert_eq!(
        files,
        [
            "2025-03-03-convocation.txt",
            "2025-03-03-liste.txt",
            "2025-03-03-presence.txt",
            "2025-03-03-proces-verbal-abrege.txt",
            "2025-03-03-proces-verbal.txt",
            "2025-03-03-releve-02.txt",
            "D01.txt",
            "D02.txt",
        ]
    );
}

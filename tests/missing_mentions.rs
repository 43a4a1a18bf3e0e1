//! `verifier` says what the minutes of a sitting that was held still miss, each with its article: no mistake of the file.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;

const SESSION: &str = r#"(
    assemblee: (nom: "Conseil municipal de Saint-Exemple", genre: Commune),
    seance: (date: "2025-03-03", lieu: "l’hôtel de ville", president: "MARTINET Léa", secretaire: "AUBRY Paul"),
    membres: [(nom: "MARTINET", prenom: "Léa"), (nom: "AUBRY", prenom: "Paul"), (nom: "BRETON", prenom: "Alix")],
    ordre_du_jour: [
        Rapport(numero: "1", objet: "Tarifs", texte: "Les tarifs."),
        Rapport(numero: "2", objet: "Vœu"),
    ],
)"#;

const COURSE: &str = r#"[
    Ouvrir, Rapport(numero: "1"), Proclamer(rapport: "1"), Rapport(numero: "2"), Proclamer(rapport: "2"),
    Lever(heure: "20:00"),
]"#;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        fs::write(folder.at("s.ron"), SESSION).expect("written");
        fs::write(folder.at("d.ron"), COURSE).expect("written");
        folder
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// How the program ended, and what it said on standard output.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::cargo_bin("hemicycle").expect("built");
        let output = command.args(arguments).current_dir(self.0.path()).output().expect("run");
        (output.status.code(), String::from_utf8(output.stdout).expect("text"))
    }
}

#[test]
fn nothing_is_missing_in_minutes_of_a_sitting_that_was_not_held() {
    assert_eq!(Folder::new().run(&["verifier", "s.ron"]), (Some(0), "s.ron : rien à corriger.\n".to_owned()));
}

#[test]
fn what_is_missing_is_said_with_its_article_and_the_file_has_nothing_to_mend() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["saisir", "s.ron", "d.ron"]).0, Some(0));
    let (code, said) = folder.run(&["verifier", "s.ron"]);
    assert_eq!(code, Some(0), "{said}");
    for line in [
        "s.ron : rien à corriger.",
        "Procès-verbal : 4 mentions à compléter.",
        "– Heure d’ouverture (art. L.2121-15 du CGCT)",
        "– Rapport au vu duquel la délibération a été adoptée, rapport n° 2 (art. L.2121-15 du CGCT)",
        "– Teneur des discussions, rapports n° 1 et 2 (art. L.2121-15 du CGCT)",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[test]
fn notes_beside_the_session_file_are_what_was_said() {
    let folder = Folder::new();
    folder.run(&["saisir", "s.ron", "d.ron"]);
    fs::create_dir(folder.at("s.notes")).expect("a folder");
    fs::write(folder.at("s.notes/1.md"), "**M. AUBRY** : c'est cher.\n").expect("written");
    let (_, said) = folder.run(&["verifier", "s.ron"]);
    assert!(
        said.contains("3 mentions à compléter.") && said.contains("Teneur des discussions, rapport n° 2 ("),
        "{said}"
    );
}

//! `sceau` by the real program: each verdict has its sentence, what to do next, and its exit code.

mod evening;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assert_cmd::Command;
use evening::{NOW, SESSION, Step, evening as steps, session_of, take};
use hemicycle::store::chain::Seal;
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::record::{self, Opened};
use hemicycle::store::session_file::SessionFile;

/// A folder with the small evening recorded in it, as far as those steps.
struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    fn held(steps: &[Step]) -> Self {
        let folder = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::write(folder.at("x.ron"), SESSION).expect("written");
        fs::write(folder.at("ecole.md"), "La convention.\n").expect("written");
        let mut opened = folder.open(SESSION);
        for step in steps {
            take(&mut opened, step).expect("recorded");
        }
        folder
    }

    /// Closed, and something recorded the day after.
    fn followed() -> Self {
        let folder = Self::held(&steps());
        let answered = SESSION.replace(r#"numero: "1","#, r#"numero: "1", accuse: "013-1-DE","#);
        drop(folder.open(&answered));
        fs::write(folder.at("x.ron"), answered).expect("written");
        folder
    }

    /// The record opened to be added to. A program that another test starts at this moment holds our lock until it has
    /// begun: then once more.
    fn open(&self, source: &str) -> Opened {
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        for _ in 0..1_000_000 {
            let opened = record::open(&disk, &self.session(source), NOW).expect("opened");
            if opened.recorder.is_some() {
                return opened;
            }
            std::thread::yield_now();
        }
        panic!("never to be added to")
    }

    fn session(&self, source: &str) -> SessionFile {
        SessionFile { path: self.at("x.ron"), ..session_of(source, &[("ecole.md", "La convention.\n")]) }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn journal(&self) -> String {
        fs::read_to_string(self.at("x.journal")).expect("a journal")
    }

    fn write(&self, journal: impl AsRef<[u8]>) {
        fs::write(self.at("x.journal"), journal).expect("written");
    }

    /// The first lines of the journal.
    fn cut_after(&self, lines: usize) {
        self.write(self.journal().split_inclusive('\n').take(lines).collect::<String>());
    }

    fn seal(&self, line: usize) -> Seal {
        self.journal().lines().nth(line).and_then(|line| line.get(..64)?.parse().ok()).expect("a seal")
    }

    fn sceau(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
        let output = command.arg("sceau").args(arguments).current_dir(self.folder.path()).output().expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Said { code: output.status.code().expect("a code"), out: text(output.stdout), err: text(output.stderr) }
    }
}

#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    /// That it ended so, on standard output if the record is valid, else on standard error; with each of those sentences.
    #[track_caller]
    fn is(&self, code: i32, first: &str, sentences: &[&str]) {
        let (said, silent) = if [0, 3, 4].contains(&code) { (&self.out, &self.err) } else { (&self.err, &self.out) };
        assert_eq!((self.code, silent.as_str()), (code, ""), "{self:?}");
        assert_eq!(said.lines().next(), Some(first), "{said}");
        for sentence in sentences {
            assert!(said.contains(sentence), "{sentence}\n{said}");
        }
    }
}

#[test]
fn case_06_a_closed_journal_is_valid_with_0_and_its_journal_alone_too() {
    let folder = Folder::held(&steps());
    let whole = ["Le journal est intact : 14 lignes", "La séance est close : le journal est complet."];
    folder.sceau(&["x.ron"]).is(0, "Valide et clos.", &whole);
    folder.sceau(&["x.journal"]).is(0, "Valide et clos.", &whole);
    fs::remove_file(folder.at("x.ron")).expect("removed");
    let alone = [whole[0], whole[1], "x.ron n’est pas là : le journal, qui le contient, a été vérifié seul."];
    folder.sceau(&["x.journal"]).is(0, "Valide et clos.", &alone);
    fs::write(folder.at("x.ron"), "(").expect("written");
    folder.sceau(&["x.journal"]).is(0, "Valide et clos.", &["x.ron n’est pas lisible et n’a pas été comparé"]);
}

#[test]
fn case_06_a_journal_that_is_not_closed_is_valid_with_3_and_says_what_only_a_noted_head_can_tell() {
    let folder = Folder::held(&steps()[..9]);
    folder.sceau(&["x.ron"]).is(
        3,
        "Valide, pas encore clos.",
        &["10 lignes", "seule une tête notée auparavant peut dire s’il manque des lignes", "Tête entière : "],
    );
}

#[test]
fn case_04_a_torn_end_is_said_with_4_and_what_becomes_of_it() {
    let folder = Folder::held(&steps());
    let journal = folder.journal();
    folder.write(&journal[..journal.len() - 7]);
    let torn = "Valide, sauf sa fin, coupée en cours d’écriture.";
    folder.sceau(&["x.ron"]).is(4, torn, &["13 lignes", "jamais affichée comme enregistrée. Ouvrez la séance"]);
    folder.write(format!("{journal}0123"));
    folder.sceau(&["x.ron"]).is(4, torn, &["14 lignes", "4 octets", "le journal est complet"]);
}

#[test]
fn case_05_a_changed_line_is_named_with_1_and_what_to_do() {
    let folder = Folder::held(&steps());
    folder.write(folder.journal().replacen("20:17", "20:18", 1));
    let first = "Modifié à la ligne 8.";
    folder.sceau(&["x.ron"]).is(1, first, &["la ligne 8 ne suit pas de celles d’avant", "N’y touchez pas"]);
    // Whoever makes the seals again is betrayed by the figures, where they are.
    let folder = Folder::held(&steps());
    let changed = folder.journal().replacen(r#""pour":1"#, r#""pour":2"#, 1);
    let mut head = Seal::FIRST;
    let resealed = changed.lines().map(|line| {
        head = head.then(&line.as_bytes()[65..]);
        format!("{head}{}\n", &line[64..])
    });
    folder.write(resealed.collect::<String>());
    folder.sceau(&["x.ron"]).is(1, first, &["cette action ne dit pas ce que donnent les précédentes"]);
}

#[test]
fn case_06_lines_cut_from_the_end_are_said_with_5_where_the_suites_go_on_from_a_head_that_is_gone() {
    let folder = Folder::followed();
    folder.sceau(&["x.ron"]).is(0, "Valide et clos.", &["La suite est intacte : 2 lignes"]);
    for kept in 1..14 {
        let folder = Folder::followed();
        folder.cut_after(kept);
        folder.sceau(&["x.ron"]).is(
            5,
            "Tronqué : des lignes de sa fin manquent.",
            &["remettez en place une copie plus longue"],
        );
    }
    let folder = Folder::followed();
    fs::remove_file(folder.at("x.journal")).expect("removed");
    folder.sceau(&["x.ron"]).is(5, "Tronqué : des lignes de sa fin manquent.", &["x.journal manque"]);
}

#[test]
fn case_06_a_noted_head_says_how_many_lines_came_after_it_or_that_it_is_gone() {
    let folder = Folder::held(&steps()[..9]);
    let (noted, last) = (folder.seal(4).spoken(), folder.seal(9));
    let after = "La tête notée est celle de la ligne 4 du journal : rien ne manque jusque-là, et 5 lignes ont suivi.";
    folder.sceau(&["x.ron", "--tete", &noted]).is(3, "Valide, pas encore clos.", &[after]);
    let groups: Vec<&str> = noted.split(' ').collect();
    folder.sceau(&[&["--tete"], &groups[..], &["x.ron"]].concat()).is(3, "Valide, pas encore clos.", &[after]);
    folder.sceau(&["--tete", &noted.replace(' ', "-"), "x.ron"]).is(3, "Valide, pas encore clos.", &[after]);
    let end = "celle de la dernière ligne du journal : rien n’y manque, rien n’y a été ajouté depuis.";
    folder.sceau(&["x.journal", "--tete", &last.to_string()]).is(3, "Valide, pas encore clos.", &[end]);
    // Five lines are cut at a boundary: without the head nothing could tell.
    folder.cut_after(5);
    folder.sceau(&["x.ron"]).is(3, "Valide, pas encore clos.", &["5 lignes"]);
    folder.sceau(&["x.ron", "--tete", &last.spoken()]).is(
        5,
        "La tête notée n’est plus là.",
        &["Le journal a 5 lignes, qui se suivent, et elle n’est celle d’aucune", "Relisez la tête notée."],
    );
    let before = folder.seal(1).spoken();
    folder.write(folder.journal().replacen(r#""heure":"18:04""#, r#""heure":"18:05""#, 1));
    let until = "La tête notée est celle de la ligne 1 du journal : jusque-là, rien n’a changé.";
    folder.sceau(&["x.ron", "--tete", &before]).is(1, "Modifié à la ligne 2.", &[until]);
}

#[test]
fn a_noted_head_of_the_suites_is_found_there() {
    let folder = Folder::followed();
    let suites = fs::read_to_string(folder.at("x.suites")).expect("suites");
    let head: Seal = suites.lines().nth(1).and_then(|line| line.get(..64)?.parse().ok()).expect("a seal");
    folder.sceau(&["x.ron", "--tete", &head.spoken()]).is(0, "Valide et clos.", &["de la dernière ligne de la suite"]);
    folder.sceau(&["x.ron", "--tete", &folder.seal(13).spoken()]).is(
        0,
        "Valide et clos.",
        &["dernière ligne du journal"],
    );
}

#[test]
fn case_06_a_journal_of_another_sitting_is_said_with_6_and_which_sitting_it_is() {
    let folder = Folder::held(&steps());
    let other = SESSION.replace("2025-03-03", "2025-04-07");
    fs::write(folder.at("x.ron"), other).expect("written");
    let first = "Fait pour un autre fichier de séance.";
    let whose = "Ce journal est celui de la séance du 3 mars 2025, Conseil municipal de Saint-Exemple.";
    folder.sceau(&["x.ron"]).is(6, first, &[whose, "la date de la séance"]);
    fs::write(folder.at("x.ron"), SESSION.replace("DUVAL", "DUPONT")).expect("written");
    folder.sceau(&["x.journal"]).is(
        6,
        first,
        &["la liste ou les dates de naissance des membres", "Remettez le fichier tel qu’il était"],
    );
    // What may change does not make it another.
    fs::write(folder.at("x.ron"), SESSION.replace("seance: (", "seance: (lieu: \"la mairie\", ")).expect("written");
    folder.sceau(&["x.ron"]).is(0, "Valide et clos.", &[]);
}

#[test]
fn case_06_suites_of_another_close_are_said_with_6() {
    let (folder, other) = (Folder::followed(), Folder::held(&steps()));
    let mut head = Seal::FIRST;
    let resealed = other.journal().replace("21:00", "21:01");
    let resealed = resealed.lines().map(|line| {
        head = head.then(&line.as_bytes()[65..]);
        format!("{head}{}\n", &line[64..])
    });
    folder.write(resealed.collect::<String>());
    let first = "Fait pour un autre fichier de séance.";
    folder.sceau(&["x.ron"]).is(6, first, &["il est clos, mais par une autre fin"]);
}

#[test]
fn what_cannot_be_read_ends_with_2_and_no_verdict() {
    let folder = Folder::held(&steps());
    folder.write(folder.journal().replacen(r#""format":1"#, r#""format":7"#, 1));
    assert_eq!(folder.sceau(&["x.ron"]).code, 1, "its seal is not right");
    let json = &folder.journal().lines().next().expect("a line")[65..].to_owned();
    folder.write(format!("{} {json}\n", Seal::FIRST.then(json.as_bytes())));
    folder.sceau(&["x.ron"]).is(
        2,
        &format!("{} a été fait par une version plus récente du programme (format 7).", "x.journal"),
        &["Ouvrez la séance avec la version"],
    );
    for bad in ["4821", "4821 0937 5518", "z"] {
        let said = folder.sceau(&["x.ron", "--tete", bad]);
        assert!(said.code == 2 && said.err.contains("n’est pas une tête de journal"), "{said:?}");
    }
    assert_eq!(folder.sceau(&["--tete", "4821"]).code, 2);
    assert_eq!(folder.sceau(&["rien.ron"]).code, 2);
}

#[test]
fn the_help_the_manual_and_the_document_of_the_journal_list_every_exit_code_of_the_seal() {
    use hemicycle::french::command_line::EXIT_CODES_OF_THE_SEAL;
    use hemicycle::store::seal::Verdict;
    let folder = Folder::held(&[]);
    let help = folder.sceau(&["--aide"]).out;
    let manual = hemicycle::verbs::page();
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/journal.md")).expect("docs");
    let codes: Vec<u8> = EXIT_CODES_OF_THE_SEAL.iter().map(|(code, _)| code.parse().expect("a code")).collect();
    let mut of_the_verdicts = Verdict::ALL.map(Verdict::code);
    of_the_verdicts.sort_unstable();
    assert_eq!(codes, of_the_verdicts);
    for (code, means) in EXIT_CODES_OF_THE_SEAL {
        assert!(help.contains(&format!("{code}  {means}")), "{help}");
        assert!(manual.contains(means.split(['’', ',', ' ']).next().expect("a word")), "{means}");
        assert!(document.contains(&format!("| {code} | {means} |")), "docs/journal.md: | {code} | {means} |");
    }
}

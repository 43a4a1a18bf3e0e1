//! Case 51 with the real binary: whatever a file, its name, an argument or the environment holds, nothing hidden comes out,
//! neither on standard output and standard error nor in a file that the program makes.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{Cursor, Read as _};
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use hemicycle::council::plain::Hidden;
use hemicycle::exchange::pdf;
use tempfile::TempDir;

use super::HIDDEN;

const SESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions");

/// The small made-up evening.
fn evening() -> String {
    fs::read_to_string(Path::new(SESSIONS).join("exemple-repetition.ron")).unwrap()
}

struct Desk {
    folder: TempDir,
    /// What the test put there: what the program makes of it is anything else.
    own: BTreeSet<PathBuf>,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), own: BTreeSet::new() }
    }

    fn put(&mut self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        self.own.insert(path.clone());
        path
    }

    fn run(&self, arguments: &[&OsStr], environment: &[(&str, &OsStr)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.current_dir(self.folder.path()).args(arguments).stdin(Stdio::null());
        command.env("XDG_STATE_HOME", self.folder.path().join("state"));
        command.env("XDG_CONFIG_HOME", self.folder.path().join("config"));
        command.envs(environment.iter().copied());
        command.output().unwrap()
    }

    /// Runs it and fails for anything hidden in what it says.
    fn says(&self, arguments: &[&OsStr], environment: &[(&str, &OsStr)]) -> (Option<i32>, String) {
        let output = self.run(arguments, environment);
        let said = [output.stdout, output.stderr].concat();
        let said = if said.starts_with(b"%PDF") || said.starts_with(b"PK") {
            String::new()
        } else {
            String::from_utf8(said).unwrap()
        };
        assert_plain(&said, &format!("{arguments:?} {environment:?}"));
        (output.status.code(), said)
    }

    /// Fails for anything hidden in a file that the program made.
    fn made_nothing_hidden(&self) -> usize {
        let mut made = 0;
        let mut folders = vec![self.folder.path().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if !self.own.contains(&path) {
                    made += 1;
                    assert_file_is_plain(&path);
                }
            }
        }
        made
    }
}

/// Nothing hidden but the ends of lines and tabs.
fn assert_plain(text: &str, by: &str) {
    let hidden = text.chars().find(|it| !matches!(it, '\n' | '\t') && Hidden::of(*it).is_some());
    assert!(hidden.is_none(), "{by}: U+{:04X} in {text:?}", hidden.map_or(0, u32::from));
}

fn assert_file_is_plain(path: &Path) {
    let bytes = fs::read(path).unwrap();
    let by = path.display().to_string();
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).unwrap();
            let mut content = String::new();
            let name = part.name().unwrap().into_owned();
            if Path::new(&name).extension().is_some_and(|end| end == "xml") && part.read_to_string(&mut content).is_ok()
            {
                assert_plain(&content, &format!("{by}, {name}"));
            }
        }
    } else if pdf::is_pdf(&bytes) {
        let read = pdf::read(&bytes).unwrap();
        assert_plain(&read.title.unwrap_or_default(), &by);
        read.pages.iter().for_each(|page| assert_plain(&page.body, &by));
    } else {
        assert_plain(&String::from_utf8_lossy(&bytes), &by);
    }
}

fn os(text: &str) -> &OsStr {
    OsStr::new(text)
}

/// Every verb that takes a session file, as it is typed around it.
const VERBS: [&[&str]; 9] = [
    &["verifier", "FILE"],
    &["sceau", "FILE"],
    &["pv", "FILE"],
    &["pv", "FILE", "--format", "md"],
    &["pv", "FILE", "--presence", "--format", "html"],
    &["exporter", "FILE"],
    &["registre", "FILE"],
    &["saisir", "FILE", "cours.ron"],
    &["FILE"],
];

fn typed<'a>(verb: &[&'a str], file: &'a Path) -> Vec<&'a OsStr> {
    verb.iter().map(|word| if *word == "FILE" { file.as_os_str() } else { os(word) }).collect()
}

#[test]
fn case_51_no_verb_says_what_a_session_file_hides_raw_or_escaped() {
    let places = [
        "Saint-Essai\"",
        "BERTIER\"",
        "défibrillateur",
        "la mairie,",
        "numero",
        "Vu le Code",
        "genre: Commune",
        "3 mars 2025",
        "membres",
    ];
    let mut desk = Desk::new();
    desk.put("cours.ron", "[Ouvrir]");
    for (place, within) in places.into_iter().enumerate() {
        let hidden: String = HIDDEN.into_iter().skip(place).step_by(2).collect();
        let escaped: String = hidden.chars().map(|it| it.escape_unicode().to_string()).collect();
        for (form, hostile) in [hidden, escaped].into_iter().enumerate() {
            let file =
                desk.put(format!("s{place}-{form}.ron"), evening().replacen(within, &format!("{hostile}{within}"), 1));
            // Every verb loads a file in the same way: each place meets some of them, and all of them some place.
            for verb in VERBS.iter().skip((place + form) % 3).step_by(3) {
                let (code, said) = desk.says(&typed(verb, &file), &[]);
                assert!(code.is_some_and(|code| code != 0 && code != 101), "{verb:?} {within}: {code:?} {said}");
            }
        }
    }
    desk.made_nothing_hidden();
}

#[test]
fn case_51_no_verb_says_what_a_name_of_a_file_hides_and_no_file_that_it_makes_holds_it() {
    let mut desk = Desk::new();
    desk.put(
        "cours.ron",
        "[Ouvrir(heure: \"18 h 05\"), Rapport(numero: \"01\"), Proclamer(rapport: \"01\"), Lever(heure: \"19 h\")]",
    );
    let raw: Vec<char> = HIDDEN.into_iter().collect();
    let names: [OsString; 3] = [
        OsString::from(format!("s\u{1b}]0;x\u{7}{}.ron", raw[2..8].iter().collect::<String>())),
        OsString::from(format!("s\n{}.ron", raw[8..].iter().collect::<String>())),
        // A name that is no text at all.
        OsString::from_vec(b"s\xff\xfe\x1b[2J\xc2\x9b.ron".to_vec()),
    ];
    for (place, name) in names.iter().enumerate() {
        let file = desk.put(Path::new(name), evening());
        let name = file.file_name().map(PathBuf::from).unwrap();
        for verb in ["verifier", "saisir", "sceau", "pv", "exporter", "registre"] {
            let mut arguments = vec![os(verb), name.as_os_str()];
            arguments.extend((verb == "saisir").then(|| os("cours.ron")));
            let (code, said) = desk.says(&arguments, &[]);
            assert_ne!(code, Some(101), "{said}");
        }
        if place == 0 {
            let (code, said) = desk
                .says(&[os("pv"), os("--tout"), name.as_os_str(), os("--format"), os("odt,txt,md,html,docx,pdf")], &[]);
            assert_eq!(code, Some(0), "{said}");
        }
        desk.says(&[os("pv"), name.as_os_str(), os("--sortie"), os("s\u{1b}[2J.txt")], &[]);
        desk.says(&[], &[]);
    }
    assert!(desk.made_nothing_hidden() > 8, "papers, journals, locks");
}

#[test]
fn case_51_no_argument_is_said_as_it_was_typed() {
    let mut desk = Desk::new();
    let file = desk.put("s.ron", evening());
    let verbs = [
        "verifier",
        "saisir",
        "sceau",
        "pv",
        "exporter",
        "registre",
        "modeles",
        "creer",
        "revoir",
        "projeter",
        "repeter",
        "completions",
    ];
    for (place, verb) in verbs.into_iter().enumerate() {
        let all: String = HIDDEN.into_iter().skip(place % 4).step_by(3).collect();
        let not_text = OsString::from_vec(b"\xff\x1b[2J".to_vec());
        let (flag, value) = (OsString::from(format!("--{all}")), OsString::from(format!("{all}x")));
        for arguments in [
            vec![os(verb), &*flag],
            vec![os(verb), &*value, &*value, &*value, &*value],
            vec![os(verb), &*not_text],
            vec![os(verb), file.as_os_str(), os("--format"), &*value],
            vec![os(verb), file.as_os_str(), os("--rapport"), &*value],
            vec![os(verb), file.as_os_str(), os("--annee"), &*value],
            vec![os(verb), file.as_os_str(), os("--sortie"), os("\u{1b}]0;x\u{7}/\u{202e}")],
        ] {
            let (code, said) = desk.says(&arguments, &[]);
            assert!(code.is_some_and(|code| code != 101), "{arguments:?}: {said}");
        }
    }
    for word in ["--aide", "--version", "aide", "manuel"] {
        desk.says(&[os(word)], &[]);
    }
    desk.says(&[os("\u{1b}[31mverifier")], &[]);
    desk.says(&[&OsString::from_vec(b"\xc2\x9b31m\xff".to_vec())], &[]);
    desk.made_nothing_hidden();
}

#[test]
fn case_51_what_the_environment_holds_is_not_said() {
    let mut desk = Desk::new();
    let file = desk.put("s.ron", evening());
    let hostile: String = HIDDEN.into_iter().filter(|it| *it != '\0').collect();
    let path = desk.folder.path().join(format!("\u{1b}]0;x\u{7}\u{202e}{}", &hostile[4..]));
    let (value, path) = (OsString::from(&hostile), path.into_os_string());
    for (name, value) in [
        ("HOME", &path),
        ("XDG_STATE_HOME", &path),
        ("XDG_CONFIG_HOME", &path),
        ("XDG_STATE_HOME", &value),
        ("NO_COLOR", &value),
        ("LANG", &value),
        ("LC_ALL", &value),
        ("TERM", &value),
        ("TZ", &value),
        ("TMPDIR", &path),
        ("COLUMNS", &value),
        ("RUST_BACKTRACE", &value),
    ] {
        for verb in
            [&["verifier", "FILE"][..], &["sceau", "FILE"], &["pv", "FILE"], &["FILE"], &[], &["repeter"], &["--aide"]]
        {
            let (code, said) = desk.says(&typed(verb, &file), &[(name, value)]);
            assert_ne!(code, Some(101), "{name}: {said}");
        }
    }
    // Preferences and charters in a folder of such a name, and hostile themselves.
    let config = PathBuf::from(&path).join("hemicycle");
    for name in ["config.ron", "charte.ron"] {
        desk.put(config.join(name), format!("(palette: \"{hostile}\", {hostile}: 1)"));
    }
    for verb in [&["verifier", "FILE"][..], &["pv", "FILE"], &[]] {
        let (_, said) = desk.says(&typed(verb, &file), &[("XDG_CONFIG_HOME", &path)]);
        assert!(said.contains("‹U+001B›"), "{verb:?}: the path is said, made plain: {said}");
    }
    desk.made_nothing_hidden();
}

#[test]
fn case_51_what_stands_beside_a_session_file_is_said_without_what_it_hides() {
    let hostile: String = HIDDEN.iter().filter(|it| !matches!(it, '\r')).collect();
    let beside: [(&str, String); 9] = [
        ("s.journal", format!("{hostile}\n{{\"{hostile}\": 1}}\n")),
        ("s.suites", hostile.clone()),
        ("s.lock", format!("pid 1\nhost {hostile}\nsince {hostile}\n")),
        ("s.notes/01.md", format!("# {hostile}\n\nUn mot {hostile}.\n")),
        (&*format!("s.notes/{}.md", &hostile[..3]), "Un mot.".to_owned()),
        ("charte.ron", format!("({hostile}: \"{hostile}\")")),
        ("s.charte.ron", format!("(entete: [\"{hostile}\"])")),
        ("elus.csv", format!("nom;{hostile}\n{hostile};x\n")),
        ("modele.odt", hostile.clone()),
    ]
    .map(|(name, content)| (Box::leak(name.to_owned().into_boxed_str()) as &str, content));
    for (name, content) in beside {
        let mut desk = Desk::new();
        desk.put(name, &content);
        let members = if name == "elus.csv" { "membres: Fichier(\"elus.csv\"), autres: [" } else { "membres: [" };
        let file = desk.put("s.ron", evening().replacen("membres: [", members, 1));
        for verb in [
            &["verifier", "FILE"][..],
            &["sceau", "FILE"],
            &["pv", "FILE"],
            &["pv", "FILE", "--format", "md"],
            &["exporter", "FILE"],
            &["registre", "FILE"],
            &[],
        ] {
            let (code, said) = desk.says(&typed(verb, &file), &[]);
            assert_ne!(code, Some(101), "{name}: {said}");
        }
        desk.says(&[os("modeles"), os("verifier"), os(name)], &[]);
        desk.says(&[os("creer"), os("--depuis"), os(name)], &[]);
        let course = desk.put("cours.ron", format!("[Ouvrir, {content:?}, Rapport(numero: \"{content}\")]"));
        desk.says(&[os("saisir"), file.as_os_str(), course.as_os_str()], &[]);
        desk.made_nothing_hidden();
    }
}

/// What the message of a panic may quote.
const QUOTED: &str = "byte index 3 of `\u{1b}]0;x\u{7}\u{202e}` BERTIER a voté blanc";

#[test]
#[ignore = "it panics: the test below runs it in a process of its own"]
fn panics_in_a_verb() {
    let ended = hemicycle::verbs::unless_it_panics(|| panic!("{QUOTED}"));
    assert_eq!(ended, None);
    // A library that panics and is caught is nobody's business.
    let ended = hemicycle::verbs::unless_it_panics(|| {
        let caught = std::panic::catch_unwind(|| panic!("{QUOTED}"));
        assert!(caught.is_err());
        hemicycle::verbs::Exit::Fine
    });
    assert_eq!(ended, Some(hemicycle::verbs::Exit::Fine));
}

#[test]
fn case_51_a_panic_in_a_verb_says_its_place_and_nothing_of_what_it_quotes() {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.args(["--exact", "verbs::panics_in_a_verb", "--ignored", "--nocapture"]).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{said}");
    assert_eq!(said.matches("Erreur du programme (tests/hostile_text/verbs.rs").count(), 1, "{said}");
    assert!(!said.contains("voté"), "{said}");
    assert_plain(&said, "a panic");
}

#[test]
fn case_51_goes_red_for_anything_hidden_in_what_is_said() {
    for hidden in HIDDEN {
        let said = format!("Le fichier {hidden} manque.\n");
        assert!(std::panic::catch_unwind(|| assert_plain(&said, "")).is_err(), "U+{:04X}", u32::from(hidden));
    }
    assert_plain("L’été : 5 €\n\tet demi\u{202f}!\n", "");
}

//! The look and the sentences of an assembly: what is wrong with them is said to the letter, what is right is found where
//! it should be looked for, and `docs/charte.md` says what there is.

#[path = "common/all_kinds.rs"]
mod all_kinds;
#[path = "common/evening.rs"]
mod desk;
#[path = "charter/document.rs"]
mod document;
#[allow(dead_code, reason = "the evening is shared, and each test uses a part of it")]
#[path = "papers/evening.rs"]
mod evening;
#[path = "common/paper.rs"]
mod paper;

use std::fs;
use std::path::{Path, PathBuf};

use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::{Phrase, Phrases};
use hemicycle::council::sitting::Sitting;
use hemicycle::french;
use hemicycle::look::{Look, Margins, PictureKind, Rgb};
use hemicycle::papers::document::{Block, Document, Style};
use hemicycle::papers::{Paper, Sources, compose};
use hemicycle::store::charter::{self, CharterUnread, load, look_of, phrases_of};
use hemicycle::store::session_file::files::{Folder, LIMIT};
use hemicycle::store::session_file::problem::{ProblemKind, Unread, Unreadable};

fn rewrite() -> bool {
    std::env::vars().any(|(name, _)| name == "HEMICYCLE_REWRITE")
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file of `tests/bad_charters/` with the whole message that it gets; `formules-*` are sentences.
///
/// `HEMICYCLE_REWRITE=1 cargo test --test charter` writes the messages anew, to be read before they are kept.
#[test]
fn every_bad_charter_gets_exactly_its_message() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(project("tests/bad_charters")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    files.sort();
    assert!(files.len() >= 25, "{}", files.len());
    let mut different = Vec::new();
    for path in files {
        let name = PathBuf::from(path.file_name().unwrap());
        let source = fs::read_to_string(&path).unwrap();
        let problems = if name.to_string_lossy().starts_with("formules-") {
            phrases_of(&source).err()
        } else {
            look_of(&source, &Folder::of(&path)).err()
        };
        let problems = problems.unwrap_or_else(|| panic!("{} is read", name.display()));
        let message = french::charter::unread(&CharterUnread { files: vec![Unread { path: name.clone(), problems }] });
        let expected = path.with_extension("expected");
        if rewrite() {
            fs::write(&expected, &message).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&message) {
            different.push(format!("{}:\n{message}", name.display()));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// A folder with a session file, and a configuration folder, both empty.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        for folder in ["seance/modeles", "configuration"] {
            fs::create_dir_all(desk.at(folder)).unwrap();
        }
        desk
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        fs::write(self.at(path), content).unwrap();
    }

    fn load(&self) -> Result<charter::Charter, CharterUnread> {
        load(&self.at("seance/x.ron"), Some(&self.at("configuration")))
    }

    /// The files that were used, from the desk on.
    fn used(&self) -> Vec<String> {
        let files = self.load().unwrap().files;
        files.iter().map(|path| path.strip_prefix(self.folder.path()).unwrap().display().to_string()).collect()
    }
}

fn says(text: &str) -> String {
    format!("(formules: (unanimite: \"{text}\"))")
}

#[test]
fn without_any_file_the_programs_own_look_and_sentences_stand() {
    let desk = Desk::new();
    assert_eq!(desk.load().unwrap(), charter::Charter::default());
    let nowhere = load(Path::new("nowhere/at/all.ron"), Some(Path::new("/nowhere/either"))).unwrap();
    assert_eq!(nowhere, charter::Charter::default());
    assert_eq!(load(&desk.at("seance/x.ron"), None).unwrap(), charter::Charter::default());
}

#[test]
fn each_file_is_looked_for_beside_the_session_file_then_in_modeles_then_in_the_configuration_folder() {
    let desk = Desk::new();
    for (place, colour) in [("configuration", "#300000"), ("seance/modeles", "#200000"), ("seance", "#100000")] {
        desk.put(&format!("{place}/charte.ron"), format!("(couleur: \"{colour}\")"));
        desk.put(&format!("{place}/formules.ron"), says(place));
        desk.put(&format!("{place}/modele-pv.odt"), place);
        let charter = desk.load().unwrap();
        let red = u8::from_str_radix(&colour[1..3], 16).unwrap();
        assert_eq!(charter.look, Look { accent: Rgb(red, 0, 0), ..Look::default() });
        assert_eq!(charter.phrases.get(Phrase::Unanimous), Some(place));
        assert_eq!(charter.models["modele-pv.odt"], place.as_bytes());
        let names = ["charte.ron", "formules.ron", "modele-pv.odt"];
        assert_eq!(desk.used(), names.map(|name| format!("{place}/{name}")));
    }
    fs::remove_file(desk.at("seance/formules.ron")).unwrap();
    assert_eq!(desk.used(), ["seance/charte.ron", "seance/modeles/formules.ron", "seance/modele-pv.odt"]);
}

#[test]
fn models_are_gathered_from_every_place_and_other_files_are_let_be() {
    let desk = Desk::new();
    desk.put("configuration/modele-deliberation.odt", "c");
    desk.put("seance/modeles/modele-pv.odt", "m");
    for other in ["pv.odt", "modele-.odt", "modele-pv.docx", "modele-pv.odt~", "MODELE-PV.ODT"] {
        desk.put(&format!("seance/{other}"), "x");
    }
    let models = desk.load().unwrap().models;
    let found: Vec<(&str, &[u8])> = models.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_eq!(found, [("modele-deliberation.odt", &b"c"[..]), ("modele-pv.odt", b"m")]);
}

#[test]
fn a_charter_with_everything_is_followed() {
    let desk = Desk::new();
    for (name, from) in [
        ("blason.png", "tests/bad_charters/blason.png"),
        ("r.otf", "assets/fonts/LibertinusSerif-Regular.otf"),
        ("b.otf", "assets/fonts/LibertinusSerif-Bold.otf"),
        ("i.otf", "assets/fonts/LibertinusSerif-Italic.otf"),
        ("bi.otf", "assets/fonts/LibertinusSerif-BoldItalic.otf"),
    ] {
        fs::copy(project(from), desk.at("configuration").join(name)).unwrap();
    }
    desk.put(
        "configuration/charte.ron",
        "\u{feff}(\r\n    format: 1,\r\n    papier: Mesures(largeur: 200, hauteur: 280.5),\r\n    marges: (haut: 20, \
         gauche: 22.5),\r\n    entête: [\"Commune de Saint-Exemple\", \" 1, place de la Mairie \"],\r\n    logo: (fichier: \
         \"blason.png\", hauteur: 20, texte: \"Blason\"),\r\n    polices: (famille: \"Libertinus Serif\", taille: 11.5, \
         normal: \"r.otf\", gras: \"b.otf\", italique: \"i.otf\", gras_italique: \"bi.otf\"),\r\n    couleur: \
         \"#1A3c6e\",\r\n)\r\n",
    );
    let look = desk.load().unwrap_or_else(|unread| panic!("{}", french::charter::unread(&unread))).look;
    assert_eq!(look.sheet, (200.0, 280.5));
    let own = Look::default().margins;
    assert_eq!(look.margins, Margins { top: 20.0, left: 22.5, ..own });
    assert_eq!(look.letterhead, ["Commune de Saint-Exemple", "1, place de la Mairie"]);
    let logo = look.logo.unwrap();
    assert_eq!((logo.kind, logo.pixels, logo.height, logo.says.as_str()), (PictureKind::Png, (16, 16), 20, "Blason"));
    assert_eq!((look.family.as_str(), look.size, look.accent), ("Libertinus Serif", 11.5, Rgb(26, 60, 110)));
    let faces = look.faces.unwrap();
    let lengths = [&faces.regular, &faces.bold, &faces.italic, &faces.bold_italic].map(|face| face.len());
    assert!(lengths.windows(2).all(|pair| pair[0] != pair[1]) && lengths[0] > 10_000, "{lengths:?}");
}

fn kinds(unread: &CharterUnread) -> Vec<&ProblemKind> {
    unread.files.iter().flat_map(|file| &file.problems).map(|problem| &problem.kind).collect()
}

#[test]
fn mistakes_of_all_files_are_told_together() {
    let desk = Desk::new();
    desk.put("seance/charte.ron", "(couleur: \"x\", papier: A9)");
    desk.put("seance/formules.ron", says("{x}"));
    fs::create_dir(desk.at("seance/modele-pv.odt")).unwrap();
    let unread = desk.load().unwrap_err();
    let names: Vec<_> = unread.files.iter().map(|file| file.path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["charte.ron", "formules.ron", "modele-pv.odt"]);
    assert!(unread.cannot_be_read(), "a folder is no model");
    assert_eq!(kinds(&unread).len(), 4, "{unread:?}");
    let said = french::charter::unread(&unread);
    assert!(said.contains("charte.ron:1:11") && said.contains("formules.ron:1:25"), "{said}");
}

#[test]
fn what_is_no_file_of_a_clerk_is_refused_by_name_and_without_waiting() {
    type Put = fn(&Path);
    let put: [(&str, Put); 4] = [
        ("a folder", |path| fs::create_dir(path).unwrap()),
        ("a link that leads nowhere", |path| std::os::unix::fs::symlink("nowhere", path).unwrap()),
        ("an endless device", |path| std::os::unix::fs::symlink("/dev/zero", path).unwrap()),
        ("too much", |path| fs::File::create(path).unwrap().set_len(LIMIT + 1).unwrap()),
    ];
    let why = [Unreadable::Folder, Unreadable::Missing, Unreadable::Device, Unreadable::TooLong];
    for ((what, put), why) in put.into_iter().zip(why) {
        for name in ["charte.ron", "formules.ron", "modele-pv.odt"] {
            let desk = Desk::new();
            // Nearer than a good one: it is said, not passed over.
            desk.put("configuration/charte.ron", "()");
            put(&desk.at("seance").join(name));
            let unread = desk.load().unwrap_err();
            assert_eq!(kinds(&unread), [&ProblemKind::File(why.clone())], "{what}: {name}");
        }
    }
}

#[test]
fn a_logo_and_a_font_are_files_of_the_folder_of_the_charter_and_of_no_other() {
    let desk = Desk::new();
    fs::copy(project("tests/bad_charters/blason.png"), desk.at("configuration/blason.png")).unwrap();
    let with_logo = |name: &str| format!("(logo: (fichier: \"{name}\", hauteur: 20, texte: \"Blason\"))");
    desk.put("seance/charte.ron", with_logo("blason.png"));
    assert!(matches!(kinds(&desk.load().unwrap_err())[..], [ProblemKind::Beside { why: Unreadable::Missing, .. }]));
    for outside in ["../configuration/blason.png", "/etc/hostname", "~/blason.png", "a/../../blason.png"] {
        desk.put("seance/charte.ron", with_logo(outside));
        let unread = desk.load().unwrap_err();
        assert!(matches!(kinds(&unread)[..], [ProblemKind::Beside { why: Unreadable::Outside, .. }]), "{outside}");
    }
    std::os::unix::fs::symlink("/dev/zero", desk.at("seance/endless.png")).unwrap();
    desk.put("seance/charte.ron", with_logo("endless.png"));
    assert!(matches!(kinds(&desk.load().unwrap_err())[..], [ProblemKind::Beside { why: Unreadable::Outside, .. }]));
    assert!(std::process::Command::new("mkfifo").arg(desk.at("seance/pipe.png")).status().unwrap().success());
    desk.put("seance/charte.ron", with_logo("pipe.png"));
    assert!(matches!(kinds(&desk.load().unwrap_err())[..], [ProblemKind::Beside { why: Unreadable::Pipe, .. }]));
}

#[test]
fn the_charter_and_the_sentences_that_are_written_out_say_what_holds_without_any() {
    let look = look_of(french::charter::OWN_CHARTER, &Folder::of(Path::new("x.ron")));
    assert_eq!(look.unwrap(), Look::default());
    let phrases = phrases_of(&french::charter::own_wording()).unwrap();
    assert_eq!(phrases.0.len(), Phrase::ALL.len());
    for phrase in Phrase::ALL {
        assert_eq!(phrases.get(phrase), Some(french::phrases::own(phrase)));
    }
}

#[test]
fn every_remark_of_the_charter_that_is_written_out_holds_once_it_counts() {
    let desk = Desk::new();
    fs::copy(project("tests/bad_charters/blason.png"), desk.at("seance/logo.png")).unwrap();
    for (face, name) in
        ["Regular", "Bold", "Italic", "BoldItalic"].into_iter().zip(["Regular", "Bold", "Italic", "BoldItalic"])
    {
        let from = format!("assets/fonts/LibertinusSerif-{face}.otf");
        fs::copy(project(&from), desk.at(&format!("seance/Police-{name}.ttf"))).unwrap();
    }
    let fields = ["entete:", "logo:", "normal:", "italique:"];
    let counts = |line: &str| match line.trim_start().strip_prefix("// ") {
        Some(rest) if fields.iter().any(|field| rest.starts_with(field)) => rest.to_owned(),
        _ => line.to_owned(),
    };
    let uncommented: Vec<String> = french::charter::OWN_CHARTER.lines().map(counts).collect();
    desk.put("seance/charte.ron", uncommented.join("\n"));
    let look = desk.load().unwrap_or_else(|unread| panic!("{}", french::charter::unread(&unread))).look;
    assert!(look.logo.is_some() && look.faces.is_some() && look.letterhead.len() == 2);
}

fn worded(sitting: &Sitting, phrases: &Phrases, paper: &Paper) -> Document {
    compose(&Sources { sitting, seal: None, notes: &Notes::default(), phrases }, paper).expect("a paper")
}

/// The decisions that a paper prints.
fn decisions(blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(Style::Decision, line) => all.push(line.text()),
            Block::KeepTogether(blocks) | Block::Enclosed(blocks) => all.extend(decisions(blocks)),
            _ => {}
        }
    }
    all
}

fn phrases(pairs: &[(Phrase, &str)]) -> Phrases {
    Phrases(pairs.iter().map(|(phrase, text)| (*phrase, (*text).to_owned())).collect())
}

#[test]
fn every_paper_and_the_screen_say_the_decision_in_the_same_words_of_the_assembly() {
    let own = phrases(&[(Phrase::DeliberationAdopted, "LE CONSEIL, {majorite_nommee} ADOPTE.")]);
    let sitting = evening::evening();
    let report = sitting.docket().agenda.reports().next().unwrap();
    let done = sitting.progress(&report.id).unwrap().done().unwrap();
    let said =
        french::phrases::decision_of(&sitting, report, &done.vote, done.tally.as_ref(), done.outcome, &own).to_string();
    assert!(said.starts_with("LE CONSEIL, à la majorité, par ") && said.contains(" voix contre ("), "{said}");
    let set = french::typography::typeset(&said);
    let nominal = Paper::NominalRecord(report.id.clone());
    for paper in [Paper::Minutes, Paper::ShortMinutes, evening::deliberation("01"), nominal] {
        let document = worded(&sitting, &own, &paper);
        assert!(decisions(&document.blocks).contains(&set), "{paper:?}: {:?}", decisions(&document.blocks));
        let without = worded(&sitting, &Phrases::default(), &paper);
        assert!(!decisions(&without.blocks).contains(&set));
    }
}

#[test]
fn the_session_file_says_it_before_the_charter_sentence_by_sentence() {
    let source = fs::read_to_string(project("tests/papers/bourg-exemple.ron")).unwrap();
    let source = source.replacen("genre: Commune", "genre: Commune, formules: (unanimité: \"d’une seule voix\")", 1);
    let folder = Folder::of(&project("tests/papers/bourg-exemple.ron"));
    let parsed =
        hemicycle::store::session_file::parse(&source, &folder).unwrap_or_else(|problems| panic!("{problems:?}"));
    let sitting = Sitting::new(parsed.docket);
    let mut room = sitting.clone();
    evening::run(&mut room, &hemicycle::council::command::Command::Open { at: None });
    evening::vote(&mut room, "01", &[], None);
    let charter = phrases(&[
        (Phrase::Unanimous, "par acclamation"),
        (Phrase::DeliberationAdopted, "Le conseil décide {majorite} d’adopter."),
    ]);
    let document = worded(&room, &charter, &evening::deliberation("01"));
    assert_eq!(decisions(&document.blocks), ["Le conseil décide d’une seule voix d’adopter."]);
}

#[test]
fn the_sentences_alone_are_read_for_the_screen_and_a_logo_that_is_wrong_does_not_matter_there() {
    let desk = Desk::new();
    desk.put("seance/charte.ron", "(logo: ())");
    desk.put("configuration/formules.ron", says("d’une voix"));
    let read = |desk: &Desk| charter::load_phrases(&desk.at("seance/x.ron"), Some(&desk.at("configuration")));
    assert_eq!(read(&desk).unwrap().get(Phrase::Unanimous), Some("d’une voix"));
    assert!(desk.load().is_err());
    desk.put("seance/formules.ron", says("{"));
    assert_eq!(kinds(&read(&desk).unwrap_err()).len(), 1);
}

#[test]
fn the_verb_verifier_says_what_is_wrong_with_the_charter_of_a_session_file() {
    let desk = Desk::new();
    fs::copy(project("tests/papers/bourg-exemple.ron"), desk.at("seance/x.ron")).unwrap();
    fs::copy(project("tests/papers/carte.md"), desk.at("seance/carte.md")).unwrap();
    let verify = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.env("XDG_CONFIG_HOME", desk.at("nowhere")).arg("verifier").arg(desk.at("seance/x.ron"));
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (_, before) = verify();
    assert!(!before.contains("E165"), "{before}");
    desk.put("seance/charte.ron", "(couleur: \"bleu\")");
    let (code, said) = verify();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("E165  ") && said.contains("charte.ron:1:11"), "{said}");
}

#[test]
fn the_screen_says_the_decision_in_the_words_of_the_charter() {
    let mut evening = desk::Evening::first_vote();
    let before = evening.screen(120, 40);
    assert!(before.contains("Après en avoir délibéré") && !before.contains("LE CONSEIL"), "{before}");
    evening.app = evening.app.clone().worded(phrases(&[(Phrase::DeliberationAdopted, "LE CONSEIL ADOPTE.")]));
    let after = evening.screen(120, 40);
    assert!(after.contains("LE CONSEIL ADOPTE.") && !after.contains("Après en avoir délibéré"), "{after}");
}

#[test]
fn the_screen_says_the_decision_on_an_amendment_in_the_words_of_the_charter() {
    let mut evening = desk::Evening::of(all_kinds::docket());
    evening.keys("<enter> <enter> <enter> <enter> <enter>");
    let before = evening.screen(120, 40);
    assert!(before.contains("Après en avoir délibéré"), "{before}");
    evening.app = evening.app.clone().worded(phrases(&[(Phrase::ProposalAdopted, "ON RETIENT {proposition}.")]));
    let after = evening.screen(120, 40);
    assert!(after.contains("ON RETIENT l’amendement n° 1."), "{after}");
}

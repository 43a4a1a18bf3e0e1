//! The guide held against the program: every command of it is understood, every key is in the table, every picture and
//! every link is there, and every sentence that it quotes is really said. Its notation is in `tests/guide/reading.rs`.
//!
//! `HEMICYCLE_REWRITE=1 cargo test --test guide` makes its table of keys anew, `HEMICYCLE_WRITE_PICTURES=1` its pictures.

#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;
#[path = "guide/keys.rs"]
mod keys;
#[path = "guide/reading.rs"]
mod reading;
#[path = "guide/said.rs"]
mod said;
#[path = "common/story.rs"]
mod story;
#[path = "common/svg.rs"]
mod svg;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use hemicycle::app::Key;
use hemicycle::app::keymap::{Stroke, TABLE};
use hemicycle::app::story::key_of;
use hemicycle::cli::{self, CreateAsked};
use hemicycle::verbs::{Exit, check, create_with};
use jiff::civil::date;
use reading::{Page, root};
use said::Corpus;
use story::plain;

const GUIDE: &str = "docs/guide.md";

/// Every page for those who use the program.
fn pages() -> Vec<Page> {
    let docs = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = docs.map(|name| format!("docs/{}", name.to_str().unwrap())).collect();
    names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "md"));
    names.push("README.md".to_owned());
    names.sort();
    names.iter().map(|name| Page::read(name)).collect()
}

/// The words of a command after those that start the program; none where another program is called.
fn words_of(command: &str) -> Option<Vec<String>> {
    let command = command.split(" > ").next()?.replace("cargo run --release --", "hemicycle");
    let command = command.replace("bash|zsh|fish", "bash").replace('…', "").replace("FICHIER", "seance.ron");
    let mut words: Vec<String> = command.split_whitespace().map(str::to_owned).collect();
    (words.first()? == "hemicycle").then(|| {
        // « [FICHIER] »: what may be left out is left out.
        words.retain(|word| !word.contains(['[', ']', '|']));
        words
    })
}

/// What is wrong with the commands of a page.
fn wrong_commands(page: &Page) -> Vec<String> {
    let mut wrong = vec![];
    for command in page.commands() {
        let Some(words) = words_of(&command) else { continue };
        match cli::parse(words.into_iter().map(OsString::from)) {
            Ok(_) | Err(cli::Instead::Say(_)) => {}
            // A verb that is only named wants a file: it is known.
            Err(cli::Instead::Refuse(why)) if command.split_whitespace().count() <= 3 && why.contains("Il manque") => {}
            Err(cli::Instead::Refuse(why)) => wrong.push(format!("{}: {command}\n{why}", page.path)),
        }
    }
    wrong
}

/// The keys of a page that no row of the table has.
fn unknown_keys(page: &Page) -> Vec<String> {
    let key = |name: &str| match key_of(name) {
        Some(key) => Some(key),
        None if name.chars().count() == 1 => name.chars().next().map(Key::Char),
        None => None,
    };
    let is_in_the_table =
        |key: Key| TABLE.iter().flat_map(|binding| binding.strokes).any(|stroke| *stroke == Stroke::Is(key));
    page.keys().into_iter().filter(|name| !key(name).is_some_and(is_in_the_table)).collect()
}

/// The links of a page that lead nowhere.
fn broken_links(page: &Page) -> Vec<String> {
    let is_broken = |link: &String| {
        let Some((path, anchor)) = page.target(link) else { return false };
        let name = path.strip_prefix(root()).map(|path| path.display().to_string()).unwrap_or_default();
        !path.exists() || anchor.is_some_and(|anchor| !Page::read(&name).anchors().contains(&anchor))
    };
    page.links().into_iter().filter(is_broken).map(|link| format!("{}: {link}", page.path)).collect()
}

#[test]
fn every_command_of_the_guide_and_of_the_other_pages_is_one_that_the_program_understands() {
    let wrong: Vec<String> = pages().iter().flat_map(wrong_commands).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(Page::read(GUIDE).commands().len() > 12);
}

#[test]
fn every_key_of_the_guide_is_in_the_table_of_keys() {
    let guide = Page::read(GUIDE);
    assert_eq!(unknown_keys(&guide), Vec::<String>::new());
    let named: BTreeSet<String> = guide.keys().into_iter().collect();
    assert!(named.len() > 25, "{named:?}");
}

#[test]
fn the_table_of_keys_in_the_guide_is_the_one_that_the_program_has() {
    let guide = Page::read(GUIDE);
    let (before, rest) = guide.text.split_once(keys::MARKS.0).expect("the table begins");
    let (kept, after) = rest.split_once(keys::MARKS.1).expect("the table ends");
    let table = keys::table();
    #[allow(clippy::disallowed_methods, reason = "a test may be asked to write what it compares with")]
    if std::env::var_os("HEMICYCLE_REWRITE").is_some() {
        let text = [before, keys::MARKS.0, &table, keys::MARKS.1, after].concat();
        fs::write(root().join(GUIDE), text).unwrap();
        return;
    }
    assert!(kept == table, "{GUIDE} has an old table of keys (HEMICYCLE_REWRITE=1 writes it anew)\n{table}");
}

#[test]
fn every_sentence_that_the_guide_quotes_is_said_by_the_program() {
    let guide = Page::read(GUIDE);
    let corpus = Corpus::hear();
    let quoted = guide.said();
    assert!(quoted.len() > 30, "{}", quoted.len());
    let unsaid: Vec<&String> = quoted.iter().filter(|sentence| !corpus.says(sentence)).collect();
    assert!(unsaid.is_empty(), "never said: {unsaid:#?}");
    let blocks = guide.blocks().into_iter().filter(|block| block.language == "text");
    let lines: Vec<String> = blocks.flat_map(|block| block.lines).filter(|line| !line.trim().is_empty()).collect();
    let unsaid: Vec<&String> = lines.iter().filter(|line| !corpus.says(line)).collect();
    assert!(unsaid.is_empty(), "never written: {unsaid:#?}");
    assert!(!corpus.says("Rapport n° 01 proclamé à 18 h 13") && !corpus.says("roposé"));
}

#[test]
fn the_questions_of_creer_are_those_of_the_guide_and_its_answers_make_a_sound_file() {
    let guide = Page::read(GUIDE);
    let block = |language: &str| guide.blocks().into_iter().find(|block| block.language == language).expect(language);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2025-03-03.ron");
    let members = folder.path().join("elus.csv");
    fs::write(&members, block("csv").lines.join("\n")).unwrap();
    let (mut asked, mut answers) = (vec![], String::new());
    for line in block("creer").lines.iter().filter(|line| !line.trim().is_empty()) {
        let answered = if line.ends_with(" :") || line.contains('→') { None } else { line.rsplit_once(" : ") };
        let (question, answer) = match answered {
            Some((question, answer)) => (format!("{question} :"), answer),
            None => (line.clone(), ""),
        };
        // The files are put into the folder of the test.
        let is_name = question.starts_with("Nom du fichier");
        if question.ends_with(" :") && !line.contains('→') {
            let answer = if is_name { path.to_str().unwrap().to_owned() } else { answer.to_owned() };
            answers.push_str(&answer.replace("elus.csv", members.to_str().unwrap()));
            answers.push('\n');
        }
        asked.push(if is_name { "Nom du fichier".to_owned() } else { plain(&question) });
    }
    let given = CreateAsked::default();
    let mut said = Vec::new();
    let exit = create_with(&given, None, date(2025, 2, 20), &mut Cursor::new(answers), &mut said, false);
    let said = String::from_utf8(said).unwrap();
    assert_eq!(exit, Exit::Fine, "{said}");
    let lines: Vec<String> = said.lines().map(plain).collect();
    // The name that is offered depends on the folder: only its question is compared.
    let is_begun = |line: &str, question: &str| question == "Nom du fichier" && line.starts_with(question);
    let mut from = 0;
    for question in asked {
        let found = lines[from..].iter().position(|line| *line == question || is_begun(line, &question));
        from += 1 + found.unwrap_or_else(|| panic!("« {question} » is not said, or not there:\n{said}"));
    }
    assert_eq!(check(&[path.as_path()]), Exit::Fine);
}

#[test]
fn every_picture_of_the_guide_is_there_and_none_is_left_over() {
    let guide = Page::read(GUIDE);
    let used: BTreeSet<String> = guide
        .links()
        .into_iter()
        .filter_map(|link| Some(link.strip_prefix("../screenshots/guide/")?.to_owned()))
        .collect();
    let kept: BTreeSet<String> = fs::read_dir(root().join("screenshots/guide"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(used, kept);
}

#[test]
fn the_pictures_that_no_story_makes_are_fresh() {
    let folder = said::samples();
    let home = svg::picture(&said::home(folder.path()), "hemicycle : les séances du dossier");
    golden::agree("screenshots/guide/accueil.svg", &home);
    let display = svg::picture(&said::display(), "hemicycle : l’écran public, un résultat proclamé");
    golden::agree("screenshots/guide/ecran-public.svg", &display);
}

#[test]
fn every_link_of_the_guide_and_of_the_other_pages_leads_somewhere() {
    let broken: Vec<String> = pages().iter().flat_map(broken_links).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn what_is_wrong_in_a_page_is_noticed() {
    let page = Page::of(
        "# Un titre\n\n`hemicycle verifer x.ron` **F11** **Entrée** **Ctrl-W** **proclamer** [ici](#un-titre) [là](absent.md)\n\n\
         ```sh\nhemicycle pv a.ron --formt md\nhemicycle pv a.ron --tout\n```\n",
    );
    assert_eq!(wrong_commands(&page).len(), 2);
    assert_eq!(unknown_keys(&page), ["F11", "Ctrl-W", "proclamer"]);
    assert_eq!(page.links(), ["#un-titre", "absent.md"]);
    assert_eq!(page.anchors(), ["un-titre"]);
    assert_eq!(broken_links(&Page { path: "docs/guide.md".to_owned(), ..Page::of("[là](absent.md)") }).len(), 1);
}

//! The walls of the house, read from the sources: who may know whom, who may call what, where French may stand.

use std::fs;
use std::path::{Path, PathBuf};

/// Each part of the house and the parts that it may name. The rim may name all.
const ARROWS: &[(&str, &[&str])] = &[
    ("caught", &[]),
    ("council", &[]),
    ("french", &["council", "store"]),
    ("look", &[]),
    ("seating", &["council"]),
    ("store", &["caught", "council", "look"]),
    ("papers", &["caught", "council", "french", "look", "seating"]),
    ("exchange", &["caught", "council", "french"]),
    ("app", &["council", "french", "papers", "seating"]),
    ("tui", &["app", "council", "french", "papers", "seating"]),
    ("linear", &["app", "council", "french"]),
];

/// The rim, `main` beside it: nobody inside may name it.
const RIM: &[&str] =
    &["cli", "clock", "desk", "display", "home", "open", "rehearse", "replay", "run", "signals", "verbs"];

/// What a part may not call at all, with the reason.
const BANNED: &[(&str, &str, &str)] = &[
    ("council", "std::fs", "the core has no disk"),
    ("council", "std::env", "the core has no environment"),
    ("council", "std::time", "the core has no clock"),
    ("council", "std::io", "the core has no terminal"),
    ("council", "ratatui", "the core has no terminal"),
    ("app", "std::fs", "the screens as data have no disk"),
    ("app", "std::time", "the time is told to the screens"),
    ("app", "ratatui", "the screens as data draw nothing"),
    ("seating", "std::fs", "where a seat stands depends on the roster alone"),
    ("seating", "std::time", "where a seat stands depends on the roster alone"),
    ("seating", "ratatui", "the plan is drawn by the screen and by the papers"),
    ("linear", "std::fs", "what is said depends on the program alone"),
    ("linear", "std::io", "lines are said to whoever asks; the rim writes them"),
    ("linear", "std::time", "what is said depends on the program alone"),
    ("linear", "ratatui", "what is heard is not read from what is drawn"),
    ("tui", "std::fs", "the screens draw what they are given"),
    ("tui", "std::time", "a screen is a function of the program"),
    ("papers", "std::fs", "a paper is a function of the state"),
    ("papers", "std::time", "same state, same bytes"),
    ("papers", "HashMap", "same state, same bytes"),
    ("exchange", "HashMap", "same state, same bytes"),
    ("store", "ratatui", "the disk draws nothing"),
    ("", "std::net", "no network code at all"),
];

struct Source {
    part: String,
    path: PathBuf,
    code: String,
}

/// The sources without comments and without their unit tests.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
                let inside = path.strip_prefix(&root).expect("inside the sources");
                let part = inside.components().next().expect("a name").as_os_str().to_string_lossy();
                let text = fs::read_to_string(&path).expect("a source");
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>();
                sources.push(Source { part: part.trim_end_matches(".rs").into(), path, code: code.join("\n") });
            }
        }
    }
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

/// Every path that the `use` declarations of a source bring in, lists within lists written out: `use std::{fs, io::Read}`
/// brings `std::fs` and `std::io::Read`.
fn used_paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (place, _) in code.match_indices("use ") {
        let is_declaration = code[..place].chars().next_back().is_none_or(char::is_whitespace);
        if let Some(end) = code[place..].find(';').filter(|_| is_declaration) {
            write_out("", &code[place + "use ".len()..place + end], &mut paths);
        }
    }
    paths
}

fn write_out(prefix: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((before, list)) = tree.split_once('{') else {
        let path = tree.split_whitespace().next().unwrap_or_default();
        paths.push(format!("{prefix}{path}"));
        return;
    };
    let list = list.trim_end().strip_suffix('}').unwrap_or(list);
    let (mut depth, mut begins) = (0, 0);
    for (place, character) in list.char_indices().chain([(list.len(), ',')]) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !list[begins..place].trim().is_empty() {
                    write_out(&format!("{prefix}{}", before.trim()), &list[begins..place], paths);
                }
                begins = (place + 1).min(list.len());
            }
            _ => {}
        }
    }
}

/// Whether a source names that path: as it stands, or in a list.
fn names(code: &str, path: &str) -> bool {
    let is_it = |used: &String| used == path || used.starts_with(&format!("{path}::"));
    code.contains(path) || used_paths(code).iter().any(is_it)
}

/// The parts that a source names: `crate::store`, `use crate::{app, tui::draw}`.
fn named_parts(code: &str) -> Vec<String> {
    let inline = code.match_indices("crate::").map(|(place, _)| code[place..].to_owned());
    let paths = inline.chain(used_paths(code));
    let parts = paths.filter_map(|path| {
        let rest = path.strip_prefix("crate::")?;
        let part: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        (!part.is_empty()).then_some(part)
    });
    let mut parts: Vec<String> = parts.collect();
    parts.sort();
    parts.dedup();
    parts
}

/// What is wrong with a source of that part, if anything.
fn broken_arrows(part: &str, code: &str) -> Vec<String> {
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == part) else { return vec![] };
    let inside: Vec<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    named_parts(code)
        .into_iter()
        .filter(|named| named != part && !allowed.contains(&named.as_str()))
        .filter(|named| inside.contains(&named.as_str()) || RIM.contains(&named.as_str()))
        .collect()
}

#[test]
fn the_arrows_of_the_house_only_run_one_way() {
    for source in sources() {
        let broken = broken_arrows(&source.part, &source.code);
        assert!(broken.is_empty(), "{} may not know {broken:?}", source.path.display());
    }
}

#[test]
fn a_broken_arrow_is_noticed() {
    assert_eq!(broken_arrows("council", "use crate::french::numbers;"), ["french"]);
    assert_eq!(broken_arrows("tui", "use crate::{app, store::journal};"), ["store"]);
    assert_eq!(broken_arrows("app", "let x = crate::run::hold();"), ["run"]);
    assert_eq!(broken_arrows("store", "use crate::open::open;"), ["open"]);
    assert_eq!(broken_arrows("app", "use crate::{council::{id, law}, tui::{self, text}};"), ["tui"]);
    assert_eq!(broken_arrows("app", "use crate::{\n    council::{id::{MemberId}},\n    store,\n};"), ["store"]);
    assert!(broken_arrows("tui", "use crate::app; use crate::council::id;").is_empty());
}

#[test]
fn a_call_in_a_list_is_noticed() {
    assert!(names("use std::{fs, io};", "std::fs"));
    assert!(names("use std::{collections::{BTreeMap, HashMap}, fs::File};", "std::fs"));
    assert!(names("let x = std::fs::read(path);", "std::fs"));
    assert!(!names("use std::{fmt, io};", "std::fs"));
    assert_eq!(used_paths("use a::{b as c, d::{e, f::g}}; x"), ["a::b", "a::d::e", "a::d::f::g"]);
}

#[test]
fn no_part_calls_what_it_must_not_know() {
    for source in sources() {
        for (part, banned, reason) in BANNED {
            let concerned = part.is_empty() || source.part == *part;
            assert!(!(concerned && names(&source.code, banned)), "{}: {banned}: {reason}", source.path.display());
        }
    }
}

/// The words of the files that a clerk writes, which are French: they stand in these files. And the articles, as they are
/// quoted, with what stands in place of one; and two tables of signs, which hold letters and no words.
const FRENCH_ELSEWHERE: &[&str] = &[
    "store/session_file/plan.rs",
    "store/session_file/schema.rs",
    "store/session_file/schema/report.rs",
    "store/session_file/shape.rs",
    "store/session_file/shape/phrases.rs",
    "store/session_file/shape/report.rs",
    "store/charter/schema.rs",
    "store/charter/shape.rs",
    "store/preferences/schema.rs",
    "store/preferences/shape.rs",
    "store/course/language.rs",
    "council/law.rs",
    "council/law/table.rs",
    "tui/ascii.rs",
    "tui/widgets/big_letters/font.rs",
];

#[test]
fn french_words_stand_in_french_only() {
    let may = |path: &Path| FRENCH_ELSEWHERE.iter().any(|known| path.ends_with(known));
    for source in sources().iter().filter(|source| source.part != "french" && !may(&source.path)) {
        for literal in string_literals(&source.code) {
            let french = literal.chars().any(|c| "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒ’«»".contains(c));
            assert!(!french, "{}: {literal:?} belongs to french/", source.path.display());
        }
    }
}

/// The texts between quotes, line by line; characters between apostrophes are not texts.
fn string_literals(code: &str) -> Vec<String> {
    let mut literals = Vec::new();
    for line in code.lines() {
        let line = without_characters(line);
        let mut pieces = line.split('"');
        pieces.next();
        while let (Some(inside), Some(_)) = (pieces.next(), pieces.next()) {
            literals.push(inside.to_owned());
        }
    }
    literals
}

fn without_characters(line: &str) -> String {
    let characters: Vec<char> = line.replace("'\\''", "").chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    while at < characters.len() {
        if characters[at] == '\'' && characters.get(at + 2) == Some(&'\'') {
            at += 3;
        } else {
            kept.push(characters[at]);
            at += 1;
        }
    }
    kept
}

#[test]
fn a_french_word_outside_french_is_noticed() {
    assert_eq!(string_literals(r#"let x = f("séance levée", '"');"#), ["séance levée"]);
}

#[test]
fn colours_stand_in_the_theme_only() {
    for source in sources().iter().filter(|source| !source.path.ends_with("tui/theme.rs")) {
        assert!(!source.code.contains("Color::"), "{}: a colour outside theme.rs", source.path.display());
        // What writes weights to the terminal chooses none.
        let chooses = !source.path.ends_with("tui/economy.rs") && source.code.contains("Modifier::");
        assert!(!chooses, "{}: a weight outside theme.rs", source.path.display());
    }
}

/// What puts a text into cells without cutting it with « … ».
const RAW_TEXT: &[&str] = &["set_string", "set_stringn", "set_line", "set_span", "Paragraph", "Line::", "Span::"];

#[test]
fn texts_are_put_into_cells_by_text_rs_only() {
    let draws = |source: &&Source| source.part == "tui" && !source.path.ends_with("tui/text.rs");
    for source in sources().iter().filter(draws) {
        for raw in RAW_TEXT {
            assert!(!source.code.contains(raw), "{}: {raw} outside text.rs", source.path.display());
        }
    }
}

#[test]
fn the_real_disk_is_touched_in_the_store_and_at_the_rim_only() {
    for source in sources() {
        let part = source.part.as_str();
        let may = part == "store" || part == "main" || RIM.contains(&part);
        assert!(may || !names(&source.code, "std::fs"), "{}: std::fs outside the store", source.path.display());
    }
}

#[test]
fn a_panic_is_caught_in_one_place_only_so_that_the_hook_of_the_terminal_knows_of_it() {
    // A verb, which holds no terminal, catches its own.
    let may = |path: &Path| ["src/caught.rs", "src/verbs/mishap.rs"].iter().any(|known| path.ends_with(known));
    for source in sources().iter().filter(|source| !may(&source.path)) {
        assert!(!source.code.contains("catch_unwind"), "{}: call caught::unless_it_breaks", source.path.display());
    }
}

#[test]
fn each_part_of_the_house_is_known_to_its_walls() {
    for source in sources() {
        let part = source.part.as_str();
        let known =
            ARROWS.iter().any(|(name, _)| *name == part) || RIM.contains(&part) || part == "main" || part == "lib";
        assert!(known, "{}: {part} stands in no wall", source.path.display());
    }
}

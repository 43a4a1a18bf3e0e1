//! `docs/fiabilite.md` says what is promised and which tests hold it: every case of faults has a test, every such test stands
//! in the document, and no figure of a campaign is missing.
//!
//! `HEMICYCLE_REWRITE=1 cargo test --test reliability_document` writes the number of tests and their names anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

const CASES: RangeInclusive<u8> = 1..=73;

const BEGINNING: &str = "<!-- essais : écrit par `HEMICYCLE_REWRITE=1 cargo test --test reliability_document` -->\n";
const END: &str = "<!-- fin des essais -->";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document() -> String {
    fs::read_to_string(root().join("docs/fiabilite.md")).expect("the document")
}

/// The sources of a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The cases that the name of a test says: `case_07_09_and_14_…`, `case_31_to_33_…`.
fn cases_of(name: &str) -> BTreeSet<u8> {
    let mut cases = BTreeSet::new();
    let mut words = name.strip_prefix("case_").unwrap_or_default().split('_').peekable();
    let number = |word: &str| (word.len() == 2).then(|| word.parse::<u8>().ok()).flatten();
    while let Some(word) = words.next() {
        match (word, number(word)) {
            ("and", _) if words.peek().is_some_and(|next| number(next).is_some()) => {}
            ("to", _) if words.peek().is_some_and(|next| number(next).is_some()) => {
                let from = cases.last().copied().unwrap_or(0);
                let to = words.next().and_then(number).unwrap_or(0);
                cases.extend(from..=to);
            }
            (_, Some(case)) => {
                cases.insert(case);
            }
            _ => break,
        }
    }
    cases
}

/// Every test that has the number of a case in its name, with its file.
fn tests() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["src", "tests"] {
        sources(&root().join(folder), &mut files);
    }
    files.sort();
    let mut tests = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a source");
        let file = path.strip_prefix(root()).expect("ours").display().to_string();
        let names = text.lines().filter_map(|line| line.trim_start().strip_prefix("fn case_")).map(|rest| {
            let name: String = rest.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '_').collect();
            format!("case_{name}")
        });
        tests.extend(names.map(|name| (name, file.clone())));
    }
    tests
}

/// The tests of each case.
fn by_case() -> BTreeMap<u8, BTreeSet<(String, String)>> {
    let mut by_case: BTreeMap<u8, BTreeSet<(String, String)>> = CASES.map(|case| (case, BTreeSet::new())).collect();
    for test in tests() {
        for case in cases_of(&test.0) {
            by_case.entry(case).or_default().insert(test.clone());
        }
    }
    by_case
}

/// The document with the number of tests of each case and their names as they are now.
fn made_anew(document: &str) -> String {
    let by_case = by_case();
    let (before, rest) = document.split_once(BEGINNING).expect("where the tests begin");
    let (_, after) = rest.split_once(END).expect("where they end");
    let mut rows = String::new();
    for line in before.lines() {
        let row = line.strip_prefix("| ").and_then(|row| row.split(" | ").next()?.parse::<u8>().ok());
        match (row, line.rsplit_once(" | ")) {
            (Some(case), Some((row, _))) => {
                let count = by_case.get(&case).map_or(0, BTreeSet::len);
                writeln!(rows, "{row} | {count} |").unwrap();
            }
            _ => writeln!(rows, "{line}").unwrap(),
        }
    }
    let mut listed = String::new();
    for (case, tests) in &by_case {
        if tests.is_empty() {
            writeln!(listed, "**{case:02}** manque.\n").unwrap();
            continue;
        }
        writeln!(listed, "**{case:02}**\n").unwrap();
        for (name, file) in tests {
            writeln!(listed, "- `{name}`, dans `{file}`").unwrap();
        }
        listed.push('\n');
    }
    format!("{rows}{BEGINNING}\n{listed}{END}{after}")
}

#[test]
fn every_case_of_faults_has_a_test_that_bears_its_number() {
    let missing: Vec<u8> = by_case().into_iter().filter(|(_, tests)| tests.is_empty()).map(|(case, _)| case).collect();
    assert_eq!(missing, Vec::<u8>::new(), "cases without a test `fn case_NN_…`");
}

#[test]
fn every_name_of_a_test_says_cases_that_there_are_in_two_digits() {
    for (name, file) in tests() {
        let cases = cases_of(&name);
        assert!(!cases.is_empty() && cases.iter().all(|case| CASES.contains(case)), "{file}: {name}");
    }
    assert_eq!(cases_of("case_07_09_and_14_what_holds"), BTreeSet::from([7, 9, 14]));
    assert_eq!(cases_of("case_31_to_33_a_signal"), BTreeSet::from([31, 32, 33]));
    assert_eq!(cases_of("case_05_and_a_half"), BTreeSet::from([5]));
    assert_eq!(cases_of("case_1_alone"), BTreeSet::new());
}

#[test]
fn every_test_of_a_case_stands_in_the_document_and_no_other() {
    let held = document();
    let made = made_anew(&held);
    if std::env::vars().any(|(name, value)| name == "HEMICYCLE_REWRITE" && value == "1") {
        fs::write(root().join("docs/fiabilite.md"), &made).expect("written");
        return;
    }
    assert!(held == made, "HEMICYCLE_REWRITE=1 cargo test --test reliability_document writes docs/fiabilite.md anew");
}

#[test]
fn the_document_says_every_case_in_its_order_and_every_case_stands_behind_a_promise() {
    let document = document();
    let rows = document.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()?.parse::<u8>().ok());
    assert_eq!(rows.collect::<Vec<u8>>(), CASES.collect::<Vec<u8>>());
    let (_, promises) = document.split_once("## Ce que vous pouvez attendre").expect("the promises");
    let (promises, _) = promises.split_once("\n## ").expect("their end");
    let mut held = BTreeSet::new();
    for promise in promises.split("\n\n").map(str::trim).filter(|promise| !promise.is_empty()) {
        let (_, cases) = promise.rsplit_once("*Cas ").unwrap_or_else(|| panic!("no case behind: {promise}"));
        let said: Vec<u8> =
            cases.split(|it: char| !it.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        assert!(!said.is_empty() && said.iter().all(|case| CASES.contains(case)), "{promise}");
        assert!(promise.starts_with("**") && said.is_sorted(), "{promise}");
        for part in cases.split([',', '.']).flat_map(|part| part.split(" et ")) {
            let ends: Vec<u8> = part.split(" à ").filter_map(|number| number.trim().parse().ok()).collect();
            if let (Some(from), Some(to)) = (ends.first(), ends.last()) {
                held.extend(*from..=*to);
            }
        }
    }
    assert_eq!(held, CASES.collect::<BTreeSet<u8>>(), "a case that no promise names");
}

#[test]
fn no_figure_of_a_campaign_is_missing_and_each_has_its_command() {
    let document = document();
    let (_, campaigns) = document.split_once("<!-- campagnes").expect("the campaigns");
    let (campaigns, _) = campaigns.split_once("<!-- fin des campagnes -->").expect("their end");
    let rows: Vec<&str> = campaigns.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() >= 6, "{campaigns}");
    for row in rows {
        assert!(!row.contains("à compléter") && row.contains('`'), "{row}");
    }
}

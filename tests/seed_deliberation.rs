//! The délibération of 3 March 2022 as the prefecture received it, against the one that the program prints.
//!
//! Both are reduced to words: marks of Markdown dropped; spaces, dashes and apostrophes made one. Every difference that
//! is left stands in [`ALLOWED`] with its reason. Any other fails, and so does an allowed one that no longer occurs.

#[path = "common/paper.rs"]
mod paper;

use std::path::Path;

use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::{Format, Paper};
use hemicycle::store::session_file::files::Folder;
use hemicycle::store::session_file::{load, parse};
use paper::{composed, written};
use similar::{Algorithm, DiffOp, capture_diff_slices};

const SEED: &str = include_str!("seed/2022_CT2_010.txt");
const SESSION: &str = "sessions/2022-03-03-pays-d-aix.ron";

/// A difference that is meant: words of the seed, our words in their place, how often, why.
struct Allowed {
    seed: &'static str,
    ours: &'static str,
    times: usize,
    reason: &'static str,
}

const ALLOWED: &[Allowed] = &[
    allowed("", "Délibération n°", 1, "a heading is never a bare number: a reader who hears it has to know what it is"),
    allowed("", "Rapport n°", 1, "nor is the number of the report a bare one"),
    allowed("", "par", 1, "word missing in the seed: « adressée Monsieur le Président »"),
    allowed("Etaient Présents", "Étaient présents", 1, "accent on a capital, no capital inside a sentence"),
    allowed("Etai(en)t excusé(es)", "Étaient excusés", 2, "the number is known: the form's brackets are filled in"),
    allowed("Etai(en)t", "Étai(en)t", 4, "accent on a capital; the brackets stay over an empty list"),
    allowed("■", "", 4, "ornament of the word processor"),
    allowed("Où", "Ouï", 1, "scanning fault: « Ouï le rapport »"),
    allowed("Provence", "", 1, "scanning fault: the two signatures of the convention run together, first half"),
    allowed(
        "Aix-Marseille- OBJET : Habitat et aménagement du territoire - Politique de la ville / Cohésion sociale - AVIS - \
         Approbation de la Convention Quartiers Productifs (2022/2024)",
        "Aix-Marseille-Provence",
        1,
        "scanning fault, second half; and the object, printed a second time on the seed's sheet of the vote",
    ),
];

const fn allowed(seed: &'static str, ours: &'static str, times: usize, reason: &'static str) -> Allowed {
    Allowed { seed, ours, times, reason }
}

fn run(sitting: &mut Sitting, command: &Command) {
    let accepted = sitting.decide(command, &Reasons::new()).unwrap_or_else(|refused| panic!("{refused:?}"));
    for event in &accepted.events {
        sitting.apply(event);
    }
}

/// The sitting as it happened: everyone for; then the dates of the signature and of the receipt added to the file.
fn sitting() -> Sitting {
    let path = Path::new(SESSION);
    let file = load(path).unwrap_or_else(|unread| panic!("{unread:?}"));
    let report = ReportId::new("04_2_01");
    let mut sitting = Sitting::new(file.docket);
    run(&mut sitting, &Command::Open { at: None });
    run(&mut sitting, &Command::OpenReport { report: report.clone(), with: vec![] });
    run(&mut sitting, &Command::Proclaim { report, at: None, then_open: None, on: None, then_with: vec![] });
    run(&mut sitting, &Command::Close { at: None, notes: NoteSums::new() });

    let completed = file.source.replace("// signe:", "signe:");
    assert_ne!(completed, file.source, "the file of the seed holds the dates as a remark");
    sitting.set_docket(parse(&completed, &Folder::of(path)).unwrap_or_else(|problems| panic!("{problems:?}")).docket);
    sitting
}

fn deliberation(format: Format) -> String {
    let paper = Paper::Deliberation(ReportId::new("04_2_01"));
    written(&composed(&sitting(), &paper, None).expect("the report of the seed"), format)
}

/// The words of a text, whatever marks, spaces, dashes and apostrophes it was written with.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for line in text.lines() {
        let line = line.trim_start_matches(['>', ' ']);
        // A rule, the head of a table, a frame, the mark of a list are not words.
        if line.chars().all(|c| "-|: =·─┌┐└┘".contains(c)) {
            continue;
        }
        let line = line.strip_prefix("- ").unwrap_or(line).replace(['\\', '*', '#'], "").replace(['|', '│'], " ");
        let mut spaced = String::new();
        for character in line.chars() {
            match character {
                '’' => spaced.push('\''),
                '–' | '—' | '‑' => spaced.push('-'),
                ':' | ';' | '!' | '?' | '«' | '»' => spaced.extend([' ', character, ' ']),
                '°' => spaced.extend([character, ' ']),
                other => spaced.push(other),
            }
        }
        let one_space: Vec<&str> = spaced.split_whitespace().collect();
        words.extend(one_space.join(" ").replace("L. 2", "L.2").split(' ').map(str::to_owned));
    }
    words
}

/// The differences, as (words of the seed, our words).
fn differences(seed: &[String], ours: &[String]) -> Vec<(String, String)> {
    capture_diff_slices(Algorithm::Patience, seed, ours)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| (seed[op.old_range()].join(" "), ours[op.new_range()].join(" ")))
        .collect()
}

/// What differs and is not allowed, and what is allowed and does not differ.
fn unexplained(seed: &[String], ours: &[String]) -> Vec<String> {
    let mut found = differences(seed, ours);
    let mut unexplained = Vec::new();
    for allowed in ALLOWED {
        let before = found.len();
        found.retain(|(seed, ours)| (seed.as_str(), ours.as_str()) != (allowed.seed, allowed.ours));
        if before - found.len() != allowed.times {
            let times = before - found.len();
            unexplained.push(format!("« {} » -> « {} » : {times} × ({})", allowed.seed, allowed.ours, allowed.reason));
        }
    }
    unexplained.extend(found.into_iter().map(|(seed, ours)| format!("« {seed} » -> « {ours} »")));
    unexplained
}

#[test]
fn the_deliberation_of_the_seed_is_printed_as_the_prefecture_received_it() {
    let unexplained = unexplained(&words(SEED), &words(&deliberation(Format::Markdown)));
    assert!(unexplained.is_empty(), "\n{}", unexplained.join("\n"));
}

#[test]
fn the_text_of_the_deliberation_has_the_words_of_its_markdown() {
    let differences = differences(&words(&deliberation(Format::Text)), &words(&deliberation(Format::Markdown)));
    assert_eq!(differences, []);
}

#[test]
fn the_figures_of_the_seed_are_those_of_its_table() {
    let markdown = deliberation(Format::Markdown);
    let rows: Vec<(&str, &str)> = markdown
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "))
        .filter(|(_, value)| value.parse::<u32>().is_ok())
        .collect();
    assert_eq!(
        rows,
        [
            ("Inscrits", "58"),
            ("Votants", "51"),
            ("Abstentions", "0"),
            ("Blancs et nuls", "0"),
            ("Suffrages exprimés", "51"),
            ("Majorité absolue", "26"),
            ("Pour", "51"),
            ("Contre", "0"),
            ("Ne prennent pas part au vote", "0"),
        ]
    );
}

#[test]
fn the_three_lists_of_the_seed_hold_36_15_and_7_names() {
    let markdown = deliberation(Format::Markdown);
    let names_under = |head: &str| {
        let line = markdown.lines().find(|line| line.starts_with(head)).unwrap_or_else(|| panic!("no « {head} »"));
        line.split_once("\u{a0}: ").map_or(0, |(_, names)| names.split("\u{a0}– ").count())
    };
    assert_eq!(
        ["**Étaient présents", "**Étaient excusés avec pouvoir", "**Étaient excusés sans pouvoir"].map(names_under),
        [36, 15, 7]
    );
}

#[test]
fn a_wrong_figure_a_lost_name_or_a_changed_word_is_found() {
    let seed = words(SEED);
    let ours = deliberation(Format::Markdown);
    for (right, wrong) in [
        ("| Pour | 51 |", "| Pour | 50 |"),
        ("| Abstentions | 0 |", "| Abstentions | 1 |"),
        ("RUIZ Michel\u{a0}– ", ""),
        ("CESARI Martine donne pouvoir à BARRET Guy", "CESARI Martine donne pouvoir à BIANCO Kayané"),
        ("avis favorable", "avis défavorable"),
        ("Gérard BRAMOULLÉ", "Kayané BIANCO"),
        ("013-200054807-20220303", "013-200054807-20220304"),
    ] {
        let changed = ours.replacen(right, wrong, 1);
        assert_ne!(changed, ours, "« {right} » stands in the paper");
        assert_ne!(unexplained(&seed, &words(&changed)), Vec::<String>::new(), "{right} -> {wrong}");
    }
}

#[test]
fn an_allowed_difference_that_no_longer_occurs_is_found() {
    let mended = SEED.replace("adressée Monsieur", "adressée par Monsieur");
    assert_ne!(mended, SEED);
    assert_eq!(unexplained(&words(&mended), &words(&deliberation(Format::Markdown))).len(), 1);
}

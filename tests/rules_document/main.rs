//! `docs/regles.md` is made from the code: every code with its sentence, article, kind and next step, and the table of the
//! dated rules.
//!
//! `HEMICYCLE_REWRITE=1 cargo test --test rules_document` writes it anew: look at what changed before it is committed.

mod courses;
mod findings;
mod law;
mod problems;
mod secret_findings;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use hemicycle::council::finding::{Code, Severity};
use hemicycle::council::id::ReportId;
use hemicycle::council::receipt::{Discord, Part};
use hemicycle::french::{articles, file, findings as french, receipts, typography};
use hemicycle::store::session_file::problem::Remark;

/// One code, with an example of its sentence.
struct Line {
    code: Code,
    sentence: String,
    article: &'static str,
    next_step: String,
}

impl Line {
    fn kind(&self) -> &'static str {
        match self.code.severity() {
            Severity::Impossible => "impossible",
            Severity::Irregular => "irrégulier",
            Severity::Remark => "signalé",
        }
    }
}

fn of_the_sitting(severity: Severity) -> Vec<Line> {
    let roster = findings::roster();
    let mut lines: Vec<Line> = findings::all()
        .iter()
        .filter(|finding| finding.severity() == severity)
        .map(|finding| Line {
            code: finding.code(),
            sentence: typography::typeset(&french::sentence(finding, &roster)),
            article: finding.article().map_or("", articles::cited),
            next_step: typography::typeset(french::next_step(finding)),
        })
        .collect();
    lines.sort_by_key(|line| line.code);
    lines
}

fn of_the_receipts() -> Vec<Line> {
    let part = |part, found: &str, expected: &str| Discord::Part {
        part,
        found: found.to_owned(),
        expected: expected.to_owned(),
    };
    let all = [
        Discord::Form,
        part(Part::Department, "031", "013"),
        part(Part::Siren, "200000017", "200000008"),
        part(Part::Date, "20250304", "20250303"),
        part(Part::Number, "2025_070", "2025_007"),
        part(Part::Nature, "AR", "DE"),
    ];
    let line = |discord: &Discord| Line {
        code: discord.code(),
        sentence: typography::typeset(&receipts::sentence(&ReportId::new("7"), discord)),
        article: "",
        next_step: typography::typeset(receipts::next_step(discord)),
    };
    all.iter().map(line).collect()
}

fn of_the_file() -> Vec<Line> {
    let mut lines: Vec<Line> = problems::all()
        .iter()
        .map(|problem| Line {
            code: problem.code(),
            sentence: file::sentence(problem),
            article: "",
            next_step: file::next_step(problem),
        })
        .collect();
    lines.sort_by_key(|line| line.code);
    lines
}

fn remarked_in_the_file() -> Vec<Line> {
    let line = |remark: &Remark| Line {
        code: remark.code(),
        sentence: file::remark(remark),
        article: "",
        next_step: String::new(),
    };
    problems::remarks().iter().map(line).collect()
}

fn table(lines: &[Line]) -> String {
    let mut text = String::from("| code | genre | ce qui est dit | article | que faire |\n|---|---|---|---|---|\n");
    for line in lines {
        let cell = |words: &str| match words {
            "" => "–".to_owned(),
            words => words.replace('|', "\\|").replace('\n', " "),
        };
        let (sentence, article, next) = (cell(&line.sentence), cell(line.article), cell(&line.next_step));
        let _ = writeln!(text, "| {} | {} | {sentence} | {article} | {next} |", line.code, line.kind());
    }
    text
}

const BEGINNING: &str = "\
# Les règles et leurs codes

*Cette page est faite à partir du programme ; un test la compare. Les phrases sont des exemples : les noms, les nombres et
les heures sont ceux de la séance. Rien ici n’est un conseil juridique.*

Un code qui commence par **E** est *impossible* : ce qui est demandé est refusé, rien n’est enregistré. Un code qui commence
par **W** est *irrégulier* : le programme le dit avant, avec l’article ; la présidence peut passer outre, le secrétaire tape
le motif, qui est enregistré et imprimé. Un code qui commence par **R** est *signalé* : il se lit, et n’empêche rien.

";

const OF_THE_LAW: &str = "\
## Les règles par assemblée et par date

Le code général des collectivités territoriales (CGCT), le code de l’action sociale et des familles (CASF), les lois
d’exception. Là où plusieurs lignes valent le même jour, la dernière l’emporte. Un tiret veut dire : sans date connue. Une
assemblée qui n’est dans aucune ligne n’est pas jugée sur ce point. Ce qu’une assemblée règle pour elle-même dans son fichier
de séance (« reglages »), avec un motif, passe avant cette table.

";

fn document() -> String {
    let sections = [
        ("Ce que le programme refuse pendant la séance", of_the_sitting(Severity::Impossible)),
        ("Ce qui est irrégulier", of_the_sitting(Severity::Irregular)),
        ("Ce qui ne va pas dans un acte déjà imprimé", courses::of_the_act()),
        ("Ce qui ne va pas dans un accusé de réception", of_the_receipts()),
        ("Ce qui ne va pas dans un fichier de séance", of_the_file()),
        ("Ce qui est seulement signalé dans un fichier de séance", remarked_in_the_file()),
        ("Ce qui ne va pas dans un déroulé, en plus", courses::of_the_course()),
    ];
    let mut text = typography::typeset(BEGINNING);
    for (heading, lines) in &sections {
        let _ = writeln!(text, "## {heading}\n\n{}", table(lines));
    }
    text + &typography::typeset(OF_THE_LAW) + law::tables().trim_end() + "\n"
}

#[test]
fn docs_regles_lists_every_code_and_every_dated_rule() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/regles.md");
    let document = document();
    #[allow(clippy::disallowed_methods, reason = "a test may be asked to write what it compares with")]
    if std::env::var_os("HEMICYCLE_REWRITE").is_some() {
        std::fs::write(&path, &document).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = kept.lines().zip(document.lines()).find(|(kept, made)| kept != made);
    assert!(kept == document, "docs/regles.md is stale (HEMICYCLE_REWRITE=1 writes it anew): {differing:?}");
}

#[test]
fn no_code_is_left_out_or_used_for_two_things() {
    let sitting = [of_the_sitting(Severity::Impossible), of_the_sitting(Severity::Irregular)].concat_codes();
    let without_gap = |letter: char| {
        let of: Vec<&String> = sitting.iter().filter(|code| code.starts_with(letter)).collect();
        let expected: Vec<String> = (1..=of.len()).map(|number| format!("{letter}{number:03}")).collect();
        assert_eq!(of, expected.iter().collect::<Vec<_>>());
    };
    without_gap('E');
    without_gap('W');
    let act: Vec<String> = courses::of_the_act().iter().map(|line| line.code.to_string()).collect();
    assert_eq!(act, (101..=123).map(|number| format!("W{number}")).collect::<Vec<_>>());
    let receipts: Vec<String> = of_the_receipts().iter().map(|line| line.code.to_string()).collect();
    assert_eq!(receipts, (131..=136).map(|number| format!("W{number}")).collect::<Vec<_>>());
    let file: Vec<Line> =
        of_the_file().into_iter().chain(remarked_in_the_file()).chain(courses::of_the_course()).collect();
    let codes: BTreeSet<Code> = file.iter().map(|line| line.code).collect();
    assert_eq!(codes.len(), file.len(), "a code of the session file stands for two things");
}

/// The codes of all lines, each once.
trait Codes {
    fn concat_codes(self) -> BTreeSet<String>;
}

impl<const N: usize> Codes for [Vec<Line>; N] {
    fn concat_codes(self) -> BTreeSet<String> {
        self.into_iter().flatten().map(|line| line.code.to_string()).collect()
    }
}

#[test]
fn every_irregular_step_that_is_a_rule_of_law_names_its_article() {
    // Hours are no rule of law, nor is it one that minutes are settled once; a majority of the members has the text that
    // wants it; what follows of a vote that is rectified is nobody's rule.
    // How many ballots were found against how many signed is arithmetic.
    let without = ["W008", "W009", "W019", "W021", "W026", "W031", "W032"];
    for line in of_the_sitting(Severity::Irregular) {
        assert_eq!(line.article.is_empty(), without.contains(&line.code.to_string().as_str()), "{}", line.code);
    }
}

#[test]
fn every_code_has_a_sentence_and_a_next_step() {
    let all = [
        of_the_sitting(Severity::Impossible),
        of_the_sitting(Severity::Irregular),
        courses::of_the_act(),
        of_the_file(),
        courses::of_the_course(),
    ];
    for line in all.iter().flatten() {
        assert!(line.sentence.ends_with(['.', '?']), "{}: {}", line.code, line.sentence);
        assert!(!line.next_step.is_empty(), "{}", line.code);
    }
}

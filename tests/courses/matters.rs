//! Every kind of report and every way to record a vote: a made-up council of eleven, what is on its agenda, the course of its
//! evening, the figures counted by hand, and the papers that come of it.
//!
//! Each file of `tests/courses/matters` has these parts. « Attendu » is written by hand and never by the program: one line a
//! result in the order of the votes, `report[/proposal] outcome V X M P C A N`, voters, votes cast, absolute majority, for,
//! against, abstentions, taking no part; `R` the voices that a particular majority takes; of an election who is elected, to
//! which post, in which round. What stands below « Papiers » is written by `HEMICYCLE_WRITE_PICTURES=1`, and read by eye.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::id::ReportId;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::sitting::{Done, Sitting};
use hemicycle::council::way::Way;
use hemicycle::papers::{Format, Paper};

use super::common::course;
use super::desk::Desk;
use super::golden;
use super::paper::{composed, written};

const COUNCIL: &str = include_str!("matters/conseil.ron");

/// The assembly of the council, which a matter may replace by one with habits of its own.
const BODY: &str = "nom: \"Conseil municipal de Val-Exemple\", genre: Commune,";

/// What a délibération says before its matter is the same in all of them.
const BEFORE_THE_MATTER: [&str; 6] = [
    "Le 10 mars 2025,",
    "Étaient présents :",
    "Était excusé avec pouvoir",
    "Étai(en)t excusé(s) sans pouvoir : Néant",
    "Était absente :",
    "Secrétaire de séance",
];

/// A matter, part by part.
struct Matter {
    /// The file, beside the tests.
    file: String,
    /// What stands above its papers, to the letter.
    above: String,
    parts: BTreeMap<String, String>,
}

impl Matter {
    fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a file of the tests");
        let above = text.split("== Papiers").next().expect("a beginning").to_owned();
        let part = |part: &str| {
            let (title, body) = part.split_once('\n').unwrap_or((part, ""));
            (title.trim().to_owned(), body.trim().to_owned())
        };
        let parts = above.split("== ").skip(1).map(part).collect();
        let name = path.file_name().expect("a name").to_string_lossy();
        Self { file: format!("tests/courses/matters/{name}"), above, parts }
    }

    fn part(&self, title: &str) -> &str {
        self.parts.get(title).map_or("", String::as_str)
    }

    fn session(&self) -> String {
        let body = Some(self.part("Assemblée")).filter(|body| !body.is_empty()).unwrap_or(BODY);
        COUNCIL.replace(BODY, body).replace("// L’ordre du jour de chaque matière.", self.part("Ordre du jour"))
    }

    fn sitting(&self) -> Sitting {
        course(&self.session(), self.part("Déroulé"))
    }
}

/// What a matter records.
pub fn events_of(name: &str) -> Vec<Event> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/matters");
    let matter = Matter::read(&folder.join(name).with_extension("txt"));
    let mut desk = Desk::of(&matter.session());
    desk.record(matter.part("Déroulé"));
    let history = desk.read();
    let actions = history.entries().filter_map(|(_, entry, _)| match entry {
        Entry::Action { events, .. } => Some(events.clone()),
        Entry::Undo(_) => None,
    });
    actions.flatten().collect()
}

fn matters() -> Vec<Matter> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/matters");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.iter().filter(|file| file.extension().is_some_and(|it| it == "txt")).map(|file| Matter::read(file)).collect()
}

fn serde_word(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).expect("it is written") {
        serde_json::Value::String(word) => word,
        other => other.to_string(),
    }
}

fn figures(done: &Done) -> String {
    let Some(tally) = done.tally else { return String::new() };
    let majority = tally.absolute_majority.map_or("-".to_owned(), |majority| majority.to_string());
    let mut text = format!(
        " V{} X{} M{majority} P{} C{} A{} N{}",
        tally.voters, tally.cast, tally.for_, tally.against, tally.abstentions, tally.not_taking_part
    );
    if done.vote.rule.majority.is_special() {
        let needed = done.vote.rule.majority.needed(&tally).map_or("-".to_owned(), |needed| needed.to_string());
        let _ = write!(text, " R{needed}");
    }
    text
}

/// Who is elected, on which list, to which post, in which round.
fn elected(sitting: &Sitting, report: &ReportId) -> String {
    let elected = sitting.elected(report).into_iter().map(|it| {
        let list = it.list.map_or(String::new(), |list| format!("{list}, "));
        format!("{} ({list}poste {}, tour {})", it.member, it.post, it.round)
    });
    format!(" : {}", elected.collect::<Vec<_>>().join(", "))
}

fn results(sitting: &Sitting) -> String {
    let mut lines = Vec::new();
    for report in sitting.docket().agenda.reports() {
        for (on, done) in sitting.votes_done(&report.id) {
            let on = on.map_or(String::new(), |on| match on {
                ProposalId::Amendment(number) => format!("/amendement {number}"),
                ProposalId::Part(part) => format!("/{part}"),
                ProposalId::Postponement => "/renvoi".to_owned(),
                ProposalId::PreviousQuestion => "/question préalable".to_owned(),
            });
            let came = match done.outcome {
                Outcome::Elected => elected(sitting, &report.id),
                _ => figures(done),
            };
            lines.push(format!("{}{on} {}{came}", report.id, serde_word(done.outcome)));
        }
    }
    lines.join("\n")
}

fn text_of(sitting: &Sitting, paper: &Paper) -> Option<String> {
    composed(sitting, paper, None).map(|document| written(&document, Format::Text))
}

/// The délibération without what is the same in all, the minutes from the agenda on.
fn papers(sitting: &Sitting) -> String {
    let mut text = String::new();
    for report in sitting.docket().agenda.reports() {
        if let Some(act) = text_of(sitting, &Paper::Deliberation(report.id.clone())) {
            let matter: Vec<&str> = act
                .split("\n\n")
                .filter(|block| {
                    let plain = block.replace('\u{a0}', " ");
                    !BEFORE_THE_MATTER.iter().any(|before| plain.starts_with(before))
                })
                .collect();
            let _ = write!(text, "\n---- Délibération du rapport {}\n\n{}", report.id, matter.join("\n\n"));
        }
    }
    let minutes = text_of(sitting, &Paper::Minutes).expect("minutes");
    let (_, from) = minutes.split_once("Ordre du jour\n-").expect("an agenda");
    let _ = write!(text, "\n---- Procès-verbal\n\nOrdre du jour\n-{from}");
    text
}

#[test]
fn every_matter_gives_the_figures_that_were_counted_by_hand() {
    for matter in matters() {
        assert_eq!(results(&matter.sitting()), matter.part("Attendu"), "{}", matter.file);
    }
}

#[test]
fn every_matter_gives_the_papers_that_were_read() {
    for matter in matters() {
        golden::agree(&matter.file, &format!("{}== Papiers\n{}", matter.above, papers(&matter.sitting())));
    }
}

#[test]
fn every_matter_is_recorded_read_back_and_told_again_to_the_same() {
    for matter in matters() {
        let mut desk = Desk::of(&matter.session());
        let recorded = desk.record(matter.part("Déroulé"));
        assert!(recorded.stopped.is_none(), "{}: {:?}", matter.file, recorded.stopped);
        assert_eq!(*desk.read().sitting(), matter.sitting(), "{}", matter.file);
        let again = desk.record(matter.part("Déroulé"));
        assert_eq!((again.before, again.actions), (recorded.actions, 0), "{}", matter.file);
    }
}

/// Its name, whatever its particulars.
fn name_of(kind: ReportKind) -> String {
    match serde_json::to_value(kind).expect("it is written") {
        serde_json::Value::Object(named) => named.keys().next().expect("a name").clone(),
        other => other.as_str().expect("a word").to_owned(),
    }
}

#[test]
fn there_is_a_matter_for_every_kind_of_report_every_way_and_every_majority() {
    use hemicycle::council::majority::Majority;
    use std::collections::BTreeSet;
    let (mut kinds, mut ways) = (BTreeSet::new(), BTreeSet::new());
    let (mut reached, mut missed) = (BTreeSet::new(), BTreeSet::new());
    for matter in matters() {
        let sitting = matter.sitting();
        for report in sitting.docket().agenda.reports() {
            kinds.insert(name_of(report.kind));
            for (_, done) in sitting.votes_done(&report.id) {
                ways.insert(done.vote.way);
                let majority = done.vote.rule.majority;
                if done.outcome.is_voted() && done.vote.way.is_a_vote() {
                    if done.outcome.is_adopted() {
                        reached.insert(majority)
                    } else {
                        missed.insert(majority)
                    };
                }
            }
        }
    }
    let unknown = serde_json::from_str::<ReportKind>("\"Rien\"").expect_err("no such kind").to_string();
    let every: BTreeSet<String> = unknown.split('`').skip(3).step_by(2).map(str::to_owned).collect();
    assert_eq!(kinds, every);
    assert_eq!(ways, Way::ALL.into_iter().chain([Way::Secret]).collect());
    assert_eq!(reached, Majority::ALL.into());
    assert_eq!(missed, Majority::ALL.into());
}

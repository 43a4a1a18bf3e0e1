//! The record of an evening of many kinds of vote, altered by somebody who knows the format: one figure, one result, one
//! name, one report or one proposal at a time, and every seal made again. The opening refuses each, and the second count finds
//! by itself every figure and every result.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::council::history::Entry;
use hemicycle::council::notes::NoteSums;
use hemicycle::store::chain::Seal;
use hemicycle::store::course;
use hemicycle::store::course::recording;
use hemicycle::store::disk::Disk;
use hemicycle::store::journal::{self, Beginning, Reading};
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record;
use hemicycle::store::recount::recount;
use hemicycle::store::session_file::{self, SessionFile};

const PATH: &str = "/seance/x.ron";
const NOW: &str = "2025-06-27T09:00:00+02:00";

struct Evening {
    session: SessionFile,
    lines: Vec<String>,
}

fn evening(name: &str) -> Evening {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let session = session_file::load(&folder.join(name)).unwrap_or_else(|unread| panic!("{unread:?}"));
    let text = std::fs::read_to_string(folder.join("deroules").join(name)).expect("its course");
    let steps = course::parse(&text, &session.docket).unwrap_or_else(|flaws| panic!("{flaws:?}"));
    let session = SessionFile { path: PathBuf::from(PATH), ..session };
    let memory = MemoryDisk::new();
    let disk: Arc<dyn Disk> = Arc::new(memory.clone());
    let mut opened = record::open(&disk, &session, NOW).unwrap_or_else(|fault| panic!("{fault:?}"));
    let recorder = opened.recorder.as_mut().expect("it can be written");
    let no_notes = |_: &_| NoteSums::new();
    let outcome = recording::record(&mut opened.history, recorder, &steps, &no_notes, &|| NOW.to_owned(), &mut |_| {});
    assert!(outcome.stopped.is_none(), "{:?}", outcome.stopped);
    let bytes = memory.content(&Path::new(PATH).with_extension("journal")).expect("a journal");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let lines = text.lines().map(|line| line[65..].to_owned()).collect();
    Evening { session, lines }
}

/// The journal of those lines, each with its seal.
fn journal(lines: &[String]) -> Vec<u8> {
    let mut head = Seal::FIRST;
    let mut reseal = |json: &String| {
        head = head.then(json.as_bytes());
        format!("{head} {json}\n").into_bytes()
    };
    lines.iter().flat_map(&mut reseal).collect()
}

/// One value in a line: of which event, under which name, where it stands, and whether it is one of the nine figures.
struct Leaf {
    event: String,
    name: String,
    place: Range<usize>,
    is_a_figure: bool,
}

/// The words and numbers that stand under a name in a line, in its order: a line put in another order is refused for that.
fn leaves(line: &str) -> Vec<Leaf> {
    let (mut found, mut event, mut is_a_figure) = (Vec::new(), String::new(), false);
    let mut rest = 0;
    while let Some(colon) = line[rest..].find("\":").map(|at| rest + at) {
        let name = line[..colon].rsplit('"').next().unwrap_or_default().to_owned();
        let value = colon + 2;
        rest = value;
        match line.as_bytes()[value] {
            b'{' if name.starts_with(|first: char| first.is_ascii_uppercase()) => {
                (event, is_a_figure) = (name, false);
            }
            b'{' => is_a_figure = name == "chiffres",
            b'"' => {
                let end = value + 2 + line[value + 1..].find('"').expect("the end of a word");
                is_a_figure = false;
                found.push(Leaf { event: event.clone(), name, place: value..end, is_a_figure });
                rest = end;
            }
            b'[' => {}
            _ => {
                let end = value + line[value..].find([',', '}']).expect("the end of a number");
                found.push(Leaf { event: event.clone(), name, place: value..end, is_a_figure });
            }
        }
    }
    found
}

/// A withdrawal is not among them: it might have been asked for instead, wherever nothing was counted.
const OUTCOMES: &[&str] = &["AdopteUnanimite", "Rejete", "DonneActe", "NommeSansVote", "Renvoye"];

/// What else might stand there; nothing where what stands there decides nothing: an hour, a reason, a text.
fn others(leaf: &Leaf, was: &str) -> Vec<String> {
    let words = |words: &[&str]| words.iter().map(|word| format!("\"{word}\"")).collect();
    let numbers = || {
        let number: Option<u32> = was.parse().ok();
        vec![number.map_or(0, |number| number + 1).to_string()]
    };
    match (leaf.event.as_str(), leaf.name.as_str()) {
        ("Proclame", "resultat") => words(OUTCOMES),
        ("Annonce", "resultat") => words(&["Unanimite", "Adopte", "Rejete"]),
        ("Decompte", "pour" | "contre" | "abstentions" | "ne_prennent_pas_part") => numbers(),
        ("Proclame", _) if leaf.is_a_figure => numbers(),
        ("Voix" | "Proclame" | "RapportOuvert" | "MisAuxVoix" | "Decompte", "rapport" | "Amendement") => words(&["99"]),
        ("Voix" | "Deport" | "Pouvoir", "membre" | "mandant" | "mandataire") => words(&["personne"]),
        _ => vec![],
    }
}

/// Whether the second count alone must find it: a figure, or a result.
fn is_counted(leaf: &Leaf) -> bool {
    leaf.event == "Proclame" && (leaf.is_a_figure || leaf.name == "resultat")
}

fn entries_of(bytes: &[u8]) -> Option<Vec<Entry>> {
    match journal::read::<Beginning>(bytes) {
        Ok(Reading::Started(lines)) => Some(lines.entries),
        _ => None,
    }
}

fn what_is_taken(name: &str) -> (usize, Vec<String>) {
    let Evening { session, lines } = evening(name);
    let (mut tried, mut taken) = (0, Vec::new());
    // A vote is proclaimed in one of the lines that follow; what comes after adds nothing to what is refused.
    let opens = |lines: &[String]| {
        let bytes = journal(lines);
        let memory = MemoryDisk::new();
        memory.put(&Path::new(PATH).with_extension("journal"), &bytes);
        let recounted = entries_of(&bytes).is_some_and(|entries| recount(&session.docket, &entries).is_ok());
        (record::read(&memory, &session).is_ok(), recounted)
    };
    assert_eq!(opens(&lines), (true, true), "it opens as it was written");
    for (number, line) in lines.iter().enumerate().skip(1) {
        for leaf in leaves(line) {
            let was = &line[leaf.place.clone()];
            for other in others(&leaf, was).into_iter().filter(|other| other != was) {
                let mut all = lines[..lines.len().min(number + 3)].to_vec();
                all[number].replace_range(leaf.place.clone(), &other);
                tried += 1;
                let (opened, recounted) = opens(&all);
                if opened || (recounted && is_counted(&leaf)) {
                    let by = format!("opened {opened}, recounted {recounted}");
                    taken.push(format!("line {number}, {} {}: {was} -> {other}: {by}", leaf.event, leaf.name));
                }
            }
        }
    }
    (tried, taken)
}

#[test]
fn no_alteration_of_a_vote_in_the_record_of_a_budget_evening_is_taken() {
    let (tried, taken) = what_is_taken("exemple-budget.ron");
    assert!(tried > 200, "{tried}");
    assert!(taken.is_empty(), "{tried} tried:\n{}", taken.join("\n"));
}

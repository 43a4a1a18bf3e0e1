//! The twelve engagements of the made-up métropole, voted by keys in a real terminal of 80×24: the figures of the journal, and
//! the papers, are those of the same séance typed in as a course.

#[path = "common/differs.rs"]
mod differs;
#[path = "common/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::tally::Tally;
use hemicycle::store::journal::{Beginning, Reading, read};
use tempfile::TempDir;
use terminal::Terminal;

/// What is typed while a report is open, and the Enter that proclaims it and opens the next.
const VOTES: [(&str, &str); 12] = [
    ("01", ""),
    ("02", "ai,bag,benh,joa,mi,bas;bi;esco;sad;ta;vau;"),
    ("03", "cito;"),
    ("04", "eco,bra;"),
    ("05", ""),
    ("06", "bon,cad,nic,rouvierand,ai:mel:"),
    ("07", "bag,benh,chan,dele,delp,fu,gon,mat,mer,ai;mi;mor;mou;ru;su;vac;verd;"),
    ("08", ""),
    ("09", "commun,cito,dis;vac;"),
    ("10", ""),
    ("11", "eco,"),
    ("12", "ai;dis;joa;mel;mou;vac;y;"),
];

/// Who asks for the public ballot on the seventh: as many letters as it takes. The second of two of one name is one key down.
const ASKERS: &str = "and arn art az bala bale bell bene ber boi bon bouc boui bra bre bro bu cad carl chab don duc em fab fau fe \
    fra gara ge gue guig he hu jan jau lac mal marc\x1b[B mari mol nic pan pau pi pr rap req rib rouvierand sar se vel w ze";

/// For, against, abstentions, not taking part, voters: counted by hand on the list of the groups.
const FIGURES: [(&str, [u32; 5]); 12] = [
    ("01", [230, 0, 0, 0, 230]),
    ("02", [219, 5, 6, 0, 230]),
    ("03", [217, 0, 14, 0, 231]),
    ("04", [207, 23, 1, 0, 231]),
    ("05", [231, 0, 0, 0, 231]),
    ("06", [225, 4, 0, 2, 229]),
    ("07", [214, 9, 8, 0, 231]),
    ("08", [194, 24, 13, 0, 231]),
    ("09", [160, 69, 2, 0, 231]),
    ("10", [231, 0, 0, 0, 231]),
    ("11", [206, 24, 0, 0, 230]),
    ("12", [223, 0, 8, 0, 231]),
];

const QUIT: &str = "\x11";
const DOWN: &str = "\x1b[B";
const ROOM: &str = "\x1bOR";
const HELP: &str = "\x1bOP";
const COMMANDS: &str = "\x1b[20~";

/// The métropole in a folder of its own.
fn metropole() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let texts = "exemple-metropole";
    fs::create_dir(folder.path().join(texts)).expect("a folder");
    for name in ["exemple-metropole.ron", "exemple-metropole.csv"] {
        fs::copy(samples.join(name), folder.path().join(name)).expect("a copy");
    }
    for entry in fs::read_dir(samples.join(texts)).expect("the texts") {
        let name = entry.expect("an entry").file_name();
        fs::copy(samples.join(texts).join(&name), folder.path().join(texts).join(&name)).expect("a copy");
    }
    let path = folder.path().join("exemple-metropole.ron");
    (folder, path)
}

/// The course of the sample without its hours: a séance held on another day than its own has none.
fn course() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/deroules/exemple-metropole.ron");
    let text = fs::read_to_string(path).expect("the course");
    let mut parts = text.split("heure: \"");
    let mut timeless = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, behind) = part.split_once('"').expect("the end of an hour");
        timeless.push_str(behind.strip_prefix(", ").or_else(|| behind.strip_prefix(',')).unwrap_or(behind));
    }
    timeless
}

fn hemicycle(arguments: &[&str], path: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let done = command.args(arguments).arg(path).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
}

/// The secretary: what she types, and how much of it.
struct Secretary {
    terminal: Terminal,
    keys: usize,
}

impl Secretary {
    /// Types, and counts: what begins with an escape is one key.
    fn types(&mut self, keys: &str) {
        self.terminal.type_keys(keys);
        let escapes = [DOWN, ROOM, COMMANDS].iter().map(|key| keys.matches(key).count() * (key.len() - 1));
        self.keys += keys.chars().count() - escapes.sum::<usize>();
    }

    fn sees(&mut self, text: &str) {
        self.terminal.wait_for(text);
    }

    /// Enter, once more if it was held back: it says so, and is not counted.
    fn enter(&mut self, then: &str) {
        const HELD: &str = "Entrée ignorée";
        loop {
            self.types("\r");
            self.terminal.wait_until(then, |screen| screen.contains(then) || screen.contains(HELD));
            if !self.terminal.screen().contains(HELD) {
                return;
            }
            self.keys -= 1;
            // Any key takes the remark away, so that the next one is seen: help, and back.
            self.terminal.type_keys(&HELP.repeat(2));
            self.terminal.wait_until("no remark", |screen| !screen.contains(HELD));
            self.terminal.read_for(Duration::from_millis(500));
        }
    }
}

/// The title of a report over its vote.
fn title(report: &str) -> String {
    format!("╭ {report} · délibération")
}

fn hold(path: &Path) -> Vec<(String, usize)> {
    let mut her = Secretary { terminal: Terminal::start(&[path], 80, 24), keys: 0 };
    her.sees("Appel des 240 membres");
    her.types("lantelmetjosephi,");
    her.sees("LANTELMET Joséphine : absente.");
    her.types("bour:fi\r");
    her.sees("BOURRÉLY-MASSE Juliette donne pouvoir à FIGUEROLLE Roxane.");
    her.types("\r");
    her.sees("Séance ouverte.");
    her.enter(&title("01"));

    let mut cost = Vec::new();
    for (report, keys) in VOTES {
        match report {
            "03" => {
                her.types(&format!("{ROOM}reb!"));
                her.sees("Prés. 203");
                her.sees(&title("03"));
            }
            "07" => {
                suspend_and_resume(&mut her);
                ask_for_a_public_ballot(&mut her);
            }
            "08" => {
                her.types(&format!("{ROOM}mos:cos"));
                her.enter("Pouv. 29");
                her.sees(&title("08"));
            }
            _ => {}
        }
        let before = her.keys;
        if report == "08" {
            call(&mut her);
        }
        her.types(keys);
        let next = VOTES.iter().map(|(next, _)| *next).find(|next| *next > report);
        her.enter(&next.map_or_else(|| "Lever la séance".to_owned(), title));
        cost.push((report.to_owned(), her.keys - before));
    }
    her.enter("! lever la séance");
    her.types("!");
    her.sees("levée");
    her.types(QUIT);
    assert_eq!(her.terminal.wait_end().exit_code(), 0);
    assert_eq!(her.terminal.left_on(), Vec::<&str>::new());
    cost
}

/// The roll call on the eighth engagement: each is called in the order of the table, and answers by one key.
fn call(her: &mut Secretary) {
    let against = said_in_the_roll_call("contre");
    let abstaining = said_in_the_roll_call("abstentions");
    her.types("\tappel");
    her.enter("Appel : 0 sur 231");
    let mut answered = 0;
    while answered < 231 {
        let screen = her.terminal.screen();
        let called = screen.lines().find_map(|line| line.split_once("▶ ")).expect("who is called").1;
        let says = |names: &[String]| names.iter().any(|name| called.starts_with(name.as_str()));
        her.types(if says(&against) {
            ","
        } else if says(&abstaining) {
            ";"
        } else {
            "!"
        });
        let same = format!("Appel : {answered} sur 231");
        her.terminal.wait_until("the next one called", |screen| !screen.contains(&same) && screen.contains("sur 231"));
        answered = of_231(&her.terminal.screen());
    }
}

/// How many have answered.
fn of_231(screen: &str) -> u32 {
    let (before, _) = screen.split_once(" sur 231").expect("how many have answered");
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// Whom the course lists under a choice in its roll call.
fn said_in_the_roll_call(choice: &str) -> Vec<String> {
    let course = course();
    let (_, behind) = course.split_once("maniere: ParAppel").expect("a roll call");
    let (_, list) = behind.split_once(&format!("{choice}: [")).expect("a list");
    let (list, _) = list.split_once(']').expect("its end");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn suspend_and_resume(her: &mut Secretary) {
    her.types(&format!("{COMMANDS}suspendre"));
    her.enter("SÉANCE SUSPENDUE");
    her.types(&format!("{COMMANDS}reprendre"));
    her.enter("● ouverte");
}

fn ask_for_a_public_ballot(her: &mut Secretary) {
    her.types(&format!("{COMMANDS}scrutin public"));
    her.enter("Qui demande le scrutin public");
    for (asked, letters) in ASKERS.split_whitespace().enumerate() {
        her.types(letters);
        her.enter(&format!("{} demandeur", asked + 1));
    }
    her.enter("· scrutin public");
}

/// What the journal says was proclaimed: voices for, against, abstaining, not taking part; voters.
fn proclaimed(path: &Path) -> Vec<(String, [u32; 5])> {
    let journal = fs::read(path.with_extension("journal")).expect("the journal");
    let Ok(Reading::Started(lines)) = read::<Beginning>(&journal) else { panic!("a journal that was begun") };
    let facts = lines.entries.iter().flat_map(|entry| match entry {
        Entry::Action { events, .. } => events.as_slice(),
        Entry::Undo(_) => panic!("nothing was taken back"),
    });
    let figures = |tally: &Tally| [tally.for_, tally.against, tally.abstentions, tally.not_taking_part, tally.voters];
    let proclaimed = facts.filter_map(|fact| match fact {
        Event::Proclaimed { report, on: None, tally, .. } => Some((report.to_string(), tally.as_ref().map(figures)?)),
        _ => None,
    });
    proclaimed.collect()
}

/// The same séance typed in as a course.
fn typed() -> (TempDir, PathBuf) {
    let (folder, path) = metropole();
    let course_file = folder.path().join("deroule.ron");
    fs::write(&course_file, course()).expect("the course");
    Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("saisir").args([&path, &course_file]).assert().success();
    (folder, path)
}

/// A paper without the sum of its journal, which holds the moment of each action.
fn paper(document: &str, path: &Path) -> String {
    let paper = hemicycle(&["pv", "--document", document, "--format", "md"], path);
    let lines: Vec<&str> = paper.lines().filter(|line| !line.contains("Empreinte du registre")).collect();
    lines.join("\n")
}

#[test]
fn the_twelve_engagements_are_voted_by_keys_at_80_by_24_and_their_papers_are_those_of_the_same_course() {
    let (_folder, held) = metropole();
    let cost = hold(&held);
    let keys = |report: &str| cost.iter().find(|(of, _)| of == report).map(|(_, keys)| *keys);
    for unanimous in ["01", "05", "10"] {
        assert_eq!(keys(unanimous), Some(1), "{unanimous}");
    }
    assert_eq!(keys("02"), Some(VOTES[1].1.len() + 1), "letters and a sign for each of eleven names, and Enter");
    assert_eq!(keys("03"), Some("cito".len() + 1 + 1), "a whole group abstains");
    assert_eq!(
        keys("04"),
        Some("eco".len() + 1 + "bra".len() + 1 + 1),
        "a group against, one of its members abstaining"
    );

    let figures: Vec<(String, [u32; 5])> = FIGURES.map(|(report, figures)| (report.to_owned(), figures)).into();
    assert_eq!(proclaimed(&held), figures);
    hemicycle(&["sceau"], &held);

    let (_folder, typed) = typed();
    assert_eq!(proclaimed(&typed), figures);
    for document in ["pv", "abrege", "liste", "presence", "releve", "deliberation"] {
        let (by_keys, by_course) = (paper(document, &held), paper(document, &typed));
        assert!(by_keys.contains("Ambrelle"), "{document}: {by_keys}");
        assert!(by_keys == by_course, "{document}\n{}", differs::first_difference(&by_keys, &by_course));
    }
}

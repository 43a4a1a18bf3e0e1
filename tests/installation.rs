//! The evening of the installation, held by the keys of its story in the real program, in a terminal: its papers read back
//! are those of the sitting, and those of the same séance typed in as a course; its record proves itself.

#[path = "common/by_keys.rs"]
mod by_keys;
#[path = "common/differs.rs"]
mod differs;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/played.rs"]
mod played;
#[path = "common/story.rs"]
mod story;
#[path = "common/terminal.rs"]
mod terminal;
#[path = "common/typed.rs"]
mod typed;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use by_keys::{course, evening_in_a_folder};
use hemicycle::app::Key;
use hemicycle::council::id::ReportId;
use hemicycle::council::secret::{Count, Ticket};
use hemicycle::council::sitting::Sitting;
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{record, session_file};
use played::play;
use story::{plain, story};
use terminal::Terminal;
use typed::bytes;

const NAME: &str = "2026-03-22-installation.ron";

fn hemicycle(arguments: &[&str], paths: &[&Path]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let done = command.args(arguments).args(paths).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
}

/// Every paper that is written of a séance, by its name, without the sum of its journal, which holds the moment of each
/// action.
fn papers(path: &Path) -> BTreeMap<String, String> {
    let folder = path.with_file_name("papiers");
    hemicycle(&["pv", "--tout", "--format", "txt", "-o"], &[&folder, path]);
    let mut papers = BTreeMap::new();
    for entry in fs::read_dir(&folder).expect("the papers") {
        let entry = entry.expect("an entry").path();
        if entry.extension().is_some_and(|end| end == "txt") {
            let text = fs::read_to_string(&entry).expect("a paper");
            let lines: Vec<&str> = text.lines().filter(|line| !line.contains("Empreinte du registre")).collect();
            let name = entry.file_name().and_then(|name| name.to_str()).expect("a name");
            papers.insert(name.to_owned(), lines.join("\n"));
        }
    }
    papers
}

/// What a count says, as its paper says it.
fn told(count: &Count, sitting: &Sitting) -> Vec<String> {
    let mut told = vec![
        format!("Votants (bulletins trouvés dans l’urne) {}", count.in_urn),
        format!("Bulletins blancs {}", count.blank),
        format!("Bulletins nuls {}", count.null),
        format!("Suffrages exprimés {}", count.cast()),
    ];
    for (ticket, votes) in &count.votes {
        told.push(match ticket {
            Ticket::Member(member) => {
                let name = &sitting.docket().roster.get(member).expect("a member").name;
                format!("{} {} {votes}", name.first, name.surname)
            }
            Ticket::List(name) => format!("{name} {votes}"),
            Ticket::For => format!("Pour {votes}"),
            Ticket::Against => format!("Contre {votes}"),
        });
    }
    told
}

#[test]
fn the_installation_held_by_keys_has_papers_equal_to_its_sitting_and_to_its_course_and_its_record_proves_itself() {
    let told_evening = story("installation");
    let (_folder, held) = evening_in_a_folder(NAME);
    let mut terminal = Terminal::start(&[&held], 120, 40);
    for step in &told_evening.steps {
        let mut step = step.clone();
        // The papers are read below, as they are written.
        step.sights.retain(|sight| sight.paper.is_none());
        play(&mut terminal, &step);
    }
    terminal.type_keys(&bytes(Key::Ctrl('q')));
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());

    let by_keys = papers(&held);
    let session = session_file::load(&held).expect("the session file");
    let read = record::read(&RealDisk, &session).expect("the record");
    let sitting = read.history.sitting();
    let mut rounds = 0;
    for report in ["01", "03", "05", "07"] {
        let secret = sitting.secret_vote(&ReportId::new(report), None).expect("a secret ballot");
        let paper = plain(&by_keys[&format!("2026-03-22-depouillement-{report}.txt")]);
        for round in &secret.rounds {
            rounds += 1;
            for words in told(round.count.as_ref().expect("counted"), sitting) {
                assert!(paper.contains(&plain(&words)), "{report}: {words} is not in\n{paper}");
            }
        }
    }
    assert_eq!(rounds, 5, "two for the mayor, one for each of the others");
    let minutes = plain(&by_keys["2026-03-22-proces-verbal.txt"]);
    let chair = sitting.chair().expect("somebody presides");
    assert_eq!(sitting.docket().roster.listed(chair), "TRÉVILLARD Solange");
    for words in ["doyenne d’âge", "puis Madame Solange TRÉVILLARD, maire", "Le nombre des adjoints au maire est fixé"]
    {
        assert!(minutes.contains(&plain(words)), "{words} is not in\n{minutes}");
    }

    assert!(hemicycle(&["sceau"], &[&held]).contains("7 résultats sont comptés une seconde fois"));
    let pdf = held.with_extension("pdf");
    hemicycle(&["pv", "--format", "pdf", "-o"], &[&pdf, &held]);
    // Two said aloud what they thought of report 05 before its ballot was secret: the record of it is in no paper.
    let enclosed = hemicycle::exchange::pdf::read(&fs::read(&pdf).expect("the minutes")).expect("read").enclosed;
    assert_eq!(enclosed, vec![]);

    let (folder, typed) = evening_in_a_folder(NAME);
    let course_file = folder.path().join("deroule.ron");
    fs::write(&course_file, course(NAME)).expect("the course");
    hemicycle(&["saisir"], &[&typed, &course_file]);
    let by_course = papers(&typed);
    assert_eq!(by_keys.keys().collect::<Vec<_>>(), by_course.keys().collect::<Vec<_>>());
    for (name, paper) in &by_keys {
        assert!(*paper == by_course[name], "{name}\n{}", differs::first_difference(paper, &by_course[name]));
    }
}

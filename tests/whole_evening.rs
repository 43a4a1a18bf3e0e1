//! The evening of fifty-one reports, held by the keys of its story in the real program, in a terminal: its figures and its
//! papers are those of the same séance typed in as a course.

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

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use by_keys::{course, evening_in_a_folder};
use hemicycle::app::Key;
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::tally::Tally;
use hemicycle::store::journal::{Beginning, Reading, read};
use played::play;
use story::story;
use terminal::Terminal;
use typed::bytes;

const NAME: &str = "exemple-grande-soiree.ron";

/// What the journal says was proclaimed on the texts: voices for, against, abstaining, not taking part; voters.
fn proclaimed(path: &Path) -> Vec<(String, Option<[u32; 5]>)> {
    let journal = fs::read(path.with_extension("journal")).expect("the journal");
    let Ok(Reading::Started(lines)) = read::<Beginning>(&journal) else { panic!("a journal that was begun") };
    let facts = lines.entries.iter().flat_map(|entry| match entry {
        Entry::Action { events, .. } => events.as_slice(),
        Entry::Undo(_) => &[],
    });
    let figures = |tally: &Tally| [tally.for_, tally.against, tally.abstentions, tally.not_taking_part, tally.voters];
    let proclaimed = facts.filter_map(|fact| match fact {
        Event::Proclaimed { report, on, tally, .. } => Some((format!("{report} {on:?}"), tally.as_ref().map(figures))),
        _ => None,
    });
    proclaimed.collect()
}

/// A paper without the sum of its journal, which holds the moment of each action.
fn paper(document: &str, path: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let done = command.args(["pv", "--document", document, "--format", "md"]).arg(path).assert().success();
    let paper = String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8");
    let lines: Vec<&str> = paper.lines().filter(|line| !line.contains("Empreinte du registre")).collect();
    lines.join("\n")
}

#[test]
fn the_evening_of_fifty_one_reports_held_by_keys_has_the_figures_and_the_papers_of_its_course() {
    let told = story("grande-soiree");
    let (_folder, held) = evening_in_a_folder(NAME);
    let mut terminal = Terminal::start(&[&held], 120, 40);
    for step in &told.steps {
        play(&mut terminal, step);
    }
    terminal.type_keys(&bytes(Key::Ctrl('q')));
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());

    let (folder, typed) = evening_in_a_folder(NAME);
    let course_file = folder.path().join("deroule.ron");
    fs::write(&course_file, course(NAME)).expect("the course");
    Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("saisir").args([&typed, &course_file]).assert().success();

    let figures = proclaimed(&held);
    assert_eq!(figures.len(), 53, "fifty-one reports, one of them withdrawn, and two amendments");
    assert_eq!(figures, proclaimed(&typed));
    for path in [&held, &typed] {
        Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("sceau").arg(path).assert().success();
    }
    for document in ["pv", "abrege", "liste", "presence", "releve", "deliberation"] {
        let (by_keys, by_course) = (paper(document, &held), paper(document, &typed));
        assert!(by_keys.contains("Vernay-les-Rives"), "{document}: {by_keys}");
        assert!(by_keys == by_course, "{document}\n{}", differs::first_difference(&by_keys, &by_course));
    }
}

//! A rehearsal: nothing is kept, that is said at all times, and the built-in evening is guided to its end.

#[path = "common/evening.rs"]
mod evening;
#[path = "common/terminal.rs"]
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use evening::{Evening, docket};
use hemicycle::app::story::{self, Story};
use hemicycle::app::{Access, App};
use hemicycle::council::history::History;
use portable_pty::CommandBuilder;
use terminal::Terminal;

const BANNER: &str = "RÉPÉTITION – rien n’est gardé";

fn the_story() -> Story {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/histoires/repetition.txt");
    story::read(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The built-in evening, guided.
fn guided() -> Evening {
    let docket = docket("exemple-repetition.ron");
    let mut evening = Evening::with(docket.clone(), Access::Rehearsal, &[]);
    evening.app = App::new(History::new(docket), Access::Rehearsal, &[]).guided(&the_story());
    evening
}

fn turn(evening: &Evening) -> String {
    evening.app.guide().unwrap().words()
}

#[test]
fn the_story_of_the_built_in_evening_guides_to_its_end_and_each_turn_is_told_once() {
    let mut evening = guided();
    let mut told = Vec::new();
    for step in the_story().steps.iter().filter(|step| !step.typed.is_empty()) {
        let words = turn(&evening);
        assert!(words.contains(&step.prose.join(" ")), "{words}");
        assert!(!told.contains(&words));
        told.push(words);
        for key in step.keys() {
            evening.key(key);
        }
    }
    assert!(turn(&evening).starts_with("Fin de la répétition"), "{}", turn(&evening));
    assert!(told.len() > 10);
}

#[test]
fn another_key_than_the_one_asked_for_does_what_it_always_does_and_the_guide_waits() {
    let mut evening = guided();
    let asked = turn(&evening);
    evening.keys("tiss ,");
    assert_eq!(evening.said(), "TISSIER Jean : absent.");
    assert_eq!(turn(&evening), asked);
    evening.keys("<backspace> pons ,");
    assert_ne!(turn(&evening), asked);
}

#[test]
fn the_banner_and_the_turn_stand_on_every_screen_and_nothing_is_said_to_be_recorded() {
    let mut evening = guided();
    for keys in ["<down>", "<esc> <f1>", "<esc> <f4>", "<esc> <tab>", "<esc> <enter>", "<enter>", "<f3>", "<esc> <f2>"]
    {
        evening.keys(keys);
        for (columns, rows) in [(80, 24), (120, 40)] {
            let screen = evening.screen(columns, rows);
            assert!(screen.contains(BANNER), "{keys}:\n{screen}");
            assert!(screen.contains("À vous :"), "{keys}:\n{screen}");
            assert!(!screen.contains("enregistré ✓"), "{keys}:\n{screen}");
        }
    }
}

/// Every file of a folder, by its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.extend(files(&path));
        }
        found.insert(name, fs::read(&path).unwrap_or_default());
    }
    found
}

fn start(folder: &Path, arguments: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments);
    command.cwd(folder);
    for variable in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder);
    }
    Terminal::run(command, 120, 40)
}

#[test]
fn a_rehearsed_file_leaves_the_folder_as_it_was_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/exemple-repetition.ron");
    fs::copy(source, folder.path().join("soir.ron")).unwrap();
    let before = files(folder.path());
    let mut terminal = start(folder.path(), &["repeter", "soir.ron"]);
    terminal.wait_for(BANNER);
    terminal.type_keys("pons,\r");
    terminal.wait_for("ouverte");
    terminal.wait_for("Ordre du jour");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
    terminal.type_keys("aub,");
    terminal.wait_for("AUBRY Paul : contre");
    // Notes, and papers: neither is written.
    terminal.type_keys("\x1bOQ");
    terminal.wait_for("Notes");
    terminal.type_keys("un mot");
    terminal.wait_for("un mot");
    terminal.type_keys("\x1b");
    terminal.wait_until("the vote again", |screen| !screen.contains("Notes ·"));
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    assert_eq!(files(folder.path()), before);
}

#[test]
fn the_built_in_evening_is_rehearsed_from_any_folder_and_writes_no_paper() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = start(folder.path(), &["repeter"]);
    terminal.wait_for("À vous : Madame Ponsard");
    terminal.type_keys("pons,");
    terminal.wait_for("À vous : Monsieur Massoulier");
    terminal.type_keys("\x1b");
    terminal.wait_for("Ordre du jour");
    terminal.type_keys("\t");
    terminal.wait_for("PROJET");
    terminal.type_keys("\x10");
    terminal.wait_for("aucun papier n’est écrit");
    terminal.type_keys("\x11");
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(files(folder.path()), BTreeMap::new());
}

//! Somebody who has never seen the program gets from the shell to a proclaimed vote with only what the screen says: the keys,
//! in order, are a story, and each of them stands on the screen when it is pressed.

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

use hemicycle::app::Key;
use hemicycle::app::keymap::Stroke;
use hemicycle::app::story::{Story, name_of};
use hemicycle::tui::keys::name;
use played::play;
use portable_pty::CommandBuilder;
use story::{names, shows, story};
use terminal::Terminal;
use typed::bytes;

/// What the screens say of letters: that a name is looked for by them.
const HINTS_OF_LETTERS: [&str; 3] = ["début d’un nom", "chercher un nom", "Chercher"];

/// What she has read so far.
#[derive(Default)]
struct Reader {
    knows_that_letters_search: bool,
}

impl Reader {
    fn reads(&mut self, screen: &str) {
        self.knows_that_letters_search |= HINTS_OF_LETTERS.iter().any(|hint| screen.contains(hint));
    }

    /// Whether the screen tells her of that key now; a letter, whether a screen told her once.
    fn finds(&self, key: Key, screen: &str) -> bool {
        if key.letter().is_some() {
            return self.knows_that_letters_search;
        }
        let (sign, word) = (name(Stroke::Is(key)), name_of(key));
        screen.split_whitespace().any(|seen| seen == sign || seen == word)
    }
}

/// The folder that was left to her: a session file and its texts.
fn folder_of(story: &Story) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    fs::copy(samples.join(&story.file), folder.path().join(&story.file)).expect("a copy");
    let texts = story.file.trim_end_matches(".ron");
    if samples.join(texts).is_dir() {
        fs::create_dir(folder.path().join(texts)).expect("a folder");
        for entry in fs::read_dir(samples.join(texts)).expect("the texts") {
            let name = entry.expect("an entry").file_name();
            fs::copy(samples.join(texts).join(&name), folder.path().join(texts).join(&name)).expect("a copy");
        }
    }
    folder
}

/// The program as she starts it: on a computer on which it never ran.
fn started(folder: &Path, command: &str, columns: u16, rows: u16) -> Terminal {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("hemicycle"), "a story begins with the program");
    let mut builder = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    builder.args(words);
    builder.cwd(folder);
    let own = folder.join(".chez-elle");
    for variable in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        builder.env(variable, &own);
    }
    Terminal::run_with_its_memory(builder, columns, rows)
}

#[test]
fn somebody_who_never_saw_the_program_gets_from_the_shell_to_a_proclaimed_vote_with_what_the_screen_says() {
    let told: Vec<Story> = names().iter().map(|name| story(name)).filter(|story| story.command.is_some()).collect();
    assert!(!told.is_empty(), "no story begins in the shell");
    for story in &told {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let folder = folder_of(story);
            let command = story.command.as_deref().unwrap_or_default();
            let mut terminal = started(folder.path(), command, columns, rows);
            let mut reader = Reader::default();
            for step in &story.steps {
                if story.keys_are_shown {
                    for key in step.keys() {
                        let wanted = format!("a word on {}, which line {} presses", name_of(key), step.line);
                        terminal.wait_until(&wanted, |screen| reader.finds(key, screen));
                    }
                }
                play(&mut terminal, step);
                reader.reads(&terminal.screen());
            }
            assert!(shows(&terminal.screen(), "proclamé"), "{}", terminal.screen());
            terminal.type_keys(&bytes(Key::Ctrl('q')));
            assert_eq!(terminal.wait_end().exit_code(), 0);
        }
    }
}

#[test]
fn a_key_that_no_screen_names_is_noticed() {
    let reader = Reader::default();
    let screen = " , contre   ↵ proclamer   Échap retour   F9 plus";
    for key in [Key::Char(','), Key::Enter, Key::Escape, Key::Function(9)] {
        assert!(reader.finds(key, screen), "{key:?}");
    }
    for key in [Key::Char(';'), Key::Tab, Key::Function(3), Key::Ctrl('p'), Key::Char('e')] {
        assert!(!reader.finds(key, screen), "{key:?}");
    }
}

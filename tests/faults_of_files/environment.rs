//! What the environment says of the terminal: whatever it says, the séance is held and every name is read.

use std::fs;

use portable_pty::CommandBuilder;

use crate::terminal::Terminal;
use crate::{evening, greeted, leave, vote};

/// The séance in a terminal whose environment is that, and nothing else of this one.
fn held_in(folder: &std::path::Path, set: &[(&str, &str)]) -> Terminal {
    greeted(folder);
    let mut command = CommandBuilder::new("env");
    command.arg("-i");
    command.args(set.iter().map(|(name, value)| format!("{name}={value}")));
    for (name, place) in [("HOME", "home"), ("XDG_STATE_HOME", "state"), ("XDG_CONFIG_HOME", "config")] {
        command.arg(format!("{name}={}", folder.join(place).display()));
    }
    command.args([env!("CARGO_BIN_EXE_hemicycle"), "ouvrir", "soir.ron"]);
    command.cwd(folder);
    Terminal::run_with_its_memory(command, 120, 40)
}

/// What was written to a terminal, without what it begins and ends with.
fn written(terminal: &Terminal) -> String {
    String::from_utf8_lossy(&terminal.written).into_owned()
}

#[test]
fn case_60_a_terminal_that_places_no_cursor_gets_lines_and_holds_the_evening() {
    for set in [&[("TERM", "dumb")][..], &[("TERM", "")], &[]] {
        let (folder, path) = evening();
        let mut terminal = held_in(folder.path(), set);
        terminal.wait_for("Appel");
        terminal.type_keys("\r");
        terminal.wait_for("ouverte");
        terminal.type_keys("\r");
        terminal.wait_for("DÉFIBRILLATEUR".to_lowercase().as_str());
        terminal.type_keys("aub,");
        terminal.wait_for("AUBRY Paul : contre");
        terminal.type_keys("\r");
        terminal.wait_for("proclamé");
        leave(&mut terminal);
        let written = written(&terminal);
        // No cursor is placed and nothing is cleared: what a terminal without either would show as rubbish.
        let placed = written.split("\u{1b}[").skip(1).filter(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';')
                .starts_with(['H', 'J', 'K', 'A', 'B', 'C'])
        });
        assert_eq!(placed.count(), 0, "{set:?}: {written:?}");
        assert!(!written.contains("\u{1b}[?1049h"), "{set:?}");
        assert!(fs::exists(path.with_extension("journal")).unwrap(), "{set:?}");
    }
}

#[test]
fn case_60_with_few_colours_or_none_and_with_no_language_the_evening_is_held_with_its_accents() {
    for set in [
        &[("TERM", "xterm"), ("NO_COLOR", "1")][..],
        &[("TERM", "linux")],
        &[("TERM", "vt100"), ("LANG", "C")],
        &[("TERM", "xterm-color"), ("LC_ALL", "POSIX")],
        &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "fr_FR.UTF-8")],
        &[("TERM", "something-nobody-knows")],
    ] {
        let (folder, _path) = evening();
        let mut terminal = held_in(folder.path(), set);
        terminal.wait_for("BERTIER Anne");
        vote(&mut terminal);
        assert!(terminal.screen().contains("proclamé"), "{}", terminal.screen());
        leave(&mut terminal);
        let written = written(&terminal);
        let colours = written.split("\u{1b}[").skip(1).filter_map(|rest| rest.split_once('m')).map(|(codes, _)| codes);
        let codes: Vec<&str> = colours.filter(|codes| codes.chars().all(|c| c.is_ascii_digit() || c == ';')).collect();
        // Sixteen colours are asked for at most: 38 and 48 begin those that eight do not have.
        assert!(codes.iter().all(|codes| !codes.split(';').any(|code| code == "38" || code == "48")), "{codes:?}");
        let is_colour = |code: &str| matches!(code.parse::<u8>(), Ok(30..=37 | 40..=47 | 90..=97 | 100..=107));
        let coloured = codes.iter().any(|codes| codes.split(';').any(is_colour));
        assert_eq!(coloured, !set.contains(&("NO_COLOR", "1")), "{set:?}: {codes:?}");
    }
}

#[test]
fn case_60_a_terminal_of_another_coding_gets_readable_signs_without_accents() {
    for set in [[("TERM", "xterm"), ("LANG", "fr_FR.ISO-8859-1")], [("TERM", "xterm"), ("LC_ALL", "fr_FR@euro")]] {
        let (folder, _path) = evening();
        let mut terminal = held_in(folder.path(), &set);
        terminal.wait_for("Appel des");
        terminal.type_keys("\r");
        terminal.wait_for("ouverte");
        terminal.type_keys("\r");
        terminal.wait_for("A proclamer");
        assert!(terminal.screen().is_ascii(), "{}", terminal.screen());
        leave(&mut terminal);
    }
}

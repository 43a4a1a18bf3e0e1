//! A whole séance by keys; what a killed program had shown is found again.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, SEED, hemicycle, open_first_report, output, session};

#[test]
fn the_seeds_seance_is_held_by_five_keys_and_its_deliberation_has_the_figures_of_the_act() {
    let (_folder, path) = session(SEED);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.type_keys("\r");
    terminal.wait_for("Lever la séance");
    terminal.wait_for("adopté");
    // The key that proclaims is held back for a moment, so that it proclaims once.
    press_until(&mut terminal, "\r", "! lever la séance");
    terminal.type_keys("!");
    terminal.wait_for("levée");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());

    let deliberation = output(hemicycle().args(["pv", "--rapport", "04_2_01"]).arg(&path));
    for line in ["Inscrits", "Votants", "Suffrages exprimés", "Majorité absolue"] {
        assert!(deliberation.contains(line), "{line}:\n{deliberation}");
    }
    let sealed = output(hemicycle().arg("sceau").arg(&path));
    assert!(sealed.contains("La séance est close : le journal est complet."), "{sealed}");

    // The prefecture answers some days later: the clerk writes it into the file, and nothing else changes.
    let source = fs::read_to_string(&path).expect("the session file");
    let receipt = "013-200054807-20220303-2022_CT2_010-DE";
    let answered = source.replacen(
        "annexes:",
        &format!("signe: \"2022-03-09\", transmis: \"2022-03-11\", accuse: \"{receipt}\", annexes:"),
        1,
    );
    assert_ne!(answered, source);
    fs::write(&path, &answered).expect("the clerk writes");
    let deliberation = output(hemicycle().args(["pv", "--rapport", "04_2_01"]).arg(&path));
    assert!(deliberation.contains(receipt), "{deliberation}");
    assert!(deliberation.contains("09 MARS 2022"), "{deliberation}");
    assert_eq!(output(hemicycle().arg("sceau").arg(&path)), sealed, "reading writes nothing");

    // At the next opening it is recorded, after the close, and the seal holds.
    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("levée");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert!(path.with_extension("suites").exists());
    hemicycle().arg("sceau").arg(&path).assert().success();

    // Members may not change places once votes were counted on them.
    let lines: Vec<&str> = answered.lines().collect();
    let first = lines.iter().position(|line| line.contains("\"AMAR\"")).expect("a member");
    let mut swapped = lines.clone();
    swapped.swap(first, first + 1);
    fs::write(&path, swapped.join("\n")).expect("somebody writes");
    let refused = hemicycle().args(["pv"]).arg(&path).assert().code(1);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.contains("membres"), "{said}");
}

/// Presses a key until the screen shows a text: a key that is held back on purpose is pressed again.
fn press_until(terminal: &mut Terminal, key: &str, text: &str) {
    for _ in 0..200 {
        terminal.type_keys(key);
        if terminal.shows_within(text, Duration::from_millis(500)) {
            return;
        }
    }
    panic!("{text:?} never came:\n{}", terminal.screen());
}

#[test]
fn a_mixed_vote_on_the_made_up_commune_is_recorded_as_it_is_typed_and_found_again() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 80, 24);
    open_first_report(&mut terminal);
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys("carp;");
    terminal.wait_for("Abstention (1 voix)");
    let before = terminal.screen();
    terminal.signal("KILL");
    terminal.wait_end();

    let mut again = Terminal::start(&[&path], 80, 24);
    again.wait_for("BOISSEAU Hakim + 1 pouvoir");
    for line in before.lines().filter(|line| line.contains("··")) {
        again.wait_for(line.trim());
    }
    again.type_keys("\x7f");
    again.wait_for("Défait");
    again.type_keys(QUIT);
    assert_eq!(again.wait_end().exit_code(), 0);
}

#[test]
fn case_33_and_34_ctrl_c_and_ctrl_s_and_ctrl_z_are_keys_and_not_signals() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.type_keys("\x03");
    terminal.wait_for("Ctrl-Q pour quitter, rien n’est perdu");
    terminal.type_keys("\x13");
    terminal.wait_for("déjà enregistré");
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys("\x1a");
    terminal.wait_for("Défait");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn case_01_a_vote_shown_as_recorded_survives_kill_9_at_any_moment() {
    // Each round types votes, and kills the program at another moment of them.
    let mut seen = BTreeSet::new();
    for round in 0..24_u64 {
        let (_folder, path) = session(COMMUNE);
        let mut terminal = Terminal::start(&[&path], 120, 40);
        open_first_report(&mut terminal);
        for key in 0..=round {
            terminal.type_keys("\x1b[B,");
            terminal.read_for(Duration::from_millis((key * 7 + round) % 11));
        }
        // However slow the machine is, the kills come at different moments.
        terminal.wait_until("some votes", |screen| u64::from(against(screen)) >= round / 3);
        terminal.signal("KILL");
        terminal.wait_end();
        let shown = against(&terminal.screen());

        let sealed = hemicycle().arg("sceau").arg(&path).assert();
        // The sitting is not closed; its last line may be torn.
        let sealed = String::from_utf8_lossy(&sealed.code(vec![3, 4]).get_output().stdout).into_owned();
        let mut again = Terminal::start(&[&path], 120, 40);
        again.wait_for("À proclamer");
        let found = against(&again.screen());
        assert!(found >= shown, "round {round}: {shown} against were shown, {found} were found again\n{sealed}");
        again.type_keys(QUIT);
        assert_eq!(again.wait_end().exit_code(), 0);
        seen.insert(shown);
    }
    assert!(seen.len() > 2, "the kills all came at the same moment: {seen:?}");
}

/// The figure « Contre » of the vote table on the screen.
fn against(screen: &str) -> u32 {
    let line = screen.lines().find_map(|line| line.split_once("Contre ··")).expect("the vote table").1;
    let digits: String = line.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a figure")
}

#[test]
fn the_five_lines_are_shown_the_first_time_only_and_take_no_key() {
    let (folder, path) = session(COMMUNE);
    let command = || {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.args([Path::new("ouvrir"), &path]);
        command.env("XDG_STATE_HOME", folder.path().join("memory"));
        command
    };
    let mut first = Terminal::run_with_its_memory(command(), 80, 24);
    first.wait_for("Bienvenue");
    first.wait_for("F9 donne toutes les commandes");
    first.type_keys("\r");
    first
        .wait_until("the séance, opened", |screen| !screen.contains("Bienvenue") && screen.contains("Séance ouverte"));
    // What is taken back does not bring them back.
    first.type_keys("\x7f");
    first.wait_until("the roll call alone", |screen| !screen.contains("Bienvenue") && screen.contains("Appel des"));
    first.type_keys(QUIT);
    assert_eq!(first.wait_end().exit_code(), 0);
    let mut second = Terminal::run_with_its_memory(command(), 80, 24);
    second.wait_for("Appel des");
    assert!(!second.screen().contains("Bienvenue"), "{}", second.screen());
    second.type_keys(QUIT);
    assert_eq!(second.wait_end().exit_code(), 0);
}

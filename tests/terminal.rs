//! The real binary in a pseudo-terminal: a whole séance by keys, signals, small windows, two instances, `kill -9`.

#[path = "common/terminal.rs"]
mod terminal;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use portable_pty::CommandBuilder;
use tempfile::TempDir;
use terminal::Terminal;

/// A copy of the sessions in a folder of its own, with the path of one.
fn session(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions"), folder.path());
    let path = folder.path().join(name);
    (folder, path)
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            fs::create_dir(&target).expect("a folder");
            copy_folder(&path, &target);
        } else if path.extension().is_some_and(|extension| ["ron", "md", "csv"].iter().any(|known| extension == *known))
        {
            fs::copy(&path, target).expect("a copy");
        }
    }
}

const SEED: &str = "2022-03-03-pays-d-aix.ron";
const COMMUNE: &str = "exemple-commune.ron";

fn hemicycle() -> Command {
    Command::new(env!("CARGO_BIN_EXE_hemicycle"))
}

fn output(command: &mut Command) -> String {
    String::from_utf8(command.assert().success().get_output().stdout.clone()).expect("UTF-8")
}

/// Opens the sitting and its first report.
fn open_first_report(terminal: &mut Terminal) {
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("ouverte");
    terminal.wait_for("Ordre du jour");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
}

const QUIT: &str = "\x11";

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
fn case_31_to_33_a_signal_ends_the_program_with_the_terminal_put_back() {
    for (name, number) in [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)] {
        let (_folder, path) = session(COMMUNE);
        let mut terminal = Terminal::start(&[&path], 120, 40);
        terminal.wait_for("Appel des");
        terminal.signal(name);
        assert_eq!(terminal.wait_end().exit_code(), 128 + number, "{name}");
        assert_eq!(terminal.left_on(), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn case_34_a_stopped_program_gives_the_terminal_back_and_takes_it_again_when_woken() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.signal("TSTP");
    terminal.wait_for_stop();
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    terminal.signal("CONT");
    terminal.wait_for("À proclamer");
    assert!(terminal.left_on().contains(&"raw mode"));
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

/// What [`case_35_a_panic_gives_the_terminal_back_and_is_said_in_french`] starts: a program that took the terminal and
/// panics in a thread of its own.
#[test]
#[ignore = "it is the process that panics"]
fn panicking_process() {
    hemicycle::desk::give_back_on_panic();
    hemicycle::tui::terminal::take(&mut std::io::stdout()).expect("a terminal");
    let _ = std::thread::spawn(|| panic!("on purpose")).join();
    unreachable!("a panic ends the program from whichever thread");
}

#[test]
fn case_35_a_panic_gives_the_terminal_back_and_is_said_in_french() {
    let mut itself = CommandBuilder::new(std::env::current_exe().expect("this test"));
    itself.args(["--ignored", "--exact", "--nocapture", "panicking_process"]);
    let mut terminal = Terminal::run(itself, 120, 40);
    assert_eq!(terminal.wait_end().exit_code(), 101);
    assert!(String::from_utf8_lossy(&terminal.written).contains("\u{1b}[?1049h"), "it had taken the terminal");
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    let said = terminal.screen();
    assert!(said.contains("Erreur du programme (tests/terminal.rs:"), "{said}");
    assert!(said.contains("Rouvrez la séance"), "{said}");
}

#[test]
fn case_36_a_window_too_small_says_so_and_locks_the_vote() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    for (columns, rows) in [(79, 24), (80, 23)] {
        terminal.resize(columns, rows);
        terminal.wait_for(&format!("{columns}×{rows}"));
        terminal.type_keys("boi,");
    }
    for (columns, rows) in [(2, 2), (1, 1)] {
        terminal.resize(columns, rows);
        terminal.type_keys("boi,");
    }
    // Two more sizes are shown before the window is large again: every key was read while it was too small.
    for (columns, rows) in [(79, 24), (80, 23)] {
        terminal.resize(columns, rows);
        terminal.wait_for(&format!("{columns}×{rows}"));
    }
    terminal.resize(120, 40);
    terminal.wait_for("À proclamer");
    assert!(!terminal.screen().contains("BOISSEAU Hakim + 1 pouvoir"), "{}", terminal.screen());
    terminal.resize(300, 100);
    terminal.wait_for("À proclamer");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn a_key_and_a_resize_that_come_together_are_both_taken() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    for round in 0..40 {
        let (columns, rows) = if round % 2 == 0 { (79, 24) } else { (120, 40) };
        terminal.type_keys("b");
        terminal.resize(columns, rows);
        terminal.type_keys("\u{1b}[A");
        terminal.wait_for(if round % 2 == 0 { "79×24" } else { "À proclamer" });
    }
    terminal.resize(79, 24);
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn case_25_a_second_instance_reads_only_and_says_who_holds_the_seance() {
    let (_folder, path) = session(COMMUNE);
    let mut first = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut first);
    let mut second = Terminal::start(&[&path], 120, 40);
    second.wait_for("LECTURE SEULE");
    second.wait_for(&first.process_id().to_string());
    second.type_keys("boi,");
    second.type_keys(QUIT);
    assert_eq!(second.wait_end().exit_code(), 0);
    first.type_keys("boi,");
    first.wait_for("BOISSEAU Hakim + 1 pouvoir");
    first.type_keys(QUIT);
    assert_eq!(first.wait_end().exit_code(), 0);
}

#[test]
fn case_38_a_paste_never_votes() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    let pasted = "boi,\r".repeat(2_000);
    terminal.type_keys(&format!("\x1b[200~{pasted}\x1b[201~"));
    terminal.wait_for("coller");
    assert!(!terminal.screen().contains("BOISSEAU Hakim + 1 pouvoir"), "{}", terminal.screen());
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn ctrl_c_and_ctrl_s_and_ctrl_z_are_keys_and_not_signals() {
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

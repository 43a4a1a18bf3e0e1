//! The clock on the wall goes back, or past midnight, in the middle of the séance.

use std::fs;
use std::path::Path;

use hemicycle::app::Key;
use hemicycle::app::context::Context;
use hemicycle::clock::WallClock;
use hemicycle::council::sitting::Stage;
use hemicycle::papers::Paper;

use crate::evening::Evening;
use crate::paper::text_of;
use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, hemicycle, session};

/// Types a reason with a space in it, and confirms it.
fn type_reason(evening: &mut Evening) {
    for letter in "la pendule".chars() {
        evening.key(Key::Char(letter));
    }
    evening.keys("<enter>");
}

#[test]
fn case_27_a_clock_that_goes_back_an_hour_is_said_asks_once_why_and_orders_nothing() {
    let mut evening = Evening::first_vote();
    evening.minute = 20 * 60 + 17;
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("02"));
    evening.minute = 19 * 60 + 20;
    let before = evening.records();
    evening.keys("<enter>");
    assert_eq!(evening.app.context(), Context::Reason, "{}", evening.said());
    let asked = evening.screen(120, 40);
    assert!(asked.contains("19 h 20") && asked.contains("20 h 17"), "{asked}");
    assert_eq!(evening.records(), before, "nothing is recorded before it is said why");
    type_reason(&mut evening);
    assert_eq!(evening.open_report().as_deref(), Some("03"), "{}", evening.said());
    // From then on the clock goes on: nothing more is asked.
    evening.minute += 3;
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("04"), "{}", evening.said());
    let minutes = text_of(evening.app.sitting(), &Paper::Minutes).replace('\u{a0}', " ");
    assert!(minutes.contains("la pendule"), "{minutes}");
    // The minutes warn once, and subtract nothing: each hour as it was, and why.
    let sentences = minutes.split_whitespace().collect::<Vec<_>>().join(" ");
    let warned = "Irrégularité : une heure est notée avant la précédente. Motif retenu pour passer outre : la pendule.";
    assert_eq!(sentences.matches(warned).count(), 1, "{minutes}");
    let place = |text: &str| minutes.find(text).unwrap_or_else(|| panic!("{text}:\n{minutes}"));
    // The reports stand in the order of their actions, whatever their hours.
    assert!(place("correspondant incendie") < place("durée des questions"));
}

#[test]
fn case_29_midnight_leaves_the_seance_on_its_day_and_a_suspension_over_it_in_its_order() {
    let mut evening = Evening::first_vote();
    evening.minute = 23 * 60 + 55;
    evening.keys("<enter> <f9> susp <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Suspended);
    evening.minute = 4;
    evening.keys("<f9> <enter>");
    assert_eq!(evening.app.sitting().stage(), Stage::Open, "{:?} {}", evening.app.context(), evening.said());
    evening.minute = 9;
    evening.elapsed_ms += 1_000;
    evening.keys("<enter>");
    assert_ne!(evening.app.context(), Context::Reason, "what is after midnight follows what is before it");
    assert_eq!(evening.open_report().as_deref(), Some("03"));
    let minutes = text_of(evening.app.sitting(), &Paper::Minutes).replace('\u{a0}', " ");
    let told: Vec<&str> = minutes.lines().filter(|line| line.contains("suspend") || line.contains("repr")).collect();
    assert!(told.iter().any(|line| line.contains("23 h 55")), "{told:?}");
    assert!(told.iter().any(|line| line.contains("0 h 04")), "{told:?}");
    assert!(minutes.contains("3 mars 2025") && !minutes.contains("4 mars 2025"), "{minutes}");
}

/// What is said of a séance that is not of the day of the clock.
const ANOTHER_DAY: &str = "ce n’est pas aujourd’hui";

/// What the screen shows at the opening of that file.
fn at_the_opening(path: &Path) -> String {
    let mut terminal = Terminal::start(&[path], 120, 40);
    // The last line of the screen: all of it is there.
    terminal.wait_for("F1 aide");
    let shown = terminal.screen();
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    shown
}

#[test]
fn case_28_a_clock_of_another_day_is_said_in_the_terminal_program_and_never_by_verifier() {
    let (_folder, path) = session(COMMUNE);
    let source = fs::read_to_string(&path).expect("the session file");
    let today = WallClock::wall().date();
    let dated = |day: &str| {
        let changed = source.replacen("date: \"3 mars 2025\"", &format!("date: \"{day}\""), 1);
        fs::write(&path, changed).expect("written");
    };
    for (day, is_said) in [("3 mars 2025".to_owned(), true), (today.to_string(), false)] {
        dated(&day);
        let shown = at_the_opening(&path);
        assert_eq!(shown.contains(ANOTHER_DAY), is_said, "{day}:\n{shown}");
        assert!(!is_said || shown.contains("3 mars 2025"), "{shown}");
        let checked = hemicycle().arg("verifier").arg(&path).assert();
        let output = checked.get_output();
        let said = [&output.stdout[..], &output.stderr].concat();
        assert!(!String::from_utf8_lossy(&said).contains(ANOTHER_DAY), "{}", String::from_utf8_lossy(&said));
    }
}

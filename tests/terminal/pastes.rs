//! Text that is pasted: it goes into what is written, with a bound, and never votes. And keys that come like a paste.

use hemicycle::app::Msg;
use hemicycle::app::context::Context;

use crate::contexts;
use crate::evening::Evening;
use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, open_first_report, session};

/// Ten thousand bytes that vote, proclaim and close if they are taken for keys.
fn ten_kilobytes() -> String {
    "boi,\r!\u{7f}".repeat(10_000 / 7)
}

#[test]
fn case_38_a_paste_never_votes() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.type_keys(&format!("\x1b[200~{}\x1b[201~", ten_kilobytes()));
    terminal.wait_for("coller");
    assert!(!terminal.screen().contains("BOISSEAU Hakim + 1 pouvoir"), "{}", terminal.screen());
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn case_38_ten_kilobytes_pasted_at_any_screen_record_nothing_and_go_to_what_is_written_only() {
    for mut shown in contexts::each(|_| {}) {
        let evening = &mut shown.evening;
        let (context, before) = (evening.app.context(), evening.app.history().next_number());
        let (place, panels) = (evening.app.place(), evening.app.panels().len());
        evening.send(Msg::Paste(ten_kilobytes()));
        assert_eq!(evening.app.history().next_number(), before, "{}", shown.name);
        let evening = &shown.evening;
        assert_eq!((evening.app.context(), evening.app.place()), (context, place), "{}", shown.name);
        assert_eq!(evening.app.panels().len(), panels, "{}", shown.name);
    }
}

#[test]
fn case_38_a_paste_goes_whole_into_what_is_written() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    evening.send(Msg::Paste("premier, second !\rtroisième ;".to_owned()));
    assert_eq!(evening.app.context(), Context::Notes);
    let shown = evening.screen(120, 40);
    assert!(shown.contains("premier, second !") && shown.contains("troisième ;"), "{shown}");
}

/// A terminal that does not mark what is pasted sends keys, which may not be told from a fast hand: names and marks are
/// taken, each is on the screen and is taken back by one key. But no more than one report is proclaimed, and nothing is
/// closed: a result is read before the next one.
#[test]
fn case_38_ten_kilobytes_of_keys_at_the_speed_of_a_machine_proclaim_one_report_at_most() {
    for pace_ms in [0, 1, 5] {
        let mut evening = Evening::first_vote();
        evening.pace_ms = pace_ms;
        evening.elapsed_ms += 10_000;
        for _ in 0..1_500 {
            evening.keys("boi , <enter>");
        }
        assert_eq!(evening.open_report().as_deref(), Some("02"), "{pace_ms} ms");
        assert!(!evening.app.sitting().stage().is_over());
    }
}

#[test]
fn case_38_an_enter_that_is_held_down_or_bounces_proclaims_once_and_that_is_said() {
    // A key that repeats thirty times a second for a minute, and one that bounces.
    for pace_ms in [33, 3, 399] {
        let mut evening = Evening::first_vote();
        evening.pace_ms = pace_ms;
        evening.elapsed_ms += 10_000;
        evening.keys(&"<enter> ".repeat(1_800));
        assert_eq!(evening.open_report().as_deref(), Some("02"), "{pace_ms} ms");
        assert!(evening.said().contains("01"), "{}", evening.said());
        evening.pace_ms = 400;
        evening.keys("<enter>");
        assert_eq!(evening.open_report().as_deref(), Some("03"), "let go and pressed again, it proclaims");
    }
}

//! Case 54 on the screen: wide letters, long names and what is hidden move no column, and no cut takes away what tells two
//! members apart.

use std::collections::BTreeSet;
use std::sync::Arc;

use hemicycle::council::docket::Docket;
use hemicycle::council::roster::{Member, Roster};
use hemicycle::run::{Face as _, Lines};
use hemicycle::tui::text::width;
use hemicycle::tui::theme::Theme;
use ratatui::buffer::Buffer;

use super::evening::{Evening, docket, glyphs};

const LONG: &str = "DE LA ROCHEFOUCAULD-MONTMORENCY-LUXEMBOURG DE SAINT-EXUPERY";

/// The small made-up council, whose members bear these surnames first; their first names stay.
fn named(surnames: &[String]) -> Arc<Docket> {
    let known = docket("exemple-repetition.ron");
    let members = known.roster.everyone().zip(surnames.iter().map(Some).chain(std::iter::repeat(None)));
    let members = members.map(|(member, surname)| {
        let mut name = member.name.clone();
        if let Some(surname) = surname {
            name.surname.clone_from(surname);
            name.first.clear();
        }
        Member { name, ..member.clone() }
    });
    Arc::new(Docket { roster: Roster::new(members.collect()), ..(*known).clone() })
}

/// What no name moves: the columns in which the frames of the screen stand, row by row.
fn frames(cells: &Buffer) -> Vec<Vec<(u16, String)>> {
    let row = |y| {
        let frame = |x: &u16| "│╭╮╰╯├┤┌┐└┘".contains(cells[(*x, y)].symbol());
        (0..cells.area.width).filter(frame).map(|x| (x, cells[(x, y)].symbol().to_owned())).collect()
    };
    (0..cells.area.height).map(row).collect()
}

fn evening(surnames: &[String], keys: &str) -> Buffer {
    let mut evening = Evening::of(named(surnames));
    evening.resized(80, 24);
    evening.keys(keys);
    evening.cells(80, 24, Theme::new(true))
}

/// The roll call; the vote; voices against in the vote.
const KEYS: [&str; 4] = ["", "<enter> <enter>", "<enter> <enter> cord ,", "<enter> <enter> cord"];

fn surnames(first: [&str; 4]) -> Vec<String> {
    first.map(str::to_owned).to_vec()
}

#[test]
fn case_54_the_frames_stand_where_they_stood_whatever_a_name_is_made_of() {
    let plain = surnames(["BERTIER", "CORDELIER", "DELMAS", "FABREGUE"]);
    for hostile in [
        "漢字漢字漢字",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "A\u{2028}B\u{2029}C",
        "e\u{301}\u{302}",
        "\u{202e}SREVNE",
        "ﷺ",
        "🇫🇷🇫🇷",
        "\u{1b}[31m",
    ] {
        for end in ["", "漢"] {
            let hostile =
                surnames([&format!("{hostile}{end}"), &format!("CORD{hostile}"), &format!("D{hostile}"), "FABREGUE"]);
            for keys in KEYS {
                let (calm, loud) = (evening(&plain, keys), evening(&hostile, keys));
                assert_eq!(frames(&calm), frames(&loud), "{keys}: {:?}\n{}", hostile[0], glyphs(&loud));
            }
        }
    }
}

#[test]
fn case_54_no_row_is_wider_than_the_screen_and_no_sign_of_the_screen_is_hidden() {
    let long = "漢".repeat(300);
    let names = surnames([&long, &"W".repeat(300), "👩\u{200d}👩\u{200d}👧", "x\u{2028}y\u{e0041}\u{e000}\u{200b}"]);
    for keys in KEYS {
        let cells = evening(&names, keys);
        for y in 0..24 {
            let mut x = 0;
            while x < 80 {
                let symbol = cells[(x, y)].symbol();
                assert!(symbol.chars().all(|it| hemicycle::council::plain::Hidden::of(it).is_none()), "{symbol:?}");
                x += width(symbol).max(1);
            }
            assert_eq!(x, 80, "a wide sign is cut by the edge in row {y}\n{}", glyphs(&cells));
        }
    }
}

#[test]
fn case_51_no_line_that_is_read_aloud_holds_what_a_name_hides() {
    let hidden: String = super::HIDDEN.iter().collect();
    let mut evening =
        Evening::of(named(&surnames([&format!("BER{hidden}TIER"), "CORDE\u{1b}[2JLIER", "D\r\nELMAS", "漢"])));
    evening.app = evening.app.clone().read_aloud();
    let mut out = Vec::new();
    let mut lines = Lines::to(&mut out);
    for keys in KEYS.iter().flat_map(|keys| keys.split(' ')) {
        evening.keys(keys);
        lines.show(&evening.app).expect("a line");
    }
    drop(lines);
    let said = String::from_utf8(out).expect("UTF-8").replace("\r\n", "\n");
    assert!(said.contains("CORDE‹U+001B›[2JLIER"), "{said}");
    let left = said.chars().find(|it| *it != '\n' && hemicycle::council::plain::Hidden::of(*it).is_some());
    assert_eq!(left, None, "{said:?}");
}

/// The texts of a row between signs of the roll call.
fn shown_names(cells: &Buffer, beginning: &str) -> Vec<String> {
    let mut found = Vec::new();
    for row in glyphs(cells).lines() {
        for part in row.split(['●', '○', '◐', '│', '·']) {
            let part = part.trim().split("  ").next().unwrap_or_default();
            let part = part.strip_prefix(|it: char| it.is_ascii_digit()).unwrap_or(part).trim();
            if part.starts_with(beginning) {
                found.push(part.to_owned());
            }
        }
    }
    found
}

#[test]
fn case_54_members_who_share_their_first_sixty_letters_are_told_apart_on_every_screen() {
    let names: Vec<String> = ["Anne", "Anselme", "Bérénice"].iter().map(|end| format!("{LONG} {end}")).collect();
    for keys in ["", "roche", "<enter> <enter> roche"] {
        let cells = evening(&names, keys);
        let shown = shown_names(&cells, "DE LA");
        let apart: BTreeSet<&String> = shown.iter().collect();
        assert!(apart.len() >= 3, "{keys}: {shown:?}\n{}", glyphs(&cells));
        for end in ["Anne", "Ans", "B"] {
            assert!(
                shown.iter().any(|name| name.rsplit('…').any(|part| part.trim().starts_with(end))),
                "{end}: {shown:?}"
            );
        }
    }
}

#[test]
fn case_54_of_two_holders_who_begin_alike_the_one_who_holds_the_power_is_seen() {
    let names: Vec<String> = ["ANNE", "ANSELME"].iter().map(|end| format!("{LONG} {end}")).collect();
    let cells = evening(&names, "ponsard : anselme <enter>");
    let row = glyphs(&cells)
        .lines()
        .find(|row| row.contains("PONSARD"))
        .unwrap_or_else(|| panic!("{}", glyphs(&cells)))
        .to_owned();
    assert!(row.contains('→') && row.contains("ANS"), "{row}");
}

#[test]
fn case_54_of_members_who_begin_alike_the_one_who_presents_the_report_is_seen() {
    // The third one presents the first report, the second one the second.
    let names: Vec<String> = ["Anne", "Anselme", "Bérénice"].iter().map(|end| format!("{LONG} {end}")).collect();
    for (keys, word, seen) in [
        ("<enter>", "apporteur", "Bé"),
        ("<enter> <down>", "apporteur", "Ans"),
        ("<enter> <enter>", "rapporteur", "Bé"),
    ] {
        let cells = evening(&names, keys);
        let row = glyphs(&cells).lines().find(|row| row.contains(word)).map(str::to_owned).unwrap_or_default();
        assert!(row.contains("DE LA") && row.contains('…') && row.contains(seen), "{keys}: {row}\n{}", glyphs(&cells));
    }
}

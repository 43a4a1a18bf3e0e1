//! In a window that is too small nothing is chosen, by keys or by clicks, and the display is projected all the same.

use hemicycle::app::home::{Home, Leaving, Row, Weight};
use hemicycle::app::{Key, Msg};
use hemicycle::tui;
use jiff::civil::date;
use ratatui::layout::Rect;

use crate::evening::{Disk, Evening, member};
use crate::{evening_called, start};

#[test]
fn a_click_in_a_window_too_small_or_on_what_is_not_recorded_picks_nobody() {
    let mut evening = Evening::first_vote();
    evening.resized(79, 24);
    let area = Rect::new(0, 0, 79, 24);
    let seats = (0..24).flat_map(|y| (0..79).map(move |x| (x, y)));
    assert_eq!(seats.filter_map(|(x, y)| tui::seat_at(&evening.app, area, x, y)).count(), 0);
    // A click that was on its way while the window shrank.
    evening.send(Msg::SeatPointed(member("aubry-paul")));
    evening.keys(", ! <space> <enter>");
    evening.resized(120, 40);
    assert_eq!((evening.tally("01").against, evening.records()), (0, 2));
    assert!(!evening.screen(120, 40).contains("AUBRY Paul + 1 pouvoir"), "{}", evening.screen(120, 40));
    evening.keys(",");
    assert_eq!(evening.tally("01").against, 0, "nobody was picked");
    // A click that was on its way while a panel opened over the seats.
    evening.keys("<f4>");
    evening.send(Msg::SeatPointed(member("aubry-paul")));
    evening.keys("<esc> ,");
    assert_eq!(evening.tally("01").against, 0, "nobody was picked below the panel");
    evening.disk = Disk::Refusing;
    evening.keys("bois ,");
    evening.send(Msg::SeatPointed(member("aubry-paul")));
    evening.disk = Disk::Prompt;
    evening.keys("<esc> ,");
    assert_eq!(evening.tally("01").against, 0, "{}", evening.said());
}

#[test]
fn nothing_is_opened_from_a_list_that_is_not_seen() {
    let mut home = Home::new(date(2027, 3, 3), 1);
    home.fill(Some(Row {
        number: 0,
        file: "soir.ron".into(),
        is_here: true,
        council: "Conseil d’Essai".into(),
        kind: None,
        date: None,
        state: "prête".into(),
        weight: Weight::Ready,
        findings: None,
        opens: true,
    }));
    home.resize(79, 24);
    let before = home.clone();
    for key in [Key::Enter, Key::Char('a'), Key::Down, Key::Function(1)] {
        assert_eq!((home.key(key), &home), (None, &before), "{key:?}");
    }
    assert_eq!(home.clone().key(Key::Ctrl('q')), Some(Leaving::Quit));
    home.resize(80, 24);
    assert_eq!(home.key(Key::Enter), Some(Leaving::Open(0)));
}

#[test]
fn the_display_stands_in_the_smallest_window_and_takes_no_click() {
    let (folder, path) = evening_called("soir.ron");
    let mut room = start(folder.path(), &[std::path::Path::new("projeter"), &path], 60, 12);
    room.wait_for("Quorum");
    for _ in 0..3 {
        room.type_keys("\x1b[<0;20;6M\x1b[<0;20;6m");
    }
    room.type_keys("x");
    room.wait_for("quitter");
    room.resize(20, 5);
    room.resize(1, 1);
    room.resize(120, 40);
    room.wait_for("Quorum");
    room.type_keys("q");
    assert!(room.wait_end().success());
    assert_eq!(room.left_on(), Vec::<&str>::new());
}

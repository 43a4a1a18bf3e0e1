//! The seats on the screen: pointed at, walked, and cheap to redraw.

#[path = "common/council_of.rs"]
mod council_of;
#[path = "common/evening.rs"]
mod evening;

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use evening::{Evening, docket, member};
use hemicycle::app::context::Context;
use hemicycle::app::{App, Msg};
use hemicycle::council::ballot::Choice;
use hemicycle::council::id::MemberId;
use hemicycle::tui::economy::Economical;
use hemicycle::tui::{self, theme::Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::{Terminal, TerminalOptions, Viewport};

const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 40), (200, 60)];

fn painted(app: &App) -> (Rect, Buffer) {
    let area = Rect::new(0, 0, app.size().columns, app.size().rows);
    let mut buf = Buffer::empty(area);
    tui::paint(&mut buf, area, app, Theme::new(true));
    (area, buf)
}

/// Every cell in which a seat may be pointed at, with its member.
fn seats(app: &App) -> Vec<(u16, u16, MemberId)> {
    let (area, buf) = painted(app);
    let cells = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y)));
    // Elsewhere than on a sign nobody sits; asking everywhere takes long.
    let cells = cells.filter(|at| "●◐◌○·▼▽■□◆◇◦◎≠".contains(buf[*at].symbol()));
    cells.filter_map(|(x, y)| Some((x, y, tui::seat_at(app, area, x, y)?))).collect()
}

/// Points at a seat of each: the cell that is lit is the cell that was pointed at.
fn assert_each_seat_lights_up_where_it_is_pointed_at(evening: &mut Evening, members: usize) {
    let seats = seats(&evening.app);
    assert_eq!(seats.len(), members);
    for (x, y, member) in seats.iter().step_by(members.div_ceil(12)) {
        evening.send(Msg::SeatPointed(member.clone()));
        let (area, buf) = painted(&evening.app);
        assert_eq!(tui::seat_at(&evening.app, area, *x, *y).as_ref(), Some(member));
        let lit: Vec<(u16, u16)> = seats
            .iter()
            .map(|(x, y, _)| (*x, *y))
            .filter(|at| buf[*at].modifier.contains(Modifier::REVERSED))
            .collect();
        assert_eq!(lit, [(*x, *y)], "{member}");
    }
}

#[test]
fn a_seat_lights_up_where_it_is_pointed_at_in_a_vote_of_any_council() {
    for members in [9, 29, 33, 58, 240, 250] {
        for (columns, rows) in SIZES {
            let mut evening = Evening::of(council_of::docket(members));
            evening.keys("<enter> <enter>").resized(columns, rows);
            assert_each_seat_lights_up_where_it_is_pointed_at(&mut evening, members);
        }
    }
}

#[test]
fn a_seat_lights_up_where_it_is_pointed_at_during_the_roll_call() {
    let mut evening = Evening::commune();
    assert_each_seat_lights_up_where_it_is_pointed_at(&mut evening, 33);
    assert_eq!(evening.app.context(), Context::RollCallWalk);
}

#[test]
fn pointing_at_a_seat_only_picks_it_however_often() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    for _ in 0..3 {
        evening.send(Msg::SeatPointed(member("boisseau-hakim")));
        assert_eq!(evening.app.context(), Context::VoteWalk);
    }
    assert_eq!(evening.records(), records);
    evening.keys(",");
    assert_eq!(evening.records(), records + 1);
    let vote = evening.app.vote().and_then(|vote| vote.vote(evening.app.sitting())).expect("a vote");
    assert_eq!(vote.choice(&member("boisseau-hakim")), Some(Choice::Against));
}

#[test]
fn no_seat_is_pointed_at_through_a_panel_nor_outside_the_seats() {
    let mut evening = Evening::first_vote();
    let (x, y, _) = seats(&evening.app)[0].clone();
    evening.keys("<f4>");
    let (area, _) = painted(&evening.app);
    assert_eq!(tui::seat_at(&evening.app, area, x, y), None);
    evening.keys("<esc>");
    assert_eq!(tui::seat_at(&evening.app, area, x + 1, y), None);
    assert_eq!(tui::seat_at(&evening.app, area, 0, 0), None);
}

#[test]
fn the_arrows_walk_the_room_from_seat_to_seat() {
    let mut evening = Evening::first_vote();
    let order: Vec<MemberId> = evening.app.seating().seats().iter().map(|seat| seat.member.clone()).collect();
    let picked = |evening: &Evening| evening.app.vote().and_then(|vote| vote.picker.picked().cloned());
    evening.keys("<right>");
    assert_eq!(picked(&evening), Some(order[0].clone()));
    evening.keys("<right> <right>");
    assert_eq!(picked(&evening), Some(order[2].clone()));
    evening.keys("<left>");
    assert_eq!(picked(&evening), Some(order[1].clone()));
    evening.keys("<esc> <left>");
    assert_eq!(picked(&evening), order.last().cloned());
    evening.keys("<right>");
    assert_eq!(picked(&evening), order.last().cloned());
}

#[test]
fn who_is_looked_for_is_lit_in_the_room_and_a_group_as_a_whole() {
    let lit = |evening: &Evening| {
        let (_, buf) = painted(&evening.app);
        let lit = |(x, y, _): &&(u16, u16, MemberId)| buf[(*x, *y)].modifier.contains(Modifier::REVERSED);
        seats(&evening.app).iter().filter(lit).map(|(_, _, member)| member.to_string()).collect::<Vec<_>>()
    };
    let mut evening = Evening::first_vote();
    assert!(lit(&evening).is_empty());
    evening.keys("bois");
    assert_eq!(lit(&evening), ["boisseau-hakim"]);
    evening.keys("<esc> mieux");
    assert_eq!(lit(&evening).len(), 6);
}

#[test]
fn while_names_are_called_the_bars_keep_their_scale_and_no_majority_of_the_first_few_is_marked() {
    let mut evening = Evening::first_vote();
    let pour = |evening: &Evening| {
        let screen = evening.screen(120, 40);
        screen.lines().find(|line| line.contains("● Pour")).expect("a bar").to_owned()
    };
    evening.keys("<tab> appel <enter> ! !");
    let early = pour(&evening);
    assert!(early.matches('█').count() < 8 && !early.contains('┆'), "{early}");
    evening.keys(&"! ".repeat(29));
    let all = pour(&evening);
    assert!(all.matches('█').count() > 40 && all.contains('┆'), "{all}");
}

#[test]
fn a_vote_of_several_reports_names_them_all_and_says_who_has_no_voice_in_one_of_them() {
    let mut evening = Evening::of(docket("exemple-soiree.ron"));
    evening.keys("<enter> <enter> <f9> vote <space> group <enter> <down> <down> <space> <down> <space> <enter>");
    assert!(evening.said().contains("n° 01, 05 et 07"), "{}", evening.said());
    let screen = evening.screen(120, 40);
    assert!(screen.contains("déport : ") && screen.contains("≠ selon le rapport"), "{screen}");
}

/// What a terminal would get.
#[derive(Clone, Default)]
struct Written(Rc<RefCell<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that only counts what each key writes to it, until nothing is left to be drawn.
struct Counted {
    written: Written,
    terminal: Terminal<Economical<Written>>,
    /// The bytes of the last frame that confirmed a key.
    of_the_frame: usize,
}

impl Counted {
    /// In which the evening stands drawn already, its paper beside the vote too.
    fn showing(evening: &mut Evening) -> Self {
        let size = evening.app.size();
        let written = Written::default();
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, size.columns, size.rows)) };
        let terminal = Terminal::with_options(Economical::new(written.clone()), options).expect("a terminal");
        let mut counted = Self { written, terminal, of_the_frame: 0 };
        counted.show(evening);
        counted
    }

    /// As the loop does: a frame, and in the next pause another if the paper beside the vote was composed behind it.
    fn show(&mut self, evening: &mut Evening) -> usize {
        self.written.0.borrow_mut().clear();
        self.terminal.draw(|frame| tui::draw(frame, &evening.app, Theme::new(true))).expect("drawn");
        self.of_the_frame = self.written.0.borrow().len();
        while evening.app.catch_up() {
            self.terminal.draw(|frame| tui::draw(frame, &evening.app, Theme::new(true))).expect("drawn");
        }
        self.written.0.borrow().len()
    }

    /// What a vote key may write: a kilobyte for the frame that confirms it, and what is bearable with the paper.
    fn check(&self, bytes: usize, columns: u16, what: &str) {
        assert!(self.of_the_frame <= 1024, "{what} writes {} bytes in the frame that confirms it", self.of_the_frame);
        assert!(bytes <= most(columns), "{what} writes {bytes} bytes");
    }

    /// The bytes that a key writes.
    fn key(&mut self, evening: &mut Evening, key: &str) -> usize {
        evening.keys(key);
        self.show(evening)
    }
}

/// The rooms and windows in which the bytes are counted: in the widest the paper stands beside the vote.
const COUNTED: [(usize, u16, u16); 4] = [(58, 120, 40), (58, 200, 60), (250, 120, 40), (250, 200, 60)];

/// The bytes that a vote key writes at most. Where the paper stands beside the vote its names and its decision are written
/// too, and who was looked for is wiped out.
fn most(columns: u16) -> usize {
    if columns >= 150 { 1280 } else { 1024 }
}

#[test]
fn a_vote_key_writes_about_a_kilobyte_at_most_whatever_it_says_and_of_whom() {
    for (members, columns, rows) in COUNTED {
        let mut evening = Evening::of(council_of::docket(members));
        evening.keys("<enter> <enter>").resized(columns, rows);
        let mut counted = Counted::showing(&mut evening);
        // From the first voice against, which ends the unanimity, over holders and those they carry, to a score of others.
        for seat in 0..24 {
            counted.key(&mut evening, "<right>");
            for place in 0..5 {
                let key = [",", ";", ":", "!", "<space>"][(seat + place) % 5];
                let bytes = counted.key(&mut evening, key);
                counted.check(bytes, columns, &format!("{members} at {columns}×{rows}: {key} on seat {seat}"));
            }
        }
    }
}

#[test]
fn a_vote_key_behind_letters_writes_about_a_kilobyte_at_most() {
    for (members, columns, rows) in COUNTED {
        let mut evening = Evening::of(council_of::docket(members));
        evening.keys("<enter> <enter>").resized(columns, rows);
        let mut counted = Counted::showing(&mut evening);
        for word in
            "chancet , force , gaucet ; mor , roucet : valcet ! delcet <space> lamcet <space> pelcet ,".split(' ')
        {
            let bytes = counted.key(&mut evening, word);
            let votes = word.len() == 1 || word == "<space>";
            if votes {
                counted.check(bytes, columns, &format!("{members} at {columns}×{rows}: {word}"));
            }
        }
    }
}

#[test]
fn a_whole_group_that_is_marked_at_once_writes_no_more_than_its_names_are_long() {
    for (members, columns, rows) in COUNTED {
        let mut evening = Evening::of(council_of::docket(members));
        evening.keys("<enter> <enter>").resized(columns, rows);
        let mut counted = Counted::showing(&mut evening);
        counted.key(&mut evening, "ensemble");
        for key in [",", "ensemble", "!"] {
            let bytes = counted.key(&mut evening, key);
            assert!(bytes <= 5 * 1024, "{members} at {columns}×{rows}: {key} writes {bytes} bytes");
        }
    }
}

#[test]
fn what_is_voted_moves_no_seat() {
    let mut evening = Evening::of(docket("exemple-commune.ron"));
    evening.keys("<enter> <enter>");
    for (columns, rows) in SIZES {
        evening.resized(columns, rows);
        let before = seats(&evening.app);
        evening.keys("bois , evr ; carp :");
        assert_eq!(seats(&evening.app), before, "at {columns}×{rows}");
        evening.keys("bois ! evr ! carp !");
    }
}

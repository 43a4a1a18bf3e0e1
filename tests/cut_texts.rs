//! No text is cut without « … », none lies over another, and every frame stands straight, whatever the names and the
//! objects: very long ones, wide letters, combining accents.
//!
//! The texts of the séance are counted words, « mot1 mot2 … »: wherever one stands on a screen, the next follows, or « … »,
//! or it is the last.

#[path = "common/all_kinds.rs"]
mod all_kinds;
#[path = "common/contexts.rs"]
mod contexts;
#[path = "common/evening.rs"]
mod evening;

use contexts::each;
use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::docket::Docket;
use hemicycle::council::roster::Roster;
use hemicycle::tui::text::width;
use hemicycle::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [(u16, u16); 4] = [(80, 24), (99, 30), (120, 40), (200, 60)];

/// Counted words: « obj1 obj2 obj3 », of which some are wide or carry combining accents.
fn counted(letters: &str, words: usize) -> String {
    let word = |number: usize| match number % 5 {
        3 => format!("{letters}{number}e\u{301}"),
        4 => format!("{letters}{number}漢字"),
        _ => format!("{letters}{number}"),
    };
    (1..=words).map(word).collect::<Vec<_>>().join(" ")
}

/// Long objects, long groups, long first names behind the surnames that the keys look for.
fn long(docket: &mut Docket) {
    docket.body.name = format!("Conseil municipal {}", counted("nom", 16));
    let members = docket.roster.everyone().enumerate().map(|(place, member)| {
        let mut member = member.clone();
        member.name.first = match place % 3 {
            0 => "漢字".to_owned(),
            1 => "Le\u{301}a-Maëlle-Ange\u{301}lique".to_owned(),
            _ => "Anne-Sophie-Charlotte-Bérengère-Éléonore".to_owned(),
        };
        member.group = member.group.map(|group| format!("{group} {}", counted("gr", 12)));
        member
    });
    docket.roster = Roster::new(members.collect());
    for item in &mut docket.agenda.items {
        match item {
            AgendaItem::Chapter(title) => *title = format!("{title} {}", counted("chap", 30)),
            AgendaItem::Report(report) => report.object = format!("{} {}", report.object, counted("obj", 60)),
        }
    }
}

/// A row as its cells: a wide letter stands in the first of its two.
fn row(cells: &Buffer, y: u16, from: u16, end: u16) -> Vec<String> {
    (from..end).map(|x| cells[(x, y)].symbol().to_owned()).collect()
}

fn is_corner(cells: &Buffer, x: u16, y: u16, corner: &str) -> bool {
    cells[(x, y)].symbol() == corner
}

/// The frames that nothing lies over: from corner to corner, with both sides whole.
fn frames(cells: &Buffer) -> (Vec<Rect>, Vec<String>) {
    let (mut whole, mut broken) = (Vec::new(), Vec::new());
    for y in 0..cells.area.height {
        for x in 0..cells.area.width {
            if !is_corner(cells, x, y, "╭") {
                continue;
            }
            let Some(right) = (x + 1..cells.area.width).find(|at| is_corner(cells, *at, y, "╮")) else { continue };
            let side = |at: u16, row: u16| matches!(cells[(at, row)].symbol(), "│" | "╰" | "╯");
            let bottom = (y + 1..cells.area.height).find(|row| is_corner(cells, x, *row, "╰"));
            let Some(bottom) = bottom else {
                broken.push(format!("no lower corner under {x}, {y}"));
                continue;
            };
            let frame = Rect::new(x, y, right - x + 1, bottom - y + 1);
            if (y + 1..=bottom).all(|row| side(x, row) && side(right, row)) && is_corner(cells, right, bottom, "╯") {
                whole.push(frame);
            } else {
                broken.push(format!("a side of {frame:?} is not straight"));
            }
        }
    }
    (whole, broken)
}

/// A cell of another frame that lies within this one.
fn is_covered(frames: &[Rect], frame: Rect, x: u16, y: u16) -> bool {
    let inner = |other: &&Rect| **other != frame && frame.intersects(**other) && other.area() < frame.area();
    frames.iter().filter(inner).any(|other| other.contains((x, y).into()))
}

/// The words of a kind on a screen: their number, and what stands behind each.
fn wrong_words(
    cells: &Buffer,
    area: Rect,
    hidden: impl Fn(u16, u16) -> bool,
    letters: &str,
    last: usize,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut rows: Vec<String> = Vec::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut skip = 0;
        for (x, symbol) in (area.left()..area.right()).zip(row(cells, y, area.left(), area.right())) {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            skip = width(&symbol).saturating_sub(1);
            line.push_str(if hidden(x, y) { "¤" } else { &symbol });
        }
        rows.push(line);
    }
    for (y, line) in rows.iter().enumerate() {
        for (at, _) in line.match_indices(letters) {
            let rest = &line[at + letters.len()..];
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let Ok(number) = digits.parse::<usize>() else { continue };
            let after = &rest[digits.len()..];
            let word: String = after.chars().take_while(|c| !c.is_whitespace() && !"│…¤,".contains(*c)).collect();
            let behind = after[word.len()..].trim_start_matches(' ');
            let next = format!("{letters}{}", number + 1);
            let goes_on = |text: &str| text.starts_with(&next) || next.starts_with(text.trim_end_matches('…'));
            let is_cut_with_a_sign = after[word.len()..].starts_with('…') || behind.starts_with('…');
            // A number may itself be cut: « obj1… » of « obj12 ».
            let on_this_row = number == last || is_cut_with_a_sign || behind.starts_with(&next) || behind.contains('¤');
            let piece = behind.split(&[' ', '│'][..]).next().unwrap_or_default();
            let is_cut_within = piece.ends_with('…') && goes_on(piece);
            let below = rows.get(y + 1).is_some_and(|below| below.contains(&next) || below.contains('¤'));
            let cut_below = rows.get(y + 1).is_some_and(|below| below.contains('…'));
            if !(on_this_row || is_cut_within || below || cut_below && behind.is_empty()) {
                wrong.push(format!("{letters}{number} is followed by {behind:?} in {line:?}"));
            }
        }
    }
    wrong
}

#[test]
fn counted_words_are_followed_by_the_next_or_by_an_ellipsis_on_every_screen() {
    let mut all = Vec::new();
    for shown in each(long) {
        for (columns, rows) in SIZES {
            let cells = shown.evening.cells(columns, rows, Theme::new(true));
            let (frames, _) = frames(&cells);
            let area = cells.area;
            for (letters, last) in [("obj", 60), ("chap", 30), ("gr", 12), ("nom", 16)] {
                let wrong = wrong_words(&cells, area, |x, y| frames_over(&frames, x, y), letters, last);
                all.extend(wrong.into_iter().map(|wrong| format!("{} {columns}: {wrong}", shown.name)));
            }
            for frame in &frames {
                let inside = Rect::new(frame.x + 1, frame.y, frame.width - 2, frame.height);
                for (letters, last) in [("obj", 60), ("chap", 30), ("gr", 12)] {
                    let wrong = wrong_words(&cells, inside, |x, y| is_covered(&frames, *frame, x, y), letters, last);
                    all.extend(wrong.into_iter().map(|wrong| format!("{} {columns}: {wrong}", shown.name)));
                }
            }
        }
    }
    assert!(all.is_empty(), "{} texts:\n{}", all.len(), all.join("\n"));
}

/// Whether a cell is within a frame: the rows outside the frames are read by themselves.
fn frames_over(frames: &[Rect], x: u16, y: u16) -> bool {
    frames.iter().any(|frame| frame.contains((x, y).into()))
}

#[test]
fn every_frame_stands_straight_around_whatever_it_holds() {
    for shown in each(long) {
        for (columns, rows) in SIZES {
            let cells = shown.evening.cells(columns, rows, Theme::new(true));
            let (whole, broken) = frames(&cells);
            // A frame under another is broken by it, and by nothing else.
            let uncovered: Vec<&String> = if whole.len() == 1 { vec![] } else { broken.iter().collect() };
            let app = &shown.evening.app;
            let is_over = app.panels().is_empty() && app.writing().is_none();
            assert!(!is_over || uncovered.is_empty(), "{} at {columns}: {uncovered:?}", shown.name);
            assert!(whole.len() + broken.len() > 0 || shown.name == "trop-petit" || columns < 100, "{}", shown.name);
        }
    }
}

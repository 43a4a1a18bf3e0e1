//! The public display: huge and calm, read from the back of the room. It draws a [`Scene`], which holds nothing that may
//! not be seen.

mod figures;
mod stack;
mod urn;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::display::scene::Doing;
use crate::app::display::scene::{Attending, Brief, Heading, OnTheFloor, Scene, Verdict, View, Voices};
use crate::council::outcome::Outcome;
use crate::french::kinds::About;
use crate::french::screen::{display as words, titles};
use crate::tui::text::{below, put, top, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::big_letters::Size;

use stack::Stack;

/// Draws the display; `hint` is the discreet line at the bottom, if a key was just pressed.
pub fn draw(buf: &mut Buffer, area: Rect, scene: &Scene, hint: Option<&str>, theme: Theme) {
    let inside = margins(area);
    let last = below(area, area.height.saturating_sub(1));
    if let Some(hint) = hint {
        centred(buf, last, hint, theme.dim());
    }
    match &scene.view {
        // Nothing else at all: the council has sent the public out.
        View::InCamera => {
            let mut stack = Stack::new(inside);
            stack.big_in(stack.rows() * 6 / 10, words::IN_CAMERA, Size::tall(8), 2, theme.strong());
            stack.air(1);
            stack.text(words::WHY_IN_CAMERA, 3, theme.plain());
            stack.draw(buf, inside, theme);
        }
        View::Neutral => {
            let mut stack = Stack::new(inside);
            stack.big(&scene.council, Size::tall(3), 4, theme.strong());
            stack.air(1);
            stack.big_or_text(&words::day(scene.day), Size::SMALL, theme.plain());
            stack.draw(buf, inside, theme);
        }
        view => {
            let head = heading_of_the_council(buf, inside, scene, theme);
            let rest = below(inside, head);
            let foot = foot(buf, rest, view, theme);
            let body = top(rest, rest.height.saturating_sub(foot));
            body_of(view, body, theme).draw(buf, body, theme);
        }
    }
}

/// What the display says, for who hears it or reads it in Braille: the same words, a line each.
pub fn lines(scene: &Scene) -> Vec<String> {
    // Wide enough that no text is cut.
    let area = Rect::new(0, 0, u16::MAX, 24);
    let theme = Theme::new(false);
    let council = format!("{} — {}", scene.council, words::day(scene.day));
    let mut lines = match &scene.view {
        View::InCamera => vec![words::IN_CAMERA.to_owned(), words::WHY_IN_CAMERA.to_owned()],
        View::Neutral => vec![council],
        view => body_of(view, area, theme).lines(),
    };
    if let View::Between { attending, .. } = &scene.view {
        lines.push(words::attending(attending.present, attending.represented));
        lines.push(words::quorum(&attending.quorum));
    }
    lines
}

/// The area less what a projector may cut off.
fn margins(area: Rect) -> Rect {
    let (across, down) = ((area.width / 24).max(2), (area.height / 30).max(u16::from(area.height > 20)));
    Rect {
        x: area.x + across.min(area.width / 2),
        y: area.y + down.min(area.height / 2),
        width: area.width.saturating_sub(across * 2),
        height: area.height.saturating_sub(down * 2),
    }
}

/// The council and the day on one row, or two; gives the rows taken.
fn heading_of_the_council(buf: &mut Buffer, area: Rect, scene: &Scene, theme: Theme) -> u16 {
    let day = words::day(scene.day);
    let one = format!("{} — {day}", scene.council);
    if width(&one) <= area.width {
        centred(buf, area, &one, theme.strong());
    } else {
        centred(buf, area, &scene.council, theme.strong());
        centred(buf, below(area, 1), &day, theme.plain());
    }
    let rows = 1 + u16::from(width(&one) > area.width);
    let rule = below(area, rows);
    if rule.height > 20 {
        for x in rule.left()..rule.right() {
            buf[(x, rule.y)].set_symbol("─").set_style(theme.frame());
        }
        return rows + 1;
    }
    rows
}

/// Who is there, and the quorum, at the bottom; what ended before, above them. Gives the rows taken.
fn foot(buf: &mut Buffer, area: Rect, view: &View, theme: Theme) -> u16 {
    let (attending, last) = match view {
        View::Between { attending, last, .. } => (Some(attending), last.as_ref()),
        View::Floor(floor) => (Some(&floor.attending), floor.last.as_ref()),
        _ => (None, None),
    };
    let Some(attending) = attending else { return 0 };
    let row = below(area, area.height.saturating_sub(1));
    let counts = words::attending(attending.present, attending.represented);
    let quorum = words::quorum(&attending.quorum);
    let style = if attending.quorum.is_met() == Some(false) { theme.bad() } else { theme.plain() };
    let whole = format!("{counts}   {quorum}");
    let x = centred(buf, row, &whole, theme.plain());
    let place = Rect { x: x + width(&counts) + 3, width: row.right().saturating_sub(x + width(&counts) + 3), ..row };
    put(buf, place, &quorum, style);
    if let Some(last) = last {
        centred(buf, below(area, area.height.saturating_sub(2)), &brief(last), theme.dim());
        return 3;
    }
    2
}

fn brief(last: &Brief) -> String {
    words::brief(&last.numbers, About::of(last.kind, last.on.as_ref()), last.outcome)
}

fn body_of(view: &View, area: Rect, theme: Theme) -> Stack {
    let mut stack = Stack::new(area);
    match view {
        View::Neutral | View::InCamera => {}
        View::NotOpen(attending) => not_open(&mut stack, attending, theme),
        View::Between { next, .. } => match next {
            Some(heading) => {
                stack.text(words::NEXT, 1, theme.accent());
                stack.air(1);
                report(&mut stack, heading, 0, theme);
            }
            None => stack.big(words::AGENDA_DONE, Size::tall(2), 3, theme.strong()),
        },
        View::Floor(floor) => on_the_floor(&mut stack, floor, theme),
        View::Results(verdicts) => results(&mut stack, verdicts, theme),
        View::Suspended { since } => {
            stack.big_in(stack.rows() * 6 / 10, words::SUSPENDED, Size::tall(6), 2, theme.caution());
            if let Some(at) = since {
                stack.air(1);
                stack.letters_where_free(&words::since(*at), Size::tall(1), 0, theme.plain());
            }
        }
        View::Over { adjourned, at } => {
            let word = if *adjourned { words::ADJOURNED } else { words::CLOSED };
            stack.big_in(stack.rows() * 6 / 10, word, Size::tall(6), 2, theme.strong());
            if let Some(at) = at {
                stack.air(1);
                stack.letters_where_free(&words::at(*at), Size::tall(2), if *adjourned { 2 } else { 0 }, theme.plain());
            }
            if *adjourned {
                stack.air(1);
                stack.text(words::WITHOUT_QUORUM, 1, theme.plain());
            }
        }
    }
    stack
}

fn not_open(stack: &mut Stack, attending: &Attending, theme: Theme) {
    stack.big(words::NOT_OPEN, Size::tall(4), 3, theme.strong());
    stack.air(2);
    let counts = words::attending(attending.present, attending.represented);
    stack.letters_where_free(&counts, Size::SMALL, 2, theme.plain());
    stack.air(1);
    let style = if attending.quorum.is_met() == Some(false) { theme.bad() } else { theme.good() };
    stack.text(&words::quorum(&attending.quorum), 1, style);
}

/// The number, the object and who presents it; so many rows are left for what comes below.
fn report(stack: &mut Stack, heading: &Heading, below: u16, theme: Theme) {
    let rapporteur = heading.rapporteur.as_ref().map_or(0, |_| 2);
    stack.letters_where_free(&words::report(&heading.number), Size::SMALL, below + rapporteur + 3, theme.accent());
    stack.air(1);
    let rows = stack.left().saturating_sub(below + rapporteur);
    stack.big_in(rows, &heading.object, Size::tall(2), 5, theme.strong());
    if let Some(name) = &heading.rapporteur {
        stack.air(1);
        stack.text(&words::rapporteur(name), 1, theme.plain());
    }
}

/// Reports by their numbers and objects, a row each; those for which there is no room are counted.
fn listed(stack: &mut Stack, below: u16, rows: &[(String, Style)]) {
    let room = usize::from(stack.left().saturating_sub(below));
    let shown = if rows.len() <= room { rows.len() } else { room.saturating_sub(1) };
    for (row, style) in rows.iter().take(shown) {
        stack.text(row, 1, *style);
    }
    if let Some(left @ 1..) = rows.len().checked_sub(shown) {
        stack.text(&titles::more(left), 1, Style::new());
    }
}

fn on_the_floor(stack: &mut Stack, floor: &OnTheFloor, theme: Theme) {
    let state = match floor.doing {
        Doing::Told => words::TOLD,
        Doing::Voted => words::VOTING,
        Doing::Called => words::CALLING,
        Doing::Waits => words::WAITS,
        Doing::Secret(_) => words::SECRET,
    };
    // Of several rounds it is said which one is held.
    let told = match floor.doing {
        Doing::Secret(round) => words::secret(round),
        _ => state.to_owned(),
    };
    let on = floor.on.as_ref().map(|(id, target)| words::proposal(id, target.as_deref()));
    if !floor.with.is_empty() {
        let all: Vec<&Heading> = std::iter::once(&floor.heading).chain(&floor.with).collect();
        let numbers: Vec<String> = all.iter().map(|heading| heading.number.clone()).collect();
        stack.text(&words::together(&numbers), 2, theme.accent());
        stack.air(1);
        let row = |heading: &&Heading| (words::row(&heading.number, &heading.object), theme.strong());
        listed(stack, if floor.live.is_some() { 12 } else { 6 }, &all.iter().map(row).collect::<Vec<_>>());
    } else if floor.live.is_some() {
        // The voices want their room: the report is said in a line or two.
        stack.text(&words::title(&floor.heading.number, &floor.heading.object), 2, theme.strong());
    } else {
        // What is going on has letters where there is room for them, and a row where there is not.
        let one = 1 + stack.letters_or_row();
        let below = one + if on.is_some() { one } else { 0 };
        report(stack, &floor.heading, below, theme);
    }
    if let Some(on) = on {
        stack.air(1);
        stack.letters_where_free(&on, Size::SMALL, 1 + stack.letters_or_row(), theme.accent());
    }
    stack.air(1);
    match &floor.live {
        None if stack.fits_in_letters(&told) => stack.letters_where_free(&told, Size::tall(1), 0, theme.caution()),
        None if told != state => {
            stack.letters_where_free(state, Size::tall(1), 1, theme.caution());
            stack.text(&told, 1, theme.caution());
        }
        None => stack.letters_where_free(state, Size::tall(1), 0, theme.caution()),
        Some(live) => {
            stack.text(words::LIVE, 1, theme.caution());
            voices(stack, live);
        }
    }
}

/// The figures, then the seats.
fn voices(stack: &mut Stack, voices: &Voices) {
    if let Some(tally) = &voices.tally {
        stack.air(1);
        stack.figures(tally, voices.seats.is_some());
    }
    if let Some(seats) = &voices.seats {
        stack.seats(seats);
    }
}

fn results(stack: &mut Stack, verdicts: &[Verdict], theme: Theme) {
    match verdicts {
        [verdict] => result(stack, verdict, theme),
        several => results_together(stack, several, theme),
    }
}

fn result(stack: &mut Stack, verdict: &Verdict, theme: Theme) {
    let style = style_of(verdict, theme);
    stack.big_or_text(&words::title(&verdict.heading.number, &verdict.heading.object), Size::SMALL, theme.strong());
    if let Some(id) = &verdict.on {
        stack.text(&words::proposal(id, None), 1, theme.accent());
    }
    stack.air(1);
    if let Some(ballots) = &verdict.ballots {
        urn::result(stack, verdict, ballots, style, theme);
        return;
    }
    // The hemicycle and the figures want their share.
    let rows = if verdict.voices.seats.is_some() { stack.rows() * 3 / 10 } else { stack.rows() / 2 };
    stack.big_in(rows, &verdict.word, Size::tall(8), 2, style);
    stack.air(u16::from(stack.rows() > 24));
    stack.big_or_text(&verdict.how, Size::SMALL, style);
    let names = verdict.appointed.iter().map(|name| (name.clone(), theme.strong()));
    listed(stack, 0, &names.collect::<Vec<_>>());
    voices(stack, &verdict.voices);
}

/// What each report became, a row each; the word in huge letters if they all became the same.
fn results_together(stack: &mut Stack, verdicts: &[Verdict], theme: Theme) {
    let numbers: Vec<String> = verdicts.iter().map(|verdict| verdict.heading.number.clone()).collect();
    stack.text(&words::together(&numbers), 2, theme.accent());
    stack.air(1);
    let Some(first) = verdicts.first() else { return };
    let are_alike = verdicts.iter().all(|other| (&other.word, &other.how) == (&first.word, &first.how));
    let row = |verdict: &Verdict| words::row(&verdict.heading.number, &verdict.heading.object);
    if let Some(word) = words::plural(&first.word).filter(|_| are_alike) {
        stack.big_in(stack.rows() * 4 / 10, &word, Size::tall(6), 1, style_of(first, theme));
        stack.text(&first.how, 1, style_of(first, theme));
        stack.air(1);
        listed(stack, 0, &verdicts.iter().map(|verdict| (row(verdict), theme.plain())).collect::<Vec<_>>());
        return;
    }
    let told = |verdict: &Verdict| words::decided_row(&verdict.heading.number, &verdict.word, &verdict.heading.object);
    let rows = verdicts.iter().map(|verdict| (told(verdict), style_of(verdict, theme)));
    listed(stack, 0, &rows.collect::<Vec<_>>());
}

fn style_of(verdict: &Verdict, theme: Theme) -> Style {
    if verdict.outcome.is_adopted() || verdict.outcome == Outcome::Elected {
        theme.good().patch(theme.strong())
    } else if verdict.outcome.is_voted() {
        theme.bad()
    } else {
        theme.accent()
    }
}

/// Puts a text in the middle of a row; gives the column where it begins.
fn centred(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let x = area.x + area.width.saturating_sub(width(text)) / 2;
    put(buf, Rect { x, width: area.right().saturating_sub(x), ..area }, text, style);
    x
}

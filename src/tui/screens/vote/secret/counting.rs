//! The counting screen of the tellers (*dépouillement*), large enough to be read by the room: what each has as the ballots are
//! read out, what the last one said, whether the urn holds as many as signed, the majority as it will be.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::council::majority::Base;
use crate::french::screen::urn as words;
use crate::french::screen::urn::Needed;
use crate::tui::text::{below, cells, put, put_wrapped, top};
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::big_letters::{Size, Words};
use crate::tui::widgets::{panel, search};

use super::tiles::{self, Tile, centred};
use super::{Held, heading, rule, who};

/// The columns of the search at most.
const SEARCH: u16 = 64;

/// What is read, as it is shown.
pub struct Reading {
    /// Those who stand, and those who received votes without standing.
    pub tiles: Vec<Tile>,
    /// Blank ballots.
    pub blank: u32,
    /// Null ones.
    pub null: u32,
    /// How many ballots were found in the urn.
    pub in_urn: Option<u32>,
    /// The digits of that number while it is typed.
    pub typed: String,
    /// Whether totals are typed, not read one by one.
    pub types: bool,
    /// The digits of the blank ones, while they are typed.
    pub typed_blank: Option<String>,
    /// Those of the null ones.
    pub typed_null: Option<String>,
    /// What the last ballot said.
    pub last: Option<String>,
    /// The blank and the null ones of the first reading, while they are read again.
    pub before: Option<(u32, u32)>,
}

impl Reading {
    fn read(&self) -> u32 {
        self.tiles.iter().map(|tile| tile.now).fold(self.blank.saturating_add(self.null), u32::saturating_add)
    }

    fn cast(&self) -> u32 {
        self.tiles.iter().map(|tile| tile.now).fold(0, u32::saturating_add)
    }

    fn is_over(&self) -> bool {
        self.in_urn.is_some_and(|in_urn| self.read() >= in_urn)
    }

    /// What the second reading gives otherwise, once it is over.
    fn differences(&self) -> Vec<(String, u32, u32)> {
        let named = self.tiles.iter().filter_map(|tile| Some((tile.name.clone(), tile.before?, tile.now)));
        let (blank, null) = self.before.unwrap_or((self.blank, self.null));
        let others = [(words::BLANK, blank, self.blank), (words::NULL, null, self.null)];
        let others = others.map(|(what, before, now)| (what.to_lowercase(), before, now));
        named.chain(others).filter(|(_, before, now)| before != now).collect()
    }

    /// The majority as it will be: it is not told to be reached before nothing can take it away.
    fn needed(&self, held: &Held) -> Needed {
        if let Some(contest) = &held.contest {
            if contest.form.method().is_some() {
                return Needed::Proportional;
            }
            if held.round.number >= 3 {
                return Needed::Plurality;
            }
            if contest.base == Base::Members {
                let in_office = held.round.urn.as_ref().map_or(held.shown.vote.in_office, |urn| urn.in_office);
                return Needed::Exactly(in_office / 2 + 1);
            }
        }
        match self.in_urn {
            Some(_) if self.is_over() && self.cast() > 0 => Needed::Exactly(self.cast() / 2 + 1),
            Some(in_urn) if !self.is_over() => {
                Needed::AtMost(in_urn.saturating_sub(self.blank).saturating_sub(self.null) / 2 + 1)
            }
            _ => Needed::Unknown,
        }
    }
}

/// Draws the count.
pub fn draw(buf: &mut Buffer, area: Rect, held: &Held, theme: Theme) {
    let reading = held.reading();
    let Some(in_urn) = reading.in_urn else {
        emptied(buf, area, held, &reading, theme);
        return;
    };
    let is_again = reading.before.is_some();
    let title = if is_again { words::COUNTING_AGAIN } else { words::COUNTING };
    let told = words::read(reading.read(), Some(in_urn));
    let rest = heading(buf, area, held, title, &told, theme);
    Bar { value: reading.read(), whole: in_urn, mark: None }.draw(buf, top(rest, 1), theme.good(), theme.dim());
    let rest = below(rest, 1);
    let seeks = held.screen.urn.seeking.as_ref();
    let foot = if seeks.is_some() { 6 } else { 3 + u16::from(is_again && reading.is_over()) };
    let body = top(rest, rest.height.saturating_sub(foot));
    let bottom = below(rest, body.height);
    match seeks {
        // Another member received a ballot: he is looked for.
        Some(picker) => {
            panel::rule(buf, bottom, &[(words::ANOTHER, theme.accent())], theme);
            let place = Rect { width: bottom.width.min(SEARCH), ..below(bottom, 1) };
            search::draw(buf, place, held.app, picker, None, theme);
        }
        None => foot_of(buf, bottom, held, &reading, theme),
    }
    if reading.types {
        tiles::rows(buf, body, &all_in_rows(&reading), in_urn, reading.is_over(), theme);
    } else {
        numbers(buf, body, &reading, theme);
    }
}

/// Everything that is typed, blank and null ballots behind those who stand.
fn all_in_rows(reading: &Reading) -> Vec<Tile> {
    let other = |name: &str, now: u32, before: Option<u32>, typed: &Option<String>| Tile {
        letter: String::new(),
        name: name.to_owned(),
        now,
        before,
        typed: typed.clone(),
    };
    let (blank, null) = (reading.before.map(|it| it.0), reading.before.map(|it| it.1));
    let others = [
        other(words::BLANK, reading.blank, blank, &reading.typed_blank),
        other(words::NULL, reading.null, null, &reading.typed_null),
    ];
    reading.tiles.iter().cloned().chain(others).collect()
}

/// What each has, blank and null ballots below, in letters where that takes nothing from the numbers.
fn numbers(buf: &mut Buffer, area: Rect, reading: &Reading, theme: Theme) {
    let said = words::blank_and_null(reading.blank, reading.null);
    let in_urn = reading.in_urn.unwrap_or(0).max(reading.read());
    let spelled = words::blank_and_null_in_letters(reading.blank, reading.null);
    let band = Words::fitting(&spelled, area.width, 4, 1, Size::tall(1)).filter(|_| area.height >= 8);
    let rows_of = |band: &Option<Words>| band.as_ref().map_or(1, |words| words.height() + 1);
    let room = |band: &Option<Words>| top(area, area.height.saturating_sub(rows_of(band)));
    let plain = tiles::lay(&reading.tiles, room(&None), in_urn);
    let small = Words::fitting(&spelled, area.width, 3, 1, Size::SMALL).filter(|_| area.height >= 8);
    let keeps = |band: &Option<Words>| {
        let with = tiles::lay(&reading.tiles, room(band), in_urn);
        band.is_some() && with.map(|it| it.points()) == plain.map(|it| it.points()) && with.is_some()
    };
    let band = [band, small].into_iter().find(keeps).flatten();
    let place = room(&band);
    let is_over = reading.is_over();
    match tiles::lay(&reading.tiles, place, in_urn) {
        Some(layout) => tiles::draw(buf, place, &reading.tiles, layout, is_over, theme),
        None => tiles::rows(buf, place, &reading.tiles, in_urn, is_over, theme),
    }
    let below_them = below(area, place.height);
    match band {
        Some(letters) => letters.draw(buf, below(below_them, 1), theme.plain()),
        None => centred(buf, below_them, &first_of_the_others(reading, &said), theme.strong()),
    }
}

/// Blank and null ballots beside those of the first reading.
fn first_of_the_others(reading: &Reading, said: &str) -> String {
    reading.before.map_or_else(
        || said.to_owned(),
        |(blank, null)| format!("{said}   ({})", words::first_of_the_others(blank, null)),
    )
}

/// The last ballot, the agreement with the list of signatures, the majority; of a second reading, what differs.
fn foot_of(buf: &mut Buffer, area: Rect, held: &Held, reading: &Reading, theme: Theme) {
    let (last, look) = match &reading.last {
        Some(last) => (format!(" {last} "), theme.picked()),
        None if reading.read() == 0 => (words::NOTHING_READ.to_owned(), theme.dim()),
        None => (words::NOT_KEPT.to_owned(), theme.dim()),
    };
    rule(buf, area, words::LAST, &last, look, theme);
    let mut rest = below(area, 1);
    let in_urn = reading.in_urn.unwrap_or(0);
    let (signed, _) = held.signed();
    let told = words::agreement(in_urn, signed);
    put(buf, rest, &told, agreeing(in_urn == signed, theme));
    rest = below(rest, 1);
    if reading.before.is_some() && reading.is_over() {
        let differences = reading.differences();
        put(buf, rest, &words::differences(&differences), agreeing(differences.is_empty(), theme));
        rest = below(rest, 1);
    }
    majority(buf, rest, held, reading, theme);
}

fn agreeing(agrees: bool, theme: Theme) -> Style {
    if agrees { theme.good() } else { theme.bad() }
}

/// « Majorité absolue : 12 au plus, pas encore atteinte ».
fn majority(buf: &mut Buffer, area: Rect, held: &Held, reading: &Reading, theme: Theme) {
    let needed = reading.needed(held);
    let base = held.contest.map_or(Base::Cast, |contest| contest.base);
    let told = words::needed(needed, base);
    let most = reading.tiles.iter().map(|tile| tile.now).max().unwrap_or(0);
    let first: Vec<String> =
        reading.tiles.iter().filter(|tile| tile.now == most && most > 0).map(|tile| tile.name.clone()).collect();
    let is_over = reading.is_over();
    let (behind, look) = match (needed, first.as_slice()) {
        (Needed::Exactly(votes) | Needed::AtMost(votes), [name]) if most >= votes => {
            (words::reached(Some(name), 0, is_over), theme.good())
        }
        (Needed::Exactly(votes), _) if is_over => {
            (words::reached(None, votes.saturating_sub(most), true), theme.caution())
        }
        (Needed::Exactly(_) | Needed::AtMost(_), _) => (words::reached(None, 0, false), theme.dim()),
        (Needed::Plurality, several @ [_, _, ..]) if is_over => (words::equal(several), theme.caution()),
        _ => (String::new(), theme.dim()),
    };
    let x = put(buf, area, &told, theme.strong());
    if !behind.is_empty() {
        put(buf, crate::tui::text::from_column(area, x), &format!(" · {behind}"), look);
    }
}

/// The urn is open, and its ballots are counted unread: how many there are, beside how many signed.
fn emptied(buf: &mut Buffer, area: Rect, held: &Held, reading: &Reading, theme: Theme) {
    let (signed, voices) = held.signed();
    let rest = heading(buf, area, held, words::COUNTING, &words::signed(signed, voices), theme);
    let rest = who(buf, rest, held, 2, theme);
    let rest = put_wrapped(buf, below(rest, 1), words::URN_CLOSED, 2, theme.strong());
    let rest = below(rest, 1);
    let own = rest.width / 2;
    let rows = rest.height.saturating_sub(3).min(16);
    for (place, (label, number)) in
        [(words::SIGNATURES, signed.to_string()), (words::BALLOTS, reading.typed.clone())].into_iter().enumerate()
    {
        let half = Rect { x: rest.x + cells(place) * own, width: own, ..rest };
        centred(buf, half, label, theme.dim());
        let shown = if number.is_empty() { "?".to_owned() } else { number };
        let look = if place == 0 { theme.plain() } else { theme.accent() };
        match Words::fitting(&shown, own.saturating_sub(2), rows, 1, Size::tall(4)) {
            Some(letters) => letters.draw(buf, below(half, 1), look),
            None => centred(buf, below(half, 1), &shown, look),
        }
    }
    if let Ok(typed) = reading.typed.parse::<u32>() {
        let line = below(rest, rest.height.saturating_sub(1));
        centred(buf, line, &words::agreement(typed, signed), agreeing(typed == signed, theme));
    }
}

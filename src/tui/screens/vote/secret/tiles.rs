//! Candidates and what each has, in numbers as large as the window has room for; in rows where they are many.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::french::screen::urn as words;
use crate::tui::text::{below, cells, fit, from_column, put, put_all, put_right, top, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::big_letters::{Size, Words};

/// The largest that a point of a number becomes: one ballot must not write the whole window anew.
const LARGEST: u16 = 4;

/// A candidate and what he has.
#[derive(Clone)]
pub struct Tile {
    /// His letter; nothing for a member who does not stand.
    pub letter: String,
    /// His name.
    pub name: String,
    /// How many ballots were read for him.
    pub now: u32,
    /// How many he had at the first reading, while they are read again.
    pub before: Option<u32>,
    /// The digits of his total, while it is typed.
    pub typed: Option<String>,
}

/// How tiles are laid out.
#[derive(Clone, Copy)]
pub struct Layout {
    columns: u16,
    rows: u16,
    size: Size,
    /// Rows of a tile, its name and what stands under its number included.
    height: u16,
    /// Whether the names stand in letters too.
    letters: bool,
    /// The columns of the widest number.
    widest: u16,
}

/// The rows of a name in letters, air included.
const NAME: u16 = 5;

/// A name in letters, if it has room.
fn name_in_letters(tile: &Tile, columns: u16) -> Option<Words> {
    Words::fitting(&tile.name, columns.saturating_sub(4), NAME - 1, 1, Size::SMALL)
}

/// The largest numbers that so many tiles have room for in an area, the widest number being that one; none if they are to
/// stand in rows.
pub fn lay(tiles: &[Tile], area: Rect, widest: u32) -> Option<Layout> {
    let number = cells(tiles.len()).max(1);
    let under = u16::from(tiles.iter().any(|tile| tile.before.is_some()));
    // Of all digits eight has the most points: no number is wider.
    let digits = "8".repeat(widest.max(10).to_string().len());
    let sizes: Vec<Size> = (1..=LARGEST).rev().map(Size::tall).chain([Size::SMALL]).collect();
    sizes.into_iter().find_map(|size| {
        let words = Words::set(&digits, u16::MAX, size)?;
        // All in one row before two: the room reads along it.
        (1..=number).rev().find_map(|columns| {
            let rows = number.div_ceil(columns);
            let (own, down) = (area.width / columns, area.height / rows);
            let height = words.height() + 1 + under;
            // Between two rows of numbers there is air, and beside each of them.
            let air = u16::from(rows > 1);
            let fits = words.width() + 3 <= own && height + air <= down && own >= 14;
            let letters = NAME + height < down && tiles.iter().all(|tile| name_in_letters(tile, own).is_some());
            let height = if letters { height + NAME } else { height };
            fits.then_some(Layout { columns, rows, size, height, letters, widest: words.width() })
        })
    })
}

impl Layout {
    /// How large its numbers are, to be compared with those of another.
    pub fn points(&self) -> u16 {
        Words::set("8", u16::MAX, self.size).map_or(0, |words| words.height())
    }
}

/// Draws the tiles.
pub fn draw(buf: &mut Buffer, area: Rect, tiles: &[Tile], layout: Layout, is_over: bool, theme: Theme) {
    let (own, down) = (area.width / layout.columns, area.height / layout.rows);
    for (place, tile) in tiles.iter().enumerate() {
        let place = cells(place);
        let (column, row) = (place % layout.columns, place / layout.columns);
        let cell = Rect { x: area.x + column * own, y: area.y + row * down, width: own, height: down };
        let inside = below(cell, down.saturating_sub(layout.height) / 2);
        let number = if let Some(letters) = name_in_letters(tile, own).filter(|_| layout.letters) {
            centred(buf, inside, &format!(" {} ", tile.letter), theme.picked());
            letters.draw(buf, below(inside, 1), theme.plain());
            below(inside, 1 + NAME)
        } else {
            name(buf, inside, tile, theme);
            below(inside, 1)
        };
        // Who leads is said in words below: a colour that moved would write two numbers anew for one ballot.
        let look = theme.strong();
        match Words::set(&tile.now.to_string(), own, layout.size) {
            Some(words) => {
                // The units stand where they stood: a tenth ballot writes one digit more, not two.
                let end = number.x + u16::midpoint(own, layout.widest.min(own));
                let place = Rect { x: end.saturating_sub(words.width()).max(number.x), ..number };
                words.draw(buf, Rect { width: words.width(), ..place }, look);
            }
            None => centred(buf, number, &tile.now.to_string(), look),
        }
        if let Some(before) = tile.before {
            let told = words::first_reading(before, tile.now, is_over);
            let line = below(inside, layout.height.saturating_sub(1));
            centred(buf, line, &told, of_the_first(before, tile.now, is_over, theme));
        }
    }
}

/// « A  AUBRY Paul » in the middle of a tile.
fn name(buf: &mut Buffer, area: Rect, tile: &Tile, theme: Theme) {
    let letter = if tile.letter.is_empty() { String::new() } else { format!(" {} ", tile.letter) };
    let gap = u16::from(!letter.is_empty());
    let room = area.width.saturating_sub(width(&letter) + gap + 2);
    let name = fit(&tile.name, room);
    let columns = width(&letter) + gap + width(&name);
    let x = area.x + area.width.saturating_sub(columns) / 2;
    let line = Rect { height: area.height.min(1), ..from_column(area, x) };
    let x = put(buf, line, &letter, theme.picked());
    put(buf, from_column(line, x + gap), &name, theme.strong());
}

/// The look of what the first reading gave: agreement and difference are said by signs too.
fn of_the_first(before: u32, now: u32, is_over: bool, theme: Theme) -> Style {
    if now > before || (is_over && now != before) {
        theme.bad()
    } else if is_over {
        theme.good()
    } else {
        theme.dim()
    }
}

/// Draws the same in rows, in as many columns as they need; those for whom there is no room are counted.
pub fn rows(buf: &mut Buffer, area: Rect, tiles: &[Tile], whole: u32, is_over: bool, theme: Theme) {
    if area.height == 0 {
        return;
    }
    let height = usize::from(area.height);
    let columns = cells(tiles.len().div_ceil(height)).clamp(1, (area.width / 30).max(1));
    let own = area.width / columns;
    let room = usize::from(columns) * height;
    let shown = if tiles.len() > room { room.saturating_sub(1) } else { tiles.len() };
    let numbers = whole.max(10).to_string().len();
    for (place, tile) in tiles.iter().take(shown).enumerate() {
        let (column, row) = (cells(place / height), cells(place % height));
        let x = area.x + column * own;
        let cell = Rect { x, y: area.y + row, width: own.saturating_sub(2), height: 1 };
        let letter = format!(" {:>2} ", tile.letter);
        let x = put(buf, cell, &letter, if tile.letter.is_empty() { theme.plain() } else { theme.picked() });
        let told = tile.before.map(|before| words::first_reading(before, tile.now, is_over));
        let mut line = from_column(cell, x + 1);
        if let (Some(told), Some(before)) = (&told, tile.before) {
            let end = put_right(buf, line, told, of_the_first(before, tile.now, is_over, theme));
            line.width = end.saturating_sub(line.x + 1);
        }
        // The bar shows again what the number says: it takes what is left.
        let bar = if line.width >= 44 { (line.width - 34).min(40) } else { 0 };
        let (number, look) = match &tile.typed {
            // What stands is taken until a digit is typed.
            Some(typed) if typed.is_empty() => (format!("{:>numbers$}▏", tile.now), theme.accent()),
            Some(typed) => (format!("{typed:>numbers$}▏"), theme.accent()),
            None => (format!("{:>numbers$} ", tile.now), theme.strong()),
        };
        let end = Rect { width: line.width.saturating_sub(bar + u16::from(bar > 0)), ..line };
        let at = put_right(buf, end, &number, look);
        put(buf, Rect { width: at.saturating_sub(line.x + 1), ..line }, &tile.name, theme.plain());
        if tile.typed.is_some() {
            let whole = Rect { width: at.saturating_sub(cell.x + 5).max(1), ..from_column(cell, cell.x + 5) };
            buf.set_style(whole, theme.picked());
        }
        if bar > 0 {
            let place = from_column(line, line.right() - bar);
            Bar { value: tile.now, whole, mark: None }.draw(buf, place, theme.accent(), theme.dim());
        }
    }
    if let Some(left @ 1..) = tiles.len().checked_sub(shown) {
        let line = top(below(area, area.height - 1), 1);
        put_right(buf, line, &words::more_names(left), theme.caution());
    }
}

/// Puts a text in the middle of a row.
pub fn centred(buf: &mut Buffer, area: Rect, text: &str, look: Style) {
    let text = fit(text, area.width);
    let x = area.x + area.width.saturating_sub(width(&text)) / 2;
    put_all(buf, from_column(area, x), &[(&text, look)]);
}

//! Draws what `app` holds. Reads keys, sets the terminal up and puts it back; decides nothing.

pub mod ascii;
mod contrast;
pub mod economy;
pub mod foot;
mod head;
pub mod keys;
mod screens;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod widgets;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::display::scene::Scene;
use crate::app::home::Home;
use crate::app::{App, LEAST, Panel, Place, Writing};
use crate::council::id::MemberId;
use crate::french::screen::titles;

use text::{below, put_wrapped, top};
use theme::{Palette, Theme};

/// Draws the whole screen.
pub fn draw(frame: &mut Frame, app: &App, theme: Theme) {
    let area = frame.area();
    paint(frame.buffer_mut(), area, app, theme);
}

/// Draws the whole screen into cells.
pub fn paint(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    lay(buf, area, app, theme);
    settle(buf, area, theme);
}

/// Draws the list of the séances.
pub fn draw_home(frame: &mut Frame, home: &mut Home, theme: Theme) {
    let area = frame.area();
    paint_home(frame.buffer_mut(), area, home, theme);
}

/// Draws the list of the séances into cells.
pub fn paint_home(buf: &mut Buffer, area: Rect, home: &mut Home, theme: Theme) {
    screens::home::draw(buf, area, home, theme);
}

/// The last hand on cells that are drawn, whatever screen they show: what a palette or ASCII asks of every sign.
pub fn settle(buf: &mut Buffer, area: Rect, theme: Theme) {
    let area = area.intersection(buf.area);
    if theme.palette() == Palette::HighContrast {
        contrast::settle(buf, area);
    }
    if theme.is_ascii() {
        ascii::settle(buf, area);
    }
}

fn lay(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    if app.is_too_small() || area.width < LEAST.columns || area.height < LEAST.rows {
        let words = titles::too_small(area.width, area.height, LEAST.columns, LEAST.rows);
        put_wrapped(buf, below(area, area.height / 2), &words, 3, theme.strong());
        return;
    }
    let head = head::rows(app, area.width);
    let foot = foot::rows(app, area.width);
    head::draw(buf, top(area, head), app, theme);
    let body = below(area, head);
    let body = top(body, body.height.saturating_sub(foot));
    let notes = app.panels().iter().any(|panel| matches!(panel, Panel::Notes(_)));
    let beside = if notes { screens::notes::beside(body, app) } else { Some(body) };
    if let Some(beside) = beside {
        place(buf, beside, app, theme);
    }
    for panel in app.panels() {
        over(buf, body, app, panel, theme);
    }
    if let Some(Writing::Failed(why)) = app.writing() {
        screens::panels::not_recorded(buf, body, why, theme);
    }
    foot::draw(buf, below(area, head + body.height), app, theme);
}

/// Whose seat is drawn in that cell of a window of that size; nobody's where a panel lies over the screen.
#[must_use]
pub fn seat_at(_app: &App, _area: Rect, _column: u16, _row: u16) -> Option<MemberId> {
    None
}

/// Draws the public display into cells; `hint` is its discreet line, if there is one.
pub fn project(buf: &mut Buffer, area: Rect, scene: &Scene, hint: Option<&str>, theme: Theme) {
    screens::projection::draw(buf, area, scene, hint, theme);
}

/// What the public display says, as lines.
#[must_use]
pub fn projected_lines(scene: &Scene) -> Vec<String> {
    screens::projection::lines(scene)
}

fn place(buf: &mut Buffer, body: Rect, app: &App, theme: Theme) {
    match (app.place(), app.vote()) {
        (Place::RollCall, _) => screens::roll_call::draw(buf, body, app, app.roll_call(), None, theme),
        (Place::Vote, Some(vote)) => screens::vote::draw(buf, body, app, vote, theme),
        (Place::Agenda, _) | (Place::Vote, None) => screens::agenda::draw(buf, body, app, theme),
    }
}

fn over(buf: &mut Buffer, body: Rect, app: &App, panel: &Panel, theme: Theme) {
    use ratatui::widgets::{Clear, Widget};
    match panel {
        Panel::Card(card) => screens::panels::card(buf, body, app, card, theme),
        Panel::Movement(movement) => {
            Clear.render(body, buf);
            screens::roll_call::draw(buf, body, app, &movement.list, Some(&movement.hour_typed()), theme);
        }
        Panel::Gesture(gesture) => screens::gesture::draw(buf, body, app, gesture, theme),
        Panel::Why(why) => screens::panels::why(buf, body, app, why, theme),
        Panel::Paper(preview) => {
            Clear.render(body, buf);
            screens::preview::draw(buf, body, preview, theme);
        }
        Panel::Notes(notes) => screens::notes::draw(buf, body, app, notes, theme),
        Panel::Journal(journal) => {
            Clear.render(body, buf);
            screens::journal::draw(buf, body, app, journal, theme);
        }
        Panel::Help(help) => screens::panels::help(buf, body, app, help, theme),
        Panel::Reason(reason) => screens::panels::reason(buf, body, app, reason, theme),
        Panel::Closing => screens::panels::closing(buf, body, app, theme),
        Panel::Adjourning => screens::panels::adjourning(buf, body, app, theme),
    }
}

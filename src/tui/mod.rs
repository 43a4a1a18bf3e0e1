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
    if is_too_small(app, area) {
        let words = titles::too_small(area.width, area.height, LEAST.columns, LEAST.rows);
        put_wrapped(buf, below(area, area.height / 2), &words, 3, theme.strong());
        return;
    }
    let (head, body, foot) = parts(app, area);
    head::draw(buf, head, app, theme);
    if let Some(shown) = shown_in(app, body) {
        place(buf, shown, app, theme);
    }
    if let Some(beside) = app.beside().filter(|_| !screens::vote::is_read_by_the_room(app)) {
        screens::preview::beside(buf, screens::preview::area_beside(body, app), beside, theme);
    }
    for panel in app.panels() {
        over(buf, body, app, panel, theme);
    }
    if let Some(Writing::Failed(failed)) = app.writing() {
        screens::panels::not_recorded(buf, body, app, failed, theme);
    }
    foot::draw(buf, foot, app, theme);
}

/// Whose seat is drawn in that cell of a window of that size; nobody's where a panel lies over the screen.
#[must_use]
pub fn seat_at(app: &App, area: Rect, column: u16, row: u16) -> Option<MemberId> {
    if is_too_small(app, area) || !app.panels().is_empty() || matches!(app.writing(), Some(Writing::Failed(_))) {
        return None;
    }
    let (area, seating) = match (app.place(), app.vote()) {
        (Place::RollCall, _) => {
            (screens::roll_call::seats_in(parts(app, area).1, app)?, std::borrow::Cow::Borrowed(app.seating()))
        }
        (Place::Vote, Some(vote)) => screens::vote::seats_in(shown_in(app, parts(app, area).1)?, app, vote)?,
        (Place::Agenda, _) | (Place::Vote, None) => return None,
    };
    let place = widgets::hemicycle::at(seating.seats().len(), area, column, row)?;
    seating.seats().get(place).map(|seat| seat.member.clone())
}

fn is_too_small(app: &App, area: Rect) -> bool {
    app.is_too_small() || area.width < LEAST.columns || area.height < LEAST.rows
}

/// What is left of the body for the screen below the panels: beside it stand the notes, or the paper of what is voted.
fn shown_in(app: &App, body: Rect) -> Option<Rect> {
    if app.panels().iter().any(|panel| matches!(panel, Panel::Notes(_))) {
        return screens::notes::beside(body, app);
    }
    let beside = screens::preview::area_beside(body, app);
    Some(Rect { width: body.width - beside.width, ..body })
}

/// The head, the screen and the foot of a window.
fn parts(app: &App, area: Rect) -> (Rect, Rect, Rect) {
    let head = head::rows(app, area.width);
    let body = below(area, head);
    let body = top(body, body.height.saturating_sub(foot::rows(app, area.width)));
    (top(area, head), body, below(area, head + body.height))
}

/// Draws the public display into cells; `hint` is its discreet line, if there is one.
pub fn project(buf: &mut Buffer, area: Rect, scene: &Scene, hint: Option<&str>, theme: Theme) {
    screens::projection::draw(buf, area, scene, hint, theme);
    settle(buf, area, theme);
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
        Panel::Display(shown) => screens::display::draw(buf, body, app, *shown, theme),
        Panel::Notes(notes) => screens::notes::draw(buf, body, app, notes, theme),
        Panel::Journal(journal) => {
            Clear.render(body, buf);
            screens::journal::draw(buf, body, app, journal, theme);
        }
        Panel::Help(help) => screens::help::draw(buf, body, app, help, theme),
        Panel::Reason(reason) => screens::panels::reason(buf, body, app, reason, theme),
        Panel::Closing => screens::panels::closing(buf, body, app, theme),
        Panel::Adjourning => screens::panels::adjourning(buf, body, app, theme),
    }
}

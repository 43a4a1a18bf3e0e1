//! What each screen says when it comes, when she is back to it, and of what is under its cursor.

mod agenda;
mod card;
mod gesture;
mod journal;
mod notes;
mod panels;
mod preview;
mod roll_call;
mod urn;
mod vote;
mod why;

use crate::app::{App, Panel, Place, Writing};
use crate::french::screen::titles;

use super::focus::Focus;

/// What the screen on top says when it comes.
pub(super) fn entry(app: &App) -> Vec<String> {
    if let Some(Writing::Failed(failed)) = app.writing() {
        return panels::not_recorded(app, failed);
    }
    match app.panels().last() {
        None => match (app.place(), app.vote()) {
            (Place::RollCall, _) => roll_call::entry(app, app.roll_call()),
            (Place::Vote, Some(shown)) => vote::entry(app, shown),
            (Place::Agenda, _) | (Place::Vote, None) => agenda::entry(app),
        },
        Some(Panel::Card(card)) => card::entry(app, card),
        Some(Panel::Movement(movement)) => roll_call::movement(app, movement),
        Some(Panel::Gesture(asked)) => gesture::entry(app, asked),
        Some(Panel::Why(_)) => why::entry(),
        Some(Panel::Paper(preview)) => preview::entry(preview),
        Some(Panel::Display(_)) => panels::display(app),
        Some(Panel::Notes(shown)) => notes::entry(app, shown),
        Some(Panel::Journal(shown)) => journal::entry(app, shown),
        Some(Panel::Help(help)) => panels::help(help),
        Some(Panel::Reason(reason)) => panels::reason(app, reason),
        Some(Panel::Closing) => panels::closing(app),
        Some(Panel::Adjourning) => panels::adjourning(app),
    }
}

/// What the screen on top says when she is back to it, behind an action or not.
pub(super) fn back(app: &App, was_done: bool) -> Vec<String> {
    match (app.place(), app.vote()) {
        (Place::Vote, Some(shown)) => vote::back(app, shown, was_done),
        (Place::RollCall, _) => vec![format!("{}.", titles::ROLL_CALL)],
        (Place::Agenda, _) | (Place::Vote, None) => vec![format!("{}.", titles::AGENDA)],
    }
}

/// What is typed to look for somebody or something on the screen on top.
pub(super) fn typed(app: &App) -> &str {
    match app.panels().last() {
        None => match (app.place(), app.vote()) {
            (Place::RollCall, _) => app.roll_call().picker.typed(),
            (Place::Vote, Some(shown)) => shown.picker.typed(),
            (Place::Agenda, _) | (Place::Vote, None) => app.agenda().query(),
        },
        Some(Panel::Movement(movement)) => movement.list.picker.typed(),
        Some(Panel::Gesture(asked)) => gesture::typed(asked),
        Some(_) => "",
    }
}

/// The rows ticked in the list on top.
pub(super) fn ticked(app: &App) -> Vec<String> {
    match app.panels().last() {
        Some(Panel::Gesture(asked)) => gesture::ticked(app, asked),
        _ => vec![],
    }
}

/// The totals of ballots that are read out, in one short line.
pub(super) fn totals(app: &App) -> Option<String> {
    urn::totals(app, app.vote().filter(|_| app.place() == Place::Vote)?)
}

/// What is in memory of an urn: it is said where one asks where the sitting is.
pub(super) fn of_the_urn(app: &App) -> Vec<String> {
    match app.vote().filter(|_| app.place() == Place::Vote) {
        Some(shown) if urn::totals(app, shown).is_some() => urn::lines(app, shown),
        _ => vec![],
    }
}

/// What is under the cursor of the screen on top.
pub(super) fn focus(app: &App) -> Option<Focus> {
    if matches!(app.writing(), Some(Writing::Failed(_))) {
        return None;
    }
    match app.panels().last() {
        None => match (app.place(), app.vote()) {
            (Place::RollCall, _) => super::search::focus(app, &app.roll_call().picker, None),
            (Place::Vote, Some(shown)) => vote::focus(app, shown),
            (Place::Agenda, _) | (Place::Vote, None) => agenda::focus(app),
        },
        Some(Panel::Card(card)) => card::focus(app, card),
        Some(Panel::Movement(movement)) => roll_call::focus_of_a_movement(app, movement),
        Some(Panel::Gesture(asked)) => gesture::focus(app, asked),
        Some(Panel::Why(why)) => Some(why::focus(app, why)),
        Some(Panel::Paper(preview)) => preview::focus(preview),
        Some(Panel::Display(shown)) => panels::focus_of_the_display(app, *shown),
        Some(Panel::Notes(shown)) => notes::focus(app, shown),
        Some(Panel::Journal(shown)) => journal::focus(app, shown),
        Some(Panel::Help(help)) => panels::focus_of_the_help(help),
        Some(Panel::Reason(reason)) => Some(panels::focus_of_the_reason(reason)),
        Some(Panel::Closing | Panel::Adjourning) => None,
    }
}

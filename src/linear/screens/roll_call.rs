//! The roll call as it is heard, and who comes and goes later.

use crate::app::App;
use crate::app::movement::Movement;
use crate::app::roll_call::RollCall;
use crate::council::sitting::Stage;
use crate::french::findings;
use crate::french::linear::{self as words, panels};
use crate::french::screen::{roll_call, titles};
use crate::linear::focus::Focus;
use crate::linear::search;

use super::gesture;

pub fn entry(app: &App, shown: &RollCall) -> Vec<String> {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    if let Some(giver) = shown.giver() {
        return holder(&roster.listed(giver));
    }
    let title = match sitting.stage() {
        Stage::RollCall => roll_call::title(roster.in_office()),
        _ => titles::ATTENDANCE.to_owned(),
    };
    let mut lines = vec![format!("{title}. {}", words::room(&sitting.attendance().room(roster)))];
    lines.push(words::quorum(&sitting.quorum()));
    if sitting.stage() == Stage::RollCall {
        let found = sitting.irregular_at_opening();
        if found.is_empty() {
            lines.push(titles::NOTHING_IRREGULAR.to_owned());
        }
        lines.extend(found.iter().map(|finding| format!("{} {}", finding.code(), findings::sentence(finding, roster))));
    }
    lines
}

/// The panel of movements.
pub fn movement(app: &App, shown: &Movement) -> Vec<String> {
    if let Some(giver) = shown.list.giver() {
        return holder(&app.sitting().docket().roster.listed(giver));
    }
    vec![format!("{}.", titles::ATTENDANCE), roll_call::hour_now(app.hour_of_the_sitting())]
}

pub fn focus_of_a_movement(app: &App, shown: &Movement) -> Option<Focus> {
    let hour = shown.hour_typed();
    let hour = (!hour.is_empty()).then(|| gesture::hour(&hour));
    // Figures are a number in the list, or the hour that begins so: both are said.
    match (search::focus(app, &shown.list.picker, None), hour) {
        (Some(picked), Some(hour)) if shown.list.picker.picked().is_some() => {
            let line = format!("{} ; {}", picked.line, hour.line);
            Some(Focus { line, ..picked })
        }
        (_, Some(hour)) => Some(hour),
        (picked, None) => picked,
    }
}

/// « AMIEL Michel donne pouvoir à… »
fn holder(giver: &str) -> Vec<String> {
    vec![roll_call::gives_to(giver), panels::WHOSE_POWER.to_owned()]
}

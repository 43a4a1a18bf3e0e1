//! What was recorded since: each action in words, with the figures that it leaves.

use crate::app::App;
use crate::app::step::Tone;
use crate::council::event::Event;
use crate::council::history::{Entry, History};
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;
use crate::council::tally::Tally;
use crate::french::linear as words;
use crate::french::linear::votes;
use crate::french::screen::{actions, consequences, said, taken_back, where_we_are};

use super::heard::Heard;

/// A line for each action recorded since, and for each result the sentence of the minutes.
pub(super) fn since(before: &Heard, now: &Heard, app: &App) -> Vec<String> {
    if now.entries <= before.entries {
        return vec![];
    }
    let mut lines = Vec::new();
    // Who jumps ahead in a past séance asks where that leads.
    let has_jumped = before.replayed.zip(now.replayed).is_some_and(|(was, is)| is.has_jumped(was));
    let first = if has_jumped { now.entries - 1 } else { before.entries };
    let new = app.history().entries().filter(|(number, ..)| *number >= first);
    for (number, entry, _) in new {
        let is_last = number + 1 == now.entries;
        let is_shown = is_last && now.front != before.front;
        told(entry, (is_last, is_shown), app, &mut lines);
    }
    lines.extend(turned(before, now));
    lines
}

/// Whether that was recorded since: what says it does not have to be said again of the room.
pub(super) fn has(before: &Heard, app: &App, is_it: impl Fn(&Event) -> bool) -> bool {
    let new = app.history().entries().filter(|(number, ..)| *number >= before.entries);
    new.into_iter().any(|(_, entry, _)| match entry {
        Entry::Action { events, .. } => events.iter().any(&is_it),
        Entry::Undo(_) => false,
    })
}

fn told(entry: &Entry, (is_last, is_shown): (bool, bool), app: &App, lines: &mut Vec<String>) {
    // The last one is told as the screen tells it: what was undone, as it stood before.
    let as_said = app.said().filter(|said| is_last && said.tone == Tone::Done).map(|said| said.text.clone());
    match entry {
        Entry::Action { events, .. } => {
            let ended = events.iter().filter_map(|event| match event {
                Event::Proclaimed { report, on, .. } => Some((report, on.as_ref())),
                _ => None,
            });
            let ended: Vec<(&ReportId, Option<&ProposalId>)> = ended.collect();
            if !ended.is_empty() {
                proclaimed(&ended, app, lines);
                return;
            }
            let done = as_said.unwrap_or_else(|| {
                let done = said::sentence(&actions::action(events, app.sitting()));
                done + &consequences::of(events, app.sitting())
            });
            // The screen of the vote tells by itself that it is open.
            let only_opens = |event: &Event| matches!(event, Event::ReportOpened { .. } | Event::ProposalOpened(_));
            if !(is_shown && events.iter().all(only_opens)) {
                lines.push(format!("{done}{}", figures(events, app)));
            }
        }
        Entry::Undo(target) => {
            let events = acted_on(*target, app.history());
            let is_told = as_said.is_some();
            let words = as_said.unwrap_or_else(|| taken_back::undone(events, app.sitting(), app.sitting()));
            // An undo says by itself what its figures were, and are.
            let figures = if is_told { String::new() } else { figures(events, app) };
            lines.push(format!("{words}{figures}"));
        }
    }
}

/// The events of an action, or of the one that an undo took back.
fn acted_on(number: u64, history: &History) -> &[Event] {
    let undone = || match history.entries().find(|(other, ..)| *other == number) {
        Some((_, Entry::Undo(action), _)) => history.action(*action),
        _ => None,
    };
    history.action(number).or_else(undone).unwrap_or_default()
}

/// « Rapport n° 07 proclamé à 20 h 17 : adopté 26-3-1. » and the sentence of each.
fn proclaimed(ended: &[(&ReportId, Option<&ProposalId>)], app: &App, lines: &mut Vec<String>) {
    let sitting = app.sitting();
    let texts: Vec<ReportId> = ended.iter().filter(|(_, on)| on.is_none()).map(|(id, _)| (*id).clone()).collect();
    // A proposal that ends its report is told before the report that it ends.
    for (report, on) in ended.iter().filter(|(_, on)| on.is_some()) {
        let one = [(*report).clone()];
        lines.extend(said::proclaimed(&one, *on, sitting).map(|line| votes::result_first(&line)));
        lines.extend(where_we_are::result(sitting, report, *on, app.phrases()).pop());
    }
    if !texts.is_empty() {
        lines.extend(said::proclaimed(&texts, None, sitting).map(|line| votes::result_first(&line)));
        lines.extend(sentences(&texts, app));
    }
}

/// The sentence of the minutes of each report: said once where it is the same for all, else each behind its number.
fn sentences(reports: &[ReportId], app: &App) -> Vec<String> {
    let sentence = |report: &ReportId| where_we_are::result(app.sitting(), report, None, app.phrases()).pop();
    let mut told: Vec<(&ReportId, String)> =
        reports.iter().filter_map(|report| sentence(report).map(|sentence| (report, sentence))).collect();
    match told.first() {
        Some((_, first)) if told.iter().all(|(_, other)| other == first) => {
            told.truncate(1);
            told.into_iter().map(|(_, sentence)| sentence).collect()
        }
        _ => told.into_iter().map(|(report, sentence)| format!("{report} : {sentence}")).collect(),
    }
}

/// The figures that an action leaves: those of the vote after a voice, those of the room after a movement.
fn figures(events: &[Event], app: &App) -> String {
    let sitting = app.sitting();
    let voiced = events.iter().find_map(|event| match event {
        Event::VoiceSet { report, on, .. } => Some((report, on.as_ref())),
        _ => None,
    });
    if let Some((report, on)) = voiced {
        let tally = sitting.vote_on(report, on).and_then(Tally::of);
        return tally.map(|tally| format!(" {}.", where_we_are::voices(&tally))).unwrap_or_default();
    }
    let moves = |event: &Event| {
        matches!(event, Event::PresenceSet { .. } | Event::ProxyGiven { .. } | Event::ProxyEnded { .. })
            || matches!(event, Event::SeatTaken { .. } | Event::SeatLeft { .. } | Event::Recused { .. })
            || matches!(event, Event::RecusalEnded { .. })
    };
    if !events.iter().any(moves) {
        return String::new();
    }
    let room = words::room(&sitting.room());
    let floor = sitting.floor().and_then(|floor| Tally::of(floor.vote));
    let counted = floor.map(|tally| format!(" {}.", where_we_are::voices(&tally))).unwrap_or_default();
    format!(" {room}{counted}")
}

/// What is to be proclaimed, where that has turned from adopted to rejected, or back.
fn turned(before: &Heard, now: &Heard) -> Option<String> {
    let (was, is) = (before.result.as_ref()?, now.result.as_ref()?);
    let has_turned = was.of == is.of && was.is_adopted != is.is_adopted;
    has_turned.then(|| votes::would_be(&is.words))
}

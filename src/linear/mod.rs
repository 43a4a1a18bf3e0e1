//! The linear mode (*mode linéaire*): what changes is said, a line each, for those who hear the screen or read it with
//! their fingers.
//!
//! What matters of the program is kept small (`heard::Heard`) and compared with what was heard before; no screen is.

mod focus;
mod heard;
mod keys;
mod recorded;
mod replayed;
mod screens;
mod search;
mod typed;

use crate::app::{Access, App, Writing};
use crate::council::event::Event;
use crate::french::linear::{self as words, panels, votes};
use crate::french::screen::{first_time, head, notes, rehearsal, said, titles};

use focus::Focus;
use heard::Heard;
use replayed::Replayed;

/// Says what changed since it was last asked.
#[derive(Clone, Debug, Default)]
pub struct Speaker {
    heard: Option<Heard>,
}

impl Speaker {
    /// The lines to be said since the last call; none if nothing changed and no key came.
    ///
    /// No line is empty, holds a control character or a drawing, or is longer than 240 characters.
    #[must_use]
    pub fn say(&mut self, app: &App) -> Vec<String> {
        let now = Heard::of(app);
        let lines = match &self.heard {
            None => begin(app, &now),
            Some(before) => since(before, &now, app),
        };
        self.heard = Some(now);
        lines.iter().flat_map(|line| words::signs::sayable(line)).collect()
    }

    /// Forgets what was said: the next call begins anew, with where we are.
    pub fn forget(&mut self) {
        self.heard = None;
    }
}

/// The first lines: which sitting, what is not as usual, how to ask for more, and the screen.
fn begin(app: &App, now: &Heard) -> Vec<String> {
    let docket = app.sitting().docket();
    let mut lines = vec![words::sitting_of(&docket.body.name, docket.meeting.date)];
    lines.extend(only_read(app));
    lines.extend(now.replayed.map(Replayed::begins));
    lines.push(words::HOW_TO_ASK.to_owned());
    if app.greets() {
        lines.extend(first_time::LINES.iter().map(|(_, line)| (*line).to_owned()));
    }
    lines.extend(now.elsewhere.clone());
    lines.extend(now.unusual.iter().cloned());
    lines.extend(now.said.as_ref().map(|(_, text)| text.clone()));
    lines.extend(screens::entry(app));
    lines.extend(now.focus.as_ref().map(|focus| focus.line.clone()));
    lines.extend(now.guide.clone());
    lines
}

fn only_read(app: &App) -> Option<String> {
    match app.access() {
        Access::Write => None,
        Access::Rehearsal => Some(rehearsal::BANNER.to_owned()),
        Access::ReadOnly { why } => Some(head::read_only(why)),
    }
}

fn points_at_the_banner(app: &App, text: &str) -> bool {
    matches!(app.access(), Access::ReadOnly { why } if text == said::read_only(why))
}

/// What changed, most urgent first: what is not recorded, what was done, the room, what is said, where we are.
fn since(before: &Heard, now: &Heard, app: &App) -> Vec<String> {
    let mut lines = Vec::new();
    alarms(before, now, app, &mut lines);
    let is_asked = now.presses != before.presses;
    let replays = before.replayed.zip(now.replayed);
    let replayed = replays.map(|(was, is)| is.since(was, is_asked)).unwrap_or_default();
    let is_paced = !replayed.is_empty();
    lines.extend(replayed);
    let done = recorded::since(before, now, app);
    let was_done = !done.is_empty();
    lines.extend(done);
    lines.extend(unusual(before, now, app));
    if is_asked && app.is_key_idle() && !was_done && now.front == before.front {
        lines.push(words::NO_SUCH_KEY.to_owned());
        return lines;
    }
    let is_found = now.focus != before.focus || now.looked_for != before.looked_for;
    // What was said of one figure is not said again of the next: who is found by them is what is waited for.
    let is_new = now.said != before.said || is_asked && !is_found && !is_paced;
    if let Some((_, text)) = now.said.as_ref().filter(|_| is_new)
        && !(now.entries > before.entries && now.is_of_what_was_done())
    {
        match app.where_we_are() {
            facts if facts.join(" ") == *text => {
                lines.extend(facts);
                lines.extend(screens::of_the_urn(app));
            }
            // There is no banner to look at: what it says is said.
            _ if points_at_the_banner(app, text) => lines.extend(only_read(app)),
            _ => lines.push(text.clone()),
        }
    }
    // Behind each ballot, what all have: short, for the next one is read at once.
    if now.totals != before.totals && now.front == before.front {
        lines.extend(now.totals.clone());
    }
    let says_where = lines.is_empty();
    let focus = now.focus.as_ref().map(|focus| focus.line.clone());
    if now.front != before.front {
        // What was left on top of a screen leads back to it: it was told when it came.
        let is_back = now.is_back_to(before);
        if is_back {
            lines.extend(screens::back(app, was_done));
        } else {
            lines.extend(screens::entry(app));
        }
        lines.extend(focus.filter(|_| !is_back || !was_done));
    } else if says_where && is_asked && before.focus.is_some() && now.focus.is_none() {
        // The search is left: what lies below it is heard again.
        lines.extend(screens::back(app, was_done));
    } else if now.typed == before.typed && now.focus != before.focus {
        let ticked = ticked(before, now);
        let is_told = was_done || !ticked.is_empty();
        lines.extend(ticked);
        let is_other = |focus: &&Focus| before.focus.as_ref().is_none_or(|old| old.subject != focus.subject);
        let focus = now.focus.as_ref().filter(|focus| !is_told || is_other(focus));
        lines.extend(focus.map(|focus| focus.line.clone()));
    } else {
        lines.extend(typed::since(before.typed.as_ref(), now.typed.as_ref()));
    }
    if lines.is_empty() && is_asked {
        match &now.writing {
            Some(Writing::Failed(_)) => lines.extend(screens::entry(app)),
            Some(Writing::Begun | Writing::Slow) => lines.push(words::WRITING.to_owned()),
            None => lines.push(unchanged(before, now)),
        }
    }
    lines.extend(replays.and_then(|(was, is)| is.ends(was)));
    lines.extend(now.guide.clone().filter(|_| now.guide != before.guide));
    lines
}

/// What is not as usual any more, unless what was just done is that.
fn unusual(before: &Heard, now: &Heard, app: &App) -> Vec<String> {
    let mut new: Vec<String> = now.unusual.iter().filter(|words| !before.unusual.contains(words)).cloned().collect();
    if recorded::has(before, app, tells_what_is_unusual) {
        new.retain(|words| !head::is_of_the_stage_or_the_chair(words));
    }
    new
}

/// An event whose own sentence says what is not as usual from now on.
fn tells_what_is_unusual(event: &Event) -> bool {
    matches!(event, Event::Suspended { .. } | Event::InCameraVoted { .. } | Event::ChairTaken { .. })
}

/// The rows whose tick has changed.
fn ticked(before: &Heard, now: &Heard) -> Vec<String> {
    let new = now.ticked.iter().filter(|row| !before.ticked.contains(row)).map(|row| panels::now_ticked(row, true));
    let old = before.ticked.iter().filter(|row| !now.ticked.contains(row)).map(|row| panels::now_ticked(row, false));
    new.chain(old).collect()
}

/// A key that changed nothing of what is heard. A letter that leads no further says what is typed, and the name.
fn unchanged(before: &Heard, now: &Heard) -> String {
    match &now.focus {
        Some(focus) if now.looked_for != before.looked_for && !now.looked_for.is_empty() => {
            votes::still(&now.looked_for, &focus.line)
        }
        Some(focus) => focus.line.clone(),
        None => words::NOTHING_CHANGED.to_owned(),
    }
}

/// What must not wait: not recorded, slow, the notes not saved, nothing recorded any more, the quorum lost or back.
fn alarms(before: &Heard, now: &Heard, app: &App, lines: &mut Vec<String>) {
    if now.writing != before.writing {
        match &now.writing {
            // Its own screen says it.
            Some(Writing::Failed(_)) | None => {}
            Some(Writing::Begun | Writing::Slow) => lines.push(words::WRITING.to_owned()),
        }
    }
    if let Some(line) = now.elsewhere.as_ref().filter(|_| now.elsewhere != before.elsewhere) {
        lines.push(line.clone());
    }
    if now.is_only_read && !before.is_only_read {
        lines.extend(only_read(app));
        lines.push(titles::READ_ONLY.to_owned());
    }
    if let Some(report) = now.notes_failed.as_ref().filter(|_| now.notes_failed != before.notes_failed) {
        lines.push(notes::not_saved_of(report));
    }
    let sitting = app.sitting();
    let is_held = !sitting.stage().is_over() && before.stage == now.stage;
    match (before.has_quorum, now.has_quorum) {
        (true, false) if is_held && now.is_opened => {
            lines.push(words::quorum_lost(&sitting.quorum(), sitting.stage(), sitting.open_report().is_some()));
        }
        (false, true) if is_held && now.is_opened => lines.push(words::QUORUM_IS_BACK.to_owned()),
        _ => {}
    }
}

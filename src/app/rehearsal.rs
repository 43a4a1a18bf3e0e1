//! A rehearsal that a story guides: what happens in the room, what to type, and whether it was. No key is ever held back.

use crate::council::ballot::Choice;
use crate::council::history::{Entry, History};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::room::Seat;
use crate::council::sitting::{Progress, Stage};
use crate::french::screen::rehearsal as words;

use super::context::Context;
use super::story::{Step, Story, Typed};
use super::{Access, App, Effect, Key, Moment, Msg};

/// What guides a rehearsal, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    turns: Vec<Turn>,
    at: usize,
}

/// One thing to do: what happens, what to type, and where that leads.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Turn {
    prose: String,
    typed: Vec<Typed>,
    reached: Stand,
}

/// Where an evening stands, whatever the hour: what two evenings that were led there by the same keys have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stand {
    stage: Stage,
    context: Context,
    seats: Vec<(MemberId, Seat)>,
    done: Vec<(ReportId, Outcome)>,
    floor: Option<(ReportId, Option<ProposalId>)>,
    choices: Vec<(MemberId, Choice)>,
}

impl Stand {
    fn of(app: &App) -> Self {
        let sitting = app.sitting();
        let done = sitting.docket().agenda.reports().filter_map(|report| {
            let outcome = sitting.progress(&report.id).and_then(Progress::done)?.outcome;
            Some((report.id.clone(), outcome))
        });
        let floor = sitting.floor();
        let choices = floor.map(|floor| floor.vote.choices().map(|(id, choice)| (id.clone(), choice)).collect());
        Self {
            stage: sitting.stage(),
            context: app.context(),
            seats: sitting.room().seats().map(|(id, seat)| (id.clone(), seat.clone())).collect(),
            done: done.collect(),
            floor: floor.map(|floor| (floor.report.id.clone(), floor.on.cloned())),
            choices: choices.unwrap_or_default(),
        }
    }
}

impl Guide {
    /// The turns of a story, played beforehand on an evening of the same file: where each of them leads is known then.
    fn of(story: &Story, app: &App) -> Self {
        let docket = app.history.docket().clone();
        let mut played = App::new(History::new(docket), Access::Rehearsal, &[]);
        let mut elapsed_ms = 0;
        let mut prose: Vec<&str> = Vec::new();
        let mut turns = Vec::new();
        for step in &story.steps {
            prose.extend(step.prose.iter().map(String::as_str));
            if step.typed.is_empty() {
                continue;
            }
            play(&mut played, step, &mut elapsed_ms);
            turns.push(Turn { prose: prose.join(" "), typed: step.typed.clone(), reached: Stand::of(&played) });
            prose.clear();
        }
        Self { turns, at: 0 }
    }

    /// What happens in the room now, and the keys for it; nothing once all is told.
    #[must_use]
    pub fn turn(&self) -> Option<(&str, &[Typed])> {
        self.turns.get(self.at).map(|turn| (turn.prose.as_str(), turn.typed.as_slice()))
    }

    /// The turn in words, or that all is told.
    #[must_use]
    pub fn words(&self) -> String {
        let Some((prose, typed)) = self.turn() else { return words::THE_END.to_owned() };
        let keys: Vec<&str> = typed.iter().map(|typed| words::key(&typed.word)).collect();
        words::your_turn(prose, &keys.join(" "))
    }

    /// Goes on to the turn behind the one that is reached. One that she jumped over is not asked for again, once something
    /// ended behind it: before that, what is taken back leads where it was already.
    fn follow(&mut self, stand: &Stand) {
        let ended = |stand: &Stand| (stand.stage, stand.done.len());
        let before = self.at.checked_sub(1).and_then(|at| self.turns.get(at)).map(|turn| ended(&turn.reached));
        let is_further =
            |place: usize, turn: &Turn| place == 0 || before.is_some_and(|was| ended(&turn.reached) != was);
        let mut ahead = self.turns.iter().skip(self.at).enumerate();
        if let Some((place, _)) = ahead.find(|(place, turn)| is_further(*place, turn) && turn.reached == *stand) {
            self.at += place + 1;
        }
    }
}

/// Types the keys of a step; every action is recorded at once.
fn play(app: &mut App, step: &Step, elapsed_ms: &mut u64) {
    let keys: Vec<Key> = step.keys().collect();
    for key in keys {
        // No key comes so fast that it is taken for the one before it.
        *elapsed_ms += 2_000;
        let now = Moment { elapsed_ms: *elapsed_ms, stamp: String::new(), hour: Hour::MIDNIGHT, on_the_day: false };
        let mut messages = vec![Msg::Key(key)];
        while let Some(message) = messages.pop() {
            for effect in app.update(message, &now) {
                messages.extend(match effect {
                    Effect::Record(Entry::Action { .. } | Entry::Undo(_)) => Some(Msg::Recorded),
                    Effect::SumNotes => Some(Msg::NotesSummed(crate::council::notes::NoteSums::new())),
                    Effect::SaveNotes { text, .. } => Some(Msg::NotesSaved(crate::council::notes::normal(&text))),
                    _ => None,
                });
            }
        }
    }
}

impl App {
    /// The same program, guided by a story of its file: one that rehearses.
    #[must_use]
    pub fn guided(mut self, story: &Story) -> Self {
        self.guide = Some(Guide::of(story, &self));
        self
    }

    /// What guides the rehearsal, if something does.
    #[must_use]
    pub fn guide(&self) -> Option<&Guide> {
        self.guide.as_ref()
    }

    /// After each message: whether the evening stands where the story led it.
    pub(super) fn follow_the_guide(&mut self) {
        let Some(mut guide) = self.guide.take() else { return };
        if !self.recording.is_writing() {
            guide.follow(&Stand::of(self));
        }
        self.guide = Some(guide);
    }
}

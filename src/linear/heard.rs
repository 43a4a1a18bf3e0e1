//! What matters of the program, small enough to be compared after each key.

use crate::app::context::Context;
use crate::app::shelter::Unrecorded;
use crate::app::step::Tone;
use crate::app::urn::Stage as UrnStage;
use crate::app::{App, Panel, Place, Writing};
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::sitting::Stage;
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::screen::gesture::Ask;
use crate::french::screen::{head, shelter, where_we_are};

use super::focus::Focus;
use super::keys;
use super::replayed::Replayed;
use super::screens;
use super::typed::Typed;

/// The screen or panel on top; another one is told when it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Front {
    RollCall,
    Agenda,
    Vote(ShownVote),
    Holder(MemberId),
    Movement,
    Card(MemberId),
    Gesture(Ask, usize),
    Why,
    Paper(String),
    Display,
    Notes(ReportId),
    Journal(bool),
    Help(Context),
    Reason(usize),
    Closing,
    Adjourning,
    NotRecorded(Unrecorded),
}

/// Which vote is shown, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownVote {
    report: ReportId,
    on: Option<ProposalId>,
    only: Option<ReportId>,
    together: Vec<ReportId>,
    way: Option<Way>,
    waits: bool,
    /// How far the tellers are, and of which round.
    stage: Option<(UrnStage, usize)>,
    /// Whether totals are typed, or a member is looked for who got a ballot.
    over_the_urn: (bool, bool),
    is_done: bool,
    rectified: usize,
}

/// What would be proclaimed of the vote that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Result {
    /// The report and the proposal.
    pub of: (ReportId, Option<ProposalId>),
    pub is_adopted: bool,
    pub words: String,
}

impl Result {
    fn of(app: &App) -> Option<Self> {
        let sitting = app.sitting();
        let floor = sitting.floor()?;
        let outcome = Outcome::of_vote(floor.vote)?;
        let words = where_we_are::outcome_words(About::of(floor.report.kind, floor.on), outcome);
        let of = (floor.report.id.clone(), floor.on.cloned());
        Some(Self { of, is_adopted: outcome.is_adopted(), words })
    }
}

/// What was heard.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    pub presses: u64,
    pub entries: u64,
    pub said: Option<(Tone, String)>,
    pub front: Front,
    below: Front,
    pub focus: Option<Focus>,
    pub typed: Option<Typed>,
    /// What is typed to look for somebody or something.
    pub looked_for: String,
    /// The rows ticked in a list.
    pub ticked: Vec<String>,
    pub result: Option<Result>,
    /// The totals of the ballots read out so far.
    pub totals: Option<String>,
    pub writing: Option<Writing>,
    pub replayed: Option<Replayed>,
    /// Where the record is, if not at its place.
    pub elsewhere: Option<String>,
    pub is_only_read: bool,
    pub has_quorum: bool,
    pub is_opened: bool,
    pub stage: Stage,
    pub unusual: Vec<String>,
    pub notes_failed: Option<ReportId>,
    /// What a rehearsal asks for now.
    pub guide: Option<String>,
}

impl Heard {
    pub fn of(app: &App) -> Self {
        let sitting = app.sitting();
        let quorum = sitting.quorum();
        let is_over = sitting.stage().is_over();
        Self {
            presses: app.presses(),
            entries: app.history().next_number(),
            said: app.said().map(|said| (said.tone, said.text.clone())),
            front: front(app),
            below: below(app),
            focus: screens::focus(app),
            typed: Typed::of(app),
            looked_for: screens::typed(app).to_owned(),
            ticked: screens::ticked(app),
            result: Result::of(app),
            totals: screens::totals(app),
            writing: app.writing().cloned(),
            replayed: Replayed::of(app),
            elsewhere: app.sheltered().map(|record| shelter::where_it_is(&record.place, &record.here)),
            is_only_read: !app.access().may_write(),
            has_quorum: quorum.is_met() != Some(false),
            is_opened: sitting.opened_at().is_some() || sitting.opening().is_some(),
            stage: sitting.stage(),
            unusual: if is_over { vec![] } else { head::unusual(sitting, &quorum) },
            guide: app.guide().map(keys::turn),
            notes_failed: app.notebook().failure().map(|(report, _)| report.clone()),
        }
    }

    /// Whether a screen is seen again that lay below another one, as it was.
    pub fn is_back_to(&self, before: &Self) -> bool {
        self.front == self.below && before.front != before.below && self.below == before.below
    }

    /// Whether what is said tells what was recorded, which is told from the record.
    pub fn is_of_what_was_done(&self) -> bool {
        matches!(self.said, Some((Tone::Done, _)))
    }
}

/// The screen below the panels.
fn below(app: &App) -> Front {
    let sitting = app.sitting();
    match (app.place(), app.vote()) {
        (Place::RollCall, _) => Front::RollCall,
        (Place::Vote, Some(vote)) => Front::Vote(ShownVote {
            report: vote.report.clone(),
            on: vote.on.clone(),
            only: vote.only.clone(),
            together: vote.vote(sitting).map(|vote| vote.together.clone()).unwrap_or_default(),
            way: vote.vote(sitting).map(|vote| vote.way),
            waits: vote.waits(sitting),
            stage: vote.stage(sitting).zip(vote.secret(sitting).map(|secret| secret.rounds.len())),
            over_the_urn: (vote.urn.at.is_some(), vote.urn.seeking.is_some()),
            is_done: vote.is_done(sitting),
            rectified: sitting.done_on(vote.shown(), vote.on.as_ref()).map_or(0, |done| done.rectifications.len()),
        }),
        (Place::Agenda, _) | (Place::Vote, None) => Front::Agenda,
    }
}

fn front(app: &App) -> Front {
    if let Some(Writing::Failed(failed)) = app.writing() {
        return Front::NotRecorded(failed.clone());
    }
    match app.panels().last() {
        None => match app.roll_call().giver().filter(|_| app.place() == Place::RollCall) {
            Some(giver) => Front::Holder(giver.clone()),
            None => below(app),
        },
        Some(Panel::Card(card)) => Front::Card(card.member.clone()),
        Some(Panel::Movement(movement)) => match movement.list.giver() {
            Some(giver) => Front::Holder(giver.clone()),
            None => Front::Movement,
        },
        Some(Panel::Gesture(asked)) => Front::Gesture(asked.question.ask(), asked.answers.len()),
        Some(Panel::Why(_)) => Front::Why,
        Some(Panel::Paper(preview)) => Front::Paper(preview.title.clone()),
        Some(Panel::Display(_)) => Front::Display,
        Some(Panel::Notes(notes)) => Front::Notes(notes.report.clone()),
        Some(Panel::Journal(journal)) => Front::Journal(journal.is_asking()),
        Some(Panel::Help(help)) => Front::Help(help.of),
        Some(Panel::Reason(reason)) => Front::Reason(reason.findings.len()),
        Some(Panel::Closing) => Front::Closing,
        Some(Panel::Adjourning) => Front::Adjourning,
    }
}

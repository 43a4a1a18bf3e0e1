//! The sitting (*séance*): what may be done next, and what was done.
//!
//! [`Sitting::decide`] says what may be done next; [`Sitting::apply`] records it and cannot fail on what it produced.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::agenda::Report;
use super::attendance::Attendance;
use super::ballot::Vote;
use super::docket::Docket;
use super::event::Event;
use super::finding::Code;
use super::hour::Hour;
use super::id::ReportId;
use super::law::Rules;
use super::outcome::Outcome;
use super::quorum::Quorum;
use super::tally::Tally;

/// How far the sitting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// *Appel*: members are marked, powers given.
    RollCall,
    /// *Séance ouverte*.
    Open,
    /// *Séance levée*.
    Closed,
}

/// How far a report is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Its vote is being taken.
    Opened(Vote),
    /// Its result was proclaimed.
    Done {
        /// The vote as it was proclaimed.
        vote: Vote,
        /// The nine figures.
        tally: Tally,
        /// The outcome.
        outcome: Outcome,
        /// At what hour, if known.
        at: Option<Hour>,
    },
}

impl Progress {
    /// The vote, open or done.
    #[must_use]
    pub fn vote(&self) -> &Vote {
        match self {
            Self::Opened(vote) | Self::Done { vote, .. } => vote,
        }
    }
}

/// An irregular step that was gone through with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Irregularity {
    /// Which rule.
    pub code: Code,
    /// Why, in the words of the secretary.
    pub reason: String,
    /// The report in which it happened; `None` at the roll call or at the opening.
    pub report: Option<ReportId>,
}

/// The state of the sitting: the docket, and what the events made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    docket: Arc<Docket>,
    stage: Stage,
    attendance: Attendance,
    progress: BTreeMap<ReportId, Progress>,
    opened_at: Option<Hour>,
    closed_at: Option<Hour>,
    opening_quorum: Option<Quorum>,
    irregularities: Vec<Irregularity>,
}

impl Sitting {
    /// The sitting before anything happened: the roll call starts from whom the docket expects.
    #[must_use]
    pub fn new(docket: Arc<Docket>) -> Self {
        Self {
            attendance: docket.expected.clone(),
            docket,
            stage: Stage::RollCall,
            progress: BTreeMap::new(),
            opened_at: None,
            closed_at: None,
            opening_quorum: None,
            irregularities: Vec::new(),
        }
    }

    /// What was laid before the sitting.
    #[must_use]
    pub fn docket(&self) -> &Docket {
        &self.docket
    }

    /// Replaces the docket by one that differs only in what may be taken over (see [`super::correction`]).
    pub fn set_docket(&mut self, docket: Arc<Docket>) {
        self.docket = docket;
    }

    /// The rules of this body on this day.
    #[must_use]
    pub fn rules(&self) -> Rules {
        Rules::of(&self.docket.body, self.docket.meeting.date)
    }

    /// How far the sitting is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Who is in the room and who speaks for whom, now.
    #[must_use]
    pub fn attendance(&self) -> &Attendance {
        &self.attendance
    }

    /// How far a report is; `None` while it is only announced.
    #[must_use]
    pub fn progress(&self, report: &ReportId) -> Option<&Progress> {
        self.progress.get(report)
    }

    /// The report whose vote is being taken.
    #[must_use]
    pub fn open_report(&self) -> Option<(&Report, &Vote)> {
        let (id, vote) = self.progress.iter().find_map(|(id, progress)| match progress {
            Progress::Opened(vote) => Some((id, vote)),
            Progress::Done { .. } => None,
        })?;
        Some((self.docket.agenda.report(id)?, vote))
    }

    /// The first report of the agenda that was not opened yet.
    #[must_use]
    pub fn next_report(&self) -> Option<&Report> {
        self.docket.agenda.reports().find(|report| !self.progress.contains_key(&report.id))
    }

    /// The first report after that one that was not opened yet, or failing that the first of the agenda.
    #[must_use]
    pub fn report_after(&self, id: &ReportId) -> Option<&Report> {
        let unopened = |report: &&Report| report.id != *id && !self.progress.contains_key(&report.id);
        self.docket
            .agenda
            .reports()
            .skip_while(|report| report.id != *id)
            .find(unopened)
            .or_else(|| self.docket.agenda.reports().find(unopened))
    }

    /// The quorum as the room stands now.
    #[must_use]
    pub fn quorum(&self) -> Quorum {
        let room = self.attendance.room(&self.docket.roster);
        Quorum::of(&room, self.docket.roster.in_office(), &self.rules())
    }

    /// The quorum at the opening, once the sitting is open.
    #[must_use]
    pub fn opening_quorum(&self) -> Option<&Quorum> {
        self.opening_quorum.as_ref()
    }

    /// When the sitting was opened, if known.
    #[must_use]
    pub fn opened_at(&self) -> Option<Hour> {
        self.opened_at
    }

    /// When the sitting was closed, if known.
    #[must_use]
    pub fn closed_at(&self) -> Option<Hour> {
        self.closed_at
    }

    /// The irregular steps that were gone through with, in order.
    #[must_use]
    pub fn irregularities(&self) -> &[Irregularity] {
        &self.irregularities
    }

    /// The outcome that a vote has under whoever presides this sitting.
    #[must_use]
    pub fn outcome_of(&self, vote: &Vote) -> Outcome {
        Outcome::of_vote(vote, self.docket.meeting.president.as_ref())
    }

    /// Records a fact. Cannot fail on what `decide` produced; a fact that does not fit changes nothing.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Irregularity { code, report, reason } => {
                let irregularity = Irregularity { code: *code, reason: reason.clone(), report: report.clone() };
                self.irregularities.push(irregularity);
            }
            Event::PresenceSet { .. } | Event::ProxyGiven { .. } | Event::ProxyEnded { .. } => {
                self.attendance.apply(event);
            }
            Event::SittingOpened { at } => {
                self.opening_quorum = Some(self.quorum());
                self.stage = Stage::Open;
                self.opened_at = *at;
            }
            Event::ReportOpened { report } => {
                let vote = Vote::open(self.attendance.room(&self.docket.roster), self.quorum());
                self.progress.insert(report.clone(), Progress::Opened(vote));
            }
            Event::VoiceSet { report, member, choice } => {
                if let Some(Progress::Opened(vote)) = self.progress.get_mut(report) {
                    vote.set(member, *choice);
                }
            }
            Event::Proclaimed { report, tally, outcome, at } => {
                if let Some(Progress::Opened(vote)) = self.progress.remove(report) {
                    let done = Progress::Done { vote, tally: *tally, outcome: *outcome, at: *at };
                    self.progress.insert(report.clone(), done);
                }
            }
            Event::SittingClosed { at } => {
                self.stage = Stage::Closed;
                self.closed_at = *at;
            }
            // The reader of the files hands the docket over: see `set_docket`.
            Event::FileTakenOver { .. } => {}
        }
    }
}

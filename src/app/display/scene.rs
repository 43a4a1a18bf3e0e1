//! What the public display shows, as data. It holds nothing that may not be seen: what draws it can betray nothing.

mod urn;

pub use urn::Ballots;

use std::sync::Arc;

use jiff::civil::Date;

use crate::app::following::{Ended, last_proclaimed};
use crate::council::agenda::{Report, ReportKind};
use crate::council::ballot::Vote;
use crate::council::chronicle::What;
use crate::council::event::Event;
use crate::council::history::{Entry, History};
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::public::{Control, Revealed, Showing};
use crate::council::quorum::Quorum;
use crate::council::room::Room;
use crate::council::roster::Roster;
use crate::council::sitting::{Sitting, Stage};
use crate::council::tally::Tally;
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::screen::display;
use crate::seating::Seating;

/// What the public display shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The name of the council.
    pub council: String,
    /// The day of the sitting.
    pub day: Date,
    /// What is below them.
    pub view: View,
}

/// What is below the name of the council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// Nothing: the secretary cleared the display, or it cannot tell what it may show.
    Neutral,
    /// The council sits in camera.
    InCamera,
    /// The sitting is not open.
    NotOpen(Attending),
    /// Nothing is on the floor.
    Between {
        /// The report that comes next.
        next: Option<Heading>,
        /// What ended last.
        last: Option<Brief>,
        /// Who is there.
        attending: Attending,
    },
    /// A report is on the floor.
    Floor(Box<OnTheFloor>),
    /// What was just proclaimed: one result, or those of reports put to one vote.
    Results(Vec<Verdict>),
    /// The sitting is suspended.
    Suspended {
        /// Since when, if known.
        since: Option<Hour>,
    },
    /// The sitting is over.
    Over {
        /// Whether it was adjourned, for want of a quorum.
        adjourned: bool,
        /// At what hour, if known.
        at: Option<Hour>,
    },
}

/// Who is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attending {
    /// Members in the room.
    pub present: u32,
    /// Members whom one of them represents.
    pub represented: u32,
    /// The quorum.
    pub quorum: Quorum,
}

/// A report by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its number.
    pub number: String,
    /// Its object.
    pub object: String,
    /// Who presents it, as he is called.
    pub rapporteur: Option<String>,
}

/// How a report ended, in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The numbers of the reports.
    pub numbers: Vec<String>,
    /// What the first of them asked.
    pub kind: ReportKind,
    /// The proposal, if its vote is what ended.
    pub on: Option<ProposalId>,
    /// How the first of them ended; `None` if they did not all end alike.
    pub outcome: Option<Outcome>,
}

/// What happens to the report on the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It is told, without a vote.
    Told,
    /// It is voted.
    Voted,
    /// It is voted, each member being called by name.
    Called,
    /// It is voted by secret ballot, in that round where there may be several. Nothing else is known of it.
    Secret(Option<u32>),
    /// It waits for what is put to the vote before it.
    Waits,
}

/// The report on the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnTheFloor {
    /// The report; of those put to one vote, the first.
    pub heading: Heading,
    /// The others that are put to the same vote.
    pub with: Vec<Heading>,
    /// The proposal that is voted before the text, with what it changes.
    pub on: Option<(ProposalId, Option<String>)>,
    /// What happens to it.
    pub doing: Doing,
    /// The voices so far, if the secretary shows them live.
    pub live: Option<Voices>,
    /// What ended before it.
    pub last: Option<Brief>,
    /// Who is there.
    pub attending: Attending,
}

/// What was said, as far as it may be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The figures.
    pub tally: Option<Tally>,
    /// Who said what, by seat. No name is drawn.
    pub seats: Option<Seats>,
}

/// The seats and what each said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// Who sits where.
    pub seating: Seating,
    /// The vote.
    pub vote: Arc<Vote>,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Of which report.
    pub heading: Heading,
    /// What it asked.
    pub kind: ReportKind,
    /// Of which proposal; `None` for the text.
    pub on: Option<ProposalId>,
    /// How it ended.
    pub outcome: Outcome,
    /// How it ended, in a word: « ADOPTÉ ».
    pub word: String,
    /// What stands behind that word: « à l’unanimité ».
    pub how: String,
    /// What was said.
    pub voices: Voices,
    /// Who was appointed without a vote: their names are the result.
    pub appointed: Vec<String>,
    /// The totals of a secret ballot, read aloud with its result; who is elected by them.
    pub ballots: Option<Ballots>,
}

impl Scene {
    /// What the display shows of that record, as the secretary decided. `is_fresh` while what was proclaimed last is to be
    /// seen, though the next report is open already.
    #[must_use]
    pub fn of(history: &History, control: Control, is_fresh: bool) -> Self {
        let beyond = control.limit().is_some_and(|after| history.next_number() != after + 1);
        // Frozen at an entry that is not there: another record stands in its place.
        let is_hidden = control.showing == Showing::Cleared || beyond;
        // Frozen, nothing tells that the vote went on by secret ballot since, and what was said in it is seen no more.
        let live = control.live && control.limit().is_none();
        let view = if is_hidden { View::Neutral } else { view(history, live, is_fresh) };
        Self::with(history, view)
    }

    /// The council and the day, and nothing else.
    #[must_use]
    pub fn neutral(history: &History) -> Self {
        Self::with(history, View::Neutral)
    }

    fn with(history: &History, view: View) -> Self {
        let docket = history.sitting().docket();
        Self { council: docket.body.name.clone(), day: docket.meeting.date, view }
    }
}

/// The number of the entry that proclaimed what may still be shown, if any.
#[must_use]
pub fn last_result(history: &History) -> Option<u64> {
    for (number, entry, _) in history.entries().rev().filter(|(_, _, holds)| *holds) {
        let Entry::Action { events, .. } = entry else { continue };
        if events.iter().any(|event| matches!(event, Event::Proclaimed { .. })) {
            return Some(number);
        }
        // What was proclaimed in camera, or before an interruption, is not brought up again.
        let interrupts = |event: &Event| {
            matches!(event, Event::Suspended { .. } | Event::Resumed { .. } | Event::InCameraVoted { .. })
                || matches!(event, Event::PublicAgain { .. })
        };
        if events.iter().any(interrupts) {
            return None;
        }
    }
    None
}

fn view(history: &History, live: bool, is_fresh: bool) -> View {
    let sitting = history.sitting();
    match sitting.stage() {
        // Above all else: the public is not there.
        _ if sitting.is_in_camera() && !sitting.stage().is_over() => View::InCamera,
        Stage::RollCall => View::NotOpen(attending(sitting)),
        Stage::Closed => View::Over { adjourned: false, at: sitting.closed_at() },
        Stage::Adjourned => View::Over { adjourned: true, at: sitting.closed_at() },
        Stage::Suspended => {
            let since = sitting.chronicle().last(|what| *what == What::Suspended).and_then(|it| it.at);
            View::Suspended { since }
        }
        Stage::Open => {
            let ended = last_result(history).and_then(|_| last_proclaimed(history));
            open(sitting, ended.as_ref(), live, is_fresh)
        }
    }
}

fn open(sitting: &Sitting, ended: Option<&Ended>, live: bool, is_fresh: bool) -> View {
    let floor = sitting.floor();
    // With nothing on the floor a result stays as long as nothing else comes.
    if let Some(ended) = ended.filter(|_| is_fresh || floor.is_none()) {
        let verdicts = verdicts(sitting, ended);
        if !verdicts.is_empty() {
            return View::Results(verdicts);
        }
    }
    let last = ended.and_then(|ended| brief(sitting, ended));
    let attending = attending(sitting);
    let Some(floor) = floor else {
        let next = sitting.next_report().map(|report| heading(sitting, report));
        return View::Between { next, last, attending };
    };
    let agenda = &sitting.docket().agenda;
    let others = floor.vote.together.iter().filter(|report| **report != floor.report.id);
    let with = others.filter_map(|report| agenda.report(report)).map(|report| heading(sitting, report)).collect();
    let handling = sitting.handling(&floor.report.id);
    let on = floor.on.map(|id| (id.clone(), handling.proposal(id).and_then(|it| it.proposal.target.clone())));
    let doing = match floor.vote.way {
        _ if floor.on.is_none() && handling.pending().next().is_some() => Doing::Waits,
        Way::WithoutVote => Doing::Told,
        Way::RollCall => Doing::Called,
        Way::Secret => Doing::Secret(urn::round(sitting, floor.report, floor.vote).filter(|_| floor.on.is_none())),
        _ => Doing::Voted,
    };
    let heading = heading(sitting, floor.report);
    let is_voted = matches!(doing, Doing::Voted | Doing::Called);
    let shared = Arc::new(floor.vote.clone());
    let live = Some(voices(sitting, &shared, Revealed::of(floor.vote, false, live)))
        .filter(|voices| is_voted && *voices != Voices::default());
    View::Floor(Box::new(OnTheFloor { heading, with, on, doing, live, last, attending }))
}

/// The voices of a vote, as far as they may be shown.
fn voices(sitting: &Sitting, vote: &Arc<Vote>, revealed: Revealed) -> Voices {
    let roster = &sitting.docket().roster;
    let tally = if revealed >= Revealed::Figures { Tally::of(vote) } else { None };
    let seats = (revealed >= Revealed::Seats).then(|| Seats {
        // Those who held a seat when the vote was taken.
        seating: Seating::of(roster, vote.attendance().holders(roster)),
        vote: vote.clone(),
    });
    Voices { tally, seats }
}

fn verdicts(sitting: &Sitting, ended: &Ended) -> Vec<Verdict> {
    let of = |id: &ReportId| {
        let report = sitting.docket().agenda.report(id)?;
        let done = sitting.done_on(id, ended.on.as_ref())?;
        let is_voted = ended.on.is_some() || done.outcome.is_voted();
        let revealed = if is_voted { Revealed::of(&done.vote, true, false) } else { Revealed::Outcome };
        let roster = &sitting.docket().roster;
        let named = done.outcome == Outcome::AppointedWithoutVote;
        let handling = sitting.handling(id);
        let candidates = handling.candidates.iter().filter(|_| named);
        let about = About::of(report.kind, ended.on.as_ref());
        let (word, how) = display::outcome(about, done.outcome, &handling.candidates, roster);
        let told = urn::told(sitting, report, &done.vote, ended.on.is_none()).filter(|_| is_voted);
        let (ballots, of_the_elected, by) = match told {
            Some(told) => (Some(told.ballots), told.word, told.how),
            None => (None, None, None),
        };
        Some(Verdict {
            heading: heading(sitting, report),
            kind: report.kind,
            on: ended.on.clone(),
            outcome: done.outcome,
            word: of_the_elected.unwrap_or(word),
            how: by.unwrap_or_else(|| how.to_owned()),
            ballots,
            voices: voices(sitting, &done.vote, revealed),
            appointed: candidates.map(|member| called(roster, member)).collect(),
        })
    };
    ended.reports.iter().filter_map(of).collect()
}

fn brief(sitting: &Sitting, ended: &Ended) -> Option<Brief> {
    let first = ended.reports.first()?;
    let outcome = |report: &ReportId| sitting.done_on(report, ended.on.as_ref()).map(|done| done.outcome);
    let of_the_first = outcome(first)?;
    let are_alike = ended.reports.iter().all(|report| outcome(report) == Some(of_the_first));
    Some(Brief {
        numbers: ended.reports.iter().map(ReportId::to_string).collect(),
        kind: sitting.docket().agenda.report(first)?.kind,
        on: ended.on.clone(),
        outcome: are_alike.then_some(of_the_first),
    })
}

fn attending(sitting: &Sitting) -> Attending {
    let room = match sitting.open_report() {
        Some((_, vote)) => &vote.room,
        None => &sitting.room(),
    };
    count(room, sitting.quorum())
}

fn count(room: &Room, quorum: Quorum) -> Attending {
    Attending { present: room.present(), represented: room.represented(), quorum }
}

fn heading(sitting: &Sitting, report: &Report) -> Heading {
    let roster = &sitting.docket().roster;
    let rapporteur = sitting.rapporteur(report).map(|member| called(roster, member));
    Heading { number: report.id.to_string(), object: report.object.clone(), rapporteur }
}

/// « Léa MARTINET ».
fn called(roster: &Roster, member: &crate::council::id::MemberId) -> String {
    roster.get(member).map_or_else(|| roster.listed(member), |member| member.name.spoken())
}

//! Made-up councils for the tests. Every test file uses a part of it.
#![allow(dead_code, reason = "each test file is a crate of its own and uses what it needs")]

pub mod any_election;
pub mod any_evening;
pub mod ask;
pub mod ask_secret;
pub mod invariants;
pub mod kinds;

use std::sync::Arc;

use hemicycle::council::agenda::{Agenda, AgendaItem, Report, ReportKind};
use hemicycle::council::attendance::{Attendance, Presence};
use hemicycle::council::ballot::Vote;
use hemicycle::council::command::Command;
use hemicycle::council::decide::{Reasons, Refused};
use hemicycle::council::docket::{Body, BodyKind, Docket, Meeting};
use hemicycle::council::event::Event;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::name::Name;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::roster::{Member, Roster, Standing};
use hemicycle::council::sitting::{Progress, Sitting};
use hemicycle::council::tally::Tally;
use hemicycle::store::course;
use hemicycle::store::session_file::{self, problem::Unreadable};
use jiff::civil::date;

/// The identity of the member « M01 », « M02 », … of a made-up council.
pub fn member(number: u32) -> MemberId {
    MemberId::new(&format!("m{number:02}"))
}

/// The number of the report 1, 2, … of a made-up agenda.
pub fn report(number: u32) -> ReportId {
    ReportId::new(&number.to_string())
}

/// A made-up commune on an ordinary day: members 1 to `size`, the first presides, and so many reports.
pub fn docket(size: u32, reports: u32) -> Docket {
    let members = (1..=size).map(|number| Member {
        id: member(number),
        name: Name { surname: format!("NOM{number:02}"), first: format!("Prénom{number:02}"), civility: None },
        group: None,
        role: None,
        rank: None,
        birth: None,
        standing: Standing::InOffice,
    });
    let reports = (1..=reports).map(|number| {
        AgendaItem::Report(Box::new(Report::named(report(number), format!("Objet {number}"), ReportKind::Deliberation)))
    });
    Docket {
        body: Body {
            name: "Commune d'Essai".into(),
            kind: BodyKind::Commune,
            siren: None,
            department: None,
            population: None,
            legal_size: None,
            settings: hemicycle::council::settings::Settings::default(),
            conventions: hemicycle::council::conventions::Conventions::default(),
            numbering: None,
            phrases: hemicycle::council::phrases::Phrases::default(),
        },
        meeting: Meeting {
            date: date(2025, 3, 3),
            hour: None,
            place: None,
            convened_on: None,
            convened_by: None,
            president: (size > 0).then(|| member(1)),
            secretaries: vec![],
            assistants: vec![],
            second_of: None,
            first_number: None,
        },
        roster: Roster::new(members.collect()),
        expected: Attendance::default(),
        agenda: Agenda { items: reports.collect() },
        proxy_runs: std::collections::BTreeMap::default(),
    }
}

/// The docket with some members away.
pub fn with_away(mut docket: Docket, away: &[(u32, Presence)], proxies: &[(u32, u32)]) -> Docket {
    for (number, presence) in away {
        docket.expected.set_presence(&member(*number), *presence);
    }
    for (giver, holder) in proxies {
        docket.expected.set_presence(&member(*giver), Presence::Excused);
        docket.expected.give(&member(*giver), &member(*holder));
    }
    docket
}

/// The docket with one more person in its file, who may take a seat.
pub fn with_person(mut docket: Docket, number: u32, standing: Standing) -> Docket {
    let mut members: Vec<Member> = docket.roster.everyone().cloned().collect();
    let name = Name { surname: format!("NOM{number:02}"), first: format!("Prénom{number:02}"), civility: None };
    members.push(Member { id: member(number), name, group: None, role: None, rank: None, birth: None, standing });
    docket.roster = Roster::new(members);
    docket
}

/// The docket with that role for a member.
pub fn with_role(mut docket: Docket, number: u32, role: &str) -> Docket {
    let mut members: Vec<Member> = docket.roster.everyone().cloned().collect();
    for held in members.iter_mut().filter(|held| held.id == member(number)) {
        held.role = Some(role.to_owned());
    }
    docket.roster = Roster::new(members);
    docket
}

/// The docket with one report changed.
pub fn with_report(mut docket: Docket, number: u32, change: impl Fn(&mut Report)) -> Docket {
    for item in &mut docket.agenda.items {
        if let AgendaItem::Report(held) = item
            && held.id == report(number)
        {
            change(held);
        }
    }
    docket
}

/// A sitting driven by commands, each recorded at once.
pub struct Room {
    pub history: History,
}

impl Room {
    pub fn of(docket: Docket) -> Self {
        Self { history: History::new(Arc::new(docket)) }
    }

    /// Asks without a reason.
    pub fn ask(&mut self, command: &Command) -> Result<Vec<Event>, Refused> {
        self.ask_because(command, "")
    }

    /// Asks, with that reason for whatever is irregular.
    pub fn ask_because(&mut self, command: &Command, reason: &str) -> Result<Vec<Event>, Refused> {
        let sitting = self.history.sitting();
        let reasons: Reasons = match sitting.decide(command, &Reasons::new()) {
            Err(refused) if !reason.is_empty() => {
                refused.findings.iter().map(|finding| (finding.code(), reason.to_owned())).collect()
            }
            _ => Reasons::new(),
        };
        let accepted = sitting.decide(command, &reasons)?;
        let entry = Entry::Action { at: "2025-03-03T18:00:00+01:00".into(), events: accepted.events.clone() };
        self.history.push(entry).expect("what decide accepts, the record takes");
        Ok(accepted.events)
    }

    /// Asks what must be granted.
    pub fn must(&mut self, command: &Command) {
        self.ask(command).unwrap_or_else(|refused| panic!("{command:?} refused: {:?}", refused.findings));
    }

    /// The codes of what is wrong with that command now; none if it may go on.
    pub fn wrong(&self, command: &Command) -> Vec<String> {
        let decided = self.history.sitting().decide(command, &Reasons::new());
        decided.err().map_or_else(Vec::new, |refused| refused.findings.iter().map(|it| it.code().to_string()).collect())
    }

    /// What is wrong with that command now, each finding's code and article.
    pub fn articles(&self, command: &Command) -> Vec<(String, &'static str)> {
        let Err(refused) = self.history.sitting().decide(command, &Reasons::new()) else { return vec![] };
        refused
            .findings
            .iter()
            .map(|it| (it.code().to_string(), it.article().map_or("", |article| article.0)))
            .collect()
    }

    /// Asks what is irregular in that one way, and goes on for a reason.
    pub fn irregular(&mut self, command: &Command, code: &str) {
        assert_eq!(self.wrong(command), [code], "{command:?}");
        self.ask_because(command, "motif").expect("a reason is all that is missing");
    }

    pub fn sitting(&self) -> &Sitting {
        self.history.sitting()
    }

    /// The vote of a report, open or done.
    pub fn vote(&self, number: u32) -> &Vote {
        self.sitting().progress(&report(number)).expect("the report is opened").vote()
    }

    pub fn tally(&self, number: u32) -> Tally {
        Tally::of(self.vote(number)).expect("figures")
    }

    /// The outcome of a report that is done.
    pub fn outcome(&self, number: u32) -> Outcome {
        self.sitting().progress(&report(number)).and_then(Progress::done).expect("the report is done").outcome
    }

    pub fn undo(&mut self) {
        let target = self.history.undo_target().expect("something to undo");
        self.history.push(Entry::Undo(target)).expect("the last action can be undone");
    }

    pub fn redo(&mut self) {
        let target = self.history.redo_target().expect("something to give again");
        self.history.push(Entry::Undo(target)).expect("the last undo can be taken back");
    }
}

/// The sitting that a course makes of a session file, both as texts: what is printed of it needs no key and no disk.
pub fn course(session_text: &str, course_text: &str) -> Sitting {
    let docket = docket_of(session_text);
    let steps = course::parse(course_text, &docket).unwrap_or_else(|flaws| panic!("{flaws:#?}"));
    let mut history = History::new(docket);
    course::recording::play(&mut history, &steps, "2025-03-04T09:00:00+01:00")
        .unwrap_or_else(|(place, refused)| panic!("{:?} refused: {:?}", steps[place].command, refused.findings));
    history.sitting().clone()
}

/// What a session file lays before the sitting; it names no file beside it.
pub fn docket_of(session_text: &str) -> Arc<Docket> {
    let nothing_beside = |_: &str| Err(Unreadable::Missing);
    session_file::parse(session_text, &nothing_beside).unwrap_or_else(|problems| panic!("{problems:#?}")).docket
}

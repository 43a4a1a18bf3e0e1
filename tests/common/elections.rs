//! The made-up commune on an evening of elections, action by action: what the screens show of an urn when nothing of it is in
//! memory.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use hemicycle::app::{Access, App};
use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::Docket;
use hemicycle::council::election::{CandidateList, Office};
use hemicycle::council::history::{Entry, History};
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::roster::Roster;
use hemicycle::council::secret::{Count, Ticket};
use hemicycle::council::step::{
    AskedBallot, CloseUrn, CountedBallots, FiledLists, NamedCandidates, NamedTellers, NextRound,
};

use crate::evening::{Evening, docket};

/// What each report of the evening elects; the last one is a text.
pub const ELECTED: [(&str, Office, u32); 5] = [
    ("01", Office::Mayor, 1),
    ("02", Office::Deputies, 3),
    ("03", Office::TenderCommittee, 5),
    ("04", Office::PermanentCommittee, 5),
    ("05", Office::VicePresidents, 3),
];

/// Three lists that stand for the committees.
pub const LISTS: [(&str, &[&str]); 3] = [
    ("Saint-Exemple ensemble", &["aubry-paul", "chazal-helene", "delorme-karim", "escoffier-nadege", "fayolle-remi"]),
    ("Mieux vivre", &["allegret-coralie", "boisseau-hakim", "carpentier-solene", "duprat-gerald", "evrard-maia"]),
    ("Écologie et solidarités", &["guerineau-yse", "hamelin-octave", "imbert-salome"]),
];

/// An evening of elections, action by action.
pub struct Elections {
    pub history: History,
}

impl Elections {
    /// The sitting is open, nothing is on the floor. Days of birth are in the file, from the eldest of the table on.
    pub fn open() -> Self {
        Self::of(changed(true))
    }

    /// Of that docket, with its elections.
    pub fn of(docket: Docket) -> Self {
        let mut evening = Self { history: History::new(docket.into()) };
        evening.ask(Command::Open { at: None });
        evening
    }

    #[expect(clippy::needless_pass_by_value, reason = "commands are made where they are asked")]
    pub fn ask(&mut self, command: Command) -> &mut Self {
        let mut reasons = Reasons::new();
        if let Err(refused) = self.history.sitting().decide(&command, &Reasons::new()) {
            for finding in &refused.findings {
                reasons.insert(finding.code(), "c’est ainsi".to_owned());
            }
        }
        let accepted = self
            .history
            .sitting()
            .decide(&command, &reasons)
            .unwrap_or_else(|refused| panic!("{command:?}: {refused:?}"));
        let at = "2025-03-03T20:17:00+01:00".into();
        self.history.push(Entry::Action { at, events: accepted.events }).expect("it follows");
        self
    }

    pub fn opens(&mut self, number: &str) -> &mut Self {
        self.ask(Command::OpenReport { report: report(number), with: vec![] })
    }

    pub fn tellers(&mut self, number: &str, tellers: &[&str]) -> &mut Self {
        self.ask(Command::NameTellers(NamedTellers { report: report(number), on: None, tellers: ids(tellers) }))
    }

    pub fn stand(&mut self, number: &str, candidates: &[&str]) -> &mut Self {
        self.ask(Command::NameCandidates(NamedCandidates { report: report(number), candidates: ids(candidates) }))
    }

    pub fn lists(&mut self, number: &str, lists: &[(&str, &[&str])]) -> &mut Self {
        let lists = lists.iter().map(|(name, of)| CandidateList { name: (*name).into(), candidates: ids(of) });
        self.ask(Command::FileLists(FiledLists { report: report(number), lists: lists.collect() }))
    }

    pub fn closes(&mut self, number: &str, all_but: &[&str]) -> &mut Self {
        self.ask(Command::CloseUrn(CloseUrn {
            report: report(number),
            on: None,
            voters: None,
            all_but: ids(all_but),
            opened_at: None,
            at: None,
        }))
    }

    /// The totals: blank, null, and those of each.
    pub fn counts(&mut self, number: &str, (blank, null): (u32, u32), votes: &[(Ticket, u32)]) -> &mut Self {
        let cast: u32 = votes.iter().map(|(_, votes)| votes).sum();
        let count = Count { in_urn: cast + blank + null, blank, null, votes: votes.to_vec() };
        self.ask(Command::CountBallots(CountedBallots { report: report(number), on: None, count }))
    }

    pub fn next_round(&mut self, number: &str) -> &mut Self {
        self.ask(Command::NextRound(NextRound { report: report(number) }))
    }

    pub fn secret(&mut self, number: &str, askers: &[&str]) -> &mut Self {
        let asked = AskedBallot { report: report(number), on: None, asked_by: ids(askers), refused: false, at: None };
        self.ask(Command::AskSecret(asked))
    }

    pub fn proclaims(&mut self, number: &str) -> &mut Self {
        self.ask(Command::Proclaim { report: report(number), on: None, at: None, then_open: None, then_with: vec![] })
    }

    /// The screens of it.
    pub fn evening(&self) -> Evening {
        let mut evening = Evening::commune();
        evening.app = App::new(self.history.clone(), Access::Write, &[]);
        evening.minute = 20 * 60 + 17;
        evening.resized(120, 40);
        evening
    }
}

/// The made-up commune with its elections; with the days of birth, or without.
pub fn changed(with_births: bool) -> Docket {
    let mut changed = (*docket("exemple-commune.ron")).clone();
    for item in &mut changed.agenda.items {
        let AgendaItem::Report(report) = item else { continue };
        let elected = ELECTED.iter().find(|(number, ..)| *number == report.id.as_str());
        if let Some((_, office, posts)) = elected {
            report.kind = ReportKind::Election { office: *office, posts: Some(*posts) };
            object(*office).clone_into(&mut report.object);
        }
    }
    if with_births {
        let day = |place: i16| jiff::civil::date(1948 + place, 3, 14);
        let members = changed.roster.everyone().cloned().zip(0..);
        changed.roster = Roster::new(
            members
                .map(|(mut member, place)| {
                    member.birth = Some(day(place));
                    member
                })
                .collect(),
        );
    }
    changed
}

fn object(office: Office) -> &'static str {
    match office {
        Office::Mayor => "Élection du maire",
        Office::Deputies => "Élection des adjoints au maire",
        Office::TenderCommittee => "Élection de la commission d’appel d’offres",
        Office::PermanentCommittee => "Élection de la commission permanente",
        _ => "Élection des vice-présidents",
    }
}

pub fn report(number: &str) -> ReportId {
    ReportId::new(number)
}

pub fn ids(members: &[&str]) -> Vec<MemberId> {
    members.iter().map(|member| MemberId::new(member)).collect()
}

pub fn for_member(member: &str) -> Ticket {
    Ticket::Member(MemberId::new(member))
}

pub fn for_list(name: &str) -> Ticket {
    Ticket::List(name.to_owned())
}

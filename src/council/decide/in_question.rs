//! Which votes an irregular step is about: its reason is kept, and printed, beside each of them.

use crate::council::command::Command;
use crate::council::event::Event;
use crate::council::finding::{Code, Finding};
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;
use crate::council::sitting::Sitting;
use crate::council::step::{
    AddedReport, AskedBallot, ChangedText, ChosenForm, CloseUrn, CountedBallots, DroppedProposal, FiledLists,
    FiledProposal, FixedPosts,
};

/// A report, and a proposal in it; no report for what is about none.
type Place = (Option<ReportId>, Option<ProposalId>);

impl Sitting {
    /// What an irregular step is about. It is told by the facts, not by the words of the command: another command that
    /// makes the same facts says the same.
    pub(super) fn in_question(&self, command: &Command, code: Code, facts: &[Event]) -> Vec<Place> {
        let of = |report: &ReportId, on: Option<&ProposalId>| vec![(Some(report.clone()), on.cloned())];
        match command {
            Command::Proclaim { on: Some(id), report, .. } => match self.opened_by(code, facts, report) {
                Some(next) => self.opened_so(code, facts, next),
                None => of(report, Some(id)),
            },
            Command::Proclaim { on: None, report, .. } => {
                let first = facts.iter().find_map(proclaimed).unwrap_or(report);
                match self.opened_by(code, facts, first) {
                    Some(next) => self.opened_so(code, facts, next),
                    None => self.proclaimed_so(code, facts, first),
                }
            }
            Command::OpenReport { report, .. } => {
                self.opened_so(code, facts, facts.iter().find_map(opened).unwrap_or(report))
            }
            Command::TakeChair { report, .. } => vec![(report.clone(), None)],
            Command::AskBallot(AskedBallot { report, on, .. })
            | Command::AskSecret(AskedBallot { report, on, .. })
            | Command::CloseUrn(CloseUrn { report, on, .. })
            | Command::CountBallots(CountedBallots { report, on, .. })
            | Command::Rectify { report, on, .. } => of(report, on.as_ref()),
            Command::FileProposal(FiledProposal { report, id, .. })
            | Command::DropProposal(DroppedProposal { report, id, .. }) => of(report, Some(id)),
            Command::AddReport(AddedReport { report, .. })
            | Command::ChangeText(ChangedText { report, .. })
            | Command::FileLists(FiledLists { report, .. })
            | Command::FixPosts(FixedPosts { report, .. })
            | Command::ChooseForm(ChosenForm { report, .. })
            | Command::Withdraw { report, .. }
            | Command::Recuse { report, .. }
            | Command::EndRecusal { report, .. } => of(report, None),
            _ => vec![(None, None)],
        }
    }

    /// The report that is opened by proclaiming another, if what is irregular is in that: what is missing is then its own,
    /// unless the one proclaimed misses it already.
    fn opened_by<'a>(&self, code: Code, facts: &'a [Event], first: &ReportId) -> Option<&'a ReportId> {
        let mut ended = std::iter::once(first).chain(facts.iter().filter_map(proclaimed));
        let is_of_the_ended = code == Finding::PRESIDENT_AWAY && ended.any(|report| self.chair_gone(report).is_some());
        let is_of_the_opening = Finding::OF_THE_OPENING.contains(&code) && !is_of_the_ended;
        facts.iter().find_map(opened).filter(|_| is_of_the_opening)
    }

    /// Of the reports that are opened, those over which whoever presides may not; the first of them for what is so of all.
    fn opened_so(&self, code: Code, facts: &[Event], first: &ReportId) -> Vec<Place> {
        let is_so = |report: &&ReportId| code == Finding::PRESIDENT_AWAY && self.chair_away(Some(report)).is_some();
        let so: Vec<Place> =
            facts.iter().filter_map(opened).filter(is_so).map(|report| (Some(report.clone()), None)).collect();
        if so.is_empty() { vec![(Some(first.clone()), None)] } else { so }
    }

    /// Of the reports put to one vote, those whose result is irregular so; the first of them for what is so of all.
    fn proclaimed_so(&self, code: Code, facts: &[Event], first: &ReportId) -> Vec<Place> {
        let is_so = |report: &&ReportId| {
            if code == Finding::PRESIDENT_AWAY {
                return self.chair_gone(report).is_some();
            }
            let vote = self.vote_on(report, None);
            let findings = vote.and_then(|vote| Some((vote, self.result_of(report, None, vote).ok()?)));
            findings.is_some_and(|(vote, outcome)| {
                self.irregular_result(report, None, vote, outcome).iter().any(|finding| finding.code() == code)
            })
        };
        let so: Vec<Place> =
            facts.iter().filter_map(proclaimed).filter(is_so).map(|report| (Some(report.clone()), None)).collect();
        if so.is_empty() { vec![(Some(first.clone()), None)] } else { so }
    }
}

/// The report whose text an event proclaims.
fn proclaimed(event: &Event) -> Option<&ReportId> {
    match event {
        Event::Proclaimed { report, on: None, .. } => Some(report),
        _ => None,
    }
}

/// The report that an event opens.
fn opened(event: &Event) -> Option<&ReportId> {
    match event {
        Event::ReportOpened { report, .. } => Some(report),
        _ => None,
    }
}

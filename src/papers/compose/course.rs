//! What happened between the votes, each happening at its place in the minutes.
//!
//! Reports are printed in the order of the agenda, and may be taken in another: a happening stands with the report that
//! was open, or that was opened next.

use std::collections::BTreeMap;

use crate::council::chronicle::{Happening, What};
use crate::council::id::ReportId;
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Progress, Sitting};
use crate::french::chronicle::{Among, goes_on, sentence};
use crate::papers::document::{Block, Line, Style};

use super::vote;

/// The happenings of a sitting by their place.
#[derive(Default)]
pub struct Course {
    /// After the roll call, before the first report.
    pub before_the_reports: Vec<Block>,
    /// After the last vote.
    pub after_the_reports: Vec<Block>,
    before: BTreeMap<ReportId, Vec<Block>>,
    during: BTreeMap<ReportId, Vec<Block>>,
    during_proposals: BTreeMap<(ReportId, ProposalId), Vec<Block>>,
}

/// What was told so far.
struct Telling<'a> {
    sitting: &'a Sitting,
    /// What waits for its place.
    waiting: Vec<&'a Happening>,
    /// The reports that are open, in the order in which they were opened.
    open: Vec<&'a ReportId>,
    /// The report that was proclaimed last.
    last: Option<&'a ReportId>,
    /// How many openings of a report and proclamations there were.
    reached: usize,
    /// Up to how many of them what was irregular between two reports is told.
    irregular_told: usize,
}

impl Telling<'_> {
    /// Whether a vote is taken on the text of that report: what happens around it is dated by that vote.
    fn is_voted(&self, report: &ReportId) -> bool {
        match self.sitting.progress(report) {
            Some(Progress::Done(done)) => done.outcome.is_voted(),
            Some(Progress::Opened(vote)) => vote.way.is_a_vote(),
            None => true,
        }
    }

    fn before<'r>(&self, report: &'r ReportId) -> Among<'r> {
        if self.is_voted(report) { Among::Before(report) } else { Among::BeforeExamining(report) }
    }

    fn within<'r>(&self, report: &'r ReportId) -> Among<'r> {
        match (self.is_voted(report), self.open.contains(&report)) {
            (true, _) => Among::Before(report),
            (false, true) => Among::Examining(report),
            // Withdrawn before it was opened.
            (false, false) => Among::BeforeExamining(report),
        }
    }

    fn after<'r>(&self, report: &'r ReportId) -> Among<'r> {
        if self.is_voted(report) { Among::After(report) } else { Among::AfterExamining(report) }
    }

    /// Tells what waits, and what was irregular meanwhile.
    fn tell(&mut self, among: Among<'_>) -> Vec<Block> {
        let mut told = blocks(self.sitting, &std::mem::take(&mut self.waiting), among);
        for steps in self.irregular_told..=self.reached {
            told.extend(vote::irregularities_after(self.sitting, steps));
        }
        self.irregular_told = self.reached + 1;
        told
    }
}

impl Course {
    /// Sorts the happenings of a sitting, until it is closed.
    pub fn of(sitting: &Sitting) -> Self {
        let mut course = Self::default();
        let mut telling =
            Telling { sitting, waiting: Vec::new(), open: Vec::new(), last: None, reached: 0, irregular_told: 0 };
        for happening in until_the_end(sitting) {
            course.take(happening, &mut telling);
        }
        course.take_the_rest(&mut telling);
        course
    }

    fn take<'a>(&mut self, happening: &'a Happening, telling: &mut Telling<'a>) {
        match &happening.what {
            What::ReportOpened(report) => {
                let told = telling.tell(telling.before(report));
                let is_first = telling.last.is_none() && telling.open.is_empty();
                let at_its_place = if is_first && self.before.is_empty() {
                    &mut self.before_the_reports
                } else {
                    // Of those put to one vote, what came before stands with the first.
                    self.before.entry((*telling.open.first().unwrap_or(&report)).clone()).or_default()
                };
                at_its_place.extend(told);
                telling.open.push(report);
                telling.reached += 1;
            }
            // One that is withdrawn while another is open takes nothing of what happens in that other.
            What::Proclaimed(report) if telling.open.is_empty() || telling.open.contains(&report) => {
                let told = telling.tell(telling.within(report));
                self.during.entry(report.clone()).or_default().extend(told);
                telling.open.retain(|open| *open != report);
                telling.last = Some(report);
                telling.reached += 1;
            }
            What::Proclaimed(_) => telling.reached += 1,
            What::ProposalProclaimed(report, id) => {
                let waiting = std::mem::take(&mut telling.waiting);
                let told = blocks(telling.sitting, &waiting, Among::BeforeProposal(report, id));
                self.during_proposals.entry((report.clone(), id.clone())).or_default().extend(told);
            }
            What::GroupLeft(report) => {
                telling.open.retain(|open| *open != report);
                telling.waiting.push(happening);
            }
            _ => telling.waiting.push(happening),
        }
    }

    /// What happened after the last step of a report.
    fn take_the_rest(&mut self, telling: &mut Telling<'_>) {
        match (telling.open.first().copied(), telling.last) {
            (Some(report), _) => {
                let told = telling.tell(telling.within(report));
                self.during.entry(report.clone()).or_default().extend(told);
            }
            (None, Some(report)) => self.after_the_reports = telling.tell(telling.after(report)),
            (None, None) => self.before_the_reports.extend(telling.tell(Among::NoVote)),
        }
    }

    /// What happened since the vote before, when that report was not yet opened.
    pub fn before(&self, report: &ReportId) -> Vec<Block> {
        self.before.get(report).cloned().unwrap_or_default()
    }

    /// What happened while that report was open, since the vote on the last proposal in it.
    pub fn during(&self, report: &ReportId) -> Vec<Block> {
        self.during.get(report).cloned().unwrap_or_default()
    }

    /// What happened in that report before the vote on that proposal, since the vote before it.
    pub fn during_the_proposal(&self, report: &ReportId, id: &ProposalId) -> Vec<Block> {
        self.during_proposals.get(&(report.clone(), id.clone())).cloned().unwrap_or_default()
    }
}

/// A result rectified after the close stands with its report and in the annex.
fn until_the_end(sitting: &Sitting) -> impl Iterator<Item = &Happening> {
    let is_the_end = |happening: &&Happening| matches!(happening.what, What::Closed | What::Adjourned);
    sitting.chronicle().happenings().iter().take_while(move |happening| !is_the_end(happening))
}

/// One sentence a happening; what a movement brings with it goes on in the sentence of the movement.
fn blocks(sitting: &Sitting, happenings: &[&Happening], among: Among<'_>) -> Vec<Block> {
    let docket = sitting.docket();
    let mut sentences: Vec<String> = Vec::new();
    let mut head: Option<&Happening> = None;
    for happening in happenings {
        if head.is_some_and(|head| is_told_with(happening, head)) {
            continue;
        }
        let goes_on = head.and_then(|head| goes_on(head, happening, docket));
        if let (Some(more), Some(told)) = (goes_on, sentences.last_mut()) {
            told.truncate(told.trim_end_matches('.').len());
            // What stands between two commas is closed before the sentence goes on.
            if told.contains(',') && !more.starts_with(" ;") {
                told.push(',');
            }
            told.push_str(&more);
            told.push('.');
        } else if let Some(told) = sentence(happening, among, docket) {
            sentences.push(told);
            head = Some(happening);
        }
    }
    sentences.iter().map(|sentence| Block::Paragraph(Style::Text, Line::prose(sentence))).collect()
}

/// Whoever takes a seat is there: that is one sentence.
fn is_told_with(happening: &Happening, before: &Happening) -> bool {
    match (&happening.what, &before.what) {
        (What::Moved { member, to, .. }, What::SeatTaken { member: seated, .. }) => member == seated && to.is_in(),
        _ => false,
    }
}

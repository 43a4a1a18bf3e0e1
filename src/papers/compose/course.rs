//! What happened between the votes, each happening at its place in the minutes.
//!
//! Reports are printed in the order of the agenda, and may be taken in another: a happening stands with the report that
//! was open, or that was opened next.

use std::collections::BTreeMap;

use crate::council::chronicle::{Happening, What};
use crate::council::id::ReportId;
use crate::council::sitting::Sitting;
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
}

impl Course {
    /// Sorts the happenings of a sitting, until it is closed.
    pub fn of(sitting: &Sitting) -> Self {
        let mut course = Self::default();
        let mut waiting: Vec<&Happening> = Vec::new();
        let (mut open, mut last): (Option<&ReportId>, Option<&ReportId>) = (None, None);
        let mut reached = 0;
        let tell = |happenings: Vec<&Happening>, among, reached| {
            let mut told = blocks(sitting, &happenings, among);
            told.extend(vote::irregularities_after(sitting, reached));
            told
        };
        for happening in until_the_end(sitting) {
            match &happening.what {
                What::ReportOpened(report) => {
                    let told = tell(std::mem::take(&mut waiting), Among::Before(report), reached);
                    reached += 1;
                    if last.is_none() {
                        course.before_the_reports = told;
                    } else {
                        course.before.insert(report.clone(), told);
                    }
                    open = Some(report);
                }
                What::Proclaimed(report) => {
                    let told = tell(std::mem::take(&mut waiting), Among::Before(report), reached);
                    reached += 1;
                    course.during.insert(report.clone(), told);
                    (open, last) = (None, Some(report));
                }
                _ => waiting.push(happening),
            }
        }
        let among = open.or(last).map_or(Among::NoVote, |report| match open {
            Some(_) => Among::Before(report),
            None => Among::After(report),
        });
        let told = tell(waiting, among, reached);
        match (open, last) {
            (Some(report), _) => {
                course.during.insert(report.clone(), told);
            }
            (None, Some(_)) => course.after_the_reports = told,
            (None, None) => course.before_the_reports = told,
        }
        course
    }

    /// What happened since the vote before, when that report was not yet opened.
    pub fn before(&self, report: &ReportId) -> Vec<Block> {
        self.before.get(report).cloned().unwrap_or_default()
    }

    /// What happened while that report was open.
    pub fn during(&self, report: &ReportId) -> Vec<Block> {
        self.during.get(report).cloned().unwrap_or_default()
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

//! The reports that the file puts to one vote (*vote groupé*): whether each of them may be, and with the others.

use std::collections::BTreeMap;

use crate::council::kind::ReportKind;
use crate::council::majority::Majority;
use crate::council::settings::{Setting, Settings};

use super::asked::{AskedProblem, WhyAlone};
use super::at::At;
use super::problem::ProblemKind;
use super::reading::Reading;

/// A report with a mark, as far as it could be read.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Its place in the agenda from 0, chapters included.
    pub place: usize,
    /// The mark.
    pub mark: String,
    /// Its number; empty if the file gives none.
    pub report: String,
    /// Its kind.
    pub kind: Option<ReportKind>,
    /// Whether amendments were filed to it.
    pub has_amendments: bool,
    /// The majority that it asks for itself.
    pub majority: Option<Majority>,
}

impl Marked {
    /// Why it is put to no vote but its own.
    fn stands_alone(&self) -> Option<WhyAlone> {
        match self.kind? {
            kind if kind.is_accounts() => Some(WhyAlone::Accounts),
            kind if !kind.first_way().is_a_vote() => Some(WhyAlone::NoVote(kind)),
            _ => self.has_amendments.then_some(WhyAlone::Amendments),
        }
    }

    fn majority(&self, settings: &Settings) -> Option<Majority> {
        let kind = self.kind?;
        let of_its_kind = settings.majorities.iter().find(|(of, _)| of.is_like(kind));
        let of_its_kind = of_its_kind.map(|(_, Setting { value, .. })| *value);
        Some(self.majority.or(of_its_kind).unwrap_or(Majority::OfCast))
    }
}

/// Notes the reports that cannot be put to one vote with those of their mark.
pub fn check(marked: &[Marked], settings: Option<&Settings>, agenda: &At<'_>, reading: &mut Reading<'_>) {
    let mut groups: BTreeMap<&str, Vec<&Marked>> = BTreeMap::new();
    for report in marked {
        groups.entry(&report.mark).or_default().push(report);
    }
    for (mark, reports) in groups {
        let mut of_first = None;
        for marked in &reports {
            let at = agenda.item(marked.place);
            let (report, mark) = (marked.report.clone(), mark.to_owned());
            let mut wrong = |problem| reading.wrong(ProblemKind::Asked(problem), &at.field("vote_groupe"));
            if let Some(why) = marked.stands_alone() {
                wrong(AskedProblem::CannotJoin { report, mark, why });
                continue;
            }
            if reports.len() == 1 {
                wrong(AskedProblem::AloneInGroup { report, mark });
                continue;
            }
            let Some(majority) = settings.and_then(|settings| marked.majority(settings)) else { continue };
            let (first, of_first) = of_first.get_or_insert((&marked.report, majority));
            if *of_first != majority {
                let why = WhyAlone::OtherMajority { majority, first: (*first).clone(), of_first: *of_first };
                wrong(AskedProblem::CannotJoin { report, mark, why });
            }
        }
    }
}

//! The numbers of the acts in a session file: the pattern of the assembly, and what is wrong with it or with them.

use std::collections::BTreeMap;

use crate::council::agenda::Report;
use crate::council::docket::Docket;
use crate::council::id::ReportId;
use crate::council::numbering::{Numbering, Pattern, PatternFlaw, key};

use super::at::{At, Spot};
use super::problem::ProblemKind;
use super::reading::Reading;

/// One thing that is wrong with the numbers of the acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActProblem {
    /// E240 to E245: the pattern.
    Pattern(PatternFlaw),
    /// E246: two acts with one number.
    NumberTwice {
        /// The number.
        number: String,
        /// The report that has it already.
        first: String,
    },
    /// E247: a pattern without rank gives two reports one number.
    Repeated {
        /// The number.
        number: String,
        /// The two reports.
        reports: [String; 2],
    },
}

impl ActProblem {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::Pattern(PatternFlaw::UnknownField(_)) => 240,
            Self::Pattern(PatternFlaw::BadWidth(_)) => 241,
            Self::Pattern(PatternFlaw::NotClosed(_)) => 242,
            Self::Pattern(PatternFlaw::NotOpened) => 243,
            Self::Pattern(PatternFlaw::Repeats) => 244,
            Self::Pattern(PatternFlaw::PathLike(_)) => 245,
            Self::NumberTwice { .. } => 246,
            Self::Repeated { .. } => 247,
        }
    }
}

/// The pattern; rejected reports are numbered unless the file says otherwise, for a rejection is an act too.
pub fn numbering(
    pattern: Option<String>,
    rejected: Option<bool>,
    at: &At<'_>,
    reading: &mut Reading<'_>,
) -> Option<Numbering> {
    let at = at.field("numerotation");
    let text = reading.line(pattern, &at)?;
    match Pattern::read(&text) {
        Ok(pattern) => Some(Numbering { pattern, rejected: rejected.unwrap_or(true) }),
        Err(flaws) => {
            for (flaw, range) in flaws {
                let spot = Spot::Within(at.path(), text.clone(), range);
                reading.note(ProblemKind::Acts(ActProblem::Pattern(flaw)), spot);
            }
            None
        }
    }
}

/// Notes the number typed for a report; it is nobody else's.
pub fn typed(report: &Report, borne: &mut BTreeMap<String, ReportId>, at: &At<'_>, reading: &mut Reading<'_>) {
    let Some(number) = &report.act else { return };
    if let Some(first) = borne.get(&key(number)) {
        let problem = ActProblem::NumberTwice { number: number.clone(), first: first.to_string() };
        reading.wrong(ProblemKind::Acts(problem), &at.field("acte"));
    } else {
        borne.insert(key(number), report.id.clone());
    }
}

/// A pattern in which no rank tells the acts apart gives no number twice, nor one that is typed.
pub fn check_pattern(docket: &Docket, at: &At<'_>, reading: &mut Reading<'_>) {
    let Some(numbering) = docket.body.numbering.as_ref().filter(|it| !it.pattern.has_rank()) else { return };
    let reports = || docket.agenda.reports();
    let typed = reports().filter_map(|report| Some((key(report.act.as_deref()?), &report.id)));
    let mut borne: BTreeMap<String, &ReportId> = typed.collect();
    for report in reports().filter(|report| report.act.is_none()) {
        let number = numbering.pattern.number(docket.meeting.date, 1, &report.id);
        if let Some(first) = borne.get(&key(&number)) {
            let reports = [first.to_string(), report.id.to_string()];
            reading.wrong(ProblemKind::Acts(ActProblem::Repeated { number, reports }), &at.field("numerotation"));
        } else {
            borne.insert(key(&number), &report.id);
        }
    }
}

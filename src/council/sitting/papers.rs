//! What the papers of the sitting bear: the numbers of its acts, and whether the minutes are settled.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Progress, Sitting};
use crate::council::agenda::Report;
use crate::council::correction::Field;
use crate::council::event::Event;
use crate::council::id::ReportId;
use crate::council::kind::ReportKind;
use crate::council::notes::NoteSums;
use crate::council::numbering::{ActNumber, NumberKind, NumberedAct, Numbering, Register, key};
use crate::council::outcome::Outcome;
use crate::council::settlement::Settlement;

/// Why no act comes of a report, so that it has no *délibération*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAct {
    /// It is only told, read out, answered or settled.
    Told(ReportKind),
    /// It left the agenda: nothing is decided on its text.
    Left(Outcome),
}

impl Sitting {
    /// Why no act comes of a report; `None` where one does, or may still. A number that is typed for it makes one of what
    /// would only be told.
    #[must_use]
    pub fn no_act(&self, report: &Report) -> Option<NoAct> {
        let ended = self.progress(&report.id).and_then(Progress::done).map(|done| done.outcome);
        match ended.filter(|outcome| outcome.is_left()) {
            Some(outcome) => Some(NoAct::Left(outcome)),
            None => (!report.kind.makes_an_act() && report.act.is_none()).then_some(NoAct::Told(report.kind)),
        }
    }

    /// The number of a report's act as it stands: typed in the file, fixed at the proclamation, or provisional.
    #[must_use]
    pub fn act<'a>(&'a self, report: &'a Report) -> Option<Cow<'a, str>> {
        match (&report.act, self.register.fixed(&report.id)) {
            (Some(typed), _) => Some(Cow::Borrowed(typed)),
            (None, Some(fixed)) => Some(Cow::Borrowed(fixed)),
            (None, None) => self.provisional(&report.id).map(Cow::Owned),
        }
    }

    /// The same, and where it comes from. A report that was never voted has no number once the sitting is over.
    #[must_use]
    pub fn act_number(&self, report: &Report) -> Option<ActNumber> {
        let kind = match (&report.act, self.register.fixed(&report.id)) {
            (Some(_), _) => NumberKind::Typed,
            (None, Some(_)) => NumberKind::Fixed,
            (None, None) => NumberKind::Provisional,
        };
        Some(ActNumber { text: self.act(report)?.into_owned(), kind })
    }

    /// Two reports of which one has the number typed that the other bears, or bore: the file has to be mended.
    #[must_use]
    pub fn number_taken(&self) -> Option<(&Report, &ReportId)> {
        let taken = |report: &&Report| {
            let bearer = self.register.bearer(report.act.as_deref()?)?;
            (*bearer != report.id).then_some(bearer)
        };
        self.docket().agenda.reports().find_map(|report| Some((report, taken(&report)?)))
    }

    /// The numbers given so far.
    pub(in crate::council) fn register(&self) -> &Register {
        &self.register
    }

    /// The fact that fixes the number of a report whose result is that, if it takes one from the pattern.
    pub(in crate::council) fn numbered(&self, report: &ReportId, outcome: Outcome) -> Option<Event> {
        self.numbering_of(report)?;
        let has_one = self.register.fixed(report).is_some();
        let act = (self.deserves_a_number(report, outcome) && !has_one).then(|| self.next_number(report)).flatten()?;
        Some(Event::ActNumbered(NumberedAct { report: report.clone(), act }))
    }

    /// The fact that withdraws the number of a report whose result is now that, if such a one has none.
    pub(in crate::council) fn unnumbered(&self, report: &ReportId, outcome: Outcome) -> Option<Event> {
        self.numbering_of(report)?;
        let deserves = self.deserves_a_number(report, outcome);
        let act = self.register.fixed(report).filter(|_| !deserves)?.to_owned();
        Some(Event::ActWithdrawn(NumberedAct { report: report.clone(), act }))
    }

    /// The facts that fix the numbers of the reports that were proclaimed without: the pattern came later.
    pub(in crate::council) fn numbered_late(&self) -> Vec<Event> {
        let is_done = |id: &ReportId| self.progress(id).and_then(Progress::done).is_some();
        let late = self.provisional_numbers().filter(|(id, _)| is_done(id));
        late.map(|(report, act)| Event::ActNumbered(NumberedAct { report: report.clone(), act })).collect()
    }

    /// Numbers typed in the file, and taken out of it after their result was proclaimed, are not given to another.
    pub(super) fn remember_typed_numbers(&mut self, event: &Event) {
        let Event::FileTakenOver { corrections, .. } = event else { return };
        for correction in corrections {
            if let (Field::Act(report), Some(before)) = (&correction.field, &correction.before)
                && self.progress.get(report).and_then(Progress::done).is_some()
            {
                self.register.bear(before, report);
            }
        }
    }

    /// Whether a report with that result takes a number from the pattern: an act comes of it, or its rejection is numbered.
    /// What is told, settled, withdrawn, postponed or set aside takes none, and gives none back.
    fn deserves_a_number(&self, report: &ReportId, outcome: Outcome) -> bool {
        let docket = self.docket();
        let is_of_an_act = docket.agenda.report(report).is_some_and(|report| report.kind.makes_an_act());
        let rejected_too = docket.body.numbering.as_ref().is_some_and(|it| it.rejected);
        is_of_an_act && (outcome.makes_an_act() || outcome.is_voted() && rejected_too)
    }

    /// The pattern, for a report whose number is not typed.
    fn numbering_of(&self, report: &ReportId) -> Option<&Numbering> {
        let report = self.docket().agenda.report(report)?;
        self.docket().body.numbering.as_ref().filter(|_| report.act.is_none())
    }

    /// The number that a report has until it is proclaimed.
    fn provisional(&self, report: &ReportId) -> Option<String> {
        self.provisional_numbers().find(|(id, _)| *id == report).map(|(_, number)| number)
    }

    /// The number that a report would take now, were it adopted.
    fn next_number(&self, report: &ReportId) -> Option<String> {
        let is_it = |other: &Report| other.id == *report;
        self.numbers_for(move |other| is_it(other) || self.awaits_a_number(other))
            .find(|(id, _)| *id == report)
            .map(|(_, number)| number)
    }

    /// The reports that have no number yet and await one, in the order of the agenda, each with what it would be.
    fn provisional_numbers(&self) -> impl Iterator<Item = (&ReportId, String)> {
        self.numbers_for(|report| self.awaits_a_number(report))
    }

    /// Whether a report takes its number from the pattern and has none. A rejected one may take none, what is only told
    /// never does, and one that was not voted takes none any more once the sitting is over.
    fn awaits_a_number(&self, report: &Report) -> bool {
        let is_free = report.act.is_none() && self.register.fixed(&report.id).is_none();
        let takes_one = match self.progress(&report.id).and_then(Progress::done) {
            Some(done) => self.deserves_a_number(&report.id, done.outcome),
            None => report.kind.makes_an_act() && !self.stage().is_over(),
        };
        is_free && takes_one
    }

    /// Numbers for such reports, in the order of the agenda: each takes the first rank that makes one nobody has or had.
    fn numbers_for<'a>(&'a self, such: impl Fn(&Report) -> bool + 'a) -> impl Iterator<Item = (&'a ReportId, String)> {
        let docket = self.docket();
        let numbering = docket.body.numbering.as_ref();
        let mut taken: BTreeSet<String> = match numbering {
            Some(_) => docket.agenda.reports().filter_map(|report| report.act.as_deref().map(key)).collect(),
            None => BTreeSet::new(),
        };
        let mut rank = Some(docket.meeting.first_number.unwrap_or(1));
        let reports = docket.agenda.reports().filter(move |report| numbering.is_some() && such(report));
        reports.filter_map(move |report| {
            let pattern = &numbering?.pattern;
            loop {
                let number = pattern.number(docket.meeting.date, rank?, &report.id);
                let is_free = self.register.bearer(&number).is_none() && taken.insert(key(&number));
                if pattern.has_rank() {
                    rank = rank.and_then(|rank| rank.checked_add(1));
                } else if !is_free {
                    return None;
                }
                if is_free {
                    return Some((&report.id, number));
                }
            }
        })
    }

    /// The sums of the notes when the sitting was closed or adjourned; empty if there were none.
    #[must_use]
    pub fn notes_at_close(&self) -> &NoteSums {
        &self.notes_at_close
    }

    /// When the minutes were settled, once they are.
    #[must_use]
    pub fn settlement(&self) -> Option<&Settlement> {
        self.settlement.as_ref()
    }
}

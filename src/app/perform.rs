//! What a step of a screen does: it moves between screens, or asks something of the sitting.

use crate::council::command::Command;
use crate::council::decide::{Accepted, Reasons, Refused};
use crate::council::finding::{Finding, ReportFinding};
use crate::council::history::Entry;
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::notes::NoteSums;
use crate::council::tally::Figure;
use crate::french::screen::urn::why::RoundFigure;
use crate::french::screen::{said, told, why};

use super::card::Card;
use super::gesture::Gesturing;
use super::help::HelpPanel;
use super::keymap::Action;
use super::notes::Afterwards;
use super::panels::{ReasonPanel, WhyPanel};
use super::preview::Preview;
use super::step::{Said, Step};
use super::{Access, App, Effect, Key, Met, Moment, Panel, Place};

/// How long the panel of a reason takes no key: what was typed ahead is not a reason.
pub(super) const REASON_HELD_MS: u64 = 400;

impl App {
    /// The screen or panel on top says what the key does.
    pub(super) fn step(&mut self, action: Action, key: Key) -> Step {
        if self.panels.is_empty()
            && self.place == Place::Vote
            && let Some(refusal) = self.refused_at_the_urn(action)
        {
            return Step::Say(refusal);
        }
        let view = super::View {
            sitting: self.history.sitting(),
            directory: &self.directory,
            everyone: &self.everyone,
            seating: &self.seating,
            at_opening: &self.at_opening,
            size: self.size,
        };
        let shown = |rows: usize| if self.met == Met::LineByLine { 1 } else { rows };
        match self.panels.last_mut() {
            Some(Panel::Card(card)) => card.update(action, &view),
            Some(Panel::Movement(movement)) => movement.update(action, key, &view),
            Some(Panel::Gesture(gesture)) => gesture.update(action, key, &view),
            Some(Panel::Why(panel)) => panel.update(action),
            Some(Panel::Paper(preview)) => {
                preview.update(action, view.sitting, &self.notebook.notes(), shown(Preview::rows_shown(view.size)))
            }
            Some(Panel::Display(panel)) => panel.update(action),
            Some(Panel::Notes(_)) => Step::Stay,
            Some(Panel::Journal(journal)) => journal.update(action, key, &self.history, self.size),
            Some(Panel::Help(panel)) => panel.update(action, shown(HelpPanel::rows_shown(view.size))),
            Some(Panel::Reason(panel)) => panel.update(action, key),
            Some(Panel::Closing | Panel::Adjourning) => Step::Back,
            None => match (self.place, &mut self.vote) {
                (Place::RollCall, _) => self.roll_call.update(action, key, &view),
                (Place::Vote, Some(vote)) => vote.update(action, key, &view),
                (Place::Agenda, _) | (Place::Vote, None) => self.agenda.update(action, key, &view),
            },
        }
    }

    pub(super) fn perform(&mut self, step: Step, now: &Moment) -> Vec<Effect> {
        match step {
            Step::Stay => {}
            Step::Say(said) => self.said = Some(said),
            Step::Back => {
                if let Some(Panel::Reason(_)) = self.panels.pop() {
                    // What is given up was refused: the next letters are another name there too.
                    self.settle_refused();
                }
            }
            Step::ToAgenda => self.place = Place::Agenda,
            Step::ToRollCall => self.place = Place::RollCall,
            Step::ToVote(report) => {
                self.show_the_vote_of(report);
                self.place = Place::Vote;
            }
            Step::ToCard(member) => {
                let shown = self.vote.as_ref().filter(|_| self.place == Place::Vote);
                let card = Card::of(member, shown, &self.view());
                self.panels.push(Panel::Card(card));
            }
            Step::ToClosing => {
                self.ask_whether_to_end(&Command::Close { at: None, notes: NoteSums::new() }, Panel::Closing);
            }
            Step::ToAdjourning => {
                self.ask_whether_to_end(&Command::Adjourn { at: None, notes: NoteSums::new() }, Panel::Adjourning);
            }
            Step::Instead(answers) => {
                self.panels.pop();
                return self.perform(Step::Begin(answers), now);
            }
            Step::Begin(answers) => {
                let front = self.report_in_front();
                match Gesturing::begin(answers, front, self.context(), &self.view()) {
                    Ok(gesture) => self.panels.push(Panel::Gesture(Box::new(gesture))),
                    // One that needs no answer of hers is asked of the sitting; it never begins another.
                    Err(Step::Ask(command)) => return self.ask(command, &Reasons::new(), now),
                    Err(_) => {}
                }
            }
            Step::Press(key) => {
                self.panels.pop();
                return self.press(key, now);
            }
            Step::Ask(command) => return self.ask(command, &Reasons::new(), now),
            Step::GoOn(command, reason) => {
                let codes = match self.panels.last() {
                    Some(Panel::Reason(panel)) => panel.findings.iter().map(Finding::code).collect(),
                    _ => vec![],
                };
                let reasons = codes.into_iter().map(|code| (code, reason.clone())).collect();
                return self.ask(command, &reasons, now);
            }
            Step::Project(wanted) => return self.project(wanted),
            Step::Undo => return self.undo(),
        }
        vec![]
    }

    /// Asks whether to end the sitting, if that may be done.
    fn ask_whether_to_end(&mut self, command: &Command, panel: Panel) {
        match self.sitting().decide(command, &Reasons::new()) {
            // A reason that is missing is asked for behind the answer.
            Err(refused) if !refused.needs_only_a_reason() => self.refuse(&refused.findings),
            _ => {
                // The list of commands is answered: two frames one over the other hide what is asked.
                if matches!(self.panels.last(), Some(Panel::Gesture(_))) {
                    self.panels.pop();
                }
                self.panels.push(panel);
            }
        }
    }

    fn ask(&mut self, command: Command, reasons: &Reasons, now: &Moment) -> Vec<Effect> {
        if let Some(refusal) = self.read_only() {
            self.said = Some(refusal);
            self.settle_refused();
            return vec![];
        }
        self.afterword = None;
        let mut command = self.within_the_law(at_hour(command, now.hour_of_the_sitting()));
        match self.sitting().decide(&command, reasons) {
            // What records the notes as they stand is asked again once they are saved and summed.
            Ok(_) if command.notes_mut().is_some() => {
                self.afterwards = Some(Afterwards::Ask(Box::new((command, reasons.clone(), now.clone()))));
                let effects = self.save_notes();
                if self.notebook.is_saving() { effects } else { vec![Effect::SumNotes] }
            }
            decided => self.decided(command, decided, now),
        }
    }

    /// The notes are on the disk, and these are their sums: what waited for them is asked.
    pub(super) fn notes_summed(&mut self, sums: NoteSums, now: &Moment) -> Vec<Effect> {
        let Some(Afterwards::Ask(asked)) = self.afterwards.take() else { return vec![] };
        let (mut command, reasons, moment) = *asked;
        if let Some(notes) = command.notes_mut() {
            *notes = sums;
        }
        let decided = self.sitting().decide(&command, &reasons);
        let effects = self.decided(command, decided, &moment);
        if self.recording.is_writing() { effects } else { self.take_waiting(now) }
    }

    fn decided(&mut self, command: Command, decided: Result<Accepted, Refused>, now: &Moment) -> Vec<Effect> {
        match decided {
            Ok(accepted) => {
                // Enter answered the last question: pressed once too often, it would proclaim what lies below.
                self.answered = matches!(self.panels.last(), Some(Panel::Gesture(_) | Panel::Reason(_)));
                self.panels.retain(|panel| !panel.is_answered());
                self.roll_call.settle();
                if let Some(vote) = &mut self.vote {
                    vote.settle();
                }
                self.record(Entry::Action { at: now.stamp.clone(), events: accepted.events })
            }
            Err(refused) if refused.needs_only_a_reason() => {
                let text = self.last_reason(&refused.findings);
                let held_until_ms = now.elapsed_ms + REASON_HELD_MS;
                self.panels.push(Panel::Reason(ReasonPanel {
                    command,
                    findings: refused.findings,
                    text,
                    held_until_ms,
                }));
                vec![]
            }
            Err(refused) => {
                self.refuse(&refused.findings);
                self.settle_refused();
                vec![]
            }
        }
    }

    /// The reason given last in this sitting for one of these codes: an evening repeats its irregularities.
    fn last_reason(&self, findings: &[Finding]) -> String {
        let same = |code| findings.iter().any(|finding| finding.code() == code);
        let mut before = self.sitting().irregularities().iter().rev();
        before.find(|one| same(one.code)).map(|one| one.reason.clone()).unwrap_or_default()
    }

    /// The name was found and the answer given: the next letters are those of another name.
    fn settle_refused(&mut self) {
        match self.panels.last_mut() {
            Some(Panel::Movement(movement)) => movement.list.settle_refused(),
            Some(Panel::Gesture(gesture)) => gesture.settle_refused(),
            _ => {}
        }
        self.roll_call.settle_refused();
        if let Some(vote) = &mut self.vote {
            vote.settle();
        }
    }

    /// Reports that cannot be put to one vote are opened one by one, and why is said once they are.
    fn one_by_one(&mut self, command: Command) -> Command {
        let with = match &command {
            Command::OpenReport { with, .. } => with,
            Command::Proclaim { then_with, .. } => then_with,
            _ => return command,
        };
        if with.is_empty() {
            return command;
        }
        let refused = self.sitting().decide(&command, &Reasons::new()).err().map(|refused| refused.findings);
        let cannot_join = |finding: &Finding| matches!(finding, Finding::OfAReport(ReportFinding::CannotJoin(..)));
        let Some(why) = refused.into_iter().flatten().find(cannot_join) else { return command };
        self.afterword = Some(told::alone(&said::refusal(&why, &self.sitting().docket().roster)));
        match command {
            Command::OpenReport { report, .. } => Command::OpenReport { report, with: Vec::new() },
            Command::Proclaim { report, on, at, then_open, .. } => {
                Command::Proclaim { report, on, at, then_open, then_with: Vec::new() }
            }
            other => other,
        }
    }

    /// A proclamation goes on to the next report only if that one may be opened without a reason.
    fn within_the_law(&mut self, command: Command) -> Command {
        let command = self.one_by_one(command);
        let Command::Proclaim { report, on, at, then_open: Some(_), .. } = &command else { return command };
        match self.sitting().decide(&command, &Reasons::new()) {
            Err(refused)
                if refused.findings.iter().any(|finding| Finding::OF_THE_OPENING.contains(&finding.code())) =>
            {
                Command::Proclaim {
                    report: report.clone(),
                    on: on.clone(),
                    at: *at,
                    then_open: None,
                    then_with: Vec::new(),
                }
            }
            _ => command,
        }
    }

    fn refuse(&mut self, findings: &[Finding]) {
        let Some(first) = findings.first() else { return };
        self.said = Some(match first {
            Finding::NothingToDo => Said::plain(said::finding(first, &self.sitting().docket().roster)),
            _ => Said::refused(said::refusal(first, &self.sitting().docket().roster)),
        });
    }

    pub(super) fn read_only(&self) -> Option<Said> {
        match &self.access {
            Access::Write | Access::Rehearsal => None,
            Access::ReadOnly { why } => Some(Said::refused(said::read_only(why))),
        }
    }

    /// Why the figures of the vote in front of her are what they are.
    pub(super) fn why(&self) -> WhyPanel {
        let report = self.report_with_figures();
        let on = self.vote.as_ref().filter(|_| self.place == Place::Vote).and_then(|vote| vote.on.clone());
        let vote = report.as_ref().and_then(|report| self.sitting().vote_on(report, on.as_ref()));
        let round = vote.and_then(|vote| why::round_of(vote, report.as_ref(), self.sitting()));
        let with_majority = round.is_none() && vote.is_some_and(|vote| vote.rule.majority.is_special());
        let figures = if round.is_some() { RoundFigure::ALL.len() } else { Figure::ALL.len() };
        WhyPanel { report, on, at: 0, with_majority, figures }
    }

    /// The report in front of her, if it has figures to explain.
    pub(super) fn report_with_figures(&self) -> Option<ReportId> {
        self.report_in_front().filter(|report| self.sitting().progress(report).is_some())
    }

    /// The report in front of her: the one voted on, or the one under the agenda's cursor.
    pub(super) fn report_in_front(&self) -> Option<ReportId> {
        let mut reports = self.sitting().docket().agenda.reports();
        match self.place {
            Place::Vote => self.vote.as_ref().map(|vote| vote.shown().clone()),
            Place::Agenda => reports.nth(self.agenda.place()).map(|report| report.id.clone()),
            Place::RollCall => None,
        }
    }
}

/// The command with the hour at which it is gone through with.
fn at_hour(command: Command, hour: Option<Hour>) -> Command {
    let mut command = command;
    if let Some(at) = command.hour_mut() {
        *at = at.or(hour);
    }
    command
}

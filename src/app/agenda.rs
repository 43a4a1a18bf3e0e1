//! The agenda (*ordre du jour*): home. Reports with their results, and the close at the end.

use crate::council::name::fold;
use crate::council::sitting::{Sitting, Stage};
use crate::french::screen::said;

use super::context::Context;
use super::keymap::Action;
use super::step::{Said, Step};
use super::vote::voted_with;
use super::{Key, View};
use crate::council::command::Command;

/// The state of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    at: usize,
    query: String,
}

impl Agenda {
    /// The place of the cursor among the reports; their number for « Lever la séance ».
    #[must_use]
    pub fn place(&self) -> usize {
        self.at
    }

    /// The letters typed.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self, stage: Stage) -> Context {
        match stage {
            _ if !self.query.is_empty() => Context::AgendaSearch,
            Stage::RollCall => Context::EarlyAgenda,
            Stage::Open | Stage::Suspended | Stage::Closed | Stage::Adjourned => Context::Agenda,
        }
    }

    /// Puts the cursor on what comes next: the report being voted, the next one, or the close.
    pub fn aim(&mut self, sitting: &Sitting) {
        self.query.clear();
        let next = sitting.open_report().map(|(report, _)| report).or_else(|| sitting.next_report());
        let reports = sitting.docket().agenda.reports();
        self.at = match next {
            Some(next) => reports.take_while(|report| report.id != next.id).count(),
            None if sitting.stage() == Stage::Open => reports.count(),
            None => 0,
        };
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, key: Key, view: &View) -> Step {
        let sitting = view.sitting;
        let reports = sitting.docket().agenda.reports().count();
        let last = if sitting.stage() == Stage::Open { reports } else { reports.saturating_sub(1) };
        match action {
            Action::Search => return self.search(key, sitting),
            Action::Erase => {
                self.query.pop();
                self.look(sitting);
            }
            Action::Leave => self.query.clear(),
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(10),
            Action::PageDown => self.at = (self.at + 10).min(last),
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            Action::Enter => {
                self.query.clear();
                return self.enter(sitting);
            }
            Action::Back => return Step::ToRollCall,
            _ => {}
        }
        Step::Stay
    }

    fn enter(&self, sitting: &Sitting) -> Step {
        match sitting.docket().agenda.reports().nth(self.at) {
            _ if sitting.stage() == Stage::RollCall => Step::ToRollCall,
            None => Step::ToClosing,
            Some(report) if sitting.progress(&report.id).is_some() => Step::ToVote(report.id.clone()),
            Some(report) => {
                if let Some((open, _)) = sitting.open_report() {
                    return Step::Say(Said::refused(said::vote_in_progress(&open.id)));
                }
                let with = voted_with(sitting, &report.id);
                Step::Ask(Command::OpenReport { report: report.id.clone(), with })
            }
        }
    }

    /// Adds what was typed. The upper row types letters too: « à7 » is the number 07, but « é » alone begins a word.
    fn search(&mut self, key: Key, sitting: &Sitting) -> Step {
        let typed: String = self.query.chars().chain(key.text()).collect();
        let digit = |typed| Key::Char(typed).digit().and_then(|digit| char::from_digit(digit.into(), 10));
        let number: Option<String> = typed.chars().map(digit).collect();
        let begins_a_word = self.query.is_empty() && key.letter().is_some();
        let (first, then) = if begins_a_word { (Some(typed.clone()), number) } else { (number, Some(typed.clone())) };
        for query in [first, then].into_iter().flatten() {
            self.query = query;
            if self.look(sitting) {
                return Step::Stay;
            }
        }
        self.query = typed;
        Step::Say(Said::plain(said::no_report(&self.query)))
    }

    /// Goes to the first report whose number or whose object, from one of its words on, begins so; says whether there is one.
    fn look(&mut self, sitting: &Sitting) -> bool {
        let query = format!(" {}", fold(&self.query));
        let begins = |text: &str| format!(" {}", fold(text)).contains(&query);
        // « 7 » is the report n° 07 before it is a word of an object.
        let number = fold(&self.query);
        let numbered = |id: &str| fold(id).trim_start_matches('0').starts_with(number.trim_start_matches('0'));
        let is_number = !number.trim_start_matches('0').is_empty() && number.chars().all(|c| c.is_ascii_digit());
        let mut reports = sitting.docket().agenda.reports();
        let by_number = reports.position(|report| is_number && numbered(report.id.as_str()));
        let mut reports = sitting.docket().agenda.reports();
        let found =
            by_number.or_else(|| reports.position(|report| begins(&report.object) || begins(report.id.as_str())));
        if let Some(place) = found {
            self.at = place;
        }
        found.is_some()
    }
}

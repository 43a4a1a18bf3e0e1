//! What the keys do at the urn: who signs, how many ballots were found, what they say, what follows.

use crate::council::command::Command;
use crate::council::election::RoundResult;
use crate::council::roster::Roster;
use crate::council::secret::Ticket;
use crate::council::sitting::Sitting;
use crate::council::step::{CountedBallots, NextRound};
use crate::french::screen::gesture::Gesture;
use crate::french::screen::{at_the_urn as words, said, urn};

use super::{Read, Stage};
use crate::app::context::Context;
use crate::app::gesture::{Answer, Item};
use crate::app::keymap::Action;
use crate::app::picker::{Picker, undecided};
use crate::app::step::{Said, Step};
use crate::app::vote::VoteScreen;
use crate::app::{Key, View};

impl VoteScreen {
    /// What the keys are read for at the urn, if there is one.
    pub(in crate::app) fn context_of_the_urn(&self, sitting: &Sitting) -> Option<Context> {
        Some(match self.stage(sitting)? {
            Stage::Signing if !self.picker.query().is_empty() => Context::SignOffSearch,
            Stage::Signing if self.picker.is_walking() => Context::SignOffWalk,
            Stage::Signing => Context::SignOff,
            Stage::Emptied => Context::InUrn,
            Stage::Reading | Stage::ReadingAgain if self.urn.seeking.is_some() => Context::ReadingOther,
            Stage::Reading | Stage::ReadingAgain if self.urn.at.is_some() => Context::ReadingTotals,
            Stage::Reading | Stage::ReadingAgain if self.elects(sitting) => Context::Reading,
            Stage::Reading | Stage::ReadingAgain => Context::ReadingText,
            Stage::Final => Context::RoundDone,
        })
    }

    /// What a key does at the urn; `None` where it does what it does in every vote.
    pub(in crate::app) fn at_the_urn(&mut self, action: Action, key: Key, view: &View) -> Option<Step> {
        let stage = self.stage(view.sitting)?;
        let step = self.at_that_stage(stage, action, key, view);
        self.urn.stage = self.stage(view.sitting).unwrap_or_default();
        step
    }

    fn at_that_stage(&mut self, stage: Stage, action: Action, key: Key, view: &View) -> Option<Step> {
        let warned = self.urn.warned.take();
        Some(match stage {
            Stage::Signing => return self.sign(action, warned, view),
            Stage::Emptied => return self.say_how_many(action, key, view),
            Stage::Reading | Stage::ReadingAgain if self.urn.seeking.is_some() => {
                let step = self.seek(action, key, view);
                self.unless_said(step, view)
            }
            Stage::Reading | Stage::ReadingAgain if self.urn.at.is_some() => {
                let step = self.type_totals(action, key, view);
                self.unless_said(step, view)
            }
            Stage::Reading | Stage::ReadingAgain => return self.read(action, key, warned, view),
            Stage::Final => match action {
                Action::Proclaim => self.after_the_round(view.sitting),
                Action::NoNames | Action::NoFigures => Step::Say(Said::plain(words::TOTALS_ARE_FINAL)),
                _ => return None,
            },
        })
    }

    /// How many ballots were found in the urn: as many as signed, or the number typed.
    fn say_how_many(&mut self, action: Action, key: Key, view: &View) -> Option<Step> {
        let signed = self.signed(view.sitting).map_or(0, |(_, signed)| signed);
        Some(match action {
            Action::Digit => self.type_a_digit(key),
            Action::TakeBack if self.urn.typed.pop().is_some() => Step::Stay,
            Action::TakeBack => Step::Undo,
            Action::Proclaim | Action::TypeTotals => {
                let found = self.urn.typed.parse().unwrap_or(signed);
                self.urn.typed.clear();
                self.urn.in_urn = Some(found);
                if action == Action::TypeTotals {
                    self.urn.at = Some(0);
                }
                let told = words::found(found, signed);
                Step::Say(if found == signed { Said::plain(told) } else { Said::refused(told) })
            }
            Action::NoNames => Step::Say(Said::plain(words::HOW_MANY_FIRST)),
            _ => return None,
        })
    }

    fn type_a_digit(&mut self, key: Key) -> Step {
        let Some(digit) = key.digit() else { return Step::Stay };
        // No council has ten thousand ballots: a digit too many is a slip.
        if self.urn.typed.len() < 4 {
            self.urn.typed.push_str(&digit.to_string());
            return Step::Stay;
        }
        Step::Say(Said::plain(words::NUMBER_TOO_LONG))
    }

    /// One ballot after the other.
    fn read(&mut self, action: Action, key: Key, warned: Option<Action>, view: &View) -> Option<Step> {
        let roster = &view.sitting.docket().roster;
        let read = match action {
            Action::ReadLetter => match self.of_the_letter(key, view.sitting) {
                Some(read) => read,
                None => {
                    return Some(Step::Say(Said::plain(words::no_such_letter(
                        key.text(),
                        self.is_by_name(view.sitting),
                    ))));
                }
            },
            Action::ReadOut(sense) => match sense {
                super::Sense::For => Read::Ticket(Ticket::For),
                super::Sense::Against => Read::Ticket(Ticket::Against),
                super::Sense::Blank => Read::Blank,
                super::Sense::Null => Read::Null,
            },
            Action::TakeBack => return Some(self.take_a_ballot_back()),
            Action::ReadAgain => return Some(self.begin_again(warned)),
            Action::ReadOther if self.is_by_name(view.sitting) => {
                self.urn.seeking = Some(Picker::default());
                return Some(self.unless_said(Step::Stay, view));
            }
            Action::ReadOther => return Some(Step::Say(Said::plain(words::LISTS_ALONE))),
            Action::TypeTotals => {
                self.urn.at = Some(0);
                return Some(self.unless_said(Step::Stay, view));
            }
            Action::Proclaim => return Some(self.make_final(warned)),
            _ => return None,
        };
        Some(self.one_more(&read, roster))
    }

    fn one_more(&mut self, read: &Read, roster: &Roster) -> Step {
        if self.urn.left() == 0 {
            return Step::Say(Said::refused(words::all_are_read(self.urn.in_urn.unwrap_or(0))));
        }
        self.urn.read_out(read.clone());
        let told = words::read_out(&line_name(read, roster), self.urn.ballots(read), self.urn.left());
        Step::Say(if self.urn.agrees() { self.all_read(&told) } else { Said::plain(told) })
    }

    /// Which total is being typed, or who is being looked for, where nothing else is to be said.
    fn unless_said(&self, step: Step, view: &View) -> Step {
        let roster = &view.sitting.docket().roster;
        if step != Step::Stay {
            return step;
        }
        if let Some(picker) = &self.urn.seeking {
            let picked = picker.picked().map(|member| roster.listed(member));
            return Step::Say(Said::plain(words::seeking(picker.query(), picked.as_deref())));
        }
        let lines = self.lines(view.sitting);
        let Some(line) = self.urn.at.and_then(|at| lines.get(at)) else { return step };
        Step::Say(Said::plain(words::typing(&line_name(&line.of, roster), &self.urn.typed, line.ballots)))
    }

    /// The last ballot is read: the totals agree, or the two readings do not.
    fn all_read(&self, told: &str) -> Said {
        if self.urn.differs() {
            return Said::refused(format!("{told} {}", words::DIFFERS));
        }
        Said::done(format!("{told} {}", words::AGREES))
    }

    fn of_the_letter(&self, key: Key, sitting: &Sitting) -> Option<Read> {
        let letter = key.letter()?.to_ascii_uppercase();
        self.lines(sitting).into_iter().find(|line| line.letter == Some(letter)).map(|line| line.of)
    }

    fn take_a_ballot_back(&mut self) -> Step {
        if self.urn.take_back() {
            return Step::Say(Said::done(words::taken_back(self.urn.left())));
        }
        if self.urn.counted() > 0 {
            return Step::Say(Said::plain(words::ONLY_THE_LAST));
        }
        if self.urn.take_the_first_reading_back() {
            return Step::Say(Said::done(words::FIRST_TOTALS_BACK));
        }
        // Nothing is read: how many were found is asked again.
        self.urn.in_urn = None;
        Step::Stay
    }

    fn begin_again(&mut self, warned: Option<Action>) -> Step {
        let counted = self.urn.counted();
        if counted == 0 {
            return Step::Say(Said::plain(words::NOTHING_READ));
        }
        if !self.urn.agrees() && warned != Some(Action::ReadAgain) {
            self.urn.warned = Some(Action::ReadAgain);
            return Step::Say(Said::plain(words::begin_again(counted, self.urn.in_urn.unwrap_or(0))));
        }
        self.urn.read_again();
        let told = if self.urn.before.is_some() { words::READ_AGAIN_BESIDE } else { words::READ_AGAIN };
        Step::Say(Said::done(told))
    }

    /// The totals are final once they agree; of two readings that differ, the second is taken when that is asked twice.
    fn make_final(&mut self, warned: Option<Action>) -> Step {
        if self.urn.agrees() && self.urn.differs() && warned != Some(Action::Proclaim) {
            self.urn.warned = Some(Action::Proclaim);
            return Step::Say(Said::refused(words::DIFFERS_TAKE_THE_SECOND));
        }
        Step::Ask(Command::CountBallots(CountedBallots {
            report: self.report.clone(),
            on: self.on.clone(),
            count: self.urn.count(),
        }))
    }

    /// The total of a line is typed; Enter goes to the next one, and leaves where every ballot is told.
    fn type_totals(&mut self, action: Action, key: Key, view: &View) -> Step {
        let lines = self.lines(view.sitting);
        let last = lines.len().saturating_sub(1);
        let at = self.urn.at.unwrap_or(0).min(last);
        match action {
            Action::Digit => return self.type_a_digit(key),
            Action::ReadLetter => {
                let letter = key.letter().map(|letter| letter.to_ascii_uppercase());
                let Some(place) = lines.iter().position(|line| line.letter == letter) else {
                    return Step::Say(Said::plain(words::no_such_letter(key.text(), self.is_by_name(view.sitting))));
                };
                self.set_total(at, &lines);
                self.urn.at = Some(place);
            }
            Action::Erase if self.urn.typed.is_empty() => self.urn.at = None,
            Action::Erase => {
                self.urn.typed.pop();
            }
            Action::Up => {
                self.set_total(at, &lines);
                self.urn.at = Some(at.saturating_sub(1));
            }
            Action::Down => {
                self.set_total(at, &lines);
                self.urn.at = Some((at + 1).min(last));
            }
            Action::Answer => {
                self.set_total(at, &lines);
                self.urn.at = Some(at + 1).filter(|next| *next <= last && !self.urn.agrees());
                if self.urn.at.is_none() {
                    return Step::Say(if self.urn.agrees() {
                        self.all_read("")
                    } else {
                        Said::plain(words::told_so_far(self.urn.counted(), self.urn.in_urn.unwrap_or(0)))
                    });
                }
            }
            Action::Leave => {
                self.urn.typed.clear();
                self.urn.at = None;
            }
            _ => {}
        }
        Step::Stay
    }

    fn set_total(&mut self, at: usize, lines: &[super::Line]) {
        let typed = std::mem::take(&mut self.urn.typed);
        if let (Ok(total), Some(line)) = (typed.parse(), lines.get(at)) {
            *self.urn.ballots_mut(&line.of) = total;
            self.urn.last = None;
        }
    }

    /// A member who is no candidate is looked for: Enter reads a ballot for him out.
    fn seek(&mut self, action: Action, key: Key, view: &View) -> Step {
        let Some(picker) = self.urn.seeking.as_mut() else { return Step::Stay };
        match action {
            Action::Search => {
                if let Some(letter) = key.text() {
                    picker.search(letter, view.directory);
                }
            }
            Action::Erase if picker.query().is_empty() => self.urn.seeking = None,
            Action::Erase => picker.erase(view.directory),
            Action::Up => picker.walk(-1, view.directory),
            Action::Down => picker.walk(1, view.directory),
            Action::Leave => self.urn.seeking = None,
            Action::Answer => {
                if !picker.undecided().is_empty() {
                    return Step::Say(undecided(picker, view));
                }
                let Some(member) = picker.picked().cloned() else {
                    picker.spend();
                    return Step::Say(Said::plain(said::no_name(picker.query())));
                };
                self.urn.seeking = None;
                return self.one_more(&Read::Ticket(Ticket::Member(member)), &view.sitting.docket().roster);
            }
            _ => {}
        }
        Step::Stay
    }

    /// The totals are final: what follows from the result.
    fn after_the_round(&self, sitting: &Sitting) -> Step {
        match self.result(sitting) {
            Some(RoundResult::Tied(_)) => Step::Begin(vec![Answer::Chosen(Item::Gesture(Gesture::Eldest))]),
            Some(_) if !self.is_over(sitting) => {
                Step::Ask(Command::NextRound(NextRound { report: self.report.clone() }))
            }
            _ => self.go_on(sitting),
        }
    }
}

/// What a line is called.
fn line_name(line: &Read, roster: &Roster) -> String {
    match line {
        Read::Ticket(ticket) => urn::ticket(ticket, roster),
        Read::Blank => urn::BLANK.to_owned(),
        Read::Null => urn::NULL.to_owned(),
    }
}

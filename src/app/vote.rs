//! What is put to the vote: a text, what is put before it, or several reports at once. By exception everyone is presumed
//! for, and she marks the others; in a roll call the next one is called.

use crate::council::ballot::{Choice, Vote};
use crate::council::command::{Command, Voices};
use crate::council::finding::ReportFinding;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::outcome::Outcome;
use crate::council::proposal::{ProposalId, ProposalState};
use crate::council::sitting::{Progress, Sitting};
use crate::council::step::OpenedProposal;
use crate::council::voices;
use crate::council::way::Way;
use crate::french::screen::gesture::Gesture;
use crate::french::screen::{said, search as search_words, told};

use super::context::Context;
use super::gesture::{Answer, Item};
use super::keymap::Action;
use super::picker::{Picker, figures, undecided};
use super::step::{Said, Step};
use super::urn::{Stage, Urn};
use super::{Key, View};

/// The state of the vote screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteScreen {
    /// The report shown: being voted, or done; of those put to one vote, the first.
    pub report: ReportId,
    /// The proposal shown; none for the text.
    pub on: Option<ProposalId>,
    /// Of the reports put to one vote, the one that the marks go to; none for all of them.
    pub only: Option<ReportId>,
    /// The search, and who is picked.
    pub picker: Picker,
    /// How many rows of what is told are scrolled away.
    pub scroll: usize,
    /// The urn of a secret ballot, as the tellers see it.
    pub urn: Urn,
}

impl VoteScreen {
    /// Shows a report.
    #[must_use]
    pub fn of(report: ReportId) -> Self {
        Self { report, on: None, only: None, picker: Picker::with_groups(), scroll: 0, urn: Urn::default() }
    }

    /// Shows what is on the floor.
    #[must_use]
    pub fn on(report: ReportId, on: Option<ProposalId>) -> Self {
        Self { on, ..Self::of(report) }
    }

    /// The report that the marks go to: the one that is shown alone, or the first.
    #[must_use]
    pub fn shown(&self) -> &ReportId {
        self.only.as_ref().unwrap_or(&self.report)
    }

    /// The vote shown.
    #[must_use]
    pub fn vote<'a>(&self, sitting: &'a Sitting) -> Option<&'a Vote> {
        sitting.vote_on(self.shown(), self.on.as_ref())
    }

    /// Whether the text shown waits for what was put before it, and is not voted yet.
    #[must_use]
    pub fn waits(&self, sitting: &Sitting) -> bool {
        let is_open = matches!(sitting.progress(&self.report), Some(Progress::Opened(_)));
        self.on.is_none() && is_open && sitting.handling(&self.report).pending().next().is_some()
    }

    /// Whether what is shown is over.
    #[must_use]
    pub fn is_done(&self, sitting: &Sitting) -> bool {
        sitting.done_on(self.shown(), self.on.as_ref()).is_some()
            || matches!(sitting.progress(self.shown()), Some(Progress::Done(_)))
    }

    /// Whether what is shown calls for a vote, or may be put to one.
    fn may_be_voted(&self, sitting: &Sitting) -> bool {
        let kind = sitting.docket().agenda.report(self.shown()).map(|report| report.kind);
        self.on.is_some() || kind.is_some_and(ReportKind::may_be_voted)
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self, sitting: &Sitting) -> Context {
        if let Some(context) = self.context_of_the_urn(sitting) {
            return context;
        }
        let names = self.vote(sitting).map(|vote| vote.way);
        if self.is_done(sitting) {
            // What is over is looked at in one way, whatever was recorded of it.
        } else if self.waits(sitting) {
            return Context::Waits;
        } else if names == Some(Way::WithoutVote) {
            return if self.may_be_voted(sitting) { Context::Told } else { Context::Heard };
        } else if names.is_some_and(|way| !way.names()) {
            return Context::Counted;
        }
        if !self.picker.query().is_empty() {
            Context::VoteSearch
        } else if self.picker.is_walking() {
            Context::VoteWalk
        } else {
            Context::Vote
        }
    }

    /// An action was accepted or refused: the search empties itself, a walk goes on where it was.
    pub fn settle(&mut self) {
        if !self.picker.is_walking() {
            self.picker.clear();
        }
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, key: Key, view: &View) -> Step {
        if let Some(step) = self.at_the_urn(action, key, view) {
            return step;
        }
        if let Some(step) = self.where_nobody_is_named(action, view) {
            return step;
        }
        match action {
            Action::Search => match key.text() {
                Some(letter) => {
                    self.picker.search(letter, view.directory);
                    // Whoever meant the figures of the vote learns how they are noted.
                    if figures(self.picker.query()).is_some_and(|it| it == self.picker.query()) {
                        return Step::Say(Said::plain(search_words::BY_NUMBER));
                    }
                }
                None => return Step::Stay,
            },
            Action::Erase => self.picker.erase(view.directory),
            Action::Leave => self.picker.clear(),
            Action::Up => self.picker.walk(-1, view.directory),
            Action::Down => self.picker.walk(1, view.directory),
            Action::Left => return self.aside(-1, view),
            Action::Right => return self.aside(1, view),
            Action::Choose(_) | Action::Next | Action::Card | Action::Recuse => return self.pick(action, view),
            Action::Ways if !self.may_be_voted(view.sitting) => {
                let refused = ReportFinding::NotVoted(self.shown().clone()).into();
                return Step::Say(Said::plain(said::finding(&refused, &view.sitting.docket().roster)));
            }
            Action::Ways => {
                self.picker.clear();
                return Step::Begin(vec![Answer::Chosen(Item::Gesture(Gesture::Way))]);
            }
            Action::Proclaim => return self.go_on(view.sitting),
            Action::Back => return Step::ToAgenda,
            _ => {}
        }
        Step::Stay
    }

    /// What concerns the one picked, or in a roll call the next one to be called.
    fn pick(&mut self, action: Action, view: &View) -> Step {
        let roster = &view.sitting.docket().roster;
        let vote = self.vote(view.sitting);
        if let Some(group) = self.picker.picked_group().map(str::to_owned) {
            let voices = vote.map_or_else(Vec::new, |vote| voices::of_group(&group, vote, roster));
            return match action {
                Action::Choose(_) if voices.is_empty() => {
                    self.picker.spend();
                    Step::Say(Said::plain(told::nobody_of_the_group(&group)))
                }
                Action::Choose(choice) => self.say(voices.iter(), choice, view.sitting),
                _ => {
                    self.picker.spend();
                    Step::Say(Said::plain(told::WHOLE_GROUP))
                }
            };
        }
        let called = || vote.and_then(|vote| voices::next_called(vote, roster)).filter(|_| action.answers());
        let at_rest = self.picker.query().is_empty();
        let Some(member) = self.picker.picked().or_else(|| called().filter(|_| at_rest)) else {
            self.picker.spend();
            return Step::Say(Said::plain(said::no_name(self.picker.query())));
        };
        if action != Action::Card && !self.picker.undecided().is_empty() {
            return Step::Say(undecided(&self.picker, view));
        }
        match action {
            Action::Card => Step::ToCard(member.clone()),
            Action::Recuse => self.recuse(member, view),
            Action::Choose(choice) => self.mark(member, choice, view),
            _ => self.mark(member, next_choice(vote, member), view),
        }
    }

    /// Where no names are recorded, or the text waits, nothing is marked: the arrows read on, letters say so.
    fn where_nobody_is_named(&mut self, action: Action, view: &View) -> Option<Step> {
        let sitting = view.sitting;
        let vote = self.vote(sitting)?;
        let waits = self.waits(sitting);
        let signs = self.stage(sitting) == Some(Stage::Signing);
        if signs || (vote.way.names() && !waits) || self.is_done(sitting) {
            return None;
        }
        Some(match action {
            Action::Up => {
                self.scroll = self.scroll.saturating_sub(1);
                Step::Stay
            }
            Action::Down => {
                let rows = told::rows(self.shown(), sitting).len();
                self.scroll = (self.scroll + 1).min(rows.saturating_sub(1));
                Step::Stay
            }
            Action::NoFigures if !waits && vote.way == Way::Figures => Step::Say(Said::plain(told::FIGURES_BY_TAB)),
            Action::NoNames | Action::NoFigures => {
                let next = sitting.handling(&self.report).pending().next().filter(|_| waits);
                Step::Say(Said::plain(match next {
                    Some(proposed) => told::text_waits(&proposed.proposal.id),
                    None => told::no_names(vote.way, self.may_be_voted(sitting)).to_owned(),
                }))
            }
            _ => return None,
        })
    }

    /// Enter: what is shown is proclaimed, and what comes next is put to the vote in the same gesture.
    pub(super) fn go_on(&self, sitting: &Sitting) -> Step {
        let report = self.report.clone();
        let waiting = sitting.handling(&report).pending().find(|it| it.state == ProposalState::Waiting);
        if let (true, Some(proposed)) = (self.waits(sitting), waiting) {
            return Step::Ask(Command::OpenProposal(OpenedProposal { report, id: proposed.proposal.id.clone() }));
        }
        let ends_the_report = match &self.on {
            None => true,
            Some(id) => {
                let outcome = self.vote(sitting).and_then(Outcome::of_vote);
                id.ends_the_report() && outcome.is_some_and(Outcome::is_adopted)
            }
        };
        let next = sitting.report_after(&report).filter(|_| ends_the_report);
        let then_with = next.map_or_else(Vec::new, |next| voted_with(sitting, &next.id));
        let then_open = next.map(|next| next.id.clone());
        Step::Ask(Command::Proclaim { report, on: self.on.clone(), at: None, then_open, then_with })
    }

    /// Left or right: from one vote to the next where there are several; else, and while a seat is walked from, along the
    /// seats of the room.
    fn aside(&mut self, by: isize, view: &View) -> Step {
        let names = self.vote(view.sitting).is_some_and(|vote| vote.way.names());
        let names = names || self.stage(view.sitting) == Some(Stage::Signing);
        if !names || (self.picker.picked().is_none() && self.has_several(view.sitting)) {
            return self.narrow(by, view.sitting);
        }
        let seats = view.seating.seats();
        let last = seats.len().saturating_sub(1);
        let to = match self.picker.picked().and_then(|member| view.seating.place(member)) {
            Some(place) => place.saturating_add_signed(by).min(last),
            None if by < 0 => last,
            None => 0,
        };
        if let Some(seat) = seats.get(to) {
            self.picker.point(&seat.member, view.directory);
        }
        Step::Stay
    }

    /// Whether there are several votes to go through.
    fn has_several(&self, sitting: &Sitting) -> bool {
        if self.is_done(sitting) {
            return sitting.votes_done(self.shown()).count() > 1;
        }
        self.on.is_none() && sitting.vote_on(&self.report, None).is_some_and(|vote| !vote.together.is_empty())
    }

    /// Goes from one to the next: of the reports put to one vote, all of them first; of a report that is done, its votes.
    fn narrow(&mut self, by: isize, sitting: &Sitting) -> Step {
        if self.is_done(sitting) {
            let votes: Vec<Option<&ProposalId>> = sitting.votes_done(self.shown()).map(|(on, _)| on).collect();
            let at = votes.iter().position(|on| *on == self.on.as_ref()).unwrap_or(0);
            let to = at.saturating_add_signed(by).min(votes.len().saturating_sub(1));
            match votes.get(to) {
                Some(on) if votes.len() > 1 => self.on = on.cloned(),
                _ => return Step::Say(Said::plain(told::ONE_VOTE)),
            }
            return Step::Stay;
        }
        let together = sitting.vote_on(&self.report, None).map_or(&[] as &[ReportId], |vote| &vote.together);
        if together.is_empty() || self.on.is_some() {
            return Step::Say(Said::plain(told::ONE_VOTE));
        }
        let at = self.only.as_ref().and_then(|only| together.iter().position(|id| id == only)).map_or(0, |at| at + 1);
        let to = at.saturating_add_signed(by).min(together.len());
        self.only = to.checked_sub(1).and_then(|place| together.get(place)).cloned();
        Step::Stay
    }

    /// Keeps a member out of this report, or lets him take part again.
    fn recuse(&self, member: &MemberId, view: &View) -> Step {
        let (member, report) = (member.clone(), self.shown().clone());
        let is_recused = view.sitting.recusals(&report).contains_key(&member);
        let is_done = view.sitting.progress(&report).and_then(Progress::done).is_some();
        let (gesture, answers) = if is_done {
            // Nothing is begun in a vote that is over: what was wrong in it is rectified.
            (Gesture::Rectify, vec![Answer::Chosen(Item::Report(report)), Answer::Member(member)])
        } else if is_recused {
            (Gesture::EndRecusal, vec![Answer::Chosen(Item::Recusal(member, report))])
        } else {
            (Gesture::Recuse, vec![Answer::Member(member), Answer::Chosen(Item::Report(report))])
        };
        let gesture = std::iter::once(Answer::Chosen(Item::Gesture(gesture)));
        Step::Begin(gesture.chain(answers).collect())
    }

    fn mark(&self, member: &MemberId, choice: Choice, view: &View) -> Step {
        match self.vote(view.sitting) {
            Some(vote) => self.say(voices::of_member(member, vote), choice, view.sitting),
            None => self.say(std::iter::once(member), choice, view.sitting),
        }
    }

    /// Whether what is said goes for every report put to one vote.
    #[must_use]
    pub fn marks_all(&self, sitting: &Sitting) -> bool {
        let together = || sitting.vote_on(&self.report, None).is_some_and(|vote| !vote.together.is_empty());
        self.only.is_none() && self.on.is_none() && !self.is_done(sitting) && together()
    }

    /// What these voices say, in the report shown or in all those put to one vote.
    fn say<'a>(&self, voices: impl Iterator<Item = &'a MemberId>, choice: Choice, sitting: &Sitting) -> Step {
        Step::Ask(Command::SetVoices(Voices {
            report: self.shown().clone(),
            on: self.on.clone(),
            everywhere: self.marks_all(sitting),
            voices: voices.map(|voice| (voice.clone(), choice)).collect(),
        }))
    }
}

/// The reports that the session file puts to one vote with that one, itself left out.
#[must_use]
pub fn voted_with(sitting: &Sitting, report: &ReportId) -> Vec<ReportId> {
    let announced =
        sitting.docket().agenda.report(report).into_iter().flat_map(|report| sitting.announced_with(report));
    announced.filter(|other| *other != report).cloned().collect()
}

/// The choice after the one that the voice has: for, against, abstention, taking no part, for. Who was not called yet says
/// for first.
pub(super) fn next_choice(vote: Option<&Vote>, member: &MemberId) -> Choice {
    let said = vote.and_then(|vote| vote.choice(member));
    if said.is_none() && vote.is_some_and(|vote| vote.way == Way::RollCall) {
        return Choice::For;
    }
    let now = said.unwrap_or(Choice::For);
    let mut choices = Choice::ALL.iter().copied().cycle().skip_while(|choice| *choice != now).skip(1);
    choices.next().unwrap_or(Choice::Against)
}

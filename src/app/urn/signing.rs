//! *Émargement* by keys: who put no ballot into the urn is marked, then it is closed.

use super::Missing;
use crate::app::View;
use crate::app::gesture::{Answer, Item};
use crate::app::keymap::Action;
use crate::app::picker::undecided;
use crate::app::step::{Said, Step};
use crate::app::vote::VoteScreen;
use crate::council::ballot::Vote;
use crate::council::command::Command;
use crate::council::finding::Finding;
use crate::council::id::MemberId;
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::council::step::CloseUrn;
use crate::council::voices;
use crate::french::screen::gesture::Gesture;
use crate::french::screen::{at_the_urn as words, said};

impl VoteScreen {
    pub(super) fn sign(&mut self, action: Action, warned: Option<Action>, view: &View) -> Option<Step> {
        Some(match action {
            Action::Sign(has_signed) => self.mark_unsigned(Some(has_signed), view),
            Action::Next => self.mark_unsigned(None, view),
            Action::Proclaim => self.close(view),
            Action::TakeBack => self.take_a_mark_back(warned),
            Action::Left | Action::Right if self.picker.picked().is_none() => Step::Stay,
            _ => return None,
        })
    }

    /// Marks who is picked, each voice apart, a group whole; without a word for it, the other way round than it stands.
    fn mark_unsigned(&mut self, has_signed: Option<bool>, view: &View) -> Step {
        let (sitting, roster) = (view.sitting, &view.sitting.docket().roster);
        let Some(vote) = self.vote(sitting) else { return Step::Stay };
        let marked: Vec<MemberId> = if let Some(group) = self.picker.picked_group() {
            of_group(group, vote, roster)
        } else if let Some(member) = self.picker.picked() {
            vec![member.clone()]
        } else {
            self.picker.spend();
            return Step::Say(Said::plain(said::no_name(self.picker.query())));
        };
        if !self.picker.undecided().is_empty() {
            return Step::Say(undecided(&self.picker, view));
        }
        let (voices, silent): (Vec<MemberId>, Vec<MemberId>) =
            marked.into_iter().partition(|member| vote.may_sign(member));
        if voices.is_empty() {
            self.picker.spend();
            return Step::Say(match silent.into_iter().next() {
                Some(member) => Said::refused(said::refusal(&Finding::NoVoice(member), roster)),
                None => Said::plain(words::NOBODY_OF_THE_GROUP),
            });
        }
        let unsigns = match has_signed {
            Some(has_signed) => !has_signed,
            None => voices.iter().any(|voice| !self.urn.unsigned.contains(voice)),
        };
        for voice in &voices {
            if unsigns {
                self.urn.unsigned.insert(voice.clone());
            } else {
                self.urn.unsigned.remove(voice);
            }
        }
        let told = match voices.as_slice() {
            [voice] if unsigns => {
                let carried = vote.room.carried_by(voice);
                let left: Vec<&MemberId> = carried.filter(|it| !self.urn.unsigned.contains(*it)).collect();
                words::has_not_signed(voice, &left, roster)
            }
            [voice] => words::has_signed(voice, roster),
            several => words::several_signed(several.len(), !unsigns),
        };
        self.urn.marked = if unsigns { voices } else { vec![] };
        self.settle();
        Step::Say(Said::done(told))
    }

    /// The mark made last is taken away; behind it, the last action is, once she was told what it loses.
    fn take_a_mark_back(&mut self, warned: Option<Action>) -> Step {
        let marked = std::mem::take(&mut self.urn.marked);
        if !marked.is_empty() {
            self.urn.unsigned.retain(|voice| !marked.contains(voice));
            return Step::Say(Said::done(words::MARK_TAKEN_BACK));
        }
        if !self.urn.unsigned.is_empty() && warned != Some(Action::TakeBack) {
            self.urn.warned = Some(Action::TakeBack);
            return Step::Say(Said::plain(words::undo_over_marks(self.urn.unsigned.len())));
        }
        Step::Undo
    }

    /// Closes the urn; where something must be known first, it is asked instead.
    fn close(&mut self, view: &View) -> Step {
        let begin = |gesture| Step::Begin(vec![Answer::Chosen(Item::Gesture(gesture))]);
        for missing in self.missing(view.sitting) {
            match missing {
                Missing::Lists => return begin(Gesture::Lists),
                Missing::Posts if self.is_by_list(view.sitting) => return begin(Gesture::Posts),
                _ => {}
            }
        }
        let Some(vote) = self.vote(view.sitting) else { return Step::Stay };
        let voters = vote.may_have_signed().filter(|voice| !self.urn.unsigned.contains(*voice)).cloned().collect();
        Step::Ask(Command::CloseUrn(CloseUrn {
            report: self.report.clone(),
            on: self.on.clone(),
            voters: Some(voters),
            all_but: vec![],
            opened_at: self.urn.opened_at,
            at: None,
        }))
    }

    fn is_by_list(&self, sitting: &Sitting) -> bool {
        self.elects(sitting) && !self.is_by_name(sitting)
    }
}

/// The voices of a political group, and those of its members who left since the urn was opened.
fn of_group(group: &str, vote: &Vote, roster: &Roster) -> Vec<MemberId> {
    let mut all = voices::of_group(group, vote, roster);
    let members = roster.everyone().filter(|member| member.group.as_deref() == Some(group)).map(|member| &member.id);
    let left = members.filter(|member| vote.may_sign(member) && !vote.room.has_voice(member));
    all.extend(left.cloned());
    all
}

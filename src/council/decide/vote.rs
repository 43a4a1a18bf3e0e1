//! The votes: a report is opened, voices are recorded, the result is proclaimed, and rectified.

use std::collections::BTreeSet;

use super::{Consequences, Refused};
use crate::council::ballot::{Choice, DecisionRule, Vote};
use crate::council::chair::ChairTitle;
use crate::council::command::Command;
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Subject;
use crate::council::outcome::Outcome;
use crate::council::sitting::{Progress, Sitting, Stage};
use crate::council::tally::Tally;

impl Sitting {
    /// What is irregular in opening that report now.
    fn may_open(&self, report: &ReportId) -> Result<Vec<Finding>, Refused> {
        self.on_the_agenda(report)?;
        match self.progress(report) {
            Some(Progress::Done(_)) => Err(Finding::ReportDone(report.clone()).into()),
            Some(Progress::Opened(_)) => Err(Finding::ReportStillOpen(report.clone()).into()),
            None => {
                let missing = self.missing_quorum(self.quorum_for(report), &self.room());
                Ok(missing.into_iter().chain(self.chair_away(Some(report))).collect())
            }
        }
    }

    pub(super) fn open_report_command(&self, report: &ReportId) -> Consequences {
        self.in_session()?;
        self.no_report_open()?;
        let warnings = self.may_open(report)?;
        Ok((vec![Event::ReportOpened { report: report.clone() }], warnings))
    }

    fn open_vote(&self, report: &ReportId) -> Result<&Vote, Refused> {
        self.in_session()?;
        self.on_the_agenda(report)?;
        match self.progress(report) {
            Some(Progress::Opened(vote)) => Ok(vote),
            Some(Progress::Done(_)) => Err(Finding::ReportDone(report.clone()).into()),
            None => Err(Finding::ReportNotOpen(report.clone()).into()),
        }
    }

    pub(super) fn set_voices(&self, report: &ReportId, voices: &[(MemberId, Choice)]) -> Consequences {
        let vote = self.open_vote(report)?;
        let mut findings = self.impossible_voices(vote, voices);
        let changed = voices.iter().filter(|(member, choice)| vote.choice(member).is_some_and(|now| now != *choice));
        let set = |(member, choice): &(MemberId, Choice)| Event::VoiceSet {
            report: report.clone(),
            member: member.clone(),
            choice: *choice,
        };
        let events: Vec<Event> = changed.map(set).collect();
        if findings.is_empty() && events.is_empty() {
            findings.push(Finding::NothingToDo);
        }
        if findings.is_empty() { Ok((events, vec![])) } else { Err(Refused { findings }) }
    }

    /// Voices of strangers, said twice, or of those who have none in that room.
    fn impossible_voices(&self, vote: &Vote, voices: &[(MemberId, Choice)]) -> Vec<Finding> {
        let mut seen = BTreeSet::new();
        let mut wrong = |member: &MemberId| {
            if !self.docket().roster.contains(member) {
                Some(Finding::UnknownMember(member.clone()))
            } else if !seen.insert(member.clone()) {
                Some(Finding::VoiceTwice(member.clone()))
            } else if !vote.room.has_voice(member) {
                Some(Finding::NoVoice(member.clone()))
            } else {
                None
            }
        };
        voices.iter().filter_map(|(member, _)| wrong(member)).collect()
    }

    pub(super) fn proclaim(&self, report: &ReportId, at: Option<Hour>, then_open: Option<&ReportId>) -> Consequences {
        let vote = self.open_vote(report)?;
        let tally = Tally::of(vote);
        let outcome = Outcome::of_vote(vote);
        let mut warnings = self.irregular_result(report, vote, outcome);
        warnings.extend(self.chair_gone(report));
        let mut events = vec![Event::Proclaimed { report: report.clone(), tally, outcome, at }];
        events.extend(self.numbered(report, outcome));
        if let Some(next) = then_open {
            warnings.extend(self.may_open(next)?);
            events.push(Event::ReportOpened { report: next.clone() });
        }
        Ok((events, warnings))
    }

    fn irregular_result(&self, report: &ReportId, vote: &Vote, outcome: Outcome) -> Vec<Finding> {
        let rules = self.rules();
        let nothing_cast = vote.choices().all(|(_, choice)| !matches!(choice, Choice::For | Choice::Against));
        let mut findings = Vec::new();
        if nothing_cast {
            let subject = if vote.rule == DecisionRule::Accounts { Subject::Accounts } else { Subject::Majority };
            findings.push(Finding::NothingCast { adopted: outcome.is_adopted(), article: rules.article(subject) });
        }
        if outcome == Outcome::RejectedByTie && vote.rule == DecisionRule::Ordinary {
            findings.push(Finding::TieUndecided(rules.article(Subject::CastingVote)));
        }
        if let Some(president) = &self.docket().meeting.president
            && vote.rule == DecisionRule::Accounts
            && (vote.room.has_voice(president) || vote.chair.as_ref() == Some(president))
        {
            let (president, report) = (president.clone(), report.clone());
            let article = rules.article(Subject::Accounts);
            findings.push(Finding::PresidentAtTheAccounts { president, report, article });
        }
        findings.extend(self.chair_not_elected(report, vote));
        findings
    }

    /// Source: CGCT, art. L.2121-14: where the accounts are debated, the council elects who presides. The president of the
    /// body is said by a finding of its own.
    fn chair_not_elected(&self, report: &ReportId, vote: &Vote) -> Option<Finding> {
        let article = self.rules().article(Subject::Accounts)?;
        let chair = vote.chair.as_ref().filter(|chair| self.docket().meeting.president.as_ref() != Some(*chair))?;
        (vote.rule == DecisionRule::Accounts && vote.chair_title != Some(ChairTitle::Elected)).then(|| {
            let (chair, report) = (chair.clone(), report.clone());
            Finding::ChairOfTheAccountsNotElected { chair, report, article: Some(article) }
        })
    }

    pub(super) fn rectify(&self, command: &Command) -> Consequences {
        let Command::Rectify { report, reason, presences, voices, at } = command else {
            return Err(Finding::NothingToDo.into());
        };
        if self.stage() == Stage::RollCall {
            return Err(Finding::NotOpen.into());
        }
        self.on_the_agenda(report)?;
        let Some(done) = self.progress(report).and_then(Progress::done) else {
            return Err(Finding::NotProclaimed(report.clone()).into());
        };
        if reason.trim().is_empty() {
            return Err(Finding::ReasonMissing.into());
        }
        let mut seen = BTreeSet::new();
        for (member, _) in presences {
            self.known(member)?;
            if !seen.insert(member) {
                return Err(Finding::VoiceTwice(member.clone()).into());
            }
            if done.vote.room.seat(member).is_none() {
                return Err(Finding::NoSeat(member.clone()).into());
            }
        }
        let vote = done.vote.rectified(&self.docket().roster, &self.rules(), presences, voices);
        let findings = self.impossible_voices(&vote, voices);
        if !findings.is_empty() {
            return Err(Refused { findings });
        }
        if vote == *done.vote {
            return Err(Finding::NothingToDo.into());
        }
        let outcome = Outcome::of_vote(&vote);
        let mut warnings = self.irregular_result(report, &vote, outcome);
        if vote.quorum != done.vote.quorum {
            warnings.extend(self.missing_quorum(vote.quorum, &vote.room));
        }
        let rectified = Event::Rectified {
            report: report.clone(),
            reason: reason.trim().to_owned(),
            presences: presences.clone(),
            voices: voices.clone(),
            tally: Tally::of(&vote),
            outcome,
            at: *at,
        };
        let number = self.numbered(report, outcome).or_else(|| self.unnumbered(report, outcome));
        Ok(([rectified].into_iter().chain(number).collect(), warnings))
    }
}

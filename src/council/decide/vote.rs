//! The votes: a report is opened, voices are recorded, the result is proclaimed.

use std::collections::BTreeSet;

use super::recording::{adds_up, what_changes, within_reach};
use super::{Consequences, Refused};
use crate::council::agenda::Report;
use crate::council::ballot::{Choice, Vote};
use crate::council::chair::ChairTitle;
use crate::council::command::{Command, Voices};
use crate::council::event::Event;
use crate::council::finding::{CannotJoin, Finding, ReportFinding, SecretFinding};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Subject;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Progress, Sitting};
use crate::council::tally::Tally;
use crate::council::way::Way;

impl Sitting {
    /// What is irregular in opening that report now.
    fn may_open(&self, report: &ReportId) -> Result<Vec<Finding>, Refused> {
        self.on_the_agenda(report)?;
        match self.progress(report) {
            Some(Progress::Done(_)) => Err(Finding::ReportDone(report.clone()).into()),
            Some(Progress::Opened(_)) => Err(Finding::ReportStillOpen(report.clone()).into()),
            None => {
                let missing = self.missing_quorum(self.quorum_for(report), &self.room());
                let chair = self.chair_away(Some(report)).or_else(|| self.head_not_installed(report));
                Ok(missing.into_iter().chain(chair).collect())
            }
        }
    }

    pub(super) fn open_report_command(&self, report: &ReportId, with: &[ReportId]) -> Consequences {
        self.in_session()?;
        match self.open_report() {
            Some((open, vote)) if open.id == *report && !with.is_empty() && vote.together.is_empty() => {
                self.join_to(report, vote, with)
            }
            _ => {
                self.no_report_open()?;
                self.open_together(report, with)
            }
        }
    }

    /// Others are put to one vote with the report that is open: a proclamation has opened it before they were announced.
    /// Nothing may have been said in it, since none of that would be theirs.
    fn join_to(&self, report: &ReportId, vote: &Vote, with: &[ReportId]) -> Consequences {
        let is_untouched = vote.way == self.kind_of(report).first_way()
            && !vote.ballot.is_public()
            && vote.choices().all(|(_, choice)| choice == Choice::For);
        if !is_untouched {
            return Err(Finding::ReportStillOpen(report.clone()).into());
        }
        if let Some(why) = self.cannot_join(report, report) {
            return Err(ReportFinding::CannotJoin(report.clone(), why).into());
        }
        // Those that come are held against the one that is open, and not only against each other.
        if let Some((other, why)) = with.iter().find_map(|other| Some((other, self.cannot_join(other, report)?))) {
            return Err(ReportFinding::CannotJoin(other.clone(), why).into());
        }
        let (opened, warnings) = match with {
            [other] => (vec![Event::ReportOpened { report: other.clone(), with: None }], self.may_open(other)?),
            [other, others @ ..] => self.open_together(other, others)?,
            [] => return Err(Finding::NothingToDo.into()),
        };
        let joined = |event| match event {
            Event::ReportOpened { report: other, .. } => {
                Event::ReportOpened { report: other, with: Some(report.clone()) }
            }
            event => event,
        };
        Ok((opened.into_iter().map(joined).collect(), warnings))
    }

    /// The facts that open a report, alone or put to one vote with others, in the order of the agenda.
    fn open_together(&self, report: &ReportId, with: &[ReportId]) -> Consequences {
        let all = || std::iter::once(report).chain(with);
        let mut seen = BTreeSet::new();
        let mut warnings: Vec<Finding> = Vec::new();
        for id in all() {
            // What is irregular is the same for all: the room is.
            for finding in self.may_open(id)? {
                if !warnings.iter().any(|known| known.code() == finding.code()) {
                    warnings.push(finding);
                }
            }
            if !with.is_empty() {
                let twice = (!seen.insert(id)).then_some(CannotJoin::Twice);
                if let Some(why) = twice.or_else(|| self.cannot_join(id, report)) {
                    return Err(ReportFinding::CannotJoin(id.clone(), why).into());
                }
            }
        }
        let reports = self.docket().agenda.reports().map(|report| &report.id);
        let in_order: Vec<&ReportId> = reports.filter(|id| all().any(|of| of == *id)).collect();
        let lead = in_order.first().filter(|_| in_order.len() > 1).copied();
        let open = |id: &&ReportId| Event::ReportOpened {
            report: (*id).clone(),
            with: lead.filter(|lead| lead != id).cloned(),
        };
        Ok((in_order.iter().map(open).collect(), warnings))
    }

    /// Why a report cannot be put to one vote with another.
    fn cannot_join(&self, id: &ReportId, other: &ReportId) -> Option<CannotJoin> {
        let kind = self.docket().agenda.report(id).map(|report| report.kind)?;
        if kind.is_accounts() {
            Some(CannotJoin::Accounts)
        } else if !kind.first_way().is_a_vote() {
            Some(CannotJoin::NoVote)
        } else if self.contest(id).is_some() {
            Some(CannotJoin::Election)
        } else if self.handling(id).pending().next().is_some() {
            Some(CannotJoin::Proposals)
        } else if self.chair_of(id) != self.chair_of(other) {
            Some(CannotJoin::OtherChair)
        } else if self.majority(id).0 != self.majority(other).0 {
            Some(CannotJoin::OtherMajority)
        } else {
            None
        }
    }

    /// The vote that is being taken there; the text's is not while something is put before it.
    pub(super) fn open_vote(&self, report: &ReportId, on: Option<&ProposalId>) -> Result<&Vote, Refused> {
        self.in_session()?;
        self.on_the_agenda(report)?;
        let text = match self.progress(report) {
            Some(Progress::Opened(vote)) => vote,
            Some(Progress::Done(_)) => return Err(Finding::ReportDone(report.clone()).into()),
            None => return Err(Finding::ReportNotOpen(report.clone()).into()),
        };
        match on {
            None => {
                self.no_proposal_open(report)?;
                Ok(text)
            }
            Some(id) => self.open_proposal_vote(report, id),
        }
    }

    pub(super) fn set_voices(&self, asked: &Voices) -> Consequences {
        let Voices { report, on, everywhere, voices } = asked;
        let vote = self.open_vote(report, on.as_ref())?;
        // What is put before a text is put alone.
        if !everywhere || on.is_some() {
            let findings = self.impossible_voices(report, vote, voices);
            if !findings.is_empty() {
                return Err(Refused { findings });
            }
            return what_changes(changed(report, on.as_ref(), vote, voices));
        }
        // In an order of its own, so that the record of what changed gives the same again.
        let mut voices = voices.clone();
        voices.sort();
        let together: Vec<(&Report, &Vote)> = self.open_reports().collect();
        let has_a_voice = |member: &MemberId| together.iter().any(|(_, vote)| vote.room.has_voice(member));
        let mut findings = self.impossible_names(&voices, has_a_voice);
        if findings.is_empty() && !vote.way.names() {
            findings.push(ReportFinding::NoNamesHere(report.clone()).into());
        }
        if !findings.is_empty() {
            return Err(Refused { findings });
        }
        // Who takes no part in one of them has a voice in the others.
        let heard = |vote: &Vote| -> Vec<(MemberId, Choice)> {
            voices.iter().filter(|(member, _)| vote.room.has_voice(member)).cloned().collect()
        };
        what_changes(together.iter().flat_map(|(report, vote)| changed(&report.id, None, vote, &heard(vote))).collect())
    }

    /// Voices of strangers, said twice, of those who have none in that room, or in a vote that records no names.
    pub(super) fn impossible_voices(
        &self,
        report: &ReportId,
        vote: &Vote,
        voices: &[(MemberId, Choice)],
    ) -> Vec<Finding> {
        let mut findings = self.impossible_names(voices, |member| vote.room.has_voice(member));
        if findings.is_empty() && !voices.is_empty() && !vote.way.names() {
            findings.push(ReportFinding::NoNamesHere(report.clone()).into());
        }
        findings
    }

    /// Strangers, members named twice, and those who have no voice there.
    fn impossible_names(&self, voices: &[(MemberId, Choice)], has_voice: impl Fn(&MemberId) -> bool) -> Vec<Finding> {
        let mut seen = BTreeSet::new();
        let mut wrong = |member: &MemberId| {
            if !self.docket().roster.contains(member) {
                Some(Finding::UnknownMember(member.clone()))
            } else if !seen.insert(member.clone()) {
                Some(Finding::VoiceTwice(member.clone()))
            } else if has_voice(member) {
                None
            } else {
                Some(Finding::NoVoice(member.clone()))
            }
        };
        voices.iter().filter_map(|(member, _)| wrong(member)).collect()
    }

    pub(super) fn proclaim(&self, command: &Command) -> Consequences {
        let Command::Proclaim { report, on, at, then_open, then_with } = command else {
            return Err(Finding::NothingToDo.into());
        };
        let vote = self.open_vote(report, on.as_ref())?;
        let (mut events, mut warnings) = match on {
            Some(id) => self.proclaim_the_proposal(report, id, vote, *at)?,
            None => self.proclaim_the_texts(report, vote, *at)?,
        };
        if let Some(next) = then_open {
            let ended = |event: &Event| matches!(event, Event::Proclaimed { on: None, .. });
            if !events.iter().any(ended) {
                return Err(Finding::ReportStillOpen(report.clone()).into());
            }
            // Who is elected presides over what follows; any other result changes nothing of who may open it.
            let (opened, irregular) = if self.contest(report).is_some() {
                let mut after = self.clone();
                for event in &events {
                    after.apply(event);
                }
                after.open_together(next, then_with)?
            } else {
                self.open_together(next, then_with)?
            };
            events.extend(opened);
            warnings.extend(irregular);
        }
        Ok((events, warnings))
    }

    /// The text of a report, and those of the reports put to one vote with it.
    fn proclaim_the_texts(&self, report: &ReportId, vote: &Vote, at: Option<Hour>) -> Consequences {
        let together: Vec<&ReportId> =
            if vote.together.is_empty() { vec![report] } else { vote.together.iter().collect() };
        let (mut events, mut warnings) = (Vec::new(), Vec::new());
        // Each number that is fixed here is taken for the ones behind it; a report alone has none behind it.
        let mut numbering = (!vote.together.is_empty()).then(|| self.clone());
        for report in together {
            let Some(vote) = self.vote_on(report, None) else { continue };
            self.nothing_waits(report)?;
            let outcome = self.result_of(report, None, vote)?;
            // Whoever presides is the same over all, and may be interested in one of them alone.
            for finding in self.irregular_result(report, None, vote, outcome).into_iter().chain(self.chair_gone(report))
            {
                if !warnings.contains(&finding) {
                    warnings.push(finding);
                }
            }
            let tally = Tally::of(vote);
            let proclaimed = Event::Proclaimed { report: report.clone(), on: None, tally, outcome, note: None, at };
            let number = numbering.as_ref().unwrap_or(self).numbered(report, outcome);
            if let Some(numbering) = &mut numbering {
                numbering.apply(&proclaimed);
                if let Some(number) = &number {
                    numbering.apply(number);
                }
            }
            events.push(proclaimed);
            events.extend(number);
            events.extend(self.takes_the_chair(report, outcome, at));
        }
        Ok((events, warnings))
    }

    fn proclaim_the_proposal(&self, report: &ReportId, id: &ProposalId, vote: &Vote, at: Option<Hour>) -> Consequences {
        let outcome = self.result_of(report, Some(id), vote)?;
        let mut warnings = self.irregular_result(report, Some(id), vote, outcome);
        warnings.extend(self.chair_gone(report));
        let proclaimed = |on: Option<&ProposalId>, tally, outcome| Event::Proclaimed {
            report: report.clone(),
            on: on.cloned(),
            tally,
            outcome,
            note: None,
            at,
        };
        let mut events = vec![proclaimed(Some(id), Tally::of(vote), outcome)];
        let end = match id {
            ProposalId::Postponement => Some(Outcome::Postponed),
            ProposalId::PreviousQuestion => Some(Outcome::SetAside),
            ProposalId::Amendment(_) | ProposalId::Part(_) => None,
        };
        events.extend(end.filter(|_| outcome.is_adopted()).map(|end| proclaimed(None, None, end)));
        Ok((events, warnings))
    }

    /// What a vote gives as it stands, or why it cannot be proclaimed.
    pub(super) fn result_of(
        &self,
        report: &ReportId,
        on: Option<&ProposalId>,
        vote: &Vote,
    ) -> Result<Outcome, Refused> {
        let kind = self.docket().agenda.report(report).map(|report| report.kind);
        if vote.way == Way::WithoutVote {
            return self.ended_without_vote(report, kind);
        }
        if let Some(secret) = vote.secret() {
            if on.is_none() && self.contest(report).is_some() {
                return self.outcome_of_the_election(report, secret);
            }
            return Outcome::of_vote(vote).ok_or_else(|| SecretFinding::NotCounted(report.clone()).into());
        }
        let awaited: Vec<MemberId> = vote.awaited().cloned().collect();
        if !awaited.is_empty() {
            return Err(ReportFinding::NotCalledYet(awaited).into());
        }
        if let Some(counts) = vote.counts().filter(|_| vote.way == Way::Figures) {
            adds_up(counts, report, vote)?;
        }
        if let Some(stated) = vote.stated().filter(|_| vote.way == Way::Result) {
            within_reach(stated, vote)?;
        }
        self.public_takes_names(vote.ballot.is_public(), vote.way)?;
        Outcome::of_vote(vote).ok_or_else(|| ReportFinding::NothingRecorded(report.clone()).into())
    }

    pub(super) fn irregular_result(
        &self,
        report: &ReportId,
        on: Option<&ProposalId>,
        vote: &Vote,
        outcome: Outcome,
    ) -> Vec<Finding> {
        let rules = self.rules();
        let tally = Tally::of(vote);
        let mut findings = Vec::new();
        if tally.is_some_and(|tally| tally.cast == 0) {
            let subject = if vote.rule.is_of_the_accounts() { Subject::Accounts } else { Subject::Majority };
            findings.push(Finding::NothingCast { adopted: outcome.is_adopted(), article: rules.article(subject) });
        }
        if outcome == Outcome::RejectedByTie && vote.ballot.is_secret() {
            findings.extend(self.secret_tie());
        } else if outcome == Outcome::RejectedByTie && vote.rule.has_casting_vote() {
            findings.push(Finding::TieUndecided(rules.article(Subject::CastingVote)));
        }
        findings.extend(majority_out_of_reach(vote));
        findings.extend(self.ordinary_from_afar(vote));
        if on.is_some() {
            return findings;
        }
        findings.extend(self.irregular_appointment(report, vote));
        if let Some(president) = &self.docket().meeting.president
            && vote.rule.is_of_the_accounts()
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
        (vote.rule.is_of_the_accounts() && vote.chair_title != Some(ChairTitle::Elected)).then(|| {
            let (chair, report) = (chair.clone(), report.clone());
            Finding::ChairOfTheAccountsNotElected { chair, report, article: Some(article) }
        })
    }
}

/// The voices that would say something else than they do.
fn changed(report: &ReportId, on: Option<&ProposalId>, vote: &Vote, voices: &[(MemberId, Choice)]) -> Vec<Event> {
    let changed = voices.iter().filter(|(member, choice)| vote.choice(member) != Some(*choice));
    let set = |(member, choice): &(MemberId, Choice)| Event::VoiceSet {
        report: report.clone(),
        on: on.cloned(),
        member: member.clone(),
        choice: *choice,
    };
    changed.map(set).collect()
}

/// A majority of the members that no vote of that room could give, however it is recorded.
fn majority_out_of_reach(vote: &Vote) -> Option<Finding> {
    if !vote.way.is_a_vote() {
        return None;
    }
    let majority = vote.rule.majority;
    let needed = majority.needed_of_members(vote.in_office)?;
    let voices = vote.voices();
    (voices < needed).then(|| ReportFinding::MajorityOutOfReach { majority, needed, voices }.into())
}

//! How a vote is recorded: by exception, by roll call, in figures, as a result, without a vote; its mode, its majority.

use super::{Consequences, Refused};
use crate::council::ballot::{Ballot, Choice, Vote};
use crate::council::election::Secrecy;
use crate::council::event::Event;
use crate::council::finding::{CannotJoin, Finding, ReportFinding, SecretFinding};
use crate::council::id::ReportId;
use crate::council::kind::ReportKind;
use crate::council::law::{Subject, Value};
use crate::council::majority::Majority;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Progress, Sitting};
use crate::council::step::{AskedBallot, ChosenMajority, ChosenWay, CountedVoices, StatedResult};
use crate::council::way::{Counts, Stated, Way};

impl Sitting {
    /// What was typed in another way is kept: only how the vote is read changes.
    pub(super) fn choose_way(&self, chosen: &ChosenWay) -> Consequences {
        let ChosenWay { report, on, way } = chosen;
        let vote = self.open_vote(report, on.as_ref())?;
        if !(*way == Way::WithoutVote && on.is_none() && self.may_do_without_the_urn(report, vote)) {
            self.is_aloud(report, vote)?;
        }
        if *way == Way::Secret {
            return Err(ReportFinding::RecordedOtherwise(report.clone()).into());
        }
        let others: Vec<(ReportId, &Vote)> =
            self.put_together(report, on.as_ref(), vote).filter(|(_, vote)| vote.way != *way).collect();
        if others.is_empty() {
            return Err(Finding::NothingToDo.into());
        }
        let kind = self.kind_of(report);
        if *way == Way::WithoutVote && (on.is_some() || kind.without_vote().is_none() || !vote.together.is_empty()) {
            return Err(ReportFinding::MustBeVoted(report.clone()).into());
        }
        if way.is_a_vote() && on.is_none() && !kind.may_be_voted() {
            return Err(ReportFinding::NotVoted(report.clone()).into());
        }
        let mut events = Vec::new();
        for (report, vote) in others {
            self.public_takes_names(vote.ballot.is_public(), *way)?;
            events.push(Event::WayChosen(ChosenWay { report, ..chosen.clone() }));
        }
        Ok((events, vec![]))
    }

    /// The votes that are recorded in one way: that one, and those of the reports put to one vote with it. Voices may part
    /// from one report to the other; how they are heard does not.
    fn put_together<'a>(
        &'a self,
        report: &ReportId,
        on: Option<&ProposalId>,
        vote: &'a Vote,
    ) -> impl Iterator<Item = (ReportId, &'a Vote)> {
        let alone = on.is_some() || vote.together.is_empty();
        let one = alone.then(|| (report.clone(), vote));
        let all = (!alone).then(|| self.open_reports()).into_iter().flatten();
        one.into_iter().chain(all.map(|(report, vote)| (report.id.clone(), vote)))
    }

    /// The voices in the room, no more and no fewer.
    pub(super) fn count_voices(&self, counted: &CountedVoices) -> Consequences {
        let vote = self.open_vote(&counted.report, counted.on.as_ref())?;
        let mut events = Vec::new();
        for (report, vote) in self.put_together(&counted.report, counted.on.as_ref(), vote) {
            self.may_be_counted(counted.on.is_none(), &report, vote, Way::Figures)?;
            adds_up(counted.counts(), &report, vote)?;
            if counted.chair.is_some()
                && let Some(chair) = vote.chair.as_ref().filter(|chair| !vote.room.speaks(chair))
            {
                return Err(Finding::NoVoice(chair.clone()).into());
            }
            let is_so = vote.way == Way::Figures
                && vote.counts() == Some(counted.counts())
                && vote.chair_said() == counted.chair;
            if !is_so {
                events.push(Event::VoicesCounted(CountedVoices { report, ..counted.clone() }));
            }
        }
        chair_is_counted(counted.counts(), counted.chair)?;
        what_changes(events)
    }

    pub(super) fn state_result(&self, stated: &StatedResult) -> Consequences {
        let vote = self.open_vote(&stated.report, stated.on.as_ref())?;
        let mut events = Vec::new();
        for (report, vote) in self.put_together(&stated.report, stated.on.as_ref(), vote) {
            self.may_be_counted(stated.on.is_none(), &report, vote, Way::Result)?;
            within_reach(stated.result, vote)?;
            if vote.way != Way::Result || vote.stated() != Some(stated.result) {
                events.push(Event::ResultStated(StatedResult { report, ..stated.clone() }));
            }
        }
        what_changes(events)
    }

    fn may_be_counted(&self, is_the_text: bool, report: &ReportId, vote: &Vote, way: Way) -> Result<(), Refused> {
        if is_the_text && !self.kind_of(report).may_be_voted() {
            return Err(ReportFinding::NotVoted(report.clone()).into());
        }
        self.is_aloud(report, vote)?;
        self.public_takes_names(vote.ballot.is_public(), way)
    }

    /// Nothing that is said aloud is recorded in a secret ballot.
    fn is_aloud(&self, report: &ReportId, vote: &Vote) -> Result<(), Refused> {
        if !vote.ballot.is_secret() {
            return Ok(());
        }
        if self.contest(report).is_some() {
            return Err(SecretFinding::OnlySecret(report.clone()).into());
        }
        Err(SecretFinding::SecretPrevails(self.rules().article(Subject::SecretPrevails)).into())
    }

    /// Source: CGCT, art. L.2121-21: the register names the voters and says how each voted.
    pub(super) fn public_takes_names(&self, is_public: bool, way: Way) -> Result<(), Refused> {
        if !is_public || way.names() {
            return Ok(());
        }
        let row = self.rules().row(Subject::PublicBallot);
        let article = row.filter(|row| row.value != Value::No).map(|row| row.article);
        Err(ReportFinding::PublicTakesNames(article).into())
    }

    /// What a report ends with when no vote is taken on it.
    pub(super) fn ended_without_vote(&self, report: &ReportId, kind: Option<ReportKind>) -> Result<Outcome, Refused> {
        let Some(outcome) = kind.and_then(ReportKind::without_vote) else {
            return Err(ReportFinding::MustBeVoted(report.clone()).into());
        };
        self.may_appoint_without_vote(report)?;
        Ok(outcome)
    }

    /// Source: CGCT, art. L.2121-21: appointments take a secret ballot, save where the only candidates are read out, or the
    /// council unanimously decides otherwise and no text wants one.
    pub(super) fn irregular_appointment(&self, report: &ReportId, vote: &Vote) -> Option<Finding> {
        let secret = self.contest(report)?.secrecy == Secrecy::Required;
        let rules = self.rules();
        let report = report.clone();
        if vote.ballot.is_secret() || (self.handling(&report).secrecy_waived && !secret) {
            None
        } else if secret {
            let article = rules.article(Subject::SecretByLaw);
            Some(ReportFinding::SecretByLaw { report, article }.into())
        } else if vote.way.is_a_vote() {
            let article = Some(rules.article(Subject::Appointment)?);
            Some(ReportFinding::AppointedByShowOfHands { report, article }.into())
        } else {
            None
        }
    }

    /// Source: CGCT, art. L.2121-21: a quarter of those present; a sixth in a département or a région. Those who gave a power
    /// are not present.
    pub(super) fn ask_ballot(&self, asked: &AskedBallot) -> Consequences {
        let vote = self.open_vote(&asked.report, asked.on.as_ref())?;
        let askers = self.distinct_askers(&asked.asked_by, vote)?;
        let prevails = self.rules().row(Subject::SecretPrevails);
        if vote.ballot.is_secret() && !asked.refused {
            if asked.on.is_none() && self.contest(&asked.report).is_some() {
                return Err(SecretFinding::OnlySecret(asked.report.clone()).into());
            }
            if prevails.is_none_or(|row| row.value != Value::No) {
                return Err(SecretFinding::SecretPrevails(prevails.map(|row| row.article)).into());
            }
            self.no_closed_urn(&asked.report)?;
        }
        let kind = self.kind_of(&asked.report);
        if asked.on.is_none() && !kind.may_be_voted() {
            return Err(ReportFinding::NotVoted(asked.report.clone()).into());
        }
        // With members from afar nobody has to ask: the law wants it.
        let is_wanted = !asked.refused && self.wants_a_public_ballot(vote);
        if (askers == 0 && !is_wanted) || (vote.ballot.is_public() && !asked.refused) {
            return Err(Finding::NothingToDo.into());
        }
        // Where the public ballot prevails it is by name, whatever the urn was to hold.
        if !asked.refused && !vote.ballot.is_secret() {
            // Reports that are put to one vote have one ballot.
            let together = vote.together.iter().filter_map(|report| self.vote_on(report, None));
            for vote in std::iter::once(vote).chain(together) {
                self.public_takes_names(true, vote.way)?;
            }
        }
        let rules = self.rules();
        let needed = rules.public_ballot_askers(vote.room.present());
        let article = rules.article(Subject::PublicBallot);
        let is_foreseen = rules.row(Subject::PublicBallot).is_none_or(|row| row.value != Value::No);
        let not_foreseen = || SecretFinding::PublicNotForeseen(article).into();
        let not_foreseen = (!is_foreseen && !asked.refused && !is_wanted).then(not_foreseen);
        let warning = needed.and_then(|needed| match askers < needed {
            true if !asked.refused && !is_wanted => {
                Some(ReportFinding::TooFewForABallot { askers, needed, article }.into())
            }
            // It is taken by right: whoever presides may not refuse it.
            false if asked.refused => Some(ReportFinding::BallotRefused { askers, needed, article }.into()),
            _ => None,
        });
        Ok((vec![Event::BallotAsked(asked.clone())], warning.or(not_foreseen).into_iter().collect()))
    }

    /// Source: CGCT, art. L.5211-11-1, L.3121-9-1 and L.4132-9-1: with members from afar the vote is by public ballot.
    fn wants_a_public_ballot(&self, vote: &Vote) -> bool {
        let rule = self.rules().row(Subject::RemoteBallot);
        rule.is_some_and(|rule| rule.value == Value::Holds) && vote.room.remote() > 0
    }

    /// An ordinary ballot, with members from afar.
    pub(super) fn ordinary_from_afar(&self, vote: &Vote) -> Option<Finding> {
        let is_irregular = vote.way.is_a_vote() && vote.ballot == Ballot::Ordinary && self.wants_a_public_ballot(vote);
        let (remote, article) = (vote.room.remote(), self.rules().article(Subject::RemoteBallot));
        is_irregular.then(|| ReportFinding::OrdinaryFromAfar { remote, article }.into())
    }

    pub(super) fn choose_majority(&self, chosen: &ChosenMajority) -> Consequences {
        self.in_session()?;
        self.not_done(&chosen.report)?;
        self.no_closed_urn(&chosen.report)?;
        let kind = self.kind_of(&chosen.report);
        // The accounts have the rule of the law, and nothing else has it; an election has that of its rounds.
        let of_the_accounts = chosen.majority == Majority::NoneAgainst;
        let elects = matches!(kind, ReportKind::Election { .. });
        if kind.is_accounts() || elects || of_the_accounts || !kind.may_be_voted() {
            return Err(ReportFinding::OfAnotherKind(chosen.report.clone()).into());
        }
        if chosen.reason.trim().is_empty() {
            return Err(Finding::ReasonMissing.into());
        }
        if let Some(Progress::Opened(vote)) = self.progress(&chosen.report)
            && !vote.together.is_empty()
        {
            let why = CannotJoin::OtherMajority;
            return Err(ReportFinding::CannotJoin(chosen.report.clone(), why).into());
        }
        if self.majority(&chosen.report) == (chosen.majority, Some(chosen.reason.as_str())) {
            return Err(Finding::NothingToDo.into());
        }
        Ok((vec![Event::MajorityChosen(chosen.clone())], vec![]))
    }

    pub(super) fn kind_of(&self, report: &ReportId) -> ReportKind {
        self.docket().agenda.report(report).map_or(ReportKind::Deliberation, |report| report.kind)
    }
}

/// What changes something; nothing to do where nothing does.
pub(super) fn what_changes(events: Vec<Event>) -> Consequences {
    if events.is_empty() { Err(Finding::NothingToDo.into()) } else { Ok((events, vec![])) }
}

/// The voice of whoever presides is one of those counted.
pub(super) fn chair_is_counted(mut counts: Counts, chair: Option<Choice>) -> Result<(), Refused> {
    match chair.filter(|choice| *counts.of_mut(*choice) == 0) {
        Some(choice) => Err(ReportFinding::ChairNotCounted(choice).into()),
        None => Ok(()),
    }
}

/// A result that adopts must be one that the voices in the room could give: no count says otherwise later.
pub(super) fn within_reach(result: Stated, vote: &Vote) -> Result<(), Refused> {
    let (needed, voices) = (vote.rule.majority.fewest_for(vote.in_office), vote.voices());
    if !result.outcome().is_adopted() || voices >= needed {
        return Ok(());
    }
    Err(ReportFinding::ResultOutOfReach { needed, voices }.into())
}

/// The voices counted are those in the room, no more and no fewer.
pub(super) fn adds_up(counts: Counts, report: &ReportId, vote: &Vote) -> Result<(), Refused> {
    let (counted, voices) = (counts.sum(), vote.voices());
    if counted == voices {
        return Ok(());
    }
    let report = (!vote.together.is_empty()).then(|| report.clone());
    Err(ReportFinding::FiguresDoNotAddUp { report, counted, voices }.into())
}

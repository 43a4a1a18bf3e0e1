//! A secret ballot: who may ask for it, who signs, what was in the urn.

use std::collections::BTreeSet;

use super::{Consequences, Refused};
use crate::council::ballot::Vote;
use crate::council::election::Secrecy;
use crate::council::event::Event;
use crate::council::finding::{CannotJoin, Finding, ReportFinding, SecretFinding};
use crate::council::id::{MemberId, ReportId};
use crate::council::law::{Subject, Value};
use crate::council::proposal::ProposalId;
use crate::council::secret::{Count, Round, SecretVote, Ticket};
use crate::council::sitting::{Irregularity, Progress, Sitting};
use crate::council::step::{AskedBallot, CloseUrn, CountedBallots, NamedTellers, SignedOff, WaivedSecrecy};

impl Sitting {
    /// Source: CGCT, art. L.2121-21: a third of those present; those who gave a power are not. What was said aloud in the vote is
    /// void.
    pub(super) fn ask_secret(&self, asked: &AskedBallot) -> Consequences {
        let vote = self.open_vote(&asked.report, asked.on.as_ref())?;
        let askers = self.distinct_askers(&asked.asked_by, vote)?;
        let kind = self.kind_of(&asked.report);
        if asked.on.is_none() && !kind.may_be_voted() {
            return Err(ReportFinding::NotVoted(asked.report.clone()).into());
        }
        // An appointment is secret unless the council decides otherwise: nobody has to ask.
        let is_of_right = asked.on.is_none() && self.contest(&asked.report).is_some();
        if vote.ballot.is_secret() || (askers == 0 && (asked.refused || !is_of_right)) {
            return Err(Finding::NothingToDo.into());
        }
        let rules = self.rules();
        let prevails = rules.row(Subject::SecretPrevails);
        let is_outdone = vote.ballot.is_public() && prevails.is_some_and(|row| row.value == Value::No);
        if is_outdone && !asked.refused && !is_of_right {
            return Err(SecretFinding::PublicPrevails(prevails.map(|row| row.article)).into());
        }
        // One ballot paper says one thing of one text, and who must take no part in one of them may in another.
        if !asked.refused && !vote.together.is_empty() {
            return Err(ReportFinding::CannotJoin(asked.report.clone(), CannotJoin::SecretBallot).into());
        }
        let mut warnings: Vec<Finding> = Vec::new();
        let article = rules.article(Subject::SecretBallot);
        match rules.secret_ballot_askers(vote.room.present()) {
            Some(needed) if asked.refused && askers >= needed => {
                warnings.push(SecretFinding::SecretRefused { askers, needed, article }.into());
            }
            Some(needed) if !asked.refused && askers < needed && !is_of_right => {
                warnings.push(SecretFinding::TooFewForASecret { askers, needed, article }.into());
            }
            // A text that says nothing of it at all is not judged.
            None if !asked.refused && !is_of_right && article.is_some() => {
                warnings.push(SecretFinding::SecretNotForeseen(article).into());
            }
            _ => {}
        }
        if !asked.refused {
            warnings.extend(self.secret_from_afar(&asked.report, asked.on.as_ref(), vote));
        }
        Ok((vec![Event::SecretAsked(asked.clone())], warnings))
    }

    /// Source: CGCT, art. L.5211-11-1, L.3121-9-1 and L.4132-9-1: a secret vote is put off to another sitting. Said once of a vote.
    fn secret_from_afar(&self, report: &ReportId, on: Option<&ProposalId>, vote: &Vote) -> Option<Finding> {
        let (remote, article) = (vote.room.remote(), self.rules().article(Subject::RemoteBallot));
        let finding = Finding::from(SecretFinding::SecretFromAfar { remote, article });
        let was_said =
            |it: &Irregularity| it.code == finding.code() && it.report.as_ref() == Some(report) && it.on.as_ref() == on;
        (remote > 0 && !self.irregularities().iter().any(was_said)).then_some(finding)
    }

    /// What was closed is counted and proclaimed: nothing takes the ballots out of the urn any more.
    pub(super) fn no_closed_urn(&self, report: &ReportId) -> Result<(), Refused> {
        let proposals = self.handling(report).proposals.iter().map(|it| Some(&it.proposal.id));
        let is_closed = |on: Option<&ProposalId>| match on {
            None => matches!(self.progress(report), Some(Progress::Opened(vote)) if vote.urn_is_closed()),
            Some(id) => self.open_proposal_vote(report, id).is_ok_and(Vote::urn_is_closed),
        };
        if std::iter::once(None).chain(proposals).any(is_closed) {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        }
        Ok(())
    }

    /// Each of those who ask is present and heard in this vote, and named once.
    pub(super) fn distinct_askers(&self, asked_by: &[MemberId], vote: &Vote) -> Result<u32, Refused> {
        let mut seen = BTreeSet::new();
        for member in asked_by {
            self.seated(member)?;
            if !vote.room.speaks(member) {
                return Err(Finding::NoVoice(member.clone()).into());
            }
            if !seen.insert(member) {
                return Err(Finding::VoiceTwice(member.clone()).into());
            }
        }
        Ok(u32::try_from(seen.len()).unwrap_or(u32::MAX))
    }

    pub(super) fn name_tellers(&self, named: &NamedTellers) -> Consequences {
        let secret = self.open_urn(&named.report, named.on.as_ref())?.1;
        if secret.count().is_some() {
            return Err(SecretFinding::CountedAlready(named.report.clone()).into());
        }
        let mut seen = BTreeSet::new();
        for member in &named.tellers {
            self.seated(member)?;
            if !seen.insert(member) {
                return Err(Finding::VoiceTwice(member.clone()).into());
            }
        }
        if named.tellers.is_empty() || secret.tellers == named.tellers {
            return Err(Finding::NothingToDo.into());
        }
        Ok((vec![Event::TellersNamed(named.clone())], vec![]))
    }

    /// Source: CGCT, art. L.2121-21, last paragraph: unanimously, and where no text wants a secret ballot.
    pub(super) fn waive_secrecy(&self, waived: &WaivedSecrecy) -> Consequences {
        let report = &waived.report;
        let vote = self.open_vote(report, None)?;
        let Some(contest) = self.contest(report) else {
            return Err(ReportFinding::OfAnotherKind(report.clone()).into());
        };
        if contest.secrecy == Secrecy::Required {
            let article = self.secrecy_by_law(&contest);
            return Err(SecretFinding::NotWaivable { report: report.clone(), article }.into());
        }
        // A round that was held stays in the minutes, and so does whoever it elected.
        if self.was_held(report) {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        }
        if self.handling(report).secrecy_waived && !vote.ballot.is_secret() {
            return Err(Finding::NothingToDo.into());
        }
        Ok((vec![Event::SecrecyWaived(waived.clone())], vec![]))
    }

    /// The urn is closed with the list of those who signed, each a voice of the room.
    pub(super) fn close_urn(&self, closing: &CloseUrn) -> Consequences {
        let CloseUrn { report, on, voters, all_but, opened_at, at } = closing;
        let (vote, secret) = self.open_urn(report, on.as_ref())?;
        let Some(Round { urn: None, .. }) = secret.last() else {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        };
        let named = voters.iter().flatten().chain(all_but);
        let mut seen = BTreeSet::new();
        for member in named {
            self.known(member)?;
            if !seen.insert(member) {
                return Err(Finding::VoiceTwice(member.clone()).into());
            }
            // Who put a ballot into the urn and left keeps it.
            if !vote.may_sign(member) {
                return Err(Finding::NoVoice(member.clone()).into());
            }
        }
        if on.is_none() {
            self.may_be_elected(report)?;
        }
        let all: Vec<&MemberId> =
            voters.as_ref().map_or_else(|| vote.room.voices().collect(), |it| it.iter().collect());
        let mut voters: Vec<MemberId> = all.into_iter().filter(|it| !all_but.contains(it)).cloned().collect();
        voters.sort();
        let signed = SignedOff { report: report.clone(), on: on.clone(), voters, opened_at: *opened_at, at: *at };
        let mut warnings: Vec<Finding> = self.secret_from_afar(report, on.as_ref(), vote).into_iter().collect();
        if let (Some(last), Some(hour)) = (*opened_at, *at)
            && self.chronicle().is_before(hour, last)
        {
            warnings.push(Finding::HourBefore { hour, last });
        }
        if on.is_none() {
            warnings.extend(self.irregular_election(report));
        }
        Ok((vec![Event::UrnClosed(signed)], warnings))
    }

    /// The totals of the urn, which are those of the ballots found in it.
    pub(super) fn count_ballots(&self, counted: &CountedBallots) -> Consequences {
        let CountedBallots { report, on, count } = counted;
        let secret = self.open_urn(report, on.as_ref())?.1;
        let Some(round) = secret.last() else { return Err(SecretFinding::NotSecret(report.clone()).into()) };
        let Some(urn) = &round.urn else { return Err(SecretFinding::UrnStillOpen(report.clone()).into()) };
        if round.count.is_some() {
            return Err(SecretFinding::CountedAlready(report.clone()).into());
        }
        let count = count.in_order();
        let warnings = self.impossible_count(report, on.as_ref(), &count, &urn.standing, urn.signed.len())?;
        let counted = CountedBallots { report: report.clone(), on: on.clone(), count };
        Ok((vec![Event::BallotsCounted(counted)], warnings))
    }

    /// Why totals cannot be; failing that, what is irregular in them.
    pub(super) fn impossible_count(
        &self,
        report: &ReportId,
        on: Option<&ProposalId>,
        count: &Count,
        standing: &[Ticket],
        signed: usize,
    ) -> Result<Vec<Finding>, Refused> {
        let by_name = on.is_none() && self.contest(report).is_some_and(|contest| !contest.form.is_by_list());
        for (ticket, _) in &count.votes {
            // Any member may receive ballots, a candidate or not (CE, 18 Nov. 2024, n° 494128); lists are those that stand.
            let is_eligible = match ticket {
                Ticket::Member(member) => by_name && self.may_receive_ballots(report, member),
                ticket => standing.contains(ticket),
            };
            if !is_eligible {
                return Err(SecretFinding::NotEligible { report: report.clone(), ticket: ticket.clone() }.into());
            }
        }
        let twice = count.votes.windows(2).any(|pair| pair[0].0 == pair[1].0);
        let (counted, in_urn) = (count.counted(), count.in_urn);
        if !count.adds_up() || twice {
            return Err(SecretFinding::TotalsDoNotAddUp { counted, in_urn }.into());
        }
        let signed = u32::try_from(signed).unwrap_or(u32::MAX);
        Ok(match in_urn {
            _ if in_urn > signed => vec![SecretFinding::MoreBallots { in_urn, signed }.into()],
            _ if in_urn < signed => vec![SecretFinding::FewerBallots { in_urn, signed }.into()],
            _ => vec![],
        })
    }

    /// Source: CGCT, art. L.2121-20: « sauf cas de scrutin secret ». Where the text does not say so, it is said, and whoever
    /// presides decides nothing by himself.
    pub(super) fn secret_tie(&self) -> Option<Finding> {
        let rules = self.rules();
        let is_settled = rules.row(Subject::SecretTie).is_some_and(|row| row.value == Value::No);
        let is_silent = rules.has_casting_vote() && !is_settled;
        is_silent.then(|| SecretFinding::SecretTieNotSettled(rules.article(Subject::CastingVote)).into())
    }

    /// The vote by secret ballot that is being taken there.
    pub(super) fn open_urn(&self, report: &ReportId, on: Option<&ProposalId>) -> Result<(&Vote, &SecretVote), Refused> {
        let vote = self.open_vote(report, on)?;
        match vote.secret() {
            Some(secret) => Ok((vote, secret)),
            None => Err(SecretFinding::NotSecret(report.clone()).into()),
        }
    }
}

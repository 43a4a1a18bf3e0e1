//! An election: who stands, its rounds, its ties, its end.

use std::collections::BTreeSet;

use super::{Consequences, Refused};
use crate::council::ballot::Vote;
use crate::council::chair::ChairTitle;
use crate::council::election::{CandidateList, Contest, Form, Office, RoundResult, Secrecy};
use crate::council::event::Event;
use crate::council::finding::{BadList, Finding, ReportFinding, SecretFinding};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::{Article, Subject};
use crate::council::name::{Civility, fold};
use crate::council::outcome::Outcome;
use crate::council::roster::Member;
use crate::council::secret::{SecretVote, Ticket};
use crate::council::sitting::{Irregularity, Sitting};
use crate::council::step::{ChosenForm, FiledLists, FixedPosts, NextRound, SettledTie};

impl Sitting {
    fn contest_of(&self, report: &ReportId) -> Result<Contest, Refused> {
        self.on_the_agenda(report)?;
        self.contest(report).ok_or_else(|| ReportFinding::OfAnotherKind(report.clone()).into())
    }

    /// Who stands, and for what, is settled once the urn of a round is closed, until the next round.
    pub(super) fn urn_not_closed(&self, report: &ReportId) -> Result<(), Refused> {
        let round = self.secret_vote(report, None).and_then(SecretVote::last);
        if round.is_some_and(|round| round.urn.is_some()) {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        }
        Ok(())
    }

    /// The lists that stand, in place of those before: candidates come and go between two rounds.
    pub(super) fn file_lists(&self, filed: &FiledLists) -> Consequences {
        let report = &filed.report;
        let contest = self.contest_of(report)?;
        self.not_done(report)?;
        self.urn_not_closed(report)?;
        if let Some(why) = bad_list(&contest, &filed.lists) {
            return Err(SecretFinding::BadList(report.clone(), why).into());
        }
        for member in filed.lists.iter().flat_map(|list| &list.candidates) {
            self.seated(member)?;
            self.may_stand(report, member)?;
        }
        if self.handling(report).lists == filed.lists {
            return Err(Finding::NothingToDo.into());
        }
        let irregular = filed.lists.iter().find_map(|list| self.not_alternate(&contest, list));
        Ok((vec![Event::ListsFiled(filed.clone())], irregular.into_iter().collect()))
    }

    /// How many posts there are is settled before anybody is elected; where they are filled one by one, none is taken back
    /// that was filled.
    pub(super) fn fix_posts(&self, fixed: &FixedPosts) -> Consequences {
        let FixedPosts { report, posts } = fixed;
        let contest = self.contest_of(report)?;
        self.not_done(report)?;
        if contest.office.is_of_one() && *posts != 1 {
            return Err(SecretFinding::OneByName(report.clone()).into());
        }
        if contest.posts == Some(*posts) || *posts == 0 {
            return Err(Finding::NothingToDo.into());
        }
        let events = vec![Event::PostsFixed(fixed.clone())];
        if self.was_held(report) {
            let mut after = self.clone();
            after.apply(&Event::PostsFixed(fixed.clone()));
            let stays = after.contest(report).is_some_and(|after| after.form == contest.form);
            let last = self.secret_vote(report, None).and_then(SecretVote::last).map_or(1, |round| round.post);
            if contest.form.is_by_list() || !stays || *posts < last {
                return Err(SecretFinding::UrnClosed(report.clone()).into());
            }
        }
        Ok((events, self.too_many_deputies(&contest, Some(*posts)).into_iter().collect()))
    }

    /// Delegates are elected as the council chooses; what a text says of the others is warned of, save that one post is one.
    pub(super) fn choose_form(&self, chosen: &ChosenForm) -> Consequences {
        let ChosenForm { report, form } = chosen;
        let contest = self.contest_of(report)?;
        self.not_done(report)?;
        if contest.office.is_of_one() && *form != Form::ByName {
            return Err(SecretFinding::OneByName(report.clone()).into());
        }
        if self.was_held(report) {
            return Err(SecretFinding::UrnClosed(report.clone()).into());
        }
        if contest.form == *form {
            return Err(Finding::NothingToDo.into());
        }
        let of_the_law = self.form_of_the_law(contest.office, contest.posts).filter(|of_the_law| of_the_law != form);
        let irregular =
            of_the_law.map(|form| Finding::from(SecretFinding::FormOfTheLaw { form, article: contest.article }));
        Ok((vec![Event::FormChosen(chosen.clone())], irregular.into_iter().collect()))
    }

    /// Who was elected to one post stays so while the next one is filled: the report is neither withdrawn nor put off any more.
    pub(super) fn nobody_is_elected(&self, report: &ReportId) -> Result<(), Refused> {
        if self.elected(report).is_empty() {
            return Ok(());
        }
        Err(SecretFinding::PostFilled(report.clone()).into())
    }

    /// Whether an urn of that election was closed, in whatever round.
    pub(super) fn was_held(&self, report: &ReportId) -> bool {
        self.secret_vote(report, None).is_some_and(|secret| secret.rounds.iter().any(|round| round.urn.is_some()))
    }

    /// What must be known of an election before its urn is closed.
    pub(super) fn may_be_elected(&self, report: &ReportId) -> Result<(), Refused> {
        let Some(contest) = self.contest(report).filter(|contest| contest.form.is_by_list()) else { return Ok(()) };
        let lists = &self.handling(report).lists;
        if lists.is_empty() {
            return Err(SecretFinding::NoList(report.clone()).into());
        }
        if contest.posts.is_none() {
            return Err(SecretFinding::PostsUnknown(report.clone()).into());
        }
        // Lists may have been filed before the posts were known, or stand in the session file since before the mayor was elected.
        if let Some(why) = bad_list(&contest, lists) {
            return Err(SecretFinding::BadList(report.clone(), why).into());
        }
        for member in lists.iter().flat_map(|list| &list.candidates) {
            self.seated(member)?;
            self.may_stand(report, member)?;
        }
        Ok(())
    }

    /// Any member who holds a seat receives ballots, a candidate or not, in every round (CE, 18 Nov. 2024, n° 494128); save
    /// who was elected already.
    pub(super) fn may_receive_ballots(&self, report: &ReportId, member: &MemberId) -> bool {
        self.seated(member).is_ok() && self.may_stand(report, member).is_ok()
    }

    /// One member fills one post: who was elected in this report fills no other of it, the mayor is no adjoint, the president
    /// no vice-president, and nobody is an adjoint twice.
    ///
    /// Source: CGCT, art. L.2122-4 (the council elects « le maire et les adjoints » among its members), known and applied to
    /// the vice-presidents of the other bodies.
    pub(super) fn may_stand(&self, report: &ReportId, member: &MemberId) -> Result<(), Refused> {
        let replaces = self.contest(report).is_some_and(|contest| contest.office.replaces());
        let presides = || match self.elected_head() {
            Some(head) => head == member,
            None => self.docket().roster.get(member).is_some_and(Member::is_head),
        };
        let is_elected = self.elected(report).iter().any(|elected| elected.member == *member);
        if is_elected || (replaces && (presides() || self.elected_deputies().contains(&member))) {
            let (report, ticket) = (report.clone(), Ticket::Member(member.clone()));
            return Err(SecretFinding::NotEligible { report, ticket }.into());
        }
        Ok(())
    }

    /// What is irregular in an election as it is held, said once for each report.
    pub(super) fn irregular_election(&self, report: &ReportId) -> Vec<Finding> {
        let Some(contest) = self.contest(report) else { return vec![] };
        let lists = &self.handling(report).lists;
        let of_the_lists = lists.iter().find_map(|list| self.not_alternate(&contest, list));
        let presides = contest.office.presides();
        let of_the_head = [
            self.not_the_eldest(report).filter(|_| presides),
            self.not_the_youngest().filter(|_| presides),
            self.council_incomplete().filter(|_| presides),
        ];
        let findings = of_the_head.into_iter().chain([of_the_lists, self.too_many_deputies(&contest, contest.posts)]);
        let was_said = |finding: &Finding| {
            let is_it = |it: &Irregularity| it.code == finding.code() && it.report.as_ref() == Some(report);
            self.irregularities().iter().any(is_it)
        };
        findings.flatten().filter(|finding| !was_said(finding)).collect()
    }

    /// Source: CGCT, art. L.2122-8, L.3122-1 and L.4133-1. Where days of birth are missing, whoever presides must have been
    /// said to be the eldest, and nobody there be known to be older.
    fn not_the_eldest(&self, report: &ReportId) -> Option<Finding> {
        let article = Some(self.rules().article(Subject::EldestPresides)?);
        let chair = self.chair_of(report);
        let eldest = self.eldest_present();
        let is_said = || eldest.is_some() || self.chair_title_of(report) == Some(ChairTitle::Eldest);
        let is_so = chair.is_some_and(|chair| self.may_be_the_eldest(chair) && is_said());
        let (chair, eldest) = (chair.cloned(), eldest.cloned());
        (!is_so).then(|| SecretFinding::NotTheEldest { chair, eldest, article }.into())
    }

    /// Source: CGCT, art. L.3122-1 and L.4133-1. Where days of birth are missing, only a secretary who is known not to be the
    /// youngest is one.
    fn not_the_youngest(&self) -> Option<Finding> {
        let article = Some(self.rules().article(Subject::YoungestWrites)?);
        if self.secretaries().iter().any(|secretary| self.may_be_the_youngest(secretary)) {
            return None;
        }
        let youngest = self.youngest_present()?.clone();
        Some(SecretFinding::NotTheYoungest { youngest, article }.into())
    }

    /// Source: CGCT, art. L.2122-8: the council is complete before its mayor is elected. Which vacant seats need no election
    /// before was not read: it is said, and may be gone through with.
    fn council_incomplete(&self) -> Option<Finding> {
        let article = Some(self.rules().article(Subject::CompleteCouncil)?);
        let (in_office, legal_size) = (self.in_office(), self.docket().body.legal_size?);
        (in_office < legal_size).then(|| SecretFinding::CouncilIncomplete { in_office, legal_size, article }.into())
    }

    /// Source: CGCT, art. L.2122-7-2: alternately a candidate of each sex, as the *civilité* tells it. Who has none in the file
    /// is not judged.
    fn not_alternate(&self, contest: &Contest, list: &CandidateList) -> Option<Finding> {
        if contest.office != Office::Deputies || contest.form != Form::ByList {
            return None;
        }
        let rules = self.rules();
        if rules.holds_for(Subject::AlternateList, self.docket().body.population) != Some(true) {
            return None;
        }
        let civility = |member: &MemberId| self.docket().roster.get(member)?.name.civility;
        let civilities: Vec<Option<Civility>> = list.candidates.iter().map(civility).collect();
        let is_twice = |pair: &[Option<Civility>]| matches!(pair, [Some(one), Some(other)] if one == other);
        let article = rules.article(Subject::AlternateList);
        civilities
            .windows(2)
            .any(is_twice)
            .then(|| SecretFinding::NotAlternate { list: list.name.clone(), article }.into())
    }

    /// Source: CGCT, art. L.2122-2: no more adjoints than 30 % of the legal size of the council.
    fn too_many_deputies(&self, contest: &Contest, posts: Option<u32>) -> Option<Finding> {
        let rules = self.rules();
        let posts = posts.filter(|_| contest.office == Office::Deputies)?;
        let limit = rules.most_deputies(self.docket().body.legal_size?)?;
        let article = rules.article(Subject::MostDeputies);
        (posts > limit).then(|| SecretFinding::TooManyDeputies { posts, limit, article }.into())
    }

    /// Where it is written that an election is secret; `None` where the text was not read.
    pub(super) fn secrecy_by_law(&self, contest: &Contest) -> Option<Article> {
        let of_the_board = contest.office == Office::CcasBoard;
        self.rules().article(if of_the_board { Subject::CcasBoard } else { Subject::SecretByLaw })
    }

    /// The only candidates, or the only list after a call, take office at once where no text wants a ballot: nothing was put
    /// into the urn yet.
    pub(super) fn may_do_without_the_urn(&self, report: &ReportId, vote: &Vote) -> bool {
        let is_waivable = self.contest(report).is_some_and(|contest| contest.secrecy == Secrecy::Waivable);
        let is_untouched = vote.secret().is_none_or(|secret| secret.rounds.iter().all(|round| round.urn.is_none()));
        is_waivable && is_untouched
    }

    /// Source: CGCT, art. L.2121-21, last paragraph: one candidate for each post, or one list after a call.
    pub(super) fn may_appoint_without_vote(&self, report: &ReportId) -> Result<(), Refused> {
        let Some(contest) = self.contest(report) else { return Ok(()) };
        let handling = self.handling(report);
        if contest.form.is_by_list() {
            match handling.lists.as_slice() {
                [] => return Err(SecretFinding::NoList(report.clone()).into()),
                [_] => return self.may_be_elected(report),
                _ => return Err(ReportFinding::MustBeVoted(report.clone()).into()),
            }
        }
        let candidates = u32::try_from(handling.candidates.len()).unwrap_or(u32::MAX);
        if candidates == 0 {
            return Err(ReportFinding::NoCandidate(report.clone()).into());
        }
        match contest.posts.filter(|posts| candidates > *posts) {
            Some(posts) => Err(ReportFinding::TooManyCandidates { candidates, posts }.into()),
            None => Ok(()),
        }
    }

    /// Equal votes go to the eldest, where the days of birth that are known leave it open: never to one of them who is known
    /// to be younger than another.
    pub(super) fn settle_tie(&self, settled: &SettledTie) -> Consequences {
        let secret = self.open_urn(&settled.report, None)?.1;
        let result = secret.last().and_then(|round| self.round_result(&settled.report, round));
        match result {
            None => Err(SecretFinding::NotCounted(settled.report.clone()).into()),
            Some(RoundResult::Tied(tied)) if tied.contains(&settled.ticket) => {
                Ok((vec![Event::TieSettled(settled.clone())], vec![]))
            }
            _ => Err(SecretFinding::NoTie(settled.report.clone()).into()),
        }
    }

    /// Another round, if the last one elected nobody; the next post, if it elected somebody and one is left.
    pub(super) fn next_round(&self, next: &NextRound) -> Consequences {
        let report = &next.report;
        let contest = self.contest_of(report)?;
        let secret = self.open_urn(report, None)?.1;
        let result = secret.last().and_then(|round| self.round_result(report, round));
        match result {
            None => Err(SecretFinding::NotCounted(report.clone()).into()),
            Some(RoundResult::Tied(tied)) => Err(SecretFinding::TieToSettle { tied, article: contest.article }.into()),
            Some(_) if self.election_is_over(report) => Err(SecretFinding::NoRoundToCome(report.clone()).into()),
            Some(_) => Ok((vec![Event::RoundOpened(next.clone())], vec![])),
        }
    }

    /// Whoever is elected mayor or president takes the chair at once, if he is there: also who presided by another title, and
    /// whoever presided before the sitting. If he is not there, the report that is opened next says who should preside.
    pub(super) fn takes_the_chair(&self, report: &ReportId, outcome: Outcome, at: Option<Hour>) -> Option<Event> {
        let presides = self.contest(report).is_some_and(|contest| contest.office.presides());
        let elected = self.elected(report).into_iter().next().filter(|_| presides && outcome == Outcome::Elected)?;
        let member = elected.member;
        let is_there = self.seated(&member).is_ok() && self.attendance().is_present(&member);
        is_there.then_some(Event::ChairTaken { member, report: None, title: ChairTitle::Installed, at })
    }

    /// The head was elected in this sitting, and another still presides who had no title but to have it elected, or no title
    /// at all: who should, at the report that is opened.
    pub(super) fn head_not_installed(&self, report: &ReportId) -> Option<Finding> {
        let head = self.elected_head()?;
        let chair = self.chair_of(report).filter(|chair| *chair != head)?;
        if !matches!(self.chair_title_of(report), None | Some(ChairTitle::Eldest)) {
            return None;
        }
        let first = self.first_to_replace(Some(report)).filter(|first| *first != chair)?;
        let article = self.rules().article(Subject::Chair);
        Some(Finding::ChairOutOfOrder { member: chair.clone(), first: first.clone(), article })
    }

    /// How an election ends, or why it is not over.
    pub(super) fn outcome_of_the_election(&self, report: &ReportId, secret: &SecretVote) -> Result<Outcome, Refused> {
        let contest = self.contest_of(report)?;
        let result = secret.last().and_then(|round| self.round_result(report, round));
        match result {
            None => Err(SecretFinding::NotCounted(report.clone()).into()),
            Some(RoundResult::Tied(tied)) => Err(SecretFinding::TieToSettle { tied, article: contest.article }.into()),
            // Who has another post has it: that one stays vacant.
            Some(RoundResult::Nobody) if self.elected(report).is_empty() => Ok(Outcome::NobodyElected),
            Some(_) if !self.election_is_over(report) => Err(SecretFinding::RoundToCome(report.clone()).into()),
            Some(_) => Ok(Outcome::Elected),
        }
    }
}

/// Why those lists cannot stand.
///
/// Where the list that wins has every post, none has more candidates than there are posts; it may have fewer: whoever stands
/// on it is elected, and the posts behind stay vacant. A list in proportion may have more: those behind are *suppléants*
/// (CGCT, art. D.1411-3 and D.1411-4).
fn bad_list(contest: &Contest, lists: &[CandidateList]) -> Option<BadList> {
    if !contest.form.is_by_list() {
        return (!lists.is_empty()).then_some(BadList::ByName);
    }
    let (mut names, mut candidates) = (BTreeSet::new(), BTreeSet::new());
    for list in lists {
        if list.name.trim().is_empty() || list.candidates.is_empty() {
            return Some(BadList::Empty);
        }
        if !names.insert(fold(&list.name)) {
            return Some(BadList::NameTwice(list.name.clone()));
        }
        if let Some(twice) = list.candidates.iter().find(|member| !candidates.insert(*member)) {
            return Some(BadList::CandidateTwice(twice.clone()));
        }
        let stand = u32::try_from(list.candidates.len()).unwrap_or(u32::MAX);
        if let Some(posts) = contest.posts.filter(|posts| contest.form == Form::ByList && stand > *posts) {
            return Some(BadList::TooLong { list: list.name.clone(), candidates: stand, posts });
        }
    }
    None
}

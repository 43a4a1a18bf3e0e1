//! Who presides, who writes, who presents.

use super::{Consequences, Refused};
use crate::council::chair::ChairTitle;
use crate::council::event::Event;
use crate::council::finding::{CannotJoin, Finding, ReportFinding};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Subject;
use crate::council::recusal::Recusal;
use crate::council::sitting::{Irregularity, Progress, Sitting};

impl Sitting {
    pub(super) fn take_chair_command(
        &self,
        member: &MemberId,
        report: Option<&ReportId>,
        elected: bool,
        at: Option<Hour>,
    ) -> Consequences {
        self.seated(member)?;
        if let Some(report) = report {
            self.on_the_agenda(report)?;
            if let Some(Progress::Done(_)) = self.progress(report) {
                return Err(Finding::ReportDone(report.clone()).into());
            }
        }
        if !self.may_preside(member, report) {
            return Err(Finding::ChairAway(member.clone()).into());
        }
        let (now, by) = match report {
            Some(report) => (self.chair_of(report), self.chair_title_of(report)),
            None => (self.chair(), self.chair_title()),
        };
        let presides_as_eldest = !elected && self.presides_as_eldest(member, report);
        // Whoever presides already may still be said to be the eldest.
        if now == Some(member) && !(presides_as_eldest && by != Some(ChairTitle::Eldest)) {
            return Err(Finding::NothingToDo.into());
        }
        let title = match &self.docket().meeting.president {
            _ if elected => ChairTitle::Elected,
            _ if presides_as_eldest => ChairTitle::Eldest,
            _ if self.elected_head() == Some(member) => ChairTitle::Installed,
            Some(president) if president == member => ChairTitle::Returning,
            _ => ChairTitle::Replacing,
        };
        let first = self.first_to_replace(report).filter(|first| *first != member && title == ChairTitle::Replacing);
        let warnings = first.map(|first| Finding::ChairOutOfOrder {
            member: member.clone(),
            first: first.clone(),
            article: self.rules().article(Subject::Chair),
        });
        let taken = Event::ChairTaken { member: member.clone(), report: report.cloned(), title, at };
        self.one_chair_over_all(&taken)?;
        Ok((vec![taken], warnings.into_iter().collect()))
    }

    /// Reports that are put to one vote are voted before one chair.
    fn one_chair_over_all(&self, taken: &Event) -> Result<(), Refused> {
        if self.open_reports().nth(1).is_none() {
            return Ok(());
        }
        let mut after = self.clone();
        after.apply(taken);
        let mut others = after.open_reports().skip_while(|(_, vote)| vote.chair == after.first_chair());
        match others.next() {
            Some((other, _)) => Err(ReportFinding::CannotJoin(other.id.clone(), CannotJoin::OtherChair).into()),
            None => Ok(()),
        }
    }

    fn first_chair(&self) -> Option<MemberId> {
        self.open_report().and_then(|(_, vote)| vote.chair.clone())
    }

    /// In the room, and taking part in that report.
    fn may_preside(&self, member: &MemberId, report: Option<&ReportId>) -> bool {
        let is_recused = report.is_some_and(|report| self.recusals(report).contains_key(member));
        self.attendance().is_present(member) && !is_recused
    }

    /// Whether who takes the chair there does so as the eldest: the head is to be elected, and nobody in the room is known to
    /// be older (CGCT, art. L.2122-8, L.3122-1 and L.4133-1). Of another report alone he presides by another title.
    fn presides_as_eldest(&self, member: &MemberId, report: Option<&ReportId>) -> bool {
        let is_foreseen = self.rules().row(Subject::EldestPresides).is_some() && self.head_to_elect().is_some();
        let is_that_one = report.is_none_or(|report| self.elects_the_head(report));
        is_foreseen && is_that_one && self.may_be_the_eldest(member)
    }

    /// Who presides before all others: while the head is to be elected, the eldest, or nobody if the ages are not known; then
    /// who was elected, or the president; then the deputies in their order (CGCT, art. L.2122-8 and L.2122-17). Nobody if none
    /// of them may: then the council names one, or the table decides, and neither is known here.
    ///
    /// Where the head was elected in this sitting, the roles that the file says are over (art. L.2122-10): deputies are those
    /// elected since, in the order of their list or of their election. Otherwise those come behind the ones of the file.
    #[must_use]
    pub fn first_to_replace(&self, report: Option<&ReportId>) -> Option<&MemberId> {
        let may = |id: &&MemberId| self.seated(id).is_ok() && self.may_preside(id, report);
        if self.head_to_elect().is_some() && self.rules().row(Subject::EldestPresides).is_some() {
            return self.eldest_present().filter(may);
        }
        let head = self.elected_head();
        let president = head.or(self.docket().meeting.president.as_ref());
        let mut deputies: Vec<(u32, &MemberId)> =
            self.docket().roster.iter().filter_map(|member| Some((member.deputy_rank()?, &member.id))).collect();
        deputies.sort_by_key(|(rank, _)| *rank);
        let of_the_file = deputies.into_iter().map(|(_, id)| id).filter(|_| head.is_none());
        let elected = self.elected_deputies().into_iter();
        president.into_iter().chain(of_the_file).chain(elected).find(may)
    }

    /// Whoever presides over a report is not there, or takes no part in it.
    pub(super) fn chair_away(&self, report: Option<&ReportId>) -> Option<Finding> {
        let chair = report.map_or_else(|| self.chair(), |report| self.chair_of(report))?;
        let is_there = self.seated(chair).is_ok() && self.may_preside(chair, report);
        let stays = |recusal: &Recusal| !recusal.left_room && self.attendance().is_present(chair);
        (!is_there).then(|| Finding::PresidentAway {
            president: chair.clone(),
            stays: report.is_some_and(|report| self.recusals(report).get(chair).is_some_and(stays)),
            article: self.rules().article(Subject::Chair),
        })
    }

    /// Whoever presided over the report that is open has gone since, or takes no part in it. Said once: not again if it
    /// was opened so.
    pub(super) fn chair_gone(&self, report: &ReportId) -> Option<Finding> {
        let is_this = |it: &&Irregularity| it.code == Finding::PRESIDENT_AWAY && it.report.as_ref() == Some(report);
        if self.irregularities().iter().any(|it| is_this(&it)) {
            return None;
        }
        self.chair_away(Some(report))
    }

    pub(super) fn name_secretaries(
        &self,
        secretaries: &[MemberId],
        assistants: &[String],
        at: Option<Hour>,
    ) -> Consequences {
        for member in secretaries {
            self.seated(member)?;
        }
        if secretaries.is_empty() || (self.secretaries() == secretaries && self.assistants() == assistants) {
            return Err(Finding::NothingToDo.into());
        }
        let named = Event::SecretariesNamed { secretaries: secretaries.to_vec(), assistants: assistants.to_vec(), at };
        Ok((vec![named], self.secretaries_away(secretaries)))
    }

    pub(super) fn secretaries_away(&self, secretaries: &[MemberId]) -> Vec<Finding> {
        let article = self.rules().article(Subject::Secretary);
        let away = secretaries.iter().filter(|member| !self.attendance().is_present(member));
        away.map(|secretary| Finding::SecretaryAway { secretary: secretary.clone(), article }).collect()
    }

    pub(super) fn replace_rapporteur(&self, report: &ReportId, member: Option<&MemberId>) -> Consequences {
        let Some(of) = self.docket().agenda.report(report) else {
            return Err(Finding::UnknownReport(report.clone()).into());
        };
        if let Some(member) = member {
            self.seated(member)?;
        }
        if self.rapporteur(of) == member {
            return Err(Finding::NothingToDo.into());
        }
        match self.progress(report) {
            Some(Progress::Done(_)) => Err(Finding::ReportDone(report.clone()).into()),
            _ => Ok((vec![Event::RapporteurReplaced { report: report.clone(), member: member.cloned() }], vec![])),
        }
    }
}

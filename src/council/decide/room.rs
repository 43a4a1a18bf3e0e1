//! Who is in the room: presence, powers, seats taken, members who must not take part.

use super::{Consequences, Refused};
use crate::council::attendance::{Attendance, Presence};
use crate::council::ballot::Vote;
use crate::council::command::Command;
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Subject;
use crate::council::recusal::{Ground, Recusal};
use crate::council::roster::Standing;
use crate::council::sitting::{Progress, Sitting, Stage};

impl Sitting {
    /// A member who arrives ends the power given, and takes the seat back from the substitute; one who goes ends those held.
    pub(super) fn set_presence(&self, member: &MemberId, presence: Presence, at: Option<Hour>) -> Consequences {
        self.known(member)?;
        if self.stage() == Stage::RollCall && presence.is_of_the_sitting() {
            return Err(Finding::NotOpen.into());
        }
        let substitute = self.substitute_of(member).filter(|_| presence.is_in());
        if substitute.is_none() {
            self.seated(member)?;
        }
        if self.attendance().presence(member) == presence {
            return Err(Finding::NothingToDo.into());
        }
        let at = self.hour_of_a_movement(at);
        let mut events = vec![Event::PresenceSet { member: member.clone(), presence, at }];
        if let Some(substitute) = substitute {
            events.push(Event::SeatLeft { member: substitute.clone() });
            events.extend(self.attendance().holder_of(substitute).map(|_| ended(substitute)));
            events.extend(self.powers_of_one_who_goes(substitute));
        }
        if presence.is_in() {
            events.extend(self.attendance().holder_of(member).map(|_| ended(member)));
        } else {
            events.extend(self.powers_of_one_who_goes(member));
        }
        let mut warnings: Vec<Finding> = self.too_far(member, presence).into_iter().collect();
        let otherwise = |vote: &Vote| vote.presence(member).is_in() != presence.is_in();
        warnings.extend(at.and_then(|hour| self.hour_reaches_back(member, hour, otherwise)));
        Ok((events, warnings))
    }

    /// Takes part from afar where the body may not sit so. Where nothing was read of it, nothing is said.
    pub(super) fn too_far(&self, member: &MemberId, presence: Presence) -> Option<Finding> {
        // Asked of every member at the opening: the table of the law is read for those who are not in the room only.
        if presence != Presence::Remote {
            return None;
        }
        let rules = self.rules();
        let article = rules.article(Subject::Remote);
        (rules.allows_remote() == Some(false)).then(|| Finding::RemoteNotAllowed { member: member.clone(), article })
    }

    /// Who sits in the seat of a titular, if it is a substitute: one who was installed does not give it back.
    fn substitute_of(&self, titular: &MemberId) -> Option<&MemberId> {
        let is_substitute = |id: &&MemberId| {
            let standing = self.docket().roster.get(id).map(|member| &member.standing);
            matches!(standing, Some(Standing::SubstituteOf(_)))
        };
        self.attendance().sits_for(titular).filter(is_substitute)
    }

    fn powers_of_one_who_goes<'a>(&'a self, member: &'a MemberId) -> impl Iterator<Item = Event> + 'a {
        self.attendance().givers_to(member).map(ended)
    }

    /// The roll call is one list: it has no hours.
    fn hour_of_a_movement(&self, at: Option<Hour>) -> Option<Hour> {
        at.filter(|_| self.stage() != Stage::RollCall)
    }

    pub(super) fn give_proxy(&self, giver: &MemberId, holder: &MemberId, at: Option<Hour>) -> Consequences {
        self.seated(giver)?;
        self.known(holder)?;
        if giver == holder {
            return Err(Finding::ProxyToSelf(giver.clone()).into());
        }
        if let Some(given_to) = self.attendance().holder_of(holder) {
            let (giver, holder, given_to) = (giver.clone(), holder.clone(), given_to.clone());
            return Err(Finding::ProxyChain { giver, holder, given_to }.into());
        }
        self.seated(holder)?;
        if !self.attendance().is_present(holder) {
            return Err(Finding::HolderAway { giver: giver.clone(), holder: holder.clone() }.into());
        }
        if self.attendance().holder_of(giver) == Some(holder) {
            return Err(Finding::NothingToDo.into());
        }
        let at = self.hour_of_a_movement(at);
        let gift = Event::ProxyGiven { giver: giver.clone(), holder: holder.clone(), at };
        // Whoever leaves a power is away: one gesture marks both, and ends the powers that the giver held.
        let mut events = Vec::new();
        if self.attendance().is_present(giver) {
            let presence = if self.stage() == Stage::RollCall { Presence::Excused } else { Presence::Left };
            events.push(Event::PresenceSet { member: giver.clone(), presence, at });
            events.push(gift);
            events.extend(self.powers_of_one_who_goes(giver));
        } else {
            events.push(gift);
        }
        let mut after = self.attendance().clone();
        after.give(giver, holder);
        let mut warnings: Vec<Finding> = self.too_many_proxies(&after, holder).into_iter().collect();
        warnings.extend(self.proxy_too_long(giver));
        let carried_by = |vote: &Vote| !vote.room.carried_by(holder).any(|carried| carried == giver);
        warnings.extend(at.and_then(|hour| self.hour_reaches_back(giver, hour, carried_by)));
        Ok((events, warnings))
    }

    pub(super) fn end_proxy(&self, giver: &MemberId) -> Consequences {
        self.known(giver)?;
        match self.attendance().holder_of(giver) {
            Some(_) => Ok((vec![ended(giver)], vec![])),
            None => Err(Finding::NoProxy(giver.clone()).into()),
        }
    }

    pub(super) fn too_many_proxies(&self, attendance: &Attendance, holder: &MemberId) -> Option<Finding> {
        let givers: Vec<MemberId> = attendance.givers_to(holder).cloned().collect();
        // Asked of every member at the opening: the table of the law is read for those who hold a power only.
        if givers.is_empty() {
            return None;
        }
        let rules = self.rules();
        let limit = rules.proxies_per_holder()?;
        (u32::try_from(givers.len()).unwrap_or(u32::MAX) > limit).then(|| Finding::TooManyProxies {
            holder: holder.clone(),
            givers,
            limit,
            article: rules.article(Subject::ProxiesPerHolder),
        })
    }

    /// A substitute sits while the titular is away; a new member takes the seat of one who is a member no more.
    pub(super) fn take_seat(&self, member: &MemberId, at: Option<Hour>) -> Consequences {
        self.known(member)?;
        let of = self.seat_meant_for(member)?;
        if self.attendance().seat_taken_by(member).is_some() {
            return Err(Finding::NothingToDo.into());
        }
        let at = self.hour_of_a_movement(at);
        let mut events = vec![Event::SeatTaken { member: member.clone(), of: of.clone(), at }];
        if !self.attendance().is_present(member) {
            events.push(Event::PresenceSet { member: member.clone(), presence: Presence::Present, at });
        }
        if let Some(of) = &of {
            events.extend(self.attendance().holder_of(of).map(|_| ended(of)));
            events.extend(self.powers_of_one_who_goes(of));
        }
        let otherwise = |vote: &Vote| vote.room.seat(member).is_none();
        let warnings = at.and_then(|hour| self.hour_reaches_back(member, hour, otherwise));
        Ok((events, warnings.into_iter().collect()))
    }

    /// The seat that this person may take; nobody's if it is vacant.
    fn seat_meant_for(&self, member: &MemberId) -> Result<Option<MemberId>, Refused> {
        let not_free = |sitting: &MemberId| {
            Refused::from(Finding::SeatNotFree { member: member.clone(), sitting: sitting.clone() })
        };
        let taken = |of: &MemberId| self.attendance().sits_for(of).filter(|sitting| *sitting != member);
        match self.docket().roster.get(member).map(|member| &member.standing) {
            Some(Standing::SubstituteOf(of)) if self.attendance().is_present(of) => Err(not_free(of)),
            Some(Standing::SubstituteOf(of) | Standing::SuccessorOf(Some(of))) => match taken(of) {
                Some(sitting) => Err(not_free(sitting)),
                None => Ok(Some(of.clone())),
            },
            Some(Standing::SuccessorOf(None)) => Ok(None),
            Some(Standing::InOffice) | None => Err(Finding::NotASubstitute(member.clone()).into()),
        }
    }

    pub(super) fn recuse(&self, command: &Command) -> Consequences {
        let Command::Recuse { report, member, ground, left_room, note, at } = command else {
            return Err(Finding::NothingToDo.into());
        };
        self.may_change_who_takes_part(report)?;
        self.seated(member)?;
        if *ground == Ground::Accounts && !left_room {
            return Err(Finding::MustLeaveTheRoom(member.clone()).into());
        }
        let recusal = Recusal { ground: *ground, left_room: *left_room, note: note.clone() };
        if self.recusals(report).get(member) == Some(&recusal) {
            return Err(Finding::NothingToDo.into());
        }
        let warning = self.quorum_lost_by(report, member, &recusal);
        let Recusal { ground, left_room, note } = recusal;
        let at = self.hour_of_a_movement(*at);
        let recused = Event::Recused { report: report.clone(), member: member.clone(), ground, left_room, note, at };
        Ok((vec![recused], warning.into_iter().collect()))
    }

    /// The quorum of the report that is open, if it is missed once that member never counted in it.
    fn quorum_lost_by(&self, report: &ReportId, member: &MemberId, recusal: &Recusal) -> Option<Finding> {
        let Some(Progress::Opened(vote)) = self.progress(report) else { return None };
        let mut recusals = vote.recusals.clone();
        recusals.insert(member.clone(), recusal.clone());
        let quorum = self.quorum_in(report, vote.opened_in(), &vote.recused_in_the_quorum(&recusals));
        let room = vote.opened_in().room_without(&self.docket().roster, &recusals);
        self.missing_quorum(quorum, &room).filter(|_| quorum != vote.quorum)
    }

    pub(super) fn end_recusal(&self, report: &ReportId, member: &MemberId) -> Consequences {
        self.may_change_who_takes_part(report)?;
        self.known(member)?;
        let (report, member) = (report.clone(), member.clone());
        if !self.recusals(&report).contains_key(&member) {
            return Err(Finding::NotRecused { member, report }.into());
        }
        let article = self.rules().article(Subject::Interest);
        let warning = Finding::InterestedTakesPart { member: member.clone(), report: report.clone(), article };
        Ok((vec![Event::RecusalEnded { report, member }], vec![warning]))
    }

    fn may_change_who_takes_part(&self, report: &ReportId) -> Result<(), Refused> {
        self.on_the_agenda(report)?;
        match self.progress(report) {
            Some(Progress::Done(_)) => Err(Finding::ReportDone(report.clone()).into()),
            Some(Progress::Opened(_)) => {
                self.in_session()?;
                self.no_closed_urn(report)
            }
            None => Ok(()),
        }
    }
}

fn ended(giver: &MemberId) -> Event {
    Event::ProxyEnded { giver: giver.clone() }
}

//! What happened in the sitting, in order, and when: what the minutes tell between the votes.
//!
//! A movement or a power whose hour is typed later stands where its hour puts it, with what it brought; everything else
//! stands where it was recorded.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::attendance::Presence;
use super::chair::ChairTitle;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::in_camera::InCameraVote;
use super::proposal::{Dropped, ProposalId};
use super::recusal::Recusal;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Happening {
    /// At what hour, if known.
    pub at: Option<Hour>,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// The sitting was opened.
    Opened,
    /// A report was opened.
    ReportOpened(ReportId),
    /// A result was proclaimed, or the report ended without a vote.
    Proclaimed(ReportId),
    /// A report was taken out of the vote that it shared with others.
    GroupLeft(ReportId),
    /// A proposal was filed.
    ProposalFiled(ReportId, ProposalId),
    /// A proposal was put to the vote.
    ProposalOpened(ReportId, ProposalId),
    /// A proposal will not be voted, and why.
    ProposalDropped(ReportId, ProposalId, Dropped),
    /// The result of a proposal was proclaimed.
    ProposalProclaimed(ReportId, ProposalId),
    /// A public ballot was asked for, on a proposal or on the text.
    BallotAsked(ReportId, Option<ProposalId>),
    /// A secret ballot was asked for, on that report or on that proposal in it.
    SecretAsked(ReportId, Option<ProposalId>),
    /// The council unanimously decided not to appoint by secret ballot.
    SecrecyWaived(ReportId),
    /// The text of a report was changed on the table.
    TextChanged(ReportId),
    /// A report was added to the agenda.
    ReportAdded(ReportId),
    /// A member arrived, left, stepped out, came back.
    Moved {
        /// Who.
        member: MemberId,
        /// Where the member was.
        from: Presence,
        /// Where the member is since.
        to: Presence,
    },
    /// A power was given in the sitting.
    ProxyGiven {
        /// By whom.
        giver: MemberId,
        /// To whom.
        holder: MemberId,
    },
    /// A power ended in the sitting.
    ProxyEnded {
        /// Whose power.
        giver: MemberId,
        /// Who held it.
        holder: MemberId,
    },
    /// A substitute took the seat of a titular, or a new member was installed.
    SeatTaken {
        /// Who sits.
        member: MemberId,
        /// In whose seat; nobody's if it was vacant.
        of: Option<MemberId>,
    },
    /// A titular took the seat back.
    SeatLeft {
        /// The substitute.
        member: MemberId,
    },
    /// A member must not take part in a report.
    Recused {
        /// In which report.
        report: ReportId,
        /// Who.
        member: MemberId,
        /// Why and how.
        recusal: Recusal,
    },
    /// Another presides.
    ChairTaken {
        /// Who.
        member: MemberId,
        /// Over one report, or from now on.
        report: Option<ReportId>,
        /// By what title.
        title: ChairTitle,
    },
    /// Secretaries were named, with the staff who help them, in place of those before.
    SecretariesNamed {
        /// The members.
        secretaries: Vec<MemberId>,
        /// The staff, as they are to be written.
        assistants: Vec<String>,
        /// Whether the staff alone changed.
        staff_alone: bool,
    },
    /// Another member presents a report.
    RapporteurReplaced {
        /// Which report.
        report: ReportId,
        /// Who, if anybody.
        member: Option<MemberId>,
    },
    /// The council voted on sitting in camera (*huis clos*).
    InCameraVoted(InCameraVote),
    /// The public was let in again.
    PublicAgain,
    /// The sitting was suspended.
    Suspended,
    /// It went on.
    Resumed,
    /// A result was rectified: that of a proposal, or of the text.
    Rectified(ReportId, Option<ProposalId>),
    /// The sitting was adjourned for want of a quorum.
    Adjourned,
    /// The sitting was closed.
    Closed,
}

impl What {
    /// Whether its hour says where it stands.
    fn is_placed_by_its_hour(&self) -> bool {
        matches!(self, Self::Moved { .. } | Self::SeatTaken { .. } | Self::ProxyGiven { .. })
    }

    /// Whether the happening before brought it in the same gesture: it has no hour of its own, and stands with it.
    fn is_brought_by(&self, before: &Self) -> bool {
        let ends_a_power_of =
            |who: &MemberId| matches!(self, Self::ProxyEnded { giver, holder } if giver == who || holder == who);
        match before {
            Self::Moved { member, to, .. } => match self {
                Self::ProxyEnded { giver, .. } if to.is_in() => giver == member,
                Self::ProxyEnded { holder, .. } => holder == member,
                Self::SeatLeft { .. } => to.is_in(),
                _ => false,
            },
            Self::ProxyGiven { giver, .. } => matches!(self, Self::ProxyEnded { holder, .. } if holder == giver),
            Self::SeatTaken { member, of } => {
                matches!(self, Self::Moved { member: seated, to, .. } if seated == member && to.is_in())
                    || of.as_ref().is_some_and(ends_a_power_of)
            }
            Self::SeatLeft { member } => ends_a_power_of(member),
            _ => false,
        }
    }
}

/// What has an hour that can be mended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HourOf {
    /// The opening of the sitting.
    #[serde(rename = "Ouverture")]
    Opening,
    /// The last movement of that member.
    #[serde(rename = "Mouvement")]
    Movement(MemberId),
    /// The proclamation of that report.
    #[serde(rename = "Proclamation")]
    Proclamation(ReportId),
    /// The last suspension.
    #[serde(rename = "Suspension")]
    Suspension,
    /// The last time the sitting went on.
    #[serde(rename = "Reprise")]
    Resumption,
    /// The close.
    #[serde(rename = "Cloture")]
    Closing,
}

impl HourOf {
    /// Whether that is what has the hour.
    #[must_use]
    pub fn is_of(&self, what: &What) -> bool {
        match (self, what) {
            (Self::Opening, What::Opened)
            | (Self::Suspension, What::Suspended)
            | (Self::Resumption, What::Resumed)
            | (Self::Closing, What::Closed | What::Adjourned) => true,
            (Self::Movement(of), What::Moved { member, .. } | What::SeatTaken { member, .. }) => of == member,
            (Self::Proclamation(of), What::Proclaimed(report)) => of == report,
            _ => false,
        }
    }
}

/// What happened, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chronicle {
    happenings: Arc<Vec<Happening>>,
    opened_at: Option<Hour>,
    /// Where the last happening that its hour placed stands, until something else is told.
    placed: Option<Placed>,
}

/// A happening that its hour placed, and how many behind it were brought by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Placed {
    at: usize,
    brought: usize,
}

impl Chronicle {
    /// Everything, in order.
    #[must_use]
    pub fn happenings(&self) -> &[Happening] {
        &self.happenings
    }

    /// The hour of the last happening that has one.
    #[must_use]
    pub fn last_hour(&self) -> Option<Hour> {
        self.happenings.iter().rev().find_map(|happening| happening.at)
    }

    /// Whether one hour of this sitting is before another: what is before 6 h follows midnight, if the sitting was
    /// opened before it.
    #[must_use]
    pub fn is_before(&self, one: Hour, other: Hour) -> bool {
        // The first hour known tells as much where that of the opening is not.
        let first = self.opened_at.or_else(|| self.happenings.iter().find_map(|happening| happening.at));
        let is_past_midnight = |hour: Hour| hour.hour() < 6 && first.is_some_and(|at| at.hour() >= 6);
        (is_past_midnight(one), one) < (is_past_midnight(other), other)
    }

    /// Adds what happened; what its hour places goes there, and what it brings with it goes behind it.
    pub fn add(&mut self, at: Option<Hour>, what: What) {
        if what == What::Opened {
            self.opened_at = at;
        }
        let brings = self.placed.filter(|placed| self.is_brought_with(*placed, at, &what));
        let place = match (brings, at) {
            (Some(Placed { at, brought }), _) => at + brought + 1,
            (None, Some(at)) if what.is_placed_by_its_hour() => self.place_of(at),
            _ => self.happenings.len(),
        };
        self.placed = match brings {
            Some(Placed { at, brought }) => Some(Placed { at, brought: brought + 1 }),
            None => what.is_placed_by_its_hour().then_some(Placed { at: place, brought: 0 }),
        };
        Arc::make_mut(&mut self.happenings).insert(place, Happening { at, what });
    }

    fn is_brought_with(&self, Placed { at: place, brought }: Placed, at: Option<Hour>, what: &What) -> bool {
        let gesture = self.happenings.iter().skip(place).take(brought + 1);
        let is_its_hour = at.is_none() || self.happenings.get(place).is_some_and(|head| head.at == at);
        is_its_hour && gesture.into_iter().any(|before| what.is_brought_by(&before.what))
    }

    /// Mends the hour of the last happening that fits; what its hour places goes there with what it brought.
    pub fn mend_hour(&mut self, fits: impl Fn(&What) -> bool, at: Hour) {
        let Some(place) = self.happenings.iter().rposition(|happening| fits(&happening.what)) else { return };
        self.placed = None;
        let place = self.head_of(place);
        let brought = self.brought_behind(place);
        let happenings = Arc::make_mut(&mut self.happenings);
        let mut moved: Vec<Happening> = happenings.drain(place..=place + brought).collect();
        for happening in &mut moved {
            let has_its_hour = happening.at.is_some() || fits(&happening.what);
            happening.at = has_its_hour.then_some(at);
        }
        let is_placed = moved.first().is_some_and(|happening| happening.what.is_placed_by_its_hour());
        if moved.iter().any(|happening| happening.what == What::Opened) {
            self.opened_at = Some(at);
        }
        let place = if is_placed { self.place_of(at) } else { place };
        Arc::make_mut(&mut self.happenings).splice(place..place, moved);
    }

    /// Whoever takes a seat and comes in by it does both in one gesture, which the seat begins.
    fn head_of(&self, place: usize) -> usize {
        let before = place.checked_sub(1).and_then(|before| self.happenings.get(before));
        let is_seated_so = |it: &Happening, before: &Happening| {
            matches!(before.what, What::SeatTaken { .. }) && it.at == before.at && it.what.is_brought_by(&before.what)
        };
        match (before, self.happenings.get(place)) {
            (Some(before), Some(it)) if is_seated_so(it, before) => place - 1,
            _ => place,
        }
    }

    /// How many happenings behind that one came with it: what it brought, and a power given in the same gesture.
    fn brought_behind(&self, place: usize) -> usize {
        let Some(head) = self.happenings.get(place) else { return 0 };
        let is_one_gesture = |happening: &Happening| match (&head.what, &happening.what) {
            (What::Moved { member, to, .. }, What::ProxyGiven { giver, .. }) => {
                giver == member && !to.is_in() && happening.at == head.at && head.at.is_some()
            }
            _ => false,
        };
        let mut with = 0;
        for happening in self.happenings.iter().skip(place + 1) {
            let family = &self.happenings[place..=place + with];
            let is_brought = family.iter().any(|before| happening.what.is_brought_by(&before.what));
            if !is_one_gesture(happening) && !(is_brought && (happening.at.is_none() || happening.at == head.at)) {
                break;
            }
            with += 1;
        }
        with
    }

    /// The last happening that fits.
    pub fn last(&self, fits: impl Fn(&What) -> bool) -> Option<&Happening> {
        self.happenings.iter().rev().find(|happening| fits(&happening.what))
    }

    /// Behind everything that is not known to be later than that hour.
    fn place_of(&self, at: Hour) -> usize {
        let is_later = |happening: &Happening| happening.at.is_some_and(|other| self.is_before(at, other));
        self.happenings.iter().position(is_later).unwrap_or(self.happenings.len())
    }
}

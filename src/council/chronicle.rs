//! What happened in the sitting, in order, and when: what the minutes tell between the votes.
//!
//! A movement whose hour is typed later stands where its hour puts it; everything else stands where it was recorded.

use std::sync::Arc;

use super::attendance::Presence;
use super::event::ChairTitle;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
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
    /// A result was proclaimed.
    Proclaimed(ReportId),
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
    /// Secretaries were named.
    SecretariesNamed(Vec<MemberId>),
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
    /// A result was rectified.
    Rectified(ReportId),
    /// The sitting was adjourned for want of a quorum.
    Adjourned,
    /// The sitting was closed.
    Closed,
}

/// A vote on sitting in camera: without debate, by more than half of the members present or represented.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct InCameraVote {
    /// Who asked for it.
    #[serde(rename = "demandeurs")]
    pub asked_by: Vec<MemberId>,
    /// *Pour*.
    #[serde(rename = "pour")]
    pub for_: u32,
    /// *Contre*.
    #[serde(rename = "contre")]
    pub against: u32,
    /// *Abstentions*.
    pub abstentions: u32,
    /// How many voices for it were needed.
    #[serde(rename = "majorite")]
    pub needed: u32,
}

impl InCameraVote {
    /// Whether the council sits in camera.
    #[must_use]
    pub fn is_adopted(&self) -> bool {
        self.for_ >= self.needed
    }
}

/// What happened, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chronicle {
    happenings: Arc<Vec<Happening>>,
    opened_at: Option<Hour>,
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
        let is_past_midnight = |hour: Hour| hour.hour() < 6 && self.opened_at.is_some_and(|at| at.hour() >= 6);
        (is_past_midnight(one), one) < (is_past_midnight(other), other)
    }

    /// Adds what happened; a movement goes where its hour puts it.
    pub fn add(&mut self, at: Option<Hour>, what: What) {
        if what == What::Opened {
            self.opened_at = at;
        }
        let moves = matches!(what, What::Moved { .. } | What::SeatTaken { .. });
        let place = match at.filter(|_| moves) {
            Some(at) => self.place_of(at),
            None => self.happenings.len(),
        };
        Arc::make_mut(&mut self.happenings).insert(place, Happening { at, what });
    }

    /// Mends the hour of the last happening that fits; a movement goes where its new hour puts it.
    pub fn mend_hour(&mut self, fits: impl Fn(&What) -> bool, at: Hour) {
        let Some(place) = self.happenings.iter().rposition(|happening| fits(&happening.what)) else { return };
        let what = Arc::make_mut(&mut self.happenings).remove(place).what;
        if matches!(what, What::Moved { .. } | What::SeatTaken { .. }) {
            let place = self.place_of(at);
            Arc::make_mut(&mut self.happenings).insert(place, Happening { at: Some(at), what });
        } else {
            if what == What::Opened {
                self.opened_at = Some(at);
            }
            Arc::make_mut(&mut self.happenings).insert(place, Happening { at: Some(at), what });
        }
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

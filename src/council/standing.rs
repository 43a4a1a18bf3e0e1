//! Where a sitting stands: what an action may change in the eyes of the room, so that two moments can be held side by side.

use super::attendance::Presence;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::outcome::Outcome;
use super::proposal::ProposalId;
use super::quorum::Quorum;
use super::sitting::{Sitting, Stage};
use super::tally::Tally;
use super::way::Way;

/// Where a sitting stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What the sitting is at.
    pub stage: Stage,
    /// The vote that is being taken.
    pub floor: Option<OnTheFloor>,
    /// Members in the room, of the vote that is being taken if there is one.
    pub present: u32,
    /// Members represented by another.
    pub represented: u32,
    /// Members out of the report.
    pub withdrawn: u32,
    /// Members excused.
    pub excused: u32,
    /// Members absent.
    pub absent: u32,
    /// The quorum.
    pub quorum: Quorum,
    /// Whether the public is out.
    pub is_in_camera: bool,
    /// Who presides.
    pub chair: Option<MemberId>,
    /// When it was opened, if known.
    pub opened_at: Option<Hour>,
}

/// The vote that is being taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnTheFloor {
    /// The report; of those put to one vote, the first of the agenda.
    pub report: ReportId,
    /// The proposal; none for the text.
    pub on: Option<ProposalId>,
    /// How it is recorded.
    pub way: Way,
    /// Its figures, if there are any.
    pub tally: Option<Tally>,
    /// What would be proclaimed now, if there is a result.
    pub outcome: Option<Outcome>,
}

impl OnTheFloor {
    /// Whether both are the vote on the same thing.
    #[must_use]
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        self.report == other.report && self.on == other.on
    }
}

impl Standing {
    /// Of that sitting, now.
    #[must_use]
    pub fn of(sitting: &Sitting) -> Self {
        let floor = sitting.floor();
        let room = sitting.room_of(floor.as_ref().map(|floor| floor.vote));
        let chair = floor.as_ref().map_or_else(|| sitting.chair(), |floor| sitting.chair_of(&floor.report.id));
        Self {
            stage: sitting.stage(),
            present: room.present(),
            represented: room.represented(),
            withdrawn: room.withdrawn(),
            excused: room.excused(),
            absent: room.absent(),
            quorum: sitting.quorum(),
            is_in_camera: sitting.is_in_camera(),
            chair: chair.cloned(),
            opened_at: sitting.opened_at(),
            floor: floor.map(|floor| OnTheFloor {
                report: floor.report.id.clone(),
                on: floor.on.cloned(),
                way: floor.vote.way,
                tally: Tally::of(floor.vote),
                outcome: Outcome::of_vote(floor.vote),
            }),
        }
    }
}

/// Who is somewhere else than before, in the order of the table: who, where from, where to.
#[must_use]
pub fn moved(before: &Sitting, after: &Sitting) -> Vec<(MemberId, Presence, Presence)> {
    let roster = &after.docket().roster;
    let places = |id: &MemberId| (before.attendance().presence(id), after.attendance().presence(id));
    let everyone = roster.everyone().map(|member| (&member.id, places(&member.id)));
    everyone.filter(|(_, (was, is))| was != is).map(|(id, (was, is))| (id.clone(), was, is)).collect()
}

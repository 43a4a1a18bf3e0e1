//! One vote, and what it gives: every figure and every outcome from its definition.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::election::{Contest, Gives};
use super::room::Room;
use super::urn::Urn;
use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::election::Form;
use crate::council::id::MemberId;
use crate::council::kind::ReportKind;
use crate::council::majority::Majority;
use crate::council::outcome::Outcome;
use crate::council::secret::Count as Totals;
use crate::council::tally::Tally;
use crate::council::way::{Counts, Stated, Way};

/// One vote: its room, how it is recorded, and what is said in it.
#[derive(Clone)]
pub(super) struct Ballot<'a> {
    pub room: Rc<Room<'a>>,
    pub barred: BTreeSet<&'a MemberId>,
    pub chair: Option<&'a MemberId>,
    /// By exception, who says nothing is for; by roll call, he was not called.
    pub said: BTreeMap<&'a MemberId, Choice>,
    pub way: Way,
    pub counts: Option<Counts>,
    pub chair_said: Option<Choice>,
    pub stated: Option<Stated>,
    pub majority: Majority,
    /// What the report ends with when no vote is taken on it.
    pub unvoted: Option<Outcome>,
    pub casting_vote: bool,
    /// Whether those who take no part by choice are voters.
    pub all_are_voters: bool,
    pub is_open: bool,
    /// What went on where nobody could see it, in a secret ballot.
    pub urn: Option<Urn<'a>>,
    /// What is elected, where somebody is.
    pub contest: Option<Contest<'a>>,
}

/// What a rectification gives.
#[derive(Clone, Copy)]
pub(super) struct Mended<'a> {
    pub presences: &'a [(MemberId, Presence)],
    pub voices: &'a [(MemberId, Choice)],
    pub counts: Option<Counts>,
    pub chair: Option<Choice>,
    pub stated: Option<Stated>,
    pub urn: Option<&'a Totals>,
}

/// What a report of that kind ends with when no vote is taken on it.
pub(super) fn unvoted(kind: ReportKind) -> Option<Outcome> {
    match kind {
        ReportKind::Acknowledgement { .. } | ReportKind::Decisions => Some(Outcome::Acknowledged),
        ReportKind::Information | ReportKind::Communication | ReportKind::OralQuestion => Some(Outcome::Heard),
        ReportKind::PreviousMinutes { .. } => Some(Outcome::Settled),
        ReportKind::Appointment { .. } => Some(Outcome::AppointedWithoutVote),
        ReportKind::Deliberation
        | ReportKind::Opinion { .. }
        | ReportKind::Wish
        | ReportKind::Motion
        | ReportKind::AdministrativeAccounts
        | ReportKind::UnifiedAccounts
        | ReportKind::Election { .. } => None,
    }
}

/// How a report of that kind is recorded unless somebody says otherwise.
pub(super) fn usual_way(kind: ReportKind) -> Way {
    match kind {
        ReportKind::Acknowledgement { voted } | ReportKind::PreviousMinutes { voted, .. } if voted => Way::ByException,
        kind if unvoted(kind).is_some() => Way::WithoutVote,
        ReportKind::Election { .. } => Way::Secret,
        _ => Way::ByException,
    }
}

impl<'a> Ballot<'a> {
    pub fn say(&mut self, member: &'a MemberId, choice: Choice) {
        if self.way == Way::ByException && choice == Choice::For {
            self.said.remove(member);
        } else if self.room.voices(&self.barred).contains(member) {
            self.said.insert(member, choice);
        }
    }

    /// Another way, which keeps what was said in the others; what was in an urn is not said in any.
    pub fn take_another_way(&mut self, way: Way) {
        if self.urn.is_some() {
            self.begin_again(way);
        }
        self.way = way;
    }

    /// What was said by a voice that is not heard any more is forgotten: it comes back saying nothing. Who may have put a
    /// ballot into an urn stays known.
    pub fn forget(&mut self) {
        let heard = self.room.voices(&self.barred);
        self.said.retain(|member, _| heard.contains(member));
        if let Some(urn) = &mut self.urn {
            urn.hear(&self.room, &self.barred);
        }
    }

    /// Whoever presides now did not say what the one before said.
    pub fn follow_the_chair(&mut self, chair: Option<&'a MemberId>) {
        if self.chair != chair {
            self.chair_said = None;
        }
        self.chair = chair;
    }

    pub fn is_closed(&self) -> bool {
        self.urn.as_ref().is_some_and(Urn::is_closed)
    }

    /// The vote begins anew in that way, and nothing was said in it.
    pub fn begin_again(&mut self, way: Way) {
        (self.counts, self.chair_said, self.stated) = (None, None, None);
        self.said.clear();
        self.urn = (way == Way::Secret).then(Urn::opened);
        self.way = way;
    }

    pub fn rectified(&self, mended: &Mended<'a>) -> Self {
        let mut ballot = self.clone();
        if let Some(round) = ballot.urn.as_mut().and_then(|urn| urn.rounds.last_mut()) {
            round.totals = mended.urn.or(round.totals);
            return ballot;
        }
        let room = Rc::make_mut(&mut ballot.room);
        for (member, presence) in mended.presences {
            room.mark(member, *presence);
            if room.away.contains(member) {
                room.powers.retain(|_, holder| *holder != member);
            } else {
                room.powers.remove(member);
            }
        }
        ballot.forget();
        for (member, choice) in mended.voices {
            ballot.say(member, *choice);
        }
        ballot.counts = mended.counts.or(ballot.counts);
        ballot.chair_said = mended.chair.or(ballot.chair_said);
        ballot.stated = mended.stated.or(ballot.stated);
        ballot
    }

    /// How many voices are heard.
    pub fn heard(&self) -> u64 {
        self.room.voices(&self.barred).len() as u64
    }

    /// The figures, where some are recorded, and the outcome; `None` for a vote that cannot be proclaimed as it stands.
    pub fn result(&self) -> Option<(Option<Tally>, Outcome)> {
        match self.way {
            Way::WithoutVote => Some((None, self.unvoted?)),
            Way::Secret => self.of_the_urn(),
            Way::Result => match self.stated? {
                Stated::Unanimously | Stated::Adopted if !self.could_adopt()? => None,
                Stated::Unanimously => Some((None, Outcome::AdoptedUnanimously)),
                Stated::Adopted => Some((None, Outcome::Adopted)),
                Stated::Rejected => Some((None, Outcome::Rejected)),
            },
            Way::Figures => {
                let counts = self.counts?;
                let all = [counts.for_, counts.against, counts.abstentions, counts.not_taking_part];
                if all.into_iter().map(u64::from).sum::<u64>() != self.heard() {
                    return None;
                }
                self.decided(counts, self.chair_said)
            }
            Way::ByException | Way::RollCall => {
                let heard = self.room.voices(&self.barred);
                let presumed = (self.way == Way::ByException).then_some(Choice::For);
                let said = |member: &MemberId| self.said.get(member).copied().or(presumed);
                if heard.iter().any(|member| said(member).is_none()) {
                    return None;
                }
                let saying = |choice| u32::try_from(heard.iter().filter(|it| said(it) == Some(choice)).count()).ok();
                let counts = Counts {
                    for_: saying(Choice::For)?,
                    against: saying(Choice::Against)?,
                    abstentions: saying(Choice::Abstain)?,
                    not_taking_part: saying(Choice::NotTakingPart)?,
                };
                self.decided(counts, self.chair.and_then(said))
            }
        }
    }

    pub fn last_round_gives(&self) -> Option<Gives> {
        self.urn.as_ref()?.rounds.last()?.gives(self.contest.as_ref()?)
    }

    /// Of a text, its figures; of an election whether everybody was elected, or nobody could be.
    fn of_the_urn(&self) -> Option<(Option<Tally>, Outcome)> {
        let urn = self.urn.as_ref()?;
        if let Some(contest) = &self.contest {
            let last = urn.rounds.last()?;
            let is_one_by_one = contest.form == Form::ByName;
            return match last.gives(contest)? {
                Gives::Filled(_) if is_one_by_one && contest.posts.is_some_and(|posts| last.post < posts) => None,
                Gives::Filled(_) => Some((None, Outcome::Elected)),
                Gives::Nobody if urn.rounds.iter().any(|round| round.fills(contest)) => Some((None, Outcome::Elected)),
                Gives::Nobody => Some((None, Outcome::NobodyElected)),
                Gives::Another | Gives::Open => None,
            };
        }
        let found = urn.of_a_text()?;
        let cast = found.for_.checked_add(found.against)?;
        let tally = Tally {
            in_office: found.in_office,
            voters: found.in_urn,
            abstentions: 0,
            blank_null: found.unvoiced,
            cast,
            absolute_majority: (u64::from(cast) / 2 + 1).try_into().ok().filter(|_| cast > 0),
            for_: found.for_,
            against: found.against,
            not_taking_part: found.without_a_ballot,
        };
        Some((Some(tally), self.outcome(tally.for_, tally.against, tally.in_office, None)))
    }

    fn decided(&self, counts: Counts, chair: Option<Choice>) -> Option<(Option<Tally>, Outcome)> {
        let Counts { for_, against, abstentions, not_taking_part } = counts;
        let cast = for_ + against;
        let in_office = u32::try_from(self.room.seats.len()).ok()?;
        let tally = Tally {
            in_office,
            voters: cast + abstentions + if self.all_are_voters { not_taking_part } else { 0 },
            abstentions,
            blank_null: 0,
            cast,
            // The least number that is more than half; nothing is more than half of nothing.
            absolute_majority: (0..=cast).find(|votes| 2 * votes > cast),
            for_,
            against,
            not_taking_part,
        };
        // His own voice, heard in the room: never one that he carries, nor what he says from outside.
        let heard = self.room.voices(&self.barred);
        let speaks = self.chair.is_some_and(|chair| heard.contains(chair) && !self.room.away.contains(chair));
        let outcome = self.outcome(for_, against, in_office, chair.filter(|_| speaks));
        Some((Some(tally), outcome))
    }

    /// `chair` is what whoever presides said by himself, aloud.
    fn outcome(&self, for_: u32, against: u32, in_office: u32, chair: Option<Choice>) -> Outcome {
        let cast = for_.saturating_add(against);
        let decides = self.casting_vote && matches!(self.majority, Majority::OfCast | Majority::Relative);
        match (chair.filter(|_| decides), for_ == against) {
            (_, true) if self.majority == Majority::NoneAgainst => Outcome::AdoptedNoMajorityAgainst,
            _ if cast == 0 => Outcome::RejectedNothingCast,
            _ if for_ < against => Outcome::Rejected,
            _ if self.is_short(for_, cast, in_office) => Outcome::RejectedShortOfMajority,
            (Some(Choice::For), true) => Outcome::AdoptedByCastingVote,
            (Some(Choice::Against), true) => Outcome::RejectedByCastingVote,
            (_, true) => Outcome::RejectedByTie,
            (_, false) if against == 0 => Outcome::AdoptedUnanimously,
            (_, false) => Outcome::Adopted,
        }
    }

    /// Whether the result would be that if every voice heard were for.
    fn could_adopt(&self) -> Option<bool> {
        let (heard, in_office) = (u32::try_from(self.heard()).ok()?, u32::try_from(self.room.seats.len()).ok()?);
        let is_enough = heard > 0 && !self.is_short(heard, heard, in_office);
        Some(is_enough || self.majority == Majority::NoneAgainst)
    }

    /// Fewer for than a majority that is more than most of the votes cast.
    fn is_short(&self, for_: u32, cast: u32, in_office: u32) -> bool {
        let [for_, cast, in_office] = [for_, cast, in_office].map(u64::from);
        match self.majority {
            Majority::OfCast | Majority::Relative | Majority::NoneAgainst => false,
            Majority::OfMembers => 2 * for_ <= in_office,
            Majority::ThreeFifthsOfCast => 5 * for_ < 3 * cast,
            Majority::ThreeFifthsOfMembers => 5 * for_ < 3 * in_office,
            Majority::TwoThirdsOfCast => 3 * for_ < 2 * cast,
            Majority::TwoThirdsOfMembers => 3 * for_ < 2 * in_office,
        }
    }
}

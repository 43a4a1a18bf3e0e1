//! A vote: its room, and what each voice says in it. By exception, the ordinary way, everyone is presumed for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attendance::{Attendance, Presence};
use super::chair::ChairTitle;
use super::id::{MemberId, ReportId};
use super::law::Rules;
use super::majority::DecisionRule;
use super::quorum::Quorum;
use super::recusal::{Ground, Recusal};
use super::room::Room;
use super::roster::Roster;
use super::secret::SecretVote;
use super::way::{Said, Way};

mod heard;

use self::heard::Heard;

/// What a voice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Choice {
    /// *Pour*.
    #[serde(rename = "Pour")]
    For,
    /// *Contre*.
    #[serde(rename = "Contre")]
    Against,
    /// *Abstention*.
    #[serde(rename = "Abstention")]
    Abstain,
    /// *Ne prend pas part au vote* (NPPV).
    #[serde(rename = "NePrendPasPart")]
    NotTakingPart,
}

impl Choice {
    /// Every choice, in the order in which the next one is taken.
    pub const ALL: [Self; 4] = [Self::For, Self::Against, Self::Abstain, Self::NotTakingPart];
}

/// The mode of a vote (*mode de scrutin*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ballot {
    /// *Ordinaire*: by show of hands. Nothing obliges to name the voters.
    #[default]
    Ordinary,
    /// *Public*: the register and the minutes name the voters and say how each voted (CGCT, art. L.2121-21).
    Public {
        /// Who asked for it, in the order given.
        asked_by: Vec<MemberId>,
    },
    /// *Secret*: ballots in an urn, totals only (CGCT, art. L.2121-21).
    Secret {
        /// Who asked for it, in the order given; nobody where a text wants it.
        asked_by: Vec<MemberId>,
    },
}

impl Ballot {
    /// Whether each name and its vote must be printed.
    #[must_use]
    pub fn is_public(&self) -> bool {
        matches!(self, Self::Public { .. })
    }

    /// Whether nobody may know who voted what.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Secret { .. })
    }
}

/// On what terms a vote is taken: what is settled before anybody speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Who presides over it.
    pub chair: Option<MemberId>,
    /// By what title, if it is not the president of the session file.
    pub chair_title: Option<ChairTitle>,
    /// The quorum when the report was opened.
    pub quorum: Quorum,
    /// By which rule the figures decide.
    pub rule: DecisionRule,
    /// How it is recorded.
    pub way: Way,
    /// Whether those who take no part by choice are counted among the voters.
    pub nppv_in_voters: bool,
}

/// A vote, with the two instants that its paper prints: its quorum is that of the opening of the report, its room that of
/// the vote, which follows who comes and goes until the result is proclaimed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Vote {
    /// The quorum when the report was opened.
    pub quorum: Quorum,
    /// Who was there and by whom represented.
    pub room: Room,
    /// Who must not take part, and why.
    pub recusals: BTreeMap<MemberId, Recusal>,
    /// Who presides over this vote.
    pub chair: Option<MemberId>,
    /// By what title, if it is not the president of the session file.
    pub chair_title: Option<ChairTitle>,
    /// Members in office (E).
    pub in_office: u32,
    /// By which rule the figures decide.
    pub rule: DecisionRule,
    /// How it is recorded. By secret ballot from [`Vote::draw_the_curtain`] on, and then for good.
    pub way: Way,
    /// Its mode.
    pub ballot: Ballot,
    /// The reports put to one vote with this one, itself included, in the order of the agenda; none if it stands alone.
    pub together: Vec<ReportId>,
    /// Whether those who take no part by choice are counted among the voters: a convention of the assembly.
    pub nppv_in_voters: bool,
    attendance: Attendance,
    opened_in: Attendance,
    recused_at_opening: BTreeMap<MemberId, Recusal>,
    heard: Heard,
}

impl Vote {
    /// Opens a vote. By exception, every voice in the room is presumed for.
    #[must_use]
    pub fn open(attendance: &Attendance, roster: &Roster, recusals: BTreeMap<MemberId, Recusal>, terms: Terms) -> Self {
        let mut vote = Self {
            rule: terms.rule,
            quorum: terms.quorum,
            room: attendance.room_without(roster, &recusals),
            recused_at_opening: recusals.clone(),
            recusals,
            chair: terms.chair,
            chair_title: terms.chair_title,
            in_office: attendance.in_office(roster),
            ballot: if terms.way == Way::Secret { Ballot::Secret { asked_by: vec![] } } else { Ballot::Ordinary },
            heard: Heard::in_that_way(terms.way),
            way: terms.way,
            together: Vec::new(),
            nppv_in_voters: terms.nppv_in_voters,
            attendance: attendance.clone(),
            opened_in: attendance.clone(),
        };
        vote.hear_the_room();
        vote
    }

    /// Seats the room anew: someone came or went, or is recused. What was said by a voice that is gone is gone with it; the
    /// room of an urn that is closed is kept as it was.
    pub fn seat(&mut self, attendance: &Attendance, roster: &Roster) {
        if self.urn_is_closed() {
            return;
        }
        self.attendance = attendance.clone();
        self.in_office = attendance.in_office(roster);
        self.room = attendance.room_without(roster, &self.recusals);
        self.hear_the_room();
    }

    /// Another presides: what the one before said for himself decides nothing any more.
    pub fn take_chair(&mut self, chair: Option<MemberId>, title: Option<ChairTitle>) {
        if self.chair != chair
            && let Some(aloud) = self.aloud_mut()
        {
            aloud.chair = None;
        }
        self.chair = chair;
        self.chair_title = title;
    }

    /// Who was there when the report was opened.
    #[must_use]
    pub fn opened_in(&self) -> &Attendance {
        &self.opened_in
    }

    /// Who counts otherwise in the quorum of the opening if these must not take part. A representative and whoever answers
    /// for the accounts never counted in it, whenever that is said; who is interested and leaves later leaves after it.
    #[must_use]
    pub fn recused_in_the_quorum(&self, recusals: &BTreeMap<MemberId, Recusal>) -> BTreeMap<MemberId, Recusal> {
        let is_interest = |recusal: &Recusal| recusal.ground == Ground::Interest;
        let at_opening = self.recused_at_opening.iter().filter(|(_, recusal)| is_interest(recusal));
        let since = recusals.iter().filter(|(_, recusal)| !is_interest(recusal));
        at_opening.chain(since).map(|(member, recusal)| (member.clone(), recusal.clone())).collect()
    }

    /// The vote as it should have been recorded: these members were elsewhere, these voices said something else.
    ///
    /// A power ends with the absence of its giver or with the presence of its holder, as it would have that evening.
    #[must_use]
    pub fn rectified(&self, roster: &Roster, rules: &Rules, presences: &[(MemberId, Presence)], said: &Said) -> Self {
        let mut attendance = self.attendance.clone();
        let mut vote = self.clone();
        // Nobody signs a list that is closed, and nobody is struck from it.
        for (member, presence) in presences.iter().filter(|_| !self.urn_is_closed()) {
            // Who came or went between the opening and the vote was, at the opening, where he is said to have been.
            let did_not_move = vote.opened_in.presence(member).is_in() == self.attendance.presence(member).is_in();
            if did_not_move {
                move_to(&mut vote.opened_in, member, *presence);
            }
            move_to(&mut attendance, member, *presence);
        }
        vote.seat(&attendance, roster);
        let recused = self.recused_in_the_quorum(&self.recusals);
        vote.quorum.counted = Quorum::counted_in(&vote.opened_in.room_without(roster, &recused), &recused, rules);
        for (member, choice) in &said.voices {
            vote.set(member, *choice);
        }
        if let Some(aloud) = vote.aloud_mut() {
            aloud.counts = said.counts.or(aloud.counts);
            aloud.chair = said.chair.or(aloud.chair);
            aloud.stated = said.stated.or(aloud.stated);
        }
        if let (Some(count), Some(round)) = (&said.urn, vote.secret_mut().and_then(SecretVote::last_mut)) {
            round.count = Some(count.in_order());
        }
        vote
    }

    /// Where that member was marked when the vote was taken, the report's own recusals aside.
    #[must_use]
    pub fn presence(&self, member: &MemberId) -> Presence {
        self.attendance.presence(member)
    }

    /// Who was where and who spoke for whom when the vote was taken, the report's own recusals aside.
    #[must_use]
    pub fn attendance(&self) -> &Attendance {
        &self.attendance
    }

    /// What that member's voice says; `None` if it is not in the room, was not called yet, or is not recorded by name.
    #[must_use]
    pub fn choice(&self, member: &MemberId) -> Option<Choice> {
        let said = self.said(member);
        self.room.has_voice(member).then_some(())?;
        match self.way {
            Way::ByException => Some(said.unwrap_or(Choice::For)),
            Way::RollCall => said,
            Way::Figures | Way::Result | Way::WithoutVote | Way::Secret => None,
        }
    }

    /// What whoever presides said for himself; `None` if he has no voice here, or nobody recorded it. Never a voice that he
    /// carries.
    #[must_use]
    pub fn choice_of_the_chair(&self) -> Option<Choice> {
        let chair = self.chair.as_ref().filter(|chair| self.room.speaks(chair))?;
        if self.way.names() { self.choice(chair) } else { self.chair_said() }
    }

    /// Records what a voice says. A voice that is not in the room is left out: `decide` has refused it before.
    pub fn set(&mut self, member: &MemberId, choice: Choice) {
        let (way, has_voice) = (self.way, self.room.has_voice(member));
        let Some(aloud) = self.aloud_mut() else { return };
        if choice == Choice::For && way != Way::RollCall {
            aloud.said.remove(member);
        } else if has_voice {
            aloud.said.insert(member.clone(), choice);
        }
    }

    /// Every voice in the room that said something, and what, by identity; none where names are not recorded.
    pub fn choices(&self) -> impl Iterator<Item = (&MemberId, Choice)> {
        let names = self.way.names();
        let presumed = (self.way == Way::ByException).then_some(Choice::For);
        let voices = self.room.voices().filter(move |_| names);
        voices.filter_map(move |member| Some((member, self.said(member).or(presumed)?)))
    }

    /// Those who were not called yet, by identity, if the vote is by roll call.
    pub fn awaited(&self) -> impl Iterator<Item = &MemberId> {
        let by_roll_call = self.way == Way::RollCall;
        self.room.voices().filter(move |member| by_roll_call && self.said(member).is_none())
    }

    /// How many voices are in the room, spoken or carried.
    #[must_use]
    pub fn voices(&self) -> u32 {
        u32::try_from(self.room.voices().count()).unwrap_or(u32::MAX)
    }

    /// Whether the two give the same voices, by whatever way: what is kept of the other ways aside.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        self.room == other.room
            && self.attendance == other.attendance
            && self.opened_in == other.opened_in
            && self.quorum == other.quorum
            && self.way == other.way
            && match self.way {
                Way::ByException | Way::RollCall => self.choices().eq(other.choices()),
                Way::Figures => (self.counts(), self.chair_said()) == (other.counts(), other.chair_said()),
                Way::Result => self.stated() == other.stated(),
                Way::Secret => self.secret() == other.secret(),
                Way::WithoutVote => true,
            }
    }

    /// The voices that say so, by identity.
    pub fn saying(&self, choice: Choice) -> impl Iterator<Item = &MemberId> {
        self.choices().filter(move |(_, said)| *said == choice).map(|(member, _)| member)
    }
}

/// Puts a member somewhere, with the powers that end by it.
fn move_to(attendance: &mut Attendance, member: &MemberId, presence: Presence) {
    if presence.is_in() {
        attendance.end_proxy(member);
    } else {
        let ended: Vec<MemberId> = attendance.givers_to(member).cloned().collect();
        for giver in ended {
            attendance.end_proxy(&giver);
        }
    }
    attendance.set_presence(member, presence);
}

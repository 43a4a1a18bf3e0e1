//! The ordinary vote, by exception: everyone is presumed for, and the others are marked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attendance::{Attendance, Presence};
use super::chair::ChairTitle;
use super::id::MemberId;
use super::law::Rules;
use super::quorum::Quorum;
use super::recusal::{Ground, Recusal};
use super::room::Room;
use super::roster::Roster;

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

/// By which rule the figures of a vote decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DecisionRule {
    /// More for than against; equal votes are decided by whoever presides (CGCT, art. L.2121-20).
    Ordinary,
    /// The same in a body where nobody decides equal votes.
    NoCastingVote,
    /// The accounts: adopted unless a majority is against (CGCT, art. L.1612-12). Nobody has a casting vote.
    Accounts,
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
    attendance: Attendance,
    opened_in: Attendance,
    recused_at_opening: BTreeMap<MemberId, Recusal>,
    exceptions: BTreeMap<MemberId, Choice>,
}

impl Vote {
    /// Opens a vote: every voice in the room is presumed for.
    #[must_use]
    pub fn open(
        attendance: &Attendance,
        roster: &Roster,
        recusals: BTreeMap<MemberId, Recusal>,
        chair: Option<MemberId>,
        quorum: Quorum,
        rule: DecisionRule,
    ) -> Self {
        Self {
            rule,
            quorum,
            room: attendance.room_without(roster, &recusals),
            recused_at_opening: recusals.clone(),
            recusals,
            chair,
            chair_title: None,
            in_office: attendance.in_office(roster),
            attendance: attendance.clone(),
            opened_in: attendance.clone(),
            exceptions: BTreeMap::new(),
        }
    }

    /// Seats the room anew: someone came or went, or is recused. What was said by a voice that is gone is gone with it.
    pub fn seat(&mut self, attendance: &Attendance, roster: &Roster) {
        self.attendance = attendance.clone();
        self.in_office = attendance.in_office(roster);
        self.room = attendance.room_without(roster, &self.recusals);
        let room = &self.room;
        self.exceptions.retain(|member, _| room.has_voice(member));
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
    pub fn rectified(
        &self,
        roster: &Roster,
        rules: &Rules,
        presences: &[(MemberId, Presence)],
        voices: &[(MemberId, Choice)],
    ) -> Self {
        let mut attendance = self.attendance.clone();
        let mut vote = self.clone();
        for (member, presence) in presences {
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
        for (member, choice) in voices {
            vote.set(member, *choice);
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

    /// What that member's voice says; `None` if it is not in the room.
    #[must_use]
    pub fn choice(&self, member: &MemberId) -> Option<Choice> {
        self.room.has_voice(member).then(|| self.exceptions.get(member).copied().unwrap_or(Choice::For))
    }

    /// What whoever presides said for himself; `None` if he has no voice here. Never a voice that he carries.
    #[must_use]
    pub fn choice_of_the_chair(&self) -> Option<Choice> {
        self.chair.as_ref().filter(|chair| self.room.speaks(chair)).and_then(|chair| self.choice(chair))
    }

    /// Records what a voice says. A voice that is not in the room is left out: `decide` has refused it before.
    pub fn set(&mut self, member: &MemberId, choice: Choice) {
        if choice == Choice::For {
            self.exceptions.remove(member);
        } else if self.room.has_voice(member) {
            self.exceptions.insert(member.clone(), choice);
        }
    }

    /// Every voice in the room and what it says, by identity.
    pub fn choices(&self) -> impl Iterator<Item = (&MemberId, Choice)> {
        self.room.voices().map(|member| (member, self.exceptions.get(member).copied().unwrap_or(Choice::For)))
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

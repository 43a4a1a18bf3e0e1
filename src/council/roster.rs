//! Who sits on the council: members in office (*membres en exercice*) in the order of the table, and their groups.

use std::collections::BTreeMap;

use super::id::MemberId;
use super::name::Name;

/// A member in office (*membre en exercice*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Identity, unique in the roster.
    pub id: MemberId,
    /// Name as the file gives it.
    pub name: Name,
    /// *Groupe* politique, if any.
    pub group: Option<String>,
    /// *Fonction*: maire, 1er adjoint…
    pub role: Option<String>,
}

/// The members in office, in the order of the session file, which is the order of the papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    members: Vec<Member>,
    places: BTreeMap<MemberId, usize>,
}

impl Roster {
    /// Builds the roster; of two members with one identity the first wins (the session file refuses the second).
    #[must_use]
    pub fn new(members: Vec<Member>) -> Self {
        let mut roster = Self::default();
        for member in members {
            if !roster.places.contains_key(&member.id) {
                roster.places.insert(member.id.clone(), roster.members.len());
                roster.members.push(member);
            }
        }
        roster
    }

    /// The members, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Member> {
        self.members.iter()
    }

    /// The identities, in the order of the table.
    pub fn ids(&self) -> impl Iterator<Item = &MemberId> {
        self.members.iter().map(|member| &member.id)
    }

    /// How many members are in office (*inscrits*, E in the formulas).
    #[must_use]
    pub fn in_office(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    /// The member of that identity.
    #[must_use]
    pub fn get(&self, id: &MemberId) -> Option<&Member> {
        self.places.get(id).map(|place| &self.members[*place])
    }

    /// Whether the identity is that of a member.
    #[must_use]
    pub fn contains(&self, id: &MemberId) -> bool {
        self.places.contains_key(id)
    }

    /// The member's name as lists write it; the bare identity for a stranger, so that a message can always be made.
    #[must_use]
    pub fn listed(&self, id: &MemberId) -> String {
        self.get(id).map_or_else(|| id.to_string(), |member| member.name.listed())
    }

    /// The groups in the order in which the table first names them.
    #[must_use]
    pub fn groups(&self) -> Vec<&str> {
        let mut groups: Vec<&str> = Vec::new();
        for group in self.members.iter().filter_map(|member| member.group.as_deref()) {
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups
    }
}

//! Who sits on the council: members in office (*membres en exercice*) in the order of the table, and their groups.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::id::MemberId;
use super::name::{Name, fold};

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
    /// *Rang* in the order of the table, from 1, if the file gives it.
    pub rank: Option<u32>,
    /// Day of birth (*naissance*), if the file gives it: equal votes go to the eldest.
    pub birth: Option<Date>,
    /// Whether this person sits from the start, or may take the seat of another.
    pub standing: Standing,
}

impl Member {
    /// The place of a deputy (*adjoint*, *vice-président*) in the order of replacement, from 1: the number in the role, as
    /// in « 2e adjointe ». `None` for anybody else.
    ///
    /// Source: CGCT, art. L.2122-17.
    #[must_use]
    pub fn deputy_rank(&self) -> Option<u32> {
        let role = fold(self.role.as_deref()?);
        let is_deputy = role.contains("adjoint") || role.contains("vice president");
        let digits: String = role.chars().take_while(char::is_ascii_digit).collect();
        let number = match role.split(' ').next() {
            Some("premier" | "premiere") => Some(1),
            Some("deuxieme" | "second" | "seconde") => Some(2),
            _ => digits.parse().ok(),
        };
        number.filter(|_| is_deputy)
    }
}

impl Member {
    /// Whether the role is that of the head of the council: « Maire », « Présidente », and nothing more.
    #[must_use]
    pub fn is_head(&self) -> bool {
        let role = self.role.as_deref().map(fold);
        matches!(role.as_deref(), Some("maire" | "president" | "presidente"))
    }
}

/// By what a person of the file sits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// *Membre en exercice*.
    #[default]
    InOffice,
    /// *Suppléant* of that titular: sits, with a vote, while the titular is away.
    SubstituteOf(MemberId),
    /// To be installed in the seat of that member, who has resigned or died; or in a vacant seat.
    SuccessorOf(Option<MemberId>),
}

/// The members in office and those who may take a seat, in the order of the session file, which is that of the papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    members: Vec<Member>,
    places: BTreeMap<MemberId, usize>,
    /// By folded surname, the places of those who bear it: a screen asks for each name that it writes.
    families: BTreeMap<String, Vec<usize>>,
    in_office: u32,
}

impl Roster {
    /// Builds the roster; of two members with one identity the first wins (the session file refuses the second).
    #[must_use]
    pub fn new(members: Vec<Member>) -> Self {
        let mut roster = Self::default();
        for member in members {
            if !roster.places.contains_key(&member.id) {
                roster.places.insert(member.id.clone(), roster.members.len());
                roster.families.entry(fold(&member.name.surname)).or_default().push(roster.members.len());
                roster.in_office += u32::from(member.standing == Standing::InOffice);
                roster.members.push(member);
            }
        }
        roster
    }

    /// Everyone, those who may take a seat included, in the order of the file.
    #[must_use]
    pub fn everyone(&self) -> impl DoubleEndedIterator<Item = &Member> {
        self.members.iter()
    }

    /// Everyone, by identity.
    pub fn by_identity(&self) -> impl Iterator<Item = &Member> {
        self.places.values().map(|place| &self.members[*place])
    }

    /// The members in office when the sitting begins, in the order of the table.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Member> {
        self.members.iter().filter(|member| member.standing == Standing::InOffice)
    }

    /// The identities of the members in office when the sitting begins, in the order of the table.
    #[must_use]
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = &MemberId> {
        self.iter().map(|member| &member.id)
    }

    /// How many members are in office when the sitting begins (*inscrits*, E in the formulas).
    #[must_use]
    pub fn in_office(&self) -> u32 {
        self.in_office
    }

    /// The member of that identity.
    #[must_use]
    pub fn get(&self, id: &MemberId) -> Option<&Member> {
        self.places.get(id).map(|place| &self.members[*place])
    }

    /// The others who bear that member's surname, as it is compared: without accents or case. In the order of the file.
    pub fn namesakes(&self, member: &Member) -> impl Iterator<Item = &Member> {
        let family = self.families.get(&fold(&member.name.surname)).map_or(&[][..], Vec::as_slice);
        family.iter().map(|place| &self.members[*place]).filter(move |other| other.id != member.id)
    }

    /// Whether the identity is that of someone in the file.
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

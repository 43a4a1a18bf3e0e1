//! The members: their names and identities, which must be one each, and the powers they gave beforehand.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::council::attendance::{Attendance, Presence};
use crate::council::id::MemberId;
use crate::council::name::{Civility, Name};
use crate::council::plain::plain;
use crate::council::roster::{Member, Roster, Standing};

use super::at::{At, Spot};
use super::hostile;
use super::people::{self, Directory, Keys, Meant};
use super::problem::{Part, ProblemKind, Remark};
use super::reading::Reading;

/// A member as the file gives him, and where.
#[derive(Debug)]
pub struct Draft {
    /// Name.
    pub name: Name,
    /// Identity, if the file gives one.
    pub id: Option<String>,
    /// *Groupe*.
    pub group: Option<String>,
    /// *Fonction*.
    pub role: Option<String>,
    /// *État*.
    pub presence: Presence,
    /// To whom a power is given, by name.
    pub power: Option<String>,
    /// Where it is written.
    pub origin: Origin,
}

/// Where a member is written.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In the list of the session file, at that place from 0.
    List(usize),
    /// In a file beside it.
    Row {
        /// Which file.
        file: String,
        /// The bytes of the surname.
        surname: Range<usize>,
        /// The bytes of the power; of the whole line if there is none.
        power: Range<usize>,
    },
}

impl Origin {
    fn spot(&self, fields: &[&'static str]) -> Spot {
        match self {
            Self::List(place) => {
                let list = At::ROOT.field("membres");
                let mut path = list.item(*place).path();
                path.extend(fields.iter().map(|field| super::at::Step::Field(field)));
                Spot::Value(path)
            }
            Self::Row { file, surname, power } => {
                let bytes = if matches!(fields, ["etat", ..]) { power } else { surname };
                Spot::Beside(file.clone(), bytes.clone())
            }
        }
    }
}

/// The members, checked.
#[derive(Debug, Default)]
pub struct Members {
    /// Members in office.
    pub roster: Roster,
    /// Who is expected, and powers.
    pub expected: Attendance,
    /// To find the others whom the file names.
    pub directory: Directory,
    /// First names, folded, of those whose surname the file leaves out.
    without_surname: Vec<String>,
}

impl Members {
    /// Takes the members in, with all that is wrong with them.
    pub fn gather(drafts: Vec<Draft>, reading: &mut Reading<'_>) -> Self {
        let mut members = Self::default();
        let mut seen = Seen::default();
        for draft in &drafts {
            let keys = Keys::of(&draft.name);
            let id = members.take_in(draft, &keys, &mut seen, reading);
            members.directory.add(&id, &draft.name, keys);
        }
        members.powers(&drafts, reading);
        let member = |(draft, id): (Draft, &MemberId)| Member {
            id: id.clone(),
            name: draft.name,
            group: draft.group,
            role: draft.role,
            rank: None,
            standing: Standing::InOffice,
        };
        members.roster = Roster::new(drafts.into_iter().zip(members.directory.ids()).map(member).collect());
        members
    }

    /// The identity of a draft, checked against those before it.
    fn take_in(&mut self, draft: &Draft, keys: &Keys, seen: &mut Seen, reading: &mut Reading<'_>) -> MemberId {
        let key = keys.listed();
        if draft.name.surname.is_empty() {
            self.without_surname.push(key);
            return draft.name.slug();
        }
        let is_double = self.look_for_double(key, draft, seen, reading);
        let id = match &draft.id {
            Some(id) => MemberId::new(id),
            None => draft.name.slug(),
        };
        // A member written twice has one identity twice: that is said once.
        if !(is_double && draft.id.is_none())
            && let Some(first) = self.directory.of_identity(&id)
        {
            let kind = ProblemKind::IdTwice { id: id.to_string(), first: first.to_owned() };
            let field = if draft.id.is_some() { "id" } else { "nom" };
            reading.note(kind, draft.origin.spot(&[field]));
        }
        id
    }

    /// A member written twice, or « АMIEL » with a Cyrillic А beside « AMIEL »: the eye takes both for one.
    fn look_for_double(&self, key: String, draft: &Draft, seen: &mut Seen, reading: &mut Reading<'_>) -> bool {
        let listed = draft.name.listed();
        let foreign = hostile::foreign_letter(&listed);
        if let Some(letter) = foreign
            && hostile::has_latin(&listed)
        {
            reading.remarks.push(Remark::MixedAlphabets { name: listed.clone(), letter });
        }
        let look = if foreign.is_some() { people::key(&hostile::as_it_looks(&listed)) } else { key.clone() };
        let Some(earlier) = seen.looks.get(&look) else {
            let has_id = draft.id.is_some();
            seen.looks.insert(look, Looks { place: self.directory.len(), key, has_id, foreign });
            return false;
        };
        let first = self.directory.name(earlier.place).to_owned();
        let kind = match foreign.or(earlier.foreign).filter(|_| earlier.key != key) {
            Some(letter) => ProblemKind::Lookalike { name: listed, letter, first },
            // Two people of one name are told apart by the identities that the clerk gives them.
            None if draft.id.is_some() && earlier.has_id => return false,
            None => ProblemKind::MemberTwice { name: listed, first },
        };
        reading.note(kind, draft.origin.spot(&["nom"]));
        true
    }

    /// Who is meant; a finding if nobody or several.
    pub fn person(&self, text: &str, part: Part, spot: Spot, reading: &mut Reading<'_>) -> Option<MemberId> {
        self.place_of(text, part, spot, reading).and_then(|place| self.directory.id(place).cloned())
    }

    fn place_of(&self, text: &str, part: Part, spot: Spot, reading: &mut Reading<'_>) -> Option<usize> {
        // Without members everybody is a stranger: that there are none is said once.
        if self.directory.is_empty() {
            return None;
        }
        let found = text.to_owned();
        match self.directory.find(text) {
            Meant::One(place) => return Some(place),
            Meant::Several(places) => {
                let ids: BTreeSet<&MemberId> = places.iter().filter_map(|place| self.directory.id(*place)).collect();
                // One identity twice is a member written twice: that is said there.
                if ids.len() == places.len() {
                    let candidates = ids.into_iter().map(ToString::to_string).collect();
                    reading.note(ProblemKind::AmbiguousPerson { part, found, candidates }, spot);
                }
            }
            Meant::Nobody(nearest) => {
                let nearest = nearest.map(|place| self.directory.name(place).to_owned());
                if !self.may_be_spoiled(text, nearest.as_deref()) {
                    reading.note(ProblemKind::UnknownPerson { part, found, nearest }, spot);
                }
            }
        }
        None
    }

    /// Whether a member's own name is what is wrong: a hidden character in it, or no surname at all.
    fn may_be_spoiled(&self, text: &str, nearest: Option<&str>) -> bool {
        let wanted = people::key(text);
        nearest.is_some_and(|name| matches!(plain(name), Cow::Owned(_)))
            || self.without_surname.iter().any(|first| wanted.contains(first))
    }

    /// Presence and powers. A power is carried by somebody present, and given by somebody excused.
    fn powers(&mut self, drafts: &[Draft], reading: &mut Reading<'_>) {
        for (place, draft) in drafts.iter().enumerate() {
            let Some(id) = self.directory.id(place).cloned() else { continue };
            self.expected.set_presence(&id, draft.presence);
            let Some(power) = &draft.power else { continue };
            let spot = || draft.origin.spot(&["etat", "pouvoir_a"]);
            let giver = draft.name.listed();
            if draft.presence != Presence::Excused {
                let kind = ProblemKind::GiverNotExcused { giver: giver.clone(), state: draft.presence };
                reading.note(kind, draft.origin.spot(&["etat"]));
            }
            let Some(holder) = self.place_of(power, Part::HolderFor(giver.clone()), spot(), reading) else { continue };
            let Some(held_by) = drafts.get(holder) else { continue };
            if holder == place {
                reading.note(ProblemKind::PowerToSelf(giver), spot());
            } else if let Some(next) = &held_by.power {
                let holder = held_by.name.listed();
                reading.note(ProblemKind::PowerChain { giver, holder, next: next.clone() }, spot());
            } else if held_by.presence != Presence::Present {
                let holder = held_by.name.listed();
                reading.note(ProblemKind::HolderAway { giver, holder }, spot());
            } else if let Some(holder) = self.directory.id(holder) {
                self.expected.give(&id, holder);
            }
        }
    }
}

/// What the members before this one are called.
#[derive(Default)]
struct Seen {
    /// By the folded name as the eye reads it.
    looks: HashMap<String, Looks>,
}

/// The first member of a look.
struct Looks {
    place: usize,
    key: String,
    has_id: bool,
    foreign: Option<char>,
}

/// A name of a member, from the fields of either form of the file.
#[must_use]
pub fn name(surname: Option<String>, first: Option<String>, civility: Option<Civility>) -> Name {
    Name { surname: surname.unwrap_or_default(), first: first.unwrap_or_default(), civility }
}

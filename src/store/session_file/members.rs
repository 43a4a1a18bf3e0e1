//! The members: their names and identities, which must be one each. Their seats and powers are in `standings`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use jiff::civil::Date;

use crate::council::attendance::{Attendance, Presence};
use crate::council::docket::ProxyRun;
use crate::council::id::MemberId;
use crate::council::name::{Civility, Name};
use crate::council::plain::plain;
use crate::council::roster::{Member, Roster, Standing};

use super::alphabets::{self, Look};
use super::at::{At, Spot};
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
    /// *Rang*.
    pub rank: Option<u32>,
    /// *Voix*.
    pub voices: Option<u32>,
    /// *Suppléant de*: whose substitute this is, by name.
    pub substitute_of: Option<String>,
    /// *Remplace*: whose seat this person is to take.
    pub replaces: Option<Replaced>,
    /// *Naissance*, if the file gives it.
    pub birth: Option<Date>,
    /// *État*, if the file gives it.
    pub state: Option<State>,
    /// Where it is written.
    pub origin: Origin,
}

/// The seat that a successor is to take.
#[derive(Clone, Debug)]
pub enum Replaced {
    /// That of a member, by name.
    Member(String),
    /// One that nobody holds.
    VacantSeat,
}

/// The attendance of a member as the file gives it.
#[derive(Debug)]
pub struct State {
    /// Where the member is.
    pub presence: Presence,
    /// To whom a power is given, by name.
    pub power: Option<String>,
    /// For how many sittings in a row, this one included.
    pub sittings: Option<u32>,
    /// Whether an illness is certified.
    pub illness: Option<bool>,
}

impl Draft {
    /// Where the member is; whoever is not said to be elsewhere is in the room.
    #[must_use]
    pub fn presence(&self) -> Presence {
        self.state.as_ref().map_or(Presence::Present, |state| state.presence)
    }

    /// Whether this is a member in office, and not somebody who may take a seat.
    #[must_use]
    pub fn sits(&self) -> bool {
        self.substitute_of.is_none() && self.replaces.is_none()
    }

    /// To whom a power is given, by name.
    #[must_use]
    pub fn power(&self) -> Option<&str> {
        self.state.as_ref().and_then(|state| state.power.as_deref())
    }
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
        /// The bytes of the name of whoever has the seat; of the whole line if there is none.
        seat: Range<usize>,
        /// The bytes of the day of birth; of the whole line if there is none.
        birth: Range<usize>,
    },
}

impl Origin {
    /// Where that field of the member stands.
    #[must_use]
    pub fn spot(&self, fields: &[&'static str]) -> Spot {
        match self {
            Self::List(place) => {
                let list = At::ROOT.field("membres");
                let mut path = list.item(*place).path();
                path.extend(fields.iter().map(|field| super::at::Step::Field(field)));
                Spot::Value(path)
            }
            Self::Row { file, surname, power, seat, birth } => {
                let bytes = match fields {
                    ["etat", ..] => power,
                    ["suppleant_de" | "remplace"] => seat,
                    ["naissance"] => birth,
                    _ => surname,
                };
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
    /// For how long powers have lasted.
    pub proxy_runs: BTreeMap<MemberId, ProxyRun>,
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
        let standings = members.standings(&drafts, reading);
        members.powers(&drafts, reading);
        let member = |((draft, id), standing): ((Draft, &MemberId), Standing)| Member {
            id: id.clone(),
            name: draft.name,
            group: draft.group,
            role: draft.role,
            rank: draft.rank,
            birth: draft.birth,
            standing,
        };
        let everyone = drafts.into_iter().zip(members.directory.ids()).zip(standings);
        members.roster = Roster::new(everyone.map(member).collect());
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
        if let Some(letter) = alphabets::stranger(&listed) {
            reading.remarks.push(Remark::MixedAlphabets { name: listed.clone(), letter });
        }
        let own = Earlier { place: self.directory.len(), has_id: draft.id.is_some() };
        let look = Look::of(&listed);
        let is_same = seen.names.get(&key).copied();
        let looks_same = || seen.as_written.get(&look.as_written).or_else(|| seen.in_capitals.get(&look.in_capitals));
        let earlier = is_same.or_else(|| looks_same().copied());
        if !look.as_written.is_empty() {
            seen.as_written.entry(look.as_written).or_insert(own);
            seen.in_capitals.entry(look.in_capitals).or_insert(own);
        }
        seen.names.entry(key).or_insert(own);
        let Some(earlier) = earlier else { return false };
        let first = self.directory.name(earlier.place).to_owned();
        let differ = alphabets::difference(&listed, &first).filter(|_| is_same.is_none());
        // Two people of one name are told apart by the identities that the clerk gives them; letters of two alphabets never
        // are told apart by a reader.
        if own.has_id && earlier.has_id && differ.is_none_or(|differ| differ.in_one_alphabet) {
            return false;
        }
        let kind = match differ {
            Some(differ) => ProblemKind::Lookalike { name: listed, first, differ },
            None => ProblemKind::MemberTwice { name: listed, first },
        };
        reading.note(kind, draft.origin.spot(&["nom"]));
        true
    }

    /// Whom a field names; nothing if the field is empty, or if nobody or several are meant.
    pub fn named(&self, text: Option<String>, part: Part, at: &At<'_>, reading: &mut Reading<'_>) -> Option<MemberId> {
        let text = reading.line(text, at)?;
        self.person(&text, part, Spot::Value(at.path()), reading)
    }

    /// Who is meant; a finding if nobody or several.
    pub fn person(&self, text: &str, part: Part, spot: Spot, reading: &mut Reading<'_>) -> Option<MemberId> {
        self.place_of(text, part, spot, reading).and_then(|place| self.directory.id(place).cloned())
    }

    /// The place of who is meant; a finding if nobody or several.
    pub fn place_of(&self, text: &str, part: Part, spot: Spot, reading: &mut Reading<'_>) -> Option<usize> {
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
}

/// What the members before this one are called: the first of each name, and of each look.
#[derive(Default)]
struct Seen {
    /// By the folded name.
    names: HashMap<String, Earlier>,
    /// By the name as the eye reads it.
    as_written: HashMap<String, Earlier>,
    /// By the name as the eye reads it in capitals.
    in_capitals: HashMap<String, Earlier>,
}

/// A member before this one.
#[derive(Clone, Copy)]
struct Earlier {
    place: usize,
    has_id: bool,
}

/// A name of a member, from the fields of either form of the file.
#[must_use]
pub fn name(surname: Option<String>, first: Option<String>, civility: Option<Civility>) -> Name {
    Name { surname: surname.unwrap_or_default(), first: first.unwrap_or_default(), civility }
}

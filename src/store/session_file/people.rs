//! Members by name: who is meant by « GACHON Loïc », « Loïc Gachon », « gachon » or an identity.
//!
//! The session file names people so, and so does a course typed afterwards: [`Directory::of`] takes the roster that the
//! session file gave, and [`Directory::member`] finds whom a name means in it.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::council::id::MemberId;
use crate::council::name::{Name, fold};
use crate::council::roster::Roster;

/// From which likeness on a name is suggested, between 0 and 1.
const LIKE: f64 = 0.75;

/// How many names are searched for a nearest one: each search walks all members.
const SUGGESTIONS: usize = 20;

/// From how many bytes on a text is no name misspelt: comparing takes as long as the text times every name.
const LONGEST_MISSPELT: usize = 256;

/// Who is meant by a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The member of that place.
    One(usize),
    /// Several members.
    Several(Vec<usize>),
    /// Nobody; perhaps the member of that place.
    Nobody(Option<usize>),
}

/// Why a name means no one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// Nobody has it; perhaps the member of that name was meant, surname first.
    Nobody {
        /// The name most like it, if one is near.
        nearest: Option<String>,
    },
    /// Several have it: a whole name or an identity tells them apart.
    Several {
        /// Their identities, in the order of the file.
        candidates: Vec<MemberId>,
    },
}

/// Finds whom a text means in a roster, as the session file does. For more than one name, keep a [`Directory`].
///
/// # Errors
/// [`NotFound`] if nobody or several are meant.
pub fn member_named(roster: &Roster, text: &str) -> Result<MemberId, NotFound> {
    Directory::of(roster).member(text)
}

/// The members in the order of the file, found by name or identity.
#[derive(Debug, Default)]
pub struct Directory {
    listed: Vec<String>,
    members: Vec<MemberId>,
    ids: HashMap<String, usize>,
    names: HashMap<String, Places>,
    surnames: HashMap<String, Places>,
    /// The names folded, made when the first stranger is met.
    folded: OnceCell<Vec<String>>,
    suggested: Cell<usize>,
}

/// The members of one name: nearly always one.
#[derive(Debug)]
enum Places {
    One(usize),
    Several(Vec<usize>),
}

/// A name folded for comparison.
#[derive(Debug)]
pub struct Keys {
    surname: String,
    first: String,
}

impl Keys {
    /// Folds a name.
    #[must_use]
    pub fn of(name: &Name) -> Self {
        Self { surname: key(&name.surname), first: key(&name.first) }
    }

    /// Surname first.
    #[must_use]
    pub fn listed(&self) -> String {
        [self.surname.as_str(), &self.first].concat()
    }

    fn spoken(&self) -> String {
        [self.first.as_str(), &self.surname].concat()
    }
}

/// A text without accents, capitals, punctuation or spaces: « DI CARO » and « Di-Caro » are one.
#[must_use]
pub fn key(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(|character| character != ' ');
    folded
}

fn note(names: &mut HashMap<String, Places>, key: String, place: usize) {
    match names.entry(key) {
        Entry::Vacant(vacant) => {
            vacant.insert(Places::One(place));
        }
        Entry::Occupied(mut occupied) => match occupied.get_mut() {
            Places::Several(places) => places.push(place),
            Places::One(first) => {
                let first = *first;
                occupied.insert(Places::Several(vec![first, place]));
            }
        },
    }
}

impl Directory {
    /// Everyone of a roster, those who may take a seat included.
    #[must_use]
    pub fn of(roster: &Roster) -> Self {
        let mut directory = Self::default();
        for member in roster.everyone() {
            directory.add(&member.id, &member.name, Keys::of(&member.name));
        }
        directory
    }

    /// The member whom a text means.
    ///
    /// # Errors
    /// [`NotFound`] if nobody or several are meant.
    pub fn member(&self, text: &str) -> Result<MemberId, NotFound> {
        let places = match self.find(text) {
            Meant::One(place) => vec![place],
            Meant::Several(places) => places,
            Meant::Nobody(nearest) => {
                return Err(NotFound::Nobody { nearest: nearest.map(|place| self.name(place).to_owned()) });
            }
        };
        let mut candidates: Vec<MemberId> =
            places.iter().filter_map(|place| self.members.get(*place).cloned()).collect();
        match candidates.pop() {
            Some(only) if candidates.is_empty() => Ok(only),
            last => {
                candidates.extend(last);
                Err(NotFound::Several { candidates })
            }
        }
    }

    /// Adds a member after the others.
    pub fn add(&mut self, id: &MemberId, name: &Name, keys: Keys) {
        let place = self.listed.len();
        self.listed.push(name.listed());
        self.members.push(id.clone());
        self.ids.entry(id.to_string()).or_insert(place);
        let (listed, spoken) = (keys.listed(), keys.spoken());
        if spoken != listed {
            note(&mut self.names, spoken, place);
        }
        note(&mut self.names, listed, place);
        note(&mut self.surnames, keys.surname, place);
    }

    /// The first member of that identity.
    #[must_use]
    pub fn of_identity(&self, id: &MemberId) -> Option<&str> {
        self.ids.get(id.as_str()).map(|place| self.name(*place))
    }

    /// The name of the member of that place, as lists write it.
    #[must_use]
    pub fn name(&self, place: usize) -> &str {
        self.listed.get(place).map_or("", String::as_str)
    }

    /// The identity of the member of that place.
    #[must_use]
    pub fn id(&self, place: usize) -> Option<&MemberId> {
        self.members.get(place)
    }

    /// The identities, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &MemberId> {
        self.members.iter()
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no member at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// Whom a text means: an identity first, then a whole name, then a surname that only one member has.
    #[must_use]
    pub fn find(&self, text: &str) -> Meant {
        if let Some(place) = self.ids.get(text.trim()) {
            return Meant::One(*place);
        }
        let key = key(text);
        match self.names.get(&key).or_else(|| self.surnames.get(&key)) {
            Some(Places::One(place)) => Meant::One(*place),
            Some(Places::Several(places)) => Meant::Several(places.clone()),
            None => Meant::Nobody(self.nearest(text)),
        }
    }

    /// The member whose name is most like the text, surname first or last.
    fn nearest(&self, text: &str) -> Option<usize> {
        if text.len() > LONGEST_MISSPELT {
            return None;
        }
        if self.suggested.replace(self.suggested.get() + 1) >= SUGGESTIONS {
            return None;
        }
        let wanted = fold(text);
        let turned = match wanted.rsplit_once(' ') {
            Some((before, last)) => format!("{last} {before}"),
            None => wanted.clone(),
        };
        let folded = self.folded.get_or_init(|| self.listed.iter().map(|name| fold(name)).collect());
        let likeness = |name| strsim::jaro_winkler(&wanted, name).max(strsim::jaro_winkler(&turned, name));
        let best = folded.iter().map(|name| likeness(name)).enumerate();
        let best = best.map(|(place, likeness)| (likeness, place)).max_by(|a, b| a.0.total_cmp(&b.0));
        best.filter(|(likeness, _)| *likeness >= LIKE).map(|(_, place)| place)
    }
}

#[cfg(test)]
mod tests {
    use crate::council::roster::{Member, Standing};

    use super::*;

    fn directory(names: &[(&str, &str)]) -> Directory {
        let mut directory = Directory::default();
        for (surname, first) in names {
            let name = Name { surname: (*surname).into(), first: (*first).into(), civility: None };
            directory.add(&name.slug(), &name, Keys::of(&name));
        }
        directory
    }

    #[test]
    fn a_member_is_found_by_name_in_either_order_by_surname_and_by_identity() {
        let members =
            directory(&[("GACHON", "Loïc"), ("DI CARO", "Sylvaine"), ("MARTIN", "Régis"), ("MARTIN", "Anne")]);
        for text in ["GACHON Loïc", "Loïc GACHON", "gachon  loic", "Gachon", "gachon-loic"] {
            assert_eq!(members.find(text), Meant::One(0), "{text}");
        }
        assert_eq!(members.find("Sylvaine Dicaro"), Meant::One(1));
        assert_eq!(members.find("MARTIN"), Meant::Several(vec![2, 3]));
        assert_eq!(members.find("martin-anne"), Meant::One(3));
    }

    #[test]
    fn a_text_that_is_too_long_for_a_name_is_compared_to_none() {
        let long = "Z".repeat(LONGEST_MISSPELT);
        let members = directory(&[(&long, "Guy")]);
        assert_eq!(members.find(&long[1..]), Meant::Nobody(Some(0)));
        assert_eq!(members.find(&format!("{long} Guyy")), Meant::Nobody(None));
    }

    #[test]
    fn a_stranger_is_told_the_nearest_member_and_nobody_if_none_is_near() {
        let members = directory(&[("GARCIN", "Eric"), ("GACHON", "Loïc"), ("BARRET", "Guy")]);
        assert_eq!(members.find("GACHON Louis"), Meant::Nobody(Some(1)));
        assert_eq!(members.find("Louis Gachon"), Meant::Nobody(Some(1)));
        assert_eq!(members.find("XYZW"), Meant::Nobody(None));
    }

    fn roster(names: &[(&str, &str)]) -> Roster {
        let member = |(surname, first): &(&str, &str)| {
            let name = Name { surname: (*surname).into(), first: (*first).into(), civility: None };
            let titular = MemberId::new("barret-guy");
            // Whoever does not sit yet is named like the others.
            let standing = if *surname == "GACHON" { Standing::SubstituteOf(titular) } else { Standing::InOffice };
            Member { id: name.slug(), name, group: None, role: None, rank: None, birth: None, standing }
        };
        Roster::new(names.iter().map(member).collect())
    }

    #[test]
    fn a_member_of_a_roster_is_named_as_in_the_session_file_substitutes_included() {
        let roster = roster(&[("BARRET", "Guy"), ("GACHON", "Loïc"), ("MARTIN", "Régis"), ("MARTIN", "Anne")]);
        for text in ["GACHON Loïc", "loic gachon", "Gachon", "gachon-loic"] {
            assert_eq!(member_named(&roster, text), Ok(MemberId::new("gachon-loic")), "{text}");
        }
        let candidates = vec![MemberId::new("martin-regis"), MemberId::new("martin-anne")];
        assert_eq!(member_named(&roster, "Martin"), Err(NotFound::Several { candidates }));
        let nearest = Some("BARRET Guy".to_owned());
        assert_eq!(member_named(&roster, "Guy Baret"), Err(NotFound::Nobody { nearest }));
        assert_eq!(member_named(&roster, "XYZW"), Err(NotFound::Nobody { nearest: None }));
    }
}

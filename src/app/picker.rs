//! Looking for a member: letters, or walking the list. One search for every screen that needs a name.

use std::collections::BTreeSet;

use crate::council::id::MemberId;
use crate::council::name::fold;
use crate::council::roster::Roster;

/// The names of the roster, folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    lines: Vec<Line>,
    groups: Vec<GroupLine>,
}

/// A group, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
struct GroupLine {
    name: String,
    /// « saintexempleautrement ».
    listed: String,
    /// Every word of its name.
    words: Vec<String>,
}

/// What a search finds: somebody, or a whole political group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A member.
    Member(MemberId),
    /// A political group (*groupe*), by its name.
    Group(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    id: MemberId,
    /// « aubrypaul »: the surname, then the first name.
    listed: String,
    /// « paulaubry ».
    spoken: String,
    /// How much of `listed` is the surname.
    surname: usize,
    /// Every word of the name from its beginning: « caro » of « DI CARO ».
    words: Vec<String>,
    group: Vec<String>,
}

/// How well a search fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    WholeSurname,
    Surname,
    Word,
    FirstName,
    /// By the name of a group: the group itself stands here, before those who are in it.
    Group,
}

impl Directory {
    /// Folds the names of everyone in a roster.
    #[must_use]
    pub fn of(roster: &Roster) -> Self {
        let lines = roster
            .everyone()
            .map(|member| {
                let surname = compact(&member.name.surname);
                let first = compact(&member.name.first);
                Line {
                    id: member.id.clone(),
                    listed: format!("{surname}{first}"),
                    spoken: format!("{first}{surname}"),
                    surname: surname.len(),
                    words: words(&member.name.surname).into_iter().chain(words(&member.name.first)).collect(),
                    group: member.group.as_deref().map(words).unwrap_or_default(),
                }
            })
            .collect();
        Self { lines, groups: groups_of(roster.everyone().filter_map(|member| member.group.as_deref())) }
    }

    /// The same, of these alone; the groups stay all.
    #[must_use]
    pub fn among<'a>(&self, members: impl IntoIterator<Item = &'a MemberId>) -> Self {
        let members: BTreeSet<&MemberId> = members.into_iter().collect();
        let lines = self.lines.iter().filter(|line| members.contains(&line.id)).cloned().collect();
        Self { lines, groups: self.groups.clone() }
    }

    /// Whether these are the members of whom it has the names, in this order.
    #[must_use]
    pub fn is_of<'a>(&self, members: impl Iterator<Item = &'a MemberId>) -> bool {
        self.lines.iter().map(|line| &line.id).eq(members)
    }

    /// Who fits a search, best first, then in the order of the table; everybody for an empty one.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<MemberId> {
        let query = compact(query);
        if query.is_empty() {
            return self.lines.iter().map(|line| line.id.clone()).collect();
        }
        self.fitting(&query).into_iter().map(|(_, id)| id.clone()).collect()
    }

    /// The same, with the groups that fit: each stands as one behind the members whom their own name brings, and before
    /// those whom it brings itself.
    #[must_use]
    pub fn find_with_groups(&self, query: &str) -> Vec<Hit> {
        let query = compact(query);
        if query.is_empty() {
            return self.lines.iter().map(|line| Hit::Member(line.id.clone())).collect();
        }
        let found = self.fitting(&query);
        let by_name = found.iter().take_while(|(fit, _)| *fit < Fit::Group).count();
        let member = |(_, id): &(Fit, &MemberId)| Hit::Member((*id).clone());
        let groups = self.groups.iter().filter(|group| group.fits(&query)).map(|group| Hit::Group(group.name.clone()));
        let mut hits: Vec<Hit> = found.iter().take(by_name).map(member).collect();
        hits.extend(groups);
        hits.extend(found.iter().skip(by_name).map(member));
        hits
    }

    fn fitting(&self, query: &str) -> Vec<(Fit, &MemberId)> {
        let mut found: Vec<(Fit, &MemberId)> =
            self.lines.iter().filter_map(|line| Some((line.fit(query)?, &line.id))).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found
    }
}

/// Each group once, in the order of the table.
fn groups_of<'a>(names: impl Iterator<Item = &'a str>) -> Vec<GroupLine> {
    let mut groups: Vec<GroupLine> = Vec::new();
    for name in names {
        if !groups.iter().any(|group| group.name == name) {
            groups.push(GroupLine { name: name.to_owned(), listed: compact(name), words: words(name) });
        }
    }
    groups
}

impl GroupLine {
    fn fits(&self, query: &str) -> bool {
        self.listed.starts_with(query) || self.words.iter().any(|word| word.starts_with(query))
    }
}

impl Line {
    fn fit(&self, query: &str) -> Option<Fit> {
        if self.listed.starts_with(query) {
            let whole = query.len() == self.surname;
            return Some(if whole { Fit::WholeSurname } else { Fit::Surname });
        }
        if self.words.iter().any(|word| word.starts_with(query)) {
            return Some(Fit::Word);
        }
        if self.spoken.starts_with(query) {
            return Some(Fit::FirstName);
        }
        self.group.iter().any(|word| word.starts_with(query)).then_some(Fit::Group)
    }
}

fn compact(text: &str) -> String {
    fold(text).replace(' ', "")
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What is typed, who fits, and who is picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picker {
    query: String,
    hits: Vec<Hit>,
    at: Option<usize>,
    spent: bool,
    with_groups: bool,
}

impl Picker {
    /// One that finds political groups too.
    #[must_use]
    pub fn with_groups() -> Self {
        Self { with_groups: true, ..Self::default() }
    }

    /// The letters typed.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Who fits, best first.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The place of the one picked among the hits.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        self.at
    }

    /// The member picked.
    #[must_use]
    pub fn picked(&self) -> Option<&MemberId> {
        match self.hits.get(self.at?)? {
            Hit::Member(member) => Some(member),
            Hit::Group(_) => None,
        }
    }

    /// The group picked.
    #[must_use]
    pub fn picked_group(&self) -> Option<&str> {
        match self.hits.get(self.at?)? {
            Hit::Member(_) => None,
            Hit::Group(name) => Some(name),
        }
    }

    /// Whether the list is walked without a letter typed.
    #[must_use]
    pub fn is_walking(&self) -> bool {
        self.query.is_empty() && self.at.is_some()
    }

    /// Adds a letter; the best hit is picked.
    pub fn search(&mut self, letter: char, directory: &Directory) {
        if self.spent {
            self.clear();
        }
        self.query.push(letter);
        self.look(directory);
    }

    /// The search was answered by a refusal: it stays to be read and corrected, and the next letter begins another,
    /// so that the next name is not typed behind this one.
    pub fn spend(&mut self) {
        self.spent = true;
    }

    /// Takes the last letter away.
    pub fn erase(&mut self, directory: &Directory) {
        self.spent = false;
        self.query.pop();
        if self.query.is_empty() {
            self.clear();
        } else {
            self.look(directory);
        }
    }

    /// Forgets the search and the walk.
    pub fn clear(&mut self) {
        self.query.clear();
        self.hits.clear();
        self.at = None;
        self.spent = false;
    }

    /// Moves among the hits; without a search, walks the whole table.
    pub fn walk(&mut self, by: isize, directory: &Directory) {
        if self.query.is_empty() && self.hits.is_empty() {
            self.hits = directory.find("").into_iter().map(Hit::Member).collect();
        }
        let last = self.hits.len().saturating_sub(1);
        self.at = match self.at {
            _ if self.hits.is_empty() => None,
            None => Some(if by < 0 { last } else { 0 }),
            Some(place) => Some(place.saturating_add_signed(by).min(last)),
        };
    }

    /// Picks that member as walking there would; nothing for one who is not in the list.
    pub fn point(&mut self, member: &MemberId, directory: &Directory) {
        self.clear();
        self.hits = directory.find("").into_iter().map(Hit::Member).collect();
        self.at = self.hits.iter().position(|hit| matches!(hit, Hit::Member(id) if id == member));
        if self.at.is_none() {
            self.clear();
        }
    }

    fn look(&mut self, directory: &Directory) {
        self.hits = if self.with_groups {
            directory.find_with_groups(&self.query)
        } else {
            directory.find(&self.query).into_iter().map(Hit::Member).collect()
        };
        self.at = (!self.hits.is_empty()).then_some(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::name::Name;
    use crate::council::roster::Member;

    fn directory(names: &[(&str, &str, &str)]) -> Directory {
        let members = names.iter().map(|(surname, first, group)| {
            let name = Name { surname: (*surname).into(), first: (*first).into(), civility: None };
            Member {
                id: name.slug(),
                name,
                group: Some((*group).into()),
                role: None,
                rank: None,
                standing: crate::council::roster::Standing::InOffice,
            }
        });
        Directory::of(&Roster::new(members.collect()))
    }

    fn found(query: &str) -> Vec<String> {
        let names = [
            ("PAULET", "Anne", "Ensemble"),
            ("MARTINET", "Léa", "Ensemble"),
            ("MARTIN", "Paul", "Saint-Exemple demain"),
            ("MARTIN", "Lucie", "Ensemble"),
            ("DI CARO", "Sylvaine", "Ensemble"),
        ];
        directory(&names).find(query).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_surname_comes_before_a_first_name_and_a_first_name_before_a_group() {
        assert_eq!(found("paul"), ["paulet-anne", "martin-paul"]);
        assert_eq!(found("demain"), ["martin-paul"]);
    }

    #[test]
    fn a_whole_surname_comes_before_a_longer_one_and_homonyms_are_told_apart_by_going_on_typing() {
        assert_eq!(found("martin"), ["martin-paul", "martin-lucie", "martinet-lea"]);
        assert_eq!(found("martinl"), ["martin-lucie"]);
    }

    #[test]
    fn accents_case_and_particles_do_not_hide_anyone() {
        assert_eq!(found("LEA"), ["martinet-lea"]);
        assert_eq!(found("léa"), ["martinet-lea"]);
        assert_eq!(found("caro"), ["di-caro-sylvaine"]);
        assert_eq!(found("dicaro"), ["di-caro-sylvaine"]);
        assert!(found("zzz").is_empty());
    }

    #[test]
    fn a_group_is_one_hit_behind_the_names_and_before_its_members() {
        let names = [("ENSELME", "Paul", "Demain"), ("MARTINET", "Léa", "Ensemble"), ("MARTIN", "Paul", "Ensemble")];
        let hits = directory(&names).find_with_groups("ens");
        let member = |id: &str| Hit::Member(MemberId::new(id));
        let group = Hit::Group("Ensemble".to_owned());
        assert_eq!(hits, [member("enselme-paul"), group.clone(), member("martinet-lea"), member("martin-paul")]);
        assert_eq!(directory(&names).find_with_groups("ensem")[0], group);
    }

    #[test]
    fn walking_starts_at_either_end_and_stops_there() {
        let directory = directory(&[("A", "", ""), ("B", "", "")]);
        let mut picker = Picker::default();
        picker.walk(1, &directory);
        assert_eq!(picker.picked().map(MemberId::as_str), Some("a"));
        picker.walk(5, &directory);
        assert_eq!(picker.picked().map(MemberId::as_str), Some("b"));
        picker.clear();
        picker.walk(-1, &directory);
        assert_eq!(picker.picked().map(MemberId::as_str), Some("b"));
    }
}

//! The names of the roster, folded once, and who fits what is typed: letters, initials, a number in the list.

use std::collections::BTreeSet;

use crate::council::id::MemberId;
use crate::council::name::fold;
use crate::council::roster::{Member, Roster};

use super::Hit;
use super::reading::Reading;

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

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    id: MemberId,
    /// The number in the list, in figures.
    number: String,
    /// « aubrypaul »: the surname, then the first name.
    listed: String,
    /// « paulaubry ».
    spoken: String,
    /// How much of `listed` is the surname.
    surname: usize,
    /// Every word of the name from its beginning: « caro » of « DI CARO ».
    words: Vec<String>,
    /// « lm » and « ml » of MARTINET Léa; « jpm », « mjp », « jm » and « mj » of MARTIN Jean-Paul.
    initials: Vec<String>,
    group: Vec<String>,
}

/// How well a search fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    WholeSurname,
    Surname,
    Word,
    FirstName,
    Initials,
    /// By the name of a group: the group itself stands here, before those who are in it.
    Group,
}

/// Who fits, best first, and between whom what is typed does not decide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Members and groups.
    pub hits: Vec<Hit>,
    /// The first and those who fit as well by the same name; empty where the first is the only one.
    pub alike: Vec<MemberId>,
}

impl Directory {
    /// Folds the names of everyone in a roster.
    #[must_use]
    pub fn of(roster: &Roster) -> Self {
        let ranks: BTreeSet<u32> = roster.everyone().filter_map(|member| member.rank).collect();
        // The file's own ranks are those of her printed list, if each has one; else the order of the file is the list.
        let are_ranked = ranks.len() == roster.everyone().count();
        let lines = roster
            .everyone()
            .zip(1u32..)
            .map(|(member, place)| line(member, member.rank.filter(|_| are_ranked).unwrap_or(place)))
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

    /// The number of a member in the list, in figures; empty for one who is not in it.
    #[must_use]
    pub fn number(&self, member: &MemberId) -> &str {
        self.lines.iter().find(|line| line.id == *member).map_or("", |line| &line.number)
    }

    /// Whether another in the list is written with the same surname and first name.
    #[must_use]
    pub fn has_namesake(&self, member: &MemberId) -> bool {
        let own = self.lines.iter().find(|line| line.id == *member);
        own.is_some_and(|own| self.lines.iter().any(|line| line.id != own.id && line.listed == own.listed))
    }

    /// Whether that is the number of somebody in the list, or the beginning of one.
    #[must_use]
    pub fn has_number(&self, figures: &str) -> bool {
        let figures = figures.trim_start_matches('0');
        self.lines.iter().any(|line| line.number.starts_with(figures))
    }

    /// Everybody, in the order of the table.
    pub fn everybody(&self) -> impl Iterator<Item = &MemberId> {
        self.lines.iter().map(|line| &line.id)
    }

    /// Who fits letters, best first, then in the order of the table; everybody for none.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<MemberId> {
        let query = compact(query);
        if query.is_empty() {
            return self.everybody().cloned().collect();
        }
        self.fitting(&query).into_iter().map(|(_, line)| line.id.clone()).collect()
    }

    /// The same, with the groups that fit: each stands as one behind the members whom their own name brings, and before
    /// those whom it brings itself.
    #[must_use]
    pub fn find_with_groups(&self, query: &str) -> Vec<Hit> {
        self.by_letters(query, true).hits
    }

    /// Who fits what is typed.
    pub(super) fn look(&self, reading: &Reading, with_groups: bool) -> Found {
        match reading {
            Reading::Letters(letters) => self.by_letters(letters, with_groups),
            Reading::Number(figures) => Found { hits: Self::numbered(figures, self.lines.iter()), alike: Vec::new() },
            Reading::Both(letters, figures) => {
                let named = self.fitting(&compact(letters)).into_iter().map(|(_, line)| line);
                Found { hits: Self::numbered(figures, named), alike: Vec::new() }
            }
        }
    }

    fn by_letters(&self, query: &str, with_groups: bool) -> Found {
        let query = compact(query);
        if query.is_empty() {
            let hits = self.everybody().cloned().map(Hit::Member).collect();
            return Found { hits, alike: Vec::new() };
        }
        let found = self.fitting(&query);
        let by_name = found.iter().take_while(|(fit, _)| *fit < Fit::Group).count();
        let member = |(_, line): &(Fit, &Line)| Hit::Member(line.id.clone());
        let groups = self.groups.iter().filter(|group| with_groups && group.fits(&query));
        let mut hits: Vec<Hit> = found.iter().take(by_name).map(member).collect();
        hits.extend(groups.map(|group| Hit::Group(group.name.clone())));
        hits.extend(found.iter().skip(by_name).map(member));
        let is_a_group = matches!(hits.first(), Some(Hit::Group(_)));
        Found { hits, alike: if is_a_group { Vec::new() } else { alike(&found, &query) } }
    }

    fn fitting(&self, query: &str) -> Vec<(Fit, &Line)> {
        let mut found: Vec<(Fit, &Line)> =
            self.lines.iter().filter_map(|line| Some((line.fit(query)?, line))).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found
    }

    /// The one of that number, then those whose numbers begin so, in the order of the table.
    fn numbered<'a>(figures: &str, among: impl Iterator<Item = &'a Line>) -> Vec<Hit> {
        let figures = figures.trim_start_matches('0');
        if figures.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<&Line> = among.filter(|line| line.number.starts_with(figures)).collect();
        found.sort_by_key(|line| line.number != figures);
        found.into_iter().map(|line| Hit::Member(line.id.clone())).collect()
    }
}

/// Those between whom the letters do not decide: the first hit, and whoever fits as well by the same surname, the same
/// whole word, the same initials.
fn alike(found: &[(Fit, &Line)], query: &str) -> Vec<MemberId> {
    let Some((fit, first)) = found.first() else { return Vec::new() };
    let is_like = |line: &Line| match fit {
        Fit::WholeSurname | Fit::Surname => line.listed.get(..line.surname) == first.listed.get(..first.surname),
        Fit::Word => [first, line].into_iter().all(|line| line.words.iter().any(|word| word == query)),
        Fit::FirstName => line.spoken == first.spoken,
        Fit::Initials | Fit::Group => true,
    };
    let all: Vec<MemberId> =
        found.iter().filter(|(own, line)| own == fit && is_like(line)).map(|(_, line)| line.id.clone()).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

fn line(member: &Member, number: u32) -> Line {
    let surname = compact(&member.name.surname);
    let first = compact(&member.name.first);
    let (of_surname, of_first) = (words(&member.name.surname), words(&member.name.first));
    Line {
        id: member.id.clone(),
        number: number.to_string(),
        listed: format!("{surname}{first}"),
        spoken: format!("{first}{surname}"),
        surname: surname.len(),
        initials: initials(&of_surname, &of_first),
        words: of_surname.into_iter().chain(of_first).collect(),
        group: member.group.as_deref().map(words).unwrap_or_default(),
    }
}

/// The initials of a name, said either way round, whole and of its first words alone.
fn initials(surname: &[String], first: &[String]) -> Vec<String> {
    let whole = |words: &[String]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    let short = |words: &[String]| words.first().and_then(|word| word.chars().next()).map(String::from);
    if surname.is_empty() || first.is_empty() {
        return Vec::new();
    }
    let (surnames, firsts) = (whole(surname), whole(first));
    let mut all = vec![format!("{firsts}{surnames}"), format!("{surnames}{firsts}")];
    if let (Some(surname), Some(first)) = (short(surname), short(first)) {
        all.extend([format!("{first}{surname}"), format!("{surname}{first}")]);
    }
    all.sort();
    all.dedup();
    all
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
        if self.initials.iter().any(|initials| initials == query) {
            return Some(Fit::Initials);
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

//! Looking for a member: letters, initials, a number in the list, or walking it. One search for every screen that needs
//! a name.

mod directory;
mod reading;

pub use directory::Directory;
pub use reading::Reading;

use super::View;
use super::step::Said;
use crate::council::id::MemberId;
use crate::french::screen::search as words;

use directory::Found;
pub(in crate::app) use reading::{figures, types_only_a_figure};

/// What a search finds: somebody, or a whole political group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A member.
    Member(MemberId),
    /// A political group (*groupe*), by its name.
    Group(String),
}

/// What is typed, who fits, and who is picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picker {
    /// The keys as they were typed.
    typed: String,
    /// The same as it is understood: a number in its figures.
    query: String,
    hits: Vec<Hit>,
    alike: Vec<MemberId>,
    at: Option<usize>,
    spent: bool,
    with_groups: bool,
    /// Whether the upper row types figures from the first key on.
    figures_first: bool,
}

impl Picker {
    /// One that finds political groups too.
    #[must_use]
    pub fn with_groups() -> Self {
        Self { with_groups: true, ..Self::default() }
    }

    /// « é è ç à » are figures from now on as long as nothing but figures is typed, or begin names.
    pub fn read_figures_first(&mut self, figures_first: bool) {
        self.figures_first = figures_first;
    }

    /// What is typed, a number in its figures.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The keys as they were typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
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

    /// Those between whom what is typed does not decide, and she has not either: nothing may be noted of the first of
    /// them. The arrows decide, and so does whatever is typed on.
    #[must_use]
    pub fn undecided(&self) -> &[MemberId] {
        &self.alike
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
        self.typed.is_empty() && self.at.is_some()
    }

    /// Adds a letter or a figure; the best hit is picked.
    pub fn search(&mut self, letter: char, directory: &Directory) {
        if self.spent {
            self.clear();
        }
        self.typed.push(letter);
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
        self.typed.pop();
        if self.typed.is_empty() {
            self.clear();
        } else {
            self.look(directory);
        }
    }

    /// Forgets the search and the walk.
    pub fn clear(&mut self) {
        self.typed.clear();
        self.query.clear();
        self.hits.clear();
        self.alike.clear();
        self.at = None;
        self.spent = false;
    }

    /// Moves among the hits; without a search, walks the whole table.
    pub fn walk(&mut self, by: isize, directory: &Directory) {
        if self.typed.is_empty() && self.hits.is_empty() {
            self.hits = directory.everybody().cloned().map(Hit::Member).collect();
        }
        self.alike.clear();
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
        self.hits = directory.everybody().cloned().map(Hit::Member).collect();
        self.at = self.hits.iter().position(|hit| matches!(hit, Hit::Member(id) if id == member));
        if self.at.is_none() {
            self.clear();
        }
    }

    fn look(&mut self, directory: &Directory) {
        let as_number = Reading::number(&self.typed);
        let mut reading = match &as_number {
            Some(number) if self.figures_first => number.clone(),
            _ => Reading::of(&self.typed),
        };
        let mut found = directory.look(&reading, self.with_groups);
        // « éé » begins no name: it is the number 22.
        if let Some(number) = as_number.filter(|_| found.hits.is_empty()) {
            let numbered = directory.look(&number, self.with_groups);
            if !numbered.hits.is_empty() {
                (reading, found) = (number, numbered);
            }
        }
        let Found { hits, alike } = found;
        self.query = reading.shown();
        self.at = (!hits.is_empty()).then_some(0);
        self.hits = hits;
        self.alike = alike;
    }
}

/// Nothing is noted: what is typed fits several as well.
pub(in crate::app) fn undecided(picker: &Picker, view: &View) -> Said {
    let alike: Vec<(&MemberId, &str)> =
        picker.undecided().iter().map(|member| (member, view.everyone.number(member))).collect();
    Said::refused(words::undecided(picker.query(), &alike, &view.sitting.docket().roster))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::name::Name;
    use crate::council::roster::Member;
    use crate::council::roster::Roster;

    fn directory(names: &[(&str, &str, &str)]) -> Directory {
        let members = names.iter().map(|(surname, first, group)| {
            let name = Name { surname: (*surname).into(), first: (*first).into(), civility: None };
            Member {
                id: name.slug(),
                name,
                group: Some((*group).into()),
                role: None,
                rank: None,
                birth: None,
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

    /// Who is found, typing that.
    fn typed(picker: Picker, keys: &str, directory: &Directory) -> Picker {
        let mut picker = picker;
        keys.chars().for_each(|key| picker.search(key, directory));
        picker
    }

    fn picked(keys: &str, directory: &Directory) -> Option<String> {
        typed(Picker::default(), keys, directory).picked().map(ToString::to_string)
    }

    /// Thirty members, PERSONNE01 to PERSONNE30, but ÉVRARD in the second place.
    fn thirty() -> Directory {
        let surnames: Vec<String> =
            (1..=30).map(|n| if n == 2 { "ÉVRARD".to_owned() } else { format!("P{}", "O".repeat(n)) }).collect();
        let names: Vec<(&str, &str, &str)> = surnames.iter().map(|surname| (surname.as_str(), "Zoé", "")).collect();
        directory(&names)
    }

    #[test]
    fn initials_find_either_way_round_behind_the_names_and_before_the_groups() {
        assert_eq!(found("lm"), ["martinet-lea", "martin-lucie"]);
        assert_eq!(found("mp"), ["martin-paul"]);
        assert_eq!(found("sdc"), ["di-caro-sylvaine"]);
        assert_eq!(found("sd"), ["di-caro-sylvaine"], "and MARTIN Paul of the group « Saint-Exemple demain » is not");
        let names = [("MARTIN", "Jean-Paul", ""), ("JPMORAND", "Zoé", "")];
        let ids: Vec<String> = directory(&names).find("jpm").iter().map(ToString::to_string).collect();
        assert_eq!(ids, ["jpmorand-zoe", "martin-jean-paul"]);
    }

    #[test]
    fn a_number_is_that_of_the_list_first_and_then_the_beginning_of_others() {
        let directory = thirty();
        let hits = typed(Picker::default(), "2", &directory).hits().len();
        assert_eq!(picked("2", &directory).as_deref(), Some("evrard-zoe"));
        assert_eq!(hits, 11, "2, and 20 to 29");
        assert_eq!(picked("12", &directory), picked("&é", &directory));
        assert_eq!(directory.number(&MemberId::new("evrard-zoe")), "2");
    }

    #[test]
    fn on_an_azerty_keyboard_a_letter_of_the_upper_row_begins_a_name_and_goes_on_a_number() {
        let directory = thirty();
        let picker = typed(Picker::default(), "é", &directory);
        assert_eq!(picker.picked().map(MemberId::as_str), Some("evrard-zoe"));
        assert_eq!(picker.query(), "é");
        let picker = typed(Picker::default(), "2é", &directory);
        assert_eq!((picker.query(), picker.hits().len()), ("22", 1));
        assert_eq!(typed(Picker::default(), "éé", &directory).query(), "22", "no name begins so");
        let figures_first = Picker { figures_first: true, ..Picker::default() };
        assert_eq!(typed(figures_first.clone(), "é", &directory).query(), "2");
        let picker = typed(figures_first, "év", &directory);
        assert_eq!((picker.query(), picker.hits().len()), ("év", 1), "and yet it is a name");
    }

    #[test]
    fn between_those_of_one_surname_nothing_is_decided_until_the_letters_or_an_arrow_do() {
        let names = [
            ("MARTIN", "Paul", "Ensemble"),
            ("MARTIN", "Lucie", "Ensemble"),
            ("MARTINET", "Léa", "Ensemble"),
            ("ROCHE", "Paul", ""),
        ];
        let directory = directory(&names);
        let undecided = |keys: &str| typed(Picker::default(), keys, &directory).undecided().len();
        for keys in ["martin", "mart", "m", "paul"] {
            assert_eq!(undecided(keys), 2, "{keys}");
        }
        for keys in ["martinl", "martine", "martin1", "r", "mp", "roche", "1"] {
            assert_eq!(undecided(keys), 0, "{keys}");
        }
        let mut picker = typed(Picker::default(), "martin", &directory);
        picker.walk(-1, &directory);
        assert_eq!((picker.undecided().len(), picker.picked().map(MemberId::as_str)), (0, Some("martin-paul")));
        assert_eq!(picked("martin2", &directory).as_deref(), Some("martin-lucie"));
    }

    #[test]
    fn a_list_that_gives_its_ranks_is_searched_by_them() {
        let member = |surname: &str, rank: Option<u32>| {
            let name = Name { surname: surname.into(), first: "Zoé".into(), civility: None };
            let standing = crate::council::roster::Standing::InOffice;
            crate::council::roster::Member {
                id: name.slug(),
                name,
                group: None,
                role: None,
                rank,
                birth: None,
                standing,
            }
        };
        let ranked = Directory::of(&Roster::new(vec![member("A", Some(7)), member("B", Some(3))]));
        assert_eq!(ranked.number(&MemberId::new("b-zoe")), "3");
        let half = Directory::of(&Roster::new(vec![member("A", Some(7)), member("B", None)]));
        assert_eq!(half.number(&MemberId::new("a-zoe")), "1", "a list of two kinds of numbers is none");
    }
}

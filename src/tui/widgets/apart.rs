//! A text that is too long for its columns, cut where it takes nothing away that tells it from its neighbours: of two
//! names that begin alike, what differs stays.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use crate::council::name::Name;
use crate::council::roster::Roster;
use crate::tui::text::{fit, width};

/// How many letters are shown from each difference on, if there is room; at least two, the one before it and its first.
const SHOWN: [usize; 4] = [12, 8, 4, 2];

/// How many letters of a word may stand before what differs in it.
const SHORT_WORD: usize = 6;

/// A name of the list, cut apart from those of all other members.
#[must_use]
pub fn name<'a>(name: &'a str, roster: &Roster, columns: u16) -> Cow<'a, str> {
    let others = || named(roster, |it| begins_as(name, &it.surname, &it.first)).map(Name::listed).collect();
    cut(name, others, columns)
}

/// A name as it is said, first name first, cut apart from those of all other members.
#[must_use]
pub fn spoken<'a>(name: &'a str, roster: &Roster, columns: u16) -> Cow<'a, str> {
    let others = || named(roster, |it| begins_as(name, &it.first, &it.surname)).map(Name::spoken).collect();
    cut(name, others, columns)
}

/// A surname, cut apart from the surnames of all other members.
#[must_use]
pub fn surname<'a>(name: &'a str, roster: &Roster, columns: u16) -> Cow<'a, str> {
    let others = || named(roster, |it| begins_as(name, &it.surname, "")).map(|it| it.surname.clone()).collect();
    cut(name, others, columns)
}

/// The names of the roster that may begin as one that is cut does: few of them are put together to be compared.
fn named(roster: &Roster, is_alike: impl Fn(&Name) -> bool) -> impl Iterator<Item = &Name> {
    roster.everyone().map(|member| &member.name).filter(move |name| is_alike(name))
}

/// Whether two texts, of which one is in two pieces, have the same first letter.
fn begins_as(text: &str, first: &str, then: &str) -> bool {
    text.chars().next() == first.chars().chain(then.chars()).next()
}

/// The text in at most so many columns; what is cut is said by « … », and is never what tells it from the others. They are
/// asked for only if it is too long. Where even the differences have no room, its beginning stands alone.
pub fn cut(text: &str, others: impl FnOnce() -> Vec<String>, columns: u16) -> Cow<'_, str> {
    let beginning = fit(text, columns);
    let Cow::Owned(kept) = &beginning else { return beginning };
    let kept = kept.trim_end_matches('…');
    let letters: Vec<char> = text.chars().collect();
    let mut places: Vec<usize> = others()
        .iter()
        .filter(|other| *other != text && other.starts_with(kept))
        .map(|other| letters.iter().zip(other.chars()).take_while(|(own, its)| **own == *its).count())
        .collect();
    places.sort_unstable();
    places.dedup();
    if places.is_empty() {
        return beginning;
    }
    let shown = SHOWN.iter().find_map(|shown| with_differences(&letters, &places, *shown, columns));
    shown.map_or(beginning, Cow::Owned)
}

/// The beginning, then so many letters from before each difference on; `None` if that leaves no beginning.
fn with_differences(letters: &[char], places: &[usize], shown: usize, columns: u16) -> Option<String> {
    let mut behind = String::new();
    let first = begins(letters, *places.first()?);
    let mut upto = 0;
    for place in places {
        let from = begins(letters, *place);
        let to = (from + shown.max(place + 1 - from)).min(letters.len());
        if from > upto {
            behind.push('…');
        }
        behind.extend(letters.get(from.max(upto)..to).unwrap_or_default());
        upto = to.max(upto);
    }
    if upto < letters.len() {
        behind.push('…');
    }
    let room = columns.checked_sub(width(&behind)).filter(|room| *room >= columns / 4)?;
    let beginning: String = letters.get(..first)?.iter().collect();
    let cut = fit(&beginning, room.saturating_add(1));
    Some(format!("{}{behind}", cut.trim_end_matches('…').trim_end()))
}

/// Where the word that differs begins if it is short, else the letter before the difference, with the marks on it.
fn begins(letters: &[char], difference: usize) -> usize {
    let before = letters.get(..difference).unwrap_or_default();
    let word = before.iter().rev().take_while(|letter| **letter != ' ').count();
    if (1..=SHORT_WORD).contains(&word) {
        return difference - word;
    }
    let is_mark = |place: usize| letters.get(place).is_some_and(|letter| letter.width() == Some(0));
    (0..difference).rev().find(|place| !is_mark(*place)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    use super::*;

    const LONG: &str = "DE LA ROCHEFOUCAULD-MONTMORENCY-LUXEMBOURG DE SAINT-EXUPERY";

    fn all_cut(names: &[String], columns: u16) -> Vec<String> {
        names.iter().map(|name| cut(name, || names.to_vec(), columns).into_owned()).collect()
    }

    #[test]
    fn case_54_two_names_that_share_their_first_sixty_letters_are_told_apart() {
        let names = [format!("{LONG} Anne"), format!("{LONG} Anselme"), "AUBRY Paul".to_owned()];
        assert_eq!(all_cut(&names, 24), ["DE LA ROCHEFOUCAULD…Anne", "DE LA ROCHEFOUCA…Anselme", "AUBRY Paul"]);
        assert_eq!(all_cut(&names[..1], 24), ["DE LA ROCHEFOUCAULD-MON…"], "alone, its beginning is enough");
    }

    #[test]
    fn case_54_of_a_name_that_goes_on_where_another_ends_that_is_seen() {
        let names = [format!("{LONG} Anne"), format!("{LONG} Anne-Lise"), format!("{LONG} Anne-Laure")];
        assert_eq!(all_cut(&names, 22), ["DE LA ROCHEFOUCAU…Anne", "DE LA ROCHEF…Anne-Lise", "DE LA ROCHE…Anne-Laure"]);
    }

    proptest! {
        #[test]
        fn case_54_whatever_comes_behind_sixty_letters_no_two_names_are_cut_to_the_same(
            ends in prop::collection::btree_set("[A-Za-zé漢字-]{0,40}", 2..4),
            columns in 20_u16..60,
        ) {
            let names: Vec<String> = ends.iter().map(|end| format!("{LONG}{end}")).collect();
            let cut = all_cut(&names, columns);
            prop_assert!(cut.iter().all(|cut| width(cut) <= columns));
            prop_assert_eq!(cut.iter().collect::<BTreeSet<_>>().len(), names.len(), "{:?}", cut);
        }
    }
}

//! Keeps the names of the members whole in sentences, as they are in lists: « Luc BAUDRY » is not broken after « Luc ».
//!
//! Sentences are made in `french` as plain text, and notes are typed by hand: the names are looked for in the runs.

use std::collections::BTreeMap;

use crate::council::roster::Roster;

use super::document::{Block, Document, Inline, Line, Run, Style};

/// The names to keep whole, by the word with which each begins; the longest first.
struct Names(BTreeMap<String, Vec<String>>);

/// Keeps the names of the roster whole wherever a paper tells something.
pub fn keep_names_whole(document: &mut Document, roster: &Roster) {
    let names = Names::of(roster);
    blocks(&mut document.blocks, &names);
}

impl Names {
    fn of(roster: &Roster) -> Self {
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for member in roster.everyone() {
            for name in [member.name.spoken(), member.name.listed()] {
                // As it is printed: « D'ARTOIS » has its apostrophe set.
                let printed = Run::name(&name).text().to_owned();
                if let Some((first, _)) = printed.split_once(' ') {
                    names.entry(first.to_owned()).or_default().push(printed.clone());
                }
            }
        }
        for list in names.values_mut() {
            list.sort_by_key(|name| std::cmp::Reverse(name.len()));
            list.dedup();
        }
        Self(names)
    }

    /// The name with which a text begins, if the text goes on with no letter of another word.
    fn at_the_head_of(&self, text: &str) -> Option<&str> {
        let first = text.split(' ').next()?;
        let begins = |name: &&String| {
            let after = text.strip_prefix(name.as_str()).and_then(|rest| rest.chars().next());
            text.starts_with(name.as_str()) && !after.is_some_and(|c| c.is_alphanumeric() || c == '-')
        };
        self.0.get(first)?.iter().find(begins).map(String::as_str)
    }
}

fn blocks(all: &mut [Block], names: &Names) {
    for block in all {
        match block {
            Block::Heading(_, line) | Block::Paragraph(Style::Text | Style::Object | Style::Decision, line) => {
                keep(line, names);
            }
            Block::Names(list) => list.names.iter_mut().for_each(|line| keep(line, names)),
            Block::List(_, items) => items.iter_mut().for_each(|item| blocks(item, names)),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(|line| keep(line, names)),
            Block::Signatures(signatories) => signatories.iter_mut().for_each(|one| keep(&mut one.name, names)),
            Block::Enclosed(inside) | Block::KeepTogether(inside) => blocks(inside, names),
            Block::VoteTable(_) | Block::Hemicycle(_) | Block::Stamp(_) | Block::NewSheet => {}
        }
    }
}

fn keep(line: &mut Line, names: &Names) {
    if !line.runs().any(|run| !run.kept_whole && run.text().contains(' ')) {
        return;
    }
    for inline in std::mem::take(&mut line.0) {
        match inline {
            Inline::Run(run) if !run.kept_whole => line.0.extend(parts(&run, names).into_iter().map(Inline::Run)),
            other => line.0.push(other),
        }
    }
}

/// A run cut into its names and what stands between them; as it was if it holds none.
fn parts(run: &Run, names: &Names) -> Vec<Run> {
    let text = run.text();
    let mut parts = Vec::new();
    let (mut told, mut before) = (0, ' ');
    for (place, character) in text.char_indices() {
        let begins_a_word = !before.is_alphanumeric() && before != '-' && character.is_alphanumeric();
        before = character;
        if place < told || !begins_a_word {
            continue;
        }
        if let Some(name) = text.get(place..).and_then(|rest| names.at_the_head_of(rest)) {
            parts.extend(text.get(told..place).filter(|it| !it.is_empty()).map(|it| run.part(it, false)));
            parts.push(run.part(name, true));
            told = place + name.len();
        }
    }
    if told == 0 && parts.is_empty() {
        return vec![run.clone()];
    }
    parts.extend(text.get(told..).filter(|it| !it.is_empty()).map(|it| run.part(it, false)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::name::Name;
    use crate::council::roster::{Member, Standing};

    fn roster(names: &[(&str, &str)]) -> Roster {
        let member = |(surname, first): &(&str, &str)| {
            let name = Name { surname: (*surname).to_owned(), first: (*first).to_owned(), civility: None };
            Member {
                id: name.slug(),
                name,
                group: None,
                role: None,
                rank: None,
                birth: None,
                standing: Standing::InOffice,
            }
        };
        Roster::new(names.iter().map(member).collect())
    }

    fn whole(text: &str) -> Vec<String> {
        let names =
            Names::of(&roster(&[("BAUDRY", "Luc"), ("DI MEO", "Paolo"), ("D'ARTOIS", "Yann"), ("MEO", "Paolo")]));
        let parts = parts(&Run::prose(text), &names);
        let joined: String = parts.iter().map(Run::text).collect();
        assert_eq!(joined, Run::prose(text).text(), "no letter is lost");
        parts.iter().filter(|run| run.kept_whole).map(|run| run.text().to_owned()).collect()
    }

    #[test]
    fn a_name_is_kept_whole_in_a_sentence_with_its_particle_and_in_both_orders() {
        assert_eq!(whole("Présidence : Monsieur Luc BAUDRY, 1er adjoint."), ["Luc BAUDRY"]);
        assert_eq!(whole("le pouvoir de Paolo DI MEO à BAUDRY Luc"), ["Paolo DI MEO", "BAUDRY Luc"]);
        assert_eq!(whole("l'avis d'Yann D'ARTOIS"), ["Yann D’ARTOIS"]);
    }

    #[test]
    fn what_only_begins_like_a_name_is_not_one() {
        assert_eq!(whole("Luc BAUDRYER et Luc BAUDRY-PONS, Luc parle"), Vec::<String>::new());
        assert_eq!(whole(""), Vec::<String>::new());
    }
}

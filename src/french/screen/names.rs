//! Names of members as the screens write them, where lists of the papers have more room.

use crate::council::id::MemberId;
use crate::council::name::{Name, fold};
use crate::council::roster::Roster;

/// « de MARTIN Paul », « d’ESTÈVE Anne ».
///
/// An H is kept apart: whether it is aspirated cannot be told from a name.
#[must_use]
pub fn of(name: &str) -> String {
    if fold(name).starts_with(['a', 'e', 'i', 'o', 'u']) { format!("d’{name}") } else { format!("de {name}") }
}

/// The surname alone, if nobody else bears it; else with the initial, « MARTIN J. », or the whole first name of those
/// who share the initial too.
#[must_use]
pub fn short(member: &MemberId, roster: &Roster) -> String {
    let Some(member) = roster.get(member) else { return member.to_string() };
    let name = &member.name;
    let initial = |name: &Name| name.first.chars().next();
    let homonyms: Vec<&Name> = roster.namesakes(member).map(|other| &other.name).collect();
    match initial(name) {
        _ if homonyms.is_empty() => name.surname.clone(),
        Some(letter) if homonyms.iter().all(|other| initial(other) != Some(letter)) => {
            format!("{} {letter}.", name.surname)
        }
        _ => name.listed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::roster::Member;

    #[test]
    fn de_loses_its_e_before_a_vowel() {
        assert_eq!(of("ESTÈVE Anne"), "d’ESTÈVE Anne");
        assert_eq!(of("ÉTIENNE Luc"), "d’ÉTIENNE Luc");
        assert_eq!(of("DUPRAT Gérald"), "de DUPRAT Gérald");
        assert_eq!(of("HAMELIN Octave"), "de HAMELIN Octave");
    }

    #[test]
    fn homonyms_are_told_apart_in_as_few_letters_as_it_takes() {
        let names = [("MARTIN", "Jeanne"), ("MARTIN", "Paul"), ("GIRARD", "Luc"), ("ROUX", "Anne"), ("ROUX", "Alice")];
        let members = names.map(|(surname, first)| {
            let name = Name { surname: surname.into(), first: first.into(), civility: None };
            Member {
                id: name.slug(),
                name,
                group: None,
                role: None,
                rank: None,
                birth: None,
                standing: crate::council::roster::Standing::InOffice,
            }
        });
        let roster = Roster::new(members.into());
        let written: Vec<String> = roster.ids().map(|id| short(id, &roster)).collect();
        assert_eq!(written, ["MARTIN J.", "MARTIN P.", "GIRARD", "ROUX Anne", "ROUX Alice"]);
    }
}

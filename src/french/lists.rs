//! The heads of the lists of names: who was there, who spoke for whom, who voted how.

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::id::MemberId;
use crate::council::law::Article;
use crate::council::name::{Civility, Name};
use crate::council::roster::{Member, Roster};

use super::articles::in_full;
use super::grammar::Agreement;

/// « Étaient présents ».
#[must_use]
pub fn present(agreement: Agreement) -> String {
    agreement.were("présent")
}

/// « Étaient excusés avec pouvoir donné conformément aux dispositions de l’article L.2121-20 du … ».
#[must_use]
pub fn excused_with_proxy(agreement: Agreement, article: Option<Article>) -> String {
    let law = article.map(|a| format!(" donné conformément aux dispositions {}", in_full(a).of)).unwrap_or_default();
    format!("{} avec pouvoir{law}", agreement.were("excusé"))
}

/// « Étaient excusés sans pouvoir ».
#[must_use]
pub fn excused_without_proxy(agreement: Agreement) -> String {
    format!("{} sans pouvoir", agreement.were("excusé"))
}

/// « Étaient absents ».
#[must_use]
pub fn absent(agreement: Agreement) -> String {
    agreement.were("absent")
}

/// « Étaient présents à distance ».
#[must_use]
pub fn remote(agreement: Agreement) -> String {
    format!("{} à distance", agreement.were("présent"))
}

/// « S’était retirée pour ce rapport ».
#[must_use]
pub fn withdrawn(agreement: Agreement) -> String {
    format!("{} {} pour ce rapport", agreement.verb("S’était", "S’étaient"), agreement.agreed("retiré"))
}

/// « (sortie) », « (parti) » after the name of one who was there before; nothing for another.
#[must_use]
pub fn gone(presence: Presence, name: &Name) -> String {
    let agreement = Agreement::with([name]);
    match presence {
        Presence::Out => format!(" ({})", agreement.agreed("sorti")),
        Presence::Left => format!(" ({})", agreement.agreed("parti")),
        _ => String::new(),
    }
}

/// « , suppléante de », after the name of a substitute and before that of the titular.
#[must_use]
pub fn substitute_of(name: &Name) -> String {
    format!(", {} de ", Agreement::with([name]).agreed("suppléant"))
}

/// Whether a list is of those who spoke for themselves or of those for whom another spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voters {
    /// In the room.
    Present,
    /// Away, by a power (*excusés*).
    Represented,
}

/// « Étaient présents et ont voté contre », « Était excusée et s’est abstenue ».
#[must_use]
pub fn voted(voters: Voters, choice: Choice, agreement: Agreement) -> String {
    let were = match voters {
        Voters::Present => agreement.were("présent"),
        Voters::Represented => agreement.were("excusé"),
    };
    format!("{were} et {}", vote(choice, agreement))
}

/// « Ont voté contre », without saying who was in the room.
#[must_use]
pub fn vote(choice: Choice, agreement: Agreement) -> String {
    match choice {
        Choice::For => agreement.verb("a voté pour", "ont voté pour").to_owned(),
        Choice::Against => agreement.verb("a voté contre", "ont voté contre").to_owned(),
        Choice::Abstain => {
            // The form itself has no brackets here: « se sont abstenus : Néant ».
            let agreement = if agreement == Agreement::Nobody { Agreement::Several } else { agreement };
            format!("{} {}", agreement.verb("s’est", "se sont"), agreement.agreed("abstenu"))
        }
        Choice::NotTakingPart => agreement.verb("n’a pas pris part au vote", "n’ont pas pris part au vote").to_owned(),
    }
}

/// « donne pouvoir à », between giver and holder.
pub const GIVES_POWER_TO: &str = "donne pouvoir à";

/// « (par pouvoir donné à BARRET Guy) », around the name of the holder, after the name of a member for whom he voted.
pub const BY_POWER_GIVEN_TO: (&str, &str) = (" (par pouvoir donné à ", ")");

/// « MARCELLIN Claude »; « MARCELLIN Claude (Mme) » where another member bears the same name: an act says who voted.
#[must_use]
pub fn listed(member: &Member, roster: &Roster) -> String {
    let name = member.name.listed();
    let is_same = |other: &&Member| {
        other.id != member.id && other.name.surname == member.name.surname && other.name.first == member.name.first
    };
    let mut homonyms = roster.everyone().filter(is_same).peekable();
    if homonyms.peek().is_none() {
        return name;
    }
    let civility =
        member.name.civility.filter(|own| homonyms.all(|other| other.name.civility.is_some_and(|it| it != *own)));
    match (civility, &member.group) {
        (Some(Civility::Mr), _) => format!("{name} (M.)"),
        (Some(Civility::Mrs), _) => format!("{name} (Mme)"),
        (None, Some(group)) => format!("{name} ({group})"),
        (None, None) => name,
    }
}

/// The same of an identity; the bare identity of a stranger.
#[must_use]
pub fn listed_by(id: &MemberId, roster: &Roster) -> String {
    roster.get(id).map_or_else(|| id.to_string(), |member| listed(member, roster))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::roster::Standing;

    #[test]
    fn members_of_one_name_are_told_apart_by_their_civility_or_else_by_their_group() {
        let member = |id: &str, first: &str, civility, group: Option<&str>| Member {
            id: MemberId::new(id),
            name: Name { surname: "MARCELLIN".to_owned(), first: first.to_owned(), civility },
            group: group.map(str::to_owned),
            role: None,
            rank: None,
            birth: None,
            standing: Standing::InOffice,
        };
        let said = |members: [Member; 3]| {
            let roster = Roster::new(members.into());
            roster.everyone().map(|member| listed(member, &roster)).collect::<Vec<_>>()
        };
        let (mr, mrs) = (Some(Civility::Mr), Some(Civility::Mrs));
        assert_eq!(
            said([member("1", "Claude", mrs, None), member("2", "Claude", mr, None), member("3", "Jean", mr, None)]),
            ["MARCELLIN Claude (Mme)", "MARCELLIN Claude (M.)", "MARCELLIN Jean"]
        );
        let group = Some("Demain");
        assert_eq!(
            said([member("1", "Claude", mr, group), member("2", "Claude", mr, None), member("3", "Claude", mrs, None)]),
            ["MARCELLIN Claude (Demain)", "MARCELLIN Claude", "MARCELLIN Claude (Mme)"]
        );
    }
}

//! The words of the *feuille de présence*.

use crate::council::attendance::Presence;
use crate::council::hour::Hour;
use crate::council::name::Name;

use super::grammar::{Agreement, at_the_place, of_name};
use super::numbers::hour;

/// After the name of the body.
pub const TITLE: &str = "Feuille de présence";
/// What the table lists.
pub const CAPTION: &str = "Membres du conseil, dans l’ordre du tableau";
/// Over the names.
pub const MEMBER: &str = "Membre";
/// Over functions and groups.
pub const ROLE: &str = "Fonction, groupe";
/// Over where each is.
pub const PRESENCE: &str = "Présence";
/// Over the powers.
pub const POWER: &str = "Pouvoir";
/// Over the room to sign.
pub const SIGNATURE: &str = "Signature";
/// Who is not expected to sign, for he did not come.
pub const NO_SIGNATURE: &str = "–";
/// A person of the file who may take a seat and took none.
pub const HAS_NOT_SAT: &str = "n’a pas siégé";
/// Above the table before the sitting.
pub const EXPECTED: &str = "Membres attendus, et pouvoirs connus avant la séance.";

/// Before the name of the holder: « donne pouvoir à ».
#[must_use]
pub fn gives_to(_holder: &str) -> String {
    "donne pouvoir à ".to_owned()
}

/// Before the name of the giver: « porte le pouvoir d’ ».
#[must_use]
pub fn holds_of(giver: &str) -> String {
    let of = of_name(giver);
    format!("porte le pouvoir {}", of.strip_suffix(giver).unwrap_or(&of))
}

/// « La séance se tient à l’hôtel de ville. »
#[must_use]
pub fn will_meet(place: &str) -> String {
    format!("La séance se tient {}.", at_the_place(place))
}

/// Where a member is expected to be: « excusée ».
#[must_use]
pub fn expected(presence: Presence, name: &Name) -> String {
    let agreement = Agreement::with([name]);
    match presence {
        Presence::Present => agreement.agreed("attendu"),
        other => stays(other, name),
    }
}

/// Where a member is or was: « présente », « à distance », « excusé ».
#[must_use]
pub fn stays(presence: Presence, name: &Name) -> String {
    let agreement = Agreement::with([name]);
    match presence {
        Presence::Present => agreement.agreed("présent"),
        Presence::Remote => "à distance".to_owned(),
        Presence::Excused => agreement.agreed("excusé"),
        Presence::Absent => agreement.agreed("absent"),
        Presence::Out => agreement.agreed("sorti"),
        Presence::Left => agreement.agreed("parti"),
    }
}

/// A movement: « arrivée à 18 h 42 », « partie à 19 h 32 », « de retour à 18 h 41 ».
#[must_use]
pub fn moves(from: Presence, to: Presence, at: Option<Hour>, name: &Name) -> String {
    let agreement = Agreement::with([name]);
    let does = match (from, to) {
        (Presence::Out | Presence::Left, Presence::Present) => "de retour".to_owned(),
        (Presence::Remote, Presence::Present) => "dans la salle".to_owned(),
        (_, Presence::Present) => agreement.agreed("arrivé"),
        (_, other) => stays(other, name),
    };
    format!("{does}{}", at.map(|at| format!(" à {}", hour(at))).unwrap_or_default())
}

/// « siège à partir de 18 h 06 », « ne siège plus ».
#[must_use]
pub fn seat(takes: bool, at: Option<Hour>) -> String {
    let hour = at.map(|at| format!(" à partir de {}", hour(at))).unwrap_or_default();
    if takes { format!("siège{hour}") } else { "ne siège plus".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::name::Civility;

    #[test]
    fn where_a_member_is_agrees_with_the_name() {
        let name = |civility| Name { surname: "A".to_owned(), first: "B".to_owned(), civility };
        let (mrs, mr, unknown) = (name(Some(Civility::Mrs)), name(Some(Civility::Mr)), name(None));
        assert_eq!(expected(Presence::Present, &mrs), "attendue");
        assert_eq!(expected(Presence::Excused, &mr), "excusé");
        assert_eq!(holds_of("ICARD Léa"), "porte le pouvoir d’");
        assert_eq!(holds_of("DI MEO Paolo"), "porte le pouvoir de ");
        assert_eq!(stays(Presence::Absent, &unknown), "absent(e)");
        assert_eq!(moves(Presence::Excused, Presence::Present, Hour::new(18, 42), &mrs), "arrivée à 18 h 42");
        assert_eq!(moves(Presence::Out, Presence::Present, None, &mrs), "de retour");
        assert_eq!(moves(Presence::Present, Presence::Left, Hour::new(21, 0), &unknown), "parti(e) à 21 h");
    }
}

//! What is said at the urn of a secret ballot.

use crate::council::id::MemberId;
use crate::council::roster::Roster;
use crate::french::numbers::count;

/// Nobody of a group has a voice there.
pub const NOBODY_OF_THE_GROUP: &str = "Personne de ce groupe n’a de voix dans ce scrutin.";
/// A mark was taken away.
pub const MARK_TAKEN_BACK: &str = "Repris : tenu pour émargé.";
/// A name is typed where a number is asked for.
pub const HOW_MANY_FIRST: &str = "Combien de bulletins dans l’urne ? Tapez le nombre, ou Entrée.";
/// Too many digits.
pub const NUMBER_TOO_LONG: &str = "C’est plus de bulletins qu’un conseil n’en compte : corrigez par Retour arrière.";
/// Another name where ballots name lists.
pub const LISTS_ALONE: &str = "Ici les bulletins portent une liste : un autre nom est un bulletin nul.";
/// Nothing but the last ballot is remembered.
pub const ONLY_THE_LAST: &str = "Seul le dernier bulletin lu se reprend. Tab corrige un total, < relit tout.";
/// A key that reads ballots out is kept down.
pub const KEPT_DOWN: &str = "Touche gardée enfoncée : un appui par bulletin. Retour arrière reprend le dernier.";
/// The first totals stand again: nothing had been read a second time.
pub const FIRST_TOTALS_BACK: &str =
    "Première lecture reprise : ses totaux sont rendus. Entrée les arrête, < relit tout.";
/// Nothing was read.
pub const NOTHING_READ: &str = "Aucun bulletin n’est lu encore.";
/// The ballots are read again from the first.
pub const READ_AGAIN: &str = "La lecture reprend au premier bulletin.";
/// The ballots are read again, beside the first totals.
pub const READ_AGAIN_BESIDE: &str = "La lecture reprend au premier bulletin ; les premiers totaux restent à côté.";
/// Every ballot was read.
pub const AGREES: &str = "Tous les bulletins sont lus, les totaux concordent : Entrée les arrête.";
/// Two readings differ.
pub const DIFFERS: &str = "Les deux lectures diffèrent : < relit, Entrée prend la seconde.";
/// The same, once Enter was pressed.
pub const DIFFERS_TAKE_THE_SECOND: &str = "Les deux lectures diffèrent : Entrée encore prend la seconde, < relit tout.";
/// Keys of the count once it is over.
pub const TOTALS_ARE_FINAL: &str = "Les totaux sont enregistrés : Retour arrière les reprend.";
/// What Ctrl-S says while ballots are read.
pub const NOT_SAVED: &str =
    "Le dépouillement s’enregistre quand ses totaux sont arrêtés : jusque-là, les bulletins font foi.";
/// What Ctrl-Q says while ballots are read, the first time.
pub const QUIT_ANYWAY: &str =
    "Rien de ce dépouillement n’est enregistré : les bulletins en sont la seule trace. Ctrl-Q encore quitte.";
/// The same, while the urn is open.
pub const QUIT_ANYWAY_OPEN: &str =
    "L’urne est ouverte, et qui n’a pas émargé n’est pas enregistré avant sa clôture. Ctrl-Q encore quitte.";

/// One voice is marked: « AUBRY Paul : pas de bulletin. »
#[must_use]
pub fn has_not_signed(voice: &MemberId, carries: &[&MemberId], roster: &Roster) -> String {
    let name = roster.listed(voice);
    if carries.is_empty() {
        return format!("{name} : pas de bulletin.");
    }
    let givers: Vec<String> = carries.iter().map(|giver| roster.listed(giver)).collect();
    format!("{name} : pas de bulletin. Le pouvoir de {} se note à part.", givers.join(", "))
}

/// One voice is unmarked.
#[must_use]
pub fn has_signed(voice: &MemberId, roster: &Roster) -> String {
    format!("{} : émargé.", roster.listed(voice))
}

/// Several voices are marked.
#[must_use]
pub fn several_signed(number: usize, have: bool) -> String {
    let number = count(u32::try_from(number).unwrap_or(u32::MAX), "membre", "membres");
    if have { format!("{number} : émargé.") } else { format!("{number} : pas de bulletin.") }
}

/// Undoing goes over marks that are not recorded.
#[must_use]
pub fn undo_over_marks(number: usize) -> String {
    let number = count(u32::try_from(number).unwrap_or(u32::MAX), "membre noté", "membres notés");
    format!("{number} sans bulletin : « ! » après un nom le rend. Retour arrière encore défait l’ouverture du vote.")
}

/// How many ballots were found, beside how many signed.
#[must_use]
pub fn found(found: u32, signed: u32) -> String {
    let ballots = count(found, "bulletin", "bulletins");
    if found == signed {
        return format!("{ballots}, autant que d’émargements. Lisez-les.");
    }
    let signed = count(signed, "émargement", "émargements");
    format!("{ballots} pour {signed} : recomptez-les ; sinon, un motif sera demandé aux totaux.")
}

/// A ballot was read: « DUPRAT Gérald : 7. Encore 12 à lire. »
#[must_use]
pub fn read_out(line: &str, ballots: u32, left: u32) -> String {
    if left == 0 { format!("{line} : {ballots}.") } else { format!("{line} : {ballots}. Encore {left} à lire.") }
}

/// The last ballot was taken back.
#[must_use]
pub fn taken_back(left: u32) -> String {
    format!("Dernier bulletin repris. Encore {left} à lire.")
}

/// More ballots than were found.
#[must_use]
pub fn all_are_read(in_urn: u32) -> String {
    let ballots = count(in_urn, "bulletin trouvé", "bulletins trouvés");
    format!(
        "{ballots} dans l’urne, et autant de lus : il n’en reste pas à lire. Entrée arrête les totaux, < relit tout."
    )
}

/// No line has that letter.
#[must_use]
pub fn no_such_letter(letter: Option<char>, by_name: bool) -> String {
    let other = if by_name { " Pour un autre membre : le signe =." } else { "" };
    format!("Aucune ligne n’a la lettre {}.{other}", letter.unwrap_or(' ').to_uppercase())
}

/// The reading begins again though it is not over.
#[must_use]
pub fn begin_again(counted: u32, in_urn: u32) -> String {
    format!("{counted} bulletins lus sur {in_urn} : < encore les oublie et relit tout.")
}

/// Totals typed do not make the number found yet.
#[must_use]
pub fn told_so_far(counted: u32, in_urn: u32) -> String {
    format!("{counted} bulletins comptés, {in_urn} trouvés dans l’urne : les totaux ne concordent pas.")
}

/// The total of a line being typed: « Total de HOCHEDEAU Alain : 7 ».
#[must_use]
pub fn typing(line: &str, typed: &str, now: u32) -> String {
    if typed.is_empty() {
        format!("Total, {line} : tapez-le ; Entrée garde {now}.")
    } else {
        format!("Total, {line} : {typed}")
    }
}

/// A member who is no candidate is looked for.
#[must_use]
pub fn seeking(query: &str, picked: Option<&str>) -> String {
    match (query, picked) {
        (_, Some(name)) => format!("Un bulletin pour {name} : Entrée le lit."),
        ("", None) => "Un bulletin pour un autre membre : tapez le début de son nom.".to_owned(),
        (query, None) => format!("Personne ne répond à « {query} »."),
    }
}

//! The words of a secret ballot on the screen: the sign-off, the count, what a round gives, how seats go to lists.

pub mod seats;
pub mod why;

use crate::council::election::{Contest, ElectedBy, Office, RoundResult};
use crate::council::id::MemberId;
use crate::council::majority::Base;
use crate::council::roster::Roster;
use crate::council::secret::{Count, Ticket};
use crate::french::numbers::{count, enumerate};

use super::said::ending;

/// What the public display says while an urn is open or counted.
pub const SECRET_UNDER_WAY: &str = "Scrutin secret en cours";
/// Title of the screen on which ballots are put into the urn.
pub const SIGN_OFF: &str = "Émargement";
/// Title of the screen on which they are read.
pub const COUNTING: &str = "Dépouillement";
/// Title of the screen on which they are read once more.
pub const COUNTING_AGAIN: &str = "Recomptage";
/// The urn is closed, and its ballots are not counted yet.
pub const URN_CLOSED: &str = "L’urne est close. Ouvrez-la : combien de bulletins contient-elle ?";
/// The urn is closed, and its count is not recorded: seen again, or from another place.
pub const BEING_COUNTED: &str = "Le scrutin est clos. Les bulletins sont dépouillés.";
/// The urn is open, and nothing of it is known: seen again, or from another place.
pub const BEING_SIGNED: &str = "Le scrutin est ouvert. Les bulletins sont mis dans l’urne.";
/// Nothing of it is shown before the totals are final.
pub const NOTHING_BEFORE: &str = "Rien n’est noté de l’urne avant que ses totaux soient arrêtés.";
/// Over who is elected, at the end of a round.
pub const RESULT: &str = "Résultat";
/// Over the rounds that were held.
pub const ROUNDS: &str = "Tours";
/// Nobody was cast a vote for.
pub const NO_VOTES: &str = "Aucun suffrage exprimé.";
/// A member for whom no ballot was put into the urn.
pub const NO_BALLOT: &str = "sans bulletin";
/// Nobody stands by name yet.
pub const NOBODY_STANDS: &str = "aucune candidature annoncée";
/// A ballot for a member who does not stand.
pub const ANOTHER: &str = "Bulletin pour un autre membre";
/// Nobody was named to count.
pub const NO_TELLERS: &str = "les scrutateurs";
/// The same, where they are so called.
pub const NO_ASSESSORS: &str = "les assesseurs";
/// How many posts there are is not known.
pub const NO_POSTS: &str = "le nombre de postes";

/// What those who count are called, where nobody was named for it.
#[must_use]
pub fn no_tellers(office: Option<Office>) -> &'static str {
    if office.is_some_and(Office::has_assessors) { NO_ASSESSORS } else { NO_TELLERS }
}

/// « Pas encore notés (F9) : les assesseurs, le nombre de postes ».
#[must_use]
pub fn missing(missing: &[&str]) -> String {
    format!("Pas encore notés (F9) : {}", missing.join(", "))
}

/// Where the names of those who signed stand.
pub const HOW_TO_SIGN: &str = "Chacun est présumé avoir voté : marquez qui n’a pas mis de bulletin.";
/// Nothing was read yet.
pub const NOTHING_READ: &str = "aucun bulletin lu";
/// Blank ballots.
pub const BLANK: &str = "Blancs";
/// Null ballots.
pub const NULL: &str = "Nuls";
/// One blank ballot.
pub const ONE_BLANK: &str = "blanc";
/// One null ballot.
pub const ONE_NULL: &str = "nul";
/// The second reading gives what the first gave.
pub const SAME_TOTALS: &str = "✓ Mêmes totaux qu’à la première lecture";
/// Who writes nothing of what is on the screen.
pub const NOT_KEPT: &str = "rien n’est enregistré avant la fin";

/// What a ballot says: « AUBRY Paul », « Pour », the name of a list.
#[must_use]
pub fn ticket(ticket: &Ticket, roster: &Roster) -> String {
    match ticket {
        Ticket::For => "Pour".to_owned(),
        Ticket::Against => "Contre".to_owned(),
        Ticket::Member(member) => roster.listed(member),
        Ticket::List(name) => name.clone(),
    }
}

/// « A », « B » … « Z », « AA »: the letter of a candidate, by its place.
#[must_use]
pub fn letter(place: usize) -> String {
    let one = |place: usize| u8::try_from(place).map_or('?', |place| char::from(b'A'.saturating_add(place)));
    match place.checked_sub(26) {
        None => one(place).to_string(),
        Some(beyond) => format!("{}{}", one((beyond / 26).min(25)), one(beyond % 26)),
    }
}

/// « 1er tour », « 2e tour ».
#[must_use]
pub fn round(number: u32) -> String {
    if number == 1 { "1er tour".to_owned() } else { format!("{number}e tour") }
}

/// « Premier tour », « Deuxième tour », « Troisième tour », for the room.
#[must_use]
pub fn round_in_full(number: u32) -> String {
    match number {
        1 => "Premier tour".to_owned(),
        2 => "Deuxième tour".to_owned(),
        3 => "Troisième tour".to_owned(),
        more => format!("{more}e tour"),
    }
}

/// « poste 2 sur 3 », where several are filled one after the other.
#[must_use]
pub fn post(number: u32, posts: Option<u32>) -> String {
    posts.map_or_else(|| format!("poste {number}"), |posts| format!("poste {number} sur {posts}"))
}

/// « 28 émargements sur 30 ».
#[must_use]
pub fn signed(signed: u32, voices: u32) -> String {
    format!("{} sur {voices}", count(signed, "émargement", "émargements"))
}

/// « AUBRY Paul, pour BERT Anne »: who puts the ballot of another into the urn.
#[must_use]
pub fn on_behalf(holder: &str, giver: &str) -> String {
    format!("{holder}, pour {giver}")
}

/// « AUBRY Paul (n’est plus là) »: who left while the urn was open, and may have put a ballot into it.
#[must_use]
pub fn gone(name: &str) -> String {
    format!("{name} (n’est plus là)")
}

/// « Sans bulletin (2) : ».
#[must_use]
pub fn without_a_ballot(number: usize) -> String {
    format!("Sans bulletin ({number}) : ")
}

/// « Assesseurs : », « Scrutateurs : ».
#[must_use]
pub fn tellers(office: Option<Office>, number: usize) -> &'static str {
    match (office.is_some_and(Office::has_assessors), number) {
        (true, 1) => "Assesseur : ",
        (true, _) => "Assesseurs : ",
        (false, 1) => "Scrutateur : ",
        (false, _) => "Scrutateurs : ",
    }
}

/// « Candidats : », « Listes : ».
#[must_use]
pub fn standing(contest: Option<&Contest>) -> &'static str {
    match contest {
        Some(contest) if contest.form.is_by_list() => "Listes : ",
        Some(_) => "Candidatures : ",
        None => "Bulletins : ",
    }
}

/// « 18 bulletins lus sur 23 », « 18 bulletins lus » where how many there are is not known.
#[must_use]
pub fn read(read: u32, in_urn: Option<u32>) -> String {
    let told = count(read, "bulletin lu", "bulletins lus");
    in_urn.map_or_else(|| told.clone(), |in_urn| format!("{told} sur {in_urn}"))
}

/// « Dernier bulletin : ».
pub const LAST: &str = "Dernier bulletin : ";

/// Whether the urn holds as many ballots as there are signatures, in a word and a sign: « ✓ 23 bulletins, 23 émargements ».
#[must_use]
pub fn agreement(in_urn: u32, signed: u32) -> String {
    let (ballots, names) = (count(in_urn, "bulletin", "bulletins"), count(signed, "émargement", "émargements"));
    match in_urn.cmp(&signed) {
        std::cmp::Ordering::Equal => format!("✓ {ballots}, {names} : concordent"),
        std::cmp::Ordering::Greater => format!("✗ {ballots}, {names} : {} de trop", in_urn - signed),
        std::cmp::Ordering::Less => format!("✗ {ballots}, {names} : {} de moins", signed - in_urn),
    }
}

/// « Blancs 2 · Nuls 1 ».
#[must_use]
pub fn blank_and_null(blank: u32, null: u32) -> String {
    format!("{BLANK} {blank} · {NULL} {null}")
}

/// Over how many signed, beside how many ballots there are.
pub const SIGNATURES: &str = "Émargements";
/// Over how many ballots were found.
pub const BALLOTS: &str = "Bulletins";

/// « 1re lecture : blancs 2, nuls 1 ».
#[must_use]
pub fn first_of_the_others(blank: u32, null: u32) -> String {
    format!("1re lecture : {} {blank}, {} {null}", BLANK.to_lowercase(), NULL.to_lowercase())
}

/// Nobody knows who voted what.
pub const NO_NAMES: &str = "Scrutin secret : personne n’est nommé.";

/// « 30 bulletins dans l’urne : 27 exprimés, 2 blancs, 1 nul. »
#[must_use]
pub fn of_a_text(totals: &Count) -> String {
    format!(
        "{} dans l’urne : {}, {}, {}.",
        count(totals.in_urn, "bulletin", "bulletins"),
        count(totals.cast(), "exprimé", "exprimés"),
        count(totals.blank, "blanc", "blancs"),
        count(totals.null, "nul", "nuls")
    )
}

/// « BLANCS 2 / NULS 1 », in letters.
#[must_use]
pub fn blank_and_null_in_letters(blank: u32, null: u32) -> String {
    format!("{BLANK} {blank} / {NULL} {null}")
}

/// What a candidate had at the first reading, beside what he has now: « 1re lecture : 13 (−1) ».
#[must_use]
pub fn first_reading(before: u32, now: u32, is_over: bool) -> String {
    match (now.cmp(&before), is_over) {
        (std::cmp::Ordering::Equal, true) => format!("1re lecture : {before} ✓"),
        (std::cmp::Ordering::Greater, _) => format!("1re lecture : {before} (+{})", now - before),
        (std::cmp::Ordering::Less, true) => format!("1re lecture : {before} (−{})", before - now),
        (std::cmp::Ordering::Less | std::cmp::Ordering::Equal, false) => format!("1re lecture : {before}"),
    }
}

/// What the second reading gives otherwise: « ✗ Écarts avec la première lecture : AUBRY Paul −1, blancs +1 ».
#[must_use]
pub fn differences(differences: &[(String, u32, u32)]) -> String {
    if differences.is_empty() {
        return SAME_TOTALS.to_owned();
    }
    let told = |(what, before, now): &(String, u32, u32)| match before.cmp(now) {
        std::cmp::Ordering::Less => format!("{what} +{}", now - before),
        _ => format!("{what} −{}", before - now),
    };
    let told: Vec<String> = differences.iter().map(told).collect();
    format!("✗ Écarts avec la première lecture : {}", told.join(", "))
}

/// The majority that is needed while ballots are still read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// It is known: all are read, or it is taken of the members.
    Exactly(u32),
    /// It cannot be more, if no other ballot is blank or null.
    AtMost(u32),
    /// The relative one is enough: the third round.
    Plurality,
    /// Seats go to lists in proportion.
    Proportional,
    /// Nothing can be told: nothing was cast, or how many ballots there are is not known.
    Unknown,
}

/// « Majorité absolue : 12 », « Majorité absolue : 12 au plus ».
#[must_use]
pub fn needed(needed: Needed, base: Base) -> String {
    let of_members = if base == Base::Members { " des membres" } else { "" };
    match needed {
        Needed::Exactly(votes) => format!("Majorité absolue{of_members} : {votes}"),
        Needed::AtMost(votes) => format!("Majorité absolue : {votes} au plus"),
        Needed::Plurality => "3e tour : la majorité relative suffit".to_owned(),
        Needed::Proportional => "Les sièges iront aux listes à la proportionnelle".to_owned(),
        Needed::Unknown => "Majorité absolue : connue à la fin".to_owned(),
    }
}

/// « atteinte : AUBRY Paul », « pas atteinte : il manque 2 voix ».
#[must_use]
pub fn reached(leader: Option<&str>, missing: u32, is_over: bool) -> String {
    match (leader, is_over) {
        (Some(name), _) => format!("atteinte : {name}"),
        (None, true) => format!("pas atteinte : il manque {}", count(missing, "voix", "voix")),
        (None, false) => "pas encore atteinte".to_owned(),
    }
}

/// Equal votes at the head, said while they are counted.
#[must_use]
pub fn equal(names: &[String]) -> String {
    format!("à égalité : {}", enumerate(names))
}

/// « 12 voix ».
#[must_use]
pub fn votes(votes: u32) -> String {
    count(votes, "voix", "voix")
}

/// By what somebody is elected: « à la majorité absolue ».
#[must_use]
pub fn by(by: ElectedBy, is_list: bool) -> &'static str {
    match (by, is_list) {
        (ElectedBy::AbsoluteMajority, _) => "à la majorité absolue",
        (ElectedBy::Plurality, _) => "à la majorité relative",
        (ElectedBy::Age, false) => "à égalité de voix, au bénéfice de l’âge",
        (ElectedBy::Age, true) => "à égalité de voix, au bénéfice de la moyenne d’âge la plus élevée",
    }
}

/// « AUBRY Paul est élu », « CHAZAL Hélène est élue », « La liste « … » est élue ».
#[must_use]
pub fn is_elected(elected: &Ticket, roster: &Roster) -> String {
    match elected {
        Ticket::Member(member) => format!("{} est élu{}", roster.listed(member), ending(member, roster)),
        Ticket::List(name) => format!("La liste « {name} » est élue"),
        Ticket::For | Ticket::Against => ticket(elected, roster),
    }
}

/// What a round gave, its sign first: « ✓ CHAZAL Hélène est élue, à la majorité absolue ».
#[must_use]
pub fn result(result: &RoundResult, number: u32, roster: &Roster) -> String {
    match result {
        RoundResult::Elected { ticket, by } => {
            let is_list = matches!(ticket, Ticket::List(_));
            format!("✓ {}, {}", is_elected(ticket, roster), self::by(*by, is_list))
        }
        RoundResult::Allocated(allocation) => {
            format!("✓ {}", count(allocation.seats, "siège réparti", "sièges répartis"))
        }
        RoundResult::Another => {
            format!("→ Personne n’a la majorité absolue : {}", round_in_full(number.saturating_add(1)).to_lowercase())
        }
        RoundResult::Tied(tied) => {
            let names: Vec<String> = tied.iter().map(|it| ticket(it, roster)).collect();
            format!("▲ Égalité entre {} : l’âge décide", enumerate(&names))
        }
        RoundResult::Nobody => format!("✗ {NO_VOTES} Personne n’est élu."),
    }
}

/// What to do behind what a round gave.
#[must_use]
pub fn next_step(result: &RoundResult, is_over: bool) -> &'static str {
    match result {
        RoundResult::Another => "De nouvelles candidatures sont possibles avant le tour suivant.",
        RoundResult::Tied(_) => "Les dates de naissance manquent : dites qui est le plus âgé (F9).",
        RoundResult::Elected { .. } if !is_over => "Le poste suivant est à pourvoir.",
        RoundResult::Elected { .. } | RoundResult::Allocated(_) => "Le résultat est à proclamer.",
        RoundResult::Nobody => "La séance reprendra cette élection à une autre date.",
    }
}

/// What a round gave, for the strip of the rounds: « 1er tour : pas de majorité ».
#[must_use]
pub fn in_brief(result: Option<&RoundResult>, number: u32, roster: &Roster) -> String {
    let told = match result {
        None => "en cours".to_owned(),
        Some(RoundResult::Elected { ticket: elected, .. }) => match elected {
            Ticket::Member(member) => format!("{} élu{}", roster.listed(member), ending(member, roster)),
            other => format!("{} élue", ticket(other, roster)),
        },
        Some(RoundResult::Allocated(_)) => "sièges répartis".to_owned(),
        Some(RoundResult::Another) => "sans majorité".to_owned(),
        Some(RoundResult::Tied(_)) => "égalité".to_owned(),
        Some(RoundResult::Nobody) => "personne".to_owned(),
    };
    format!("{} : {told}", round(number))
}

/// « AUBRY Paul, pouvoir de BERT Anne » as it is heard in the list of those who sign.
#[must_use]
pub fn signs_for(member: &MemberId, holder: Option<&MemberId>, roster: &Roster) -> String {
    holder.map_or_else(|| roster.listed(member), |holder| on_behalf(&roster.listed(holder), &roster.listed(member)))
}

/// « 3 noms de plus », those for whom there is no room.
#[must_use]
pub fn more_names(number: usize) -> String {
    format!("↓ {}", count(number, "autre nom", "autres noms"))
}

/// « CHAZAL Hélène 11, AUBRY Paul 9 · majorité 12 · exprimés 22 », behind what a round before gave.
#[must_use]
pub fn strip(count: &Count, majority: Option<u32>, named: &[String]) -> String {
    let majority = majority.map(|needed| format!(" · majorité {needed}")).unwrap_or_default();
    let named = if named.is_empty() { String::new() } else { format!(" · {}", named.join(", ")) };
    format!("{named}{majority} · exprimés {}", count.cast())
}

/// « majorité absolue 15 », at its mark under the bars.
#[must_use]
pub fn majority_mark(needed: u32) -> String {
    format!("majorité absolue {needed}")
}

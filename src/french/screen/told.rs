//! The words for what is put to the vote otherwise than one text by exception: proposals, votes taken together, reports
//! without a vote, the ways, the majorities.

use crate::council::ballot::{Choice, Vote};
use crate::council::id::{MemberId, ReportId};
use crate::council::roster::Roster;
use crate::council::way::{Stated, Way};
use crate::french::kinds;
use crate::french::numbers::count;

mod majorities;
mod proposals;
mod reports;
mod urn;

pub use majorities::{NEEDED, reached, short_majority, why_needed};
pub use proposals::{
    BEFORE_THE_TEXT, TEXT_WAITS, TO_PUT, brought_by, decided_before, name, proposal, puts, state, text_waits, waiting,
    what,
};
pub use reports::{
    NAME_THEM, NO_CANDIDATE, Row, TO_END, announced, appointed, authors, enter_ends, plain, rows, voted_with,
};
pub use urn::{changes_in_the_urn, of_the_urn};

/// A choice for a whole group where one member is wanted.
pub const WHOLE_GROUP: &str = "C’est un groupe entier : , ; : ou ! note toutes ses voix. Flèche bas : ses membres.";
/// Left or right where there is one vote only.
pub const ONE_VOTE: &str = "Il n’y a qu’un vote à voir ici.";
/// Figures and names are not recorded.
pub const NO_FIGURES: &str = "Ni les chiffres ni les noms ne sont relevés.";
/// The names are not recorded.
pub const NAMES_NOT_RECORDED: &str = "Noms non relevés";
/// How many voices are in the room, spoken or carried.
pub const VOICES_IN_THE_ROOM: &str = "Voix dans la salle";
/// Over those who are still to be called.
pub const NEXT_CALLED: &str = "À appeler (! pour  , contre  ; abst.)";
/// A vote on several reports of which one has no result yet.
pub const NOT_FINISHED: &str = "tous les résultats ne sont pas relevés";
/// A figure that is not recorded.
pub const NO_FIGURE: &str = "—";
/// Every report of a vote on several.
pub const ALL_OF_THEM: &str = "tous ensemble";
/// Not called yet, or not recorded by name.
pub const NOT_SAID: &str = "à noter";
/// A group does not speak with one voice.
pub const DIVIDED: &str = "partagé";
/// Nothing was counted yet.
pub const NOTHING_COUNTED: &str = "Chiffres à noter";
/// No result was stated yet.
pub const NOTHING_STATED: &str = "Résultat à noter";
/// Figures typed where none are asked for.
pub const FIGURES_BY_TAB: &str = "Rien n’est noté : les chiffres se notent par Tab, puis « en chiffres ».";
/// Enter behind such figures.
pub const ENTER_BEHIND_FIGURES: &str =
    "Entrée ignorée : les chiffres tapés ne sont pas notés. Entrée encore pour continuer.";
/// Which key opens the questions of the way.
pub const TAB_TO_NOTE: &str = "Tab : la manière, puis les chiffres ou le résultat.";
/// A ballot whose names and votes are all printed.
pub const PUBLIC_BALLOT: &str = "scrutin public";
/// Votes on several reports at once.
pub const TOGETHER: &str = "vote groupé";

/// « Groupe Ensemble (7 voix) ».
#[must_use]
pub fn group(name: &str, voices: usize) -> String {
    let voices = count(voices, "voix", "voix");
    format!("{} ({voices})", the_group(name))
}

/// « Groupe Ensemble »; the word is not said twice.
#[must_use]
pub fn the_group(name: &str) -> String {
    if name.to_lowercase().starts_with("groupe") { name.to_owned() } else { format!("Groupe {name}") }
}

/// Nobody of that group is there.
#[must_use]
pub fn nobody_of_the_group(name: &str) -> String {
    format!("{} : personne n’a de voix dans ce vote.", the_group(name))
}

/// Why a report was opened alone.
#[must_use]
pub fn alone(refusal: &str) -> String {
    format!("Ouvert à part. {refusal}")
}

/// A name where none is recorded.
#[must_use]
pub fn no_names(way: Way, may_be_voted: bool) -> &'static str {
    match way {
        Way::WithoutVote if !may_be_voted => "Sans vote, rien n’est noté : Entrée termine le rapport.",
        Way::Secret => "Au scrutin secret, aucun nom n’est noté à côté d’un choix.",
        Way::WithoutVote => "Sans vote, aucun nom n’est noté : Entrée termine le rapport ; Tab pour voter.",
        _ => "Les noms ne sont pas relevés dans ce vote : Tab pour changer de manière.",
    }
}

/// Behind the voters, where those who take no part are counted among them.
pub const NPPV_INSIDE: &str =
    "Réglage de l’assemblée : qui ne prend pas part au vote compte parmi les votants, jamais parmi les exprimés.";

/// « Résultat annoncé : adopté à l’unanimité ».
#[must_use]
pub fn stated(stated: Stated) -> String {
    format!("Résultat annoncé : {}", kinds::stated(stated))
}

/// « Appel : 12 sur 30 ont répondu ».
#[must_use]
pub fn called(answered: usize, voices: u32) -> String {
    let verb = if answered > 1 { "ont répondu" } else { "a répondu" };
    format!("Appel : {answered} sur {voices} {verb}")
}

/// « encore 18 à appeler ».
#[must_use]
pub fn still_to_call(awaited: usize) -> String {
    format!("encore {awaited} à appeler")
}

/// « IMBERT Salomé (par HAMELIN Octave) »: whom to call, and who answers.
#[must_use]
pub fn to_call(member: &MemberId, vote: &Vote, roster: &Roster) -> String {
    use crate::council::room::Seat;
    match vote.room.seat(member) {
        Some(Seat::Represented(holder)) => format!("{} (par {})", roster.listed(member), roster.listed(holder)),
        _ => roster.listed(member),
    }
}

/// « Vote groupé : 4 rapports, un seul vote ».
#[must_use]
pub fn several(reports: usize) -> String {
    format!("Vote groupé : {}, un seul vote", count(reports, "rapport", "rapports"))
}

/// « 07 à 12 »: reports put to one vote, too many to name.
#[must_use]
pub fn from_to(first: &ReportId, last: &ReportId) -> String {
    format!("{first} à {last}")
}

/// « vote groupé, 2 sur 4 ».
#[must_use]
pub fn one_of(place: usize, reports: usize) -> String {
    format!("{TOGETHER}, {place} sur {reports}")
}

/// « contre : AUBRY Paul + 1 pouvoir »: who says otherwise than for in one of several reports.
#[must_use]
pub fn otherwise(choice: Choice, names: &[String]) -> String {
    format!("{} : {}", crate::french::figures::choice(choice), names.join(", "))
}

/// « déport : AUBRY Paul (sans voix) »: who has no voice in one of several reports.
#[must_use]
pub fn out_of_one(names: &[String]) -> String {
    format!("déport : {}", names.join(", "))
}

/// « ↵ proclame les 4 rapports » under what they decide.
#[must_use]
pub fn proclaims_all(reports: usize) -> String {
    format!("↵ proclame les {reports} rapports, chacun avec sa délibération. → un à part.")
}

/// « ↵ proclame les 4 », beside what one of several decides.
#[must_use]
pub fn enter_takes_all(reports: usize) -> String {
    format!("↵ proclame les {reports}")
}

/// « Partout, contre : AUBRY Paul ; abstention : CHAZAL Hélène ».
#[must_use]
pub fn everywhere(names: &[String]) -> String {
    format!("Partout, {}", names.join(" ; "))
}

/// « 3 adoptés, 1 rejeté ».
#[must_use]
pub fn outcomes(adopted: usize, reports: usize) -> String {
    let rejected = reports - adopted;
    let word = |number_of: usize, word: &str| count(number_of, word, &format!("{word}s"));
    match (adopted, rejected) {
        (adopted, 0) => word(adopted, "adopté"),
        (0, rejected) => word(rejected, "rejeté"),
        (adopted, rejected) => format!("{}, {}", word(adopted, "adopté"), word(rejected, "rejeté")),
    }
}

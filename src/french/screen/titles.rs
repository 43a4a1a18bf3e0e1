//! The fixed words of the screens: titles, labels, questions.

use crate::council::ballot::Choice;
use crate::council::finding::Finding;
use crate::council::outcome::Outcome;
use crate::council::sitting::Stage;
use crate::french::kinds;
use crate::french::kinds::About;
use crate::french::numbers::count;

/// The president's question, vote by exception.
pub const QUESTION: &str = "Qui est contre ? Qui s’abstient ?";
/// Nobody is marked.
pub const ALL_FOR: &str = "Chacun est présumé pour.";
/// Title of the agenda.
pub const AGENDA: &str = "Ordre du jour";
/// Title of the roll call.
pub const ROLL_CALL: &str = "Appel";
/// Title of the attendance once the sitting is open.
pub const ATTENDANCE: &str = "Arrivée, départ, pouvoir";
/// Over those who are not in the room.
pub const MISSING: &str = "Ne sont pas dans la salle :";
/// Title of the list of gestures.
pub const COMMANDS: &str = "Toutes les commandes";
/// Title of the question whether to adjourn.
pub const ADJOURN: &str = "Ajourner faute de quorum ?";
/// The close, at the end of the agenda.
pub const CLOSE: &str = "Lever la séance";
/// Under the question whether to close.
pub const CLOSE_FOR_GOOD: &str = "Cela ne se défait pas.";
/// Title of the help.
pub const HELP: &str = "Touches de cet écran";
/// Below rows of which not all are shown.
pub const MORE: &str = "↓ suite";
/// Title of the panel on figures.
pub const WHY: &str = "Pourquoi ce chiffre";
/// Title of an irregular step.
pub const IRREGULAR: &str = "Irrégulier : passer outre ?";
/// Before the line of the reason.
pub const REASON: &str = "Motif";
/// Title of an action that is not recorded.
pub const NOT_RECORDED: &str = "PAS ENREGISTRÉ";
/// Every action is on the disk.
pub const RECORDED: &str = "enregistré ✓";
/// An action is being written.
pub const WRITING: &str = "enregistrement…";
/// This instance only reads.
pub const READ_ONLY: &str = "lecture seule";
/// Before the letters typed.
pub const SEARCH: &str = "Chercher";
/// Nobody fits.
pub const NOBODY: &str = "personne";
/// A choice is empty.
pub const NONE: &str = "Néant";
/// Under the vote, when nobody is looked for.
pub const SEARCH_HINT: &str = "Tapez le début d’un nom, puis , ; : ou !";
/// Under it: the other ways to record the vote.
pub const WAYS_HINT: &str = "Tab : en chiffres, par appel nominal…";
/// Over the sentence to proclaim.
pub const TO_PROCLAIM: &str = "À proclamer";
/// Over the sentence once it is proclaimed.
pub const PROCLAIMED: &str = "Proclamé";
/// The word « Quorum ».
pub const QUORUM: &str = "Quorum";
/// Over what is irregular if the sitting opens now.
pub const AT_OPENING: &str = "À l’ouverture";
/// Nothing is irregular.
pub const NOTHING_IRREGULAR: &str = "Rien à signaler : la séance peut être ouverte.";
/// No voice in the room.
pub const NO_VOICE: &str = "sans voix";
/// Title of a member's voices.
pub const VOICES: &str = "Voix";
/// A member's own voice.
pub const OWN_VOICE: &str = "sa voix";
/// Each voice of a card is marked apart.
pub const CARD_HINT: &str = "Ici chaque ligne se note séparément : ↑ ↓ puis , ; : ou !";
/// Nothing proclaimed, vote not begun.
pub const ANNOUNCED: &str = "à examiner";
/// Nothing proclaimed, and the sitting is over.
pub const NOT_EXAMINED: &str = "non examiné";
/// The other choices of the president without a quorum.
#[must_use]
pub fn instead_of_going_on(stage: Stage) -> &'static str {
    match stage {
        Stage::RollCall => "Le président choisit : F7 ajourner, ou passer outre (motif, Entrée).",
        _ => "Le président choisit : F6 suspendre, F7 ajourner, ou passer outre (motif, Entrée).",
    }
}
/// What can be done instead of going on: who presides or writes is noted, or the president's withdrawal.
#[must_use]
pub fn put_right(findings: &[Finding]) -> &'static str {
    let words = |finding: &Finding| match finding {
        Finding::PresidentAway { .. } => Some("F6 : noter qui préside. Sinon, le motif et Entrée."),
        Finding::SecretaryAway { .. } => Some("F6 : noter qui est secrétaire. Sinon, le motif et Entrée."),
        Finding::PresidentAtTheAccounts { .. } => Some("F6 : noter le retrait. Sinon, le motif et Entrée."),
        _ => None,
    };
    findings.iter().rev().find_map(words).unwrap_or_default()
}
/// Over those who take no part in the report.
pub const OUT_OF_THIS_REPORT: &str = "Déport";
/// Over those whom a rectification counts otherwise.
#[must_use]
pub fn counted_otherwise(members: usize) -> &'static str {
    if members > 1 { "Comptés autrement" } else { "Compté autrement" }
}
/// Behind the result of a report that was rectified.
pub const RECTIFIED: &str = ", rectifié";
/// The sitting is suspended, at the end of the agenda.
pub const SUSPENDED: &str = "Séance suspendue : F9 pour reprendre";
/// The vote is being taken.
pub const IN_PROGRESS: &str = "vote en cours";
/// Something is told, and nothing voted.
pub const UNDER_WAY: &str = "en cours";
/// The draft of another body is voted on.
pub const NO_TEXT: &str = "Le texte du rapport n’est pas dans le fichier de séance.";

/// « 2 rapports n’ont pas été examinés. »
#[must_use]
pub fn left_to_examine(left: usize) -> String {
    match left {
        0 => "Tous les rapports ont été examinés.".to_owned(),
        1 => "1 rapport n’a pas été examiné.".to_owned(),
        some => format!("{some} rapports n’ont pas été examinés."),
    }
}

/// « Lever la séance ? 2 rapports n’ont pas été examinés. »
#[must_use]
pub fn close_question(left: usize) -> String {
    format!("{CLOSE} ? {}", left_to_examine(left))
}

/// The window is too small.
#[must_use]
pub fn too_small(columns: u16, rows: u16, least_columns: u16, least_rows: u16) -> String {
    format!("fenêtre trop petite : {columns}×{rows}, il faut {least_columns}×{least_rows}")
}

/// How many names are below the screen.
#[must_use]
pub fn more(number: usize) -> String {
    count(number, "autre", "autres")
}

/// « et 12 autres (F4) » behind the names that fit, « 12 noms (F4) » where none does.
#[must_use]
pub fn names_that_do_not_fit(number: usize, all: bool) -> String {
    if all {
        format!("{} (F4)", count(number, "nom", "noms"))
    } else {
        format!("et {} (F4)", count(number, "autre", "autres"))
    }
}

/// The choice as the title of a list: « Contre ».
#[must_use]
pub fn choice_title(choice: Choice) -> &'static str {
    match choice {
        Choice::For => "Pour",
        Choice::Against => "Contre",
        Choice::Abstain => "Abstention",
        Choice::NotTakingPart => "Ne prend pas part",
    }
}

/// The choice as the title of those who say it: « Contre (2 voix) ».
#[must_use]
pub fn choice_with_voices(choice: Choice, voices: usize) -> String {
    format!("{} ({})", choice_title(choice), count(voices, "voix", "voix"))
}

/// The outcome as a heading, in the words of what it is about: « ADOPTÉ à l’unanimité », « DONNÉ ACTE à l’unanimité ».
#[must_use]
pub fn outcome(about: About<'_>, outcome: Outcome) -> (String, &'static str) {
    let word = match outcome {
        Outcome::Acknowledged => "Donné acte",
        Outcome::Heard => "Entendu",
        Outcome::Settled => "Arrêté",
        Outcome::AppointedWithoutVote => "Désignés",
        Outcome::Withdrawn => "Retiré",
        Outcome::Postponed => "Renvoyé",
        Outcome::SetAside => "Écarté",
        Outcome::Elected => "Élection acquise",
        Outcome::NobodyElected => "Personne n’est élu",
        adopted if adopted.is_adopted() => "Adopté",
        _ => "Rejeté",
    };
    (kinds::decided(about, word, outcome).to_uppercase(), how(outcome))
}

/// How it was decided: « à l’unanimité ».
#[must_use]
pub fn how(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::AdoptedUnanimously => "à l’unanimité",
        Outcome::Adopted | Outcome::Rejected => "à la majorité",
        Outcome::AdoptedByCastingVote | Outcome::RejectedByCastingVote => {
            "partage égal, voix prépondérante de la présidence"
        }
        Outcome::RejectedByTie => "partage égal, sans voix prépondérante",
        Outcome::AdoptedNoMajorityAgainst => "aucune majorité contre",
        Outcome::RejectedNothingCast => "aucun suffrage exprimé",
        Outcome::RejectedShortOfMajority => "majorité requise non atteinte",
        Outcome::Acknowledged | Outcome::Heard | Outcome::Settled | Outcome::AppointedWithoutVote => "sans vote",
        Outcome::Withdrawn => "de l’ordre du jour",
        Outcome::Postponed => "à une séance ultérieure",
        Outcome::SetAside => "question préalable adoptée",
        Outcome::Elected | Outcome::NobodyElected => "au scrutin secret",
    }
}

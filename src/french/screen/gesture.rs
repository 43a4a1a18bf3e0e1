//! The words of the gestures that have no key of their own: their names, their questions, the answers to choose from.

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::chronicle::HourOf;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::recusal::Ground;
use crate::council::roster::{Roster, Standing};
use crate::french::figures;
use crate::french::numbers::hour as spoken;

use super::actions::presence_word;
use super::names::of;
use super::said::ending;

/// A gesture, under the name that the list of commands gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each gesture is documented by its own words, below")]
pub enum Gesture {
    Rectify,
    Resume,
    Public,
    Recuse,
    EndRecusal,
    Chair,
    Secretaries,
    Rapporteur,
    Seat,
    EndProxy,
    InCamera,
    Suspend,
    Adjourn,
    MendHour,
    Settle,
    Close,
}

impl Gesture {
    /// Every gesture, in the order of the list.
    pub const ALL: [Self; 16] = [
        Self::Resume,
        Self::Public,
        Self::Recuse,
        Self::EndRecusal,
        Self::Chair,
        Self::Secretaries,
        Self::Rapporteur,
        Self::Seat,
        Self::EndProxy,
        Self::InCamera,
        Self::Suspend,
        Self::Adjourn,
        Self::MendHour,
        Self::Rectify,
        Self::Settle,
        Self::Close,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rectify => "Rectifier un vote proclamé",
            Self::Resume => "Reprendre la séance",
            Self::Public => "Revenir en séance publique",
            Self::Recuse => "Déport d’un membre",
            Self::EndRecusal => "Fin d’un déport",
            Self::Chair => "Autre présidence",
            Self::Secretaries => "Secrétaires et auxiliaires",
            Self::Rapporteur => "Autre rapporteur",
            Self::Seat => "Faire siéger un suppléant, installer un membre",
            Self::EndProxy => "Retirer un pouvoir",
            Self::InCamera => "Huis clos",
            Self::Suspend => "Suspendre la séance",
            Self::Adjourn => "Ajourner faute de quorum",
            Self::MendHour => "Corriger une heure",
            Self::Settle => "Arrêter le procès-verbal",
            Self::Close => "Lever la séance",
        }
    }
}

/// A question of a gesture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each question is documented by its own words, below")]
pub enum Ask {
    Gesture,
    WhoIsRecused,
    Report,
    Ground,
    Room,
    Note,
    Recusal,
    WhoPresides,
    Over,
    Secretaries,
    Assistants,
    Rapporteur,
    Seat,
    Proxy,
    Askers,
    HowVoted,
    For,
    Against,
    Abstentions,
    HourOfWhat,
    NewHour,
    ReportToRectify,
    WhoIsRectified,
    WhoElseIsRectified,
    Rectified,
    Reason,
    SettledOn,
    Remarks,
}

impl Ask {
    /// The question.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Gesture => "Que faire ?",
            Self::WhoIsRecused => "Qui se déporte ?",
            Self::Report => "Pour quel rapport ?",
            Self::Ground => "À quel titre ?",
            Self::Room => "Quitte la salle ?",
            Self::Note => "Précision, si elle doit être écrite",
            Self::Recusal => "Quel déport prend fin ?",
            Self::WhoPresides => "Qui préside ?",
            Self::Over => "Pour un seul rapport, ou pour la suite ?",
            Self::Secretaries => "Qui est secrétaire ?",
            Self::Assistants => "Auxiliaires, séparés par des virgules",
            Self::Rapporteur => "Qui rapporte ?",
            Self::Seat => "Qui siège ?",
            Self::Proxy => "Quel pouvoir prend fin ?",
            Self::Askers => "Qui demande le huis clos ?",
            Self::HowVoted => "Comment a voté le conseil ?",
            Self::For => "Combien de voix pour ?",
            Self::Against => "Combien de voix contre ?",
            Self::Abstentions => "Combien d’abstentions ?",
            Self::HourOfWhat => "L’heure de quoi ?",
            Self::NewHour => "Quelle est la bonne heure ?",
            Self::ReportToRectify => "Quel rapport ?",
            Self::WhoIsRectified => "Pour qui était-ce faux ?",
            Self::WhoElseIsRectified => "Pour qui d’autre ?",
            Self::Rectified => "Qu’en était-il ?",
            Self::Reason => "Motif de la rectification",
            Self::SettledOn => "Arrêté à la séance de quel jour ?",
            Self::Remarks => "Remarques, s’il y en a",
        }
    }
}

/// What Enter does where nothing is typed: « ↵ : AUBRY Paul ».
#[must_use]
pub fn by_default(answer: &str) -> String {
    format!("Entrée : {answer}")
}

/// Nobody, as an answer.
pub const NOBODY: &str = "personne";
/// Nobody else, as an answer.
pub const THAT_IS_ALL: &str = "c’est tout";
/// Those chosen so far are all.
pub const THESE: &str = "valider";
/// Nothing, as an answer.
pub const NOTHING: &str = "rien à préciser";
/// Under a question about a member.
pub const SEARCH_HINT: &str = "Tapez le début d’un nom, ou ↑ ↓.";
/// Under a question about several members.
pub const SEVERAL_HINT: &str = "Un nom, Entrée ; puis le suivant.";
/// Before the members chosen so far.
pub const CHOSEN: &str = "Choisis :";
/// Under a question about an hour.
pub const HOUR_HINT: &str = "Quatre chiffres, sans Maj : 1842 pour 18 h 42.";
/// Under a question about a day.
pub const DATE_HINT: &str = "Par exemple 7 avril 2025, ou 07/04/2025.";
/// Nothing fits the letters typed.
pub const NO_ANSWER: &str = "Rien ne répond à ces lettres.";

/// What is typed is no day.
#[must_use]
pub fn no_date(typed: &str) -> String {
    match typed.trim() {
        "" => "Il faut une date : 7 avril 2025, ou 07/04/2025.".to_owned(),
        typed => format!("« {typed} » n’est pas une date : écrivez 7 avril 2025, ou 07/04/2025."),
    }
}

/// Voices told already: « 7 voix pour », « 6 voix contre ».
#[must_use]
pub fn told(place: usize, number: u32) -> String {
    match place {
        0 => format!("{number} voix pour"),
        _ => format!("{number} voix contre"),
    }
}

/// « entre 0 et 30 ».
#[must_use]
pub fn at_most(most: u32) -> String {
    format!("de 0 à {most}")
}

/// A report to choose: « 07 Tarifs de la restauration ».
#[must_use]
pub fn report(id: &ReportId, object: &str) -> String {
    format!("{id} {object}")
}

/// A ground to choose.
#[must_use]
pub fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Interest => "intéressé à l’affaire (art. L.2131-11)",
        Ground::Representative => "représente le conseil dans l’organisme (art. L.1111-6)",
        Ground::Accounts => "répond des comptes (art. L.2121-14)",
    }
}

/// Whether he leaves the room.
#[must_use]
pub fn room(leaves: bool) -> &'static str {
    if leaves { "oui, quitte la salle" } else { "non, reste sans prendre part" }
}

/// A recusal to end: « AUBRY Paul, rapport n° 07 ».
#[must_use]
pub fn recusal(member: &str, report: &ReportId) -> String {
    format!("{member}, rapport n° {report}")
}

/// A power to end: « de DUPRAT Gérald à BOISSEAU Hakim ».
#[must_use]
pub fn proxy(giver: &str, holder: &str) -> String {
    format!("{} à {holder}", of(giver))
}

/// One who may take a seat: « ROCHE Anne, suppléante de … ».
#[must_use]
pub fn seat(member: &MemberId, roster: &Roster) -> String {
    let name = roster.listed(member);
    match roster.get(member).map(|member| &member.standing) {
        Some(Standing::SubstituteOf(titular)) => format!("{name}, supplée {}", roster.listed(titular)),
        Some(Standing::SuccessorOf(Some(titular))) => format!("{name}, remplace {}", roster.listed(titular)),
        Some(Standing::SuccessorOf(None)) => format!("{name}, siège vacant"),
        Some(Standing::InOffice) | None => name,
    }
}

/// What another presides over.
#[must_use]
pub fn over(report: Option<&ReportId>, elected: bool) -> String {
    match (report, elected) {
        (None, _) => "à partir de maintenant".to_owned(),
        (Some(report), false) => format!("le rapport n° {report} seulement"),
        (Some(report), true) => format!("le rapport n° {report}, élu par le conseil"),
    }
}

/// The vote on sitting in camera was unanimous, or counted.
#[must_use]
pub fn voted(unanimous: bool) -> &'static str {
    if unanimous { "à l’unanimité" } else { "pour, contre, abstentions : compter" }
}

/// Something that has an hour, with that hour: « fin de séance, 21 h 30 ».
#[must_use]
pub fn hour_of(of_what: &HourOf, at: Option<Hour>, roster: &Roster) -> String {
    let what = match of_what {
        HourOf::Opening => "ouverture de la séance".to_owned(),
        HourOf::Movement(member) => format!("mouvement {}", of(&roster.listed(member))),
        HourOf::Proclamation(report) => format!("proclamation du n° {report}"),
        HourOf::Suspension => "suspension".to_owned(),
        HourOf::Resumption => "reprise".to_owned(),
        HourOf::Closing => "fin de séance".to_owned(),
    };
    at.map_or_else(|| format!("{what}, sans heure"), |at| format!("{what}, {}", spoken(at)))
}

/// What a voice said: « sa voix : contre ».
#[must_use]
pub fn voice(choice: Choice) -> String {
    format!("sa voix : {}", figures::choice(choice))
}

/// Where a member was: « était absente ».
#[must_use]
pub fn presence(member: &MemberId, presence: Presence, roster: &Roster) -> String {
    format!("était {}", presence_word(presence, ending(member, roster)))
}

/// A number that does not go on like that.
#[must_use]
pub fn too_many(most: u32) -> String {
    format!("Il y a {most} voix au plus.")
}

//! What does not hold together in what a session file says of the room, in French.

use crate::store::session_file::room::{RoomProblem, SeatWay};

use super::fields::{setting, value_of};
use super::{list, quote, short};

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(problem: &RoomProblem) -> String {
    match problem {
        RoomProblem::OwnSeat { name, way } => format!("{} ne peut pas se {}.", short(name), infinitive(*way)),
        RoomProblem::SeatOfNobody { name, way, other } => {
            format!("{} {} {}, qui n’est pas en exercice.", short(name), verb(*way), short(other))
        }
        RoomProblem::StateWithoutSeat(name) => {
            format!("{} ne siège pas encore : son état ne se donne pas ici.", short(name))
        }
        RoomProblem::TwoWays(name) => format!("{} a à la fois « suppleant_de » et « remplace ».", short(name)),
        RoomProblem::RunWithoutPower(name) => {
            format!("{} n’a pas donné de pouvoir dont compter les séances.", short(name))
        }
        RoomProblem::BornAfter(name) => {
            format!("{} : cette date de naissance est d’après la séance.", short(name))
        }
        RoomProblem::BornTooEarly { name, age } => format!("{} aurait {age} ans le jour de la séance.", short(name)),
        RoomProblem::MoreMembersThanSeats { size, members } => {
            format!("L’effectif légal est de {size}, et {members} membres sont en exercice.")
        }
        RoomProblem::FirstMeetingNotBefore => "La première réunion n’est pas datée d’avant cette séance.".to_owned(),
        RoomProblem::AddedWithoutSecond(report) => {
            format!("Le rapport {} n’était pas au premier ordre du jour, mais il n’y en a qu’un.", quote(report))
        }
        RoomProblem::RecusedTwice { name, report } => {
            format!("{} se déporte deux fois du rapport {}.", short(name), quote(report))
        }
        RoomProblem::SettingWithoutReason(field) => {
            format!("Le réglage « {field} » n’a pas de motif : une règle ne s’écarte que pour une raison.")
        }
        RoomProblem::SettingWithoutValue(field) => format!("Le réglage « {field} » n’a pas de valeur."),
        RoomProblem::StatutesMissing(fields) => format!(
            "Les règles d’une assemblée de genre Autre sont dans ses statuts : il manque {}.",
            match fields.as_slice() {
                [one] => format!("le réglage « {one} »"),
                several => format!("les réglages {}", list(several)),
            }
        ),
        RoomProblem::TwoFieldsOfSecretaries => {
            "« secretaire » et « secretaires » sont donnés tous les deux.".to_owned()
        }
        RoomProblem::SecretaryTwice(name) => format!("{} est deux fois secrétaire.", short(name)),
        RoomProblem::WeightedVoices { name, voices } => {
            format!("{} a {voices} voix : ce programme compte une voix par membre.", short(name))
        }
        RoomProblem::RecusalWithoutGround(Some(name)) => format!("Le déport de {} n’a pas de motif.", short(name)),
        RoomProblem::RecusalWithoutGround(None) => "Ce déport n’a pas de motif.".to_owned(),
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(problem: &RoomProblem) -> String {
    match problem {
        RoomProblem::OwnSeat { way: SeatWay::Substitute, .. }
        | RoomProblem::SeatOfNobody { way: SeatWay::Substitute, .. } => "Nommez un titulaire en exercice.".to_owned(),
        RoomProblem::OwnSeat { way: SeatWay::Successor, .. }
        | RoomProblem::SeatOfNobody { way: SeatWay::Successor, .. } => {
            "Nommez un membre en exercice, ou écrivez : remplace: SiegeVacant.".to_owned()
        }
        RoomProblem::StateWithoutSeat(_) => {
            "Retirez l’état et le pouvoir : la séance dira quand cette personne siège.".to_owned()
        }
        RoomProblem::TwoWays(_) => "Gardez l’un des deux.".to_owned(),
        RoomProblem::RunWithoutPower(_) => "Ajoutez « pouvoir_a », ou retirez « seances » et « maladie ».".to_owned(),
        RoomProblem::BornAfter(_) | RoomProblem::BornTooEarly { .. } => "Corrigez l’année de « naissance ».".to_owned(),
        RoomProblem::MoreMembersThanSeats { .. } => {
            "Corrigez « effectif », ou écrivez qui remplace qui : remplace: \"DUPONT Anne\".".to_owned()
        }
        RoomProblem::FirstMeetingNotBefore => "Corrigez l’une des deux dates.".to_owned(),
        RoomProblem::AddedWithoutSecond(_) => {
            "Ajoutez dans « seance » : seconde_convocation: \"2022-02-28\" (la date de \
                                               la première réunion), ou retirez « hors_premier_ordre_du_jour »."
                .to_owned()
        }
        RoomProblem::RecusedTwice { .. } => "Gardez un seul déport.".to_owned(),
        RoomProblem::SettingWithoutReason(_) => "Ajoutez : motif: \"art. 8 des statuts\".".to_owned(),
        RoomProblem::SettingWithoutValue(field) => format!("Ajoutez : valeur: {}.", value_of(field)),
        RoomProblem::StatutesMissing(fields) => {
            let settings: Vec<String> = fields.iter().map(|field| setting(field)).collect();
            format!("Ajoutez : reglages: ({}).", settings.join(", "))
        }
        RoomProblem::TwoFieldsOfSecretaries => "Gardez « secretaires » et écrivez-y tous les noms.".to_owned(),
        RoomProblem::SecretaryTwice(_) => "Gardez ce nom une seule fois.".to_owned(),
        RoomProblem::WeightedVoices { .. } => {
            "Retirez « voix » : des voix pondérées se comptent hors de ce programme.".to_owned()
        }
        RoomProblem::RecusalWithoutGround(_) => {
            "Ajoutez : motif: Interet, motif: Representant ou motif: Comptes.".to_owned()
        }
    }
}

fn infinitive(way: SeatWay) -> &'static str {
    match way {
        SeatWay::Substitute => "suppléer",
        SeatWay::Successor => "remplacer",
    }
}

fn verb(way: SeatWay) -> &'static str {
    match way {
        SeatWay::Substitute => "supplée",
        SeatWay::Successor => "remplace",
    }
}

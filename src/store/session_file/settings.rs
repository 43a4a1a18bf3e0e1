//! Makes the settings: the rules that a body puts in place of the table's, each with its reason.

use crate::council::conventions::{Conventions, NamesPrinted, UnanimityWording, Zero};
use crate::council::docket::BodyKind;
use crate::council::law::Value;
use crate::council::settings::{MovementStyle, Setting, Settings};

use super::at::At;
use super::majorities;
use super::problem::ProblemKind;
use super::reading::Reading;
use super::room::RoomProblem;
use super::shape::{MovementShape, NamesShape, QuorumShape, SettingShape, SettingsShape, UnanimityShape, ZeroShape};

/// The settings. A body without rules of law must say how many are needed, and how many powers one member may hold.
pub fn of(shape: SettingsShape, kind: Option<BodyKind>, at: &At<'_>, reading: &mut Reading<'_>) -> Settings {
    if kind == Some(BodyKind::Autre) {
        let needed =
            [("quorum", shape.quorum.is_some()), ("pouvoirs_par_porteur", shape.pouvoirs_par_porteur.is_some())];
        let missing: Vec<&'static str> =
            needed.into_iter().filter(|(_, given)| !given).map(|(field, _)| field).collect();
        if !missing.is_empty() {
            reading.wrong(ProblemKind::Room(RoomProblem::StatutesMissing(missing)), at);
        }
    }
    // Who needs no quorum says so: none is written by mistake.
    if matches!(&shape.quorum, Some(SettingShape { valeur: Some(QuorumShape::Nombre(0)), .. })) {
        reading.wrong(ProblemKind::OutOfRange("Nombre"), &at.field("quorum").field("valeur"));
    }
    Settings {
        quorum: setting(shape.quorum, "quorum", at, reading).map(|Setting { value, reason }| {
            let value = match value {
                QuorumShape::Moitie => Value::MoreThanHalf,
                QuorumShape::Tiers => Value::OneThird,
                QuorumShape::MoitieAvecRepresentes => Value::MoreThanHalfWithRepresented,
                QuorumShape::Nombre(number) => Value::Number(number),
                QuorumShape::Aucun => Value::Number(0),
            };
            Setting { value, reason }
        }),
        proxies_per_holder: setting(shape.pouvoirs_par_porteur, "pouvoirs_par_porteur", at, reading),
        casting_vote: setting(shape.voix_preponderante, "voix_preponderante", at, reading),
        remote: setting(shape.a_distance, "a_distance", at, reading),
        in_camera_askers: setting(shape.huis_clos_demandeurs, "huis_clos_demandeurs", at, reading),
        proxy_run: setting(shape.seances_par_pouvoir, "seances_par_pouvoir", at, reading),
        movements: match shape.mouvements {
            Some(MovementShape::Heure) => MovementStyle::Hour,
            Some(MovementShape::Rapport) => MovementStyle::Report,
            Some(MovementShape::HeureEtRapport) | None => MovementStyle::HourAndReport,
        },
        nppv_in_voters: shape.nppv_parmi_les_votants.unwrap_or(false),
        majorities: majorities::of_kinds(shape.majorites, &at.field("majorites"), reading),
    }
}

/// How the papers speak: habits, which need no reason.
pub fn conventions(shape: &SettingsShape) -> Conventions {
    Conventions {
        unanimity: match shape.unanimite {
            Some(UnanimityShape::SuffragesExprimes) | None => UnanimityWording::OfCast,
            Some(UnanimityShape::Unanimite) => UnanimityWording::Unanimity,
            Some(UnanimityShape::Majorite) => UnanimityWording::Majority,
        },
        names: match shape.noms {
            Some(NamesShape::HorsPour) | None => NamesPrinted::OtherThanFor,
            Some(NamesShape::Tous) => NamesPrinted::Everybody,
            Some(NamesShape::Aucun) => NamesPrinted::Nobody,
        },
        zero: match shape.zero {
            Some(ZeroShape::Usage) | None => Zero::ByPlace,
            Some(ZeroShape::Neant) => Zero::Nothing,
            Some(ZeroShape::Chiffre) => Zero::Digit,
            Some(ZeroShape::Barre) => Zero::Slash,
        },
    }
}

fn setting<T>(
    shape: Option<SettingShape<T>>,
    field: &'static str,
    settings: &At<'_>,
    reading: &mut Reading<'_>,
) -> Option<Setting<T>> {
    let shape = shape?;
    let at = settings.field(field);
    let reason = reading.line(shape.motif, &at.field("motif"));
    if shape.valeur.is_none() {
        reading.wrong(ProblemKind::Room(RoomProblem::SettingWithoutValue(field)), &at);
    }
    if reason.is_none() {
        reading.wrong(ProblemKind::Room(RoomProblem::SettingWithoutReason(field)), &at);
    }
    Some(Setting { value: shape.valeur?, reason: reason? })
}

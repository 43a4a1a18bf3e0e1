//! The rules that the body settles for itself, each with its reason, and the habits of its papers, in the export.

use serde::Serialize;

use crate::council::docket::Body;
use crate::council::law::Value;
use crate::council::majority::Majority;
use crate::council::settings::{Setting, Settings};

use super::report::report_kind;

/// One rule of its own.
#[derive(Serialize)]
pub(super) struct SettingOut<'a> {
    regle: &'static str,
    valeur: ValueOut,
    motif: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueOut {
    Number(u32),
    Yes(bool),
    Word(&'static str),
}

impl<'a> SettingOut<'a> {
    pub(super) fn all(settings: &'a Settings) -> Vec<Self> {
        let number =
            |setting: &'a Option<Setting<u32>>| setting.as_ref().map(|it| (ValueOut::Number(it.value), &it.reason));
        let yes = |setting: &'a Option<Setting<bool>>| setting.as_ref().map(|it| (ValueOut::Yes(it.value), &it.reason));
        let quorum = settings.quorum.as_ref().map(|it| (quorum(it.value), &it.reason));
        let rules = [
            ("quorum", quorum),
            ("pouvoirs_par_membre", number(&settings.proxies_per_holder)),
            ("voix_preponderante", yes(&settings.casting_vote)),
            ("a_distance", yes(&settings.remote)),
            ("demandeurs_huis_clos", number(&settings.in_camera_askers)),
            ("seances_par_pouvoir", number(&settings.proxy_run)),
        ];
        let own =
            rules.into_iter().filter_map(|(regle, setting)| setting.map(|(valeur, motif)| (regle, valeur, motif)));
        own.map(|(regle, valeur, motif)| Self { regle, valeur, motif }).collect()
    }
}

fn quorum(value: Value) -> ValueOut {
    match value {
        Value::Number(needed) => ValueOut::Number(needed),
        Value::OneThird => ValueOut::Word("UnTiers"),
        Value::MoreThanHalfWithRepresented => ValueOut::Word("PlusDeLaMoitieRepresentesCompris"),
        _ => ValueOut::Word("PlusDeLaMoitie"),
    }
}

/// The majority of a kind of report.
#[derive(Serialize)]
pub(super) struct KindMajorityOut<'a> {
    genre: &'static str,
    regle: Majority,
    motif: &'a str,
}

impl<'a> KindMajorityOut<'a> {
    pub(super) fn all(settings: &'a Settings) -> Vec<Self> {
        let of = |(kind, Setting { value, reason }): &'a (_, Setting<Majority>)| Self {
            genre: report_kind(*kind).0,
            regle: *value,
            motif: reason,
        };
        settings.majorities.iter().map(of).collect()
    }
}

/// How figures and papers are written, by the words of the session file.
#[derive(Serialize)]
pub(super) struct ConventionsOut {
    nppv_parmi_les_votants: bool,
    unanimite: &'static str,
    noms: &'static str,
    zero: &'static str,
}

impl ConventionsOut {
    pub(super) fn of(body: &Body) -> Self {
        Self {
            nppv_parmi_les_votants: body.settings.nppv_in_voters,
            unanimite: body.conventions.unanimity.word(),
            noms: body.conventions.names.word(),
            zero: body.conventions.zero.word(),
        }
    }
}

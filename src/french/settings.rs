//! The rules that an assembly settles for itself, as its minutes print them: what holds, and why.

use crate::council::kind::ReportKind;
use crate::council::law::Value;
use crate::council::majority::Majority;
use crate::council::settings::{Setting, Settings};

use super::kinds;
use super::numbers::count;

/// « Règle propre à l’assemblée : le quorum est de 8 membres (art. 5 des statuts). », one sentence a setting.
#[must_use]
pub fn own_rules(settings: &Settings) -> Vec<String> {
    let rules = [
        of(settings.quorum.as_ref(), quorum),
        of(settings.proxies_per_holder.as_ref(), proxies_per_holder),
        of(settings.casting_vote.as_ref(), casting_vote),
        of(settings.remote.as_ref(), remote),
        of(settings.in_camera_askers.as_ref(), in_camera_askers),
        of(settings.proxy_run.as_ref(), proxy_run),
    ];
    let nppv = settings.nppv_in_voters.then(|| NPPV_IN_VOTERS.to_owned());
    let majorities = settings.majorities.iter().map(|(kind, majority)| majority_of(*kind, majority));
    rules.into_iter().flatten().chain(nppv).chain(majorities).collect()
}

/// A convention of the assembly: no text gives it a reason.
const NPPV_IN_VOTERS: &str = "Convention de l’assemblée : les membres qui ne prennent pas part au vote par choix sont \
                              comptés parmi les votants ; un membre qui s’est déporté ne l’est jamais.";

/// « Règle propre à l’assemblée : majorité requise pour un rapport du genre « vœu » : majorité des deux tiers … (…). »
fn majority_of(kind: ReportKind, Setting { value, reason }: &Setting<Majority>) -> String {
    let reason = reason.trim().trim_end_matches('.');
    format!(
        "Règle propre à l’assemblée : un rapport du genre « {} » requiert la {} ({reason}).",
        kinds::kind(kind),
        kinds::majority(*value)
    )
}

fn of<T: Copy>(setting: Option<&Setting<T>>, says: fn(T) -> String) -> Option<String> {
    let Setting { value, reason } = setting?;
    let reason = reason.trim().trim_end_matches('.');
    Some(format!("Règle propre à l’assemblée : {} ({reason}).", says(*value)))
}

fn quorum(value: Value) -> String {
    match value {
        Value::Number(needed) => format!("le quorum est de {}", count(needed, "membre", "membres")),
        Value::OneThird => "le quorum est d’un tiers des membres en exercice".to_owned(),
        Value::MoreThanHalfWithRepresented => {
            "le quorum est de plus de la moitié des membres en exercice, présents ou représentés".to_owned()
        }
        _ => "le quorum est de plus de la moitié des membres en exercice".to_owned(),
    }
}

fn proxies_per_holder(limit: u32) -> String {
    match limit {
        0 => "aucun membre ne peut porter de pouvoir".to_owned(),
        limit => format!("un membre peut porter {} au plus", count(limit, "pouvoir", "pouvoirs")),
    }
}

fn casting_vote(exists: bool) -> String {
    let is = if exists { "est" } else { "n’est pas" };
    format!("la voix de la présidence {is} prépondérante en cas de partage égal")
}

fn remote(allowed: bool) -> String {
    let may = if allowed { "peuvent" } else { "ne peuvent pas" };
    format!("les membres {may} participer à distance")
}

fn in_camera_askers(askers: u32) -> String {
    format!("le huis clos peut être demandé par {}", count(askers, "membre", "membres"))
}

fn proxy_run(sittings: u32) -> String {
    match sittings {
        0 => "un pouvoir vaut sans limite de séances".to_owned(),
        sittings => format!("un pouvoir vaut pour {} de suite au plus", count(sittings, "séance", "séances")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled<T>(value: T) -> Setting<T> {
        Setting { value, reason: "art. 5 des statuts.".to_owned() }
    }

    #[test]
    fn each_rule_of_its_own_is_printed_with_its_reason_and_no_other() {
        assert_eq!(own_rules(&Settings::default()), Vec::<String>::new());
        let settings = Settings {
            quorum: Some(settled(Value::Number(8))),
            proxies_per_holder: Some(settled(2)),
            casting_vote: Some(settled(false)),
            remote: Some(settled(true)),
            in_camera_askers: Some(settled(4)),
            proxy_run: Some(settled(0)),
            ..Settings::default()
        };
        let rules = own_rules(&settings);
        assert_eq!(rules.len(), 6);
        assert_eq!(rules[0], "Règle propre à l’assemblée : le quorum est de 8 membres (art. 5 des statuts).");
        assert_eq!(
            rules[2],
            "Règle propre à l’assemblée : la voix de la présidence n’est pas prépondérante en cas de partage égal (art. 5 \
             des statuts)."
        );
    }
}

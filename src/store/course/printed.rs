//! The figures as an act printed them, as serde reads them.

use serde::Deserialize;

use crate::council::id::MemberId;
use crate::council::printed::{Listed, Printed, Verdict};

/// `imprime: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedShape {
    presents: Option<ListedShape>,
    representes: Option<ListedShape>,
    inscrits: Option<u32>,
    quorum: Option<u32>,
    votants: Option<u32>,
    exprimes: Option<u32>,
    majorite: Option<u32>,
    pour: Option<u32>,
    contre: Option<u32>,
    abstentions: Option<u32>,
    resultat: Option<VerdictShape>,
    formule: Option<String>,
}

/// A number, or the names.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum ListedShape {
    Number(u32),
    Names(Vec<MemberId>),
}

#[derive(Debug, Deserialize)]
enum VerdictShape {
    Adopte,
    Rejete,
}

impl From<PrintedShape> for Printed {
    fn from(shape: PrintedShape) -> Self {
        let listed = |listed| match listed {
            ListedShape::Number(number) => Listed::Number(number),
            ListedShape::Names(names) => Listed::Names(names),
        };
        Self {
            present: shape.presents.map(listed),
            represented: shape.representes.map(listed),
            in_office: shape.inscrits,
            quorum: shape.quorum,
            voters: shape.votants,
            cast: shape.exprimes,
            majority: shape.majorite,
            for_: shape.pour,
            against: shape.contre,
            abstentions: shape.abstentions,
            verdict: shape.resultat.map(|verdict| match verdict {
                VerdictShape::Adopte => Verdict::Adopted,
                VerdictShape::Rejete => Verdict::Rejected,
            }),
            formula: shape.formule,
        }
    }
}

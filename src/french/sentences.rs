//! The sentences of the papers and of the proclamation.

use crate::council::agenda::{OpinionSense, Report, ReportKind};
use crate::council::docket::BodyKind;
use crate::council::outcome::Outcome;
use crate::council::tally::Tally;

use super::numbers::count;

/// The body as a sentence names it: « le Conseil de Territoire ».
#[must_use]
pub fn the_body(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Commune => "le Conseil municipal",
        BodyKind::Epci => "le Conseil communautaire",
        BodyKind::Metropole => "le Conseil de la Métropole",
        BodyKind::ConseilDeTerritoire => "le Conseil de Territoire",
        BodyKind::Departement => "le Conseil départemental",
        BodyKind::Region => "le Conseil régional",
        BodyKind::CommissionPermanente => "la Commission permanente",
        BodyKind::Ccas => "le Conseil d’administration",
    }
}

/// The decision as the president proclaims it and the papers print it.
#[must_use]
pub fn decision(report: &Report, kind: BodyKind, tally: &Tally, outcome: Outcome) -> String {
    let body = the_body(kind);
    let how = majority(tally, outcome);
    if outcome.is_adopted() {
        format!("Après en avoir délibéré, {body} décide {how} {}.", adopted_action(report))
    } else {
        format!("Après en avoir délibéré, {body} {} {how}.", refused_action(report))
    }
}

fn adopted_action(report: &Report) -> String {
    match report.kind {
        ReportKind::Opinion(sense) => {
            format!("de donner un avis {} sur le rapport ci-joint et le transforme en délibération", sense_word(sense))
        }
        ReportKind::Deliberation => "d’adopter le rapport présenté".to_owned(),
    }
}

fn refused_action(report: &Report) -> String {
    match report.kind {
        ReportKind::Opinion(sense) => format!("ne donne pas d’avis {} sur le rapport ci-joint,", sense_word(sense)),
        ReportKind::Deliberation => "n’adopte pas le rapport présenté,".to_owned(),
    }
}

/// « favorable ».
#[must_use]
pub fn sense_word(sense: OpinionSense) -> &'static str {
    match sense {
        OpinionSense::Favourable => "favorable",
        OpinionSense::Unfavourable => "défavorable",
        OpinionSense::Reserved => "réservé",
    }
}

/// By what majority: « à l’unanimité », « par 26 voix pour, 3 voix contre et 1 abstention ».
#[must_use]
pub fn majority(tally: &Tally, outcome: Outcome) -> String {
    let abstentions = count(tally.abstentions, "abstention", "abstentions");
    match outcome {
        Outcome::AdoptedUnanimously if tally.abstentions == 0 => "à l’unanimité".to_owned(),
        Outcome::AdoptedUnanimously => format!("à l’unanimité des suffrages exprimés ({abstentions})"),
        Outcome::Adopted => format!("à la majorité, par {},", votes(tally)),
        Outcome::AdoptedByCastingVote => {
            format!("par {}, la voix du président étant prépondérante,", votes(tally))
        }
        Outcome::Rejected => format!("par {}", votes(tally)),
        Outcome::RejectedByCastingVote => format!("par {}, la voix du président étant prépondérante", votes(tally)),
        Outcome::RejectedByTie => format!("par {}, sans voix prépondérante", votes(tally)),
        Outcome::RejectedNothingCast => format!("faute de suffrage exprimé ({abstentions})"),
    }
}

/// « 26 voix pour, 3 voix contre et 1 abstention ».
fn votes(tally: &Tally) -> String {
    let for_ = format!("{} voix pour", tally.for_);
    let against = format!("{} voix contre", tally.against);
    match tally.abstentions {
        0 => format!("{for_} et {against}"),
        some => format!("{for_}, {against} et {}", count(some, "abstention", "abstentions")),
    }
}

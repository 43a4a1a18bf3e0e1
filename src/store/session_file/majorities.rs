//! Makes the majorities that a file chooses: that of a report, those of whole kinds of report.

use crate::council::kind::ReportKind;
use crate::council::majority::Majority;
use crate::council::settings::Setting;

use super::asked::{AskedProblem, MajorityOf};
use super::at::At;
use super::filed::Known;
use super::kinds;
use super::problem::ProblemKind;
use super::reading::Reading;
use super::shape::{KindMajorityShape, MajorityShape, RuleShape};

/// The majority that a text asks of a report.
pub fn of_report(
    shape: Option<MajorityShape>,
    known: Known<'_>,
    at: &At<'_>,
    reading: &mut Reading<'_>,
) -> Option<Setting<Majority>> {
    let shape = shape?;
    let of = MajorityOf::Report(known.report.to_owned());
    chosen(shape, known.kind, of, at, at, reading)
}

/// The majority that each kind of report takes, each kind once.
pub fn of_kinds(
    shapes: Option<Vec<KindMajorityShape>>,
    all: &At<'_>,
    reading: &mut Reading<'_>,
) -> Vec<(ReportKind, Setting<Majority>)> {
    let mut majorities = Vec::new();
    let mut seen: Vec<ReportKind> = Vec::new();
    for (place, KindMajorityShape { genre, regle, motif }) in shapes.unwrap_or_default().into_iter().enumerate() {
        let at = all.item(place);
        let kind = genre.map(|genre| kinds::named(&genre.0));
        match kind {
            None => reading.wrong(ProblemKind::Asked(AskedProblem::MajorityWithoutKind), &at),
            Some(kind) if seen.iter().any(|seen| seen.is_like(kind)) => {
                reading.wrong(ProblemKind::Asked(AskedProblem::MajorityTwice(kind)), &at.field("genre"));
            }
            Some(kind) => seen.push(kind),
        }
        let shape = MajorityShape { regle, motif };
        let setting = chosen(shape, kind, MajorityOf::Kind(kind), &at, &at.field("genre"), reading);
        majorities.extend(kind.zip(setting));
    }
    majorities
}

/// A majority with its reason; `unfit` is where it is said that the kind takes none.
fn chosen(
    MajorityShape { regle, motif }: MajorityShape,
    kind: Option<ReportKind>,
    of: MajorityOf,
    at: &At<'_>,
    unfit: &At<'_>,
    reading: &mut Reading<'_>,
) -> Option<Setting<Majority>> {
    match kind {
        Some(kind) if kind.is_accounts() => {
            reading.wrong(ProblemKind::Asked(AskedProblem::MajorityOfAccounts(of.clone())), unfit);
        }
        Some(kind) if !kind.may_be_voted() => {
            reading.wrong(ProblemKind::Asked(AskedProblem::MajorityNeverVoted(of.clone(), kind)), unfit);
        }
        _ => {}
    }
    if regle.is_none() {
        reading.wrong(ProblemKind::MissingField("regle"), at);
    }
    let reason = reading.line(motif, &at.field("motif"));
    if reason.is_none() {
        reading.wrong(ProblemKind::Asked(AskedProblem::MajorityWithoutReason(of)), at);
    }
    Some(Setting { value: rule(regle?), reason: reason? })
}

fn rule(shape: RuleShape) -> Majority {
    match shape {
        RuleShape::Exprimes => Majority::OfCast,
        RuleShape::Membres => Majority::OfMembers,
        RuleShape::TroisCinquiemesExprimes => Majority::ThreeFifthsOfCast,
        RuleShape::TroisCinquiemesMembres => Majority::ThreeFifthsOfMembers,
        RuleShape::DeuxTiersExprimes => Majority::TwoThirdsOfCast,
        RuleShape::DeuxTiersMembres => Majority::TwoThirdsOfMembers,
        RuleShape::Relative => Majority::Relative,
    }
}

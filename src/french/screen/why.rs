//! Why a figure is what it is, in words: its formula, and who is behind it. The screen shows them, the linear mode says them.

use crate::council::ballot::{Choice, Vote};
use crate::council::election::Contest;
use crate::council::id::ReportId;
use crate::council::secret::{ClosedUrn, Round};
use crate::council::sitting::Sitting;
use crate::council::tally::{Figure, Tally, Why};
use crate::french::figures;

use super::urn::why::RoundFigure;
use super::{card, said, told};

/// The formula of a figure with its numbers, or of the majority that the report takes where no figure is meant; where none
/// is recorded, that.
#[must_use]
pub fn explanation(figure: Option<Figure>, vote: &Vote, report: Option<&ReportId>, sitting: &Sitting) -> String {
    if let (Some(figure), Some((round, contest))) = (figure, round_of(vote, report, sitting)) {
        return of_the_round(figure).map_or_else(String::new, |figure| figure.explanation(round, &contest));
    }
    let Some(figure) = figure else {
        let reason = report.and_then(|report| sitting.majority(report).1);
        let words = |tally| told::why_needed(vote.rule.majority, &tally, reason);
        return Tally::of(vote).map(words).unwrap_or_default();
    };
    let Some(why) = Why::of(figure, vote, &sitting.rules()) else { return told::NO_FIGURES.to_owned() };
    let inside = vote.nppv_in_voters && matches!(figure, Figure::Voters | Figure::NotTakingPart);
    let convention = if inside { format!(" {}", told::NPPV_INSIDE) } else { String::new() };
    format!("{}{convention}", figures::why(&why))
}

/// The last round of an election and its terms, where that vote is one: its figures are six, and those of the law.
#[must_use]
pub fn round_of<'a>(vote: &'a Vote, report: Option<&ReportId>, sitting: &Sitting) -> Option<(&'a Round, Contest)> {
    let round = vote.secret()?.last()?;
    let contest = sitting.contest(report?)?;
    let is_a_text = round.urn.as_ref().is_some_and(ClosedUrn::is_of_a_text);
    (!is_a_text).then_some((round, contest))
}

/// The figure of a round that stands at the place of one of the nine.
#[must_use]
pub fn of_the_round(figure: Figure) -> Option<RoundFigure> {
    let place = Figure::ALL.iter().position(|it| *it == figure)?;
    RoundFigure::ALL.get(place).copied()
}

/// Who is not in the room, when the quorum is not met.
#[must_use]
pub fn missing(sitting: &Sitting) -> Vec<String> {
    let roster = &sitting.docket().roster;
    if sitting.quorum().is_met() != Some(false) {
        return vec![];
    }
    let away = sitting.attendance().holders(roster).filter(|id| !sitting.attendance().is_present(id));
    away.map(|id| roster.listed(id)).collect()
}

/// Who is behind a figure, where the screen of the vote may not have room for all.
#[must_use]
pub fn named_behind(figure: Figure, vote: &Vote, sitting: &Sitting) -> Vec<String> {
    let roster = &sitting.docket().roster;
    let choice = match figure {
        // Opened with a quorum that is lost since: who is missing is asked before all else.
        Figure::InOffice if sitting.open_report().is_some_and(|(_, open)| open == vote) => return missing(sitting),
        Figure::Voters => return card::without_a_voice(vote, roster),
        Figure::Against => Choice::Against,
        Figure::Abstentions => Choice::Abstain,
        Figure::NotTakingPart => Choice::NotTakingPart,
        _ => return vec![],
    };
    said::with_proxies(vote.saying(choice), Some(vote), roster)
}

//! Why a figure is what it is, as it is heard: figure by figure, with the names behind it.

use crate::app::App;
use crate::app::panels::WhyPanel;
use crate::council::ballot::Vote;
use crate::council::tally::{Figure, Tally};
use crate::french::linear::panels as words;
use crate::french::screen::{said, titles, why};
use crate::french::{figures, findings};
use crate::linear::focus::Focus;

pub fn entry() -> Vec<String> {
    vec![format!("{}. {}", titles::WHY, words::WHY)]
}

pub fn focus(app: &App, shown: &WhyPanel) -> Focus {
    let sitting = app.sitting();
    let vote = shown.report.as_ref().and_then(|report| sitting.vote_on(report, shown.on.as_ref()));
    let Some(vote) = vote else { return Focus::on(of_the_quorum(app)) };
    let mut line = explanation(app, shown, vote);
    let named = shown.figure().map_or_else(Vec::new, |figure| why::named_behind(figure, vote, sitting));
    if !named.is_empty() {
        let title = if shown.figure() == Some(Figure::InOffice) { titles::MISSING } else { "" };
        line = format!("{line} {title} {}.", named.join(", "));
    }
    if shown.figure() == Some(Figure::InOffice) {
        line = format!("{line} {}", said::sentence(&findings::quorum(&vote.quorum)));
    }
    Focus::new(shown.at.to_string(), line)
}

/// The quorum, and who is missing where it is not met.
fn of_the_quorum(app: &App) -> String {
    let quorum = said::sentence(&findings::quorum(&app.sitting().quorum()));
    let missing = why::missing(app.sitting());
    if missing.is_empty() { quorum } else { format!("{quorum} {} {}.", titles::MISSING, missing.join(", ")) }
}

/// The figure and the formula that gives it.
fn explanation(app: &App, shown: &WhyPanel, vote: &Vote) -> String {
    let why = why::explanation(shown.figure(), vote, shown.report.as_ref(), app.sitting());
    if let (Some((round, contest)), Some(figure)) =
        (why::round_of(vote, shown.report.as_ref(), app.sitting()), shown.figure().and_then(why::of_the_round))
    {
        let told = words::figure(figure.label(), &figure.shown(round, &contest));
        let why = why.strip_prefix(figure.label()).unwrap_or(&why).trim_start_matches(" :").trim();
        return format!("{told} : {why}");
    }
    let (Some(figure), Some(tally)) = (shown.figure(), Tally::of(vote)) else { return why };
    let told = words::figure(figures::label(figure), &figures::value(tally.value(figure)));
    // The label is said once.
    let why = why.strip_prefix(figures::label(figure)).unwrap_or(&why).trim_start_matches(" :").trim();
    format!("{told} : {why}")
}

//! A vote as it is heard: what is put to the vote, the president's question, whom to call, the result.

use crate::app::App;
use crate::app::vote::VoteScreen;
use crate::council::agenda::Report;
use crate::council::ballot::Vote;
use crate::council::proposal::{ProposalState, Proposed};
use crate::council::sitting::Done;
use crate::council::tally::Tally;
use crate::council::voices;
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::linear::{place, votes as words};
use crate::french::screen::{agenda, card, said, titles, told, where_we_are};
use crate::french::{grammar, kinds};
use crate::linear::focus::Focus;
use crate::linear::search;

use super::urn;

pub fn entry(app: &App, shown: &VoteScreen) -> Vec<String> {
    let sitting = app.sitting();
    let Some(report) = sitting.docket().agenda.report(shown.shown()) else { return vec![] };
    let Some(vote) = shown.vote(sitting) else { return vec![] };
    let mut lines = if shown.marks_all(sitting) { together(app) } else { vec![heading(app, shown, report)] };
    if let Some(done) = sitting.done_on(&report.id, shown.on.as_ref()) {
        lines.extend(proclaimed(app, shown, report, done));
        return lines;
    }
    if shown.waits(sitting) {
        lines.extend(waiting(app, report));
        return lines;
    }
    if let Some(text) = proposed(app, shown).and_then(|proposed| proposed.proposal.text.as_ref()) {
        lines.extend(text.lines().map(told::plain).filter(|line| !line.is_empty()));
    }
    let handling = sitting.handling(&report.id);
    let before = told::decided_before(&handling.proposals);
    if shown.on.is_none() && !before.is_empty() && !shown.marks_all(sitting) {
        lines.push(format!("{}.", grammar::capitalised(&before)));
    }
    if vote.way == Way::WithoutVote {
        let outcome = report.kind.without_vote();
        lines.extend(outcome.map(|outcome| words::enter_ends(outcome, report, sitting)));
    } else if vote.way == Way::Secret {
        lines.extend(urn::lines(app, shown));
    } else {
        lines.extend(words::manner(vote));
        // Of several that differ, the figures of one would be taken for those of all.
        let is_other = |other: &Vote| Tally::of(other) != Tally::of(vote);
        let differ = shown.marks_all(sitting) && sitting.open_reports().any(|(_, other)| is_other(other));
        lines.push(if differ { titles::QUESTION.to_owned() } else { words::question(vote) });
        if vote.way != Way::RollCall && !differ {
            lines.extend(where_we_are::otherwise(vote, &sitting.docket().roster));
        }
        if shown.marks_all(sitting) {
            lines.push(told::proclaims_all(vote.together.len()));
        } else if shown.on.is_none() && !vote.together.is_empty() {
            lines.push(format!("{}.", told::enter_takes_all(vote.together.len())));
        }
    }
    let out = card::without_a_voice(vote, &sitting.docket().roster);
    if !out.is_empty() {
        lines.push(format!("{} : {}.", titles::OUT_OF_THIS_REPORT, out.join(", ")));
    }
    lines
}

/// In one line: which report, and how its vote stands unless what was just done said so.
pub fn back(app: &App, shown: &VoteScreen, was_done: bool) -> Vec<String> {
    let sitting = app.sitting();
    let Some(report) = sitting.docket().agenda.report(shown.shown()) else { return vec![] };
    let what = shown.on.as_ref().map(kinds::proposal_title).map(|title| grammar::uncapitalised(&title));
    let counts = |_: &&Vote| !was_done && !shown.waits(sitting);
    let counted = shown.vote(sitting).filter(counts).and_then(where_we_are::counted);
    let counted = counted.map(|counted| format!(" {counted}")).unwrap_or_default();
    vec![format!("{}{counted}", words::back_to(report, what.as_deref()))]
}

/// Who is looked for; in a roll call, who is to be called; where nothing is voted, the line that is read.
pub fn focus(app: &App, shown: &VoteScreen) -> Option<Focus> {
    let sitting = app.sitting();
    let vote = shown.vote(sitting)?;
    if let Some(at_the_urn) = urn::focus(app, shown) {
        return Some(at_the_urn);
    }
    if let Some(picked) = search::focus(app, &shown.picker, Some(vote)) {
        return Some(picked);
    }
    if shown.is_done(sitting) || shown.waits(sitting) {
        return None;
    }
    let roster = &sitting.docket().roster;
    if vote.way == Way::WithoutVote {
        let rows = told::rows(shown.shown(), sitting);
        let row = rows.get(shown.scroll)?;
        return Some(Focus::new(place(shown.scroll, rows.len()), row.text.clone()));
    }
    let next = voices::next_called(vote, roster)?;
    Some(Focus::new(next.as_str(), words::to_call(&told::to_call(next, vote, roster))))
}

fn proposed<'a>(app: &'a App, shown: &VoteScreen) -> Option<&'a Proposed> {
    app.sitting().handling(shown.shown()).proposal(shown.on.as_ref()?)
}

fn heading(app: &App, shown: &VoteScreen, report: &Report) -> String {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    if let Some(proposed) = proposed(app, shown) {
        let waits = sitting.done_on(&report.id, shown.on.as_ref()).is_none();
        return words::proposal(report, proposed, roster, waits);
    }
    let rapporteur = sitting.rapporteur(report).and_then(|id| roster.get(id)).map(|member| member.name.spoken());
    let told = words::report(report, rapporteur.as_deref());
    let together = sitting.vote_on(&report.id, None).map_or(&[][..], |vote| &vote.together);
    match shown.only.as_ref().and_then(|only| together.iter().position(|id| id == only)) {
        Some(place) => format!("{told} {}.", grammar::capitalised(&told::one_of(place + 1, together.len()))),
        None => told,
    }
}

/// Several reports put to one vote: how many, and each with those who say otherwise in it.
fn together(app: &App) -> Vec<String> {
    let sitting = app.sitting();
    let all: Vec<(&Report, &Vote)> = sitting.open_reports().collect();
    let mut lines = vec![format!("{}.", told::several(all.len()))];
    for (report, vote) in all {
        let about = About::Text(report.kind);
        let outcome = crate::council::outcome::Outcome::of_vote(vote);
        let result = outcome.map(|outcome| said::short_result(about, Tally::of(vote).as_ref(), outcome));
        let result = result.map(|result| format!(" ; {result}")).unwrap_or_default();
        lines.push(format!("{} : {}{result}.", report.id, report.object.trim_end_matches('.')));
    }
    lines
}

/// A text that waits: what is put before it, each with how far it is, and what Enter puts to the vote.
fn waiting(app: &App, report: &Report) -> Vec<String> {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let proposals = &sitting.handling(&report.id).proposals;
    let mut lines = vec![format!("{} :", told::BEFORE_THE_TEXT)];
    // Those that are over were told when they ended.
    let waiting = || proposals.iter().filter(|it| it.state.is_pending());
    lines.extend(waiting().map(|it| format!("{} : {}.", told::proposal(&it.proposal, roster), told::state(it))));
    let pending = waiting().count();
    let Some(next) = proposals.iter().find(|it| it.state == ProposalState::Waiting) else { return lines };
    let text = next.proposal.text.iter().flat_map(|text| text.lines()).map(told::plain);
    lines.extend(text.filter(|line| !line.is_empty()).map(|line| words::text_of(next, &line)));
    lines.push(told::puts(&next.proposal.id, pending));
    lines
}

/// A result that is looked at: the figures, the sentence, who said otherwise, what was rectified.
fn proclaimed(app: &App, shown: &VoteScreen, report: &Report, done: &Done) -> Vec<String> {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let about = About::of(report.kind, shown.on.as_ref());
    let result = agenda::done(&said::result(about, done.tally.as_ref(), done.outcome), done.at);
    let mut lines = vec![format!("{} : {result}.", titles::PROCLAIMED)];
    lines.extend(where_we_are::result(sitting, &report.id, shown.on.as_ref(), app.phrases()).pop());
    lines.extend(where_we_are::counted(&done.vote));
    lines.extend(where_we_are::otherwise(&done.vote, roster));
    if let Some(before) = done.rectifications.last() {
        lines.push(agenda::rectified(about, before));
        let who = card::counted_otherwise(&before.vote, &done.vote, roster);
        if !who.is_empty() {
            lines.push(format!("{} : {}.", titles::counted_otherwise(who.len()), who.join(", ")));
        }
    }
    lines
}

//! A secret ballot as it is heard: who stands, who has no ballot, what was read. What is in memory alone is said here and
//! nowhere else.

use crate::app::App;
use crate::app::urn::{Line, Missing, Read, Stage};
use crate::app::vote::VoteScreen;
use crate::council::room::Seat;
use crate::council::roster::Roster;
use crate::french::linear::urn as words;
use crate::french::screen::{told, urn};
use crate::linear::focus::Focus;
use crate::linear::search;

/// What is said of the urn of a vote that is shown; nothing where there is none.
pub fn lines(app: &App, shown: &VoteScreen) -> Vec<String> {
    let sitting = app.sitting();
    let (Some(vote), Some(stage)) = (shown.vote(sitting), shown.stage(sitting)) else { return vec![] };
    if app.replay().is_some() || stage == Stage::Final {
        return told::of_the_urn(sitting, shown.shown(), shown.on.as_ref(), vote);
    }
    match stage {
        Stage::Signing => signing(app, shown),
        Stage::Emptied => vec![words::closed(shown.signed(sitting).unwrap_or_default())],
        Stage::Reading | Stage::ReadingAgain => reading(app, shown, stage),
        Stage::Final => vec![],
    }
}

/// How many signed, who stands, who counts, who has no ballot.
fn signing(app: &App, shown: &VoteScreen) -> Vec<String> {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let contest = sitting.contest(shown.shown()).filter(|_| shown.on.is_none());
    let standing: Vec<String> = shown.tickets(sitting).iter().map(|ticket| urn::ticket(ticket, roster)).collect();
    let (voices, signed) = shown.signed(sitting).unwrap_or_default();
    let mut lines = vec![words::signing(round(app, shown), signed, voices)];
    let who = if standing.is_empty() { urn::NOBODY_STANDS.to_owned() } else { standing.join(", ") };
    lines.push(words::named(urn::standing(contest.as_ref()), &who));
    let tellers: Vec<String> =
        shown.secret(sitting).iter().flat_map(|it| &it.tellers).map(|it| roster.listed(it)).collect();
    if !tellers.is_empty() {
        let label = urn::tellers(contest.map(|contest| contest.office), tellers.len());
        lines.push(words::named(label, &tellers.join(", ")));
    }
    let missing = shown.missing(sitting).into_iter().filter_map(|missing| match missing {
        Missing::Posts => Some(urn::NO_POSTS),
        Missing::Tellers => Some(urn::no_tellers(contest.map(|contest| contest.office))),
        Missing::Candidates | Missing::Lists => None,
    });
    let missing: Vec<&str> = missing.collect();
    if !missing.is_empty() {
        lines.push(format!("{}.", urn::missing(&missing)));
    }
    lines.extend(without_a_ballot(app, shown).or_else(|| Some(urn::HOW_TO_SIGN.to_owned())));
    lines
}

/// Those marked as having put none, in the order of the table.
fn without_a_ballot(app: &App, shown: &VoteScreen) -> Option<String> {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let vote = shown.vote(sitting)?;
    let unsigned = roster.everyone().map(|member| &member.id).filter(|id| shown.is_unsigned(id));
    let names: Vec<String> = unsigned
        .filter(|id| vote.may_sign(id))
        .map(|id| match vote.room.seat(id) {
            Some(Seat::Represented(holder)) => urn::signs_for(id, Some(holder), roster),
            seat if !seat.is_some_and(Seat::has_voice) => urn::gone(&roster.listed(id)),
            _ => urn::signs_for(id, None, roster),
        })
        .collect();
    (!names.is_empty()).then(|| words::named(&urn::without_a_ballot(names.len()), &names.join(" ; ")))
}

/// How many are read, what each has, what the first reading gave.
fn reading(app: &App, shown: &VoteScreen, stage: Stage) -> Vec<String> {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let title = if stage == Stage::ReadingAgain { urn::COUNTING_AGAIN } else { urn::COUNTING };
    let mut lines = vec![words::reading(title, round(app, shown), shown.urn.counted(), shown.urn.in_urn)];
    for line in shown.lines(sitting) {
        lines.push(words::total(line.letter, &name(&line, roster), line.ballots, line.before));
    }
    lines
}

fn name(line: &Line, roster: &Roster) -> String {
    match &line.of {
        Read::Ticket(ticket) => urn::ticket(ticket, roster),
        Read::Blank => urn::BLANK.to_owned(),
        Read::Null => urn::NULL.to_owned(),
    }
}

fn round(app: &App, shown: &VoteScreen) -> Option<u32> {
    let sitting = app.sitting();
    let contest = sitting.contest(shown.shown()).filter(|_| shown.on.is_none())?;
    shown.round(sitting).map(|round| round.number).filter(|_| contest.form.rounds() > 1)
}

/// The totals in one short line, behind each ballot; nothing while none are read.
pub fn totals(app: &App, shown: &VoteScreen) -> Option<String> {
    let sitting = app.sitting();
    if !matches!(shown.stage(sitting)?, Stage::Reading | Stage::ReadingAgain) || app.replay().is_some() {
        return None;
    }
    let roster = &sitting.docket().roster;
    let with_some = |line: &Line| line.ballots > 0;
    let lines = shown.lines(sitting).into_iter().filter(with_some);
    let told: Vec<String> =
        lines.map(|line| words::short_total(line.letter, &name(&line, roster), line.ballots)).collect();
    (!told.is_empty()).then(|| words::totals(&told))
}

/// The line whose total is typed; the member who is looked for.
pub fn focus(app: &App, shown: &VoteScreen) -> Option<Focus> {
    let sitting = app.sitting();
    shown.stage(sitting)?;
    if let Some(picker) = &shown.urn.seeking {
        return search::focus(app, picker, None);
    }
    let lines = shown.lines(sitting);
    let at = shown.urn.at?;
    let line = lines.get(at)?;
    let told = words::total(line.letter, &name(line, &sitting.docket().roster), line.ballots, line.before);
    Some(Focus::new(at.to_string(), words::typed(&told, &shown.urn.typed)))
}

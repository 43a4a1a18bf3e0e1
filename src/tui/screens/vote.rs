//! The vote of a report, or of what is put before its text: the president's question, the bars, the nine figures, who said
//! what, what to proclaim.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::vote::VoteScreen;
use crate::council::agenda::Report;
use crate::council::ballot::Vote;
use crate::council::outcome::Outcome;
use crate::council::proposal::{ProposalState, Proposed};
use crate::council::sitting::Done;
use crate::council::tally::{Figure, Tally};
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::screen::{agenda as words, said, titles, told};
use crate::french::{grammar, kinds, phrases};
use crate::tui::text::{below, cells, from_column, put, put_lines, put_right, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::{agenda_list, panel};

mod beside;
mod figures;
mod plan;
mod together;
mod waiting;
mod without;

use plan::{Bars, Plan};

/// From how many columns on the agenda stands beside the vote.
const ROOM_FOR_AGENDA: u16 = 110;
/// The columns of the nine figures.
const FIGURES: u16 = 34;

/// What is shown: a text, or what is put before it; voted now, or over.
struct Shown<'a> {
    report: &'a Report,
    proposed: Option<&'a Proposed>,
    vote: &'a Vote,
    done: Option<&'a Done>,
    tally: Option<Tally>,
    outcome: Option<Outcome>,
}

impl<'a> Shown<'a> {
    fn of(app: &'a App, screen: &VoteScreen) -> Option<Self> {
        let sitting = app.sitting();
        let report = sitting.docket().agenda.report(screen.shown())?;
        let vote = screen.vote(sitting)?;
        let proposed = screen.on.as_ref().and_then(|on| sitting.handling(&report.id).proposal(on));
        let done = sitting.done_on(&report.id, screen.on.as_ref());
        let (tally, outcome) = match done {
            Some(done) => (done.tally, Some(done.outcome)),
            None => (Tally::of(vote), Outcome::of_vote(vote)),
        };
        Some(Self { report, proposed, vote, done, tally, outcome })
    }

    fn about(&self) -> About<'a> {
        About::of(self.report.kind, self.proposed.map(|proposed| &proposed.proposal.id))
    }

    /// The sentence to proclaim, if there is a result.
    fn sentence(&self, app: &App) -> String {
        let Some(outcome) = self.outcome else { return String::new() };
        let on = self.proposed.map(|proposed| &proposed.proposal.id);
        let (vote, tally) = (self.vote, self.tally.as_ref());
        phrases::decision_on(app.sitting(), self.report, on, vote, tally, outcome, app.phrases()).to_string()
    }
}

/// Draws the vote.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, theme: Theme) {
    let sitting = app.sitting();
    let Some(shown) = Shown::of(app, screen) else { return };
    let mut right = area;
    if area.width >= ROOM_FOR_AGENDA {
        let left = Rect { width: (area.width * 3 / 10).min(48), ..area };
        let inside = panel::screen(buf, left, titles::AGENDA, theme);
        let at = sitting.docket().agenda.reports().take_while(|other| other.id != shown.report.id).count();
        agenda_list::draw(buf, inside, app, at, theme);
        right = from_column(area, left.right());
    }
    let inside = panel::screen(buf, right, &heading(app, screen, &shown), theme);
    if screen.waits(sitting) {
        waiting::draw(buf, inside, app, &shown, theme);
    } else if screen.marks_all(sitting) {
        together::draw(buf, inside, app, screen, theme);
    } else if shown.vote.way == Way::WithoutVote || shown.outcome.is_some_and(|outcome| !outcome.is_voted()) {
        without::draw(buf, inside, app, screen, &shown, theme);
    } else {
        content(buf, inside, app, screen, &shown, theme);
    }
}

/// « 07 · délibération · scrutin public · par appel nominal · rapporteur Léa MARTINET ».
fn heading(app: &App, screen: &VoteScreen, shown: &Shown) -> String {
    let sitting = app.sitting();
    let together = &shown.vote.together;
    let mut parts = vec![match (together.as_slice(), screen.marks_all(sitting)) {
        ([first, .., last], true) if together.len() > 4 => told::from_to(first, last),
        (several, true) => several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        _ => shown.report.id.to_string(),
    }];
    match shown.proposed {
        Some(proposed) => {
            parts.push(kinds::proposal_title(&proposed.proposal.id));
            if shown.done.is_none() {
                parts.push(told::TEXT_WAITS.to_owned());
            }
        }
        None if screen.marks_all(sitting) => parts.push(told::TOGETHER.to_owned()),
        None => parts.push(kinds::kind(shown.report.kind).to_owned()),
    }
    if let Some(only) = screen.only.as_ref().filter(|_| shown.done.is_none()) {
        let place = together.iter().position(|id| id == only).map_or(1, |place| place + 1);
        parts.push(told::one_of(place, together.len()));
    }
    if shown.vote.ballot.is_public() {
        parts.push(told::PUBLIC_BALLOT.to_owned());
    }
    if shown.vote.way != Way::ByException && !screen.waits(sitting) {
        parts.push(kinds::way(shown.vote.way).to_owned());
    }
    let rapporteur = sitting.rapporteur(shown.report).and_then(|id| sitting.docket().roster.get(id));
    let rapporteur = rapporteur.filter(|_| shown.proposed.is_none() && !screen.marks_all(sitting));
    parts.extend(rapporteur.map(|member| words::presented_by(&member.name.spoken())));
    parts.join(" · ")
}

fn content(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, shown: &Shown, theme: Theme) {
    let sentence = wrap(&shown.sentence(app), area.width, 5);
    let sentence = if shown.outcome.is_some() { sentence } else { vec![] };
    let most = if shown.proposed.is_some() { 8 } else { 3 };
    let mut lines = heads(app, shown, area.width, most);
    let plan = Plan::of(area.height, cells(lines.len()), cells(sentence.len()), shown.proposed.is_none());
    if plan.object < cells(lines.len()) {
        lines = heads(app, shown, area.width, usize::from(plan.object));
    }
    // From the bottom up: what is to be proclaimed is never pushed out.
    let (mut rest, bottom) = split(area, area.height.saturating_sub(cells(sentence.len()) + 1));
    proclamation(buf, bottom, shown, &sentence, theme);

    for (line, is_strong) in lines {
        put(buf, rest, &line, if is_strong { theme.strong() } else { theme.plain() });
        rest = below(rest, 1);
    }
    rest = below(rest, plan.gap);
    if plan.question {
        question(buf, rest, app, shown, theme);
        rest = below(rest, 1 + plan.gap);
    }
    if let (true, Some(tally)) = (plan.bars != Bars::Hidden, &shown.tally) {
        rest = figures::bars(buf, rest, tally, shown.vote.rule.majority, &plan, theme);
    }
    rest = below(rest, plan.gap);
    rest = Rect { height: rest.height.saturating_sub(plan.gap), ..rest };
    let (left, right) = (Rect { width: FIGURES.min(rest.width), ..rest }, from_column(rest, rest.x + FIGURES + 3));
    match &shown.tally {
        Some(tally) => figures::table(buf, left, tally, theme),
        None => figures::none(buf, left, shown.vote, theme),
    }
    beside::draw(buf, right, app, screen, shown, theme);
}

/// The object of the report, or the proposal: what it changes, who brings it, its text. With whether it is a title.
fn heads(app: &App, shown: &Shown, columns: u16, most: usize) -> Vec<(String, bool)> {
    let Some(proposed) = shown.proposed else {
        return wrap(&shown.report.object, columns, most).into_iter().map(|line| (line, true)).collect();
    };
    // Of a proposal the text comes with the title: what is voted is to be read.
    let title = told::proposal(&proposed.proposal, &app.sitting().docket().roster);
    let titles = wrap(&title, columns, if most > 2 { 2 } else { 1 });
    let mut lines: Vec<(String, bool)> = titles.into_iter().map(|line| (line, true)).collect();
    let text = proposed.proposal.text.iter().flat_map(|text| text.lines()).map(told::plain);
    let text = text.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let left = most.saturating_sub(lines.len());
    lines.extend(wrap(&text, columns, left).into_iter().filter(|line| !line.is_empty()).map(|line| (line, false)));
    lines
}

/// What the president asks, or the result; at the right, what was decided before the text.
fn question(buf: &mut Buffer, area: Rect, app: &App, shown: &Shown, theme: Theme) {
    let mut line = top(area, 1);
    let handling = app.sitting().handling(&shown.report.id);
    let before = if shown.proposed.is_none() { told::decided_before(&handling.proposals) } else { String::new() };
    let asked = match shown.done {
        Some(done) => match done.rectifications.last() {
            Some(before) => (words::rectified(shown.about(), before), theme.caution()),
            None => {
                (words::done(&said::result(shown.about(), done.tally.as_ref(), done.outcome), done.at), theme.accent())
            }
        },
        None => (ask(shown.vote), theme.accent()),
    };
    if !before.is_empty() && width(&asked.0) + width(&before) + 2 <= line.width {
        let x = put_right(buf, line, &before, theme.dim());
        line.width = x.saturating_sub(line.x + 1);
    }
    put(buf, line, &asked.0, asked.1);
}

/// « 2/3 des membres : 22, il manque 3 voix », where it is not the ordinary majority.
fn majority(shown: &Shown) -> Option<String> {
    let majority = shown.vote.rule.majority;
    let tally = shown.tally.filter(|_| majority.is_special())?;
    let name = told::short_majority(majority);
    Some(match majority.needed(&tally) {
        Some(needed) => format!("{name} : {needed}, {}", told::reached(tally.for_, needed)),
        None => name.to_owned(),
    })
}

/// What the president asks, or how the vote is recorded.
fn ask(vote: &Vote) -> String {
    match vote.way {
        Way::ByException => titles::QUESTION.to_owned(),
        Way::RollCall => told::called(vote.choices().count(), vote.voices()),
        way => grammar::capitalised(kinds::way(way)),
    }
}

fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    (top(area, rows), below(area, rows))
}

/// The outcome and the sentence, over a rule.
fn proclamation(buf: &mut Buffer, area: Rect, shown: &Shown, sentence: &[String], theme: Theme) {
    let heading = match shown.done {
        None => titles::TO_PROCLAIM,
        Some(_) => titles::PROCLAIMED,
    };
    let gap = ("  ", theme.plain());
    let mut note = majority(shown).map(|note| format!(" · {note}")).unwrap_or_default();
    // One of several is looked at apart, and Enter proclaims them all the same.
    if shown.done.is_none() && shown.proposed.is_none() && !shown.vote.together.is_empty() {
        note = format!("{note} · {}", told::enter_takes_all(shown.vote.together.len()));
    }
    let Some(outcome) = shown.outcome else {
        let awaited = shown.vote.awaited().count();
        let missing = match shown.vote.way {
            Way::RollCall => told::still_to_call(awaited),
            Way::Figures => told::NOTHING_COUNTED.to_lowercase(),
            _ => told::NOTHING_STATED.to_lowercase(),
        };
        let missing = format!("{missing}{note}");
        panel::rule(buf, area, &[(heading, theme.dim()), gap, (&missing, theme.caution())], theme);
        return;
    };
    let (word, how) = titles::outcome(shown.about(), outcome);
    let how = match outcome {
        // How many voices are missing says it already.
        Outcome::RejectedShortOfMajority => note.trim_start_matches(" · ").to_owned(),
        _ => format!("{how}{note}"),
    };
    let (sign, style) = agenda_list::sign_of(outcome, theme);
    let strong = style.patch(theme.strong());
    panel::rule(
        buf,
        area,
        &[
            (heading, theme.accent()),
            gap,
            (sign, strong),
            (" ", strong),
            (&word, strong),
            (" ", theme.plain()),
            (&how, style),
        ],
        theme,
    );
    put_lines(buf, below(area, 1), sentence, theme.plain());
}

/// The sign of how far a proposal is, and its colour.
fn sign_of_a_proposal(proposed: &Proposed, is_next: bool, theme: Theme) -> (&'static str, ratatui::style::Style) {
    match &proposed.state {
        ProposalState::Opened(_) => ("▶", theme.caution()),
        ProposalState::Waiting if is_next => ("▶", theme.caution()),
        ProposalState::Waiting => ("·", theme.dim()),
        ProposalState::Done(done) => agenda_list::sign_of(done.outcome, theme),
        ProposalState::Dropped(..) => ("−", theme.dim()),
    }
}

/// How many figures always stand on the screen.
const ALWAYS: usize = Figure::ALL.len();

//! The vote of a report, or of what is put before its text: the president's question, the bars, the nine figures, who said
//! what, what to proclaim.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::vote::VoteScreen;
use crate::app::{App, Place};
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
use crate::seating::Seating;
use crate::tui::text::{below, from_column, put, put_lines, put_right, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::{agenda_list, apart, panel};

mod arranged;
mod beside;
mod figures;
mod legend;
mod plan;
mod seats;
mod secret;
mod together;
mod waiting;
mod without;

use arranged::Arranged;

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

    /// Whether it is a vote that is looked at by itself: neither a text that waits, nor several at once, nor an end without
    /// a vote.
    fn is_counted(&self, app: &App, screen: &VoteScreen) -> bool {
        let is_told = self.vote.way == Way::WithoutVote || self.outcome.is_some_and(|outcome| !outcome.is_voted());
        !screen.waits(app.sitting()) && !screen.marks_all(app.sitting()) && !is_told
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
    // The count is read by the room: nothing else is on the screen.
    let right = if secret::is_read(app, screen) { area } else { beside_the_agenda(area) };
    if right.x > area.x {
        let left = Rect { width: right.x - area.x, ..area };
        let inside = panel::screen(buf, left, titles::AGENDA, theme);
        agenda_list::progress(buf, left, sitting, theme);
        let at = sitting.docket().agenda.reports().take_while(|other| other.id != shown.report.id).count();
        agenda_list::draw(buf, inside, app, at, theme);
    }
    let inside = panel::screen(buf, right, &heading(app, screen, &shown, right.width.saturating_sub(4)), theme);
    if screen.waits(sitting) {
        waiting::draw(buf, inside, app, &shown, theme);
    } else if secret::draw(buf, inside, app, screen, &shown, theme) {
        // A secret ballot has screens of its own until the figures of a text are final.
    } else if screen.marks_all(sitting) {
        together::draw(buf, inside, app, screen, theme);
    } else if !shown.is_counted(app, screen) {
        without::draw(buf, inside, app, screen, &shown, theme);
    } else {
        content(buf, inside, app, screen, &shown, theme);
    }
}

/// Whether ballots are read out on the screen: then nothing else is on it, the paper beside neither.
#[must_use]
pub fn is_read_by_the_room(app: &App) -> bool {
    let shown = app.vote().filter(|_| app.place() == Place::Vote && app.replay().is_none());
    shown.is_some_and(|shown| secret::is_read(app, shown))
}

/// What is left at the right of the agenda, where there is room for both.
fn beside_the_agenda(area: Rect) -> Rect {
    let agenda = if area.width >= ROOM_FOR_AGENDA { (area.width * 3 / 10).min(48) } else { 0 };
    from_column(area, area.x + agenda)
}

/// « 07 · délibération · scrutin public · par appel nominal · rapporteur Léa MARTINET ».
fn heading(app: &App, screen: &VoteScreen, shown: &Shown, columns: u16) -> String {
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
    if let Some(member) = rapporteur {
        let (before, name) = (format!("{} · {}", parts.join(" · "), words::presented_by("")), member.name.spoken());
        let room = columns.saturating_sub(width(&before));
        parts.push(words::presented_by(&apart::spoken(&name, &sitting.docket().roster, room)));
    }
    parts.join(" · ")
}

fn content(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, shown: &Shown, theme: Theme) {
    let seating = seats::seating(app, shown.vote);
    let at = Arranged::of(area, app, shown, seating.seats().len());
    proclamation(buf, at.bottom, shown, &at.sentence, theme);
    let mut rest = at.heading;
    for (line, is_strong) in &at.heads {
        put(buf, rest, line, if *is_strong { theme.strong() } else { theme.plain() });
        rest = below(rest, 1);
    }
    if let Some(area) = at.seats {
        seats::draw(buf, area, app, screen, shown, &seating, theme);
    }
    if let Some(area) = at.legend {
        legend::of_signs(buf, area, shown.vote, theme);
    }
    if let Some(area) = at.question {
        question(buf, area, app, shown, theme);
    }
    if let (Some(area), Some(tally)) = (at.bars, &shown.tally) {
        figures::bars(buf, area, tally, shown.vote, &at.plan, theme);
    }
    match &shown.tally {
        Some(tally) if at.is_folded => figures::folded(buf, at.figures, tally, theme),
        Some(tally) => figures::table(buf, at.figures, tally, theme),
        None => figures::none(buf, at.figures, shown.vote, theme),
    }
    beside::draw(buf, at.names, app, screen, shown, theme);
}

/// Where the seats are laid out in the area of the screen, and whose they are.
pub fn seats_in<'a>(area: Rect, app: &'a App, screen: &VoteScreen) -> Option<(Rect, Cow<'a, Seating>)> {
    let shown = Shown::of(app, screen)?;
    let inside = panel::inside(beside_the_agenda(area));
    let seating = seats::seating(app, shown.vote);
    if screen.marks_all(app.sitting()) && !screen.waits(app.sitting()) {
        let place = together::seats_in(inside, app.sitting().open_reports().count(), &seating)?;
        return Some((place, seating));
    }
    if !shown.is_counted(app, screen) {
        return None;
    }
    let at = Arranged::of(inside, app, &shown, seating.seats().len());
    Some((at.seats?, seating))
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

/// What the president asks, or the result; and what was decided before the text.
fn asked(app: &App, shown: &Shown) -> (String, String) {
    let handling = app.sitting().handling(&shown.report.id);
    let before = if shown.proposed.is_none() { told::decided_before(&handling.proposals) } else { String::new() };
    let asked = match shown.done {
        Some(done) => match done.rectifications.last() {
            Some(before) => words::rectified(shown.about(), before),
            None => words::done(&said::result(shown.about(), done.tally.as_ref(), done.outcome), done.at),
        },
        None => ask(shown.vote),
    };
    (asked, before)
}

/// The columns of the line of the question.
fn columns_of_the_question(app: &App, shown: &Shown) -> u16 {
    let (asked, before) = asked(app, shown);
    width(&asked) + if before.is_empty() { 0 } else { 2 + width(&before) }
}

/// What the president asks, or the result; at the right, what was decided before the text.
fn question(buf: &mut Buffer, area: Rect, app: &App, shown: &Shown, theme: Theme) {
    let mut line = top(area, 1);
    let (asked, before) = asked(app, shown);
    let is_rectified = shown.done.is_some_and(|done| !done.rectifications.is_empty());
    if !before.is_empty() && width(&asked) + width(&before) + 2 <= line.width {
        let x = put_right(buf, line, &before, theme.dim());
        line.width = x.saturating_sub(line.x + 1);
    }
    put(buf, line, &asked, if is_rectified { theme.caution() } else { theme.accent() });
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

//! The vote of a report: the president's question, the bars, the nine figures, who said what, what to proclaim.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::vote::VoteScreen;
use crate::council::agenda::Report;
use crate::council::ballot::{Choice, Vote};
use crate::council::outcome::Outcome;
use crate::council::sitting::Progress;
use crate::council::tally::{Figure, Tally};
use crate::french::screen::{agenda as words, card as card_words, said, titles};
use crate::french::{figures, numbers, phrases};
use crate::tui::text::{
    below, cells, from_column, inset, put, put_all, put_lines, put_right, put_wrapped, top, width, wrap,
};
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::{Bar, MARK};
use crate::tui::widgets::{agenda_list, names, panel, search};

/// From how many columns on the agenda stands beside the vote.
const ROOM_FOR_AGENDA: u16 = 110;
/// The columns of the nine figures.
const FIGURES: u16 = 34;
/// The columns of a bar's label and number.
const LABELS: u16 = 16;

/// Draws the vote.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, theme: Theme) {
    let sitting = app.sitting();
    let (Some(report), Some(progress)) =
        (sitting.docket().agenda.report(&screen.report), sitting.progress(&screen.report))
    else {
        return;
    };
    let mut right = area;
    if area.width >= ROOM_FOR_AGENDA {
        let left = Rect { width: (area.width * 3 / 10).min(48), ..area };
        let inside = panel::screen(buf, left, titles::AGENDA, theme);
        let at = sitting.docket().agenda.reports().take_while(|other| other.id != report.id).count();
        agenda_list::draw(buf, inside, app, at, theme);
        right = from_column(area, left.right());
    }
    let rapporteur = sitting.rapporteur(report).and_then(|id| sitting.docket().roster.get(id));
    let rapporteur = rapporteur.map(|member| member.name.spoken());
    let title = words::heading(&report.id, report.kind, rapporteur.as_deref());
    let inside = panel::screen(buf, right, &title, theme);
    content(buf, inside, app, screen, report, progress, theme);
}

fn content(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &VoteScreen,
    report: &Report,
    progress: &Progress,
    theme: Theme,
) {
    let sitting = app.sitting();
    let (tally, outcome) = match progress {
        Progress::Opened(vote) => (Tally::of(vote), Outcome::of_vote(vote)),
        Progress::Done(done) => (done.tally, Some(done.outcome)),
    };
    let vote = progress.vote();
    let (Some(tally), Some(outcome)) = (tally, outcome) else { return };
    let sentence = phrases::decision_of(sitting, report, vote, Some(&tally), outcome, app.phrases()).to_string();
    let sentence = wrap(&sentence, area.width, 5);
    let object = wrap(&report.object, area.width, 3);
    let plan = Plan::of(area.height, cells(object.len()), cells(sentence.len()));
    // From the bottom up: what is to be proclaimed is never pushed out.
    let (mut rest, bottom) = split(area, area.height.saturating_sub(cells(sentence.len()) + 1));
    proclamation(buf, bottom, progress, outcome, &sentence, theme);

    let object = wrap(&report.object, area.width, usize::from(plan.object));
    rest = put_lines(buf, rest, &object, theme.strong());
    rest = below(rest, plan.gap);
    if plan.question {
        match progress {
            Progress::Opened(_) => put(buf, rest, titles::QUESTION, theme.accent()),
            Progress::Done(done) => {
                let now = words::done(&said::result(Some(&tally), outcome), done.at);
                match done.rectifications.last() {
                    Some(before) => put(buf, rest, &words::rectified(before), theme.caution()),
                    None => put(buf, rest, &now, theme.accent()),
                }
            }
        };
        rest = below(rest, 1 + plan.gap);
    }
    if plan.bars != Bars::Hidden {
        rest = bars(buf, rest, &tally, &plan, theme);
    }
    rest = below(rest, plan.gap);
    rest = Rect { height: rest.height.saturating_sub(plan.gap), ..rest };
    let (left, right) = (Rect { width: FIGURES.min(rest.width), ..rest }, from_column(rest, rest.x + FIGURES + 3));
    table(buf, left, &tally, theme);
    beside(buf, right, app, screen, progress, theme);
}

/// What stands on the screen: in a low window, what can be done without goes first. The nine figures and the
/// sentence always stay: the bars only show again what the figures say.
struct Plan {
    /// Lines of the object.
    object: u16,
    /// Whether the question of the president is put.
    question: bool,
    /// Whether the bars are drawn, and the majority written at its mark.
    bars: Bars,
    /// Empty rows between the parts.
    gap: u16,
    /// Whether the bars stand apart from one another.
    apart: bool,
}

/// How much of the bars a window has room for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bars {
    Hidden,
    Plain,
    WithMajority,
}

impl Plan {
    fn of(rows: u16, object: u16, sentence: u16) -> Self {
        let always = cells(Figure::ALL.len()) + 1 + sentence;
        let bars = rows > always + 3;
        let spare = rows.saturating_sub(if bars { always + 3 } else { always });
        let question = spare >= 2;
        let bars = match (bars, spare) {
            (false, _) => Bars::Hidden,
            (true, ..=2) => Bars::Plain,
            (true, _) => Bars::WithMajority,
        };
        let object = object.min(spare.saturating_sub(2)).max(1);
        Self { object, question, bars, gap: u16::from(spare >= 10), apart: spare >= 15 }
    }
}

fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    (top(area, rows), below(area, rows))
}

/// The outcome and the sentence, over a rule.
fn proclamation(
    buf: &mut Buffer,
    area: Rect,
    progress: &Progress,
    outcome: Outcome,
    sentence: &[String],
    theme: Theme,
) {
    let (word, how) = titles::outcome(outcome);
    let (sign, style) = if outcome.is_adopted() { ("✓ ", theme.good()) } else { ("✗ ", theme.bad()) };
    let heading = match progress {
        Progress::Opened(_) => titles::TO_PROCLAIM,
        Progress::Done { .. } => titles::PROCLAIMED,
    };
    let strong = style.patch(theme.strong());
    let gap = ("  ", theme.plain());
    panel::rule(
        buf,
        area,
        &[(heading, theme.accent()), gap, (sign, strong), (word, strong), (" ", theme.plain()), (how, style)],
        theme,
    );
    put_lines(buf, below(area, 1), sentence, theme.plain());
}

/// A bar for each choice, against the voters; the majority is marked through all of them.
fn bars(buf: &mut Buffer, area: Rect, tally: &Tally, plan: &Plan, theme: Theme) -> Rect {
    let whole = tally.voters + tally.not_taking_part;
    let shown = [
        (Choice::For, figures::label(Figure::For), tally.for_),
        (Choice::Against, figures::label(Figure::Against), tally.against),
        (Choice::Abstain, figures::label(Figure::Abstentions), tally.abstentions),
    ];
    let mut rest = area;
    for (choice, label, value) in shown {
        let style = theme.choice(choice);
        put(buf, rest, label, style);
        let number = Rect { width: LABELS.saturating_sub(1), ..rest };
        put_right(buf, number, &value.to_string(), theme.strong());
        let bar = Rect { height: rest.height.min(1), ..from_column(rest, rest.x + LABELS) };
        let drawn = Bar { value, whole, mark: tally.absolute_majority };
        drawn.draw(buf, bar, style, theme.dim());
        rest = below(rest, 1);
        if plan.apart {
            drawn.draw_mark(
                buf,
                Rect { height: rest.height.min(1), ..from_column(rest, rest.x + LABELS) },
                theme.dim(),
            );
            rest = below(rest, 1);
        }
    }
    if plan.bars != Bars::WithMajority {
        return rest;
    }
    let line = from_column(rest, rest.x + LABELS);
    let bar = Bar { value: 0, whole, mark: tally.absolute_majority };
    if let (Some(column), Some(majority)) = (bar.mark_column(line.width), tally.absolute_majority) {
        let label = format!("{} {majority}", titles::MAJORITY);
        let fits_right = column + 2 + width(&label) <= line.width;
        let x = if fits_right { line.x + column } else { line.x + column.saturating_sub(width(&label) + 1) };
        let parts = if fits_right { [MARK, " ", &label] } else { [&label, " ", MARK] };
        put_all(buf, from_column(line, x), &parts.map(|part| (part, theme.dim())));
    }
    below(rest, 1)
}

/// The nine figures, in the order of the minutes.
fn table(buf: &mut Buffer, area: Rect, tally: &Tally, theme: Theme) {
    let mut rest = area;
    for figure in Figure::ALL {
        if rest.height == 0 {
            return;
        }
        let style = match figure {
            Figure::For => theme.choice(Choice::For),
            Figure::Against => theme.choice(Choice::Against),
            Figure::Abstentions => theme.choice(Choice::Abstain),
            Figure::NotTakingPart => theme.choice(Choice::NotTakingPart),
            _ => theme.plain(),
        };
        let x = put(buf, rest, figures::label(figure), theme.plain());
        let end = put_right(buf, rest, &figures::value(tally.value(figure)), style.patch(theme.strong()));
        for dot in (x + 1)..end.saturating_sub(1) {
            buf[(dot, rest.y)].set_symbol("·").set_style(theme.dim());
        }
        rest = below(rest, 1);
    }
}

/// Who is against, abstains, takes no part; and the search.
fn beside(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, progress: &Progress, theme: Theme) {
    let vote = progress.vote();
    let looking = screen.picker.place().is_some() || !screen.picker.query().is_empty();
    let mut names = area;
    if looking {
        // Where there is room for both, the names stay; else the search takes their place.
        names = top(area, if area.height >= 16 { (area.height / 2).min(12) } else { 0 });
        search::draw(buf, below(area, names.height), app, &screen.picker, Some(vote), theme);
    }
    if let Some(before) = progress.done().and_then(|done| done.rectifications.last()) {
        let who = card_words::counted_otherwise(&before.vote, vote, &app.sitting().docket().roster);
        names = listed_under(buf, names, titles::counted_otherwise(who.len()), &who, 3, theme);
    }
    exceptions(buf, names, app, vote, theme);
    let nobody_is_out = vote.room.recused() + vote.room.withdrawn() == 0;
    if names.height > 0
        && nobody_is_out
        && vote.choices().all(|(_, choice)| choice == Choice::For)
        && !app.is_only_looked_at()
    {
        put_wrapped(buf, names, titles::ALL_FOR, 2, theme.dim());
        put_wrapped(buf, below(names, 3), titles::SEARCH_HINT, 2, theme.dim());
    }
}

/// Names under a title, on so many lines at most; what room is left below.
fn listed_under(buf: &mut Buffer, area: Rect, title: &str, who: &[String], lines: usize, theme: Theme) -> Rect {
    if who.is_empty() || area.height < 2 {
        return area;
    }
    put(buf, area, title, theme.caution().patch(theme.strong()));
    let inside = inset(below(area, 1), 1);
    let left = put_lines(buf, inside, &names::lines(who, inside.width, lines), theme.plain());
    below(area, area.height.saturating_sub(left.height))
}

fn exceptions(buf: &mut Buffer, area: Rect, app: &App, vote: &Vote, theme: Theme) {
    let roster = &app.sitting().docket().roster;
    let mut rest = area;
    let out = card_words::without_a_voice(vote, roster);
    let named: Vec<(Choice, Vec<String>)> = [Choice::Against, Choice::Abstain, Choice::NotTakingPart]
        .into_iter()
        .map(|choice| (choice, said::with_proxies(vote.saying(choice), Some(vote), roster)))
        .filter(|(_, names)| !names.is_empty())
        .collect();
    for (place, (choice, members)) in named.iter().enumerate() {
        let voices = u32::try_from(vote.saying(*choice).count()).unwrap_or(u32::MAX);
        let title = format!("{} ({})", titles::choice_title(*choice), numbers::count(voices, "voix", "voix"));
        put(buf, rest, &title, theme.choice(*choice).patch(theme.strong()));
        // A long list leaves a title and a line to each of those that follow.
        let kept = 2 * cells(named.len() - place - usize::from(out.is_empty()));
        let inside = inset(below(rest, 1), 1);
        let lines = names::lines(members, inside.width, usize::from(inside.height.saturating_sub(kept)));
        let left = put_lines(buf, inside, &lines, theme.plain());
        rest = below(rest, rest.height - left.height);
    }
    if !out.is_empty() {
        let title = format!("◌ {}", titles::OUT_OF_THIS_REPORT);
        listed_under(buf, rest, &title, &out, usize::from(rest.height.saturating_sub(1)), theme);
    }
}

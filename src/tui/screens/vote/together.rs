//! Several reports in one vote: each with what it gives as it stands, and who says otherwise in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::vote::VoteScreen;
use crate::council::agenda::Report;
use crate::council::ballot::{Choice, Vote};
use crate::council::outcome::Outcome;
use crate::council::tally::Tally;
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::screen::{card as card_words, said, titles, told};
use crate::seating::Seating;
use crate::tui::text::{below, cells, from_column, inset, put, put_lines, put_right, put_wrapped, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::hemicycle::{self, looks};
use crate::tui::widgets::{agenda_list, panel, search};

use super::plan::{Bars, Plan};
use super::{FIGURES, beside, figures, legend, seats, split};

/// From how many columns on the results stand beside the titles.
const ROOM_FOR_RESULTS: u16 = 44;

/// One of the reports, and its vote as it stands.
struct One<'a> {
    report: &'a Report,
    vote: &'a Vote,
    tally: Option<Tally>,
    outcome: Option<Outcome>,
    otherwise: Vec<(Choice, Vec<String>)>,
    out: Vec<String>,
}

/// Draws the reports of one vote.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, theme: Theme) {
    let mut all: Vec<One> = app.sitting().open_reports().map(|(report, vote)| one(app, report, vote)).collect();
    let everywhere = said_everywhere(&mut all);
    let Some(first) = all.first() else { return };
    let sentence = wrap(&told::proclaims_all(all.len()), area.width, 2);
    let (mut rest, bottom) = split(area, area.height.saturating_sub(cells(sentence.len()) + 1));
    let results: Vec<Outcome> = all.iter().filter_map(|one| one.outcome).collect();
    proclamation(buf, bottom, &results, all.len(), theme);
    put_lines(buf, below(bottom, 1), &sentence, theme.plain());

    put_right(buf, rest, &format!("{}  →", told::ALL_OF_THEM), theme.dim());
    put(buf, rest, &told::several(all.len()), theme.strong());
    rest = below(rest, 1);
    put(buf, rest, &super::ask(first.vote), theme.accent());
    rest = below(rest, 1);
    let seating = seats::seating(app, first.vote);
    if let Some(place) = seats_in(area, all.len(), &seating) {
        let votes: Vec<&Vote> = all.iter().map(|one| one.vote).collect();
        let is_picked = seats::picked(app, screen, first.vote, true);
        hemicycle::draw(buf, place, looks::of_votes(&seating, &votes, is_picked, theme), theme);
        rest = below(rest, (place.bottom() + 1).saturating_sub(rest.y));
        // Two rows a report, who says otherwise everywhere: what is left is for the signs.
        if rest.height > 2 * cells(all.len()) + 4 + 9 {
            legend::of_several(buf, rest, theme);
            rest = below(rest, 2);
        }
    }
    let is_common = all.iter().all(|one| one.otherwise.is_empty() && one.tally == first.tally);
    let named = 1.max(2 * cells(everywhere.len()));
    if let (true, Some(tally)) = (is_common && rest.height >= cells(all.len()) + named + 6, &first.tally) {
        let plan = Plan { object: 1, question: true, bars: Bars::WithMajority, gap: 0, apart: false };
        rest = figures::bars(buf, rest, tally, first.vote, &plan, theme);
    }
    rest = below(rest, u16::from(rest.height > cells(all.len()) + 4));
    if beside::looks(screen) {
        let right = from_column(rest, rest.x + FIGURES + 3);
        search::draw(buf, right, app, &screen.picker, Some(first.vote), theme);
        rest = Rect { width: FIGURES.min(rest.width), ..rest };
    }
    let calls = first.vote.way == Way::RollCall && first.vote.awaited().next().is_some();
    if calls && !beside::looks(screen) {
        beside::to_call(buf, from_column(rest, rest.x + FIGURES + 3), app, first.vote, theme);
        rest = Rect { width: FIGURES.min(rest.width), ..rest };
    }
    rest = list(buf, rest, &all, theme);
    if calls {
        return;
    }
    if beside::looks(screen) {
        return;
    }
    rest = below(rest, 1);
    if is_common && !everywhere.is_empty() {
        beside::exceptions(buf, rest, app, first.vote, theme);
    } else if everywhere.is_empty() && is_common {
        let nobody = if first.vote.way.names() { titles::ALL_FOR } else { told::NAMES_NOT_RECORDED };
        put_wrapped(buf, rest, nobody, 1, theme.dim());
    } else if !everywhere.is_empty() {
        put_wrapped(buf, rest, &told::everywhere(&otherwise(&everywhere)), 3, theme.plain());
    }
}

/// Where the seats stand over so many reports; nowhere if these would lose rows.
pub fn seats_in(area: Rect, reports: usize, seating: &Seating) -> Option<Rect> {
    // The two rows on top, the air, the bars, two rows a report, who says otherwise, and what is to be proclaimed.
    let others = 2 + 2 + 4 + 2 * cells(reports) + 9 + 3;
    let rows = area.height.checked_sub(others).filter(|rows| *rows >= 4)?.min(11);
    let place = top(below(area, 3), rows);
    let laid = hemicycle::lay(seating.seats().len(), place)?;
    Some(Rect { height: laid.area.height, ..place })
}

fn one<'a>(app: &'a App, report: &'a Report, vote: &'a Vote) -> One<'a> {
    let roster = &app.sitting().docket().roster;
    let otherwise = [Choice::Against, Choice::Abstain, Choice::NotTakingPart]
        .into_iter()
        .map(|choice| (choice, said::with_proxies(vote.saying(choice), Some(vote), roster)))
        .filter(|(_, names)| !names.is_empty())
        .collect();
    let out = card_words::without_a_voice(vote, roster);
    One { report, vote, tally: Tally::of(vote), outcome: Outcome::of_vote(vote), otherwise, out }
}

/// What is said in every one of them; it is taken out of what each says otherwise.
fn said_everywhere(all: &mut [One]) -> Vec<(Choice, Vec<String>)> {
    let mut everywhere = Vec::new();
    for choice in [Choice::Against, Choice::Abstain, Choice::NotTakingPart] {
        let says =
            |one: &One, name: &String| one.otherwise.iter().any(|(of, names)| *of == choice && names.contains(name));
        let first: Vec<String> = all.first().map_or_else(Vec::new, |one| {
            one.otherwise.iter().filter(|(of, _)| *of == choice).flat_map(|(_, names)| names.clone()).collect()
        });
        let names: Vec<String> = first.into_iter().filter(|name| all.iter().all(|one| says(one, name))).collect();
        for (of, own) in all.iter_mut().flat_map(|one| &mut one.otherwise) {
            own.retain(|name| *of != choice || !names.contains(name));
        }
        if !names.is_empty() {
            everywhere.push((choice, names));
        }
    }
    for one in all.iter_mut() {
        one.otherwise.retain(|(_, names)| !names.is_empty());
    }
    everywhere
}

fn otherwise(said: &[(Choice, Vec<String>)]) -> Vec<String> {
    said.iter().map(|(choice, names)| told::otherwise(*choice, names)).collect()
}

/// Each report on a row, with those who say otherwise in it below, where that differs.
fn list(buf: &mut Buffer, area: Rect, all: &[One], theme: Theme) -> Rect {
    let mut rest = area;
    let numbers = all.iter().map(|one| width(one.report.id.as_str())).max().unwrap_or(0);
    for (place, one) in all.iter().enumerate() {
        let is_last = place + 1 == all.len();
        let mut below_it = otherwise(&one.otherwise);
        // Who has no voice in this one: in the room his seat only says that the reports differ.
        below_it.extend((!one.out.is_empty()).then(|| told::out_of_one(&one.out)));
        let below_it = wrap(&below_it.join(" ; "), area.width.saturating_sub(6), 2);
        let below_it: Vec<String> = below_it.into_iter().filter(|line| !line.is_empty()).collect();
        if cells(below_it.len()) + 1 + u16::from(!is_last) > rest.height {
            put_right(buf, top(rest, 1), &format!("↓ {}", titles::more(all.len() - place)), theme.accent());
            return below(rest, 1);
        }
        let line = top(rest, 1);
        let mut end = line.right();
        let (sign, style) =
            one.outcome.map_or(("▶", theme.caution()), |outcome| agenda_list::sign_of(outcome, theme));
        if let Some(outcome) = one.outcome.filter(|_| line.width >= ROOM_FOR_RESULTS) {
            end = put_right(
                buf,
                line,
                &said::short_result(About::Text(one.report.kind), one.tally.as_ref(), outcome),
                style,
            )
            .saturating_sub(2);
        }
        let x = put(buf, line, sign, style) + 1;
        put(buf, from_column(line, x), one.report.id.as_str(), theme.dim());
        let x = x + numbers + 1;
        put(buf, Rect { x, width: end.saturating_sub(x), ..line }, &one.report.object, theme.plain());
        rest = put_lines(buf, below(rest, 1), &[], theme.plain());
        let inside = Rect { width: area.width, ..inset(rest, 4) };
        put_lines(buf, inside, &below_it, theme.dim());
        rest = below(rest, cells(below_it.len()));
    }
    rest
}

fn proclamation(buf: &mut Buffer, area: Rect, results: &[Outcome], reports: usize, theme: Theme) {
    let heading = (titles::TO_PROCLAIM, theme.accent());
    let gap = ("  ", theme.plain());
    if results.len() < reports {
        panel::rule(buf, area, &[heading, gap, (told::NOT_FINISHED, theme.caution())], theme);
        return;
    }
    let adopted = results.iter().filter(|outcome| outcome.is_adopted()).count();
    let unanimous = results.iter().all(|outcome| *outcome == Outcome::AdoptedUnanimously);
    let (sign, style) = if adopted == reports { ("✓ ", theme.good()) } else { ("✗ ", theme.caution()) };
    let strong = style.patch(theme.strong());
    let words = told::outcomes(adopted, reports).to_uppercase();
    let how = if unanimous { titles::how(Outcome::AdoptedUnanimously) } else { "" };
    let mut parts = vec![heading, gap, (sign, strong), (&*words, strong)];
    if !how.is_empty() {
        parts.extend([(" ", theme.plain()), (how, style)]);
    }
    panel::rule(buf, area, &parts, theme);
}

//! Beside the figures: who is to be called, who is against, abstains, takes no part; and the search.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::vote::VoteScreen;
use crate::council::ballot::{Choice, Vote};
use crate::council::secret::SecretVote;
use crate::council::voices;
use crate::council::way::Way;
use crate::french::screen::{card as card_words, said, titles, told, urn};
use crate::tui::text::{below, cells, from_column, inset, put, put_lines, put_wrapped, top};
use crate::tui::theme::Theme;
use crate::tui::widgets::hemicycle::SeatSign;
use crate::tui::widgets::{names, search};

use super::Shown;

/// How many of those who fit are shown at most: the next letter makes them fewer, and each is written and wiped out again.
const HITS: u16 = 6;
/// The columns of a row of the search at most: what a voice says stands near its name.
const SEARCH: u16 = 64;
/// From how many rows on the names stand under titles.
const ROOM_FOR_TITLES: u16 = 6;

/// Draws what stands beside the figures.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, shown: &Shown, theme: Theme) {
    let vote = shown.vote;
    let mut names = area;
    if looks(screen) {
        // Where there is room for both, the names stay; else the search takes their place.
        names = top(area, if area.height >= 16 { (area.height / 2).min(12) } else { 0 });
        let rows = if screen.picker.is_walking() { area.height } else { 1 + HITS };
        let place = top(below(area, names.height), rows);
        search::draw(buf, Rect { width: place.width.min(SEARCH), ..place }, app, &screen.picker, Some(vote), theme);
    } else if shown.done.is_none() && vote.way == Way::RollCall {
        names = to_call(buf, area, app, vote, theme);
    }
    if let Some(before) = shown.done.and_then(|done| done.rectifications.last()) {
        let who = card_words::counted_otherwise(&before.vote, vote, &app.sitting().docket().roster);
        names = listed_under(buf, names, titles::counted_otherwise(who.len()), &who, 3, theme);
    }
    if !vote.way.names() {
        if let Some(count) = vote.secret().and_then(SecretVote::count) {
            // Blank and null ballots apart: the nine figures add them.
            let told = urn::of_a_text(count);
            let rest = put_wrapped(buf, names, &told, 2, theme.plain());
            put_wrapped(buf, below(rest, u16::from(rest.height >= 6)), urn::NO_NAMES, 2, theme.dim());
            return;
        }
        let words = if vote.way == Way::Figures { told::NAMES_NOT_RECORDED } else { told::NO_FIGURES };
        put_wrapped(buf, names, words, 2, theme.dim());
        return;
    }
    exceptions(buf, names, app, vote, theme);
    let nobody_is_out = vote.room.recused() + vote.room.withdrawn() == 0;
    if names.height > 0
        && nobody_is_out
        && vote.way == Way::ByException
        && vote.choices().all(|(_, choice)| choice == Choice::For)
        && !app.is_only_looked_at()
    {
        let air = u16::from(names.height >= 8);
        let rest = put_wrapped(buf, names, titles::ALL_FOR, 2, theme.dim());
        let rest = put_wrapped(buf, below(rest, air), titles::SEARCH_HINT, 2, theme.dim());
        // The footer has room for it in a wide window only; a public ballot takes no figures.
        if !vote.ballot.is_public() {
            put_wrapped(buf, below(rest, air), titles::WAYS_HINT, 1, theme.dim());
        }
    }
}

/// Whether somebody is looked for.
pub fn looks(screen: &VoteScreen) -> bool {
    screen.picker.place().is_some() || !screen.picker.query().is_empty()
}

/// Those who are still to be called, the next one first; what room is left below.
pub fn to_call(buf: &mut Buffer, area: Rect, app: &App, vote: &Vote, theme: Theme) -> Rect {
    let roster = &app.sitting().docket().roster;
    let shown = if area.height >= 16 { 8 } else { area.height.saturating_sub(1) };
    let next: Vec<String> = voices::awaited(vote, roster)
        .take(usize::from(shown))
        .map(|member| told::to_call(member, vote, roster))
        .collect();
    if next.is_empty() {
        return area;
    }
    put(buf, area, told::NEXT_CALLED, theme.accent());
    let mut rest = below(area, 1);
    for (place, name) in next.iter().enumerate() {
        let line = top(rest, 1);
        let (sign, style) = if place == 0 { ("▶ ", theme.strong()) } else { ("  ", theme.dim()) };
        let x = put(buf, line, sign, theme.caution());
        put(buf, from_column(line, x), name, style);
        if place == 0 {
            buf.set_style(line, theme.picked());
        }
        rest = below(rest, 1);
    }
    if area.height >= 16 { below(rest, 1) } else { top(rest, 0) }
}

/// Each choice with its names on one row: where there is no room for titles.
fn in_rows(buf: &mut Buffer, area: Rect, vote: &Vote, named: &[(Choice, Vec<String>)], out: &[String], theme: Theme) {
    let mut rest = area;
    let mut row = |heading: &str, who: &[String], style| {
        let x = put(buf, rest, heading, style) + 1;
        let line = from_column(top(rest, 1), x);
        put_lines(buf, line, &names::lines(who, line.width, 1), theme.plain());
        rest = below(rest, 1);
    };
    for (choice, members) in named {
        let sign = SeatSign::Says(*choice, false).symbol();
        let voices = vote.saying(*choice).count();
        row(&format!("{sign} {voices} :"), members, theme.choice(*choice).patch(theme.strong()));
    }
    if !out.is_empty() {
        row("◌ :", out, theme.caution());
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

/// Who says otherwise than for, and who takes no part in the report.
pub fn exceptions(buf: &mut Buffer, area: Rect, app: &App, vote: &Vote, theme: Theme) {
    let roster = &app.sitting().docket().roster;
    let mut rest = area;
    let out = card_words::without_a_voice(vote, roster);
    let named: Vec<(Choice, Vec<String>)> = [Choice::Against, Choice::Abstain, Choice::NotTakingPart]
        .into_iter()
        .map(|choice| (choice, said::with_proxies(vote.saying(choice), Some(vote), roster)))
        .filter(|(_, names)| !names.is_empty())
        .collect();
    if area.height < ROOM_FOR_TITLES {
        in_rows(buf, area, vote, &named, &out, theme);
        return;
    }
    for (place, (choice, members)) in named.iter().enumerate() {
        let voices = vote.saying(*choice).count();
        let sign = SeatSign::Says(*choice, false).symbol();
        let title = format!("{sign} {}", titles::choice_with_voices(*choice, voices));
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

//! The panels over a screen: card, why, help, reason, close, not recorded.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::card::Card;
use crate::app::context::Context;
use crate::app::panels::{ReasonPanel, WhyPanel};
use crate::app::shelter::Unrecorded;
use crate::council::finding::Finding;
use crate::council::tally::{Figure, Tally};
use crate::french::screen::said::{finding, sentence};
use crate::french::screen::urn::why::RoundFigure;
use crate::french::screen::{card as card_words, shelter, titles, told, why as why_words};
use crate::french::{figures, findings};
use crate::tui::text::{below, cells, from_column, put, put_all, put_lines, put_right, put_wrapped, top, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::seat::Sign;
use crate::tui::widgets::{apart, names, panel};

/// The columns of a member's card.
const CARD: u16 = 66;

/// A member's card.
pub fn card(buf: &mut Buffer, area: Rect, app: &App, card: &Card, theme: Theme) {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let Some(member) = roster.get(&card.member) else { return };
    let vote = card.report.as_ref().and_then(|report| sitting.vote_on(report, card.on.as_ref()));
    let room = sitting.room_of(vote);
    let standing = cells(card_words::standing(&card.member, card.report.as_ref(), sitting).len());
    let rows = 8 + standing + cells(card.voices.len().max(1)) + if vote.is_some() { 2 } else { 0 };
    let name = member.name.listed();
    let name = apart::name(&name, roster, area.width.min(CARD).saturating_sub(6));
    let inside = panel::over(buf, area, CARD, rows, &name, theme);
    let about: Vec<&str> = [member.role.as_deref(), member.group.as_deref()].into_iter().flatten().collect();
    let mut rest = inside;
    if !about.is_empty() {
        put(buf, rest, &about.join(" · "), theme.dim());
        rest = below(rest, 1);
    }
    let seat = room.seat(&card.member);
    let sign = Sign::of(seat);
    let presence = seat.map_or_else(String::new, |seat| card_words::seat(&card.member, seat, roster));
    put_all(buf, rest, &[(sign.symbol(), sign.style(theme)), (" ", theme.plain()), (&presence, theme.plain())]);
    rest = below(rest, 1);
    for line in card_words::standing(&card.member, card.report.as_ref(), sitting) {
        rest = put_wrapped(buf, rest, &line, 2, theme.caution());
    }
    let carried: Vec<String> = room.carried_by(&card.member).map(|giver| roster.listed(giver)).collect();
    if !carried.is_empty() {
        rest = put_wrapped(buf, rest, &card_words::carries(&carried), 2, theme.plain());
    }
    let Some(vote) = vote else { return };
    rest = below(rest, 1);
    put(buf, rest, titles::VOICES, theme.accent());
    rest = below(rest, 1);
    if card.voices.is_empty() {
        let why = finding(&Finding::NoVoice(card.member.clone()), roster);
        put_wrapped(buf, rest, &why, 3, theme.plain());
        return;
    }
    for (place, voice) in card.voices.iter().enumerate() {
        let line = top(rest, 1);
        let whose = if *voice == card.member {
            titles::OWN_VOICE.to_owned()
        } else {
            card_words::carried_voice(&roster.listed(voice))
        };
        if let Some(choice) = vote.choice(voice) {
            put_right(buf, line, figures::choice(choice), theme.choice(choice).patch(theme.strong()));
        }
        put(buf, Rect { width: line.width.saturating_sub(20), ..line }, &whose, theme.plain());
        if place == card.at {
            buf.set_style(line, theme.picked());
        }
        rest = below(rest, 1);
    }
    put_wrapped(buf, below(rest, 1), titles::CARD_HINT, 2, theme.dim());
}

/// Why a figure is what it is; without a vote, the quorum.
pub fn why(buf: &mut Buffer, area: Rect, app: &App, shown: &WhyPanel, theme: Theme) {
    let sitting = app.sitting();
    let vote = shown.report.as_ref().and_then(|report| sitting.vote_on(report, shown.on.as_ref()));
    let columns = 76;
    let quorum = vote.map_or_else(|| sitting.quorum(), |vote| vote.quorum);
    let quorum = sentence(&findings::quorum(&quorum));
    let figure = shown.figure();
    let named = match (vote, figure) {
        (Some(vote), Some(figure)) => why_words::named_behind(figure, vote, sitting),
        _ => vec![],
    };
    let explained = vote.map_or_else(Vec::new, |vote| {
        wrap(&why_words::explanation(figure, vote, shown.report.as_ref(), sitting), columns - 4, 4)
    });
    let missing = why_words::missing(sitting);
    let rows = match vote {
        Some(_) if !named.is_empty() => area.height,
        Some(_) => 18,
        None => 5 + if missing.is_empty() { 0 } else { 5 },
    };
    let title = if vote.is_some() { titles::WHY } else { titles::QUORUM };
    let mut rest = panel::over(buf, area, columns, rows, title, theme);
    if let Some(vote) = vote {
        let tally = Tally::of(vote);
        // All the names are found here: where they are many, the other figures make room for them.
        let figures = shown.figures + usize::from(shown.with_majority);
        let left = usize::from(rest.height).saturating_sub(figures + explained.len() + 2);
        let many = names::lines(&named, rest.width, usize::MAX).len() > left;
        let told =
            |value: Option<u32>| if tally.is_some() { figures::value(value) } else { told::NO_FIGURE.to_owned() };
        let mut all: Vec<(&str, String)> = match why_words::round_of(vote, shown.report.as_ref(), sitting) {
            Some((round, contest)) => {
                RoundFigure::ALL.map(|figure| (figure.label(), figure.shown(round, &contest))).into()
            }
            None => Figure::ALL
                .map(|figure| (figures::label(figure), told(tally.and_then(|tally| tally.value(figure)))))
                .into(),
        };
        if shown.with_majority {
            all.push((told::NEEDED, told(tally.and_then(|tally| vote.rule.majority.needed(&tally)))));
        }
        for (place, (label, value)) in all.into_iter().enumerate().filter(|(place, _)| !many || *place == shown.at) {
            let line = Rect { width: rest.width.min(36), ..top(rest, 1) };
            put(buf, line, label, theme.plain());
            put_right(buf, line, &value, theme.strong());
            if place == shown.at {
                buf.set_style(line, theme.picked());
            }
            rest = below(rest, 1);
        }
        rest = put_lines(buf, below(rest, 1), &explained, theme.strong());
        if !named.is_empty() {
            rest = below(rest, 1);
            if figure == Some(Figure::InOffice) {
                put(buf, rest, titles::MISSING, theme.bad());
                rest = below(rest, 1);
            }
            put_lines(buf, rest, &names::lines(&named, rest.width, usize::from(rest.height)), theme.plain());
            return;
        }
        rest = below(rest, rest.height.saturating_sub(2));
    }
    rest = put_wrapped(buf, rest, &quorum, 2, theme.dim());
    if vote.is_none() && !missing.is_empty() {
        rest = below(rest, 1);
        put(buf, rest, titles::MISSING, theme.bad());
        rest = below(rest, 1);
        put_lines(buf, rest, &names::lines(&missing, rest.width, usize::from(rest.height)), theme.plain());
    }
}

/// An irregular step: each finding with its article and what to do, and the line of the reason.
pub fn reason(buf: &mut Buffer, area: Rect, app: &App, shown: &ReasonPanel, theme: Theme) {
    let roster = &app.sitting().docket().roster;
    let columns = 84.min(area.width);
    let inner = columns.saturating_sub(4);
    let mut lines: Vec<(String, _)> = Vec::new();
    for finding in &shown.findings {
        let what = format!("{} {}", finding.code(), findings::sentence_with_article(finding, roster));
        lines.extend(wrap(&what, inner, 4).into_iter().map(|line| (line, theme.bad())));
        lines.extend(wrap(findings::next_step(finding), inner, 3).into_iter().map(|line| (line, theme.plain())));
        lines.push((String::new(), theme.plain()));
    }
    let instead = match shown.context() {
        Context::ReasonOfQuorum => titles::instead_of_going_on(app.sitting().stage()),
        Context::ReasonOfChair => titles::put_right(&shown.findings),
        _ => "",
    };
    if !instead.is_empty() {
        lines.extend(wrap(instead, inner, 2).into_iter().map(|line| (line, theme.accent())));
    }
    let inside = panel::over(buf, area, columns, cells(lines.len()) + 4, titles::IRREGULAR, theme);
    let shown_rows = inside.height.saturating_sub(2);
    let mut rest = top(inside, shown_rows);
    for (line, style) in lines.iter().take(usize::from(shown_rows)) {
        put(buf, rest, line, *style);
        rest = below(rest, 1);
    }
    if lines.len() > usize::from(shown_rows) {
        put_right(buf, below(inside, shown_rows.saturating_sub(1)), "…", theme.bad());
    }
    let line = below(inside, inside.height.saturating_sub(1));
    let x = put_all(buf, line, &[(titles::REASON, theme.accent()), (" : ", theme.accent())]);
    let field = from_column(line, x);
    // The end of a long reason is what is being typed: the beginning goes out of sight.
    let room = usize::from(field.width.saturating_sub(1));
    let hidden = shown.text.chars().count().saturating_sub(room);
    let seen: String = shown.text.chars().skip(hidden).collect();
    put_all(buf, field, &[(&seen, theme.plain()), ("▏", theme.accent())]);
}

/// « Lever la séance ? »
pub fn closing(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let left = app.sitting().left_to_examine();
    let inside = panel::over(buf, area, 64, 7, titles::CLOSE, theme);
    let style = if left > 0 { theme.caution().patch(theme.strong()) } else { theme.strong() };
    let rest = put_wrapped(buf, below(inside, 1), &titles::close_question(left), 2, style);
    put(buf, below(rest, 1), titles::CLOSE_FOR_GOOD, theme.plain());
}

/// « Ajourner la séance ? »: what is missing, and that it is for good.
pub fn adjourning(buf: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let inside = panel::over(buf, area, 64, 8, titles::ADJOURN, theme);
    let quorum = sentence(&findings::quorum(&app.sitting().quorum()));
    let rest = put_wrapped(buf, below(inside, 1), &quorum, 3, theme.strong());
    put(buf, below(rest, 1), titles::CLOSE_FOR_GOOD, theme.plain());
}

/// An action that could not be recorded.
pub fn not_recorded(buf: &mut Buffer, area: Rect, app: &App, failed: &Unrecorded, theme: Theme) {
    let columns = 76.min(area.width);
    let inner = columns.saturating_sub(4);
    let help = wrap(&shelter::help(failed.elsewhere, failed.anew, app.sheltered().is_some()), inner, 4);
    // Two borders and an empty row above, between and below; the answer to give is never pushed out.
    let around = cells(help.len()) + 5;
    let lines = wrap(&failed.why, inner, usize::from(area.height.saturating_sub(around)));
    let title = format!(" {} ", titles::NOT_RECORDED);
    let inside = panel::alarm(buf, area, columns, around + cells(lines.len()), &title, theme);
    let rest = put_lines(buf, below(inside, 1), &lines, theme.bad());
    put_lines(buf, below(rest, 1), &help, theme.plain());
}

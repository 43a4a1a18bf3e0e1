//! What the signs of the hemicycle mean, where the bars and the names do not say it already.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::council::ballot::{Choice, Vote};
use crate::council::way::Way;
use crate::french::screen::hemicycle as words;
use crate::tui::text::{put_all, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::hemicycle::SeatSign;
use crate::tui::widgets::seat::Sign;

/// Draws the signs with their words on one row, in its middle; as many as it has room for.
pub fn of_signs(buf: &mut Buffer, area: Rect, vote: &Vote, theme: Theme) {
    let presence = |sign: Sign| SeatSign::Presence(sign).symbol();
    let carried = Choice::ALL.map(|choice| SeatSign::Says(choice, true).symbol()).join(" ");
    let full = Choice::ALL.map(|choice| SeatSign::Says(choice, false).symbol());
    let [for_, against, abstains, takes_no_part] = full;
    let mut parts: Vec<(&str, &str)> = match vote.way {
        Way::ByException | Way::RollCall => vec![
            (for_, words::FOR),
            (against, words::AGAINST),
            (abstains, words::ABSTAINS),
            (takes_no_part, words::TAKES_NO_PART),
            (&carried, words::CARRIED),
        ],
        _ => vec![(presence(Sign::Present), words::PRESENT), (presence(Sign::Represented), words::REPRESENTED)],
    };
    if vote.way == Way::RollCall {
        parts.insert(0, (SeatSign::Awaited(false).symbol(), words::AWAITED));
    }
    if vote.room.recused() + vote.room.withdrawn() > 0 {
        parts.push((presence(Sign::Withdrawn), words::WITHDRAWN));
    }
    parts.extend([(presence(Sign::Excused), words::EXCUSED), (presence(Sign::Absent), words::ABSENT)]);
    row(buf, area, &parts, theme);
}

/// The signs of several votes taken at once, in the same way.
pub fn of_several(buf: &mut Buffer, area: Rect, theme: Theme) {
    let full = Choice::ALL.map(|choice| SeatSign::Says(choice, false).symbol());
    let carried = Choice::ALL.map(|choice| SeatSign::Says(choice, true).symbol()).join(" ");
    let [for_, against, abstains, takes_no_part] = full;
    let parts = [
        (for_, words::FOR),
        (against, words::AGAINST),
        (abstains, words::ABSTAINS),
        (takes_no_part, words::TAKES_NO_PART),
        (SeatSign::Differs.symbol(), words::DIFFERS),
        (&*carried, words::CARRIED),
    ];
    row(buf, area, &parts, theme);
}

/// Signs and words on one row, in its middle; as many as it has room for.
pub fn row(buf: &mut Buffer, area: Rect, parts: &[(&str, &str)], theme: Theme) {
    let columns = |parts: &[(&str, &str)]| {
        parts.iter().map(|(sign, word)| width(sign) + 1 + width(word) + 2).sum::<u16>().saturating_sub(2)
    };
    let fit = (0..=parts.len()).rev().find(|fit| columns(parts.get(..*fit).unwrap_or_default()) <= area.width);
    let shown = fit.and_then(|fit| parts.get(..fit)).unwrap_or_default();
    let x = area.x + area.width.saturating_sub(columns(shown)) / 2;
    let mut texts: Vec<(&str, _)> = Vec::with_capacity(shown.len() * 4);
    for (sign, word) in shown {
        texts.extend([(*sign, theme.plain()), (" ", theme.plain()), (*word, theme.dim()), ("  ", theme.plain())]);
    }
    texts.pop();
    put_all(buf, Rect { x, width: area.right().saturating_sub(x), ..area }, &texts);
}

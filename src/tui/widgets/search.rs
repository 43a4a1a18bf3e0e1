//! The search: letters typed, and under them who fits, best first, the one picked highlighted.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::picker::{Hit, Picker};
use crate::council::ballot::Vote;
use crate::council::id::MemberId;
use crate::council::room::Room;
use crate::council::voices;
use crate::french::figures;
use crate::french::screen::gesture::SEARCH_HINT;
use crate::french::screen::{roll_call as words, search as search_words, titles, told};
use crate::tui::text::{below, cells, fit, fit_end, from_column, put, put_all, put_right, put_wrapped, top, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::apart;
use crate::tui::widgets::seat::{self, Sign};

/// Draws the search line and the hits below it; in a vote, what each voice says.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, picker: &Picker, vote: Option<&Vote>, theme: Theme) {
    let count = picker.hits().len();
    let place = picker.place().map_or(0, |place| place + 1);
    let nothing_typed = picker.query().is_empty();
    let told = match count {
        0 if nothing_typed => String::new(),
        0 => titles::NOBODY.to_owned(),
        count => format!("{place}/{count}"),
    };
    let room = area.width.saturating_sub(width(titles::SEARCH) + width(&told) + 3);
    put_all(
        buf,
        area,
        &[
            (titles::SEARCH, theme.accent()),
            (" ", theme.plain()),
            (&fit_end(picker.query(), room), theme.strong()),
            ("▏", theme.accent()),
        ],
    );
    put_right(buf, area, &told, theme.dim());
    let list = below(area, 1);
    if count == 0 && nothing_typed {
        put_wrapped(buf, list, SEARCH_HINT, 2, theme.dim());
    }
    let numbers = number_columns(app);
    // The room of a vote is kept with it; else it is made once, not for each row.
    let now;
    let room = if let Some(vote) = vote {
        &vote.room
    } else {
        now = app.sitting().room();
        &now
    };
    let shown = usize::from(list.height);
    let first = picker.place().unwrap_or(0).saturating_sub(shown.saturating_sub(1));
    for (row, hit) in picker.hits().iter().skip(first).take(shown).enumerate() {
        let line = below(list, cells(row));
        match hit {
            Hit::Member(member) => draw_member(buf, line, app, member, (vote, room, numbers), theme),
            Hit::Group(name) => draw_group(buf, line, app, name, vote, theme),
        }
        if picker.place() == Some(first + row) {
            buf.set_style(Rect { height: 1, ..line }, theme.picked());
        }
    }
}

/// A whole group: how many voices it has, and what they say if it is one thing.
fn draw_group(buf: &mut Buffer, area: Rect, app: &App, name: &str, vote: Option<&Vote>, theme: Theme) {
    let roster = &app.sitting().docket().roster;
    let voices = vote.map_or_else(Vec::new, |vote| voices::of_group(name, vote, roster));
    let said = vote.and_then(|vote| voices::said_by_all(&voices, vote));
    let said = match said {
        Some(choice) => (figures::choice(choice), theme.choice(choice)),
        None if voices.is_empty() => (titles::NO_VOICE, theme.dim()),
        None => (told::DIVIDED, theme.dim()),
    };
    let end = put_right(buf, area, said.0, said.1);
    let left = Rect { width: end.saturating_sub(area.x + 1), ..area };
    let words = told::group(name, voices.len());
    put_all(buf, left, &[(" ", theme.plain()), ("≡", theme.accent()), (" ", theme.plain()), (&words, theme.strong())]);
}

/// The columns that the numbers of the list take.
fn number_columns(app: &App) -> u16 {
    let members = app.sitting().docket().roster.everyone().count();
    cells(members.to_string().len())
}

/// A member: his seat, his number in the list, his name, and what tells him from others.
fn draw_member(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    member: &MemberId,
    (vote, room, numbers): (Option<&Vote>, &Room, u16),
    theme: Theme,
) {
    let roster = &app.sitting().docket().roster;
    let view = app.view();
    let sign = Sign::of(room.seat(member));
    let said = match vote.map(|vote| vote.choice(member)) {
        Some(Some(choice)) => (figures::choice(choice), theme.choice(choice)),
        Some(None) if room.has_voice(member) => (told::NOT_SAID, theme.caution()),
        Some(None) => (titles::NO_VOICE, theme.dim()),
        None => ("", theme.plain()),
    };
    let end = put_right(buf, area, said.0, said.1);
    let mut left = Rect { width: end.saturating_sub(area.x + 1), ..area };
    let x = put_all(buf, left, &[(" ", theme.plain()), (sign.symbol(), sign.style(theme)), (" ", theme.plain())]);
    left = from_column(left, x);
    put_right(buf, top(Rect { width: numbers.min(left.width), ..left }, 1), view.everyone.number(member), theme.dim());
    left = from_column(left, left.x + numbers + 1);
    let carried = room.carried_by(member).count();
    let mut more = match seat::holder(room.seat(member)) {
        Some(holder) => format!("→ {}", roster.listed(holder)),
        None if carried > 0 => search_words::carries(carried),
        None => String::new(),
    };
    // Two of one name: what differs comes before all else.
    if let Some(member) = roster.get(member).filter(|member| view.everyone.has_namesake(&member.id)) {
        more = search_words::namesake(member);
    } else if let Some(beside) = roster.get(member).and_then(|member| words::beside(member, app.sitting())) {
        more = beside;
    }
    if more.is_empty()
        && let Some(group) = roster.get(member).and_then(|member| member.group.as_deref())
    {
        group.clone_into(&mut more);
    }
    let name = roster.listed(member);
    let x = put(buf, left, &apart::name(&name, roster, left.width), theme.plain());
    let room_for_more = left.right().saturating_sub(x + 3);
    if room_for_more >= 6 {
        let rest = Rect { x: x + 2, width: room_for_more, ..left };
        put(buf, rest, &fit(&more, room_for_more), theme.dim());
    }
}

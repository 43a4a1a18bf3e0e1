//! The room while nobody votes: the hemicycle in the colours of the groups, and below it who they are and how many.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::council::id::MemberId;
use crate::council::room::Room;
use crate::french::screen::hemicycle as words;
use crate::seating::Seating;
use crate::tui::text::{below, cells, fit, put, put_all, top, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::seat::Sign;

use super::looks;

/// The rows of the legend at most.
const LEGEND: u16 = 4;
/// The fewest rows in which seats are worth drawing.
const LEAST: u16 = 4;

/// Draws the room at the foot of the area; gives the rows that it takes, none if there is no room for it.
pub fn room(
    buf: &mut Buffer,
    area: Rect,
    seating: &Seating,
    room: &Room,
    is_picked: impl Fn(&MemberId) -> bool,
    theme: Theme,
) -> u16 {
    let Some((place, legend)) = placed(area, seating) else { return 0 };
    super::draw(buf, place, looks::of_room(seating, room, is_picked, theme), theme);
    let mut rest = below(area, area.height - cells(legend.len()));
    for line in &legend {
        let columns: u16 = line.iter().map(|entry| entry.columns() + 2).sum::<u16>().saturating_sub(2);
        let mut x = rest.x + rest.width.saturating_sub(columns) / 2;
        for entry in line {
            let style = looks::group(seating, entry.group, theme);
            if entry.seats.is_empty() {
                put(buf, Rect { x, width: rest.right().saturating_sub(x), ..rest }, &entry.name, theme.dim());
                continue;
            }
            let texts = [
                (Sign::Present.symbol(), style),
                (" ", theme.plain()),
                (&*entry.name, theme.plain()),
                (" ", theme.plain()),
                (&*entry.seats, theme.dim()),
            ];
            x = put_all(buf, Rect { x, width: rest.right().saturating_sub(x), ..rest }, &texts) + 2;
        }
        rest = below(rest, 1);
    }
    area.bottom() - place.y
}

/// Where the seats stand in that area, as [`room`] draws them.
#[must_use]
pub fn seats_in(area: Rect, seating: &Seating) -> Option<Rect> {
    placed(area, seating).map(|(place, _)| place)
}

/// A group in the legend.
struct Entry {
    group: Option<usize>,
    name: String,
    seats: String,
}

impl Entry {
    fn columns(&self) -> u16 {
        3 + width(&self.name) + width(&self.seats)
    }
}

/// The seats at the foot of the area, over the legend of the groups.
fn placed(area: Rect, seating: &Seating) -> Option<(Rect, Vec<Vec<Entry>>)> {
    let legend = legend(seating, area.width);
    let kept = if legend.is_empty() { 0 } else { cells(legend.len()) + 1 };
    let over = top(area, area.height.saturating_sub(kept));
    let laid = super::lay(seating.seats().len(), over).filter(|laid| laid.area.height >= LEAST)?;
    let place = below(over, over.height - laid.area.height);
    Some((place, legend))
}

/// The groups from the left end of the room to the right end, with how many seats each has, as many to a row as fit.
fn legend(seating: &Seating, columns: u16) -> Vec<Vec<Entry>> {
    let mut lines: Vec<Vec<Entry>> = Vec::new();
    if seating.groups().is_empty() {
        return lines;
    }
    let groups = (0..seating.groups().len()).map(Some).chain([None]);
    let mut taken = u16::MAX;
    for group in groups {
        let seats = seating.seats().iter().filter(|seat| seat.group == group).count();
        if seats == 0 {
            continue;
        }
        let name = group.and_then(|group| seating.groups().get(group)).map_or(words::NO_GROUP, String::as_str);
        let seats = seats.to_string();
        let name = fit(name, columns.saturating_sub(width(&seats) + 3)).into_owned();
        let entry = Entry { group, name, seats };
        let more = entry.columns() + 2;
        if taken.saturating_add(more) > columns + 2 {
            lines.push(Vec::new());
            taken = 0;
        }
        taken += more;
        if let Some(line) = lines.last_mut() {
            line.push(entry);
        }
    }
    if lines.len() > usize::from(LEGEND) {
        let others = lines.iter().skip(usize::from(LEGEND) - 1).map(Vec::len).sum();
        lines.truncate(usize::from(LEGEND) - 1);
        lines.push(vec![Entry { group: None, name: words::other_groups(others), seats: String::new() }]);
    }
    lines
}

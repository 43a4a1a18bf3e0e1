//! The list of gestures as it stands on the screen: under headings, in two columns, so that all of it is seen at once.

use super::Item;
use crate::french::screen::gesture::Matter;

/// A row of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading.
    Heading(Matter),
    /// The item of that place in the list that the letters leave.
    Item(usize),
}

/// The list in two columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// The rows of each column; the second is empty where one is enough.
    pub columns: [Vec<Row>; 2],
    /// The rows of the longer column while every item is shown.
    pub rows: usize,
    /// How many blank rows would part the headings of that column.
    pub gaps: usize,
}

impl Board {
    /// The board of a list of gestures, of which the first so many fit the moment, with only these shown.
    ///
    /// An item stays in its column whatever the letters leave: the eye finds it where it was.
    #[must_use]
    pub fn of(items: &[Item], ahead: usize, shown: &[&Item]) -> Self {
        let all: Vec<(Matter, &Item)> =
            items.iter().enumerate().map(|(place, item)| (matter(place, ahead, item), item)).collect();
        let mut parts: Vec<(Matter, usize)> = Vec::new();
        for (of, _) in &all {
            match parts.last_mut() {
                Some((last, rows)) if last == of => *rows += 1,
                _ => parts.push((*of, 2)),
            }
        }
        let height = |parts: &[(Matter, usize)]| parts.iter().map(|(_, rows)| rows).sum::<usize>();
        let longer = |split: usize| {
            let (left, right) = parts.split_at(split);
            height(left).max(height(right))
        };
        let split = (0..=parts.len()).rev().min_by_key(|split| longer(*split)).unwrap_or(0);
        let is_left = |of: Matter| parts.iter().take(split).any(|(left, _)| *left == of);
        let gaps = split.max(parts.len() - split).saturating_sub(1);
        let mut board = Self { columns: [Vec::new(), Vec::new()], rows: longer(split), gaps };
        let [left, right] = &mut board.columns;
        let mut heading = None;
        for (of, item) in all {
            let Some(place) = shown.iter().position(|other| **other == *item) else { continue };
            let column = if is_left(of) { &mut *left } else { &mut *right };
            if heading != Some(of) {
                column.push(Row::Heading(of));
                heading = Some(of);
            }
            column.push(Row::Item(place));
        }
        board
    }

    /// The item beside that one in the column to its right, or to its left; itself where there is none.
    #[must_use]
    pub fn beside(&self, at: usize, to_the_right: bool) -> usize {
        let [left, right] = &self.columns;
        let (from, to) = if to_the_right { (left, right) } else { (right, left) };
        let Some(row) = from.iter().position(|row| *row == Row::Item(at)) else { return at };
        let distance = |place: &usize| place.abs_diff(row);
        let items = to.iter().enumerate().filter_map(|(place, other)| match other {
            Row::Item(item) => Some((place, *item)),
            Row::Heading(_) => None,
        });
        items.min_by_key(|(place, _)| distance(place)).map_or(at, |(_, item)| item)
    }
}

fn matter(place: usize, ahead: usize, item: &Item) -> Matter {
    match item {
        Item::Gesture(_) if place < ahead => Matter::Now,
        Item::Gesture(gesture) => gesture.matter(),
        Item::Press(_, action, _) => Matter::Keys(action.purpose()),
        Item::Later(_) => Matter::Later,
        _ => Matter::Now,
    }
}

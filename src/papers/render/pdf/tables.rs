//! Tables: rows of lines, their head drawn again on each page.

use std::rc::Rc;

use crate::look::Rgb;
use crate::papers::document::{Line, Table};
use crate::papers::render::Cut;

use super::flow::{BLACK, Flow, HAIRLINE, PALE, Place, text_mark};
use super::lines::{Alignment, Hyphenation, Row, Setting, natural_width, set};
use super::strips::{Hold, Mark, Strip};
use super::tagging::{ElementId, Role};
use super::words::widest_word;

/// Ground of the head of a table.
const GROUND: Rgb = Rgb(238, 238, 238);
/// The size of the text of a cell beside that of the running text.
const CELL_SIZE: f32 = 0.95;
/// Rows of a table that is not parted over two pages.
const SHORT: usize = 12;

/// A cell that is set.
struct Cell {
    x: f32,
    rows: Vec<Row>,
    setting: Setting,
    element: ElementId,
}

impl Flow<'_> {
    /// A table with its head.
    pub fn table(&mut self, table: &Table, place: &Place) {
        let element = self.elements.add(place.parent, Role::Table(table.caption.text()));
        let place = place.inside(element);
        let widths = self.widths(table, place.width);
        let alignments: Vec<Alignment> = table
            .columns
            .iter()
            .map(|column| if column.figures { Alignment::Right } else { Alignment::Left })
            .collect();

        let head = self.elements.add(element, Role::TableHead);
        let heads: Vec<Line> = table.columns.iter().map(|column| column.head.clone()).collect();
        let first = self.strips.len();
        let row = self.elements.add(head, Role::TableRow);
        let cells =
            self.cells(&heads, &widths, &alignments, Cut::Bold, &place, (row, Role::ColumnHead, Role::ColumnHead));
        self.leave(self.size(0.4));
        self.row(&cells, 1, &place, Some(GROUND));
        self.join_since(first);
        self.hold_last();
        let repeated = self.strips.get(first).map(|head| Rc::new(copy(head)));

        let body = self.elements.add(element, Role::TableBody);
        for (number, row) in table.rows.iter().enumerate() {
            let element = self.elements.add(body, Role::TableRow);
            let cells = self.cells(row, &widths, &alignments, Cut::Regular, &place, (element, Role::Cell, Role::Cell));
            let begin = self.strips.len();
            self.row(&cells, table.least_lines, &place, None);
            for strip in self.strips.iter_mut().skip(begin) {
                strip.head.clone_from(&repeated);
            }
            // The first row stays with the second, the last with the one before it.
            let is_near_an_end = number == 0 || number + 2 == table.rows.len();
            if is_near_an_end && number + 1 < table.rows.len() {
                self.hold_last();
            }
        }
        self.leave(self.size(0.9));
    }

    /// The widths of the columns: their shares, but each has room for its longest word if the others can give it.
    fn widths(&self, table: &Table, width: f32) -> Vec<f32> {
        let shares: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
        let of_shares = table.columns.iter().map(|column| width * f32::from(column.share.max(1)) / shares.max(1.0));
        let needed = table.columns.iter().enumerate().map(|(number, column)| {
            let cells = table.rows.iter().filter_map(|row| row.get(number)).map(|line| (Cut::Regular, line));
            let words = cells.chain([(Cut::Bold, &column.head)]);
            let widest = words.map(|(cut, line)| widest_word(line, cut, self.shaper)).fold(0.0, f32::max);
            // A hair more, so that what fits is not said to be too wide.
            widest * self.size(CELL_SIZE) + 2.0 * self.padding() + 0.1
        });
        with_room(&of_shares.collect::<Vec<_>>(), &needed.collect::<Vec<_>>())
    }

    /// The figures of a vote, in the middle of the page, each beside its label.
    pub fn vote_table(&mut self, rows: &[(Line, Line)], place: &Place) {
        let setting = self.setting(Cut::Regular, 1.0, Alignment::Left);
        let padding = self.padding();
        let widest = |shaper, side: fn(&(Line, Line)) -> &Line| {
            rows.iter().map(|row| natural_width(side(row), &setting, shaper)).fold(0.0, f32::max) + 2.0 * padding
        };
        let (labels, values) = (widest(self.shaper, |row| &row.0), widest(self.shaper, |row| &row.1));
        let wanted = (labels + values + self.size(4.0)).max(place.width * 0.45).min(place.width);
        let values = values.min(wanted / 2.0);
        let element = self.elements.add(place.parent, Role::Table(String::new()));
        let body = self.elements.add(element, Role::TableBody);
        let mut inside = place.inside(element);
        inside.x += (place.width - wanted) / 2.0;
        inside.width = wanted;
        let first = self.strips.len();
        self.leave(self.size(0.8));
        for (number, (label, value)) in rows.iter().enumerate() {
            let row = self.elements.add(body, Role::TableRow);
            let cells = self.cells(
                &[label.clone(), value.clone()],
                &[wanted - values, values],
                &[Alignment::Left, Alignment::Right],
                Cut::Regular,
                &inside,
                (row, Role::RowHead, Role::Cell),
            );
            let begin = self.strips.len();
            self.row(&cells, 1, &inside, None);
            if let (0, Some(strip)) = (number, self.strips.get_mut(begin)) {
                strip.marks.push(rule(inside.x, 0.0, inside.width));
            }
        }
        if rows.len() <= SHORT {
            self.keep_together_since(first);
        }
        self.leave(self.size(0.9));
    }

    fn padding(&self) -> f32 {
        self.size(0.4)
    }

    /// The cells of a row, set in their widths.
    fn cells(
        &mut self,
        lines: &[Line],
        widths: &[f32],
        alignments: &[Alignment],
        cut: Cut,
        place: &Place,
        (row, first, others): (ElementId, Role, Role),
    ) -> Vec<Cell> {
        let padding = self.padding();
        let mut x = place.x;
        let mut cells = Vec::new();
        for (number, ((line, width), alignment)) in lines.iter().zip(widths).zip(alignments).enumerate() {
            let role = if number == 0 { first.clone() } else { others.clone() };
            let element = self.elements.add(row, role);
            let setting = Setting { hyphenation: Hyphenation::IfTooWide, ..self.setting(cut, CELL_SIZE, *alignment) };
            let rows = set(line, &setting, (width - 2.0 * padding).max(1.0), self.shaper);
            cells.push(Cell { x: x + padding, rows, setting, element });
            x += width;
        }
        cells
    }

    /// A row of at least so many lines: a strip a line, so that even a row higher than a page is printed whole.
    fn row(&mut self, cells: &[Cell], least_lines: u8, place: &Place, ground: Option<Rgb>) {
        let leading = cells.iter().map(|cell| cell.setting.leading).fold(self.size(1.0), f32::max);
        let padding = self.size(0.22);
        let lines = cells.iter().map(|cell| cell.rows.len()).max().unwrap_or(0).max(1);
        for number in 0..lines {
            let (is_first, is_last) = (number == 0, number + 1 == lines);
            let over = if is_first { padding } else { 0.0 };
            let mut height = leading + over;
            if is_last {
                let missing = usize::from(least_lines).saturating_sub(lines);
                #[allow(clippy::cast_precision_loss, reason = "lines of a row")]
                let room = leading * missing as f32;
                height += room + padding;
            }
            let mut marks = Vec::new();
            if let Some(colour) = ground {
                marks.push(Mark::Ground { x: place.x, y: 0.0, width: place.width, height, colour });
            }
            for cell in cells {
                if let Some(row) = cell.rows.get(number) {
                    marks.push(text_mark(row.clone(), &cell.setting, cell.x, over, BLACK, Some(cell.element)));
                }
            }
            if is_last {
                marks.push(rule(place.x, height - HAIRLINE, place.width));
            }
            let hold = if is_last { Hold::Free } else { Hold::Fast };
            self.push(0.0, Strip { height, marks, hold, bars: Rc::clone(&place.bars), ..Strip::default() });
        }
    }

    /// Makes one strip of all since that one: the head of a table is drawn again as a whole.
    fn join_since(&mut self, first: usize) {
        if first >= self.strips.len() {
            return;
        }
        let mut others = self.strips.split_off(first + 1).into_iter();
        if let Some(head) = self.strips.last_mut() {
            for other in others.by_ref() {
                let moved = head.height;
                head.height += other.height;
                head.marks.extend(other.marks.into_iter().map(|mark| mark.moved_down(moved)));
            }
        }
    }
}

/// Widths with room for what each needs, taken from those that have more; as they are if all together have not enough.
fn with_room(widths: &[f32], needed: &[f32]) -> Vec<f32> {
    let pairs = || widths.iter().zip(needed);
    let lacking: f32 = pairs().map(|(width, needed)| (needed - width).max(0.0)).sum();
    let spare: f32 = pairs().map(|(width, needed)| (width - needed).max(0.0)).sum();
    if lacking > spare {
        return widths.to_vec();
    }
    let kept = if spare > 0.0 { 1.0 - lacking / spare } else { 1.0 };
    pairs().map(|(width, needed)| needed + (width - needed).max(0.0) * kept).collect()
}

fn rule(x: f32, y: f32, width: f32) -> Mark {
    Mark::Ground { x, y, width, height: HAIRLINE, colour: PALE }
}

/// The head of a table as it is drawn again: heard once, and only once.
fn copy(head: &Strip) -> Strip {
    let marks = head.marks.iter().filter_map(Mark::unheard).collect();
    Strip { height: head.height, marks, bars: Rc::clone(&head.bars), ..Strip::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_room_for_its_longest_word_if_the_others_can_give_it() {
        assert_eq!(with_room(&[50.0, 100.0, 250.0], &[60.0, 100.0, 50.0]), [60.0, 100.0, 240.0]);
        assert_eq!(with_room(&[50.0, 100.0], &[20.0, 30.0]), [50.0, 100.0]);
        assert_eq!(with_room(&[50.0, 100.0], &[90.0, 70.0]), [50.0, 100.0]);
    }
}

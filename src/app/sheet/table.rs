//! A table on the sheet: columns side by side, the head in bold over a rule.

use unicode_width::UnicodeWidthStr;

use crate::papers::columns::widths;
use crate::papers::document::{Line, Table};

use super::{Look, Row, wrapped};

/// What parts two columns.
const GAP: &str = "  ";

/// The rows of a table. Room to sign is left out: nobody signs a screen.
pub fn rows(table: &Table, columns: usize) -> Vec<Row> {
    let gaps = GAP.len() * table.columns.len().saturating_sub(1);
    let widths = widths(table, columns.saturating_sub(gaps));
    let figures: Vec<bool> = table.columns.iter().map(|column| column.figures).collect();
    let heads: Vec<Line> = table.columns.iter().map(|column| column.head.clone()).collect();
    let rule = widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join(GAP);
    let mut all = row(&heads, &widths, &[], Some(Look::Bold));
    all.push(vec![(Look::Frame, rule)]);
    all.extend(table.rows.iter().flat_map(|cells| row(cells, &widths, &figures, None)));
    all
}

fn row(cells: &[Line], widths: &[usize], figures: &[bool], look: Option<Look>) -> Vec<Row> {
    let cells: Vec<Vec<Row>> = cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width, look)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let mut drawn = Row::new();
            for (place, (cell, width)) in cells.iter().zip(widths).enumerate() {
                let pieces = cell.get(line).cloned().unwrap_or_default();
                let taken: usize = pieces.iter().map(|(_, text)| text.width()).sum();
                let gap = (Look::Plain, " ".repeat(width.saturating_sub(taken)));
                if place > 0 {
                    drawn.push((Look::Plain, GAP.to_owned()));
                }
                if figures.get(place).copied().unwrap_or(false) {
                    drawn.push(gap);
                    drawn.extend(pieces);
                } else {
                    drawn.extend(pieces);
                    drawn.push(gap);
                }
            }
            drawn
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Column, Run};

    #[test]
    fn columns_line_up_on_the_sheet_and_figures_stand_on_the_right() {
        let column = |head: &str, share, figures| Column { head: Line::prose(head), share, figures };
        let table = Table {
            caption: Line::default(),
            columns: vec![column("N°", 1, true), column("Nom", 3, false)],
            rows: vec![vec![Line::prose("1"), Run::name("DI MEO Paolo").into()]],
            least_lines: 3,
        };
        let text = |row: &Row| row.iter().map(|(_, text)| text.as_str()).collect::<String>();
        let drawn: Vec<String> = rows(&table, 22).iter().map(text).collect();
        assert_eq!(drawn, ["N°     Nom            ", "─────  ───────────────", "    1  DI MEO Paolo   "]);
    }
}

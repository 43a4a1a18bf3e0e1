//! A table of a paper in characters: framed, each cell broken at its plain spaces, figures on the right.

use textwrap::core::display_width;

use crate::papers::columns::widths;
use crate::papers::document::{Line, Table};

use super::wrapped;

/// A table as wide as the page, or wider if a name does not fit otherwise.
pub fn lines(table: &Table, width: usize) -> Vec<String> {
    let widths = widths(table, width.saturating_sub(3 * table.columns.len() + 1));
    let rule = |left: &str, between: &str, right: &str| {
        let dashes: Vec<String> = widths.iter().map(|width| "─".repeat(width + 2)).collect();
        format!("{left}{}{right}", dashes.join(between))
    };
    let heads: Vec<Line> = table.columns.iter().map(|column| column.head.clone()).collect();
    let mut all = vec![rule("┌", "┬", "┐")];
    all.extend(row(&heads, table, &widths, 1, false));
    for (place, cells) in table.rows.iter().enumerate() {
        // Rows of several lines would run into each other without a rule.
        if place == 0 || is_high(table, &widths) {
            all.push(rule("├", "┼", "┤"));
        }
        all.extend(row(cells, table, &widths, usize::from(table.least_lines), true));
    }
    all.push(rule("└", "┴", "┘"));
    all
}

/// Whether any row has more than one line.
fn is_high(table: &Table, widths: &[usize]) -> bool {
    let is_broken = |row: &Vec<Line>| row.iter().zip(widths).any(|(cell, width)| wrapped(cell, *width).len() > 1);
    table.least_lines > 1 || table.rows.iter().any(is_broken)
}

fn row(cells: &[Line], table: &Table, widths: &[usize], least: usize, is_body: bool) -> Vec<String> {
    let cells: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(least).max(1);
    (0..height)
        .map(|line| {
            let mut written = "│".to_owned();
            for ((cell, column), width) in cells.iter().zip(&table.columns).zip(widths) {
                let text = cell.get(line).map_or("", String::as_str);
                let gap = " ".repeat(width.saturating_sub(display_width(text)));
                let (before, after) = if column.figures && is_body { (gap.as_str(), "") } else { ("", gap.as_str()) };
                written.extend([" ", before, text, after, " │"]);
            }
            written
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Column, Run};

    fn table(least_lines: u8) -> Table {
        let column = |head: &str, share, figures| Column { head: Line::prose(head), share, figures };
        let row = |number: &str, name: &str| vec![Line::prose(number), Run::name(name).into()];
        Table {
            caption: Line::default(),
            columns: vec![column("N°", 1, true), column("Nom de qui signe", 4, false)],
            rows: vec![row("1", "DI MEO Paolo"), row("12", "ÉVRARD Alix")],
            least_lines,
        }
    }

    #[test]
    fn cells_stand_in_columns_and_figures_on_the_right() {
        let drawn = lines(&table(1), 30);
        assert_eq!(
            drawn,
            [
                "┌──────┬─────────────────────┐",
                "│ N°   │ Nom de qui signe    │",
                "├──────┼─────────────────────┤",
                "│    1 │ DI MEO Paolo        │",
                "│   12 │ ÉVRARD Alix         │",
                "└──────┴─────────────────────┘",
            ]
        );
    }

    #[test]
    fn a_row_to_sign_is_high_and_parted_from_the_next_by_a_rule() {
        let drawn = lines(&table(3), 30);
        assert_eq!(drawn.len(), 3 + 3 + 1 + 3 + 1);
        assert!(drawn.iter().all(|line| display_width(line) == 30), "{drawn:#?}");
    }
}

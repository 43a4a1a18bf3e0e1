//! How wide the columns of a table are, for the writers that count in characters.

use unicode_width::UnicodeWidthStr;

use super::document::{Inline, Line, Table};

/// What may not be broken, for each line that the text itself ends.
#[must_use]
pub fn words(line: &Line) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut word = String::new();
    for inline in &line.0 {
        match inline {
            Inline::Break => {
                end_word(&mut rows, &mut word);
                rows.push(Vec::new());
            }
            Inline::Run(run) if run.kept_whole => word.push_str(run.text()),
            Inline::Run(run) => {
                for (place, part) in run.text().split(' ').enumerate() {
                    if place > 0 {
                        end_word(&mut rows, &mut word);
                    }
                    word.push_str(part);
                }
            }
        }
    }
    end_word(&mut rows, &mut word);
    rows
}

fn end_word(rows: &mut [Vec<String>], word: &mut String) {
    if let (false, Some(row)) = (word.is_empty(), rows.last_mut()) {
        row.push(std::mem::take(word));
    }
}

/// The width of each column in so many characters, what stands between them not counted: by their shares, and never so
/// narrow that a name or a word is cut. A table of words too wide for the page is wider than the page.
#[must_use]
pub fn widths(table: &Table, total: usize) -> Vec<usize> {
    let shares: usize = table.columns.iter().map(|column| usize::from(column.share.max(1))).sum();
    let least: Vec<usize> = (0..table.columns.len()).map(|place| longest_word(table, place)).collect();
    let mut widths: Vec<usize> = table
        .columns
        .iter()
        .zip(&least)
        .map(|(column, least)| (total * usize::from(column.share.max(1)) / shares.max(1)).max(*least))
        .collect();
    // What is left over by rounding goes to the widest: the table is as wide as the page.
    let left = total.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += left;
    }
    // What the wide words took is given back by the columns that can spare most.
    while widths.iter().sum::<usize>() > total {
        let spare = |(place, width): &(usize, &usize)| width.saturating_sub(least.get(*place).copied().unwrap_or(0));
        let Some((place, _)) = widths.iter().enumerate().max_by_key(spare).filter(|it| spare(it) > 0) else { break };
        if let Some(width) = widths.get_mut(place) {
            *width -= 1;
        }
    }
    widths
}

/// The longest of the words of a column, its head included; at least one character.
fn longest_word(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let head = table.columns.get(column).map(|column| &column.head);
    let longest = head.into_iter().chain(cells).flat_map(words).flatten().map(|word| word.width()).max();
    longest.unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::document::{Column, Run};

    fn table(shares: &[u16], rows: &[&[&str]]) -> Table {
        let column = |share: &u16| Column { head: Line::prose("T"), share: *share, figures: false };
        let rows = rows.iter().map(|row| row.iter().map(|cell| Run::name(cell).into()).collect());
        Table {
            caption: Line::default(),
            columns: shares.iter().map(column).collect(),
            rows: rows.collect(),
            least_lines: 1,
        }
    }

    #[test]
    fn columns_share_the_width_and_a_name_is_never_cut() {
        assert_eq!(widths(&table(&[1, 3], &[&["a", "b"]]), 40), [10, 30]);
        assert_eq!(widths(&table(&[1, 3], &[&["SICARD-DESNUELLE", "b"]]), 40), [16, 24]);
        assert_eq!(widths(&table(&[1, 1], &[&["SICARD-DESNUELLE", "DUPONT-MARTIN"]]), 20), [16, 13]);
        assert_eq!(widths(&table(&[], &[]), 20), Vec::<usize>::new());
    }
}

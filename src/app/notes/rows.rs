//! A text as rows of a window: wrapped at its spaces by the width that it has on the screen.

use unicode_width::UnicodeWidthChar;

use crate::council::plain::Hidden;

/// What stands for a character that shows nothing, or that a terminal would obey.
pub const UNSEEN: char = '\u{fffd}';

/// A row of the window, as places in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it begins.
    pub start: usize,
    /// Behind its last character; a line feed is not part of it.
    pub end: usize,
    /// Whether the line goes on in the row below: then `end` is the beginning of that one.
    pub goes_on: bool,
}

/// The character as it is shown: one that is hidden has a stand-in, so that nobody is misled and no terminal obeys it.
#[must_use]
pub fn shown(character: char) -> char {
    match character {
        '\t' => ' ',
        other if Hidden::of(other).is_some() => UNSEEN,
        other => other,
    }
}

fn columns_of(character: char) -> usize {
    shown(character).width().unwrap_or(0)
}

/// What is shown in one place, from each place on: a character with the marks that stand on it.
pub fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.next()?;
        while rest.next_if(|(_, next)| columns_of(*next) == 0).is_some() {}
        let end = rest.peek().map_or(text.len(), |(place, _)| *place);
        Some((start, text.get(start..end)?))
    })
}

/// The columns that a text without line feeds takes. A mark that stands on no letter takes one of its own.
#[must_use]
pub fn width(text: &str) -> usize {
    clusters(text).map(|(_, cluster)| cluster.chars().map(columns_of).sum::<usize>().max(1)).sum()
}

/// A row as it is shown: what is hidden has a stand-in, and a mark that stands on no letter stands on a space.
#[must_use]
pub fn shown_row(text: &str) -> String {
    let on_nothing = text.chars().next().is_some_and(|first| columns_of(first) == 0);
    on_nothing.then_some(' ').into_iter().chain(text.chars().map(shown)).collect()
}

/// The rows of a text; at least one. A row ends at a space, which may hang over the edge, or inside a word that is longer
/// than the window.
#[must_use]
pub fn rows(text: &str, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut begins = 0;
    for line in text.split('\n') {
        wrap(line, begins, columns.max(1), &mut rows);
        begins += line.len() + 1;
    }
    rows
}

fn wrap(line: &str, begins: usize, columns: usize, rows: &mut Vec<Row>) {
    let (mut start, mut taken, mut after_space) = (0, 0, None);
    for (place, cluster) in clusters(line) {
        let own = width(cluster);
        if cluster == " " {
            after_space = Some(place + 1);
        } else {
            // Twice for a wide character behind a word that alone fills the row.
            while taken + own > columns && place > start {
                let cut = after_space.take().unwrap_or(place);
                rows.push(Row { start: begins + start, end: begins + cut, goes_on: true });
                taken = line.get(cut..place).map_or(0, width);
                start = cut;
            }
        }
        taken += own;
    }
    rows.push(Row { start: begins + start, end: begins + line.len(), goes_on: false });
}

/// The row of a place in the text, and its column there.
#[must_use]
pub fn place_of(text: &str, rows: &[Row], caret: usize) -> (usize, usize) {
    let row = rows.partition_point(|row| row.start <= caret).saturating_sub(1);
    let start = rows.get(row).map_or(0, |row| row.start);
    (row, text.get(start..caret).map_or(0, width))
}

/// The place in the text at that column of a row; its last place if the row is shorter.
#[must_use]
pub fn place_at(text: &str, row: Row, column: usize) -> usize {
    let mut taken = 0;
    let mut last = row.start;
    for (place, cluster) in clusters(text.get(row.start..row.end).unwrap_or_default()) {
        last = row.start + place;
        if taken + width(cluster) > column {
            return last;
        }
        taken += width(cluster);
    }
    if row.goes_on { last } else { row.end }
}

/// The place one to the left.
#[must_use]
pub fn before(text: &str, caret: usize) -> usize {
    let line = text.get(..caret).and_then(|head| head.rfind('\n')).map_or(0, |place| place + 1);
    match text.get(line..caret) {
        Some("") | None => caret.saturating_sub(1),
        Some(head) => line + clusters(head).last().map_or(0, |(place, _)| place),
    }
}

/// The place one to the right.
#[must_use]
pub fn after(text: &str, caret: usize) -> usize {
    let rest = text.get(caret..).unwrap_or_default();
    if rest.starts_with('\n') {
        return caret + 1;
    }
    let line = rest.split('\n').next().unwrap_or_default();
    caret + clusters(line).next().map_or(0, |(_, cluster)| cluster.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        rows(text, columns).into_iter().map(|row| &text[row.start..row.end]).collect()
    }

    #[test]
    fn a_text_is_wrapped_at_its_spaces_and_a_word_that_is_too_long_where_it_must() {
        assert_eq!(lines("un deux trois", 8), ["un deux ", "trois"]);
        assert_eq!(lines("anticonstitutionnellement", 10), ["anticonsti", "tutionnell", "ement"]);
        assert_eq!(lines("a\n\nb\n", 5), ["a", "", "b", ""]);
        assert_eq!(lines("", 5), [""]);
        assert_eq!(lines("un      deux", 4), ["un      ", "deux"], "spaces hang over the edge");
    }

    #[test]
    fn wide_and_combining_characters_count_as_they_are_seen() {
        assert_eq!(lines("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!((width("\u{301}a"), shown_row("\u{301}a").as_str()), (2, " \u{301}a"));
        assert_eq!(lines("e\u{301}te\u{301} ok", 4), ["e\u{301}te\u{301} ", "ok"]);
        let text = "a\u{301}b";
        assert_eq!((after(text, 0), before(text, text.len()), before(text, 3)), (3, 3, 0));
    }

    #[test]
    fn a_hidden_character_has_a_place_and_a_stand_in() {
        assert_eq!(shown('\u{1b}'), UNSEEN);
        assert_eq!(width("a\u{1b}\u{202e}\u{200b}b"), 5);
        assert_eq!(after("\u{200b}b", 0), 3);
    }

    proptest! {
        #[test]
        fn every_place_has_one_row_and_rows_leave_nothing_out(text in "[a-c é漢\u{301}\n]{0,60}", columns in 1_usize..12) {
            let rows = rows(&text, columns);
            let mut told = String::new();
            for (place, row) in rows.iter().enumerate() {
                told.push_str(&text[row.start..row.end]);
                if !row.goes_on && place + 1 < rows.len() { told.push('\n'); }
                prop_assert!(width(text[row.start..row.end].trim_end_matches(' ')) <= columns.max(2));
            }
            prop_assert_eq!(&told, &text);
            let mut caret = 0;
            loop {
                let (row, column) = place_of(&text, &rows, caret);
                prop_assert_eq!(place_at(&text, rows[row], column), caret);
                let next = after(&text, caret);
                if next == caret { break; }
                prop_assert_eq!(before(&text, next), caret);
                caret = next;
            }
            prop_assert_eq!(caret, text.len());
        }
    }
}

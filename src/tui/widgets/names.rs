//! Lists of names in few rows: no name is broken between two of them, and what does not fit is counted.

use crate::french::screen::titles;
use crate::french::typography::NO_BREAK;
use crate::tui::text::{width, wrap};

/// The names in at most so many rows of so many columns; those that do not fit are said in the last row.
#[must_use]
pub fn lines(names: &[String], columns: u16, rows: usize) -> Vec<String> {
    let whole: Vec<String> = names.iter().map(|name| held(name, columns)).collect();
    let everybody = wrap(&whole.join(", "), columns, usize::MAX);
    if everybody.len() <= rows {
        return everybody;
    }
    let mut shown = wrap(&titles::names_that_do_not_fit(names.len(), true), columns, rows.min(1));
    for kept in 1..whole.len() {
        let others = titles::names_that_do_not_fit(whole.len() - kept, false).replace(' ', &NO_BREAK.to_string());
        let text = format!("{} {others}", whole.get(..kept).unwrap_or_default().join(", "));
        let tried = wrap(&text, columns, usize::MAX);
        if tried.len() > rows {
            break;
        }
        shown = tried;
    }
    shown
}

/// A name that breaks nowhere, or before what stands in brackets behind it if it is too long for a row.
fn held(name: &str, columns: u16) -> String {
    let hold = |text: &str| text.replace(' ', &NO_BREAK.to_string());
    if width(name) < columns {
        return hold(name);
    }
    let part = |part: &str| if width(part) + 1 < columns { hold(part) } else { part.to_owned() };
    name.split(" (").map(part).collect::<Vec<_>>().join(" (")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_name_is_never_broken_between_two_rows() {
        let shown = lines(&names(&["AUBRY Paul", "CHAZAL Hélène"]), 18, 3);
        assert_eq!(shown, ["AUBRY Paul,", "CHAZAL Hélène"]);
        let shown = lines(&names(&["IMBERT Salomé (par HAMELIN Octave)"]), 24, 3);
        assert_eq!(shown, ["IMBERT Salomé", "(par HAMELIN Octave)"]);
    }

    #[test]
    fn those_that_do_not_fit_are_counted_with_the_key_that_shows_them() {
        let all = names(&["AUBRY Paul", "CHAZAL Hélène", "DELORME Karim", "FAYARD Luc"]);
        assert_eq!(lines(&all, 30, 1), ["AUBRY Paul et 3 autres (F4)"]);
        assert_eq!(lines(&all, 12, 1), ["4 noms (F4)"]);
        assert_eq!(lines(&all, 12, 0), Vec::<String>::new());
    }
}

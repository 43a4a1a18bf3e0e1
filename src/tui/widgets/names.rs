//! Lists of names in few rows: no name is broken between two of them, and what does not fit is counted.

use crate::french::screen::titles;
use crate::french::typography::NO_BREAK;
use crate::tui::text::{width, wrap};

/// The names in at most so many rows of so many columns; those that do not fit are said in the last row.
#[must_use]
pub fn lines(names: &[String], columns: u16, rows: usize) -> Vec<String> {
    let whole: Vec<String> = names.iter().map(|name| held(name, columns)).collect();
    // A space at most is lost at the end of each row: what is longer need not be wrapped to know that it does not fit.
    let room = usize::from(columns.saturating_add(1)).saturating_mul(rows);
    let fitting = |text: &str| {
        let may_fit = usize::from(width(text)) <= room;
        may_fit.then(|| wrap(text, columns, usize::MAX)).filter(|lines| lines.len() <= rows)
    };
    if let Some(everybody) = fitting(&whole.join(", ")) {
        return everybody;
    }
    let mut shown = wrap(&titles::names_that_do_not_fit(names.len(), true), columns, rows.min(1));
    // As many as fit, halving: half a council may be against, and this is asked for every frame.
    let (mut fits, mut too_many) = (0, whole.len());
    while too_many - fits > 1 {
        let kept = usize::midpoint(fits, too_many);
        let others = titles::names_that_do_not_fit(whole.len() - kept, false).replace(' ', &NO_BREAK.to_string());
        let text = format!("{} {others}", whole.get(..kept).unwrap_or_default().join(", "));
        match fitting(&text) {
            Some(lines) => (shown, fits) = (lines, kept),
            None => too_many = kept,
        }
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
    fn as_many_names_are_shown_as_fit_however_many_there_are() {
        let all: Vec<String> = (0..200).map(|place| format!("{}{place}", "NOM".repeat(place % 4 + 1))).collect();
        let text = |kept: usize| format!("{} et {} autres (F4)", all[..kept].join(", "), all.len() - kept);
        for (columns, rows) in [(31, 2), (60, 5), (90, 9)] {
            let fits = |kept: &usize| {
                let count = format!("et {} autres (F4)", all.len() - kept).replace(' ', "\u{a0}");
                wrap(&format!("{} {count}", all[..*kept].join(", ")), columns, usize::MAX).len() <= rows
            };
            let kept = (1..all.len()).take_while(fits).last().expect("some fit");
            assert_eq!(lines(&all, columns, rows).join(" "), text(kept), "{columns}×{rows}");
        }
    }

    #[test]
    fn those_that_do_not_fit_are_counted_with_the_key_that_shows_them() {
        let all = names(&["AUBRY Paul", "CHAZAL Hélène", "DELORME Karim", "FAYARD Luc"]);
        assert_eq!(lines(&all, 30, 1), ["AUBRY Paul et 3 autres (F4)"]);
        assert_eq!(lines(&all, 12, 1), ["4 noms (F4)"]);
        assert_eq!(lines(&all, 12, 0), Vec::<String>::new());
    }
}

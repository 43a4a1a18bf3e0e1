//! What every message keeps to, whatever it speaks of.

use hemicycle::council::plain::Hidden;
use hemicycle::store::session_file::problem::Place;

/// A message that a terminal only shows, and that says something.
#[track_caller]
pub fn is_clean(said: &str) {
    let hidden = said.chars().find(|letter| *letter != '\n' && Hidden::of(*letter).is_some());
    assert_eq!(hidden, None, "{said:?}");
    assert!(!said.trim().is_empty(), "nothing is said");
}

/// A place that is in the text, with the line as it stands there.
#[track_caller]
pub fn is_inside(place: &Place, text: &str) {
    let mut lines: Vec<&str> = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    if lines.last() == Some(&"") && lines.len() > 1 && place.line < lines.len() {
        lines.pop();
    }
    let line = lines.get(place.line.wrapping_sub(1)).unwrap_or_else(|| panic!("{place:?} of {} lines", lines.len()));
    let characters = line.chars().count();
    assert!((1..=characters + 1).contains(&place.column), "{place:?}");
    assert!(place.length >= 1 && place.column - 1 + place.length <= characters.max(place.column), "{place:?}");
    let shown = place.excerpt.trim_start_matches('…').trim_end_matches('…');
    assert!(line.contains(shown) || line.contains(place.excerpt.as_str()), "{place:?}");
    assert!(place.lead <= place.excerpt.chars().count(), "{place:?}");
}

//! The journal as it is heard: an entry a line, with what going back there would change.

use crate::app::App;
use crate::app::journal::{Ahead, Journal, hour_of};
use crate::council::history::Entry;
use crate::french::screen::journal as words;
use crate::linear::focus::Focus;

/// What is said when it comes, or when it asks.
pub fn entry(app: &App, shown: &Journal) -> Vec<String> {
    match (shown.is_asking(), shown.ahead()) {
        (true, Ahead::Back(back)) => {
            let mut lines = vec![words::question(back.count)];
            lines.extend(back.taken.iter().map(|(number, words)| format!("n° {number} : {words}")));
            lines.push(words::HOW_TO_ANSWER.to_owned());
            lines
        }
        _ => vec![format!("{}. {}.", words::JOURNAL, words::how_many(app.history().next_number() - 1))],
    }
}

/// The entry under the cursor.
pub fn focus(app: &App, shown: &Journal) -> Option<Focus> {
    if shown.is_asking() {
        return None;
    }
    let number = shown.number();
    let told = match app.history().get(number) {
        None => words::START.to_owned(),
        Some(entry) => {
            let at = match entry {
                Entry::Action { at, .. } => hour_of(at),
                Entry::Undo(_) => None,
            };
            words::heard(number, at, shown.words(number), app.history().holds(number))
        }
    };
    let ahead = match shown.ahead() {
        Ahead::Here => words::HERE.to_owned(),
        Ahead::Barred(barrier) => words::barred(barrier),
        Ahead::Back(back) => {
            let changes: Vec<String> = words::compared(&back.now, &back.then, app.sitting())
                .iter()
                .filter(|figure| figure.changes())
                .map(words::heard_change)
                .collect();
            format!("{} {}", words::would_be_taken_back(back.count).replace(" :", "."), changes.join(" ; "))
        }
    };
    Some(Focus::new(number.to_string(), format!("{told}. {ahead}")))
}

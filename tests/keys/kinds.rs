//! Evenings on which a report asks for something else than a délibération.

use std::sync::Arc;

use crate::evening::{Evening, docket};
use hemicycle::council::agenda::{AgendaItem, Report};
use hemicycle::council::docket::Docket;

/// The made-up commune, with one report changed.
pub fn commune_with(number: &str, change: impl Fn(&mut Report)) -> Arc<Docket> {
    let mut docket = (*docket("exemple-commune.ron")).clone();
    for item in &mut docket.agenda.items {
        if let AgendaItem::Report(report) = item
            && report.id.as_str() == number
        {
            change(report);
        }
    }
    docket.into()
}

/// The same, opened, on its first report.
pub fn first_vote_with(number: &str, change: impl Fn(&mut Report)) -> Evening {
    let mut evening = Evening::of(commune_with(number, change));
    evening.keys("<enter> <enter>");
    evening
}

/// Types a text, its spaces too.
pub fn write(evening: &mut Evening, text: &str) {
    for letter in text.chars() {
        evening.key(hemicycle::app::Key::Char(letter));
    }
}

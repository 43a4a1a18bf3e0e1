//! The words of minutes that are settled (*arrêtées*).

use jiff::civil::Date;

use crate::council::law::Article;

use super::articles::in_brackets;
use super::numbers::date;

/// Over the remarks.
pub const REMARKS: &str = "Remarques :";
/// None were made.
pub const NO_REMARK: &str = "Sans remarque.";

/// « Procès-verbal arrêté le 7 avril 2025, au commencement de la séance (art. L.2121-15 du CGCT). »
#[must_use]
pub fn settled(on: Date, article: Option<Article>) -> String {
    format!("Procès-verbal arrêté le {}, au commencement de la séance{}.", date(on), in_brackets(article))
}

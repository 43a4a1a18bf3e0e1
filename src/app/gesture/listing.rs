//! The list of a question as the letters leave it: what is seen, and what is under the cursor.

use super::{Board, Gesturing, Item, Question};
use crate::council::name::fold;
use crate::council::sitting::Sitting;

impl Gesturing {
    /// The items of the list that the letters leave, in its order.
    #[must_use]
    pub fn visible(&self, sitting: &Sitting) -> Vec<&Item> {
        let (Question::Choice { items, .. } | Question::Ticks { items, .. }) = &self.question else { return vec![] };
        let query = format!(" {}", fold(&self.typed));
        let is_number = self.typed.chars().all(|typed| typed.is_ascii_digit());
        let fits = |item: &&Item| {
            let label = fold(&item.label(sitting));
            // A number is that of the report, and its zeros need not be typed.
            if is_number {
                label.starts_with(&self.typed) || label.trim_start_matches('0').starts_with(&self.typed)
            } else {
                format!(" {label} {}", fold(item.also())).contains(&query)
            }
        };
        items.iter().filter(|item| self.typed.is_empty() || fits(item)).collect()
    }

    /// The first item that begins with the letters; failing that, the first with a word that does; then any other. What
    /// can be done now comes before what cannot.
    pub(super) fn best(&self, sitting: &Sitting) -> usize {
        let query = fold(&self.typed);
        let shown = self.visible(sitting);
        let labels: Vec<String> = shown.iter().map(|item| fold(&item.label(sitting))).collect();
        let can_be_done = |place: &usize| !matches!(shown.get(*place), Some(Item::Later(_)));
        let first = |fits: &dyn Fn(&str) -> bool| {
            labels.iter().enumerate().filter(|(_, label)| fits(label)).map(|(place, _)| place).find(can_be_done)
        };
        first(&|label| label.starts_with(&query))
            .or_else(|| first(&|label| label.contains(&format!(" {query}"))))
            .or_else(|| first(&|_| true))
            .unwrap_or(0)
    }

    /// The list of gestures, by what they are about, as far as the letters leave it.
    #[must_use]
    pub fn board(&self, sitting: &Sitting) -> Board {
        let Question::Choice { items, ahead, .. } = &self.question else { return Board::default() };
        Board::of(items, *ahead, &self.visible(sitting))
    }
}

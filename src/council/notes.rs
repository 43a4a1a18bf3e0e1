//! What was said in a report (*teneur des discussions*), as the secretary notes it. No vote and no figure stands here.

use std::collections::{BTreeMap, BTreeSet};

use super::id::ReportId;

/// SHA-256 sums in hexadecimal of the notes, by report.
pub type NoteSums = BTreeMap<ReportId, String>;

/// The longest notes of a report, in bytes: a hundred pages.
pub const LONGEST: usize = 256 * 1024;

/// The notes of a sitting: small Markdown, one text a report. A report without notes has no entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(BTreeMap<ReportId, String>);

impl Notes {
    /// What was said in that report; `None` if nothing was noted.
    #[must_use]
    pub fn of(&self, report: &ReportId) -> Option<&str> {
        self.0.get(report).map(String::as_str)
    }

    /// Notes what was said in that report, in place of what was noted. Blank text is no note.
    pub fn set(&mut self, report: ReportId, markdown: String) {
        if markdown.trim().is_empty() {
            self.0.remove(&report);
        } else {
            self.0.insert(report, markdown);
        }
    }

    /// Each report that has notes, and its notes.
    pub fn iter(&self) -> impl Iterator<Item = (&ReportId, &str)> {
        self.0.iter().map(|(report, markdown)| (report, markdown.as_str()))
    }
}

/// The text of a file of notes as it is compared and shown: no byte order mark, line feeds alone, none at the end.
#[must_use]
pub fn normal(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    text.trim_end_matches('\n').to_owned()
}

/// One text of two that were both made from `base`: theirs, then a mark, then what is ours. Nothing of either is left out.
///
/// What only adds to a `base` that theirs still holds is added below it; what holds the other already stands alone.
#[must_use]
pub fn both(base: &str, theirs: &str, ours: &str, mark: &str) -> String {
    if theirs.trim().is_empty() || ours.contains(theirs) {
        return ours.to_owned();
    }
    if theirs.contains(ours.trim_end()) {
        return theirs.to_owned();
    }
    let base = base.trim_end();
    // An editor that was open all the while puts an old text back: what it does not hold any more must stay in ours.
    let holds_base = !base.is_empty() && theirs.contains(base);
    let added = ours.strip_prefix(base).filter(|_| holds_base).unwrap_or(ours);
    format!("{}\n\n{mark}\n\n{}", theirs.trim_end(), added.trim_start_matches(['\n', ' ']))
}

/// The reports whose notes are not what they were: changed, added or taken away.
#[must_use]
pub fn changed(before: &NoteSums, now: &NoteSums) -> BTreeSet<ReportId> {
    before.keys().chain(now.keys()).filter(|report| before.get(report) != now.get(report)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_made_from_one_are_both_kept_with_a_mark_between_them() {
        assert_eq!(both("a", "a\nb", "a\nc", "***"), "a\nb\n\n***\n\nc");
        assert_eq!(both("a", "b", "c", "***"), "b\n\n***\n\nc");
        assert_eq!(both("", "b", "c", "***"), "b\n\n***\n\nc");
    }

    #[test]
    fn what_an_editor_that_was_open_all_the_while_wrote_over_is_not_lost() {
        assert_eq!(both("a\nb", "a\nc", "a\nb\nd", "***"), "a\nc\n\n***\n\na\nb\nd");
        assert_eq!(both("a", "b", "a", "***"), "b\n\n***\n\na");
        assert_eq!(both("\n", "b", "\nc", "***"), "b\n\n***\n\nc");
    }

    #[test]
    fn a_text_that_holds_the_other_already_stands_alone() {
        assert_eq!(both("a", "", "a\nc", "***"), "a\nc");
        assert_eq!(both("a", "a\nc\nd", "a\nc", "***"), "a\nc\nd");
        assert_eq!(both("a", "a\nc", "a\nc\nd", "***"), "a\nc\nd");
    }

    #[test]
    fn notes_that_were_changed_added_or_taken_away_are_named() {
        let sums = |sums: &[(&str, &str)]| -> NoteSums {
            sums.iter().map(|(report, sum)| (ReportId::new(report), (*sum).to_owned())).collect()
        };
        let (before, now) = (sums(&[("1", "a"), ("2", "b"), ("3", "c")]), sums(&[("1", "a"), ("2", "x"), ("4", "d")]));
        assert_eq!(changed(&before, &now), ["2", "3", "4"].map(ReportId::new).into());
    }

    #[test]
    fn a_text_is_compared_without_its_mark_its_line_ends_and_what_ends_it() {
        assert_eq!(normal("\u{feff}a\r\nb\rc\n\n"), "a\nb\nc");
    }
}

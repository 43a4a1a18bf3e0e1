//! What was said in a report (*teneur des discussions*), as the secretary notes it. No vote and no figure stands here.

use std::collections::BTreeMap;

use super::id::ReportId;

/// SHA-256 sums in hexadecimal of the notes, by report.
pub type NoteSums = BTreeMap<ReportId, String>;

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

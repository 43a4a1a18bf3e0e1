//! The notes in memory, and what is saved of them when: two seconds after the last key, on leaving, before the close.
//!
//! The text is never lost to a disk that fails: it stays here for another try. One page is saved at a time.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::Effect;
use crate::council::id::ReportId;
use crate::council::notes::{Notes, both, normal};
use crate::french::screen::notes::BELOW;

/// How long after the last key the notes are saved.
const SAVED_AFTER_MS: u64 = 2_000;
/// How long somebody who never stops typing may go unsaved.
const SAVED_WITHIN_MS: u64 = 10_000;

/// The notes of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Page {
    /// As they are typed.
    text: String,
    /// As they stand on the disk, as far as is known.
    kept: String,
}

impl Page {
    fn is_kept(&self) -> bool {
        self.text.trim_end_matches('\n') == self.kept || (self.text.trim().is_empty() && self.kept.trim().is_empty())
    }
}

/// How the notes of a report stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping<'a> {
    /// There are none.
    Nothing,
    /// They are on the disk.
    Kept,
    /// They are typed, and not on the disk yet.
    Typed,
    /// They could not be saved; the sentence says why.
    NotSaved(&'a str),
}

/// The notes of every report.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    pages: BTreeMap<ReportId, Page>,
    unreadable: BTreeMap<ReportId, String>,
    /// What is being written, and its text as it was sent.
    saving: Option<(ReportId, String)>,
    to_save: BTreeSet<ReportId>,
    failed: BTreeMap<ReportId, String>,
    first_key_ms: Option<u64>,
    last_key_ms: u64,
}

impl Notebook {
    /// The notes of a report as they are typed.
    #[must_use]
    pub fn text(&self, report: &ReportId) -> &str {
        self.pages.get(report).map_or("", |page| page.text.as_str())
    }

    pub(in crate::app) fn text_mut(&mut self, report: &ReportId) -> &mut String {
        &mut self.pages.entry(report.clone()).or_default().text
    }

    /// Why the notes of a report cannot be read, if they cannot: they are not written over.
    #[must_use]
    pub fn unreadable(&self, report: &ReportId) -> Option<&str> {
        self.unreadable.get(report).map(String::as_str)
    }

    /// How the notes of a report stand.
    #[must_use]
    pub fn keeping(&self, report: &ReportId) -> Keeping<'_> {
        match (self.pages.get(report), self.failed.get(report)) {
            (Some(page), Some(why)) if !page.is_kept() => Keeping::NotSaved(why),
            (Some(page), _) if !page.is_kept() => Keeping::Typed,
            (Some(page), _) if !page.text.trim().is_empty() => Keeping::Kept,
            _ => Keeping::Nothing,
        }
    }

    /// The first report whose notes could not be saved, and why.
    #[must_use]
    pub fn failure(&self) -> Option<(&ReportId, &str)> {
        let is_kept = |report: &ReportId| self.pages.get(report).is_none_or(Page::is_kept);
        self.failed.iter().find(|(report, _)| !is_kept(report)).map(|(report, why)| (report, why.as_str()))
    }

    /// When the notes are to be saved, on the clock of [`Moment::elapsed_ms`](crate::app::Moment::elapsed_ms); `None` if
    /// nothing waits for that.
    #[must_use]
    pub fn due_ms(&self) -> Option<u64> {
        let first = self.first_key_ms.filter(|_| self.saving.is_none())?;
        Some((self.last_key_ms + SAVED_AFTER_MS).min(first + SAVED_WITHIN_MS))
    }

    /// Whether something is being written, or about to be.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// The notes as they are typed, for the papers.
    #[must_use]
    pub fn notes(&self) -> Notes {
        let mut notes = Notes::default();
        for (report, page) in &self.pages {
            notes.set(report.clone(), page.text.clone());
        }
        notes
    }

    pub(in crate::app) fn typed(&mut self, now_ms: u64) {
        self.first_key_ms.get_or_insert(now_ms);
        self.last_key_ms = now_ms;
    }

    /// Saves all that is not on the disk, one after the other.
    pub(in crate::app) fn save_all(&mut self) -> Vec<Effect> {
        self.first_key_ms = None;
        let sent = |report: &ReportId, page: &Page| {
            self.saving.as_ref().is_some_and(|(own, text)| own == report && *text == page.text)
        };
        let waits = |(report, page): &(&ReportId, &Page)| !page.is_kept() && !sent(report, page);
        self.to_save = self.pages.iter().filter(waits).map(|(report, _)| report.clone()).collect();
        self.next()
    }

    /// The next that is to be written, once the one before it is.
    pub(in crate::app) fn next(&mut self) -> Vec<Effect> {
        if self.saving.is_some() {
            return vec![];
        }
        let Some(report) = self.to_save.pop_first() else { return vec![] };
        let Some(page) = self.pages.get(&report) else { return vec![] };
        self.saving = Some((report.clone(), page.text.clone()));
        vec![Effect::SaveNotes { report, text: page.text.clone(), base: page.kept.clone() }]
    }

    /// They are on the disk, as `stands`. Says whether that is not what was sent: somebody else changed them meanwhile.
    pub(in crate::app) fn saved(&mut self, stands: String) -> Option<ReportId> {
        let (report, sent) = self.saving.take()?;
        self.failed.remove(&report);
        let page = self.pages.entry(report.clone()).or_default();
        let sent = normal(&sent);
        let is_ours = stands == sent || (stands.trim().is_empty() && sent.trim().is_empty());
        if !is_ours {
            // What was typed since goes on behind what was sent, which ends the text that stands there.
            page.text = match page.text.strip_prefix(&sent) {
                Some(since) => format!("{stands}{since}"),
                None => both(&sent, &stands, &page.text, BELOW),
            };
        }
        page.kept = stands;
        (!is_ours).then_some(report)
    }

    /// They are not on the disk, for that reason.
    pub(in crate::app) fn not_saved(&mut self, why: String) {
        if let Some((report, _)) = self.saving.take() {
            self.failed.insert(report, why);
        }
    }

    /// Takes what stands on the disk now. What is typed and not saved yet stays: whether somebody else changed the file is
    /// seen when it is.
    pub(in crate::app) fn read(&mut self, notes: &Notes, unreadable: BTreeMap<ReportId, String>) {
        let saving = self.saving.as_ref().map(|(report, _)| report.clone());
        for (report, page) in &mut self.pages {
            if page.is_kept() && saving.as_ref() != Some(report) {
                let now = notes.of(report).unwrap_or_default();
                if page.kept != now {
                    *page = Page { text: now.to_owned(), kept: now.to_owned() };
                }
            }
        }
        for (report, text) in notes.iter() {
            let page = || Page { text: text.to_owned(), kept: text.to_owned() };
            self.pages.entry(report.clone()).or_insert_with(page);
        }
        self.unreadable = unreadable;
    }
}

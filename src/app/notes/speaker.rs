//! Who speaks: the letters before the caret become a member's name, and with another Tab the next who fits.

use crate::app::View;
use crate::council::id::MemberId;
use crate::council::name::fold;
use crate::french::screen::notes as words;

/// A name that was put in place of letters: the next Tab puts the next one there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    start: usize,
    end: usize,
    begins_a_line: bool,
    hits: Vec<MemberId>,
    at: usize,
}

/// How many words before the caret may be one name: « DE LA TOUR ».
const WORDS: usize = 3;

impl Speaker {
    /// The name for the letters before the caret; `None` if nobody is called so.
    pub(super) fn begin(text: &str, caret: usize, view: &View) -> Option<Self> {
        let head = text.get(..caret)?;
        let line = head.rfind('\n').map_or(0, |place| place + 1);
        let is_of_a_name = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
        let mut starts = Vec::new();
        let mut end = caret;
        while starts.len() < WORDS {
            let start = head.get(line..end)?.trim_end_matches(is_of_a_name).len() + line;
            if start == end {
                break;
            }
            starts.push(start);
            match head.get(line..start)?.strip_suffix(' ') {
                Some(before) => end = line + before.len(),
                None => break,
            }
        }
        let found = starts.into_iter().rev().find_map(|start| {
            let mut hits = view.everyone.find(head.get(start..caret)?);
            // Who is in the room speaks; who is not stays within reach, for notes that are typed afterwards.
            let query = fold(head.get(start..caret)?);
            let surname = |id: &MemberId| view.sitting.docket().roster.get(id).map(|member| fold(&member.name.surname));
            hits.sort_by_key(|id| {
                let surname = surname(id).unwrap_or_default();
                (surname != query, !surname.starts_with(&query), !view.sitting.attendance().is_present(id))
            });
            (!hits.is_empty()).then_some((start, hits))
        });
        let (mut start, hits) = found?;
        // « M. Aub » is how she begins: the civility comes with the name, and is not said twice.
        let has_one = |id| view.sitting.docket().roster.get(id).is_some_and(|member| member.name.civility.is_some());
        let typed =
            words::CIVILITIES.iter().find(|civility| head.get(line..start).is_some_and(|it| it.ends_with(**civility)));
        if let Some(civility) = typed.filter(|_| hits.iter().all(has_one)) {
            start -= civility.len();
        }
        let begins_a_line = head.get(line..start)?.trim().is_empty();
        Some(Self { start, end: caret, begins_a_line, hits, at: 0 })
    }

    /// The next who fits, if the caret still stands behind the name.
    pub(super) fn next(&mut self, caret: usize) -> bool {
        self.at = (self.at + 1) % self.hits.len().max(1);
        caret == self.end
    }

    /// Puts the name there; gives the caret behind it.
    pub(super) fn write(&mut self, text: &mut String, view: &View) -> usize {
        let roster = &view.sitting.docket().roster;
        let member = self.hits.get(self.at).and_then(|id| roster.get(id));
        let Some(member) = member else { return self.end };
        let mut name = words::speaker(&member.name, self.begins_a_line);
        let head = text.get(..self.start).unwrap_or_default();
        // Two lines that follow one another are one paragraph: who speaks begins another.
        if self.begins_a_line && head.ends_with('\n') && !head.ends_with("\n\n") && head.trim() != "" {
            name.insert(0, '\n');
        }
        text.replace_range(self.start..self.end, &name);
        if let Some(bare) = name.strip_prefix('\n') {
            self.start += 1;
            self.end = self.start + bare.len();
        } else {
            self.end = self.start + name.len();
        }
        self.end
    }

    /// Which of how many, if there are several.
    pub(super) fn which(&self) -> Option<(usize, usize)> {
        (self.hits.len() > 1).then_some((self.at + 1, self.hits.len()))
    }
}

//! The journal: what was recorded, when, in words. From an action of the current report the sitting can be led back there.
//!
//! Long journals open at once: only the lines that are seen are put into words, and each of them once.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::council::event::Event;
use crate::council::history::{Barrier, Entry, History};
use crate::council::hour::Hour;
use crate::council::id::ReportId;
use crate::council::name::fold;
use crate::council::standing::Standing;
use crate::french::screen::{actions, journal as words, said};

use super::context::Context;
use super::keymap::Action;
use super::step::{Said, Step};
use super::{Key, Size};

/// From how many columns on what would change stands beside the list.
pub const ROOM_BESIDE: u16 = 110;
/// The most actions that are named among those that would be taken back.
const NAMED: usize = 40;

/// A row of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Before anything was recorded.
    Start,
    /// What the actions below belong to.
    Heading(Section),
    /// The entry of that number.
    Entry(u64),
}

/// A part of the evening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// The roll call.
    RollCall,
    /// Between two reports.
    Between,
    /// A report, from its opening to its result.
    Report(ReportId),
    /// After the sitting was closed or adjourned.
    After,
}

/// What the cursor stands on, as far as going back there is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// The sitting stands there.
    Here,
    /// It can be led back there.
    Back(Box<Back>),
    /// It cannot.
    Barred(Barrier),
}

/// What going back would take with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// How many actions it takes back.
    pub count: usize,
    /// Their numbers and words, the last action first; not all of a great many.
    pub taken: Vec<(u64, String)>,
    /// Where the sitting stands.
    pub now: Standing,
    /// Where it would stand.
    pub then: Standing,
}

/// The journal on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    rows: Vec<Row>,
    at: usize,
    scroll: usize,
    query: String,
    words: BTreeMap<u64, String>,
    ahead: Ahead,
    /// Whether it is asked to go back, and until when the answer is not taken: the key that asked may be kept down.
    pub(super) asked_until_ms: Option<u64>,
}

impl Journal {
    /// Of that record, with the cursor on what was recorded last.
    #[must_use]
    pub fn of(history: &History, size: Size) -> Self {
        let rows = rows(history);
        let at = rows.len() - 1;
        let mut journal = Self {
            rows,
            at,
            scroll: 0,
            query: String::new(),
            words: BTreeMap::new(),
            ahead: Ahead::Here,
            asked_until_ms: None,
        };
        journal.look(history, size);
        journal
    }

    /// The rows, the newest last.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The place of the cursor among the rows.
    #[must_use]
    pub fn place(&self) -> usize {
        self.at
    }

    /// The first row that is shown, if no more rows than [`list_rows`] are.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// The letters typed.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The words of an entry, if it was looked at.
    #[must_use]
    pub fn words(&self, number: u64) -> &str {
        self.words.get(&number).map_or("", String::as_str)
    }

    /// What the cursor stands on.
    #[must_use]
    pub fn ahead(&self) -> &Ahead {
        &self.ahead
    }

    /// Whether it is asked to go back.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asked_until_ms.is_some()
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self) -> Context {
        if self.is_asking() { Context::JournalAsk } else { Context::Journal }
    }

    /// What a key does here.
    pub(super) fn update(&mut self, action: Action, key: Key, history: &History, size: Size) -> Step {
        let page = isize::try_from(list_rows(size)).unwrap_or(isize::MAX).saturating_sub(1).max(1);
        let mut step = Step::Stay;
        if action != Action::Search && action != Action::Erase {
            self.query.clear();
        }
        match action {
            Action::Left => self.jump(false),
            Action::Right => self.jump(true),
            Action::Search => step = self.search(key, history),
            Action::Erase => {
                self.query.pop();
            }
            Action::Back if self.is_asking() => self.asked_until_ms = None,
            Action::Back => return Step::Back,
            _ => match action.rows(page) {
                Some(by) => self.go(by),
                None => return step,
            },
        }
        self.look(history, size);
        step
    }

    /// Moves the cursor by so many rows; headings are stepped over.
    fn go(&mut self, by: isize) {
        let last = self.rows.len() - 1;
        let wanted = self.at.saturating_add_signed(by).min(last);
        let stands = |row: &usize| !matches!(self.rows[*row], Row::Heading(_));
        let onward = if by < 0 { (0..=wanted).rev().find(stands) } else { (wanted..=last).find(stands) };
        // The first row and the last are never headings.
        self.at = onward.unwrap_or(self.at);
    }

    /// To the first action of this report or of the one before; or to that of the next.
    fn jump(&mut self, onward: bool) {
        let is_heading = |row: &usize| matches!(self.rows[*row], Row::Heading(_));
        let found = if onward {
            (self.at..self.rows.len()).find(is_heading)
        } else {
            // The heading right above belongs to the first action of a report: the one before is wanted then.
            (0..self.at.saturating_sub(1)).rev().find(is_heading)
        };
        self.at = match found {
            Some(heading) => heading + 1,
            None if onward => self.rows.len() - 1,
            None => 0,
        };
    }

    /// Goes to the first report whose number, or a word of whose object, begins so.
    fn search(&mut self, key: Key, history: &History) -> Step {
        self.query.extend(key.text());
        let typed = format!(" {}", fold(&self.query));
        let digits: Option<String> = self
            .query
            .chars()
            .map(|typed| Key::Char(typed).digit().and_then(|digit| char::from_digit(digit.into(), 10)))
            .collect();
        let agenda = &history.sitting().docket().agenda;
        let bare = |number: &str| number.trim_start_matches('0').to_owned();
        let is_meant = |row: &Row| {
            let Row::Heading(Section::Report(id)) = row else { return false };
            let by_number = digits.as_ref().is_some_and(|digits| bare(id.as_str()).starts_with(&bare(digits)));
            let object = agenda.report(id).map(|report| format!(" {}", fold(&report.object)));
            by_number || (typed.len() > 1 && object.is_some_and(|object| object.contains(&typed)))
        };
        match self.rows.iter().position(is_meant) {
            Some(heading) => {
                self.at = heading + 1;
                Step::Stay
            }
            None => Step::Say(Said::plain(said::no_report(&self.query))),
        }
    }

    /// Puts what is seen into words, and works out what going back would change.
    pub(super) fn look(&mut self, history: &History, size: Size) {
        let (shown, last) = (list_rows(size), self.rows.len());
        self.scroll = self.scroll.min(last.saturating_sub(shown));
        // The heading right above the cursor is seen too.
        let above = self.at.saturating_sub(1);
        if above < self.scroll {
            self.scroll = above;
        }
        if self.at >= self.scroll + shown {
            self.scroll = self.at + 1 - shown;
        }
        let rows = usize::from(size.rows);
        let first = self.scroll.min(last.saturating_sub(rows));
        let seen = self.rows[first..(first + 2 * rows).min(last)].iter().filter_map(|row| match row {
            Row::Entry(number) => Some(*number),
            _ => None,
        });
        let seen: Vec<u64> = seen.collect();
        self.word(&seen, history);
        self.ahead = self.ahead_of(history);
    }

    /// Puts those entries into words, those that are not yet; they are in the order of the record.
    fn word(&mut self, numbers: &[u64], history: &History) {
        let missing: Vec<u64> = numbers.iter().filter(|number| !self.words.contains_key(number)).copied().collect();
        let (Some(first), Some(last)) = (missing.first(), missing.last()) else { return };
        let mut walk = history.walk_from(usize::try_from(first - 1).unwrap_or(usize::MAX));
        for number in *first..=*last {
            let words = match walk.step() {
                // What was said aloud before a ballot was secret is seen nowhere any more.
                Some(Entry::Action { .. }) if history.is_void(number) => words::VOID.to_owned(),
                Some(Entry::Action { events, .. }) => actions::looked_back(events, walk.sitting()),
                Some(Entry::Undo(target)) => match history.get(*target) {
                    Some(Entry::Undo(action)) => said::given_again(*action),
                    _ => said::taken_back(*target),
                },
                None => return,
            };
            self.words.entry(number).or_insert(words);
        }
    }

    /// The number of the entry under the cursor; 0 before all.
    #[must_use]
    pub fn number(&self) -> u64 {
        match self.rows.get(self.at) {
            Some(Row::Entry(number)) => *number,
            _ => 0,
        }
    }

    fn ahead_of(&mut self, history: &History) -> Ahead {
        let taken = match history.way_back(self.number()) {
            Ok(taken) if taken.is_empty() => return Ahead::Here,
            Ok(taken) => taken,
            Err(barrier) => return Ahead::Barred(barrier),
        };
        let named: Vec<u64> = taken.iter().take(NAMED).copied().collect();
        let in_order: Vec<u64> = named.iter().rev().copied().collect();
        self.word(&in_order, history);
        Ahead::Back(Box::new(Back {
            count: taken.len(),
            taken: named.into_iter().map(|number| (number, self.words(number).to_owned())).collect(),
            now: Standing::of(history.sitting()),
            then: seen(Standing::of(&history.sitting_without(&taken)), history),
        }))
    }
}

/// Where the sitting would stand, without the figures of a vote that is void.
fn seen(mut standing: Standing, history: &History) -> Standing {
    if let Some(floor) = standing.floor.as_mut().filter(|floor| history.was_voided(&floor.report, floor.on.as_ref())) {
        floor.tally = None;
        floor.outcome = None;
    }
    standing
}

/// How many rows of the list a window of that size shows at least.
#[must_use]
pub fn list_rows(size: Size) -> usize {
    let body = usize::from(size.rows).saturating_sub(8);
    if size.columns >= ROOM_BESIDE { body } else { body / 2 }
}

/// The hour on the wall when an action was recorded.
#[must_use]
pub fn hour_of(stamp: &str) -> Option<Hour> {
    let civil: DateTime = stamp.parse().ok()?;
    Hour::new(u8::try_from(civil.hour()).ok()?, u8::try_from(civil.minute()).ok()?)
}

/// The rows of a record: its entries under what they belong to. Nothing is put into words.
fn rows(history: &History) -> Vec<Row> {
    let mut rows = vec![Row::Start];
    let mut under: Option<Section> = None;
    let mut now = Section::RollCall;
    // What each entry stood under, and what was begun behind it: an undo goes back to the first, a redo to the second.
    let mut around: Vec<(Section, Section)> = Vec::new();
    for (number, entry, _) in history.entries() {
        let place = |number: u64| usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        let (here, next) = match entry {
            Entry::Action { events, .. } => sections(events, &now),
            Entry::Undo(target) => {
                let next = match history.get(*target) {
                    Some(Entry::Undo(action)) => around.get(place(*action)).map(|(_, behind)| behind),
                    _ => around.get(place(*target)).map(|(before, _)| before),
                };
                (now.clone(), next.unwrap_or(&now).clone())
            }
        };
        if under.as_ref() != Some(&here) {
            rows.push(Row::Heading(here.clone()));
            under = Some(here);
        }
        rows.push(Row::Entry(number));
        around.push((std::mem::replace(&mut now, next.clone()), next));
    }
    rows
}

/// Under what an action stands, and what begins behind it.
fn sections(events: &[Event], now: &Section) -> (Section, Section) {
    let opened = events.iter().find_map(|event| match event {
        Event::ReportOpened { report, .. } => Some(Section::Report(report.clone())),
        _ => None,
    });
    let ends = events.iter().any(|event| matches!(event, Event::Proclaimed { on: None, .. }));
    let is_over = |event: &Event| matches!(event, Event::SittingClosed { .. } | Event::SittingAdjourned { .. });
    let opens = events.iter().any(|event| matches!(event, Event::SittingOpened { .. }));
    match opened {
        Some(opened) if ends => (now.clone(), opened),
        Some(opened) => (opened.clone(), opened),
        None if events.iter().any(is_over) => (Section::Between, Section::After),
        None if opens => (now.clone(), Section::Between),
        None if ends => (now.clone(), Section::Between),
        None => (now.clone(), now.clone()),
    }
}

//! The list of the séances: what `hemicycle` alone shows. Pure, like the other screens; it has no sitting of its own yet.

use jiff::civil::Date;

use crate::council::docket::BodyKind;
use crate::council::name::fold;

use super::context::Context;
use super::keymap::{self, Action};
use super::{Key, LEAST, Size};

/// How a state weighs; its words say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something is to be mended before the séance can be held.
    Mend,
    /// It can be opened.
    Ready,
    /// It has begun.
    UnderWay,
    /// Another window has it.
    Held,
    /// It is over.
    Done,
    /// The file is not there any more.
    Gone,
}

/// A séance of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which file, as the rim counts them.
    pub number: usize,
    /// The name of the file, with its folder if it lies elsewhere.
    pub file: String,
    /// Whether it lies in the folder from which the program was started.
    pub is_here: bool,
    /// The council; the name of the file if it cannot be read.
    pub council: String,
    /// The kind of body.
    pub kind: Option<BodyKind>,
    /// The day.
    pub date: Option<Date>,
    /// How far it is, in words.
    pub state: String,
    /// How that weighs.
    pub weight: Weight,
    /// What is to be mended, in words, where something is; such a file is not opened.
    pub findings: Option<String>,
    /// Whether it can be opened all the same.
    pub opens: bool,
}

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A séance, by the number of its row.
    Sitting(usize),
    /// « Nouvelle séance… »
    Create,
    /// « Répéter sur un exemple ».
    Rehearse,
}

/// What the rim is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Open that séance.
    Open(usize),
    /// Make a session file by questions.
    Create,
    /// Rehearse.
    Rehearse,
    /// Leave.
    Quit,
}

/// What lies over the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// The findings of a file.
    Findings {
        /// Its row.
        number: usize,
        /// How many lines are scrolled away.
        scroll: usize,
    },
    /// The keys.
    Help {
        /// Whose.
        of: Context,
    },
}

/// The screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    today: Date,
    rows: Vec<Row>,
    /// How many files are still to be read.
    unread: usize,
    query: String,
    picked: Option<Target>,
    over: Option<Over>,
    size: Size,
    /// How many lines the findings shown have, as the screen laid them out.
    furthest: usize,
}

/// How many séances a page of the list is.
const PAGE: isize = 10;

impl Home {
    /// An empty list, of which so many files are to be read.
    #[must_use]
    pub fn new(today: Date, unread: usize) -> Self {
        Self { today, rows: vec![], unread, query: String::new(), picked: None, over: None, size: LEAST, furthest: 0 }
    }

    /// A file was read: its row, or nothing if it is no session file.
    pub fn fill(&mut self, row: Option<Row>) {
        self.unread = self.unread.saturating_sub(1);
        let Some(row) = row else { return };
        self.rows.push(row);
        let today = self.today;
        // Those of today first, then the newest; what has no day last. Here before elsewhere.
        self.rows.sort_by(|one, other| {
            let key = |row: &Row| (!row.is_here, row.date != Some(today), row.date.is_none());
            key(one).cmp(&key(other)).then(other.date.cmp(&one.date)).then(one.file.cmp(&other.file))
        });
    }

    /// The window has another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.size = Size { columns, rows };
    }

    /// The window.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// The day.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }

    /// All the rows, in order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many files are still to be read.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.unread
    }

    /// The letters typed.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// What lies over the list.
    #[must_use]
    pub fn over(&self) -> Option<&Over> {
        self.over.as_ref()
    }

    /// The rows that fit the letters typed.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        let wanted: Vec<String> = fold(&self.query).split(' ').map(str::to_owned).collect();
        self.rows.iter().filter(move |row| {
            let day = row.date.map(|day| day.to_string()).unwrap_or_default();
            let text = fold(&format!("{} {} {} {day}", row.council, row.file, row.state));
            wanted.iter().all(|word| text.contains(word.as_str()))
        })
    }

    /// What can be chosen, in order.
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        let mut targets: Vec<Target> = self.shown().map(|row| Target::Sitting(row.number)).collect();
        if self.query.is_empty() {
            targets.extend([Target::Create, Target::Rehearse]);
        }
        targets
    }

    /// What is chosen now: the first, until she moves.
    #[must_use]
    pub fn picked(&self) -> Option<Target> {
        let targets = self.targets();
        self.picked.filter(|picked| targets.contains(picked)).or_else(|| targets.first().copied())
    }

    /// The row chosen, if it is a séance.
    #[must_use]
    pub fn picked_row(&self) -> Option<&Row> {
        match self.picked()? {
            Target::Sitting(number) => self.row(number),
            Target::Create | Target::Rehearse => None,
        }
    }

    /// The row of that number.
    #[must_use]
    pub fn row(&self, number: usize) -> Option<&Row> {
        self.rows.iter().find(|row| row.number == number)
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.over {
            Some(Over::Findings { .. }) => Context::HomeFindings,
            Some(Over::Help { .. }) => Context::HomeHelp,
            None if self.query.is_empty() => Context::Home,
            None => Context::HomeSearch,
        }
    }

    /// How far the findings shown can be scrolled: the screen lays them out, and says it.
    pub fn reach(&mut self, furthest: usize) {
        self.furthest = furthest;
    }

    /// Text was pasted: it searches, and opens nothing.
    pub fn paste(&mut self, text: &str) {
        if self.over.is_none() {
            self.query.extend(text.chars().filter(|character| !character.is_control()).take(60));
        }
    }

    /// A key was pressed.
    pub fn key(&mut self, key: Key) -> Option<Leaving> {
        let action = keymap::action(self.context(), key)?;
        // Of a window too small for the list nothing is chosen: it is left, and that is all.
        if action != Action::Quit && (self.size.columns < LEAST.columns || self.size.rows < LEAST.rows) {
            return None;
        }
        match action {
            Action::Quit => return Some(Leaving::Quit),
            Action::Enter => return self.enter(),
            // A letter of the upper row stands for itself, a sign for the digit on its key.
            Action::Search => match (key.letter(), key.digit()) {
                (None, Some(digit)) => self.query.push(char::from(b'0' + digit)),
                _ => self.query.extend(key.text()),
            },
            Action::Erase => {
                self.query.pop();
            }
            Action::Leave => self.query.clear(),
            Action::Back => self.over = None,
            Action::Help => self.over = Some(Over::Help { of: self.context() }),
            _ => self.walk(action.rows(PAGE).unwrap_or(0)),
        }
        None
    }

    fn enter(&mut self) -> Option<Leaving> {
        match self.picked()? {
            Target::Create => Some(Leaving::Create),
            Target::Rehearse => Some(Leaving::Rehearse),
            Target::Sitting(number) => {
                let row = self.row(number)?;
                if row.opens {
                    return Some(Leaving::Open(number));
                }
                if row.findings.is_some() {
                    self.over = Some(Over::Findings { number, scroll: 0 });
                }
                None
            }
        }
    }

    fn walk(&mut self, by: isize) {
        if let Some(Over::Findings { scroll, .. }) = &mut self.over {
            *scroll = scroll.saturating_add_signed(by).min(self.furthest);
            return;
        }
        let targets = self.targets();
        let at = self.picked().and_then(|picked| targets.iter().position(|target| *target == picked)).unwrap_or(0);
        let last = targets.len().saturating_sub(1);
        self.picked = targets.get(at.saturating_add_signed(by).min(last)).copied();
    }
}

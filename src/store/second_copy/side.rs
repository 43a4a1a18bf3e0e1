//! What one of the two places of a record holds, in bytes of whole lines, and how it stands to the other.

use std::io;

use crate::store::disk::{Disk, if_there};
use crate::store::journal::{self, Beginning, Broken, Continuation, FirstLine, LIMIT, Reading};
use crate::store::kept::{Kept, Place};

/// The whole lines of both files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Of the journal.
    pub journal: Vec<u8>,
    /// Of what was recorded after the close.
    pub afterwards: Vec<u8>,
}

impl Side {
    /// What was read and found right.
    #[must_use]
    pub fn of(kept: &Kept) -> Self {
        let journal = kept.journal.as_ref().map(|kept| kept.whole().to_vec()).unwrap_or_default();
        let afterwards = kept.afterwards.as_ref().map(|kept| kept.whole().to_vec()).unwrap_or_default();
        Self { journal, afterwards }
    }

    /// Whether nothing is recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.journal.is_empty() && self.afterwards.is_empty()
    }

    /// Whether all of it stands at the beginning of the other. What followed a close without its journal does, if the
    /// other has it too.
    #[must_use]
    pub fn is_beginning_of(&self, other: &Self) -> bool {
        if self.afterwards.is_empty() {
            return other.journal.starts_with(&self.journal);
        }
        (self.journal.is_empty() || self.journal == other.journal) && other.afterwards.starts_with(&self.afterwards)
    }

    /// How many entries it has: its lines, but for those that begin a file.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.more_than(&Self::default())
    }

    /// How many entries it has behind the last line that both have at the same place.
    #[must_use]
    pub fn more_than(&self, other: &Self) -> u64 {
        more(&self.journal, &other.journal) + more(&self.afterwards, &other.afterwards)
    }

    /// The first two lines of the journal: the session file, and the first action with its time. No two evenings have the
    /// same, even if one was held twice as a trial.
    #[must_use]
    pub fn head(&self) -> Option<&[u8]> {
        let end = self.journal.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1)?.0;
        self.journal.get(..=end)
    }
}

fn more(bytes: &[u8], other: &[u8]) -> u64 {
    let lines = |bytes| <[u8]>::split_inclusive(bytes, |byte: &u8| *byte == b'\n');
    let common = lines(bytes).zip(lines(other)).take_while(|(one, other)| one == other).count();
    // Line 0 is no entry.
    (lines(bytes).count().max(1) - common.max(1)) as u64
}

/// Both files as they are on the disk, not judged.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// The journal; `None` if there is none.
    pub journal: Option<Vec<u8>>,
    /// What was recorded after the close; `None` if there is none.
    pub afterwards: Option<Vec<u8>>,
}

/// What comes after the whole lines that are right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Nothing.
    Nothing,
    /// The beginning of a line that was cut short.
    Torn,
    /// A line that is not what was written: its number, from 0.
    Altered(u64),
    /// A more recent version of the program made it: nothing can be said of it.
    Newer,
}

/// What may be believed of both files.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The whole lines that follow from one another.
    pub side: Side,
    /// What comes after those of the journal.
    pub journal: Rest,
    /// What comes after those of what was recorded after the close.
    pub afterwards: Rest,
}

impl Judged {
    /// Whether there is nothing but whole lines that are right, and perhaps one that was cut short.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        [self.journal, self.afterwards].iter().all(|rest| matches!(rest, Rest::Nothing | Rest::Torn))
    }

    /// Whether a more recent version of the program made it.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        [self.journal, self.afterwards].contains(&Rest::Newer)
    }

    /// The first line that is not what was written.
    #[must_use]
    pub fn altered(&self) -> Option<u64> {
        [self.journal, self.afterwards].into_iter().find_map(|rest| match rest {
            Rest::Altered(line) => Some(line),
            _ => None,
        })
    }
}

impl Stock {
    /// Reads both.
    ///
    /// # Errors
    /// One of them is there and cannot be read.
    pub fn read(disk: &dyn Disk, place: &Place) -> io::Result<Self> {
        let read = |path| if_there(disk.read_synced(path, LIMIT));
        // What follows the close is begun when the journal is over: read in this order, neither lacks the other.
        let afterwards = read(&place.afterwards)?;
        Ok(Self { journal: read(&place.journal)?, afterwards })
    }

    /// Whether all its bytes stand at the beginning of those lines.
    #[must_use]
    pub fn is_beginning_of(&self, side: &Side) -> bool {
        let journal = self.journal.as_deref().unwrap_or_default();
        let afterwards = self.afterwards.as_deref().unwrap_or_default();
        // Lines that follow a close are not the beginning of anything without that close.
        let has_its_journal = afterwards.is_empty() || journal == side.journal;
        has_its_journal && side.journal.starts_with(journal) && side.afterwards.starts_with(afterwards)
    }

    /// Its whole lines, whether they are right or not.
    #[must_use]
    pub fn whole_lines(&self) -> Side {
        let whole = |bytes: &Option<Vec<u8>>| {
            let bytes = bytes.as_deref().unwrap_or_default();
            let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
            bytes.get(..end).unwrap_or_default().to_vec()
        };
        Side { journal: whole(&self.journal), afterwards: whole(&self.afterwards) }
    }

    /// What may be believed of it: the whole lines up to the first that does not follow from those before.
    #[must_use]
    pub fn judged(&self) -> Judged {
        let (journal, rest) = believed::<Beginning>(self.journal.as_deref().unwrap_or_default());
        let (afterwards, mut rest_afterwards) =
            believed::<Continuation>(self.afterwards.as_deref().unwrap_or_default());
        let mut side = Side { journal: journal.to_vec(), afterwards: afterwards.to_vec() };
        let belongs = match (journal::read::<Beginning>(journal), journal::read::<Continuation>(afterwards)) {
            (Ok(Reading::Started(lines)), Ok(Reading::Started(after))) => {
                lines.is_closed() && lines.pen.head == after.beginning.of
            }
            (_, Ok(Reading::NotStarted { .. })) => true,
            _ => false,
        };
        if !belongs || rest != Rest::Nothing && !side.afterwards.is_empty() {
            side.afterwards.clear();
            rest_afterwards = if rest_afterwards == Rest::Newer { Rest::Newer } else { Rest::Altered(0) };
        }
        Judged { side, journal: rest, afterwards: rest_afterwards }
    }
}

/// The first lines that are right, and what comes after them. A line 0 without an action is none: both are one write.
fn believed<Z: FirstLine>(bytes: &[u8]) -> (&[u8], Rest) {
    let (whole, rest) = match journal::read::<Z>(bytes) {
        Ok(Reading::NotStarted { torn }) => (0, if torn == 0 { Rest::Nothing } else { Rest::Torn }),
        Ok(Reading::Started(lines)) => {
            let rest = if lines.torn == 0 { Rest::Nothing } else { Rest::Torn };
            (usize::try_from(lines.length).unwrap_or(0), rest)
        }
        Err(Broken::Newer { .. } | Broken::Unknown { .. }) => (0, Rest::Newer),
        Err(Broken::Altered { line, .. }) => {
            let before = usize::try_from(line).unwrap_or(0);
            let length = bytes.split_inclusive(|byte| *byte == b'\n').take(before).map(<[u8]>::len).sum();
            (if before < 2 { 0 } else { length }, Rest::Altered(line))
        }
    };
    (bytes.get(..whole).unwrap_or_default(), rest)
}

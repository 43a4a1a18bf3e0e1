//! What the program is told, and what it asks for: all that passes between it and the rim.

use std::collections::BTreeMap;

use crate::council::history::Entry;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::notes::{NoteSums, Notes};
use crate::council::public::Control;

use super::Key;
use super::shelter::{Rescue, Sheltered, Unrecorded};

/// When a message came. `run` reads the clocks and tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds of a clock that never goes back.
    pub elapsed_ms: u64,
    /// The instant as RFC 3339, for the record.
    pub stamp: String,
    /// The hour on the wall.
    pub hour: Hour,
    /// Whether the clock is on the sitting's day, or before 6 h of the next: only then is the hour one of the sitting.
    pub on_the_day: bool,
}

impl Moment {
    /// The hour, if it is one of the sitting.
    #[must_use]
    pub fn hour_of_the_sitting(&self) -> Option<Hour> {
        self.on_the_day.then_some(self.hour)
    }
}

/// What happened outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// A seat was pointed at with the mouse: its member is picked, as by walking there.
    SeatPointed(MemberId),
    /// Text was pasted. It never votes.
    Paste(String),
    /// The window has another size, in cells.
    Resized {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// A minute passed, or notes are due.
    Tick,
    /// The pending entry is on the disk.
    Recorded,
    /// It is not.
    NotRecorded(Unrecorded),
    /// The record goes on elsewhere; a French sentence says why.
    Sheltered(Sheltered, String),
    /// Its place is there again.
    PlaceIsBack,
    /// The record is at its place again; a French sentence says where.
    PutBack(String),
    /// It could not be put back; a French sentence says why.
    NotPutBack(String),
    /// It takes more than 150 ms.
    StillWriting,
    /// Something is to be known that stops nothing; a French sentence says what, and what to do.
    Warned(String),
    /// The papers are written; a French sentence says where.
    PapersWritten(String),
    /// Not all of them are; a French sentence says why.
    PapersNotWritten(String),
    /// The notes that were sent are on the disk, and this is what stands there: perhaps below another's text.
    NotesSaved(String),
    /// They are not; a French sentence says why.
    NotesNotSaved(String),
    /// The notes were read.
    NotesRead {
        /// Those that can be.
        notes: Notes,
        /// Why the others cannot, in French.
        unreadable: BTreeMap<ReportId, String>,
        /// What is to be said besides, in French, once.
        remarks: Vec<String>,
    },
    /// The sums of the notes as they stand on the disk.
    NotesSummed(NoteSums),
    /// The public display was told that.
    Projected(Control),
    /// It was not; a French sentence says why.
    NotProjected(String),
    /// The program ends, whatever the reason: what is not saved is saved now.
    Ending,
}

/// What is to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the entry to the disk, then say [`Msg::Recorded`] or [`Msg::NotRecorded`].
    Record(Entry),
    /// Do what can be done where the disk failed: answered as [`Effect::Record`] if an entry waits, else by
    /// [`Msg::PutBack`] or [`Msg::NotPutBack`].
    Rescue(Rescue),
    /// Write every paper, then say [`Msg::PapersWritten`] or [`Msg::PapersNotWritten`]. It may take seconds: nothing
    /// waits for it.
    WritePapers,
    /// Save the notes of a report, then say [`Msg::NotesSaved`] or [`Msg::NotesNotSaved`].
    SaveNotes {
        /// Whose.
        report: ReportId,
        /// As they are to stand.
        text: String,
        /// As they stood on the disk when they were last seen: if they do not any more, somebody else changed them.
        base: String,
    },
    /// Read the notes of every report, then say [`Msg::NotesRead`].
    ReadNotes,
    /// Read the sums of the notes, then say [`Msg::NotesSummed`].
    SumNotes,
    /// Tell the public display, then say [`Msg::Projected`] or [`Msg::NotProjected`].
    Project(Control),
    /// Leave the program.
    Quit,
}

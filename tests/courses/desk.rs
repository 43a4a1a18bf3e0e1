//! A desk with a session file on a disk in memory, at which courses are recorded.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use hemicycle::council::history::{Entry, History};
use hemicycle::council::id::MemberId;
use hemicycle::council::notes::NoteSums;
use hemicycle::store::course::recording::{self, Recorded, Stopped};
use hemicycle::store::course::{self, flaw::Flaw};
use hemicycle::store::disk::Disk;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::record;
use hemicycle::store::session_file::SessionFile;

use super::common::docket_of;

pub const SESSION: &str = include_str!("main_session.ron");
pub const COURSE: &str = include_str!("main.ron");
pub const NOW: &str = "2025-03-04T09:00:00+01:00";

pub fn person(id: &str) -> MemberId {
    MemberId::new(id)
}

pub struct Desk {
    pub memory: MemoryDisk,
    pub session: SessionFile,
    /// The numbers that were acknowledged, over all courses.
    pub acknowledged: Vec<u64>,
    /// The sums of the notes as they stand.
    pub notes: NoteSums,
}

impl Desk {
    pub fn of(session_text: &str) -> Self {
        Self::at(SessionFile {
            path: PathBuf::from("/seance/x.ron"),
            source: session_text.to_owned(),
            docket: docket_of(session_text),
            sums: BTreeMap::default(),
            data_files: BTreeMap::default(),
            remarks: vec![],
        })
    }

    pub fn at(session: SessionFile) -> Self {
        Self { memory: MemoryDisk::new(), session, acknowledged: vec![], notes: NoteSums::new() }
    }

    /// Records a course that is well written.
    pub fn record(&mut self, text: &str) -> Recorded {
        let steps = course::parse(text, &self.session.docket).unwrap_or_else(|flaws| panic!("{flaws:#?}"));
        let disk: Arc<dyn Disk> = Arc::new(self.memory.clone());
        let mut opened = record::open(&disk, &self.session, NOW).unwrap_or_else(|fault| panic!("{fault:?}"));
        let mut recorder = opened.recorder.expect("not read-only");
        let mut acknowledge = |number| self.acknowledged.push(number);
        recording::record(
            &mut opened.history,
            &mut recorder,
            &steps,
            &|_| self.notes.clone(),
            &|| NOW.to_owned(),
            &mut acknowledge,
        )
    }

    /// What the disk holds, read anew.
    pub fn read(&self) -> History {
        record::read(&self.memory, &self.session).unwrap_or_else(|fault| panic!("{fault:?}")).history
    }

    pub fn journal(&self) -> String {
        let journal = self.memory.content(&self.session.path.with_extension("journal")).unwrap_or_default();
        String::from_utf8(journal).expect("text")
    }

    pub fn flaws(&self, text: &str) -> Vec<Flaw> {
        course::parse(text, &self.session.docket).err().unwrap_or_default()
    }
}

/// The step at which a course stopped, from 0, and the codes that were said.
pub fn stopped(recorded: &Recorded) -> (usize, Vec<String>) {
    match &recorded.stopped {
        Some(Stopped::ByARule { step, refused }) => {
            (*step, refused.findings.iter().map(|finding| finding.code().to_string()).collect())
        }
        other => panic!("{other:?}"),
    }
}

impl Desk {
    /// Takes the last action back, as the screen does.
    pub fn undo_last(&mut self) {
        let disk: Arc<dyn Disk> = Arc::new(self.memory.clone());
        let mut opened = record::open(&disk, &self.session, NOW).unwrap_or_else(|fault| panic!("{fault:?}"));
        let undo = Entry::Undo(opened.history.undo_target().expect("something to undo"));
        opened.recorder.as_mut().expect("not read-only").append(&undo).expect("recorded");
        opened.history.push(undo).expect("the last action can be undone");
    }
}

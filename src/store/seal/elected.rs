//! Those whom a sitting says were elected, held against those whom its events give.

use crate::council::id::ReportId;
use crate::council::sitting::Sitting;
use crate::store::recount::Elected;

/// The first report whose elected are not those of the sitting, in the order of the posts.
pub(super) fn otherwise_elected(sitting: &Sitting, elected: &Elected) -> Option<ReportId> {
    let mut reports = sitting.docket().agenda.reports().map(|report| &report.id);
    let is_another = |report: &&ReportId| {
        let is_done = sitting.progress(report).is_some_and(|progress| progress.done().is_some());
        let of_the_sitting = sitting.elected(report).into_iter().map(|elected| elected.member);
        is_done && !of_the_sitting.eq(elected.get(*report).into_iter().flatten().cloned())
    };
    reports.find(is_another).cloned()
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use super::otherwise_elected;
    use crate::council::history::History;
    use crate::council::notes::NoteSums;
    use crate::store::course::{self, recording};
    use crate::store::disk::Disk;
    use crate::store::memory_disk::MemoryDisk;
    use crate::store::record;
    use crate::store::recount::{Elected, elected};
    use crate::store::session_file::{self, SessionFile};

    /// The sample installation, and who was elected in it by its events.
    fn installation() -> (History, Elected) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        let session = session_file::load(&folder.join("2026-03-22-installation.ron")).expect("a session file");
        let text = std::fs::read_to_string(folder.join("deroules/2026-03-22-installation.ron")).expect("its course");
        let steps = course::parse(&text, &session.docket).expect("a course");
        let session = SessionFile { path: PathBuf::from("/seance/x.ron"), ..session };
        let disk: Arc<dyn Disk> = Arc::new(MemoryDisk::new());
        let mut opened = record::open(&disk, &session, "2026-03-22T09:00:00+01:00").expect("a record");
        let mut recorder = opened.recorder.take().expect("it can be written");
        let history = &mut opened.history;
        let now = || "2026-03-22T09:00:00+01:00".to_owned();
        let no_notes = |_: &_| NoteSums::new();
        let outcome = recording::record(history, &mut recorder, &steps, &no_notes, &now, &mut |_| {});
        assert!(outcome.stopped.is_none(), "the course is recorded to its end");
        let again =
            elected(&session.docket, history.entries().map(|(_, entry, _)| entry)).expect("every figure is right");
        (opened.history, again)
    }

    #[test]
    fn the_sitting_and_its_events_elect_the_same_members_and_any_difference_is_named() {
        let (history, by_the_events) = installation();
        assert!(by_the_events.len() > 1, "a mayor, and adjoints at least");
        assert_eq!(otherwise_elected(history.sitting(), &by_the_events), None);
        for report in by_the_events.keys() {
            let otherwise = |change: &dyn Fn(&mut Elected)| {
                let mut changed = by_the_events.clone();
                change(&mut changed);
                otherwise_elected(history.sitting(), &changed)
            };
            let without = otherwise(&|all| drop(all.remove(report)));
            assert_eq!(without.as_ref(), Some(report), "nobody is elected there");
            let one_less = otherwise(&|all| drop(all.get_mut(report).and_then(Vec::pop)));
            assert_eq!(one_less.as_ref(), Some(report), "one of them is not");
            if by_the_events[report].len() > 1 {
                let in_another_order = otherwise(&|all| all.get_mut(report).expect("a report").reverse());
                assert_eq!(in_another_order.as_ref(), Some(report), "they have other ranks");
            }
        }
    }
}

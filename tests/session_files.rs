//! Session files as files: every sample loads.

use std::path::{Path, PathBuf};

use hemicycle::council::sitting::Sitting;
use hemicycle::store::session_file;

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let mut samples: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    samples.sort();
    samples
}

#[test]
fn every_sample_loads_without_any_finding() {
    let samples = samples();
    assert!(samples.len() >= 3, "{samples:?}");
    for path in samples {
        let file = session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:#?}"));
        assert_eq!(file.remarks, [], "{}", path.display());
        let sitting = Sitting::new(file.docket);
        assert_eq!(sitting.irregular_at_opening(), [], "{}", path.display());
    }
}

#[test]
fn the_seed_has_its_58_members_36_present_15_powers_and_7_excused() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/2022-03-03-pays-d-aix.ron");
    let docket = session_file::load(&path).unwrap().docket;
    let room = docket.expected.room(&docket.roster);
    assert_eq!((docket.roster.in_office(), room.present(), room.represented(), room.excused()), (58, 36, 15, 7));
    let report = docket.agenda.reports().next().unwrap();
    assert_eq!(report.object, "Approbation de la Convention Quartiers Productifs (2022/2024)");
    assert!(report.submitted.as_ref().unwrap().text.markdown.trim_end().ends_with("Martial ALVAREZ"));
    assert!(report.annexes[0].markdown.starts_with("## CONVENTION D'ENGAGEMENT"));
}

//! The samples of `sessions/deroules`: together they show everything that the journal can hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::store::session_file;

use super::desk::Desk;

/// Kinds of event that the evenings of the communes do not hold, and why.
const NOT_IN_THE_EVENINGS: [(&str, &str); 7] = [
    ("Departage", "their members give their days of birth, which decide between equal votes"),
    ("FichierRepris", "a file changed by hand is taken over by the reader of the files, not by a course"),
    ("ModeDElection", "each of their offices is elected as its text says"),
    ("NumeroRetire", "no report of theirs is rejected after all"),
    ("ProcesVerbalArrete", "their minutes are still a draft, as the papers of a sample should show them"),
    ("SeanceAjournee", "a sitting that is closed was not adjourned"),
    ("SiegeRendu", "a titular gives place to a substitute and comes back: a commune has no substitutes"),
];

/// Every kind of event, as the journal names them: serde lists them where it meets an unknown one.
fn every_kind() -> BTreeSet<String> {
    let unknown = serde_json::from_str::<Event>(r#"{"Rien": {}}"#).expect_err("no such event").to_string();
    let (_, listed) = unknown.split_once("expected one of ").expect("a list");
    listed.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The kinds of event that a sample course records on its session.
fn kinds_of(sample: &str) -> BTreeSet<String> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let session = session_file::load(&samples.join(sample)).unwrap_or_else(|unread| panic!("{unread:#?}"));
    let mut desk = Desk::at(session);
    let recorded = desk.record(&read(&samples.join("deroules").join(sample)));
    assert!(recorded.stopped.is_none(), "{sample}: {:?}", recorded.stopped);
    let history = desk.read();
    let events = history.entries().filter_map(|(_, entry, _)| match entry {
        Entry::Action { events, .. } => Some(events),
        Entry::Undo(_) => None,
    });
    events.flatten().map(kind).collect()
}

fn kind(event: &Event) -> String {
    match serde_json::to_value(event).expect("JSON") {
        serde_json::Value::Object(named) => named.keys().next().expect("a kind").clone(),
        other => panic!("{other} is no event"),
    }
}

#[test]
fn the_evening_samples_hold_every_kind_of_event_save_those_listed_with_a_reason() {
    let mut evenings = kinds_of("exemple-soiree.ron");
    evenings.extend(kinds_of("exemple-budget.ron"));
    evenings.extend(kinds_of("2026-03-22-installation.ron"));
    let excepted: BTreeSet<String> = NOT_IN_THE_EVENINGS.iter().map(|(kind, _)| (*kind).to_owned()).collect();
    let missing: Vec<String> = every_kind().difference(&evenings).cloned().collect();
    assert_eq!(missing, excepted.into_iter().collect::<Vec<_>>());
}

#[test]
fn the_community_samples_and_the_matters_show_what_the_evenings_do_not() {
    let mut shown = kinds_of("exemple-communaute.ron");
    shown.extend(kinds_of("exemple-seconde-convocation.ron"));
    for matter in ["majorite-membres", "ajoute-en-seance", "vote-groupe-sorti", "election-departage", "election-listes"]
    {
        shown.extend(super::matters::events_of(matter).iter().map(kind));
    }
    for (kind, why) in NOT_IN_THE_EVENINGS.iter().filter(|(kind, _)| *kind != "FichierRepris") {
        assert!(shown.contains(*kind), "{kind}: {why}");
    }
}

//! The papers of an installation: rounds, lists, seats in proportion, a waiver, a text by secret ballot. Totals and names are
//! those of the sitting; nobody stands beside a choice.

use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Code;
use hemicycle::council::id::ReportId;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::Paper;

use super::evening::deliberation;
use super::golden;
use super::paper::text_of;

/// The made-up installation of 22 March 2026.
pub fn installation() -> Sitting {
    let read = |name: &str| std::fs::read_to_string(format!("tests/papers/elections/{name}.ron")).expect(name);
    let nothing = |_: &str| Err(hemicycle::store::session_file::problem::Unreadable::Missing);
    let parsed = hemicycle::store::session_file::parse(&read("installation"), &nothing);
    let docket = parsed.unwrap_or_else(|problems| panic!("{problems:#?}")).docket;
    let extensions = ron::extensions::Extensions::IMPLICIT_SOME | ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    let steps: Vec<Command> =
        options.from_str(&read("installation-deroule")).unwrap_or_else(|unread| panic!("{unread}"));
    let mut sitting = Sitting::new(docket);
    let reasons: Reasons = (1..60).map(|code| (Code::irregular(code), "constaté par le bureau".to_owned())).collect();
    for step in &steps {
        let accepted = sitting.decide(step, &reasons).unwrap_or_else(|refused| panic!("{step:?}: {refused:?}"));
        accepted.events.iter().for_each(|event| sitting.apply(event));
    }
    sitting
}

#[test]
fn the_minutes_of_an_installation() {
    golden("installation-minutes.txt", &text_of(&installation(), &Paper::Minutes));
}

#[test]
fn the_acts_of_an_installation() {
    let sitting = installation();
    for report in ["01", "03", "04", "05", "06"] {
        golden(&format!("installation-{report}.txt"), &text_of(&sitting, &deliberation(report)));
    }
}

fn counting(report: &str) -> Paper {
    Paper::CountingRecord(ReportId::new(report))
}

#[test]
fn the_record_of_the_counting_of_each_secret_ballot() {
    let sitting = installation();
    for report in ["01", "03", "04", "06"] {
        golden(&format!("installation-depouillement-{report}.txt"), &text_of(&sitting, &counting(report)));
    }
}

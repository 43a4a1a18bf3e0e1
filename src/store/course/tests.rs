//! The words of a course are those of the commands, and the documentation has them all.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::chronicle::HourOf;
use crate::council::command::Command;
use crate::council::election::{CandidateList, Form, Office};
use crate::council::kind::{OpinionSense, ReportKind};
use crate::council::majority::Majority;
use crate::council::proposal::{Dropped, ProposalId};
use crate::council::recusal::Ground;
use crate::council::secret::{Count, Ticket};
use crate::council::way::{Counts, Stated, Way};

use super::language::{
    CHOICE, COUNTS, DROPPED, GROUND, HOUR_OF, PRINTED, PRINTED_FIGURES, PROPOSAL, REASON, REPORT_KIND, SLATE, STATE,
    STATED, STEPS, TICKET, TOTAL, WAY,
};
use super::options;
use super::printed::PrintedShape;
use crate::store::session_file::schema::report::{FORM, MAJORITIES, OFFICE, SENSE};
use crate::store::session_file::schema::{Content, Fields, Word};

const DOCUMENTATION: &str = include_str!("../../../docs/deroule.md");

/// The names that ron wants, from its refusal of one that there is not.
fn wanted<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> BTreeSet<&'static str> {
    match options().from_str::<T>(text).map_err(|error| error.code) {
        Err(ron::Error::NoSuchStructField { expected, .. } | ron::Error::NoSuchEnumVariant { expected, .. }) => {
            expected.iter().copied().collect()
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn names(fields: &Fields) -> BTreeSet<&'static str> {
    fields.names().into_iter().filter(|name| ![REASON, PRINTED].contains(name)).collect()
}

#[test]
fn every_command_is_a_step_and_every_step_a_command() {
    let words: BTreeSet<&str> = STEPS.iter().map(|step| step.name).collect();
    assert_eq!(words, wanted::<Command>("Zzz(zzz: 1)"));
}

#[test]
fn every_field_of_a_command_is_in_its_step_and_no_other_but_the_two() {
    for step in STEPS {
        let (Content::Fields(fields) | Content::PerhapsFields(fields)) = step.content else { panic!("{}", step.name) };
        assert_eq!(names(fields), wanted::<Command>(&format!("{}(zzz: 1)", step.name)), "{}", step.name);
        assert!(fields.get(REASON).is_some(), "{}", step.name);
    }
    assert_eq!(names(&PRINTED_FIGURES), wanted::<PrintedShape>("(zzz: 1)"));
}

fn words(known: &[Word]) -> BTreeSet<&'static str> {
    known.iter().map(|word| word.name).collect()
}

#[test]
fn the_words_of_every_choice_are_those_of_the_room() {
    assert_eq!(words(STATE), wanted::<Presence>("Zzz"));
    assert_eq!(words(HOUR_OF), wanted::<HourOf>("Zzz"));
    assert_eq!(words(GROUND), wanted::<Ground>("Zzz"));
    assert_eq!(words(CHOICE), wanted::<Choice>("Zzz"));
    assert_eq!(words(PROPOSAL), wanted::<ProposalId>("Zzz"));
    assert_eq!(words(DROPPED), wanted::<Dropped>("Zzz"));
    // A secret ballot is asked for or wanted by a text: it is no way that is chosen.
    let ways = wanted::<Way>("Zzz").into_iter().filter(|way| *way != "Secret");
    assert_eq!(words(WAY), ways.collect());
    assert_eq!(words(TICKET), wanted::<Ticket>("Zzz"));
    assert_eq!(words(FORM), wanted::<Form>("Zzz"));
    assert_eq!(words(OFFICE), wanted::<Office>("Zzz"));
    assert_eq!(words(STATED), wanted::<Stated>("Zzz"));
    assert_eq!(words(MAJORITIES), wanted::<Majority>("Zzz"));
    assert_eq!(words(REPORT_KIND), wanted::<ReportKind>("Zzz"));
    assert_eq!(words(SENSE), wanted::<OpinionSense>("Zzz"));
    assert_eq!(names(&COUNTS), wanted::<Counts>("(zzz: 1)"));
    assert_eq!(names(&TOTAL), wanted::<Count>("(zzz: 1)"));
    assert_eq!(names(&SLATE), wanted::<CandidateList>("(zzz: 1)"));
}

#[test]
fn the_particulars_of_every_kind_of_report_are_those_of_the_room() {
    for kind in REPORT_KIND {
        let (Content::Fields(fields) | Content::PerhapsFields(fields)) = kind.content else { continue };
        assert_eq!(names(fields), wanted::<ReportKind>(&format!("{}(zzz: 1)", kind.name)), "{}", kind.name);
        let needs_none = options().from_str::<ReportKind>(&format!("{}()", kind.name)).is_ok();
        assert_eq!(matches!(kind.content, Content::PerhapsFields(_)), needs_none, "{}", kind.name);
    }
}

#[test]
fn a_step_without_fields_is_one_that_needs_none() {
    for step in STEPS {
        let is_bare = matches!(step.content, Content::PerhapsFields(_));
        let needs_none = options().from_str::<Command>(&format!("{}()", step.name)).is_ok();
        assert_eq!(is_bare, needs_none, "{}", step.name);
    }
}

/// The examples of the documentation.
fn examples() -> String {
    let mut blocks = DOCUMENTATION.split("```");
    let mut all = String::new();
    while let (Some(_), Some(block)) = (blocks.next(), blocks.next()) {
        all.push_str(block.strip_prefix("ron").unwrap_or_else(|| panic!("a block that is no example: {block}")));
    }
    all
}

#[test]
fn the_documentation_has_an_example_of_every_step_with_each_of_its_fields() {
    let examples = examples();
    for step in STEPS {
        let (Content::Fields(fields) | Content::PerhapsFields(fields)) = step.content else { panic!("{}", step.name) };
        let calls: String = examples.split(&format!("\n{}(", step.name)).skip(1).collect();
        assert!(!calls.is_empty(), "no example of {}", step.name);
        assert!(DOCUMENTATION.contains(&format!("`{}`", step.name)), "{} is not explained", step.name);
        for field in names(fields) {
            assert!(calls.contains(&format!("{field}: ")), "no example of {} with {field}", step.name);
            assert!(DOCUMENTATION.contains(&format!("`{field}")), "{field} is not explained");
        }
    }
    for field in PRINTED_FIGURES.names() {
        assert!(examples.contains(&format!("{field}: ")), "no example of {field}");
    }
}

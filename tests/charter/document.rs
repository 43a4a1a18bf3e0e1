//! `docs/charte.md` has every field and every sentence that there is, with examples from the program.

use hemicycle::council::outcome::Outcome;
use hemicycle::council::phrases::{Phrase, PhraseField};
use hemicycle::council::tally::Tally;
use hemicycle::french;
use hemicycle::store::charter::schema;

use super::{evening, phrases};

const DOCUMENT: &str = include_str!("../../docs/charte.md");

/// The section of that title, without those after it.
fn section(title: &str) -> &'static str {
    let (_, after) = DOCUMENT.split_once(&format!("\n## {title}\n")).unwrap_or_else(|| panic!("{title}"));
    after.split("\n## ").next().unwrap()
}

fn rows(title: &str) -> Vec<Vec<&'static str>> {
    let rows = section(title).lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

fn first_cells(title: &str) -> Vec<String> {
    rows(title).iter().map(|row| row[0].trim_matches('`').to_owned()).collect()
}

#[test]
fn the_document_has_every_field_of_the_charter_and_no_other() {
    for (title, fields) in [
        ("`charte.ron`", schema::CHARTER.names()),
        ("`Mesures`", schema::MEASURES.names()),
        ("`marges`", schema::MARGINS.names()),
        ("`logo`", schema::LOGO.names()),
        ("`polices`", schema::FONTS.names()),
        ("`formules.ron`", schema::WORDING.names()),
    ] {
        assert_eq!(first_cells(title), fields, "{title}");
    }
    for word in schema::SHEET {
        assert!(section("`charte.ron`").contains(&format!("`{}", word.name)), "{}", word.name);
    }
}

#[test]
fn the_document_has_every_sentence_with_the_programs_own_words() {
    let found = rows("The sentences");
    assert_eq!(found.len(), Phrase::ALL.len());
    for (row, phrase) in found.iter().zip(Phrase::ALL) {
        assert_eq!(row[0], format!("`{}`", phrase.word()));
        assert_eq!(row[2], french::phrases::own(phrase), "{}", phrase.word());
    }
}

/// Each field with what it gives for the first vote of the made-up evening.
#[test]
fn the_document_has_every_field_of_a_sentence_with_an_example_from_the_program() {
    let sitting = evening::evening();
    let found = rows("The fields of a sentence");
    assert_eq!(found.len(), PhraseField::ALL.len());
    for (row, field) in found.iter().zip(PhraseField::ALL) {
        assert_eq!(row[0], format!("`{{{}}}`", field.word()));
        // An opinion has every field but those of proposals and of appointments, which have their own tests.
        if !Phrase::OpinionRejected.fields().contains(&field) {
            let of_others =
                [PhraseField::Proposal, PhraseField::Candidates, PhraseField::Elected, PhraseField::Proclamation];
            assert!(of_others.contains(&field), "{field:?}");
            continue;
        }
        let report = sitting.docket().agenda.reports().nth(2).unwrap();
        let done = sitting.progress(&report.id).unwrap().done().unwrap();
        let text = format!("{{{}}}", field.word());
        let own = phrases(&[(Phrase::OpinionRejected, &text), (Phrase::OpinionAdopted, &text)]);
        let said = french::phrases::decision_of(
            &sitting,
            report,
            &done.vote,
            Tally::of(&done.vote).as_ref(),
            done.outcome,
            &own,
        );
        let said = said.to_string();
        let said = if said.is_empty() { "(nothing)" } else { &said };
        assert_eq!(row[2], said, "{}", field.word());
        assert!(matches!(done.outcome, Outcome::Rejected));
    }
}

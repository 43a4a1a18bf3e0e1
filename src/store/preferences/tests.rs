//! What is read of a `config.ron`, and what is said of one that has a mistake.

use crate::store::session_file::schema::tests::{fields, wanted, words};

use super::schema::{PALETTE, PREFERENCES};
use super::shape::{PaletteShape, PreferencesShape};
use super::*;

#[test]
fn every_field_that_is_read_is_in_the_schema_and_no_other() {
    assert_eq!(fields(&PREFERENCES), wanted::<PreferencesShape>());
    assert_eq!(words(PALETTE), wanted::<PaletteShape>());
}

#[test]
fn every_preference_may_be_given_and_none_must_be() {
    assert_eq!(of("()"), Ok(Preferences::default()));
    let all = "(palette: Contraste, ascii: true, linéaire: true, souris: false)";
    let read =
        Preferences { palette: Some(Palette::HighContrast), ascii: Some(true), linear: Some(true), mouse: Some(false) };
    assert_eq!(of(all), Ok(read));
    assert_eq!(of(&all.replace("linéaire", "lineaire")), Ok(read));
}

#[test]
fn mistakes_are_all_found_each_at_its_place() {
    let problems = of("(\n  palette: Contrase,\n  asci: true,\n  souris: \"non\",\n)").expect_err("mistakes");
    let places: Vec<_> = problems.iter().map(|problem| problem.place.as_ref().map(|at| (at.line, at.column))).collect();
    assert_eq!(places, [Some((2, 12)), Some((3, 3)), Some((4, 11))]);
    assert!(matches!(&problems[0].kind, ProblemKind::UnknownVariant { nearest: Some("Contraste"), .. }));
    assert!(matches!(&problems[1].kind, ProblemKind::UnknownField { nearest: Some("ascii"), .. }));
}

#[test]
fn without_a_file_nothing_is_preferred_and_a_folder_in_its_place_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(load(Some(folder.path())), Ok(Preferences::default()));
    assert_eq!(load(None), Ok(Preferences::default()));
    std::fs::write(folder.path().join(FILE), "(ascii: true)").expect("written");
    assert_eq!(load(Some(folder.path())), Ok(Preferences { ascii: Some(true), ..Preferences::default() }));
    std::fs::remove_file(folder.path().join(FILE)).expect("removed");
    std::fs::create_dir(folder.path().join(FILE)).expect("a folder");
    assert!(load(Some(folder.path())).expect_err("a folder is no file").cannot_be_read());
}

#[test]
fn the_page_for_users_names_every_field_and_word_and_its_example_is_read() {
    let page = include_str!("../../../docs/preferences.md");
    for field in PREFERENCES.known.iter().filter(|field| field.name != "format") {
        assert!(page.contains(&format!("| `{}` |", field.name)), "{}", field.name);
    }
    for word in PALETTE {
        assert!(page.contains(word.name), "{}", word.name);
    }
    let example = page.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert_eq!(of(example).expect("an example").palette, Some(Palette::HighContrast));
}

//! Holds the schema against the types that serde reads: neither has a field or a word that the other has not.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use crate::council::name::Civility;

use super::super::shape::{
    AmendmentShape, BodyKindShape, BodyShape, DecisionShape, FormShape, FullState, GroundShape, ItemShape,
    KindMajorityShape, KindShape, ListShape, MajorityShape, MeetingShape, MemberShape, MovementShape, NamesShape,
    OfficeShape, PhrasesShape, QuorumShape, RecusalShape, RuleShape, SenseShape, SessionShape, SettingShape,
    SettingsShape, SubmittedShape, UnanimityShape, VacantShape, ZeroShape, options,
};
use super::report::{
    ACKNOWLEDGEMENT, AMENDMENT, APPOINTMENT, DECISION, ELECTION, FORM, GROUND, LIST, MAJORITY, OFFICE, OPINION,
    PREVIOUS_MINUTES, RECUSAL, REPORT, REPORT_KIND, RULE, SENSE, SUBMITTED,
};
use super::*;

/// Asks a type what fields or variants it wants, in place of giving it a value.
struct Names;

impl<'de> Deserializer<'de> for Names {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom(""))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(Error::custom(names.join(" ")))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(Error::custom(names.join(" ")))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

pub(in crate::store) fn wanted<'de, T: Deserialize<'de>>() -> BTreeSet<String> {
    let Err(names) = T::deserialize(Names) else { unreachable!("no value was given") };
    names.to_string().split(' ').map(str::to_owned).collect()
}

pub(in crate::store) fn fields(fields: &Fields) -> BTreeSet<String> {
    let names = fields.known.iter().flat_map(|field| [Some(field.name), field.accented]);
    names.flatten().map(str::to_owned).collect()
}

pub(in crate::store) fn words(words: &[Word]) -> BTreeSet<String> {
    words.iter().flat_map(|word| [Some(word.name), word.accented]).flatten().map(str::to_owned).collect()
}

#[test]
fn every_field_that_is_read_is_in_the_schema_and_no_other() {
    assert_eq!(fields(&SESSION), wanted::<SessionShape>());
    assert_eq!(fields(&BODY), wanted::<BodyShape>());
    assert_eq!(fields(&PHRASES), wanted::<PhrasesShape>());
    assert_eq!(fields(&MEETING), wanted::<MeetingShape>());
    assert_eq!(fields(&MEMBER), wanted::<MemberShape>());
    assert_eq!(fields(&SUBMITTED), wanted::<SubmittedShape>());
    assert_eq!(fields(&SETTINGS), wanted::<SettingsShape>());
    assert_eq!(fields(&QUORUM_SETTING), wanted::<SettingShape<QuorumShape>>());
    assert_eq!(fields(&NUMBER_SETTING), wanted::<SettingShape<u32>>());
    assert_eq!(fields(&YES_NO_SETTING), wanted::<SettingShape<bool>>());
    assert_eq!(fields(&RECUSAL), wanted::<RecusalShape>());
    assert_eq!(fields(&DECISION), wanted::<DecisionShape>());
    assert_eq!(fields(&AMENDMENT), wanted::<AmendmentShape>());
    assert_eq!(fields(&MAJORITY), wanted::<MajorityShape>());
    assert_eq!(fields(&LIST), wanted::<ListShape>());
    assert_eq!(fields(&KIND_MAJORITY), wanted::<KindMajorityShape>());
}

#[test]
fn every_word_that_is_read_is_in_the_schema_and_no_other() {
    assert_eq!(words(BODY_KIND), wanted::<BodyKindShape>());
    assert_eq!(words(REPORT_KIND), wanted::<KindShape>());
    assert_eq!(words(SENSE), wanted::<SenseShape>());
    assert_eq!(words(STATE), wanted::<FullState>());
    assert_eq!(words(ITEM), wanted::<ItemShape>());
    assert_eq!(words(CIVILITY), wanted::<Civility>());
    assert_eq!(words(QUORUM), wanted::<QuorumShape>());
    assert_eq!(words(MOVEMENTS), wanted::<MovementShape>());
    assert_eq!(words(VACANT_SEAT), wanted::<VacantShape>());
    assert_eq!(words(GROUND), wanted::<GroundShape>());
    assert_eq!(words(RULE), wanted::<RuleShape>());
    assert_eq!(words(OFFICE), wanted::<OfficeShape>());
    assert_eq!(words(FORM), wanted::<FormShape>());
    assert_eq!(words(UNANIMITY), wanted::<UnanimityShape>());
    assert_eq!(words(NAMES), wanted::<NamesShape>());
    assert_eq!(words(ZERO), wanted::<ZeroShape>());
}

/// The fields that ron wants in a parenthesis, from its refusal of one that there is not.
fn wanted_in<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> BTreeSet<String> {
    match options().from_str::<T>(text).map_err(|error| error.code) {
        Err(ron::Error::NoSuchStructField { expected, .. }) => expected.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_field_after_a_word_is_in_the_schema_and_no_other() {
    assert_eq!(fields(&REPORT), wanted_in::<ItemShape>("Rapport(zzz: 1)"));
    assert_eq!(fields(&OPINION), wanted_in::<KindShape>("Avis(zzz: 1)"));
    assert_eq!(fields(&ACKNOWLEDGEMENT), wanted_in::<KindShape>("DonneActe(zzz: 1)"));
    assert_eq!(fields(&PREVIOUS_MINUTES), wanted_in::<KindShape>("ProcesVerbal(zzz: 1)"));
    assert_eq!(fields(&ELECTION), wanted_in::<KindShape>("Election(zzz: 1)"));
    assert_eq!(fields(&APPOINTMENT), wanted_in::<KindShape>("Designation(zzz: 1)"));
    for state in STATE {
        assert_eq!(fields(&POWER), wanted_in::<FullState>(&format!("{}(zzz: 1)", state.name)));
    }
}

const DOCUMENTATION: &str = include_str!("../../../../docs/fichier-de-seance.md");

/// The section of that title, without those after it.
fn section(title: &str) -> &'static str {
    let (_, after) = DOCUMENTATION.split_once(&format!("\n## {title}\n")).expect(title);
    after.split("\n## ").next().expect("what comes before the next title")
}

fn documented(section: &str) -> BTreeSet<&str> {
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split('`').next()).collect()
}

#[test]
fn every_field_is_documented_in_its_own_table_and_none_that_there_is_not() {
    let tables = [
        ("The whole file", &SESSION),
        ("`assemblee`", &BODY),
        ("`reglages`", &SETTINGS),
        ("`formules`", &PHRASES),
        ("The two fields of a setting", &QUORUM_SETTING),
        ("The two fields of a setting", &NUMBER_SETTING),
        ("The two fields of a setting", &YES_NO_SETTING),
        ("`seance`", &MEETING),
        ("A member", &MEMBER),
        ("`etat`", &POWER),
        ("The agenda", &REPORT),
        ("`soumis`", &SUBMITTED),
        ("`deports`", &RECUSAL),
        ("`decisions`", &DECISION),
        ("`amendements`", &AMENDMENT),
        ("`majorite` and `majorites`", &KIND_MAJORITY),
        ("`candidats`, `listes` and `mode`", &LIST),
    ];
    for (title, fields) in tables {
        assert_eq!(documented(section(title)), fields.names().into_iter().collect(), "{title}");
    }
}

#[test]
fn every_field_of_every_kind_of_report_is_documented_and_no_other() {
    let of_kinds = REPORT_KIND.iter().filter_map(|word| match word.content {
        Content::PerhapsFields(fields) | Content::Fields(fields) => Some(fields.names()),
        _ => None,
    });
    let (words, fields) = section("`genre` of a report").split_once("Their fields:").expect("two tables");
    assert_eq!(documented(fields), of_kinds.flatten().collect());
    assert!(documented(words).len() > 8, "{words}");
}

#[test]
fn every_word_is_documented_where_it_belongs() {
    let choices = [
        ("`assemblee`", BODY_KIND),
        ("`reglages`", QUORUM),
        ("`reglages`", MOVEMENTS),
        ("A member", CIVILITY),
        ("A member", VACANT_SEAT),
        ("`etat`", STATE),
        ("The agenda", ITEM),
        ("`genre` of a report", REPORT_KIND),
        ("`genre` of a report", SENSE),
        ("`deports`", GROUND),
        ("`majorite` and `majorites`", RULE),
        ("`reglages`", UNANIMITY),
        ("`reglages`", NAMES),
        ("`reglages`", ZERO),
        ("`genre` of a report", OFFICE),
        ("`candidats`, `listes` and `mode`", FORM),
    ];
    for (title, words) in choices {
        for word in words {
            let is_there = [format!("`{}`", word.name), format!("`{}(", word.name)];
            assert!(is_there.iter().any(|written| section(title).contains(written)), "{title}: {}", word.name);
        }
    }
}

#[test]
fn the_example_of_the_documentation_is_a_session_file_that_loads() {
    let (_, after) = DOCUMENTATION.split_once("```ron\n").expect("an example");
    let example = after.split("```").next().expect("its end");
    let parsed = super::super::parse(example, &|_: &str| Err(super::super::unreadable::Unreadable::Missing));
    assert!(parsed.is_ok(), "{parsed:?}");
}

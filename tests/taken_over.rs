//! What happens when the session file changes once the sitting has begun: taken over as an action, or refused.

#[path = "taken_over/asked.rs"]
mod asked;
mod evening;

use std::path::Path;

use evening::{
    NOW, PATH, SESSION, Step, TABLE, beside, edited, evening as steps, memory, play, session, session_of, take,
    with_journal,
};
use hemicycle::council::command::Command;
use hemicycle::council::correction::{Correction, Field, FixedField};
use hemicycle::council::hour::Hour;
use hemicycle::council::id::ReportId;
use hemicycle::council::phrases::Phrase;
use hemicycle::store::fault::{Fault, Notice};
use hemicycle::store::journal::{Beginning, Reading};
use hemicycle::store::session_file::SessionFile;
use hemicycle::store::{journal, record, seal};

fn taken_over(opened: &record::Opened) -> Vec<Field> {
    let corrections = opened.notices.iter().find_map(|notice| match notice {
        Notice::TakenOver(corrections) => Some(corrections),
        _ => None,
    });
    corrections.into_iter().flatten().map(|correction| correction.field.clone()).collect()
}

fn signed() -> SessionFile {
    edited(r#"numero: "1","#, r#"numero: "1", accuse: "013-1-DE", signe: "2025-03-04","#)
}

#[test]
fn case_18_a_receipt_and_a_signature_are_taken_over_as_one_action_and_only_once() {
    let (_, disk) = memory();
    drop(play(&disk, &steps()[..5]));
    let opened = record::open(&disk, &signed(), NOW).unwrap();
    let report = ReportId::new("1");
    assert_eq!(taken_over(&opened), [Field::Signed(report.clone()), Field::Receipt(report.clone())]);
    assert_eq!(opened.history.entries().count(), 6);
    assert_eq!(opened.history.redo_target(), Some(5), "what was taken back can still be given again");
    let receipt = opened.history.sitting().docket().agenda.report(&report).unwrap().receipt_id.clone();
    assert_eq!(receipt.as_deref(), Some("013-1-DE"));
    drop(opened);
    let mut again = record::open(&disk, &signed(), NOW).unwrap();
    assert_eq!((taken_over(&again), again.history.entries().count()), (vec![], 6));
    take(&mut again, &steps()[5]).unwrap();
    drop(again);
    let back = record::open(&disk, session(), NOW).unwrap();
    assert_eq!(taken_over(&back).len(), 2, "the old file put back is one more taking over");
    assert_eq!(back.history.entries().count(), 8);
    drop(back);
    assert!(seal::verify(&*disk, Path::new(PATH)).is_ok());
}

#[test]
fn case_18_the_hour_of_the_convocation_is_taken_over() {
    let (_, disk) = memory();
    drop(play(&disk, &steps()[..3]));
    let with_hour = edited("seance: (", "seance: (heure: \"18 h 30\", ");
    let opened = record::open(&disk, &with_hour, NOW).unwrap();
    assert_eq!(taken_over(&opened), [Field::Hour]);
    assert_eq!(opened.history.sitting().docket().meeting.hour, Hour::new(18, 30));
}

#[test]
fn case_18_after_the_close_what_changed_goes_to_the_suites_and_the_seal_of_the_journal_holds() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()));
    let closed = memory.content(&beside("journal")).unwrap();
    let before = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    let opened = record::open(&disk, &signed(), NOW).unwrap();
    assert_eq!(taken_over(&opened).len(), 2);
    assert_eq!(opened.head, Some(before.journal.head));
    drop(opened);
    assert_eq!(memory.content(&beside("journal")).unwrap(), closed);
    let after = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!(after.journal, before.journal);
    assert_eq!(after.afterwards.map(|chain| chain.lines), Some(2));
    let suites = String::from_utf8(memory.content(&beside("suites")).unwrap()).unwrap();
    let zero = format!(r#"{{"n":0,"format":1,"suite_de":"{}"}}"#, before.journal.head);
    assert_eq!(suites.lines().next().map(|line| &line[65..]), Some(zero.as_str()));
    drop(record::open(&disk, session(), NOW).unwrap());
    let again = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!(again.afterwards.map(|chain| chain.lines), Some(3));
    for cut in 0..suites.len() {
        let (memory, disk) = with_journal(&closed);
        memory.put(&beside("suites"), &suites.as_bytes()[..cut]);
        let reopened = record::open(&disk, &signed(), NOW).unwrap();
        assert_eq!(reopened.history.entries().count(), 14, "suites cut at {cut}: taken over, or still there");
    }
}

#[test]
fn what_is_recorded_after_the_close_without_reopening_goes_to_the_suites_too() {
    let (memory, disk) = memory();
    let mut opened = play(&disk, &steps());
    let closed = memory.content(&beside("journal"));
    let correction = Correction { field: Field::Place, before: None, after: Some("Saint-Exemple".to_owned()) };
    let command = Command::TakeOver {
        corrections: vec![correction],
        session_file: SESSION.to_owned(),
        sums: session().sums.clone(),
    };
    take(&mut opened, &Step::Do(command)).unwrap();
    assert_eq!(memory.content(&beside("journal")), closed);
    drop(opened);
    let report = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!(report.afterwards.map(|chain| chain.lines), Some(2));
}

#[test]
fn case_18_what_the_votes_were_counted_on_may_not_change() {
    let refused = |session: &SessionFile| {
        let (memory, disk) = memory();
        drop(play(&disk, &steps()[..3]));
        let before = memory.content(&beside("journal"));
        let fault = record::open(&disk, session, NOW).err();
        assert_eq!(memory.content(&beside("journal")), before);
        match fault {
            Some(Fault::Changed { path, fields, closed: false, .. }) => {
                assert_eq!(path, Path::new(PATH));
                fields
            }
            other => panic!("{other:?}"),
        }
    };
    let breton = r#"(nom: "BRETON", prenom: "Alix"),"#;
    let duval = r#"(nom: "DUVAL", prenom: "Jean"),"#;
    let swapped = SESSION.replace(breton, "?").replace(duval, breton).replace('?', duval);
    let swapped = session_of(&swapped, &[("ecole.md", "La convention.\n")]);
    assert_eq!(refused(&swapped), [FixedField::Members]);
    assert_eq!(refused(&edited("2025-03-03", "2025-03-04")), [FixedField::Date]);
    assert_eq!(refused(&edited(r#"secretaire: "AUBRY Paul""#, r#"secretaire: "BRETON Alix""#)), [FixedField::Chair]);
    let power = r#"pouvoir_a: "AUBRY Paul""#;
    assert_eq!(refused(&edited(power, r#"pouvoir_a: "BRETON Alix""#)), [FixedField::Attendance]);
    assert_eq!(refused(&edited(r#"numero: "3""#, r#"numero: "4""#)), [FixedField::Agenda]);
}

#[test]
fn case_18_a_remark_changes_nothing_and_a_text_beside_the_file_is_taken_over_by_its_sum() {
    let (_, disk) = memory();
    drop(play(&disk, &steps()[..3]));
    let opened = record::open(&disk, &edited("// La séance d'essai.", "// Relu."), NOW).unwrap();
    assert_eq!((taken_over(&opened), opened.history.entries().count()), (vec![], 3));
    drop(opened);
    let text = session_of(SESSION, &[("ecole.md", "La convention, relue.\n")]);
    assert_eq!(taken_over(&record::open(&disk, &text, NOW).unwrap()), [Field::TextFile("ecole.md".to_owned())]);
}

#[test]
fn case_18_a_text_that_moves_to_another_field_or_becomes_words_is_taken_over_though_no_letter_changes() {
    let file = r#"texte: Fichier("ecole.md")"#;
    for other in [r#"dispositif: Fichier("ecole.md")"#, r#"texte: "ecole.md""#] {
        let (_, disk) = memory();
        drop(play(&disk, &steps()[..3]));
        let opened = record::open(&disk, &edited(file, other), NOW).unwrap();
        assert!(taken_over(&opened).contains(&Field::Wording(ReportId::new("2"))), "{other}");
    }
}

#[test]
fn case_18_a_reader_shows_what_changed_as_not_recorded_yet() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()[..3]));
    let before = memory.content(&beside("journal"));
    let read = record::read(&*disk, &signed()).unwrap();
    assert!(matches!(&read.notices[..], [Notice::Resumed { .. }, Notice::TakenOverUnrecorded(two)] if two.len() == 2));
    assert!(read.history.sitting().docket().agenda.report(&ReportId::new("1")).unwrap().signed.is_some());
    assert_eq!(memory.content(&beside("journal")), before);
}

#[test]
fn a_journal_holds_the_table_of_the_members_and_is_read_with_it() {
    let list = SESSION.find("membres: [").unwrap()..SESSION.find("    ordre_du_jour").unwrap();
    let mut source = SESSION.to_owned();
    source.replace_range(list, "membres: Fichier(\"elus.csv\"),\n");
    let with_table = |table: &str| session_of(&source, &[("ecole.md", "La convention.\n"), ("elus.csv", table)]);
    let (memory, disk) = memory();
    let mut opened = record::open(&disk, &with_table(TABLE), NOW).unwrap();
    take(&mut opened, &steps()[0]).unwrap();
    drop(opened);
    let Reading::Started(lines) = journal::read::<Beginning>(&memory.content(&beside("journal")).unwrap()).unwrap()
    else {
        panic!("not started")
    };
    assert_eq!(lines.beginning.data_files["elus.csv"], TABLE);
    assert!(seal::verify(&*disk, Path::new(PATH)).unwrap().is_some(), "though no elus.csv is on the disk");
    let without_duval = with_table(&TABLE.replace("DUVAL;Jean\n", ""));
    assert!(matches!(record::open(&disk, &without_duval, NOW).err(), Some(Fault::Changed { fields, .. })
        if fields.contains(&FixedField::Members)));
    let same_members = with_table(&TABLE.replace('\n', "\r\n"));
    assert!(record::open(&disk, &same_members, NOW).is_ok());
}

#[test]
fn the_sentences_of_the_assembly_may_change_at_any_time_for_they_change_no_figure() {
    let (_, disk) = memory();
    drop(play(&disk, &steps()[..5]));
    let worded =
        |sentence: &str| edited("genre: Commune", &format!("genre: Commune, formules: (unanimite: \"{sentence}\")"));
    let opened = record::open(&disk, &worded("à l’unanimité des présents"), NOW).unwrap();
    assert_eq!(taken_over(&opened), [Field::Phrase("unanimite".to_owned())]);
    let phrases = &opened.history.sitting().docket().body.phrases;
    assert_eq!(phrases.get(Phrase::Unanimous), Some("à l’unanimité des présents"));
    drop(opened);
    let back = record::open(&disk, session(), NOW).unwrap();
    assert_eq!(taken_over(&back), [Field::Phrase("unanimite".to_owned())]);
    assert_eq!(back.history.sitting().docket().body.phrases.get(Phrase::Unanimous), None);
    drop(back);
    assert!(seal::verify(&*disk, Path::new(PATH)).is_ok());
}

#[test]
fn a_number_that_an_act_bears_cannot_be_typed_for_another_and_a_change_of_the_pattern_is_taken_over() {
    let numbered = |acts: &str| {
        let source = SESSION.replacen("(nom:", r#"(numerotation: "{annee}_{rang:03}", nom:"#, 1);
        let source = source.replacen(r#"numero: "2","#, &format!(r#"numero: "2",{acts}"#), 1);
        session_of(&source, &[("ecole.md", "La convention.\n")])
    };
    let (_, disk) = memory();
    drop(play(&disk, &steps()));
    let opened = record::open(&disk, &numbered(""), NOW).unwrap();
    assert_eq!(taken_over(&opened), [Field::Numbering]);
    let sitting = opened.history.sitting();
    let first = sitting.docket().agenda.report(&ReportId::new("1")).unwrap();
    assert_eq!(sitting.act(first).as_deref(), Some("2025_001"), "what was proclaimed without a number takes one");
    drop(opened);
    let fault = record::open(&disk, &numbered(r#" acte: "2025_001","#), NOW).err();
    let taken = |fault| {
        matches!(fault, Some(Fault::NumberTaken { number, report, by, .. })
        if number == "2025_001" && report == ReportId::new("2") && by == ReportId::new("1"))
    };
    assert!(taken(fault));
    // Taken out of the file again, the pattern takes no number with it.
    let opened = record::open(&disk, session(), NOW).unwrap();
    let first = opened.history.sitting().docket().agenda.report(&ReportId::new("1")).unwrap();
    assert_eq!(opened.history.sitting().act(first).as_deref(), Some("2025_001"));
    drop(opened);
    assert!(seal::verify(&*disk, Path::new(PATH)).is_ok());
}

/// The field that follows in the documentation. One that is added has to be given its place here, or nothing compiles.
fn after(field: &Field) -> Option<Field> {
    let report = || ReportId::new("7");
    Some(match field {
        Field::BodyName => Field::Siren,
        Field::Siren => Field::Department,
        Field::Department => Field::Phrase("unanimite".to_owned()),
        Field::Phrase(_) => Field::Unanimity,
        Field::Unanimity => Field::Names,
        Field::Names => Field::Zero,
        Field::Zero => Field::Numbering,
        Field::Numbering => Field::NumberRejected,
        Field::NumberRejected => Field::FirstNumber,
        Field::FirstNumber => Field::Hour,
        Field::Hour => Field::Place,
        Field::Place => Field::ConvenedOn,
        Field::ConvenedOn => Field::ConvenedBy,
        Field::ConvenedBy => Field::Chapter(0),
        Field::Chapter(_) => Field::Act(report()),
        Field::Act(_) => Field::Object(report()),
        Field::Object(_) => Field::Wording(report()),
        Field::Wording(_) => Field::Amendment(report(), "1".to_owned()),
        Field::Amendment(..) => Field::Decisions(report()),
        Field::Decisions(_) => Field::Signed(report()),
        Field::Signed(_) => Field::Transmitted(report()),
        Field::Transmitted(_) => Field::Received(report()),
        Field::Received(_) => Field::Receipt(report()),
        Field::Receipt(_) => Field::TextFile("07-tarifs.md".to_owned()),
        Field::TextFile(_) => return None,
    })
}

#[test]
fn docs_journal_shows_every_field_that_may_be_taken_over() {
    let documentation = include_str!("../docs/journal.md");
    let (_, section) = documentation.split_once("\n## What is taken over\n").expect("a section");
    let mut field = Some(Field::BodyName);
    while let Some(shown) = field {
        let json = serde_json::to_string(&shown).unwrap();
        assert!(section.contains(&format!("| `{json}` |")), "{json}");
        field = after(&shown);
    }
}

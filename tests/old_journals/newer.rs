//! Journals of a version to come: what this one does not know is said to be so, never to be altered.

use std::fmt::Write as _;
use std::path::Path;

use hemicycle::french::program;
use hemicycle::store::chain::Seal;
use hemicycle::store::fault::Fault;
use hemicycle::store::journal::Flaw;
use hemicycle::store::{record, seal};

use crate::evening::{NOW, PATH, beside, evening as steps, memory, play, session, whole, with_journal};

/// The journal of the small evening with one text in place of another, all its seals made anew.
fn rewritten(from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(whole().0).expect("text");
    assert!(text.contains(from), "{from}");
    let mut head = Seal::FIRST;
    let mut journal = String::new();
    for line in text.replacen(from, to, 1).lines() {
        let json = &line[65..];
        head = head.then(json.as_bytes());
        writeln!(journal, "{head} {json}").unwrap();
    }
    journal.into_bytes()
}

fn refused(from: &str, to: &str) -> Fault {
    let (memory, disk) = with_journal(&rewritten(from, to));
    let before = memory.content(&beside("journal"));
    let fault = record::open(&disk, session(), NOW).err().expect("refused");
    assert_eq!(seal::verify(&*disk, Path::new(PATH)).err(), Some(fault.clone()), "the seal says the same");
    assert_eq!(memory.content(&beside("journal")), before, "nothing is touched");
    fault
}

#[test]
fn a_line_with_an_event_a_word_or_a_field_of_a_more_recent_version_is_said_to_be_so_with_its_line() {
    let unknown = |line| Fault::Unknown { path: beside("journal"), line };
    for (from, to, line) in [
        (r#"[{"RapportOuvert""#, r#"[{"ScrutinElectronique":{"rapport":"1"}},{"RapportOuvert""#, 3),
        (r#""etat":"Absent""#, r#""etat":"EnVol""#, 1),
        (r#""etat":"Absent""#, r#""etat":"Absent","sur_parole":true"#, 1),
        (r#"{"n":5,"annule":4}"#, r#"{"n":5,"annule":4,"motif":"x"}"#, 5),
        (r#"{"n":0,"format":1,"#, r#"{"n":0,"format":1,"auteur":"x","#, 0),
    ] {
        assert_eq!(refused(from, to), unknown(line), "{to}");
    }
}

#[test]
fn a_line_that_no_version_writes_is_said_to_be_altered() {
    for (from, to, line) in [
        (r#"{"n":5,"annule":4}"#, r#"{"n":5, "annule":4}"#, 5),
        (r#"{"n":5,"annule":4}"#, r#"{"annule":4,"n":5}"#, 5),
        (r#"{"n":5,"annule":4}"#, r#"{"n":5}"#, 5),
        (r#"{"n":5,"annule":4}"#, r#"{"n":5,"annule":"4"}"#, 5),
        (r#","etat":"Absent""#, "", 1),
    ] {
        assert_eq!(refused(from, to), Fault::Altered { path: beside("journal"), line, flaw: Flaw::Form }, "{to}");
    }
}

#[test]
fn case_48_a_journal_of_a_newer_format_is_refused_with_the_version_that_it_wants() {
    let fault = refused(r#""format":1"#, r#""format":2"#);
    assert_eq!(fault, Fault::Newer { path: beside("journal"), format: 2 });
    assert!(program::fault(&fault).contains("format 2"), "{}", program::fault(&fault));
}

#[test]
fn what_a_more_recent_version_wrote_has_its_own_sentence_and_its_next_step() {
    let said = program::fault(&refused(r#""etat":"Absent""#, r#""etat":"EnVol""#));
    assert_eq!(
        said,
        "/seance/x.journal, ligne 1 : une version plus récente du programme y a écrit ce que celle-ci ne connaît pas ; \
         rien n’est modifié. Ouvrez la séance avec cette version plus récente."
    );
}

#[test]
fn a_journal_begun_now_says_format_1_in_its_first_line_and_so_do_its_suites() {
    let (memory, disk) = memory();
    drop(play(&disk, &steps()));
    let corrected = crate::evening::edited(r#"numero: "1""#, r#"numero: "1", accuse: "013-1""#);
    drop(record::open(&disk, &corrected, NOW).expect("taken over"));
    for end in ["journal", "suites"] {
        let text = String::from_utf8(memory.content(&beside(end)).expect("recorded")).expect("text");
        assert_eq!(text.get(65..85), Some(r#"{"n":0,"format":1,"s"#), "{end}");
    }
    assert!(disk.read(&beside("suites"), u64::MAX).is_ok());
}

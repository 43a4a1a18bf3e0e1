//! Where a course stops, what stays, and how it goes on.

use hemicycle::council::finding::Code;
use hemicycle::council::sitting::Stage;

use super::common::course;
use super::desk::{COURSE, Desk, SESSION, stopped};

/// A course of so many sound steps, and then one that breaks a rule.
const BROKEN: &str = r#"[
    Ouvrir(heure: "18:04"),
    Rapport(numero: "05"),
    Voix(rapport: "05", contre: ["PETIT Jean", "PETIT Jean"]),
    Proclamer(rapport: "05"),
    Lever,
]"#;

#[test]
fn a_step_that_breaks_a_rule_stops_the_course_there_and_what_was_before_stays() {
    let mut desk = Desk::of(SESSION);
    let recorded = desk.record(BROKEN);
    assert_eq!(stopped(&recorded), (2, vec!["E010".to_owned()]));
    assert_eq!(recorded.actions, 2);
    assert_eq!(desk.read().entries().count(), 2);
    assert!(desk.read().sitting().open_report().is_some());
}

#[test]
fn wherever_a_course_is_broken_the_journal_holds_exactly_the_steps_before() {
    let sound: Vec<&str> = COURSE.lines().filter(|line| line.starts_with("    ")).collect();
    for place in 0..sound.len() {
        // The power of the deputy who chairs nothing: nobody gives himself one, at any moment.
        let mut steps = sound.clone();
        steps.insert(place, r#"Pouvoir(mandant: "MOREL Denis", mandataire: "MOREL Denis"),"#);
        let mut desk = Desk::of(SESSION);
        let recorded = desk.record(&format!("[{}]", steps.join("\n")));
        assert_eq!(stopped(&recorded), (place, vec!["E011".to_owned()]), "at {place}");
        assert_eq!(desk.read().entries().count(), place, "at {place}");
        assert_eq!(desk.acknowledged.len(), place);
    }
}

#[test]
fn a_course_that_was_mended_goes_on_with_the_step_at_which_it_had_stopped() {
    let mut desk = Desk::of(SESSION);
    desk.record(BROKEN);
    let mended = BROKEN.replace(r#", "PETIT Jean"]"#, "]");
    let recorded = desk.record(&mended);
    assert_eq!((recorded.before, recorded.actions), (2, 3));
    assert_eq!(*desk.read().sitting(), course(SESSION, &mended));
    assert_eq!(desk.acknowledged, [1, 2, 3, 4, 5]);
    let again = desk.record(&mended);
    assert_eq!((again.before, again.actions), (5, 0));
}

#[test]
fn a_course_that_tells_something_else_than_the_record_goes_on_behind_it() {
    let mut desk = Desk::of(SESSION);
    desk.record(r#"[Presence(membre: "AUBRY Paul", etat: Absent), Ouvrir(heure: "18:04")]"#);
    let recorded = desk.record(r#"[Rapport(numero: "06"), Proclamer(rapport: "06"), Lever]"#);
    assert_eq!((recorded.before, recorded.actions), (0, 3));
    assert_eq!(desk.read().sitting().stage(), Stage::Closed);
}

#[test]
fn what_a_screen_took_back_is_no_part_of_what_a_course_finds_recorded() {
    let mut desk = Desk::of(SESSION);
    desk.record(r#"[Presence(membre: "AUBRY Paul", etat: Absent), Ouvrir(heure: "18:04")]"#);
    desk.undo_last();
    let recorded = desk.record(
        r#"[Presence(membre: "AUBRY Paul", etat: Absent), Presence(membre: "PETIT Jean", etat: Present), Ouvrir]"#,
    );
    assert_eq!(stopped(&recorded), (1, vec!["E014".to_owned()]));
    assert_eq!(recorded.before, 1);
}

const IRREGULAR: &str = r#"[
    Presence(membre: "AUBRY Paul", etat: Absent),
    Presence(membre: "MOREL Anne", etat: Absent),
    Presence(membre: "PETIT Jean", etat: Absent),
    Ouvrir(heure: "18:04"),
    Lever,
]"#;

#[test]
fn an_irregular_step_without_its_reason_stops_the_course() {
    let mut desk = Desk::of(SESSION);
    let recorded = desk.record(IRREGULAR);
    assert_eq!(stopped(&recorded), (3, vec!["W002".to_owned(), "W005".to_owned()]));
    assert_eq!(desk.read().entries().count(), 3);
}

#[test]
fn one_reason_covers_all_that_is_irregular_in_a_step_and_is_recorded_for_each() {
    let mut desk = Desk::of(SESSION);
    let reason = "Le président poursuit pour information";
    desk.record(&IRREGULAR.replace("\"18:04\"", &format!("\"18:04\", passe_outre: \" {reason} \"")));
    let history = desk.read();
    let irregular: Vec<(Code, &str)> =
        history.sitting().irregularities().iter().map(|it| (it.code, it.reason.as_str())).collect();
    assert_eq!(irregular, [(Code::irregular(2), reason), (Code::irregular(5), reason)]);
    assert_eq!(history.sitting().stage(), Stage::Closed);
}

#[test]
fn a_reason_for_a_regular_step_is_remarked_and_not_recorded() {
    let mut desk = Desk::of(SESSION);
    let recorded = desk.record(r#"[Ouvrir(passe_outre: "par prudence"), Lever]"#);
    assert_eq!(recorded.idle_reasons, [0]);
    assert!(!desk.journal().contains("prudence"));
    assert_eq!(desk.read().sitting().irregularities().len(), 0);
}

#[test]
fn a_reason_does_not_make_the_impossible_possible() {
    let mut desk = Desk::of(SESSION);
    let recorded = desk.record(r#"[Ouvrir, Ouvrir(passe_outre: "une seconde fois")]"#);
    assert_eq!(stopped(&recorded), (1, vec!["E004".to_owned()]));
}

#[test]
fn hours_out_of_order_are_said_and_need_a_reason() {
    let early = r#"[Ouvrir(heure: "18:04"), Rapport(numero: "05"), Proclamer(rapport: "05", heure: "17:50"), Lever]"#;
    let mut desk = Desk::of(SESSION);
    assert_eq!(stopped(&desk.record(early)), (2, vec!["W008".to_owned()]));
    let explained = early.replace("17:50\"", "17:50\", passe_outre: \"la pendule retardait\"");
    assert_eq!(desk.record(&explained).actions, 2);
    assert_eq!(desk.read().sitting().stage(), Stage::Closed);
}

#[test]
fn an_arrival_before_a_proclaimed_vote_is_said_and_needs_a_reason() {
    let late = r#"[
        Presence(membre: "AUBRY Paul", etat: Absent),
        Ouvrir(heure: "18:04"),
        Rapport(numero: "05"),
        Proclamer(rapport: "05", heure: "18:30"),
        Presence(membre: "AUBRY Paul", etat: Present, heure: "18:20"),
        Lever,
    ]"#;
    let mut desk = Desk::of(SESSION);
    assert_eq!(stopped(&desk.record(late)), (4, vec!["W009".to_owned()]));
}

#[test]
fn nothing_but_what_may_follow_is_recorded_behind_a_closed_sitting() {
    let mut desk = Desk::of(SESSION);
    desk.record(COURSE);
    let recorded = desk.record(r#"[Rapport(numero: "06")]"#);
    assert_eq!(stopped(&recorded), (0, vec!["E005".to_owned()]));
    let rectified = desk.record(r#"[Rectifier(rapport: "06", motif: "mal noté", voix: [("PETIT Jean", Contre)])]"#);
    assert_eq!((rectified.actions, rectified.stopped.is_none()), (1, true));
}

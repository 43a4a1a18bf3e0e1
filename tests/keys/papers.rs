//! One key of the preview writes the papers, and the vote never waits for them.

use crate::evening::Evening;
use hemicycle::app::{Effect, Msg};

fn asked(evening: &Evening) -> usize {
    evening.effects.iter().filter(|effect| **effect == Effect::WritePapers).count()
}

#[test]
fn ctrl_p_writes_the_papers_from_the_preview_once_at_a_time_and_says_where() {
    let mut evening = Evening::first_vote();
    evening.keys("<ctrl-p>");
    assert_eq!(asked(&evening), 0, "a vote key writes no paper");
    evening.keys("<tab> <ctrl-p>");
    assert_eq!((asked(&evening), evening.said().as_str()), (1, "Les papiers s’écrivent…"));
    evening.keys("<ctrl-p>");
    assert_eq!(asked(&evening), 1);
    assert!(evening.said().contains("déjà"), "{}", evening.said());
    evening.send(Msg::PapersWritten("24 papiers écrits dans x.papiers.".into()));
    assert_eq!(evening.said(), "24 papiers écrits dans x.papiers.");
    evening.keys("<ctrl-p>");
    assert_eq!(asked(&evening), 2, "they may be written again");
}

#[test]
fn votes_go_on_while_papers_are_written_and_what_became_of_them_is_said_after_what_is_said_now() {
    let mut evening = Evening::first_vote();
    evening.keys("<ctrl-p> <ctrl-p> <esc>");
    let before = evening.records();
    evening.keys("aub ,");
    assert_eq!(evening.records(), before + 1, "the vote was recorded meanwhile");
    evening.keys("<ctrl-s>");
    let now = evening.said();
    evening.send(Msg::PapersNotWritten("Le disque est plein.".into()));
    assert_eq!(evening.said(), now, "nothing that is being read goes away");
    evening.keys("<down>");
    assert_eq!(evening.said(), "Le disque est plein.");
    evening.keys("<ctrl-p> <ctrl-p>");
    assert_eq!(asked(&evening), 2, "after a failure they may be asked for again");
}

#[test]
fn notes_that_were_just_typed_are_on_the_disk_before_the_papers_are_written() {
    let mut evening = Evening::first_vote();
    evening.pace_ms = 1;
    evening.keys("<f2> b o n <esc>");
    let saves = evening.saves();
    evening.keys("<ctrl-p>");
    evening.pace_ms = 1_000;
    evening.keys("<ctrl-p>");
    assert!(evening.saves() >= saves, "nothing is lost");
    let order: Vec<&str> = evening
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::SaveNotes { .. } => Some("notes"),
            Effect::WritePapers => Some("papers"),
            _ => None,
        })
        .collect();
    assert_eq!(order, ["notes", "papers"]);
}

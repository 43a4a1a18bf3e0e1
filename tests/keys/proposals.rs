//! F9: what is put to the vote before a text, filed and voted in one gesture, put later, left.

use crate::evening::{Evening, member};
use crate::kinds::{first_vote_with, write};
use crate::outcome;
use crate::palette::offers;
use hemicycle::council::id::ReportId;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::{Dropped, Proposal, ProposalId, ProposalState, Proposed};
use hemicycle::french::screen::gesture::Gesture;

fn proposals(evening: &Evening, report: &str) -> Vec<Proposed> {
    evening.app.sitting().handling(&ReportId::new(report)).proposals.clone()
}

fn on_the_floor(evening: &Evening) -> Option<ProposalId> {
    evening.app.sitting().floor().and_then(|floor| floor.on.cloned())
}

fn amendment(number: &str) -> ProposalId {
    ProposalId::Amendment(number.into())
}

/// The made-up commune on its first report, before the text of which two amendments wait.
fn two_wait() -> Evening {
    first_vote_with("01", |report| {
        report.amendments = vec![Proposal::new(amendment("1")), Proposal::new(amendment("2"))];
    })
}

#[test]
fn an_amendment_is_filed_and_put_to_the_vote_in_one_gesture() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> amend <enter> <enter> aub <enter> chaz <enter> <enter>");
    write(&mut evening, "article 2");
    evening.keys("<enter>");
    write(&mut evening, "Le mot « deux » devient « trois ».");
    evening.keys("<enter> <enter>");
    let filed = proposals(&evening, "01")[0].proposal.clone();
    assert_eq!(filed.id, amendment("1"));
    assert_eq!(filed.authors, [member("aubry-paul"), member("chazal-helene")]);
    assert_eq!(filed.target.as_deref(), Some("article 2"));
    assert_eq!(filed.text.as_deref(), Some("Le mot « deux » devient « trois »."));
    assert_eq!(on_the_floor(&evening), Some(amendment("1")));
    // Enter proclaims it, Enter goes on to the text.
    evening.keys("<enter>");
    assert!(proposals(&evening, "01")[0].state.done().is_some(), "{}", evening.said());
    assert_eq!((on_the_floor(&evening), outcome(&evening, "01")), (None, None));
}

#[test]
fn an_amendment_of_a_group_is_filed_in_its_name_and_another_name_is_written() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> amend <enter> <enter> <enter> <enter> <enter> <enter> <enter>");
    let filed = proposals(&evening, "01")[0].proposal.clone();
    assert!(filed.authors.is_empty());
    assert!(filed.on_behalf.as_deref().is_some_and(|name| name.starts_with("le groupe ")), "{filed:?}");
    // The next one has the next number.
    evening.keys("<f9> amend <enter> <enter> <enter> autre <enter>");
    write(&mut evening, "la commission des finances");
    evening.keys("<enter> <enter> <enter>");
    let filed = proposals(&evening, "01")[1].proposal.clone();
    assert_eq!((filed.id, filed.on_behalf.as_deref()), (amendment("2"), Some("la commission des finances")));
    assert_eq!(on_the_floor(&evening), Some(amendment("1")), "one at a time: the second waits");
}

#[test]
fn a_number_that_is_taken_is_refused_before_anything_else_is_typed() {
    let mut evening = two_wait();
    evening.keys("<f9> amend <enter> <backspace> 2 <enter>");
    assert!(evening.said().starts_with("E037"), "{}", evening.said());
    assert!(evening.screen(80, 24).contains("Numéro de l’amendement"), "{}", evening.screen(80, 24));
    evening.keys("<backspace> 9 <enter>");
    assert!(evening.screen(80, 24).contains("Qui le dépose"), "{}", evening.screen(80, 24));
}

#[test]
fn an_amendment_that_waits_comes_first_and_the_one_that_is_meant_is_chosen() {
    let mut evening = two_wait();
    evening.keys("<f9> <enter> <down> <enter>");
    assert_eq!(on_the_floor(&evening), Some(amendment("2")));
    evening.keys("<enter>");
    // One is left: nothing is asked.
    evening.keys("<f9> <enter>");
    assert_eq!(on_the_floor(&evening), Some(amendment("1")));
}

#[test]
fn nothing_is_put_to_the_vote_while_another_is() {
    let mut evening = two_wait();
    evening.keys("<f9> <enter> <enter> <f9>");
    let screen = evening.screen(80, 24);
    assert!(!screen.contains("Mettre un amendement aux voix"), "{screen}");
    assert!(screen.contains("Retirer un amendement"), "{screen}");
}

#[test]
fn an_amendment_is_withdrawn_or_has_no_object_any_more() {
    let mut evening = two_wait();
    evening.keys("<f9> sans <enter> <enter> <f9> sans <enter>");
    let screen = evening.screen(80, 24);
    assert!(!screen.contains("Amendement n° 1 :"), "it is left already: {screen}");
    evening.keys("<down> <enter>");
    let states: Vec<ProposalState> = proposals(&evening, "01").into_iter().map(|it| it.state).collect();
    assert!(matches!(states[0], ProposalState::Dropped(Dropped::Withdrawn, Some(_))), "{states:?}");
    assert!(matches!(states[1], ProposalState::Dropped(Dropped::Moot, Some(_))), "{states:?}");
    evening.keys("<f9>");
    assert!(!evening.screen(80, 24).contains("Retirer un amendement"), "nothing is left to withdraw");
}

#[test]
fn the_text_that_waits_says_for_which_amendment() {
    let mut evening = two_wait();
    evening.keys("<f9> <enter> <enter> <enter> <f9> manière <enter> seul <enter> <enter>");
    // Enter on the screen puts the next to the vote; the command itself is refused.
    let report = ReportId::new("01");
    let refused = evening.app.sitting().decide(
        &hemicycle::council::command::Command::proclaim(&report, None, None),
        &hemicycle::council::decide::Reasons::new(),
    );
    let codes: Vec<String> = refused.unwrap_err().findings.iter().map(|finding| finding.code().to_string()).collect();
    assert_eq!(codes, ["E034"]);
}

#[test]
fn a_division_names_its_parts_one_after_the_other() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> division <enter> <enter> <enter> <enter> <f9> division <enter>");
    assert!(evening.screen(80, 24).contains("▸ article 2"), "{}", evening.screen(80, 24));
    evening.keys("<enter> plus <enter>");
    let ids: Vec<ProposalId> = proposals(&evening, "01").into_iter().map(|it| it.proposal.id).collect();
    assert_eq!(ids, [ProposalId::Part("article 1".into()), ProposalId::Part("article 2".into())]);
    assert_eq!(on_the_floor(&evening), None, "the second waits");
    assert_eq!(proposals(&evening, "01")[1].state, ProposalState::Waiting);
}

#[test]
fn a_part_that_was_voted_already_is_refused() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> division <enter> <enter> <enter> <enter> <f9> division <enter> <backspace> 1 <enter>");
    assert!(evening.said().starts_with("E037"), "{}", evening.said());
}

#[test]
fn a_postponement_that_is_adopted_ends_the_report() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> renvoi <enter> aub <enter> <enter>");
    write(&mut evening, "pour étude, au 7 avril");
    evening.keys("<enter>");
    assert_eq!(on_the_floor(&evening), Some(ProposalId::Postponement));
    let filed = proposals(&evening, "01")[0].proposal.clone();
    assert_eq!((filed.authors, filed.text.as_deref()), (vec![member("aubry-paul")], Some("pour étude, au 7 avril")));
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Postponed), "{}", evening.said());
}

#[test]
fn a_postponement_is_asked_for_once() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> renvoi <enter> <enter>");
    // Nobody of the members: in whose name is not asked, who asks is enough or is not said.
    evening.keys("<enter> <f9>");
    let screen = evening.screen(80, 24);
    assert_eq!(on_the_floor(&evening), Some(ProposalId::Postponement));
    assert!(!screen.contains("Renvoi à une autre séance"), "{screen}");
}

#[test]
fn a_previous_question_that_is_voted_down_lets_the_text_be_voted() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> préalable <enter> aub <enter> <enter> <enter>");
    assert_eq!(on_the_floor(&evening), Some(ProposalId::PreviousQuestion));
    evening.keys("<tab> seul <enter> rej <enter> <enter>");
    assert_eq!((on_the_floor(&evening), outcome(&evening, "01")), (None, None), "{}", evening.said());
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously));
}

#[test]
fn what_is_not_voted_takes_no_amendment() {
    let mut evening = first_vote_with("01", |report| report.kind = ReportKind::Information);
    evening.keys("<f9>");
    for gesture in [Gesture::Amendment, Gesture::Part, Gesture::Postpone, Gesture::PreviousQuestion, Gesture::Way] {
        assert!(!offers(&evening, gesture), "{gesture:?}");
    }
}

#[test]
fn on_the_agenda_an_amendment_is_filed_for_the_report_under_the_cursor_and_waits() {
    let mut evening = Evening::first_vote();
    evening.keys("<esc> <down> <down> <f9> amend <enter>");
    assert!(evening.screen(80, 24).contains("rapport n° 03"), "{}", evening.screen(80, 24));
    evening.keys("<enter> aub <enter> <enter> <enter> <enter>");
    assert_eq!(proposals(&evening, "03")[0].state, ProposalState::Waiting, "{}", evening.said());
    assert_eq!(on_the_floor(&evening), None);
}

#[test]
fn the_vote_of_an_amendment_is_rectified_apart_from_that_of_the_text() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> amend <enter> <enter> aub <enter> <enter> <enter> <enter> <enter> <enter> <enter> <esc> <home>");
    evening.keys("<f9> <enter> <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Quel vote de ce rapport") && screen.contains("Amendement n° 1"), "{screen}");
    evening.keys("amend <enter> del <enter> contre <enter> <enter> oubli <enter>");
    let sitting = evening.app.sitting();
    let report = ReportId::new("01");
    let done = sitting.done_on(&report, Some(&amendment("1"))).unwrap();
    assert_eq!(done.tally.unwrap().against, 1, "{}", evening.said());
    assert!(sitting.done_on(&report, None).unwrap().rectifications.is_empty());
}

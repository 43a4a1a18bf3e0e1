//! Ballots read out by keys: one by one, as totals, once more; what is kept of them and what is not.

use crate::evening::{member, parse};
use crate::outcome;
use crate::urn::{ballots, count, last_round, lines, mayor, reading, stage};
use hemicycle::app::context::Context;
use hemicycle::app::urn::Stage;
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::id::ReportId;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::secret::Ticket;

#[test]
fn totals_typed_straight_cost_a_key_and_their_figures() {
    let mut evening = mayor();
    let keys = "<enter> <enter> <tab> 13 <enter> 5 <enter> <enter> <enter>";
    assert_eq!(parse(keys).len(), 10);
    evening.keys(keys);
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Elected), "{}", evening.said());
    assert_eq!(evening.open_report().as_deref(), Some("02"));
}

#[test]
fn another_number_of_ballots_is_typed_and_its_reason_asked_for_at_the_totals() {
    let mut evening = mayor();
    evening.keys("<enter>");
    // Letters are no number, and the upper row needs no Shift.
    evening.keys("m");
    assert_eq!(stage(&evening), Some(Stage::Emptied));
    evening.keys("&è <enter>");
    assert!(evening.said().contains("17 bulletins pour 18 émargements"), "{}", evening.said());
    evening.keys("aaaaaaaaaaaaabbbb <enter>");
    assert_eq!(evening.app.context(), Context::Reason, "{}", evening.said());
    assert!(last_round(&evening, "01").count.is_none());
    evening.keys("un x bulletin x jeté <enter>");
    assert_eq!(count(&evening, "01").in_urn, 17);
    assert_eq!(evening.app.sitting().irregularities().last().map(|one| one.code.to_string()).as_deref(), Some("W032"));
}

#[test]
fn one_key_takes_the_last_ballot_back_and_no_other_is_remembered() {
    let mut evening = reading();
    evening.keys("aba <backspace>");
    assert_eq!(ballots(&evening), [1, 1, 0, 0]);
    evening.keys("<backspace>");
    assert_eq!(ballots(&evening), [1, 1, 0, 0]);
    assert!(evening.said().contains("Seul le dernier"), "{}", evening.said());
    evening.keys("z");
    assert!(evening.said().contains("lettre Z"), "{}", evening.said());
    evening.keys("B : ;");
    assert_eq!(ballots(&evening), [1, 2, 1, 1], "capitals read as well, blank and null need no letter");
}

#[test]
fn fewer_read_than_found_is_refused_and_more_are_not_read() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbb <enter>");
    assert!(evening.said().starts_with("E061"), "{}", evening.said());
    assert!(last_round(&evening, "01").count.is_none());
    evening.keys("b");
    assert!(evening.said().contains("concordent"), "{}", evening.said());
    evening.keys("b");
    assert_eq!(ballots(&evening), [13, 5, 0, 0], "{}", evening.said());
    evening.keys("<enter>");
    assert_eq!(stage(&evening), Some(Stage::Final));
}

#[test]
fn any_member_may_receive_ballots_and_keeps_the_letter_with_which_he_came() {
    let mut evening = reading();
    evening.keys("= nazar <enter> = bouz <enter> dcc");
    assert_eq!(lines(&evening)[2..4], [(Some('C'), 3), (Some('D'), 2)]);
    evening.keys("= <esc> = zz <enter>");
    assert_eq!(evening.app.context(), Context::ReadingOther, "{}", evening.said());
    evening.keys("<esc> aaaaaaaaaaaaa <enter>");
    let count = count(&evening, "01");
    assert_eq!(count.of(&Ticket::Member(member("nazariot-aissata"))), 3);
    assert_eq!(count.of(&Ticket::Member(member("bouzignac-samir"))), 2);
}

#[test]
fn where_ballots_name_lists_no_other_name_is_read() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbbb <enter> <enter> <enter>");
    assert_eq!(evening.open_report().as_deref(), Some("03"), "{}", evening.said());
    assert_eq!(evening.app.context(), Context::SignOff);
    evening.keys("<enter>");
    assert_eq!(evening.app.context(), Context::AskDigits, "how many deputies is not known: {}", evening.said());
    evening.keys("4 <enter> <enter>");
    if evening.app.context() == Context::Reason {
        evening.keys("vu <enter>");
    }
    evening.keys("<enter> =");
    assert_eq!(evening.app.context(), Context::Reading, "{}", evening.said());
    assert!(evening.said().contains("une liste"), "{}", evening.said());
}

#[test]
fn ballots_read_again_stand_beside_the_first_totals_and_a_difference_is_said() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbbb <");
    assert_eq!(stage(&evening), Some(Stage::ReadingAgain), "{}", evening.said());
    evening.keys("aaaaaaaaaaaabbbbbb");
    assert!(evening.said().contains("diffèrent"), "{}", evening.said());
    let vote = evening.app.vote().unwrap();
    let beside: Vec<_> = vote.lines(evening.app.sitting()).iter().map(|line| (line.before, line.ballots)).collect();
    assert_eq!(beside[..2], [(Some(13), 12), (Some(5), 6)]);
    evening.keys("<enter>");
    assert!(last_round(&evening, "01").count.is_none(), "asked once more");
    evening.keys("<enter>");
    assert_eq!(count(&evening, "01").of(&Ticket::Member(member("trevillard-solange"))), 12);
    // A reading that is not over is begun again when asked twice.
    let mut evening = reading();
    evening.keys("aab <");
    assert_eq!(ballots(&evening), [2, 1, 0, 0]);
    evening.keys("<");
    assert_eq!(ballots(&evening), [0, 0, 0, 0]);
}

#[test]
fn a_second_reading_begun_by_mistake_is_taken_back_with_the_first_totals_by_one_key() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaabbbb ; : <");
    assert_eq!((stage(&evening), ballots(&evening)), (Some(Stage::ReadingAgain), vec![0, 0, 0, 0]));
    evening.keys("<backspace>");
    assert_eq!((stage(&evening), ballots(&evening)), (Some(Stage::Reading), vec![12, 4, 1, 1]), "{}", evening.said());
    assert!(evening.said().contains("totaux sont rendus"), "{}", evening.said());
    evening.keys("<enter>");
    assert_eq!(count(&evening, "01").of(&Ticket::Member(member("trevillard-solange"))), 12);
}

#[test]
fn an_urn_whose_totals_were_taken_back_stays_closed_and_says_what_to_do() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbbb <enter> <backspace>");
    assert!(last_round(&evening, "01").count.is_none(), "{}", evening.said());
    evening.keys("<ctrl-r> <home> <enter>");
    assert!(evening.said().contains("elle ne se rouvre plus. Comptez de nouveau"), "{}", evening.said());
    evening.keys("<esc> <enter>");
    assert_eq!(
        count(&evening, "01").votes.iter().map(|(_, ballots)| ballots).sum::<u32>(),
        18,
        "the totals had stayed"
    );
}

#[test]
fn two_tables_of_tellers_with_the_same_totals_in_another_order_record_the_same() {
    let record = |ballots: &str| {
        let mut evening = reading();
        evening.keys(ballots).keys("<enter>");
        let Some(Entry::Action { events, .. }) = evening.last_record().cloned() else { panic!("an action") };
        events
    };
    let first = record("aaaaaaaaaaabbbb;: = vau <enter>");
    let second = record("b;b= vau <enter> a:aaaabbaaaaaa");
    assert!(matches!(first.as_slice(), [Event::BallotsCounted(_)]));
    assert_eq!(serde_json::to_string(&first).unwrap(), serde_json::to_string(&second).unwrap());
    // What is typed as totals is recorded as what is read.
    assert_eq!(first, record("= vau <enter> <tab> 11 <enter> 4 <enter> 1 <enter> 1 <enter> 1 <enter>"));
}

#[test]
fn nothing_of_the_count_is_printed_by_the_program_before_it_is_final() {
    let quiet = format!("{:?}", reading().app.vote().unwrap().urn);
    let mut evening = reading();
    evening.keys("aab;");
    assert_eq!(format!("{:?}", evening.app.vote().unwrap().urn), quiet);
    assert!(!format!("{:?}", evening.app.vote()).contains("trevillard"), "{:?}", evening.app.vote());
}

#[test]
fn what_is_in_memory_outlives_the_agenda_another_report_the_room_and_the_panels() {
    let mut evening = reading();
    evening.keys("aab");
    for away in [
        "<esc> <enter>",
        "<f3> <esc>",
        "<f2> x <esc>",
        "<f4> <esc>",
        "<ctrl-e> <esc>",
        "<ctrl-p> <esc>",
        "<ctrl-r> <esc>",
        "<f9> <esc>",
        "<f3> imbl , ",
    ] {
        evening.keys(away);
        assert_eq!((evening.app.context(), ballots(&evening)), (Context::Reading, vec![2, 1, 0, 0]), "{away}");
    }
    // Another report, which is done, is looked at meanwhile.
    evening.keys("<ctrl-z>");
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbbb <enter> <enter> <f9> urne <enter>");
    evening.keys("treville <enter> armen <enter> bouz <enter> bresti <enter> flav <enter> hoch <enter> <enter>");
    if evening.app.context() == Context::AskChoice {
        evening.keys("<down> <enter> vu <enter>");
    }
    assert_eq!(evening.app.context(), Context::SignOff, "{}", evening.said());
    evening.keys("<enter> <enter> !!, <esc> <up> <enter>");
    assert_eq!(evening.app.vote().unwrap().report, ReportId::new("01"));
    evening.keys("<esc> <down> <enter>");
    assert_eq!((evening.app.context(), ballots(&evening)), (Context::ReadingText, vec![2, 1, 0, 0]));
}

#[test]
fn leaving_the_program_during_a_count_is_asked_twice() {
    let mut evening = reading();
    evening.keys("aab <ctrl-q>");
    assert!(!evening.effects.contains(&hemicycle::app::Effect::Quit));
    assert!(evening.said().contains("les bulletins en sont la seule trace"), "{}", evening.said());
    evening.keys("a <ctrl-q>");
    assert!(!evening.effects.contains(&hemicycle::app::Effect::Quit), "another key, and it is asked again");
    evening.keys("<ctrl-q>");
    assert!(evening.effects.contains(&hemicycle::app::Effect::Quit));
    let mut evening = reading();
    evening.keys("a <ctrl-s>");
    assert!(!evening.said().contains("déjà enregistré"), "{}", evening.said());
}

#[test]
fn totals_taken_back_stand_there_to_be_corrected() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbbb <enter> <backspace>");
    assert_eq!((stage(&evening), ballots(&evening)), (Some(Stage::Reading), vec![13, 5, 0, 0]));
    evening.keys("<tab> 12 <enter> 6 <enter> <enter>");
    assert_eq!(count(&evening, "01").of(&Ticket::Member(member("hochedeau-alain"))), 6, "{}", evening.said());
}

#[test]
fn a_letter_kept_down_reads_one_ballot_and_says_so() {
    let mut evening = reading();
    evening.pace_ms = 30;
    evening.keys("a a a a a");
    assert_eq!(ballots(&evening), [1, 0, 0, 0]);
    assert!(evening.said().contains("gardée enfoncée"), "{}", evening.said());
    // Another letter is another ballot, and fingers are slower than a keyboard that repeats.
    evening.keys("b : ;");
    assert_eq!(ballots(&evening), [1, 1, 1, 1]);
    evening.pace_ms = 110;
    evening.keys("a a");
    assert_eq!(ballots(&evening), [3, 1, 1, 1]);
}

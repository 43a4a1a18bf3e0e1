//! A secret ballot by keys: the sign-off, the urn, the ballots read out, the rounds. The council of Corbignolles is made up.

use crate::evening::{Evening, docket, member, parse};
use crate::{choice, outcome};
use hemicycle::app::context::Context;
use hemicycle::app::urn::{Missing, Stage};
use hemicycle::app::{Access, App, Key, Moment, Msg};
use hemicycle::council::chair::ChairTitle;
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::id::ReportId;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::secret::{Count, Round, Ticket};

/// The installation of a council of nineteen, on the election of its mayor, the urn open: eighteen voices, three of them
/// carried. A: Solange TRÉVILLARD; B: Alain HOCHEDEAU.
fn mayor() -> Evening {
    let mut evening = Evening::of(docket("2026-03-22-installation.ron"));
    evening.keys("<enter> <enter>");
    assert_eq!(evening.app.context(), Context::SignOff, "{}", evening.said());
    evening
}

/// The same, the urn closed and its eighteen ballots found.
fn reading() -> Evening {
    let mut evening = mayor();
    evening.keys("<enter> <enter>");
    assert_eq!(evening.app.context(), Context::Reading, "{}", evening.said());
    evening
}

fn last_round(evening: &Evening, report: &str) -> Round {
    let report = ReportId::new(report);
    evening.app.sitting().secret_vote(&report, None).expect("an urn").last().expect("a round").clone()
}

fn count(evening: &Evening, report: &str) -> Count {
    last_round(evening, report).count.expect("totals")
}

fn stage(evening: &Evening) -> Option<Stage> {
    evening.app.urn_stage()
}

/// The lines of the count: letter and ballots.
fn lines(evening: &Evening) -> Vec<(Option<char>, u32)> {
    let vote = evening.app.vote().expect("a vote");
    vote.lines(evening.app.sitting()).iter().map(|line| (line.letter, line.ballots)).collect()
}

fn ballots(evening: &Evening) -> Vec<u32> {
    lines(evening).into_iter().map(|(_, ballots)| ballots).collect()
}

/// The session of the installation without the days of birth.
fn without_births() -> Evening {
    let mut docket = (*docket("2026-03-22-installation.ron")).clone();
    let members = docket.roster.everyone().cloned().map(|mut member| {
        member.birth = None;
        member
    });
    docket.roster = hemicycle::council::roster::Roster::new(members.collect());
    let mut evening = Evening::of(docket.into());
    evening.keys("<enter> <enter>");
    if evening.app.context() == Context::Reason {
        evening.keys("x <enter>");
    }
    evening
}

#[test]
fn a_mayor_elected_in_the_first_round_costs_his_ballots_and_four_keys() {
    let mut evening = mayor();
    let keys = "<enter> <enter> aaaaaaaaaaaaabbbb; <enter> <enter>";
    assert_eq!(parse(keys).len(), 18 + 4);
    evening.keys(keys);
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Elected), "{}", evening.said());
    assert_eq!(evening.open_report().as_deref(), Some("02"), "and the next report is open");
    let done = evening.app.sitting().elected(&ReportId::new("01"));
    assert_eq!(done.iter().map(|elected| elected.member.clone()).collect::<Vec<_>>(), [member("trevillard-solange")]);
    let chair = evening.app.sitting().vote_on(&ReportId::new("02"), None).expect("a vote").chair.clone();
    assert_eq!(chair, Some(member("trevillard-solange")), "who is elected takes the chair");
    assert_eq!(
        evening.app.sitting().vote_on(&ReportId::new("02"), None).unwrap().chair_title,
        Some(ChairTitle::Installed)
    );
}

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
fn who_put_no_ballot_into_the_urn_is_marked_by_letters_and_a_sign_each_voice_apart() {
    let mut evening = mayor();
    let vote = evening.app.vote().unwrap();
    assert_eq!(vote.signed(evening.app.sitting()), Some((18, 18)));
    evening.keys("arme ,");
    assert!(evening.said().contains("ARMENGEAU Michèle : pas de bulletin."), "{}", evening.said());
    assert!(evening.said().contains("Le pouvoir de GOURDELIN Patrice se note à part."), "{}", evening.said());
    evening.keys("bouz ,");
    assert_eq!(evening.records(), 2, "nothing of it is recorded");
    // Back again, by one key and by name.
    evening.keys("<backspace>");
    assert_eq!(evening.app.vote().unwrap().signed(evening.app.sitting()), Some((18, 17)));
    evening.keys("gour , arme !");
    assert_eq!(evening.app.vote().unwrap().signed(evening.app.sitting()), Some((18, 17)));
    evening.keys("<enter>");
    let urn = last_round(&evening, "01").urn.expect("closed");
    assert_eq!(urn.unsigned.into_iter().collect::<Vec<_>>(), [member("gourdelin-patrice")]);
    assert_eq!(urn.signed.len(), 17);
    assert_eq!((urn.opened_at, urn.closed_at), (Some(evening.now().hour), Some(evening.now().hour)));
    // Who is not there has no voice to mark.
    let mut evening = mayor();
    evening.keys("quer ,");
    assert!(evening.said().starts_with('E'), "{}", evening.said());
}

#[test]
fn who_walks_marks_with_space_and_a_seat_pointed_at_is_picked() {
    let mut evening = mayor();
    evening.keys("<down> <down> <space>");
    assert_eq!(evening.app.context(), Context::SignOffWalk);
    evening.keys("<esc>");
    evening.send(Msg::SeatPointed(member("imbleval-charlene")));
    evening.keys(",");
    assert_eq!(evening.app.vote().unwrap().signed(evening.app.sitting()), Some((18, 16)));
    evening.keys("<space> <esc> <enter>");
    assert_eq!(last_round(&evening, "01").urn.unwrap().unsigned.len(), 1);
}

#[test]
fn the_urn_closed_by_mistake_is_open_again_by_one_key_with_its_marks() {
    let mut evening = mayor();
    evening.keys("bouz , <enter>");
    assert_eq!(stage(&evening), Some(Stage::Emptied));
    evening.keys("<backspace>");
    assert_eq!(stage(&evening), Some(Stage::Signing));
    let vote = evening.app.vote().unwrap();
    assert!(vote.is_unsigned(&member("bouzignac-samir")), "the mark is still there");
    // Behind marks, the opening is taken back only when asked twice.
    let records = evening.records();
    evening.keys("<backspace>");
    assert_eq!(evening.records(), records, "{}", evening.said());
    evening.keys("<backspace>");
    assert_eq!(evening.open_report(), None);
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
fn after_a_crash_the_urn_begins_again_where_the_record_is() {
    let mut evening = mayor();
    evening.keys("bouz , <enter> <enter> aab");
    let mut again = Evening::commune();
    again.app = App::new(evening.app.history().clone(), Access::Write, &[]);
    assert_eq!(again.app.context(), Context::InUrn);
    again.keys("<enter> aaaaaaaaaaaaabbbb <enter>");
    assert_eq!(count(&again, "01").in_urn, 17);
}

#[test]
fn nobody_elected_opens_the_next_round_and_new_candidates_stand_in_it() {
    let mut evening = reading();
    evening.keys("<tab> 9 <enter> 9 <enter> <enter>");
    assert_eq!(evening.app.context(), Context::RoundDone, "{}", evening.said());
    evening.keys("<enter>");
    assert_eq!((evening.app.context(), last_round(&evening, "01").number), (Context::SignOff, 2));
    // Candidates come first: who is named once more withdraws.
    evening.keys("<f9> candidatures <enter> hoch <enter> vau <enter> <enter>");
    let candidates = evening.app.sitting().handling(&ReportId::new("01")).candidates.clone();
    assert_eq!(candidates, [member("trevillard-solange"), member("vaudrange-leonce")]);
    evening.keys("<enter> <enter> aaaaaaaaabbbbbbbbb <enter> <enter>");
    assert_eq!(last_round(&evening, "01").number, 3);
    // Equal votes in the third round: the eldest, whose days of birth are in the file.
    evening.keys("<enter> <enter> aaaaaaaaabbbbbbbbb <enter> <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Elected));
    let elected = evening.app.sitting().elected(&ReportId::new("01"));
    assert_eq!(elected[0].member, member("vaudrange-leonce"));
}

#[test]
fn equal_votes_without_days_of_birth_ask_who_is_the_eldest() {
    let mut evening = without_births();
    for _ in 0..3 {
        evening.keys("<enter>");
        if evening.app.context() == Context::ReasonOfChair {
            evening.keys("x <enter>");
        }
        // Who presides cannot be known to be the eldest: a reason was asked for, once or at each round.
        assert_eq!(evening.app.context(), Context::InUrn, "{}", evening.screen(80, 24));
        evening.keys("<enter> <tab> 9 <enter> 9 <enter> <enter>");
        assert_eq!(evening.app.context(), Context::RoundDone, "{}", evening.said());
        evening.keys("<enter>");
    }
    assert_eq!(evening.app.context(), Context::AskChoice, "{}", evening.said());
    assert!(evening.screen(80, 24).contains("qui est le plus âgé"), "{}", evening.screen(80, 24));
    evening.keys("<enter>");
    assert_eq!(evening.app.context(), Context::RoundDone, "{}", evening.said());
    evening.keys("<enter>");
    assert_eq!(evening.app.sitting().elected(&ReportId::new("01"))[0].member, member("hochedeau-alain"));
}

#[test]
fn a_secret_ballot_on_a_text_voids_what_was_said_and_too_few_are_only_recorded() {
    let mut evening = Evening::first_vote();
    evening.keys("aub , <f9> urne <enter> aub <enter> <enter>");
    assert_eq!(evening.app.context(), Context::AskChoice, "{}", evening.said());
    evening.keys("<enter>");
    assert_eq!(evening.app.context(), Context::Vote, "the request is recorded: {}", evening.said());
    assert!(choice(&evening, "01", "aubry-paul").is_some());
    evening.keys("<f9> urne <enter> aub <enter> <enter> <down> <enter> vu <enter>");
    assert_eq!(evening.app.context(), Context::SignOff, "{}", evening.said());
    assert_eq!(choice(&evening, "01", "aubry-paul"), None);
    evening.keys("<enter> <enter> !!!,;");
    let left = evening.app.vote().unwrap().urn.left();
    evening.keys(&"!".repeat(left as usize)).keys("<enter> <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Adopted), "{}", evening.said());
}

#[test]
fn tellers_are_named_and_what_is_missing_is_known() {
    let mut evening = mayor();
    let missing = |evening: &Evening| evening.app.vote().unwrap().missing(evening.app.sitting());
    assert_eq!(missing(&evening), [Missing::Tellers]);
    evening.keys("<f9> assess <enter>");
    assert!(evening.screen(80, 24).contains("Qui sont les assesseurs"), "{}", evening.screen(80, 24));
    evening.keys("imbl <enter> rivai <enter> <enter>");
    assert_eq!(missing(&evening), []);
}

#[test]
fn enter_kept_down_takes_no_step_at_the_urn_unseen() {
    let mut evening = mayor();
    evening.pace_ms = 50;
    evening.keys("<enter> <enter> <enter>");
    assert_eq!(stage(&evening), Some(Stage::Emptied), "{}", evening.said());
}

#[test]
fn who_only_reads_marks_and_counts_nothing() {
    let mut evening = mayor();
    evening.keys("<enter>");
    let why = "Une autre fenêtre tient la séance.".to_owned();
    evening.app = App::new(evening.app.history().clone(), Access::ReadOnly { why }, &[]);
    for keys in ["<enter>", "12", "<tab>", "<backspace>"] {
        evening.keys(keys);
        assert_eq!(evening.app.context(), Context::InUrn);
        assert!(evening.said().starts_with("Lecture seule"), "{keys}: {}", evening.said());
    }
}

#[test]
fn a_rehearsal_and_a_reader_who_hears_lines_have_the_same_urn() {
    let docket = docket("2026-03-22-installation.ron");
    let mut rehearsed = Evening::with(docket.clone(), Access::Rehearsal, &[]);
    rehearsed.keys("<enter> <enter> <enter> <enter> ab");
    assert_eq!(ballots(&rehearsed), [1, 1, 0, 0]);
    let mut heard = Evening::of(docket);
    heard.app = App::new(heard.app.history().clone(), Access::Write, &[]).read_aloud();
    heard.keys("<enter> <enter> <enter> <enter> ab");
    assert_eq!(ballots(&heard), [1, 1, 0, 0]);
}

#[test]
fn a_past_count_is_seen_again_without_a_key_that_counts() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbbb <enter>");
    let now: Moment = evening.now();
    evening.app = App::seen_again(evening.app.history().clone(), 5, &now);
    for _ in 0..4 {
        evening.key(Key::Right);
        assert_eq!(evening.app.context(), Context::Replay);
        evening.keys("a ;");
        assert!(evening.app.vote().is_none_or(|vote| !vote.urn.is_held()));
    }
}

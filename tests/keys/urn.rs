//! A secret ballot by keys: the sign-off, the urn, the ballots read out, the rounds. The council of Corbignolles is made up.

use crate::evening::{Evening, docket, member, parse};
use crate::{choice, outcome};
use hemicycle::app::context::Context;
use hemicycle::app::urn::{Missing, Stage};
use hemicycle::app::{Access, App, Key, Moment, Msg};
use hemicycle::council::chair::ChairTitle;
use hemicycle::council::id::ReportId;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::secret::{Count, Round};

/// The installation of a council of nineteen, on the election of its mayor, the urn open: eighteen voices, three of them
/// carried. A: Solange TRÉVILLARD; B: Alain HOCHEDEAU.
pub fn mayor() -> Evening {
    let mut evening = Evening::of(docket("2026-03-22-installation.ron"));
    evening.keys("<enter> <enter>");
    assert_eq!(evening.app.context(), Context::SignOff, "{}", evening.said());
    evening
}

/// The same, the urn closed and its eighteen ballots found.
pub fn reading() -> Evening {
    let mut evening = mayor();
    evening.keys("<enter> <enter>");
    assert_eq!(evening.app.context(), Context::Reading, "{}", evening.said());
    evening
}

pub fn last_round(evening: &Evening, report: &str) -> Round {
    let report = ReportId::new(report);
    evening.app.sitting().secret_vote(&report, None).expect("an urn").last().expect("a round").clone()
}

pub fn count(evening: &Evening, report: &str) -> Count {
    last_round(evening, report).count.expect("totals")
}

pub fn stage(evening: &Evening) -> Option<Stage> {
    evening.app.urn_stage()
}

/// The lines of the count: letter and ballots.
pub fn lines(evening: &Evening) -> Vec<(Option<char>, u32)> {
    let vote = evening.app.vote().expect("a vote");
    vote.lines(evening.app.sitting()).iter().map(|line| (line.letter, line.ballots)).collect()
}

pub fn ballots(evening: &Evening) -> Vec<u32> {
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
    assert!(evening.screen(80, 24).contains("les assesseurs"), "{}", evening.screen(80, 24));
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

#[test]
fn who_left_while_the_urn_was_open_stays_on_the_list_and_may_be_marked() {
    let mut evening = mayor();
    // Nobody for whom he carries a voice: he alone is gone.
    evening.keys("<f3> bouz ,");
    assert_eq!(evening.app.context(), Context::SignOff, "{}", evening.said());
    let signed = |evening: &Evening| evening.app.vote().unwrap().signed(evening.app.sitting());
    assert_eq!(signed(&evening), Some((18, 18)), "he put his ballot into the urn");
    assert!(evening.said().contains("1 voix partie reste à l’émargement"), "{}", evening.said());
    assert!(evening.screen(80, 24).contains("(n’est plus là)"), "{}", evening.screen(80, 24));
    evening.keys("bouz ,");
    assert_eq!(signed(&evening), Some((18, 17)), "{}", evening.said());
    // The mark holds though the urn is closed and opened again.
    evening.keys("<enter> <backspace>");
    assert_eq!(signed(&evening), Some((18, 17)), "{}", evening.said());
    evening.keys("bouz ! <enter>");
    let urn = last_round(&evening, "01").urn.expect("closed");
    assert!(urn.signed.contains(&member("bouzignac-samir")));
    assert_eq!(urn.signed.len(), 18);
}

#[test]
fn an_election_that_stands_is_not_taken_back_and_no_rectification_is_spoken_of() {
    let mut evening = reading();
    evening.keys("aaaaaaaaaaaaabbbbb <enter> <enter> <enter>");
    assert_eq!(evening.open_report().as_deref(), Some("03"), "{}", evening.said());
    evening.keys("<backspace> <backspace> <backspace> <backspace>");
    assert!(evening.said().contains("devant le juge"), "{}", evening.said());
    assert!(!evening.said().contains("rectifi"), "{}", evening.said());
}

#[test]
fn the_room_reads_the_votes_of_a_round_in_large_numbers_where_there_is_room() {
    let mut evening = reading();
    evening.keys("<tab> 9 <enter> 9 <enter> <enter>");
    assert_eq!(evening.app.context(), Context::RoundDone, "{}", evening.said());
    let blocks = |screen: &str| screen.lines().skip(20).filter(|line| line.contains("██")).count();
    assert!(blocks(&evening.screen(120, 40)) >= 7, "{}", evening.screen(120, 40));
    assert_eq!(blocks(&evening.screen(80, 24)), 0, "{}", evening.screen(80, 24));
}

//! A secret ballot that is asked for once voices were noted aloud: they are seen nowhere any more.

use hemicycle::app::display::scene::Scene;
use hemicycle::app::{Access, App, Key, Msg};
use hemicycle::council::ballot::Choice::{Abstain, Against};
use hemicycle::council::command::Command;
use hemicycle::council::history::History;
use hemicycle::council::public::{Control, Showing};
use hemicycle::council::step::AskedBallot;
use hemicycle::french::screen::journal::VOID;

use crate::common::ask::*;
use crate::common::{Room, docket, report};
use crate::evening::Evening;
use crate::searcher::in_lines;

const NAMES: [&str; 6] = ["NOM01", "NOM02", "NOM03", "NOM04", "NOM05", "NOM06"];

fn ask_secret(number: u32, who: &[u32]) -> Command {
    Command::AskSecret(AskedBallot {
        report: report(number),
        on: None,
        asked_by: members(who),
        refused: false,
        at: at(18, 20),
    })
}

/// Two against and one abstaining, aloud.
fn begun() -> Room {
    let mut room = Room::of(docket(6, 2));
    room.must(&open(at(18, 5)));
    room.must(&open_report(1));
    room.must(&voices(1, &[(2, Against), (5, Against)]));
    room.must(&voices(1, &[(3, Abstain)]));
    room
}

/// Every screen of the journal, its cursor on each of its rows, at two sizes.
fn screens_of_the_journal(history: &History) -> String {
    let mut evening = Evening::of(history.docket().clone());
    evening.app = App::new(history.clone(), Access::Write, &[]);
    evening.resized(120, 40);
    evening.keys("<ctrl-r>");
    let mut seen = String::new();
    for _ in 0..=history.next_number() + 4 {
        seen.push_str(&evening.screen(120, 40));
        seen.push_str(&evening.screen(80, 24));
        evening.keys("<up>");
    }
    seen
}

/// Every screen of a replay, entry by entry.
fn screens_of_a_replay(history: &History) -> String {
    let mut evening = Evening::of(history.docket().clone());
    let now = evening.now();
    evening.app = App::seen_again(history.clone(), 1, &now);
    evening.resized(120, 40);
    let mut seen = String::new();
    for _ in 0..=history.next_number() {
        seen.push_str(&evening.screen(120, 40));
        evening.send(Msg::Key(Key::Right));
    }
    for _ in 0..=history.next_number() {
        seen.push_str(&evening.screen(120, 40));
        evening.send(Msg::Key(Key::Left));
    }
    seen
}

#[test]
fn case_65_the_voices_of_a_vote_that_became_secret_are_on_no_screen_of_the_journal_and_of_a_replay() {
    let mut room = begun();
    // While the vote is open, both screens tell who said what: the search finds it.
    assert!(!in_lines(&screens_of_the_journal(&room.history), &NAMES).is_empty());
    assert!(!in_lines(&screens_of_a_replay(&room.history), &NAMES).is_empty());
    room.must(&ask_secret(1, &[2, 3]));
    let (journal, replay) = (screens_of_the_journal(&room.history), screens_of_a_replay(&room.history));
    assert_eq!(in_lines(&journal, &NAMES), Vec::<String>::new());
    assert_eq!(in_lines(&replay, &NAMES), Vec::<String>::new());
    let short = VOID.split(' ').take(2).collect::<Vec<_>>().join(" ");
    assert!(journal.contains(&short), "{journal}");
}

#[test]
fn case_65_the_open_vote_is_voided_by_one_action_with_its_askers_and_the_urn_is_empty() {
    let mut room = begun();
    assert_eq!((room.tally(1).against, room.tally(1).abstentions), (2, 1));
    room.must(&ask_secret(1, &[2, 3]));
    let vote = room.sitting().vote_on(&report(1), None).expect("open");
    assert!(vote.choices().next().is_none() && vote.counts().is_none(), "nothing that was said is there");
    let secret = vote.secret().expect("an urn");
    assert!(secret.rounds.len() == 1 && secret.urn().is_none() && secret.count().is_none(), "empty");
    let request = room.sitting().handling(&report(1)).requests.last().expect("recorded").clone();
    assert!(request.secret && request.granted && request.voided);
    assert_eq!(request.asked_by, members(&[2, 3]));
    assert_eq!((room.history.is_void(3), room.history.is_void(4), room.history.is_void(5)), (true, true, false));
}

#[test]
fn case_65_the_asking_taken_back_gives_the_open_vote_back_and_asked_again_hides_it_again() {
    let mut room = begun();
    let before = room.sitting().clone();
    room.must(&ask_secret(1, &[2, 3]));
    room.undo();
    assert_eq!(room.sitting(), &before, "the vote that was begun aloud goes on");
    assert!(!room.history.is_void(3));
    assert!(!in_lines(&screens_of_a_replay(&room.history), &NAMES).is_empty());
    room.must(&ask_secret(1, &[2, 3]));
    assert!(room.history.is_void(3));
    assert_eq!(in_lines(&screens_of_a_replay(&room.history), &NAMES), Vec::<String>::new());
}

#[test]
fn case_65_a_public_display_that_was_frozen_while_voices_were_shown_does_not_show_them_once_the_ballot_may_be_secret() {
    let room = begun();
    let shown = |showing, live| Scene::of(&room.history, Control { showing, live }, false);
    let frozen = Showing::Frozen { after: room.history.next_number() - 1 };
    assert_ne!(shown(Showing::Follows, true), shown(Showing::Follows, false), "live, the voices are there");
    assert_eq!(shown(frozen, true), shown(frozen, false));
}

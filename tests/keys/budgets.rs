//! What each moment of the evening costs in keys.

use crate::council_of_58;
use crate::evening::{Evening, member, parse};
use crate::{choice, outcome};
use hemicycle::app::Place;
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::name::fold;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::sitting::Stage;

#[test]
fn a_unanimous_report_is_proclaimed_and_the_next_one_opened_with_one_key() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously));
    assert_eq!(evening.open_report().as_deref(), Some("02"));
    assert_eq!(evening.records(), records + 1, "both are one action");
}

/// The fewest letters with which no other surname begins.
fn unique_letters(evening: &Evening, id: &str) -> String {
    let compact = |name: &str| fold(name).replace(' ', "");
    let roster = &evening.app.sitting().docket().roster;
    let surname = compact(&roster.get(&member(id)).unwrap().name.surname);
    let others: Vec<String> =
        roster.iter().filter(|other| other.id != member(id)).map(|other| compact(&other.name.surname)).collect();
    (1..=surname.len())
        .map(|letters| surname[..letters].to_owned())
        .find(|letters| others.iter().all(|other| !other.starts_with(letters)))
        .expect("no homonym among these")
}

#[test]
fn a_mixed_vote_costs_the_letters_of_each_name_and_a_sign_and_one_key_to_proclaim() {
    let mut evening = Evening::first_vote();
    let marked = [
        ("evrard-maia", ",", Choice::Against),
        ("carpentier-solene", ";", Choice::Abstain),
        ("le-goffic-ronan", ":", Choice::NotTakingPart),
        ("guerineau-yse", ",", Choice::Against),
        ("weisser-bruno", ";", Choice::Abstain),
    ];
    let mut typed = 0;
    let mut budget = 1;
    for (id, sign, said) in marked {
        let letters = unique_letters(&evening, id);
        budget += letters.len() + 1;
        let keys = format!("{letters} {sign}");
        typed += parse(&keys).len();
        evening.keys(&keys);
        assert_eq!(choice(&evening, "01", id), Some(said), "{id} by « {letters} »");
    }
    evening.keys("<enter>");
    assert_eq!(typed + 1, budget);
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Adopted));
    let tally = evening.tally("01");
    assert_eq!((tally.for_, tally.against, tally.abstentions, tally.not_taking_part), (26, 2, 2, 1));
}

#[test]
fn the_roll_call_of_58_with_15_known_powers_and_three_surprises_takes_at_most_15_keys() {
    let mut evening = Evening::of(council_of_58::docket());
    let sitting = evening.app.sitting();
    assert_eq!((sitting.docket().roster.in_office(), sitting.attendance().proxies().count()), (58, 15));
    // One who was to be away came; one who was to come is absent; one gives a power at the last moment.
    let keys = "za ! ba , fo : gi <enter> <enter>";
    assert!(parse(keys).len() <= 15, "{}", parse(keys).len());
    evening.keys(keys);
    let sitting = evening.app.sitting();
    assert_eq!(sitting.stage(), Stage::Open);
    assert_eq!(sitting.attendance().presence(&member("zani-rose")), Presence::Present);
    assert_eq!(sitting.attendance().presence(&member("bazin-luc")), Presence::Absent);
    assert_eq!(sitting.attendance().holder_of(&member("fougere-anne")), Some(&member("gilet-marc")));
}

#[test]
fn where_we_are_who_is_there_and_whether_there_is_a_quorum_take_no_key() {
    let evening = Evening::first_vote();
    for (columns, rows) in [(80, 24), (120, 40)] {
        let screen = evening.screen(columns, rows);
        let top: Vec<&str> = screen.lines().take(2).collect();
        assert!(top[0].contains("Conseil municipal de Saint-Exemple") && top[0].contains("18 h 04"), "{}", top[0]);
        for word in ["26", "5", "Quorum 17", "✓"] {
            assert!(top[1].contains(word), "{word}: {}", top[1]);
        }
        assert!(screen.contains("01 · délibération"));
    }
}

#[test]
fn the_last_action_is_taken_back_with_one_key_which_says_what_it_was_and_given_again_with_another() {
    let mut evening = Evening::first_vote();
    evening.keys("aub ,");
    assert_eq!(evening.said(), "AUBRY Paul + 1 pouvoir : contre.");
    evening.keys("<backspace>");
    assert_eq!(evening.tally("01").against, 0);
    assert_eq!(evening.said(), "Défait : AUBRY Paul + 1 pouvoir : contre. Ctrl-Y rétablit.");
    evening.keys("<ctrl-y>");
    assert_eq!(evening.tally("01").against, 2);
    assert_eq!(evening.said(), "Rétabli : AUBRY Paul + 1 pouvoir : contre.");
    evening.keys("<ctrl-z>");
    assert_eq!(evening.tally("01").against, 0);
    evening.keys("<ctrl-y> <ctrl-y>");
    assert_eq!(evening.said(), "Rien à rétablir.");
}

#[test]
fn everything_can_be_taken_back_to_the_roll_call() {
    let mut evening = Evening::first_vote();
    evening.keys("aub , <enter> bois ; <enter>");
    evening.keys("<backspace> <backspace> <backspace> <backspace> <backspace> <backspace>");
    assert_eq!(evening.app.sitting().stage(), Stage::RollCall);
    assert_eq!(evening.app.place(), Place::RollCall);
    evening.keys("<backspace>");
    assert_eq!(evening.said(), "Rien à défaire.");
}

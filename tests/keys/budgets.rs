//! What each moment of the evening costs in keys. A political group with one of its members apart is in `votes`.

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
fn an_arrival_or_a_departure_costs_one_key_the_letters_and_a_sign_and_the_hour_if_another() {
    let mut evening = Evening::first_vote();
    let letters = unique_letters(&evening, "fontanel-denis");
    let keys = format!("<f3> {letters} !");
    assert_eq!(parse(&keys).len(), 1 + letters.len() + 1);
    evening.keys(&keys);
    assert_eq!(evening.app.sitting().attendance().presence(&member("fontanel-denis")), Presence::Present);
    let keys = format!("<f3> 1803 {letters} ,");
    assert_eq!(parse(&keys).len(), 1 + 4 + letters.len() + 1);
    evening.minute += 10;
    evening.keys("<f3>").keys(&format!("1804 {letters} ,"));
    assert_eq!(evening.app.sitting().attendance().presence(&member("fontanel-denis")), Presence::Left);
    assert_eq!((evening.app.place(), evening.app.panels().len()), (Place::Vote, 0));
}

#[test]
fn a_power_in_session_costs_one_key_and_the_letters_and_a_key_for_each_of_the_two() {
    let mut evening = Evening::first_vote();
    let (giver, holder) = (unique_letters(&evening, "chazal-helene"), unique_letters(&evening, "delorme-karim"));
    let keys = format!("<f3> {giver} : {holder} <enter>");
    assert_eq!(parse(&keys).len(), 1 + (giver.len() + 1) + (holder.len() + 1));
    evening.keys(&keys);
    let attendance = evening.app.sitting().attendance();
    assert_eq!(attendance.holder_of(&member("chazal-helene")), Some(&member("delorme-karim")));
    assert_eq!(attendance.presence(&member("chazal-helene")), Presence::Left);
    assert!(evening.app.panels().is_empty());
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
    assert_eq!(
        evening.said(),
        "Défait : AUBRY Paul + 1 pouvoir : contre. Pour 29 → 31, contre 2 → 0. Ctrl-Y rétablit."
    );
    evening.keys("<ctrl-y>");
    assert_eq!(evening.tally("01").against, 2);
    assert_eq!(evening.said(), "Rétabli : AUBRY Paul + 1 pouvoir : contre. Pour 31 → 29, contre 0 → 2.");
    evening.keys("<ctrl-z>");
    assert_eq!(evening.tally("01").against, 0);
    evening.keys("<ctrl-y> <ctrl-y>");
    assert_eq!(evening.said(), "Rien à rétablir.");
}

#[test]
fn everything_can_be_taken_back_to_the_roll_call() {
    let mut evening = Evening::first_vote();
    evening.keys("aub , <enter> bois ;");
    evening.keys("<backspace> <backspace> <backspace> <backspace> <backspace>");
    assert_eq!(evening.app.sitting().stage(), Stage::RollCall);
    assert_eq!(evening.app.place(), Place::RollCall);
    evening.keys("<backspace>");
    assert_eq!(evening.said(), "Rien à défaire.");
}

#[test]
fn a_member_by_initials_costs_two_letters_and_a_sign_and_by_number_its_figures_and_a_sign() {
    for (id, initials) in [("evrard-maia", "me"), ("guerineau-yse", "yg"), ("carpentier-solene", "sc")] {
        let number = Evening::commune().app.view().everyone.number(&member(id)).to_owned();
        for (typed, letters) in [(initials.to_owned(), 2), (number.clone(), number.len())] {
            let keys = format!("{typed} ,");
            assert_eq!(parse(&keys).len(), letters + 1);
            let mut evening = Evening::first_vote();
            evening.keys(&keys);
            assert_eq!(choice(&evening, "01", id), Some(Choice::Against), "{keys}: {}", evening.said());
        }
    }
}

#[test]
fn who_is_missing_takes_no_key() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let evening = Evening::commune();
        let screen = evening.screen(columns, rows);
        assert!(screen.contains("○ URBANIAK Stan") && screen.contains("· FONTANEL Denis"), "{screen}");
    }
}

//! F3: who arrives, leaves, steps out, comes back, gives a power, once the sitting is open.

use crate::evening::{Evening, docket, member};
use hemicycle::app::Panel;
use hemicycle::council::attendance::Presence;
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::hour::Hour;
use hemicycle::council::name::Name;
use hemicycle::council::roster::{Member, Roster, Standing};
use std::sync::Arc;

fn presence(evening: &Evening, id: &str) -> Presence {
    evening.app.sitting().attendance().presence(&member(id))
}

/// The hour of the movement recorded last.
fn hour(evening: &Evening) -> Option<Hour> {
    let Some(Entry::Action { events, .. }) = evening.last_record() else { panic!("nothing is recorded") };
    events.iter().find_map(|event| match event {
        Event::PresenceSet { at, .. } | Event::ProxyGiven { at, .. } | Event::SeatTaken { at, .. } => *at,
        _ => None,
    })
}

#[test]
fn each_sign_says_a_movement_and_the_panel_closes_by_itself_and_says_what_was_done() {
    let mut evening = Evening::first_vote();
    for (keys, id, expected, said) in [
        (
            "aub ;",
            "aubry-paul",
            Presence::Out,
            "AUBRY Paul : sorti à 18 h 04 ; le pouvoir de SABATHIER Élie prend fin.",
        ),
        ("aub !", "aubry-paul", Presence::Present, "AUBRY Paul : présent à 18 h 04."),
        ("chaz ,", "chazal-helene", Presence::Left, "CHAZAL Hélène : partie à 18 h 04."),
        ("font !", "fontanel-denis", Presence::Present, "FONTANEL Denis : présent à 18 h 04."),
    ] {
        evening.keys("<f3>").keys(keys);
        assert_eq!(presence(&evening, id), expected, "{keys}");
        assert!(evening.said().starts_with(said), "{}", evening.said());
        assert!(evening.app.panels().is_empty(), "{keys}");
    }
}

#[test]
fn f3_after_a_name_that_is_nobody_s_begins_again_and_the_next_name_is_never_a_vote() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> zzz , <f3> chaz ,");
    assert_eq!(presence(&evening, "chazal-helene"), Presence::Left);
    assert_eq!(evening.tally("01").against, 0);
    evening.keys("<f3> <f3>");
    assert!(evening.app.panels().is_empty(), "with nothing typed F3 closes what it opened");
}

#[test]
fn a_holder_who_leaves_is_said_with_the_powers_that_lapse_and_how_to_give_them_anew() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> aub ,");
    let said = "AUBRY Paul : parti à 18 h 04 ; le pouvoir de SABATHIER Élie prend fin. À redonner : F3, le nom, : puis \
                le mandataire.";
    assert_eq!(evening.said(), said);
    assert_eq!(evening.tally("01").voters, 29);
    evening.keys("<f3> saba : del <enter>");
    assert_eq!(evening.app.sitting().attendance().holder_of(&member("sabathier-elie")), Some(&member("delorme-karim")));
    assert_eq!(evening.tally("01").voters, 30);
    assert!(evening.app.panels().is_empty());
}

#[test]
fn an_hour_is_typed_first_on_either_row_without_shift_and_goes_with_the_next_action_only() {
    let mut evening = Evening::first_vote();
    evening.minute = 19 * 60;
    evening.keys("<f3> 18 <backspace> <backspace>");
    evening.keys("&_'é"); // 1842
    assert!(evening.screen(80, 24).contains("Heure : 18 h 42"), "{}", evening.screen(80, 24));
    evening.keys("chaz ,");
    assert_eq!(hour(&evening), Hour::new(18, 42));
    evening.keys("<f3> font !");
    assert_eq!(hour(&evening), Hour::new(19, 0));
}

#[test]
fn an_hour_that_is_not_whole_or_no_hour_of_the_day_is_refused_and_said() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("<f3> 184 chaz ,");
    assert!(evening.said().contains("quatre chiffres"), "{}", evening.said());
    evening.keys("<esc> <esc> <f3> 251");
    assert!(evening.said().contains("0000 à 2359"), "no hour, and no number of the list: {}", evening.said());
    evening.keys("<backspace> 15 chaz ,");
    assert_eq!(evening.records(), records, "an hour cut short is no hour: {}", evening.said());
}

#[test]
fn a_number_of_the_list_is_typed_like_an_hour_and_is_one_until_there_are_four_figures() {
    for (keys, at) in [("<f3> 3 ,", (19, 0)), ("<f3> \" ,", (19, 0)), ("<f3> 1842 3 ,", (18, 42))] {
        let mut evening = Evening::first_vote();
        evening.minute = 19 * 60;
        evening.keys(keys);
        assert_eq!(presence(&evening, "chazal-helene"), Presence::Left, "{keys}: {}", evening.said());
        assert_eq!(hour(&evening), Hour::new(at.0, at.1), "{keys}");
    }
    let mut evening = Evening::first_vote();
    evening.keys("<f3> 18");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Heure : 18 h") && screen.contains("◐ 18 SABATHIER"), "it may still be either: {screen}");
    evening.keys("<backspace> <backspace> évr ,");
    assert_eq!(presence(&evening, "evrard-maia"), Presence::Left, "É begins a name here too");
}

#[test]
fn on_another_day_a_movement_has_the_hour_that_is_typed_and_no_other() {
    let mut evening = Evening::first_vote();
    evening.on_the_day = false;
    evening.keys("<f3> chaz ,");
    assert_eq!(hour(&evening), None);
    evening.keys("<f3> 1842 chaz !");
    assert_eq!(hour(&evening), Hour::new(18, 42));
}

#[test]
fn an_hour_before_a_result_that_counted_otherwise_asks_for_a_reason_and_then_both_panels_close() {
    let mut evening = Evening::first_vote();
    evening.minute = 19 * 60;
    evening.keys("<enter> <f3> 1830 chaz ,");
    let Some(Panel::Reason(panel)) = evening.app.panels().last() else { panic!("no reason is asked") };
    assert_eq!(panel.findings[0].code().to_string(), "W009");
    evening.keys("dit <enter>");
    assert_eq!(presence(&evening, "chazal-helene"), Presence::Left);
    assert!(evening.app.panels().is_empty());
}

#[test]
fn equals_says_that_a_member_takes_part_from_afar_and_space_changes_nothing() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> chaz =");
    if matches!(evening.app.panels().last(), Some(Panel::Reason(_))) {
        evening.keys("dit <enter>");
    }
    assert_eq!(presence(&evening, "chazal-helene"), Presence::Remote);
    assert!(evening.keys("<f3>").screen(80, 24).contains("CHAZAL Hélène à distance"));
    let records = evening.records();
    evening.keys("<down> <space> <space>");
    assert_eq!(evening.records(), records);
}

#[test]
fn a_refusal_stays_on_the_panel_and_the_next_letters_are_another_name() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> chaz ! chaz ,");
    assert_eq!(presence(&evening, "chazal-helene"), Presence::Left);
}

#[test]
fn a_step_given_up_for_want_of_a_reason_lets_another_holder_be_looked_for() {
    let mut evening = Evening::first_vote();
    evening.keys("<f3> urb : bois <enter>");
    assert!(matches!(evening.app.panels().last(), Some(Panel::Reason(_))), "{}", evening.said());
    evening.keys("<esc> del <enter>");
    let holder = evening.app.sitting().attendance().holder_of(&member("urbaniak-stan"));
    assert_eq!(holder, Some(&member("delorme-karim")), "{}", evening.said());
}

#[test]
fn whoever_must_take_no_part_in_the_report_has_the_sign_and_the_word_of_it_in_the_room() {
    let mut evening = Evening::first_vote();
    let screen = evening.keys("chaz = <enter> <enter> <enter> <f3>").screen(80, 24);
    assert!(screen.contains("◌ CHAZAL Hélène déport"), "{screen}");
    let screen = evening.keys("<esc> <enter> <f3>").screen(80, 24);
    assert!(screen.contains("● CHAZAL Hélène "), "the next report is hers again: {screen}");
}

#[test]
fn after_the_close_the_panel_is_only_looked_at() {
    let mut evening = Evening::commune();
    evening.keys("<enter> <end> <enter> ! <f3>");
    let records = evening.records();
    let screen = evening.screen(120, 40);
    assert!(!screen.contains("part") || !screen.contains(", part"), "{screen}");
    evening.keys("chaz ,");
    assert_eq!(evening.records(), records);
    assert!(evening.said().starts_with("E005 "), "{}", evening.said());
}

/// The commune with a substitute of AUBRY Paul and a new member in the seat of FONTANEL Denis.
fn with_substitutes() -> Evening {
    let mut commune = (*docket("exemple-commune.ron")).clone();
    let mut members: Vec<Member> = commune.roster.everyone().cloned().collect();
    for (surname, standing) in [
        ("ZANETTI", Standing::SubstituteOf(member("aubry-paul"))),
        ("YVON", Standing::SuccessorOf(Some(member("fontanel-denis")))),
    ] {
        let name = Name { surname: surname.into(), first: "Anne".into(), civility: None };
        members.push(Member { id: name.slug(), name, group: None, role: None, rank: None, birth: None, standing });
    }
    commune.roster = Roster::new(members);
    Evening::of(Arc::new(commune))
}

#[test]
fn a_substitute_and_a_new_member_are_found_by_the_same_search_and_seated_by_the_same_sign() {
    let mut evening = with_substitutes();
    evening.keys("<enter> <enter>");
    evening.keys("<f3> zan !");
    assert!(evening.said().starts_with("E019 "), "the titular is there: {}", evening.said());
    evening.keys("<esc> <f3> aub , <f3> zan");
    assert!(evening.screen(80, 24).contains("◇ 34 ZANETTI Anne  supplée AUBRY"), "{}", evening.screen(80, 24));
    evening.keys("!");
    let said = "ZANETTI Anne siège à la place d’AUBRY Paul à 18 h 04. Vote en cours : présumé pour, 30 votants.";
    assert_eq!(evening.said(), said);
    evening.keys("zan ,");
    assert!(evening.screen(120, 40).contains("ZANETTI Anne"), "a substitute votes as others do");
    evening.keys("<f3> yvon !");
    assert!(evening.said().starts_with("YVON Anne siège à la place de FONTANEL Denis à 18 h 04."));
    // The titular comes back and takes his seat.
    evening.keys("<f3> aub !");
    assert!(evening.said().contains("ZANETTI Anne rend le siège"), "{}", evening.said());
    let screen = evening.keys("<f3>").screen(120, 40);
    assert!(screen.contains("ZANETTI Anne supplée AUBRY"), "{screen}");
}

#[test]
fn the_roll_call_offers_those_who_may_take_a_seat() {
    let mut evening = with_substitutes();
    evening.keys("aub ; zan !");
    assert_eq!(evening.said(), "ZANETTI Anne siège à la place d’AUBRY Paul.");
    assert!(evening.screen(120, 40).contains("YVON Anne remplace FONTANEL"), "{}", evening.screen(120, 40));
}

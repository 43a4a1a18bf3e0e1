//! Finding a member: by letters, by initials, by the number in the list; homonyms told apart.

use crate::choice;
use crate::evening::{Evening, docket, member};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::name::{Civility, Name};
use hemicycle::council::roster::{Member, Roster};

/// The made-up commune on its first report, with two AUBRY more: one who is called Paul too, and one Lucie.
fn with_homonyms() -> Evening {
    let mut commune = (*docket("exemple-commune.ron")).clone();
    let mut members: Vec<Member> = commune.roster.everyone().cloned().collect();
    for (id, first, role, civility) in
        [("aubry-paul-2", "Paul", Some("2e adjoint"), Civility::Mr), ("aubry-lucie", "Lucie", None, Civility::Mrs)]
    {
        let name = Name { surname: "AUBRY".into(), first: first.into(), civility: Some(civility) };
        let group = Some("Ensemble".into());
        let standing = hemicycle::council::roster::Standing::InOffice;
        members.push(Member {
            id: member(id),
            name,
            group,
            role: role.map(Into::into),
            rank: None,
            birth: None,
            standing,
        });
    }
    commune.roster = Roster::new(members);
    let mut evening = Evening::of(commune.into());
    evening.keys("<enter> <enter>");
    evening
}

#[test]
fn a_member_is_found_by_initials_and_by_number_wherever_one_is_looked_for() {
    // In a vote: Maïa ÉVRARD.
    let number = Evening::commune().app.view().everyone.number(&member("evrard-maia")).to_owned();
    for keys in ["év ,".to_owned(), "ém ,".to_owned(), "mé ,".to_owned(), format!("{number} ,")] {
        let mut evening = Evening::first_vote();
        evening.keys(&keys);
        assert_eq!(choice(&evening, "01", "evrard-maia"), Some(Choice::Against), "{keys}: {}", evening.said());
    }
    // At the roll call; as the holder of a power; in a movement.
    let mut evening = Evening::commune();
    evening.keys("3 , 4 : 5 <enter>");
    let attendance = evening.app.sitting().attendance();
    assert_eq!(attendance.presence(&member("chazal-helene")), Presence::Absent);
    assert_eq!(attendance.holder_of(&member("delorme-karim")), Some(&member("escoffier-nadege")));
    let mut evening = Evening::first_vote();
    evening.keys("<f3> 3 : 4 <enter>");
    assert_eq!(evening.app.sitting().attendance().holder_of(&member("chazal-helene")), Some(&member("delorme-karim")));
    // In a gesture: who stays out of the report.
    let mut evening = Evening::first_vote();
    evening.keys("<f9> deport <enter> 3 <enter>");
    assert!(evening.screen(80, 24).contains("✓ CHAZAL Hélène"), "{}", evening.screen(80, 24));
}

#[test]
fn on_an_azerty_keyboard_without_shift_a_sign_begins_a_number_and_a_letter_a_name() {
    for (keys, id) in [("& ,", "martinet-lea"), ("&é ,", "moreau-vidal-sacha"), ("2é ,", "weisser-bruno")] {
        let mut evening = Evening::first_vote();
        let view = evening.app.view();
        let number = view.everyone.number(&member(id)).to_owned();
        evening.keys(keys);
        assert_eq!(choice(&evening, "01", id), Some(Choice::Against), "{keys}, n° {number}: {}", evening.said());
    }
}

#[test]
fn a_mark_on_the_surname_of_several_is_refused_until_she_says_which() {
    for sign in [",", ";", ":", "!", "="] {
        let mut evening = with_homonyms();
        let records = evening.records();
        evening.keys("aubry").keys(sign);
        assert_eq!((evening.records(), evening.app.panels().len()), (records, 0), "{sign}");
        assert!(evening.said().starts_with("3 homonymes : AUBRY Paul (n° 2, "), "{}", evening.said());
        assert!(evening.said().contains("AUBRY Lucie (n° 35, Ensemble)"), "{}", evening.said());
        // Refused again, however often it is pressed: a key pressed twice does not choose.
        evening.keys(sign);
        assert_eq!(evening.records(), records, "{sign}");
    }
}

#[test]
fn letters_an_arrow_or_the_number_say_which_of_the_homonyms_it_is() {
    for (keys, id) in [
        ("aubry , l ,", "aubry-lucie"),
        ("aubry , <down> ,", "aubry-paul-2"),
        ("aubry , <up> ,", "aubry-paul"),
        ("aubry34 ,", "aubry-paul-2"),
        ("34 ,", "aubry-paul-2"),
    ] {
        let mut evening = with_homonyms();
        evening.keys(keys);
        let against: Vec<&str> = ["aubry-paul", "aubry-paul-2", "aubry-lucie"]
            .into_iter()
            .filter(|id| choice(&evening, "01", id) == Some(Choice::Against))
            .collect();
        assert_eq!(against, [id], "{keys}: {}", evening.said());
    }
    // No letter parts two of the same surname and first name.
    let mut evening = with_homonyms();
    let records = evening.records();
    evening.keys("aubrypaul ,");
    assert_eq!(evening.records(), records);
    assert!(evening.said().starts_with("2 homonymes"), "{}", evening.said());
}

#[test]
fn at_the_roll_call_in_a_movement_and_in_a_gesture_homonyms_are_not_taken_for_one_another_either() {
    let mut evening = with_homonyms();
    let records = evening.records();
    for keys in
        ["<f3> aubry , <esc> <esc>", "<f3> chaz : aubry <enter> <esc> <esc>", "<f9> déport <enter> aubry <enter>"]
    {
        evening.keys(keys);
        assert_eq!(evening.records(), records, "{keys}");
        assert!(evening.said().is_empty() || evening.said().contains("homonymes"), "{keys}: {}", evening.said());
    }
    assert!(evening.said().contains("homonymes"), "{}", evening.said());
}

#[test]
fn the_hits_show_each_number_and_what_differs_between_two_of_one_name_in_the_narrowest_window() {
    let mut evening = with_homonyms();
    evening.keys("aubry");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("●  2 AUBRY Paul"), "{screen}");
    assert!(screen.contains("● 34 AUBRY Paul  M. · 2e adj"), "{screen}");
    assert!(screen.contains("● 35 AUBRY Lucie"), "{screen}");
}

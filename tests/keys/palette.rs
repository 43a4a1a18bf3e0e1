//! F9: every command by its name, with its key.

use crate::evening::{Evening, parse};
use crate::{choice, outcome};
use hemicycle::app::Panel;
use hemicycle::app::context::Context;
use hemicycle::app::gesture::{Item, Question};
use hemicycle::app::keymap::{Action, Stroke, rows};
use hemicycle::council::ballot::Choice;
use hemicycle::council::outcome::Outcome;
use hemicycle::french::screen::gesture::Gesture;

/// The items of the list that is open.
fn items(evening: &Evening) -> Vec<Item> {
    match evening.app.panels().last() {
        Some(Panel::Gesture(gesturing)) => match &gesturing.question {
            Question::Choice { items, .. } => items.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// Whether a gesture can be begun from the list that is open: it is not one that has to wait.
pub fn offers(evening: &Evening, gesture: Gesture) -> bool {
    items(evening).contains(&Item::Gesture(gesture))
}

/// The screens from which the list is asked for.
const SCREENS: [(&str, Context); 8] = [
    ("", Context::RollCall),
    ("a", Context::RollCallSearch),
    ("<esc>", Context::EarlyAgenda),
    ("<enter>", Context::Agenda),
    ("<enter> <enter>", Context::Vote),
    ("<enter> <enter> aub", Context::VoteSearch),
    ("<enter> <enter> <down>", Context::VoteWalk),
    ("<enter> <enter> <tab> result <enter> <enter>", Context::Counted),
];

#[test]
fn every_key_of_the_screen_below_and_every_gesture_is_in_the_list_once() {
    for (keys, context) in SCREENS {
        let mut evening = Evening::commune();
        evening.keys(keys);
        assert_eq!(evening.app.context(), context, "{keys}");
        evening.keys("<f9>");
        let listed = items(&evening);
        for row in rows(context).filter(|row| !row.action.reminds() && row.action != Action::Commands) {
            let Some(Stroke::Is(key)) = row.strokes.first() else { continue };
            let gesture = match row.action {
                Action::Ways => Some(Gesture::Way),
                Action::Recuse => Some(Gesture::Recuse),
                _ => None,
            };
            let is_it = |item: &&Item| match item {
                Item::Press(own, action, _) => own == key && *action == row.action,
                Item::Gesture(own) => Some(*own) == gesture,
                _ => false,
            };
            assert_eq!(listed.iter().filter(is_it).count(), 1, "{key:?} {:?} in {context:?}", row.action);
        }
        for gesture in Gesture::ALL {
            let is_it = |item: &&Item| matches!(item, Item::Gesture(own) | Item::Later(own) if *own == gesture);
            assert_eq!(listed.iter().filter(is_it).count(), 1, "{gesture:?} in {context:?}");
        }
    }
}

#[test]
fn enter_on_a_command_that_has_a_key_does_what_the_key_does() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> proclamer <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously), "{}", evening.said());
    assert!(evening.app.panels().is_empty());
    evening.keys("aub <f9> contre <enter>");
    assert_eq!(choice(&evening, "02", "aubry-paul"), Some(Choice::Against), "the name typed before is still there");
    evening.keys("<f9> pourquoi <enter>");
    assert_eq!(evening.app.context(), Context::Why);
}

#[test]
fn the_list_shows_the_key_of_each_command_and_a_line_says_what_the_one_under_the_cursor_does() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9>");
    let screen = evening.screen(120, 40);
    for (name, key) in
        [("Manière de relever le vote", "Tab"), ("Déport d’un membre", "="), ("Aperçu des papiers", "Ctrl-P")]
    {
        let line = screen.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}: {screen}"));
        let behind = line.split(name).nth(1).unwrap().trim_start();
        assert!(behind.starts_with(key), "{name}: {behind}");
    }
    evening.keys("pourquoi");
    assert!(evening.screen(80, 24).contains("dire pourquoi chaque chiffre"), "{}", evening.screen(80, 24));
}

#[test]
fn what_cannot_be_done_now_is_listed_last_and_says_when_it_can() {
    let mut evening = Evening::first_vote();
    let records = evening.records();
    evening.keys("<f9> reprendre");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Pas maintenant") && screen.contains("la séance suspendue"), "{screen}");
    evening.keys("<enter>");
    assert_eq!(evening.said(), "Pas maintenant. Reprendre la séance : la séance suspendue.");
    assert_eq!((evening.records(), evening.app.panels().len()), (records, 1), "the list stays");
    evening.keys("<esc> <f9> suspendre <enter> <f9> reprendre <enter>");
    assert_eq!(evening.records(), records + 2, "and then it can: {}", evening.said());
}

#[test]
fn the_list_of_commands_costs_one_key_and_its_letters() {
    assert_eq!(parse("<f9> huis").len(), 5);
    let mut evening = Evening::first_vote();
    evening.keys("<f9> huis <enter>");
    let Some(Panel::Gesture(gesturing)) = evening.app.panels().last() else { panic!("no question") };
    assert_eq!(gesturing.gesture(), Some(Gesture::InCamera));
}

//! A record that leaves its place and comes back: what is shown, what each key asks for.

use hemicycle::app::context::Context;
use hemicycle::app::shelter::{Rescue, Sheltered, Unrecorded};
use hemicycle::app::{Effect, Msg};

use crate::evening::{Disk, Evening};

fn sheltered() -> Msg {
    let (place, here) = ("/media/cle".to_owned(), "/home/copies/x".to_owned());
    Msg::Sheltered(Sheltered { place, here, is_back: false }, "Le disque n’est plus là.".to_owned())
}

fn failed(elsewhere: bool, anew: bool) -> Msg {
    Msg::NotRecorded(Unrecorded { why: "Le disque est plein.".to_owned(), elsewhere, anew })
}

/// A vote on which the stick is pulled out.
fn pulled_out() -> Evening {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("evr ,");
    evening.send(sheltered());
    evening.disk = Disk::Prompt;
    evening
}

#[test]
fn case_15_the_vote_waits_then_is_shown_and_the_banner_stays_until_it_is_put_back() {
    let mut evening = pulled_out();
    assert_eq!(evening.tally("01").against, 0, "not before it is recorded elsewhere");
    evening.send(Msg::Recorded);
    assert_eq!(evening.tally("01").against, 1);
    assert_eq!(evening.said(), "Le disque n’est plus là.");
    for keys in ["dup ,", "<esc>", "<f4>", "<esc> <enter>"] {
        evening.keys(keys);
        for (columns, rows) in [(80, 24), (120, 40)] {
            let screen = evening.screen(columns, rows);
            assert!(screen.contains("▲ ENREGISTRÉE AILLEURS, et plus dans /media/cle"), "{keys}: {screen}");
            assert!(screen.contains("Tout est enregistré dans /home/copies/x."), "{screen}");
        }
    }
    evening.keys("<ctrl-o>");
    assert!(evening.said().starts_with("La séance n’est plus enregistrée dans /media/cle, mais dans /home/copies/x."));
    evening.send(Msg::PlaceIsBack);
    assert!(evening.screen(80, 24).contains("/media/cle est revenu : Ctrl-T y remet la séance"));
    evening.disk = Disk::Refusing;
    evening.keys("<ctrl-t>");
    assert!(evening.screen(80, 24).contains("Ctrl-T : y revenir"), "what is refused is not offered as if it were back");
    evening.disk = Disk::Prompt;
    evening.keys("<ctrl-t>");
    assert!(matches!(evening.effects.last(), Some(Effect::Rescue(Rescue::PutBack { .. }))));
    assert!(!evening.screen(80, 24).contains("AILLEURS"));
    evening.keys("<ctrl-t>");
    assert_eq!(evening.said(), "La séance est enregistrée à sa place : il n’y a rien à y remettre.");
}

#[test]
fn case_16_notes_that_the_stick_took_away_are_saved_once_the_record_is_back_on_it() {
    let mut evening = pulled_out();
    evening.send(Msg::Recorded);
    evening.disk = Disk::Refusing;
    evening.keys("<f2> o u i <ctrl-s> <esc>");
    assert!(evening.screen(80, 24).contains("ENREGISTRÉE AILLEURS"));
    assert!(evening.app.notebook().failure().is_some(), "the notes could not be saved");
    evening.disk = Disk::Prompt;
    evening.keys("<ctrl-t>");
    assert_eq!(evening.said(), "La séance est de nouveau enregistrée à sa place.");
    assert!(!evening.screen(80, 24).contains("PAS ENREGISTRÉES"), "{}", evening.screen(80, 24));
    assert!(evening.effects.iter().any(|effect| matches!(effect, Effect::SaveNotes { text, .. } if text == "oui")));
}

#[test]
fn case_15_after_the_close_the_banner_stays_too() {
    let mut evening = Evening::commune();
    evening.keys("<enter>");
    evening.send(sheltered());
    evening.keys("<end> <enter> !");
    assert!(evening.app.sitting().stage().is_over());
    assert!(evening.screen(80, 24).contains("▲ ENREGISTRÉE AILLEURS"));
}

#[test]
fn case_07_and_17_each_way_out_has_its_key_and_only_where_it_is_open() {
    let ways = [
        (false, false, Context::NotRecorded),
        (true, false, Context::Unrecorded),
        (true, true, Context::TakenAway),
        (false, true, Context::TakenAwayForGood),
    ];
    for (elsewhere, anew, context) in ways {
        let mut evening = Evening::first_vote();
        evening.disk = Disk::Held;
        evening.keys("evr ,");
        evening.send(failed(elsewhere, anew));
        assert_eq!(evening.app.context(), context);
        let screen = evening.screen(80, 24);
        assert!(screen.contains("PAS ENREGISTRÉ") && screen.contains("Entrée réessaie"), "{screen}");
        assert_eq!((screen.contains("F6"), screen.contains("F7")), (elsewhere, anew), "{screen}");
        let entry = evening.last_record().cloned().expect("a vote");
        for (key, is_open) in [("<f6>", elsewhere), ("<f7>", anew)] {
            let before = evening.effects.len();
            evening.keys(key);
            assert_eq!(evening.effects.len() > before, is_open, "{key} in {context:?}");
            if is_open {
                let asked = match evening.effects.last() {
                    Some(Effect::Rescue(Rescue::Elsewhere { entry, .. } | Rescue::Anew(entry))) => entry,
                    other => panic!("{other:?}"),
                };
                assert_eq!(*asked, entry, "the same entry, with the moment of the first try");
                evening.send(failed(elsewhere, anew));
            }
        }
        assert_eq!(evening.tally("01").against, 0);
        evening.keys("<esc>");
        assert_eq!(evening.app.context(), Context::Vote);
    }
}

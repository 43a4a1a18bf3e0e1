//! What the room sees of a secret ballot: that it is held, then its result. Nothing of an urn before, live or not.

use hemicycle::app::display::scene::{Doing, Scene, View};

use crate::elections::{Elections, for_member};
use crate::evening::glyphs;
use crate::{FOLLOWS, LIVE, cells};

/// The election of the mayor, its urn closed; so many sign, so many say each.
fn counted(all_but: &[&str], votes: [u32; 2]) -> Elections {
    let mut evening = Elections::open();
    evening.opens("01").stand("01", &["martinet-lea", "boisseau-hakim"]).closes("01", all_but);
    evening.counts("01", (1, 0), &[(for_member("martinet-lea"), votes[0]), (for_member("boisseau-hakim"), votes[1])]);
    evening
}

#[test]
fn nothing_of_an_urn_is_shown_before_its_result_is_proclaimed_live_or_not() {
    let one = counted(&[], [20, 10]);
    let other = counted(&["orsoni-bastien", "imbert-salome"], [9, 19]);
    for control in [FOLLOWS, LIVE] {
        for is_fresh in [true, false] {
            let scene = Scene::of(&one.history, control, is_fresh);
            assert_eq!(scene, Scene::of(&other.history, control, is_fresh), "the totals and who signed show");
            let View::Floor(floor) = &scene.view else { panic!("{scene:?}") };
            assert_eq!((floor.doing, &floor.live), (Doing::Secret(Some(1)), &None));
            let text = glyphs(&cells(&scene, 80, 24));
            assert!(!text.contains("MARTINET") && !text.contains("BOISSEAU"), "{text}");
        }
    }
}

#[test]
fn the_result_of_an_election_names_who_is_elected_with_the_totals_read_aloud_and_nobody_who_signed() {
    let mut evening = counted(&["orsoni-bastien"], [19, 10]);
    evening.proclaims("01");
    let scene = Scene::of(&evening.history, FOLLOWS, true);
    let View::Results(verdicts) = &scene.view else { panic!("{scene:?}") };
    let ballots = verdicts[0].ballots.as_ref().expect("the totals");
    assert_eq!(ballots.elected, ["Léa MARTINET"]);
    assert_eq!(ballots.votes, [("Léa MARTINET".to_owned(), 19), ("Hakim BOISSEAU".to_owned(), 10)]);
    assert_eq!((ballots.blank, ballots.null), (1, 0));
    assert_eq!(verdicts[0].voices.seats, None);
    let lines = hemicycle::tui::projected_lines(&scene).join("\n");
    assert!(lines.contains("ÉLUE") && lines.contains("à la majorité absolue, au premier tour"), "{lines}");
    assert!(lines.contains("Léa MARTINET 19 · Hakim BOISSEAU 10 · Blancs 1 · Nuls 0"), "{lines}");
    assert!(!lines.contains("ORSONI") && !lines.contains("Bastien"), "{lines}");
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let text = glyphs(&cells(&scene, columns, rows));
        assert!(!text.contains('▼') && !text.contains("ORSONI"), "{text}");
    }
}

//! The screens of the display, to the letter and to the colour. The files are in `tests/screens/`.

use hemicycle::app::display::scene::{Scene, View};
use hemicycle::council::history::History;
use hemicycle::council::public::Control;

use crate::evening::Evening;
use crate::{FOLLOWS, LIVE, Recorded, cells, drawn, golden, prefixes, recorded};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn compare(scene: &Scene, name: &str) {
    for (columns, rows) in SIZES {
        let drawn = drawn::written(&cells(scene, columns, rows));
        golden::agree(&format!("tests/screens/ecran-{name}-{columns}x{rows}.txt"), &drawn);
    }
}

fn of(history: &History, is_fresh: bool) -> Scene {
    Scene::of(history, FOLLOWS, is_fresh)
}

/// The first moment of an evening that shows such a view.
fn first(evening: &Recorded, is_it: impl Fn(&View) -> bool) -> Scene {
    let mut scenes = prefixes(evening).flat_map(|history| [true, false].map(|is_fresh| of(&history, is_fresh)));
    scenes.find(|scene| is_it(&scene.view)).expect("such a moment")
}

#[test]
fn before_the_opening_the_room_reads_that_the_sitting_is_not_open_and_whether_there_is_a_quorum() {
    compare(&of(Evening::commune().app.history(), false), "pas-ouverte");
}

#[test]
fn during_a_vote_the_room_reads_the_report_and_nothing_of_the_voices_unless_they_are_shown_live() {
    let tariffs = Evening::tariffs();
    compare(&of(tariffs.app.history(), false), "vote");
    compare(&Scene::of(tariffs.app.history(), LIVE, false), "vote-en-direct");
}

#[test]
fn a_result_is_in_huge_letters_with_its_figures_and_the_hemicycle() {
    let mut tariffs = Evening::tariffs();
    tariffs.keys("<enter>");
    compare(&of(tariffs.app.history(), true), "adopte");
}

#[test]
fn an_evening_shows_its_amendments_its_grouped_votes_its_interruptions_and_its_end() {
    let budget = recorded("exemple-budget");
    let verdict = |view: &View| match view {
        View::Results(verdicts) => verdicts.first().cloned(),
        _ => None,
    };
    let rejected = |view: &View| verdict(view).is_some_and(|it| it.on.is_some() && !it.outcome.is_adopted());
    compare(&first(&budget, rejected), "amendement-rejete");
    compare(&first(&budget, |view| verdict(view).is_some_and(|it| !it.appointed.is_empty())), "designation");
    compare(&first(&budget, |view| matches!(view, View::Results(all) if all.len() > 1)), "vote-groupe");
    compare(
        &first(&budget, |view| matches!(view, View::Floor(floor) if !floor.with.is_empty())),
        "vote-groupe-en-cours",
    );
    compare(&first(&budget, |view| matches!(view, View::Floor(floor) if floor.on.is_some())), "amendement");
    compare(&first(&budget, |view| matches!(view, View::Suspended { .. })), "suspendue");
    compare(&first(&budget, |view| matches!(view, View::Over { .. })), "levee");
}

#[test]
fn a_large_council_has_its_two_hundred_and_forty_seats() {
    let metropole = recorded("exemple-metropole");
    let voted = |view: &View| match view {
        View::Results(verdicts) => verdicts.iter().any(|it| it.voices.tally.is_some_and(|tally| tally.against > 3)),
        _ => false,
    };
    compare(&first(&metropole, voted), "metropole");
}

#[test]
fn in_camera_the_room_reads_why_the_screen_is_blank_and_nothing_else() {
    compare(&of(&crate::hidden::in_camera(), true), "huis-clos");
}

#[test]
fn cleared_it_shows_the_council_and_the_day() {
    compare(&Scene::of(Evening::tariffs().app.history(), Control::NEUTRAL, true), "efface");
}

#[test]
fn a_small_window_has_letters_for_what_is_going_on_where_there_is_room_for_them() {
    let evening = recorded("exemple-commune");
    let voting = first(&evening, |view| matches!(view, View::Floor(floor) if floor.live.is_none()));
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let shown = crate::evening::glyphs(&cells(&voting, columns, rows));
        assert!(!shown.contains("Vote en cours") && !shown.contains("Rapport n°"), "{columns}x{rows}:\n{shown}");
        assert!(shown.contains('█'), "{shown}");
    }
    // Where the rows are few, words stand in their place, and none is lost.
    let shown = crate::evening::glyphs(&cells(&voting, 80, 12));
    assert!(shown.contains("Vote en cours") && shown.contains("Rapport n°"), "{shown}");
}

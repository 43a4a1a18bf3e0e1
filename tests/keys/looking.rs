//! Why, and the papers as they stand.

use crate::evening::{Evening, docket};
use hemicycle::app::Place;
use hemicycle::council::tally::Figure;
use hemicycle::french::figures;
use jiff::civil::date;

#[test]
fn f4_explains_each_of_the_nine_figures_with_its_numbers_and_its_article() {
    let mut evening = Evening::first_vote();
    evening.keys("bois , <f4>");
    for figure in Figure::ALL {
        let screen = evening.screen(120, 40);
        let why = format!("{} : ", figures::label(figure));
        assert!(screen.contains(&why), "{why}");
        if figure == Figure::AbsoluteMajority {
            assert!(screen.contains("31 ÷ 2 + 1 = 16 (art. L.2121-20 du CGCT)"), "{screen}");
        }
        evening.keys("<down>");
    }
}

#[test]
fn f4_before_any_vote_explains_the_quorum() {
    let mut evening = Evening::commune();
    evening.keys("<f4>");
    assert!(evening.screen(120, 40).contains("Quorum 17 : plus de la moitié de 33 membres en exercice"));
}

#[test]
fn a_quorum_that_the_law_of_the_day_disputes_is_given_no_figure() {
    let mut commune = (*docket("exemple-commune.ron")).clone();
    commune.meeting.date = date(2020, 10, 20);
    let mut evening = Evening::of(commune.into());
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Quorum : règle discutée") && screen.contains("W003"), "{screen}");
    evening.keys("<enter>");
    assert!(evening.screen(80, 24).contains("Vérifiez avec la préfecture"));
}

#[test]
fn tab_shows_the_deliberation_then_the_minutes_and_escape_comes_back_to_the_vote() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab>");
    assert!(evening.screen(80, 24).contains("PROJET"));
    assert!(evening.screen(80, 24).contains("Délibération n° 2025-03-01"));
    evening.keys("<tab>");
    assert!(evening.screen(80, 24).contains("Procès-verbal"));
    evening.keys("<end> <pageup> <home> <esc>");
    assert_eq!((evening.app.place(), evening.app.panels().len()), (Place::Vote, 0));
}

//! Why, and the papers as they stand.

use crate::evening::{Evening, docket};
use hemicycle::app::Place;
use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::numbering::{Numbering, Pattern};
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
fn ctrl_p_shows_the_deliberation_then_tab_the_minutes_and_escape_comes_back_to_the_vote() {
    let mut evening = Evening::first_vote();
    evening.keys("<ctrl-p>");
    assert!(evening.screen(80, 24).contains("PROJET"));
    assert!(evening.screen(80, 24).contains("Délibération n° 2025-03-01"));
    evening.keys("<tab>");
    assert!(evening.screen(80, 24).contains("Procès-verbal"));
    evening.keys("<end> <pageup> <home> <esc>");
    assert_eq!((evening.app.place(), evening.app.panels().len()), (Place::Vote, 0));
}

#[test]
fn a_second_convocation_says_that_no_quorum_is_needed() {
    let mut commune = (*docket("exemple-commune.ron")).clone();
    commune.meeting.second_of = Some(date(2025, 2, 20));
    let mut evening = Evening::of(commune.into());
    evening.keys("aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,");
    for (columns, rows) in [(80, 24), (120, 40)] {
        let screen = evening.screen(columns, rows);
        assert!(screen.contains("Quorum : aucun exigé ✓") && screen.contains("enregistré ✓"), "{screen}");
    }
    evening.keys("<enter>");
    assert!(!evening.screen(80, 24).contains("QUORUM PERDU"), "{}", evening.screen(80, 24));
}

#[test]
fn representatives_of_the_council_in_the_body_concerned_are_said_to_leave_the_quorum() {
    let mut evening = Evening::first_vote();
    // AUBRY Paul represents the council there (art. L.1111-6) and stays in the room.
    evening.keys("aub = <down> <enter> <down> <enter> <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("1 membre hors quorum (art. L.1111-6)"), "{screen}");
    assert!(screen.contains("▏25 ✓"), "{screen}");
}

#[test]
fn the_card_says_the_seat_the_recusal_and_who_presides_and_f4_names_those_without_a_voice() {
    let mut evening = Evening::first_vote();
    evening.keys("aub = <enter> <down> <enter> tresorier <enter> aub <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("présent, sans voix pour ce rapport"), "{screen}");
    assert!(screen.contains("déport, intéressé à l’affaire (art. L.2131-11) : tresorier"), "{screen}");
    evening.keys("<esc> <f4> <down>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("AUBRY Paul (sans voix)"), "{screen}");
    evening.keys("<esc> <esc> martinet <enter>");
    assert!(evening.screen(80, 24).contains("préside"), "{}", evening.screen(80, 24));
    evening.keys("<esc> <esc> <f3> chaz ; <f3> chaz <enter>");
    assert!(evening.screen(80, 24).contains("sortie, doit revenir"), "{}", evening.screen(80, 24));
}

#[test]
fn an_adjourned_sitting_says_so_and_its_reports_were_not_examined() {
    let mut evening = Evening::commune();
    evening.keys("aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,");
    evening.keys("<f9> ajour <enter> !");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("séance ajournée") && screen.contains("non examiné"), "{screen}");
    assert!(!screen.contains("Lever la séance"), "{screen}");
    evening.keys("<f3> <esc> <f9> <esc> <enter> <backspace>");
    assert_eq!(
        evening.said(),
        "La séance est ajournée : plus rien ne se défait. Un résultat se rectifie (F9), avec un motif."
    );
}

#[test]
fn the_preview_of_the_minutes_says_how_many_mentions_they_miss_and_that_of_an_act_says_none() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <enter> <ctrl-p>");
    let screen = evening.screen(120, 40);
    assert!(!screen.contains("à compléter"), "{screen}");
    evening.keys("<tab>");
    let screen = evening.screen(120, 60);
    assert!(screen.contains("à compléter"), "{screen}");
}

#[test]
fn the_agenda_shows_the_number_of_an_act_and_that_it_is_provisional_until_the_proclamation() {
    let mut commune = (*docket("exemple-commune.ron")).clone();
    commune.body.numbering =
        Some(Numbering { pattern: Pattern::read("{annee}-{rang:03}").expect("a pattern"), rejected: true });
    for item in &mut commune.agenda.items {
        if let AgendaItem::Report(report) = item {
            report.act = None;
        }
    }
    let mut evening = Evening::of(commune.into());
    evening.keys("<enter>");
    assert!(evening.screen(80, 24).contains("Acte : 2025-001 (provisoire)"), "{}", evening.screen(80, 24));
    evening.keys("<enter> <enter> <esc> <home>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Acte : 2025-001 ") && !screen.contains("provisoire"), "{screen}");
}

#[test]
fn the_frame_of_the_preview_says_which_paper_it_is_in_the_narrowest_window() {
    let mut evening = Evening::tariffs();
    evening.keys("<ctrl-p> <tab>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("╭ Procès-verbal de la séance du 3 mars 2025 ─"), "{screen}");
}

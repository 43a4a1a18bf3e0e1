//! The paper beside the vote, live, and what is missing in a paper that is looked at.

use crate::evening::{Evening, docket};
use hemicycle::app::{Msg, Panel};

/// The column of the screen in which the paper beside the vote stands.
fn beside(evening: &Evening, columns: u16, rows: u16) -> Option<String> {
    let screen = evening.screen(columns, rows);
    let edge = screen.lines().find_map(|line| line.split("╭ Délibération").next().filter(|before| *before != line))?;
    let skipped = edge.chars().count();
    Some(
        screen
            .lines()
            .map(|line| line.chars().skip(skipped).collect::<String>().replace('\u{a0}', " ") + "\n")
            .collect(),
    )
}

fn seen(evening: &mut Evening, keys: &str) -> String {
    evening.keys(keys);
    beside(evening, 200, 60).expect("the paper stands there")
}

#[test]
fn from_150_columns_on_the_paper_of_the_report_stands_beside_the_vote() {
    let evening = Evening::first_vote();
    assert_eq!(beside(&evening, 149, 45), None);
    for (columns, rows) in [(150, 24), (150, 45), (200, 60)] {
        let paper = beside(&evening, columns, rows).unwrap_or_else(|| panic!("{columns}×{rows}"));
        assert!(paper.contains("si le vote est proclamé maintenant"), "{paper}");
        assert!(paper.contains("Vote sur le rapport"), "{columns}×{rows}: {paper}");
        assert!(paper.contains("Léa MARTINET"), "who signs is seen too: {paper}");
    }
}

#[test]
fn the_paper_beside_the_vote_says_each_voice_as_soon_as_it_is_noted_and_nothing_is_recorded_for_it() {
    let mut evening = Evening::first_vote();
    let paper = seen(&mut evening, "");
    assert!(paper.contains("à l’unanimité"), "{paper}");
    let records = evening.records();
    let paper = seen(&mut evening, "evr ,");
    assert!(paper.contains("a voté contre : EVRARD Maïa"), "{paper}");
    assert!(paper.contains("Pour ···································· 30"), "{paper}");
    assert_eq!(evening.records(), records + 1);
    assert!(evening.app.sitting().open_report().is_some(), "it is only as if");
    let paper = seen(&mut evening, "<backspace>");
    assert!(!paper.contains("EVRARD") && paper.contains("à l’unanimité"), "{paper}");
}

#[test]
fn what_the_minutes_would_miss_is_marked_below_the_paper_with_its_article_until_it_is_given() {
    let mut evening = Evening::first_vote();
    let paper = seen(&mut evening, "");
    assert!(paper.contains("▲ Manque encore au procès-verbal"), "{paper}");
    assert!(paper.contains("Teneur des discussions, rapport n° 01 (art. L.2121-15 du CGCT)"), "{paper}");
    let paper = seen(&mut evening, "<f2> x <esc>");
    assert!(!paper.contains("Teneur des discussions"), "{paper}");
}

#[test]
fn the_paper_is_composed_when_the_sitting_changed_and_for_no_other_key() {
    let mut evening = Evening::first_vote();
    evening.resized(200, 60);
    assert!(evening.app.catch_up());
    for keys in ["<down>", "<down>", "<esc>", "evr", "<f4>", "<esc>"] {
        evening.keys(keys);
        assert!(!evening.app.catch_up(), "{keys}");
    }
    evening.keys(",");
    assert!(evening.app.catch_up());
    assert!(!evening.app.catch_up());
    evening.send(Msg::Tick);
    assert!(!evening.app.catch_up());
    evening.resized(120, 40);
    assert!(evening.app.beside().is_none());
}

#[test]
fn what_stands_above_the_vote_and_the_decision_below_it_stay_where_they_are_while_names_are_noted() {
    let mut evening = Evening::first_vote();
    let row = |paper: &str, words: &str| paper.lines().position(|line| line.contains(words));
    let before = seen(&mut evening, "");
    let after = seen(&mut evening, "evr , carp ; guer : goff ,");
    for words in ["Vote sur le rapport", "Inscrits", "La Maire"] {
        assert!(row(&before, words).is_some(), "{words}: {before}");
        assert_eq!(row(&before, words), row(&after, words), "{words}: {after}");
    }
}

#[test]
fn notes_take_the_place_of_the_paper() {
    let mut evening = Evening::first_vote();
    evening.keys("<f2>");
    assert_eq!(beside(&evening, 200, 60), None);
}

#[test]
fn space_goes_from_one_mark_to_the_next_and_back_to_the_first() {
    let mut evening = Evening::first_vote();
    evening.resized(80, 24).keys("<enter> <enter> <enter> <ctrl-p> <tab>");
    let first_row = |evening: &Evening| match evening.app.panels().last() {
        Some(Panel::Paper(preview)) => preview.scroll,
        other => panic!("{other:?}"),
    };
    assert!(evening.screen(80, 24).contains("mentions à compléter"), "{}", evening.screen(80, 24));
    let mut seen = Vec::new();
    for _ in 0..3 {
        evening.keys("<space>");
        assert!(evening.screen(80, 24).contains("[à compléter"), "{}", evening.screen(80, 24));
        seen.push(first_row(&evening));
    }
    assert!(seen[0] < seen[1] && seen[1] < seen[2], "{seen:?}");
    for _ in 0..20 {
        evening.keys("<space>");
        seen.push(first_row(&evening));
    }
    assert!(seen[3..].contains(&seen[0]), "the first again behind the last: {seen:?}");
    evening.keys("<tab> <space>");
    assert_eq!(evening.said(), "Rien ne manque dans ce papier.");
}

#[test]
fn of_a_report_voted_by_urn_tab_shows_the_count_of_its_ballots_between_the_deliberation_and_the_minutes() {
    let title = |evening: &Evening| match evening.app.panels().last() {
        Some(Panel::Paper(preview)) => preview.title.clone(),
        other => panic!("{other:?}"),
    };
    // An election, while its urn is open: no figure stands there yet.
    let mut evening = Evening::of(docket("2026-03-22-installation.ron"));
    evening.resized(120, 40).keys("<enter> <enter> <ctrl-p>");
    assert!(title(&evening).starts_with("Délibération"), "{}", title(&evening));
    evening.keys("<tab>");
    assert!(title(&evening).starts_with("Procès-verbal de dépouillement"), "{}", title(&evening));
    let screen = evening.screen(120, 40);
    assert!(screen.contains("PROJET") && screen.contains("Présidence"), "{screen}");
    evening.keys("<tab>");
    assert!(title(&evening).starts_with("Procès-verbal de la séance"), "{}", title(&evening));
    evening.keys("<tab>");
    assert!(title(&evening).starts_with("Délibération"), "{}", title(&evening));
    // A report that is voted aloud has two papers.
    let mut evening = Evening::first_vote();
    evening.keys("<ctrl-p> <tab>");
    assert!(title(&evening).starts_with("Procès-verbal de la séance"), "{}", title(&evening));
    evening.keys("<tab>");
    assert!(title(&evening).starts_with("Délibération"), "{}", title(&evening));
}

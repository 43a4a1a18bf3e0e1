//! The list as it is drawn, chosen in, looked through and helped with: a list made by hand, no file read.

use hemicycle::app::Key;
use hemicycle::app::context::Context;
use hemicycle::app::help;
use hemicycle::app::home::{Home, Leaving, Over, Row, Target, Weight};
use hemicycle::app::keymap::{self, Action, Stroke, TABLE};
use hemicycle::council::docket::BodyKind;
use hemicycle::tui;
use hemicycle::tui::text::width;
use hemicycle::tui::theme::Theme;
use jiff::civil::{Date, date};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::{TODAY, drawn, evening, golden};

/// A list made by hand, with names that are wide and long.
fn sample() -> Home {
    let mut home = Home::new(TODAY, 4);
    let row = |number: usize, council: &str, day: Option<Date>, state: &str, weight: Weight| Row {
        number,
        file: format!("{number}-seance.ron"),
        is_here: number < 5,
        council: council.into(),
        kind: Some(BodyKind::Commune),
        date: day,
        state: state.into(),
        weight,
        findings: (weight == Weight::Mend)
            .then(|| format!("E201  {}\n", "Ce nom n’est pas celui d’un élu. ".repeat(80))),
        opens: weight != Weight::Mend && weight != Weight::Gone,
    };
    let long = "Conseil communautaire de la Communauté d’agglomération des Hautes-Vallées-de-l’Essai réunies";
    for (number, council, day, state, weight) in [
        (0, "Conseil municipal de Saint-Exemple", Some(TODAY), "prête : appel à faire", Weight::Ready),
        (1, long, Some(date(2027, 2, 3)), "en cours : rapport 07 sur 12, interrompue à 20 h 17", Weight::UnderWay),
        (
            2,
            "漢字漢字 e\u{301}le\u{301}ve",
            Some(date(2027, 2, 2)),
            "tenue dans une autre fenêtre (mairie, depuis 18 h 30)",
            Weight::Held,
        ),
        (3, "3-seance.ron", None, "à préparer : 3 points à corriger", Weight::Mend),
        (4, "Conseil municipal de Saint-Exemple", Some(date(2026, 12, 1)), "levée à 22 h 04", Weight::Done),
        (5, "/ailleurs/5-seance.ron", None, "le fichier n’est plus là", Weight::Gone),
    ] {
        home.fill(Some(row(number, council, day, state, weight)));
    }
    home
}

fn cells(home: &mut Home, columns: u16, rows: u16) -> Buffer {
    let area = Rect::new(0, 0, columns, rows);
    let mut cells = Buffer::empty(area);
    home.resize(columns, rows);
    tui::paint_home(&mut cells, area, home, Theme::new(true));
    cells
}

#[test]
fn the_screen_is_as_it_was_looked_at() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut home = sample();
        golden::agree(
            &format!("tests/screens/accueil-{columns}x{rows}.txt"),
            &drawn::written(&cells(&mut home, columns, rows)),
        );
        let mut empty = Home::new(TODAY, 0);
        golden::agree(
            &format!("tests/screens/accueil-vide-{columns}x{rows}.txt"),
            &drawn::written(&cells(&mut empty, columns, rows)),
        );
    }
}

#[test]
fn in_a_narrow_window_councils_that_begin_alike_are_told_apart() {
    let mut home = Home::new(TODAY, 2);
    for (number, place) in ["Vernay-les-Rives", "Valmirande"].into_iter().enumerate() {
        let mut row = sample().rows()[0].clone();
        (row.number, row.council) = (number, format!("Conseil municipal de {place}"));
        row.state = "à vérifier : son journal ne convient pas".into();
        home.fill(Some(row));
    }
    let shown = evening::glyphs(&cells(&mut home, 80, 24));
    let list: Vec<&str> = shown.lines().filter(|line| line.contains("aujourd’hui")).collect();
    assert!(list[0].contains("Vernay-les-R") || list[1].contains("Vernay-les-R"), "{shown}");
    assert!(list[0].contains("Valmirande") || list[1].contains("Valmirande"), "{shown}");
    assert!(list.iter().all(|line| line.contains("à vérifier : son")), "{shown}");
}

#[test]
fn the_help_of_the_list_and_of_the_display_says_what_they_are_for() {
    for context in Context::OF_HOME.iter().chain(&[Context::Projection]) {
        assert_ne!(help::about(*context).0, help::about(Context::TooSmall).0, "{context:?}");
    }
    let mut home = sample();
    home.key(Key::Function(1));
    let shown = evening::glyphs(&cells(&mut home, 80, 24));
    assert!(shown.contains("Aide : les séances") && shown.contains("Entrée ouvre celle qui est choisie"), "{shown}");
    assert!(shown.contains("Ctrl-Q"), "every key is there: {shown}");
}

#[test]
fn the_first_frame_waits_for_no_file() {
    let mut home = Home::new(TODAY, 200);
    let shown = evening::glyphs(&cells(&mut home, 80, 24));
    assert!(shown.contains("lecture : encore 200 fichiers"), "{shown}");
    assert!(shown.contains("Nouvelle séance…") && !shown.contains("pas encore de séance"), "{shown}");
}

#[test]
fn what_is_chosen_stays_chosen_while_rows_come_and_letters_look_for_others() {
    let mut home = sample();
    assert_eq!(home.picked(), Some(Target::Sitting(0)), "that of today, until she moves");
    home.key(Key::Down);
    assert_eq!(home.picked(), Some(Target::Sitting(1)));
    let mut newer = home.rows()[0].clone();
    (newer.number, newer.date) = (9, Some(date(2027, 3, 2)));
    home.fill(Some(newer));
    assert_eq!(home.picked(), Some(Target::Sitting(1)));
    for letter in "saint LEV".chars() {
        home.key(Key::Char(letter));
    }
    assert_eq!(home.picked(), Some(Target::Sitting(4)));
    home.key(Key::Escape);
    home.key(Key::End);
    assert_eq!(home.key(Key::Enter), Some(Leaving::Rehearse));
    home.key(Key::Up);
    assert_eq!(home.key(Key::Enter), Some(Leaving::Create));
    home.key(Key::Home);
    assert_eq!(home.key(Key::Enter), Some(Leaving::Open(0)));
    home.paste("zzz\n\u{1b}");
    assert_eq!((home.query(), home.picked()), ("zzz", None));
    assert_eq!(home.key(Key::Enter), None);
    assert_eq!(home.key(Key::Ctrl('c')), Some(Leaving::Quit));
}

#[test]
fn a_file_with_mistakes_shows_them_and_its_end_can_be_reached() {
    let mut home = sample();
    for letter in "corriger".chars() {
        home.key(Key::Char(letter));
    }
    assert_eq!(home.key(Key::Enter), None);
    assert!(matches!(home.over(), Some(Over::Findings { number: 3, .. })));
    let first = evening::glyphs(&cells(&mut home, 80, 24));
    assert!(first.contains("E201") && first.contains("À corriger"), "{first}");
    home.key(Key::End);
    let last = evening::glyphs(&cells(&mut home, 80, 24));
    assert!(!last.contains("E201") && last.contains("celui d’un élu."), "{last}");
    home.key(Key::Escape);
    assert_eq!(home.over(), None);
}

/// The list in each of its contexts.
fn in_context(context: Context) -> Vec<Home> {
    let after = |keys: &[Key]| {
        let mut home = sample();
        for key in keys {
            home.key(*key);
            cells(&mut home, 80, 24);
        }
        home
    };
    match context {
        Context::Home => vec![after(&[Key::Down]), after(&[Key::End])],
        Context::HomeSearch => vec![after(&[Key::Char('e')]), after(&[Key::Char('e'), Key::Down, Key::Down])],
        Context::HomeFindings => {
            vec![
                after(&[Key::Char('g'), Key::Char('e'), Key::Char('r'), Key::Enter]),
                after(&[Key::Char('g'), Key::Char('e'), Key::Char('r'), Key::Enter, Key::Down]),
            ]
        }
        _ => vec![after(&[Key::Function(1)])],
    }
}

#[test]
fn every_key_of_the_list_does_something_and_no_letter_is_a_command() {
    for context in Context::OF_HOME.iter().copied() {
        for binding in TABLE.iter().filter(|row| row.contexts.iter().any(|group| group.contains(&context))) {
            for stroke in binding.strokes {
                let key = match stroke {
                    Stroke::Is(key) => *key,
                    _ => Key::Char('a'),
                };
                let mut homes = in_context(context);
                assert!(homes.iter().all(|home| home.context() == context), "{context:?}");
                let does = |home: &mut Home| {
                    let before = home.clone();
                    let picked = home.picked();
                    home.key(key).is_some() || *home != before || home.picked() != picked
                };
                assert!(homes.iter_mut().any(does), "{key:?} in {context:?}");
            }
        }
        for letter in "azertyéèçàÉ-".chars() {
            let meant = keymap::action(context, Key::Char(letter));
            assert!(matches!(meant, None | Some(Action::Search)), "{letter} in {context:?}");
        }
        assert!(keymap::rows(context).any(|row| matches!(row.action, Action::Quit)), "{context:?}");
        for row in keymap::rows(context) {
            assert!(width(row.label.long()) <= 80 - 4 - 17, "{}", row.label.long());
        }
    }
}

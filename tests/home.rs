//! `hemicycle` alone: the séances that are here and the recent ones, each with its state; and nothing touched.

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;
#[path = "common/skip.rs"]
mod skip;
#[path = "common/terminal.rs"]
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::Arc;

use hemicycle::app::Key;
use hemicycle::app::context::Context;
use hemicycle::app::help;
use hemicycle::app::home::{Home, Leaving, Over, Row, Target, Weight};
use hemicycle::app::keymap::{self, Action, Stroke, TABLE};
use hemicycle::cli::RecordAsked;
use hemicycle::council::docket::BodyKind;
use hemicycle::home::gathering::{Candidate, gather, newest, row};
use hemicycle::store::disk::{Disk, RealDisk};
use hemicycle::store::{recent, record, session_file};
use hemicycle::tui;
use hemicycle::tui::text::width;
use hemicycle::tui::theme::Theme;
use hemicycle::verbs::{Exit, record_course};
use jiff::civil::{Date, date};
use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use terminal::Terminal;

const TODAY: Date = date(2027, 3, 3);

fn session(council: &str, day: &str) -> String {
    format!(
        "(assemblee: (nom: \"{council}\", genre: Commune), seance: (date: \"{day}\", president: \"MARTIN Anne\"), \
         membres: [(nom: \"MARTIN\", prenom: \"Anne\"), (nom: \"DUPONT\", prenom: \"Paul\"), (nom: \"ROCHE\", prenom: \"Luc\")], \
         ordre_du_jour: [Rapport(numero: \"01\", objet: \"Un\"), Rapport(numero: \"02\", objet: \"Deux\")])"
    )
}

/// What happened, one step after the other.
const STEPS: [&str; 4] = [
    "Ouvrir(heure: \"18 h 05\")",
    "Rapport(numero: \"01\"), Proclamer(rapport: \"01\", heure: \"18 h 20\"), Rapport(numero: \"02\")",
    "Proclamer(rapport: \"02\", heure: \"18 h 40\"), Lever(heure: \"22 h 04\")",
    "Arreter(le: \"2027-03-20\")",
];

/// A folder of séances, each recorded as far as its name says, and files that are none.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for (name, day, far) in [
        ("prete.ron", "2027-03-03", 0),
        ("ouverte.ron", "2027-02-01", 1),
        ("en-cours.ron", "2027-02-02", 2),
        ("levee.ron", "2027-02-03", 3),
        ("arretee.ron", "2027-02-04", 4),
    ] {
        fs::write(at(name), session("Conseil d’Essai", day)).unwrap();
        if far > 0 {
            fs::write(at("deroule.tmp"), format!("[{}]", STEPS[..far].join(", "))).unwrap();
            assert_eq!(record_course(&at(name), &at("deroule.tmp"), RecordAsked::default()), Exit::Fine);
            fs::remove_file(at("deroule.tmp")).unwrap();
        }
    }
    fs::write(at("fautive.ron"), session("Conseil d’Essai", "3 brumaire").replace("MARTIN Anne\"), mem", "X\"), mem"))
        .unwrap();
    fs::write(
        at("sans-quorum.ron"),
        session("Conseil d’Essai", "2027-04-01")
            .replace("\"Paul\"", "\"Paul\", etat: Absent")
            .replace("\"Luc\"", "\"Luc\", etat: Absent"),
    )
    .unwrap();
    fs::write(at("alteree.ron"), session("Conseil d’Essai", "2027-01-01")).unwrap();
    fs::write(at("alteree.journal"), "ce n’est pas un journal\n").unwrap();
    fs::write(at("charte.ron"), "()").unwrap();
    fs::write(at("deroule.ron"), "[Ouvrir(heure: \"18 h\"), Presence(membre: \"seance\", etat: Absent)]").unwrap();
    fs::write(at("notes.txt"), "ordre_du_jour: []").unwrap();
    folder
}

/// Everything in a folder: names, bytes, sizes and when they were written.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.clone(), (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap())))
        .collect()
}

fn listed(folder: &Path, state: Option<&Path>) -> Home {
    let candidates = gather(&RealDisk, folder, state);
    let mut home = Home::new(TODAY, candidates.len());
    for (number, candidate) in candidates.iter().enumerate() {
        home.fill(row(&RealDisk, number, candidate));
    }
    home
}

#[test]
fn each_seance_says_its_state_and_nothing_is_touched() {
    let folder = folder();
    let before = snapshot(folder.path());
    let home = listed(folder.path(), None);
    assert_eq!(snapshot(folder.path()), before);
    let said: BTreeMap<&str, (&str, Weight, bool)> =
        home.rows().iter().map(|row| (row.file.as_str(), (row.state.as_str(), row.weight, row.opens))).collect();
    assert_eq!(said["prete.ron"], ("prête : appel à faire", Weight::Ready, true));
    // A course that was typed in has no hour of the wall: only that of whoever typed it.
    assert!(said["ouverte.ron"].0.starts_with("en cours : rapport 01 sur 02, interrompue à "), "{said:?}");
    assert!(said["en-cours.ron"].0.starts_with("en cours : rapport 02 sur 02, interrompue à "), "{said:?}");
    assert_eq!(said["levee.ron"], ("levée à 22 h 04", Weight::Done, true));
    assert_eq!(said["arretee.ron"], ("PV arrêté", Weight::Done, true));
    assert_eq!(said["fautive.ron"], ("à préparer : 2 points à corriger", Weight::Mend, false));
    assert_eq!(said["sans-quorum.ron"], ("à préparer : 1 point à corriger", Weight::Mend, true));
    assert_eq!((said["alteree.ron"].1, said["alteree.ron"].2), (Weight::Mend, false));
    assert_eq!(said.len(), 8, "{said:?}");
    // That of today first, then the newest; what has no day last.
    let order: Vec<&str> = home.rows().iter().map(|row| row.file.as_str()).collect();
    assert_eq!(
        order,
        [
            "prete.ron",
            "sans-quorum.ron",
            "arretee.ron",
            "levee.ron",
            "en-cours.ron",
            "ouverte.ron",
            "alteree.ron",
            "fautive.ron",
        ]
    );
    let newest = newest(&RealDisk, folder.path(), None);
    assert_eq!(newest.unwrap().file_name().unwrap(), "sans-quorum.ron");
}

#[test]
fn one_that_another_window_holds_says_so_and_its_lock_is_not_taken() {
    let folder = folder();
    let path = folder.path().join("prete.ron");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let opened = record::open(&disk, &session_file::load(&path).unwrap(), "2027-03-03T18:30:00+01:00").unwrap();
    assert!(opened.recorder.is_some());
    let candidate = Candidate { path: path.clone(), is_here: true };
    let held = row(&RealDisk, 0, &candidate).unwrap();
    if held.weight != Weight::Held {
        skip::skip("this system does not list its locks");
        return;
    }
    assert!(held.state.starts_with("tenue dans une autre fenêtre ("), "{}", held.state);
    assert!(held.state.ends_with("depuis 18 h 30)"), "{}", held.state);
    drop(opened);
    assert_eq!(row(&RealDisk, 0, &candidate).unwrap().weight, Weight::Ready, "what a dead one left means nothing");
}

#[test]
fn those_opened_elsewhere_come_after_and_one_that_is_gone_says_so() {
    let (here, there, state) = (folder(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let elsewhere = there.path().join("ailleurs.ron");
    fs::write(&elsewhere, session("Conseil d’Ailleurs", "2027-03-03")).unwrap();
    let gone = there.path().join("partie.ron");
    for path in [&gone, &elsewhere, &here.path().canonicalize().unwrap().join("prete.ron")] {
        recent::remember(&RealDisk, state.path(), path);
    }
    let home = listed(here.path(), Some(state.path()));
    let last: Vec<&Row> = home.rows().iter().filter(|row| !row.is_here).collect();
    assert_eq!(
        last.iter().map(|row| row.file.as_str()).collect::<Vec<_>>(),
        [elsewhere.to_str().unwrap(), gone.to_str().unwrap()]
    );
    assert_eq!((last[1].weight, last[1].opens), (Weight::Gone, false));
    assert_eq!(home.rows().iter().filter(|row| row.file.contains("prete")).count(), 1);
}

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

#[test]
fn without_a_terminal_the_list_is_printed_a_line_each() {
    let (folder, state) = (folder(), tempfile::tempdir().unwrap());
    let run = |folder: &Path| {
        let output = Process::new(env!("CARGO_BIN_EXE_hemicycle"))
            .current_dir(folder)
            .env("XDG_STATE_HOME", state.path())
            .output()
            .unwrap();
        assert!(output.status.success() && output.stderr.is_empty());
        String::from_utf8(output.stdout).unwrap()
    };
    let said = run(folder.path());
    assert_eq!(said.lines().count(), 8, "{said}");
    assert!(said.contains("03/02/2027  Conseil d’Essai  levée à 22 h 04  levee.ron"), "{said}");
    let nothing = run(tempfile::tempdir().unwrap().path());
    assert!(nothing.contains("hemicycle creer") && nothing.contains("hemicycle repeter"), "{nothing}");
}

fn started(folder: &Path, state: &Path, arguments: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments);
    command.cwd(folder);
    command.env("XDG_STATE_HOME", state);
    // Somebody who has opened it before: the five lines of the first time have a test of their own.
    fs::create_dir_all(state.join("hemicycle")).unwrap();
    fs::write(state.join("hemicycle/bienvenue"), "").unwrap();
    Terminal::run_with_its_memory(command, 80, 24)
}

#[test]
fn the_list_goes_on_into_the_seance_without_giving_the_terminal_back_and_remembers_it() {
    let (folder, state) = (folder(), tempfile::tempdir().unwrap());
    let mut terminal = started(folder.path(), state.path(), &[]);
    terminal.wait_for("prête : appel à faire");
    terminal.wait_until("all files", |screen| !screen.contains("lecture"));
    terminal.type_keys("prete");
    terminal.wait_for("Chercher prete");
    terminal.type_keys("\r");
    terminal.wait_for("Appel des 3 membres");
    // Keys reach the séance, and none is lost to the list.
    terminal.type_keys("dup");
    terminal.wait_for("Chercher dup");
    assert!(!terminal.screen().contains("Et aussi"), "nothing of the list is left:\n{}", terminal.screen());
    terminal.type_keys("\x11");
    let status = terminal.wait_end();
    assert!(status.success(), "{status:?}");
    assert!(terminal.left_on().is_empty(), "{:?}", terminal.left_on());
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert_eq!(written.matches("\x1b[?1049h").count(), 1, "the terminal is taken once");
    let remembered = recent::read(&RealDisk, &state.path().join("hemicycle"));
    assert_eq!(remembered, [folder.path().canonicalize().unwrap().join("prete.ron")]);
}

#[test]
fn in_lines_a_number_opens_and_nothing_leaves() {
    let (folder, state) = (folder(), tempfile::tempdir().unwrap());
    let mut terminal = started(folder.path(), state.path(), &["--lineaire"]);
    terminal.wait_for("rien : quitter");
    terminal.type_keys("99\n");
    terminal.wait_for("Ce numéro n’est pas dans la liste.");
    terminal.type_keys("8\n");
    terminal.wait_for("3 brumaire");
    terminal.type_keys("\n");
    assert!(terminal.wait_end().success());
}

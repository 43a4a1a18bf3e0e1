//! The evenings of `tests/histoires/`: before, keys, after. Each is told to the program at two sizes, and every text that it
//! promises is looked for.

#[path = "common/evening.rs"]
mod evening;
#[path = "common/film.rs"]
mod film;
#[path = "common/golden.rs"]
mod golden;
#[path = "common/story.rs"]
mod story;
#[path = "common/svg.rs"]
mod svg;

use std::fmt::Write;

use film::Frame;
use hemicycle::app::Key;
use hemicycle::app::story::{Step, Story, name_of};
use hemicycle::linear::Speaker;
use hemicycle::tui::theme::Theme;
use story::{Teller, names, shows, story};

/// The stories that are told without a terminal: those that begin in the shell are told to the real program, in
/// `tests/newcomer.rs`.
fn told() -> impl Iterator<Item = (String, Story)> {
    names().into_iter().map(|name| (name.clone(), story(&name))).filter(|(_, story)| story.command.is_none())
}

/// The smallest window, and a usual one.
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn every_story_is_as_told_in_the_smallest_window_and_in_a_usual_one() {
    let mut wrong = Vec::new();
    for (name, story) in told() {
        for (columns, rows) in SIZES {
            let mut teller = Teller::new(&story, columns, rows);
            for step in &story.steps {
                teller.play(step);
            }
            wrong.extend(teller.wrong.iter().map(|wrong| format!("{name}.txt en {columns}×{rows}, {wrong}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_text_is_looked_for_by_whole_words_across_frames_and_leaders() {
    let screen = "│ Contre ······ 14 │\n│ Séance          │\n│ ouverte.        │";
    assert!(shows(screen, "Contre 14") && shows(screen, "Séance ouverte."));
    assert!(!shows(screen, "Contre 1") && !shows(screen, "ontre 14"));
}

#[test]
fn the_pictures_that_the_stories_make_are_fresh() {
    for (_, story) in told() {
        if story.steps.iter().all(|step| step.picture.is_none()) {
            continue;
        }
        let mut teller = Teller::new(&story, 120, 40);
        for step in &story.steps {
            teller.play(step);
            if let Some(picture) = &step.picture {
                let cells = teller.evening.cells(120, 40, Theme::new(true));
                let title = format!("hemicycle : {}", step.prose.join(" "));
                golden::agree(&format!("screenshots/guide/{picture}.svg"), &svg::picture(&cells, &title));
            }
        }
    }
}

#[test]
fn each_story_is_said_line_by_line_as_its_transcript_has_it() {
    for (name, story) in told() {
        golden::agree(&format!("tests/histoires/{name}.lineaire.txt"), &transcript(&story));
    }
}

/// What is told, typed and said, in order. What is said stands behind a bar.
fn transcript(story: &Story) -> String {
    let mut teller = Teller::new(story, 80, 24);
    let mut speaker = Speaker::default();
    let mut written = format!("# {}\n\n", story.title);
    let mut say = |written: &mut String, teller: &Teller| {
        for line in speaker.say(&teller.evening.app) {
            writeln!(written, "  | {line}").unwrap();
        }
    };
    say(&mut written, &teller);
    for step in &story.steps {
        for paragraph in &step.prose {
            writeln!(written, "\n{paragraph}").unwrap();
        }
        teller.begin(step);
        say(&mut written, &teller);
        for typed in &step.typed {
            writeln!(written, "> {}", typed.word).unwrap();
            for key in &typed.keys {
                teller.key(step, *key);
                say(&mut written, &teller);
            }
        }
    }
    for paragraph in &story.epilogue {
        writeln!(written, "\n{paragraph}").unwrap();
    }
    written
}

/// The window of a moving picture: that of a usual screen, less what stays empty at its foot.
const FILM: (u16, u16) = (120, 34);

#[test]
fn the_moving_pictures_of_the_stories_are_fresh_and_small() {
    for (_, story) in told() {
        let Some(film) = &story.film else { continue };
        let (frames, poster) = frames_of(&story);
        let picture = film::film(&frames, poster, &format!("hemicycle : {}", story.title));
        assert!(picture.len() < 400_000, "{film} weighs {} bytes", picture.len());
        golden::agree(&format!("screenshots/{film}.svg"), &picture);
    }
}

/// A frame a key, and one for what is told before; and which of them stays where nothing moves.
fn frames_of(story: &Story) -> (Vec<Frame>, usize) {
    let mut teller = Teller::new(story, FILM.0, FILM.1);
    let (mut frames, mut poster) = (Vec::new(), 0);
    for step in &story.steps {
        teller.begin(step);
        let told = step.prose.join(" ");
        let frame = |teller: &Teller, keys: &[String], time: u32| Frame {
            cells: teller.evening.cells(FILM.0, FILM.1, Theme::new(true)),
            told: told.clone(),
            keys: keys.to_vec(),
            time,
        };
        if !told.is_empty() {
            // Read at a calm pace: a second, and four hundredths a letter.
            let letters = u32::try_from(told.chars().count()).unwrap();
            frames.push(frame(&teller, &[], 100 + 4 * letters));
        }
        let mut keys = Vec::new();
        for key in step.keys() {
            teller.key(step, key);
            keys.push(cap(key));
            frames.push(frame(&teller, &keys, if matches!(key, Key::Char('a'..='z')) { 22 } else { 70 }));
        }
        teller.look(step);
        let pause = pause_after(step);
        if let Some(last) = frames.last_mut() {
            last.time += pause;
        }
        if step.is_poster {
            poster = frames.len() - 1;
        }
    }
    assert!(teller.wrong.is_empty(), "{}", teller.wrong.join("\n"));
    (frames, poster)
}

/// A key as it stands on the keyboard.
fn cap(key: Key) -> String {
    match key {
        Key::Enter => "↵".to_owned(),
        Key::Backspace => "⌫".to_owned(),
        key => name_of(key),
    }
}

/// What has changed takes time to be seen.
fn pause_after(step: &Step) -> u32 {
    if step.typed.is_empty() { 0 } else { 130 }
}

//! The evenings of `tests/histoires/`: before, keys, after. Each is told to the program at two sizes, and every text that it
//! promises is looked for.

#[path = "common/evening.rs"]
mod evening;
#[path = "common/story.rs"]
mod story;

use story::{Teller, names, shows, story};

/// The smallest window, and a usual one.
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn every_story_is_as_told_in_the_smallest_window_and_in_a_usual_one() {
    let mut wrong = Vec::new();
    for name in names() {
        let story = story(&name);
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

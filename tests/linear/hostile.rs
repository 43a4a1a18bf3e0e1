//! The linear mode by itself: whatever the program hands it, no line that it says hides anything. Who writes the lines out is
//! not asked here.

use std::sync::Arc;

use hemicycle::app::Msg;
use hemicycle::app::shelter::Unrecorded;
use hemicycle::council::plain::Hidden;
use hemicycle::council::roster::{Member, Roster};

use crate::Heard;
use crate::evening::{Disk, Evening, docket};

/// What a terminal obeys, what turns the writing, what takes no place, what another machine would not show.
const HOSTILE: &str = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2066}\u{200b}\u{ad}\u{feff}\u{e0041}\u{2028}\u{fe0f}\r\u{8}";

#[test]
fn case_51_whatever_linear_is_given_no_line_that_it_says_hides_anything() {
    let known = docket("exemple-repetition.ron");
    let members = known.roster.everyone().map(|member| {
        let mut name = member.name.clone();
        name.surname = format!("{}{HOSTILE}", name.surname);
        Member { name, ..member.clone() }
    });
    let mut hostile = (*known).clone();
    hostile.roster = Roster::new(members.collect());
    hostile.body.name = format!("Conseil{HOSTILE}");
    let mut heard = Heard::of(Evening::of(Arc::new(hostile)));
    let mut lines = heard.lines();
    lines.extend(heard.keys("<down> <enter> <enter> cord , <down> <enter> <esc> <ctrl-o>"));
    // What the disk says, with the path of a file that somebody named.
    heard.evening.disk = Disk::Held;
    lines.extend(heard.keys("del ,"));
    let why = format!("Le disque « {HOSTILE} » est plein.");
    heard.evening.send(Msg::NotRecorded(Unrecorded { why, elsewhere: true, anew: false }));
    lines.extend(heard.lines());
    heard.evening.send(Msg::Warned(format!("La copie « {HOSTILE} » attend.")));
    lines.extend(heard.lines());
    let all = lines.join("\n");
    for whole in ["Conseil‹U+001B›]0;x‹U+0007›‹U+009B›2J‹U+202E›", "CORDELIER‹U+001B›", "« ‹U+001B›]0;x‹U+0007›"]
    {
        assert!(all.contains(whole), "{whole} is not said: {all}");
    }
    for line in &lines {
        assert_eq!(line.chars().find(|it| Hidden::of(*it).is_some()), None, "{line:?}");
    }
}

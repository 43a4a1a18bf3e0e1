//! The terminal is asked nothing: an answer would come among the keys, and half of the terminals give none.

use std::path::Path;

use crate::{evening_called, start};

/// Questions that terminals answer: what they are, where the cursor is, which colours and keys they have, how large they are.
const QUESTIONS: [&str; 11] = [
    "\u{1b}[c",
    "\u{1b}[0c",
    "\u{1b}[>c",
    "\u{1b}[5n",
    "\u{1b}[6n",
    "\u{1b}]4;",
    "\u{1b}]10;",
    "\u{1b}]11;",
    "\u{1b}[?u",
    "\u{1b}[14t",
    "\u{1b}[18t",
];

#[test]
fn neither_the_list_nor_a_seance_nor_the_display_asks_the_terminal_anything() {
    let (folder, path) = evening_called("soir.ron");
    let mut desk = start(folder.path(), &[], 120, 40);
    desk.wait_for("prête : appel à faire");
    desk.type_keys("\r");
    desk.wait_for("Appel des");
    desk.type_keys("\r");
    desk.wait_for("ouverte");
    desk.resize(100, 30);
    desk.type_keys("\r");
    desk.wait_for("À proclamer");
    let mut room = start(folder.path(), &[Path::new("projeter"), &path], 120, 40);
    room.wait_for("Quorum");
    room.type_keys("q");
    room.wait_end();
    desk.type_keys("\x11");
    desk.wait_end();
    for written in [&desk.written, &room.written] {
        let written = String::from_utf8_lossy(written);
        for question in QUESTIONS {
            assert!(!written.contains(question), "{question:?}");
        }
    }
}

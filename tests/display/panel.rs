//! The secretary decides: before / keys / after.

use hemicycle::app::context::Context;
use hemicycle::app::keymap::{self, Action};
use hemicycle::app::{Access, Effect, Key};
use hemicycle::council::public::{Control, Showing};

use crate::evening::{Disk, Evening, docket};
use crate::{FOLLOWS, LIVE, drawn, golden};

fn after(keys: &str) -> Evening {
    let mut evening = Evening::first_vote();
    evening.keys(keys);
    evening
}

#[test]
fn two_keys_clear_the_display_and_two_make_it_follow_again() {
    let mut evening = after("<ctrl-e> ,");
    assert_eq!(evening.app.display(), Control::NEUTRAL);
    assert!(evening.screen(80, 24).contains("ÉCRAN PUBLIC EFFACÉ"), "{}", evening.screen(80, 24));
    assert_eq!(evening.app.context(), Context::Vote);
    evening.keys("<ctrl-e> !");
    assert_eq!(evening.app.display(), FOLLOWS);
    assert!(!evening.screen(80, 24).contains("ÉCRAN PUBLIC EFFACÉ"));
}

#[test]
fn the_display_is_frozen_at_the_last_entry_and_the_head_says_so_until_it_follows() {
    let mut evening = after("<ctrl-e> ;");
    let frozen = Control { showing: Showing::Frozen { after: 2 }, live: false };
    assert_eq!(evening.app.display(), frozen);
    evening.keys("aub , <enter>");
    assert_eq!(evening.app.display(), frozen);
    assert!(evening.screen(80, 24).contains("ÉCRAN PUBLIC FIGÉ"));
}

#[test]
fn the_rows_of_the_panel_are_walked_and_chosen_as_every_list() {
    assert_eq!(after("<ctrl-e> <down> <down> <down> <enter>").app.display(), LIVE);
    assert_eq!(after("<ctrl-e> : <ctrl-e> :").app.display(), FOLLOWS);
    assert_eq!(after("<ctrl-e> <ctrl-e>").app.context(), Context::Vote);
}

#[test]
fn voices_shown_live_are_hidden_by_clearing_and_do_not_come_back_with_following() {
    assert_eq!(after("<ctrl-e> : <ctrl-e> , <ctrl-e> !").app.display(), FOLLOWS);
}

#[test]
fn what_is_cleared_is_not_frozen_and_what_does_not_follow_shows_no_voices() {
    for keys in ["<ctrl-e> , <ctrl-e> ;", "<ctrl-e> , <ctrl-e> :", "<ctrl-e> ; <ctrl-e> :"] {
        let evening = after(keys);
        assert!(evening.said().contains("Suivre"), "{keys}: {}", evening.said());
        assert!(!evening.app.display().live);
    }
}

#[test]
fn a_disk_that_refuses_changes_nothing_on_the_display_is_said_and_stops_no_vote() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Refusing;
    evening.keys("<ctrl-e> ,");
    assert_eq!(evening.app.display(), FOLLOWS);
    assert!(evening.said().contains("n’a pas changé"), "{}", evening.said());
    evening.disk = Disk::Prompt;
    let before = evening.records();
    evening.keys("aub ,");
    assert_eq!(evening.records(), before + 1);
}

#[test]
fn an_instance_that_only_reads_decides_nothing() {
    let access = Access::ReadOnly { why: "La séance est ouverte ailleurs.".to_owned() };
    let mut evening = Evening::with(docket("exemple-commune.ron"), access, &[]);
    evening.keys("<ctrl-e> ,");
    assert!(!evening.effects.iter().any(|effect| matches!(effect, Effect::Project(_))));
    assert!(evening.said().contains("ecture seule") || evening.said().contains("ailleurs"), "{}", evening.said());
}

#[test]
fn the_panel_says_what_the_room_sees() {
    for (keys, name) in [("<ctrl-e>", "suit"), ("<ctrl-e> : <ctrl-e> <down>", "en-direct")] {
        for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
            let cells = after(keys).cells(columns, rows, hemicycle::tui::theme::Theme::new(true));
            golden::agree(&format!("tests/screens/panneau-ecran-{name}-{columns}x{rows}.txt"), &drawn::written(&cells));
        }
    }
}

#[test]
fn every_key_that_leaves_the_display_is_in_the_one_table() {
    for key in [Key::Escape, Key::Char('q'), Key::Ctrl('q'), Key::Ctrl('c')] {
        assert_eq!(keymap::action(Context::Projection, key), Some(Action::Quit), "{key:?}");
    }
    assert_eq!(keymap::action(Context::Projection, Key::Enter), None);
}

//! A journal that another program writes is followed from the files alone.

use std::fs;

use hemicycle::app::display::scene::{Scene, View};
use hemicycle::council::public::{Control, Showing};
use hemicycle::display::follower::{Follower, RESULT_SEEN_MS};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{display_file, session_file};

use crate::{FOLLOWS, Recorded, prefixes, recorded};

/// A recorded evening whose journal is written again, bytes by bytes.
struct Growing {
    evening: Recorded,
    lines: Vec<Vec<u8>>,
    follower: Follower,
    now_ms: u64,
}

impl Growing {
    fn of(name: &str) -> Self {
        let evening = recorded(name);
        let bytes = fs::read(evening.path.with_extension("journal")).expect("a journal");
        fs::remove_file(evening.path.with_extension("journal")).expect("removed");
        let lines = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        let session = session_file::load(&evening.path).expect("a session file");
        let follower = Follower::of(&session).expect("a follower");
        Self { evening, lines, follower, now_ms: 0 }
    }

    /// Writes line 0 and so many entries, and bytes of the next.
    fn write(&mut self, entries: usize, torn: usize) {
        let mut bytes: Vec<u8> = self.lines.iter().take(entries + 1).flatten().copied().collect();
        let next = self.lines.get(entries + 1).map_or(&[] as &[u8], Vec::as_slice);
        bytes.extend_from_slice(&next[..torn.min(next.len().saturating_sub(1))]);
        fs::write(self.evening.path.with_extension("journal"), bytes).expect("written");
    }

    fn look(&mut self) -> Scene {
        // Long after any result.
        self.now_ms += RESULT_SEEN_MS * 2;
        self.follower.look(&RealDisk, self.now_ms);
        self.now_ms += RESULT_SEEN_MS * 2;
        self.follower.look(&RealDisk, self.now_ms)
    }

    fn decide(&self, control: Control) {
        display_file::write(&RealDisk, &self.evening.path, control).expect("written");
    }
}

#[test]
fn each_new_line_is_followed_and_a_torn_end_is_not_there_yet() {
    let mut growing = Growing::of("exemple-budget");
    let expected: Vec<Scene> = prefixes(&growing.evening).map(|history| Scene::of(&history, FOLLOWS, false)).collect();
    assert!(matches!(growing.look().view, View::NotOpen(_)), "before there is a journal");
    for (entries, scene) in expected.iter().enumerate().skip(1) {
        growing.write(entries, 40);
        assert_eq!(growing.look(), *scene, "{entries} entries");
        assert_eq!(growing.follower.trouble(), None);
    }
}

#[test]
fn a_journal_that_shrank_or_is_another_is_read_anew() {
    let mut growing = Growing::of("exemple-budget");
    let histories: Vec<_> = prefixes(&growing.evening).collect();
    for entries in [30, 12, 25] {
        growing.write(entries, 0);
        assert_eq!(growing.look(), Scene::of(&histories[entries], FOLLOWS, false));
    }
}

#[test]
fn a_journal_that_is_altered_or_gone_shows_the_neutral_screen_until_it_is_back() {
    let mut growing = Growing::of("exemple-budget");
    growing.write(20, 0);
    let shown = growing.look();
    let path = growing.evening.path.with_extension("journal");
    let mut bytes = fs::read(&path).expect("a journal");
    let last = bytes.len() - 3;
    bytes[last] ^= 1;
    fs::write(&path, bytes).expect("written");
    assert_eq!(growing.look().view, View::Neutral);
    assert!(growing.follower.trouble().is_some());
    growing.write(20, 0);
    assert_eq!(growing.look(), shown);
    fs::remove_file(&path).expect("removed");
    assert_eq!(growing.look().view, View::Neutral);
    growing.write(20, 0);
    assert_eq!(growing.look(), shown);
    assert_eq!(growing.follower.trouble(), None);
}

#[test]
fn frozen_it_stays_as_it_is_while_the_journal_grows_and_after_a_restart_too() {
    let mut growing = Growing::of("exemple-budget");
    growing.write(20, 0);
    let shown = growing.look();
    growing.decide(Control { showing: Showing::Frozen { after: 20 }, live: false });
    for entries in 20..60 {
        growing.write(entries, 7);
        assert_eq!(growing.look(), shown, "{entries} entries");
    }
    // The display is begun again, and then begun when more was recorded than it may show.
    let session = session_file::load(&growing.evening.path).expect("a session file");
    growing.follower = Follower::of(&session).expect("a follower");
    assert_eq!(growing.look(), shown);
    growing.decide(FOLLOWS);
    assert_ne!(growing.look(), shown);
    growing.decide(Control { showing: Showing::Frozen { after: 20 }, live: false });
    assert_eq!(growing.look(), shown, "more was read already than it may show");
}

#[test]
fn a_result_is_seen_for_a_while_though_the_next_report_is_open_and_stays_when_frozen() {
    let mut growing = Growing::of("exemple-budget");
    let histories: Vec<_> = prefixes(&growing.evening).collect();
    let is_result_then_open = |history: &hemicycle::council::history::History| {
        matches!(Scene::of(history, FOLLOWS, true).view, View::Results(_))
            && matches!(Scene::of(history, FOLLOWS, false).view, View::Floor(_))
    };
    let entries = histories.iter().position(is_result_then_open).expect("such a moment");
    growing.write(entries - 1, 0);
    growing.look();
    growing.write(entries, 0);
    let now = growing.now_ms;
    let seen = |follower: &mut Follower, at| matches!(follower.look(&RealDisk, at).view, View::Results(_));
    assert!(seen(&mut growing.follower, now + 1));
    assert!(seen(&mut growing.follower, now + RESULT_SEEN_MS));
    assert!(!seen(&mut growing.follower, now + RESULT_SEEN_MS + 1));
    growing.write(entries - 1, 0);
    growing.look();
    growing.write(entries, 0);
    let now = growing.now_ms;
    assert!(seen(&mut growing.follower, now + 1));
    growing.decide(Control { showing: Showing::Frozen { after: entries as u64 }, live: false });
    assert!(seen(&mut growing.follower, now + 2));
    assert!(seen(&mut growing.follower, now + RESULT_SEEN_MS * 9));
}

#[test]
fn a_file_of_the_display_that_cannot_be_understood_shows_the_neutral_screen_and_never_the_voices() {
    let mut growing = Growing::of("exemple-budget");
    growing.write(20, 0);
    let file = display_file::place(&growing.evening.path);
    for line in ["", "{\"affichage\":1,\"montre\":\"suivre\",\"voix\":tr", "{\"affichage\":9,\"montre\":\"suivre\"}\n"]
    {
        fs::write(&file, line).expect("written");
        assert_eq!(growing.look().view, View::Neutral, "{line}");
    }
    fs::remove_file(&file).expect("removed");
    assert_ne!(growing.look().view, View::Neutral);
}

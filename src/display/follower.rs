//! What the display shows now: reads what changed, and knows how long a result is to be seen.

use std::path::PathBuf;

use crate::app::display::scene::{Scene, last_result};
use crate::council::public::{Control, Showing};
use crate::store::disk::Disk;
use crate::store::display_file;
use crate::store::fault::Fault;
use crate::store::followed::Followed;
use crate::store::session_file::{self, SessionFile};

use super::stamp::Stamp;

/// How long a result is seen though the next report is open already.
pub const RESULT_SEEN_MS: u64 = 15_000;

/// A sitting that is followed, and what the secretary decided of the display.
pub struct Follower {
    session_file: PathBuf,
    control_file: PathBuf,
    followed: Followed,
    control: Control,
    /// The session file, the journal, the file of the display: as they were when they were read last.
    stamps: Option<[Stamp; 3]>,
    trouble: Option<Fault>,
    /// The entry that proclaimed the last result.
    result: Option<u64>,
    /// Until when it is seen; `None` once it was.
    fresh_until_ms: Option<u64>,
    scene: Option<Scene>,
}

impl Follower {
    /// Of that session file.
    ///
    /// # Errors
    /// [`Fault::ReservedName`].
    pub fn of(session: &SessionFile) -> Result<Self, Fault> {
        Ok(Self {
            session_file: session.path.clone(),
            control_file: display_file::place(&session.path),
            followed: Followed::of(session)?,
            control: Control::default(),
            stamps: None,
            trouble: None,
            result: None,
            fresh_until_ms: None,
            scene: None,
        })
    }

    /// What keeps the sitting from being followed now.
    #[must_use]
    pub fn trouble(&self) -> Option<&Fault> {
        self.trouble.as_ref()
    }

    /// What the display shows, at that time of a clock that never goes back.
    pub fn look(&mut self, disk: &dyn Disk, now_ms: u64) -> Scene {
        let stamps = [&self.session_file, self.followed.journal(), &self.control_file].map(Stamp::of);
        let has_changed = self.stamps != Some(stamps);
        let is_over = self.fresh_until_ms.is_some_and(|until| now_ms >= until) && !self.is_frozen();
        if is_over {
            self.fresh_until_ms = None;
        }
        if has_changed {
            self.read(disk, stamps, now_ms);
        }
        match &self.scene {
            Some(scene) if !has_changed && !is_over => scene.clone(),
            _ => {
                let scene = self.scene_now();
                self.scene = Some(scene.clone());
                scene
            }
        }
    }

    fn is_frozen(&self) -> bool {
        matches!(self.control.showing, Showing::Frozen { .. })
    }

    fn scene_now(&self) -> Scene {
        let history = self.followed.history();
        if self.trouble.is_some() {
            return Scene::neutral(history);
        }
        Scene::of(history, self.control, self.fresh_until_ms.is_some())
    }

    fn read(&mut self, disk: &dyn Disk, stamps: [Stamp; 3], now_ms: u64) {
        let is_first = self.stamps.is_none();
        let [session, ..] = stamps;
        let is_mended = self.stamps.is_some_and(|[before, ..]| before != session);
        self.stamps = Some(stamps);
        // Before anything is recorded the clerk may still mend the session file.
        if is_mended
            && self.followed.last() == 0
            && let Ok(loaded) = session_file::load(&self.session_file)
            && let Ok(followed) = Followed::of(&loaded)
        {
            self.followed = followed;
        }
        self.control = display_file::read(disk, &self.session_file).unwrap_or_default();
        let read = self.followed.read(disk, self.control.limit());
        self.trouble = read.err();
        self.note_the_result(is_first, now_ms);
    }

    /// A result that comes is seen for a while; one that is taken back, or was there before, is not.
    fn note_the_result(&mut self, is_first: bool, now_ms: u64) {
        let history = self.followed.history();
        let result = last_result(history);
        if result == self.result && !is_first {
            return;
        }
        // The display was begun after it: it is seen only if nothing was recorded since.
        let is_new = if is_first { result == Some(self.followed.last()) } else { result > self.result };
        self.fresh_until_ms = (result.is_some() && is_new).then_some(now_ms + RESULT_SEEN_MS);
        self.result = result;
    }
}

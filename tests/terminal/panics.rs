//! A mistake of the program itself, in whichever thread: the terminal is given back, and nothing secret is told.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use hemicycle::app::{Access, App, Moment};
use hemicycle::clock::WallClock;
use hemicycle::desk::{Look, give_back_on_panic};
use hemicycle::open::held::{Held, NotesPlace, on_the_terminal};
use hemicycle::open::writing::Papers;
use hemicycle::run::Clock;
use hemicycle::store::disk::{Disk, Found, OpenFile, RealDisk};
use hemicycle::store::{record, session_file};
use hemicycle::tui::theme::Theme;
use portable_pty::CommandBuilder;

use crate::terminal::Terminal;
use crate::{COMMUNE, QUIT, hemicycle, open_first_report, session};

/// What the message of a panic may hold: a choice in a secret vote, and what a terminal would obey.
const SECRET: &str = "BOISSEAU a voté blanc \u{1b}]0;title\u{7}";
/// Which thread is to panic, and on which session file.
const WHERE: &str = "PANICKING_THREAD";
const FILE: &str = "PANICKING_FILE";

/// Panics if this thread bears that name.
fn panic_in(name: &str) {
    assert!(std::thread::current().name() != Some(name), "{SECRET}");
}

/// The disk of this machine, until a thread of that name asks it for something.
struct Panicking(String);

impl Disk for Panicking {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        panic_in(&self.0);
        RealDisk.look(path)
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        panic_in(&self.0);
        RealDisk.read(path, limit)
    }
    fn read_synced(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        RealDisk.read_synced(path, limit)
    }
    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn OpenFile>> {
        panic_in(&self.0);
        RealDisk.create_new(path, mode)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_folder(path)
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        RealDisk.open(path)
    }
    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        RealDisk.rename(from, to, over)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        panic_in(&self.0);
        RealDisk.names(folder)
    }
}

/// The clock of this machine, which panics where the loop is the one that is to.
struct PanickingClock(WallClock, bool);

impl Clock for PanickingClock {
    fn now(&self) -> Moment {
        self.0.now()
    }
    fn until_next_minute(&self) -> Duration {
        assert!(!self.1, "{SECRET}");
        self.0.until_next_minute()
    }
}

/// What panics again while a panic takes it away, which would abort the program in the middle of its words.
struct PanickingDrop;

impl Drop for PanickingDrop {
    fn drop(&mut self) {
        panic!("{SECRET}");
    }
}

/// What the tests below start: the program on a session file, of which one thread panics.
#[test]
#[ignore = "it is the process that panics"]
#[allow(clippy::disallowed_methods, reason = "the test that starts it says what is to panic")]
fn panicking_process() {
    let wanted = std::env::var(WHERE).expect("a thread");
    if wanted == "another" {
        give_back_on_panic();
        hemicycle::tui::terminal::take(&mut io::stdout()).expect("a terminal");
        let _ = std::thread::spawn(|| panic!("{SECRET}")).join();
        unreachable!("a panic ends the program from whichever thread");
    }
    if wanted == "caught" {
        give_back_on_panic();
        hemicycle::tui::terminal::take(&mut io::stdout()).expect("a terminal");
        assert!(hemicycle::caught::unless_it_breaks(|| panic!("{SECRET}")).is_none());
        // It goes on, on the terminal that it still has.
        println!("la suite");
        hemicycle::tui::terminal::give_back(&mut io::stdout()).expect("given back");
        return;
    }
    if wanted == "a drop" {
        give_back_on_panic();
        hemicycle::tui::terminal::take(&mut io::stdout()).expect("a terminal");
        let _twice = PanickingDrop;
        panic!("{SECRET}");
    }
    let path = PathBuf::from(std::env::var_os(FILE).expect("a file"));
    let session = session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:?}"));
    let disk: Arc<dyn Disk> = Arc::new(Panicking(wanted.clone()));
    let opened = record::open(&disk, &session, "2025-03-03T18:00:00+01:00").expect("its record");
    let notes = NotesPlace { disk, session_file: path, docket: opened.history.sitting().docket().clone() };
    let app = App::new(opened.history, Access::Write, &[]);
    let clock = PanickingClock(WallClock::for_sitting_on(session.docket.meeting.date), wanted == "loop");
    let look = Look { theme: Theme::new(false), is_linear: false, has_mouse: true, is_misread: false };
    let held = Held { app, recorder: opened.recorder, notes, papers: Papers::Nowhere };
    unreachable!("it ended without a panic: {:?}", on_the_terminal(held, look, &clock));
}

/// Starts that process.
fn panicking_in(thread: &str, path: &Path) -> Terminal {
    let mut itself = CommandBuilder::new(std::env::current_exe().expect("this test"));
    itself.args(["--ignored", "--exact", "--nocapture", "panics::panicking_process"]);
    itself.env(WHERE, thread);
    itself.env(FILE, path);
    Terminal::run(itself, 120, 40)
}

#[test]
fn case_35_a_panic_in_any_thread_gives_the_terminal_back_and_tells_nothing_secret() {
    for thread in ["another", "a drop", "loop", "notes", "journal"] {
        let (_folder, path) = session(COMMUNE);
        let mut terminal = panicking_in(thread, &path);
        if thread == "journal" {
            // The journal is written by the first action.
            terminal.wait_for("Appel des");
            terminal.type_keys("\r");
        }
        assert_eq!(terminal.wait_end().exit_code(), 101, "{thread}");
        let written = String::from_utf8_lossy(&terminal.written).into_owned();
        // The notes are read before the terminal is taken.
        assert!(thread == "notes" || written.contains("\u{1b}[?1049h"), "{thread}: it had taken the terminal");
        assert_eq!(terminal.left_on(), Vec::<&str>::new(), "{thread}");
        let said = written.rsplit("\u{1b}[?1049l").next().expect("what was said last");
        assert!(said.contains("Erreur du programme (tests/terminal/panics.rs:"), "{thread}: {said}");
        assert!(said.contains("Rouvrez la séance"), "{thread}: {said}");
        assert_eq!(written.matches("Erreur du programme").count(), 1, "{thread}: it is said once: {written}");
        assert!(!written.contains("a voté blanc") && !written.contains("title"), "{thread}: {written}");
        let is_plain = |character: char| !character.is_control() || matches!(character, '\r' | '\n');
        assert!(said.chars().all(is_plain), "{thread}: {said:?}");
    }
}

#[test]
fn case_35_what_a_library_breaks_on_and_is_caught_ends_nothing_and_says_nothing() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = panicking_in("caught", &path);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let (before, after) = written.split_once("la suite").unwrap_or_else(|| panic!("{written}"));
    assert!(!before.contains("\u{1b}[?1049l") && after.contains("\u{1b}[?1049l"), "{written:?}");
    assert!(!written.contains("Erreur du programme") && !written.contains("a voté blanc"), "{written}");
}

#[test]
fn case_35_what_was_recorded_before_a_panic_is_found_again() {
    let (_folder, path) = session(COMMUNE);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    open_first_report(&mut terminal);
    terminal.type_keys("boi,");
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    terminal.wait_end();
    let mut terminal = panicking_in("loop", &path);
    assert_eq!(terminal.wait_end().exit_code(), 101);
    // Whole, and not closed.
    hemicycle().arg("sceau").arg(&path).assert().code(3);
    let mut terminal = Terminal::start(&[&path], 120, 40);
    terminal.wait_for("BOISSEAU Hakim + 1 pouvoir");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

//! All that the program says in the evenings and the commands of the guide, as plain words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use hemicycle::app::display::scene::Scene;
use hemicycle::app::home::Home;
use hemicycle::app::shelter::{Sheltered, Unrecorded};
use hemicycle::app::{Access, Msg};
use hemicycle::council::public::{Control, Showing};
use hemicycle::french::{self, record::shelter::goes_on};
use hemicycle::home::gathering::{gather, row};
use hemicycle::linear::Speaker;
use hemicycle::store::disk::RealDisk;
use hemicycle::store::fault::Notice;
use hemicycle::tui::{self, theme::Theme};
use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::evening::{Disk, Evening, docket, glyphs};
use crate::reading::root;
use crate::story::{Teller, plain, stands, story};

/// The stories that the guide tells.
const STORIES: [&str; 3] = ["installation", "premiere-seance", "quorum-perdu"];

pub struct Corpus {
    texts: BTreeSet<String>,
}

impl Corpus {
    pub fn hear() -> Self {
        let mut corpus = Self { texts: BTreeSet::new() };
        corpus.hear_the_stories();
        corpus.hear_what_goes_wrong();
        corpus.hear_the_commands();
        let folder = samples();
        corpus.add(&glyphs(&home(folder.path())));
        corpus.add(&glyphs(&display()));
        corpus
    }

    pub fn says(&self, quoted: &str) -> bool {
        // What is left out is not looked for: the parts around it stand in one text.
        let parts: Vec<String> = quoted.split('…').map(plain).filter(|part| !part.is_empty()).collect();
        let whole = plain(quoted);
        self.texts.iter().any(|text| stands(text, &whole) || parts.iter().all(|part| stands(text, part)))
    }

    fn add(&mut self, text: &str) {
        self.texts.insert(plain(text));
    }

    fn hear_the_stories(&mut self) {
        for name in STORIES {
            let story = story(name);
            for (columns, rows) in [(80, 24), (120, 40)] {
                let mut teller = Teller::new(&story, columns, rows);
                let mut speaker = Speaker::default();
                self.add(&teller.evening.screen(columns, rows));
                for step in &story.steps {
                    teller.begin(step);
                    for key in step.keys() {
                        teller.key(step, key);
                        // Letters of a text that is being written say nothing new; the screen after them is seen below.
                        if key.letter().is_none() {
                            self.add(&teller.evening.screen(columns, rows));
                        }
                    }
                    self.add(&teller.evening.screen(columns, rows));
                    self.add(&speaker.say(&teller.evening.app).join("\n"));
                }
            }
        }
    }

    /// A disk that is full, a window that is too small, what Ctrl-S and Ctrl-C answer, a rehearsal.
    fn hear_what_goes_wrong(&mut self) {
        let mut evening = Evening::first_vote();
        for keys in ["<ctrl-s>", "<ctrl-c>"] {
            evening.keys(keys);
            self.add(&evening.screen(120, 40));
        }
        evening.disk = Disk::Refusing;
        evening.keys("per ,");
        self.add(&evening.screen(120, 40));
        let mut small = Evening::first_vote();
        small.send(Msg::Resized { columns: 60, rows: 20 });
        self.add(&small.screen(60, 20));
        self.add(&Evening::with(docket("exemple-repetition.ron"), Access::Rehearsal, &[]).screen(120, 40));
        self.hear_the_disk_go();
    }

    /// A disk that keeps her waiting, one that may be left, one that is gone and comes back; a séance that another holds.
    fn hear_the_disk_go(&mut self) {
        let mut evening = Evening::first_vote();
        evening.disk = Disk::Held;
        evening.keys("per ,");
        evening.send(Msg::StillWriting);
        self.add(&evening.screen(120, 40));
        let why = "Le disque est plein.".to_owned();
        evening.send(Msg::NotRecorded(Unrecorded { why, elsewhere: true, anew: false }));
        self.add(&evening.screen(120, 40));
        let mut gone = Evening::first_vote();
        let sheltered = Sheltered { place: "/media/cle".to_owned(), here: "/copies".to_owned(), is_back: false };
        gone.send(Msg::Sheltered(sheltered, goes_on(None)));
        self.add(&gone.screen(120, 40));
        gone.send(Msg::PlaceIsBack);
        self.add(&gone.screen(120, 40));
        let why = french::record::notice(&Notice::HeldElsewhere(None));
        self.add(&Evening::with(docket("exemple-commune.ron"), Access::ReadOnly { why }, &[]).screen(120, 40));
    }

    fn hear_the_commands(&mut self) {
        let folder = samples();
        let session = "exemple-commune.ron";
        let course = root().join("sessions/deroules").join(session);
        let course = course.to_str().unwrap();
        for words in [
            &["--aide"][..],
            &["verifier", session],
            &["saisir", session, course],
            &["pv", session, "--tout"],
            &["verifier", session],
            &["sceau", "exemple-commune.papiers/2025-03-03-proces-verbal.pdf"],
            &["sceau", session],
        ] {
            let output = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
                .args(words)
                .current_dir(folder.path())
                .env("XDG_STATE_HOME", folder.path())
                .env("XDG_CONFIG_HOME", folder.path())
                .output()
                .unwrap();
            assert!(output.status.success(), "{words:?}: {output:?}");
            for stream in [output.stdout, output.stderr] {
                self.add(&String::from_utf8(stream).unwrap());
            }
        }
    }
}

/// A folder with the made-up commune in it.
pub fn samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sessions = root().join("sessions");
    fs::copy(sessions.join("exemple-commune.ron"), folder.path().join("exemple-commune.ron")).unwrap();
    fs::create_dir(folder.path().join("exemple-commune")).unwrap();
    for entry in fs::read_dir(sessions.join("exemple-commune")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join("exemple-commune").join(path.file_name().unwrap())).unwrap();
    }
    folder
}

/// The list of the séances of that folder.
pub fn home(folder: &Path) -> Buffer {
    let candidates = gather(&RealDisk, folder, None);
    let mut home = Home::new(date(2025, 3, 3), candidates.len());
    for (number, candidate) in candidates.iter().enumerate() {
        home.fill(row(&RealDisk, number, candidate));
    }
    let area = Rect::new(0, 0, 100, 26);
    let mut cells = Buffer::empty(area);
    home.resize(area.width, area.height);
    tui::paint_home(&mut cells, area, &mut home, Theme::new(true));
    cells
}

/// The public display of a result.
pub fn display() -> Buffer {
    let mut evening = Evening::tariffs();
    evening.keys("<enter>");
    let follows = Control { showing: Showing::Follows, live: false };
    let scene = Scene::of(evening.app.history(), follows, true);
    let area = Rect::new(0, 0, 120, 34);
    let mut cells = Buffer::empty(area);
    tui::project(&mut cells, area, &scene, None, Theme::new(true));
    cells
}

//! What the program is asked to do: plain data, between the command line and the verbs.

use std::path::PathBuf;

use crate::papers::Format;
use crate::store::seal::noted::NotedHead;

/// What the program is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Nothing named: the séances that are here, and the recent ones.
    Home {
        /// How the program shows itself.
        screen: ScreenAsked,
    },
    /// `ouvrir`: hold the sitting on the screen.
    Open {
        /// The session file.
        file: PathBuf,
        /// How the program shows itself.
        screen: ScreenAsked,
    },
    /// `projeter`: follow the sitting on a public display.
    Display {
        /// The session file.
        file: PathBuf,
        /// How the program shows itself.
        screen: ScreenAsked,
    },
    /// `repeter`: rehearse; nothing is kept.
    Rehearse {
        /// The session file; the built-in evening if none is named.
        file: Option<PathBuf>,
        /// How the program shows itself.
        screen: ScreenAsked,
    },
    /// `revoir`: see a past séance again.
    Replay {
        /// The session file.
        file: PathBuf,
        /// How many times faster than it was.
        speed: u16,
        /// How the program shows itself.
        screen: ScreenAsked,
    },
    /// `creer`: make a session file by questions.
    Create(CreateAsked),
    /// `completions`: the completions of a shell.
    Completions {
        /// Its name.
        shell: String,
    },
    /// `manuel`: the manual page.
    Manual,
    /// `verifier`: say all that is wrong with session files.
    Check {
        /// The session files.
        files: Vec<PathBuf>,
    },
    /// `saisir`: record a course typed afterwards.
    Record {
        /// The session file.
        file: PathBuf,
        /// The course.
        course: PathBuf,
        /// How.
        asked: RecordAsked,
    },
    /// `sceau`: check the record.
    Seal {
        /// The session file, its journal, or a paper.
        file: PathBuf,
        /// A head that was noted elsewhere.
        head: Option<NotedHead>,
    },
    /// `pv`: write a paper.
    Minutes {
        /// The session file.
        file: PathBuf,
        /// Which paper.
        paper: PaperAsked,
        /// In which format; as the name of the file says if none is said.
        format: Option<Format>,
        /// Where to.
        output: Output,
    },
    /// `pv --tout`: write every paper.
    Papers {
        /// The session file.
        file: PathBuf,
        /// What is asked for.
        asked: AllAsked,
    },
    /// `registre`: write the register of a year.
    Register(RegisterAsked),
    /// `modeles`: write the built-in models out, or read models.
    Models(ModelsAsked),
    /// `exporter`: write the data.
    Export {
        /// The session file.
        file: PathBuf,
        /// Where to.
        output: Output,
    },
}

/// How the program is to show itself, as far as the command says.
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScreenAsked {
    /// Draw without colours.
    pub no_colour: bool,
    /// Draw in the colours of high contrast.
    pub high_contrast: bool,
    /// Draw with the signs of ASCII alone.
    pub ascii: bool,
    /// Say lines instead of drawing a screen.
    pub is_linear: bool,
}

impl ScreenAsked {
    /// What either of two asks for.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            no_colour: self.no_colour || other.no_colour,
            high_contrast: self.high_contrast || other.high_contrast,
            ascii: self.ascii || other.ascii,
            is_linear: self.is_linear || other.is_linear,
        }
    }
}

/// What `creer` is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CreateAsked {
    /// The session file to write.
    pub file: Option<PathBuf>,
    /// Where the members come from: another session file, or a CSV.
    pub from: Option<PathBuf>,
}

/// How a course is to be recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordAsked {
    /// Behind what is recorded already.
    pub goes_on: bool,
    /// Saying `ack N` for each action on the disk.
    pub acknowledges: bool,
}

/// The paper that `pv` is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperAsked {
    /// The procès-verbal.
    Minutes,
    /// The procès-verbal without the texts of the reports.
    ShortMinutes,
    /// The délibération of one report, or of each.
    Deliberation(Option<String>),
    /// The list of the délibérations for the door.
    Examined,
    /// The sheet that the members sign.
    AttendanceSheet,
    /// Who voted how in one report, or in each that was voted on.
    NominalRecord(Option<String>),
    /// The *procès-verbal de dépouillement* of the report of that number, or of every report voted by secret ballot.
    CountingRecord(Option<String>),
    /// The convocation.
    Convocation,
}

/// Where a paper goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Standard output.
    Standard,
    /// A file, replaced safely.
    File {
        /// Its path.
        path: PathBuf,
        /// Whether an existing one is replaced.
        force: bool,
    },
}

/// What `pv --tout` is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllAsked {
    /// The folder; `NAME.papiers` beside the session file if none is said.
    pub folder: Option<PathBuf>,
    /// The formats; PDF and an editable one if none is said.
    pub formats: Vec<Format>,
    /// Whether files that are not the program's own are replaced.
    pub force: bool,
}

/// What `registre` is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterAsked {
    /// The session files.
    pub files: Vec<PathBuf>,
    /// The year; that of the sittings if none is said.
    pub year: Option<i16>,
    /// The format; that of the name of the file if none is said.
    pub format: Option<Format>,
    /// Where to.
    pub output: Output,
}

/// What `modeles` is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelsAsked {
    /// `exporter`: the built-in ones as files.
    Export {
        /// The folder to write them into.
        folder: PathBuf,
        /// Whether files that are there are replaced.
        force: bool,
    },
    /// `verifier`: all that is wrong with models.
    Check {
        /// The models.
        files: Vec<PathBuf>,
    },
}

//! The words of writing papers to files: their names, how far it is, what was written and what was not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::file::unreadable_sentence;
use super::numbers::{count, enumerate};
use super::record::{not_written, not_written_next_step};
use crate::council::plain::plain;
use crate::store::replace::NotWritten;
use crate::store::session_file::unreadable::Unreadable;

/// A paper, as its file is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is documented by its own word, below")]
pub enum PaperName {
    Minutes,
    ShortMinutes,
    Deliberation,
    Examined,
    AttendanceSheet,
    NominalRecord,
    CountingRecord,
    Convocation,
}

/// The word of a paper in the name of its file, without accents.
#[must_use]
pub fn file_name(paper: PaperName) -> &'static str {
    match paper {
        PaperName::Minutes => "proces-verbal",
        PaperName::ShortMinutes => "proces-verbal-abrege",
        PaperName::Deliberation => "deliberation",
        PaperName::Examined => "liste",
        PaperName::AttendanceSheet => "presence",
        PaperName::NominalRecord => "releve",
        PaperName::CountingRecord => "depouillement",
        PaperName::Convocation => "convocation",
    }
}

/// Such a file is no text, and would go to a terminal.
#[must_use]
pub fn needs_a_file(format: &str) -> String {
    format!(
        "Un fichier {} ne s’affiche pas dans un terminal.\nAjoutez -o suivi d’un nom, par exemple -o pv.{format}.",
        format.to_uppercase()
    )
}

/// Several papers would go into one file that holds one.
#[must_use]
pub fn several_in_one(papers: usize, format: &str) -> String {
    format!(
        "{papers} papiers ne tiennent pas dans un seul fichier {}.\n\
         Choisissez-en un par --rapport, ou écrivez-les tous par --tout -o DOSSIER.",
        format.to_uppercase()
    )
}

/// The name of the file says no format, and no format was asked for.
#[must_use]
pub fn unknown_end(path: &Path) -> String {
    format!(
        "{} : ce nom ne finit pas comme un format que le programme écrit.\n\
         Finissez-le par .txt, .md, .html, .docx, .odt ou .pdf, ou ajoutez --format.",
        shown(path)
    )
}

/// There is no vote whose record by name could be written.
pub const NO_VOTE: &str = "Aucun vote n’est proclamé : il n’y a pas encore de relevé.\nProclamez un rapport d’abord.";

/// That report has not been voted on.
#[must_use]
pub fn not_voted(number: &str) -> String {
    format!("Le vote du rapport n° {} n’est pas proclamé.\nProclamez-le d’abord.", plain(number))
}

/// A *relevé nominatif* of a report that ended without a vote.
#[must_use]
pub fn no_vote_taken(number: &str) -> String {
    format!(
        "Aucun vote n’a été pris sur le rapport n° {} : il n’a pas de relevé nominatif.\nSon procès-verbal dit comment il s’est \
         terminé.",
        plain(number)
    )
}

/// The paper cannot be composed of this sitting.
pub const NOT_COMPOSED: &str =
    "Ce papier n’a pas pu être composé.\nMerci de signaler cette erreur avec le fichier de séance.";

/// Why no file of a format could be made of a paper.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotMade {
    /// The program does not write that format yet.
    NotYet,
    /// A face of the assembly's look is no font that can print French.
    Face,
    /// Its logo is not a picture.
    Logo,
    /// Its sheet has no room for a text.
    Sheet,
    /// That file cannot be enclosed.
    Enclosed(String),
    /// The assembly's own model has these problems.
    Model(Vec<String>),
    /// The library of the format refuses, in these words.
    Library(String),
}

/// Why those papers could not be made, and what to do.
#[must_use]
pub fn not_made(files: &[&str], reason: &NotMade) -> String {
    let shown: Vec<String> = files.iter().take(SHOWN).map(|file| plain(file).into_owned()).collect();
    let more = if files.len() > SHOWN { "…" } else { "" };
    let begins = match files {
        [_] => format!("{} n’a pas pu être fait", shown.join(", ")),
        _ => format!("{} papiers n’ont pas pu être faits ({}{more})", files.len(), shown.join(", ")),
    };
    let (why, next) = match reason {
        NotMade::NotYet => ("le programme n’écrit pas encore ce format".to_owned(), "Choisissez un autre format."),
        NotMade::Face => (
            "une police de la charte ne sait pas imprimer le français".to_owned(),
            "Choisissez-en une autre dans charte.ron, ou enlevez-la.",
        ),
        NotMade::Logo => (
            "le logo de la charte n’est pas une image".to_owned(),
            "Choisissez-en un autre dans charte.ron, ou enlevez-le.",
        ),
        NotMade::Sheet => (
            "la feuille de la charte, moins ses marges, n’a pas de place pour un texte".to_owned(),
            "Réduisez les marges dans charte.ron.",
        ),
        NotMade::Enclosed(name) => {
            (format!("{} ne peut pas y être joint", plain(name)), "Donnez à ce fichier un autre nom.")
        }
        NotMade::Model(problems) => (
            format!("le modèle de l’assemblée a quelque chose à corriger :\n  {}", problems.join("\n  ")),
            "Corrigez-le dans LibreOffice, puis relisez-le avec « hemicycle modeles verifier ».",
        ),
        NotMade::Library(words) => (plain(words).into_owned(), "Choisissez un autre format, et signalez cette erreur."),
    };
    let end = if matches!(reason, NotMade::Model(_)) { "" } else { "." };
    format!("{begins} : {why}{end}\n{next}")
}

/// How many files a sentence names.
const SHOWN: usize = 3;

/// Characters that no face has: their codes are printed instead.
#[must_use]
pub fn no_glyph(characters: &BTreeSet<char>) -> String {
    let shown = |character: &char| format!("« {} » (U+{:04X})", plain(&character.to_string()), u32::from(*character));
    let listed = enumerate(&characters.iter().map(shown).collect::<Vec<_>>());
    match characters.len() {
        1 => format!("La police n’a pas le caractère {listed} : son code est imprimé à sa place."),
        _ => format!("La police n’a pas les caractères {listed} : leurs codes sont imprimés à leur place."),
    }
}

/// A file that the session file names is no longer what was read with it.
#[must_use]
pub fn text_changed(name: &str, why: Option<&Unreadable>) -> String {
    let why = why.map_or_else(|| "vient de changer".to_owned(), unreadable_sentence);
    format!("{} {why} : rien n’est écrit.\nRecommencez.", plain(name))
}

/// Standard output cannot be written.
pub const OUTPUT_LOST: &str =
    "La sortie n’a pas pu être écrite jusqu’au bout.\nÉcrivez plutôt un fichier : ajoutez -o suivi d’un nom.";

/// How far the writing is, on one line.
#[must_use]
pub fn progress(done: usize, all: usize) -> String {
    format!("Papiers : {done} sur {all}…")
}

/// What became of the papers of a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The folder.
    pub folder: PathBuf,
    /// How many were written.
    pub written: usize,
    /// How many were there already, to the last byte.
    pub same: usize,
    /// How many were to be.
    pub all: usize,
    /// Those that were not written over something.
    pub refused: Vec<NotWritten>,
    /// The files that could not be made, by reason.
    pub not_made: BTreeMap<NotMade, Vec<String>>,
    /// Why the rest was not written.
    pub stopped: Option<NotWritten>,
    /// Whether somebody did not want the rest.
    pub given_up: bool,
    /// Characters that no face has.
    pub no_glyph: BTreeSet<char>,
    /// Papers written another time, that are none of these.
    pub outdated: Vec<String>,
    /// Which reports have no délibération, in one sentence; none if all have.
    pub without_act: Option<String>,
    /// Why the procès-verbal in PDF encloses nothing, if it should.
    pub not_enclosed: Option<&'static str>,
}

impl Written {
    /// Whether every paper is there as it should be.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.not_made.is_empty() && self.stopped.is_none() && !self.given_up
    }

    fn files_not_made(&self) -> usize {
        self.not_made.values().map(Vec::len).sum()
    }
}

/// « 12 papiers écrits dans papiers, 3 déjà à jour. »
#[must_use]
pub fn written_in(done: &Written) -> String {
    let folder = shown(&done.folder);
    match (done.written, done.same) {
        (0, 0) => format!("Aucun papier n’est écrit dans {folder}."),
        (0, same) => format!("Rien n’a changé dans {folder} : {}.", up_to_date(same)),
        (written, 0) => format!("{} dans {folder}.", written_papers(written)),
        (written, same) => format!("{} dans {folder}, {}.", written_papers(written), up_to_date(same)),
    }
}

fn written_papers(written: usize) -> String {
    count(written, "papier écrit", "papiers écrits")
}

fn up_to_date(same: usize) -> String {
    count(same, "papier déjà à jour", "papiers déjà à jour")
}

/// What is to be known of papers that were written: reports without an act, characters without a face, papers of another
/// time.
#[must_use]
pub fn remarks(done: &Written) -> Vec<String> {
    let mut remarks: Vec<String> = done.without_act.iter().cloned().collect();
    remarks.extend(done.not_enclosed.map(str::to_owned));
    if !done.no_glyph.is_empty() {
        remarks.push(no_glyph(&done.no_glyph));
    }
    if !done.outdated.is_empty() {
        let names = plain(&done.outdated.join(", ")).into_owned();
        remarks.push(match done.outdated.len() {
            1 => format!("Écrit une autre fois et laissé là : {names}. Supprimez-le s’il ne sert plus."),
            _ => format!("Écrits une autre fois et laissés là : {names}. Supprimez-les s’ils ne servent plus."),
        });
    }
    remarks
}

/// Every paper that was not written, each with what to do.
#[must_use]
pub fn not_all_written(done: &Written) -> String {
    let mut lines = Vec::new();
    for why in &done.refused {
        lines.push(not_written(why));
    }
    let mut steps: Vec<&str> = Vec::new();
    for step in done.refused.iter().map(not_written_next_step) {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    lines.extend(steps.into_iter().map(str::to_owned));
    for (why, files) in &done.not_made {
        lines.push(not_made(&files.iter().map(String::as_str).collect::<Vec<_>>(), why));
    }
    if let Some(why) = &done.stopped {
        let left = done.all.saturating_sub(done.written + done.same + done.refused.len() + done.files_not_made());
        lines.push(not_written(why));
        lines.push(format!("{} Ce qui est écrit est entier.", the_rest(left)));
        lines.push(not_written_next_step(why).to_owned());
    }
    lines.join("\n")
}

/// On one line of the screen: what was written, and the first that was not.
#[must_use]
pub fn written_in_part(done: &Written) -> String {
    let begins = written_in(done);
    if done.given_up {
        return begins;
    }
    let first = done.stopped.as_ref().or(done.refused.first());
    let why = match first {
        // There is no --force behind a key.
        Some(why @ NotWritten::Exists { .. }) => format!(
            "{} Il n’est pas du programme, ou a été changé depuis : déplacez-le, puis Ctrl-P.",
            not_written(why)
        ),
        Some(why) => not_written(why),
        None => done
            .not_made
            .iter()
            .map(|(why, files)| not_made(&files.iter().map(String::as_str).collect::<Vec<_>>(), why).replace('\n', " "))
            .next()
            .unwrap_or_default(),
    };
    let others = (done.refused.len() + done.files_not_made() + usize::from(done.stopped.is_some())).saturating_sub(1);
    let others = match others {
        0 => String::new(),
        1 => " Un autre papier n’est pas écrit non plus.".to_owned(),
        others => format!(" {others} autres papiers ne sont pas écrits non plus."),
    };
    format!("{begins} {why}{others}")
}

fn the_rest(left: usize) -> String {
    match left {
        1 => "Il reste 1 papier à écrire.".to_owned(),
        _ => format!("Il reste {left} papiers à écrire."),
    }
}

/// « registre », as its file is named.
pub const REGISTER: &str = "registre";

/// Why the register of a year cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOneRegister {
    /// Sittings of several bodies: each file and its body.
    Bodies(Vec<(PathBuf, String)>),
    /// Sittings of several years, or of another one than asked: each file and its day.
    Years(Option<i16>, Vec<(PathBuf, Date)>),
    /// The same file twice.
    Twice(PathBuf),
}

/// Why the register of a year cannot be made, and what to do.
#[must_use]
pub fn not_one_register(why: &NotOneRegister) -> String {
    match why {
        NotOneRegister::Bodies(files) => {
            let lines = files.iter().map(|(path, body)| format!("  {} : {}", shown(path), plain(body)));
            format!(
                "Ces séances ne sont pas de la même assemblée :\n{}\nUn registre est celui d’une seule : donnez les siennes.",
                lines.collect::<Vec<_>>().join("\n")
            )
        }
        NotOneRegister::Years(asked, files) => {
            let lines = files.iter().map(|(path, day)| format!("  {} : {}", shown(path), super::numbers::date(*day)));
            let lines = lines.collect::<Vec<_>>().join("\n");
            match asked {
                Some(year) => {
                    format!("Ces séances ne sont pas de {year} :\n{lines}\nEnlevez-les, ou changez --annee.")
                }
                None => format!(
                    "Ces séances ne sont pas de la même année :\n{lines}\nUn registre est celui d’une année : donnez les siennes."
                ),
            }
        }
        NotOneRegister::Twice(path) => format!("{} est donné deux fois.\nDonnez chaque séance une fois.", shown(path)),
    }
}

/// Acts of several sittings with one number.
#[must_use]
pub fn number_twice(number: &str, days: &[Date]) -> String {
    let days: Vec<String> = days.iter().map(|day| super::numbers::date(*day)).collect();
    format!(
        "Le numéro {} est celui de plusieurs délibérations, aux séances des {}. Si vos numéros se suivent dans l’année, \
         corrigez « numerotation » ou « premier_numero » avant de signer le registre.",
        plain(number),
        super::numbers::enumerate(&days)
    )
}

fn shown(path: &Path) -> String {
    plain(&path.display().to_string()).into_owned()
}

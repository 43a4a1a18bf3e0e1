//! What was given to a verb, as it is asked of the program.

use std::path::PathBuf;

use clap::ArgMatches;

use super::asked::{AllAsked, ModelsAsked, Output, PaperAsked, ScreenAsked, Verb};
use crate::french::command_line::{self as words, UsageError};
use crate::papers::Format;

/// The flags of how the program shows itself.
pub(super) const SCREEN_FLAGS: [&str; 4] = ["sans-couleur", "contraste", "ascii", "lineaire"];

pub(super) fn screen(given: &ArgMatches) -> ScreenAsked {
    ScreenAsked {
        no_colour: given.get_flag("sans-couleur"),
        high_contrast: given.get_flag("contraste"),
        ascii: given.get_flag("ascii"),
        is_linear: given.get_flag("lineaire"),
    }
}

pub(super) fn models(given: &ArgMatches) -> Option<ModelsAsked> {
    match given.subcommand()? {
        ("exporter", given) => given
            .get_one::<PathBuf>("DOSSIER")
            .map(|folder| ModelsAsked::Export { folder: folder.clone(), force: given.get_flag("force") }),
        (_, given) => {
            let files = given.get_many::<PathBuf>("MODELE").unwrap_or_default();
            Some(ModelsAsked::Check { files: files.cloned().collect() })
        }
    }
}

/// `sceau`: what follows the groups of digits of a head is the file.
pub(super) fn seal(given: &ArgMatches) -> Result<Verb, UsageError> {
    let mut words: Vec<PathBuf> = given.get_many::<PathBuf>("tete").unwrap_or_default().cloned().collect();
    let mut file = path(given);
    if file.is_none() && words.len() > 1 {
        file = words.pop();
    }
    let noted = words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let head = (!words.is_empty()).then(|| noted.parse().map_err(|_| UsageError::NoHead(noted.clone()))).transpose()?;
    Ok(Verb::Seal { file: file.ok_or(UsageError::NoFile)?, head })
}

pub(super) fn path(given: &ArgMatches) -> Option<PathBuf> {
    given.get_one::<PathBuf>("FICHIER").cloned()
}

pub(super) fn text(given: &ArgMatches, name: &str) -> Option<String> {
    given.get_one::<String>(name).cloned()
}

pub(super) fn files(given: &ArgMatches) -> Vec<PathBuf> {
    given.get_many::<PathBuf>("FICHIER").unwrap_or_default().cloned().collect()
}

pub(super) fn formats(given: &ArgMatches) -> Vec<Format> {
    let words = given.get_many::<String>("format").unwrap_or_default();
    words.filter_map(|word| Format::ALL.into_iter().find(|format| format.extension() == word)).collect()
}

/// `pv`: one paper, or all of them.
pub(super) fn minutes(given: &ArgMatches) -> Result<Verb, UsageError> {
    let file = path(given).ok_or(UsageError::NoFile)?;
    let formats = formats(given);
    if given.get_flag("tout") {
        for other in ["document", "rapport"] {
            if text(given, other).is_some() {
                return Err(UsageError::WithAll(format!("--{other}")));
            }
        }
        let folder = given.get_one::<PathBuf>("sortie").cloned();
        return Ok(Verb::Papers { file, asked: AllAsked { folder, formats, force: given.get_flag("force") } });
    }
    if formats.len() > 1 {
        return Err(UsageError::SeveralFormats);
    }
    Ok(Verb::Minutes { file, paper: paper(given)?, format: formats.first().copied(), output: output(given) })
}

/// A report's number alone asks for its délibération.
fn paper(given: &ArgMatches) -> Result<PaperAsked, UsageError> {
    let report = text(given, "rapport");
    let document = text(given, "document");
    Ok(match document.as_deref().map(words::unaccented) {
        Some("deliberation") => PaperAsked::Deliberation(report),
        Some("releve") => PaperAsked::NominalRecord(report),
        Some("depouillement") => PaperAsked::CountingRecord(report),
        None if report.is_some() => PaperAsked::Deliberation(report),
        Some(document) if report.is_some() => return Err(UsageError::NotOfAReport(document.to_owned())),
        Some("abrege") => PaperAsked::ShortMinutes,
        Some("liste") => PaperAsked::Examined,
        Some("presence") => PaperAsked::AttendanceSheet,
        Some("convocation") => PaperAsked::Convocation,
        _ => PaperAsked::Minutes,
    })
}

pub(super) fn output(given: &ArgMatches) -> Output {
    match given.get_one::<PathBuf>("sortie") {
        Some(path) => Output::File { path: path.clone(), force: given.get_flag("force") },
        None => Output::Standard,
    }
}

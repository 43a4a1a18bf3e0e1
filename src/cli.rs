//! The command line: one definition per verb, its words in `french::command_line`.

mod asked;
mod definition;
mod environment;
mod given;
mod usage;

use std::ffi::OsString;
use std::iter;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use clap::error::ErrorKind;

use crate::french::command_line::{self as words, UsageError};

pub use self::definition::{endings, program};
use self::given::{files, formats, minutes, models, output, path, seal, text};
pub use environment::{asks_for_no_colour, places_no_cursor, writes_another_coding};

pub use asked::{
    AllAsked, CreateAsked, ModelsAsked, Output, PaperAsked, RecordAsked, RegisterAsked, ScreenAsked, Verb,
};

/// The command cannot be carried out as typed, or asked only for words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Help or version: print on standard output, end with 0.
    Say(String),
    /// A usage error: print on standard error, end with 2.
    Refuse(String),
}

/// Reads the command line.
///
/// # Errors
/// The text to print instead: help, version, or what is wrong with the command.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Verb, Instead> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let [_, word] = arguments.as_slice()
        && words::HELP_WORDS.iter().any(|asks| word == asks)
        && !Path::new(word).exists()
    {
        return Err(Instead::Say(words::ellipses(&program().render_help().to_string())));
    }
    if let Some(mistyped) = mistyped_verb(&arguments) {
        return Err(Instead::Refuse(words::usage_error(&mistyped)));
    }
    let mut program = program();
    let matches = program.try_get_matches_from_mut(arguments).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Instead::Say(words::ellipses(&error.to_string())),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Instead::Refuse(words::ellipses(&error.to_string())),
        _ => Instead::Refuse(words::usage_error(&usage::usage_error(&error))),
    })?;
    if let Some(misplaced) = misplaced(&matches) {
        return Err(Instead::Refuse(words::usage_error(&misplaced)));
    }
    // « hemicycle --lineaire ouvrir » says the same as « hemicycle ouvrir --lineaire ».
    let screen = |given| given::screen(given).or(given::screen(&matches));
    let verb = match matches.subcommand() {
        Some(("ouvrir", given)) => path(given).map(|file| Verb::Open { file, screen: screen(given) }),
        Some(("projeter", given)) => path(given).map(|file| Verb::Display { file, screen: screen(given) }),
        Some(("repeter", given)) => Some(Verb::Rehearse { file: path(given), screen: screen(given) }),
        Some(("revoir", given)) => {
            let speed = given.get_one::<u16>("vitesse").copied().unwrap_or(1);
            path(given).map(|file| Verb::Replay { file, speed, screen: screen(given) })
        }
        Some(("creer", given)) => {
            Some(Verb::Create(CreateAsked { file: path(given), from: given.get_one::<PathBuf>("depuis").cloned() }))
        }
        Some(("completions", given)) => text(given, "INTERPRETE").map(|shell| Verb::Completions { shell }),
        Some(("manuel", _)) => Some(Verb::Manual),
        Some(("verifier", given)) => Some(Verb::Check { files: files(given) }),
        Some(("saisir", given)) => {
            let asked = RecordAsked { goes_on: given.get_flag("suite"), acknowledges: given.get_flag("accuse") };
            let course = given.get_one::<PathBuf>("DEROULE").cloned();
            path(given).zip(course).map(|(file, course)| Verb::Record { file, course, asked })
        }
        Some(("sceau", given)) => Some(seal(given).map_err(|error| Instead::Refuse(words::usage_error(&error)))?),
        Some(("pv", given)) => Some(minutes(given).map_err(|error| Instead::Refuse(words::usage_error(&error)))?),
        Some(("modeles", given)) => models(given).map(Verb::Models),
        Some(("registre", given)) => Some(Verb::Register(RegisterAsked {
            files: files(given),
            year: given.get_one::<i16>("annee").copied(),
            format: formats(given).first().copied(),
            output: output(given),
        })),
        Some(("exporter", given)) => path(given).map(|file| Verb::Export { file, output: output(given) }),
        _ => Some(match path(&matches) {
            Some(file) => Verb::Open { file, screen: screen(&matches) },
            None => Verb::Home { screen: screen(&matches) },
        }),
    };
    verb.ok_or_else(|| Instead::Refuse(program.render_help().to_string()))
}

/// What stands before a verb that it can do nothing with.
fn misplaced(matches: &ArgMatches) -> Option<UsageError> {
    let (verb, given) = matches.subcommand()?;
    if let Some(file) = path(matches) {
        return Some(UsageError::OneTooMany(file.to_string_lossy().into_owned()));
    }
    let has_a_screen = given.try_contains_id("lineaire").is_ok();
    let first = given::SCREEN_FLAGS.into_iter().find(|flag| matches.get_flag(flag))?;
    (!has_a_screen).then(|| UsageError::NoScreen(format!("--{first}"), verb.to_owned()))
}

/// A first word that is no verb and no file: it would be taken for a file that does not exist.
fn mistyped_verb(arguments: &[OsString]) -> Option<UsageError> {
    let word = arguments.get(1)?.to_str()?;
    if word.starts_with('-') || word.contains(['.', '/']) || Path::new(word).exists() {
        return None;
    }
    let verbs = program();
    let names = verbs.get_subcommands().flat_map(|verb| iter::once(verb.get_name()).chain(verb.get_all_aliases()));
    let names: Vec<&str> = names.collect();
    if names.contains(&word) {
        return None;
    }
    // One letter in three may be wrong, missing or swapped: nothing is nearly « pv ».
    let is_near = |name: &&&str| 3 * strsim::damerau_levenshtein(name, word) <= name.chars().count();
    let verb = names.iter().find(is_near).map(|name| (*name).to_owned());
    let file = Some(format!("{word}.ron")).filter(|file| Path::new(file).exists());
    Some(UsageError::NoSuchVerb { word: word.to_owned(), meant: verb.or(file) })
}

#[cfg(test)]
mod tests;

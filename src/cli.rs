//! The command line: one definition per verb, its words in `french::command_line`.

mod asked;
mod environment;
mod usage;

use std::ffi::OsString;
use std::iter;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::french::command_line::{self as words, UsageError, command, option};
use crate::papers::Format;

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

/// The one definition of the verbs: the command line is read by it, and help, completions and manual are written from it.
#[must_use]
pub fn program() -> Command {
    let open = verb("ouvrir", command::OPEN, "hemicycle ouvrir [OPTIONS] FICHIER")
        .alias("open")
        .arg(session(option::SESSION))
        .args(screen_flags());
    let display = verb("projeter", command::DISPLAY, "hemicycle projeter [OPTIONS] FICHIER")
        .alias("display")
        .arg(session(option::SESSION))
        .args(screen_flags());
    let rehearse = verb("repeter", command::REHEARSE, "hemicycle repeter [OPTIONS] [FICHIER]")
        .aliases([words::REHEARSE_ACCENTED, "rehearse"])
        .arg(session(option::REHEARSED).required(false))
        .args(screen_flags());
    let speed = Arg::new("vitesse").long("vitesse").value_name("N").value_parser(value_parser!(u16).range(1..=1000));
    let replay = verb("revoir", command::REPLAY, "hemicycle revoir [OPTIONS] FICHIER")
        .alias("replay")
        .arg(session(option::SESSION))
        .arg(speed.help(option::SPEED))
        .args(screen_flags());
    let from = Arg::new("depuis").long("depuis").value_name("CHEMIN").value_parser(value_parser!(PathBuf));
    let create = verb("creer", command::CREATE, "hemicycle creer [OPTIONS] [FICHIER]")
        .aliases([words::CREATE_ACCENTED, "new"])
        .arg(session(option::CREATED).required(false))
        .arg(from.help(option::FROM));
    let shells = Arg::new("INTERPRETE").required(true).help(option::SHELL);
    let completions = verb("completions", command::COMPLETIONS, "hemicycle completions INTERPRETE")
        .arg(shells.value_parser(PossibleValuesParser::new(words::SHELLS)).hide_possible_values(true));
    let manual = verb("manuel", command::MANUAL, "hemicycle manuel").alias("manual").help_template(words::BARE_HELP);
    let check = verb("verifier", command::CHECK, "hemicycle verifier FICHIER…")
        .aliases([words::CHECK_ACCENTED, "check"])
        .arg(session(option::SESSIONS).num_args(1..));
    let course = Arg::new("DEROULE").value_parser(value_parser!(PathBuf)).required(true).help(option::COURSE);
    let record = verb("saisir", command::RECORD, "hemicycle saisir [OPTIONS] FICHIER DEROULE").alias("record").args([
        session(option::SESSION),
        course,
        flag("suite", option::GO_ON),
        flag("accuse", option::ACKNOWLEDGE),
    ]);
    // Four groups of digits may be typed as they are read, and the file behind them.
    let head = Arg::new("tete").long("tete").value_name("TETE").num_args(1..=5).value_parser(value_parser!(PathBuf));
    let seal = verb("sceau", command::SEAL, "hemicycle sceau [OPTIONS] FICHIER")
        .alias("seal")
        .help_template(words::seal_help())
        .arg(session(option::RECORD).required(false).required_unless_present("tete"))
        .arg(head.help(option::HEAD));
    let minutes = verb("pv", command::MINUTES, "hemicycle pv [OPTIONS] FICHIER")
        .alias("minutes")
        .arg(session(option::SESSION))
        .arg(documents())
        .arg(Arg::new("rapport").long("rapport").value_name("N").help(option::REPORT))
        .arg(flag("tout", option::ALL))
        .arg(paper_formats(option::FORMAT).value_delimiter(','))
        .args(writing(option::OUTPUT_OF_MINUTES));
    let year = Arg::new("annee").long("annee").value_name("ANNEE").value_parser(value_parser!(i16).range(1000..=9999));
    let register = verb("registre", command::REGISTER, "hemicycle registre [OPTIONS] FICHIER…")
        .alias("register")
        .arg(session(option::SESSIONS).num_args(1..))
        .arg(year.help(option::YEAR))
        .arg(paper_formats(option::REGISTER_FORMAT))
        .args(writing(option::OUTPUT));
    let export = verb("exporter", command::EXPORT, "hemicycle exporter [OPTIONS] FICHIER")
        .alias("export")
        .arg(session(option::SESSION))
        .arg(choice("format", ["json"], option::EXPORT_FORMAT, "FORMAT"))
        .args(writing(option::OUTPUT));
    let program = Command::new("hemicycle")
        .about(words::ABOUT)
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage(words::USAGE)
        .after_help(words::after())
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .args_conflicts_with_subcommands(true)
        .arg(session(option::SESSION).required(false).hide(true))
        .args(screen_flags())
        .arg(help())
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(option::VERSION))
        .subcommands([open, create, rehearse, display, replay, check, record, seal, minutes, register])
        .subcommands([models_verb(), export, completions, manual]);
    let help = words::program_help(&grouped(&program));
    program.help_template(help)
}

/// The commands under the titles of their groups, in a column beside what they do.
fn grouped(program: &Command) -> String {
    const COLUMNS: usize = 80;
    let widest = program.get_subcommands().map(|verb| verb.get_name().chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for (title, names) in words::GROUPS {
        text.push_str(&words::title(title));
        for verb in names.iter().filter_map(|name| program.find_subcommand(name)) {
            let first = format!("  {:<widest$}  ", verb.get_name());
            let next = " ".repeat(first.chars().count());
            let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
            let options = textwrap::Options::new(COLUMNS).initial_indent(&first).subsequent_indent(&next);
            text.push_str(&textwrap::fill(&about, options));
            text.push('\n');
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// How the names of the files end that a verb takes there: a session file, a table, a model. Nothing for other values.
#[must_use]
pub fn endings(verb: &str, argument: &str) -> &'static [&'static str] {
    match (verb, argument) {
        ("sceau", "FICHIER") => &["ron", "journal", "pdf"],
        (_, "FICHIER" | "DEROULE") => &["ron"],
        (_, "MODELE") => &["odt"],
        (_, "depuis") => &["ron", "csv"],
        _ => &[],
    }
}

fn verb(name: &'static str, about: &'static str, usage: &'static str) -> Command {
    Command::new(name)
        .about(about)
        .override_usage(usage)
        .help_template(words::COMMAND_HELP)
        .disable_help_flag(true)
        .arg(help())
}

fn help() -> Arg {
    Arg::new("aide").short('h').long("aide").alias("help").action(ArgAction::Help).help(option::HELP)
}

fn screen_flags() -> [Arg; 4] {
    [
        flag("sans-couleur", option::NO_COLOUR),
        flag("contraste", option::HIGH_CONTRAST),
        flag("ascii", option::ASCII),
        flag("lineaire", option::LINEAR),
    ]
}

fn screen(given: &ArgMatches) -> ScreenAsked {
    ScreenAsked {
        no_colour: given.get_flag("sans-couleur"),
        high_contrast: given.get_flag("contraste"),
        ascii: given.get_flag("ascii"),
        is_linear: given.get_flag("lineaire"),
    }
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn session(help: &'static str) -> Arg {
    let file = Arg::new("FICHIER").value_parser(value_parser!(PathBuf)).required(true).help(help);
    file.value_hint(ValueHint::FilePath)
}

fn choice<const N: usize>(
    name: &'static str,
    values: [&'static str; N],
    help: &'static str,
    value: &'static str,
) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .value_parser(PossibleValuesParser::new(values))
        .hide_possible_values(true)
        .help(help)
}

fn writing(help: &'static str) -> [Arg; 2] {
    let output = Arg::new("sortie").short('o').long("sortie").value_name("CHEMIN").value_parser(value_parser!(PathBuf));
    let output = output.value_hint(ValueHint::AnyPath);
    [output.help(help), flag("force", option::FORCE)]
}

fn models(given: &ArgMatches) -> Option<ModelsAsked> {
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

/// `modeles` and what it can be asked.
fn models_verb() -> Command {
    let folder = Arg::new("DOSSIER").value_parser(value_parser!(PathBuf)).required(true).help(option::MODELS_FOLDER);
    let export = verb("exporter", command::MODELS_EXPORT, "hemicycle modeles exporter [OPTIONS] DOSSIER")
        .alias("export")
        .arg(folder)
        .arg(flag("force", option::FORCE));
    let models = Arg::new("MODELE").value_parser(value_parser!(PathBuf)).required(true).help(option::MODELS);
    let check = verb("verifier", command::MODELS_CHECK, "hemicycle modeles verifier MODELE…")
        .aliases([words::CHECK_ACCENTED, "check"])
        .arg(models.num_args(1..));
    verb("modeles", command::MODELS, words::MODELS_USAGE)
        .aliases([words::MODELS_ACCENTED, "models", "templates"])
        .help_template(words::MODELS_HELP)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([export, check])
}

/// `sceau`: what follows the groups of digits of a head is the file.
fn seal(given: &ArgMatches) -> Result<Verb, UsageError> {
    let mut words: Vec<PathBuf> = given.get_many::<PathBuf>("tete").unwrap_or_default().cloned().collect();
    let mut file = path(given);
    if file.is_none() && words.len() > 1 {
        file = words.pop();
    }
    let noted = words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let head = (!words.is_empty()).then(|| noted.parse().map_err(|_| UsageError::NoHead(noted.clone()))).transpose()?;
    Ok(Verb::Seal { file: file.ok_or(UsageError::NoFile)?, head })
}

fn path(given: &ArgMatches) -> Option<PathBuf> {
    given.get_one::<PathBuf>("FICHIER").cloned()
}

fn text(given: &ArgMatches, name: &str) -> Option<String> {
    given.get_one::<String>(name).cloned()
}

fn files(given: &ArgMatches) -> Vec<PathBuf> {
    given.get_many::<PathBuf>("FICHIER").unwrap_or_default().cloned().collect()
}

/// The documents of `--document`, each with the accents that its word has.
fn documents() -> Arg {
    let value = |(word, accented): &(&'static str, &'static str)| PossibleValue::new(*word).alias(*accented);
    let values: Vec<PossibleValue> = words::DOCUMENTS.iter().map(value).collect();
    Arg::new("document")
        .long("document")
        .value_name("DOCUMENT")
        .value_parser(PossibleValuesParser::new(values))
        .hide_possible_values(true)
        .help(option::DOCUMENT)
}

fn paper_formats(help: &'static str) -> Arg {
    choice("format", Format::ALL.map(Format::extension), help, "FORMAT")
}

fn formats(given: &ArgMatches) -> Vec<Format> {
    let words = given.get_many::<String>("format").unwrap_or_default();
    words.filter_map(|word| Format::ALL.into_iter().find(|format| format.extension() == word)).collect()
}

/// `pv`: one paper, or all of them.
fn minutes(given: &ArgMatches) -> Result<Verb, UsageError> {
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
        None if report.is_some() => PaperAsked::Deliberation(report),
        Some(document) if report.is_some() => return Err(UsageError::NotOfAReport(document.to_owned())),
        Some("abrege") => PaperAsked::ShortMinutes,
        Some("liste") => PaperAsked::Examined,
        Some("presence") => PaperAsked::AttendanceSheet,
        Some("convocation") => PaperAsked::Convocation,
        _ => PaperAsked::Minutes,
    })
}

fn output(given: &ArgMatches) -> Output {
    match given.get_one::<PathBuf>("sortie") {
        Some(path) => Output::File { path: path.clone(), force: given.get_flag("force") },
        None => Output::Standard,
    }
}

#[cfg(test)]
mod tests;

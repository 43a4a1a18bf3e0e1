//! The verbs and their options, defined once.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, ValueHint, value_parser};

use crate::french::command_line::{self as words, command, option};
use crate::papers::Format;

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

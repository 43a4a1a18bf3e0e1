//! The words of the command line: help, and what is wrong with a command.

pub mod option;

use crate::council::plain::plain;

/// The line under the program's name.
pub const ABOUT: &str =
    "hemicycle tient la séance d’un conseil : appel, votes, délibérations, procès-verbal, sans réseau.";

/// Commands as they are typed, and what they do.
pub const EXAMPLES: &[(&str, &str)] = &[
    ("hemicycle", "montre les séances du dossier"),
    ("hemicycle creer", "prépare une séance"),
    ("hemicycle repeter", "répète sur un exemple"),
    ("hemicycle verifier ma-seance.ron", "relit le fichier avant le jour"),
    ("hemicycle ma-seance.ron", "ouvre la séance"),
    ("hemicycle saisir ma-seance.ron deroule.ron", "enregistre une séance notée"),
    ("hemicycle pv ma-seance.ron -o pv.pdf", "écrit le procès-verbal"),
    ("hemicycle pv ma-seance.ron --rapport 01", "écrit une délibération"),
    ("hemicycle pv ma-seance.ron --tout -o papiers", "écrit tous les papiers"),
    ("hemicycle registre 2025-*.ron -o an.pdf", "écrit le registre de l’année"),
];

/// What of the display is set once for all.
pub const PREFERENCES: &str = "\
L’affichage se règle une fois pour toutes dans le fichier config.ron du dossier
~/.config/hemicycle :
  (palette: Contraste, ascii: true, lineaire: false, souris: true)
La palette est Usuelle, Contraste ou SansCouleur. Une option de la commande
l’emporte sur la variable NO_COLOR, et celle-ci sur le fichier.";

/// How the program ends.
pub const EXIT_CODES: &[(&str, &str)] = &[
    ("0", "tout va bien"),
    ("1", "il y a quelque chose à corriger"),
    ("2", "le fichier ou la commande ne se lit pas, ou le disque n’écrit pas"),
    ("3 à 6", "ce qu’a trouvé sceau : hemicycle sceau --aide"),
    ("129 et plus", "arrêté du dehors : 128 et le numéro du signal"),
];

/// How `sceau` ends.
pub const EXIT_CODES_OF_THE_SEAL: &[(&str, &str)] = &[
    ("0", "valide et clos"),
    ("1", "modifié : la ligne est nommée"),
    ("2", "illisible, ou d’une version plus récente"),
    ("3", "valide, mais la séance n’est pas close"),
    ("4", "valide, mais la fin est coupée en cours d’écriture"),
    ("5", "tronqué : des lignes de la fin manquent"),
    ("6", "fait pour un autre fichier de séance"),
];

/// A list of exit codes, a line each.
fn codes(codes: &[(&str, &str)]) -> String {
    let widest = codes.iter().map(|(code, _)| code.chars().count()).max().unwrap_or(0);
    codes.iter().fold(String::new(), |text, (code, means)| text + &format!("  {code:<widest$}  {means}\n"))
}

/// The layout of the help of `sceau`.
#[must_use]
pub fn seal_help() -> String {
    format!("{COMMAND_HELP}\n\nCodes de sortie :\n{}", codes(EXIT_CODES_OF_THE_SEAL))
}

/// What stands below the list of commands.
#[must_use]
pub fn after() -> String {
    let widest = EXAMPLES.iter().map(|(command, _)| command.chars().count()).max().unwrap_or(0);
    let example = |(command, does): &(&str, &str)| format!("  {command:<widest$}  {does}\n");
    let examples: String = EXAMPLES.iter().map(example).collect();
    let codes = codes(EXIT_CODES);
    format!("Exemples :\n{examples}\n{PREFERENCES}\n\nCodes de sortie :\n{}", codes.trim_end())
}

/// The commands as the help groups them, each group under its title: what is done before the séance, during it, after it,
/// and now and then.
pub const GROUPS: &[(&str, &[&str])] = &[
    ("Préparer", &["creer", "verifier", "repeter"]),
    ("Tenir la séance", &["ouvrir", "projeter"]),
    ("Après la séance", &["saisir", "pv", "registre", "sceau", "revoir", "exporter"]),
    ("Outils", &["modeles", "completions", "manuel"]),
];

/// The usage line of the program.
pub const USAGE: &str =
    "hemicycle [FICHIER]\n        hemicycle COMMANDE [OPTIONS] FICHIER…\n        hemicycle COMMANDE --aide";

/// The title of a group of commands.
#[must_use]
pub fn title(title: &str) -> String {
    format!("{title} :\n")
}

/// The first line of the manual page: the name and, in one line, what it is.
#[must_use]
pub fn manual_name(about: &str) -> String {
    format!("hemicycle - {}", about.trim_start_matches("hemicycle ").trim_end_matches('.'))
}

/// The heading of a group of commands in the manual page.
#[must_use]
pub fn manual_group(title: &str) -> String {
    format!("{} : {}", manual::COMMANDS, title.to_lowercase())
}

/// The layout of the program's help, around its groups of commands.
#[must_use]
pub fn program_help(groups: &str) -> String {
    format!("{{about}}\n\nUsage : {{usage}}\n\n{groups}\nOptions :\n{{options}}{{after-help}}")
}

/// The layout of a command's help.
pub const COMMAND_HELP: &str = "\
{about}

Usage : {usage}

Fichiers :
{positionals}

Options :
{options}";

/// The layout of the help of a command that takes no file.
pub const BARE_HELP: &str = "\
{about}

Usage : {usage}

Options :
{options}";

/// Words that ask for the help, as one would say them.
pub const HELP_WORDS: [&str; 4] = ["aide", "help", "?", "-?"];

/// The help with « … » as it is written in French: the library knows three points, and has made room for them.
#[must_use]
pub fn ellipses(help: &str) -> String {
    help.replace(">...  ", ">…    ").replace(">...", ">…")
}

/// The headings of the manual page.
pub mod manual {
    /// The name and what it is.
    pub const NAME: &str = "NOM";
    /// How it is called.
    pub const SYNOPSIS: &str = "SYNOPSIS";
    /// What it does.
    pub const DESCRIPTION: &str = "DESCRIPTION";
    /// The options without a command.
    pub const OPTIONS: &str = "OPTIONS";
    /// The commands.
    pub const COMMANDS: &str = "COMMANDES";
    /// Commands as they are typed.
    pub const EXAMPLES: &str = "EXEMPLES";
    /// How the program ends.
    pub const EXIT_CODES: &str = "CODES DE SORTIE";
    /// How `sceau` ends.
    pub const EXIT_CODES_OF_THE_SEAL: &str = "CODES DE SORTIE DE SCEAU";
    /// What lies beside a session file, and in the folders of the user.
    pub const FILES: &str = "FICHIERS";
    /// The book that the page belongs to.
    pub const BOOK: &str = "Manuel d’hemicycle";

    /// What the program does, a paragraph each.
    pub const ABOUT: &[&str] = &[
        "hemicycle tient la séance d’un conseil dans un terminal, sans réseau : l’appel, les pouvoirs, le quorum, \
         chaque vote au moment où il a lieu, puis les papiers du lendemain.",
        "Sans rien après son nom, il montre les séances du dossier et les dernières ouvertes. Avec un fichier de séance, \
         il l’ouvre.",
        "Chaque action est sur le disque avant d’être à l’écran, et dans une seconde copie sur cet ordinateur : si le disque \
         de la séance disparaît, elle continue là. Le fichier de séance n’est jamais modifié.",
    ];

    /// The files, each with what it holds.
    pub const FILES_OF: &[(&str, &str)] = &[
        ("NOM.ron", "le fichier de séance : l’assemblée, la réunion, les membres, l’ordre du jour"),
        ("NOM.journal", "ce qui s’est passé, action par action ; rien n’en est effacé"),
        ("NOM.suites", "ce qui a été complété ou rectifié après la séance"),
        ("NOM.notes/", "ce qui a été dit sur chaque rapport"),
        ("NOM.papiers/", "les papiers"),
        ("NOM.journal.torn", "la fin d’une action coupée en cours d’écriture, jamais affichée comme enregistrée"),
        ("~/.config/hemicycle/", "la charte, les formules, les modèles et les préférences"),
        ("~/.local/state/hemicycle/copies/", "la seconde copie de chaque séance, un dossier chacune"),
        ("~/.local/state/hemicycle/recentes.ron", "la liste des dernières séances ouvertes"),
    ];

    /// Several values may follow.
    pub const SEVERAL: &str = "…";
}

/// The documents that `pv` writes, each as it is spelled in a sentence too.
pub const DOCUMENTS: &[(&str, &str)] = &[
    ("pv", "procès-verbal"),
    ("abrege", "abrégé"),
    ("deliberation", "délibération"),
    ("liste", "liste"),
    ("presence", "présence"),
    ("releve", "relevé"),
    ("depouillement", "dépouillement"),
    ("convocation", "convocation"),
];

/// A document without its accents, as the program knows it.
#[must_use]
pub fn unaccented(document: &str) -> &str {
    DOCUMENTS.iter().find(|(_, accented)| *accented == document).map_or(document, |(word, _)| word)
}

/// `modeles` as it is spelled in a sentence: accepted too.
pub const MODELS_ACCENTED: &str = "modèles";

/// The usage line of `modeles`.
pub const MODELS_USAGE: &str = "hemicycle modeles exporter DOSSIER\n        hemicycle modeles verifier MODELE…";

/// The layout of its help.
pub const MODELS_HELP: &str = "\
{about}

Usage : {usage}

Commandes :
{subcommands}

Options :
{options}";

/// `verifier` as it is spelled in a sentence: accepted too.
pub const CHECK_ACCENTED: &str = "vérifier";

/// `repeter` as it is spelled in a sentence: accepted too.
pub const REHEARSE_ACCENTED: &str = "répéter";

/// `creer` as it is spelled in a sentence: accepted too.
pub const CREATE_ACCENTED: &str = "créer";

/// The shells that have completions.
pub const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// What each command does, its English name last.
pub mod command {
    /// `projeter`.
    pub const DISPLAY: &str = "Projette la séance pour le public, sur un second écran [display]";
    /// `repeter`.
    pub const REHEARSE: &str = "Répète une séance : rien n’est gardé [rehearse]";
    /// `revoir`.
    pub const REPLAY: &str = "Revoit une séance passée, à la vitesse voulue [replay]";
    /// `creer`.
    pub const CREATE: &str = "Prépare un fichier de séance, par questions [new]";
    /// `completions`.
    pub const COMPLETIONS: &str = "Écrit les complétions d’un interpréteur de commandes";
    /// `manuel`.
    pub const MANUAL: &str = "Écrit la page de manuel (man) [manual]";
    /// `ouvrir`.
    pub const OPEN: &str = "Ouvre la séance : appel, votes, clôture [open]";
    /// `verifier`.
    pub const CHECK: &str = "Relit des fichiers de séance et dit tout ce qui est à corriger [check]";
    /// `saisir`.
    pub const RECORD: &str = "Enregistre une séance notée sur papier, et relit les chiffres d’un acte [record]";
    /// `sceau`.
    pub const SEAL: &str =
        "Vérifie le journal, ou un PDF qui le contient : chaîne, décomptes, texte, tête à comparer à voix haute [seal]";
    /// `pv`.
    pub const MINUTES: &str = "Écrit un papier de la séance, ou tous : procès-verbal, délibérations, liste… [minutes]";
    /// `registre`.
    pub const REGISTER: &str = "Écrit le registre d’une année, de plusieurs séances [register]";
    /// `modeles`.
    pub const MODELS: &str = "Écrit les modèles et la charte de l’assemblée, ou relit des modèles ODT [models]";
    /// `modeles exporter`.
    pub const MODELS_EXPORT: &str = "Écrit les modèles ODT, charte.ron et formules.ron, à retoucher [export]";
    /// `modeles verifier`.
    pub const MODELS_CHECK: &str = "Relit des modèles et dit tout ce qui est à corriger [check]";
    /// `exporter`.
    pub const EXPORT: &str = "Écrit tout ce qui est enregistré, pour un autre programme [export]";
}

/// What is wrong with a command that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsageError {
    /// A word that no command or option has.
    Unknown {
        /// The word.
        word: String,
        /// The one that was perhaps meant.
        meant: Option<String>,
    },
    /// A first word that is no command and no file.
    NoSuchVerb {
        /// The word.
        word: String,
        /// The command or the file that was perhaps meant.
        meant: Option<String>,
    },
    /// A speed that no replay has.
    NoSpeed(String),
    /// A value that the option does not take.
    BadValue {
        /// The option.
        option: String,
        /// The value.
        value: String,
        /// The values that it takes.
        allowed: Vec<String>,
    },
    /// There is no file to work on.
    NoFile,
    /// There is no course to record.
    NoCourse,
    /// There is no folder to write into.
    NoFolder,
    /// There is no model to read.
    NoModel,
    /// Something else that is needed is not there.
    Missing(Vec<String>),
    /// The option wants a value.
    NoValue(String),
    /// A file behind the one that the command takes.
    OneTooMany(String),
    /// A value that is no year.
    NoYear(String),
    /// A value that is no head of a journal.
    NoHead(String),
    /// The same option twice.
    Twice(String),
    /// How to show itself, that option, asked of that command, which has no screen.
    NoScreen(String, String),
    /// An option that chooses a paper, beside `--tout`.
    WithAll(String),
    /// Several formats for one paper.
    SeveralFormats,
    /// A report's number for a document that is of the whole sitting.
    NotOfAReport(String),
    /// Anything else.
    Other,
}

/// What is wrong, and what to do.
#[must_use]
pub fn usage_error(error: &UsageError) -> String {
    let sentence = match error {
        UsageError::Unknown { word, meant: Some(meant) } => {
            format!("« {word} » n’est ni une commande ni une option ; vouliez-vous dire « {meant} » ?")
        }
        UsageError::Unknown { word, meant: None } => format!("« {word} » n’est ni une commande ni une option."),
        UsageError::NoSuchVerb { word, meant } => {
            let meant = meant.as_ref().map_or_else(|| ".".to_owned(), |it| format!(" ; vouliez-vous dire « {it} » ?"));
            format!("« {word} » n’est ni une commande ni un fichier{meant}")
        }
        UsageError::NoSpeed(value) => {
            format!("« {value} » n’est pas une vitesse : écrivez --vitesse et un nombre, de 1 à 1000.")
        }
        UsageError::BadValue { option, value, allowed } if allowed.is_empty() => {
            format!("{option} n’accepte pas « {value} ».")
        }
        UsageError::BadValue { option, value, allowed } => {
            let (last, others) = allowed.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
            let choice = if others.is_empty() { last.to_owned() } else { format!("{} ou {last}", others.join(", ")) };
            format!("{option} n’accepte pas « {value} » ; écrivez {choice}.")
        }
        UsageError::NoFile => {
            "Il manque le fichier de séance : tapez son nom à la fin, par exemple ma-seance.ron.".to_owned()
        }
        UsageError::NoCourse => {
            "Il manque le déroulé : tapez son nom après le fichier de séance, par exemple deroule.ron.".to_owned()
        }
        UsageError::NoFolder => "Il manque le dossier où écrire : tapez son nom, par exemple modeles.".to_owned(),
        UsageError::NoModel => "Il manque le modèle : tapez son nom à la fin, par exemple modele-pv.odt.".to_owned(),
        UsageError::Missing(what) => format!("Il manque {}.", what.join(" et ")),
        UsageError::NoValue(option) => format!("Il manque une valeur après {option}."),
        UsageError::WithAll(option) => format!("--tout écrit tous les papiers : enlevez {option}."),
        UsageError::SeveralFormats => {
            "Un seul papier n’a qu’un format : écrivez-en un après --format, ou ajoutez --tout.".to_owned()
        }
        UsageError::NotOfAReport(document) => format!(
            "Le document « {document} » est celui de toute la séance : enlevez --rapport, \
             ou écrivez --document deliberation, releve ou depouillement."
        ),
        UsageError::OneTooMany(word) => format!(
            "« {word} » est de trop : enlevez-le. Un nom de fichier qui a des espaces se met entre guillemets droits."
        ),
        UsageError::NoHead(value) => format!(
            "« {} » n’est pas une tête de journal.\n\
             Donnez ses 16 chiffres, comme « 4821 0937 5518 2046 », ou ses 64 signes.",
            plain(value)
        ),
        UsageError::NoYear(value) => {
            format!("« {value} » n’est pas une année : écrivez --annee et quatre chiffres, par exemple 2025.")
        }
        UsageError::Twice(option) => format!("{option} est donné deux fois."),
        UsageError::NoScreen(option, verb) => {
            format!("« {verb} » n’ouvre pas d’écran : {option} n’y change rien, enlevez-le.")
        }
        UsageError::Other => "La commande ne se comprend pas.".to_owned(),
    };
    // What was typed may be the name of a file, and anybody may have named it.
    format!("{}\nTapez « hemicycle --aide » pour voir les commandes.", plain(&sentence))
}

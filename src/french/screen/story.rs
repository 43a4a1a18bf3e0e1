//! The words of the stories (*histoires*): whole evenings in a text that a secretary can read and type again.

/// Header: the session file, in the folder of the examples.
pub const FILE: &str = "fichier";
/// Header, and before a step: the hour on the wall.
pub const HOUR: &str = "heure";
/// Header: what is typed in the shell, when the story begins there.
pub const COMMAND: &str = "commande";
/// Header: what is promised of the keys.
pub const KEYS: &str = "touches";
/// Header: the name of the animated picture that the story makes.
pub const FILM: &str = "film";
/// After a step: the name of the picture that it makes.
pub const PICTURE: &str = "image";
/// After a step: what an animated picture shows where nothing moves.
pub const POSTER: &str = "affiche";
/// After a step: the paper in which the texts that follow are looked for.
pub const PAPER: &str = "papier";

/// The one promise that [`KEYS`] may make: every key pressed stands on the screen at that moment.
pub const ON_THE_SCREEN: &str = "toutes à l’écran";

/// Enter.
pub const ENTER: &str = "Entrée";
/// Backspace.
pub const BACKSPACE: &str = "Retour";
/// Tab.
pub const TAB: &str = "Tab";
/// The arrows: up, down, left, right.
pub const ARROWS: [&str; 4] = ["Haut", "Bas", "Gauche", "Droite"];
/// Page up and page down: on the screen in two words, here in one.
pub const PAGES: [&str; 2] = ["Page-haut", "Page-bas"];
/// What stands before the letter of a key pressed with Ctrl.
pub const CTRL: &str = "Ctrl-";

/// The quotes around a text that is typed as it stands, its spaces too.
pub const QUOTES: (char, char) = ('«', '»');

/// The papers that a story may open, by the names of the command line.
pub const PAPERS: [&str; 6] = ["pv", "abrégé", "liste", "présence", "relevé", "délibération"];

/// « TITLE – PLACE, ligne 12 : … ».
#[must_use]
pub fn mistake(file: &str, line: usize, sentence: &str) -> String {
    format!("{file}, ligne {line} : {sentence}")
}

/// The first line is no title.
pub const NO_TITLE: &str = "une histoire commence par son titre : « # Une soirée ordinaire ».";
/// The header names no session file.
pub const NO_FILE: &str = "le fichier de séance manque : « fichier : exemple-commune.ron ».";
/// Nothing is ever typed.
pub const NO_KEYS: &str = "aucune touche n’est tapée : une ligne de touches commence par « > ».";
/// A line of keys without keys, a text without text, a word without what it names.
pub const NOTHING: &str = "il n’y a rien après le signe.";
/// What comes after a step stands before the first one.
pub const NO_STEP: &str = "cette ligne suit des touches (« > »), et aucune n’est encore tapée.";
/// What belongs to the header stands after a step.
pub const TOO_LATE: &str = "cette ligne est de l’en-tête : elle se met avant les premières touches.";
/// An hour that is none.
pub const NOT_AN_HOUR: &str = "cette heure ne se lit pas : « heure : 18 h 04 ».";
/// A quote without its end.
pub const OPEN_QUOTE: &str = "le guillemet « n’est pas fermé par » sur la même ligne.";
/// The promise of the keys is not one that is known.
pub const WHAT_OF_THE_KEYS: &str = "la seule promesse est « touches : toutes à l’écran ».";

/// A word with a capital that names no key.
#[must_use]
pub fn no_such_key(word: &str) -> String {
    format!("aucune touche ne s’appelle « {word} » ; un texte à taper se met entre guillemets : « {word} ».")
}

/// A word before a colon that is not known.
#[must_use]
pub fn no_such_word(word: &str) -> String {
    let known = [FILE, COMMAND, HOUR, KEYS, FILM, PICTURE, POSTER, PAPER].join(", ");
    format!("« {word} : » n’est pas connu ; les mots connus : {known}.")
}

/// A paper that is not known.
#[must_use]
pub fn no_such_paper(name: &str) -> String {
    format!("aucun papier ne s’appelle « {name} » ; les papiers : {}.", PAPERS.join(", "))
}

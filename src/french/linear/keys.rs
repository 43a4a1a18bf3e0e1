//! The names of keys as they are read aloud: most screen readers pass over a sign, never over its name.

/// The name of a sign that is a key of its own.
#[must_use]
pub fn sign(character: char) -> Option<&'static str> {
    Some(match character {
        ' ' => "Espace",
        ',' => "virgule",
        ';' => "point-virgule",
        ':' => "deux-points",
        '!' => "point d’exclamation",
        '=' => "égal",
        '?' => "point d’interrogation",
        '.' => "point",
        '/' => "barre oblique",
        '-' => "tiret",
        '\'' | '’' => "apostrophe",
        '"' | '«' | '»' | '“' | '”' => "guillemet",
        '(' => "parenthèse ouvrante",
        ')' => "parenthèse fermante",
        '*' => "astérisque",
        '#' => "dièse",
        '_' => "souligné",
        '@' => "arobase",
        '&' => "et commercial",
        '%' => "pour cent",
        '+' => "plus",
        '$' => "dollar",
        '€' => "euro",
        '§' => "paragraphe",
        '°' => "degré",
        '…' => "points de suspension",
        '–' | '—' => "tiret long",
        '<' => "inférieur",
        '>' => "supérieur",
        '[' => "crochet ouvrant",
        ']' => "crochet fermant",
        '{' => "accolade ouvrante",
        '}' => "accolade fermante",
        '\\' => "barre oblique inverse",
        '|' => "barre verticale",
        '^' => "accent circonflexe",
        '`' => "accent grave",
        '~' => "tilde",
        '\n' => "fin de ligne",
        '\u{A0}' | '\u{202F}' => "espace insécable",
        _ => return None,
    })
}

/// A sign that has no name here: something is heard of it all the same.
pub const SOME_SIGN: &str = "signe";
/// Enter.
pub const ENTER: &str = "Entrée";
/// Backspace.
pub const BACKSPACE: &str = "Retour arrière";
/// Tab.
pub const TAB: &str = "Tabulation";
/// Up.
pub const UP: &str = "flèche haut";
/// Down.
pub const DOWN: &str = "flèche bas";
/// Left.
pub const LEFT: &str = "flèche gauche";
/// Right.
pub const RIGHT: &str = "flèche droite";

/// « Entrée : proclamer le résultat et ouvrir le rapport suivant ».
#[must_use]
pub fn does(keys: &[String], what: &str) -> String {
    format!("{} : {what}", keys.join(" ou "))
}

/// « Aide, l’appel : 31 touches. Flèche bas : la suivante. Échap : retour. »
#[must_use]
pub fn title(screen: &str, keys: usize) -> String {
    format!("Aide, {screen} : {keys} touches. Flèche bas : la suivante. Échap : retour.")
}

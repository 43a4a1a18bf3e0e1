//! The clerk's own models: what their fields hold, and what is wrong with one.

use crate::council::plain::plain;

/// A file that is no text of LibreOffice.
pub const NOT_ODT: &str =
    "Ce n’est pas un texte ODT : dans LibreOffice, « Enregistrer sous », type « Texte ODF (.odt) ».";
/// A file that no model needs to be.
pub const TOO_BIG: &str =
    "Le fichier est trop gros pour un modèle : allégez ses images (64 Mo au plus, une fois ouvert).";
/// Marks that are not closed.
pub const OPEN_MARKS: &str =
    "« {{ » ou « {% » s’ouvre sans se fermer dans ce paragraphe : terminez par « }} » ou « %} ».";
/// Marks that close nothing.
pub const STRAY_MARKS: &str = "« }} » ou « %} » ferme un champ qui n’est pas ouvert : commencez par « {{ » ou « {% ».";
/// Too many loops in one another.
pub const TOO_DEEP: &str = "plus de deux boucles l’une dans l’autre.";
/// The body beside something else.
pub const BODY_NOT_ALONE: &str = "« {{ corps }} » doit être seul dans son paragraphe, sans autre texte ni filtre.";
/// The body where it cannot stand.
pub const BODY_MISPLACED: &str =
    "« {{ corps }} » ne se place ni dans un en-tête, ni dans un pied de page, ni dans une liste, ni dans une boucle.";
/// The body twice.
pub const BODY_TWICE: &str = "« {{ corps }} » ne s’emploie qu’une fois par modèle.";

/// What a model that is in order is told.
pub const NO_PROBLEM: &str = "aucun problème";

/// A part that the format asks for.
#[must_use]
pub fn missing(part: &str) -> String {
    format!(
        "Il manque {part} dans le fichier : ce n’est pas un texte ODT entier. Enregistrez-le de nouveau dans LibreOffice."
    )
}

/// A part with a name that leads out of the file.
#[must_use]
pub fn unsafe_part(name: &str) -> String {
    format!("Le fichier contient une partie refusée, « {} » : chemin dangereux, lien ou partie chiffrée.", plain(name))
}

/// A part that is not what it should be.
#[must_use]
pub fn unreadable(part: &str) -> String {
    format!("{part} ne se lit pas : le fichier est abîmé. Enregistrez-le de nouveau dans LibreOffice.")
}

/// A field that nobody knows.
#[must_use]
pub fn unknown_field(name: &str, meant: Option<&str>) -> String {
    let name = plain(name);
    match meant {
        Some(meant) => format!("le champ « {name} » n’existe pas ; vouliez-vous dire « {meant} » ?"),
        None => format!("le champ « {name} » n’existe pas ; docs/modeles.md donne la liste des champs."),
    }
}

/// A filter that nobody knows.
#[must_use]
pub fn unknown_filter(tag: &str) -> String {
    format!(
        "« {} » emploie un filtre inconnu ; les filtres sont {}.",
        plain(tag),
        FILTERS.map(|(name, _)| name).join(", ")
    )
}

/// What does not read.
#[must_use]
pub fn syntax(tag: &str) -> String {
    format!("« {} » ne se comprend pas.", plain(tag))
}

/// A word after `{%` that begins nothing.
#[must_use]
pub fn unknown_word(word: &str) -> String {
    format!("« {} » n’est pas une commande ; écrivez if, elif, else, endif, for ou endfor.", plain(word))
}

/// A condition without an end.
#[must_use]
pub fn not_ended(tag: &str) -> String {
    format!(
        "« {} » n’est pas fermé : mettez son « endif » ou « endfor » dans le même paragraphe, ou les deux seuls dans leur \
         paragraphe, au même endroit du texte (même tableau, même liste).",
        plain(tag)
    )
}

/// An end without a condition.
#[must_use]
pub fn nothing_to_end(tag: &str) -> String {
    format!("« {} » ne suit aucun « if » ou « for » ouvert au même endroit du texte.", plain(tag))
}

/// A loop over a single value.
#[must_use]
pub fn not_a_list(tag: &str) -> String {
    format!("« {} » parcourt un champ qui n’est pas une liste.", plain(tag))
}

/// What is wrong, after where it stands: « paragraphe 3 (« Le conseil… ») : … ».
#[must_use]
pub fn at(in_page: bool, paragraph: usize, begins: &str, what: &str) -> String {
    let part = if in_page { " des en-têtes et pieds de page" } else { "" };
    format!("Paragraphe {paragraph}{part} (« {begins} ») : {what}")
}

/// The filters that a field may have, and what each does.
pub const FILTERS: [(&str, &str); 8] = [
    ("capitalize", "met une capitale au premier mot, le reste en minuscules"),
    ("default", "met cette valeur à la place de ce qui est vide : `{{ rapporteur|default(\"sans\", true) }}`"),
    ("first", "le premier d’une liste"),
    ("join", "réunit une liste avec ce séparateur : `{{ presents|join(\", \") }}`"),
    ("last", "le dernier d’une liste"),
    ("length", "le nombre d’éléments d’une liste"),
    ("lower", "en minuscules"),
    ("upper", "en capitales"),
];

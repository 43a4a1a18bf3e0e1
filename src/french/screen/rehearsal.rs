//! The words of a rehearsal (*répétition*): a séance of which nothing is kept, and the story that guides it.

/// On the screen at all times.
pub const BANNER: &str = "RÉPÉTITION – rien n’est gardé";
/// In place of « enregistré ».
pub const NOTHING_KEPT: &str = "rien n’est gardé";
/// Ctrl-S.
pub const ALREADY_SAVED: &str = "C’est une répétition : rien n’est gardé, il n’y a rien à enregistrer.";
/// Ctrl-C.
pub const HOW_TO_QUIT: &str = "Ctrl-Q pour quitter : de cette répétition, rien n’est gardé.";
/// Ctrl-P.
pub const NO_PAPERS: &str =
    "C’est une répétition : aucun papier n’est écrit. L’aperçu les montre tels qu’ils seraient.";
/// The story is told to its end.
pub const THE_END: &str = "Fin de la répétition guidée. Continuez à votre guise, ou Ctrl-Q : rien n’est gardé.";

/// A key as the guide names it. « Retour » alone is what many call the Enter key: the one that erases is called whole, with
/// the sign that the footer has for it.
#[must_use]
pub fn key(word: &str) -> &str {
    match word {
        "Retour" => "⌫ (retour arrière)",
        word => word,
    }
}

/// « À vous : Monsieur Aubry vote contre. Tapez  aub , »
#[must_use]
pub fn your_turn(prose: &str, keys: &str) -> String {
    let prose = if prose.is_empty() { String::new() } else { format!("{prose} ") };
    // The keys are held together, and apart from the words before them.
    let keys = keys.replace(' ', "\u{A0}");
    format!("À vous : {prose}Tapez \u{A0}{keys}")
}

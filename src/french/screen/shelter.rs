//! The words for a record that is not at its place, and for what can be done about an action that is not recorded.

/// Its place is there again.
pub const IS_BACK: &str = "Le disque de la séance est revenu : Ctrl-T y remet tout ce qui a été enregistré.";
/// The record is at its place already.
pub const AT_ITS_PLACE: &str = "La séance est enregistrée à sa place : il n’y a rien à y remettre.";
/// The record is being put back.
pub const PUTTING_BACK: &str = "La séance est remise à sa place, puis relue…";

/// The first line of the banner around the folder of the séance, which failed.
#[must_use]
pub fn lost(is_back: bool) -> (&'static str, &'static str) {
    if is_back {
        ("▲ ENREGISTRÉE AILLEURS. ", " est revenu : Ctrl-T y remet la séance")
    } else {
        ("▲ ENREGISTRÉE AILLEURS, et plus dans ", " (Ctrl-T : y revenir)")
    }
}

/// Before the folder where the séance is recorded now, on the second line of the banner.
pub const HERE: &str = "  Tout est enregistré dans ";

/// Where the record is, for those who ask or hear it.
#[must_use]
pub fn where_it_is(place: &str, here: &str) -> String {
    format!("La séance n’est plus enregistrée dans {place}, mais dans {here}. Ctrl-T la remet à sa place.")
}

/// What is left on the screen of the shell when she leaves: where the record is, and how to go on. No line that says
/// something is longer than a narrow window: only a path may be.
#[must_use]
pub fn left_in(place: &str, session_file: &str) -> String {
    format!(
        "La séance n’est pas enregistrée à sa place :\n{place}\n\
         Elle est entière sur cet ordinateur. Dès que sa place peut de nouveau être\n\
         écrite (disque rebranché, place libérée), rouvrez-la comme d’habitude :\n\
         ce qui y manque y sera remis. Sans elle, tapez :\n\
         hemicycle ouvrir \"{session_file}\""
    )
}

/// What the keys do about an action that is not recorded.
#[must_use]
pub fn help(elsewhere: bool, anew: bool, is_sheltered: bool) -> String {
    let mut ways = vec!["Entrée réessaie"];
    if elsewhere {
        ways.push(if is_sheltered {
            "F6 continue à la place de la séance, qui est revenue"
        } else {
            "F6 continue sur la copie de cet ordinateur"
        });
    }
    if anew {
        ways.push("F7 récrit le fichier à sa place");
    }
    ways.push("Échap l’abandonne");
    format!("L’action est gardée, elle n’est pas affichée : {}.", ways.join(", "))
}

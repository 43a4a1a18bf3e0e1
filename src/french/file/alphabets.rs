//! Names that look like one another, and names of several alphabets, in French.

use std::borrow::Cow;

use crate::council::plain::plain;
use crate::store::session_file::alphabets::{Difference, Letter, Look, difference};

use super::quote;

/// Two members look alike: both names, and where they differ.
pub fn lookalike(name: &str, first: &str, differ: &Difference) -> String {
    format!(
        "{} se lit comme {}, mais {} n’est pas {}.",
        quote(name),
        quote(first),
        letter(differ.here),
        letter(differ.there)
    )
}

/// What to do about it.
pub fn next_step(differ: &Difference) -> &'static str {
    if differ.in_one_alphabet {
        "Retapez le nom au clavier ; si ce sont deux personnes, donnez à chacune un « id »."
    } else {
        "Retapez le nom au clavier."
    }
}

/// What to do about a stranger who looks like a member: « write AMIEL » would show what stands there already.
pub fn retype(found: &str, nearest: &str) -> Option<String> {
    let differ = difference(found, nearest)?;
    let looks_alike = Look::of(found).in_capitals == Look::of(nearest).in_capitals;
    looks_alike
        .then(|| format!("Retapez le nom au clavier : {} n’est pas {}.", letter(differ.here), letter(differ.there)))
}

/// A name mixes alphabets.
pub fn mixed(name: &str, stranger: Letter) -> String {
    format!(
        "Le nom {} mêle deux alphabets : {}. Si ce n’est pas voulu, retapez-le au clavier.",
        quote(name),
        letter(stranger)
    )
}

/// « А » (U+0410, alphabet cyrillique).
fn letter(letter: Letter) -> String {
    let shown = letter.character.to_string();
    format!("« {} » (U+{:04X}, {})", plain(&shown), u32::from(letter.character), alphabet(letter.script))
}

/// An alphabet by its name; those that a French keyboard is far from keep that of Unicode.
fn alphabet(script: &str) -> Cow<'_, str> {
    Cow::Borrowed(match script {
        "Latin" => "alphabet latin",
        "Cyrillic" => "alphabet cyrillique",
        "Greek" => "alphabet grec",
        "Armenian" => "alphabet arménien",
        "Georgian" => "alphabet géorgien",
        "Hebrew" => "alphabet hébreu",
        "Arabic" => "alphabet arabe",
        "Cherokee" => "syllabaire cherokee",
        "Coptic" => "alphabet copte",
        "Tifinagh" => "alphabet tifinagh",
        "Han" => "caractères chinois",
        "Common" | "Inherited" | "" => "signe de tous les alphabets",
        other => return Cow::Owned(format!("écriture {other}")),
    })
}

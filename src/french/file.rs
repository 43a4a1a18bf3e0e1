//! What is wrong with a session file, in French: one sentence, the line with a caret, what to write instead.

mod acts;
mod alphabets;
mod asked;
mod elections;
mod fields;
mod room;
mod slips;
mod unreadable;

use std::fmt::Write as _;
use std::path::Path;

use unicode_width::UnicodeWidthStr;

use crate::council::attendance::Presence;
use crate::council::plain::{Hidden, plain};
use crate::store::session_file::problem::{FORMAT, Part, Place, Problem, ProblemKind, Remark, Unread, WordColumn};

use super::charter;
use super::numbers::enumerate;

pub use self::elections::word as word_of_office;
use self::fields::{example, expected, rewrite};
pub use self::unreadable::unreadable as unreadable_sentence;
use self::unreadable::{remedy, unreadable};

/// The longest part of a file that a sentence quotes, in characters.
const QUOTED: usize = 60;

/// The name of a column.
fn column_name(column: WordColumn) -> &'static str {
    match column {
        WordColumn::Civility => "civilité",
        WordColumn::Presence => "état",
        WordColumn::Rank => "rang",
        WordColumn::Voices => "voix",
        WordColumn::Sittings => "séances",
        WordColumn::Illness => "maladie",
    }
}

/// What a file says, made harmless, between French quotes and not too long.
pub(super) fn quote(text: &str) -> String {
    format!("« {} »", short(text))
}

/// What a file says, made harmless and not too long.
pub(super) fn short(text: &str) -> String {
    let mut shown: String = text.chars().take(QUOTED).collect();
    if text.chars().nth(QUOTED).is_some() {
        shown.push('…');
    }
    plain(&shown).into_owned()
}

/// Names in a list, as they are written in the file.
pub(super) fn list(names: &[&'static str]) -> String {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    enumerate(&names)
}

/// All that is wrong with a file, as it is printed in a terminal.
#[must_use]
pub fn unread(unread: &Unread) -> String {
    let blocks: Vec<String> = unread.problems.iter().map(|problem| block(&unread.path, problem)).collect();
    blocks.join("\n")
}

/// One problem as it is printed in a terminal: code, place, sentence, the line with a caret, what to do next.
#[must_use]
pub fn block(path: &Path, problem: &Problem) -> String {
    let code = problem.code().to_string();
    let margin = " ".repeat(code.len());
    let file = match problem.place.as_ref().and_then(|place| place.file.as_ref()) {
        Some(file) => path.with_file_name(file),
        None => path.to_path_buf(),
    };
    let file = file.display().to_string();
    let place = problem.place.as_ref().map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    let mut text = format!("{code}  {}{place}  {}\n", plain(&file), sentence(&problem.kind));
    if let Some(place) = &problem.place {
        text.push_str(&excerpt(place, &margin));
    }
    // Writing into a `String` cannot fail.
    let _ = writeln!(text, "{margin}  {}", next_step(&problem.kind));
    text
}

/// The line, and carets under what is meant. A tab takes one column, so that the carets stand right.
pub(super) fn excerpt(place: &Place, margin: &str) -> String {
    let shown = |text: &str| plain(&text.replace('\t', " ")).into_owned();
    let before: String = place.excerpt.chars().take(place.lead).collect();
    let meant: String = place.excerpt.chars().skip(place.lead).take(place.length).collect();
    let line = shown(&place.excerpt);
    let lead = " ".repeat(shown(&before).width());
    let carets = "^".repeat(shown(&meant).width().max(1));
    let number = place.line.to_string();
    let gutter = " ".repeat(number.len());
    format!("{margin}  {number} │ {}\n{margin}  {gutter} │ {lead}{carets}\n", line.trim_end())
}

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::File(why) => format!("Le fichier {}.", unreadable(why)),
        ProblemKind::Empty => "Le fichier est vide : il n’y a que des espaces ou des remarques.".to_owned(),
        ProblemKind::NewerFormat(format) => {
            format!("Ce fichier est fait par une version plus récente du programme (format {format}).")
        }
        ProblemKind::Slip(slip) => slips::sentence(*slip),
        ProblemKind::Nameless { .. } => "Cette valeur n’a pas de nom de champ.".to_owned(),
        ProblemKind::UnknownField { found, .. } => format!("Il n’y a pas de champ {} ici.", quote(found)),
        ProblemKind::DuplicateField(field) => format!("Le champ « {field} » est donné deux fois."),
        ProblemKind::MissingField(field) => format!("Il manque le champ « {field} »."),
        ProblemKind::UnknownVariant { found, .. } => format!("{} n’est pas un des mots possibles.", quote(found)),
        ProblemKind::WrongType { field: "", .. } => "Le fichier doit être entre parenthèses.".to_owned(),
        ProblemKind::WrongType { field, wanted, .. } => format!("« {field} » attend {}.", expected(*wanted)),
        ProblemKind::BadDate(text) => format!("{} n’est pas une date.", quote(text)),
        ProblemKind::BadHour(text) => format!("{} n’est pas une heure.", quote(text)),
        ProblemKind::OutOfRange("format") => format!("Le format d’un fichier de séance est {FORMAT}."),
        ProblemKind::OutOfRange(field @ ("rang" | "seances" | "premier_numero" | "postes" | "effectif" | "Nombre")) => {
            format!("« {field} » attend un nombre entier, de 1 à {}.", u32::MAX)
        }
        ProblemKind::OutOfRange(field) => format!("« {field} » attend un nombre entier, de 0 à {}.", u32::MAX),
        ProblemKind::BadSiren(text) => format!("{} n’est pas un numéro SIREN : il en faut neuf chiffres.", quote(text)),
        ProblemKind::EmptyText(field) => format!("Le champ « {field} » est vide."),
        ProblemKind::Beside { name, why } => format!("Le fichier {} {}.", quote(name), unreadable(why)),
        ProblemKind::TooMuchText => "Les textes de la séance dépassent 64 Mo ensemble.".to_owned(),
        ProblemKind::MissingColumn(column) => format!("La première ligne n’a pas de colonne « {column} »."),
        ProblemKind::UnknownColumn(column) => format!("La colonne {} n’est pas connue.", quote(column)),
        ProblemKind::BadRow => "Cette ligne n’a pas les cellules que la première ligne annonce.".to_owned(),
        ProblemKind::BadCell { column, found } => {
            format!("{} n’est pas connu dans « {} ».", quote(found), column_name(*column))
        }
        ProblemKind::UnknownPerson { .. } | ProblemKind::AmbiguousPerson { .. } => person(kind),
        ProblemKind::MemberTwice { name, first } if name == first => format!("{} est deux fois membre.", short(name)),
        ProblemKind::MemberTwice { name, first } => {
            format!("{} est deux fois membre : déjà écrit {}.", short(name), quote(first))
        }
        ProblemKind::IdTwice { id, first } => format!("L’identité {} est déjà donnée à {}.", quote(id), short(first)),
        ProblemKind::Lookalike { name, first, differ } => alphabets::lookalike(name, first, differ),
        ProblemKind::PowerToSelf(name) => format!("{} se donne pouvoir.", short(name)),
        ProblemKind::HolderAway { giver, holder } => {
            format!("{} donne pouvoir à {}, qui n’est pas dans la salle.", short(giver), short(holder))
        }
        ProblemKind::PowerChain { giver, holder, next } => {
            format!("{} donne pouvoir à {}, qui donne aussi pouvoir à {}.", short(giver), short(holder), short(next))
        }
        ProblemKind::GiverNotExcused { giver, state } => {
            let state = if *state == Presence::Absent { "Absent" } else { "Present" };
            format!("{} donne un pouvoir, mais son état est « {state} ».", short(giver))
        }
        ProblemKind::ReportTwice(number) => format!("Deux rapports portent le numéro {}.", quote(number)),
        ProblemKind::NoMembers => "L’assemblée n’a aucun membre.".to_owned(),
        ProblemKind::NoReports => "L’ordre du jour n’a aucun rapport.".to_owned(),
        ProblemKind::HiddenCharacter { character, hidden } => {
            format!("Le caractère U+{:04X} {}.", u32::from(*character), hides(*hidden))
        }
        ProblemKind::StackedMarks(mark) => {
            format!("Trop d’accents sont empilés sur une même lettre (U+{:04X}).", u32::from(*mark))
        }
        ProblemKind::LoneMark(mark) => {
            format!("L’accent U+{:04X} n’est posé sur aucune lettre.", u32::from(*mark))
        }
        ProblemKind::ConvenedAfter => "La convocation est datée d’après la séance.".to_owned(),
        ProblemKind::Room(problem) => room::sentence(problem),
        ProblemKind::Phrase(problem) => charter::phrase(problem),
        ProblemKind::Look(problem) => charter::look(problem),
        ProblemKind::Acts(problem) => acts::sentence(problem),
        ProblemKind::Asked(problem) => asked::sentence(problem),
        ProblemKind::LineBreak('\t') => "Il y a une tabulation dans un texte d’une seule ligne.".to_owned(),
        ProblemKind::LineBreak(_) => "Il y a un retour à la ligne dans un texte d’une seule ligne.".to_owned(),
        ProblemKind::More(1) => "Il y a encore une autre erreur.".to_owned(),
        ProblemKind::More(more) => format!("Il y a encore {more} autres erreurs."),
        ProblemKind::Reader(words) => format!("Le fichier ne peut pas être lu ici ({}).", short(words)),
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::File(why) | ProblemKind::Beside { why, .. } => remedy(why),
        ProblemKind::Empty => "Partez d’un exemple du dossier « sessions ».".to_owned(),
        ProblemKind::NewerFormat(_) => "Installez la dernière version du programme.".to_owned(),
        ProblemKind::Slip(slip) => slips::next_step(*slip),
        ProblemKind::Nameless { known } => format!("Écrivez le nom du champ et deux-points devant : {}.", list(known)),
        ProblemKind::UnknownField { nearest: Some(nearest), .. } => format!("Écrivez « {nearest} »."),
        ProblemKind::UnknownField { known, .. } if known.is_empty() => "Retirez-le.".to_owned(),
        ProblemKind::UnknownField { known, .. } => format!("Les champs possibles sont : {}.", list(known)),
        ProblemKind::DuplicateField(_) => "Gardez-en un seul.".to_owned(),
        ProblemKind::MissingField(field) => format!("Ajoutez : {}.", example(field)),
        ProblemKind::UnknownVariant { nearest: Some(nearest), .. } => format!("Écrivez {nearest}."),
        ProblemKind::UnknownVariant { known, .. } => format!("Écrivez un de ces mots : {}.", known.join(", ")),
        // A year alone is no day.
        ProblemKind::WrongType { field: "naissance", wanted, .. } => rewrite("naissance", *wanted),
        ProblemKind::WrongType { field, instead: Some(instead), .. } => {
            format!("Écrivez : {field}: {}.", short(instead))
        }
        ProblemKind::WrongType { field, wanted, instead: None } => rewrite(field, *wanted),
        ProblemKind::BadHour(_) => "Écrivez par exemple « 18 h 30 » ou « 18:30 ».".to_owned(),
        ProblemKind::BadDate(_) => "Écrivez par exemple 2022-03-03, 3 mars 2022 ou 03/03/2022.".to_owned(),
        ProblemKind::OutOfRange("Nombre") => "Corrigez, ou écrivez Aucun si aucun quorum n’est exigé.".to_owned(),
        ProblemKind::OutOfRange(field) => format!("Corrigez, ou retirez le champ « {field} »."),
        ProblemKind::BadSiren(_) => "Corrigez le numéro, ou retirez-le.".to_owned(),
        ProblemKind::EmptyText(_) => "Complétez-le.".to_owned(),
        ProblemKind::TooMuchText => "Joignez les longues pièces à part et n’en gardez que le titre.".to_owned(),
        ProblemKind::MissingColumn(_) => {
            "Commencez par : nom;prénom;civilité;groupe;fonction;id;état;pouvoir".to_owned()
        }
        ProblemKind::UnknownColumn(_) => {
            "Les colonnes possibles sont : nom, prénom, civilité, groupe, fonction, id, état, pouvoir, séances, maladie, \
             rang, voix, suppléant de, remplace et naissance."
                .to_owned()
        }
        ProblemKind::BadRow => "Vérifiez les points-virgules et les guillemets de la ligne.".to_owned(),
        ProblemKind::BadCell { column: WordColumn::Civility, .. } => {
            "Écrivez M ou Mme, ou laissez la cellule vide.".to_owned()
        }
        ProblemKind::BadCell { column: WordColumn::Presence, .. } => "Écrivez présent, excusé ou absent.".to_owned(),
        ProblemKind::BadCell { column: WordColumn::Illness, .. } => {
            "Écrivez oui ou non, ou laissez la cellule vide.".to_owned()
        }
        ProblemKind::BadCell { column: WordColumn::Rank | WordColumn::Voices | WordColumn::Sittings, .. } => {
            "Écrivez un nombre entier, à partir de 1, ou laissez la cellule vide.".to_owned()
        }
        ProblemKind::UnknownPerson { nearest: Some(nearest), found, .. } => {
            alphabets::retype(found, nearest).unwrap_or_else(|| format!("Écrivez {}.", quote(nearest)))
        }
        ProblemKind::UnknownPerson { .. } => "Écrivez le nom comme dans la liste des membres.".to_owned(),
        ProblemKind::AmbiguousPerson { candidates, .. } => {
            let candidates: Vec<String> = candidates.iter().take(5).map(|id| quote(id)).collect();
            format!("Écrivez le nom et le prénom, ou l’identité : {}.", candidates.join(", "))
        }
        ProblemKind::MemberTwice { .. } => {
            "Retirez l’un des deux ; si ce sont deux personnes, donnez à chacune un « id ».".to_owned()
        }
        ProblemKind::IdTwice { .. } => "Donnez un autre « id » à l’un des deux.".to_owned(),
        ProblemKind::Lookalike { differ, .. } => alphabets::next_step(differ).to_owned(),
        ProblemKind::PowerToSelf(_) => "Nommez un autre mandataire.".to_owned(),
        ProblemKind::HolderAway { .. } => "Nommez un mandataire présent, ou retirez le pouvoir.".to_owned(),
        ProblemKind::PowerChain { .. } => "Un pouvoir ne se transmet pas : nommez un mandataire présent.".to_owned(),
        ProblemKind::GiverNotExcused { .. } => "Écrivez l’état « excusé », ou retirez le pouvoir.".to_owned(),
        ProblemKind::ReportTwice(_) => "Donnez à chaque rapport un numéro à lui.".to_owned(),
        ProblemKind::NoMembers => {
            "Écrivez les membres : membres: [(nom: \"DUPONT\", prenom: \"Anne\")], ou Fichier(\"elus.csv\").".to_owned()
        }
        ProblemKind::NoReports => {
            "Écrivez au moins : ordre_du_jour: [Rapport(numero: \"1\", objet: \"…\")].".to_owned()
        }
        ProblemKind::HiddenCharacter { .. } => "Effacez-le et retapez le texte autour au clavier.".to_owned(),
        ProblemKind::StackedMarks(_) | ProblemKind::LoneMark(_) => "Retapez le mot au clavier.".to_owned(),
        ProblemKind::ConvenedAfter => "Corrigez l’une des deux dates.".to_owned(),
        ProblemKind::Room(problem) => room::next_step(problem),
        ProblemKind::Phrase(problem) => charter::mend_phrase(problem),
        ProblemKind::Look(problem) => charter::mend_look(problem),
        ProblemKind::Acts(problem) => acts::next_step(problem),
        ProblemKind::Asked(problem) => asked::next_step(problem),
        ProblemKind::LineBreak(_) => "Remplacez par une espace.".to_owned(),
        ProblemKind::More(_) => "Corrigez les premières, puis vérifiez à nouveau.".to_owned(),
        ProblemKind::Reader(_) => "Comparez la ligne à un exemple du dossier « sessions ».".to_owned(),
    }
}

/// Something harmless, with its code, as `verifier` prints it.
#[must_use]
pub fn remark_with_code(found: &Remark) -> String {
    format!("{}  {}", found.code(), remark(found))
}

/// Something harmless, in one sentence.
#[must_use]
pub fn remark(remark: &Remark) -> String {
    let file = |name: &Option<String>| name.as_ref().map_or_else(|| "Le fichier".to_owned(), |name| quote(name));
    match remark {
        Remark::ByteOrderMark(name) => {
            format!("{} commence par une marque d’ordre des octets (BOM) : elle est sans effet.", file(name))
        }
        Remark::WindowsLines(name) => {
            format!("{} a des fins de ligne de Windows : elles sont sans effet.", file(name))
        }
        Remark::MixedAlphabets { name, letter } => alphabets::mixed(name, *letter),
    }
}

fn person(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::UnknownPerson { part, found, nearest } => {
            let who = match part {
                Part::HolderFor(giver) => format!("{} donne pouvoir à {}, qui", short(giver), quote(found)),
                Part::TitularFor(substitute) => format!("{} supplée {}, qui", short(substitute), quote(found)),
                Part::ReplacedBy(successor) => format!("{} remplace {}, qui", short(successor), quote(found)),
                _ => quote(found),
            };
            match nearest {
                Some(nearest) => format!("{who} n’est pas membre ; vouliez-vous dire {} ?", quote(nearest)),
                None => format!("{who} n’est pas membre."),
            }
        }
        ProblemKind::AmbiguousPerson { found, candidates, .. } => {
            format!("{} peut être l’un de {} membres.", quote(found), candidates.len())
        }
        _ => String::new(),
    }
}

fn hides(hidden: Hidden) -> &'static str {
    match hidden {
        Hidden::Control => "est une commande du terminal",
        Hidden::Bidirectional => "renverse le sens de l’écriture",
        Hidden::ZeroWidth => "est invisible",
        Hidden::Separator => "est une fin de ligne cachée",
        Hidden::Tag => "est une étiquette invisible",
        Hidden::PrivateUse => "n’a de sens que sur un seul poste",
        Hidden::NotACharacter => "n’est pas un caractère",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_harmless_is_said_with_the_file_it_is_about() {
        assert_eq!(
            remark(&Remark::ByteOrderMark(None)),
            "Le fichier commence par une marque d’ordre des octets (BOM) : elle est sans effet."
        );
        assert_eq!(
            remark(&Remark::WindowsLines(Some("elus.csv".to_owned()))),
            "« elus.csv » a des fins de ligne de Windows : elles sont sans effet."
        );
    }

    #[test]
    fn the_carets_stand_under_the_place_after_wide_letters_tabs_and_codes() {
        let place =
            Place { file: None, line: 7, column: 5, length: 2, excerpt: "\t漢\u{202e}:xy".to_owned(), lead: 4 };
        assert_eq!(excerpt(&place, ""), "  7 │  漢‹U+202E›:xy\n    │             ^^\n");
    }

    #[test]
    fn a_long_or_hostile_word_of_the_file_is_cut_and_made_visible_in_the_sentence() {
        let found = format!("\u{1b}]0;{}", "x".repeat(200));
        let sentence = sentence(&ProblemKind::BadDate(found));
        assert!(sentence.starts_with("« ‹U+001B›]0;xxx"), "{sentence}");
        assert!(sentence.ends_with("x… » n’est pas une date."), "{sentence}");
        assert!(sentence.chars().count() < 100);
    }
}

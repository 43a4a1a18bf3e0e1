//! What is wrong with the look or the sentences of an assembly, in French.

use std::fmt::Write as _;
use std::path::Path;

use crate::council::phrases::{BadPhrase, Phrase, PhraseField};
use crate::council::plain::plain;
use crate::store::charter::CharterUnread;
use crate::store::charter::problem::{FontFlaw, LookProblem, Unit};
use crate::store::session_file::problem::{FORMAT, Problem, ProblemKind, Wanted};
use crate::store::session_file::unreadable::Unreadable;
use crate::store::session_file::wording::PhraseProblem;

use super::course::block;
use super::file::{self, quote};
use super::numbers::enumerate;
use super::phrases;

/// The sentences of the assembly have a mistake, and the sitting is opened all the same.
pub const NOT_FOLLOWED: &str = "« formules.ron » a une erreur : la décision est dite dans les mots du programme. « hemicycle verifier » la montre.";

/// All that is wrong with a charter, as it is printed in a terminal.
#[must_use]
pub fn unread(unread: &CharterUnread) -> String {
    let of_one = |file: &crate::store::session_file::problem::Unread| -> Vec<String> {
        file.problems.iter().map(|problem| one(&file.path, problem)).collect()
    };
    unread.files.iter().flat_map(of_one).collect::<Vec<_>>().join("\n")
}

fn one(path: &Path, problem: &Problem) -> String {
    let (sentence, next) = (sentence(&problem.kind), next_step(&problem.kind));
    block(&problem.code().to_string(), path, problem.place.as_ref(), &sentence, &next)
}

/// What is wrong, in one sentence. Most of it is said as of a session file.
fn sentence(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::OutOfRange("format") => format!("Le format de ce fichier est {FORMAT}."),
        ProblemKind::Beside { name, why: Unreadable::Outside } => {
            format!("Le fichier {} n’est pas dans le dossier de la charte.", quote(name))
        }
        other => file::sentence(other),
    }
}

/// What to do next.
fn next_step(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Empty | ProblemKind::Reader(_) => {
            "Comparez au modèle que donne « hemicycle modeles exporter DOSSIER ».".to_owned()
        }
        ProblemKind::Slip(crate::store::session_file::slip::Slip::TooDeep) => {
            "Partez du modèle que donne « hemicycle modeles exporter DOSSIER ».".to_owned()
        }
        ProblemKind::Beside { why: Unreadable::Outside, .. } => {
            "Copiez-le à côté de la charte et écrivez son nom seul.".to_owned()
        }
        ProblemKind::File(Unreadable::TooLong) | ProblemKind::Beside { why: Unreadable::TooLong, .. } => {
            "Prenez un fichier plus petit.".to_owned()
        }
        ProblemKind::UnknownField { found, .. } if Phrase::ALL.iter().any(|phrase| phrase.word() == found) => {
            format!("Écrivez : formules: ({found}: \"…\").")
        }
        ProblemKind::MissingField(field) => format!("Ajoutez : {}.", example(field)),
        ProblemKind::UnknownVariant { nearest: None, .. } => format!("Écrivez : {}.", example("papier")),
        ProblemKind::WrongType { field, wanted: Wanted::Decimal | Wanted::Text | Wanted::Word, instead: None }
        | ProblemKind::WrongType { field: field @ ("marges" | "logo" | "polices" | "entete"), instead: None, .. } => {
            format!("Écrivez : {}.", example(field))
        }
        other => file::next_step(other),
    }
}

/// A field of a charter as it could be written.
fn example(field: &str) -> String {
    match field {
        "papier" => "papier: A4, ou A5, Lettre, Mesures(largeur: 210, hauteur: 297)".to_owned(),
        "largeur" => "largeur: 210".to_owned(),
        "marges" => "marges: (haut: 25, droite: 22, bas: 25, gauche: 25)".to_owned(),
        "haut" | "droite" | "bas" | "gauche" => format!("{field}: 22.5"),
        "hauteur" => "hauteur: 297 pour une feuille, hauteur: 20 pour un logo".to_owned(),
        "entete" => "entete: [\"Commune de …\", \"Place de la Mairie\"]".to_owned(),
        "logo" => "logo: (fichier: \"logo.png\", hauteur: 20, texte: \"Blason de …\")".to_owned(),
        "fichier" => "fichier: \"logo.png\"".to_owned(),
        "texte" => "texte: \"Blason de la commune\"".to_owned(),
        "polices" => "polices: (famille: \"Liberation Serif\", taille: 11)".to_owned(),
        "taille" => "taille: 11.5".to_owned(),
        "couleur" => "couleur: \"#1a3c6e\"".to_owned(),
        other => format!("{other}: \"…\""),
    }
}

/// What is wrong with a sentence of the assembly.
pub(super) fn phrase(problem: &PhraseProblem) -> String {
    match &problem.bad {
        BadPhrase::UnknownField(found) if PhraseField::of_word(found).is_some() => {
            format!("Le champ {} n’a pas de sens dans « {} ».", braced(found), problem.phrase.word())
        }
        BadPhrase::UnknownField(found) => format!("Il n’y a pas de champ {} dans une formule.", braced(found)),
        BadPhrase::Unclosed => "L’accolade ouverte ici n’est pas refermée.".to_owned(),
        BadPhrase::Unopened => "L’accolade fermée ici n’est pas ouverte.".to_owned(),
    }
}

fn braced(found: &str) -> String {
    quote(&format!("{{{found}}}"))
}

/// What to write instead.
pub(super) fn mend_phrase(problem: &PhraseProblem) -> String {
    let known: Vec<&'static str> = problem.phrase.fields().into_iter().map(PhraseField::word).collect();
    let listed = || enumerate(&known.iter().map(|word| format!("{{{word}}}")).collect::<Vec<_>>());
    match &problem.bad {
        BadPhrase::UnknownField(_) => match problem.nearest {
            Some(nearest) => format!("Écrivez {{{nearest}}}. Les champs possibles sont : {}.", listed()),
            None => format!("Les champs possibles sont : {}.", listed()),
        },
        BadPhrase::Unclosed => "Ajoutez « } » après le nom du champ, ou retirez « { ».".to_owned(),
        BadPhrase::Unopened => "Ajoutez « { » devant le nom du champ, ou retirez « } ».".to_owned(),
    }
}

/// What is wrong with the look of the assembly.
pub(super) fn look(problem: &LookProblem) -> String {
    match problem {
        LookProblem::OutOfLimits { field, least, most, unit } => {
            let unit = match unit {
                Unit::Millimetres => "millimètres",
                Unit::Points => "points",
            };
            format!("« {field} » va de {least} à {most} {unit}.")
        }
        LookProblem::NoRoom { width, height } => {
            format!("Les marges laissent trop peu de place au texte : il lui faut {width} × {height} mm.")
        }
        LookProblem::BadColour(found) => format!("{} n’est pas une couleur.", quote(found)),
        LookProblem::TooPale { found, tenths } => format!(
            "La couleur {} se lit mal sur du blanc : son contraste est de {},{} et il en faut 4,5.",
            quote(found),
            tenths / 10,
            tenths % 10
        ),
        LookProblem::NotAPicture(name) => {
            format!("{} n’est pas une image PNG ou JPEG, ou elle est incomplète.", quote(name))
        }
        LookProblem::PictureTooLarge { name, most } => {
            format!("L’image {} dépasse {most} points de côté.", quote(name))
        }
        LookProblem::LogoTooWide { width, room } => {
            format!("À cette hauteur le logo a {width} mm de large, et le texte {room} mm.")
        }
        LookProblem::BadFont { name, why } => {
            let why = match why {
                FontFlaw::NotAFont => "n’est pas une police TrueType ou OpenType, ou elle est incomplète",
                FontFlaw::Collection => "contient plusieurs polices",
                FontFlaw::Web => "est une police pour le web",
                FontFlaw::Restricted => "est une police que sa licence interdit d’enfermer dans un document",
            };
            format!("Le fichier {} {why}.", quote(name))
        }
        LookProblem::FacesMissing(missing) => {
            let missing: Vec<String> = missing.iter().map(|field| format!("« {field} »")).collect();
            format!("Il faut les quatre dessins de la police ; il manque {}.", enumerate(&missing))
        }
        LookProblem::TooManyLines(most) => format!("L’en-tête a plus de {most} lignes."),
    }
}

/// What to write instead.
pub(super) fn mend_look(problem: &LookProblem) -> String {
    match problem {
        LookProblem::OutOfLimits { field, .. } => format!("Écrivez par exemple : {}.", example(field)),
        LookProblem::NoRoom { .. } => "Réduisez les marges, ou prenez une feuille plus grande.".to_owned(),
        LookProblem::BadColour(_) => "Écrivez # et six chiffres hexadécimaux, par exemple : \"#1a3c6e\".".to_owned(),
        LookProblem::TooPale { .. } => "Prenez une couleur plus sombre.".to_owned(),
        LookProblem::NotAPicture(_) => "Enregistrez le logo en PNG.".to_owned(),
        LookProblem::PictureTooLarge { .. } => "Réduisez l’image : 1 000 points de haut suffisent.".to_owned(),
        LookProblem::LogoTooWide { .. } => "Réduisez « hauteur ».".to_owned(),
        LookProblem::BadFont { why: FontFlaw::Restricted, .. } => {
            "Retirez les quatre dessins : le PDF prend alors la police du programme.".to_owned()
        }
        LookProblem::BadFont { .. } => "Donnez un fichier .ttf ou .otf qui contient une seule police.".to_owned(),
        LookProblem::FacesMissing(_) => "Ajoutez-les, ou retirez les autres.".to_owned(),
        LookProblem::TooManyLines(_) => "Réunissez plusieurs lignes en une.".to_owned(),
    }
}

/// The `charte.ron` that says what holds without any, with remarks: to be written out and changed.
pub const OWN_CHARTER: &str = include_str!("../../assets/charte.ron");

/// The `formules.ron` that says what holds without any, with remarks: to be written out and changed.
#[must_use]
pub fn own_wording() -> String {
    let mut text = String::from(
        "// Les formules : les phrases de décision de l’assemblée.\n\
         // Posez ce fichier à côté du fichier de séance, ou dans son dossier « modeles » ; il vaut alors pour cette séance.\n\
         // Posé dans le dossier de configuration du programme, il vaut pour toutes les autres.\n\
         // Ce qui est écrit dans « formules » du fichier de séance passe avant, phrase par phrase.\n\
         // Une ligne retirée reprend la phrase du programme.\n\
         //\n\
         // Un mot entre accolades est remplacé à chaque vote :\n",
    );
    for field in PhraseField::ALL {
        // Writing into a `String` cannot fail.
        let _ = writeln!(text, "//   {{{}}} : {}", field.word(), meaning(field));
    }
    text.push_str("(\n    format: 1,\n    formules: (\n");
    for phrase in Phrase::ALL {
        let _ = writeln!(text, "        // {}", occasion(phrase));
        let _ = writeln!(text, "        {}: \"{}\",", phrase.word(), phrases::own(phrase));
    }
    text.push_str("    ),\n)\n");
    text
}

/// What stands in the place of a field.
#[must_use]
pub fn meaning(field: PhraseField) -> &'static str {
    match field {
        PhraseField::Body => "l’assemblée, par son genre : « le Conseil municipal »",
        PhraseField::NamedBody => "l’assemblée, par son nom",
        PhraseField::Majority => "par quelle majorité : l’une des phrases de la seconde moitié",
        PhraseField::NamedMajority => "la même, avec les noms de ceux qui n’ont pas voté pour",
        PhraseField::Sense => "favorable, défavorable ou réservé ; dans un avis seulement",
        PhraseField::Object => "l’objet du rapport",
        PhraseField::Act => "le numéro de l’acte",
        PhraseField::Number => "le numéro du rapport",
        PhraseField::Day => "la date de la séance",
        PhraseField::Votes => "toutes les voix : « 26 voix pour, 3 voix contre et 1 abstention »",
        PhraseField::NamedVotes => "les mêmes, avec les noms : « 26 voix pour, 2 voix contre (…) et 1 abstention (…) »",
        PhraseField::NotCast => "ce qui n’est ni pour ni contre : « 6 abstentions »",
        PhraseField::NamedNotCast => "le même, avec les noms",
        PhraseField::For => "le nombre des voix pour",
        PhraseField::Against => "le nombre des voix contre",
        PhraseField::Abstentions => "le nombre des abstentions",
        PhraseField::NotTakingPart => "le nombre de ceux qui ne prennent pas part au vote",
        PhraseField::Voters => "le nombre des votants",
        PhraseField::Cast => "le nombre des suffrages exprimés",
        PhraseField::AbsoluteMajority => "la majorité absolue",
        PhraseField::NamesAgainst => "les noms de ceux qui ont voté contre, ou « Néant »",
        PhraseField::NamesAbstaining => "les noms de ceux qui se sont abstenus, ou « Néant »",
        PhraseField::RequiredMajority => "la majorité requise : « majorité des deux tiers des membres en exercice »",
        PhraseField::RequiredVotes => "le nombre des voix pour que cette majorité demande",
        PhraseField::MissingVotes => "le nombre des voix pour qui ont manqué",
        PhraseField::Matter => {
            "ce qui est mis aux voix : « le rapport présenté », « la motion présentée, telle qu’amendée par l’amendement n° 1 »"
        }
        PhraseField::OfMatter => "le même, après « de » : « du rapport présenté »",
        PhraseField::Amended => "« , tel qu’amendé par l’amendement n° 1 », avec sa virgule, ou rien",
        PhraseField::Proposal => "l’amendement, la partie du texte ou le renvoi mis aux voix",
        PhraseField::Candidates => "les noms des candidats ; dans une désignation seulement",
        PhraseField::Elected => "les noms des élus ; dans une élection seulement",
        PhraseField::Proclamation => {
            "qui est élu et à quoi : « Madame Léa MARTINET est proclamée élue maire et immédiatement installée »"
        }
        PhraseField::Chair => "qui préside, en tête de phrase : « Madame la Maire »",
    }
}

/// When a sentence is said.
#[must_use]
pub fn occasion(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::DeliberationAdopted => "Un rapport de l’assemblée, adopté.",
        Phrase::DeliberationRejected => "Un rapport de l’assemblée, rejeté.",
        Phrase::OpinionAdopted => "Un avis sur le projet d’une autre assemblée, donné.",
        Phrase::OpinionRejected => {
            "Un avis sur le projet d’une autre assemblée, non donné : ce n’est pas l’avis contraire."
        }
        Phrase::AccountsAdopted => "Des comptes, adoptés ; sans cette ligne, comme un rapport de l’assemblée.",
        Phrase::AccountsRejected => "Des comptes, rejetés ; sans cette ligne, comme un rapport de l’assemblée.",
        Phrase::WishAdopted => "Un vœu ou une motion, adopté.",
        Phrase::WishRejected => "Un vœu ou une motion, rejeté.",
        Phrase::AcknowledgedByVote => "Il est donné acte d’un rapport, par un vote.",
        Phrase::AcknowledgementRefused => "Le vote refuse de donner acte d’un rapport.",
        Phrase::AppointmentVoted => "Une désignation votée ; sans candidat noté, comme un rapport de l’assemblée.",
        Phrase::AppointmentRefused => "Une désignation rejetée ; sans candidat noté, comme un rapport de l’assemblée.",
        Phrase::MinutesSettledByVote => "Le procès-verbal d’une séance précédente, arrêté par un vote.",
        Phrase::MinutesNotSettled => "Le procès-verbal d’une séance précédente, que le vote refuse d’arrêter.",
        Phrase::Postponed => "Un rapport renvoyé à une autre séance, par un vote.",
        Phrase::SetAside => "La question préalable, adoptée.",
        Phrase::ProposalAdopted => "Un amendement ou une partie du texte, adopté.",
        Phrase::ProposalRejected => "Un amendement, une partie du texte, un renvoi ou une question préalable, rejeté.",
        Phrase::Acknowledged => "Il est donné acte d’un rapport ou de décisions, sans vote.",
        Phrase::AppointedWithoutVote => "Une désignation sans vote : une seule candidature par poste.",
        Phrase::MinutesSettled => "Le procès-verbal d’une séance précédente, arrêté sans vote.",
        Phrase::Heard => "Une information, une communication, une question orale.",
        Phrase::Elected => "Une élection : qui est élu est proclamé.",
        Phrase::NobodyElected => "Une élection dont le dernier tour n’a donné aucun suffrage.",
        Phrase::Withdrawn => "Un rapport retiré par la présidence.",
        Phrase::Unanimous => "{majorite} quand tous ont voté pour.",
        Phrase::UnanimousOfCast => {
            "{majorite} quand tous les suffrages exprimés sont pour et que d’autres se sont abstenus."
        }
        Phrase::ByMajority => "{majorite} quand il y a plus de voix pour que contre.",
        Phrase::ByCastingVote => "{majorite} quand la voix de la présidence a adopté, à égalité.",
        Phrase::NoMajorityAgainst => "{majorite} quand des comptes sont adoptés à égalité.",
        Phrase::Defeated => "{majorite} quand il y a plus de voix contre que pour.",
        Phrase::DefeatedByCastingVote => "{majorite} quand la voix de la présidence a rejeté, à égalité.",
        Phrase::DefeatedByTie => "{majorite} quand personne ne départage.",
        Phrase::NothingCast => "{majorite} quand il n’y a aucun suffrage ni abstention.",
        Phrase::NothingCastAllAbstained => "{majorite} quand tous se sont abstenus ou n’ont pas pris part au vote.",
        Phrase::BySpecialMajority => {
            "{majorite} quand une autre majorité que celle des suffrages exprimés est atteinte."
        }
        Phrase::ShortOfMajority => "{majorite} quand la majorité requise n’est pas atteinte.",
        Phrase::ByMajorityUncounted => "{majorite} quand le texte est adopté et que seul le résultat est relevé.",
        Phrase::DefeatedUncounted => "{majorite} quand le texte est rejeté et que seul le résultat est relevé.",
    }
}

/// The files that were used, each on a line: « Charte : … ».
#[must_use]
pub fn used(files: &[std::path::PathBuf]) -> Vec<String> {
    files.iter().map(|path| format!("Charte : {}", plain(&path.display().to_string()))).collect()
}

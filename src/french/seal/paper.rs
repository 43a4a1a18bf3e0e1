//! What the seal (*sceau*) says of a PDF that holds its own journal, in French.

use std::path::Path;

use super::{completeness, count};
use crate::council::plain::plain;
use crate::french::numbers::enumerate;
use crate::french::record;
use crate::store::fault::Fault;
use crate::store::seal::SealReport;

/// How many differences are said.
const SAID: usize = 10;

/// A place where a paper does not say what its journal gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// On which page, from 1.
    pub page: usize,
    /// Under which heading; `None` before the first.
    pub under: Option<&'a str>,
    /// Whether it stands at the head or at the foot of the page.
    pub at_the_edge: bool,
    /// The words printed, with those around them.
    pub printed: &'a str,
    /// The words expected, with those around them.
    pub expected: &'a str,
}

/// The paper says what its journal gives.
#[must_use]
pub fn proven(report: &SealReport) -> Vec<String> {
    let votes = match report.votes {
        0 => "aucun résultat n’est proclamé".to_owned(),
        votes => format!(
            "{} une seconde fois, d’une autre façon",
            count(votes, "résultat est compté", "résultats sont comptés")
        ),
    };
    let head = report.journal.head.spoken();
    let mut lines = vec![format!("Ce document dit ce que donne le journal qu’il contient : {votes}, tête {head}.")];
    lines.extend(completeness(report));
    lines
}

/// Another program drew the pages again, or another version of this one, or with fonts of the assembly, which are not
/// enclosed: what was compared all the same.
#[must_use]
pub fn drawn_elsewhere() -> &'static str {
    "Ce fichier n’est pas, octet pour octet, celui que ce programme écrit de ce qui y est joint : ses mots ont été \
     comparés, pas son dessin ni ses polices ; ce qu’on aurait posé dessus ne se voit pas ici."
}

/// Another version made the paper, and says the same figures in other words.
#[must_use]
pub fn other_wording(maker: &str, passages: &[Passage<'_>]) -> String {
    let places = count(passages.len(), "passage", "passages");
    let first = passages.first().map(|first| format!(" D’abord {}", one(first))).unwrap_or_default();
    format!(
        "La rédaction diffère en {places}, sans qu’un chiffre ni un nom change : le document a été fait par {}.{first}",
        plain(maker)
    )
}

/// The paper does not say what its journal gives: the first places, then what to do.
#[must_use]
pub fn differs(path: &Path, passages: &[Passage<'_>]) -> String {
    let mut lines = vec![format!("{} ne dit pas ce que donne le journal qu’il contient :", shown(path))];
    lines.extend(passages.iter().take(SAID).map(|passage| format!("– {}", one(passage))));
    if passages.len() > SAID {
        let more = passages.len() - SAID;
        lines.push(format!("… et {}.", count(more, "autre endroit", "autres endroits")));
    }
    lines.push(NEXT.to_owned());
    lines.join("\n")
}

fn one(passage: &Passage<'_>) -> String {
    let under = passage.under.map(|under| format!(", « {} »", plain(under))).unwrap_or_default();
    let edge = if passage.at_the_edge { ", en tête ou en pied de page" } else { "" };
    let quoted = |words: &str| if words.is_empty() { "rien".to_owned() } else { format!("« {} »", plain(words)) };
    format!(
        "page {}{under}{edge} : imprimé {} ; le journal donne {}.",
        passage.page,
        quoted(passage.printed),
        quoted(passage.expected)
    )
}

/// The head that the paper prints is not that of the journal that it holds.
#[must_use]
pub fn other_head(head: &str) -> String {
    format!("La tête imprimée n’est pas celle du journal contenu, qui est {head} : ce journal est d’un autre moment.")
}

/// The record in the PDF is refused.
#[must_use]
pub fn fault(path: &Path, fault: &Fault) -> String {
    format!("Dans {} : {} {NEXT}", shown(path), record::sentence(fault))
}

/// What the PDF has of the sitting is not what its journal recorded.
#[must_use]
pub fn other_texts(path: &Path, changes: &str) -> String {
    format!("Dans {} : ce qui est joint n’est pas ce que le journal a enregistré. {changes}", shown(path))
}

/// The PDF holds no journal.
#[must_use]
pub fn no_journal(path: &Path) -> String {
    format!(
        "{} ne contient pas de journal : rien dans ce fichier ne prouve ce qu’il dit. \
         Vérifiez le procès-verbal en PDF, qui le contient, ou le fichier de séance.",
        shown(path)
    )
}

/// The PDF holds several journals, or two files of one name.
#[must_use]
pub fn ambiguous(path: &Path) -> String {
    format!(
        "{} contient plusieurs journaux, ou deux pièces du même nom : on ne sait lequel croire. {NEXT}",
        shown(path)
    )
}

/// A file that the PDF ought to hold is missing, or cannot be read.
#[must_use]
pub fn lacks(path: &Path, name: &str) -> String {
    format!("Dans {} : {} manque ou n’est pas lisible. {NEXT}", shown(path), plain(name))
}

/// Files in the PDF are not those that were put there.
#[must_use]
pub fn altered(path: &Path, names: &[String]) -> String {
    let names: Vec<String> = names.iter().take(SAID).map(|name| plain(name).into_owned()).collect();
    let was = if names.len() > 1 { "ont été modifiés" } else { "a été modifié" };
    format!("Dans {} : {} {was}. {NEXT}", shown(path), enumerate(&names))
}

/// The minutes were settled with other notes.
#[must_use]
pub fn settled_notes_differ(path: &Path) -> String {
    format!(
        "Dans {} : les notes jointes ne sont pas celles avec lesquelles le procès-verbal a été arrêté. {NEXT}",
        shown(path)
    )
}

/// Notes were changed between the close and the making of the paper, as they may be until it is settled.
pub const NOTES_SINCE_CLOSE: &str = "Les notes jointes ont changé depuis la levée de la séance : le journal ne garde que l’empreinte de celles d’alors.";

/// Notes of a sitting that is not closed, whose sums no action recorded.
pub const NOTES_NOT_SEALED: &str =
    "Le journal ne scelle pas les notes jointes : il n’en garde l’empreinte qu’à la levée de la séance.";

/// The sentences that say what is decided come from a file that is enclosed.
pub const SENTENCES_OF_THE_ASSEMBLY: &str =
    "Les formules de décision viennent de formules.ron, joint : le journal ne les scelle pas, lisez-les.";

/// The letterhead comes from a file that is enclosed.
#[must_use]
pub fn letterhead(words: &str) -> String {
    format!("L’en-tête « {} » vient de charte.ron, joint : le journal ne le scelle pas.", plain(words))
}

/// The PDF was made by a more recent version.
#[must_use]
pub fn newer(path: &Path) -> String {
    format!("{} a été fait par une version plus récente du programme : vérifiez-le avec elle.", shown(path))
}

/// The file is no PDF that can be read.
#[must_use]
pub fn broken(path: &Path) -> String {
    format!("{} n’est pas un PDF lisible. Demandez-en un autre exemplaire.", shown(path))
}

/// The PDF is locked.
#[must_use]
pub fn locked(path: &Path) -> String {
    format!("{} est protégé par un mot de passe. Ôtez cette protection, puis vérifiez-le.", shown(path))
}

/// The PDF is too large.
#[must_use]
pub fn too_large(path: &Path) -> String {
    format!("{} est trop grand pour être lu en entier : ce n’est pas un document de ce programme.", shown(path))
}

/// The paper cannot be composed again.
#[must_use]
pub fn not_composed(path: &Path) -> String {
    format!("Dans {} : le document ne peut pas être composé de nouveau, ses mots ne sont pas comparés.", shown(path))
}

const NEXT: &str = "Ne vous fiez pas à cet exemplaire : demandez-en un autre, et comparez la tête avec le secrétariat.";

fn shown(path: &Path) -> String {
    plain(&path.display().to_string()).into_owned()
}

/// Whether a word decides what a sentence means for a vote, beside figures and names.
#[must_use]
pub fn weighs(word: &str) -> bool {
    const WEIGHTY: &[&str] = &[
        "pour",
        "contre",
        "abstention",
        "abstentions",
        "unanimité",
        "majorité",
        "adopte",
        "adopté",
        "adoptée",
        "rejette",
        "rejeté",
        "rejetée",
        "prépondérante",
        "secret",
        "public",
        "présent",
        "présente",
        "présents",
        "présentes",
        "absent",
        "absente",
        "absents",
        "absentes",
        "excusé",
        "excusée",
        "excusés",
        "excusées",
        "pouvoir",
        "pouvoirs",
        "néant",
        "ne",
        "n",
        "pas",
        "non",
        "aucun",
        "aucune",
        "sans",
        "zéro",
        "un",
        "une",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "cent",
        "cents",
        "mille",
    ];
    let lower = word.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|part| WEIGHTY.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::chain::Seal;
    use crate::store::seal::Chain;

    #[test]
    fn a_paper_that_is_proven_is_said_in_one_sentence_first() {
        let journal = Chain { lines: 14, head: Seal::FIRST, torn: 0 };
        let report = SealReport { journal, afterwards: None, closed: true, votes: 2 };
        assert_eq!(
            proven(&report).first().unwrap(),
            "Ce document dit ce que donne le journal qu’il contient : 2 résultats sont comptés une seconde fois, \
             d’une autre façon, tête 0000 0000 0000 0000."
        );
    }

    #[test]
    fn a_difference_says_page_heading_and_both_wordings_and_commands_no_terminal() {
        let passage = Passage {
            page: 3,
            under: Some("Rapport n° 10 – Convention"),
            at_the_edge: false,
            printed: "par 74\u{1b}[2J voix",
            expected: "par 47 voix",
        };
        let said = differs(Path::new("PV.pdf"), &[passage; 12]);
        assert!(said.starts_with("PV.pdf ne dit pas ce que donne le journal qu’il contient :\n– page 3, « Rapport"));
        assert!(said.contains("le journal donne « par 47 voix »"), "{said}");
        assert!(said.contains("… et 2 autres endroits."), "{said}");
        assert!(!said.contains('\u{1b}'), "{said}");
    }

    #[test]
    fn the_words_that_decide_are_known_behind_an_elision_and_before_a_comma() {
        assert!(weighs("l’unanimité,") && weighs("Contre") && weighs("n’adopte") && weighs("dix-neuf"));
        assert!(!weighs("conseil") && !weighs("délibération"));
    }
}

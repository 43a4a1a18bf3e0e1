//! What the screens say in answer to a key: done, undone, refused, and how to go on.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::council::ballot::{Choice, Vote};
use crate::council::finding::Finding;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::name::Civility;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::room::Seat;
use crate::council::roster::Roster;
use crate::council::sitting::{Done, Sitting, Stage};
use crate::council::tally::Tally;
use crate::french::findings;
use crate::french::kinds::About;
use crate::french::numbers::{count, enumerate};
use crate::french::{figures, grammar, kinds, numbers, sentences};

use super::head::reason_alone;
use super::names::of;
use super::{actions, told};

/// Ctrl-C.
pub const HOW_TO_QUIT: &str = "Ctrl-Q pour quitter, rien n’est perdu.";
/// Ctrl-C or Ctrl-Q while an action could not be recorded.
pub const ANSWER_FIRST: &str =
    "Une action n’est pas enregistrée : Entrée réessaie, Échap l’abandonne ; ensuite Ctrl-Q quitte.";
/// An hour is begun and not whole.
pub const HOUR_NOT_WHOLE: &str = "L’heure a quatre chiffres : 0930 pour 9 h 30. Complétez, ou effacez-la.";
/// The hour is whole already.
pub const HOUR_WHOLE: &str = "L’heure est complète : tapez le nom (É se cherche par E), ou effacez-la.";
/// No hour of the day goes on like that.
pub const NOT_AN_HOUR: &str = "Une heure va de 0000 à 2359 : ce chiffre n’est pas pris.";
/// Ctrl-S.
pub const ALREADY_SAVED: &str = "Tout est déjà enregistré, à chaque touche.";
/// Papers are being written.
pub const PAPERS_BEGUN: &str = "Les papiers s’écrivent…";
/// Ctrl-P once more right behind the one that showed a paper.
pub const PAPERS_NOT_YET: &str = "Rien n’est écrit : voici l’aperçu. Ctrl-P encore une fois écrit tous les papiers.";
/// Papers are being written, and are asked for again.
pub const PAPERS_UNDER_WAY: &str = "Les papiers s’écrivent déjà : ce qui en est sera dit ici.";
/// Text was pasted.
pub const PASTE_IGNORED: &str = "Le texte collé est ignoré : coller ne note jamais rien. Tapez le nom.";
/// The reason is empty.
pub const REASON_MISSING: &str = "Écrivez le motif, ou Échap pour renoncer.";
/// Enter where the sitting may be closed.
pub const HOW_TO_CLOSE: &str = "! lève la séance, Échap renonce.";
/// Nothing was undone lately.
pub const NOTHING_TO_REDO: &str = "Rien à rétablir.";
/// The record holds an entry that does not follow: a mistake of the program.
pub const MISFIT: &str =
    "L’action est sur le disque, mais l’écran ne suit plus. Quittez (Ctrl-Q) et rouvrez la séance.";

/// A choice without a name.
#[must_use]
pub fn no_name(query: &str) -> String {
    if query.is_empty() {
        "Tapez d’abord le début d’un nom, ou choisissez avec les flèches.".to_owned()
    } else {
        format!("Aucun membre ne répond à « {query} ». Tapez un autre nom, ou Échap.")
    }
}

/// A character that nobody would see in the minutes.
#[must_use]
pub fn hidden_in_reason(character: char) -> String {
    let code = u32::from(character);
    format!("Rien n’est ajouté au motif : le caractère U+{code:04X} est invisible. Tapez le texte au clavier.")
}

/// A reason that would go on for too long.
#[must_use]
pub fn reason_too_long(longest: usize) -> String {
    format!("Rien n’est ajouté : un motif a {longest} caractères au plus.")
}

/// No report has such a word.
#[must_use]
pub fn no_report(query: &str) -> String {
    format!("Aucun rapport ne contient « {query} ». Effacez, ou Échap.")
}

/// Enter on another report while a vote is being taken.
#[must_use]
pub fn vote_in_progress(report: &ReportId) -> String {
    format!("Le vote du rapport n° {report} est en cours : Entrée sur ▶ {report} pour y revenir.")
}

/// Enter too soon after a proclamation, or after another action that it answered.
#[must_use]
pub fn enter_ignored(proclaimed: Option<(&[ReportId], Option<&ProposalId>)>) -> String {
    match proclaimed {
        Some((_, Some(on))) => {
            format!("Entrée ignorée : {} vient d’être proclamé{}.", kinds::proposal(on), kinds::ending(on))
        }
        Some(([report], None)) => format!("Entrée ignorée : le rapport n° {report} vient d’être proclamé."),
        Some(_) => "Entrée ignorée : le vote groupé vient d’être proclamé.".to_owned(),
        None => "Entrée ignorée : une action vient d’être enregistrée.".to_owned(),
    }
}

/// A change in a séance that is only read.
#[must_use]
pub fn read_only(why: &str) -> String {
    let told = if reason_alone(why).is_empty() { "." } else { " : le bandeau dit pourquoi, et que faire." };
    format!("Lecture seule, rien n’est noté{told}")
}

/// An action that could not be recorded is given up, with so many keys typed after it.
#[must_use]
pub fn given_up(keys: usize) -> String {
    let action = "Action abandonnée : elle n’est ni enregistrée ni affichée.";
    match keys {
        0 => action.to_owned(),
        1 => format!("{action} La touche tapée depuis est oubliée."),
        keys => format!("{action} Les {keys} touches tapées depuis sont oubliées."),
    }
}

/// Why nothing can be taken back.
#[must_use]
pub fn nothing_to_undo(stage: Stage) -> &'static str {
    match stage {
        Stage::Closed => "La séance est levée : plus rien ne se défait. Un résultat se rectifie (F9), avec un motif.",
        Stage::Adjourned => {
            "La séance est ajournée : plus rien ne se défait. Un résultat se rectifie (F9), avec un motif."
        }
        _ => "Rien à défaire.",
    }
}

/// A result that cannot be taken back: the next one was proclaimed.
#[must_use]
pub fn proclaimed_for_good(report: &ReportId) -> String {
    format!("Le rapport n° {report} est proclamé et le suivant aussi : rectifiez-le (F9), avec un motif.")
}

/// An urn that is not opened again: its ballots were counted.
#[must_use]
pub fn counted_for_good(report: &ReportId) -> String {
    format!(
        "L’urne du rapport n° {report} a été dépouillée : elle ne se rouvre plus. Comptez de nouveau ; un écart avec \
         l’émargement se note avec son motif."
    )
}

/// An election that cannot be taken back: another result was proclaimed since, and elections are not rectified (E070).
#[must_use]
pub fn elected_for_good(report: &ReportId) -> String {
    format!(
        "L’élection du rapport n° {report} est proclamée et un autre résultat aussi : elle se conteste devant le juge. Voyez \
         avec la préfecture."
    )
}

/// A finding in one line: what is wrong, what to do.
#[must_use]
pub fn finding(finding: &Finding, roster: &Roster) -> String {
    format!("{} {}", findings::sentence(finding, roster), findings::next_step(finding))
}

/// A refusal in one line: code, what is wrong, what to do.
#[must_use]
pub fn refusal(refused: &Finding, roster: &Roster) -> String {
    format!("{} {}", refused.code(), finding(refused, roster))
}

/// What an entry of the journal took back: « n° 31 défait ».
#[must_use]
pub fn taken_back(number: u64) -> String {
    format!("n° {number} défait")
}

/// What an entry of the journal gave again: « n° 31 rétabli ».
#[must_use]
pub fn given_again(number: u64) -> String {
    format!("n° {number} rétabli")
}

/// A description as a sentence of its own.
#[must_use]
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

/// « e » for a woman.
pub(super) fn ending(member: &MemberId, roster: &Roster) -> &'static str {
    match roster.get(member).and_then(|member| member.name.civility) {
        Some(Civility::Mrs) => "e",
        _ => "",
    }
}

/// The voices marked in one gesture; those that a holder carries the same way are counted behind his name.
pub(super) fn marked(voices: &[(&ReportId, &MemberId, Choice)], vote: Option<&Vote>, roster: &Roster) -> String {
    // In a vote on several reports the same is said in each: it is told once.
    let mut once = BTreeSet::new();
    let voices: Vec<_> = voices.iter().filter(|(_, member, choice)| once.insert((*member, *choice))).collect();
    let choices: BTreeSet<Choice> = voices.iter().map(|(_, _, choice)| *choice).collect();
    let parts: Vec<String> = choices
        .into_iter()
        .map(|choice| {
            let members = voices.iter().filter(|(_, _, own)| *own == choice).map(|(_, member, _)| *member);
            format!("{} : {}", with_proxies(members, vote, roster).join(", "), figures::choice(choice))
        })
        .collect();
    parts.join(" ; ")
}

/// Names as lists write them, each with the powers that say the same: « AUBRY Paul + 1 pouvoir ».
///
/// A represented member whose holder is not among them is named with the holder: « AMIEL Michel (par SLISSA Monique) ».
#[must_use]
pub fn with_proxies<'a>(
    members: impl Iterator<Item = &'a MemberId>,
    vote: Option<&Vote>,
    roster: &Roster,
) -> Vec<String> {
    let members: BTreeSet<&MemberId> = members.collect();
    let holder = |member: &MemberId| match vote.and_then(|vote| vote.room.seat(member)) {
        Some(Seat::Represented(holder)) => Some(holder.clone()),
        _ => None,
    };
    let in_order = roster.everyone().map(|member| &member.id).filter(|id| members.contains(id));
    in_order
        .filter_map(|member| match holder(member) {
            Some(holder) if members.contains(&holder) => None,
            Some(holder) => Some(format!("{} (par {})", roster.listed(member), roster.listed(&holder))),
            None => {
                let carried = members.iter().filter(|other| holder(other).as_ref() == Some(member)).count();
                let mut words = match carried {
                    0 => roster.listed(member),
                    some => format!("{} + {}", roster.listed(member), count(some, "pouvoir", "pouvoirs")),
                };
                for giver in vote.into_iter().flat_map(|vote| left_for(member, vote)) {
                    let _ = write!(words, " (pouvoir {} : pour)", of(&roster.listed(giver)));
                }
                Some(words)
            }
        })
        .collect()
}

/// The powers that do not follow their holder's exception and stay for: no list of exceptions would show them.
fn left_for<'a>(holder: &'a MemberId, vote: &'a Vote) -> impl Iterator<Item = &'a MemberId> {
    let parts = vote.choice(holder) != Some(Choice::For);
    vote.room.carried_by(holder).filter(move |giver| parts && vote.choice(giver) == Some(Choice::For))
}

/// The result in a few words, in those of what it is about: « adopté à l’unanimité », « donné acte 26-3-1 ».
#[must_use]
pub fn result(about: About<'_>, tally: Option<&Tally>, outcome: Outcome) -> String {
    in_the_words_of(about, &plain_result(tally, outcome), outcome)
}

/// A result in the words of the papers, in small letters.
fn in_the_words_of(about: About<'_>, result: &str, outcome: Outcome) -> String {
    grammar::uncapitalised(&kinds::decided(about, &grammar::capitalised(result), outcome))
}

fn plain_result(tally: Option<&Tally>, outcome: Outcome) -> String {
    let Some(tally) = tally else {
        return grammar::uncapitalised(sentences::result(outcome));
    };
    let word = if outcome.is_adopted() { "adopté" } else { "rejeté" };
    let Tally { for_, against, abstentions, .. } = tally;
    match outcome {
        Outcome::AdoptedUnanimously if *abstentions == 0 => format!("{word} à l’unanimité"),
        Outcome::AdoptedUnanimously => {
            format!("{word} à l’unanimité, {}", count(*abstentions, "abstention", "abstentions"))
        }
        Outcome::RejectedNothingCast => format!("{word} faute de suffrage exprimé"),
        Outcome::AdoptedByCastingVote | Outcome::RejectedByCastingVote => {
            format!("{word} {for_}-{against}-{abstentions}, voix prépondérante")
        }
        Outcome::RejectedByTie => format!("{word} {for_}-{against}-{abstentions}, partage égal"),
        Outcome::RejectedShortOfMajority => {
            format!("{word} {for_}-{against}-{abstentions}, majorité requise non atteinte")
        }
        Outcome::AdoptedNoMajorityAgainst => format!("{word} {for_}-{against}-{abstentions}, sans majorité contre"),
        _ if tally.blank_null > 0 => {
            format!(
                "{word} {for_}-{against}-{abstentions}, {}",
                count(tally.blank_null, "blanc ou nul", "blancs et nuls")
            )
        }
        _ => format!("{word} {for_}-{against}-{abstentions}"),
    }
}

/// The result beside a title: « adopté 26-3-1 », « adopté, unanimité ».
#[must_use]
pub fn short_result(about: About<'_>, tally: Option<&Tally>, outcome: Outcome) -> String {
    let result = plain_short_result(tally, outcome);
    match about {
        // There is no room for the sense of an opinion: the full result says it.
        About::Text(ReportKind::Opinion { .. }) => result,
        about => in_the_words_of(about, &result, outcome),
    }
}

fn plain_short_result(tally: Option<&Tally>, outcome: Outcome) -> String {
    let Some(tally) = tally else {
        return match outcome {
            Outcome::Acknowledged => "donné acte",
            Outcome::Heard => "entendu",
            Outcome::Settled => "arrêté",
            Outcome::AppointedWithoutVote => "désignés",
            Outcome::Withdrawn => "retiré",
            Outcome::Postponed => "renvoyé",
            Outcome::SetAside => "écarté",
            Outcome::Elected => "élu",
            Outcome::NobodyElected => "personne d’élu",
            Outcome::AdoptedUnanimously => "adopté, unanimité",
            adopted if adopted.is_adopted() => "adopté",
            _ => "rejeté",
        }
        .to_owned();
    };
    let word = if outcome.is_adopted() { "adopté" } else { "rejeté" };
    match outcome {
        Outcome::AdoptedUnanimously if tally.abstentions == 0 => format!("{word}, unanimité"),
        _ => format!("{word} {}-{}-{}", tally.for_, tally.against, tally.abstentions),
    }
}

/// The banner of what ended last: « Rapport n° 07 proclamé à 20 h 17 : adopté 26-3-1 », « Rapport n° 02 : il en est donné
/// acte à 18 h 10 ».
#[must_use]
pub fn proclaimed(reports: &[ReportId], on: Option<&ProposalId>, sitting: &Sitting) -> Option<String> {
    let (first, others) = reports.split_first()?;
    let Done { tally, outcome, at, .. } = sitting.done_on(first, on)?;
    let at = at.map(|at| format!(" à {}", numbers::hour(at))).unwrap_or_default();
    let kind = sitting.docket().agenda.report(first)?.kind;
    let result = result(About::of(kind, on), tally.as_ref(), *outcome);
    if let Some(on) = on {
        let (name, e) = (grammar::capitalised(&told::name(on)), kinds::ending(on));
        return Some(format!("{name} proclamé{e}{at} : {result}"));
    }
    if !others.is_empty() {
        let results: Vec<&Done> = reports.iter().filter_map(|report| sitting.done_on(report, None)).collect();
        let adopted = results.iter().filter(|done| done.outcome.is_adopted()).count();
        let numbers: Vec<String> = reports.iter().map(ReportId::to_string).collect();
        let unanimous = results.iter().all(|done| done.outcome == Outcome::AdoptedUnanimously);
        let how = if unanimous { " à l’unanimité" } else { "" };
        let outcomes = told::outcomes(adopted, results.len());
        return Some(format!("Rapports n° {} proclamés{at} : {outcomes}{how}", enumerate(&numbers)));
    }
    Some(match outcome {
        Outcome::Acknowledged => format!("Rapport n° {first} : il en est donné acte{at}"),
        Outcome::Heard => format!("Rapport n° {first} entendu{at}"),
        Outcome::Settled => format!("Rapport n° {first} : procès-verbal arrêté{at}"),
        Outcome::AppointedWithoutVote => format!("Rapport n° {first} : désignation sans vote{at}"),
        Outcome::Withdrawn => format!("Rapport n° {first} retiré de l’ordre du jour{at}"),
        Outcome::Postponed => format!("Rapport n° {first} renvoyé à une séance ultérieure{at}"),
        Outcome::SetAside => format!("Rapport n° {first} écarté{at} : question préalable adoptée"),
        Outcome::Elected => {
            let elected = actions::elected(first, sitting).unwrap_or(result);
            format!("Rapport n° {first} proclamé{at} : {elected}")
        }
        _ => format!("Rapport n° {first} proclamé{at} : {result}"),
    })
}

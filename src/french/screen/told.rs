//! The words for what is put to the vote otherwise than one text by exception: proposals, votes taken together, reports
//! without a vote, the ways, the majorities.

use crate::council::agenda::{DelegatedDecision, Report, ReportKind};
use crate::council::ballot::{Choice, Vote};
use crate::council::id::{MemberId, ReportId};
use crate::council::majority::{Base, Majority};
use crate::council::outcome::Outcome;
use crate::council::proposal::{Proposal, ProposalId, ProposalState, Proposed};
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::council::tally::Tally;
use crate::council::way::{Stated, Way};
use crate::french::kinds;
use crate::french::numbers::{count, enumerate, short_date};

use super::said::short_result;

/// A choice for a whole group where one member is wanted.
pub const WHOLE_GROUP: &str = "C’est un groupe entier : , ; : ou ! note toutes ses voix. Flèche bas : ses membres.";
/// Left or right where there is one vote only.
pub const ONE_VOTE: &str = "Il n’y a qu’un vote à voir ici.";
/// The text of a report waits for what is put before it.
pub const TEXT_WAITS: &str = "le texte attend";
/// Over what is put before a text.
pub const BEFORE_THE_TEXT: &str = "À voter avant le texte";
/// What Enter does then.
pub const TO_PUT: &str = "À mettre aux voix";
/// Figures and names are not recorded.
pub const NO_FIGURES: &str = "Ni les chiffres ni les noms ne sont relevés.";
/// The names are not recorded.
pub const NAMES_NOT_RECORDED: &str = "Noms non relevés";
/// How many voices are in the room, spoken or carried.
pub const VOICES_IN_THE_ROOM: &str = "Voix dans la salle";
/// Over those who are still to be called.
pub const NEXT_CALLED: &str = "À appeler (! pour  , contre  ; abst.)";
/// Over what Enter records where nothing is voted.
pub const TO_END: &str = "Issue";
/// A vote on several reports of which one has no result yet.
pub const NOT_FINISHED: &str = "tous les résultats ne sont pas relevés";
/// A figure that is not recorded.
pub const NO_FIGURE: &str = "—";
/// Every report of a vote on several.
pub const ALL_OF_THEM: &str = "tous ensemble";
/// A group does not speak with one voice.
pub const DIVIDED: &str = "partagé";
/// Nothing was counted yet.
pub const NOTHING_COUNTED: &str = "Chiffres à noter";
/// No result was stated yet.
pub const NOTHING_STATED: &str = "Résultat à noter";
/// Which key opens the questions of the way.
pub const TAB_TO_NOTE: &str = "Tab : la manière, puis les chiffres ou le résultat.";
/// A ballot whose names and votes are all printed.
pub const PUBLIC_BALLOT: &str = "scrutin public";
/// Votes on several reports at once.
pub const TOGETHER: &str = "vote groupé";

/// « Groupe Ensemble (7 voix) ».
#[must_use]
pub fn group(name: &str, voices: usize) -> String {
    let voices = count(number(voices), "voix", "voix");
    format!("{} ({voices})", the_group(name))
}

/// « Groupe Ensemble »; the word is not said twice.
#[must_use]
pub fn the_group(name: &str) -> String {
    if name.to_lowercase().starts_with("groupe") { name.to_owned() } else { format!("Groupe {name}") }
}

/// Nobody of that group is there.
#[must_use]
pub fn nobody_of_the_group(name: &str) -> String {
    format!("{} : personne n’a de voix dans ce vote.", the_group(name))
}

/// Why a report was opened alone.
#[must_use]
pub fn alone(refusal: &str) -> String {
    format!("Ouvert à part. {refusal}")
}

/// A mark while the text waits.
#[must_use]
pub fn text_waits(next: &ProposalId) -> String {
    format!("Rien n’est noté, le texte attend : Entrée met aux voix {}.", kinds::proposal(next))
}

/// A name where none is recorded.
#[must_use]
pub fn no_names(way: Way) -> &'static str {
    match way {
        Way::WithoutVote => "Sans vote, aucun nom n’est noté : Entrée termine le rapport ; Tab pour voter.",
        _ => "Les noms ne sont pas relevés dans ce vote : Tab pour changer de manière.",
    }
}

/// What Enter does with a report on which nothing is voted: « il en est donné acte ».
#[must_use]
pub fn ends_with(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Acknowledged => "il en est donné acte",
        Outcome::Heard => "entendu",
        Outcome::Settled => "arrêté",
        Outcome::AppointedWithoutVote => "désignés",
        _ => "terminé",
    }
}

/// « ↵ il en est donné acte, puis le rapport suivant (Tab pour voter). »
#[must_use]
pub fn enter_ends(outcome: Outcome, kind: ReportKind) -> String {
    let or_vote = if kind.may_be_voted() { " (Tab pour voter)" } else { "" };
    format!("↵ {}, puis le rapport suivant{or_vote}.", ends_with(outcome))
}

/// « AUBRY Paul et CHAZAL Hélène, au nom du groupe Ensemble ».
#[must_use]
pub fn brought_by(proposal: &Proposal, roster: &Roster) -> String {
    let names = listed(&proposal.authors, roster);
    let behalf = proposal.on_behalf.as_ref().map(|behalf| format!("au nom {}", of_the(behalf)));
    [Some(names).filter(|names| !names.is_empty()), behalf].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// « du groupe Ensemble », « de la commission ».
fn of_the(noun: &str) -> String {
    if let Some(rest) = noun.strip_prefix("le ") {
        format!("du {rest}")
    } else if let Some(rest) = noun.strip_prefix("les ") {
        format!("des {rest}")
    } else {
        format!("de {noun}")
    }
}

fn listed(members: &[MemberId], roster: &Roster) -> String {
    enumerate(&members.iter().map(|id| roster.listed(id)).collect::<Vec<_>>())
}

/// « Amendement n° 1, article 2 — AUBRY Paul, au nom du groupe Ensemble ».
#[must_use]
pub fn proposal(proposal: &Proposal, roster: &Roster) -> String {
    let target = proposal.target.as_ref().map(|target| format!(" à {}", at_the(target))).unwrap_or_default();
    let by = brought_by(proposal, roster);
    let by = if by.is_empty() { by } else { format!(" — {by}") };
    format!("{}{target}{by}", kinds::proposal_title(&proposal.id))
}

/// « l’article 2 », as it follows « à ».
fn at_the(target: &str) -> String {
    if target.starts_with("article") || target.starts_with("alinéa") || target.starts_with("annexe") {
        format!("l’{target}")
    } else {
        target.to_owned()
    }
}

/// How far a proposal is: « à mettre aux voix », « adopté 20-8-2 », « retiré ».
#[must_use]
pub fn state(proposed: &Proposed) -> String {
    match &proposed.state {
        ProposalState::Waiting => "à mettre aux voix".to_owned(),
        ProposalState::Opened(_) => "aux voix".to_owned(),
        ProposalState::Done(done) => agreed(&proposed.proposal.id, &short_result(done.tally.as_ref(), done.outcome)),
        ProposalState::Dropped(how, _) => agreed(&proposed.proposal.id, kinds::dropped(*how)),
    }
}

/// « amendement n° 1 », « partie « article 3 » », « renvoi », « question préalable ».
#[must_use]
pub fn name(id: &ProposalId) -> String {
    let with_article = kinds::proposal(id);
    let bare = ["l’", "la ", "le "].into_iter().find_map(|article| with_article.strip_prefix(article));
    bare.unwrap_or(&with_article).to_owned()
}

/// A result about an amendment or a postponement, which are masculine, or about a part or a question, which are not.
#[must_use]
pub fn agreed(id: &ProposalId, words: &str) -> String {
    if matches!(id, ProposalId::Amendment(_) | ProposalId::Postponement) {
        return words.to_owned();
    }
    [("adopté", "adoptée"), ("rejeté", "rejetée"), ("retiré", "retirée")]
        .into_iter()
        .find_map(|(one, other)| words.strip_prefix(one).map(|rest| format!("{other}{rest}")))
        .unwrap_or_else(|| words.to_owned())
}

/// A participle about a proposal, in agreement, with what stands around it: « mise aux voix ».
#[must_use]
pub fn agreed_participle(id: &ProposalId, before: &str, behind: &str) -> String {
    let is_masculine = matches!(id, ProposalId::Amendment(_) | ProposalId::Postponement);
    format!("{before}{}{behind}", if is_masculine { "" } else { "e" })
}

/// What was decided before the text, in one line: « amendement n° 1 adopté, n° 2 rejeté ».
#[must_use]
pub fn decided_before(proposals: &[Proposed]) -> String {
    let mut told = Vec::new();
    let mut amended = false;
    for proposed in proposals {
        let word = match &proposed.state {
            ProposalState::Done(done) if done.outcome.is_adopted() => "adopté",
            ProposalState::Done(_) => "rejeté",
            ProposalState::Dropped(how, _) => kinds::dropped(*how),
            ProposalState::Waiting | ProposalState::Opened(_) => continue,
        };
        let id = &proposed.proposal.id;
        let name = match id {
            ProposalId::Amendment(number) if amended => format!("n° {number}"),
            other => name(other),
        };
        amended = amended || matches!(id, ProposalId::Amendment(_));
        told.push(format!("{name} {}", agreed(id, word)));
    }
    told.join(", ")
}

/// « L’amendement n° 1 serait adopté par 20 voix pour, 8 contre et 2 abstentions. »
#[must_use]
pub fn decision(id: &ProposalId, tally: Option<&Tally>, outcome: Outcome) -> String {
    let name = crate::french::grammar::capitalised(&kinds::proposal(id));
    let result = agreed(id, if outcome.is_adopted() { "adopté" } else { "rejeté" });
    match tally {
        Some(_) if outcome == Outcome::AdoptedUnanimously => format!("{name} est {result} à l’unanimité."),
        Some(tally) => {
            let cast = [
                count(tally.for_, "voix pour", "voix pour"),
                count(tally.against, "voix contre", "voix contre"),
                count(tally.abstentions, "abstention", "abstentions"),
            ];
            format!("{name} est {result} par {}.", enumerate(&cast))
        }
        None => format!("{name} est {result}."),
    }
}

/// « ↵ met aux voix l’amendement n° 1 ; le texte viendra après. »
#[must_use]
pub fn puts(next: &ProposalId, left: usize) -> String {
    let behind = match left {
        0 | 1 => "le texte viendra ensuite".to_owned(),
        left => format!("{} attendent, puis le texte", count(number(left), "proposition", "propositions")),
    };
    format!("Entrée met aux voix {} ; {behind}.", kinds::proposal(next))
}

/// The majority, short enough for a bar: « 2/3 des membres ».
#[must_use]
pub fn short_majority(majority: Majority) -> &'static str {
    match majority {
        Majority::OfCast | Majority::NoneAgainst => "majorité absolue",
        Majority::OfMembers => "majorité des membres",
        Majority::ThreeFifthsOfCast => "3/5 des exprimés",
        Majority::ThreeFifthsOfMembers => "3/5 des membres",
        Majority::TwoThirdsOfCast => "2/3 des exprimés",
        Majority::TwoThirdsOfMembers => "2/3 des membres",
        Majority::Relative => "majorité relative",
    }
}

/// How far the voices for are from the majority that is needed: « il manque 3 voix », « majorité atteinte ».
#[must_use]
pub fn reached(for_: u32, needed: u32) -> String {
    match needed.saturating_sub(for_) {
        0 => "atteinte".to_owned(),
        1 => "il manque 1 voix".to_owned(),
        short => format!("il manque {short} voix"),
    }
}

/// The label of the tenth figure.
pub const NEEDED: &str = "Majorité requise";

/// Why so many voices are needed: formula, numbers, by which text.
#[must_use]
pub fn why_needed(majority: Majority, tally: &Tally, reason: Option<&str>) -> String {
    let name = kinds::majority(majority);
    let of = match majority.base() {
        Some(Base::Cast) => tally.cast,
        Some(Base::Members) => tally.in_office,
        None => 0,
    };
    let formula = match (majority, majority.needed(tally)) {
        (Majority::Relative, _) => format!(" : plus de pour que de contre = {} contre {}", tally.for_, tally.against),
        (Majority::NoneAgainst, _) => format!(" = {} pour, {} contre", tally.for_, tally.against),
        (_, None) => " : sans objet, aucun suffrage exprimé".to_owned(),
        (Majority::OfCast | Majority::OfMembers, Some(needed)) => format!(" = {of} ÷ 2 + 1 = {needed}"),
        (Majority::ThreeFifthsOfCast | Majority::ThreeFifthsOfMembers, Some(needed)) => {
            format!(" = {of} × 3 ÷ 5, arrondi au-dessus = {needed}")
        }
        (Majority::TwoThirdsOfCast | Majority::TwoThirdsOfMembers, Some(needed)) => {
            format!(" = {of} × 2 ÷ 3, arrondi au-dessus = {needed}")
        }
    };
    let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("{NEEDED} ({name}){formula}{reason}.")
}

/// Behind the voters, where those who take no part are counted among them.
pub const NPPV_INSIDE: &str =
    "Réglage de l’assemblée : qui ne prend pas part au vote compte parmi les votants, jamais parmi les exprimés.";

/// « Résultat annoncé : adopté à l’unanimité ».
#[must_use]
pub fn stated(stated: Stated) -> String {
    format!("Résultat annoncé : {}", kinds::stated(stated))
}

/// « Appel nominal : 12 sur 30 ont répondu ».
#[must_use]
pub fn called(answered: usize, voices: u32) -> String {
    let verb = if answered > 1 { "ont répondu" } else { "a répondu" };
    format!("Appel : {answered} sur {voices} {verb}")
}

/// « encore 18 à appeler ».
#[must_use]
pub fn still_to_call(awaited: usize) -> String {
    format!("encore {awaited} à appeler")
}

/// « IMBERT Salomé (par HAMELIN Octave) »: whom to call, and who answers.
#[must_use]
pub fn to_call(member: &MemberId, vote: &Vote, roster: &Roster) -> String {
    use crate::council::room::Seat;
    match vote.room.seat(member) {
        Some(Seat::Represented(holder)) => format!("{} (par {})", roster.listed(member), roster.listed(holder)),
        _ => roster.listed(member),
    }
}

/// « Vote groupé : 4 rapports, un seul vote ».
#[must_use]
pub fn several(reports: usize) -> String {
    format!("Vote groupé : {}, un seul vote", count(number(reports), "rapport", "rapports"))
}

/// « vote groupé, 2 sur 4 ».
#[must_use]
pub fn one_of(place: usize, reports: usize) -> String {
    format!("{TOGETHER}, {place} sur {reports}")
}

/// « contre : AUBRY Paul + 1 pouvoir »: who says otherwise than for in one of several reports.
#[must_use]
pub fn otherwise(choice: Choice, names: &[String]) -> String {
    format!("{} : {}", crate::french::figures::choice(choice), names.join(", "))
}

/// « ↵ proclame les 4 rapports » under what they decide.
#[must_use]
pub fn proclaims_all(reports: usize) -> String {
    format!("↵ proclame les {reports} rapports, chacun avec sa délibération. → un à part.")
}

/// « Partout : contre : AUBRY Paul ; abstention : CHAZAL Hélène ».
#[must_use]
pub fn everywhere(names: &[String]) -> String {
    format!("Partout : {}", names.join(" ; "))
}

/// « 3 adoptés, 1 rejeté ».
#[must_use]
pub fn outcomes(adopted: usize, reports: usize) -> String {
    let rejected = reports - adopted;
    let word = |number_of: usize, word: &str| count(number(number_of), word, &format!("{word}s"));
    match (adopted, rejected) {
        (adopted, 0) => word(adopted, "adopté"),
        (0, rejected) => word(rejected, "rejeté"),
        (adopted, rejected) => format!("{}, {}", word(adopted, "adopté"), word(rejected, "rejeté")),
    }
}

/// A row of what is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whether it is a title.
    pub is_title: bool,
    /// The words.
    pub text: String,
}

/// What is told of a report on which nothing is voted: who brings it, the decisions, remarks, candidates.
#[must_use]
pub fn rows(report: &ReportId, sitting: &Sitting) -> Vec<Row> {
    let Some(report) = sitting.docket().agenda.report(report) else { return vec![] };
    let roster = &sitting.docket().roster;
    let handling = sitting.handling(&report.id);
    let mut rows = Vec::new();
    let title = |text: String| Row { is_title: true, text };
    let line = |text: String| Row { is_title: false, text };
    if let Some(by) = authors(report, roster) {
        rows.push(title(by));
    }
    if !report.decisions.is_empty() {
        rows.push(title(count(number(report.decisions.len()), "décision rapportée", "décisions rapportées")));
        rows.extend(report.decisions.iter().map(|decision| line(delegated(decision))));
    }
    if let ReportKind::Appointment { posts, .. } = report.kind {
        rows.push(title(candidates(handling.candidates.len(), posts)));
        rows.extend(handling.candidates.iter().map(|id| line(roster.listed(id))));
    }
    if handling.remarks.is_empty() && matches!(report.kind, ReportKind::PreviousMinutes { .. }) {
        rows.push(title("Aucune remarque notée (F9)".to_owned()));
    }
    if !handling.remarks.is_empty() {
        rows.push(title(count(number(handling.remarks.len()), "remarque", "remarques")));
        rows.extend(handling.remarks.iter().map(|remark| {
            let by = remark.by.as_ref().map(|id| format!("{} : ", roster.listed(id))).unwrap_or_default();
            line(format!("{by}{}", remark.text))
        }));
    }
    let text = report.exposition.as_ref().or(report.operative_part.as_ref());
    let texts = text.into_iter().flat_map(|text| text.markdown.lines());
    rows.extend(texts.map(plain).filter(|text| !text.is_empty()).map(line));
    rows
}

/// A line of a text without its marks.
#[must_use]
pub fn plain(line: &str) -> String {
    line.trim_start_matches(['#', '>']).trim().replace("**", "")
}

/// « Question de D’ORMESNIL Agathe », « Par LE GOFFIC Ronan ».
#[must_use]
pub fn authors(report: &Report, roster: &Roster) -> Option<String> {
    if report.authors.is_empty() {
        return None;
    }
    let word = if report.kind == ReportKind::OralQuestion { "Question de" } else { "Par" };
    Some(format!("{word} {}", listed(&report.authors, roster)))
}

/// « 2025-12, 10/01/2025 : objet ».
fn delegated(decision: &DelegatedDecision) -> String {
    let number = decision.number.as_ref().map(|number| format!("n° {number}"));
    let date = decision.date.map(short_date);
    let before = [number, date].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if before.is_empty() { decision.object.clone() } else { format!("{before} : {}", decision.object) }
}

/// « 2 candidatures pour 2 postes ».
fn candidates(standing: usize, posts: Option<u32>) -> String {
    let posts = posts.map(|posts| format!(" pour {}", count(posts, "poste", "postes"))).unwrap_or_default();
    match standing {
        0 => format!("Aucune candidature notée{posts} (F9)"),
        some => format!("{}{posts}", count(number(some), "candidature", "candidatures")),
    }
}

/// What stands beside a title of the agenda that is not examined yet: « 2 amend. », « vote A ».
#[must_use]
pub fn announced(report: &Report, waiting: usize, full: bool) -> String {
    let amendments = match waiting {
        0 => None,
        some => Some(format!("{some} amend.")),
    };
    let together = report.voted_with.as_ref();
    let together = together.map(|mark| if full { format!("groupé {mark}") } else { format!("≡ {mark}") });
    let kind = short_kind(report.kind).to_owned();
    let kind = Some(kind).filter(|kind| !kind.is_empty());
    [kind, together, amendments].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The kind in a word, for a list.
#[must_use]
pub fn short_kind(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Deliberation => "",
        ReportKind::Opinion { .. } => "avis",
        ReportKind::Acknowledgement { .. } => "acte",
        ReportKind::Information => "info",
        ReportKind::Communication => "comm.",
        ReportKind::Decisions => "décis.",
        ReportKind::OralQuestion => "question",
        ReportKind::Wish => "vœu",
        ReportKind::Motion => "motion",
        ReportKind::PreviousMinutes { .. } => "PV",
        ReportKind::AdministrativeAccounts => "CA",
        ReportKind::UnifiedAccounts => "CFU",
        ReportKind::Appointment { .. } => "désign.",
    }
}

/// « 2 propositions se votent avant le texte ».
#[must_use]
pub fn waiting(waiting: usize) -> String {
    let verb = if waiting > 1 { "se votent" } else { "se vote" };
    format!("{} {verb} avant le texte", count(number(waiting), "proposition", "propositions"))
}

/// « Vote groupé avec n° 08 et n° 09 ».
#[must_use]
pub fn voted_with(others: &[String]) -> String {
    format!("Vote groupé avec {}", enumerate(&others.iter().map(|id| format!("n° {id}")).collect::<Vec<_>>()))
}

fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

//! The words for a report on which nothing is voted, and for what is particular to a report of the agenda.

use crate::council::agenda::{DelegatedDecision, Report, ReportKind};
use crate::council::election::CandidateList;
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::proposal::{ProposalId, Proposed};
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::french::numbers::{count, enumerate, short_date};
use crate::french::screen::said::ending;

use super::proposals::listed;
/// Over what Enter records where nothing is voted.
pub const TO_END: &str = "Issue";
/// Nobody stands for the posts.
pub const NO_CANDIDATE: &str = "aucune candidature";
/// What to do then.
pub const NAME_THEM: &str = "F9, Candidatures : qui se présente. Tab pour voter.";

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
pub fn enter_ends(outcome: Outcome, report: &Report, sitting: &Sitting) -> String {
    let or_vote = if report.kind.may_be_voted() { " (Tab pour voter)" } else { "" };
    let candidates = &sitting.handling(&report.id).candidates;
    let word = match outcome {
        Outcome::AppointedWithoutVote => appointed(candidates, &sitting.docket().roster),
        other => ends_with(other),
    };
    format!("↵ {word}, puis le rapport suivant{or_vote}.")
}

/// « désigné », « désignée », « désignés », « désignées »: the candidates, in agreement.
#[must_use]
pub fn appointed(candidates: &[MemberId], roster: &Roster) -> &'static str {
    let are_women = candidates.iter().all(|member| ending(member, roster) == "e");
    match (candidates.len(), are_women) {
        (1, false) => "désigné",
        (1, true) => "désignée",
        (0, _) | (_, false) => "désignés",
        (_, true) => "désignées",
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
        rows.push(title(count(report.decisions.len(), "décision rapportée", "décisions rapportées")));
        rows.extend(report.decisions.iter().map(|decision| line(delegated(decision))));
    }
    if let Some(contest) = sitting.contest(&report.id) {
        if contest.form.is_by_list() {
            rows.push(title(lists(handling.lists.len(), contest.posts)));
            rows.extend(handling.lists.iter().map(|list| line(named(list, roster))));
        } else {
            rows.push(title(candidates(handling.candidates.len(), contest.posts)));
            rows.extend(handling.candidates.iter().map(|id| line(roster.listed(id))));
        }
    }
    if handling.remarks.is_empty() && matches!(report.kind, ReportKind::PreviousMinutes { .. }) {
        rows.push(title("Aucune remarque notée (F9)".to_owned()));
    }
    if !handling.remarks.is_empty() {
        rows.push(title(count(handling.remarks.len(), "remarque", "remarques")));
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
        some => format!("{}{posts}", count(some, "candidature", "candidatures")),
    }
}

/// « 2 listes pour 5 postes ».
fn lists(standing: usize, posts: Option<u32>) -> String {
    let posts = posts.map(|posts| format!(" pour {}", count(posts, "poste", "postes"))).unwrap_or_default();
    match standing {
        0 => format!("Aucune liste notée{posts} (F9)"),
        some => format!("{}{posts}", count(some, "liste", "listes")),
    }
}

/// « « Ensemble » : AUBRY Paul, BERT Anne ».
fn named(list: &CandidateList, roster: &Roster) -> String {
    let names: Vec<String> = list.candidates.iter().map(|id| roster.listed(id)).collect();
    format!("« {} » : {}", list.name, names.join(", "))
}

/// What stands beside a title of the agenda that is not examined yet: « 2 amend. », « vote A ».
#[must_use]
pub fn announced(report: &Report, proposals: &[Proposed], full: bool) -> String {
    let pending = || proposals.iter().filter(|proposed| proposed.state.is_pending());
    let amendments = pending().filter(|it| matches!(it.proposal.id, ProposalId::Amendment(_))).count();
    let others = pending().count() - amendments;
    let amendments = match (amendments, others) {
        (0, 0) => None,
        (some, 0) => Some(format!("{some} amend.")),
        (some, others) => Some(format!("{} avant", some + others)),
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
        ReportKind::Election { .. } => "élect.",
    }
}

/// « Vote groupé avec n° 08 et n° 09 ».
#[must_use]
pub fn voted_with(others: &[String]) -> String {
    format!("Vote groupé avec {}", enumerate(&others.iter().map(|id| format!("n° {id}")).collect::<Vec<_>>()))
}

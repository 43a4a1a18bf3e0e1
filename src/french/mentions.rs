//! What the minutes miss, in words: the marks in their place, and the list of what is to be completed.

use crate::council::docket::Docket;
use crate::council::id::{MemberId, ReportId};
use crate::council::law::Article;
use crate::council::mentions::{Mention, Missing};

use super::articles::in_brackets;
use super::counting;
use super::grammar::capitalised;
use super::minutes as words;
use super::numbers::{count, enumerate};

/// What a mark asks for: « heure d’ouverture ».
#[must_use]
pub fn asked(missing: &Missing, docket: &Docket) -> String {
    let named = |member: &Option<MemberId>| member.as_ref().and_then(|id| docket.roster.get(id));
    match missing {
        Missing::OpeningHour => words::OPENING_HOUR.to_owned(),
        Missing::President(who) => {
            named(who).map_or_else(|| words::PRESIDENT.to_owned(), |member| words::who_presided(&member.name))
        }
        Missing::Secretary(who) => {
            named(who).map_or_else(|| words::THE_SECRETARY.to_owned(), |member| words::who_was_secretary(&member.name))
        }
        Missing::Agenda => words::REPORTS_OF_THE_AGENDA.to_owned(),
        Missing::ReportText(_) => words::REPORT_TEXT.to_owned(),
        Missing::Discussions(_) => words::DISCUSSIONS.to_owned(),
        Missing::Tellers(_) => counting::TELLERS.to_owned(),
        Missing::Candidates(_) => counting::CANDIDATES.to_owned(),
        Missing::BallotHours(_) => counting::BALLOT_HOURS.to_owned(),
        Missing::Place => words::PLACE.to_owned(),
        Missing::ClosingHour => words::CLOSING_HOUR.to_owned(),
    }
}

/// The list of what is to be completed, one line a kind: « Teneur des discussions, rapports n° 01 et 02 (art. L.2121-15 du
/// CGCT) ».
#[must_use]
pub fn list(mentions: &[Mention], docket: &Docket) -> Vec<String> {
    let mut lines: Vec<(String, Option<Article>, Vec<&ReportId>)> = Vec::new();
    for Mention { missing, article } in mentions {
        let asked = capitalised(&asked(missing, docket));
        let report = match missing {
            Missing::ReportText(report)
            | Missing::Discussions(report)
            | Missing::Tellers(report)
            | Missing::Candidates(report)
            | Missing::BallotHours(report) => Some(report),
            _ => None,
        };
        match lines.last_mut() {
            Some((said, _, reports)) if *said == asked && !reports.is_empty() => reports.extend(report),
            _ => lines.push((asked, *article, report.into_iter().collect())),
        }
    }
    let line = |(asked, article, reports): (String, Option<Article>, Vec<&ReportId>)| {
        let of = of_the_reports(&reports);
        // What custom asks for has no article.
        let because = if article.is_none() { " (usage)".to_owned() } else { in_brackets(article) };
        format!("{asked}{of}{because}")
    };
    lines.into_iter().map(line).collect()
}

fn of_the_reports(reports: &[&ReportId]) -> String {
    let numbers: Vec<String> = reports.iter().map(ToString::to_string).collect();
    match numbers.len() {
        0 => String::new(),
        1 => format!(", rapport n° {}", enumerate(&numbers)),
        _ => format!(", rapports n° {}", enumerate(&numbers)),
    }
}

/// « 5 mentions à compléter ».
#[must_use]
pub fn how_many(mentions: usize) -> String {
    format!("{} à compléter", count(mentions, "mention", "mentions"))
}

/// Before the list, after the name of a session file: « procès-verbal, 2 mentions à compléter : ».
#[must_use]
pub fn in_the_minutes(mentions: &[Mention], docket: &Docket) -> Vec<String> {
    if mentions.is_empty() {
        return Vec::new();
    }
    let lines = list(mentions, docket);
    let head = format!("Procès-verbal : {}.", how_many(mentions.len()));
    std::iter::once(head).chain(lines.into_iter().map(|line| format!("  – {line}"))).collect()
}

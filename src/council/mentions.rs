//! What the minutes must say and the sitting does not know yet: the list of art. L.2121-15 since 1 July 2022, of what
//! held before, and what councils write by custom.
//!
//! What the record always has is never missing: the day, the members present or represented, the quorum, the results.
//! Nor is a request for a particular ballot (*demande de scrutin particulier*): those that were made are recorded with what
//! came of them, and where there are none the minutes say so.

use super::agenda::{Report, ReportKind};
use super::chronicle::What;
use super::id::{MemberId, ReportId};
use super::law::{Article, Subject};
use super::notes::Notes;
use super::outcome::Outcome;
use super::room::{Room, Seat};
use super::sitting::{Done, Sitting, Stage};

/// Something that the minutes must say and that nobody has given yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What.
    pub missing: Missing,
    /// Where the law asks for it on that day; `None` for what custom alone asks for.
    pub article: Option<Article>,
}

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The hour of the opening.
    OpeningHour,
    /// Who presided; the one who should have and was not there, if one is named.
    President(Option<MemberId>),
    /// Who kept the minutes; the one who should have and was not there, if one is named.
    Secretary(Option<MemberId>),
    /// The agenda holds no report.
    Agenda,
    /// The report on which that act was adopted has no text.
    ReportText(ReportId),
    /// What was said in that report (*teneur des discussions*).
    Discussions(ReportId),
    /// Who counted the ballots of that report: custom.
    Tellers(ReportId),
    /// Who stood in that report: custom.
    Candidates(ReportId),
    /// When the urn of a round was closed: custom.
    BallotHours(ReportId),
    /// Where the council met: custom.
    Place,
    /// The hour of the close: custom.
    ClosingHour,
}

/// What is missing in the minutes of the sitting as it stands, in the order of the law. Before the opening only what
/// should be known by then.
#[must_use]
pub fn missing(sitting: &Sitting, notes: &Notes) -> Vec<Mention> {
    let rules = sitting.rules();
    let minutes = rules.article(Subject::Minutes);
    let mut all = Vec::new();
    let mut add = |missing, article| all.push(Mention { missing, article });
    let is_open = sitting.opening().is_some();
    if is_open && sitting.opened_at().is_none() {
        add(Missing::OpeningHour, minutes);
    }
    if !has_president(sitting) {
        let named = sitting.opening().map_or_else(|| sitting.chair(), |opening| opening.chair.as_ref());
        add(Missing::President(named.cloned()), minutes);
    }
    for secretary in secretaries(sitting) {
        add(Missing::Secretary(secretary), minutes.or_else(|| rules.article(Subject::Secretary)));
    }
    if sitting.docket().agenda.reports().next().is_none() {
        add(Missing::Agenda, minutes);
    }
    let done = || sitting.docket().agenda.reports().filter_map(|it| Some((it, sitting.progress(&it.id)?.done()?)));
    // The list before 1 July 2022 had no reports in it.
    for (report, _) in done().filter(|(report, done)| wants_a_text(report, done.outcome) && !report.has_text()) {
        if minutes.is_some() {
            add(Missing::ReportText(report.id.clone()), minutes);
        }
    }
    for (report, _) in done().filter(|(report, done)| wants_discussions(report, done, notes)) {
        add(Missing::Discussions(report.id.clone()), minutes);
    }
    let is_secret = |wants: fn(&Sitting, &Report) -> bool| done().filter(move |(report, _)| wants(sitting, report));
    is_secret(wants_tellers).for_each(|(report, _)| add(Missing::Tellers(report.id.clone()), None));
    is_secret(wants_candidates).for_each(|(report, _)| add(Missing::Candidates(report.id.clone()), None));
    is_secret(wants_ballot_hours).for_each(|(report, _)| add(Missing::BallotHours(report.id.clone()), None));
    if sitting.docket().meeting.place.is_none() {
        add(Missing::Place, None);
    }
    if sitting.stage() == Stage::Closed && sitting.closed_at().is_none() {
        add(Missing::ClosingHour, None);
    }
    all
}

/// Whether an act came of that report, so that the minutes hold the text on which it was adopted.
#[must_use]
pub fn wants_a_text(report: &Report, outcome: Outcome) -> bool {
    report.kind.makes_an_act() && (outcome.is_adopted() || outcome == Outcome::Acknowledged)
}

/// Whether what was said in that report is missing. A report that was withdrawn was not discussed; earlier minutes that are
/// settled have remarks, which are recorded; those put to one vote are discussed as one.
#[must_use]
pub fn wants_discussions(report: &Report, done: &Done, notes: &Notes) -> bool {
    let together = &done.vote.together;
    let is_noted = |id: &ReportId| notes.of(id).is_some();
    if is_noted(&report.id) || together.iter().any(is_noted) || done.outcome == Outcome::Withdrawn {
        return false;
    }
    // An election is not debated.
    if matches!(report.kind, ReportKind::Election { .. }) {
        return false;
    }
    if matches!(report.kind, ReportKind::PreviousMinutes { .. }) && done.outcome == Outcome::Settled {
        return false;
    }
    together.first().is_none_or(|first| *first == report.id)
}

/// Whether nobody is named who counted the ballots of the vote on that report.
#[must_use]
pub fn wants_tellers(sitting: &Sitting, report: &Report) -> bool {
    sitting.secret_vote(&report.id, None).is_some_and(|secret| secret.tellers.is_empty() && secret.urn().is_some())
}

/// Whether an election by name has a round in which nobody is known to stand.
#[must_use]
pub fn wants_candidates(sitting: &Sitting, report: &Report) -> bool {
    let by_name = sitting.contest(&report.id).is_some_and(|contest| !contest.form.is_by_list());
    let rounds = sitting.secret_vote(&report.id, None).map_or(&[][..], |secret| &secret.rounds);
    by_name && rounds.iter().filter_map(|round| round.urn.as_ref()).any(|urn| urn.standing.is_empty())
}

/// Whether a round of the election of those who take up their office at once has no hour.
#[must_use]
pub fn wants_ballot_hours(sitting: &Sitting, report: &Report) -> bool {
    let is_of_an_office = matches!(report.kind, ReportKind::Election { office, .. } if office.is_taken_up_at_once());
    let rounds = sitting.secret_vote(&report.id, None).map_or(&[][..], |secret| &secret.rounds);
    is_of_an_office && rounds.iter().filter_map(|round| round.urn.as_ref()).any(|urn| urn.closed_at.is_none())
}

/// Whether somebody who was there is known to have presided.
fn has_president(sitting: &Sitting) -> bool {
    let now = sitting.room();
    let (room, chair) = match sitting.opening() {
        Some(opening) => (&opening.room, opening.chair.as_ref()),
        None => (&now, sitting.chair()),
    };
    // Nobody presided when it was opened: whoever took the chair first did.
    let taken = |it: &super::chronicle::Happening| matches!(it.what, What::ChairTaken { report: None, .. });
    chair.is_some_and(|chair| was_there(chair, room)) || sitting.chronicle().happenings().iter().any(taken)
}

/// Each secretary who was named and was not there; `None` if nobody is named.
fn secretaries(sitting: &Sitting) -> Vec<Option<MemberId>> {
    let now = sitting.room();
    let (room, at_first) = match sitting.opening() {
        Some(opening) => (&opening.room, opening.secretaries.as_slice()),
        None => (&now, sitting.secretaries()),
    };
    if sitting.secretaries() != at_first {
        // Named since: whoever was away at the opening is replaced.
        return if sitting.secretaries().is_empty() { vec![None] } else { Vec::new() };
    }
    if at_first.is_empty() {
        return vec![None];
    }
    at_first.iter().filter(|secretary| !was_there(secretary, room)).map(|secretary| Some(secretary.clone())).collect()
}

fn was_there(member: &MemberId, room: &Room) -> bool {
    room.seat(member).is_some_and(Seat::is_present)
}

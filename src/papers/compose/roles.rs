//! What each member is at a moment of the sitting: whoever is elected in it has the office from the proclamation on, and whoever
//! had it before has it no more.

use std::borrow::Cow;

use crate::council::chronicle::What;
use crate::council::election::Office;
use crate::council::id::ReportId;
use crate::council::name::fold;
use crate::council::outcome::Outcome;
use crate::council::roster::Member;
use crate::council::sitting::{ElectedMember, Progress, Sitting};
use crate::french::elections::title;

/// A moment of the sitting.
#[derive(Clone, Copy)]
pub enum Moment<'a> {
    /// Its opening: nobody was elected in it yet.
    Opening,
    /// The result of that report, those proclaimed before it counted; as things stand if it is not proclaimed.
    Report(&'a ReportId),
    /// As things stand.
    Now,
}

/// A member with the function of that moment.
pub fn with_role<'a>(sitting: &'a Sitting, member: &'a Member, at: Moment<'_>) -> Cow<'a, Member> {
    let elections = elections_until(sitting, at);
    let won = elections.iter().rev().find_map(|(office, elected)| {
        let of_the_member = elected.iter().find(|it| it.member == member.id)?;
        Some(title(*office, sitting.docket().body.kind, of_the_member.post, member.name.civility))
    });
    let role = match (won, &member.role) {
        (Some(role), _) => Some(role),
        (None, Some(role)) if elections.iter().any(|(office, _)| is_filled_anew(*office, member, role)) => None,
        (None, _) => return Cow::Borrowed(member),
    };
    Cow::Owned(Member { role, ..member.clone() })
}

/// Whether the election of that office leaves nobody else with such a function.
fn is_filled_anew(office: Office, member: &Member, role: &str) -> bool {
    let role = fold(role);
    match office {
        Office::Mayor => role == "maire" || role.starts_with("maire "),
        Office::President => role == "president" || role == "presidente",
        Office::Deputies | Office::VicePresidents => member.deputy_rank().is_some(),
        _ => false,
    }
}

/// The elections to an office that were proclaimed by then, in the order of their proclamations.
fn elections_until(sitting: &Sitting, at: Moment<'_>) -> Vec<(Office, Vec<ElectedMember>)> {
    let before = match at {
        Moment::Opening => return Vec::new(),
        Moment::Report(report) => Some(report),
        Moment::Now => None,
    };
    let proclaimed = sitting.chronicle().happenings().iter().filter_map(|happening| match &happening.what {
        What::Proclaimed(report) => Some(report),
        _ => None,
    });
    let mut all = Vec::new();
    for report in proclaimed.take_while(|report| Some(*report) != before) {
        let is_elected =
            sitting.progress(report).and_then(Progress::done).is_some_and(|done| done.outcome == Outcome::Elected);
        let office = sitting.contest(report).map(|contest| contest.office);
        if let Some(office) = office.filter(|office| is_elected && office.is_taken_up_at_once()) {
            all.push((office, sitting.elected(report)));
        }
    }
    all
}

//! What the elections of the last séance made of whom: the next file says « maire » of whoever was elected mayor.

use std::collections::BTreeMap;

use crate::council::agenda::ReportKind;
use crate::council::election::Office;
use crate::council::id::MemberId;
use crate::council::outcome::Outcome;
use crate::council::sitting::Sitting;
use crate::french::elections::title;

/// Who was elected to what.
#[derive(Debug, Default)]
pub struct Installed {
    /// The mayor or the president, if one was elected: whatever anybody did before him is over (CGCT, art. L.2122-10).
    pub head: Option<MemberId>,
    titles: BTreeMap<MemberId, String>,
}

impl Installed {
    /// By the elections that were proclaimed.
    pub fn of(sitting: &Sitting) -> Self {
        let docket = sitting.docket();
        let mut installed = Self::default();
        for report in docket.agenda.reports() {
            let ReportKind::Election { office, .. } = report.kind else { continue };
            let is_done = sitting.done_on(&report.id, None).is_some_and(|done| done.outcome == Outcome::Elected);
            let is_a_function = office.presides() || matches!(office, Office::Deputies | Office::VicePresidents);
            if !is_done || !is_a_function {
                continue;
            }
            for elected in sitting.elected(&report.id) {
                let civility = docket.roster.get(&elected.member).and_then(|member| member.name.civility);
                let title = title(office, docket.body.kind, elected.post, civility);
                if office.presides() {
                    installed.head = Some(elected.member.clone());
                }
                installed.titles.insert(elected.member, title);
            }
        }
        installed
    }

    /// What a member does from now on, who did that before.
    pub fn role(&self, member: &MemberId, before: Option<&String>) -> Option<String> {
        let kept = before.filter(|_| self.head.is_none());
        self.titles.get(member).or(kept).cloned()
    }
}

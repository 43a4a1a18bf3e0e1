//! The minutes settled (*procès-verbal arrêté*), once the sitting is over.

use jiff::civil::Date;

use super::Consequences;
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::notes::NoteSums;
use crate::council::settlement::Settlement;
use crate::council::sitting::Sitting;

impl Sitting {
    /// Source: CGCT, art. L.2121-15: settled at the beginning of the next sitting.
    ///
    /// After the close nothing is taken back: what was settled wrongly is settled again, for a reason.
    pub(super) fn settle_minutes(&self, on: Date, remarks: Option<&str>, notes: &NoteSums) -> Consequences {
        if !self.stage().is_over() {
            return Err(Finding::NotOver.into());
        }
        let sitting = self.docket().meeting.date;
        if on < sitting {
            return Err(Finding::SettledBeforehand { on, sitting }.into());
        }
        let remarks = remarks.map(str::trim).filter(|remarks| !remarks.is_empty()).map(str::to_owned);
        let settlement = Settlement { on, remarks, notes: notes.clone() };
        if self.settlement() == Some(&settlement) {
            return Err(Finding::NothingToDo.into());
        }
        let again = self.settlement().map(|before| Finding::SettledAlready(before.on));
        let Settlement { on, remarks, notes } = settlement;
        Ok((vec![Event::MinutesSettled { on, remarks, notes }], again.into_iter().collect()))
    }
}

//! The days of birth of the members: none is after the sitting, and nobody is older than anybody ever was.

use jiff::civil::Date;

use super::members::Draft;
use super::problem::ProblemKind;
use super::reading::Reading;
use super::room::RoomProblem;

/// From how many years on an age is a slip of the keyboard: « 1864 » for « 1964 ».
const OLDEST: i16 = 120;

/// Notes the days of birth that cannot be.
pub fn check(drafts: &[Draft], sitting: Option<Date>, reading: &mut Reading<'_>) {
    let Some(sitting) = sitting else { return };
    for draft in drafts {
        let Some(birth) = draft.birth else { continue };
        let age =
            sitting.year() - birth.year() - i16::from((birth.month(), birth.day()) > (sitting.month(), sitting.day()));
        let name = draft.name.listed();
        let problem = match age {
            _ if birth >= sitting => RoomProblem::BornAfter(name),
            OLDEST.. => RoomProblem::BornTooEarly { name, age },
            _ => continue,
        };
        reading.note(ProblemKind::Room(problem), draft.origin.spot(&["naissance"]));
    }
}

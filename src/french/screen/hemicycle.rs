//! The words of the hemicycle: what its signs mean.

use crate::french::numbers::count;

/// A voice for.
pub const FOR: &str = "pour";
/// A voice against.
pub const AGAINST: &str = "contre";
/// A voice that abstains.
pub const ABSTAINS: &str = "abstention";
/// A voice that takes no part.
pub const TAKES_NO_PART: &str = "NPPV";
/// The same said by the holder of a power.
pub const CARRIED: &str = "par pouvoir";
/// A voice not called yet.
pub const AWAITED: &str = "à appeler";
/// A member who is there.
pub const PRESENT: &str = "présent";
/// A member who is represented.
pub const REPRESENTED: &str = "représenté";
/// A member who must take no part.
pub const WITHDRAWN: &str = "déport";
/// A member who is excused.
pub const EXCUSED: &str = "excusé";
/// A member who is absent.
pub const ABSENT: &str = "absent";
/// A member who does not say or do the same in all of several reports.
pub const DIFFERS: &str = "selon le rapport";
/// Members of no group.
pub const NO_GROUP: &str = "sans groupe";

/// « et 3 autres groupes ».
#[must_use]
pub fn other_groups(groups: usize) -> String {
    format!("et {}", count(groups, "autre groupe", "autres groupes"))
}

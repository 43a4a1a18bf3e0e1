//! When the minutes were settled (*procès-verbal arrêté*): at the beginning of the next sitting (CGCT, art. L.2121-15).

use jiff::civil::Date;

use super::notes::NoteSums;

/// The minutes as they were settled. Until then they are a draft.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Settlement {
    /// The day of the sitting that settled them.
    pub on: Date,
    /// What was remarked, in the words of the secretary; `None` if nothing was.
    pub remarks: Option<String>,
    /// The notes that they were settled with.
    pub notes: NoteSums,
}

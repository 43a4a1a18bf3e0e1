//! What an assembly settles for itself in its session file: rules that differ from the table of the law, each with its
//! reason, and habits of its papers.

use super::kind::ReportKind;
use super::law::value::Value;
use super::majority::Majority;

/// A rule in place of the table's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// What holds.
    pub value: T,
    /// Why: the article of the statutes, of the *règlement intérieur*. It is printed in the minutes.
    pub reason: String,
}

/// The settings of a body (*réglages*).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How many must be there.
    pub quorum: Option<Setting<Value>>,
    /// How many powers one member may hold.
    pub proxies_per_holder: Option<Setting<u32>>,
    /// Whether whoever presides decides when votes are equal.
    pub casting_vote: Option<Setting<bool>>,
    /// Whether members may attend from afar.
    pub remote: Option<Setting<bool>>,
    /// How many members may ask for a sitting in camera.
    pub in_camera_askers: Option<Setting<u32>>,
    /// For how many sittings in a row a power may last; 0 for no limit.
    pub proxy_run: Option<Setting<u32>>,
    /// How an arrival or a departure is dated in the minutes.
    pub movements: MovementStyle,
    /// Whether those who take no part by choice are counted among the voters. A *déport* never is.
    pub nppv_in_voters: bool,
    /// The majority that each kind of report takes, where a text of this body asks for another than the law's.
    pub majorities: Vec<(ReportKind, Setting<Majority>)>,
}

/// How an arrival or a departure is dated in the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MovementStyle {
    /// « à 19 h 10, avant le vote du rapport n° 5 ».
    #[default]
    HourAndReport,
    /// « à 19 h 10 »; the report where no hour is known.
    Hour,
    /// « avant le vote du rapport n° 5 ».
    Report,
}

//! The words of a paper as a web page that no other format needs.

/// Over the nine figures of a vote.
pub const FIGURES_OF_THE_VOTE: &str = "Chiffres du vote";
/// Before the number of a page.
pub const PAGE: &str = "page ";
/// Between the number of a page and how many there are.
pub const OF: &str = " / ";

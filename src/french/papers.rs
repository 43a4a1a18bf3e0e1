//! The fixed words of the papers.

/// The mark of a paper that may still change.
pub const DRAFT: &str = "PROJET";
/// An empty list of names.
pub const NOBODY: &str = "Néant";

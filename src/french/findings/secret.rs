//! The findings of a secret ballot and of an election, each as one sentence and what to do next.

use crate::council::finding::SecretFinding;
use crate::council::roster::Roster;

/// What is wrong, in one sentence, without code or article.
#[must_use]
pub fn sentence(finding: &SecretFinding, _roster: &Roster) -> String {
    format!("{}.", finding.code())
}

/// What to do next.
#[must_use]
pub fn next_step(_finding: &SecretFinding) -> &'static str {
    "Vérifiez le vote."
}

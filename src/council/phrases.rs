//! The sentences that an assembly writes in place of the program's own (*formules*). The defaults are in `french`.

use std::collections::BTreeMap;

/// Sentences of the assembly, by what they say: the word of the session file, and the sentence with its `{champs}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases(pub BTreeMap<String, String>);

impl Phrases {
    /// These sentences, and those of `others` where these say nothing.
    #[must_use]
    pub fn over(&self, others: &Self) -> Self {
        let mut all = others.0.clone();
        all.extend(self.0.clone());
        Self(all)
    }
}

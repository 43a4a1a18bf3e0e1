//! The sentences that an assembly writes in place of the program's own (*formules*). The defaults are in `french`.

use std::collections::BTreeMap;

/// Sentences of the assembly, by what they say: the word of the session file, and the sentence with its `{champs}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases(pub BTreeMap<String, String>);

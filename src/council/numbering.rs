//! The numbers of the acts: the pattern of the assembly (*numérotation*).

/// How acts are numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// The pattern: `{annee}_CT2_{rang:03}`.
    pub pattern: String,
    /// Whether a rejected report takes a number too.
    pub rejected: bool,
}

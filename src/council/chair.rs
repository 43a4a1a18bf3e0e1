//! By what title whoever presides does so.

use serde::{Deserialize, Serialize};

/// By what title another presides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ChairTitle {
    /// In the order of replacement: the president is away or must not take part.
    #[serde(rename = "Remplacement")]
    Replacing,
    /// Elected by the council for it.
    #[serde(rename = "Election")]
    Elected,
    /// The president takes the chair back.
    #[serde(rename = "Retour")]
    Returning,
    /// The eldest member: while who presides is to be elected (*doyen d'âge*, art. L.2122-8 of the CGCT).
    #[serde(rename = "DoyenDAge")]
    Eldest,
    /// Elected mayor or president in this sitting, who takes the chair at once (*installation*).
    #[serde(rename = "Installation")]
    Installed,
}

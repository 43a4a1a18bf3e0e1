//! The gestures by their names, in the words of the secretary.

/// A gesture, under the name that the list of commands gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each gesture is documented by its own words, below")]
pub enum Gesture {
    Way,
    Rectify,
    Resume,
    Public,
    Recuse,
    EndRecusal,
    Chair,
    Secretaries,
    Rapporteur,
    Seat,
    EndProxy,
    InCamera,
    Suspend,
    Adjourn,
    MendHour,
    Settle,
    Close,
}

impl Gesture {
    /// Every gesture, in the order of the list.
    pub const ALL: [Self; 17] = [
        Self::Way,
        Self::Resume,
        Self::Public,
        Self::Recuse,
        Self::EndRecusal,
        Self::Chair,
        Self::Secretaries,
        Self::Rapporteur,
        Self::Seat,
        Self::EndProxy,
        Self::InCamera,
        Self::Suspend,
        Self::Adjourn,
        Self::MendHour,
        Self::Rectify,
        Self::Settle,
        Self::Close,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Way => "Manière de relever le vote",
            Self::Rectify => "Rectifier un vote proclamé",
            Self::Resume => "Reprendre la séance",
            Self::Public => "Revenir en séance publique",
            Self::Recuse => "Déport d’un membre",
            Self::EndRecusal => "Fin d’un déport",
            Self::Chair => "Autre présidence",
            Self::Secretaries => "Secrétaires et auxiliaires",
            Self::Rapporteur => "Autre rapporteur",
            Self::Seat => "Faire siéger un suppléant, installer un membre",
            Self::EndProxy => "Retirer un pouvoir",
            Self::InCamera => "Huis clos",
            Self::Suspend => "Suspendre la séance",
            Self::Adjourn => "Ajourner faute de quorum",
            Self::MendHour => "Corriger une heure",
            Self::Settle => "Arrêter le procès-verbal",
            Self::Close => "Lever la séance",
        }
    }
}

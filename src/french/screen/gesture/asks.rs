//! The questions of the gestures.

/// A question of a gesture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each question is documented by its own words, below")]
pub enum Ask {
    Gesture,
    WhoIsRecused,
    Report,
    Ground,
    Room,
    Note,
    Recusal,
    WhoPresides,
    Over,
    Secretaries,
    Assistants,
    Rapporteur,
    Seat,
    Proxy,
    Askers,
    HowVoted,
    For,
    Against,
    Abstentions,
    NotTakingPart,
    Way,
    Stated,
    ChairSaid,
    HourOfWhat,
    NewHour,
    ReportToRectify,
    WhoIsRectified,
    WhoElseIsRectified,
    Rectified,
    Reason,
    SettledOn,
    Remarks,
}

impl Ask {
    /// The question.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Gesture => "Que faire ?",
            Self::WhoIsRecused => "Qui se déporte ?",
            Self::Report => "Pour quel rapport ?",
            Self::Ground => "À quel titre ?",
            Self::Room => "Quitte la salle ?",
            Self::Note => "Précision, si elle doit être écrite",
            Self::Recusal => "Quel déport prend fin ?",
            Self::WhoPresides => "Qui préside ?",
            Self::Over => "Pour un seul rapport, ou pour la suite ?",
            Self::Secretaries => "Qui est secrétaire ?",
            Self::Assistants => "Auxiliaires, séparés par des virgules",
            Self::Rapporteur => "Qui rapporte ?",
            Self::Seat => "Qui siège ?",
            Self::Proxy => "Quel pouvoir prend fin ?",
            Self::Askers => "Qui demande le huis clos ?",
            Self::HowVoted => "Comment a voté le conseil ?",
            Self::For => "Combien de voix pour ?",
            Self::Against => "Combien de voix contre ?",
            Self::Abstentions => "Combien d’abstentions ?",
            Self::NotTakingPart => "Combien ne prennent pas part au vote ?",
            Self::Way => "Comment relever ce vote ?",
            Self::Stated => "Quel est le résultat ?",
            Self::ChairSaid => "Égalité : comment a voté la présidence ?",
            Self::HourOfWhat => "L’heure de quoi ?",
            Self::NewHour => "Quelle est la bonne heure ?",
            Self::ReportToRectify => "Quel rapport ?",
            Self::WhoIsRectified => "Pour qui était-ce faux ?",
            Self::WhoElseIsRectified => "Pour qui d’autre ?",
            Self::Rectified => "Qu’en était-il ?",
            Self::Reason => "Motif de la rectification",
            Self::SettledOn => "Arrêté à la séance de quel jour ?",
            Self::Remarks => "Remarques, s’il y en a",
        }
    }
}

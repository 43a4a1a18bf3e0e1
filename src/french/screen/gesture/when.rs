//! When a gesture can be done that cannot be done now.

use super::Gesture;

impl Gesture {
    /// When it can be done: « pendant un vote ».
    #[must_use]
    pub fn when(self) -> &'static str {
        match self {
            Self::Way | Self::Majority => "pendant un vote, avant son résultat",
            Self::PublicBallot => "pendant un vote relevé par les noms",
            Self::SecretBallot => "pendant un vote qui n’est pas encore secret",
            Self::WaiveSecrecy => "sur une désignation qu’aucun texte ne veut secrète, avant son résultat",
            Self::Tellers => "pendant un scrutin secret",
            Self::Eldest => "à égalité au dernier tour, si les âges manquent au fichier",
            Self::Lists => "sur une élection par liste, l’urne ouverte",
            Self::Posts | Self::Form => "sur une élection, l’urne ouverte",
            Self::Together => "pendant un vote, s’il reste d’autres rapports",
            Self::LeaveGroup => "pendant un vote groupé",
            Self::Rectify => "une fois un résultat proclamé",
            Self::Put | Self::Drop => "quand un amendement, un renvoi… a été déposé",
            Self::Amendment | Self::Part | Self::Postpone | Self::PreviousQuestion => {
                "sur un rapport mis aux voix, avant le vote de son texte"
            }
            Self::Candidates => "sur une désignation pas encore proclamée",
            Self::Remark => "sur l’arrêt d’un procès-verbal précédent",
            Self::ChangeText | Self::Withdraw | Self::Recuse | Self::Rapporteur => {
                "tant qu’un rapport n’est pas proclamé"
            }
            Self::EndRecusal => "quand un membre s’est déporté",
            Self::Chair | Self::Secretaries => "tant que la séance n’est pas finie",
            Self::Seat => "quand un suppléant ou un nouveau membre peut siéger",
            Self::EndProxy => "quand un pouvoir est donné",
            Self::Resume => "la séance suspendue",
            Self::Public => "pendant le huis clos",
            Self::InCamera => "en séance publique, la séance ouverte",
            Self::AddReport | Self::Suspend => "la séance ouverte",
            Self::Adjourn => "quand le quorum manque",
            Self::MendHour => "une fois une heure notée",
            Self::Settle => "la séance levée",
            Self::Close => "la séance ouverte, aucun vote en cours",
        }
    }
}

/// A gesture that cannot be done now: « Reprendre la séance : la séance suspendue. »
#[must_use]
pub fn later(gesture: Gesture) -> String {
    format!("Pas maintenant. {} : {}.", gesture.name(), gesture.when())
}

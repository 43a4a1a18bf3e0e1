//! The gestures by their names, in the words of the secretary, and the matters that they are listed under.

use crate::french::screen::help::Purpose;

/// A gesture, under the name that the list of commands gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each gesture is documented by its own words, below")]
pub enum Gesture {
    Way,
    PublicBallot,
    SecretBallot,
    WaiveSecrecy,
    Tellers,
    Eldest,
    Majority,
    Together,
    LeaveGroup,
    Rectify,
    Put,
    Drop,
    Amendment,
    Part,
    Postpone,
    PreviousQuestion,
    Candidates,
    Lists,
    Posts,
    Form,
    Remark,
    ChangeText,
    Withdraw,
    AddReport,
    Rapporteur,
    Recuse,
    EndRecusal,
    Chair,
    Secretaries,
    Seat,
    EndProxy,
    Resume,
    Public,
    InCamera,
    Suspend,
    Adjourn,
    MendHour,
    Settle,
    Close,
}

/// What gestures are about: the headings of their list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each matter is documented by its own words, below")]
pub enum Matter {
    Now,
    Vote,
    Report,
    Room,
    Sitting,
    Keys(Purpose),
    Later,
}

impl Matter {
    /// Its heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Now => "Maintenant",
            Self::Vote => "Le vote",
            Self::Report => "Le rapport",
            Self::Room => "La salle",
            Self::Sitting => "La séance",
            Self::Keys(purpose) => purpose.name(),
            Self::Later => "Pas maintenant",
        }
    }
}

impl Gesture {
    /// Every gesture, in the order of the list: what stands in its left column, then what stands in its right.
    pub const ALL: [Self; 39] = [
        Self::Way,
        Self::PublicBallot,
        Self::SecretBallot,
        Self::WaiveSecrecy,
        Self::Tellers,
        Self::Eldest,
        Self::Majority,
        Self::Together,
        Self::LeaveGroup,
        Self::Rectify,
        Self::Recuse,
        Self::EndRecusal,
        Self::Chair,
        Self::Secretaries,
        Self::Seat,
        Self::EndProxy,
        Self::Put,
        Self::Drop,
        Self::Amendment,
        Self::Part,
        Self::Postpone,
        Self::PreviousQuestion,
        Self::Candidates,
        Self::Lists,
        Self::Posts,
        Self::Form,
        Self::Remark,
        Self::ChangeText,
        Self::Withdraw,
        Self::AddReport,
        Self::Rapporteur,
        Self::Resume,
        Self::Public,
        Self::InCamera,
        Self::Suspend,
        Self::Adjourn,
        Self::MendHour,
        Self::Settle,
        Self::Close,
    ];

    /// What it is about.
    #[must_use]
    pub fn matter(self) -> Matter {
        match self {
            Self::Way
            | Self::PublicBallot
            | Self::SecretBallot
            | Self::WaiveSecrecy
            | Self::Tellers
            | Self::Eldest
            | Self::Majority
            | Self::Together
            | Self::LeaveGroup
            | Self::Rectify => Matter::Vote,
            Self::Put
            | Self::Drop
            | Self::Amendment
            | Self::Part
            | Self::Postpone
            | Self::PreviousQuestion
            | Self::Candidates
            | Self::Lists
            | Self::Posts
            | Self::Form
            | Self::Remark
            | Self::ChangeText
            | Self::Withdraw
            | Self::AddReport
            | Self::Rapporteur => Matter::Report,
            Self::Recuse | Self::EndRecusal | Self::Chair | Self::Secretaries | Self::Seat | Self::EndProxy => {
                Matter::Room
            }
            Self::Resume
            | Self::Public
            | Self::InCamera
            | Self::Suspend
            | Self::Adjourn
            | Self::MendHour
            | Self::Settle
            | Self::Close => Matter::Sitting,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Way => "Manière de relever le vote",
            Self::PublicBallot => "Scrutin public",
            Self::SecretBallot => "Scrutin secret",
            Self::WaiveSecrecy => "Main levée à l’unanimité",
            Self::Tellers => "Scrutateurs, assesseurs",
            Self::Eldest => "Égalité : le plus âgé",
            Self::Majority => "Majorité requise",
            Self::Together => "Vote groupé de rapports",
            Self::LeaveGroup => "Sortir un rapport du groupe",
            Self::Rectify => "Rectifier un vote proclamé",
            Self::Put => "Mettre un amendement aux voix",
            Self::Drop => "Retirer un amendement",
            Self::Amendment => "Amendement à déposer",
            Self::Part => "Vote par division",
            Self::Postpone => "Renvoi à une autre séance",
            Self::PreviousQuestion => "Question préalable",
            Self::Candidates => "Candidatures",
            Self::Lists => "Listes de candidats",
            Self::Posts => "Nombre de postes",
            Self::Form => "Mode d’élection",
            Self::Remark => "Remarque sur le procès-verbal",
            Self::ChangeText => "Texte modifié en séance",
            Self::Withdraw => "Retirer un rapport",
            Self::AddReport => "Ajouter un rapport",
            Self::Rapporteur => "Autre rapporteur",
            Self::Recuse => "Déport d’un membre",
            Self::EndRecusal => "Fin d’un déport",
            Self::Chair => "Autre présidence",
            Self::Secretaries => "Secrétaires et auxiliaires",
            Self::Seat => "Suppléant, nouveau membre",
            Self::EndProxy => "Fin d’un pouvoir",
            Self::Resume => "Reprendre la séance",
            Self::Public => "Revenir en séance publique",
            Self::InCamera => "Huis clos",
            Self::Suspend => "Suspendre la séance",
            Self::Adjourn => "Ajourner faute de quorum",
            Self::MendHour => "Corriger une heure",
            Self::Settle => "Arrêter le procès-verbal",
            Self::Close => "Lever la séance",
        }
    }

    /// Other words by which it is found.
    #[must_use]
    pub fn also(self) -> &'static str {
        match self {
            Self::Way => "chiffres appel nominal exception résultat unanimité sans vote",
            Self::Together => "bloc ensemble",
            Self::Put => "division renvoi question préalable",
            Self::Drop => "sans objet tombé division renvoi question préalable",
            Self::Amendment => "déposer sous-amendement",
            Self::Part => "article",
            Self::Postpone => "ajournement du rapport report",
            Self::Withdraw => "ordre du jour",
            Self::AddReport => "ordre du jour urgence vœu motion question",
            Self::Candidates => "désignation élection candidats",
            Self::SecretBallot => "urne bulletins vote à bulletin secret",
            Self::WaiveSecrecy => "renoncer au scrutin secret",
            Self::Tellers => "dépouillement bureau",
            Self::Eldest => "départage doyen âge",
            Self::Lists => "élection",
            Self::Posts => "sièges adjoints",
            Self::Form => "liste uninominal proportionnelle plus fort reste plus forte moyenne",
            Self::ChangeText => "sur table",
            Self::Majority => "deux tiers trois cinquièmes",
            Self::Seat => "siéger installer",
            Self::Chair => "président préside doyen",
            Self::EndProxy => "retirer",
            _ => "",
        }
    }
}

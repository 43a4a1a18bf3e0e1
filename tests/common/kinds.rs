//! The kinds of commands, to be sure that all of them are met.

use hemicycle::council::command::Command;

/// The name of a command: one that is added has to be named here, and then to be met.
pub fn kind(command: &Command) -> &'static str {
    match command {
        Command::SetPresence { .. } => "Presence",
        Command::GiveProxy { .. } => "Pouvoir",
        Command::EndProxy { .. } => "FinPouvoir",
        Command::TakeSeat { .. } => "Siege",
        Command::MendHour { .. } => "Heure",
        Command::Open { .. } => "Ouvrir",
        Command::TakeChair { .. } => "Presidence",
        Command::NameSecretaries { .. } => "Secretaires",
        Command::ReplaceRapporteur { .. } => "Rapporteur",
        Command::Recuse { .. } => "Deport",
        Command::EndRecusal { .. } => "FinDeport",
        Command::OpenReport { .. } => "Rapport",
        Command::SetVoices(_) => "Voix",
        Command::Proclaim { .. } => "Proclamer",
        Command::Rectify { .. } => "Rectifier",
        Command::GoInCamera { .. } => "HuisClos",
        Command::GoPublic { .. } => "FinHuisClos",
        Command::Suspend { .. } => "Suspendre",
        Command::Resume { .. } => "Reprendre",
        Command::Adjourn { .. } => "Ajourner",
        Command::Close { .. } => "Lever",
        Command::SettleMinutes { .. } => "Arreter",
        Command::LeaveGroup(_) => "SortirDuVoteGroupe",
        Command::FileProposal(_) => "Deposer",
        Command::OpenProposal(_) => "MettreAuxVoix",
        Command::DropProposal(_) => "Abandonner",
        Command::ChooseWay(_) => "Maniere",
        Command::CountVoices(_) => "Chiffres",
        Command::StateResult(_) => "Resultat",
        Command::AskBallot(_) => "ScrutinPublic",
        Command::AskSecret(_) => "ScrutinSecret",
        Command::NameTellers(_) => "Scrutateurs",
        Command::FileLists(_) => "Listes",
        Command::FixPosts(_) => "Postes",
        Command::ChooseForm(_) => "ModeDElection",
        Command::WaiveSecrecy(_) => "MainLevee",
        Command::CloseUrn(_) => "Emargement",
        Command::CountBallots(_) => "Depouillement",
        Command::SettleTie(_) => "Departage",
        Command::NextRound(_) => "TourSuivant",
        Command::ChooseMajority(_) => "Majorite",
        Command::ChangeText(_) => "ModifierTexte",
        Command::AddReport(_) => "Ajouter",
        Command::MakeRemark(_) => "Remarque",
        Command::NameCandidates(_) => "Candidats",
        Command::Withdraw { .. } => "Retirer",
        Command::TakeOver { .. } => "Reprise du fichier",
    }
}

/// How many commands there are.
pub const KINDS: usize = 47;

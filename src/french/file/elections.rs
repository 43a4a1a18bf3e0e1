//! What does not hold together in what is elected, and in who stands, in French.

use crate::council::election::{Form, Office};
use crate::french::creation::word_of_body;
use crate::french::kinds;
use crate::store::session_file::elections::ElectionProblem;

use super::{quote, short};

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(problem: &ElectionProblem) -> String {
    match problem {
        ElectionProblem::OfficeOfAnotherBody { report, office, body } => format!(
            "Dans le rapport {}, une assemblée de genre {} n’élit pas « {} ».",
            quote(report),
            word_of_body(*body),
            word(*office)
        ),
        ElectionProblem::PostsOfOne { report, office } => {
            format!("Le rapport {} donne plusieurs postes à « {} », qui n’en a qu’un.", quote(report), word(*office))
        }
        ElectionProblem::NothingToElect { report, kind, field } => format!(
            "« {field} » va avec une élection ou une désignation, et le rapport {} est d’un autre genre ({}).",
            quote(report),
            kinds::kind(*kind)
        ),
        ElectionProblem::FormOfAnotherOffice { report, office, form } => format!(
            "Dans le rapport {}, « {} » ne s’élit pas ainsi : {}.",
            quote(report),
            word(*office),
            in_words(*form)
        ),
        ElectionProblem::ListsByName(report) => {
            format!("Dans le rapport {}, les bulletins portent des noms, et non des listes.", quote(report))
        }
        ElectionProblem::CandidatesByList(report) => {
            format!("Dans le rapport {}, les bulletins portent des listes, et non des noms.", quote(report))
        }
        ElectionProblem::OnTwoLists { name, first } => {
            format!("{} est déjà sur la liste {} : personne n’est sur deux listes.", short(name), quote(first))
        }
        ElectionProblem::ListTwice(name) => format!("Deux listes portent le nom {}.", quote(name)),
        ElectionProblem::EmptyList(name) if name.is_empty() => "Cette liste n’a aucun candidat.".to_owned(),
        ElectionProblem::EmptyList(name) => format!("La liste {} n’a aucun candidat.", quote(name)),
    }
}

/// What to do next, in one sentence.
#[must_use]
pub fn next_step(problem: &ElectionProblem) -> String {
    match problem {
        ElectionProblem::OfficeOfAnotherBody { .. } => "Corrigez « mandat », ou le genre de l’assemblée.".to_owned(),
        ElectionProblem::PostsOfOne { .. } => "Retirez « postes ».".to_owned(),
        ElectionProblem::NothingToElect { field, .. } => {
            format!("Retirez « {field} », ou écrivez : genre: Designation(postes: 2).")
        }
        ElectionProblem::FormOfAnotherOffice { office, .. } if office.is_of_one() => "Retirez « mode ».".to_owned(),
        ElectionProblem::FormOfAnotherOffice { office, .. } if office.is_always_by_list() == Some(true) => {
            "Écrivez : mode: PlusFortReste ou mode: PlusForteMoyenne, ou retirez « mode ».".to_owned()
        }
        ElectionProblem::FormOfAnotherOffice { .. } => {
            "Écrivez : mode: ParNom ou mode: ParListe, ou retirez « mode ».".to_owned()
        }
        ElectionProblem::ListsByName(_) => {
            "Écrivez : candidats: [\"DUPONT Anne\"], ou ajoutez un mode de liste : mode: ParListe.".to_owned()
        }
        ElectionProblem::CandidatesByList(_) => {
            "Écrivez : listes: [(nom: \"…\", candidats: [\"DUPONT Anne\"])].".to_owned()
        }
        ElectionProblem::OnTwoLists { .. } => "Gardez ce nom sur une seule liste.".to_owned(),
        ElectionProblem::ListTwice(_) => "Donnez à chaque liste un nom à elle.".to_owned(),
        ElectionProblem::EmptyList(_) => "Ajoutez : candidats: [\"DUPONT Anne\"], ou retirez la liste.".to_owned(),
    }
}

/// The word of an office as a session file writes it.
#[must_use]
pub fn word(office: Office) -> &'static str {
    match office {
        Office::Mayor => "Maire",
        Office::President => "President",
        Office::Deputies => "Adjoints",
        Office::Deputy => "Adjoint",
        Office::VicePresidents => "VicePresidents",
        Office::PermanentCommittee => "CommissionPermanente",
        Office::CommunityCouncillors => "ConseillersCommunautaires",
        Office::TenderCommittee => "CommissionAppelOffres",
        Office::CcasBoard => "ConseilDuCcas",
        Office::Delegates => "Delegues",
    }
}

fn in_words(form: Form) -> &'static str {
    match form {
        Form::ByName => "par nom",
        Form::ByList => "par liste, à la majorité",
        Form::HighestRemainder => "au plus fort reste",
        Form::HighestAverage => "à la plus forte moyenne",
    }
}

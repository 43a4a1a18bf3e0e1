//! What is elected, in words: titles, and the articles that an act cites.

use crate::council::docket::BodyKind;
use crate::council::election::Office;
use crate::council::law::{Article, Rules, Subject};
use crate::council::name::Civility;

use crate::french::articles::in_full;
use crate::french::grammar::Agreement;
use crate::french::letters::ordinal;

/// What the table of the elected lists.
pub const ELECTED: &str = "Élus, dans l’ordre de leur élection";
/// A column of it.
pub const FUNCTION: &str = "Fonction";
/// A column of it.
pub const WHO: &str = "Nom";

/// « maire », « 1re adjointe », « présidente », « membre de la commission d’appel d’offres »: to what one person is elected; `rank`
/// is the post, from 1.
#[must_use]
pub fn title(office: Office, body: BodyKind, rank: u32, civility: Option<Civility>) -> String {
    let agreement = Agreement::One(civility);
    match office {
        Office::Mayor if body == BodyKind::ConseilArrondissement => "maire d’arrondissement".to_owned(),
        Office::Mayor => "maire".to_owned(),
        Office::President => agreement.agreed("président"),
        Office::Deputies => format!("{} {}", ordinal(rank, civility), agreement.agreed("adjoint")),
        Office::Deputy => format!("{} au maire", agreement.agreed("adjoint")),
        Office::VicePresidents => format!("{} {}", ordinal(rank, civility), agreement.agreed("vice-président")),
        Office::PermanentCommittee | Office::TenderCommittee | Office::CcasBoard => {
            format!("membre {}", of_what(office))
        }
        Office::CommunityCouncillors => match civility {
            Some(Civility::Mr) => "conseiller communautaire".to_owned(),
            Some(Civility::Mrs) => "conseillère communautaire".to_owned(),
            None => "conseiller(ère) communautaire".to_owned(),
        },
        Office::Delegates => agreement.agreed("délégué"),
    }
}

/// The same of several: « membres de la commission permanente »; `None` where there is only one.
#[must_use]
pub fn member_of(office: Office, agreement: Agreement) -> Option<String> {
    match office {
        Office::Mayor | Office::President | Office::Deputy => None,
        Office::Deputies => Some(format!("{} au maire", agreement.agreed("adjoint"))),
        Office::VicePresidents => Some(agreement.agreed("vice-président")),
        Office::PermanentCommittee | Office::TenderCommittee | Office::CcasBoard => Some(format!(
            "{} {}",
            if matches!(agreement, Agreement::One(_)) { "membre" } else { "membres" },
            of_what(office)
        )),
        Office::CommunityCouncillors if agreement == Agreement::Women => Some("conseillères communautaires".to_owned()),
        Office::CommunityCouncillors => Some("conseillers communautaires".to_owned()),
        Office::Delegates => Some(agreement.agreed("délégué")),
    }
}

fn of_what(office: Office) -> &'static str {
    match office {
        Office::PermanentCommittee => "de la commission permanente",
        Office::TenderCommittee => "de la commission d’appel d’offres",
        _ => "du conseil d’administration du centre communal d’action sociale",
    }
}

/// « élection du maire »: what a report elects.
#[must_use]
pub fn election_of(office: Office) -> &'static str {
    match office {
        Office::Mayor => "élection du maire",
        Office::President => "élection du président",
        Office::Deputies => "élection des adjoints au maire",
        Office::Deputy => "élection d’un adjoint au maire",
        Office::VicePresidents => "élection des vice-présidents",
        Office::PermanentCommittee => "élection des membres de la commission permanente",
        Office::CommunityCouncillors => "élection des conseillers communautaires",
        Office::TenderCommittee => "élection des membres de la commission d’appel d’offres",
        Office::CcasBoard => "élection des membres du conseil d’administration du centre communal d’action sociale",
        Office::Delegates => "désignation des délégués",
    }
}

/// The articles on which an election rests, of those that the table of the law has for that body on that day.
#[must_use]
pub fn articles(office: Office, rules: &Rules) -> Vec<Article> {
    let subjects: &[Subject] = match office {
        Office::Mayor | Office::President => &[Subject::HeadElection, Subject::EldestPresides, Subject::SecretByLaw],
        Office::Deputies | Office::Deputy | Office::VicePresidents => {
            &[Subject::DeputyElection, Subject::MostDeputies, Subject::SecretByLaw]
        }
        Office::PermanentCommittee => &[Subject::PermanentCommittee, Subject::Appointment],
        Office::CommunityCouncillors => &[Subject::CommunityCouncillors, Subject::Appointment],
        Office::TenderCommittee => &[Subject::TenderCommittee, Subject::Appointment],
        Office::CcasBoard => &[Subject::CcasBoard, Subject::Appointment],
        Office::Delegates => &[Subject::Appointment],
    };
    let mut found: Vec<Article> = Vec::new();
    for article in subjects.iter().filter_map(|subject| rules.article(*subject)) {
        if !found.contains(&article) {
            found.push(article);
        }
    }
    found
}

/// « Vu l’article L.2122-8 du Code général des collectivités territoriales, »
#[must_use]
pub fn visa(article: Article) -> String {
    let to = in_full(article).to;
    let bare = if let Some(masculine) = to.strip_prefix("au ") {
        format!("le {masculine}")
    } else if let Some(several) = to.strip_prefix("aux ") {
        format!("les {several}")
    } else {
        to.strip_prefix("à ").unwrap_or(&to).to_owned()
    };
    format!("Vu {bare},")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_agrees_with_whoever_is_elected_and_has_its_rank() {
        let (mr, mrs) = (Some(Civility::Mr), Some(Civility::Mrs));
        let said = |office, rank, civility| title(office, BodyKind::Commune, rank, civility);
        assert_eq!(said(Office::Mayor, 1, mrs), "maire");
        assert_eq!(said(Office::Deputies, 1, mrs), "1re adjointe");
        assert_eq!(said(Office::Deputies, 2, mr), "2e adjoint");
        assert_eq!(said(Office::VicePresidents, 1, mr), "1er vice-président");
        assert_eq!(said(Office::VicePresidents, 3, mrs), "3e vice-présidente");
        assert_eq!(said(Office::President, 1, None), "président(e)");
        assert_eq!(said(Office::CommunityCouncillors, 1, mrs), "conseillère communautaire");
        assert_eq!(title(Office::Mayor, BodyKind::ConseilArrondissement, 1, mr), "maire d’arrondissement");
    }

    #[test]
    fn a_visa_cites_its_article_with_the_name_of_the_code() {
        assert_eq!(
            visa(Article("art. L.2122-8 du CGCT")),
            "Vu l’article L.2122-8 du Code général des collectivités territoriales,"
        );
        assert_eq!(
            visa(Article("art. L.2122-4 et L.2122-7 du CGCT")),
            "Vu les articles L.2122-4 et L.2122-7 du Code général des collectivités territoriales,"
        );
        assert_eq!(visa(Article("loi n° 2020-290, art. 10")), "Vu la loi n° 2020-290, art. 10,");
    }
}

//! The *déports* of a report: who took no part, on what ground, and the powers that fell with them.

use crate::council::hour::Hour;
use crate::council::law::{Article, Rules, Subject};
use crate::council::name::{Civility, Name};
use crate::council::recusal::{Ground, Recusal};
use crate::council::room::Seat;

use super::articles::in_brackets;
use super::grammar::{Agreement, addressed};
use super::numbers::hour;
use super::quorum::representative_article;

/// A member who took no part in a report, and where the member was meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct TakesNoPart<'a> {
    /// Who.
    pub name: &'a Name,
    /// Why and how.
    pub recusal: &'a Recusal,
    /// The member's place in the room of the report.
    pub seat: Option<&'a Seat>,
    /// When the member left, if known.
    pub at: Option<Hour>,
}

/// « Madame Rosa CHASTANG, intéressée (présidente de l’association), a quitté la salle et n’a pris part ni au débat ni au
/// vote (art. L.2131-11 du CGCT). »
#[must_use]
pub fn sentence(member: TakesNoPart<'_>, rules: &Rules) -> String {
    let who = format!("{}, {},", addressed(member.name), ground(member));
    let article = in_brackets(article(member.recusal.ground, rules));
    let at = member.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    let did = match (member.seat, member.recusal.ground) {
        (Some(Seat::Withdrawn), Ground::Accounts) => {
            let withdrawn = Agreement::with([member.name]).agreed("retiré");
            format!("s’est {withdrawn}{at} au moment du vote et n’y a pas pris part")
        }
        (Some(Seat::Withdrawn), _) => format!("a quitté la salle{at} et n’a pris part ni au débat ni au vote"),
        (Some(Seat::Recused), _) => {
            let stayed = Agreement::with([member.name]).agreed("resté");
            format!("est {stayed} dans la salle sans prendre part ni au débat ni au vote")
        }
        _ => "n’a pris part ni au débat ni au vote".to_owned(),
    };
    format!("{who} {did}{article}.")
}

/// « intéressée (présidente de l’association) ».
fn ground(member: TakesNoPart<'_>) -> String {
    let agreement = Agreement::with([member.name]);
    let ground = match member.recusal.ground {
        Ground::Interest => agreement.agreed("intéressé"),
        Ground::Representative => {
            format!("{} pour représenter l’assemblée dans l’organisme concerné", agreement.agreed("désigné"))
        }
        Ground::Accounts => "qui répond des comptes".to_owned(),
    };
    match member.recusal.note.as_deref().map(|note| note.trim().trim_end_matches('.')) {
        Some(note) if !note.is_empty() => format!("{ground} ({note})"),
        _ => ground,
    }
}

fn article(ground: Ground, rules: &Rules) -> Option<Article> {
    match ground {
        Ground::Interest => rules.article(Subject::Interest),
        Ground::Representative => representative_article(rules),
        Ground::Accounts => rules.article(Subject::Accounts),
    }
}

/// « Le quorum de ce rapport est compté sans elle, ni parmi les présents ni parmi les membres en exercice. »
#[must_use]
pub fn out_of_the_quorum(name: &Name) -> String {
    let without = match name.civility {
        Some(Civility::Mr) => "lui",
        Some(Civility::Mrs) => "elle",
        None => "ce membre",
    };
    format!("Le quorum de ce rapport est compté sans {without}, parmi les présents comme parmi les membres en exercice.")
}

/// « Le pouvoir donné par Monsieur Omar HENNEBERT à Monsieur Luc BAUDRY n’a pas été exercé pour ce rapport. »
#[must_use]
pub fn power_falls(giver: &Name, holder: &Name) -> String {
    format!(
        "Le pouvoir donné par {} à {} n’a pas été exercé pour ce rapport.",
        addressed(giver),
        addressed(holder)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::docket::BodyKind;

    fn said(civility: Option<Civility>, ground: Ground, seat: &Seat, note: Option<&str>, at: Option<Hour>) -> String {
        let name = Name { surname: "DI CARO".to_owned(), first: "Camille".to_owned(), civility };
        let recusal = Recusal { ground, left_room: *seat == Seat::Withdrawn, note: note.map(str::to_owned) };
        let rules = Rules::on(BodyKind::Commune, jiff::civil::date(2025, 3, 3));
        sentence(TakesNoPart { name: &name, recusal: &recusal, seat: Some(seat), at }, &rules)
    }

    #[test]
    fn each_ground_and_each_place_has_its_sentence_in_the_gender_of_the_member() {
        let (mr, mrs) = (Some(Civility::Mr), Some(Civility::Mrs));
        assert_eq!(
            said(mrs, Ground::Interest, &Seat::Withdrawn, Some("présidente de l’association"), None),
            "Madame Camille DI CARO, intéressée (présidente de l’association), a quitté la salle et n’a pris part ni au \
             débat ni au vote (art. L.2131-11 du CGCT)."
        );
        assert_eq!(
            said(mr, Ground::Interest, &Seat::Recused, None, None),
            "Monsieur Camille DI CARO, intéressé, est resté dans la salle sans prendre part ni au débat ni au vote (art. \
             L.2131-11 du CGCT)."
        );
        assert_eq!(
            said(None, Ground::Interest, &Seat::Excused, None, None),
            "Camille DI CARO, intéressé(e), n’a pris part ni au débat ni au vote (art. L.2131-11 du CGCT)."
        );
        assert_eq!(
            said(mrs, Ground::Representative, &Seat::Withdrawn, Some("SEM du Val"), Hour::new(19, 5)),
            "Madame Camille DI CARO, désignée pour représenter l’assemblée dans l’organisme concerné (SEM du Val), a \
             quitté la salle à 19 h 05 et n’a pris part ni au débat ni au vote (art. L.1111-6, II, et L.2131-11 du CGCT)."
        );
        assert_eq!(
            said(mr, Ground::Accounts, &Seat::Withdrawn, Some("maire"), None),
            "Monsieur Camille DI CARO, qui répond des comptes (maire), s’est retiré au moment du vote et n’y a pas pris \
             part (art. L.2121-14 du CGCT)."
        );
    }
}

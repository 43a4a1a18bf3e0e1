//! The *déports* of a report: who took no part, on what ground, and the powers that fell with them.

use crate::council::hour::Hour;
use crate::council::law::{Article, Rules, Subject};
use crate::council::name::Name;
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
    /// The member's function, if any.
    pub role: Option<&'a str>,
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
    let at = member.at.map(|at| format!(" à {}", hour(at)));
    let did = match (member.seat, member.recusal.ground) {
        (Some(Seat::Withdrawn), Ground::Accounts) => {
            let withdrawn = Agreement::with([member.name]).agreed("retiré");
            format!("s’est {withdrawn}{} au moment du vote", at.map(|at| format!("{at},")).unwrap_or_default())
        }
        (Some(Seat::Withdrawn), _) => {
            format!("a quitté la salle{} et n’a pris part ni au débat ni au vote", at.unwrap_or_default())
        }
        (Some(Seat::Recused), _) => {
            let stayed = Agreement::with([member.name]).agreed("resté");
            format!("est {stayed} dans la salle sans prendre part ni au débat ni au vote")
        }
        (_, Ground::Accounts) => "n’a pas pris part au vote".to_owned(),
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
        Ground::Accounts => member.role.unwrap_or("qui répond des comptes").to_owned(),
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

/// « Le pouvoir donné par Monsieur Omar HENNEBERT à Monsieur Luc BAUDRY n’a pas été exercé pour ce rapport. »
#[must_use]
pub fn power_falls(giver: &Name, holder: &Name) -> String {
    format!("Le pouvoir donné par {} à {} n’a pas été exercé pour ce rapport.", addressed(giver), addressed(holder))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::docket::BodyKind;
    use crate::council::name::Civility;

    fn said(civility: Option<Civility>, ground: Ground, seat: &Seat, note: Option<&str>, at: Option<Hour>) -> String {
        let name = Name { surname: "DI CARO".to_owned(), first: "Camille".to_owned(), civility };
        let recusal = Recusal { ground, left_room: *seat == Seat::Withdrawn, note: note.map(str::to_owned) };
        let rules = Rules::on(BodyKind::Commune, jiff::civil::date(2025, 3, 3));
        sentence(TakesNoPart { name: &name, role: Some("maire"), recusal: &recusal, seat: Some(seat), at }, &rules)
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
            said(mr, Ground::Accounts, &Seat::Withdrawn, None, None),
            "Monsieur Camille DI CARO, maire, s’est retiré au moment du vote (art. L.2121-14 du CGCT)."
        );
        assert_eq!(
            said(mrs, Ground::Accounts, &Seat::Withdrawn, None, Hour::new(18, 45)),
            "Madame Camille DI CARO, maire, s’est retirée à 18 h 45, au moment du vote (art. L.2121-14 du CGCT)."
        );
    }
}

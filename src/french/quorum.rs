//! The quorum in the papers: at the opening, at each report, and what follows when it is missing.

use jiff::civil::Date;

use crate::council::docket::BodyKind;
use crate::council::hour::Hour;
use crate::council::law::{Article, Rules, Subject, Value};
use crate::council::quorum::{Fraction, Quorum};

use super::articles::in_brackets;
use super::findings;
use super::grammar::{is_feminine, the_body};
use super::numbers::{count, date, hour};

/// « Quorum à l’ouverture de la séance : 26 présents ; quorum 17 : … Il est atteint. »; at a second convocation « Quorum :
/// seconde convocation après la séance du 27 février 2025 ; aucun quorum exigé (art. …). 4 présents à l’ouverture. »
#[must_use]
pub fn at_the_opening(quorum: &Quorum, rules: &Rules, second_of: Option<Date>) -> String {
    let counted = counted(quorum, rules);
    if quorum.fraction == Fraction::NoneNeeded {
        let after = second_of.map(|day| format!(" après la séance du {}", date(day))).unwrap_or_default();
        let article = in_brackets(quorum.article);
        return format!("Quorum : seconde convocation{after} ; aucun quorum exigé{article}. {counted} à l’ouverture.");
    }
    format!("Quorum à l’ouverture de la séance : {counted} ; {}.{}", findings::quorum(quorum), met(quorum))
}

/// « Quorum à l’appel : 2 présents ; quorum 3 : … Il n’est pas atteint. », for a sitting that was not opened.
#[must_use]
pub fn at_the_roll_call(quorum: &Quorum, rules: &Rules) -> String {
    format!("Quorum à l’appel : {} ; {}.{}", counted(quorum, rules), findings::quorum(quorum), met(quorum))
}

/// « Quorum à l’ouverture du rapport : 26 présents pour 17 nécessaires. Il est atteint. »
#[must_use]
pub fn of_the_report(quorum: &Quorum, rules: &Rules) -> String {
    let counted = counted(quorum, rules);
    let said = match (quorum.fraction, quorum.needed) {
        (Fraction::NoneNeeded, _) => format!("{counted} ; seconde convocation, aucun quorum exigé"),
        (_, None) => format!("{counted}, règle discutée à cette date"),
        (_, Some(needed)) => format!("{counted} pour {}", count(needed, "nécessaire", "nécessaires")),
    };
    let met = if quorum.fraction == Fraction::NoneNeeded { "" } else { met(quorum) };
    format!("Quorum à l’ouverture du rapport : {said}{}.{met}", left_out(quorum, rules))
}

/// « , sur 10 membres en exercice, 1 représentant n’étant compté ni parmi eux ni parmi les présents (art. …) ».
fn left_out(quorum: &Quorum, rules: &Rules) -> String {
    if quorum.left_out == 0 {
        return String::new();
    }
    let members = count(quorum.in_office, "membre en exercice", "membres en exercice");
    let representatives = count(quorum.left_out, "représentant", "représentants");
    let counted = if quorum.left_out < 2 { "compté" } else { "comptés" };
    let article = in_brackets(representative_article(rules));
    format!(", sur {members}, {representatives} n’étant {counted} ni parmi eux ni parmi les présents{article}")
}

/// Where it is written that a representative of the council leaves both sides of the quorum.
#[must_use]
pub fn representative_article(rules: &Rules) -> Option<Article> {
    rules.article(Subject::Representative).or_else(|| rules.article(Subject::Interest))
}

/// A report that the first convocation did not announce, at the second.
pub const ADDED: &str =
    "Ce rapport ne figurait pas à l’ordre du jour de la première convocation : le quorum est exigé.";

/// « Le quorum n’étant pas atteint (5 présents pour 6 nécessaires), la séance est ajournée à 20 h 10 ; le Conseil municipal
/// sera de nouveau convoqué à trois jours au moins d’intervalle (art. L.2121-17 du CGCT). »
#[must_use]
pub fn adjourned(quorum: &Quorum, kind: BodyKind, rules: &Rules, at: Option<Hour>) -> String {
    let counted = counted(quorum, rules);
    let figures =
        quorum.needed.map(|needed| format!(" ({counted} pour {})", count(needed, "nécessaire", "nécessaires")));
    let hour = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    // Where the rule of the day is disputed, nothing says that it was missed.
    let because = match figures {
        Some(figures) => format!("Le quorum n’étant pas atteint{figures}"),
        None => format!("La règle de quorum étant discutée à cette date ({counted})"),
    };
    // The text that wants two thirds to elect the president says itself how the council meets again.
    let of_the_head = quorum.article.filter(|_| quorum.fraction == Fraction::TwoThirds);
    let article = of_the_head.or(rules.article(Subject::SecondConvocation));
    format!("{because}, la séance est ajournée{hour} ; {}{}.", again(kind, rules), in_brackets(article))
}

/// How the council meets again: convened anew, or of right.
fn again(kind: BodyKind, rules: &Rules) -> String {
    let body = the_body(kind);
    let convened = if is_feminine(body) { "convoquée" } else { "convoqué" };
    match rules.clear_days_before_second() {
        Some(days) if is_of_right(kind) => {
            format!("{body} se réunira de plein droit {} plus tard", days_in_words(days + 1))
        }
        Some(days) if days > 0 => {
            format!("{body} sera de nouveau {convened} à {} au moins d’intervalle", days_in_words(days))
        }
        _ => format!("{body} sera de nouveau {convened}"),
    }
}

/// Whether the second meeting needs no convocation (CGCT, art. L.3121-14 and L.4132-13).
fn is_of_right(kind: BodyKind) -> bool {
    matches!(kind, BodyKind::Departement | BodyKind::Region | BodyKind::CommissionPermanente)
}

fn days_in_words(days: u32) -> String {
    match days {
        1 => "un jour".to_owned(),
        2 => "deux jours".to_owned(),
        3 => "trois jours".to_owned(),
        more => format!("{more} jours"),
    }
}

/// Who counts: those in the room, and those represented where the rule of the body says so.
fn counted(quorum: &Quorum, rules: &Rules) -> String {
    if rules.row(Subject::Quorum).is_some_and(|ruling| ruling.value == Value::MoreThanHalfWithRepresented) {
        count(quorum.counted, "présent ou représenté", "présents ou représentés")
    } else {
        count(quorum.counted, "présent", "présents")
    }
}

fn met(quorum: &Quorum) -> &'static str {
    match quorum.is_met() {
        Some(true) => " Il est atteint.",
        Some(false) => " Il n’est pas atteint.",
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(kind: BodyKind) -> Rules {
        Rules::on(kind, jiff::civil::date(2025, 3, 3))
    }

    fn quorum(fraction: Fraction, counted: u32, left_out: u32) -> Quorum {
        let in_office = 11 - left_out;
        let article = rules(BodyKind::Commune).article(Subject::Quorum);
        Quorum { in_office, left_out, counted, needed: fraction.of(in_office), fraction, article }
    }

    #[test]
    fn every_fraction_of_the_quorum_has_its_sentence_at_the_opening_and_at_a_report() {
        let commune = rules(BodyKind::Commune);
        let second_of = Some(jiff::civil::date(2025, 2, 27));
        let said = |quorum: &Quorum| {
            [at_the_opening(quorum, &commune, second_of), of_the_report(quorum, &commune)].map(|it| it + "\n").concat()
        };
        assert_eq!(
            said(&quorum(Fraction::MoreThanHalf, 7, 0)),
            "Quorum à l’ouverture de la séance : 7 présents ; quorum 6 : plus de la moitié de 11 membres en exercice \
             (art. L.2121-17 du CGCT). Il est atteint.\n\
             Quorum à l’ouverture du rapport : 7 présents pour 6 nécessaires. Il est atteint.\n"
        );
        assert_eq!(
            said(&quorum(Fraction::OneThird, 3, 0)),
            "Quorum à l’ouverture de la séance : 3 présents ; quorum 4 : un tiers de 11 membres en exercice \
             (art. L.2121-17 du CGCT). Il n’est pas atteint.\n\
             Quorum à l’ouverture du rapport : 3 présents pour 4 nécessaires. Il n’est pas atteint.\n"
        );
        assert_eq!(
            said(&quorum(Fraction::TwoThirds, 8, 0)),
            "Quorum à l’ouverture de la séance : 8 présents ; quorum 8 : les deux tiers de 11 membres en exercice \
             (art. L.2121-17 du CGCT). Il est atteint.\n\
             Quorum à l’ouverture du rapport : 8 présents pour 8 nécessaires. Il est atteint.\n"
        );
        assert_eq!(
            said(&quorum(Fraction::Number(1), 1, 0)),
            "Quorum à l’ouverture de la séance : 1 présent ; quorum 1 : nombre fixé par l’assemblée, sur 11 membres en \
             exercice (art. L.2121-17 du CGCT). Il est atteint.\n\
             Quorum à l’ouverture du rapport : 1 présent pour 1 nécessaire. Il est atteint.\n"
        );
        assert_eq!(
            said(&quorum(Fraction::NoneNeeded, 4, 0)),
            "Quorum : seconde convocation après la séance du 27 février 2025 ; aucun quorum exigé (art. L.2121-17 du \
             CGCT). 4 présents à l’ouverture.\n\
             Quorum à l’ouverture du rapport : 4 présents ; seconde convocation, aucun quorum exigé.\n"
        );
        assert_eq!(
            said(&quorum(Fraction::Disputed, 4, 0)),
            "Quorum à l’ouverture de la séance : 4 présents ; quorum non établi : 11 membres en exercice, règle discutée \
             à cette date (art. L.2121-17 du CGCT).\n\
             Quorum à l’ouverture du rapport : 4 présents, règle discutée à cette date.\n"
        );
    }

    #[test]
    fn a_council_of_one_is_told_in_the_singular() {
        let alone = Quorum { in_office: 1, needed: Some(1), ..quorum(Fraction::MoreThanHalf, 1, 0) };
        assert_eq!(
            at_the_opening(&alone, &rules(BodyKind::Commune), None),
            "Quorum à l’ouverture de la séance : 1 présent ; quorum 1 : plus de la moitié de 1 membre en exercice \
             (art. L.2121-17 du CGCT). Il est atteint."
        );
    }

    #[test]
    fn who_represents_the_council_is_said_to_count_on_neither_side() {
        assert_eq!(
            of_the_report(&quorum(Fraction::MoreThanHalf, 7, 1), &rules(BodyKind::Commune)),
            "Quorum à l’ouverture du rapport : 7 présents pour 6 nécessaires, sur 10 membres en exercice, 1 représentant \
             n’étant compté ni parmi eux ni parmi les présents (art. L.1111-6, II, et L.2131-11 du CGCT). Il est atteint."
        );
    }

    #[test]
    fn a_sitting_without_quorum_says_how_the_council_meets_again_and_by_which_article() {
        let missing = quorum(Fraction::MoreThanHalf, 5, 0);
        let said = |kind| adjourned(&missing, kind, &rules(kind), Hour::new(20, 10));
        assert_eq!(
            said(BodyKind::Commune),
            "Le quorum n’étant pas atteint (5 présents pour 6 nécessaires), la séance est ajournée à 20 h 10 ; le Conseil \
             municipal sera de nouveau convoqué à trois jours au moins d’intervalle (art. L.2121-17 du CGCT)."
        );
        assert!(
            said(BodyKind::Departement).contains("se réunira de plein droit trois jours plus tard (art. L.3121-14")
        );
        let of_the_head = missing.to_elect_the_head(&rules(BodyKind::Region));
        let two_thirds = adjourned(&of_the_head, BodyKind::Region, &rules(BodyKind::Region), None);
        assert!(two_thirds.contains("(5 présents pour 8 nécessaires)"), "{two_thirds}");
        assert!(two_thirds.ends_with("de plein droit trois jours plus tard (art. L.4133-1 du CGCT)."), "{two_thirds}");
        let disputed = adjourned(&quorum(Fraction::Disputed, 5, 0), BodyKind::Commune, &rules(BodyKind::Commune), None);
        assert!(
            disputed
                .starts_with("La règle de quorum étant discutée à cette date (5 présents), la séance est ajournée ;"),
            "{disputed}"
        );
        assert!(said(BodyKind::Ccas).ends_with("sera de nouveau convoqué (art. R.123-17 du CASF)."));
        assert!(said(BodyKind::CommissionPermanente).contains("5 présents ou représentés pour 6 nécessaires"));
        assert!(said(BodyKind::Autre).ends_with("l’assemblée sera de nouveau convoquée."));
    }
}

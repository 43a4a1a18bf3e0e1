//! The dated rules, held day by day: on the day before, the first, the last and the day after of each window of
//! exception, what the quorum and the limit of powers are for every kind of body, and by which article.

use hemicycle::council::docket::BodyKind;
use hemicycle::council::law::{Rules, Subject, Value};
use hemicycle::council::quorum::Fraction;
use jiff::civil::{Date, date};

/// What holds on a day.
#[derive(Clone, Copy)]
enum Law {
    /// The rules of each body.
    Ordinary,
    /// A third present, two powers, by that text.
    Exception(&'static str),
    /// No figure, because of that text.
    Disputed(&'static str),
}

const LOI_2020_290: &str = "loi n° 2020-290 du 23 mars 2020, art. 10";
const LOI_2020_1379: &str = "loi n° 2020-1379 du 14 novembre 2020, art. 6";
const LOI_2021_1465: &str = "loi n° 2021-1465 du 10 novembre 2021, art. 10";

/// Every period from before the first law to after the last: its first and last day, and what holds from one to the
/// other. The periods follow each other without a gap, which a test checks.
const PERIODS: &[(Date, Date, Law)] = &[
    (date(2000, 1, 1), date(2020, 3, 23), Law::Ordinary),
    (date(2020, 3, 24), date(2020, 8, 30), Law::Exception(LOI_2020_290)),
    (date(2020, 8, 31), date(2020, 10, 16), Law::Ordinary),
    (date(2020, 10, 17), date(2020, 11, 14), Law::Disputed(LOI_2020_1379)),
    (date(2020, 11, 15), date(2021, 9, 30), Law::Exception(LOI_2020_1379)),
    (date(2021, 10, 1), date(2021, 11, 9), Law::Ordinary),
    (date(2021, 11, 10), date(2022, 7, 31), Law::Exception(LOI_2021_1465)),
    (date(2022, 8, 1), date(2100, 1, 1), Law::Ordinary),
];

/// The ordinary articles of each kind of body: of the quorum, of the powers.
fn ordinary_articles(body: BodyKind) -> (&'static str, &'static str) {
    match body {
        BodyKind::Commune | BodyKind::Epci | BodyKind::Metropole | BodyKind::ConseilDeTerritoire => {
            ("art. L.2121-17 du CGCT", "art. L.2121-20 du CGCT")
        }
        BodyKind::Departement => ("art. L.3121-14 du CGCT", "art. L.3121-16 du CGCT"),
        BodyKind::Region => ("art. L.4132-13 du CGCT", "art. L.4132-15 du CGCT"),
        BodyKind::CommissionPermanente => {
            ("art. L.3121-14-1 et L.4132-13-1 du CGCT", "art. L.3121-16 et L.4132-15 du CGCT")
        }
        BodyKind::Ccas => ("art. R.123-17 du CASF", "art. R.123-18 du CASF"),
    }
}

fn ordinary_quorum(body: BodyKind) -> Value {
    match body {
        BodyKind::CommissionPermanente => Value::MoreThanHalfWithRepresented,
        _ => Value::MoreThanHalf,
    }
}

/// Checks the two rules of a body on a day against what is expected of it.
fn check(body: BodyKind, day: Date, law: Law) {
    let (quorum_article, proxy_article) = ordinary_articles(body);
    let (quorum, powers) = match law {
        Law::Ordinary => ((ordinary_quorum(body), quorum_article), (Value::AtMost(1), proxy_article)),
        Law::Exception(text) => ((Value::OneThird, text), (Value::AtMost(2), text)),
        Law::Disputed(text) => ((Value::Disputed, text), (Value::Disputed, text)),
    };
    let rules = Rules::on(body, day);
    for (subject, expected) in [(Subject::Quorum, quorum), (Subject::ProxiesPerHolder, powers)] {
        let row = rules.row(subject).map(|rule| (rule.value, rule.article.0));
        assert_eq!(row, Some(expected), "{body:?}, {subject:?}, {day}");
    }
    let limit = match law {
        Law::Ordinary => Some(1),
        Law::Exception(_) => Some(2),
        Law::Disputed(_) => None,
    };
    assert_eq!(rules.proxies_per_holder(), limit, "{body:?}, {day}");
}

#[test]
fn the_periods_of_this_test_follow_each_other_without_a_gap() {
    for pair in PERIODS.windows(2) {
        assert_eq!(pair[0].1.tomorrow().expect("a day after"), pair[1].0);
    }
}

#[test]
fn quorum_and_powers_change_on_the_very_day_that_the_law_says_for_every_kind_of_body() {
    for body in BodyKind::ALL {
        // The last day of a period is the day before the next one, the first day is the day after the one before.
        for (first, last, law) in PERIODS {
            check(body, *first, *law);
            check(body, *last, *law);
        }
    }
}

#[test]
fn no_day_within_a_period_is_an_exception_to_it() {
    let (from, until) = (date(2020, 3, 1), date(2022, 8, 31));
    for day in from.series(jiff::Span::new().days(1)).take_while(|day| *day <= until) {
        let law = PERIODS.iter().find(|(first, last, _)| *first <= day && day <= *last).expect("a period").2;
        for body in BodyKind::ALL {
            check(body, day, law);
        }
    }
}

#[test]
fn the_two_fractions_give_another_figure_for_the_58_members_of_the_third_of_march_2022() {
    assert_eq!(Fraction::OneThird.of(58), Some(20));
    assert_eq!(Fraction::MoreThanHalf.of(58), Some(30));
}

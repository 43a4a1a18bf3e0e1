//! The dated rules, held day by day: on the day before, the first, the last and the day after of each change, what every
//! rule says for every kind of body, by which article, and for which bodies nothing is said.

use hemicycle::council::docket::BodyKind;
use hemicycle::council::law::{Rules, Subject, TABLE, Value};
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

/// The bodies that the table knows: the last one has only its own settings.
fn bodies() -> impl Iterator<Item = BodyKind> {
    BodyKind::ALL.into_iter().filter(|body| *body != BodyKind::Autre)
}

/// The ordinary articles of each kind of body: of the quorum, of the powers.
fn ordinary_articles(body: BodyKind) -> (&'static str, &'static str) {
    match body {
        BodyKind::Commune
        | BodyKind::Epci
        | BodyKind::Metropole
        | BodyKind::ConseilDeTerritoire
        | BodyKind::ConseilArrondissement
        | BodyKind::Syndicat => ("art. L.2121-17 du CGCT", "art. L.2121-20 du CGCT"),
        BodyKind::Departement => ("art. L.3121-14 du CGCT", "art. L.3121-16 du CGCT"),
        BodyKind::Region => ("art. L.4132-13 du CGCT", "art. L.4132-15 du CGCT"),
        BodyKind::CommissionPermanente => {
            ("art. L.3121-14-1 et L.4132-13-1 du CGCT", "art. L.3121-16 et L.4132-15 du CGCT")
        }
        BodyKind::Ccas => ("art. R.123-17 du CASF", "art. R.123-18 du CASF"),
        BodyKind::Autre => unreachable!("it has no row"),
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
    for body in bodies() {
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
        for body in bodies() {
            check(body, day, law);
        }
    }
}

#[test]
fn the_two_fractions_give_another_figure_for_the_58_members_of_the_third_of_march_2022() {
    assert_eq!(Fraction::OneThird.of(58), Some(20));
    assert_eq!(Fraction::MoreThanHalf.of(58), Some(30));
}

/// What the table says of a subject for each kind of body on a day, in the order of [`BodyKind::ALL`].
fn said(subject: Subject, day: Date) -> [Option<(Value, &'static str)>; 11] {
    BodyKind::ALL.map(|body| Rules::on(body, day).row(subject).map(|rule| (rule.value, rule.article.0)))
}

/// The same, of what is expected: for communes and arrondissements; for groupings; for territoires; for départements,
/// régions and commissions permanentes; for a CCAS.
struct Expected {
    communes: Option<(Value, &'static str)>,
    groupings: Option<(Value, &'static str)>,
    territories: Option<(Value, &'static str)>,
    departments: Option<(Value, &'static str)>,
    regions: Option<(Value, &'static str)>,
    commissions: Option<(Value, &'static str)>,
    ccas: Option<(Value, &'static str)>,
}

const NOTHING: Expected = Expected {
    communes: None,
    groupings: None,
    territories: None,
    departments: None,
    regions: None,
    commissions: None,
    ccas: None,
};

impl Expected {
    /// The rule of the conseil municipal, for all bodies to which it applies.
    const fn like_communes(value: Value, article: &'static str) -> Self {
        let rule = Some((value, article));
        Self { communes: rule, groupings: rule, territories: rule, ..NOTHING }
    }

    fn everywhere(value: Value, article: &'static str) -> Self {
        let rule = Some((value, article));
        Self { departments: rule, regions: rule, commissions: rule, ccas: rule, ..Self::like_communes(value, article) }
    }

    fn check(&self, subject: Subject, day: Date) {
        for (body, said) in BodyKind::ALL.into_iter().zip(said(subject, day)) {
            let expected = match body {
                BodyKind::Commune | BodyKind::ConseilArrondissement => self.communes,
                BodyKind::Epci | BodyKind::Metropole | BodyKind::Syndicat => self.groupings,
                BodyKind::ConseilDeTerritoire => self.territories,
                BodyKind::Departement => self.departments,
                BodyKind::Region => self.regions,
                BodyKind::CommissionPermanente => self.commissions,
                BodyKind::Ccas => self.ccas,
                BodyKind::Autre => None,
            };
            assert_eq!(said, expected, "{subject:?} for {body:?} on {day}");
        }
    }
}

/// The days on which something changes in the table, and those around them.
fn days_of_change() -> Vec<Date> {
    let changes = TABLE.iter().flat_map(|rule| [rule.from, rule.until]).flatten();
    changes.flat_map(|day| [day.yesterday().unwrap(), day, day.tomorrow().unwrap()]).collect()
}

/// A rule that never changes, held on every day on which another does.
fn check_always(subject: Subject, expected: &Expected) {
    for day in days_of_change() {
        expected.check(subject, day);
    }
}

#[test]
fn a_power_lasts_three_sittings_by_l_2121_20_and_has_no_such_limit_in_a_departement_a_region_or_a_ccas() {
    check_always(Subject::ProxyRun, &Expected::like_communes(Value::AtMost(3), "art. L.2121-20 du CGCT"));
    assert_eq!(Rules::on(BodyKind::Commune, date(2025, 3, 3)).longest_proxy_run(), Some(3));
    assert_eq!(Rules::on(BodyKind::Ccas, date(2025, 3, 3)).longest_proxy_run(), None);
}

#[test]
fn three_may_ask_for_a_sitting_in_camera_by_l_2121_18_and_five_by_l_5211_11_l_3121_11_and_l_4132_10() {
    let grouping = Some((Value::AtLeast(5), "art. L.5211-11 du CGCT"));
    let askers = Expected {
        communes: Some((Value::AtLeast(3), "art. L.2121-18 du CGCT")),
        groupings: grouping,
        territories: grouping,
        departments: Some((Value::AtLeast(5), "art. L.3121-11 du CGCT")),
        regions: Some((Value::AtLeast(5), "art. L.4132-10 du CGCT")),
        ..NOTHING
    };
    check_always(Subject::InCameraAskers, &askers);
    let grouping = Some((Value::Holds, "art. L.5211-11 du CGCT"));
    let in_camera = Expected {
        communes: Some((Value::Holds, "art. L.2121-18 du CGCT")),
        groupings: grouping,
        territories: grouping,
        departments: Some((Value::Holds, "art. L.3121-11 du CGCT")),
        regions: Some((Value::Holds, "art. L.4132-10 du CGCT")),
        ..NOTHING
    };
    check_always(Subject::InCamera, &in_camera);
    assert_eq!(Rules::on(BodyKind::Syndicat, date(2025, 3, 3)).in_camera_askers(), Some(5));
    assert_eq!(Rules::on(BodyKind::CommissionPermanente, date(2025, 3, 3)).in_camera_askers(), None);
}

#[test]
fn three_clear_days_lie_before_a_second_meeting_by_l_2121_17_two_by_l_3121_14_and_none_in_a_ccas() {
    let second = Expected {
        departments: Some((Value::ClearDays(2, 2), "art. L.3121-14 du CGCT")),
        regions: Some((Value::ClearDays(2, 2), "art. L.4132-13 du CGCT")),
        commissions: Some((Value::ClearDays(2, 2), "art. L.3121-14-1 et L.4132-13-1 du CGCT")),
        ccas: Some((Value::ClearDays(0, 0), "art. R.123-17 du CASF")),
        ..Expected::like_communes(Value::ClearDays(3, 3), "art. L.2121-17 du CGCT")
    };
    check_always(Subject::SecondConvocation, &second);
    let days = |body| Rules::on(body, date(2025, 3, 3)).clear_days_before_second();
    assert_eq!((days(BodyKind::Commune), days(BodyKind::Region)), (Some(3), Some(2)));
    assert_eq!((days(BodyKind::Ccas), days(BodyKind::Autre)), (Some(0), None));
}

#[test]
fn a_convocation_is_sent_three_clear_days_before_by_l_2121_11_and_five_from_3500_inhabitants_by_l_2121_12() {
    let commune = Some((Value::ClearDays(3, 5), "art. L.2121-11 et L.2121-12 du CGCT"));
    Expected { communes: commune, ..NOTHING }.check(Subject::Notice, date(2020, 2, 29));
    let grouping = Some((Value::ClearDays(5, 5), "art. L.5211-1 et L.2121-12 du CGCT"));
    Expected { communes: commune, groupings: grouping, ..NOTHING }.check(Subject::Notice, date(2020, 3, 1));
    let days = |body, population| Rules::on(body, date(2025, 3, 3)).clear_days_of_notice(population);
    assert_eq!((days(BodyKind::Commune, 3_499), days(BodyKind::Commune, 3_500)), (Some(3), Some(5)));
    assert_eq!((days(BodyKind::Epci, 900), days(BodyKind::Syndicat, 90_000)), (Some(5), Some(5)));
    assert_eq!(days(BodyKind::Departement, 90_000), None, "twelve days are for the reports: it is not judged");
}

#[test]
fn members_attend_from_afar_in_the_windows_and_since_1_august_2022_by_l_5211_11_1_l_3121_9_1_and_l_4132_9_1() {
    let windows = [
        (date(2020, 11, 15), date(2021, 9, 30), LOI_2020_1379),
        (date(2021, 11, 10), date(2022, 7, 31), LOI_2021_1465),
    ];
    for (first, last, law) in windows {
        for day in [first, last] {
            Expected::everywhere(Value::Holds, law).check(Subject::Remote, day);
        }
    }
    for not_judged in [date(2020, 4, 15), date(2020, 11, 14), date(2021, 10, 1), date(2021, 11, 9)] {
        NOTHING.check(Subject::Remote, not_judged);
    }
    let now = Expected {
        communes: Some((Value::No, "art. L.2121-17 du CGCT")),
        groupings: Some((Value::Holds, "art. L.5211-11-1 du CGCT")),
        departments: Some((Value::Holds, "art. L.3121-9-1 du CGCT")),
        regions: Some((Value::Holds, "art. L.4132-9-1 du CGCT")),
        commissions: Some((Value::Holds, "art. L.3121-9-1 et L.4132-9-1 du CGCT")),
        ..NOTHING
    };
    for day in [date(2022, 8, 1), date(2026, 1, 1)] {
        now.check(Subject::Remote, day);
    }
    let allows = |body| Rules::on(body, date(2025, 3, 3)).allows_remote();
    assert_eq!((allows(BodyKind::Epci), allows(BodyKind::Commune)), (Some(true), Some(false)));
    assert_eq!(allows(BodyKind::Ccas), None, "no text was read: it is not judged");
}

#[test]
fn an_interested_member_takes_no_part_by_l_2131_11_and_since_24_december_2025_by_l_3132_5_and_l_4142_5() {
    let communes = || Expected::like_communes(Value::Holds, "art. L.2131-11 du CGCT");
    for before in [date(2015, 1, 1), date(2022, 2, 23), date(2025, 12, 23)] {
        communes().check(Subject::Interest, before);
    }
    let all = Expected {
        departments: Some((Value::Holds, "art. L.3132-5 du CGCT")),
        regions: Some((Value::Holds, "art. L.4142-5 du CGCT")),
        commissions: Some((Value::Holds, "art. L.3132-5 et L.4142-5 du CGCT")),
        ..communes()
    };
    all.check(Subject::Interest, date(2025, 12, 24));
}

#[test]
fn a_representative_leaves_the_quorum_by_l_1111_6_since_23_february_2022_and_in_a_departement_since_24_december_2025() {
    NOTHING.check(Subject::Representative, date(2022, 2, 22));
    let communes = || Expected::like_communes(Value::Holds, "art. L.1111-6, II, et L.2131-11 du CGCT");
    communes().check(Subject::Representative, date(2022, 2, 23));
    communes().check(Subject::Representative, date(2025, 12, 23));
    let all = Expected {
        departments: Some((Value::Holds, "art. L.1111-6, II, et L.3132-5 du CGCT")),
        regions: Some((Value::Holds, "art. L.1111-6, II, et L.4142-5 du CGCT")),
        commissions: Some((Value::Holds, "art. L.1111-6, II, L.3132-5 et L.4142-5 du CGCT")),
        ..communes()
    };
    all.check(Subject::Representative, date(2025, 12, 24));
}

#[test]
fn whoever_answers_for_the_accounts_leaves_by_l_2121_14_l_3312_5_and_l_4312_8_and_not_in_a_ccas() {
    let accounts = |department| Expected {
        departments: Some((Value::Holds, department)),
        regions: Some((Value::Holds, "art. L.4312-8 du CGCT")),
        ..Expected::like_communes(Value::Holds, "art. L.2121-14 du CGCT")
    };
    accounts("art. L.3312-5 du CGCT").check(Subject::Accounts, date(2025, 12, 31));
    accounts("art. L.3312-5 (ancien) du CGCT").check(Subject::Accounts, date(2026, 1, 1));
}

#[test]
fn the_members_are_convened_by_the_article_of_their_own_body() {
    for day in days_of_change() {
        let article = |body| Rules::on(body, day).article(Subject::Convocation).map(|article| article.0);
        assert_eq!(article(BodyKind::Commune), Some("art. L.2121-10 du CGCT"));
        assert_eq!(article(BodyKind::ConseilDeTerritoire), Some("art. L.5211-1 du CGCT"));
        assert_eq!(article(BodyKind::ConseilArrondissement), Some("art. L.2511-10 du CGCT"));
        assert_eq!(article(BodyKind::Syndicat), Some("art. L.5211-1 et L.5711-1 du CGCT"));
        assert_eq!(article(BodyKind::Ccas), Some("art. R.123-16 du CASF"));
        assert_eq!(article(BodyKind::Departement), None);
    }
}

#[test]
fn whoever_presides_and_the_secretary_are_named_by_l_2122_17_and_l_2121_15_and_nowhere_else() {
    check_always(Subject::Chair, &Expected::like_communes(Value::Holds, "art. L.2122-17 du CGCT"));
    check_always(Subject::Secretary, &Expected::like_communes(Value::Holds, "art. L.2121-15 du CGCT"));
}

#[test]
fn every_member_present_signs_until_30_june_2022_and_chair_and_secretary_after_by_l_2121_23() {
    let signed = |value| Expected::like_communes(value, "art. L.2121-23 du CGCT");
    signed(Value::AllPresent).check(Subject::Signatures, date(2022, 6, 30));
    signed(Value::ChairAndSecretary).check(Subject::Signatures, date(2022, 7, 1));
}

#[test]
fn since_1_july_2022_the_minutes_have_a_list_of_contents_by_l_2121_15_and_a_list_of_acts_is_posted_by_l_2121_25() {
    for (subject, article) in
        [(Subject::Minutes, "art. L.2121-15 du CGCT"), (Subject::ListOfActs, "art. L.2121-25 du CGCT")]
    {
        NOTHING.check(subject, date(2022, 6, 30));
        Expected::like_communes(Value::Holds, article).check(subject, date(2022, 7, 1));
    }
    let register = |body| Rules::on(body, date(2010, 1, 1)).article(Subject::Register).map(|article| article.0);
    assert_eq!(register(BodyKind::Commune), Some("art. R.2121-9 du CGCT"));
    assert_eq!(register(BodyKind::Epci), None, "the text was not read");
}

//! The lookup: windows before ordinary rules, settings before the table, nothing where nothing is known.

use jiff::civil::date;

use super::super::docket::BodyKind;
use super::*;

#[test]
fn every_body_with_rows_has_a_rule_for_each_figure_on_every_day_of_a_change() {
    for body in BodyKind::ALL.into_iter().filter(|body| *body != BodyKind::Autre) {
        for day in TABLE.iter().flat_map(|rule| [rule.from, rule.until]).flatten() {
            for subject in [Subject::Quorum, Subject::ProxiesPerHolder, Subject::Majority, Subject::CastingVote] {
                assert!(Rules::on(body, day).row(subject).is_some(), "{body:?} {day} {subject:?}");
            }
        }
    }
}

#[test]
fn a_body_with_statutes_of_its_own_has_no_row_at_all_not_even_in_a_window_of_exception() {
    assert!(TABLE.iter().all(|rule| !rule.bodies.contains(&BodyKind::Autre)));
    let rules = Rules::on(BodyKind::Autre, date(2022, 3, 3));
    assert_eq!(rules.row(Subject::Quorum), None);
    assert_eq!(rules.proxies_per_holder(), None);
    assert_eq!(rules.allows_remote(), None);
    assert!(!rules.has_casting_vote());
}

#[test]
fn two_powers_are_lawful_from_10_november_2021_to_31_july_2022_and_not_the_day_before_or_after() {
    let limit = |y, m, d| Rules::on(BodyKind::Commune, date(y, m, d)).proxies_per_holder();
    assert_eq!(limit(2021, 11, 9), Some(1));
    assert_eq!(limit(2021, 11, 10), Some(2));
    assert_eq!(limit(2022, 7, 31), Some(2));
    assert_eq!(limit(2022, 8, 1), Some(1));
}

#[test]
fn no_figure_is_given_while_the_law_is_disputed() {
    let limit = |y, m, d| Rules::on(BodyKind::Commune, date(y, m, d)).proxies_per_holder();
    assert_eq!(limit(2020, 10, 17), None);
    assert_eq!(limit(2020, 11, 14), None);
    assert_eq!(limit(2020, 11, 15), Some(2));
}

#[test]
fn no_row_ends_before_it_begins_and_none_is_for_nobody() {
    for rule in TABLE {
        assert!(rule.from.zip(rule.until).is_none_or(|(from, until)| from <= until), "{rule:?}");
        assert!(!rule.bodies.is_empty(), "{rule:?}");
    }
}

#[test]
fn no_two_rows_of_one_subject_and_body_say_the_same_thing_over_the_same_days() {
    for (place, rule) in TABLE.iter().enumerate() {
        for later in &TABLE[place + 1..] {
            let is_same = rule.subject == later.subject && rule.from == later.from && rule.until == later.until;
            let shared = rule.bodies.iter().find(|body| later.bodies.contains(body));
            assert!(!is_same || shared.is_none(), "{rule:?} and {later:?}");
        }
    }
}

fn body(kind: BodyKind, settings: Settings) -> Body {
    Body {
        name: "Conseil".to_owned(),
        kind,
        siren: None,
        department: None,
        population: None,
        legal_size: None,
        settings,
        conventions: crate::council::conventions::Conventions::default(),
        numbering: None,
        phrases: crate::council::phrases::Phrases::default(),
    }
}

fn setting<T>(value: T) -> Setting<T> {
    Setting { value, reason: "art. 8 des statuts".to_owned() }
}

fn every_setting() -> Settings {
    Settings {
        quorum: Some(setting(Value::Number(12))),
        proxies_per_holder: Some(setting(2)),
        casting_vote: Some(setting(false)),
        remote: Some(setting(true)),
        in_camera_askers: Some(setting(7)),
        proxy_run: Some(setting(4)),
        ..Settings::default()
    }
}

#[test]
fn what_a_body_settles_for_itself_comes_before_the_table_and_before_its_windows() {
    for kind in BodyKind::ALL {
        for day in [date(2022, 3, 3), date(2025, 3, 3)] {
            let rules = Rules::of(&body(kind, every_setting()), day);
            let row = |subject| rules.row(subject).unwrap();
            assert_eq!(row(Subject::Quorum), Ruling { value: Value::Number(12), article: OWN_SETTING });
            assert_eq!(rules.proxies_per_holder(), Some(2));
            assert!(!rules.has_casting_vote());
            assert_eq!(row(Subject::CastingVote), Ruling { value: Value::No, article: OWN_SETTING });
            assert_eq!(rules.allows_remote(), Some(true));
            assert_eq!(rules.in_camera_askers(), Some(7));
            assert_eq!(rules.longest_proxy_run(), Some(4));
        }
    }
}

#[test]
fn what_a_body_does_not_settle_stays_as_the_table_says() {
    let settings = Settings { remote: Some(setting(false)), ..Settings::default() };
    let rules = Rules::of(&body(BodyKind::Commune, settings), date(2025, 3, 3));
    assert_eq!(rules.allows_remote(), Some(false));
    assert_eq!(rules.row(Subject::Quorum), Rules::on(BodyKind::Commune, date(2025, 3, 3)).row(Subject::Quorum));
    assert_eq!(rules.longest_proxy_run(), Some(3));
}

#[test]
fn a_run_of_zero_sittings_is_no_limit() {
    let settings = Settings { proxy_run: Some(setting(0)), ..Settings::default() };
    let rules = Rules::of(&body(BodyKind::Commune, settings), date(2025, 3, 3));
    assert_eq!(rules.longest_proxy_run(), None);
    assert_eq!(rules.row(Subject::ProxyRun), Some(Ruling { value: Value::No, article: OWN_SETTING }));
}

//! The dated rules, as one table: what a rule says, for which bodies, from when, until when, and by which article.
//!
//! Of the rows of one subject that fit a body and a date, the last one holds: a window of exception stands below the
//! ordinary rule. Articles are those of the *Code général des collectivités territoriales* unless they say otherwise.

use jiff::civil::{Date, date};

use super::docket::{Body, BodyKind};
use super::settings::{Setting, Settings};

/// An article of law, as it is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Article(pub &'static str);

/// What a row of the table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// How many must be there.
    Quorum,
    /// How many powers one member may hold.
    ProxiesPerHolder,
    /// Decisions are taken by the majority of the votes cast.
    Majority,
    /// Who decides when the votes are equal.
    CastingVote,
    /// Who presides when the president is away.
    Chair,
    /// The minutes name the secretary.
    Secretary,
    /// The members are convened.
    Convocation,
    /// A member may give a power to a colleague.
    Proxy,
    /// Who signs a délibération.
    Signatures,
    /// Whether members may attend from afar.
    Remote,
    /// For how many sittings in a row a power may last.
    ProxyRun,
    /// How many members may ask for a sitting in camera.
    InCameraAskers,
    /// A sitting in camera takes more than half of the members present or represented.
    InCamera,
    /// A member who has an interest in the matter takes no part.
    Interest,
    /// A member who represents the council in the body concerned leaves both sides of the quorum.
    Representative,
    /// Whoever answers for the accounts leaves the room, and they are adopted unless a majority is against.
    Accounts,
    /// How many clear days lie between a first meeting without quorum and the second.
    SecondConvocation,
    /// How many clear days lie between the convocation and the sitting.
    Notice,
}

/// What a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// More than half: `floor(E/2) + 1`.
    MoreThanHalf,
    /// A third, rounded up: `ceil(E/3)`.
    OneThird,
    /// More than half, members represented by a power included.
    MoreThanHalfWithRepresented,
    /// The law of that day is disputed: no figure is given.
    Disputed,
    /// At most that many.
    AtMost(u32),
    /// At least that many.
    AtLeast(u32),
    /// At least so many clear days; so many if the commune has 3 500 inhabitants or more.
    ClearDays(u32, u32),
    /// Exactly that many, as a body settles it for itself.
    Number(u32),
    /// What the subject says is not so.
    No,
    /// The rule holds as its subject says it.
    Holds,
    /// Whoever presides and every member present.
    AllPresent,
    /// Whoever presides and the secretary.
    ChairAndSecretary,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What it is about.
    pub subject: Subject,
    /// The bodies to which it applies.
    pub bodies: &'static [BodyKind],
    /// First day, if it has one.
    pub from: Option<Date>,
    /// Last day, if it has one.
    pub until: Option<Date>,
    /// What it says.
    pub value: Value,
    /// Where it is written.
    pub article: Article,
}

use BodyKind::{Ccas, CommissionPermanente, Commune, ConseilDeTerritoire, Departement, Epci, Metropole, Region};

const LIKE_COMMUNES: &[BodyKind] = &[Commune, Epci, Metropole, ConseilDeTerritoire];
const ALL: &[BodyKind] = &BodyKind::ALL;

const fn always(subject: Subject, bodies: &'static [BodyKind], value: Value, article: &'static str) -> Rule {
    Rule { subject, bodies, from: None, until: None, value, article: Article(article) }
}

const fn between(subject: Subject, from: Date, until: Date, value: Value, article: &'static str) -> Rule {
    Rule { subject, bodies: ALL, from: Some(from), until: Some(until), value, article: Article(article) }
}

const LOI_2020_290: &str = "loi n° 2020-290 du 23 mars 2020, art. 10";
const LOI_2020_1379: &str = "loi n° 2020-1379 du 14 novembre 2020, art. 6";
const LOI_2021_1465: &str = "loi n° 2021-1465 du 10 novembre 2021, art. 10";

/// The whole table.
pub const TABLE: &[Rule] = &[
    always(Subject::Quorum, LIKE_COMMUNES, Value::MoreThanHalf, "art. L.2121-17 du CGCT"),
    always(Subject::Quorum, &[Departement], Value::MoreThanHalf, "art. L.3121-14 du CGCT"),
    always(Subject::Quorum, &[Region], Value::MoreThanHalf, "art. L.4132-13 du CGCT"),
    always(
        Subject::Quorum,
        &[CommissionPermanente],
        Value::MoreThanHalfWithRepresented,
        "art. L.3121-14-1 et L.4132-13-1 du CGCT",
    ),
    always(Subject::Quorum, &[Ccas], Value::MoreThanHalf, "art. R.123-17 du CASF"),
    between(Subject::Quorum, date(2020, 3, 24), date(2020, 8, 30), Value::OneThird, LOI_2020_290),
    between(Subject::Quorum, date(2020, 10, 17), date(2020, 11, 14), Value::Disputed, LOI_2020_1379),
    between(Subject::Quorum, date(2020, 11, 15), date(2021, 9, 30), Value::OneThird, LOI_2020_1379),
    between(Subject::Quorum, date(2021, 11, 10), date(2022, 7, 31), Value::OneThird, LOI_2021_1465),
    always(Subject::ProxiesPerHolder, LIKE_COMMUNES, Value::AtMost(1), "art. L.2121-20 du CGCT"),
    always(Subject::ProxiesPerHolder, &[Departement], Value::AtMost(1), "art. L.3121-16 du CGCT"),
    always(Subject::ProxiesPerHolder, &[Region], Value::AtMost(1), "art. L.4132-15 du CGCT"),
    always(Subject::ProxiesPerHolder, &[CommissionPermanente], Value::AtMost(1), "art. L.3121-16 et L.4132-15 du CGCT"),
    always(Subject::ProxiesPerHolder, &[Ccas], Value::AtMost(1), "art. R.123-18 du CASF"),
    between(Subject::ProxiesPerHolder, date(2020, 3, 24), date(2020, 8, 30), Value::AtMost(2), LOI_2020_290),
    between(Subject::ProxiesPerHolder, date(2020, 10, 17), date(2020, 11, 14), Value::Disputed, LOI_2020_1379),
    between(Subject::ProxiesPerHolder, date(2020, 11, 15), date(2021, 9, 30), Value::AtMost(2), LOI_2020_1379),
    between(Subject::ProxiesPerHolder, date(2021, 11, 10), date(2022, 7, 31), Value::AtMost(2), LOI_2021_1465),
    always(Subject::Majority, LIKE_COMMUNES, Value::Holds, "art. L.2121-20 du CGCT"),
    always(Subject::Majority, &[Departement], Value::Holds, "art. L.3121-14 du CGCT"),
    always(Subject::Majority, &[Region], Value::Holds, "art. L.4132-13 du CGCT"),
    always(Subject::Majority, &[CommissionPermanente], Value::Holds, "art. L.3121-14-1 et L.4132-13-1 du CGCT"),
    always(Subject::Majority, &[Ccas], Value::Holds, "art. R.123-18 du CASF"),
    always(Subject::CastingVote, LIKE_COMMUNES, Value::Holds, "art. L.2121-20 du CGCT"),
    always(Subject::CastingVote, &[Departement], Value::Holds, "art. L.3121-15 du CGCT"),
    always(Subject::CastingVote, &[Region], Value::Holds, "art. L.4132-14 du CGCT"),
    always(Subject::CastingVote, &[CommissionPermanente], Value::Holds, "art. L.3121-15 et L.4132-14 du CGCT"),
    always(Subject::CastingVote, &[Ccas], Value::Holds, "art. R.123-18 du CASF"),
    always(Subject::Chair, LIKE_COMMUNES, Value::Holds, "art. L.2122-17 du CGCT"),
    always(Subject::Secretary, LIKE_COMMUNES, Value::Holds, "art. L.2121-15 du CGCT"),
    always(Subject::Convocation, &[Commune], Value::Holds, "art. L.2121-10 du CGCT"),
    always(Subject::Convocation, &[Epci, Metropole, ConseilDeTerritoire], Value::Holds, "art. L.5211-1 du CGCT"),
    always(Subject::Convocation, &[Ccas], Value::Holds, "art. R.123-16 du CASF"),
    always(Subject::Proxy, LIKE_COMMUNES, Value::Holds, "art. L.2121-20 du CGCT"),
    always(Subject::Proxy, &[Departement], Value::Holds, "art. L.3121-16 du CGCT"),
    always(Subject::Proxy, &[Region], Value::Holds, "art. L.4132-15 du CGCT"),
    always(Subject::Proxy, &[CommissionPermanente], Value::Holds, "art. L.3121-16 et L.4132-15 du CGCT"),
    always(Subject::Proxy, &[Ccas], Value::Holds, "art. R.123-18 du CASF"),
    always(Subject::Signatures, LIKE_COMMUNES, Value::ChairAndSecretary, "art. L.2121-23 du CGCT"),
    // Ordonnance n° 2021-1310: in force on 1 July 2022.
    Rule {
        subject: Subject::Signatures,
        bodies: LIKE_COMMUNES,
        from: None,
        until: Some(date(2022, 6, 30)),
        value: Value::AllPresent,
        article: Article("art. L.2121-23 du CGCT"),
    },
];

/// A row of the table as it holds for one body: its own setting, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// What it says.
    pub value: Value,
    /// Where it is written.
    pub article: Article,
}

/// What stands in place of an article when the body settles a rule for itself.
pub const OWN_SETTING: Article = Article("réglage propre à l’assemblée");

/// The rules of one body on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    body: BodyKind,
    date: Date,
    own: Own,
}

/// The rules that a body settles for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Own {
    quorum: Option<Value>,
    proxies_per_holder: Option<Value>,
    casting_vote: Option<Value>,
    remote: Option<Value>,
    in_camera_askers: Option<Value>,
    proxy_run: Option<Value>,
}

impl Own {
    fn of(settings: &Settings) -> Self {
        let holds = |setting: &Setting<bool>| if setting.value { Value::Holds } else { Value::No };
        let at_most = |setting: &Setting<u32>| Value::AtMost(setting.value);
        Self {
            quorum: settings.quorum.as_ref().map(|setting| setting.value),
            proxies_per_holder: settings.proxies_per_holder.as_ref().map(at_most),
            casting_vote: settings.casting_vote.as_ref().map(holds),
            remote: settings.remote.as_ref().map(holds),
            in_camera_askers: settings.in_camera_askers.as_ref().map(|setting| Value::AtLeast(setting.value)),
            proxy_run: settings.proxy_run.as_ref().map(|setting| match setting.value {
                0 => Value::No,
                sittings => Value::AtMost(sittings),
            }),
        }
    }

    fn value(&self, subject: Subject) -> Option<Value> {
        match subject {
            Subject::Quorum => self.quorum,
            Subject::ProxiesPerHolder => self.proxies_per_holder,
            Subject::CastingVote => self.casting_vote,
            Subject::Remote => self.remote,
            Subject::InCameraAskers => self.in_camera_askers,
            Subject::ProxyRun => self.proxy_run,
            _ => None,
        }
    }
}

impl Rules {
    /// The rules of the table for that kind of body on that day.
    #[must_use]
    pub fn on(body: BodyKind, date: Date) -> Self {
        Self { body, date, own: Own::default() }
    }

    /// The rules of a body on that day, its own settings before the table.
    #[must_use]
    pub fn of(body: &Body, date: Date) -> Self {
        Self { body: body.kind, date, own: Own::of(&body.settings) }
    }

    /// What holds for a subject, if the body or the table says it.
    #[must_use]
    pub fn row(&self, subject: Subject) -> Option<Ruling> {
        if let Some(value) = self.own.value(subject) {
            return Some(Ruling { value, article: OWN_SETTING });
        }
        let holds = |rule: &&Rule| {
            rule.subject == subject
                && rule.bodies.contains(&self.body)
                && rule.from.is_none_or(|from| from <= self.date)
                && rule.until.is_none_or(|until| self.date <= until)
        };
        TABLE.iter().rev().find(holds).map(|rule| Ruling { value: rule.value, article: rule.article })
    }

    /// The article of a subject, if the table has one.
    #[must_use]
    pub fn article(&self, subject: Subject) -> Option<Article> {
        self.row(subject).map(|ruling| ruling.article)
    }

    /// How many powers a member may hold; `None` if the law of the day is disputed.
    #[must_use]
    pub fn proxies_per_holder(&self) -> Option<u32> {
        match self.row(Subject::ProxiesPerHolder)?.value {
            Value::AtMost(limit) => Some(limit),
            _ => None,
        }
    }

    /// Whether whoever presides decides when votes are equal.
    #[must_use]
    pub fn has_casting_vote(&self) -> bool {
        self.row(Subject::CastingVote).is_some_and(|ruling| ruling.value == Value::Holds)
    }

    /// Whether members may attend from afar; `None` if neither the table nor the body says it.
    #[must_use]
    pub fn allows_remote(&self) -> Option<bool> {
        self.row(Subject::Remote).map(|ruling| ruling.value == Value::Holds)
    }

    /// For how many sittings in a row a power may last; `None` for no limit.
    #[must_use]
    pub fn longest_proxy_run(&self) -> Option<u32> {
        match self.row(Subject::ProxyRun)?.value {
            Value::AtMost(sittings) => Some(sittings),
            _ => None,
        }
    }

    /// How many members may ask for a sitting in camera, whoever presides aside.
    #[must_use]
    pub fn in_camera_askers(&self) -> Option<u32> {
        match self.row(Subject::InCameraAskers)?.value {
            Value::AtLeast(askers) => Some(askers),
            _ => None,
        }
    }

    /// How many clear days lie between a first meeting without quorum and the second.
    #[must_use]
    pub fn clear_days_before_second(&self) -> Option<u32> {
        match self.row(Subject::SecondConvocation)?.value {
            Value::ClearDays(days, _) => Some(days),
            _ => None,
        }
    }

    /// How many clear days lie between the convocation and the sitting, in a body of so many inhabitants.
    #[must_use]
    pub fn clear_days_of_notice(&self, population: u32) -> Option<u32> {
        match self.row(Subject::Notice)?.value {
            Value::ClearDays(small, _) if population < 3_500 => Some(small),
            Value::ClearDays(_, large) => Some(large),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_body_has_a_rule_for_each_figure_on_every_day_of_a_change() {
        for body in BodyKind::ALL {
            for day in TABLE.iter().flat_map(|rule| [rule.from, rule.until]).flatten() {
                for subject in [Subject::Quorum, Subject::ProxiesPerHolder, Subject::Majority, Subject::CastingVote] {
                    assert!(Rules::on(body, day).row(subject).is_some(), "{body:?} {day} {subject:?}");
                }
            }
        }
    }

    #[test]
    fn two_powers_are_lawful_from_10_november_2021_to_31_july_2022_and_not_the_day_before_or_after() {
        let limit = |y, m, d| Rules::on(Commune, date(y, m, d)).proxies_per_holder();
        assert_eq!(limit(2021, 11, 9), Some(1));
        assert_eq!(limit(2021, 11, 10), Some(2));
        assert_eq!(limit(2022, 7, 31), Some(2));
        assert_eq!(limit(2022, 8, 1), Some(1));
    }

    #[test]
    fn every_member_present_signs_until_30_june_2022_and_chair_and_secretary_after() {
        let signs = |y, m, d| Rules::on(Commune, date(y, m, d)).row(Subject::Signatures).map(|rule| rule.value);
        assert_eq!(signs(2022, 6, 30), Some(Value::AllPresent));
        assert_eq!(signs(2022, 7, 1), Some(Value::ChairAndSecretary));
    }

    #[test]
    fn no_figure_is_given_while_the_law_is_disputed() {
        assert_eq!(Rules::on(Commune, date(2020, 10, 17)).proxies_per_holder(), None);
        assert_eq!(Rules::on(Commune, date(2020, 11, 14)).proxies_per_holder(), None);
        assert_eq!(Rules::on(Commune, date(2020, 11, 15)).proxies_per_holder(), Some(2));
    }
}

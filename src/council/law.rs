//! The dated rules: what a body must do on a day, and by which article. The table is in `law/table.rs`.
//!
//! Of the rows of one subject that fit a body and a date, the last one holds: a window of exception stands below the
//! ordinary rule. What a body settles for itself in its session file comes before the table.
//!
//! **No row means that the program does not judge**: the law of that body says nothing of the subject, or what it says
//! has not been read. It is never a prohibition, and never a permission that a paper could print: whoever asks gets
//! `None`, raises no finding and quotes no article.

mod table;
pub mod value;

use jiff::civil::Date;

use super::docket::{Body, BodyKind};
use super::settings::{Setting, Settings};

pub use self::table::TABLE;
pub use self::value::Value;

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
    /// What the minutes hold.
    Minutes,
    /// The list of the acts that were examined is posted.
    ListOfActs,
    /// The acts are kept in a register.
    Register,
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
    /// What part of the members present may ask for a public ballot.
    PublicBallot,
    /// With members from afar, every vote is by public ballot.
    RemoteBallot,
    /// The only candidates for a committee or an outside body are appointed without a vote.
    Appointment,
    /// Some appointments take a secret ballot whatever the candidates.
    SecretByLaw,
    /// The executive reports to the council the decisions that it took by delegation.
    Delegation,
    /// What part of the members present may ask for a secret ballot.
    SecretBallot,
    /// Of a public and a secret ballot that are both asked for, the secret one prevails.
    SecretPrevails,
    /// Whether whoever presides decides equal votes by secret ballot too.
    SecretTie,
    /// How many must be there for whoever presides to be elected.
    HeadQuorum,
    /// The eldest presides while whoever presides is elected.
    EldestPresides,
    /// The youngest is the secretary then.
    YoungestWrites,
    /// The council must be complete then.
    CompleteCouncil,
    /// The candidates of a list are alternately of each sex.
    AlternateList,
    /// How many deputies there may be: so many in a hundred members.
    MostDeputies,
    /// How the mayor, or the president, is elected.
    HeadElection,
    /// How deputies are elected.
    DeputyElection,
    /// How the commission permanente is elected.
    PermanentCommittee,
    /// How a conseil municipal names conseillers communautaires between two renewals.
    CommunityCouncillors,
    /// How the commission d'appel d'offres is elected.
    TenderCommittee,
    /// How a conseil municipal elects members of the board of its CCAS.
    CcasBoard,
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

/// A row of the table as it holds for one body: its own setting, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// What it says.
    pub value: Value,
    /// Where it is written.
    pub article: Article,
}

/// Stands in place of an article when the body settles a rule for itself: a mark, whose words are in `french/`.
pub const OWN_SETTING: Article = Article("OWN_SETTING");

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
                limit => Value::AtMost(limit),
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

    /// How many of so many members present may ask for a public ballot; `None` if neither the table nor the body says it.
    #[must_use]
    pub fn public_ballot_askers(&self, present: u32) -> Option<u32> {
        match self.row(Subject::PublicBallot)?.value {
            Value::OneIn(parts) => Some(present.div_ceil(parts.max(1))),
            _ => None,
        }
    }

    /// How many of so many members present may ask for a secret ballot; `None` if neither the table nor the body says it.
    #[must_use]
    pub fn secret_ballot_askers(&self, present: u32) -> Option<u32> {
        match self.row(Subject::SecretBallot)?.value {
            Value::OneIn(parts) => Some(present.div_ceil(parts.max(1))),
            _ => None,
        }
    }

    /// Whether the rule holds in a body of so many inhabitants; `None` if there is no rule, or where it depends on a number
    /// of inhabitants that is not known.
    #[must_use]
    pub fn holds_for(&self, subject: Subject, population: Option<u32>) -> Option<bool> {
        match self.row(subject)?.value {
            Value::FromPopulation(0) => Some(true),
            Value::FromPopulation(least) => population.map(|inhabitants| inhabitants >= least),
            value => Some(value == Value::Holds),
        }
    }

    /// How many deputies a council of so many members by law may have.
    #[must_use]
    pub fn most_deputies(&self, legal_size: u32) -> Option<u32> {
        match self.row(Subject::MostDeputies)?.value {
            Value::Percent(parts) => u32::try_from(u64::from(legal_size) * u64::from(parts) / 100).ok(),
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
mod tests;

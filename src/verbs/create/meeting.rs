//! What is asked about the body and the meeting.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::council::docket::BodyKind;
use crate::council::law::{Article, Rules, Subject, Value};
use crate::council::name::fold;
use crate::council::roster::Roster;
use crate::french::creation as words;
use crate::french::grammar::the_chair_addressed;
use crate::french::numbers::{date as in_words, hour as hour_in_words, read_date};
use crate::store::session_file::people::member_named;
use crate::store::session_file::plan::{BodyPlan, MeetingPlan, OwnRules, TypedBody};

use super::dialogue::{Dialogue, Left};
use super::origin::Last;
use super::people::pick;

/// Asks what the body is.
///
/// # Errors
/// [`Left`] at the end of the input.
pub fn body(dialogue: &mut Dialogue<'_>, today: Date) -> Result<TypedBody, Left> {
    let name = dialogue.ask(words::BODY_NAME, None, |answer| match answer {
        "" => Err(words::NEEDED.to_owned()),
        answer if !answer.chars().any(char::is_alphabetic) => Err(words::NOT_A_NAME.to_owned()),
        answer => Ok(answer.to_owned()),
    })?;
    for (place, kind) in BodyKind::ALL.iter().enumerate() {
        dialogue.say(&words::choice(place + 1, words::kind_of_body(*kind)));
    }
    let suggested =
        words::suggested_kind(&fold(&name)).and_then(|kind| BodyKind::ALL.iter().position(|it| *it == kind));
    let suggested = suggested.map(|place| (place + 1).to_string());
    let kind = dialogue.ask(words::BODY_KIND, suggested.as_deref(), |answer| {
        let place = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let by_number = place.and_then(|place| BodyKind::ALL.get(place)).copied();
        let by_name = || words::kind_called(&fold(answer));
        by_number.or_else(by_name).ok_or_else(|| words::no_such_body(BodyKind::ALL.len()))
    })?;
    if suggested.is_none() {
        dialogue.say(&words::understood(words::kind_of_body(kind)));
    }
    let rules = Rules::on(kind, today);
    let depends = rules.clear_days_of_notice(0) != rules.clear_days_of_notice(u32::MAX);
    let population = if depends { Some(dialogue.ask(words::POPULATION, None, population)?) } else { None };
    let own = if kind == BodyKind::Autre { Some(own_rules(dialogue)?) } else { None };
    Ok(TypedBody { name, kind, population, own })
}

/// « 14 200 », « 14200 ».
fn population(answer: &str) -> Result<u32, String> {
    let digits: String = answer.chars().filter(|character| !character.is_whitespace()).collect();
    digits.parse().map_err(|_| words::NOT_A_POPULATION.to_owned())
}

/// A body that no law rules settles its quorum and its powers.
fn own_rules(dialogue: &mut Dialogue<'_>) -> Result<OwnRules, Left> {
    let quorum = dialogue.ask(words::QUORUM, Some(words::HALF), |answer| {
        words::read_quorum(&fold(answer)).ok_or_else(|| words::NOT_A_QUORUM.to_owned())
    })?;
    let powers =
        dialogue.ask(words::POWERS, Some("1"), |answer| answer.parse().map_err(|_| words::NOT_A_NUMBER.to_owned()))?;
    let reason = dialogue.text(words::OWN_REASON, None)?;
    Ok(OwnRules { quorum, powers, reason })
}

/// Asks when and where the meeting is, and who holds it.
///
/// # Errors
/// [`Left`] at the end of the input.
pub fn meeting(
    dialogue: &mut Dialogue<'_>,
    body: &BodyPlan,
    roster: &Roster,
    last: Option<&Last>,
    today: Date,
) -> Result<MeetingPlan, Left> {
    let (kind, population) = match body {
        BodyPlan::Copied { kind, .. } => (*kind, last.and_then(|last| last.population)),
        BodyPlan::Typed(typed) => (typed.kind, typed.population),
    };
    let date = dialogue.ask(words::DATE, None, day)?;
    dialogue.say(&words::understood(&words::day(date, date < today)));
    let hour = last.and_then(|last| last.hour).map(hour_in_words);
    let hour = dialogue.ask(words::HOUR, hour.as_deref(), |answer| match answer {
        "" => Ok(None),
        answer => hour_of(answer).map(Some).ok_or_else(|| words::NOT_AN_HOUR.to_owned()),
    })?;
    let place = dialogue.perhaps(words::PLACE, last.and_then(|last| last.place.as_deref()))?;
    let convened_on = convocation(dialogue, &Rules::on(kind, date), population, date, today)?;
    let known = last.and_then(|last| last.president.clone()).filter(|id| roster.contains(id));
    let president = pick(dialogue, roster, words::PRESIDENT, known.as_ref().or(first_of(roster, kind)))?;
    let secretary = pick(dialogue, roster, words::SECRETARY, None)?;
    let chair = president.as_deref().and_then(|name| member_named(roster, name).ok());
    let same_chair = chair.is_some() && chair == last.and_then(|last| last.president.clone());
    let addressed = the_chair_addressed(kind, chair.as_ref().and_then(|id| roster.get(id)));
    let by = last.and_then(|last| last.convened_by.clone()).filter(|_| same_chair).unwrap_or(addressed);
    let convened_by = dialogue.perhaps(words::CONVENED_BY, Some(&by))?;
    let rank = last.and_then(|last| last.next_rank.map(|rank| if last.date.year() == date.year() { rank } else { 1 }));
    let first_number = match rank {
        Some(rank) => {
            let number = |answer: &str| answer.parse().ok().filter(|number| *number > 0);
            Some(dialogue.ask(words::FIRST_NUMBER, Some(&rank.to_string()), |answer| {
                number(answer).ok_or_else(|| words::NOT_A_NUMBER.to_owned())
            })?)
        }
        None => None,
    };
    Ok(MeetingPlan { date, hour, place, convened_on, convened_by, president, secretary, first_number })
}

/// The member whose function says that he presides: « maire », « présidente ».
fn first_of(roster: &Roster, kind: BodyKind) -> Option<&crate::council::id::MemberId> {
    let presides = |role: &str| match kind {
        BodyKind::Commune => role == "maire",
        _ => matches!(role, "president" | "presidente") || role.starts_with("maire"),
    };
    let member = roster.iter().find(|member| member.role.as_deref().is_some_and(|role| presides(&fold(role))));
    member.map(|member| &member.id)
}

/// Reads a day, with the name of its weekday before it or not.
fn day(answer: &str) -> Result<Date, String> {
    let (first, rest) = answer.split_once(' ').unwrap_or((answer, ""));
    let typed = words::WEEKDAYS.iter().find(|name| **name == first.to_lowercase());
    let date = read_date(if typed.is_some() { rest } else { answer }).ok_or_else(|| words::NOT_A_DATE.to_owned())?;
    match typed {
        Some(name) if *name != name_of(date.weekday()) => Err(words::another_weekday(date, name)),
        _ => Ok(date),
    }
}

fn name_of(weekday: Weekday) -> &'static str {
    let place = usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0);
    words::WEEKDAYS.get(place).copied().unwrap_or_default()
}

fn hour_of(answer: &str) -> Option<crate::council::hour::Hour> {
    let read = crate::store::session_file::read_hour;
    // « 1830 », as the screens take it.
    let is_figures = (3..=4).contains(&answer.len()) && answer.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = answer.split_at_checked(answer.len().saturating_sub(2)).filter(|_| is_figures).unzip();
    read(answer).or_else(|| read(&format!("{}:{}", hours?, minutes?)))
}

/// Asks for the day of the convocation, and says at once when it leaves too few clear days.
fn convocation(
    dialogue: &mut Dialogue<'_>,
    rules: &Rules,
    population: Option<u32>,
    date: Date,
    today: Date,
) -> Result<Option<Date>, Left> {
    let needed = needed_days(rules, population);
    let latest = needed.and_then(|(days, _)| date.checked_sub((i64::from(days) + 1).days()).ok());
    // The last day that is not too late, or today if that one is past already.
    let proposed = latest.map(|latest| latest.max(today)).filter(|day| *day <= date).map(in_words);
    loop {
        let answer = dialogue.ask(words::CONVOCATION, proposed.as_deref(), |answer| match answer {
            "" => Ok(None),
            answer => match day(answer)? {
                day if day > date => Err(words::CONVENED_AFTER.to_owned()),
                day => Ok(Some(day)),
            },
        })?;
        let Some((day, (days, article), latest)) = answer.and_then(|day| Some((day, needed?, latest?))) else {
            return Ok(answer);
        };
        if day <= latest {
            return Ok(answer);
        }
        dialogue.say(&words::wrong(&words::too_late(days, latest, article)));
        if dialogue.yes(words::KEEP, words::NO)? {
            return Ok(answer);
        }
    }
}

/// How many clear days the law wants, and where; nothing where it does not say or depends on what is not known.
fn needed_days(rules: &Rules, population: Option<u32>) -> Option<(u32, Option<Article>)> {
    let ruling = rules.row(Subject::Notice)?;
    let days = match (ruling.value, population) {
        (Value::ClearDays(small, large), None) if small != large => return None,
        _ => rules.clear_days_of_notice(population.unwrap_or(0))?,
    };
    Some((days, Some(ruling.article)))
}

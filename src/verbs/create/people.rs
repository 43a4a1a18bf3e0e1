//! Members typed at the keyboard, and members picked by some letters of their names.

use crate::app::picker::Directory;
use crate::council::id::MemberId;
use crate::council::name::{Name, fold};
use crate::council::roster::Roster;
use crate::french::creation as words;
use crate::french::file;
use crate::store::session_file::plan::{MemberPlan, MembersPlan, Plan, unfit};

use super::dialogue::{Dialogue, Left};
use super::{origin, sound};

/// How many of those who fit are listed.
const LISTED: usize = 20;

/// Asks for the members, one a line, until an empty one.
///
/// # Errors
/// [`Left`] at the end of the input.
pub fn typed(dialogue: &mut Dialogue<'_>, plan: &mut Plan) -> Result<(), Left> {
    dialogue.say(words::HOW_TO_TYPE);
    let mut members: Vec<MemberPlan> = Vec::new();
    loop {
        let line = dialogue.line(&format!("{:>4}  ", members.len() + 1))?;
        if line.is_empty() {
            if members.is_empty() {
                dialogue.say(&words::wrong(words::NO_MEMBER));
                continue;
            }
            let number = u32::try_from(members.len()).unwrap_or(u32::MAX);
            dialogue.say(&words::understood(&words::members(number)));
            plan.members = MembersPlan::List(members);
            return Ok(());
        }
        let read = unfit(&line).map_or_else(|| member(&line), |why| Err(file::sentence(&why)));
        let accepted = read.and_then(|member| {
            members.push(member);
            plan.members = MembersPlan::List(members.clone());
            // What only the whole list tells: two of one name, letters of another alphabet.
            sound(plan).map(|_| ()).inspect_err(|_| {
                members.pop();
            })
        });
        if let Err(why) = accepted {
            dialogue.say(&words::wrong(&why));
        }
    }
}

/// Reads « Mme NOM Prénom ; groupe ; fonction ; identité ».
fn member(line: &str) -> Result<MemberPlan, String> {
    let mut fields = line.split(';').map(str::trim);
    let mut name = fields.next().unwrap_or_default();
    let mut civility = None;
    if let Some((first, rest)) = name.split_once(' ')
        && let Some((_, known)) = words::CIVILITIES.iter().find(|(word, _)| fold(first) == *word)
        && is_civility(first)
    {
        civility = Some(*known);
        name = rest.trim();
    }
    let parts: Vec<&str> = name.split_whitespace().collect();
    let surnames = parts.iter().take_while(|part| is_in_capitals(part)).count();
    let (surname, first) = parts.split_at(surnames);
    if surname.is_empty() {
        return Err(words::NO_SURNAME.to_owned());
    }
    let mut plan = MemberPlan::named(Name { surname: surname.join(" "), first: first.join(" "), civility });
    let mut next = || fields.next().filter(|field| !field.is_empty()).map(str::to_owned);
    (plan.group, plan.role, plan.id) = (next(), next(), next());
    if fields.next().is_some() {
        return Err(words::TOO_MANY_FIELDS.to_owned());
    }
    Ok(plan)
}

/// « Mme », « M. »: a surname is all in capitals, so « M » alone is a civility only with a small letter or a point behind.
fn is_civility(word: &str) -> bool {
    word == "M" || word == "M." || word.chars().any(char::is_lowercase)
}

/// A word of a surname: no small letter, and something that may be one.
fn is_in_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

/// Asks for somebody by letters; nobody for an empty answer where `default` is none.
///
/// # Errors
/// [`Left`] at the end of the input.
pub fn pick(
    dialogue: &mut Dialogue<'_>,
    roster: &Roster,
    question: &str,
    default: Option<&MemberId>,
) -> Result<Option<String>, Left> {
    let directory = Directory::of(roster).among(roster.ids());
    let shown = default.map(|id| roster.listed(id));
    loop {
        let answer = dialogue.line(&words::question(question, Some(shown.as_deref().unwrap_or(words::NOBODY))))?;
        if answer.is_empty() {
            return Ok(default.map(|id| origin::named(roster, id)));
        }
        if answer == words::NOBODY {
            return Ok(None);
        }
        let found = directory.find(&answer);
        let id = match &found[..] {
            [] => {
                dialogue.say(&words::wrong(words::NOBODY_FOUND));
                continue;
            }
            [one] => one.clone(),
            several => match one_of(dialogue, roster, several)? {
                Some(id) => id,
                None => continue,
            },
        };
        let role = roster.get(&id).and_then(|member| member.role.clone()).map(|role| format!(", {role}"));
        dialogue.say(&words::understood(&format!("{}{}", roster.listed(&id), role.unwrap_or_default())));
        return Ok(Some(origin::named(roster, &id)));
    }
}

/// Asks for the number of one of several; nothing if the answer is empty.
fn one_of(dialogue: &mut Dialogue<'_>, roster: &Roster, several: &[MemberId]) -> Result<Option<MemberId>, Left> {
    for (place, id) in several.iter().take(LISTED).enumerate() {
        let group = roster.get(id).and_then(|member| member.group.clone()).map(|group| format!(" ({group})"));
        dialogue.say(&words::choice(place + 1, &format!("{}{}", roster.listed(id), group.unwrap_or_default())));
    }
    dialogue.ask(words::WHICH, None, |answer| match answer {
        "" => Ok(None),
        answer => {
            let place = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let id = place.and_then(|place| several.iter().take(LISTED).nth(place));
            id.cloned().map(Some).ok_or_else(|| words::NOT_A_NUMBER.to_owned())
        }
    })
}

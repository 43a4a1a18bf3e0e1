//! What is asked about the agenda: chapters and reports, one after the other.

use crate::council::docket::BodyKind;
use crate::council::election::Office;
use crate::council::kind::{OpinionSense, ReportKind};
use crate::council::name::fold;
use crate::council::roster::Roster;
use crate::french::creation as words;
use crate::french::kinds;
use crate::store::session_file::plan::{ItemPlan, Plan};

use super::dialogue::{Dialogue, Left};
use super::origin::Last;
use super::people::pick;
use super::sound;

/// The kinds that may be asked for; the particulars of some are asked after.
const KINDS: [ReportKind; 14] = [
    ReportKind::Deliberation,
    ReportKind::Opinion { sense: OpinionSense::Favourable },
    ReportKind::Acknowledgement { voted: false },
    ReportKind::Information,
    ReportKind::Communication,
    ReportKind::Decisions,
    ReportKind::OralQuestion,
    ReportKind::Wish,
    ReportKind::Motion,
    ReportKind::PreviousMinutes { of: None, voted: false },
    ReportKind::AdministrativeAccounts,
    ReportKind::UnifiedAccounts,
    ReportKind::Appointment { posts: None, secret: false },
    ELECTION,
];

/// An election, of which the office is asked after.
const ELECTION: ReportKind = ReportKind::Election { office: Office::Mayor, posts: None };

/// How many letters of a word tell an office.
const STEM: usize = 7;

/// The senses of an opinion.
const SENSES: [OpinionSense; 3] = [OpinionSense::Favourable, OpinionSense::Unfavourable, OpinionSense::Reserved];

/// Asks for the agenda until an empty object; each report is held against what stands already.
///
/// # Errors
/// [`Left`] at the end of the input.
pub fn agenda(dialogue: &mut Dialogue<'_>, plan: &mut Plan, roster: &Roster, last: Option<&Last>) -> Result<(), Left> {
    dialogue.say(words::HOW_TO_LIST);
    plan.agenda.clear();
    if let Some(last) = last.filter(|last| last.was_held && last.date < plan.meeting.date)
        && dialogue.yes(&words::ask_previous_minutes(last.date), words::YES)?
    {
        plan.agenda.push(ItemPlan::Report {
            number: number(1),
            object: words::previous_minutes(last.date),
            kind: ReportKind::PreviousMinutes { of: Some(last.date), voted: false },
            rapporteur: None,
        });
    }
    let mut chapter: Option<String> = None;
    loop {
        let reports = plan.agenda.iter().filter(|item| matches!(item, ItemPlan::Report { .. })).count();
        let proposed = number(reports + 1);
        let object = dialogue.perhaps(&words::object(&proposed), None)?;
        let Some(object) = object else {
            if reports > 0 {
                return Ok(());
            }
            dialogue.say(&words::wrong(words::NO_REPORT));
            continue;
        };
        if let Some(title) = object.strip_prefix('#').map(str::trim).filter(|title| !title.is_empty()) {
            chapter = Some(title.to_owned());
            continue;
        }
        let number = dialogue.text(words::NUMBER, Some(&proposed))?;
        let kind = kind(dialogue, &fold(&object), plan.body.kind())?;
        let report =
            ItemPlan::Report { number, object, kind, rapporteur: pick(dialogue, roster, words::RAPPORTEUR, None)? };
        let before = plan.agenda.len();
        // A heading is put down with the first report that stands under it.
        plan.agenda.extend(chapter.clone().map(ItemPlan::Chapter));
        plan.agenda.push(report);
        match sound(plan) {
            Ok(_) => chapter = None,
            Err(why) => {
                plan.agenda.truncate(before);
                dialogue.say(&words::wrong(&why));
            }
        }
    }
}

/// « 01 ».
fn number(place: usize) -> String {
    format!("{place:02}")
}

/// Asks for a kind of report by its first letters, and for its particulars. What the object begins with is proposed:
/// « Élection du maire » is an election.
fn kind(dialogue: &mut Dialogue<'_>, folded_object: &str, body: BodyKind) -> Result<ReportKind, Left> {
    let names: Vec<String> = KINDS.iter().map(|kind| name(*kind).to_owned()).collect();
    let elects = folded_object.starts_with(&fold(name(ELECTION)));
    let default = if elects { name(ELECTION) } else { names.first().map_or("", String::as_str) };
    loop {
        let asked = dialogue.ask(words::KIND, Some(default), |answer| {
            if answer == "?" {
                return Ok(None);
            }
            let typed = fold(answer);
            let by_number = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let by_letters = || names.iter().position(|name| !typed.is_empty() && fold(name).starts_with(&typed));
            let place = by_number.or_else(by_letters);
            place.and_then(|place| KINDS.get(place)).copied().map(Some).ok_or_else(|| words::NO_SUCH_KIND.to_owned())
        })?;
        let Some(asked) = asked else {
            for (place, name) in names.iter().enumerate() {
                dialogue.say(&words::choice(place + 1, name));
            }
            continue;
        };
        if !matches!(asked, ReportKind::Deliberation) {
            dialogue.say(&words::understood(name(asked)));
        }
        return match asked {
            ReportKind::Opinion { .. } => Ok(ReportKind::Opinion { sense: sense(dialogue)? }),
            ReportKind::Election { .. } => {
                Ok(ReportKind::Election { office: office(dialogue, folded_object, body)?, posts: None })
            }
            other => Ok(other),
        };
    }
}

/// « avis », whatever its sense.
fn name(kind: ReportKind) -> &'static str {
    let name = kinds::kind(kind);
    match kind {
        ReportKind::Opinion { .. } => name.split(' ').next().unwrap_or(name),
        _ => name,
    }
}

/// Asks what is elected, of what such a body elects; what the object names is proposed.
fn office(dialogue: &mut Dialogue<'_>, folded_object: &str, body: BodyKind) -> Result<Office, Left> {
    let offices: Vec<Office> = Office::ALL.into_iter().filter(|office| office.is_elected_by(body)).collect();
    let names: Vec<String> = offices.iter().map(|office| fold(kinds::office(*office))).collect();
    // « adjoints au maire » goes before « maire »; failing a whole name, a word that begins as one: « du président ».
    let whole = names.iter().filter(|name| folded_object.contains(*name)).max_by_key(|name| name.len());
    let begins = |name: &&String| {
        let stem: String = name.chars().take_while(|letter| *letter != ' ').take(STEM).collect();
        folded_object.split(' ').any(|word| word.starts_with(&stem))
    };
    let proposed = whole.or_else(|| names.iter().find(begins));
    let default = proposed.and_then(|name| names.iter().position(|it| it == name)).and_then(|place| offices.get(place));
    loop {
        let asked = dialogue.ask(words::OFFICE, default.map(|office| kinds::office(*office)), |answer| {
            if answer == "?" {
                return Ok(None);
            }
            let typed = fold(answer);
            let by_number = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let by_letters = || names.iter().position(|name| !typed.is_empty() && name.starts_with(&typed));
            let place = by_number.or_else(by_letters);
            place
                .and_then(|place| offices.get(place))
                .copied()
                .map(Some)
                .ok_or_else(|| words::NO_SUCH_OFFICE.to_owned())
        })?;
        let Some(asked) = asked else {
            for (place, office) in offices.iter().enumerate() {
                dialogue.say(&words::choice(place + 1, kinds::office(*office)));
            }
            continue;
        };
        dialogue.say(&words::understood(kinds::office(asked)));
        return Ok(asked);
    }
}

fn sense(dialogue: &mut Dialogue<'_>) -> Result<OpinionSense, Left> {
    dialogue.ask(words::SENSE, None, |answer| {
        let typed = fold(answer);
        let is_it = |sense: &&OpinionSense| {
            let name = kinds::kind(ReportKind::Opinion { sense: **sense });
            name.split(' ').nth(1).is_some_and(|word| !typed.is_empty() && fold(word).starts_with(&typed))
        };
        SENSES.iter().find(is_it).copied().ok_or_else(|| words::NOT_A_SENSE.to_owned())
    })
}

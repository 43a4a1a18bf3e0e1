//! `creer`: makes a session file by questions. Nothing is written before the last answer, and nothing is written over.

mod agenda;
mod dialogue;
mod installed;
mod meeting;
mod origin;
mod people;

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::Exit;
use crate::cli::CreateAsked;
use crate::clock::WallClock;
use crate::council::docket::{BodyKind, Docket};
use crate::council::name::fold;
use crate::french::creation as words;
use crate::french::file;
use crate::french::program as program_words;
use crate::store::disk::RealDisk;
use crate::store::replace::{self, NotWritten};
use crate::store::session_file;
use crate::store::session_file::files::Folder;
use crate::store::session_file::plan::{BodyPlan, ItemPlan, MeetingPlan, MembersPlan, Plan, TypedBody};

use self::dialogue::{Dialogue, Left};
use self::origin::Origin;

/// Makes a session file by questions.
#[must_use]
pub fn create(asked: &CreateAsked) -> Exit {
    let is_typed = stdin().is_terminal();
    let (mut input, mut out) = (stdin().lock(), stdout().lock());
    let newest = super::newest_session_file();
    create_with(asked, newest.as_deref(), WallClock::wall().date(), &mut input, &mut out, is_typed)
}

/// The same, asked and answered there, on that day; `newest` is the file whose members are proposed.
pub fn create_with(
    asked: &CreateAsked,
    newest: Option<&Path>,
    today: Date,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    is_typed: bool,
) -> Exit {
    let from = match asked.from.as_deref().map(Origin::read).transpose() {
        Ok(from) => from,
        Err(why) => return Exit::Refused(why),
    };
    let mut dialogue = Dialogue::new(input, out, is_typed);
    match answered(&mut dialogue, asked.file.clone(), from, newest, today) {
        Ok(path) => {
            dialogue.say("");
            dialogue.say(&program_words::written(&path));
            // What is irregular was told when it was answered; it is told once more as `verifier` will tell it.
            dialogue.say(&words::next_steps(&path));
            Exit::Fine
        }
        Err(Left) => Exit::Refused(words::NOTHING_WRITTEN.to_owned()),
    }
}

/// Asks everything, writes the file, and says where.
fn answered(
    dialogue: &mut Dialogue<'_>,
    file: Option<PathBuf>,
    from: Option<Origin>,
    newest: Option<&Path>,
    today: Date,
) -> Result<PathBuf, Left> {
    dialogue.say(words::WELCOME);
    dialogue.part(words::ASSEMBLY);
    let from = match from {
        Some(from) => Some(from),
        None => origin_asked(dialogue, newest)?,
    };
    let mut plan = empty(today);
    if let Some(from) = &from {
        plan.members = MembersPlan::List(from.members.clone());
    }
    let last = from.as_ref().and_then(|from| from.last.as_ref());
    match last {
        Some(last) => {
            plan.body = BodyPlan::Copied { source: last.body.clone(), name: last.name.clone(), kind: last.kind };
            let members = u32::try_from(members_in_office(&plan)).unwrap_or(u32::MAX);
            let path = from.as_ref().map(|from| from.path.clone()).unwrap_or_default();
            dialogue.say(&words::understood(&words::taken(&last.name, members, &path)));
        }
        None => plan.body = BodyPlan::Typed(meeting::body(dialogue, today)?),
    }
    if from.is_none() {
        people::typed(dialogue, &mut plan)?;
    } else if last.is_none() {
        let members = u32::try_from(members_in_office(&plan)).unwrap_or(u32::MAX);
        dialogue.say(&words::understood(&words::members(members)));
    }
    let docket = loop {
        match sound(&plan) {
            Ok(docket) => break docket,
            // Only what was copied can be wrong here, and then nothing that is typed mends it.
            Err(why) => {
                dialogue.say(&words::wrong(&why));
                plan.body = BodyPlan::Typed(meeting::body(dialogue, today)?);
            }
        }
    };
    dialogue.part(words::MEETING);
    plan.meeting = meeting::meeting(dialogue, &plan.body, &docket.roster, last, today)?;
    dialogue.part(words::AGENDA);
    agenda::agenda(dialogue, &mut plan, &docket.roster, last)?;
    dialogue.part(words::FILE);
    let reports = plan.agenda.iter().filter(|item| matches!(item, ItemPlan::Report { .. })).count();
    let told = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (date, hour) = (plan.meeting.date, plan.meeting.hour);
    let members = told(members_in_office(&plan));
    dialogue.say(&words::understood(&words::summary(&docket.body.name, date, hour, members, told(reports))));
    written(dialogue, &mut plan, file, from.as_ref())
}

fn members_in_office(plan: &Plan) -> usize {
    match &plan.members {
        MembersPlan::File(_) => 0,
        MembersPlan::List(list) => {
            list.iter().filter(|member| member.seat == session_file::plan::SeatPlan::Own).count()
        }
    }
}

/// Asks from which file the members come; none if they are typed.
fn origin_asked(dialogue: &mut Dialogue<'_>, newest: Option<&Path>) -> Result<Option<Origin>, Left> {
    let newest = newest.map(|path| path.display().to_string());
    let question = if newest.is_some() { words::FROM } else { words::FROM_NOWHERE };
    dialogue.ask(question, newest.as_deref(), |answer| match answer {
        "" => Ok(None),
        answer if words::NONE.contains(&fold(answer).as_str()) => Ok(None),
        answer => Origin::read(Path::new(answer)).map(Some),
    })
}

/// A plan of which nothing is known yet.
fn empty(today: Date) -> Plan {
    Plan {
        body: BodyPlan::Typed(TypedBody {
            name: "…".to_owned(), kind: BodyKind::Commune, population: None, own: None
        }),
        meeting: MeetingPlan {
            date: today,
            hour: None,
            place: None,
            convened_on: None,
            convened_by: None,
            president: None,
            secretary: None,
            first_number: None,
        },
        members: MembersPlan::List(vec![]),
        agenda: vec![ItemPlan::Report {
            number: "1".to_owned(),
            object: "…".to_owned(),
            kind: crate::council::kind::ReportKind::Deliberation,
            rapporteur: None,
        }],
    }
}

/// Reads the file that the plan would be, as `verifier` does.
fn sound(plan: &Plan) -> Result<Arc<Docket>, String> {
    let text = words::session_file(plan, "");
    match session_file::parse(&text, &Folder::of(Path::new(""))) {
        Ok(parsed) => Ok(parsed.docket),
        Err(problems) => {
            let told: Vec<String> = problems
                .iter()
                .map(|problem| format!("{} {}", file::sentence(&problem.kind), file::next_step(&problem.kind)))
                .collect();
            Err(told.join("\n      "))
        }
    }
}

/// Writes the file under the name that is given or asked for, until one is free.
fn written(
    dialogue: &mut Dialogue<'_>,
    plan: &mut Plan,
    file: Option<PathBuf>,
    from: Option<&Origin>,
) -> Result<PathBuf, Left> {
    let mut named = file;
    let proposed = words::file_name(plan.meeting.date);
    loop {
        let path = match named.take() {
            Some(path) => path,
            None => PathBuf::from(dialogue.text(words::FILE_NAME, Some(&proposed))?),
        };
        let path = with_its_ending(path);
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        if RESERVED.contains(&name.as_str()) {
            dialogue.say(&words::wrong(words::RESERVED_NAME));
            continue;
        }
        // A journal without its file would be taken for the record of this séance.
        if path.with_extension("journal").exists() {
            dialogue.say(&words::wrong(&words::exists(&path.with_extension("journal"))));
            continue;
        }
        let mut plan = plan.clone();
        if let Some(from) = from.filter(|from| from.last.is_none()) {
            match table_beside(from, &path) {
                Some(table) => plan.members = MembersPlan::File(table),
                None => dialogue.say(&words::understood(words::TABLE_COPIED)),
            }
        }
        let text = words::session_file(&plan, &name);
        match replace::replace(&RealDisk, &path, text.as_bytes(), false) {
            Ok(()) => return Ok(path),
            Err(NotWritten::Exists { path }) => dialogue.say(&words::wrong(&words::exists(&path))),
            Err(why) => dialogue.say(&words::wrong(&program_words::not_written(&why))),
        }
    }
}

/// Names that the program reads for itself.
const RESERVED: [&str; 3] = ["charte.ron", "formules.ron", "config.ron"];

/// The name with `.ron` at its end.
fn with_its_ending(path: PathBuf) -> PathBuf {
    match path.extension() {
        Some(ending) if ending == "ron" => path,
        _ => {
            let mut name = path.into_os_string();
            name.push(".ron");
            PathBuf::from(name)
        }
    }
}

/// The name of the table, if it lies in the folder of the file.
fn table_beside(from: &Origin, path: &Path) -> Option<String> {
    let folder = |path: &Path| crate::store::disk::folder_of(path).canonicalize().ok();
    let same = folder(&from.path)? == folder(path)?;
    let name = from.path.file_name()?.to_str()?.to_owned();
    same.then_some(name)
}

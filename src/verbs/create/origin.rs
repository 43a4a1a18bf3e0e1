//! Where the members come from: another session file as its séance left it, a table, or a keyboard.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::council::docket::{BodyKind, Meeting};
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::numbering::NumberKind;
use crate::council::roster::{Member, Roster, Standing};
use crate::council::sitting::Sitting;
use crate::french::file;
use crate::store::disk::RealDisk;
use crate::store::record;
use crate::store::session_file::files::Folder;
use crate::store::session_file::plan::{MemberPlan, SeatPlan, body_source};
use crate::store::session_file::problem::Unread;
use crate::store::session_file::{self, SessionFile};

use super::installed::Installed;

/// What is taken over from elsewhere.
#[derive(Debug)]
pub struct Origin {
    /// Where it comes from.
    pub path: PathBuf,
    /// The members, as they sit now.
    pub members: Vec<MemberPlan>,
    /// Of another séance: its assembly and its habits.
    pub last: Option<Last>,
}

/// The last séance, as far as the next one is like it.
#[derive(Debug)]
pub struct Last {
    /// The fields of the body, word for word.
    pub body: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: BodyKind,
    /// Inhabitants.
    pub population: Option<u32>,
    /// Its day.
    pub date: Date,
    /// Its hour.
    pub hour: Option<Hour>,
    /// Its place.
    pub place: Option<String>,
    /// Who convened.
    pub convened_by: Option<String>,
    /// Who presided.
    pub president: Option<MemberId>,
    /// The rank behind that of its last act, if its acts are numbered by rank in a year.
    pub next_rank: Option<u32>,
    /// Whether its minutes are still to be settled.
    pub was_held: bool,
}

impl Origin {
    /// Reads it: a table by its name, anything else as a session file.
    ///
    /// # Errors
    /// What is wrong with the file, in French.
    pub fn read(path: &Path) -> Result<Self, String> {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            return Self::of_a_table(path);
        }
        let session = session_file::load(path).map_err(|unread| file::unread(&unread))?;
        Ok(Self::of_a_session(&session))
    }

    fn of_a_session(session: &SessionFile) -> Self {
        // Without a journal that can be read, the file is all that is known.
        let opened = record::read(&RealDisk, session).ok();
        let fresh = Sitting::new(session.docket.clone());
        let sitting = opened.as_ref().map_or(&fresh, |opened| opened.history.sitting());
        let docket = sitting.docket();
        let Meeting { date, hour, place, convened_by, president, .. } = docket.meeting.clone();
        let head = Installed::of(sitting).head;
        // Whoever convened the council that elects its head was another.
        let convened_by = convened_by.filter(|_| head.is_none());
        let last = body_source(&session.source).map(|body| Last {
            body,
            name: docket.body.name.clone(),
            kind: docket.body.kind,
            population: docket.body.population,
            date,
            hour,
            place,
            convened_by,
            president: head.or(president),
            next_rank: next_rank(sitting),
            was_held: sitting.opening().is_some(),
        });
        Self { path: session.path.clone(), members: as_they_sit(sitting), last }
    }

    /// A table is read as the session file reads it, in a file that has nothing else to mend.
    fn of_a_table(path: &Path) -> Result<Self, String> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name.replace('\\', "\\\\").replace('"', "\\\"");
        let around = format!(
            "(assemblee: (nom: \"x\", genre: Commune), seance: (date: \"2025-03-03\"), membres: Fichier(\"{name}\"), \
             ordre_du_jour: [Rapport(numero: \"1\", objet: \"x\")])"
        );
        let parsed = session_file::parse(&around, &Folder::of(path)).map_err(|problems| {
            // The places that are said are those of the table.
            file::unread(&Unread { path: path.to_owned(), problems })
        })?;
        let sitting = Sitting::new(parsed.docket);
        Ok(Self { path: path.to_owned(), members: as_they_sit(&sitting), last: None })
    }
}

/// The rank that the first act of the next séance takes, if the acts of this one have ranks.
fn next_rank(sitting: &Sitting) -> Option<u32> {
    let docket = sitting.docket();
    docket.body.numbering.as_ref().filter(|numbering| numbering.pattern.has_rank())?;
    let first = docket.meeting.first_number.unwrap_or(1);
    let fixed = |report: &&_| sitting.act_number(report).is_some_and(|number| number.kind == NumberKind::Fixed);
    let given = docket.agenda.reports().filter(fixed).count();
    first.checked_add(u32::try_from(given).ok()?)
}

/// The members as they sat at the end: who was installed sits, whose seat was taken is gone, substitutes stay behind
/// their titulars. Nobody is away, and no power is carried into another evening.
fn as_they_sit(sitting: &Sitting) -> Vec<MemberPlan> {
    let roster = &sitting.docket().roster;
    let attendance = sitting.attendance();
    let is_successor =
        |id: &MemberId| roster.get(id).is_some_and(|member| matches!(member.standing, Standing::SuccessorOf(_)));
    let is_gone = |id: &MemberId| attendance.sits_for(id).is_some_and(is_successor);
    let sits = |member: &Member| match member.standing {
        Standing::InOffice => !is_gone(&member.id),
        Standing::SubstituteOf(_) => false,
        Standing::SuccessorOf(_) => attendance.seat_taken_by(&member.id).is_some() && !is_gone(&member.id),
    };
    let seat = |member: &Member| match &member.standing {
        _ if sits(member) => Some(SeatPlan::Own),
        Standing::InOffice => None,
        Standing::SubstituteOf(titular) => {
            let stays = roster.get(titular).is_some_and(sits);
            stays.then(|| SeatPlan::SubstituteOf(named(roster, titular)))
        }
        Standing::SuccessorOf(_) if attendance.seat_taken_by(&member.id).is_some() => None,
        Standing::SuccessorOf(Some(of)) => {
            roster.get(of).is_some_and(sits).then(|| SeatPlan::SuccessorOf(named(roster, of)))
        }
        Standing::SuccessorOf(None) => Some(SeatPlan::VacantSeat),
    };
    let installed = Installed::of(sitting);
    let plan = |member: &Member| {
        let own_id = member.name.slug() != member.id;
        Some(MemberPlan {
            name: member.name.clone(),
            group: member.group.clone(),
            role: installed.role(&member.id, member.role.as_ref()),
            id: own_id.then(|| member.id.to_string()),
            rank: member.rank,
            birth: member.birth,
            seat: seat(member)?,
        })
    };
    roster.everyone().filter_map(plan).collect()
}

/// How the file names a member: by the name, or by the identity if several have it.
#[must_use]
pub fn named(roster: &Roster, id: &MemberId) -> String {
    let listed = roster.listed(id);
    match session_file::people::member_named(roster, &listed) {
        Ok(found) if found == *id => listed,
        _ => id.to_string(),
    }
}

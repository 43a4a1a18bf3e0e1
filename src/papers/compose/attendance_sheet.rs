//! The *feuille de présence*: one row a member in the order of the table, with the powers and room to sign.
//!
//! Before the opening it holds who is expected; afterwards who came, when, and who did not.

use crate::council::attendance::Presence;
use crate::council::chronicle::What;
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::room::Seat;
use crate::council::roster::{Member, Standing};
use crate::council::sitting::Sitting;
use crate::french::attendance_sheet as words;
use crate::french::grammar::{capitalised, the_named_body};
use crate::french::minutes::without_article;
use crate::french::numbers::{date, hour};
use crate::french::papers::sitting_of;
use crate::french::quorum;
use crate::french::sentences::convening;
use crate::papers::document::{Block, Document, Fields, Inline, Line, Run, Status, Style};

use super::attendance::told_apart;
use super::officers::Officers;
use super::{tables, text};

/// How high a row is, in lines of text.
const ROOM_TO_SIGN: u8 = 3;

/// Composes the sheet.
pub fn compose(sitting: &Sitting) -> Document {
    let docket = sitting.docket();
    let body = without_article(&the_named_body(&docket.body));
    let title = format!("{body} – {}", words::TITLE);
    let day = sitting_of(&date(docket.meeting.date));
    let mut blocks = vec![Block::Heading(1, Line::prose(&title)), Block::Paragraph(Style::Object, Line::prose(&day))];
    if let Some(of) = sitting.opening_quorum() {
        blocks.push(text(&convening(docket, &sitting.rules())));
        blocks.push(text(&quorum::at_the_opening(of, &sitting.rules(), docket.meeting.second_of)));
    } else {
        // Nobody has met yet.
        blocks.extend(docket.meeting.place.as_deref().map(|place| text(&words::will_meet(place))));
        blocks.push(text(words::EXPECTED));
    }
    blocks.push(table(sitting));
    blocks.push(Block::KeepTogether(vec![Block::Signatures(Officers::of_the_sitting(sitting).sign())]));
    Document {
        title: format!("{title} – {day}"),
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        reference: day,
        // A sheet is what is signed on it: nothing settles it later.
        status: Status::Final,
        fields: Fields::new(),
        blocks,
    }
}

fn table(sitting: &Sitting) -> Block {
    let roster = &sitting.docket().roster;
    // A column that nothing stands in takes room from the signatures.
    let has_roles = roster.everyone().any(|member| !role_and_group(member).is_blank());
    let mut columns = vec![tables::words(words::MEMBER, 24)];
    columns.extend(has_roles.then(|| tables::words(words::ROLE, 16)));
    columns.extend([
        tables::words(words::PRESENCE, 16),
        tables::words(words::POWER, 20),
        tables::words(words::SIGNATURE, 34),
    ]);
    let row = |member: &Member| {
        let (presence, came) = presence(sitting, member);
        let mut cells = vec![told_apart(member, Presence::Present, roster)];
        cells.extend(has_roles.then(|| role_and_group(member)));
        cells.extend([presence, powers(sitting, member)]);
        cells.push(if came { Line::default() } else { Line::prose(words::NO_SIGNATURE) });
        cells
    };
    tables::to_sign(words::CAPTION, columns, roster.everyone().map(row).collect(), ROOM_TO_SIGN)
}

/// « maire, Grand-Exemple avance ».
fn role_and_group(member: &Member) -> Line {
    let known: Vec<&str> = member.role.as_deref().into_iter().chain(member.group.as_deref()).collect();
    Line::prose(&known.join(", "))
}

/// Where the member is or was, in order, and whether room to sign is left.
fn presence(sitting: &Sitting, member: &Member) -> (Line, bool) {
    let Some(opening) = sitting.opening() else {
        // Whoever is expected to be away may come and sign all the same.
        let expected = sitting.attendance().presence(&member.id);
        let is_expected = member.standing == Standing::InOffice || sitting.room().seat(&member.id).is_some();
        let said = if is_expected { words::expected(expected, &member.name) } else { String::new() };
        return (Line::prose(&said), true);
    };
    let mut came = opening.room.seat(&member.id).is_some_and(Seat::is_present);
    let mut said: Vec<String> = Vec::new();
    let at_first = match opening.room.seat(&member.id) {
        Some(Seat::Present | Seat::Recused | Seat::Withdrawn) => Some(Presence::Present),
        Some(Seat::Remote) => Some(Presence::Remote),
        Some(Seat::Represented(_) | Seat::Excused) => Some(Presence::Excused),
        Some(Seat::Absent) => Some(Presence::Absent),
        None => None,
    };
    said.extend(at_first.map(|presence| words::stays(presence, &member.name)));
    for happening in sitting.chronicle().happenings() {
        match &happening.what {
            What::Moved { member: who, from, to } if *who == member.id => {
                came |= to.is_in();
                // Who comes was not there before: the one word says both.
                if said.len() == 1 && !from.is_in() && to.is_in() {
                    said.clear();
                }
                said.push(words::moves(*from, *to, happening.at, &member.name));
            }
            What::SeatTaken { member: who, .. } if *who == member.id => {
                came = true;
                said.push(words::seat(true, happening.at));
            }
            What::SeatLeft { member: who } if *who == member.id => said.push(words::seat(false, happening.at)),
            _ => {}
        }
    }
    if said.is_empty() {
        said.push(words::HAS_NOT_SAT.to_owned());
    }
    (Line::prose(&capitalised(&said.join(", "))), came)
}

/// The powers that the member gave and those that the member held, each on a line of its own.
fn powers(sitting: &Sitting, member: &Member) -> Line {
    let roster = &sitting.docket().roster;
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |giver: &MemberId, holder: &MemberId, at: Option<Hour>| {
        let when = at.map(|at| format!(" ({})", hour(at))).unwrap_or_default();
        let (words, other): (fn(&str) -> String, _) = if *giver == member.id {
            (words::gives_to, holder)
        } else if *holder == member.id {
            (words::holds_of, giver)
        } else {
            return;
        };
        let other = roster.listed(other);
        lines.push(Line::prose(&words(&other)).then(Run::name(&other)).then(Run::prose(&when)));
    };
    match sitting.opening() {
        None => sitting.attendance().proxies().for_each(|(giver, holder)| add(giver, holder, None)),
        Some(opening) => {
            for (giver, seat) in opening.room.seats() {
                if let Seat::Represented(holder) = seat {
                    add(giver, holder, None);
                }
            }
            for happening in sitting.chronicle().happenings() {
                if let What::ProxyGiven { giver, holder } = &happening.what {
                    add(giver, holder, happening.at);
                }
            }
        }
    }
    let mut all = Line::default();
    for (place, line) in lines.into_iter().enumerate() {
        if place > 0 {
            all.0.push(Inline::Break);
        }
        all.0.extend(line.0);
    }
    all
}

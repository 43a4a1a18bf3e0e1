//! Whoever presides, the secretaries and the staff who help them, as the sitting knows them.
//!
//! The minutes follow the opening, a délibération its own vote. If the one who should preside or write is not in the room
//! and nobody took the place, the paper says what is to be completed, and prints no name of somebody who was not there.

use std::borrow::Cow;

use crate::council::agenda::Report;
use crate::council::chair::ChairTitle;
use crate::council::chronicle::What;
use crate::council::id::MemberId;
use crate::council::law::Subject;
use crate::council::room::{Room, Seat};
use crate::council::roster::Member;
use crate::council::sitting::{Progress, Sitting};
use crate::french::grammar::{capitalised, the_chair};
use crate::french::minutes::{self as words, Presiding};
use crate::french::papers::{self, ASSISTANT, ASSISTANTS, SECRETARIES, SECRETARY};
use crate::papers::document::{Block, Line, Run, Signatory, Style};

use super::roles::{Moment, with_role};
use super::{attendance, missing};

/// Somebody with an office.
#[derive(Clone)]
enum Officer<'a> {
    /// Nobody is named.
    Unnamed,
    /// The member named was there.
    Here(Cow<'a, Member>),
    /// The member named was not there.
    Away(Cow<'a, Member>),
}

impl<'a> Officer<'a> {
    fn of(named: Option<&MemberId>, sitting: &'a Sitting, at: Moment<'_>, is_here: impl Fn(&MemberId) -> bool) -> Self {
        match named.and_then(|id| sitting.docket().roster.get(id)) {
            None => Self::Unnamed,
            Some(member) if is_here(&member.id) => Self::Here(with_role(sitting, member, at)),
            Some(member) => Self::Away(with_role(sitting, member, at)),
        }
    }

    fn here(&self) -> Option<&Member> {
        match self {
            Self::Here(member) => Some(member),
            Self::Unnamed | Self::Away(_) => None,
        }
    }

    /// The name to sign with, the mark of one to be completed, or nothing.
    fn signs(&self, away: fn(&Member) -> String) -> Line {
        match self {
            Self::Unnamed => Line::default(),
            Self::Here(member) => Run::name(&member.name.spoken()).into(),
            Self::Away(member) => missing(&away(member)),
        }
    }
}

/// Those who preside and write in a paper.
pub struct Officers<'a> {
    sitting: &'a Sitting,
    chair: Officer<'a>,
    title: Presiding<'a>,
    /// Who was elected in the sitting to preside, in the papers of the whole of it.
    installed: Option<Cow<'a, Member>>,
    secretaries: Vec<Officer<'a>>,
    assistants: &'a [String],
}

impl<'a> Officers<'a> {
    /// Those of the sitting: at the opening, whatever comes later; and the secretaries who were named in it.
    pub fn of_the_sitting(sitting: &'a Sitting) -> Self {
        let now = sitting.room();
        let opening = sitting.opening();
        let room = opening.map_or(&now, |opening| &opening.room);
        let was_here = |id: &MemberId| room.seat(id).is_some_and(Seat::is_present);
        let chair = opening.map_or_else(|| sitting.chair(), |opening| opening.chair.as_ref());
        let mut chair = Officer::of(chair, sitting, Moment::Opening, was_here);
        let mut taken = opening.map_or_else(|| sitting.chair_title(), |opening| opening.chair_title);
        if let (None, Some((first, first_title))) = (chair.here(), first_in_the_chair(sitting))
            && first_title != ChairTitle::Installed
        {
            // Nobody presided when it was opened: whoever took the chair first did.
            (chair, taken) = (Officer::of(Some(first), sitting, Moment::Opening, |_| true), Some(first_title));
        }
        let title = title(sitting, &chair, taken, None, room);
        let at_first = opening.map_or_else(|| sitting.secretaries(), |opening| &opening.secretaries);
        let mut secretaries: Vec<Officer<'_>> =
            at_first.iter().map(|id| Officer::of(Some(id), sitting, Moment::Opening, was_here)).collect();
        if sitting.secretaries() != at_first {
            secretaries.retain(|secretary| secretary.here().is_some());
            let since = sitting.secretaries().iter().filter(|id| !at_first.contains(id));
            secretaries.extend(since.map(|id| Officer::of(Some(id), sitting, Moment::Opening, |_| true)));
        }
        let assistants = opening.map_or_else(|| sitting.assistants(), |opening| opening.assistants.as_slice());
        let installed = installed(sitting);
        Self { sitting, chair, title, installed, secretaries, assistants }
    }

    /// Those of a report: at its vote, or as things stand if it is not voted.
    pub fn of_the_report(sitting: &'a Sitting, report: &Report) -> Self {
        let progress = sitting.progress(&report.id);
        let now = sitting.attendance().room_without(&sitting.docket().roster, sitting.recusals(&report.id));
        let room = progress.map_or(&now, |progress| &progress.vote().room);
        let presides = |id: &MemberId| room.seat(id).is_some_and(Seat::is_present);
        let chair = Officer::of(sitting.chair_of(&report.id), sitting, Moment::Report(&report.id), presides);
        // A secretary who stepped out for a vote still wrote the minutes of it.
        let attendance = progress.map_or_else(|| sitting.attendance(), |progress| progress.vote().attendance());
        let wrote = |id: &MemberId| {
            let presence = attendance.presence(id);
            room.seat(id).is_some() && (presence.is_in() || presence.is_of_the_sitting())
        };
        let (named, assistants) = secretaries_at(sitting, report);
        Self {
            sitting,
            title: title(sitting, &chair, sitting.chair_title_of(&report.id), Some(report), room),
            chair,
            installed: None,
            secretaries: named
                .iter()
                .map(|id| Officer::of(Some(id), sitting, Moment::Report(&report.id), wrote))
                .collect(),
            assistants,
        }
    }

    /// Whoever presides, if known to be there.
    pub fn president(&self) -> Option<&Member> {
        self.chair.here()
    }

    /// Whether whoever presides does so as the eldest.
    pub fn has_the_eldest(&self) -> bool {
        matches!(self.title, Presiding::Eldest(_))
    }

    /// « Présidence : … », or that it is to be completed.
    pub fn presidency(&self) -> Block {
        let line = match &self.chair {
            Officer::Here(member) => Line::prose(&words::presided_by(member, &self.title, self.installed.as_deref())),
            Officer::Away(member) => missing(&words::who_presided(&member.name)),
            Officer::Unnamed => missing(words::PRESIDENT),
        };
        Block::Paragraph(Style::Text, line)
    }

    /// « Présidence : … » where another presides than the president.
    pub fn replacement(&self) -> Option<Block> {
        (self.chair.here().is_some() && self.title != Presiding::Usual).then(|| self.presidency())
    }

    /// Whether another presides than at that time.
    pub fn has_another_chair_than(&self, other: &Self) -> bool {
        // That one takes the chair when elected, and the minutes have told it.
        let is_installed = self.title == Presiding::Installed;
        !is_installed && self.chair.here().map(|member| &member.id) != other.chair.here().map(|member| &member.id)
    }

    /// The lines of the secretaries and of the staff who help them; none if nobody is named.
    pub fn secretary_lines(&self) -> Vec<Block> {
        let here: Vec<&Member> = self.secretaries.iter().filter_map(|secretary| secretary.here()).collect();
        let mut blocks = Vec::new();
        if !here.is_empty() {
            let head = if here.len() < 2 { SECRETARY } else { SECRETARIES };
            blocks.push(attendance::list(
                head,
                here.iter().map(|member| Run::name(&member.name.listed()).into()).collect(),
            ));
        }
        for secretary in &self.secretaries {
            if let Officer::Away(member) = secretary {
                blocks.push(Block::Paragraph(Style::Text, missing(&words::who_was_secretary(&member.name))));
            }
        }
        let assistants = self.assistants;
        if !assistants.is_empty() {
            let head = if assistants.len() < 2 { ASSISTANT } else { ASSISTANTS };
            blocks.push(attendance::list(head, assistants.iter().map(|name| Run::prose(name).into()).collect()));
        }
        blocks
    }

    /// « le Maire », « la présidente de séance ».
    pub fn the_chair(&self) -> &'static str {
        match (self.title, self.chair.here()) {
            (Presiding::Replacing(_) | Presiding::Elected(_) | Presiding::Eldest(_), Some(member)) => {
                papers::presiding(member.name.civility)
            }
            (_, chair) => the_chair(self.sitting.docket().body.kind, chair),
        }
    }

    /// Whoever presides, under that title.
    pub fn chair_signs(&self, title: &str) -> Signatory {
        let mut name = self.chair.signs(|member| words::who_presided(&member.name));
        let role = self.chair.here().and_then(|chair| match self.title {
            Presiding::Usual | Presiding::Installed => None,
            Presiding::Eldest(_) => Some(words::the_eldest(&chair.name)),
            Presiding::Replacing(_) | Presiding::Elected(_) => chair.role.as_deref(),
        });
        if let Some(role) = role {
            name = name.then(Run::prose(&format!(", {role}")));
        }
        Signatory { title: Line::prose(title), name }
    }

    /// Whoever presides and the secretaries, side by side.
    pub fn sign(&self) -> Vec<Signatory> {
        let kind = self.sitting.docket().body.kind;
        let mut signatories: Vec<Signatory> = Vec::new();
        signatories.extend(self.installed.as_ref().map(|elected| Signatory {
            title: Line::prose(&capitalised(the_chair(kind, Some(elected)))),
            name: Run::name(&elected.name.spoken()).into(),
        }));
        signatories.push(self.chair_signs(&capitalised(self.the_chair())));
        let unnamed = [Officer::Unnamed];
        let secretaries = if self.secretaries.is_empty() { &unnamed[..] } else { &self.secretaries[..] };
        signatories.extend(secretaries.iter().map(|secretary| Signatory {
            title: Line::prose(papers::the_secretary(secretary.here().and_then(|it| it.name.civility))),
            name: secretary.signs(|member| words::who_was_secretary(&member.name)),
        }));
        signatories
    }
}

/// Who first took the chair in the sitting, over no report in particular, and by what title.
fn first_in_the_chair(sitting: &Sitting) -> Option<(&MemberId, ChairTitle)> {
    sitting.chronicle().happenings().iter().find_map(|happening| match &happening.what {
        What::ChairTaken { member, report: None, title } => Some((member, *title)),
        _ => None,
    })
}

/// Who was elected in the sitting to preside, and took the chair.
fn installed(sitting: &Sitting) -> Option<Cow<'_, Member>> {
    let taken = sitting.chronicle().last(|what| matches!(what, What::ChairTaken { title: ChairTitle::Installed, .. }));
    let Some(What::ChairTaken { member, .. }) = taken.map(|happening| &happening.what) else { return None };
    Some(with_role(sitting, sitting.docket().roster.get(member)?, Moment::Now))
}

/// How the paper calls that title: it is that of the moment, whatever the same member is elected to later.
fn title<'a>(
    sitting: &'a Sitting,
    chair: &Officer<'a>,
    taken: Option<ChairTitle>,
    over: Option<&Report>,
    room: &Room,
) -> Presiding<'a> {
    let president = sitting.docket().meeting.president.as_ref();
    let Some(chair) = chair.here() else { return Presiding::Usual };
    let is_the_eldest = || elects_who_presides(sitting, over) && eldest(sitting, room) == Some(&chair.id);
    match taken {
        Some(ChairTitle::Installed) => return Presiding::Installed,
        Some(ChairTitle::Eldest) => return Presiding::Eldest(sitting.rules().article(Subject::EldestPresides)),
        _ if is_the_eldest() => return Presiding::Eldest(sitting.rules().article(Subject::EldestPresides)),
        _ if president == Some(&chair.id) => return Presiding::Usual,
        _ => {}
    }
    if taken == Some(ChairTitle::Elected) {
        let accounts = over.filter(|report| report.is_accounts());
        return Presiding::Elected(accounts.and_then(|_| sitting.rules().article(Subject::Accounts)));
    }
    Presiding::Replacing(president.and_then(|id| sitting.docket().roster.get(id)))
}

/// Whether whoever presides is elected by that report, or in the sitting.
fn elects_who_presides(sitting: &Sitting, over: Option<&Report>) -> bool {
    let elects = |report: &Report| sitting.contest(&report.id).is_some_and(|contest| contest.office.presides());
    over.map_or_else(|| sitting.docket().agenda.reports().any(elects), elects)
}

/// The eldest of those in a room, where every day of birth that matters is known.
fn eldest<'a>(sitting: &'a Sitting, room: &Room) -> Option<&'a MemberId> {
    let present = sitting.docket().roster.everyone().filter(|it| room.seat(&it.id).is_some_and(Seat::is_present));
    let births: Option<Vec<_>> = present.map(|member| Some((member.birth?, &member.id))).collect();
    births?.into_iter().min().map(|(_, member)| member)
}

/// The secretaries and the staff who helped them when a report was proclaimed; as last named if it is not.
fn secretaries_at<'a>(sitting: &'a Sitting, report: &Report) -> (&'a [MemberId], &'a [String]) {
    let last_named = (sitting.secretaries(), sitting.assistants());
    let Some(opening) = sitting.opening() else { return last_named };
    if !matches!(sitting.progress(&report.id), Some(Progress::Done(_))) {
        return last_named;
    }
    let mut named = (opening.secretaries.as_slice(), opening.assistants.as_slice());
    for happening in sitting.chronicle().happenings() {
        match &happening.what {
            What::SecretariesNamed { secretaries, assistants, .. } => named = (secretaries, assistants),
            What::Proclaimed(proclaimed) if *proclaimed == report.id => break,
            _ => {}
        }
    }
    named
}

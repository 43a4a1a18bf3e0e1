//! The sitting (*séance*): what may be done next, and what was done.
//!
//! [`Sitting::decide`] says what may be done next; [`Sitting::apply`] records it and cannot fail on what it produced.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::agenda::Report;
use super::attendance::Attendance;
use super::ballot::Vote;
use super::chair::ChairTitle;
use super::chronicle::Chronicle;
use super::docket::Docket;
use super::finding::Code;
use super::handling::Handling;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::kind::ReportKind;
use super::law::{Rules, Subject};
use super::notes::NoteSums;
use super::numbering::Register;
use super::proposal::ProposalId;
use super::quorum::{Fraction, Quorum};
use super::recusal::Recusal;
use super::room::Room;
use super::settlement::Settlement;

mod apply;
mod election;
mod papers;
mod progress;
mod reports;

pub use election::ElectedMember;
pub use papers::NoAct;
pub use progress::{Done, Progress, Rectification};
pub use reports::Floor;

/// How far the sitting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// *Appel*: members are marked, powers given.
    RollCall,
    /// *Séance ouverte*.
    Open,
    /// *Séance suspendue*.
    Suspended,
    /// *Séance levée*.
    Closed,
    /// *Séance ajournée*, for want of a quorum.
    Adjourned,
}

impl Stage {
    /// Whether the sitting is over, closed or adjourned.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Adjourned)
    }
}

/// An irregular step that was gone through with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Irregularity {
    /// Which rule.
    pub code: Code,
    /// Why, in the words of the secretary.
    pub reason: String,
    /// The report in which it happened; `None` at the roll call, at the opening or between two reports.
    pub report: Option<ReportId>,
    /// On which proposal; `None` for the text of the report.
    pub on: Option<ProposalId>,
    /// How often a report was opened or its result proclaimed before it; `None` at the roll call or at the opening.
    pub reached: Option<usize>,
}

/// The state of the sitting: the docket, and what the events made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    docket: Arc<Docket>,
    stage: Stage,
    attendance: Attendance,
    recusals: BTreeMap<ReportId, BTreeMap<MemberId, Recusal>>,
    chair: Option<MemberId>,
    chair_title: Option<ChairTitle>,
    report_chairs: BTreeMap<ReportId, (MemberId, ChairTitle)>,
    secretaries: Vec<MemberId>,
    assistants: Vec<String>,
    rapporteurs: BTreeMap<ReportId, Option<MemberId>>,
    in_camera: bool,
    progress: BTreeMap<ReportId, Progress>,
    handlings: BTreeMap<ReportId, Handling>,
    /// What was added to the agenda in the sitting, and behind which report.
    added: Vec<(Option<ReportId>, Report)>,
    opening: Option<Opening>,
    closed_at: Option<Hour>,
    chronicle: Chronicle,
    irregularities: Vec<Irregularity>,
    register: Register,
    notes_at_close: NoteSums,
    settlement: Option<Settlement>,
}

/// What the sitting was when it was opened: the minutes print it whatever comes later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// At what hour, if known.
    pub at: Option<Hour>,
    /// Who was there.
    pub room: Room,
    /// The quorum.
    pub quorum: Quorum,
    /// Who presided.
    pub chair: Option<MemberId>,
    /// By what title, if it is not the president of the session file.
    pub chair_title: Option<ChairTitle>,
    /// The secretaries.
    pub secretaries: Vec<MemberId>,
    /// The staff who helped them.
    pub assistants: Vec<String>,
}

impl Sitting {
    /// The sitting before anything happened: the roll call starts from whom the docket expects.
    #[must_use]
    pub fn new(docket: Arc<Docket>) -> Self {
        let declared = docket.agenda.reports().filter(|report| !report.recusals.is_empty());
        Self {
            stage: Stage::RollCall,
            attendance: docket.expected.clone(),
            recusals: declared.map(|report| (report.id.clone(), report.recusals.iter().cloned().collect())).collect(),
            chair: docket.meeting.president.clone(),
            chair_title: None,
            report_chairs: BTreeMap::new(),
            secretaries: docket.meeting.secretaries.clone(),
            assistants: docket.meeting.assistants.clone(),
            rapporteurs: BTreeMap::new(),
            in_camera: false,
            progress: BTreeMap::new(),
            handlings: reports::filed_beforehand(&docket.agenda),
            added: Vec::new(),
            opening: None,
            closed_at: None,
            chronicle: Chronicle::default(),
            irregularities: Vec::new(),
            register: Register::default(),
            notes_at_close: NoteSums::new(),
            settlement: None,
            docket,
        }
    }

    /// What was laid before the sitting.
    #[must_use]
    pub fn docket(&self) -> &Docket {
        &self.docket
    }

    /// Replaces the docket by one that differs only in what may be taken over (see [`super::correction`]).
    pub fn set_docket(&mut self, docket: Arc<Docket>) {
        self.docket = docket;
        for (after, report) in self.added.clone() {
            self.put_on_the_agenda(after.as_ref(), report);
        }
        self.follow_the_amendments_of_the_file();
    }

    /// The rules of this body on this day.
    #[must_use]
    pub fn rules(&self) -> Rules {
        Rules::of(&self.docket.body, self.docket.meeting.date)
    }

    /// How far the sitting is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Who is in the room and who speaks for whom, now.
    #[must_use]
    pub fn attendance(&self) -> &Attendance {
        &self.attendance
    }

    /// The room as it stands now, nobody recused.
    #[must_use]
    pub fn room(&self) -> Room {
        self.attendance.room(&self.docket.roster)
    }

    /// The room of a vote; without one, the room as it stands now.
    #[must_use]
    pub fn room_of<'a>(&self, vote: Option<&'a Vote>) -> Cow<'a, Room> {
        vote.map_or_else(|| Cow::Owned(self.room()), |vote| Cow::Borrowed(&vote.room))
    }

    /// How many members are in office (E).
    #[must_use]
    pub fn in_office(&self) -> u32 {
        self.attendance.in_office(&self.docket.roster)
    }

    /// Who must not take part in a report, as declared so far.
    #[must_use]
    pub fn recusals(&self, report: &ReportId) -> &BTreeMap<MemberId, Recusal> {
        static NOBODY: BTreeMap<MemberId, Recusal> = BTreeMap::new();
        self.recusals.get(report).unwrap_or(&NOBODY)
    }

    /// Who presides now, over no report in particular.
    #[must_use]
    pub fn chair(&self) -> Option<&MemberId> {
        self.chair.as_ref()
    }

    /// Who presides over a report, or would.
    #[must_use]
    pub fn chair_of(&self, report: &ReportId) -> Option<&MemberId> {
        match self.progress.get(report) {
            Some(progress) => progress.vote().chair.as_ref(),
            None => self.report_chairs.get(report).map(|(member, _)| member).or(self.chair.as_ref()),
        }
    }

    /// By what title that one presides; `None` if it is the president of the session file, or nobody.
    #[must_use]
    pub fn chair_title_of(&self, report: &ReportId) -> Option<ChairTitle> {
        match (self.progress.get(report), self.report_chairs.get(report)) {
            (Some(progress), _) => progress.vote().chair_title,
            (None, Some((_, title))) => Some(*title),
            (None, None) => self.chair_title,
        }
    }

    /// By what title the one who presides now does, over no report in particular.
    #[must_use]
    pub fn chair_title(&self) -> Option<ChairTitle> {
        self.chair_title
    }

    /// The secretaries, as last named.
    #[must_use]
    pub fn secretaries(&self) -> &[MemberId] {
        &self.secretaries
    }

    /// The staff who help them, as last named.
    #[must_use]
    pub fn assistants(&self) -> &[String] {
        &self.assistants
    }

    /// Who presents a report.
    #[must_use]
    pub fn rapporteur<'a>(&'a self, report: &'a Report) -> Option<&'a MemberId> {
        match self.rapporteurs.get(&report.id) {
            Some(replaced) => replaced.as_ref(),
            None => report.rapporteur.as_ref(),
        }
    }

    /// Whether the council sits in camera (*huis clos*).
    #[must_use]
    pub fn is_in_camera(&self) -> bool {
        self.in_camera
    }

    /// What happened, in order.
    #[must_use]
    pub fn chronicle(&self) -> &Chronicle {
        &self.chronicle
    }

    /// How far a report is; `None` while it is only announced.
    #[must_use]
    pub fn progress(&self, report: &ReportId) -> Option<&Progress> {
        self.progress.get(report)
    }

    /// How many reports of the agenda were not examined: opened or ended.
    #[must_use]
    pub fn left_to_examine(&self) -> usize {
        self.docket.agenda.reports().filter(|report| self.progress(&report.id).is_none()).count()
    }

    /// The quorum as the room stands now, for the report that is open or comes next.
    #[must_use]
    pub fn quorum(&self) -> Quorum {
        match (self.open_report(), self.next_report()) {
            // The room of a closed urn is kept as it was.
            (Some((report, vote)), _) if vote.urn_is_closed() => self.quorum_for(&report.id),
            // That of any other open vote is of this moment: it need not be made anew for each look at the screen.
            (Some((report, vote)), _) => {
                let quorum = Quorum::without(&vote.room, vote.in_office, &vote.recusals, &self.rules());
                self.of_that_report(quorum, report)
            }
            (None, Some(report)) => self.quorum_for(&report.id),
            (None, None) => self.quorum_at_opening(),
        }
    }

    /// The quorum as it would be if that report were opened now.
    #[must_use]
    pub fn quorum_for(&self, report: &ReportId) -> Quorum {
        self.quorum_in(report, &self.attendance, self.recusals(report))
    }

    /// The quorum of a report in that attendance, with those who must not take part.
    pub(super) fn quorum_in(
        &self,
        report: &ReportId,
        attendance: &Attendance,
        recused: &BTreeMap<MemberId, Recusal>,
    ) -> Quorum {
        let roster = &self.docket.roster;
        let room = attendance.room_without(roster, recused);
        let quorum = Quorum::without(&room, attendance.in_office(roster), recused, &self.rules());
        match self.docket.agenda.report(report) {
            Some(report) => self.of_that_report(quorum, report),
            None => self.at_this_convocation(quorum, false),
        }
    }

    /// The election of whoever presides may want more than the ordinary quorum.
    fn of_that_report(&self, quorum: Quorum, report: &Report) -> Quorum {
        let elects_the_head = matches!(report.kind, ReportKind::Election { office, .. } if office.presides());
        let quorum = if elects_the_head { quorum.to_elect_the_head(&self.rules()) } else { quorum };
        self.at_this_convocation(quorum, report.added)
    }

    /// The quorum for the sitting as a whole: what it is judged by at the opening.
    #[must_use]
    pub fn quorum_at_opening(&self) -> Quorum {
        self.at_this_convocation(self.quorum_of_nobody_recused(), false)
    }

    /// The quorum for want of which the sitting is adjourned before it is opened: that of the opening; where it is met, that of the
    /// election of whoever presides, if the sitting begins with it and its text wants more.
    ///
    /// Source: CGCT, art. L.3122-1 and L.4133-1: « si cette condition n'est pas remplie, la réunion se tient de plein droit trois
    /// jours plus tard ».
    #[must_use]
    pub fn quorum_at_roll_call(&self) -> Quorum {
        let of_the_opening = self.quorum_at_opening();
        let first = self.next_report().filter(|report| self.elects_the_head(&report.id));
        match first.map(|report| self.quorum_for(&report.id)) {
            Some(of_the_head) if of_the_opening.is_met() == Some(true) => of_the_head,
            _ => of_the_opening,
        }
    }

    fn quorum_of_nobody_recused(&self) -> Quorum {
        Quorum::of(&self.room(), self.in_office(), &self.rules())
    }

    /// A second convocation needs no quorum, save for what was not on the first agenda.
    fn at_this_convocation(&self, quorum: Quorum, added: bool) -> Quorum {
        let rules = self.rules();
        if self.docket.meeting.second_of.is_some() && !added {
            // The text that wants two thirds says itself that the second meeting needs none.
            let of_the_head = quorum.article.filter(|_| quorum.fraction == Fraction::TwoThirds);
            quorum.none_needed(of_the_head.or(rules.article(Subject::SecondConvocation)).or(quorum.article))
        } else {
            quorum
        }
    }

    /// What the sitting was when it was opened.
    #[must_use]
    pub fn opening(&self) -> Option<&Opening> {
        self.opening.as_ref()
    }

    /// The quorum at the opening, once the sitting is open.
    #[must_use]
    pub fn opening_quorum(&self) -> Option<&Quorum> {
        self.opening.as_ref().map(|opening| &opening.quorum)
    }

    /// When the sitting was opened, if known.
    #[must_use]
    pub fn opened_at(&self) -> Option<Hour> {
        self.opening.as_ref().and_then(|opening| opening.at)
    }

    /// When the sitting was closed or adjourned, if known.
    #[must_use]
    pub fn closed_at(&self) -> Option<Hour> {
        self.closed_at
    }

    /// The irregular steps that were gone through with, in order.
    #[must_use]
    pub fn irregularities(&self) -> &[Irregularity] {
        &self.irregularities
    }
}

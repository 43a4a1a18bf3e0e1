//! What is known of a paper when its fields are computed: whose room, whose vote, who presides.

use jiff::civil::Date;

use crate::council::agenda::Report;
use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::docket::Docket;
use crate::council::hour::Hour;
use crate::council::room::{Room, Seat};
use crate::council::roster::Member;
use crate::council::sitting::{Done, Progress, Sitting};
use crate::council::tally::{Figure, Tally};
use crate::french::grammar::capitalised;
use crate::french::kinds;
use crate::french::lists;
use crate::french::numbers::{self, date};
use crate::french::papers;
use crate::french::phrases::NAMES_NOT_TAKEN;
use crate::french::sentences;
use crate::french::typography::NO_BREAK;
use crate::papers::compose::officers::Officers;
use crate::papers::compose::{Sources, attendance, vote};
use crate::papers::document::{Block, Document, FieldValue, Fields, Line, Paper, Run, Status};

/// The paper and what its fields are computed from.
pub struct Known<'a> {
    /// What the paper is made of.
    pub sources: &'a Sources<'a>,
    /// The paper itself.
    pub document: &'a Document,
    report: Option<&'a Report>,
    room: Room,
    officers: Officers<'a>,
}

impl<'a> Known<'a> {
    /// For a paper: its own report's room and officers, or those of the opening.
    pub fn of(sources: &'a Sources<'a>, paper: &Paper, document: &'a Document) -> Self {
        let sitting = sources.sitting;
        let docket = sitting.docket();
        let report = match paper {
            Paper::Deliberation(id) | Paper::NominalRecord(id) | Paper::CountingRecord(id) => docket.agenda.report(id),
            _ => None,
        };
        let (room, officers) = if let Some(report) = report {
            let now = || sitting.attendance().room_without(&docket.roster, sitting.recusals(&report.id));
            let room = sitting.progress(&report.id).map_or_else(now, |progress| progress.vote().room.clone());
            (room, Officers::of_the_report(sitting, report))
        } else {
            let room = sitting.opening().map_or_else(|| sitting.room(), |opening| opening.room.clone());
            (room, Officers::of_the_sitting(sitting))
        };
        Self { sources, document, report, room, officers }
    }

    /// The sitting.
    pub fn sitting(&self) -> &'a Sitting {
        self.sources.sitting
    }

    /// Its file.
    pub fn docket(&self) -> &'a Docket {
        self.sources.sitting.docket()
    }

    /// The mark of a draft, while it is one.
    pub fn draft(&self) -> FieldValue {
        maybe((self.document.status == Status::Draft).then_some(papers::DRAFT))
    }

    /// An hour, if it is known.
    #[allow(clippy::unused_self, reason = "reads like the others in the table")]
    pub fn hour(&self, at: Option<Hour>) -> FieldValue {
        maybe(at.map(numbers::hour).as_deref())
    }

    /// A day, if it is known.
    #[allow(clippy::unused_self, reason = "reads like the others in the table")]
    pub fn day(&self, on: Option<Date>) -> FieldValue {
        maybe(on.map(date).as_deref())
    }

    /// Whoever presides, if known to be there.
    pub fn president(&self) -> FieldValue {
        FieldValue::Text(self.officers.president().map(spoken).unwrap_or_default())
    }

    /// The secretaries, as they sign.
    pub fn secretaries(&self) -> Vec<String> {
        let names = self.officers.sign().into_iter().skip(1).map(|signatory| whole(&signatory.name));
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The staff who help them.
    pub fn assistants(&self) -> FieldValue {
        FieldValue::List(self.sitting().assistants().iter().map(|name| set(name)).collect())
    }

    /// The members in such a seat, as the lists of the papers write them.
    pub fn members(&self, wanted: fn(&Seat) -> bool) -> FieldValue {
        FieldValue::List(self.seated(wanted).map(|member| self.listed(member)).collect())
    }

    /// How many they are.
    pub fn how_many(&self, wanted: fn(&Seat) -> bool) -> FieldValue {
        FieldValue::Number(u32::try_from(self.seated(wanted).count()).ok())
    }

    fn seated(&self, wanted: fn(&Seat) -> bool) -> impl Iterator<Item = &'a Member> {
        self.docket().roster.everyone().filter(move |member| self.room.seat(&member.id).is_some_and(wanted))
    }

    fn listed(&self, member: &Member) -> String {
        // Nobody steps out of a sitting that is not open yet.
        let presence = match self.report.map(|report| self.sitting().progress(&report.id)) {
            None => Presence::Present,
            Some(None) => self.sitting().attendance().presence(&member.id),
            Some(Some(progress)) => progress.vote().attendance().presence(&member.id),
        };
        let roster = &self.docket().roster;
        let name = whole(&attendance::told_apart(member, presence, roster));
        match self.room.seat(&member.id) {
            Some(Seat::Represented(holder)) => {
                format!("{name} {} {}", lists::GIVES_POWER_TO, kept(&lists::listed_by(holder, roster)))
            }
            _ => name,
        }
    }

    /// The members in office: at the vote, or now.
    pub fn in_office(&self) -> FieldValue {
        match self.done() {
            Some(done) => FieldValue::Number(Some(done.vote.in_office)),
            None => FieldValue::Number(Some(self.sitting().in_office())),
        }
    }

    /// Something that the report may have.
    pub fn of_report(&self, of: impl Fn(&Report) -> Option<String>) -> FieldValue {
        maybe(self.report.and_then(of).as_deref())
    }

    /// The number of the act, if it has one.
    pub fn act(&self) -> FieldValue {
        self.of_report(|report| act_of(self.sitting(), report))
    }

    /// The chapter of the report.
    pub fn chapter(&self) -> FieldValue {
        self.of_report(|report| self.docket().agenda.chapter_of(&report.id).map(set))
    }

    /// Who reports.
    pub fn rapporteur(&self) -> FieldValue {
        self.of_report(|report| rapporteur_of(self.sitting(), report))
    }

    /// A figure of the vote, once it is proclaimed.
    pub fn figure(&self, figure: Figure) -> FieldValue {
        FieldValue::Number(self.done().and_then(|done| done.tally?.value(figure)))
    }

    /// The result, once it is proclaimed.
    pub fn result(&self) -> FieldValue {
        maybe(self.done().map(result_of).as_deref())
    }

    /// The sentence of decision.
    pub fn decision(&self) -> FieldValue {
        let Some(report) = self.report else { return text("") };
        match self.done().map(|done| vote::decision(self.sitting(), report, done)) {
            Some(Block::Paragraph(_, line)) => FieldValue::Text(whole(&line)),
            _ => text(papers::NOT_PROCLAIMED),
        }
    }

    /// The members who said so in the vote.
    pub fn saying(&self, choice: Choice) -> FieldValue {
        let Some(done) = self.done().filter(|done| done.outcome.is_voted()) else {
            return FieldValue::List(Vec::new());
        };
        let roster = &self.docket().roster;
        // Voices that nobody took the names of are not nobody's.
        if !done.vote.way.names() {
            let is_nobody = done.tally.is_some_and(|tally| counted(&tally, choice) == 0);
            let instead = (!is_nobody).then(|| set(NAMES_NOT_TAKEN));
            return FieldValue::List(instead.into_iter().collect());
        }
        let saying = roster.everyone().filter(|member| done.vote.choice(&member.id) == Some(choice));
        FieldValue::List(saying.map(|member| kept(&lists::listed(member, roster))).collect())
    }

    /// The reports of the agenda, a line each.
    pub fn reports(&self) -> FieldValue {
        let sitting = self.sitting();
        let row = |report: &Report| -> Fields {
            let done = sitting.progress(&report.id).and_then(Progress::done);
            let figure = |figure| FieldValue::Number(done.and_then(|done| done.tally?.value(figure)));
            let chapter = self.docket().agenda.chapter_of(&report.id).map(set);
            Fields::from([
                ("numero", text(report.id.as_str())),
                ("acte", maybe(act_of(sitting, report).as_deref())),
                ("objet", text(&report.object)),
                ("genre", text(kinds::kind(report.kind))),
                ("chapitre", maybe(chapter.as_deref())),
                ("rapporteur", maybe(rapporteur_of(sitting, report).as_deref())),
                ("resultat", maybe(done.map(result_of).as_deref())),
                ("pour", figure(Figure::For)),
                ("contre", figure(Figure::Against)),
                ("abstentions", figure(Figure::Abstentions)),
            ])
        };
        FieldValue::Rows(self.docket().agenda.reports().map(row).collect())
    }

    /// The report that the paper is about, if it is about one.
    pub fn report(&self) -> Option<&'a Report> {
        self.report
    }

    /// Its result, once it is proclaimed.
    pub fn done(&self) -> Option<&'a Done> {
        self.sitting().progress(&self.report?.id).and_then(Progress::done)
    }
}

fn counted(tally: &Tally, choice: Choice) -> u32 {
    match choice {
        Choice::For => tally.for_,
        Choice::Against => tally.against,
        Choice::Abstain => tally.abstentions,
        Choice::NotTakingPart => tally.not_taking_part,
    }
}

/// Whether a seat is that of somebody in the room.
pub fn is_present(seat: &Seat) -> bool {
    matches!(seat, Seat::Present | Seat::Recused)
}

/// A text as a paper prints it.
pub fn text(text: &str) -> FieldValue {
    FieldValue::Text(set(text))
}

/// The same, if there is one.
pub fn maybe(found: Option<&str>) -> FieldValue {
    found.map_or_else(|| FieldValue::Text(String::new()), text)
}

/// A text set in French typography.
pub fn set(text: &str) -> String {
    Run::prose(text).text().to_owned()
}

/// A name that no line breaks.
fn kept(name: &str) -> String {
    whole(&Run::name(name).into())
}

fn spoken(member: &Member) -> String {
    kept(&member.name.spoken())
}

/// The text of a line, its names unbroken.
pub fn whole(line: &Line) -> String {
    let no_break = NO_BREAK.to_string();
    let part = |run: &Run| if run.kept_whole { run.text().replace(' ', &no_break) } else { run.text().to_owned() };
    line.runs().map(part).collect()
}

fn act_of(sitting: &Sitting, report: &Report) -> Option<String> {
    sitting.act(report).map(|act| Run::literal(&act).text().to_owned())
}

fn rapporteur_of(sitting: &Sitting, report: &Report) -> Option<String> {
    sitting.rapporteur(report).and_then(|id| sitting.docket().roster.get(id)).map(spoken)
}

fn result_of(done: &Done) -> String {
    capitalised(sentences::result(done.outcome))
}

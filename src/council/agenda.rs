//! The agenda (*ordre du jour*): chapters and reports, as they were laid before the sitting.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::election::{CandidateList, Form};
use super::id::{MemberId, ReportId};
use super::majority::Majority;
use super::proposal::{Proposal, ProposalId};
use super::recusal::Recusal;
use super::settings::Setting;

pub use super::kind::{OpinionSense, ReportKind};

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaItem {
    /// *Chapitre*: a heading over the reports that follow.
    Chapter(String),
    /// *Rapport*.
    Report(Box<Report>),
}

/// A text in the small Markdown of the session file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The file beside the session file that holds it; `None` for a text written in the session file itself.
    pub file: Option<String>,
    /// The Markdown.
    pub markdown: String,
}

/// A draft of another body laid before this council (*soumis*). Its recitals and articles are that body's, not ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// The body whose draft it is: « Bureau de la Métropole ».
    pub to: String,
    /// The day on which that body will sit.
    pub sitting: Option<Date>,
    /// That body's number for the draft.
    pub number: Option<String>,
    /// The draft itself.
    pub text: Text,
}

/// A report (*rapport*, *affaire*, *point*) of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// *Numéro* at the agenda; the identity.
    pub id: ReportId,
    /// Number of the act (*acte*): « `2022_CT2_010` ».
    pub act: Option<String>,
    /// *Objet*.
    pub object: String,
    /// What the council is asked for.
    pub kind: ReportKind,
    /// *Rapporteur*.
    pub rapporteur: Option<MemberId>,
    /// What is said of the matter (*texte*, exposé), if the file gives it.
    pub exposition: Option<Text>,
    /// *Dispositif*: recitals, whereas, articles that this council itself votes.
    pub operative_part: Option<Text>,
    /// The draft of another body.
    pub submitted: Option<Submitted>,
    /// *Annexes*, in order.
    pub annexes: Vec<Text>,
    /// When the act was signed.
    pub signed: Option<Date>,
    /// When it was sent to the prefecture (*télétransmission*).
    pub transmitted: Option<Date>,
    /// When the prefecture received it; the day of transmission if the file gives only that one.
    pub received: Option<Date>,
    /// *Accusé de réception*.
    pub receipt_id: Option<String>,
    /// *Déports* declared before the sitting, in the order of the file; each member once.
    pub recusals: Vec<(MemberId, Recusal)>,
    /// Not on the agenda of the first convocation: at the second, the ordinary quorum holds for it.
    pub added: bool,
    /// Who asks the question, or brings the wish (*auteurs*), in the order of the file.
    pub authors: Vec<MemberId>,
    /// The decisions taken by delegation that are reported (art. L.2122-22 and L.2122-23 of the CGCT), in the order of the
    /// file.
    pub decisions: Vec<DelegatedDecision>,
    /// The amendments filed before the sitting, in the order of the file, which is that of their vote.
    pub amendments: Vec<Proposal>,
    /// The files beside the session file that hold the texts of amendments. What is filed in the sitting has none.
    pub amendment_files: BTreeMap<ProposalId, String>,
    /// The majority that a text asks of this report, and which text; `None` for that of its kind.
    pub majority: Option<Setting<Majority>>,
    /// The reports with the same mark are put to one vote (*vote groupé*).
    pub voted_with: Option<String>,
    /// Who is known to stand for its posts before the sitting, in the order of the file.
    pub candidates: Vec<MemberId>,
    /// The lists known to stand for its posts before the sitting, in the order of the file.
    pub lists: Vec<CandidateList>,
    /// How its posts are filled, where the file says so.
    pub form: Option<Form>,
    /// Added in the sitting (*ajouté en séance*): nobody was convened to it.
    pub in_the_sitting: bool,
}

/// A decision that the executive took by delegation of the council, and reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegatedDecision {
    /// Its number.
    pub number: Option<String>,
    /// Its day.
    pub date: Option<Date>,
    /// What it is about.
    pub object: String,
}

impl Report {
    /// A report of which only the number, the object and the kind are known.
    #[must_use]
    pub fn named(id: ReportId, object: String, kind: ReportKind) -> Self {
        Self {
            id,
            act: None,
            object,
            kind,
            rapporteur: None,
            exposition: None,
            operative_part: None,
            submitted: None,
            annexes: Vec::new(),
            signed: None,
            transmitted: None,
            received: None,
            receipt_id: None,
            recusals: Vec::new(),
            added: false,
            authors: Vec::new(),
            decisions: Vec::new(),
            amendments: Vec::new(),
            amendment_files: BTreeMap::new(),
            majority: None,
            voted_with: None,
            candidates: Vec::new(),
            lists: Vec::new(),
            form: None,
            in_the_sitting: false,
        }
    }

    /// The accounts of the year, which whoever answers for them does not see voted.
    #[must_use]
    pub fn is_accounts(&self) -> bool {
        self.kind.is_accounts()
    }

    /// Whether it has any text to read.
    #[must_use]
    pub fn has_text(&self) -> bool {
        self.exposition.is_some() || self.operative_part.is_some() || self.submitted.is_some()
    }
}

/// The agenda, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Chapters and reports as the file lists them.
    pub items: Vec<AgendaItem>,
}

impl Agenda {
    /// The reports, in order.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.items.iter().filter_map(|item| match item {
            AgendaItem::Report(report) => Some(&**report),
            AgendaItem::Chapter(_) => None,
        })
    }

    /// The report of that number.
    #[must_use]
    pub fn report(&self, id: &ReportId) -> Option<&Report> {
        self.reports().find(|report| report.id == *id)
    }

    /// The chapter under which the report stands.
    #[must_use]
    pub fn chapter_of(&self, id: &ReportId) -> Option<&str> {
        let mut chapter = None;
        for item in &self.items {
            match item {
                AgendaItem::Chapter(title) => chapter = Some(title.as_str()),
                AgendaItem::Report(report) if report.id == *id => return chapter,
                AgendaItem::Report(_) => {}
            }
        }
        None
    }
}

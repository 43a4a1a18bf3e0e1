//! Makes what a report elects: whether this body elects that, how, and who is known to stand.

use std::collections::BTreeMap;

use crate::council::docket::{Body, BodyKind};
use crate::council::election::{CandidateList, Form, Office};
use crate::council::id::MemberId;
use crate::council::kind::ReportKind;
use crate::council::name::fold;

use super::asked::AskedProblem;
use super::at::At;
use super::filed::{self, Known};
use super::members::Members;
use super::problem::{Part, ProblemKind};
use super::reading::Reading;
use super::shape::{FormShape, ListShape};

/// What does not hold together in what is elected, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElectionProblem {
    /// E264: such a body does not elect that.
    OfficeOfAnotherBody {
        /// The number of the report.
        report: String,
        /// What is elected.
        office: Office,
        /// The kind of body.
        body: BodyKind,
    },
    /// E265: several posts of an office that one person holds.
    PostsOfOne {
        /// The number of the report.
        report: String,
        /// What is elected.
        office: Office,
    },
    /// E266: somebody stands, or a form is chosen, where nobody is elected.
    NothingToElect {
        /// The number of the report.
        report: String,
        /// Its kind.
        kind: ReportKind,
        /// The field that has no place there.
        field: &'static str,
    },
    /// E267: an office that is not elected in that form.
    FormOfAnotherOffice {
        /// The number of the report.
        report: String,
        /// What is elected.
        office: Office,
        /// How it should be.
        form: Form,
    },
    /// E268: lists where ballots name people.
    ListsByName(String),
    /// E269: candidates by name where ballots name lists.
    CandidatesByList(String),
    /// E270: somebody stands on two lists.
    OnTwoLists {
        /// Who.
        name: String,
        /// The first of them.
        first: String,
    },
    /// E271: two lists of one name.
    ListTwice(String),
    /// E272: a list on which nobody stands.
    EmptyList(String),
}

impl ElectionProblem {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::OfficeOfAnotherBody { .. } => 264,
            Self::PostsOfOne { .. } => 265,
            Self::NothingToElect { .. } => 266,
            Self::FormOfAnotherOffice { .. } => 267,
            Self::ListsByName(_) => 268,
            Self::CandidatesByList(_) => 269,
            Self::OnTwoLists { .. } => 270,
            Self::ListTwice(_) => 271,
            Self::EmptyList(_) => 272,
        }
    }

    /// Whether something is missing: it is not, if what was there could not be read.
    #[must_use]
    pub fn is_an_absence(&self) -> bool {
        matches!(self, Self::EmptyList(_))
    }

    /// Whether it follows from the kind of the report, so that nothing can be said where the kind could not be read.
    #[must_use]
    pub fn follows_from_the_kind(&self) -> bool {
        !matches!(self, Self::OnTwoLists { .. } | Self::ListTwice(_) | Self::EmptyList(_))
    }
}

/// Who stands and how, as the file writes it.
#[derive(Debug, Default)]
pub struct Written {
    /// `candidats`.
    pub candidates: Option<Vec<String>>,
    /// `listes`.
    pub lists: Option<Vec<ListShape>>,
    /// `mode`.
    pub form: Option<FormShape>,
}

/// Who stands and how.
#[derive(Debug, Default)]
pub struct Contenders {
    /// By name.
    pub candidates: Vec<MemberId>,
    /// By list.
    pub lists: Vec<CandidateList>,
    /// How the posts are filled, if the file says so.
    pub form: Option<Form>,
}

/// Notes an office that the body does not elect, or of which there is one.
pub fn fits(body: Option<&Body>, known: Known<'_>, at: &At<'_>, reading: &mut Reading<'_>) {
    let Some(ReportKind::Election { office, posts }) = known.kind else { return };
    let report = known.report.to_owned();
    if let Some(body) = body.map(|body| body.kind).filter(|body| !office.is_elected_by(*body)) {
        let problem = ElectionProblem::OfficeOfAnotherBody { report: report.clone(), office, body };
        wrong(problem, &at.field("mandat"), reading);
    }
    if office.is_of_one() && posts.is_some_and(|posts| posts > 1) {
        wrong(ElectionProblem::PostsOfOne { report, office }, &at.field("postes"), reading);
    }
}

/// Who is known to stand before the sitting, and how the posts are filled.
pub fn contenders(
    written: Written,
    known: Known<'_>,
    at: &At<'_>,
    members: &Members,
    reading: &mut Reading<'_>,
) -> Contenders {
    let Written { candidates, lists, form } = written;
    let form = form.map(form_of);
    let fields = [("candidats", candidates.is_some()), ("listes", lists.is_some()), ("mode", form.is_some())];
    let given = fields.iter().filter(|(_, is_given)| *is_given).map(|(field, _)| *field);
    match known.kind.map(|kind| (kind, office_of(kind))) {
        Some((kind, None)) => {
            for field in given {
                let report = known.report.to_owned();
                wrong(ElectionProblem::NothingToElect { report, kind, field }, &at.field(field), reading);
            }
        }
        Some((_, Some(office))) => {
            for field in given {
                if let Some(problem) = misplaced(field, office, form, known.report) {
                    wrong(problem, &at.field(field), reading);
                }
            }
        }
        None => {}
    }
    let candidates = filed::authors(candidates, &Part::Candidate, &at.field("candidats"), members, reading);
    Contenders { candidates, lists: lists_of(lists, &at.field("listes"), members, reading), form }
}

fn office_of(kind: ReportKind) -> Option<Office> {
    match kind {
        ReportKind::Election { office, .. } => Some(office),
        ReportKind::Appointment { .. } => Some(Office::Delegates),
        _ => None,
    }
}

/// Why a field has no place in the election of that office, if it has none.
fn misplaced(field: &str, office: Office, form: Option<Form>, report: &str) -> Option<ElectionProblem> {
    let report = report.to_owned();
    let form = form.filter(|form| office.may_be_elected(*form) || field == "mode");
    let is_by_list = form.map(Form::is_by_list).or(office.is_always_by_list());
    match (field, form) {
        ("mode", Some(form)) if !office.may_be_elected(form) => {
            Some(ElectionProblem::FormOfAnotherOffice { report, office, form })
        }
        // Delegates and vice-presidents stand by name unless it is said otherwise; deputies as the law of the day has it.
        ("listes", _) if !is_by_list.unwrap_or(office == Office::Deputies) => {
            Some(ElectionProblem::ListsByName(report))
        }
        ("candidats", _) if is_by_list == Some(true) => Some(ElectionProblem::CandidatesByList(report)),
        _ => None,
    }
}

fn lists_of(
    shapes: Option<Vec<ListShape>>,
    all: &At<'_>,
    members: &Members,
    reading: &mut Reading<'_>,
) -> Vec<CandidateList> {
    let mut lists: Vec<CandidateList> = Vec::new();
    let mut list_of: BTreeMap<MemberId, String> = BTreeMap::new();
    for (place, shape) in shapes.unwrap_or_default().into_iter().enumerate() {
        let at = all.item(place);
        let name = reading.required(shape.nom, &at, "nom");
        let listed = name.clone().unwrap_or_default();
        if lists.iter().any(|list| fold(&list.name) == fold(&listed)) {
            wrong(ElectionProblem::ListTwice(listed.clone()), &at.field("nom"), reading);
        }
        if shape.candidats.as_ref().is_none_or(Vec::is_empty) {
            wrong(ElectionProblem::EmptyList(listed.clone()), &at, reading);
        }
        let standing = at.field("candidats");
        let mut candidates: Vec<MemberId> = Vec::new();
        for (place, candidate) in shape.candidats.unwrap_or_default().into_iter().enumerate() {
            let at = standing.item(place);
            let Some(member) = members.named(Some(candidate), Part::Candidate, &at, reading) else { continue };
            let name = || members.directory.of_identity(&member).unwrap_or_default().to_owned();
            if candidates.contains(&member) {
                reading.wrong(ProblemKind::Asked(AskedProblem::AuthorTwice(name())), &at);
                continue;
            }
            if let Some(first) = list_of.get(&member) {
                wrong(ElectionProblem::OnTwoLists { name: name(), first: first.clone() }, &at, reading);
            }
            candidates.push(member);
        }
        list_of.extend(candidates.iter().map(|member| (member.clone(), listed.clone())));
        lists.extend(name.map(|name| CandidateList { name, candidates }));
    }
    lists
}

fn wrong(problem: ElectionProblem, at: &At<'_>, reading: &mut Reading<'_>) {
    reading.wrong(ProblemKind::Asked(AskedProblem::Election(problem)), at);
}

fn form_of(shape: FormShape) -> Form {
    match shape {
        FormShape::ParNom => Form::ByName,
        FormShape::ParListe => Form::ByList,
        FormShape::PlusFortReste => Form::HighestRemainder,
        FormShape::PlusForteMoyenne => Form::HighestAverage,
    }
}

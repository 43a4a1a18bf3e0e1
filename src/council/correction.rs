//! What may change in the session file once the sitting has begun, and what may not.
//!
//! Texts, titles, words of amendments and of decisions, sentences of the assembly and how its papers speak, act numbers and
//! how acts are numbered (what is fixed stays fixed), dates of signature and transmission, receipts are taken over as one
//! recorded action.
//! Members, powers, kind of body, date, chair, order, and what each report asks by which majority are what votes were
//! counted on: a change of these is refused. So is one of a day of birth, which may have decided between equal votes: who is
//! the eldest is said in the sitting (*départage*), and so is who stands.
//! Source: `docs/journal.md`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::agenda::{AgendaItem, DelegatedDecision, Report, Submitted, Text};
use super::docket::Docket;
use super::id::{MemberId, ReportId};
use super::phrases::Phrase;
use super::proposal::{Proposal, ProposalId};

/// A field that may be taken over.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// Name of the assembly.
    #[serde(rename = "assemblee.nom")]
    BodyName,
    /// SIREN number.
    #[serde(rename = "assemblee.siren")]
    Siren,
    /// *Département*.
    #[serde(rename = "assemblee.departement")]
    Department,
    /// A sentence of the assembly (*formule*), by its word: it changes no figure.
    #[serde(rename = "formule")]
    Phrase(String),
    /// How a vote without a voice against is worded when some abstained.
    #[serde(rename = "assemblee.reglages.unanimite")]
    Unanimity,
    /// Whose names are printed for an ordinary ballot.
    #[serde(rename = "assemblee.reglages.noms")]
    Names,
    /// How nothing is written.
    #[serde(rename = "assemblee.reglages.zero")]
    Zero,
    /// The pattern of the numbers of acts.
    #[serde(rename = "assemblee.numerotation")]
    Numbering,
    /// Whether rejected reports are numbered.
    #[serde(rename = "assemblee.reglages.numeroter_rejetes")]
    NumberRejected,
    /// The first number that acts take.
    #[serde(rename = "seance.premier_numero")]
    FirstNumber,
    /// Hour for which the members are convened.
    #[serde(rename = "seance.heure")]
    Hour,
    /// Place of the sitting.
    #[serde(rename = "seance.lieu")]
    Place,
    /// Day of the convocation.
    #[serde(rename = "seance.convocation")]
    ConvenedOn,
    /// Who convened.
    #[serde(rename = "seance.convoque_par")]
    ConvenedBy,
    /// Title of a chapter, by its place among the chapters from 0.
    #[serde(rename = "chapitre")]
    Chapter(usize),
    /// Number of the act.
    #[serde(rename = "acte")]
    Act(ReportId),
    /// *Objet*.
    #[serde(rename = "objet")]
    Object(ReportId),
    /// Any text of the report that stands in the session file, and the names of its files.
    #[serde(rename = "textes")]
    Wording(ReportId),
    /// What an amendment of the file says, by its number: in whose name, what it changes, its text.
    #[serde(rename = "amendement")]
    Amendment(ReportId, String),
    /// The decisions taken by delegation that a report lists.
    #[serde(rename = "decisions")]
    Decisions(ReportId),
    /// Date of signature.
    #[serde(rename = "signe")]
    Signed(ReportId),
    /// Date of transmission.
    #[serde(rename = "transmis")]
    Transmitted(ReportId),
    /// Date of reception.
    #[serde(rename = "recu")]
    Received(ReportId),
    /// Receipt.
    #[serde(rename = "accuse")]
    Receipt(ReportId),
    /// A text beside the session file, by its name; the values are SHA-256 sums.
    #[serde(rename = "texte")]
    TextFile(String),
}

/// One field taken over from a session file that was changed by hand.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Correction {
    /// What changed.
    #[serde(rename = "champ")]
    pub field: Field,
    /// What it was.
    #[serde(rename = "avant")]
    pub before: Option<String>,
    /// What it is.
    #[serde(rename = "apres")]
    pub after: Option<String>,
}

/// A change that cannot be taken over: it would change what was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixedField {
    /// Kind, population or legal size of the body.
    Body,
    /// Rules of the body, which figures follow from.
    Rules,
    /// Date of the sitting.
    Date,
    /// President or secretary.
    Chair,
    /// Members, their order, names, groups, days of birth.
    Members,
    /// Expected presence and powers.
    Attendance,
    /// Reports, chapters, their order, kind or rapporteur.
    Agenda,
    /// Authors of a report, its majority, its amendments, or which reports are put to one vote.
    Asked,
    /// Who stands for the posts of a report, or how they are filled.
    Standing,
}

/// Compares two dockets and the sums of their texts, field by field.
///
/// # Errors
/// The fields that may not change, if any does.
pub fn compare(
    before: &Docket,
    after: &Docket,
    sums_before: &BTreeMap<String, String>,
    sums_after: &BTreeMap<String, String>,
) -> Result<Vec<Correction>, Vec<FixedField>> {
    let fixed = fixed_fields(before, after);
    if !fixed.is_empty() {
        return Err(fixed);
    }
    let mut corrections = Vec::new();
    let mut note = |field: Field, before: Option<String>, after: Option<String>| {
        if before != after {
            corrections.push(Correction { field, before, after });
        }
    };
    note(Field::BodyName, Some(before.body.name.clone()), Some(after.body.name.clone()));
    note(Field::Siren, before.body.siren.clone(), after.body.siren.clone());
    note(Field::Department, before.body.department.clone(), after.body.department.clone());
    for phrase in Phrase::ALL {
        let of = |docket: &Docket| docket.body.phrases.get(phrase).map(str::to_owned);
        note(Field::Phrase(phrase.word().to_owned()), of(before), of(after));
    }
    let habits = |docket: &Docket| docket.body.conventions;
    let word = |word: &'static str| Some(word.to_owned());
    note(Field::Unanimity, word(habits(before).unanimity.word()), word(habits(after).unanimity.word()));
    note(Field::Names, word(habits(before).names.word()), word(habits(after).names.word()));
    note(Field::Zero, word(habits(before).zero.word()), word(habits(after).zero.word()));
    let pattern = |docket: &Docket| docket.body.numbering.as_ref().map(|it| it.pattern.as_str().to_owned());
    note(Field::Numbering, pattern(before), pattern(after));
    // Where there is no pattern, nothing is said of rejected reports.
    let rejected = |docket: &Docket| docket.body.numbering.as_ref().map(|it| it.rejected.to_string());
    if pattern(before).is_some() && pattern(after).is_some() {
        note(Field::NumberRejected, rejected(before), rejected(after));
    }
    let first = |docket: &Docket| docket.meeting.first_number.map(|first| first.to_string());
    note(Field::FirstNumber, first(before), first(after));
    let hour = |docket: &Docket| docket.meeting.hour.map(|hour| hour.to_string());
    note(Field::Hour, hour(before), hour(after));
    note(Field::Place, before.meeting.place.clone(), after.meeting.place.clone());
    note(Field::ConvenedOn, written(before.meeting.convened_on), written(after.meeting.convened_on));
    note(Field::ConvenedBy, before.meeting.convened_by.clone(), after.meeting.convened_by.clone());
    for (place, (old, new)) in chapters(before).zip(chapters(after)).enumerate() {
        note(Field::Chapter(place), Some(old.to_owned()), Some(new.to_owned()));
    }
    for (old, new) in before.agenda.reports().zip(after.agenda.reports()) {
        let id = || old.id.clone();
        note(Field::Act(id()), old.act.clone(), new.act.clone());
        note(Field::Object(id()), Some(old.object.clone()), Some(new.object.clone()));
        note(Field::Wording(id()), Some(wording(old)), Some(wording(new)));
        for (was, is) in old.amendments.iter().zip(&new.amendments) {
            if let ProposalId::Amendment(number) = &was.id {
                let (was, is) = (words_of(was, old), words_of(is, new));
                note(Field::Amendment(id(), number.clone()), Some(was), Some(is));
            }
        }
        note(Field::Decisions(id()), decisions(old), decisions(new));
        note(Field::Signed(id()), written(old.signed), written(new.signed));
        note(Field::Transmitted(id()), written(old.transmitted), written(new.transmitted));
        note(Field::Received(id()), written(old.received), written(new.received));
        note(Field::Receipt(id()), old.receipt_id.clone(), new.receipt_id.clone());
    }
    for name in sums_before.keys().chain(sums_after.keys().filter(|name| !sums_before.contains_key(*name))) {
        note(Field::TextFile(name.clone()), sums_before.get(name).cloned(), sums_after.get(name).cloned());
    }
    Ok(corrections)
}

/// The members whose name, place among the others aside, presence or power is not the same in both, surname first: those
/// that a refused change is about.
#[must_use]
pub fn concerned(before: &Docket, after: &Docket) -> Vec<String> {
    let is_same = |id: &MemberId| {
        before.roster.get(id) == after.roster.get(id)
            && before.expected.presence(id) == after.expected.presence(id)
            && before.expected.holder_of(id) == after.expected.holder_of(id)
    };
    let changed =
        |docket: &Docket| -> Vec<MemberId> { docket.roster.ids().filter(|id| !is_same(id)).cloned().collect() };
    let mut names: Vec<String> = changed(before).iter().map(|id| before.roster.listed(id)).collect();
    let new = changed(after).into_iter().filter(|id| !before.roster.contains(id));
    names.extend(new.map(|id| after.roster.listed(&id)));
    names
}

fn fixed_fields(before: &Docket, after: &Docket) -> Vec<FixedField> {
    let mut fixed = Vec::new();
    let mut differs = |field, same: bool| {
        if !same {
            fixed.push(field);
        }
    };
    let size = |docket: &Docket| (docket.body.kind, docket.body.population, docket.body.legal_size);
    differs(FixedField::Body, size(before) == size(after));
    differs(FixedField::Rules, before.body.settings == after.body.settings);
    differs(
        FixedField::Date,
        before.meeting.date == after.meeting.date && before.meeting.second_of == after.meeting.second_of,
    );
    differs(
        FixedField::Chair,
        before.meeting.president == after.meeting.president
            && before.meeting.secretaries == after.meeting.secretaries
            && before.meeting.assistants == after.meeting.assistants,
    );
    differs(FixedField::Members, before.roster == after.roster);
    differs(FixedField::Attendance, before.expected == after.expected && before.proxy_runs == after.proxy_runs);
    differs(
        FixedField::Agenda,
        before.agenda.items.len() == after.agenda.items.len()
            && before.agenda.items.iter().zip(&after.agenda.items).all(|pair| match pair {
                (AgendaItem::Chapter(_), AgendaItem::Chapter(_)) => true,
                (AgendaItem::Report(old), AgendaItem::Report(new)) => {
                    old.id == new.id
                        && old.kind == new.kind
                        && old.rapporteur == new.rapporteur
                        && (&old.recusals, old.added) == (&new.recusals, new.added)
                }
                _ => false,
            }),
    );
    // Of the reports that are there before and after: that one came or went is said already.
    let same = |old: &Report, new: &Report| {
        (&old.authors, &old.majority, &old.voted_with) == (&new.authors, &new.majority, &new.voted_with)
            && amendments(old).eq(amendments(new))
    };
    let is_asked_alike = |old: &Report| after.agenda.report(&old.id).is_none_or(|new| same(old, new));
    differs(FixedField::Asked, before.agenda.reports().all(is_asked_alike));
    // Once the sitting has begun, who stands is said in it: what the file said is where it began.
    let stands =
        |old: &Report, new: &Report| (&old.candidates, &old.lists, old.form) == (&new.candidates, &new.lists, new.form);
    let stands_alike = |old: &Report| after.agenda.report(&old.id).is_none_or(|new| stands(old, new));
    differs(FixedField::Standing, before.agenda.reports().all(stands_alike));
    fixed
}

/// Who brings which amendment: the text waits for each of them.
fn amendments(report: &Report) -> impl Iterator<Item = (&ProposalId, &[MemberId])> {
    report.amendments.iter().map(|amendment| (&amendment.id, amendment.authors.as_slice()))
}

fn chapters(docket: &Docket) -> impl Iterator<Item = &str> {
    docket.agenda.items.iter().filter_map(|item| match item {
        AgendaItem::Chapter(title) => Some(title.as_str()),
        AgendaItem::Report(_) => None,
    })
}

fn written(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// The words of a report that stand in the session file itself, and the names of the files that hold the others.
///
/// Each is under the name of its field, and a file's name is told from words: a text that moves from the *exposé* to the
/// *dispositif* is another text of the report, though not a letter changed.
fn wording(report: &Report) -> String {
    let mut parts = Vec::new();
    let mut part = |slot: &str, text: &Text| {
        parts.push(match &text.file {
            Some(name) => format!("{slot}: Fichier({name:?})"),
            None => format!("{slot}: {:?}", text.markdown),
        });
    };
    let slots = [("texte", &report.exposition), ("dispositif", &report.operative_part)];
    for (slot, text) in slots.into_iter().filter_map(|(slot, text)| Some((slot, text.as_ref()?))) {
        part(slot, text);
    }
    for annex in &report.annexes {
        part("annexe", annex);
    }
    if let Some(Submitted { to, sitting, number, text }) = &report.submitted {
        part("soumis.texte", text);
        parts.push(format!("soumis: {to:?}, {:?}, {number:?}", written(*sitting)));
    }
    parts.join("\n")
}

/// What an amendment says in the session file itself, and the name of the file that holds its text.
fn words_of(Proposal { id, on_behalf, target, text, .. }: &Proposal, report: &Report) -> String {
    let file = report.amendment_files.get(id).map(|name| format!("texte: Fichier({name:?})"));
    let field = |field: &str, value: &Option<String>| Some(format!("{field}: {:?}", value.as_ref()?));
    let parts = [field("au_nom_de", on_behalf), field("cible", target), file.or_else(|| field("texte", text))];
    parts.into_iter().flatten().collect::<Vec<String>>().join("\n")
}

fn decisions(report: &Report) -> Option<String> {
    let line = |DelegatedDecision { number, date, object }: &DelegatedDecision| {
        let parts = [number.clone(), written(*date), Some(object.clone())];
        parts.into_iter().flatten().map(|part| format!("{part:?}")).collect::<Vec<String>>().join(", ")
    };
    let lines: Vec<String> = report.decisions.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

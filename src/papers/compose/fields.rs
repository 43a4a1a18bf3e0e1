//! The fields of a model, in one table: its name, what it says, how it is computed. `docs/modeles.md` is made from it.
//!
//! Sentences and figures are those of the papers: the same functions make them.

mod election;
mod known;
mod voted;

use crate::council::ballot::Choice;
use crate::council::room::Seat;
use crate::council::tally::Figure;
use crate::french::grammar::the_body;
use crate::french::letters::in_the_year;
use crate::french::models::field as words;
use crate::french::numbers::{date, short_date};
use crate::french::sentences::{convening, convening_in_letters};

use super::Sources;
use crate::papers::document::{Document, FieldValue, Fields, Paper, Run};

use self::known::{Known, is_present, maybe, set, text};

/// The name under which the whole body is put in.
pub const BODY: &str = "corps";

/// What sort of thing a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A text.
    Text,
    /// A number.
    Number,
    /// Texts, in order.
    List,
    /// Lines, each with fields of its own.
    Rows,
}

/// A field.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What sort of thing it holds.
    pub sort: Sort,
    /// What it holds, in French.
    pub says: &'static str,
    of: fn(&Known<'_>) -> FieldValue,
}

const fn field(name: &'static str, sort: Sort, says: &'static str, of: fn(&Known<'_>) -> FieldValue) -> Field {
    Field { name, sort, says, of }
}

/// Every field, in the order of the documentation.
#[allow(clippy::redundant_closure_for_method_calls, reason = "one form for every line of the table")]
pub const ALL: &[Field] = &[
    field("assemblee", Sort::Text, words::ASSEMBLY, |it| text(&it.docket().body.name)),
    field("genre", Sort::Text, words::KIND, |it| text(the_body(it.docket().body.kind))),
    field("titre", Sort::Text, words::TITLE, |it| text(&it.document.title)),
    field("reference", Sort::Text, words::REFERENCE, |it| text(&it.document.reference)),
    field("projet", Sort::Text, words::DRAFT, |it| it.draft()),
    field("date", Sort::Text, words::DATE, |it| text(&date(it.docket().meeting.date))),
    field("date_courte", Sort::Text, words::SHORT_DATE, |it| text(&short_date(it.docket().meeting.date))),
    field("date_en_lettres", Sort::Text, words::DATE_IN_LETTERS, |it| text(&in_the_year(it.docket().meeting.date))),
    field("heure", Sort::Text, words::HOUR, |it| it.hour(it.docket().meeting.hour)),
    field("heure_ouverture", Sort::Text, words::OPENING_HOUR, |it| it.hour(it.sitting().opened_at())),
    field("heure_cloture", Sort::Text, words::CLOSING_HOUR, |it| it.hour(it.sitting().closed_at())),
    field("lieu", Sort::Text, words::PLACE, |it| maybe(it.docket().meeting.place.as_deref())),
    field("convocation", Sort::Text, words::CONVENING, |it| text(&convening(it.docket(), &it.sitting().rules()))),
    field("convocation_en_lettres", Sort::Text, words::CONVENING_IN_LETTERS, |it| {
        text(&convening_in_letters(it.docket(), &it.sitting().rules()))
    }),
    field("date_convocation", Sort::Text, words::CONVENED_ON, |it| it.day(it.docket().meeting.convened_on)),
    field("president", Sort::Text, words::PRESIDENT, |it| it.president()),
    field("secretaires", Sort::List, words::SECRETARIES, |it| FieldValue::List(it.secretaries())),
    field("auxiliaires", Sort::List, words::ASSISTANTS, |it| it.assistants()),
    field("presents", Sort::List, words::PRESENT, |it| it.members(is_present)),
    field("a_distance", Sort::List, words::REMOTE, |it| it.members(|seat| *seat == Seat::Remote)),
    field("pouvoirs", Sort::List, words::POWERS, |it| it.members(|seat| matches!(seat, Seat::Represented(_)))),
    field("excuses", Sort::List, words::EXCUSED, |it| it.members(|seat| *seat == Seat::Excused)),
    field("absents", Sort::List, words::ABSENT, |it| it.members(|seat| *seat == Seat::Absent)),
    field("deports", Sort::List, words::WITHDRAWN, |it| it.members(|seat| *seat == Seat::Withdrawn)),
    field("en_exercice", Sort::Number, words::IN_OFFICE, |it| it.in_office()),
    field("nombre_presents", Sort::Number, words::HOW_MANY_PRESENT, |it| it.how_many(is_present)),
    field("nombre_pouvoirs", Sort::Number, words::HOW_MANY_POWERS, |it| {
        it.how_many(|seat| matches!(seat, Seat::Represented(_)))
    }),
    field("numero_rapport", Sort::Text, words::REPORT, |it| {
        it.of_report(|report| Some(Run::literal(report.id.as_str()).text().to_owned()))
    }),
    field("numero_acte", Sort::Text, words::ACT, |it| it.act()),
    field("chapitre", Sort::Text, words::CHAPTER, |it| it.chapter()),
    field("objet", Sort::Text, words::OBJECT, |it| it.of_report(|report| Some(set(&report.object)))),
    field("rapporteur", Sort::Text, words::RAPPORTEUR, |it| it.rapporteur()),
    field("votants", Sort::Number, words::VOTERS, |it| it.figure(Figure::Voters)),
    field("exprimes", Sort::Number, words::CAST, |it| it.figure(Figure::Cast)),
    field("majorite", Sort::Number, words::MAJORITY, |it| it.figure(Figure::AbsoluteMajority)),
    field("pour", Sort::Number, words::FOR, |it| it.figure(Figure::For)),
    field("contre", Sort::Number, words::AGAINST, |it| it.figure(Figure::Against)),
    field("abstentions", Sort::Number, words::ABSTENTIONS, |it| it.figure(Figure::Abstentions)),
    field("blancs_nuls", Sort::Number, words::BLANK, |it| it.figure(Figure::BlankNull)),
    field("ne_prennent_pas_part", Sort::Number, words::NOT_TAKING_PART, |it| it.figure(Figure::NotTakingPart)),
    field("resultat", Sort::Text, words::RESULT, |it| it.result()),
    field("decision", Sort::Text, words::DECISION, |it| it.decision()),
    field("noms_contre", Sort::List, words::NAMES_AGAINST, |it| it.saying(Choice::Against)),
    field("noms_abstention", Sort::List, words::NAMES_ABSTAINING, |it| it.saying(Choice::Abstain)),
    field("noms_ne_prennent_pas_part", Sort::List, words::NAMES_NOT_TAKING_PART, |it| it.saying(Choice::NotTakingPart)),
    field("genre_rapport", Sort::Text, words::REPORT_KIND, |it| it.kind()),
    field("maniere", Sort::Text, words::WAY, |it| it.way()),
    field("scrutin", Sort::Text, words::BALLOT, |it| it.ballot()),
    field("majorite_requise", Sort::Text, words::REQUIRED_MAJORITY, |it| it.required_majority()),
    field("voix_requises", Sort::Number, words::REQUIRED_VOTES, |it| it.required_votes()),
    field("motif_majorite", Sort::Text, words::REASON_OF_THE_MAJORITY, |it| it.reason_of_the_majority()),
    field("votes_ensemble", Sort::List, words::TOGETHER, |it| it.together()),
    field("candidats", Sort::List, words::CANDIDATES, |it| it.candidates()),
    field("mandat", Sort::Text, words::OFFICE, |it| it.office()),
    field("postes", Sort::Number, words::POSTS, |it| it.posts()),
    field("scrutateurs", Sort::List, words::TELLERS, |it| it.tellers()),
    field("listes", Sort::Rows, words::LISTS, |it| it.lists()),
    field("tours", Sort::Rows, words::ROUNDS, |it| it.rounds()),
    field("elus", Sort::List, words::ELECTED, |it| it.elected()),
    field("proclamation", Sort::Text, words::PROCLAMATION, |it| it.proclamation()),
    field("amendements", Sort::Rows, words::AMENDMENTS, |it| it.amendments()),
    field("decisions", Sort::Rows, words::DECISIONS, |it| it.decisions()),
    field("signe_le", Sort::Text, words::SIGNED, |it| it.of_report(|report| report.signed.map(date))),
    field("transmis_le", Sort::Text, words::TRANSMITTED, |it| {
        it.of_report(|report| report.transmitted.map(short_date))
    }),
    field("recu_le", Sort::Text, words::RECEIVED, |it| it.of_report(|report| report.received.map(short_date))),
    field("accuse", Sort::Text, words::RECEIPT, |it| {
        it.of_report(|report| report.receipt_id.as_deref().map(|id| Run::literal(id).text().to_owned()))
    }),
    field("empreinte", Sort::Text, words::SEAL, |it| maybe(it.sources.seal)),
    field("rapports", Sort::Rows, words::REPORTS, |it| it.reports()),
];

/// The fields of a paper.
#[must_use]
pub fn of(sources: &Sources<'_>, paper: &Paper, document: &Document) -> Fields {
    let known = Known::of(sources, paper, document);
    ALL.iter().map(|field| (field.name, (field.of)(&known))).collect()
}

/// Every field as it is where nothing is known.
#[must_use]
pub fn empty() -> Fields {
    let empty = |sort: Sort| match sort {
        Sort::Text => FieldValue::Text(String::new()),
        Sort::Number => FieldValue::Number(None),
        Sort::List => FieldValue::List(Vec::new()),
        Sort::Rows => FieldValue::Rows(Vec::new()),
    };
    ALL.iter().map(|field| (field.name, empty(field.sort))).collect()
}

/// Every field with something in it, to try an expression on.
#[must_use]
pub fn sample() -> Fields {
    let some = |name: &str, sort: Sort| match sort {
        Sort::Text => FieldValue::Text("a".to_owned()),
        Sort::Number => FieldValue::Number(Some(1)),
        Sort::List => FieldValue::List(vec!["a".to_owned(), "b".to_owned()]),
        Sort::Rows => {
            let texts = of_a_row(name).iter().map(|(name, sort)| match sort {
                Sort::Number => (*name, FieldValue::Number(Some(1))),
                _ => (*name, FieldValue::Text("a".to_owned())),
            });
            FieldValue::Rows(vec![texts.collect()])
        }
    };
    ALL.iter().map(|field| (field.name, some(field.name, field.sort))).collect()
}

/// What a line of a field of lines holds; nothing for another field.
#[must_use]
pub fn of_a_row(field: &str) -> &'static [(&'static str, Sort)] {
    match field {
        "rapports" => &[
            ("numero", Sort::Text),
            ("acte", Sort::Text),
            ("objet", Sort::Text),
            ("genre", Sort::Text),
            ("chapitre", Sort::Text),
            ("rapporteur", Sort::Text),
            ("resultat", Sort::Text),
            ("pour", Sort::Number),
            ("contre", Sort::Number),
            ("abstentions", Sort::Number),
        ],
        "amendements" => &[
            ("numero", Sort::Text),
            ("auteurs", Sort::Text),
            ("au_nom_de", Sort::Text),
            ("cible", Sort::Text),
            ("texte", Sort::Text),
            ("resultat", Sort::Text),
            ("pour", Sort::Number),
            ("contre", Sort::Number),
            ("abstentions", Sort::Number),
        ],
        "listes" => &[("nom", Sort::Text), ("candidats", Sort::Text)],
        "tours" => &[
            ("titre", Sort::Text),
            ("poste", Sort::Number),
            ("numero", Sort::Number),
            ("inscrits", Sort::Number),
            ("presents", Sort::Number),
            ("representes", Sort::Number),
            ("emargements", Sort::Number),
            ("bulletins", Sort::Number),
            ("blancs", Sort::Number),
            ("nuls", Sort::Number),
            ("exprimes", Sort::Number),
            ("majorite", Sort::Number),
            ("suffrages", Sort::Text),
            ("resultat", Sort::Text),
        ],
        "decisions" => &[("numero", Sort::Text), ("date", Sort::Text), ("objet", Sort::Text)],
        _ => &[],
    }
}

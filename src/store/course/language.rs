//! What a course may hold: the words of its steps, and the fields of each. `docs/deroule.md` says them with examples.
//!
//! [`Command`](crate::council::command::Command) is what the values are read by; a test keeps both alike.

use crate::store::session_file::schema::report::{ACKNOWLEDGEMENT, APPOINTMENT, ELECTION, FORM, MAJORITIES, OPINION};
use crate::store::session_file::schema::{Content, Field, Fields, Kind, Word, accented, accented_word, field, word};

const fn one(name: &'static str, kind: Kind) -> Word {
    Word { name, accented: None, content: Content::One(kind) }
}

const fn step(name: &'static str, accented: Option<&'static str>, fields: &'static Fields) -> Word {
    Word { name, accented, content: Content::Fields(fields) }
}

/// A step that needs no field: its word alone is enough.
const fn bare(name: &'static str, fields: &'static Fields) -> Word {
    Word { name, accented: None, content: Content::PerhapsFields(fields) }
}

const fn fields(known: &'static [Field]) -> Fields {
    Fields { known }
}

/// What a step is called in a message.
pub const STEP: &str = "étape";

/// The field with the reason for which an irregular step goes on.
pub const REASON: &str = "passe_outre";

/// The field with the figures as the act printed them.
pub const PRINTED: &str = "imprime";

const WHY: Field = field(REASON, Kind::Text);
const AS_PRINTED: Field = accented(PRINTED, "imprimé", Kind::Fields(&PRINTED_FIGURES));
const AT: Field = field("heure", Kind::Hour);
const WHO: Field = field("membre", Kind::Person);
const REPORT: Field = field("rapport", Kind::Report);
const REPORTS: Kind = Kind::List(&Kind::Report);
const PEOPLE: Kind = Kind::List(&Kind::Person);
const ON: Field = field("sur", Kind::Choice(PROPOSAL));
const FOR: Field = field("pour", Kind::Number);
const AGAINST: Field = field("contre", Kind::Number);
const ABSTENTIONS: Field = field("abstentions", Kind::Number);
const TAKING_NO_PART: Field = field("ne_prennent_pas_part", Kind::Number);
const TEXT: Field = field("texte", Kind::Prose);

/// Every step, in the order of the documentation.
pub const STEPS: &[Word] = &[
    step("Presence", Some("Présence"), &fields(&[WHO, accented("etat", "état", Kind::Choice(STATE)), AT, WHY])),
    step("Pouvoir", None, &fields(&[field("mandant", Kind::Person), field("mandataire", Kind::Person), AT, WHY])),
    step("FinPouvoir", None, &fields(&[field("mandant", Kind::Person), WHY])),
    step("Siege", Some("Siège"), &fields(&[WHO, AT, WHY])),
    step("Heure", None, &fields(&[field("de", Kind::Choice(HOUR_OF)), AT, WHY])),
    bare("Ouvrir", &fields(&[AT, WHY, AS_PRINTED])),
    step("Presidence", Some("Présidence"), &fields(&[WHO, REPORT, accented("elu", "élu", Kind::YesNo), AT, WHY])),
    step(
        "Secretaires",
        Some("Secrétaires"),
        &fields(&[field("membres", PEOPLE), field("auxiliaires", Kind::List(&Kind::Text)), AT, WHY]),
    ),
    step("Rapporteur", None, &fields(&[REPORT, WHO, WHY])),
    step(
        "Deport",
        Some("Déport"),
        &fields(&[
            REPORT,
            WHO,
            field("motif", Kind::Choice(GROUND)),
            field("quitte_la_salle", Kind::YesNo),
            accented("precision", "précision", Kind::Text),
            AT,
            WHY,
        ]),
    ),
    step("FinDeport", Some("FinDéport"), &fields(&[REPORT, WHO, WHY])),
    step(
        "Rapport",
        None,
        &fields(&[accented("numero", "numéro", Kind::Report), field("avec", REPORTS), WHY, AS_PRINTED]),
    ),
    step("SortirDuVoteGroupe", Some("SortirDuVoteGroupé"), &fields(&[REPORT, WHY])),
    step(
        "Deposer",
        Some("Déposer"),
        &fields(&[
            REPORT,
            ON,
            field("par", PEOPLE),
            field("au_nom_de", Kind::Text),
            field("cible", Kind::Text),
            TEXT,
            field("aux_voix", Kind::YesNo),
            AT,
            WHY,
        ]),
    ),
    step("MettreAuxVoix", None, &fields(&[REPORT, ON, WHY])),
    step("Abandonner", None, &fields(&[REPORT, ON, field("motif", Kind::Choice(DROPPED)), AT, WHY])),
    step("Maniere", Some("Manière"), &fields(&[REPORT, ON, accented("maniere", "manière", Kind::Choice(WAY)), WHY])),
    step(
        "Chiffres",
        None,
        &fields(&[
            REPORT,
            ON,
            FOR,
            AGAINST,
            ABSTENTIONS,
            TAKING_NO_PART,
            accented("presidence", "présidence", Kind::Choice(CHOICE)),
            WHY,
        ]),
    ),
    step(
        "Resultat",
        Some("Résultat"),
        &fields(&[REPORT, ON, accented("resultat", "résultat", Kind::Choice(STATED)), WHY]),
    ),
    step(
        "ScrutinPublic",
        None,
        &fields(&[REPORT, ON, field("demandeurs", PEOPLE), accented("refusee", "refusée", Kind::YesNo), AT, WHY]),
    ),
    step(
        "ScrutinSecret",
        None,
        &fields(&[REPORT, ON, field("demandeurs", PEOPLE), accented("refusee", "refusée", Kind::YesNo), AT, WHY]),
    ),
    step("MainLevee", Some("MainLevée"), &fields(&[REPORT, AT, WHY])),
    step("Scrutateurs", None, &fields(&[REPORT, ON, field("membres", PEOPLE), WHY])),
    step("Candidats", None, &fields(&[REPORT, field("candidats", PEOPLE), WHY])),
    step("Listes", None, &fields(&[REPORT, field("listes", Kind::List(&Kind::Fields(&SLATE))), WHY])),
    step("Postes", None, &fields(&[REPORT, field("postes", Kind::Number), WHY])),
    step("ModeDElection", Some("ModeDÉlection"), &fields(&[REPORT, field("mode", Kind::Choice(FORM)), WHY])),
    step(
        "Emargement",
        Some("Émargement"),
        &fields(&[REPORT, ON, field("votants", PEOPLE), field("sauf", PEOPLE), field("ouvert", Kind::Hour), AT, WHY]),
    ),
    step("Depouillement", Some("Dépouillement"), &fields(&[REPORT, ON, field("total", Kind::Fields(&TOTAL)), WHY])),
    step(
        "Departage",
        Some("Départage"),
        &fields(&[REPORT, accented("au_benefice_de", "au_bénéfice_de", Kind::Choice(TICKET)), WHY]),
    ),
    step("TourSuivant", None, &fields(&[REPORT, WHY])),
    step(
        "Majorite",
        Some("Majorité"),
        &fields(&[REPORT, accented("regle", "règle", Kind::Choice(MAJORITIES)), field("motif", Kind::Text), WHY]),
    ),
    step("ModifierTexte", None, &fields(&[REPORT, TEXT, AT, WHY])),
    step(
        "Ajouter",
        None,
        &fields(&[
            accented("numero", "numéro", Kind::NewReport),
            field("objet", Kind::Label),
            field("genre", Kind::Choice(REPORT_KIND)),
            field("rapporteur", Kind::Person),
            TEXT,
            accented("apres", "après", Kind::Report),
            AT,
            WHY,
        ]),
    ),
    step("Remarque", None, &fields(&[REPORT, WHO, TEXT, WHY])),
    step("Retirer", None, &fields(&[REPORT, accented("precision", "précision", Kind::Text), AT, WHY])),
    step(
        "Voix",
        None,
        &fields(&[
            REPORT,
            ON,
            field("partout", Kind::YesNo),
            field("pour", PEOPLE),
            field("contre", PEOPLE),
            field("abstentions", PEOPLE),
            field("ne_prennent_pas_part", PEOPLE),
            WHY,
        ]),
    ),
    step(
        "Proclamer",
        None,
        &fields(&[REPORT, ON, AT, field("puis", Kind::Report), field("avec", REPORTS), WHY, AS_PRINTED]),
    ),
    step(
        "Rectifier",
        None,
        &fields(&[
            REPORT,
            ON,
            field("motif", Kind::Text),
            accented("presences", "présences", Kind::List(&Kind::Pair(&[Kind::Person, Kind::Choice(STATE)]))),
            field("voix", Kind::List(&Kind::Pair(&[Kind::Person, Kind::Choice(CHOICE)]))),
            accented("decompte", "décompte", Kind::Fields(&COUNTS)),
            accented("presidence", "présidence", Kind::Choice(CHOICE)),
            field("annonce", Kind::Choice(STATED)),
            accented("depouillement", "dépouillement", Kind::Fields(&TOTAL)),
            AT,
            WHY,
        ]),
    ),
    step("HuisClos", None, &fields(&[field("demandeurs", PEOPLE), FOR, AGAINST, ABSTENTIONS, AT, WHY])),
    bare("FinHuisClos", &fields(&[AT, WHY])),
    bare("Suspendre", &fields(&[AT, WHY])),
    bare("Reprendre", &fields(&[AT, WHY])),
    bare("Ajourner", &fields(&[AT, WHY])),
    bare("Lever", &fields(&[AT, WHY])),
    step("Arreter", Some("Arrêter"), &fields(&[field("le", Kind::Date), field("remarques", Kind::Text), WHY])),
];

/// `etat`.
pub const STATE: &[Word] = &[
    accented_word("Present", "Présent"),
    accented_word("ADistance", "ÀDistance"),
    accented_word("Excuse", "Excusé"),
    word("Absent"),
    word("Sorti"),
    word("Parti"),
];

/// `de` of an hour.
pub const HOUR_OF: &[Word] = &[
    word("Ouverture"),
    one("Mouvement", Kind::Person),
    one("Proclamation", Kind::Report),
    word("Suspension"),
    word("Reprise"),
    accented_word("Cloture", "Clôture"),
];

/// `motif` of a recusal.
pub const GROUND: &[Word] =
    &[accented_word("Interet", "Intérêt"), accented_word("Representant", "Représentant"), word("Comptes")];

/// `sur`: what is put to the vote in a report before its text.
pub const PROPOSAL: &[Word] = &[
    one("Amendement", Kind::Label),
    one("Partie", Kind::Label),
    word("Renvoi"),
    accented_word("QuestionPrealable", "QuestionPréalable"),
];

/// `motif` of a proposal that is left.
pub const DROPPED: &[Word] = &[accented_word("Retire", "Retiré"), word("SansObjet")];

/// `maniere`.
pub const WAY: &[Word] = &[
    word("ParException"),
    word("ParAppel"),
    word("EnChiffres"),
    accented_word("ResultatSeul", "RésultatSeul"),
    word("SansVote"),
];

/// A result without its figures.
pub const STATED: &[Word] =
    &[accented_word("Unanimite", "Unanimité"), accented_word("Adopte", "Adopté"), accented_word("Rejete", "Rejeté")];

/// What a ballot says.
pub const TICKET: &[Word] = &[word("Pour"), word("Contre"), one("Membre", Kind::Person), one("Liste", Kind::Slate)];

/// `total`: what was in the urn.
pub const TOTAL: Fields = fields(&[
    field("bulletins", Kind::Number),
    field("blancs", Kind::Number),
    field("nuls", Kind::Number),
    field("voix", Kind::List(&Kind::Pair(&[Kind::Choice(TICKET), Kind::Number]))),
]);

/// One of `listes`.
pub const SLATE: Fields = fields(&[field("nom", Kind::NewSlate), field("candidats", PEOPLE)]);

/// `decompte`.
pub const COUNTS: Fields = fields(&[FOR, AGAINST, ABSTENTIONS, TAKING_NO_PART]);

const fn kind(name: &'static str, accented: Option<&'static str>, fields: &'static Fields) -> Word {
    Word { name, accented, content: Content::PerhapsFields(fields) }
}

/// `genre` of an added report.
pub const REPORT_KIND: &[Word] = &[
    accented_word("Deliberation", "Délibération"),
    Word { name: "Avis", accented: None, content: Content::Fields(&OPINION) },
    kind("DonneActe", Some("DonnéActe"), &ACKNOWLEDGEMENT),
    word("Information"),
    word("Communication"),
    accented_word("Decisions", "Décisions"),
    word("QuestionOrale"),
    accented_word("Voeu", "Vœu"),
    word("Motion"),
    kind("ProcesVerbal", Some("ProcèsVerbal"), &fields(&[field("du", Kind::Date), field("vote", Kind::YesNo)])),
    word("CompteAdministratif"),
    word("CompteFinancierUnique"),
    kind("Designation", Some("Désignation"), &APPOINTMENT),
    Word { name: "Election", accented: Some("Élection"), content: Content::Fields(&ELECTION) },
];

/// What a voice says, in a rectification.
pub const CHOICE: &[Word] = &[word("Pour"), word("Contre"), word("Abstention"), word("NePrendPasPart")];

/// `imprime`.
pub const PRINTED_FIGURES: Fields = fields(&[
    accented("presents", "présents", Kind::NumberOrList(&Kind::Person)),
    accented("representes", "représentés", Kind::NumberOrList(&Kind::Person)),
    field("inscrits", Kind::Number),
    field("quorum", Kind::Number),
    field("votants", Kind::Number),
    accented("exprimes", "exprimés", Kind::Number),
    accented("majorite", "majorité", Kind::Number),
    field("pour", Kind::Number),
    field("contre", Kind::Number),
    field("abstentions", Kind::Number),
    accented("resultat", "résultat", Kind::Choice(RESULT)),
    field("formule", Kind::Text),
]);

/// `resultat`.
const RESULT: &[Word] = &[accented_word("Adopte", "Adopté"), accented_word("Rejete", "Rejeté")];

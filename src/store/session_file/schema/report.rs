//! What a line of the agenda may hold.

use super::{Content, Fields, Kind, Word, accented, accented_word, field, word};

/// A line of the agenda.
pub const ITEM: &[Word] = &[
    Word { name: "Chapitre", accented: None, content: Content::Text },
    Word { name: "Rapport", accented: None, content: Content::Fields(&REPORT) },
];

/// `Rapport`.
pub const REPORT: Fields = Fields {
    known: &[
        accented("numero", "numéro", Kind::Text),
        field("acte", Kind::Text),
        field("objet", Kind::Text),
        field("genre", Kind::Choice(REPORT_KIND)),
        field("rapporteur", Kind::Text),
        field("texte", Kind::TextOrFile),
        field("dispositif", Kind::TextOrFile),
        field("soumis", Kind::Fields(&SUBMITTED)),
        field("annexes", Kind::List(&Kind::TextOrFile)),
        accented("signe", "signé", Kind::Text),
        field("transmis", Kind::Text),
        accented("recu", "reçu", Kind::Text),
        accented("accuse", "accusé", Kind::Text),
        accented("deports", "déports", Kind::List(&Kind::Fields(&RECUSAL))),
        field("comptes", Kind::YesNo),
        field("hors_premier_ordre_du_jour", Kind::YesNo),
        field("auteurs", Kind::List(&Kind::Text)),
        accented("decisions", "décisions", Kind::List(&Kind::Fields(&DECISION))),
        field("amendements", Kind::List(&Kind::Fields(&AMENDMENT))),
        accented("majorite", "majorité", Kind::Fields(&MAJORITY)),
        accented("vote_groupe", "vote_groupé", Kind::Text),
        field("candidats", Kind::List(&Kind::Text)),
        field("listes", Kind::List(&Kind::Fields(&LIST))),
        field("mode", Kind::Choice(FORM)),
    ],
};

/// One of `deports`.
pub const RECUSAL: Fields = Fields {
    known: &[
        field("membre", Kind::Text),
        field("motif", Kind::Choice(GROUND)),
        accented("precision", "précision", Kind::Text),
        field("quitte_la_salle", Kind::YesNo),
    ],
};

/// `motif` of a *déport*.
pub const GROUND: &[Word] =
    &[accented_word("Interet", "Intérêt"), accented_word("Representant", "Représentant"), word("Comptes")];

/// `genre` of a report.
pub const REPORT_KIND: &[Word] = &[
    accented_word("Deliberation", "Délibération"),
    with("Avis", None, &OPINION),
    with("DonneActe", Some("DonnéActe"), &ACKNOWLEDGEMENT),
    word("Information"),
    word("Communication"),
    accented_word("Decisions", "Décisions"),
    word("QuestionOrale"),
    accented_word("Voeu", "Vœu"),
    word("Motion"),
    with("ProcesVerbal", Some("ProcèsVerbal"), &PREVIOUS_MINUTES),
    word("CompteAdministratif"),
    word("CompteFinancierUnique"),
    with("Designation", Some("Désignation"), &APPOINTMENT),
    with("Election", Some("Élection"), &ELECTION),
];

/// A word that takes fields and may stand alone.
const fn with(name: &'static str, accented: Option<&'static str>, fields: &'static Fields) -> Word {
    Word { name, accented, content: Content::PerhapsFields(fields) }
}

/// `Avis`.
pub const OPINION: Fields = Fields { known: &[field("sens", Kind::Choice(SENSE))] };

/// `DonneActe`.
pub const ACKNOWLEDGEMENT: Fields = Fields { known: &[field("vote", Kind::YesNo)] };

/// `ProcesVerbal`.
pub const PREVIOUS_MINUTES: Fields = Fields { known: &[field("du", Kind::Text), field("vote", Kind::YesNo)] };

/// `Designation`.
pub const APPOINTMENT: Fields = Fields { known: &[field("postes", Kind::Number), field("secret", Kind::YesNo)] };

/// `Election`.
pub const ELECTION: Fields = Fields { known: &[field("mandat", Kind::Choice(OFFICE)), field("postes", Kind::Number)] };

/// `mandat`.
pub const OFFICE: &[Word] = &[
    word("Maire"),
    accented_word("President", "Président"),
    word("Adjoints"),
    word("Adjoint"),
    accented_word("VicePresidents", "VicePrésidents"),
    word("CommissionPermanente"),
    word("ConseillersCommunautaires"),
    word("CommissionAppelOffres"),
    word("ConseilDuCcas"),
    accented_word("Delegues", "Délégués"),
];

/// `mode`.
pub const FORM: &[Word] = &[word("ParNom"), word("ParListe"), word("PlusFortReste"), word("PlusForteMoyenne")];

/// One of `listes`.
pub const LIST: Fields = Fields { known: &[field("nom", Kind::Text), field("candidats", Kind::List(&Kind::Text))] };

/// `sens`.
pub const SENSE: &[Word] =
    &[word("Favorable"), accented_word("Defavorable", "Défavorable"), accented_word("Reserve", "Réservé")];

/// `soumis`.
pub const SUBMITTED: Fields = Fields {
    known: &[
        accented("a", "à", Kind::Text),
        accented("seance", "séance", Kind::Text),
        accented("numero", "numéro", Kind::Text),
        field("texte", Kind::TextOrFile),
    ],
};

/// One of `decisions`.
pub const DECISION: Fields = Fields {
    known: &[accented("numero", "numéro", Kind::Text), field("date", Kind::Text), field("objet", Kind::Text)],
};

/// One of `amendements`.
pub const AMENDMENT: Fields = Fields {
    known: &[
        accented("numero", "numéro", Kind::Text),
        field("par", Kind::List(&Kind::Text)),
        field("au_nom_de", Kind::Text),
        field("cible", Kind::Text),
        field("texte", Kind::TextOrFile),
    ],
};

/// `majorite`.
pub const MAJORITY: Fields =
    Fields { known: &[accented("regle", "règle", Kind::Choice(RULE)), field("motif", Kind::Text)] };

/// One of `majorites` of the settings.
pub const KIND_MAJORITY: Fields = Fields {
    known: &[
        field("genre", Kind::Choice(REPORT_KIND)),
        accented("regle", "règle", Kind::Choice(RULE)),
        field("motif", Kind::Text),
    ],
};

/// The majorities. That of the accounts comes last.
pub const MAJORITIES: &[Word] = &[
    accented_word("Exprimes", "Exprimés"),
    word("Membres"),
    accented_word("TroisCinquiemesExprimes", "TroisCinquièmesExprimés"),
    accented_word("TroisCinquiemesMembres", "TroisCinquièmesMembres"),
    accented_word("DeuxTiersExprimes", "DeuxTiersExprimés"),
    word("DeuxTiersMembres"),
    word("Relative"),
    accented_word("SansMajoriteContre", "SansMajoritéContre"),
];

/// `regle` of a majority: a file asks for any but that of the accounts, which comes of their kind.
pub const RULE: &[Word] = match MAJORITIES.split_last() {
    Some((_, others)) => others,
    None => &[],
};

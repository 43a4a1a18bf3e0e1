//! What the session file may hold, for the scanner: the fields of each parenthesis and the words of each choice.
//!
//! `shape` is what the values are read by; a test keeps both alike.

pub mod report;

use self::report::{ITEM, KIND_MAJORITY};

/// What belongs somewhere.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text.
    Text,
    /// A text, or `Fichier("x.md")`.
    TextOrFile,
    /// A whole number from 0 to 4 294 967 295.
    Number,
    /// A number, with a decimal point or without. In a charter only.
    Decimal,
    /// `true` or `false`.
    YesNo,
    /// A list.
    List(&'static Kind),
    /// A list, or `Fichier("elus.csv")`.
    ListOrFile(&'static Kind),
    /// Fields in parentheses.
    Fields(&'static Fields),
    /// One of several words.
    Choice(&'static [Word]),
    /// A text, or one of several words.
    TextOrChoice(&'static [Word]),
    /// Somebody of the roster, by name or identity. In a course only.
    Person,
    /// A report of the agenda, by number. In a course only.
    Report,
    /// A report that is put on the agenda, by its number. In a course only.
    NewReport,
    /// A list of candidates that stands, by its name. In a course only.
    Slate,
    /// A list of candidates that is filed, by its name. In a course only.
    NewSlate,
    /// A text of one line that names something: not an empty one. In a course only.
    Label,
    /// A text that may have several lines. In a course only.
    Prose,
    /// An hour of the day. In a course only.
    Hour,
    /// A day of the calendar. In a course only.
    Date,
    /// Values in parentheses, without names. In a course only.
    Pair(&'static [Kind]),
    /// A whole number, or a list. In a course only.
    NumberOrList(&'static Kind),
}

/// What may stand between two parentheses.
#[derive(Debug)]
pub struct Fields {
    /// The fields that are read.
    pub known: &'static [Field],
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// The same with accents, if it has any.
    pub accented: Option<&'static str>,
    /// What belongs there.
    pub kind: Kind,
}

/// One word of a choice.
#[derive(Debug)]
pub struct Word {
    /// The word.
    pub name: &'static str,
    /// The same with accents, if it has any.
    pub accented: Option<&'static str>,
    /// What belongs in the parentheses after it.
    pub content: Content,
}

/// What belongs in the parentheses after a word.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// The word stands alone.
    Nothing,
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// One value that is written as a text. In a course only.
    One(Kind),
    /// Fields.
    Fields(&'static Fields),
    /// Fields, or no parentheses at all.
    PerhapsFields(&'static Fields),
}

/// A field.
pub const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, accented: None, kind }
}

/// A field with an accented spelling.
pub const fn accented(name: &'static str, accented: &'static str, kind: Kind) -> Field {
    Field { name, accented: Some(accented), kind }
}

/// A word that stands alone.
pub const fn word(name: &'static str) -> Word {
    Word { name, accented: None, content: Content::Nothing }
}

/// A word that stands alone, with an accented spelling.
pub const fn accented_word(name: &'static str, accented: &'static str) -> Word {
    Word { name, accented: Some(accented), content: Content::Nothing }
}

/// The whole file.
pub const SESSION: Fields = Fields {
    known: &[
        field("format", Kind::Number),
        accented("assemblee", "assemblée", Kind::Fields(&BODY)),
        accented("seance", "séance", Kind::Fields(&MEETING)),
        field("membres", Kind::ListOrFile(&Kind::Fields(&MEMBER))),
        field("ordre_du_jour", Kind::List(&Kind::Choice(ITEM))),
    ],
};

/// `assemblee`.
pub const BODY: Fields = Fields {
    known: &[
        field("nom", Kind::Text),
        field("genre", Kind::Choice(BODY_KIND)),
        field("siren", Kind::Text),
        accented("departement", "département", Kind::Text),
        field("population", Kind::Number),
        field("effectif", Kind::Number),
        accented("reglages", "réglages", Kind::Fields(&SETTINGS)),
        accented("numerotation", "numérotation", Kind::Text),
        field("formules", Kind::Fields(&PHRASES)),
    ],
};

/// `formules`.
pub const PHRASES: Fields = Fields {
    known: &[
        accented("deliberation_adoptee", "délibération_adoptée", Kind::Text),
        accented("deliberation_rejetee", "délibération_rejetée", Kind::Text),
        accented("avis_adopte", "avis_adopté", Kind::Text),
        accented("avis_rejete", "avis_rejeté", Kind::Text),
        accented("comptes_adoptes", "comptes_adoptés", Kind::Text),
        accented("comptes_rejetes", "comptes_rejetés", Kind::Text),
        accented("voeu_adopte", "vœu_adopté", Kind::Text),
        accented("voeu_rejete", "vœu_rejeté", Kind::Text),
        accented("acte_donne_par_vote", "acte_donné_par_vote", Kind::Text),
        accented("acte_refuse", "acte_refusé", Kind::Text),
        accented("designation_votee", "désignation_votée", Kind::Text),
        accented("designation_refusee", "désignation_refusée", Kind::Text),
        accented("proces_verbal_arrete_par_vote", "procès_verbal_arrêté_par_vote", Kind::Text),
        accented("proces_verbal_non_arrete", "procès_verbal_non_arrêté", Kind::Text),
        field("renvoi", Kind::Text),
        accented("question_prealable", "question_préalable", Kind::Text),
        accented("proposition_adoptee", "proposition_adoptée", Kind::Text),
        accented("proposition_rejetee", "proposition_rejetée", Kind::Text),
        accented("acte_donne", "acte_donné", Kind::Text),
        accented("designation_sans_vote", "désignation_sans_vote", Kind::Text),
        accented("proces_verbal_arrete", "procès_verbal_arrêté", Kind::Text),
        field("entendu", Kind::Text),
        accented("election", "élection", Kind::Text),
        accented("election_sans_elu", "élection_sans_élu", Kind::Text),
        field("retrait", Kind::Text),
        accented("unanimite", "unanimité", Kind::Text),
        accented("unanimite_des_exprimes", "unanimité_des_exprimés", Kind::Text),
        accented("a_la_majorite", "à_la_majorité", Kind::Text),
        accented("voix_preponderante", "voix_prépondérante", Kind::Text),
        accented("comptes_sans_majorite_contre", "comptes_sans_majorité_contre", Kind::Text),
        field("rejet", Kind::Text),
        accented("rejet_voix_preponderante", "rejet_voix_prépondérante", Kind::Text),
        field("rejet_partage", Kind::Text),
        field("aucun_suffrage", Kind::Text),
        field("aucun_suffrage_que_des_abstentions", Kind::Text),
        accented("majorite_requise_atteinte", "majorité_requise_atteinte", Kind::Text),
        accented("majorite_requise_non_atteinte", "majorité_requise_non_atteinte", Kind::Text),
        accented("a_la_majorite_sans_chiffres", "à_la_majorité_sans_chiffres", Kind::Text),
        field("rejet_sans_chiffres", Kind::Text),
    ],
};

/// `reglages`.
pub const SETTINGS: Fields = Fields {
    known: &[
        field("quorum", Kind::Fields(&QUORUM_SETTING)),
        field("pouvoirs_par_porteur", Kind::Fields(&NUMBER_SETTING)),
        accented("voix_preponderante", "voix_prépondérante", Kind::Fields(&YES_NO_SETTING)),
        accented("a_distance", "à_distance", Kind::Fields(&YES_NO_SETTING)),
        field("huis_clos_demandeurs", Kind::Fields(&NUMBER_SETTING)),
        accented("seances_par_pouvoir", "séances_par_pouvoir", Kind::Fields(&NUMBER_SETTING)),
        field("mouvements", Kind::Choice(MOVEMENTS)),
        accented("numeroter_rejetes", "numéroter_rejetés", Kind::YesNo),
        field("nppv_parmi_les_votants", Kind::YesNo),
        accented("majorites", "majorités", Kind::List(&Kind::Fields(&KIND_MAJORITY))),
        accented("unanimite", "unanimité", Kind::Choice(UNANIMITY)),
        field("noms", Kind::Choice(NAMES)),
        accented("zero", "zéro", Kind::Choice(ZERO)),
    ],
};

/// `quorum` of the settings.
pub const QUORUM_SETTING: Fields =
    Fields { known: &[field("valeur", Kind::Choice(QUORUM)), field("motif", Kind::Text)] };

/// A setting that is a number.
pub const NUMBER_SETTING: Fields = Fields { known: &[field("valeur", Kind::Number), field("motif", Kind::Text)] };

/// A setting that is `true` or `false`.
pub const YES_NO_SETTING: Fields = Fields { known: &[field("valeur", Kind::YesNo), field("motif", Kind::Text)] };

/// `valeur` of the quorum.
pub const QUORUM: &[Word] = &[
    accented_word("Moitie", "Moitié"),
    word("Tiers"),
    accented_word("MoitieAvecRepresentes", "MoitiéAvecReprésentés"),
    Word { name: "Nombre", accented: None, content: Content::Number },
    word("Aucun"),
];

/// `mouvements`.
pub const MOVEMENTS: &[Word] = &[word("Heure"), word("Rapport"), word("HeureEtRapport")];

/// `unanimite`.
pub const UNANIMITY: &[Word] = &[
    accented_word("SuffragesExprimes", "SuffragesExprimés"),
    accented_word("Unanimite", "Unanimité"),
    accented_word("Majorite", "Majorité"),
];

/// `noms`.
pub const NAMES: &[Word] = &[word("HorsPour"), word("Tous"), word("Aucun")];

/// `zero`.
pub const ZERO: &[Word] = &[word("Usage"), accented_word("Neant", "Néant"), word("Chiffre"), word("Barre")];

/// `genre` of the assembly.
pub const BODY_KIND: &[Word] = &[
    word("Commune"),
    word("Epci"),
    accented_word("Metropole", "Métropole"),
    word("ConseilDeTerritoire"),
    word("ConseilArrondissement"),
    accented_word("Departement", "Département"),
    accented_word("Region", "Région"),
    word("CommissionPermanente"),
    word("Ccas"),
    word("Syndicat"),
    word("Autre"),
];

/// `seance`.
pub const MEETING: Fields = Fields {
    known: &[
        field("date", Kind::Text),
        field("heure", Kind::Text),
        field("lieu", Kind::Text),
        field("convocation", Kind::Text),
        accented("convoque_par", "convoqué_par", Kind::Text),
        accented("president", "président", Kind::Text),
        accented("secretaire", "secrétaire", Kind::Text),
        accented("secretaires", "secrétaires", Kind::List(&Kind::Text)),
        field("auxiliaires", Kind::List(&Kind::Text)),
        field("seconde_convocation", Kind::Text),
        accented("premier_numero", "premier_numéro", Kind::Number),
    ],
};

/// A member.
pub const MEMBER: Fields = Fields {
    known: &[
        field("nom", Kind::Text),
        accented("prenom", "prénom", Kind::Text),
        accented("civilite", "civilité", Kind::Choice(CIVILITY)),
        field("groupe", Kind::Text),
        field("fonction", Kind::Text),
        field("id", Kind::Text),
        accented("etat", "état", Kind::Choice(STATE)),
        field("rang", Kind::Number),
        field("voix", Kind::Number),
        accented("suppleant_de", "suppléant_de", Kind::Text),
        field("remplace", Kind::TextOrChoice(VACANT_SEAT)),
        field("naissance", Kind::Text),
    ],
};

/// `remplace`, in place of a name.
pub const VACANT_SEAT: &[Word] = &[accented_word("SiegeVacant", "SiègeVacant")];

/// `civilite`.
pub const CIVILITY: &[Word] = &[word("M"), word("Mme")];

/// `etat`.
pub const STATE: &[Word] = &[
    Word { name: "Present", accented: Some("Présent"), content: Content::PerhapsFields(&POWER) },
    Word { name: "Excuse", accented: Some("Excusé"), content: Content::PerhapsFields(&POWER) },
    Word { name: "Absent", accented: None, content: Content::PerhapsFields(&POWER) },
];

/// What stands between the parentheses of a state.
pub const POWER: Fields = Fields {
    known: &[
        accented("pouvoir_a", "pouvoir_à", Kind::Text),
        accented("seances", "séances", Kind::Number),
        field("maladie", Kind::YesNo),
    ],
};

impl Kind {
    /// Whether it is written as a text and nothing else.
    #[must_use]
    pub fn is_a_text(&self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Person
                | Self::Report
                | Self::NewReport
                | Self::Slate
                | Self::NewSlate
                | Self::Label
                | Self::Prose
                | Self::Hour
                | Self::Date
        )
    }
}

impl Fields {
    /// The field of that name, accented or not.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'static Field> {
        self.known.iter().find(|field| field.name == name || field.accented == Some(name))
    }

    /// The names of the fields.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        self.known.iter().map(|field| field.name).collect()
    }
}

#[cfg(test)]
pub(in crate::store) mod tests;

//! What the session file may hold, for the scanner: the fields of each parenthesis and the words of each choice.
//!
//! `shape` is what the values are read by; a test keeps both alike.

/// What belongs somewhere.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text.
    Text,
    /// A text, or `Fichier("x.md")`.
    TextOrFile,
    /// A whole number from 0 to 4 294 967 295.
    Number,
    /// A list.
    List(&'static Kind),
    /// A list, or `Fichier("elus.csv")`.
    ListOrFile(&'static Kind),
    /// Fields in parentheses.
    Fields(&'static Fields),
    /// One of several words.
    Choice(&'static [Word]),
    /// Somebody of the roster, by name or identity. In a course only.
    Person,
    /// A report of the agenda, by number. In a course only.
    Report,
    /// An hour of the day. In a course only.
    Hour,
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
    /// Those of the format that this version does not read yet.
    pub later: &'static [&'static str],
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
    /// One value that is written as a text. In a course only.
    One(Kind),
    /// Fields.
    Fields(&'static Fields),
    /// Fields, or no parentheses at all.
    PerhapsFields(&'static Fields),
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, accented: None, kind }
}

const fn accented(name: &'static str, accented: &'static str, kind: Kind) -> Field {
    Field { name, accented: Some(accented), kind }
}

const fn word(name: &'static str) -> Word {
    Word { name, accented: None, content: Content::Nothing }
}

const fn accented_word(name: &'static str, accented: &'static str) -> Word {
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
    later: &[],
};

/// `assemblee`.
pub const BODY: Fields = Fields {
    known: &[
        field("nom", Kind::Text),
        field("genre", Kind::Choice(BODY_KIND)),
        field("siren", Kind::Text),
        accented("departement", "département", Kind::Text),
        field("population", Kind::Number),
    ],
    later: &["numerotation", "reglages", "formules"],
};

/// `genre` of the assembly.
pub const BODY_KIND: &[Word] = &[
    word("Commune"),
    word("Epci"),
    accented_word("Metropole", "Métropole"),
    word("ConseilDeTerritoire"),
    accented_word("Departement", "Département"),
    accented_word("Region", "Région"),
    word("CommissionPermanente"),
    word("Ccas"),
];

/// `seance`.
pub const MEETING: Fields = Fields {
    known: &[
        field("date", Kind::Text),
        field("lieu", Kind::Text),
        field("convocation", Kind::Text),
        accented("convoque_par", "convoqué_par", Kind::Text),
        accented("president", "président", Kind::Text),
        accented("secretaire", "secrétaire", Kind::Text),
    ],
    later: &[],
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
    ],
    later: &["rang", "naissance", "suppleant_de"],
};

/// `civilite`.
pub const CIVILITY: &[Word] = &[word("M"), word("Mme")];

/// `etat`.
pub const STATE: &[Word] = &[
    Word { name: "Present", accented: Some("Présent"), content: Content::PerhapsFields(&POWER) },
    Word { name: "Excuse", accented: Some("Excusé"), content: Content::PerhapsFields(&POWER) },
    Word { name: "Absent", accented: None, content: Content::PerhapsFields(&POWER) },
];

/// What stands between the parentheses of a state.
pub const POWER: Fields = Fields { known: &[accented("pouvoir_a", "pouvoir_à", Kind::Text)], later: &[] };

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
    ],
    later: &[],
};

/// `genre` of a report.
pub const REPORT_KIND: &[Word] = &[
    accented_word("Deliberation", "Délibération"),
    Word { name: "Avis", accented: None, content: Content::Fields(&OPINION) },
];

/// `Avis`.
pub const OPINION: Fields = Fields { known: &[field("sens", Kind::Choice(SENSE))], later: &[] };

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
    later: &[],
};

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
mod tests {
    use std::collections::BTreeSet;

    use serde::Deserialize;
    use serde::de::value::Error;
    use serde::de::{Deserializer, Error as _, Visitor};
    use serde::forward_to_deserialize_any;

    use crate::council::name::Civility;

    use super::super::shape::{
        BodyKindShape, BodyShape, FullState, ItemShape, MeetingShape, MemberShape, ReportKindShape, SenseShape,
        SessionShape, SubmittedShape, options,
    };
    use super::*;

    /// Asks a type what fields or variants it wants, in place of giving it a value.
    struct Names;

    impl<'de> Deserializer<'de> for Names {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::custom(""))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            names: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            Err(Error::custom(names.join(" ")))
        }

        fn deserialize_enum<V: Visitor<'de>>(
            self,
            _: &'static str,
            names: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            Err(Error::custom(names.join(" ")))
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map identifier ignored_any
        }
    }

    fn wanted<'de, T: Deserialize<'de>>() -> BTreeSet<String> {
        let Err(names) = T::deserialize(Names) else { unreachable!("no value was given") };
        names.to_string().split(' ').map(str::to_owned).collect()
    }

    fn fields(fields: &Fields) -> BTreeSet<String> {
        let names = fields.known.iter().flat_map(|field| [Some(field.name), field.accented]);
        names.flatten().map(str::to_owned).collect()
    }

    fn words(words: &[Word]) -> BTreeSet<String> {
        words.iter().flat_map(|word| [Some(word.name), word.accented]).flatten().map(str::to_owned).collect()
    }

    #[test]
    fn every_field_that_is_read_is_in_the_schema_and_no_other() {
        assert_eq!(fields(&SESSION), wanted::<SessionShape>());
        assert_eq!(fields(&BODY), wanted::<BodyShape>());
        assert_eq!(fields(&MEETING), wanted::<MeetingShape>());
        assert_eq!(fields(&MEMBER), wanted::<MemberShape>());
        assert_eq!(fields(&SUBMITTED), wanted::<SubmittedShape>());
    }

    #[test]
    fn every_word_that_is_read_is_in_the_schema_and_no_other() {
        assert_eq!(words(BODY_KIND), wanted::<BodyKindShape>());
        assert_eq!(words(REPORT_KIND), wanted::<ReportKindShape>());
        assert_eq!(words(SENSE), wanted::<SenseShape>());
        assert_eq!(words(STATE), wanted::<FullState>());
        assert_eq!(words(ITEM), wanted::<ItemShape>());
        assert_eq!(words(CIVILITY), wanted::<Civility>());
    }

    /// The fields that ron wants in a parenthesis, from its refusal of one that there is not.
    fn wanted_in<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> BTreeSet<String> {
        match options().from_str::<T>(text).map_err(|error| error.code) {
            Err(ron::Error::NoSuchStructField { expected, .. }) => expected.iter().map(ToString::to_string).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_field_after_a_word_is_in_the_schema_and_no_other() {
        assert_eq!(fields(&REPORT), wanted_in::<ItemShape>("Rapport(zzz: 1)"));
        assert_eq!(fields(&OPINION), wanted_in::<ReportKindShape>("Avis(zzz: 1)"));
        for state in STATE {
            assert_eq!(fields(&POWER), wanted_in::<FullState>(&format!("{}(zzz: 1)", state.name)));
        }
    }
}

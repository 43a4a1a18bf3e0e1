//! The session file as serde reads it: one structure a parenthesis, under the French keys of the file.
//!
//! Every field is optional here although some are required: a missing one is a finding of ours, with the others, and
//! not the first error that ends the reading. `schema` says the same thing to the scanner; a test keeps both alike.

use std::marker::PhantomData;

use ron::value::RawValue;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::council::attendance::Presence;
use crate::council::name::Civility;

use super::layout;

mod phrases;
pub mod report;

pub use self::phrases::PhrasesShape;
pub use self::report::{
    AmendmentShape, DecisionShape, FormShape, GroundShape, ItemShape, KindMajorityShape, KindShape, ListShape,
    MajorityShape, OfficeShape, RecusalShape, ReportKindShape, RuleShape, SenseShape, SubmittedShape,
};

/// Reads any value of a session file: `Some(…)` need not be written.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionShape {
    pub format: Option<u32>,
    #[serde(alias = "assemblée")]
    pub assemblee: Option<BodyShape>,
    #[serde(alias = "séance")]
    pub seance: Option<MeetingShape>,
    pub membres: Option<Given<Vec<MemberShape>>>,
    pub ordre_du_jour: Option<Vec<ItemShape>>,
}

/// `assemblee: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyShape {
    pub nom: Option<String>,
    pub genre: Option<BodyKindShape>,
    pub siren: Option<String>,
    #[serde(alias = "département")]
    pub departement: Option<String>,
    pub population: Option<u32>,
    pub effectif: Option<u32>,
    #[serde(alias = "réglages")]
    pub reglages: Option<SettingsShape>,
    #[serde(alias = "numérotation")]
    pub numerotation: Option<String>,
    pub formules: Option<PhrasesShape>,
}

/// `reglages: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsShape {
    pub quorum: Option<SettingShape<QuorumShape>>,
    pub pouvoirs_par_porteur: Option<SettingShape<u32>>,
    #[serde(alias = "voix_prépondérante")]
    pub voix_preponderante: Option<SettingShape<bool>>,
    #[serde(alias = "à_distance")]
    pub a_distance: Option<SettingShape<bool>>,
    pub huis_clos_demandeurs: Option<SettingShape<u32>>,
    #[serde(alias = "séances_par_pouvoir")]
    pub seances_par_pouvoir: Option<SettingShape<u32>>,
    pub mouvements: Option<MovementShape>,
    #[serde(alias = "numéroter_rejetés")]
    pub numeroter_rejetes: Option<bool>,
    pub nppv_parmi_les_votants: Option<bool>,
    #[serde(alias = "majorités")]
    pub majorites: Option<Vec<KindMajorityShape>>,
    #[serde(alias = "unanimité")]
    pub unanimite: Option<UnanimityShape>,
    pub noms: Option<NamesShape>,
    #[serde(alias = "zéro")]
    pub zero: Option<ZeroShape>,
}

/// A rule set aside, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingShape<T> {
    pub valeur: Option<T>,
    pub motif: Option<String>,
}

/// `valeur` of the quorum.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum QuorumShape {
    #[serde(alias = "Moitié")]
    Moitie,
    Tiers,
    #[serde(alias = "MoitiéAvecReprésentés")]
    MoitieAvecRepresentes,
    Nombre(u32),
    Aucun,
}

/// `mouvements`.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum MovementShape {
    Heure,
    Rapport,
    HeureEtRapport,
}

/// `unanimite`.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum UnanimityShape {
    #[serde(alias = "SuffragesExprimés")]
    SuffragesExprimes,
    #[serde(alias = "Unanimité")]
    Unanimite,
    #[serde(alias = "Majorité")]
    Majorite,
}

/// `noms`.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum NamesShape {
    HorsPour,
    Tous,
    Aucun,
}

/// `zero`.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ZeroShape {
    Usage,
    #[serde(alias = "Néant")]
    Neant,
    Chiffre,
    Barre,
}

/// `genre` of the assembly.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum BodyKindShape {
    Commune,
    Epci,
    #[serde(alias = "Métropole")]
    Metropole,
    ConseilDeTerritoire,
    ConseilArrondissement,
    #[serde(alias = "Département")]
    Departement,
    #[serde(alias = "Région")]
    Region,
    CommissionPermanente,
    Ccas,
    Syndicat,
    Autre,
}

/// `seance: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingShape {
    pub date: Option<String>,
    pub heure: Option<String>,
    pub lieu: Option<String>,
    pub convocation: Option<String>,
    #[serde(alias = "convoqué_par")]
    pub convoque_par: Option<String>,
    #[serde(alias = "président")]
    pub president: Option<String>,
    #[serde(alias = "secrétaire")]
    pub secretaire: Option<String>,
    #[serde(alias = "secrétaires")]
    pub secretaires: Option<Vec<String>>,
    pub auxiliaires: Option<Vec<String>>,
    pub seconde_convocation: Option<String>,
    #[serde(alias = "premier_numéro")]
    pub premier_numero: Option<u32>,
}

/// One member of `membres: […]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberShape {
    pub nom: Option<String>,
    #[serde(alias = "prénom")]
    pub prenom: Option<String>,
    #[serde(alias = "civilité")]
    pub civilite: Option<Civility>,
    pub groupe: Option<String>,
    pub fonction: Option<String>,
    pub id: Option<String>,
    #[serde(alias = "état")]
    pub etat: Option<StateShape>,
    pub rang: Option<u32>,
    pub voix: Option<u32>,
    #[serde(alias = "suppléant_de")]
    pub suppleant_de: Option<String>,
    pub remplace: Option<SeatShape>,
    pub naissance: Option<String>,
}

/// `remplace`: the member whose seat it is, or a seat that nobody holds.
#[derive(Debug)]
pub enum SeatShape {
    Of(String),
    Vacant,
}

/// The word for a seat that nobody holds.
#[derive(Debug, Deserialize)]
pub enum VacantShape {
    #[serde(alias = "SiègeVacant")]
    SiegeVacant,
}

impl<'de> Deserialize<'de> for SeatShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&RawValue>::deserialize(deserializer)?.get_ron();
        let seat = if layout::first_word(text).is_some() {
            options().from_str(text).map(|VacantShape::SiegeVacant| Self::Vacant)
        } else {
            options().from_str(text).map(Self::Of)
        };
        seat.map_err(|error| D::Error::custom(error.code))
    }
}

/// `etat` of a member. Each state may carry a power, so that a power in the wrong state is said in words of its own.
#[derive(Debug)]
pub struct StateShape {
    pub presence: Presence,
    pub pouvoir_a: Option<String>,
    pub seances: Option<u32>,
    pub maladie: Option<bool>,
}

/// A state with its parentheses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum FullState {
    #[serde(alias = "Présent")]
    Present {
        #[serde(alias = "pouvoir_à")]
        pouvoir_a: Option<String>,
        #[serde(alias = "séances")]
        seances: Option<u32>,
        maladie: Option<bool>,
    },
    #[serde(alias = "Excusé")]
    Excuse {
        #[serde(alias = "pouvoir_à")]
        pouvoir_a: Option<String>,
        #[serde(alias = "séances")]
        seances: Option<u32>,
        maladie: Option<bool>,
    },
    Absent {
        #[serde(alias = "pouvoir_à")]
        pouvoir_a: Option<String>,
        #[serde(alias = "séances")]
        seances: Option<u32>,
        maladie: Option<bool>,
    },
}

impl<'de> Deserialize<'de> for StateShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&RawValue>::deserialize(deserializer)?.get_ron();
        let bare = layout::only_word(text);
        // ron wants the parentheses of a variant that may have fields; a clerk writes « Excuse ».
        let state = match bare {
            Some(word) => options().from_str::<FullState>(&format!("{word}()")),
            None => options().from_str(text),
        };
        let (presence, pouvoir_a, seances, maladie) = match state.map_err(|error| D::Error::custom(error.code))? {
            FullState::Present { pouvoir_a, seances, maladie } => (Presence::Present, pouvoir_a, seances, maladie),
            FullState::Excuse { pouvoir_a, seances, maladie } => (Presence::Excused, pouvoir_a, seances, maladie),
            FullState::Absent { pouvoir_a, seances, maladie } => (Presence::Absent, pouvoir_a, seances, maladie),
        };
        Ok(Self { presence, pouvoir_a, seances, maladie })
    }
}

/// A value written here, or the name of the file that holds it: `Fichier("elus.csv")`.
#[derive(Debug)]
pub enum Given<T> {
    Here(T),
    File(String),
}

#[derive(Deserialize)]
enum FileShape {
    Fichier(String),
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // serde cannot ask « a word or a value? » of ron without buffering everything: the raw text can be looked at.
        let text = <&RawValue>::deserialize(deserializer)?.get_ron();
        let value = if layout::first_word(text) == Some("Fichier") {
            options().from_str(text).map(|FileShape::Fichier(name)| Self::File(name))
        } else {
            options().from_str_seed(text, PhantomData).map(Self::Here)
        };
        value.map_err(|error| D::Error::custom(error.code))
    }
}

//! A line of the agenda as serde reads it.

use ron::value::RawValue;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{Given, layout, options};

/// One line of `ordre_du_jour: […]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::large_enum_variant, reason = "nearly every item is a report")]
pub enum ItemShape {
    Chapitre(String),
    Rapport {
        #[serde(alias = "numéro")]
        numero: Option<String>,
        acte: Option<String>,
        objet: Option<String>,
        genre: Option<ReportKindShape>,
        rapporteur: Option<String>,
        texte: Option<Given<String>>,
        dispositif: Option<Given<String>>,
        soumis: Option<SubmittedShape>,
        annexes: Option<Vec<Given<String>>>,
        #[serde(alias = "signé")]
        signe: Option<String>,
        transmis: Option<String>,
        #[serde(alias = "reçu")]
        recu: Option<String>,
        #[serde(alias = "accusé")]
        accuse: Option<String>,
        #[serde(alias = "déports")]
        deports: Option<Vec<RecusalShape>>,
        comptes: Option<bool>,
        hors_premier_ordre_du_jour: Option<bool>,
        auteurs: Option<Vec<String>>,
        #[serde(alias = "décisions")]
        decisions: Option<Vec<DecisionShape>>,
        amendements: Option<Vec<AmendmentShape>>,
        #[serde(alias = "majorité")]
        majorite: Option<MajorityShape>,
        #[serde(alias = "vote_groupé")]
        vote_groupe: Option<String>,
        candidats: Option<Vec<String>>,
        listes: Option<Vec<ListShape>>,
        mode: Option<FormShape>,
    },
}

/// One of `deports: […]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecusalShape {
    pub membre: Option<String>,
    pub motif: Option<GroundShape>,
    #[serde(alias = "précision")]
    pub precision: Option<String>,
    pub quitte_la_salle: Option<bool>,
}

/// `motif` of a *déport*.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum GroundShape {
    #[serde(alias = "Intérêt")]
    Interet,
    #[serde(alias = "Représentant")]
    Representant,
    Comptes,
}

/// `genre` of a report, with its parentheses.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum KindShape {
    #[serde(alias = "Délibération")]
    Deliberation,
    Avis {
        sens: Option<SenseShape>,
    },
    #[serde(alias = "DonnéActe")]
    DonneActe {
        vote: Option<bool>,
    },
    Information,
    Communication,
    #[serde(alias = "Décisions")]
    Decisions,
    QuestionOrale,
    #[serde(alias = "Vœu")]
    Voeu,
    Motion,
    #[serde(alias = "ProcèsVerbal")]
    ProcesVerbal {
        du: Option<String>,
        vote: Option<bool>,
    },
    CompteAdministratif,
    CompteFinancierUnique,
    #[serde(alias = "Désignation")]
    Designation {
        postes: Option<u32>,
        secret: Option<bool>,
    },
    #[serde(alias = "Élection")]
    Election {
        mandat: Option<OfficeShape>,
        postes: Option<u32>,
    },
}

/// `mandat` of an election.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum OfficeShape {
    Maire,
    #[serde(alias = "Président")]
    President,
    Adjoints,
    Adjoint,
    #[serde(alias = "VicePrésidents")]
    VicePresidents,
    CommissionPermanente,
    ConseillersCommunautaires,
    CommissionAppelOffres,
    ConseilDuCcas,
    #[serde(alias = "Délégués")]
    Delegues,
}

/// `mode` of an election.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum FormShape {
    ParNom,
    ParListe,
    PlusFortReste,
    PlusForteMoyenne,
}

/// One of `listes: […]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListShape {
    pub nom: Option<String>,
    pub candidats: Option<Vec<String>>,
}

/// `genre` of a report, with its parentheses or without.
#[derive(Debug)]
pub struct ReportKindShape(pub KindShape);

impl<'de> Deserialize<'de> for ReportKindShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&RawValue>::deserialize(deserializer)?.get_ron();
        // ron wants the parentheses of a variant that may have fields; a clerk writes « DonneActe ».
        let with_parentheses = || options().from_str(&format!("{}()", layout::only_word(text)?)).ok();
        match options().from_str(text) {
            Ok(kind) => Ok(Self(kind)),
            Err(error) => with_parentheses().map(Self).ok_or_else(|| D::Error::custom(error.code)),
        }
    }
}

/// `sens` of an opinion.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum SenseShape {
    Favorable,
    #[serde(alias = "Défavorable")]
    Defavorable,
    #[serde(alias = "Réservé")]
    Reserve,
}

/// `soumis: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmittedShape {
    #[serde(alias = "à")]
    pub a: Option<String>,
    #[serde(alias = "séance")]
    pub seance: Option<String>,
    #[serde(alias = "numéro")]
    pub numero: Option<String>,
    pub texte: Option<Given<String>>,
}

/// One of `decisions: […]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionShape {
    #[serde(alias = "numéro")]
    pub numero: Option<String>,
    pub date: Option<String>,
    pub objet: Option<String>,
}

/// One of `amendements: […]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmendmentShape {
    #[serde(alias = "numéro")]
    pub numero: Option<String>,
    pub par: Option<Vec<String>>,
    pub au_nom_de: Option<String>,
    pub cible: Option<String>,
    pub texte: Option<Given<String>>,
}

/// `majorite: (…)` of a report.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MajorityShape {
    #[serde(alias = "règle")]
    pub regle: Option<RuleShape>,
    pub motif: Option<String>,
}

/// One of `majorites: […]` of the settings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindMajorityShape {
    pub genre: Option<ReportKindShape>,
    #[serde(alias = "règle")]
    pub regle: Option<RuleShape>,
    pub motif: Option<String>,
}

/// `regle` of a majority. That of the accounts is not chosen: it is theirs, and nobody else's.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum RuleShape {
    #[serde(alias = "Exprimés")]
    Exprimes,
    Membres,
    #[serde(alias = "TroisCinquièmesExprimés")]
    TroisCinquiemesExprimes,
    #[serde(alias = "TroisCinquièmesMembres")]
    TroisCinquiemesMembres,
    #[serde(alias = "DeuxTiersExprimés")]
    DeuxTiersExprimes,
    DeuxTiersMembres,
    Relative,
}

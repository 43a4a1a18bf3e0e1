//! `charte.ron` and `formules.ron` as serde reads them, under the French keys of the files.

use serde::Deserialize;

use crate::store::session_file::shape::PhrasesShape;

/// `charte.ron`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CharterShape {
    pub format: Option<u32>,
    pub papier: Option<SheetShape>,
    pub marges: Option<MarginsShape>,
    #[serde(alias = "entête")]
    pub entete: Option<Vec<String>>,
    pub logo: Option<LogoShape>,
    pub polices: Option<FontsShape>,
    pub couleur: Option<String>,
}

/// `formules.ron`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingShape {
    pub format: Option<u32>,
    pub formules: Option<PhrasesShape>,
}

/// `papier`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SheetShape {
    A4,
    A5,
    Lettre,
    Mesures { largeur: Option<f32>, hauteur: Option<f32> },
}

/// `marges: (…)`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarginsShape {
    pub haut: Option<f32>,
    pub droite: Option<f32>,
    pub bas: Option<f32>,
    pub gauche: Option<f32>,
}

/// `logo: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogoShape {
    pub fichier: Option<String>,
    pub hauteur: Option<u32>,
    pub texte: Option<String>,
}

/// `polices: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FontsShape {
    pub famille: Option<String>,
    pub taille: Option<f32>,
    pub normal: Option<String>,
    pub gras: Option<String>,
    pub italique: Option<String>,
    pub gras_italique: Option<String>,
}

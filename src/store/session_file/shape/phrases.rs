//! The sentences of the assembly, as serde reads them.

use serde::Deserialize;

/// `formules: (…)`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhrasesShape {
    #[serde(alias = "délibération_adoptée")]
    pub deliberation_adoptee: Option<String>,
    #[serde(alias = "délibération_rejetée")]
    pub deliberation_rejetee: Option<String>,
    #[serde(alias = "avis_adopté")]
    pub avis_adopte: Option<String>,
    #[serde(alias = "avis_rejeté")]
    pub avis_rejete: Option<String>,
    #[serde(alias = "comptes_adoptés")]
    pub comptes_adoptes: Option<String>,
    #[serde(alias = "comptes_rejetés")]
    pub comptes_rejetes: Option<String>,
    #[serde(alias = "vœu_adopté")]
    pub voeu_adopte: Option<String>,
    #[serde(alias = "vœu_rejeté")]
    pub voeu_rejete: Option<String>,
    #[serde(alias = "acte_donné_par_vote")]
    pub acte_donne_par_vote: Option<String>,
    #[serde(alias = "acte_refusé")]
    pub acte_refuse: Option<String>,
    #[serde(alias = "désignation_votée")]
    pub designation_votee: Option<String>,
    #[serde(alias = "désignation_refusée")]
    pub designation_refusee: Option<String>,
    #[serde(alias = "procès_verbal_arrêté_par_vote")]
    pub proces_verbal_arrete_par_vote: Option<String>,
    #[serde(alias = "procès_verbal_non_arrêté")]
    pub proces_verbal_non_arrete: Option<String>,
    pub renvoi: Option<String>,
    #[serde(alias = "question_préalable")]
    pub question_prealable: Option<String>,
    #[serde(alias = "proposition_adoptée")]
    pub proposition_adoptee: Option<String>,
    #[serde(alias = "proposition_rejetée")]
    pub proposition_rejetee: Option<String>,
    #[serde(alias = "acte_donné")]
    pub acte_donne: Option<String>,
    #[serde(alias = "désignation_sans_vote")]
    pub designation_sans_vote: Option<String>,
    #[serde(alias = "procès_verbal_arrêté")]
    pub proces_verbal_arrete: Option<String>,
    pub entendu: Option<String>,
    pub retrait: Option<String>,
    #[serde(alias = "unanimité")]
    pub unanimite: Option<String>,
    #[serde(alias = "unanimité_des_exprimés")]
    pub unanimite_des_exprimes: Option<String>,
    #[serde(alias = "à_la_majorité")]
    pub a_la_majorite: Option<String>,
    #[serde(alias = "voix_prépondérante")]
    pub voix_preponderante: Option<String>,
    #[serde(alias = "comptes_sans_majorité_contre")]
    pub comptes_sans_majorite_contre: Option<String>,
    pub rejet: Option<String>,
    #[serde(alias = "rejet_voix_prépondérante")]
    pub rejet_voix_preponderante: Option<String>,
    pub rejet_partage: Option<String>,
    pub aucun_suffrage: Option<String>,
    pub aucun_suffrage_que_des_abstentions: Option<String>,
    #[serde(alias = "majorité_requise_atteinte")]
    pub majorite_requise_atteinte: Option<String>,
    #[serde(alias = "majorité_requise_non_atteinte")]
    pub majorite_requise_non_atteinte: Option<String>,
    #[serde(alias = "à_la_majorité_sans_chiffres")]
    pub a_la_majorite_sans_chiffres: Option<String>,
    pub rejet_sans_chiffres: Option<String>,
}

//! Fields of a session file as they should be written.

use crate::store::session_file::problem::Wanted;

/// What belongs somewhere.
pub fn expected(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "un texte entre guillemets droits",
        Wanted::TextOrFile => "un texte entre guillemets droits, ou un fichier",
        Wanted::Decimal => "un nombre sans guillemets, avec un point s’il n’est pas entier",
        Wanted::Number => "un nombre entier sans guillemets",
        Wanted::List => "une liste entre crochets",
        Wanted::ListOrFile => "une liste entre crochets, ou un fichier",
        Wanted::Items => "des éléments entre parenthèses, un par un",
        Wanted::Fields => "des champs entre parenthèses",
        Wanted::Word => "un mot sans guillemets",
        Wanted::TextOrWord => "un texte entre guillemets droits, ou un mot sans guillemets",
        Wanted::YesNo => "true (oui) ou false (non), sans guillemets",
    }
}

/// How a value of another kind should be written.
pub fn rewrite(field: &str, wanted: Wanted) -> String {
    match (field, wanted) {
        ("", _) => "Ouvrez « ( » au début et fermez « ) » à la fin.".to_owned(),
        ("Nombre", _) => "Écrivez : Nombre(12).".to_owned(),
        ("motif", Wanted::Word) => "Écrivez : motif: Interet, motif: Representant ou motif: Comptes.".to_owned(),
        ("valeur", Wanted::Word) => "Écrivez : valeur: Moitie.".to_owned(),
        ("valeur", Wanted::Number) => "Écrivez : valeur: 2.".to_owned(),
        (_, Wanted::YesNo) => format!("Écrivez : {field}: true ou {field}: false."),
        ("Chapitre", _) => "Écrivez : Chapitre(\"Affaires générales\").".to_owned(),
        (_, Wanted::TextOrFile) => format!("Écrivez : {field}: \"…\" ou {field}: Fichier(\"….md\")."),
        (_, Wanted::ListOrFile) => format!("Écrivez : {field}: […] ou {field}: Fichier(\"elus.csv\")."),
        ("ordre_du_jour", Wanted::Items) => "Écrivez : ordre_du_jour: [Rapport(…), Rapport(…)].".to_owned(),
        ("decisions" | "amendements" | "majorites" | "listes", Wanted::Items | Wanted::List) => {
            format!("Écrivez : {field}: [{}].", listed(field))
        }
        ("auteurs" | "par" | "candidats" | "votants" | "sauf", Wanted::List) => {
            format!("Écrivez : {field}: [\"DUPONT Anne\"].")
        }
        ("majorite", Wanted::Fields) => format!("Écrivez : {}.", example(field)),
        (_, Wanted::Items) => format!("Écrivez : {field}: [(…), (…)]."),
        (_, Wanted::List) => format!("Écrivez : {field}: […]."),
        (
            "quorum"
            | "pouvoirs_par_porteur"
            | "voix_preponderante"
            | "a_distance"
            | "huis_clos_demandeurs"
            | "seances_par_pouvoir",
            Wanted::Fields,
        ) => format!("Écrivez : {}.", setting(field)),
        (_, Wanted::Fields) => format!("Écrivez : {field}: (…)."),
        _ => format!("Écrivez : {}.", example(field)),
    }
}

/// A field as it could be written.
pub fn example(field: &str) -> String {
    match field {
        "assemblee" => "assemblee: (nom: \"…\", genre: Commune)".to_owned(),
        "seance" => "seance: (date: \"2022-03-03\")".to_owned(),
        "genre" => "genre: Commune".to_owned(),
        "heure" => "heure: \"18 h 30\"".to_owned(),
        "date" => "date: \"2022-03-03\"".to_owned(),
        "sens" => "genre: Avis(sens: Favorable)".to_owned(),
        "civilite" => "civilite: Mme".to_owned(),
        "etat" => "etat: Excuse(pouvoir_a: \"…\")".to_owned(),
        "population" => "population: 3500".to_owned(),
        "format" => "format: 1".to_owned(),
        "departement" => "departement: \"013\"".to_owned(),
        "siren" => "siren: \"200054807\"".to_owned(),
        "texte" => "texte: \"…\" ou texte: Fichier(\"….md\")".to_owned(),
        "seances" => "seances: 2".to_owned(),
        "rang" => "rang: 3".to_owned(),
        "voix" => "voix: 1".to_owned(),
        "premier_numero" => "premier_numero: 10".to_owned(),
        "numerotation" => "numerotation: \"{annee}_{rang:03}\"".to_owned(),
        "mouvements" => "mouvements: HeureEtRapport".to_owned(),
        "remplace" => "remplace: \"…\" ou remplace: SiegeVacant".to_owned(),
        "reglages" => "reglages: (quorum: (valeur: Moitie, motif: \"art. 8 des statuts\"))".to_owned(),
        "numero" => "numero: \"1\"".to_owned(),
        "majorite" => "majorite: (regle: DeuxTiersMembres, motif: \"art. 21 des statuts\")".to_owned(),
        "regle" => "regle: DeuxTiersMembres".to_owned(),
        "unanimite" => "unanimite: SuffragesExprimes".to_owned(),
        "noms" => "noms: HorsPour".to_owned(),
        "zero" => "zero: Neant".to_owned(),
        "postes" => "postes: 2".to_owned(),
        "mandat" => "genre: Election(mandat: Maire)".to_owned(),
        "naissance" => "naissance: \"1961-04-02\"".to_owned(),
        "effectif" => "effectif: 19".to_owned(),
        "mode" => "mode: PlusFortReste".to_owned(),
        "vote_groupe" => "vote_groupe: \"A\"".to_owned(),
        "du" => "du: \"2022-03-03\"".to_owned(),
        other => format!("{other}: \"…\""),
    }
}

/// One element of a list as it could be written.
fn listed(field: &str) -> &'static str {
    match field {
        "decisions" => "(numero: \"2022-12\", date: \"2022-03-03\", objet: \"…\")",
        "amendements" => "(numero: \"1\", par: [\"DUPONT Anne\"], texte: \"…\")",
        "listes" => "(nom: \"…\", candidats: [\"DUPONT Anne\"])",
        "majorites" => "(genre: Voeu, regle: DeuxTiersExprimes, motif: \"art. 30 du règlement intérieur\")",
        _ => "(…)",
    }
}

/// A setting as it could be written.
pub fn setting(field: &str) -> String {
    format!("{field}: (valeur: {}, motif: \"art. 8 des statuts\")", value_of(field))
}

/// The value of a setting as it could be written.
pub fn value_of(field: &str) -> &'static str {
    match field {
        "quorum" => "Moitie",
        "voix_preponderante" | "a_distance" => "true",
        "huis_clos_demandeurs" | "seances_par_pouvoir" => "3",
        _ => "1",
    }
}

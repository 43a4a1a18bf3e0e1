//! A made-up council of 58 with 15 powers known beforehand: the size of the roll call's budget.

use std::fmt::Write as _;
use std::sync::Arc;

use hemicycle::council::docket::Docket;
use hemicycle::store::session_file::{self, problem::Unreadable};

const NAMES: [(&str, &str); 58] = [
    ("ABADIE", "Jules"),
    ("AGNEL", "Rita"),
    ("ALBERT", "Yann"),
    ("AMBLARD", "Cléo"),
    ("ANDRÉ", "Tom"),
    ("ARNAL", "Zoé"),
    ("ASTIER", "Paul"),
    ("AUDRAN", "Inès"),
    ("AVRIL", "Hugo"),
    ("BAZIN", "Luc"),
    ("BELIN", "Éva"),
    ("BIGOT", "Marc"),
    ("BLANC", "Lise"),
    ("BONNET", "Jean"),
    ("BRUN", "Léo"),
    ("BUISSON", "Ana"),
    ("CABANE", "Éric"),
    ("CELLIER", "Nora"),
    ("CHABOT", "Guy"),
    ("CLÉMENT", "Rose"),
    ("COMBE", "Alain"),
    ("CROS", "Maud"),
    ("DALLE", "Yves"),
    ("DENIS", "Lou"),
    ("DIDIER", "Noé"),
    ("DORÉ", "Aude"),
    ("DUBOIS", "Max"),
    ("ESTÈVE", "Iris"),
    ("FABRE", "Louis"),
    ("FERRAND", "Emma"),
    ("FOUGÈRE", "Anne"),
    ("GARDE", "Nils"),
    ("GILET", "Marc"),
    ("GRAS", "Ève"),
    ("HUET", "Théo"),
    ("ICARD", "Mia"),
    ("JALLET", "Rémi"),
    ("LACAZE", "Jade"),
    ("LEROUX", "Noël"),
    ("LIÉVIN", "Ugo"),
    ("MALLET", "Lola"),
    ("MEUNIER", "Igor"),
    ("MIQUEL", "Alma"),
    ("NADAL", "Rosa"),
    ("OLIVE", "Sam"),
    ("PAGÈS", "Nina"),
    ("PETIT", "Axel"),
    ("QUENTIN", "Jo"),
    ("RABOT", "Lina"),
    ("RENARD", "Ivan"),
    ("ROBIN", "Maya"),
    ("SALLES", "Otto"),
    ("SERRE", "Ella"),
    ("TEXIER", "Luis"),
    ("URSULE", "Kim"),
    ("VALLET", "Dora"),
    ("WOLFF", "Anton"),
    ("ZANI", "Rose"),
];

/// Whose power is known: each gave it to the one who stands forty places before.
const GIVERS: std::ops::Range<usize> = 40..55;

/// The docket: a métropole with one report; ZANI Rose is expected to be excused.
pub fn docket() -> Arc<Docket> {
    let mut text = r#"(
        assemblee: (nom: "Conseil de la Métropole d’Essai", genre: Metropole),
        seance: (date: "2025-03-03", president: "ABADIE Jules", secretaire: "AGNEL Rita"),
        ordre_du_jour: [Rapport(numero: "1", objet: "Réseau de lecture publique")],
        membres: ["#
        .to_owned();
    for (place, (surname, first)) in NAMES.iter().enumerate() {
        let state = match holder_for(place) {
            Some((surname, first)) => format!(", etat: Excuse(pouvoir_a: \"{surname} {first}\")"),
            None if *surname == "ZANI" => ", etat: Excuse".to_owned(),
            None => String::new(),
        };
        write!(text, "(nom: \"{surname}\", prenom: \"{first}\"{state}),").expect("a text takes all");
    }
    text.push_str("])");
    let nothing_beside = |_: &str| Err(Unreadable::Missing);
    session_file::parse(&text, &nothing_beside).unwrap_or_else(|problems| panic!("{problems:#?}")).docket
}

fn holder_for(giver: usize) -> Option<(&'static str, &'static str)> {
    let place = giver.checked_sub(GIVERS.start).filter(|_| GIVERS.contains(&giver))?;
    // BAZIN, who will be absent, was to hold a power: it is BUISSON who holds it.
    Some(if NAMES[place].0 == "BAZIN" { NAMES[15] } else { NAMES[place] })
}

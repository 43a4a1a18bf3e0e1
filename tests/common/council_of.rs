//! A made-up council of any size, in five groups, with powers, excused and absent members.

use std::fmt::Write as _;
use std::sync::Arc;

use hemicycle::council::docket::Docket;
use hemicycle::store::session_file::{self, problem::Unreadable};

const BEGINNINGS: [&str; 10] = ["BAR", "CHAN", "DEL", "FOR", "GAU", "LAM", "MOR", "PEL", "ROU", "VAL"];
const MIDDLES: [&str; 5] = ["", "BE", "DI", "LA", "TO"];
const ENDS: [&str; 5] = ["CET", "GNON", "LIER", "NAUD", "RIN"];
const FIRSTS: [&str; 9] = ["Alix", "Bruno", "Cléo", "Denis", "Élise", "Farid", "Gilda", "Hugo", "Inès"];

/// The surname of the one of that place: no two alike up to 250.
fn surname(place: usize) -> String {
    let (beginning, rest) = (place % 10, place / 10);
    format!("{}{}{}", BEGINNINGS[beginning], MIDDLES[rest % 5], ENDS[(rest / 5) % 5])
}

/// Every eleventh gave a power to the one before; every seventeenth is excused, every twenty-third absent.
fn state(place: usize) -> String {
    match place {
        _ if place > 0 && place.is_multiple_of(11) => {
            format!(", etat: Excuse(pouvoir_a: \"{} {}\")", surname(place - 1), FIRSTS[(place - 1) % 9])
        }
        // Who holds a power is there.
        _ if (place + 1).is_multiple_of(11) => String::new(),
        _ if place % 17 == 16 => ", etat: Excuse".to_owned(),
        _ if place % 23 == 22 => ", etat: Absent".to_owned(),
        _ => String::new(),
    }
}

/// The group of the one of that place, of so many: five wedges of unequal size.
fn group(place: usize, members: usize) -> &'static str {
    match place * 100 / members {
        0..=44 => "Ensemble pour Essai",
        45..=69 => "Essai autrement",
        70..=84 => "Écologie et quartiers",
        85..=94 => "Gauche d’Essai",
        _ => "Indépendants",
    }
}

/// The docket of a métropole of so many members, with two reports.
pub fn docket(members: usize) -> Arc<Docket> {
    let mut text = format!(
        r#"(
        assemblee: (nom: "Conseil de la Métropole d’Essai", genre: Metropole),
        seance: (date: "2025-03-03", president: "{} Alix", secretaire: "{} Bruno"),
        ordre_du_jour: [Rapport(numero: "1", objet: "Réseau de lecture publique"),
            Rapport(numero: "2", objet: "Plan de mobilité à l’échelle du bassin de vie")],
        membres: ["#,
        surname(0),
        surname(1)
    );
    for place in 0..members {
        let (surname, first) = (surname(place), FIRSTS[place % 9]);
        let (group, state) = (group(place, members), state(place));
        write!(text, "(nom: \"{surname}\", prenom: \"{first}\", groupe: \"{group}\"{state}),").expect("written");
    }
    text.push_str("])");
    let nothing_beside = |_: &str| Err(Unreadable::Missing);
    session_file::parse(&text, &nothing_beside).unwrap_or_else(|problems| panic!("{problems:#?}")).docket
}

//! The figures of printed acts: what is wrong is named, with its article, and what is right is not.

use std::path::Path;

use hemicycle::french::course as words;
use hemicycle::store::course;

use super::desk::{Desk, SESSION};
use super::golden;

/// The codes that are said of an act, and all that is said.
fn said(session: &str, text: &str) -> (Vec<String>, String) {
    let mut desk = Desk::of(session);
    let recorded = desk.record(text);
    assert!(recorded.stopped.is_none(), "{:?}", recorded.stopped);
    let codes = recorded.misprints.iter().map(|(_, misprint)| misprint.code().to_string()).collect();
    let steps = course::parse(text, &desk.session.docket).expect("sound");
    let history = desk.read();
    (codes, words::misprints(Path::new("deroule.ron"), &steps, &recorded.misprints, history.sitting()).join("\n"))
}

macro_rules! act {
    ($name:literal) => {{
        let session = include_str!(concat!($name, "_session.ron"));
        let (codes, text) = said(session, include_str!(concat!($name, ".ron")));
        golden::agree(concat!("tests/courses/", $name, ".txt"), &text);
        codes
    }};
}

#[test]
fn a_majority_of_11_for_33_voters_is_named_a_third_of_them() {
    assert_eq!(act!("third"), ["W113"]);
}

#[test]
fn a_majority_of_the_voters_and_the_report_turned_down_by_it_are_named() {
    assert_eq!(act!("voters"), ["W114"]);
}

#[test]
fn a_member_listed_twice_and_a_late_arrival_listed_from_the_start_are_named() {
    assert_eq!(act!("lists"), ["W115", "W116"]);
}

#[test]
fn totals_that_drift_while_nobody_comes_or_goes_are_named() {
    assert_eq!(act!("drift"), ["W117", "W117"]);
}

#[test]
fn a_total_that_differs_after_somebody_went_and_came_back_is_wrong_and_no_drift() {
    let text = r#"[
        Ouvrir(heure: "18:00"),
        Rapport(numero: "05"),
        Proclamer(rapport: "05", heure: "18:10", imprime: (votants: 5)),
        Presence(membre: "AUBRY Paul", etat: Sorti, heure: "18:11"),
        Presence(membre: "AUBRY Paul", etat: Present, heure: "18:12"),
        Rapport(numero: "06"),
        Proclamer(rapport: "06", heure: "18:20", imprime: (votants: 4)),
        Lever,
    ]"#;
    assert_eq!(said(SESSION, text).0, ["W105"]);
    let still: String = text.lines().filter(|line| !line.contains("AUBRY")).collect();
    assert_eq!(said(SESSION, &still).0, ["W117"]);
}

#[test]
fn unanimity_of_the_present_is_named_where_a_voter_was_represented() {
    assert_eq!(act!("unanimity"), ["W118"]);
}

#[test]
fn a_quorum_of_13_for_26_members_is_named_half_of_them() {
    assert_eq!(act!("half"), ["W112"]);
}

#[test]
fn each_figure_and_each_mention_that_is_wrong_is_said() {
    assert_eq!(
        act!("figures"),
        [
            "W120", "W122", "W121", "W123", "W101", "W102", "W103", "W104", "W119", "W105", "W106", "W108", "W109",
            "W110", "W107", "W111",
        ]
    );
}

#[test]
fn an_act_whose_figures_are_right_is_left_alone() {
    let text = r#"[
        Presence(membre: "AUBRY Paul", etat: Absent),
        Pouvoir(mandant: "MOREL Anne", mandataire: "PETIT Jean"),
        Ouvrir(imprime: (
            presents: ["MARTINET Léa", "MOREL Denis", "PETIT Jean"],
            representes: ["MOREL Anne"],
            inscrits: 5,
            quorum: 3,
        )),
        Rapport(numero: "05", imprime: (presents: 3, representes: 1, quorum: 3, votants: 4)),
        Voix(rapport: "05", abstentions: ["MOREL Anne"]),
        Proclamer(rapport: "05", imprime: (
            votants: 4, exprimes: 3, majorite: 2, pour: 3, contre: 0, abstentions: 1, resultat: Adopte,
            formule: "à l'unanimité des suffrages exprimés",
        )),
        Rapport(numero: "06"),
        Proclamer(rapport: "06", imprime: (votants: 4, majorite: 3)),
        Lever,
    ]"#;
    assert_eq!(said(SESSION, text).0, Vec::<String>::new());
}

#[test]
fn unanimity_of_the_present_is_right_where_nobody_was_represented() {
    let text = r#"[Ouvrir, Rapport(numero: "05"),
        Proclamer(rapport: "05", imprime: (formule: "à l'unanimité des membres présents")), Lever]"#;
    assert_eq!(said(SESSION, text).0, Vec::<String>::new());
}

#[test]
fn the_majority_of_nothing_is_no_number() {
    let everyone = r#"["MARTINET Léa", "AUBRY Paul", "MOREL Anne", "MOREL Denis", "PETIT Jean"]"#;
    let text = format!(
        r#"[Ouvrir, Rapport(numero: "05"), Voix(rapport: "05", abstentions: {everyone}),
        Proclamer(rapport: "05", passe_outre: "voulu", imprime: (majorite: 1)), Lever]"#
    );
    assert_eq!(said(SESSION, &text).0, ["W107"]);
}

#[test]
fn figures_printed_before_a_course_stops_are_read_all_the_same() {
    let mut desk = Desk::of(SESSION);
    let recorded = desk.record("[Ouvrir(imprime: (quorum: 2)), Ouvrir]");
    assert!(recorded.stopped.is_some());
    assert_eq!(recorded.misprints.len(), 1);
    // Gone through again when the course is mended.
    let again = desk.record("[Ouvrir(imprime: (quorum: 2)), Lever]");
    assert_eq!((again.before, again.misprints.len()), (1, 1));
}

/// The council of 31 of one of the acts, with those settings of its own.
fn council_of_31(settings: &str, report: &str) -> String {
    let session = include_str!("voters_session.ron");
    let set = session.replace("genre: Commune)", &format!("genre: Commune{settings})"));
    set.replace("objet: \"Affaire n° 1\"", &format!("objet: \"Affaire n° 1\"{report}"))
}

#[test]
fn those_who_take_no_part_are_voters_of_an_act_by_the_convention_of_the_assembly_alone() {
    let act = |voters: u32| {
        format!(
            "[Ouvrir, Rapport(numero: \"1\"), Voix(rapport: \"1\", ne_prennent_pas_part: [\"YVON Yann\", \"ZELLER Zoé\"]),
              Proclamer(rapport: \"1\", imprime: (votants: {voters}, exprimes: 29, majorite: 15)), Lever]"
        )
    };
    let inside = council_of_31(", reglages: (nppv_parmi_les_votants: true)", "");
    assert!(said(&inside, &act(31)).0.is_empty());
    assert_eq!(said(&inside, &act(29)).0, ["W105"]);
    let outside = council_of_31("", "");
    assert!(said(&outside, &act(29)).0.is_empty());
    assert_eq!(said(&outside, &act(31)).0, ["W105"]);
}

#[test]
fn the_majority_of_an_act_is_the_one_that_its_report_takes() {
    let session = council_of_31("", ", majorite: (regle: DeuxTiersMembres, motif: \"art. 30\")");
    let act = |majority: u32, result: &str| {
        format!(
            "[Ouvrir, Rapport(numero: \"1\"), Voix(rapport: \"1\", contre: [\"YVON Yann\"], abstentions: [\"ANCEL Aline\",
              \"BRUN Benoît\", \"COSTE Céline\", \"DUMAS David\", \"EYRAUD Emma\", \"WEBER Wanda\", \"VIDAL Victor\",
              \"URBAIN Ursule\", \"TISSOT Théo\", \"RIVET Rémi\"]),
              Proclamer(rapport: \"1\", imprime: (pour: 20, contre: 1, majorite: {majority}, resultat: {result})), Lever]"
        )
    };
    // Two thirds of 31 members are 21; 20 are more than half of the 21 votes cast, and too few.
    assert!(said(&session, &act(21, "Rejete")).0.is_empty());
    let (codes, text) = said(&session, &act(11, "Adopte"));
    assert_eq!(codes, ["W107", "W111"]);
    assert!(text.contains("majorité requise 21"), "{text}");
}

#[test]
fn the_figures_printed_for_an_amendment_are_those_of_its_vote() {
    let act = |against: u32| {
        format!(
            "[Ouvrir, Rapport(numero: \"1\"), Deposer(rapport: \"1\", sur: Amendement(\"1\"), aux_voix: true),
              Voix(rapport: \"1\", sur: Amendement(\"1\"), contre: [\"YVON Yann\", \"ZELLER Zoé\"]),
              Proclamer(rapport: \"1\", sur: Amendement(\"1\"), imprime: (contre: {against})),
              Proclamer(rapport: \"1\", imprime: (contre: 0)), Lever]"
        )
    };
    let session = council_of_31("", "");
    assert!(said(&session, &act(2)).0.is_empty());
    assert_eq!(said(&session, &act(0)).0, ["W109"]);
}

//! What the papers say of a course: each title, power, hour and irregularity at its moment and at its place.

use hemicycle::council::id::ReportId;
use hemicycle::papers::{Format, Paper};

use super::common::course;
use super::paper::{composed, written};

/// Five members, three reports; the first adjoint is a woman, the mayor may be away, the fourth member has given a power.
fn session(kind: &str, mayor: &str) -> String {
    format!(
        r#"(
    assemblee: (nom: "Conseil d’essai", genre: {kind}),
    seance: (date: "2025-03-03", lieu: "la mairie", president: "ALBA", secretaire: "CASSAN"),
    membres: [
        (nom: "ALBA", prenom: "Paul", civilite: M, fonction: "maire"{mayor}),
        (nom: "BORDE", prenom: "Anne", civilite: Mme, fonction: "1re adjointe"),
        (nom: "CASSAN", prenom: "Luc", civilite: M),
        (nom: "DUPUY", prenom: "Léa", civilite: Mme, etat: Excuse(pouvoir_a: "BORDE")),
        (nom: "ESTRADE", prenom: "Marc", civilite: M),
    ],
    ordre_du_jour: [
        Rapport(numero: "01", objet: "Un"),
        Rapport(numero: "02", objet: "Deux"),
        Rapport(numero: "03", objet: "Comptes", comptes: true),
    ],
)"#
    )
}

const AWAY: &str = ", etat: Excuse";

/// A paper in one line a paragraph, with plain spaces.
fn paper_of(session: &str, course_text: &str, paper: &Paper) -> Vec<String> {
    let document = composed(&course(session, course_text), paper, None).expect("the paper");
    let text = written(&document, Format::Text).replace(['\u{a0}', '\u{202f}'], " ");
    text.split("\n\n").map(|block| block.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn minutes(session: &str, course_text: &str) -> Vec<String> {
    paper_of(session, course_text, &Paper::Minutes)
}

fn deliberation(session: &str, course_text: &str, report: &str) -> Vec<String> {
    paper_of(session, course_text, &Paper::Deliberation(ReportId::new(report)))
}

fn place_of(paper: &[String], said: &str) -> usize {
    let places: Vec<usize> = (0..paper.len()).filter(|place| paper[*place].contains(said)).collect();
    assert_eq!(places.len(), 1, "{said}: {paper:#?}");
    places[0]
}

fn presidencies(paper: &[String]) -> Vec<&str> {
    paper.iter().filter(|block| block.starts_with("Présidence")).map(String::as_str).collect()
}

#[test]
fn a_chair_elected_during_the_roll_call_is_said_elected_at_the_opening_and_over_the_accounts() {
    let elected = r#"[Presidence(membre: "CASSAN", elu: true), Ouvrir, Lever]"#;
    let opening = minutes(&session("Commune", AWAY), elected);
    assert_eq!(presidencies(&opening), ["Présidence : Monsieur Luc CASSAN, élu pour présider."]);

    let over_the_accounts = r#"[
        Presidence(membre: "BORDE", rapport: "03", elu: true), Ouvrir, Rapport(numero: "03"),
        Deport(rapport: "03", membre: "ALBA", motif: Comptes), Proclamer(rapport: "03"), Lever,
    ]"#;
    let elected = "Présidence : Madame Anne BORDE, 1re adjointe, élue pour présider (art. L.2121-14 du CGCT).";
    let session = session("Commune", "");
    assert_eq!(presidencies(&minutes(&session, over_the_accounts))[1..], [elected]);
    assert_eq!(presidencies(&deliberation(&session, over_the_accounts, "03")), [elected]);
}

#[test]
fn whoever_replaces_first_and_is_elected_later_is_not_said_elected_before() {
    let course = r#"[
        Presidence(membre: "BORDE"), Ouvrir, Rapport(numero: "01"), Proclamer(rapport: "01"),
        Presidence(membre: "CASSAN", elu: true), Presidence(membre: "BORDE", elu: true),
        Rapport(numero: "02"), Proclamer(rapport: "02"), Lever,
    ]"#;
    let session = session("Commune", AWAY);
    let replacing = "Présidence : Madame Anne BORDE, 1re adjointe, en remplacement de Monsieur Paul ALBA, maire.";
    assert_eq!(presidencies(&minutes(&session, course))[0], replacing);
    assert_eq!(presidencies(&deliberation(&session, course, "01")), [replacing]);
    let elected = "Présidence : Madame Anne BORDE, 1re adjointe, élue pour présider.";
    assert_eq!(presidencies(&deliberation(&session, course, "02")), [elected]);
}

#[test]
fn the_staff_who_help_the_secretary_are_those_of_the_moment_and_their_change_is_told() {
    let course = r#"[
        Secretaires(membres: ["CASSAN"], auxiliaires: ["Mme ROY, directrice"]), Ouvrir,
        Rapport(numero: "01"), Proclamer(rapport: "01"),
        Secretaires(membres: ["CASSAN"], auxiliaires: ["M. LE GALL, rédacteur", "Mme ROY, directrice"], heure: "19:05"),
        Rapport(numero: "02"), Proclamer(rapport: "02"),
        Secretaires(membres: ["ESTRADE"], auxiliaires: ["Mme ROY, directrice"]),
        Secretaires(membres: ["ESTRADE"]), Lever,
    ]"#;
    let session = session("Commune", "");
    let minutes = minutes(&session, course);
    place_of(&minutes, "Auxiliaire de séance : Mme ROY, directrice");
    place_of(&minutes, "Auxiliaires de séance à 19 h 05 : M. LE GALL, rédacteur ; Mme ROY, directrice.");
    place_of(
        &minutes,
        "Monsieur Marc ESTRADE est nommé secrétaire de séance ; auxiliaire de séance : Mme ROY, directrice.",
    );
    place_of(&minutes, "La séance n’a plus d’auxiliaire.");
    place_of(&deliberation(&session, course, "01"), "Auxiliaire de séance : Mme ROY, directrice");
    place_of(
        &deliberation(&session, course, "02"),
        "Auxiliaires de séance : M. LE GALL, rédacteur – Mme ROY, directrice",
    );
}

const PASSED: &str = r#"passe_outre: "carnet du secrétaire""#;

#[test]
fn a_power_that_an_arrival_ends_is_told_with_it_where_its_hour_puts_it_typed_late_or_mended() {
    let arrival = "Madame Léa DUPUY arrive en séance à 18 h 10, avant le vote du rapport n° 01 ; le pouvoir donné à Madame \
                   Anne BORDE prend fin.";
    let votes = |between: &str, after: &str| {
        format!(
            r#"[Ouvrir(heure: "18:00"), Rapport(numero: "01"), Proclamer(rapport: "01", heure: "18:30"), {between}
            Rapport(numero: "02"), Proclamer(rapport: "02", heure: "19:10"), {after} Lever]"#
        )
    };
    let late = format!(r#"Presence(membre: "DUPUY", etat: Present, heure: "18:10", {PASSED}),"#);
    let mended = format!(r#"Heure(de: Mouvement("DUPUY"), heure: "18:10", {PASSED}),"#);
    let at_first = r#"Presence(membre: "DUPUY", etat: Present, heure: "19:05"),"#;
    for course in [votes("", &late), votes(&late, ""), votes(at_first, &mended)] {
        let minutes = minutes(&session("Commune", ""), &course);
        assert!(place_of(&minutes, arrival) < place_of(&minutes, "proclamé à 18 h 30"), "{minutes:#?}");
        assert_eq!(minutes.iter().filter(|block| block.contains("prend fin")).count(), 1);
    }
}

#[test]
fn a_power_whose_hour_is_typed_late_or_mended_with_the_departure_stands_with_it() {
    let departure = "Monsieur Marc ESTRADE quitte la séance à 18 h 10, avant le vote du rapport n° 01, et donne pouvoir à \
                     Monsieur Luc CASSAN.";
    for steps in [
        format!(r#"Pouvoir(mandant: "ESTRADE", mandataire: "CASSAN", heure: "18:10", {PASSED}),"#),
        format!(
            r#"Pouvoir(mandant: "ESTRADE", mandataire: "CASSAN", heure: "19:15"),
            Heure(de: Mouvement("ESTRADE"), heure: "18:10", {PASSED}),"#
        ),
    ] {
        let course = format!(
            r#"[Ouvrir(heure: "18:00"), Rapport(numero: "01"), Proclamer(rapport: "01", heure: "18:30"),
            Rapport(numero: "02"), Proclamer(rapport: "02", heure: "19:10"), {steps} Lever]"#
        );
        let minutes = minutes(&session("Commune", ""), &course);
        assert!(place_of(&minutes, departure) < place_of(&minutes, "proclamé à 18 h 30"), "{minutes:#?}");
    }
}

#[test]
fn what_was_irregular_in_mid_sitting_is_told_there_and_bears_on_no_vote_before_it() {
    let course = format!(
        r#"[
        Ouvrir, Rapport(numero: "01"), Proclamer(rapport: "01"),
        Pouvoir(mandant: "ESTRADE", mandataire: "BORDE", {PASSED}),
        Rapport(numero: "02"), Proclamer(rapport: "02"), Lever,
    ]"#
    );
    let session = session("Commune", "");
    let said = "Irrégularité : un membre porte plus de pouvoirs qu’il n’est permis";
    let minutes = minutes(&session, &course);
    assert!(place_of(&minutes, said) > place_of(&minutes, "N° 02 – Deux ·"), "{minutes:#?}");
    let tells = |report| deliberation(&session, &course, report).iter().any(|block| block.starts_with(said));
    assert!(!tells("01") && tells("02"));
}

#[test]
fn an_evening_whose_opening_has_no_hour_goes_past_midnight_all_the_same() {
    let course = r#"[
        Ouvrir, Rapport(numero: "01"), Proclamer(rapport: "01", heure: "23:50"),
        Rapport(numero: "02"), Proclamer(rapport: "02", heure: "0:10"), Lever(heure: "0:15"),
    ]"#;
    place_of(&minutes(&session("Commune", ""), course), "La séance est levée à 0 h 15.");
}

#[test]
fn a_sitting_adjourned_at_the_roll_call_has_no_quorum_of_an_opening() {
    let absent = r#"Presence(membre: "CASSAN", etat: Absent), Presence(membre: "ESTRADE", etat: Absent),"#;
    let minutes = minutes(&session("Commune", ""), &format!(r#"[{absent} Ajourner(heure: "18:20")]"#));
    place_of(&minutes, "Quorum à l’appel : 2 présents ; quorum 3");
    assert!(!minutes.iter().any(|block| block.contains("à l’ouverture de la séance")), "{minutes:#?}");
}

#[test]
fn a_sitting_adjourned_under_a_disputed_law_is_not_said_to_miss_the_quorum() {
    let session = session("Commune", "").replace("2025-03-03", "2020-11-02");
    let minutes = minutes(&session, &format!("[Ajourner({PASSED})]"));
    place_of(&minutes, "La séance n’est pas ouverte.");
    place_of(&minutes, "La règle de quorum étant discutée à cette date (4 présents), la séance est ajournée ;");
}

#[test]
fn the_accounts_on_which_nobody_voted_cite_their_own_article_and_not_that_of_the_majority() {
    let course = format!(
        r#"[
        Ouvrir, Presidence(membre: "BORDE", rapport: "03", elu: true), Rapport(numero: "03"),
        Deport(rapport: "03", membre: "ALBA", motif: Comptes),
        Voix(rapport: "03", abstentions: ["BORDE", "CASSAN", "DUPUY", "ESTRADE"]),
        Proclamer(rapport: "03", {PASSED}), Lever,
    ]"#
    );
    let said = "aucun suffrage n’est exprimé (art. L.2121-14 du CGCT)";
    place_of(&minutes(&session("Commune", ""), &course), said);
    place_of(&deliberation(&session("Commune", ""), &course, "03"), said);
}

#[test]
fn too_few_who_ask_for_a_huis_clos_is_told_beside_their_request() {
    let course = format!(
        r#"[
        Ouvrir, HuisClos(demandeurs: ["BORDE"], pour: 4, contre: 1, {PASSED}),
        Rapport(numero: "01"), Proclamer(rapport: "01"), Lever,
    ]"#
    );
    let minutes = minutes(&session("Commune", ""), &course);
    let request = place_of(&minutes, "demande que la séance se tienne à huis clos");
    assert_eq!(place_of(&minutes, "trop peu de membres ont demandé le huis clos"), request + 1);
}

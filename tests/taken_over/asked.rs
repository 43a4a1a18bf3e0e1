//! What a report asks of the council, and by which rules it is voted: fixed by the first action. The words of amendments and
//! of decisions, and the habits of the papers, may change.

use std::path::Path;

use hemicycle::council::correction::{Field, FixedField};
use hemicycle::council::id::ReportId;
use hemicycle::store::fault::Fault;
use hemicycle::store::session_file::SessionFile;
use hemicycle::store::{record, seal};

use super::evening::{NOW, PATH, SESSION, evening as steps, memory, session, session_of, take};
use super::taken_over;

/// The third report with that in place of its object and what follows.
fn asking(settings: &str, fields: &str, text: &str) -> SessionFile {
    let source = SESSION.replace("genre: Commune", &format!("genre: Commune, reglages: ({settings})"));
    let source = source.replace(r#"objet: "Vœu""#, &format!("objet: \"Vœu\", {fields}"));
    session_of(&source, &[("ecole.md", "La convention.\n"), ("deux.md", text)])
}

/// What a change of the file after the first action comes to: what is taken over, or what is fixed.
fn change(before: &SessionFile, after: &SessionFile) -> Result<Vec<Field>, Vec<FixedField>> {
    let (_, disk) = memory();
    let mut opened = record::open(&disk, before, NOW).unwrap();
    take(&mut opened, &steps()[0]).unwrap();
    drop(opened);
    match record::open(&disk, after, NOW) {
        Ok(opened) => {
            assert_eq!(opened.history.sitting().docket(), &*after.docket);
            let fields = taken_over(&opened);
            drop(opened);
            assert!(seal::verify(&*disk, Path::new(PATH)).is_ok());
            Ok(fields)
        }
        Err(Fault::Changed { fields, .. }) => Err(fields),
        Err(other) => panic!("{other:?}"),
    }
}

const AMENDED: &str = r#"genre: Voeu, auteurs: ["AUBRY Paul"], majorite: (regle: Membres, motif: "art. 9"), amendements: [
    (numero: "1", par: ["BRETON Alix"], cible: "article 2", texte: "Ajouter un arbre."),
    (numero: "2", texte: Fichier("deux.md")),
]"#;

#[test]
fn the_words_of_an_amendment_are_taken_over_and_put_to_the_vote_as_they_now_are() {
    let before = asking("", AMENDED, "Deux.\n");
    let amendment = |number: &str| Field::Amendment(ReportId::new("3"), number.to_owned());
    for (from, to) in [
        ("Ajouter un arbre.", "Ajouter deux arbres."),
        (r#"cible: "article 2""#, r#"cible: "article 3""#),
        (r#"cible: "article 2""#, r#"au_nom_de: "le groupe A", cible: "article 2""#),
    ] {
        assert_eq!(
            change(&before, &asking("", &AMENDED.replace(from, to), "Deux.\n")),
            Ok(vec![amendment("1")]),
            "{to}"
        );
    }
    let beside = Field::TextFile("deux.md".to_owned());
    assert_eq!(change(&before, &asking("", AMENDED, "Deux, relu.\n")), Ok(vec![beside.clone()]));
    assert_eq!(
        change(&before, &before),
        Ok(vec![]),
        "a journal holds the sum of a text beside the file, not its words"
    );
    let in_place = AMENDED.replace(r#"Fichier("deux.md")"#, r#""Deux.\n""#);
    let moved = change(&before, &asking("", &in_place, "Deux.\n"));
    assert_eq!(moved, Ok(vec![amendment("2"), beside]), "though not a letter changes");
    let (_, disk) = memory();
    let mut opened = record::open(&disk, &before, NOW).unwrap();
    take(&mut opened, &steps()[0]).unwrap();
    drop(opened);
    let relu = asking("", &AMENDED.replace("un arbre", "deux arbres"), "Deux.\n");
    let opened = record::open(&disk, &relu, NOW).unwrap();
    let proposals = &opened.history.sitting().handling(&ReportId::new("3")).proposals;
    assert_eq!(proposals[0].proposal.text.as_deref(), Some("Ajouter deux arbres."));
}

#[test]
fn what_a_report_asks_by_which_majority_and_with_which_others_is_fixed_by_the_first_action() {
    let before = asking("", AMENDED, "Deux.\n");
    let to = |from: &str, to: &str| {
        assert!(AMENDED.contains(from), "{from}");
        change(&before, &asking("", &AMENDED.replace(from, to), "Deux.\n"))
    };
    assert_eq!(to("genre: Voeu", "genre: Motion"), Err(vec![FixedField::Agenda]));
    assert_eq!(to("genre: Voeu", "genre: Avis(sens: Favorable)"), Err(vec![FixedField::Agenda]));
    for (from, word) in [
        (r#"["AUBRY Paul"]"#, r#"["BRETON Alix"]"#),
        (r#"["BRETON Alix"]"#, r#"["AUBRY Paul"]"#),
        ("regle: Membres", "regle: Exprimes"),
        ("art. 9", "art. 10"),
        (r#"numero: "2""#, r#"numero: "3""#),
        (r#"(numero: "2", texte: Fichier("deux.md")),"#, ""),
        (r#"auteurs: ["AUBRY Paul"], "#, ""),
    ] {
        assert_eq!(to(from, word), Err(vec![FixedField::Asked]), "{word}");
    }
    let together = |first: &str, third: &str| {
        let source = SESSION.replace(r#""Tarifs de la cantine""#, &format!("\"Tarifs de la cantine\"{first}"));
        let source = source.replace(r#"objet: "Vœu""#, &format!("objet: \"Vœu\"{third}"));
        session_of(&source, &[("ecole.md", "La convention.\n")])
    };
    let mark = r#", vote_groupe: "A""#;
    assert_eq!(change(session(), &together(mark, mark)), Err(vec![FixedField::Asked]));
    let opinion = |vote: &str| asking("", &format!("genre: DonneActe(vote: {vote})"), "");
    assert_eq!(change(&opinion("true"), &opinion("false")), Err(vec![FixedField::Agenda]));
}

#[test]
fn rules_from_which_figures_follow_are_fixed_and_the_habits_of_the_papers_may_change_at_any_time() {
    let before = asking("", "", "");
    for rule in [
        "nppv_parmi_les_votants: true",
        r#"majorites: [(genre: Voeu, regle: Membres, motif: "art. 30")]"#,
        r#"voix_preponderante: (valeur: false, motif: "art. 9")"#,
    ] {
        assert_eq!(change(&before, &asking(rule, "", "")), Err(vec![FixedField::Rules]), "{rule}");
    }
    for (habit, field) in
        [("unanimite: Majorite", Field::Unanimity), ("noms: Tous", Field::Names), ("zero: Barre", Field::Zero)]
    {
        assert_eq!(change(&before, &asking(habit, "", "")), Ok(vec![field]), "{habit}");
    }
    let default = "unanimite: SuffragesExprimes, noms: HorsPour, zero: Usage";
    assert_eq!(change(&before, &asking(default, "", "")), Ok(vec![]), "what is meant without them");
}

#[test]
fn the_decisions_that_a_report_lists_are_words_and_its_accounts_may_be_named_by_their_genre() {
    let listing = |decisions: &str| asking("", &format!("genre: Decisions, decisions: [{decisions}]"), "");
    let before = listing(r#"(numero: "12", objet: "Louage")"#);
    for after in ["", r#"(numero: "12", date: "2025-01-10", objet: "Louage")"#, r#"(objet: "Louage"), (objet: "Don")"#]
    {
        assert_eq!(change(&before, &listing(after)), Ok(vec![Field::Decisions(ReportId::new("3"))]), "{after}");
    }
    let accounts = |words: &str| asking("", words, "");
    assert_eq!(change(&accounts("comptes: true"), &accounts("genre: CompteAdministratif")), Ok(vec![]));
    let unified = change(&accounts("comptes: true"), &accounts("genre: CompteFinancierUnique"));
    assert_eq!(unified, Err(vec![FixedField::Agenda]));
}

#[test]
fn who_stands_and_how_and_the_days_of_birth_are_fixed_by_the_first_action() {
    let standing =
        r#"genre: Designation(postes: 1), mode: PlusFortReste, listes: [(nom: "Arbres", candidats: ["AUBRY Paul"])]"#;
    let before = asking("", standing, "Deux.\n");
    for (from, to) in [
        ("PlusFortReste", "PlusForteMoyenne"),
        (r#"nom: "Arbres""#, r#"nom: "Fleurs""#),
        (r#"["AUBRY Paul"]"#, r#"["BRETON Alix"]"#),
        (r#"["AUBRY Paul"]"#, r#"["AUBRY Paul", "BRETON Alix"]"#),
    ] {
        let changed = standing.replace(from, to);
        assert_ne!(changed, standing);
        assert_eq!(change(&before, &asking("", &changed, "Deux.\n")), Err(vec![FixedField::Standing]), "{to}");
    }
    let by_name = |candidate: &str| {
        asking("", &format!(r#"genre: Designation(postes: 1), candidats: ["{candidate}"]"#), "Deux.\n")
    };
    assert_eq!(change(&by_name("AUBRY Paul"), &by_name("BRETON Alix")), Err(vec![FixedField::Standing]));
    let born = |day: &str| {
        let source = SESSION.replace(
            r#"(nom: "AUBRY", prenom: "Paul""#,
            &format!(r#"(nom: "AUBRY", naissance: "{day}", prenom: "Paul""#),
        );
        assert_ne!(source, SESSION);
        session_of(&source, &[("ecole.md", "La convention.\n")])
    };
    assert_eq!(change(&born("1961-04-02"), &born("1960-04-02")), Err(vec![FixedField::Members]));
}

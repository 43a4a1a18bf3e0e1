//! The JSON export read by a program that knows only its documentation.

#[path = "papers/evening.rs"]
#[allow(dead_code, reason = "the papers of the evening are of no use here")]
mod evening;

use std::collections::BTreeMap;

use hemicycle::exchange::json;
use serde_json::Value;

fn export() -> Value {
    serde_json::from_str(&json(&evening::evening(), Some("1234 5678 9012 3456")).unwrap()).unwrap()
}

fn report<'a>(export: &'a Value, number: &str) -> &'a Value {
    export["rapports"].as_array().unwrap().iter().find(|report| report["numero"] == number).unwrap()
}

#[test]
fn the_nine_figures_follow_from_the_voices_one_by_one() {
    let export = export();
    let mut votes = 0;
    for report in export["rapports"].as_array().unwrap() {
        let Some(voices) = report["vote"]["voix"].as_array() else { continue };
        let mut says: BTreeMap<&str, u64> = BTreeMap::new();
        for voice in voices {
            let has_voice = voice["place"] == "Present" || voice["place"] == "Represente";
            assert_eq!(voice["choix"].is_string(), has_voice, "{voice}");
            assert_eq!(voice["par"].is_string(), voice["place"] == "Represente", "{voice}");
            *says.entry(voice["choix"].as_str().unwrap_or("")).or_default() += 1;
        }
        let count = |choice: &str| says.get(choice).copied().unwrap_or(0);
        let cast = count("Pour") + count("Contre");
        let figures = &report["vote"]["chiffres"];
        assert_eq!(figures["inscrits"], voices.len());
        assert_eq!(figures["votants"], cast + count("Abstention"));
        assert_eq!(figures["abstentions"], count("Abstention"));
        assert_eq!(figures["blancs_et_nuls"], 0);
        assert_eq!(figures["exprimes"], cast);
        assert_eq!(figures["majorite_absolue"], cast / 2 + 1);
        assert_eq!(figures["pour"], count("Pour"));
        assert_eq!(figures["contre"], count("Contre"));
        assert_eq!(figures["ne_prennent_pas_part"], count("NePrendPasPart"));
        votes += 1;
    }
    assert_eq!(votes, 4);
}

#[test]
fn a_holder_and_the_giver_he_speaks_for_have_each_their_own_choice() {
    let export = export();
    let voices = report(&export, "01")["vote"]["voix"].as_array().unwrap();
    let voice = |member: &str| voices.iter().find(|voice| voice["membre"] == member).unwrap();
    assert_eq!(voice("baudry-luc")["choix"], "Abstention");
    assert_eq!(voice("hennebert-omar")["par"], "baudry-luc");
    assert_eq!(voice("hennebert-omar")["choix"], "Contre");
    assert_eq!(voice("jouve-claire")["place"], "Excuse");
    assert_eq!(voice("koenig-marc")["choix"], Value::Null);
}

#[test]
fn everything_recorded_of_the_evening_is_there() {
    let export = export();
    assert_eq!((&export["format"], &export["version"]), (&"hemicycle-seance".into(), &1.into()));
    assert_eq!(export["empreinte"], "1234 5678 9012 3456");
    assert_eq!(export["seance"]["etat"], "Levee");
    assert_eq!(export["seance"]["ouverte_a"], "18:04");
    assert_eq!(export["seance"]["lieu"], "l'hôtel de ville");
    assert_eq!(export["membres"].as_array().unwrap().len(), 11);
    assert_eq!(export["presences"][7]["pouvoir_a"], "baudry-luc");
    assert_eq!(export["quorum_ouverture"]["necessaires"], 6);
    let outcomes: Vec<&Value> = ["01", "02", "03", "04"].map(|id| &report(&export, id)["vote"]["resultat"]).to_vec();
    assert_eq!(outcomes, ["Adopte", "AdopteVoixPreponderante", "Rejete", "AdopteUnanimite"]);
    assert_eq!(report(&export, "01")["vote"]["heure"], "18:31");
    assert_eq!(report(&export, "01")["accuse"], "099-219900001-20250303-2025_03_01-DE");
    assert_eq!(report(&export, "03")["textes"]["soumis"]["numero"], "CC-12/2025");
    assert_eq!((&report(&export, "05")["etat"], &report(&export, "05")["vote"]), (&"Annonce".into(), &Value::Null));
}

#[test]
fn the_documentation_names_every_field() {
    let documentation = include_str!("../docs/export-json.md");
    let mut names = Vec::new();
    let mut open = vec![export()];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    names.push(name);
                    open.push(value);
                }
            }
            Value::Array(values) => open.extend(values),
            _ => {}
        }
    }
    names.sort();
    names.dedup();
    let unnamed: Vec<&String> = names.iter().filter(|name| !documentation.contains(&format!("`{name}`"))).collect();
    assert_eq!(unnamed, Vec::<&String>::new());
}

#[test]
fn the_same_sitting_gives_the_same_bytes() {
    assert_eq!(json(&evening::evening(), None).unwrap(), json(&evening::evening(), None).unwrap());
}

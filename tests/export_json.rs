//! The JSON export read by a program that knows only its documentation.

#[path = "export_json/asked.rs"]
mod asked;
#[path = "papers/busy.rs"]
#[allow(dead_code, reason = "the words of a course are of no use here")]
mod busy;
#[path = "export_json/elections.rs"]
mod elections;
#[path = "papers/evening.rs"]
#[allow(dead_code, reason = "the papers of the evening are of no use here")]
mod evening;

use std::collections::BTreeMap;

use hemicycle::council::command::Command;
use hemicycle::council::id::ReportId;
use hemicycle::council::law;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::numbering::{Numbering, Pattern};
use hemicycle::council::settings::Setting;
use hemicycle::exchange::json;
use jiff::civil::date;
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

/// The evening with everything that may happen in a room, in an assembly with rules of its own.
fn export_of_the_busy_evening() -> Value {
    let mut council = busy::council();
    let settings = &mut council.body.settings;
    let because = || "art. 5 des statuts".to_owned();
    settings.quorum = Some(Setting { value: law::Value::Number(3), reason: because() });
    settings.casting_vote = Some(Setting { value: false, reason: because() });
    settings.proxy_run = Some(Setting { value: 4, reason: because() });
    council.meeting.second_of = Some(jiff::civil::date(2025, 2, 20));
    let sitting = busy::sitting_of(council, &busy::commands());
    serde_json::from_str(&json(&sitting, None).unwrap()).unwrap()
}

#[test]
fn what_happened_stands_in_order_with_its_hours() {
    let export = export_of_the_busy_evening();
    let told = |export: &Value, what: &str| -> Vec<Value> {
        let happenings = export["chronique"].as_array().unwrap();
        happenings.iter().filter(|happening| happening["quoi"] == what).cloned().collect()
    };
    let moves = told(&export, "Mouvement");
    assert_eq!((&moves[0]["membre"], &moves[0]["de"]), (&"faure-labat-hugo".into(), &"Present".into()));
    assert_eq!((&moves[0]["vers"], &moves[0]["heure"]), (&"Sorti".into(), &"18:20".into()));
    let chairs = told(&export, "Presidence");
    assert_eq!(chairs.iter().map(|it| it["titre"].as_str().unwrap()).collect::<Vec<_>>(), ["Election", "Remplacement"]);
    let camera = told(&export, "HuisClos");
    assert_eq!((&camera[0]["adopte"], &camera[1]["adopte"]), (&false.into(), &true.into()));
    assert_eq!((&camera[0]["majorite"], camera[0]["demandeurs"].as_array().unwrap().len()), (&6.into(), 3));
    assert_eq!((told(&export, "Suspension")[0]["heure"].as_str(), told(&export, "Levee").len()), (Some("18:32"), 1));
    assert_eq!(told(&export, "SiegeOccupe")[1]["a_la_place_de"], "koenig-marc");
}

#[test]
fn the_room_the_chair_and_those_who_take_no_part_stand_with_each_vote() {
    let export = export_of_the_busy_evening();
    let (accounts, interest, last) = (report(&export, "02"), report(&export, "03"), report(&export, "04"));
    assert_eq!((&accounts["comptes"], &accounts["vote"]["decision"]), (&true.into(), &"Comptes".into()));
    assert_eq!(accounts["vote"]["president"], "baudry-luc");
    assert_eq!(interest["deports"][1]["precision"], "présidente de l'association");
    assert_eq!(interest["rapporteur"], "di-meo-paolo");
    let place = |report: &Value, member: &str| {
        let voices = report["vote"]["voix"].as_array().unwrap();
        voices.iter().find(|voice| voice["membre"] == member).map(|voice| voice["place"].clone())
    };
    assert_eq!(place(interest, "chastang-rosa"), Some("Retire".into()));
    assert_eq!(place(interest, "baudry-luc"), Some("PresentSansVoix".into()));
    assert_eq!(place(last, "faure-labat-hugo"), Some("ADistance".into()));
    assert_eq!((place(last, "le-bris-odile"), place(last, "jouve-claire")), (Some("Present".into()), None));
    assert_eq!(last["vote"]["voix"].as_array().unwrap().len(), 11);
    assert_eq!(last["vote"]["rectifications"][0]["chiffres"]["pour"], 7);
    assert_eq!(
        (&export["ouverture"]["president"], &export["seance"]["preside"]),
        (&"fournel-anne".into(), &"baudry-luc".into())
    );
    assert_eq!(export["ouverture"]["places"].as_array().unwrap().len(), 11);
    // As it was opened, and as told later: the staff are with the secretaries in both.
    assert!(export["ouverture"]["auxiliaires"].is_array(), "{}", export["ouverture"]);
    let told = export["chronique"].as_array().unwrap().iter().find(|told| told["quoi"] == "Secretaires");
    assert!(told.unwrap()["auxiliaires"].is_array(), "{told:?}");
    assert_eq!(export["remplacants"][0]["de"], "jouve-claire");
}

#[test]
fn a_rule_of_its_own_stands_with_its_value_and_its_reason_and_never_as_a_mark() {
    let export = export_of_the_busy_evening();
    let rules: Vec<(&str, &Value)> = export["reglages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| (rule["regle"].as_str().unwrap(), &rule["valeur"]))
        .collect();
    assert_eq!(
        rules,
        [("quorum", &3.into()), ("voix_preponderante", &false.into()), ("seances_par_pouvoir", &4.into())]
    );
    assert_eq!(export["reglages"][0]["motif"], "art. 5 des statuts");
    assert!(!export.to_string().contains("OWN_SETTING"));
}

/// The fields whose values are words of the format.
const WORDS: &[&str] = &[
    "quoi",
    "place",
    "etat",
    "mode",
    "maniere",
    "resultat",
    "choix",
    "regle",
    "decision",
    "acte_origine",
    "titre",
    "issue",
];

#[test]
fn the_documentation_names_every_field_every_happening_and_every_word() {
    let documentation = include_str!("../docs/export-json.md");
    let mut names = Vec::new();
    let mut open = vec![
        export(),
        export_of_the_busy_evening(),
        asked::export(),
        elections::installation(),
        elections::department(),
    ];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    names.extend(value.as_str().filter(|_| WORDS.contains(&&*name)).map(str::to_owned));
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
fn the_numbers_of_the_acts_the_receipts_and_the_settled_minutes_are_there() {
    let mut council = busy::council();
    let pattern = Pattern::read("{annee}_{rang:03}").unwrap();
    council.body.numbering = Some(Numbering { pattern, rejected: true });
    (council.body.siren, council.body.department) = (Some("200000008".to_owned()), Some("99".to_owned()));
    let mut commands = busy::commands();
    let notes = NoteSums::from([(ReportId::new("02"), "0".repeat(64))]);
    commands.push(Command::SettleMinutes { on: date(2025, 4, 7), remarks: Some("Une coquille".to_owned()), notes });
    let sitting = busy::sitting_of(council, &commands);
    let export: Value = serde_json::from_str(&json(&sitting, None).unwrap()).unwrap();
    let of = |number: &str, field: &str| report(&export, number)[field].clone();
    let numbered: Vec<String> = sitting
        .docket()
        .agenda
        .reports()
        .map(|report| {
            format!("{} {} {}", report.id, of(report.id.as_str(), "acte"), of(report.id.as_str(), "acte_origine"))
        })
        .collect();
    let expected = [
        r#"01 "2025-03-01" "Saisi""#,
        r#"02 "2025-03-02" "Saisi""#,
        r#"03 "2025_001" "Fixe""#,
        r#"04 "2025_002" "Fixe""#,
        "05 null null",
    ];
    assert_eq!(numbered, expected, "a report that was not voted has no number once the sitting is over");
    assert_eq!(of("02", "accuse_attendu"), "099-200000008-20250303-2025_03_02-DE");
    let settled = &export["proces_verbal"];
    assert_eq!((&settled["arrete_le"], &settled["remarques"]), (&"2025-04-07".into(), &"Une coquille".into()));
    assert_eq!(
        (&settled["notes"][0]["rapport"], &settled["notes"][0]["sha256"]),
        (&"02".into(), &"0".repeat(64).into())
    );
    assert_eq!(export["notes_a_la_cloture"], Value::Array(vec![]));
}

#[test]
fn the_same_sitting_gives_the_same_bytes() {
    assert_eq!(json(&evening::evening(), None).unwrap(), json(&evening::evening(), None).unwrap());
}

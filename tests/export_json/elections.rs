//! Two installations read out of the export: rounds, totals, seats, who is elected; and of a secret ballot never a pair.

use std::path::Path;

use hemicycle::council::history::History;
use hemicycle::council::sitting::Sitting;
use hemicycle::exchange::json;
use hemicycle::store::course;
use hemicycle::store::session_file;
use serde_json::{Value, json as value};

use super::report;

/// A sample, as its course tells it; `retold` may say the course otherwise.
fn sitting(sample: &str, retold: impl Fn(String) -> String) -> Sitting {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let docket = session_file::load(&folder.join(sample)).unwrap_or_else(|unread| panic!("{unread:#?}")).docket;
    let told = std::fs::read_to_string(folder.join("deroules").join(sample)).expect("a course");
    let steps = course::parse(&retold(told), &docket).unwrap_or_else(|flaws| panic!("{flaws:#?}"));
    let mut history = History::new(docket);
    course::recording::play(&mut history, &steps, "2026-03-23T09:00:00+01:00")
        .unwrap_or_else(|(place, refused)| panic!("{place}: {:?}", refused.findings));
    history.sitting().clone()
}

const INSTALLATION: &str = "2026-03-22-installation.ron";

fn exported(sitting: &Sitting) -> Value {
    serde_json::from_str(&json(sitting, None).expect("JSON")).expect("JSON")
}

pub fn installation() -> Value {
    exported(&sitting(INSTALLATION, |told| told))
}

pub fn department() -> Value {
    exported(&sitting("2021-07-01-conseil-departemental.ron", |told| told))
}

#[test]
fn a_mayor_elected_in_the_second_round_stands_with_both_rounds_their_candidates_and_totals() {
    let export = installation();
    let mayor = report(&export, "01");
    assert_eq!((&mayor["genre"], &mayor["particularites"]["mandat"]), (&"Election".into(), &"Maire".into()));
    let vote = &mayor["vote"];
    assert_eq!(
        (&vote["mode"], &vote["maniere"], &vote["resultat"]),
        (&"Secret".into(), &"Secret".into(), &"Elu".into())
    );
    assert_eq!((&vote["adopte"], &vote["chiffres"], &vote["majorite"]), (&Value::Null, &Value::Null, &Value::Null));
    let [first, second] = &vote["scrutin_secret"]["tours"].as_array().expect("rounds")[..] else { panic!("{vote}") };
    assert_eq!(
        (&first["issue"], &first["majorite_absolue"], &first["elu"]),
        (&"AutreTour".into(), &9.into(), &Value::Null)
    );
    assert_eq!((&first["ouvert"], &first["clos"]), (&"10:41".into(), &"10:48".into()));
    assert_eq!(
        second["en_presence"],
        value!([{"Membre": "trevillard-solange"}, {"Membre": "hochedeau-alain"}, {"Membre": "ouzouniac-tigran"}])
    );
    assert_eq!(
        second["depouillement"],
        value!({
            "bulletins": 18, "blancs": 0, "nuls": 1, "exprimes": 17,
            "voix": [
                {"bulletin": {"Membre": "hochedeau-alain"}, "nombre": 4},
                {"bulletin": {"Membre": "ouzouniac-tigran"}, "nombre": 2},
                {"bulletin": {"Membre": "trevillard-solange"}, "nombre": 10},
                {"bulletin": {"Membre": "vaudrange-leonce"}, "nombre": 1},
            ],
        })
    );
    assert_eq!((&second["issue"], &second["par"]), (&"Elu".into(), &"MajoriteAbsolue".into()));
    let elected = value!([{"membre": "trevillard-solange", "poste": 1, "tour": 2, "liste": null}]);
    assert_eq!(mayor["election"]["elus"], elected);
    assert_eq!(report(&export, "02")["vote"]["president"], "trevillard-solange", "who is elected presides");
    let titles: Vec<&Value> = export["chronique"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["quoi"] == "Presidence")
        .map(|it| &it["titre"])
        .collect();
    assert_eq!(titles, ["Installation"]);
}

#[test]
fn a_list_has_every_post_and_seats_in_proportion_say_by_what_each_was_given() {
    let export = installation();
    let elected = |number: &str| -> Vec<(Value, Value)> {
        let elected = report(&export, number)["election"]["elus"].as_array().expect("elected").clone();
        elected.into_iter().map(|it| (it["membre"].clone(), it["poste"].clone())).collect()
    };
    let deputies = ["gourdelin-patrice", "armengeau-michele", "ouzouniac-tigran", "flavignet-sandrine"];
    let expected: Vec<(Value, Value)> =
        deputies.iter().zip(1..).map(|(it, post)| ((*it).into(), post.into())).collect();
    assert_eq!(elected("03"), expected);
    let committee = report(&export, "07");
    assert_eq!(
        (&committee["election"]["mode"], &committee["election"]["postes"]),
        (&"PlusFortReste".into(), &3.into())
    );
    let round = &committee["vote"]["scrutin_secret"]["tours"][0];
    assert_eq!((&round["issue"], &round["majorite_absolue"]), (&"Sieges".into(), &Value::Null));
    // 18 ballots for 3 seats: the quotient is 6, and three lists are left with 4 each. More votes first, then the eldest.
    let given: Vec<Value> = round["attributions"]
        .as_array()
        .expect("seats")
        .iter()
        .map(|it| value!([it["liste"]["Liste"], it["par"], it["departage"]]))
        .collect();
    assert_eq!(
        Value::from(given),
        value!([
            ["Vivre à Corbignolles", "Quotient", null],
            ["Vivre à Corbignolles", "Reste", "Suffrages"],
            ["Hugues SOUBEYRAC-LIÈVRE", "Reste", "Age"],
        ])
    );
    let members: Vec<Value> = elected("07").into_iter().map(|(member, _)| member).collect();
    assert_eq!(members, ["gourdelin-patrice", "percherand-daniele", "soubeyrac-lievre-hugues"]);
}

#[test]
fn a_text_voted_by_secret_ballot_has_its_figures_who_asked_and_what_became_of_the_vote_that_had_begun() {
    let export = installation();
    let text = report(&export, "05");
    assert_eq!((&text["vote"]["mode"], &text["vote"]["adopte"]), (&"Secret".into(), &true.into()));
    let figures = &text["vote"]["chiffres"];
    let of = |field: &str| figures[field].as_u64();
    assert_eq!((of("votants"), of("blancs_et_nuls"), of("exprimes")), (Some(18), Some(1), Some(17)));
    assert_eq!((of("majorite_absolue"), of("pour"), of("contre")), (Some(9), Some(11), Some(6)));
    let request = &text["scrutins_demandes"][0];
    assert_eq!(
        (&request["secret"], &request["vote_nul"], &request["accordee"]),
        (&true.into(), &true.into(), &true.into())
    );
    assert_eq!(request["demandeurs"].as_array().map(Vec::len), Some(5));
    assert_eq!(text["vote"]["scrutin_secret"]["tours"][0]["issue"], Value::Null, "nobody is elected by it");
    assert_eq!(text["election"], Value::Null);
    // The council did without a secret ballot, and a communication is not voted at all.
    assert_eq!(
        (&report(&export, "06")["election"]["main_levee"], &report(&export, "06")["vote"]["mode"]),
        (&true.into(), &"Ordinaire".into())
    );
    for number in ["02", "04", "06"] {
        assert_eq!(report(&export, number)["vote"]["scrutin_secret"], Value::Null, "{number}");
    }
}

#[test]
fn a_president_of_a_department_takes_the_majority_of_the_members_and_averages_give_the_seats() {
    let export = department();
    let president = report(&export, "1");
    assert_eq!(president["election"]["majorite_de"], "Membres");
    let rounds = president["vote"]["scrutin_secret"]["tours"].as_array().expect("rounds");
    let said: Vec<Value> = rounds.iter().map(|round| value!([round["majorite_absolue"], round["issue"]])).collect();
    assert_eq!(Value::from(said), value!([[14, "AutreTour"], [14, "Elu"]]), "13 of 24 cast are not 14 of 26 members");
    let seats = &report(&export, "3")["vote"]["scrutin_secret"]["tours"][0];
    let given: Vec<Value> =
        seats["attributions"].as_array().expect("seats").iter().map(|it| it["diviseur"].clone()).collect();
    // 15 against 11: 15, 11, 7.5, 5.5, 5, 3.75, 3.67.
    assert_eq!(given, [1, 1, 2, 2, 3, 4, 3]);
    assert_eq!(
        seats["sieges"],
        value!([
            {"liste": {"Liste": "Haute-Aive unie"}, "voix": 15, "sieges": 4},
            {"liste": {"Liste": "La vallée solidaire"}, "voix": 11, "sieges": 3},
        ])
    );
}

#[test]
fn case_61_no_object_of_the_export_holds_a_voter_beside_a_choice_of_a_secret_ballot() {
    let export = installation();
    for number in ["01", "03", "05", "07"] {
        let vote = &report(&export, number)["vote"];
        for voice in vote["voix"].as_array().expect("places") {
            assert_eq!(voice["choix"], Value::Null, "{number}: {voice}");
        }
        assert_eq!(vote["voix_du_president"], Value::Null, "{number}");
        for round in vote["scrutin_secret"]["tours"].as_array().expect("rounds") {
            let signed: Vec<&str> = round["emargements"]
                .as_array()
                .expect("who signed")
                .iter()
                .map(|it| it.as_str().expect("an identity"))
                .collect();
            assert!(
                signed.is_sorted() && signed.len() == 18,
                "{number}: by identity, and in no other order: {signed:?}"
            );
            for ballots in round["depouillement"]["voix"].as_array().expect("totals") {
                let fields: Vec<&String> = ballots.as_object().expect("a total").keys().collect();
                assert_eq!(fields, ["bulletin", "nombre"], "{number}");
            }
        }
    }
}

#[test]
fn totals_read_out_in_another_order_and_signatures_in_another_order_give_the_same_bytes() {
    let retold = |told: String| {
        let turned = told
            .replace(
                r#"[(Membre("TRÉVILLARD Solange"), 8), (Membre("HOCHEDEAU Alain"), 5), (Membre("SOUBEYRAC-LIÈVRE Hugues"), 4)]"#,
                r#"[(Membre("SOUBEYRAC-LIÈVRE Hugues"), 4), (Membre("TRÉVILLARD Solange"), 8), (Membre("HOCHEDEAU Alain"), 5)]"#,
            )
            .replace("voix: [(Pour, 11), (Contre, 6)]", "voix: [(Contre, 6), (Pour, 11)]");
        assert_ne!(turned, told, "the course is told otherwise");
        turned
    };
    let one = json(&sitting(INSTALLATION, |told| told), None).expect("JSON");
    let other = json(&sitting(INSTALLATION, retold), None).expect("JSON");
    assert_eq!(one, other);
}

//! An evening of every kind of report and every way to record a vote, read out of the export.

use hemicycle::council::code::Code;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::sitting::Sitting;
use hemicycle::exchange::json;
use hemicycle::store::session_file::parse;
use ron::extensions::Extensions;
use serde_json::{Value, json as value};

use super::{evening, report};

const SESSION: &str = r#"(
    assemblee: (nom: "Conseil municipal de Saint-Exemple", genre: Commune, reglages: (
        nppv_parmi_les_votants: true, unanimite: Majorite, noms: Tous, zero: Barre,
        majorites: [(genre: Voeu, regle: DeuxTiersExprimes, motif: "art. 30 du règlement intérieur")],
    )),
    seance: (date: "2025-03-07", president: "a", secretaire: "b"),
    membres: [(nom: "A"), (nom: "B"), (nom: "C"), (nom: "D"), (nom: "E"), (nom: "F"), (nom: "G"), (nom: "H")],
    ordre_du_jour: [
        Rapport(numero: "1", objet: "Séance de février", genre: ProcesVerbal(du: "2025-02-10")),
        Rapport(numero: "2", objet: "Budget", amendements: [
            (numero: "1", par: ["c", "d"], au_nom_de: "le groupe C", cible: "article 2", texte: Fichier("un.md")),
            (numero: "2", par: ["e"], texte: "Retirer l’article 3."),
        ]),
        Rapport(numero: "3", objet: "Poste", vote_groupe: "P"),
        Rapport(numero: "4", objet: "Emplois", vote_groupe: "P"),
        Rapport(numero: "5", objet: "Arbres", genre: Voeu, auteurs: ["f"]),
        Rapport(numero: "6", objet: "Voirie", majorite: (regle: Membres, motif: "art. 9")),
        Rapport(numero: "7", objet: "Délégation", genre: Decisions, decisions: [
            (numero: "2025-12", date: "2025-01-10", objet: "Louage d’un fourgon"), (objet: "Emprunt")]),
        Rapport(numero: "8", objet: "Syndicat", genre: Designation(postes: 1)),
        Rapport(numero: "9", objet: "Marché"),
        Rapport(numero: "10", objet: "Fuites", genre: QuestionOrale, auteurs: ["g"]),
        Rapport(numero: "11", objet: "Rapport annuel", genre: DonneActe(vote: true)),
    ],
)"#;

/// The steps, by identity: the words of a course.
const STEPS: &str = r#"[
    Ouvrir(heure: "18:00"),
    Rapport(numero: "1"),
    Remarque(rapport: "1", membre: "c", texte: "Page 4, lire 12."),
    Proclamer(rapport: "1", heure: "18:05", puis: "2"),
    MettreAuxVoix(rapport: "2", sur: Amendement("1")),
    Voix(rapport: "2", sur: Amendement("1"), contre: ["e"]),
    Proclamer(rapport: "2", sur: Amendement("1"), heure: "18:10"),
    Abandonner(rapport: "2", sur: Amendement("2"), motif: Retire, heure: "18:11"),
    Deposer(rapport: "2", sur: Renvoi, par: ["h"], texte: "Attendre le budget.", aux_voix: true, heure: "18:12"),
    Maniere(rapport: "2", sur: Renvoi, maniere: EnChiffres),
    Chiffres(rapport: "2", sur: Renvoi, pour: 2, contre: 5, abstentions: 1, presidence: Contre),
    Proclamer(rapport: "2", sur: Renvoi, heure: "18:15"),
    ModifierTexte(rapport: "2", texte: "Article 2 : 40 000 €.", heure: "18:16"),
    ScrutinPublic(rapport: "2", demandeurs: ["c", "d"], heure: "18:17"),
    Maniere(rapport: "2", maniere: ParAppel),
    Voix(rapport: "2", pour: ["a", "b", "c", "d", "e"], contre: ["f"], abstentions: ["g"], ne_prennent_pas_part: ["h"]),
    Proclamer(rapport: "2", heure: "18:20", puis: "3", avec: ["4"]),
    Voix(rapport: "4", contre: ["h"]),
    Proclamer(rapport: "3", heure: "18:25", puis: "5"),
    Maniere(rapport: "5", maniere: EnChiffres),
    Chiffres(rapport: "5", pour: 5, contre: 3),
    Proclamer(rapport: "5", heure: "18:30", puis: "6"),
    Maniere(rapport: "6", maniere: ResultatSeul),
    Resultat(rapport: "6", resultat: Adopte),
    Proclamer(rapport: "6", heure: "18:35", puis: "7"),
    Proclamer(rapport: "7", puis: "8"),
    Candidats(rapport: "8", candidats: ["d"]),
    Proclamer(rapport: "8"),
    Retirer(rapport: "9", precision: "le marché est infructueux"),
    Ajouter(numero: "12", objet: "Motion de soutien", genre: Motion, heure: "18:40"),
    Rapport(numero: "11"),
]"#;

fn sitting() -> Sitting {
    let parsed = parse(SESSION, &|_: &str| Ok("Amender.\n".to_owned())).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let mut sitting = Sitting::new(parsed.docket);
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    let steps: Vec<Command> = options.from_str(STEPS).unwrap();
    let reasons = Reasons::from([(Code::irregular(22), "urgence".to_owned())]);
    for step in &steps {
        evening::run_with(&mut sitting, step, &reasons);
    }
    sitting
}

pub fn export() -> Value {
    serde_json::from_str(&json(&sitting(), None).unwrap()).unwrap()
}

#[test]
fn the_kind_of_each_report_stands_with_its_particulars_and_its_end() {
    let export = export();
    let of = |number: &str| {
        let report = report(&export, number);
        [&report["genre"], &report["etat"], &report["vote"]["maniere"], &report["vote"]["resultat"]].map(Value::clone)
    };
    let expected = [
        ("1", value!(["ProcesVerbal", "Proclame", "SansVote", "Arrete"])),
        ("2", value!(["Deliberation", "Proclame", "ParAppel", "Adopte"])),
        ("3", value!(["Deliberation", "Proclame", "ParException", "AdopteUnanimite"])),
        ("4", value!(["Deliberation", "Proclame", "ParException", "Adopte"])),
        ("5", value!(["Voeu", "Proclame", "EnChiffres", "RejeteMajoriteNonAtteinte"])),
        ("6", value!(["Deliberation", "Proclame", "ResultatSeul", "Adopte"])),
        ("7", value!(["Decisions", "Proclame", "SansVote", "DonneActe"])),
        ("8", value!(["Designation", "Proclame", "SansVote", "NommeSansVote"])),
        ("10", value!(["QuestionOrale", "Annonce", null, null])),
        ("11", value!(["DonneActe", "Ouvert", "ParException", null])),
        ("12", value!(["Motion", "Annonce", null, null])),
    ];
    for (number, words) in expected {
        assert_eq!(Value::from(of(number).to_vec()), words, "{number}");
    }
    let withdrawn = report(&export, "9");
    assert_eq!((&withdrawn["etat"], &withdrawn["vote"]["resultat"]), (&"Proclame".into(), &"Retire".into()));
    assert_eq!(withdrawn["motif_du_retrait"], "le marché est infructueux");
    let particulars = |number: &str| report(&export, number)["particularites"].clone();
    assert_eq!(
        particulars("1"),
        value!({"vote": false, "du": "2025-02-10", "postes": null, "secret": null, "mandat": null})
    );
    assert_eq!(particulars("8"), value!({"vote": null, "du": null, "postes": 1, "secret": false, "mandat": null}));
    assert_eq!(particulars("11")["vote"], true);
    assert_eq!(particulars("2"), value!({"vote": null, "du": null, "postes": null, "secret": null, "mandat": null}));
    let added: Vec<&Value> = export["rapports"].as_array().unwrap().iter().map(|it| &it["ajoute_en_seance"]).collect();
    assert_eq!(added.iter().filter(|added| **added == true).count(), 1);
    assert_eq!(report(&export, "12")["ajoute_en_seance"], true);
}

#[test]
fn a_figure_that_nobody_recorded_is_null_and_so_is_what_was_not_voted() {
    let export = export();
    for (number, has_figures, adopted) in [
        ("1", false, Value::Null),
        ("2", true, true.into()),
        ("5", true, false.into()),
        ("6", false, true.into()),
        ("7", false, Value::Null),
        ("8", false, Value::Null),
        ("9", false, Value::Null),
        ("11", false, Value::Null),
    ] {
        let vote = &report(&export, number)["vote"];
        assert_eq!((vote["chiffres"].is_object(), &vote["adopte"]), (has_figures, &adopted), "{number}");
        let names = vote["voix"].as_array().unwrap().iter().filter(|voice| voice["choix"].is_string()).count();
        let has_names = vote["maniere"] == "ParException" || vote["maniere"] == "ParAppel";
        assert_eq!(names, if has_names { 8 } else { 0 }, "{number}: no name of a vote whose names were not recorded");
        assert_eq!(vote["voix"].as_array().unwrap().len(), 8, "{number}: where each one was is known all the same");
    }
    let figures = &report(&export, "5")["vote"];
    assert_eq!((&figures["chiffres"]["pour"], &figures["voix_du_president"]), (&5.into(), &Value::Null));
    let convention = &report(&export, "2")["vote"]["chiffres"];
    assert_eq!((&convention["votants"], &convention["exprimes"]), (&8.into(), &6.into()), "NPPV among the voters");
}

#[test]
fn each_proposal_stands_with_its_authors_its_text_and_its_own_vote() {
    let export = export();
    let [first, second, third] = &report(&export, "2")["propositions"].as_array().unwrap()[..] else { panic!() };
    assert_eq!(first["sur"], value!({"Amendement": "1"}));
    assert_eq!((&first["par"], &first["au_nom_de"]), (&value!(["c", "d"]), &"le groupe C".into()));
    assert_eq!((&first["cible"], &first["fichier"]), (&"article 2".into(), &"un.md".into()));
    assert_eq!((&first["texte"], &first["etat"]), (&"Amender.\n".into(), &"Proclamee".into()));
    assert_eq!((&first["vote"]["resultat"], &first["vote"]["chiffres"]["contre"]), (&"Adopte".into(), &1.into()));
    assert_eq!((&first["heure"], &first["vote"]["heure"]), (&"18:10".into(), &"18:10".into()));
    assert_eq!((&second["etat"], &second["heure"]), (&"Retiree".into(), &"18:11".into()));
    assert_eq!((&second["vote"], &second["fichier"]), (&Value::Null, &Value::Null));
    assert_eq!((&third["sur"], &third["vote"]["maniere"]), (&"Renvoi".into(), &"EnChiffres".into()));
    assert_eq!((&third["vote"]["voix_du_president"], &third["vote"]["adopte"]), (&"Contre".into(), &false.into()));
    assert_eq!(report(&export, "5")["propositions"], value!([]));
}

#[test]
fn a_public_ballot_names_who_asked_and_a_majority_how_many_it_takes_and_why() {
    let export = export();
    let budget = report(&export, "2");
    assert_eq!((&budget["vote"]["mode"], &budget["vote"]["demandeurs"]), (&"Public".into(), &value!(["c", "d"])));
    let asked = value!([{"sur": null, "demandeurs": ["c", "d"], "accordee": true, "heure": "18:17", "secret": false, "vote_nul": false}]);
    assert_eq!(budget["scrutins_demandes"], asked);
    assert_eq!(report(&export, "3")["vote"]["mode"], "Ordinaire");
    let majority = |number: &str| {
        let report = report(&export, number);
        value!([report["vote"]["majorite"], report["vote"]["voix_necessaires"], report["majorite"]["motif"]])
    };
    assert_eq!(majority("2"), value!(["Exprimes", 4, null]));
    assert_eq!(majority("5"), value!(["DeuxTiersExprimes", 6, "art. 30 du règlement intérieur"]));
    assert_eq!(majority("6"), value!(["Membres", null, "art. 9"]), "no figures, nothing to take a share of");
    assert_eq!(majority("7"), value!([null, null, null]));
    assert_eq!(report(&export, "10")["majorite"], Value::Null, "nothing is ever voted there");
    assert_eq!(export["majorites"][0]["genre"], "Voeu");
    let conventions =
        value!({"nppv_parmi_les_votants": true, "unanimite": "Majorite", "noms": "Tous", "zero": "Barre"});
    assert_eq!(export["conventions"], conventions);
}

#[test]
fn what_happened_to_a_report_beside_its_vote_is_there() {
    let export = export();
    assert_eq!(report(&export, "1")["remarques"], value!([{"membre": "c", "texte": "Page 4, lire 12."}]));
    assert_eq!(report(&export, "2")["modifications"], value!([{"texte": "Article 2 : 40 000 €.", "heure": "18:16"}]));
    assert_eq!(report(&export, "8")["candidats"], value!(["d"]));
    assert_eq!((&report(&export, "5")["auteurs"], &report(&export, "10")["auteurs"]), (&value!(["f"]), &value!(["g"])));
    let decisions = value!([
        {"numero": "2025-12", "date": "2025-01-10", "objet": "Louage d’un fourgon"},
        {"numero": null, "date": null, "objet": "Emprunt"},
    ]);
    assert_eq!(report(&export, "7")["decisions"], decisions);
    for number in ["3", "4"] {
        let report = report(&export, number);
        assert_eq!((&report["vote_groupe"], &report["vote"]["ensemble"]), (&"P".into(), &value!(["3", "4"])));
    }
    assert_eq!(report(&export, "2")["vote"]["ensemble"], value!([]));
}

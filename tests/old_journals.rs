//! Journals as earlier versions wrote them, which must open for ever: here those of before there were movements, déports and
//! rectifications; in `old_journals/`, those that are kept as files.

mod evening;
#[path = "old_journals/kept.rs"]
mod kept;
#[path = "old_journals/newer.rs"]
mod newer;

use std::fmt::Write as _;
use std::path::Path;

use evening::{NOW, PATH, session_of, with_journal};
use hemicycle::council::history::Misfit;
use hemicycle::council::id::ReportId;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::sitting::{Progress, Sitting, Stage};
use hemicycle::store::chain::Seal;
use hemicycle::store::fault::Fault;
use hemicycle::store::session_file::SessionFile;
use hemicycle::store::{record, seal};

/// A council of five whose convocation came two days before.
const SESSION: &str = r#"(
    assemblee: (nom: "Conseil municipal de Saint-Exemple", genre: Commune),
    seance: (date: "2025-03-03", convocation: "2025-03-01", president: "MARTINET Léa", secretaire: "AUBRY Paul"),
    membres: [
        (nom: "MARTINET", prenom: "Léa"),
        (nom: "AUBRY", prenom: "Paul"),
        (nom: "BRETON", prenom: "Alix"),
        (nom: "CHEVAL", prenom: "Rose", etat: Excuse(pouvoir_a: "AUBRY Paul")),
        (nom: "DUVAL", prenom: "Jean"),
    ],
    ordre_du_jour: [
        Rapport(numero: "1", objet: "Tarifs de la cantine"),
        Rapport(numero: "2", objet: "Vœu"),
    ],
)
"#;

/// Every kind of event that there was, and an undo.
const PLAIN: &[&str] = &[
    r#"[{"Presence":{"membre":"duval-jean","etat":"Absent"}}]"#,
    r#"[{"Presence":{"membre":"duval-jean","etat":"Present"}}]"#,
    "annule 2",
    r#"[{"PouvoirFini":{"mandant":"cheval-rose"}}]"#,
    r#"[{"Pouvoir":{"mandant":"cheval-rose","mandataire":"martinet-lea"}}]"#,
    r#"[{"SeanceOuverte":{"heure":"18:04"}}]"#,
    r#"[{"RapportOuvert":{"rapport":"1"}}]"#,
    r#"[{"Voix":{"rapport":"1","membre":"aubry-paul","choix":"Contre"}},{"Voix":{"rapport":"1","membre":"breton-alix","choix":"NePrendPasPart"}}]"#,
    r#"[{"Proclame":{"rapport":"1","chiffres":{"inscrits":5,"votants":3,"abstentions":0,"blancs_et_nuls":0,"exprimes":3,"majorite_absolue":2,"pour":2,"contre":1,"ne_prennent_pas_part":1},"resultat":"Adopte","heure":"20:17"}},{"RapportOuvert":{"rapport":"2"}}]"#,
    r#"[{"Voix":{"rapport":"2","membre":"aubry-paul","choix":"Contre"}},{"Voix":{"rapport":"2","membre":"breton-alix","choix":"Contre"}}]"#,
    r#"[{"Proclame":{"rapport":"2","chiffres":{"inscrits":5,"votants":4,"abstentions":0,"blancs_et_nuls":0,"exprimes":4,"majorite_absolue":3,"pour":2,"contre":2,"ne_prennent_pas_part":0},"resultat":"AdopteVoixPreponderante","heure":"20:31"}}]"#,
    r#"[{"SeanceLevee":{"heure":"21:00"}}]"#,
];

/// The president away, said once, at the opening; a clock that was put back; a short notice that nothing asked about.
const IRREGULAR: &[&str] = &[
    r#"[{"Presence":{"membre":"martinet-lea","etat":"Absent"}}]"#,
    r#"[{"Irregularite":{"code":"W004","motif":"M. AUBRY préside"}},{"SeanceOuverte":{"heure":"18:04"}}]"#,
    r#"[{"RapportOuvert":{"rapport":"1"}}]"#,
    r#"[{"Proclame":{"rapport":"1","chiffres":{"inscrits":5,"votants":4,"abstentions":0,"blancs_et_nuls":0,"exprimes":4,"majorite_absolue":3,"pour":4,"contre":0,"ne_prennent_pas_part":0},"resultat":"AdopteUnanimite","heure":"18:40"}},{"RapportOuvert":{"rapport":"2"}}]"#,
    r#"[{"Proclame":{"rapport":"2","chiffres":{"inscrits":5,"votants":4,"abstentions":0,"blancs_et_nuls":0,"exprimes":4,"majorite_absolue":3,"pour":4,"contre":0,"ne_prennent_pas_part":0},"resultat":"AdopteUnanimite","heure":"18:35"}}]"#,
    r#"[{"SeanceLevee":{"heure":"18:50"}}]"#,
];

/// Two results taken back one after the other, and the second proclaimed again by itself.
const TAKEN_BACK: &[&str] = &[
    r#"[{"SeanceOuverte":{}}]"#,
    r#"[{"RapportOuvert":{"rapport":"1"}}]"#,
    r#"[{"Proclame":{"rapport":"1","chiffres":{"inscrits":5,"votants":5,"abstentions":0,"blancs_et_nuls":0,"exprimes":5,"majorite_absolue":3,"pour":5,"contre":0,"ne_prennent_pas_part":0},"resultat":"AdopteUnanimite"}},{"RapportOuvert":{"rapport":"2"}}]"#,
    r#"[{"Proclame":{"rapport":"2","chiffres":{"inscrits":5,"votants":5,"abstentions":0,"blancs_et_nuls":0,"exprimes":5,"majorite_absolue":3,"pour":5,"contre":0,"ne_prennent_pas_part":0},"resultat":"AdopteUnanimite"}}]"#,
    "annule 4",
    "annule 3",
    r#"[{"Voix":{"rapport":"1","membre":"aubry-paul","choix":"Contre"}}]"#,
];

fn session() -> SessionFile {
    session_of(SESSION, &[])
}

/// The journal of those actions, each with its seal.
fn journal(actions: &[&str]) -> Vec<u8> {
    let source = serde_json::to_string(SESSION).unwrap();
    let mut lines = vec![format!(r#"{{"n":0,"format":0,"seance":{source},"textes":{{}}}}"#)];
    for (number, action) in (1..).zip(actions) {
        lines.push(match action.strip_prefix("annule ") {
            Some(undone) => format!(r#"{{"n":{number},"annule":{undone}}}"#),
            None => format!(r#"{{"n":{number},"a":"{NOW}","fait":{action}}}"#),
        });
    }
    let mut head = Seal::FIRST;
    let mut journal = String::new();
    for json in lines {
        head = head.then(json.as_bytes());
        writeln!(journal, "{head} {json}").unwrap();
    }
    journal.into_bytes()
}

fn opened(actions: &[&str]) -> Result<Sitting, Fault> {
    let (_, disk) = with_journal(&journal(actions));
    record::open(&disk, &session(), NOW).map(|opened| opened.history.sitting().clone())
}

fn outcomes(sitting: &Sitting) -> Vec<Outcome> {
    let done = |number| sitting.progress(&ReportId::new(number)).and_then(Progress::done);
    ["1", "2"].into_iter().filter_map(done).map(|done| done.outcome).collect()
}

#[test]
fn an_evening_of_before_opens_and_is_recounted() {
    let sitting = opened(PLAIN).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(sitting.stage(), Stage::Closed);
    assert_eq!(outcomes(&sitting), [Outcome::Adopted, Outcome::AdoptedByCastingVote]);
    let (_, disk) = with_journal(&journal(PLAIN));
    let report = seal::verify(&*disk, Path::new(PATH)).unwrap().unwrap();
    assert_eq!((report.votes, report.closed, report.journal.lines), (2, true, 13));
}

#[test]
fn what_was_not_asked_about_then_does_not_stand_in_the_way_of_opening_an_evening_of_before() {
    let sitting = opened(IRREGULAR).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!((sitting.stage(), sitting.irregularities().len()), (Stage::Closed, 1));
    assert_eq!(outcomes(&sitting), [Outcome::AdoptedUnanimously; 2]);
}

#[test]
fn a_result_that_would_be_settled_now_and_was_taken_back_then_stays_so() {
    let sitting = opened(TAKEN_BACK).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(outcomes(&sitting), []);
    assert_eq!(sitting.open_report().map(|(report, _)| report.id.to_string()), Some("1".to_owned()));
}

#[test]
fn what_does_not_follow_is_refused_at_its_line_in_an_evening_of_before_too() {
    let refused = |from: &str, to: &str| {
        let altered: Vec<String> = IRREGULAR.iter().map(|action| action.replace(from, to)).collect();
        match opened(&altered.iter().map(String::as_str).collect::<Vec<_>>()) {
            Err(Fault::DoesNotFit { line, why, .. }) => (line, why),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused(r#""pour":4"#, r#""pour":3"#), (4, Misfit::Differs));
    assert_eq!(
        refused(r#"[{"RapportOuvert":{"rapport":"1"}}]"#, r#"[{"RapportOuvert":{"rapport":"3"}}]"#),
        (3, Misfit::Refused)
    );
    assert_eq!(refused(r#""motif":"M. AUBRY préside""#, r#""motif":"""#), (2, Misfit::Refused));
    assert_eq!(refused(r#""code":"W004""#, r#""code":"W005""#), (2, Misfit::Differs));
}

//! What a course is refused, or warned of, in the votes of every kind: the step, the code, what is missing, the article.

use std::path::Path;

use hemicycle::french::course as words;
use hemicycle::store::course;
use hemicycle::store::course::recording::Stopped;

use super::desk::Desk;
use super::golden;

const COUNCIL: &str = include_str!("matters/conseil.ron");

/// The agenda on which all of it is asked.
const AGENDA: &str = r#"
    Rapport(numero: "01", objet: "Tarifs"),
    Rapport(numero: "02", objet: "Budget", amendements: [(numero: "1", par: ["GARNIER"]), (numero: "2", par: ["IMBERT"])]),
    Rapport(numero: "03", objet: "Calendrier", genre: Information),
    Rapport(numero: "04", objet: "Comptes", genre: CompteAdministratif),
    Rapport(numero: "05", objet: "Statuts", majorite: (regle: DeuxTiersMembres, motif: "art. 12 des statuts")),
    Rapport(numero: "06", objet: "Délégués", genre: Designation(postes: 1)),
    Rapport(numero: "07", objet: "Adjoint", genre: Designation(postes: 1, secret: true)),
    Rapport(numero: "08", objet: "Bail"),
    Rapport(numero: "09", objet: "Procès-verbal", genre: ProcesVerbal),
"#;

/// What is asked, after the sitting is opened; the code and the words that must be said of its last step.
const REFUSED: &[(&str, &str, &[&str])] = &[
    (
        r#"Rapport(numero: "01"), Chiffres(rapport: "01", pour: 6, contre: 2)"#,
        "E033",
        &["8 voix pour 10 dans la salle", "il manque 2 voix", "Recomptez"],
    ),
    (
        r#"Rapport(numero: "01"), Chiffres(rapport: "01", pour: 6, contre: 4, abstentions: 1)"#,
        "E033",
        &["11 voix pour 10 dans la salle", "il y a 1 voix de trop"],
    ),
    (
        r#"Rapport(numero: "01"), Chiffres(rapport: "01", pour: 10), Presence(membre: "HOAREAU", etat: Sorti),
        Proclamer(rapport: "01")"#,
        "E033",
        &["10 voix pour 9 dans la salle", "1 voix de trop"],
    ),
    (
        r#"Rapport(numero: "01"), Chiffres(rapport: "01", pour: 10), Proclamer(rapport: "01"),
        Rectifier(rapport: "01", motif: "mal relu", decompte: (pour: 7, contre: 2))"#,
        "E033",
        &["9 voix pour 10", "il manque 1 voix"],
    ),
    (
        r#"Rapport(numero: "02"), MettreAuxVoix(rapport: "02", sur: Amendement("1")),
        Proclamer(rapport: "02", sur: Amendement("1")), Proclamer(rapport: "02")"#,
        "E034",
        &["L’amendement n° 2 attend d’être voté avant le texte du rapport n° 02", "ou notez son retrait"],
    ),
    (
        r#"Rapport(numero: "02"), Proclamer(rapport: "02")"#,
        "E034",
        &["L’amendement n° 1 et l’amendement n° 2 attendent"],
    ),
    (
        r#"Rapport(numero: "01"), Deposer(rapport: "01", sur: Renvoi), Proclamer(rapport: "01")"#,
        "E034",
        &["renvoi", "attend d’être voté"],
    ),
    (
        r#"Rapport(numero: "02"), MettreAuxVoix(rapport: "02", sur: Amendement("1")), Voix(rapport: "02", contre: ["IMBERT"])"#,
        "E035",
        &["l’amendement n° 1 est en cours"],
    ),
    (
        r#"Rapport(numero: "02"), MettreAuxVoix(rapport: "02", sur: Amendement("1")),
        MettreAuxVoix(rapport: "02", sur: Amendement("2"))"#,
        "E035",
        &["l’amendement n° 1 est en cours"],
    ),
    (
        r#"Rapport(numero: "02"), MettreAuxVoix(rapport: "02", sur: Amendement("7"))"#,
        "E036",
        &["L’amendement n° 7 n’est pas déposé sur le rapport n° 02"],
    ),
    (r#"Deposer(rapport: "02", sur: Amendement("1"))"#, "E037", &["L’amendement n° 1 est déjà déposé"]),
    (
        r#"Abandonner(rapport: "02", sur: Amendement("1"), motif: Retire), Rapport(numero: "02"),
        MettreAuxVoix(rapport: "02", sur: Amendement("1"))"#,
        "E038",
        &["déjà voté ou retiré"],
    ),
    (
        r#"Rapport(numero: "02"), Proclamer(rapport: "02", sur: Amendement("1"))"#,
        "E039",
        &["L’amendement n° 1 n’est pas mis aux voix"],
    ),
    (
        r#"Rapport(numero: "01"), Maniere(rapport: "01", maniere: ParAppel),
        Voix(rapport: "01", pour: ["ALBARET", "BOURDIN", "CASTELLI", "DELPECH", "ESTEVE", "FERRAND", "GARNIER", "HOAREAU"]),
        Proclamer(rapport: "01")"#,
        "E040",
        &["2 membres ne sont pas appelés", "IMBERT Zoé", "JOUVENEL Marc"],
    ),
    (
        r#"Rapport(numero: "01"), Maniere(rapport: "01", maniere: ResultatSeul), Proclamer(rapport: "01")"#,
        "E041",
        &["Ni chiffres ni résultat"],
    ),
    (
        r#"Rapport(numero: "01"), ScrutinPublic(rapport: "01", demandeurs: ["GARNIER", "HOAREAU", "IMBERT"]),
        Chiffres(rapport: "01", pour: 10)"#,
        "E042",
        &["le nom et le sens du vote de chacun", "art. L.2121-21"],
    ),
    (
        r#"Rapport(numero: "01"), Maniere(rapport: "01", maniere: SansVote)"#,
        "E043",
        &["Le rapport n° 01 demande un vote"],
    ),
    (
        r#"Rapport(numero: "01"), Chiffres(rapport: "01", pour: 10), Voix(rapport: "01", contre: ["IMBERT"])"#,
        "E044",
        &["Les noms ne sont pas relevés"],
    ),
    (r#"Rapport(numero: "03"), Chiffres(rapport: "03", pour: 10)"#, "E045", &["n’appelle pas de vote"]),
    (r#"Deposer(rapport: "03", sur: Renvoi)"#, "E045", &["n’appelle pas de vote"]),
    (r#"Rapport(numero: "01", avec: ["04"])"#, "E046", &["n° 04", "les comptes se votent à part"]),
    (r#"Rapport(numero: "01", avec: ["02"])"#, "E046", &["n° 02", "des amendements"]),
    (r#"Rapport(numero: "01", avec: ["03"])"#, "E046", &["n° 03", "il ne se vote pas"]),
    (r#"Rapport(numero: "01", avec: ["05"])"#, "E046", &["n° 05", "une autre majorité"]),
    (r#"Rapport(numero: "01", avec: ["08", "01"])"#, "E046", &["n° 01", "deux fois"]),
    (
        r#"Presidence(membre: "BOURDIN", rapport: "08", elu: true), Rapport(numero: "01", avec: ["08"])"#,
        "E046",
        &["n° 08", "une autre personne le préside"],
    ),
    (r#"Rapport(numero: "01"), SortirDuVoteGroupe(rapport: "01")"#, "E047", &["n’est pas d’un vote groupé"]),
    (r#"Ajouter(numero: "08", objet: "Autre bail")"#, "E048", &["Le n° 08 est déjà à l’ordre du jour"]),
    (
        r#"Rapport(numero: "06"), Candidats(rapport: "06", candidats: ["DELPECH", "IMBERT"]), Proclamer(rapport: "06")"#,
        "E049",
        &["2 candidatures pour 1 poste"],
    ),
    (r#"Rapport(numero: "06"), Proclamer(rapport: "06")"#, "E050", &["Aucune candidature"]),
    (r#"Remarque(rapport: "01", texte: "Lire « deux »")"#, "E051", &["n° 01"]),
    (r#"Candidats(rapport: "01", candidats: ["DELPECH"])"#, "E051", &["n° 01"]),
    (r#"Majorite(rapport: "04", regle: Membres, motif: "x")"#, "E051", &["n° 04"]),
    (
        r#"Rapport(numero: "01"), ScrutinPublic(rapport: "01", demandeurs: ["GARNIER", "IMBERT"])"#,
        "W020",
        &["2 membres présents", "il en faut 3", "art. L.2121-21"],
    ),
    (
        r#"Rapport(numero: "01"), ScrutinPublic(rapport: "01", demandeurs: ["GARNIER", "HOAREAU", "IMBERT"], refusee: true)"#,
        "W027",
        &["3 membres présents", "il est de droit", "art. L.2121-21"],
    ),
    (
        r#"Presence(membre: "HOAREAU", etat: Parti), Presence(membre: "IMBERT", etat: Parti),
        Presence(membre: "ESTEVE", etat: Parti), Rapport(numero: "05"), Proclamer(rapport: "05")"#,
        "W021",
        &["8 voix", "7", "il manque 1 voix"],
    ),
    (
        r#"Ajouter(numero: "10", objet: "Secours aux sinistrés")"#,
        "W022",
        &["Le rapport n° 10 n’est pas à l’ordre du jour de la convocation", "art. L.2121-10"],
    ),
    (
        r#"Rapport(numero: "07"), Candidats(rapport: "07", candidats: ["DELPECH"]), Proclamer(rapport: "07")"#,
        "W023",
        &["scrutin secret", "L.2122-7"],
    ),
    (
        r#"Rapport(numero: "06"), Maniere(rapport: "06", maniere: ParException), Proclamer(rapport: "06")"#,
        "W024",
        &["scrutin secret", "art. L.2121-21"],
    ),
    (
        r#"Rapport(numero: "01"), ScrutinSecret(rapport: "01", demandeurs: ["GARNIER", "HOAREAU"])"#,
        "W028",
        &["2 membres présents", "il en faut 3"],
    ),
    (
        r#"Rapport(numero: "01"), ScrutinSecret(rapport: "01", demandeurs: ["GARNIER", "HOAREAU", "IMBERT"]),
        Depouillement(rapport: "01", total: (bulletins: 10, voix: [(Pour, 10)]))"#,
        "E057",
        &["n’est pas clos", "l’urne reste fermée"],
    ),
    (
        r#"Rapport(numero: "01"), ScrutinSecret(rapport: "01", demandeurs: ["GARNIER", "HOAREAU", "IMBERT"]),
        Emargement(rapport: "01"), Depouillement(rapport: "01", total: (bulletins: 10, blancs: 1, voix: [(Pour, 8)]))"#,
        "E061",
        &["9", "10"],
    ),
    (
        r#"Rapport(numero: "01"), ScrutinSecret(rapport: "01", demandeurs: ["GARNIER", "HOAREAU", "IMBERT"]),
        Emargement(rapport: "01", sauf: ["HOAREAU", "IMBERT"]),
        Depouillement(total: (bulletins: 9, voix: [(Pour, 9)]), rapport: "01")"#,
        "W031",
        &["9", "8"],
    ),
    (
        r#"Rapport(numero: "01"), ScrutinSecret(rapport: "01", demandeurs: ["GARNIER", "HOAREAU", "IMBERT"]),
        Emargement(rapport: "01"), Proclamer(rapport: "01")"#,
        "E059",
        &["dépouillement"],
    ),
    (
        r#"Rapport(numero: "07"), ScrutinSecret(rapport: "07", demandeurs: []), Candidats(rapport: "07", candidats: ["DELPECH"]),
        Emargement(rapport: "07"),
        Depouillement(rapport: "07", total: (bulletins: 10, voix: [(Membre("DELPECH"), 5), (Membre("IMBERT"), 5)])),
        Proclamer(rapport: "07")"#,
        "E063",
        &["majorité absolue"],
    ),
    (r#"Rapport(numero: "07"), MainLevee(rapport: "07")"#, "E067", &["scrutin secret", "unanimité"]),
];

fn session() -> String {
    COUNCIL.replace("// L’ordre du jour de chaque matière.", AGENDA)
}

/// How many steps a course has, and what stops it: at which step, by which codes, in which words.
fn stopped(steps: &str) -> (usize, usize, Vec<String>, String) {
    let mut desk = Desk::of(&session());
    let text = format!("[Ouvrir(heure: \"18:30\"),\n{steps}]");
    let recorded = desk.record(&text);
    let Some(Stopped::ByARule { step, refused }) = &recorded.stopped else { panic!("{steps}: {:?}", recorded.stopped) };
    let codes = refused.findings.iter().map(|finding| finding.code().to_string()).collect();
    let read = course::parse(&text, &desk.session.docket).expect("it was recorded");
    let place = read.get(*step).map(|step| &step.place);
    let said = words::refused(Path::new("deroule.ron"), place, refused, &desk.session.docket.roster);
    (read.len(), *step, codes, said)
}

#[test]
fn each_refusal_and_warning_of_a_vote_is_said_at_its_step_with_its_code_and_what_is_missing() {
    let mut all = String::new();
    for (steps, code, parts) in REFUSED {
        let (length, step, codes, said) = stopped(steps);
        assert_eq!((step + 1, codes), (length, vec![(*code).to_owned()]), "{steps}\n{said}");
        for part in *parts {
            assert!(said.replace(['\u{a0}', '\u{202f}'], " ").contains(part), "{part:?} is not said:\n{said}");
        }
        all.push_str(&said);
        all.push('\n');
    }
    golden::agree("tests/courses/refusals.txt", &all);
}

#[test]
fn a_warning_of_a_vote_goes_on_with_a_reason_and_a_refusal_does_not() {
    for (steps, code, _) in REFUSED {
        let reasoned = format!("{}, passe_outre: \"par décision du conseil\")", steps.trim_end().trim_end_matches(')'));
        // The parentheses of a list of figures are closed before those of the step.
        let reasoned = if steps.ends_with("))") { steps.to_string() } else { reasoned };
        let mut desk = Desk::of(&session());
        let recorded = desk.record(&format!("[Ouvrir(heure: \"18:30\"),\n{reasoned}]"));
        assert_eq!(recorded.stopped.is_none(), code.starts_with('W'), "{code}: {reasoned}");
    }
}

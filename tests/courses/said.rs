//! What is said of a course that is badly written: all of it at once, each at its place, with what to write.

use std::path::PathBuf;

use hemicycle::french::course as words;
use hemicycle::store::course::flaw::Unread;

use super::desk::{Desk, SESSION};
use super::golden;

/// Each flaw as `code line:column`, and the whole text.
fn said(text: &str) -> (Vec<String>, String) {
    said_on(SESSION, text)
}

fn said_on(session: &str, text: &str) -> (Vec<String>, String) {
    let desk = Desk::of(session);
    let flaws = desk.flaws(text);
    let short = |flaw: &hemicycle::store::course::flaw::Flaw| match &flaw.place {
        Some(place) => format!("{} {}:{}", flaw.code(), place.line, place.column),
        None => flaw.code().to_string(),
    };
    let codes = flaws.iter().map(short).collect();
    (codes, words::unread(&Unread { path: PathBuf::from("deroule.ron"), flaws }, &desk.session.docket.roster))
}

#[track_caller]
fn one(text: &str, code: &str, words: &[&str]) {
    let (codes, text) = said(text);
    assert_eq!(codes, [code], "{text}");
    for word in words {
        assert!(text.contains(word), "{word:?} is not said:\n{text}");
    }
}

#[test]
fn every_mistake_of_a_course_is_said_at_once() {
    let (codes, text) = said(include_str!("bad.ron"));
    golden::agree("tests/courses/bad.txt", &text);
    assert_eq!(
        codes,
        [
            "E134 2:5",
            "E130 3:13",
            "E155 3:42",
            "E153 4:19",
            "E130 4:28",
            "E154 5:21",
            "E135 6:21",
            "E135 7:33",
            "E133 8:5",
            "E152 9:5",
            "E154 10:24",
            "E151 12:5",
            "E139 13:24",
            "E156 14:25",
            "E132 15:28",
            "E137 16:32",
        ],
        "{text}"
    );
}

#[test]
fn an_unknown_step_lists_the_known_ones_and_the_nearest() {
    one("[Proclame(rapport: \"05\")]", "E134 1:2", &["« Proclamer » ?", "Presence, Pouvoir", "Ajourner, Lever"]);
    one("[Zzz]", "E134 1:2", &["Les mots possibles sont : Presence, Pouvoir"]);
}

#[test]
fn an_unknown_field_lists_those_of_its_step() {
    one("[Lever(heur: \"18:00\")]", "E130 1:8", &["« heure » ?", "heure et passe_outre."]);
    one("[Rapport(numero: \"05\", heure: \"18:00\")]", "E130 1:24", &["numero, avec, passe_outre et imprime"]);
    one("[Lever(imprime: (votants: 3))]", "E130 1:8", &["heure et passe_outre."]);
    one("[Ouvrir(imprime: (majorites: 3))]", "E130 1:19", &["« majorite » ?", "presents, representes"]);
}

#[test]
fn an_unknown_name_is_told_the_nearest_and_an_ambiguous_one_the_candidates() {
    one("[FinPouvoir(mandant: \"AUBRI Paul\")]", "E155 1:22", &["« AUBRI Paul » n’est pas membre", "« AUBRY Paul »"]);
    one(
        "[FinPouvoir(mandant: \"MOREL\")]",
        "E156 1:22",
        &["l’un de 2 membres", "MOREL Anne (« morel-anne »)", "MOREL Denis (« morel-denis »)"],
    );
}

#[test]
fn a_person_a_report_and_a_day_are_looked_up_in_the_new_fields_too() {
    one("[Deposer(rapport: \"05\", sur: Renvoi, par: [\"AUBRI Paul\"])]", "E155 1:44", &["« AUBRY Paul »"]);
    one("[ScrutinPublic(rapport: \"05\", demandeurs: [\"MOREL\"])]", "E156 1:44", &["MOREL Anne (« morel-anne »)"]);
    one("[Candidats(rapport: \"05\", candidats: [\"PETI Jean\"])]", "E155 1:39", &["« PETIT Jean »"]);
    one("[Remarque(rapport: \"05\", membre: \"AUBRI Paul\", texte: \"x\")]", "E155 1:34", &["« AUBRY Paul »"]);
    one("[Rapport(numero: \"05\", avec: [\"6\"])]", "E154 1:31", &["vouliez-vous dire « 06 »"]);
    one(
        "[Proclamer(rapport: \"05\", puis: \"06\", avec: [\"07\"])]",
        "E154 1:46",
        &["Écrivez l’un de ces numéros : 05, 06."],
    );
    one("[Ajouter(numero: \"9\", objet: \"x\", apres: \"7\")]", "E154 1:42", &["05, 06."]);
    one(
        "[Ajouter(numero: \"9\", objet: \"x\", rapporteur: \"AUBRI Paul\")]",
        "E155 1:47",
        &["vouliez-vous dire « AUBRY Paul »"],
    );
    let minutes = "[Ajouter(numero: \"9\", objet: \"x\", genre: ProcèsVerbal(du: \"31/02/2025\"))]";
    one(minutes, "E136 1:59", &["31/02/2025"]);
}

#[test]
fn a_word_that_is_not_known_is_told_the_nearest() {
    one("[Maniere(rapport: \"05\", maniere: ParApel)]", "E134 1:34", &["« ParAppel » ?", "ParException, ParAppel"]);
    one("[Deposer(rapport: \"05\", sur: Amendment(\"1\"))]", "E134 1:30", &["« Amendement » ?", "Partie, Renvoi"]);
    one("[Deposer(rapport: \"05\", sur: Renvoie)]", "E134 1:30", &["« Renvoi » ?"]);
    one("[Abandonner(rapport: \"05\", sur: Renvoi, motif: Retrait)]", "E134 1:48", &["« Retire » ?"]);
    one("[Majorite(rapport: \"05\", regle: DeuxTiers, motif: \"x\")]", "E134 1:33", &["« DeuxTiers", "Relative"]);
    one("[Ajouter(numero: \"9\", objet: \"x\", genre: Voeux)]", "E134 1:42", &["« Voeu » ?", "QuestionOrale"]);
    one("[Ajouter(numero: \"9\", objet: \"x\", genre: DonneActe(votes: true))]", "E130 1:52", &["« vote » ?"]);
    one("[Resultat(rapport: \"05\", resultat: \"Adopte\")]", "E135 1:36", &["Adopte"]);
    one("[Chiffres(rapport: \"05\", pour: \"3\")]", "E135 1:32", &["3"]);
}

#[test]
fn a_report_that_an_earlier_step_adds_may_be_named_and_one_that_a_later_step_adds_may_not() {
    let add = "Ajouter(numero: \"09\", objet: \"Vœu\", genre: Vœu, après: \"05\")";
    assert_eq!(said(&format!("[{add}, Rapport(numero: \"09\")]")).0, [""; 0]);
    one(&format!("[Rapport(numero: \"09\"), {add}]"), "E154 1:18", &["Le rapport n° 09 n’est pas à l’ordre du jour."]);
    one(&format!("[{add}, Rapport(numero: \"9\")]"), "E154 1:80", &["vouliez-vous dire « 09 »"]);
}

#[test]
fn what_names_something_is_not_empty_and_stands_on_one_line_while_a_text_may_have_several() {
    one("[Ajouter(numero: \"09\", objet: \" \")]", "E139 1:31", &["« objet » est vide"]);
    one("[Ajouter(numero: \"\", objet: \"x\")]", "E139 1:18", &["« numero » est vide"]);
    one("[Deposer(rapport: \"05\", sur: Amendement(\"\"))]", "E139 1:41", &["est vide"]);
    one("[Deposer(rapport: \"05\", sur: Partie(\"a\\nb\"))]", "E225 1:37", &["retour à la ligne"]);
    one("[Deposer(rapport: \"05\", sur: Renvoi, cible: \"a\\nb\")]", "E225 1:45", &["retour à la ligne"]);
    assert_eq!(said("[ModifierTexte(rapport: \"05\", texte: \"a\\n\\nb\")]").0, [""; 0]);
    one("[ModifierTexte(rapport: \"05\", texte: \"a\\u{202e}b\")]", "E223 1:38", &["U+202E"]);
}

#[test]
fn the_new_words_are_read_with_their_accents() {
    let with = r#"[
        Déposer(rapport: "05", sur: QuestionPréalable), Abandonner(rapport: "05", sur: QuestionPréalable, motif: Retiré),
        Manière(rapport: "05", manière: RésultatSeul), Résultat(rapport: "05", résultat: Unanimité),
        Majorité(rapport: "05", règle: TroisCinquièmesExprimés, motif: "x"), Rapport(numéro: "05", avec: ["06"]),
        SortirDuVoteGroupé(rapport: "06"), ScrutinPublic(rapport: "05", demandeurs: ["AUBRY"], refusée: true),
        Ajouter(numéro: "09", objet: "x", genre: DonnéActe, après: "05"), Retirer(rapport: "09", précision: "x"),
        Rectifier(rapport: "05", motif: "x", décompte: (pour: 3), présidence: Pour, annonce: Rejeté),
    ]"#;
    let plain: String = with
        .chars()
        .map(|letter| match letter {
            'é' | 'è' => 'e',
            letter => letter,
        })
        .collect();
    assert_ne!(with, plain);
    let read = |text: &str| {
        let steps = hemicycle::store::course::parse(text, &super::common::docket_of(SESSION));
        steps.unwrap_or_else(|flaws| panic!("{flaws:#?}")).into_iter().map(|step| step.command).collect::<Vec<_>>()
    };
    assert_eq!(read(with), read(&plain));
}

#[test]
fn what_is_no_hour_is_told_how_one_is_written_and_nothing_else() {
    one("[Ouvrir(heure: \"25:04\")]", "E153 1:16", &["« 18 h 04 »"]);
    one("[Ouvrir(heure: 18)]", "E135 1:16", &["heure: \"18 h 30\""]);
}

#[test]
fn what_is_no_list_is_told_how_a_course_begins() {
    for text in ["(Ouvrir)", "Ouvrir(heure: \"18:00\"),\nLever,", "\"x\"", "12"] {
        one(text, "E150 1:1", &["Ouvrez « [ »"]);
    }
    one("// rien\n", "E102", &["sessions/deroules"]);
}

#[test]
fn a_list_that_is_never_closed_a_lost_quote_and_a_lost_comma_are_said_where_they_are() {
    one("[\n    Ouvrir,\n    Lever,\n", "E107 1:1", &["crochet"]);
    one("[\n    Ouvrir(heure: \"18:00\")\n    Lever,\n]", "E112 2:27", &["virgule"]);
    assert!(said("[\n    Ouvrir(heure: \"18:00),\n    Lever,\n]").0.iter().any(|code| code.contains(" 2:19")));
}

#[test]
fn a_step_that_is_not_closed_hides_no_mistake_of_those_after_it() {
    let (codes, text) = said("[\n    Voix(rapport: \"05\"\n    Rapport(numero: \"99\"),\n    Lever,\n]");
    assert_eq!(codes, ["E152 2:5", "E154 3:21"], "{text}");
}

#[test]
fn a_hidden_character_is_said_raw_or_escaped() {
    one("[Ouvrir(passe_outre: \"a\u{202e}b\")]", "E223 1:24", &["U+202E"]);
    one("[Ouvrir(passe_outre: \"a\\u{202e}b\")]", "E223 1:22", &["U+202E"]);
    one("[Ouvrir(passe_outre: \"a\\nb\")]", "E225 1:22", &["retour à la ligne"]);
}

#[test]
fn whatever_the_text_the_reader_answers_and_never_panics() {
    let sound = super::desk::COURSE;
    let places: Vec<usize> = sound.char_indices().map(|(place, _)| place).collect();
    for cut in places {
        for odd in ["", "(", "]", "\"", ",", "é"] {
            let text = format!("{}{odd}{}", &sound[..cut], &sound[cut..]);
            let _ = said(&text);
        }
        let _ = said(&sound[..cut]);
    }
}

#[test]
fn every_example_of_the_documentation_is_a_course() {
    let documentation = include_str!("../../docs/deroule.md");
    let more = ["01", "07", "08", "10", "11", "12"]
        .map(|number| format!("Rapport(numero: \"{number}\", objet: \"Autre\"),"))
        .concat();
    let session = SESSION.replace("Rapport(numero: \"05\"", &format!("{more} Rapport(numero: \"05\""));
    let mut blocks = documentation.split("```ron\n").skip(1).map(|block| block.split("```").next().expect("closed"));
    let mut count = 0;
    blocks.by_ref().for_each(|block| {
        let course = if block.starts_with('[') { block.to_owned() } else { format!("[{block}]") };
        let (codes, text) = said_on(&session, &course);
        assert!(codes.is_empty(), "{text}");
        count += 1;
    });
    assert!(count > 10, "{count}");
}

/// A council of six, of which the file knows one list.
const ELECTING: &str = include_str!("elections_session.ron");

#[test]
fn what_is_wrong_with_an_election_is_said_at_once_each_at_its_place() {
    let (codes, text) = said_on(ELECTING, include_str!("elections.ron"));
    let expected = [
        "E155 3:51",
        "E157 4:70",
        "E157 5:70",
        "E134 6:40",
        "E135 7:37",
        "E135 8:35",
        "E133 9:5",
        "E130 10:31",
        "E155 11:53",
        "E134 12:46",
        "E153 13:39",
        "E155 14:63",
    ];
    assert_eq!(codes, expected, "{text}");
    golden::agree("tests/courses/elections.txt", &text);
}

//! Case 53: names that look alike, names of several alphabets, and the names of every region, which are neither.

use hemicycle::council::name::fold;
use hemicycle::french::file;
use hemicycle::store::course;
use hemicycle::store::session_file::load;
use hemicycle::store::session_file::people::{NotFound, member_named};
use hemicycle::store::session_file::problem::{ProblemKind, Remark};
use std::path::Path;

use super::{read, session};

fn member(surname: &str, first: &str) -> String {
    format!("nom: {surname:?}, prenom: {first:?}")
}

/// The codes of what is wrong with a file of these members.
fn codes(members: &[String]) -> Vec<String> {
    match read(&session(members, "Tarifs")) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|problem| problem.code().to_string()).collect(),
    }
}

#[test]
fn case_53_a_letter_of_another_alphabet_in_the_name_of_a_second_member_is_an_error_that_names_both() {
    let source = session(&[member("AMIEL", "Anne"), member("АMIEL", "Anne")], "Tarifs");
    let problems = read(&source).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].code().to_string(), "E205");
    assert_eq!(problems[0].place.as_ref().map(|place| place.line), Some(8), "the second of the two");
    assert_eq!(
        file::sentence(&problems[0].kind),
        "« АMIEL Anne » se lit comme « AMIEL Anne », mais « А » (U+0410, alphabet cyrillique) n’est pas « A » (U+0041, \
         alphabet latin)."
    );
}

#[test]
fn case_53_whichever_letter_case_or_alphabet_makes_two_names_alike_it_is_found() {
    for (one, other) in [
        ("AMIEL", "AMIЕL"),
        ("AMIEL", "АМІЕL"),
        ("AMIEL", "Аmiel"),
        ("POCA", "РОСА"),
        ("NINA", "ΝΙΝΑ"),
        ("DI CARO", "DICАRO"),
        ("MALLIÉ", "МALLIE\u{301}"),
        ("MALLIÉ", "МALLIE"),
    ] {
        for members in [[member(one, "Anne"), member(other, "Anne")], [member(other, "Anne"), member(one, "Anne")]] {
            assert_eq!(codes(&members), ["E205"], "{one} {other}");
            // Two identities are for two people whom a list tells apart: these it does not.
            let [first, second] = members;
            let with_ids = [format!("{first}, id: \"a\""), format!("{second}, id: \"b\"")];
            assert_eq!(codes(&with_ids), ["E205"], "{one} {other}");
        }
    }
}

#[test]
fn case_53_in_one_alphabet_two_people_who_look_alike_sit_together_if_each_has_an_identity() {
    let alike = [member("AMIEL", "Anne"), member("AMlEL", "Anne")];
    assert_eq!(codes(&alike), ["E205"]);
    assert_eq!(codes(&[format!("{}, id: \"a\"", alike[0]), format!("{}, id: \"b\"", alike[1])]), [""; 0]);
}

#[test]
fn case_53_the_same_name_in_another_form_case_or_spacing_is_the_same_member_twice() {
    for (one, other) in [
        ("MALLIÉ", "MALLIE\u{301}"),
        ("MALLIÉ", "Mallié"),
        ("MALLIÉ", "MALLIÉ "),
        ("DI CARO", "DI  CARO"),
        ("DI CARO", "DI\u{a0}CARO"),
        ("D’AMBRA", "D'AMBRA"),
        ("TEʻURA", "TE’URA"),
        ("TEʻURA", "TE'URA"),
        ("LEMOINE-DUC", "LEMOINE\u{2011}DUC"),
        ("Œuvrard", "OEUVRARD"),
    ] {
        assert_eq!(codes(&[member(one, "Anne"), member(other, "Anne")]), ["E203"], "{one} {other}");
        let with_ids = [member(one, "Anne") + ", id: \"a\"", member(other, "Anne") + ", id: \"b\""];
        assert_eq!(codes(&with_ids), [""; 0], "two people of one name, told apart by the clerk");
    }
}

#[test]
fn case_53_a_name_of_two_alphabets_is_remarked_and_one_of_a_single_alphabet_is_not() {
    let remarks = |name: &str| read(&session(&[member(name, "Anne")], "Tarifs")).unwrap().remarks;
    let mixed = remarks("АMIEL");
    assert_eq!(mixed.iter().map(|remark| remark.code().to_string()).collect::<Vec<_>>(), ["R201"]);
    assert!(
        file::remark_with_code(&mixed[0])
            .starts_with("R201  Le nom « АMIEL Anne » mêle deux alphabets : « А » (U+0410")
    );
    for name in ["Παπαδοπούλου", "Иванова"] {
        let alone = read(&session(&[format!("nom: {name:?}")], "Tarifs")).unwrap();
        assert_eq!(alone.remarks, [], "{name}");
    }
}

/// Names as they are borne where councils are French, with the signs of the languages beside French.
const NAMES: &[&str] = &[
    "D’AMBROSIO Noël",
    "L’HÉNAFF Gwenaëlle",
    "LE GOFF Yann",
    "LE GALL Yann",
    "LE GUEN Maëlle",
    "Le Guenn Maëlle",
    "C’HOAS Erwan",
    "PENNEC’H Nolwenn",
    "MARC'HADOUR Ronan",
    "KERMARRECʼH Loeiza",
    "ETXEBERRIA Iñaki",
    "ETCHEVERRY Iñaki",
    "IRIGOYEN-ITHURRIA Maitena",
    "ÇUBURU Xabi",
    "PIETRI Ghjuvan-Battista",
    "PIETRINI Ghjuvan",
    "CASTA Petru-Ghjuvanni",
    "d’Ornano Antonia",
    "D’ORNANO Antoine",
    "TEʻURA Hinano",
    "TEURAI Hinano",
    "TĒVAEARAI Moana",
    "VAʻA Tāne",
    "MATAʻOA Poerava",
    "MATAOA Poe",
    "FULUHEA Sosefo",
    "TAUHAVILI Malia",
    "WAMYTAN Rock",
    "WAMYTAN Roch",
    "XUMA Waʻej",
    "NAÏSSELINE Nidoish",
    "GOA Jean-Marie",
    "KAÏ Marie-Jeanne",
    "ʿABD AL-RAḤMĀN Youssef",
    "EL KHALIDI Saïd",
    "EL-KHALIDI Saïda",
    "AÏT OUARAB Idir",
    "BEN ʿALĪ Moḥammed",
    "BENALI Mohamed",
    "N’DIAYE Aïssatou",
    "N’DOYE Aïssatou",
    "NDIAYE Ousmane",
    "M’BODJ Fatou",
    "YILDIZ Işıl",
    "ŁUKASIEWICZ Zofia",
    "MUÑOZ Íñigo",
    "VÁSQUEZ João",
    "GROẞ Jürgen",
    "STRAUß Günther",
    "ÅKESSON Bjørn",
    "ŒHMICHEN Cæcilia",
    "NGUYỄN Thị Hường",
    "NGUYEN Thi Huong Lan",
    "Y Paul",
    "O Anne",
    "TRÂN Văn Đức",
    "PONS i ROS Mercè",
    "SAINT-JOHN PERSE Alexis",
    "BALI Jean",
    "BALL Jean",
    "COME Jean",
    "CORNE Jean",
    "ILIC Ana",
    "LLIC Ana",
    "MILLE Luc",
    "MILIE Luc",
    "DUVAL Henri",
    "DUVAI Henri",
    "MARTIN Anne",
    "MARTIN Anna",
    "MARTIN Annie",
    "DE LA TOUR Guy",
    "DELATOUR Luc",
    "VON DER HEYDEN K.",
    "HAÜY René",
    "PLÉBOULLE É.",
    "BÉRÉGOVOY Véra",
];

#[test]
fn case_53_no_name_of_any_region_is_taken_for_another_or_for_one_of_two_alphabets() {
    let members: Vec<String> = NAMES.iter().map(|name| format!("nom: {name:?}")).collect();
    let parsed = read(&session(&members, "Tarifs")).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(parsed.remarks, []);
    assert_eq!(parsed.docket.roster.everyone().count(), NAMES.len() + 1);
}

#[test]
fn case_53_every_sample_loads_without_a_word_about_its_names() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut names = 0;
    for path in files.filter(|path| path.extension().is_some_and(|it| it == "ron")) {
        let Ok(loaded) = load(&path) else { continue };
        assert!(!loaded.remarks.iter().any(|it| matches!(it, Remark::MixedAlphabets { .. })), "{}", path.display());
        names += loaded.docket.roster.everyone().count();
    }
    assert!(names > 400, "{names}");
}

#[test]
fn case_53_a_power_a_search_and_a_course_find_a_member_whatever_the_form_of_the_name() {
    let members = [member("MALLIÉ", "Jean-Noël"), member("TEʻURA", "Hinano"), member("L’HÉNAFF", "Maël")];
    let docket = read(&session(&members, "Tarifs")).unwrap().docket;
    for (typed, id) in [
        ("MALLIE\u{301} Jean-Noe\u{308}l", "mallie-jean-noel"),
        ("  jean\u{2011}noël   mallié ", "mallie-jean-noel"),
        ("te'ura", "te-ura-hinano"),
        ("Te’ura Hinano", "te-ura-hinano"),
        ("l'henaff", "l-henaff-mael"),
    ] {
        assert_eq!(member_named(&docket.roster, typed).map(|id| id.to_string()), Ok(id.to_owned()), "{typed}");
    }
    assert!(fold("MALLIE\u{301}").contains(&fold("mallié")), "the search compares folded names");
    // A power that is given to a decomposed name, in the file and in a course.
    let power = "nom: \"ROUX\", prenom: \"Anne\", etat: Excuse(pouvoir_a: \"Mallie\u{301}\")".to_owned();
    let with_power = read(&session(&[members[0].clone(), power], "Tarifs")).unwrap().docket;
    assert_eq!(with_power.expected.proxies().count(), 1);
    let typed = "[Presence(membre: \"MALLIE\u{301}\", etat: Absent)]";
    assert_eq!(course::parse(typed, &docket).map(|steps| steps.len()).unwrap(), 1);
    // The name as the eye reads it, in another alphabet, is nobody's.
    assert!(matches!(member_named(&docket.roster, "МALLIÉ Jean-Noël"), Err(NotFound::Nobody { nearest: Some(_) })));
}

#[test]
fn case_53_members_stand_in_the_order_of_the_file_whatever_the_form_of_their_names() {
    let members = [member("E\u{301}TIENNE", "Luc"), member("ÉTIEMBLE", "Zoé"), member("EYRAUD", "Guy")];
    let docket = read(&session(&members, "Tarifs")).unwrap().docket;
    let ids: Vec<String> = docket.roster.ids().map(ToString::to_string).collect();
    assert_eq!(ids, ["aubry-paul", "etienne-luc", "etiemble-zoe", "eyraud-guy"]);
}

#[test]
fn case_53_a_stranger_who_looks_like_a_member_is_told_by_his_letter() {
    let source = session(&[member("AMIEL", "Anne")], "Tarifs")
        .replace("rapporteur: \"AUBRY Paul\"", "rapporteur: \"АMIEL Anne\"");
    let problems = read(&source).unwrap_err();
    assert!(matches!(problems[0].kind, ProblemKind::UnknownPerson { .. }));
    assert!(file::next_step(&problems[0].kind).contains("U+0410"), "{}", file::next_step(&problems[0].kind));
}

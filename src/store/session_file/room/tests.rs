//! The room as the session file gives it: settings, officers, seats, powers that last, those who stay out of a report.

use std::collections::BTreeMap;

use jiff::civil::date;

use crate::council::agenda::Report;
use crate::council::docket::{BodyKind, ProxyRun};
use crate::council::id::MemberId;
use crate::council::law::Value;
use crate::council::recusal::{Ground, Recusal};
use crate::council::roster::Standing;
use crate::council::settings::{MovementStyle, Setting};

use super::super::parse;
use super::super::problem::{Part, ProblemKind, Wanted};
use super::super::tests::{check, kinds, read};
use super::{RoomProblem, SeatWay};

const ROOM: &str = r#"(
    assemblee: (
        nom: "Comité syndical du Vallon", genre: Syndicat,
        réglages: (
            quorum: (valeur: Nombre(2), motif: "art. 8 des statuts"),
            pouvoirs_par_porteur: (valeur: 2, motif: "art. 9"),
            voix_prépondérante: (valeur: false, motif: "art. 10"),
            à_distance: (valeur: true, motif: "art. 11"),
            huis_clos_demandeurs: (valeur: 4, motif: "art. 12"),
            séances_par_pouvoir: (valeur: 0, motif: "art. 13"),
            mouvements: Rapport,
        ),
    ),
    seance: (
        date: "2025-03-07", seconde_convocation: "3 mars 2025",
        secrétaires: ["AUBRY Paul", "martinet"], auxiliaires: ["Mme Zoé Ravel, directrice générale", " "],
    ),
    membres: [
        (nom: "MARTINET", prenom: "Léa", rang: 1, voix: 1),
        (nom: "AUBRY", prenom: "Paul", rang: 2),
        (nom: "CHAZAL", prenom: "Hélène", etat: Excuse(pouvoir_a: "AUBRY", séances: 4, maladie: true)),
        (nom: "DELORME", etat: Excuse(pouvoir_a: "AUBRY", seances: 2)),
        (nom: "ESCOFFIER", suppléant_de: "CHAZAL Hélène"),
        (nom: "FABRE", remplace: "DELORME"),
        (nom: "GUIRAUD", remplace: SiègeVacant, rang: 9),
    ],
    ordre_du_jour: [
        Rapport(numero: "1", objet: "Compte", comptes: true, déports: [
            (membre: "Léa Martinet", motif: Comptes),
            (membre: "AUBRY", motif: Intérêt, précision: "président de l’association", quitte_la_salle: false),
            (membre: "FABRE", motif: Représentant),
        ]),
        Rapport(numero: "2", objet: "Tarifs", hors_premier_ordre_du_jour: true),
    ],
)
"#;

fn id(text: &str) -> MemberId {
    MemberId::new(text)
}

fn setting<T>(value: T, reason: &str) -> Setting<T> {
    Setting { value, reason: reason.to_owned() }
}

/// What is wrong with the room after a change, without the place.
fn wrong(before: &str, after: &str) -> Vec<ProblemKind> {
    assert!(ROOM.contains(before), "{before}");
    kinds(&ROOM.replacen(before, after, 1))
}

fn room(problem: RoomProblem) -> ProblemKind {
    ProblemKind::Room(problem)
}

#[test]
fn the_settings_of_a_body_are_read_with_their_reasons() {
    let body = &read(ROOM).unwrap().docket.body;
    assert_eq!(body.kind, BodyKind::Syndicat);
    assert_eq!(body.settings.quorum, Some(setting(Value::Number(2), "art. 8 des statuts")));
    assert_eq!(body.settings.proxies_per_holder, Some(setting(2, "art. 9")));
    assert_eq!(body.settings.casting_vote, Some(setting(false, "art. 10")));
    assert_eq!(body.settings.remote, Some(setting(true, "art. 11")));
    assert_eq!(body.settings.in_camera_askers, Some(setting(4, "art. 12")));
    assert_eq!(body.settings.proxy_run, Some(setting(0, "art. 13")));
    assert_eq!(body.settings.movements, MovementStyle::Report);
}

#[test]
fn every_word_for_a_quorum_and_for_a_movement_is_read() {
    let quorums = [
        ("Moitie", Value::MoreThanHalf),
        ("Moitié", Value::MoreThanHalf),
        ("Tiers", Value::OneThird),
        ("MoitieAvecRepresentes", Value::MoreThanHalfWithRepresented),
        ("Aucun", Value::Number(0)),
    ];
    for (word, value) in quorums {
        let docket = read(&ROOM.replace("Nombre(2)", word)).unwrap().docket;
        assert_eq!(docket.body.settings.quorum, Some(setting(value, "art. 8 des statuts")), "{word}");
    }
    let movements = [("Heure", MovementStyle::Hour), ("HeureEtRapport", MovementStyle::HourAndReport)];
    for (word, style) in movements {
        let docket = read(&ROOM.replace("mouvements: Rapport", &format!("mouvements: {word}"))).unwrap().docket;
        assert_eq!(docket.body.settings.movements, style, "{word}");
    }
}

#[test]
fn every_kind_of_body_is_read() {
    let kinds = [
        ("Commune", BodyKind::Commune),
        ("Epci", BodyKind::Epci),
        ("Métropole", BodyKind::Metropole),
        ("ConseilDeTerritoire", BodyKind::ConseilDeTerritoire),
        ("ConseilArrondissement", BodyKind::ConseilArrondissement),
        ("Département", BodyKind::Departement),
        ("Région", BodyKind::Region),
        ("CommissionPermanente", BodyKind::CommissionPermanente),
        ("Ccas", BodyKind::Ccas),
        ("Syndicat", BodyKind::Syndicat),
        ("Autre", BodyKind::Autre),
    ];
    assert_eq!(kinds.map(|(_, kind)| kind), BodyKind::ALL);
    for (word, kind) in kinds {
        let source = ROOM.replace("genre: Syndicat", &format!("genre: {word}"));
        assert_eq!(read(&source).unwrap().docket.body.kind, kind);
    }
}

#[test]
fn a_second_convocation_two_secretaries_and_those_who_help_them_are_read() {
    let docket = read(ROOM).unwrap().docket;
    assert_eq!(docket.meeting.second_of, Some(date(2025, 3, 3)));
    assert_eq!(docket.meeting.secretaries, [id("aubry-paul"), id("martinet-lea")]);
    assert_eq!(docket.meeting.assistants, ["Mme Zoé Ravel, directrice générale"]);
    let added: Vec<bool> = docket.agenda.reports().map(|report| report.added).collect();
    assert_eq!(added, [false, true]);
}

#[test]
fn those_who_may_take_a_seat_are_known_and_count_in_nothing() {
    let docket = read(ROOM).unwrap().docket;
    let standing = |member: &str| docket.roster.get(&id(member)).unwrap().standing.clone();
    assert_eq!(standing("escoffier"), Standing::SubstituteOf(id("chazal-helene")));
    assert_eq!(standing("fabre"), Standing::SuccessorOf(Some(id("delorme"))));
    assert_eq!(standing("guiraud"), Standing::SuccessorOf(None));
    assert_eq!(standing("delorme"), Standing::InOffice);
    assert_eq!(docket.roster.in_office(), 4);
    let ranks: Vec<Option<u32>> = docket.roster.everyone().map(|member| member.rank).collect();
    assert_eq!(ranks, [Some(1), Some(2), None, None, None, None, Some(9)]);
    let room = docket.expected.room(&docket.roster);
    assert_eq!((room.present(), room.represented(), room.excused(), room.absent()), (2, 2, 0, 0));
    assert_eq!(room.seat(&id("escoffier")), None);
}

#[test]
fn how_long_a_power_has_lasted_is_read_for_those_who_say_it() {
    let runs = &read(ROOM).unwrap().docket.proxy_runs;
    let expected = BTreeMap::from([
        (id("chazal-helene"), ProxyRun { sittings: 4, illness: true }),
        (id("delorme"), ProxyRun { sittings: 2, illness: false }),
    ]);
    assert_eq!(*runs, expected);
}

#[test]
fn those_who_stay_out_of_a_report_are_read_and_leave_the_room_unless_the_file_says_otherwise() {
    let docket = read(ROOM).unwrap().docket;
    let reports: Vec<&Report> = docket.agenda.reports().collect();
    let recusal = |ground, left_room, note: Option<&str>| Recusal { ground, left_room, note: note.map(str::to_owned) };
    let expected = [
        (id("martinet-lea"), recusal(Ground::Accounts, true, None)),
        (id("aubry-paul"), recusal(Ground::Interest, false, Some("président de l’association"))),
        (id("fabre"), recusal(Ground::Representative, true, None)),
    ];
    assert_eq!(reports[0].recusals, expected);
    assert_eq!((reports[0].is_accounts(), reports[1].is_accounts()), (true, false));
    assert_eq!(reports[1].recusals, []);
}

#[test]
fn the_table_of_the_members_gives_the_same_room_as_the_list() {
    let table = "nom;prénom;rang;voix;état;pouvoir;séances;maladie;suppléant de;remplace\n\
                 MARTINET;Léa;1;1;;;;;;\n\
                 AUBRY;Paul;2;;;;;;;\n\
                 CHAZAL;Hélène;;;;AUBRY;4;oui;;\n\
                 DELORME;;;;excusé;AUBRY;2;;;\n\
                 ESCOFFIER;;;;;;;;CHAZAL Hélène;\n\
                 FABRE;;;;;;;;;DELORME\n\
                 GUIRAUD;;9;;;;;;;siège vacant\n";
    let start = ROOM.find("    membres: [").unwrap();
    let end = ROOM.find("    ordre_du_jour").unwrap();
    let source = format!("{}    membres: Fichier(\"elus.csv\"),\n{}", &ROOM[..start], &ROOM[end..]);
    let from_table = parse(&source, &|_: &str| Ok(table.to_owned())).unwrap();
    assert_eq!(from_table.docket, read(ROOM).unwrap().docket);
}

#[test]
fn a_rule_is_set_aside_only_for_a_reason_and_by_a_value() {
    let without = room(RoomProblem::SettingWithoutReason("a_distance"));
    assert_eq!(wrong(", motif: \"art. 11\"", ""), std::slice::from_ref(&without));
    assert_eq!(wrong("\"art. 11\"", "\" \""), [without]);
    let valueless = room(RoomProblem::SettingWithoutValue("quorum"));
    assert_eq!(wrong("valeur: Nombre(2), ", ""), [valueless]);
}

#[test]
fn a_body_with_statutes_of_its_own_says_its_quorum_and_its_powers() {
    let other = ROOM.replace("genre: Syndicat", "genre: Autre");
    assert_eq!(read(&other).unwrap().docket.body.kind, BodyKind::Autre);
    let start = other.find("        réglages").unwrap();
    let end = other.find("    ),\n    seance").unwrap();
    let without = format!("{}{}", &other[..start], &other[end..]);
    assert_eq!(kinds(&without), [room(RoomProblem::StatutesMissing(vec!["quorum", "pouvoirs_par_porteur"]))]);
    let quorum_only =
        format!("{}        reglages: (quorum: (valeur: Tiers, motif: \"s\")),\n{}", &other[..start], &other[end..]);
    assert_eq!(kinds(&quorum_only), [room(RoomProblem::StatutesMissing(vec!["pouvoirs_par_porteur"]))]);
    // A commune has the law.
    assert!(read(&without.replace("genre: Autre", "genre: Commune")).is_ok());
}

#[test]
fn nothing_is_missing_where_what_was_there_could_not_be_read() {
    let other = ROOM.replace("genre: Syndicat", "genre: Autre");
    let bad_value = kinds(&other.replace("Nombre(2)", "Moitiee"));
    assert!(matches!(&bad_value[..], [ProblemKind::UnknownVariant { .. }]), "{bad_value:?}");
    let bad_reason = wrong("motif: \"art. 11\"", "raison: \"art. 11\"");
    assert!(matches!(&bad_reason[..], [ProblemKind::UnknownField { .. }]), "{bad_reason:?}");
    let bad_date = wrong("seconde_convocation: \"3 mars 2025\"", "seconde_convocation: 3");
    assert!(matches!(&bad_date[..], [ProblemKind::WrongType { .. }]), "{bad_date:?}");
    let bad_name = wrong("seconde_convocation:", "second_convocation:");
    assert!(matches!(&bad_name[..], [ProblemKind::UnknownField { .. }]), "{bad_name:?}");
    let bad_ground = wrong("motif: Comptes", "motif: Compte");
    assert!(matches!(&bad_ground[..], [ProblemKind::UnknownVariant { .. }]), "{bad_ground:?}");
    let bad_power = wrong("pouvoir_a: \"AUBRY\", seances", "pouvoir_a: 3, seances");
    assert!(matches!(&bad_power[..], [ProblemKind::WrongType { .. }]), "{bad_power:?}");
    // And it is said, in the same run, where it was missing anyhow.
    let missing = wrong("déports: [", "déports: [(membre: \"CHAZAL\"), (membre: 3, motif: Comptes), ");
    let ground = room(RoomProblem::RecusalWithoutGround(Some("CHAZAL".to_owned())));
    assert!(missing.contains(&ground), "{missing:?}");
}

#[test]
fn the_first_meeting_is_before_this_one_and_only_then_is_a_report_added() {
    for date in ["2025-03-07", "8 mars 2025"] {
        let first = wrong("seconde_convocation: \"3 mars 2025\"", &format!("seconde_convocation: \"{date}\""));
        assert_eq!(first, [room(RoomProblem::FirstMeetingNotBefore)]);
    }
    let only = wrong(", seconde_convocation: \"3 mars 2025\"", "");
    assert_eq!(only, [room(RoomProblem::AddedWithoutSecond("2".to_owned()))]);
}

#[test]
fn secretaries_are_in_one_field_each_once() {
    let both = wrong("secrétaires: [", "secretaire: \"DELORME\", secrétaires: [");
    assert_eq!(both, [room(RoomProblem::TwoFieldsOfSecretaries)]);
    let twice = wrong("\"martinet\"]", "\"Paul Aubry\"]");
    assert_eq!(twice, [room(RoomProblem::SecretaryTwice("AUBRY Paul".to_owned()))]);
    let stranger = wrong("\"martinet\"]", "\"ZYX\"]");
    assert!(matches!(&stranger[..], [ProblemKind::UnknownPerson { .. }]), "{stranger:?}");
}

#[test]
fn a_seat_is_taken_from_another_member_in_office() {
    let own = |way| room(RoomProblem::OwnSeat { name: "ESCOFFIER".to_owned(), way });
    assert_eq!(wrong("suppléant_de: \"CHAZAL Hélène\"", "suppléant_de: \"ESCOFFIER\""), [own(SeatWay::Substitute)]);
    assert_eq!(wrong("suppléant_de: \"CHAZAL Hélène\"", "remplace: \"ESCOFFIER\""), [own(SeatWay::Successor)]);
    let nobody = |name: &str, way, other: &str| {
        [room(RoomProblem::SeatOfNobody { name: name.to_owned(), way, other: other.to_owned() })]
    };
    let of_substitute = wrong("remplace: \"DELORME\"", "remplace: \"ESCOFFIER\"");
    assert_eq!(of_substitute, nobody("FABRE", SeatWay::Successor, "ESCOFFIER"));
    let of_successor = wrong("suppléant_de: \"CHAZAL Hélène\"", "suppleant_de: \"guiraud\"");
    assert_eq!(of_successor, nobody("ESCOFFIER", SeatWay::Substitute, "GUIRAUD"));
    let stranger = wrong("remplace: \"DELORME\"", "remplace: \"ZYX\"");
    assert!(matches!(&stranger[..], [ProblemKind::UnknownPerson { part: Part::ReplacedBy(_), .. }]), "{stranger:?}");
    let empty = wrong("remplace: \"DELORME\"", "remplace: \" \"");
    assert_eq!(empty, [ProblemKind::EmptyText("remplace")]);
    let two = wrong("remplace: \"DELORME\"", "remplace: \"DELORME\", suppleant_de: \"CHAZAL\"");
    assert_eq!(two, [room(RoomProblem::TwoWays("FABRE".to_owned()))]);
}

#[test]
fn whoever_does_not_sit_yet_has_no_state_and_holds_no_power() {
    let state = wrong("remplace: \"DELORME\"", "remplace: \"DELORME\", etat: Present");
    assert_eq!(state, [room(RoomProblem::StateWithoutSeat("FABRE".to_owned()))]);
    let held = wrong("pouvoir_a: \"AUBRY\", seances: 2", "pouvoir_a: \"ESCOFFIER\"");
    let away = ProblemKind::HolderAway { giver: "DELORME".to_owned(), holder: "ESCOFFIER".to_owned() };
    assert_eq!(held, [away]);
}

#[test]
fn voices_are_not_weighted() {
    for voices in [0, 2] {
        let weighted = RoomProblem::WeightedVoices { name: "MARTINET Léa".to_owned(), voices };
        assert_eq!(wrong("voix: 1", &format!("voix: {voices}")), [room(weighted)]);
    }
}

#[test]
fn the_sittings_of_a_power_are_those_of_a_power_and_one_at_least() {
    let without = room(RoomProblem::RunWithoutPower("DELORME".to_owned()));
    assert_eq!(wrong("pouvoir_a: \"AUBRY\", seances: 2", "seances: 2"), [without]);
    let only_illness = wrong("séances: 4, maladie: true", "maladie: true");
    assert_eq!(only_illness, [ProblemKind::MissingField("seances")]);
    assert_eq!(wrong("seances: 2", "seances: 0"), [ProblemKind::OutOfRange("seances")]);
    assert_eq!(wrong("rang: 1", "rang: 0"), [ProblemKind::OutOfRange("rang")]);
}

#[test]
fn a_member_stays_out_of_a_report_once_and_is_a_member() {
    let twice = wrong("(membre: \"FABRE\", motif: Représentant)", "(membre: \"Paul Aubry\", motif: Comptes)");
    let expected = RoomProblem::RecusedTwice { name: "AUBRY Paul".to_owned(), report: "1".to_owned() };
    assert_eq!(twice, [room(expected)]);
    let stranger = wrong("membre: \"FABRE\"", "membre: \"FABRO\"");
    let nearest = Some("FABRE".to_owned());
    assert_eq!(stranger, [ProblemKind::UnknownPerson { part: Part::Recused, found: "FABRO".to_owned(), nearest }]);
    assert_eq!(wrong("membre: \"FABRE\", ", ""), [ProblemKind::MissingField("membre")]);
}

#[test]
fn a_yes_in_french_is_told_how_it_is_written() {
    let yes = wrong("comptes: true", "comptes: oui");
    let instead = Some("true".to_owned());
    assert_eq!(yes, [ProblemKind::WrongType { field: "comptes", wanted: Wanted::YesNo, instead }]);
    let number = wrong("Nombre(2)", "Nombre(deux)");
    let expected = ProblemKind::WrongType { field: "Nombre", wanted: Wanted::Number, instead: None };
    assert_eq!(number, std::slice::from_ref(&expected));
    assert_eq!(wrong("Nombre(2)", "Nombre"), [expected]);
}

#[test]
fn a_room_cut_at_any_byte_is_refused() {
    for end in (0..ROOM.trim_end().len()).filter(|end| ROOM.is_char_boundary(*end)) {
        assert!(read(&ROOM[..end]).is_err(), "{end}");
        check(&ROOM[..end]);
    }
}

#[test]
fn no_text_of_the_room_lets_a_hidden_character_in() {
    let places = ROOM.match_indices('"').step_by(2).map(|(at, quote)| at + quote.len());
    for at in places {
        for bad in ["\\u{202e}", "\u{200b}"] {
            let source = format!("{}{bad}{}", &ROOM[..at], &ROOM[at..]);
            let refused = kinds(&source).iter().any(|kind| matches!(kind, ProblemKind::HiddenCharacter { .. }));
            assert!(refused, "{:?}", &source[at.saturating_sub(20)..at]);
        }
    }
}

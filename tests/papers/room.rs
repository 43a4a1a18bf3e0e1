//! The sentences that the papers make of everything that may happen in a room.

use std::collections::BTreeMap;

use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::attendance::Presence;
use hemicycle::council::command::Command;
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::law::Value;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::recusal::Ground;
use hemicycle::council::room::Room;
use hemicycle::council::settings::{MovementStyle, Setting};
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::Paper;
use proptest::prelude::*;

use super::busy::{
    at, busy_evening, chair, commands, council, id, open, presence, proclaim, recuse, report_of, sitting_of,
};
use super::evening::{deliberation, docket};
use super::golden;
use super::paper::{markdown_of, text_of};
use super::read_back::flowing;

#[test]
fn the_minutes_tell_everything_that_happened_at_its_place() {
    golden("room-minutes.txt", &text_of(&busy_evening(), &Paper::Minutes));
    golden("room-minutes.md", &markdown_of(&busy_evening(), &Paper::Minutes));
}

#[test]
fn a_deliberation_tells_the_room_the_chair_and_the_secretaries_of_its_own_vote() {
    golden("room-01.txt", &text_of(&busy_evening(), &deliberation("01")));
    golden("room-accounts.txt", &text_of(&busy_evening(), &deliberation("02")));
    golden("room-interest.txt", &text_of(&busy_evening(), &deliberation("03")));
    golden("room-representative.txt", &text_of(&busy_evening(), &deliberation("04")));
}

fn minutes_of(sitting: &Sitting) -> String {
    flowing(&text_of(sitting, &Paper::Minutes))
}

fn says(paper: &str, sentence: &str) {
    assert_eq!(paper.matches(sentence).count(), 1, "{sentence}\n{paper}");
}

/// The heads of the lists of a room, and the place that each of them tells.
const PLACES: [(&str, &str); 6] = [
    (r"à distance", "remote"),
    (r"présent", "present"),
    (r"avec pouvoir", "represented"),
    (r"retiré", "withdrawn"),
    (r"sans pouvoir", "excused"),
    (r"absent", "absent"),
];

/// How many names each list of the room has, and how often each name stands in one of them.
fn lists_of_the_room(paper: &str) -> (BTreeMap<&'static str, u32>, BTreeMap<String, u32>) {
    let (mut places, mut names): (BTreeMap<&str, u32>, BTreeMap<String, u32>) = Default::default();
    for line in paper.lines().take_while(|line| !line.starts_with("Quorum")) {
        let Some((head, listed)) = line.split_once(" : ") else { continue };
        let is_a_list = head.starts_with("Étai") || head.starts_with("S’étai");
        let Some((_, place)) = PLACES.iter().find(|(word, _)| is_a_list && head.contains(word)) else { continue };
        for name in listed.split(" – ").filter(|name| *name != "Néant") {
            let name = name.split(" donne pouvoir à ").next().unwrap_or(name);
            let name = name.split([',', '(']).next().unwrap_or(name).trim();
            *places.entry(*place).or_default() += 1;
            *names.entry(name.to_owned()).or_default() += 1;
        }
    }
    (places, names)
}

fn agrees(paper: &str, room: &Room, in_office: u32) {
    let (places, names) = lists_of_the_room(paper);
    let listed = |place: &str| places.get(place).copied().unwrap_or(0);
    assert_eq!(listed("present") + listed("remote"), room.present(), "{paper}");
    assert_eq!(listed("represented"), room.represented(), "{paper}");
    assert_eq!(listed("withdrawn"), room.withdrawn(), "{paper}");
    assert_eq!(listed("excused"), room.excused(), "{paper}");
    assert_eq!(listed("absent"), room.absent(), "{paper}");
    assert_eq!(places.values().sum::<u32>(), in_office, "{paper}");
    assert!(names.values().all(|times| *times == 1), "{names:?}");
}

#[test]
fn every_holder_of_a_seat_stands_in_exactly_one_list_and_the_lists_add_up_to_the_members_in_office() {
    let sitting = busy_evening();
    for number in ["01", "02", "03", "04"] {
        let vote = sitting.progress(&ReportId::new(number)).unwrap().vote();
        let paper = flowing(&text_of(&sitting, &deliberation(number)));
        agrees(&paper, &vote.room, vote.in_office);
        assert!(paper.contains(&format!("Inscrits {}", vote.in_office)), "{paper}");
    }
    agrees(&minutes_of(&sitting), &sitting.opening().unwrap().room, 11);
}

const PRESENCES: [Presence; 4] = [Presence::Present, Presence::Remote, Presence::Excused, Presence::Absent];

proptest! {
    #[test]
    fn whatever_the_room_its_lists_are_a_partition(places in prop::array::uniform7(0usize..4), out in 0usize..7) {
        let members: Vec<_> = council().roster.ids().take(7).cloned().collect();
        let marks = members.iter().zip(places).filter(|(_, place)| *place > 0);
        let mut commands: Vec<Command> =
            marks.map(|(member, place)| presence(member.as_str(), PRESENCES[place], None)).collect();
        commands.push(Command::Open { at: None });
        commands.push(recuse("04", members[out].as_str(), Ground::Interest, places[out] == 0, "", None));
        commands.extend([open("04"), proclaim("04", None, None)]);
        let sitting = sitting_of(council(), &commands);
        let vote = sitting.progress(&ReportId::new("04")).unwrap().vote();
        agrees(&flowing(&text_of(&sitting, &deliberation("04"))), &vote.room, 11);
    }
}

#[test]
fn the_minutes_print_the_room_of_the_opening_whatever_comes_later() {
    let lists = |sitting: &Sitting| {
        let minutes = minutes_of(sitting);
        let lists = minutes.lines().skip_while(|line| !line.starts_with("Présences")).take(6).collect::<Vec<_>>();
        lists.join("\n")
    };
    let opened = sitting_of(council(), &[Command::Open { at: at(18, 4) }]);
    assert_eq!(lists(&busy_evening()), lists(&opened));
    assert!(lists(&opened).contains("7 présents ; quorum 6"), "{}", lists(&opened));
}

#[test]
fn an_assembly_has_its_movements_dated_by_hour_by_report_or_by_both() {
    let told = |style| {
        let mut council = council();
        council.body.settings.movements = style;
        minutes_of(&sitting_of(council, &commands()))
    };
    let comes_back = "Monsieur Hugo FAURE-LABAT revient dans la salle";
    let both = told(MovementStyle::HourAndReport);
    says(&both, &format!("{comes_back} à 18 h 41, avant le vote du rapport n° 02.\n"));
    says(&told(MovementStyle::Hour), &format!("{comes_back} à 18 h 41.\n"));
    says(&told(MovementStyle::Report), &format!("{comes_back} avant le vote du rapport n° 02.\n"));
    says(&told(MovementStyle::Hour), "s’est retirée à 18 h 45, au moment du vote");
}

#[test]
fn a_movement_of_which_no_hour_is_known_is_dated_by_the_report() {
    let commands = [
        Command::Open { at: None },
        open("04"),
        presence("di-meo-paolo", Presence::Left, None),
        proclaim("04", None, None),
        presence("di-meo-paolo", Presence::Remote, None),
        presence("esnault-julie", Presence::Left, None),
    ];
    let mut by_hour = council();
    by_hour.body.settings.movements = MovementStyle::Hour;
    for council in [council(), by_hour] {
        let minutes = minutes_of(&sitting_of(council, &commands));
        says(&minutes, "Monsieur Paolo DI MEO quitte la séance avant le vote du rapport n° 04.\n");
        says(&minutes, "Monsieur Paolo DI MEO reprend part à la séance, à distance, après le vote du rapport n° 04.\n");
        says(
            &minutes,
            "Madame Julie ESNAULT quitte la séance après le vote du rapport n° 04 ; le pouvoir que lui avait donné Madame \
             Léa ICARD prend fin.\n",
        );
    }
}

#[test]
fn a_happening_stands_with_the_report_opened_next_in_time_when_the_agenda_is_not_followed() {
    let commands = [
        Command::Open { at: at(18, 0) },
        Command::Suspend { at: at(18, 1) },
        Command::Resume { at: at(18, 2) },
        open("04"),
        proclaim("04", at(18, 10), None),
        presence("jouve-claire", Presence::Present, at(18, 20)),
        open("01"),
        presence("di-meo-paolo", Presence::Out, at(18, 25)),
        proclaim("01", at(18, 30), None),
        Command::Suspend { at: at(18, 40) },
    ];
    let minutes = minutes_of(&sitting_of(council(), &commands));
    let place = |text: &str| minutes.find(text).unwrap_or_else(|| panic!("{text}\n{minutes}"));
    let headings = ["Ordre du jour ---", "N° 01 – Tarifs de la salle des fêtes ···", "N° 02 – Achat d’un véhicule ···"];
    let [agenda, first, second] = headings.map(place);
    assert!(place("La séance est suspendue à 18 h 01.") < agenda);
    let comes = place("Madame Claire JOUVE arrive en séance à 18 h 20, avant le vote du rapport n° 01.");
    let goes = place("Monsieur Paolo DI MEO sort de la salle à 18 h 25, avant le vote du rapport n° 01.");
    let vote = place("Scrutin ordinaire");
    assert!(first < comes && comes < goes && goes < vote && vote < second, "{minutes}");
    assert!(place("Fin de la séance") < place("La séance est suspendue à 18 h 40."));
}

#[test]
fn the_mark_of_who_presided_disappears_when_the_chair_was_taken() {
    let away = presence("fournel-anne", Presence::Absent, None);
    let before = [away.clone(), chair("baudry-luc", None, false, None), Command::Open { at: None }];
    let after = [away, Command::Open { at: None }, chair("baudry-luc", None, false, at(18, 5))];
    for commands in [before, after] {
        let sitting = sitting_of(council(), &commands);
        let minutes = minutes_of(&sitting);
        assert!(!minutes.contains("qui a présidé"), "{minutes}");
        says(
            &minutes,
            "Présidence : Monsieur Luc BAUDRY, 1er adjoint, en remplacement de Madame Anne FOURNEL, maire.\n",
        );
        says(&minutes, "Le président de séance La secrétaire de séance\nLuc BAUDRY, 1er adjoint Nina GUICHARD\n");
    }
}

#[test]
fn a_deliberation_follows_the_secretaries_of_its_vote() {
    let sitting = busy_evening();
    let first = flowing(&text_of(&sitting, &deliberation("01")));
    assert!(!first.contains("Secrétaires de séance"), "{first}");
    says(&flowing(&text_of(&sitting, &deliberation("04"))), "Secrétaires de séance : GUICHARD Nina – ESNAULT Julie\n");
}

#[test]
fn a_sitting_without_quorum_is_adjourned_with_the_delay_and_the_article() {
    let away = ["di-meo-paolo", "faure-labat-hugo"].map(|member| presence(member, Presence::Excused, None));
    let adjourned = Command::Adjourn { at: at(18, 30), notes: NoteSums::new() };
    let minutes = minutes_of(&sitting_of(council(), &[away[0].clone(), away[1].clone(), adjourned.clone()]));
    says(&minutes, "Le quorum n’étant pas atteint à l’appel, la séance n’est pas ouverte.\n");
    says(
        &minutes,
        "Le quorum n’étant pas atteint (5 présents pour 6 nécessaires), la séance est ajournée à 18 h 30 ; le Conseil \
         municipal sera de nouveau convoqué à trois jours au moins d’intervalle (art. L.2121-17 du CGCT).\n",
    );
    // Lost in the course of the sitting, after a first vote.
    let gone = ["di-meo-paolo", "faure-labat-hugo"].map(|member| presence(member, Presence::Left, at(18, 20)));
    let [first, second] = gone;
    let commands = [Command::Open { at: at(18, 0) }, open("04"), proclaim("04", None, None), first, second, adjourned];
    let minutes = minutes_of(&sitting_of(council(), &commands));
    says(&minutes, "La séance est ouverte à 18 h.\n");
    says(&minutes, "la séance est ajournée à 18 h 30 ; le Conseil municipal sera de nouveau convoqué");
    assert!(!minutes.contains("La séance n’est pas levée."), "{minutes}");
}

/// A second convocation that half the council did not answer.
fn second_convocation() -> Docket {
    let mut council = council();
    council.meeting.second_of = Some(jiff::civil::date(2025, 2, 26));
    report_of(&mut council, "05").added = true;
    council
}

#[test]
fn a_second_convocation_needs_no_quorum_save_for_a_report_that_was_added() {
    let away = ["di-meo-paolo", "faure-labat-hugo", "esnault-julie"];
    let mut commands: Vec<Command> = away.map(|member| presence(member, Presence::Excused, None)).to_vec();
    commands.extend([Command::Open { at: at(18, 0) }, open("04"), proclaim("04", None, Some("05"))]);
    commands.push(proclaim("05", None, None));
    let sitting = sitting_of(second_convocation(), &commands);
    let minutes = minutes_of(&sitting);
    says(
        &minutes,
        "Quorum : seconde convocation après la séance du 26 février 2025 ; aucun quorum exigé (art. L.2121-17 du CGCT). 4 \
         présents à l’ouverture.\n",
    );
    let none = "Quorum à l’ouverture du rapport : 4 présents ; seconde convocation, aucun quorum exigé.\n";
    let added = "Ce rapport ne figurait pas à l’ordre du jour de la première convocation : le quorum est exigé.\n\
                 Quorum à l’ouverture du rapport : 4 présents pour 6 nécessaires. Il n’est pas atteint.\n";
    says(&minutes, none);
    says(&minutes, added);
    says(&flowing(&text_of(&sitting, &deliberation("04"))), none);
    says(&flowing(&text_of(&sitting, &deliberation("05"))), added);
}

#[test]
fn a_rule_of_its_own_is_printed_once_with_its_reason_after_the_quorum() {
    let mut council = council();
    let reason = "art. 5 du règlement intérieur".to_owned();
    council.body.settings.quorum = Some(Setting { value: Value::Number(3), reason });
    let minutes = minutes_of(&sitting_of(council, &commands()));
    says(
        &minutes,
        "quorum 3 : nombre fixé par l’assemblée, sur 11 membres en exercice (réglage propre à l’assemblée). Il est atteint.\n\
         Règle propre à l’assemblée : le quorum est de 3 membres (art. 5 du règlement intérieur).\n",
    );
    assert!(!minutes_of(&busy_evening()).contains("Règle propre"));
    assert!(!minutes.contains("OWN_SETTING"), "{minutes}");
}

#[test]
fn a_representative_leaves_both_sides_of_the_quorum_and_one_who_is_away_is_not_said_to_have_left() {
    let sitting = busy_evening();
    let paper = flowing(&text_of(&sitting, &deliberation("04")));
    says(&paper, "7 présents pour 6 nécessaires, sur 10 membres en exercice, 1 représentant n’étant compté ni");
    let commands = [
        Command::Open { at: None },
        recuse("04", "jouve-claire", Ground::Interest, true, "", None),
        recuse("04", "icard-lea", Ground::Interest, true, "", None),
        open("04"),
        proclaim("04", None, None),
    ];
    let paper = flowing(&text_of(&sitting_of(council(), &commands), &deliberation("04")));
    assert!(!paper.contains("Claire JOUVE"), "{paper}");
    says(&paper, "Madame Léa ICARD, intéressée, n’a pris part ni au débat ni au vote (art. L.2131-11 du CGCT).\n");
    says(&paper, "Le pouvoir donné par Madame Léa ICARD à Madame Julie ESNAULT n’a pas été exercé pour ce rapport.\n");
}

#[test]
fn case_68_a_rectified_result_keeps_its_old_figures_in_the_annex_and_the_annex_is_there_for_nothing_else() {
    let minutes = minutes_of(&busy_evening());
    let annex = minutes.split("Annexe : résultats rectifiés").nth(1).expect("an annex");
    assert!(annex.contains("Pour : 6 – Contre : 2"), "{annex}");
    assert!(annex.contains("FAURE-LABAT Hugo : présent, abstention ; avant rectification : sorti"), "{annex}");
    assert!(!annex.contains("N° 02") && !annex.contains("BAUDRY Luc :"), "{annex}");
    let until_the_close: Vec<Command> =
        commands().into_iter().filter(|command| !matches!(command, Command::Rectify { .. })).collect();
    assert!(!minutes_of(&sitting_of(council(), &until_the_close)).contains("rectifié"));
}

#[test]
fn a_presence_that_is_rectified_counts_for_the_quorum_only_if_it_was_missed_at_the_opening() {
    let counted = |commands: &[Command]| {
        sitting_of(council(), commands).progress(&ReportId::new("04")).unwrap().vote().quorum.counted
    };
    let rectify = |member: &str, to| Command::Rectify {
        report: ReportId::new("04"),
        reason: "appel mal relevé".to_owned(),
        presences: vec![(id(member), to)],
        voices: vec![],
        at: None,
        on: None,
        counts: None,
        chair: None,
        urn: None,
        stated: None,
    };
    let opened = [Command::Open { at: None }, open("04")];
    let voted = [opened.to_vec(), vec![proclaim("04", None, None)]].concat();
    let stepped_out = presence("di-meo-paolo", Presence::Out, None);
    let went = [opened.to_vec(), vec![stepped_out, proclaim("04", None, None)]].concat();
    let with = |commands: &[Command], more| [commands.to_vec(), vec![more]].concat();
    assert_eq!(counted(&voted), 7);
    assert_eq!(counted(&with(&voted, rectify("jouve-claire", Presence::Present))), 8);
    assert_eq!(counted(&with(&voted, rectify("di-meo-paolo", Presence::Absent))), 6);
    // He was there when the report was opened: he counted already.
    assert_eq!(counted(&with(&went, rectify("di-meo-paolo", Presence::Present))), 7);
}

#[test]
fn no_paper_says_unanimous_of_those_present() {
    let mut council = docket();
    council.agenda.items.retain(|item| matches!(item, AgendaItem::Report(_)));
    let commands = [Command::Open { at: None }, open("04"), proclaim("04", None, None)];
    let sitting = sitting_of(council, &commands);
    for paper in [Paper::Minutes, deliberation("04")] {
        for text in [text_of(&sitting, &paper), markdown_of(&sitting, &paper)] {
            assert!(text.contains("à l’unanimité") && !text.contains("unanimité des présents"), "{text}");
            assert!(!text.contains("unanimité des membres"), "{text}");
        }
    }
}

#[test]
fn an_irregularity_about_the_chair_of_a_report_names_who_should_preside_over_it() {
    let commands = [
        Command::Open { at: None },
        chair("baudry-luc", Some("04"), false, None),
        presence("baudry-luc", Presence::Left, None),
        open("04"),
        proclaim("04", None, None),
    ];
    let sitting = sitting_of(council(), &commands);
    let paper = flowing(&text_of(&sitting, &deliberation("04")));
    says(&paper, "le membre qui doit présider, Monsieur Luc BAUDRY, ne le peut pas (art. L.2122-17 du CGCT).");
    says(&paper, "[à compléter : qui a présidé,");
}

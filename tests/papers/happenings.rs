//! Every happening as a sentence, in each gender: read by eye once and compared ever since.

use hemicycle::council::attendance::Presence;
use hemicycle::council::chair::ChairTitle;
use hemicycle::council::chronicle::{Happening, What};
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::in_camera::InCameraVote;
use hemicycle::council::name::Civility;
use hemicycle::council::proposal::{Dropped, ProposalId};
use hemicycle::council::roster::{Member, Roster, Standing};
use hemicycle::french::chronicle::{Among, sentence};

use super::busy::{at, council, id, person};
use super::golden;

/// The council with people whose civility is not known.
fn with_strangers() -> Docket {
    let mut council = council();
    let mut people: Vec<Member> = council.roster.everyone().cloned().collect();
    people.push(person("ÉVRARD", "Alix", None, Standing::InOffice));
    people.push(person("HUON", "Camille", None, Standing::SubstituteOf(id("evrard-alix"))));
    people.push(person("SIMON", "Inès", Some(Civility::Mrs), Standing::SuccessorOf(None)));
    people.push(person("ALLARD", "Jean", Some(Civility::Mr), Standing::SubstituteOf(id("koenig-marc"))));
    council.roster = Roster::new(people);
    council
}

fn told(what: What) -> String {
    let vote = ReportId::new("04");
    let happening = Happening { at: at(19, 5), what };
    sentence(&happening, Among::Before(&vote), &with_strangers()).unwrap_or_else(|| format!("({:?})", happening.what))
}

#[test]
fn every_movement_has_its_sentence() {
    let mut sentences = Vec::new();
    for member in ["di-meo-paolo", "icard-lea", "evrard-alix", "le-bris-odile"] {
        for from in Presence::ALL {
            for to in Presence::ALL.into_iter().filter(|to| *to != from) {
                sentences.push(told(What::Moved { member: id(member), from, to }));
            }
        }
    }
    golden("movements.txt", &sentences.join("\n"));
}

#[test]
fn every_other_happening_has_its_sentence() {
    let report = || ReportId::new("04");
    let chair = |member: &str, report: Option<&str>, title| What::ChairTaken {
        member: id(member),
        report: report.map(ReportId::new),
        title,
    };
    let camera = |asked_by: &[&str], for_, against, abstentions| {
        let asked_by = asked_by.iter().map(|member| id(member)).collect();
        What::InCameraVoted(InCameraVote { asked_by, for_, against, abstentions, needed: 5 })
    };
    let seated = |member: &str, of: Option<&str>| What::SeatTaken { member: id(member), of: of.map(id) };
    let named = |members: &[&str]| What::SecretariesNamed {
        secretaries: members.iter().map(|member| id(member)).collect(),
        assistants: vec![],
        staff_alone: false,
    };
    let sentences = [
        What::ProxyGiven { giver: id("evrard-alix"), holder: id("icard-lea") },
        What::ProxyEnded { giver: id("hennebert-omar"), holder: id("baudry-luc") },
        seated("le-bris-odile", Some("jouve-claire")),
        seated("huon-camille", Some("evrard-alix")),
        seated("d-artois-yann", Some("koenig-marc")),
        seated("simon-ines", None),
        What::SeatLeft { member: id("le-bris-odile") },
        What::SeatLeft { member: id("allard-jean") },
        What::SeatLeft { member: id("huon-camille") },
        chair("baudry-luc", None, ChairTitle::Replacing),
        chair("esnault-julie", Some("04"), ChairTitle::Replacing),
        chair("baudry-luc", Some("02"), ChairTitle::Elected),
        chair("icard-lea", Some("04"), ChairTitle::Elected),
        chair("icard-lea", None, ChairTitle::Elected),
        chair("fournel-anne", None, ChairTitle::Returning),
        chair("fournel-anne", Some("04"), ChairTitle::Returning),
        named(&["esnault-julie"]),
        named(&["di-meo-paolo", "esnault-julie"]),
        named(&["icard-lea", "esnault-julie"]),
        named(&["evrard-alix"]),
        What::RapporteurReplaced { report: ReportId::new("03"), member: Some(id("di-meo-paolo")) },
        What::RapporteurReplaced { report: ReportId::new("03"), member: Some(id("chastang-rosa")) },
        What::RapporteurReplaced { report: ReportId::new("03"), member: None },
        What::RapporteurReplaced { report: report(), member: Some(id("evrard-alix")) },
        What::RapporteurReplaced { report: report(), member: None },
        camera(&[], 1, 8, 0),
        camera(&["fournel-anne"], 8, 0, 1),
        camera(&["di-meo-paolo", "icard-lea", "evrard-alix"], 5, 1, 2),
        What::PublicAgain,
        What::Suspended,
        What::Resumed,
        What::Rectified(report(), None),
        What::Rectified(report(), Some(ProposalId::Amendment("2".to_owned()))),
        What::GroupLeft(report()),
    ];
    golden("happenings.txt", &sentences.map(told).join("\n"));
}

#[test]
fn what_the_minutes_tell_elsewhere_is_not_told_twice() {
    let report = ReportId::new("04");
    for what in [
        What::Opened,
        What::ReportOpened(report.clone()),
        What::Proclaimed(report.clone()),
        What::ProposalFiled(report.clone(), ProposalId::Postponement),
        What::ProposalOpened(report.clone(), ProposalId::Postponement),
        What::ProposalProclaimed(report.clone(), ProposalId::Postponement),
        What::ProposalDropped(report.clone(), ProposalId::Postponement, Dropped::Moot),
        What::BallotAsked(report.clone(), None),
        What::TextChanged(report.clone()),
        What::ReportAdded(report),
        What::Adjourned,
        What::Closed,
    ] {
        assert!(told(what).starts_with('('));
    }
}

#[test]
fn a_movement_is_dated_by_what_was_being_done() {
    let report = ReportId::new("04");
    let amendment = ProposalId::Amendment("2".to_owned());
    let happening = |at| Happening { at, what: What::ProxyGiven { giver: id("evrard-alix"), holder: id("icard-lea") } };
    let told = |among| {
        let said = sentence(&happening(at(19, 5)), among, &with_strangers()).expect("a sentence");
        said.strip_prefix("Alix ÉVRARD donne pouvoir à Madame Léa ICARD à 19 h 05, ").expect("its hour").to_owned()
    };
    assert_eq!(told(Among::Before(&report)), "avant le vote du rapport n° 04.");
    assert_eq!(
        told(Among::BeforeProposal(&report, &amendment)),
        "avant le vote sur l’amendement n° 2 (rapport n° 04)."
    );
    assert_eq!(told(Among::BeforeExamining(&report)), "avant l’examen du rapport n° 04.");
    assert_eq!(told(Among::Examining(&report)), "pendant l’examen du rapport n° 04.");
    assert_eq!(told(Among::AfterExamining(&report)), "après l’examen du rapport n° 04.");
}

//! The papers of a made-up council: read by eye once and compared ever since, then read back by figures and names.

#[path = "papers/acts.rs"]
mod acts;
#[path = "papers/busy.rs"]
mod busy;
#[path = "papers/elections.rs"]
mod elections;
#[path = "papers/evening.rs"]
mod evening;
#[path = "papers/every_paper.rs"]
mod every_paper;
#[path = "papers/happenings.rs"]
mod happenings;
#[path = "papers/hostile.rs"]
mod hostile;
#[path = "papers/kinds.rs"]
mod kinds;
#[path = "papers/large.rs"]
mod large;
#[path = "papers/mentions.rs"]
mod mentions;
#[path = "common/paper.rs"]
mod paper;
#[path = "papers/read_back.rs"]
mod read_back;
#[path = "papers/room.rs"]
mod room;
#[path = "papers/settled.rs"]
mod settled;

use std::sync::Arc;

use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::attendance::Presence;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::Docket;
use hemicycle::council::event::Event;
use hemicycle::council::finding::{Code, Finding};
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::notes::NoteSums;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::document::{Block, Document, Status};
use hemicycle::papers::{Format, Paper};
use jiff::civil::date;

use paper::{composed, markdown_of, text_of, written};

use evening::{deliberation, docket, evening, run, run_with};

/// Every paper of a sitting, those of a report for that one.
fn every_paper(report: &str) -> Vec<Paper> {
    vec![
        Paper::Minutes,
        Paper::ShortMinutes,
        deliberation(report),
        Paper::Examined,
        Paper::AttendanceSheet,
        Paper::NominalRecord(ReportId::new(report)),
        Paper::Convocation,
    ]
}

fn golden(name: &str, paper: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("papers/golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, paper));
}

#[test]
fn a_majority_with_a_holder_who_votes_one_way_for_himself_and_another_for_his_giver() {
    let sitting = evening();
    golden("majority.txt", &text_of(&sitting, &deliberation("01")));
    golden("majority.md", &markdown_of(&sitting, &deliberation("01")));
}

#[test]
fn a_tie_that_the_casting_vote_decides() {
    golden("tie.txt", &text_of(&evening(), &deliberation("02")));
}

#[test]
fn an_opinion_on_the_draft_of_another_body_voted_down() {
    let sitting = evening();
    golden("rejected-opinion.txt", &text_of(&sitting, &deliberation("03")));
    golden("rejected-opinion.md", &markdown_of(&sitting, &deliberation("03")));
}

#[test]
fn a_report_that_is_not_voted_is_a_draft_without_figures() {
    let sitting = evening();
    let document = composed(&sitting, &deliberation("05"), None).unwrap();
    assert_eq!(document.status, Status::Draft);
    let text = written(&document, Format::Text);
    golden("not-voted.txt", &text);
    assert!(!text.contains("Inscrits"));
}

#[test]
fn the_minutes_of_the_evening() {
    let sitting = evening();
    golden("minutes.txt", &text_of(&sitting, &Paper::Minutes));
    golden("minutes.md", &markdown_of(&sitting, &Paper::Minutes));
}

#[test]
fn a_deliberation_is_a_draft_until_it_is_proclaimed_and_the_minutes_always_are() {
    let mut sitting = Sitting::new(Arc::new(docket()));
    let status = |sitting: &Sitting, paper| composed(sitting, &paper, None).unwrap().status;
    assert_eq!(status(&sitting, deliberation("04")), Status::Draft);
    run(&mut sitting, &Command::Open { at: None });
    run(&mut sitting, &Command::OpenReport { report: ReportId::new("04"), with: vec![] });
    assert_eq!(status(&sitting, deliberation("04")), Status::Draft);
    assert!(text_of(&sitting, &deliberation("04")).contains("Vote non proclamé."));
    run(
        &mut sitting,
        &Command::Proclaim { report: ReportId::new("04"), at: None, then_open: None, on: None, then_with: vec![] },
    );
    assert_eq!(status(&sitting, deliberation("04")), Status::Final);
    run(&mut sitting, &Command::Close { at: None, notes: NoteSums::new() });
    assert_eq!(status(&sitting, Paper::Minutes), Status::Draft);
    assert!(text_of(&sitting, &Paper::Minutes).trim_start().starts_with("PROJET\n"));
}

#[test]
fn a_report_that_is_not_on_the_agenda_has_no_deliberation() {
    assert_eq!(composed(&evening(), &deliberation("99"), None), None);
}

#[test]
fn a_deliberation_prints_the_attendance_of_its_vote_whatever_happened_since() {
    let mut sitting = evening();
    let before = text_of(&sitting, &deliberation("01"));
    let gone = Event::PresenceSet { member: MemberId::new("chastang-rosa"), presence: Presence::Excused, at: None };
    sitting.apply(&gone);
    assert_eq!(text_of(&sitting, &deliberation("01")), before);
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    for paper in every_paper("01").into_iter().chain([deliberation("03")]) {
        assert_eq!(text_of(&evening(), &paper), text_of(&evening(), &paper));
        assert_eq!(markdown_of(&evening(), &paper), markdown_of(&evening(), &paper));
    }
}

fn heading_levels(document: &Document) -> Vec<u8> {
    let mut levels = Vec::new();
    let mut blocks: Vec<&Block> = document.blocks.iter().rev().collect();
    while let Some(block) = blocks.pop() {
        match block {
            Block::Heading(level, _) => levels.push(*level),
            Block::Enclosed(inside) | Block::KeepTogether(inside) => blocks.extend(inside.iter().rev()),
            _ => {}
        }
    }
    levels
}

#[test]
fn a_paper_begins_with_a_heading_of_level_one_and_never_skips_a_level() {
    let mut without_chapters = docket();
    without_chapters.agenda.items.retain(|item| matches!(item, AgendaItem::Report(_)));
    for sitting in [evening(), Sitting::new(Arc::new(without_chapters))] {
        let reports = ["01", "02", "03", "05"];
        for paper in reports.iter().flat_map(|report| every_paper(report)) {
            let levels = heading_levels(&composed(&sitting, &paper, None).unwrap());
            assert_eq!(levels.first(), Some(&1));
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{paper:?}: {levels:?}");
        }
    }
}

/// A council that opens without its quorum, for a reason.
fn without_quorum() -> Sitting {
    let mut sitting = Sitting::new(Arc::new(docket()));
    for member in ["di-meo-paolo", "faure-labat-hugo"] {
        let presence = Presence::Excused;
        run(&mut sitting, &Command::SetPresence { member: MemberId::new(member), presence, at: None });
    }
    let reasons = Reasons::from([(Finding::QUORUM_MISSING, "seconde convocation du 27 février".to_owned())]);
    run_with(&mut sitting, &Command::Open { at: None }, &reasons);
    run_with(&mut sitting, &Command::OpenReport { report: ReportId::new("04"), with: vec![] }, &reasons);
    run(
        &mut sitting,
        &Command::Proclaim { report: ReportId::new("04"), at: None, then_open: None, on: None, then_with: vec![] },
    );
    sitting
}

#[test]
fn an_irregular_step_is_printed_with_its_rule_and_its_reason() {
    let sitting = without_quorum();
    let sentence = "Irrégularité : le quorum n’est pas atteint (art. L.2121-17 du CGCT). Motif retenu pour passer outre : \
                    seconde convocation du 27 février.";
    for paper in [Paper::Minutes, deliberation("04")] {
        let text = read_back::flowing(&text_of(&sitting, &paper));
        // Once for the opening, once for the report.
        assert_eq!(text.matches(sentence).count(), 2, "{text}");
    }
}

#[test]
fn what_is_not_known_is_left_out_of_a_deliberation_and_marked_in_the_minutes() {
    let known = docket();
    let mut meeting = known.meeting.clone();
    (meeting.place, meeting.convened_on, meeting.convened_by) = (None, None, None);
    (meeting.president, meeting.secretaries) = (None, vec![]);
    let mut sitting = Sitting::new(Arc::new(Docket { meeting, ..known }));
    run(&mut sitting, &Command::Open { at: None });
    run(&mut sitting, &Command::OpenReport { report: ReportId::new("04"), with: vec![] });
    run(
        &mut sitting,
        &Command::Proclaim { report: ReportId::new("04"), at: None, then_open: None, on: None, then_with: vec![] },
    );
    run(&mut sitting, &Command::Close { at: None, notes: NoteSums::new() });

    let deliberation = read_back::flowing(&text_of(&sitting, &deliberation("04")));
    let convening = "Le 3 mars 2025, le Conseil municipal de Bourg-Exemple s’est réuni en session ordinaire.\n";
    assert!(deliberation.contains(convening), "{deliberation}");
    for invented in ["à compléter", "Secrétaire de séance :", "convocation", " h "] {
        assert!(!deliberation.contains(invented), "{invented}: {deliberation}");
    }
    let minutes = read_back::flowing(&text_of(&sitting, &Paper::Minutes));
    assert!(minutes.contains("Aucune demande de scrutin particulier (public ou secret) n’est enregistrée."));
    for missing in [
        "lieu de la séance",
        "heure d’ouverture",
        "nom du président de séance",
        "nom du secrétaire de séance",
        "teneur des discussions",
        "heure de levée de la séance",
    ] {
        assert!(minutes.contains(&format!("[à compléter : {missing}]")), "{missing}: {minutes}");
    }
}

/// A council that opened while whoever should preside and the secretary were away, and voted report 04.
fn without_chair_and_secretary(on: jiff::civil::Date) -> Sitting {
    let mut council = docket();
    council.meeting.date = on;
    council.meeting.convened_on = None;
    let mut sitting = Sitting::new(Arc::new(council));
    let away = [("fournel-anne", Presence::Absent), ("guichard-nina", Presence::Excused)];
    for (member, presence) in away {
        run(&mut sitting, &Command::SetPresence { member: MemberId::new(member), presence, at: None });
    }
    let reasons = [Finding::QUORUM_MISSING, Finding::PRESIDENT_AWAY, Code::irregular(1), Code::irregular(5)];
    let reasons = Reasons::from(reasons.map(|code| (code, "suppléance".to_owned())));
    run_with(&mut sitting, &Command::Open { at: None }, &reasons);
    run_with(&mut sitting, &Command::OpenReport { report: ReportId::new("04"), with: vec![] }, &reasons);
    run(
        &mut sitting,
        &Command::Proclaim { report: ReportId::new("04"), at: None, then_open: None, on: None, then_with: vec![] },
    );
    sitting
}

#[test]
fn nobody_presides_keeps_the_minutes_or_signs_on_paper_who_was_not_in_the_room() {
    let who_presided = "[à compléter : qui a présidé, Madame Anne FOURNEL étant absente]";
    let who_wrote = "[à compléter : secrétaire de séance, Madame Nina GUICHARD étant absente]";
    // Every member present signs on the first day; whoever presides and the secretary on the second.
    for (on, signs_with_secretary) in [(date(2022, 6, 30), false), (date(2025, 3, 3), true)] {
        let sitting = without_chair_and_secretary(on);
        for paper in [Paper::Minutes, deliberation("04")] {
            let text = read_back::flowing(&text_of(&sitting, &paper));
            let markdown = markdown_of(&sitting, &paper).replace(['\u{a0}', '\u{202f}'], " ").replace('\\', "");
            let (markdown, to_be_completed) = markdown
                .split_once("## Mentions à compléter")
                .map_or((markdown.clone(), ""), |(it, of)| (it.to_owned(), of));
            // Her name stands in the lists of the away, in the marks and in the irregularity, and nowhere else.
            // Who presides is asked again when a report is opened.
            for (named, mark, asked, so) in [
                ("Anne FOURNEL", who_presided, 2, "ne le peut pas"),
                ("Nina GUICHARD", who_wrote, 1, "n’est pas dans la salle"),
            ] {
                let irregular = format!(", Madame {named}, {so} (art. ");
                assert_eq!(text.matches(&irregular).count(), asked, "{paper:?}: {text}");
                let marked = markdown.matches(mark).count();
                let in_the_body = usize::from(paper == Paper::Minutes || mark == who_wrote);
                let in_signatures =
                    usize::from(signs_with_secretary || paper == Paper::Minutes || mark == who_presided);
                assert_eq!(marked, in_the_body + in_signatures, "{on}, {paper:?}, {mark}: {markdown}");
                assert_eq!(markdown.matches(named).count(), marked + asked, "{markdown}");
                // The draft of the minutes lists what is to be completed once more.
                let listed = to_be_completed.matches(named).count();
                assert_eq!(listed, usize::from(paper == Paper::Minutes), "{to_be_completed}");
            }
            assert!(!text.contains("Présidence :") && !text.contains("la Maire soumet"), "{text}");
        }
    }
}

#[test]
fn whoever_presides_and_the_secretary_are_named_when_they_are_in_the_room() {
    let minutes = text_of(&evening(), &Paper::Minutes).replace('\u{a0}', " ");
    assert!(minutes.contains("Présidence : Madame Anne FOURNEL, maire."), "{minutes}");
    assert!(!minutes.contains("étant absente"), "{minutes}");
}

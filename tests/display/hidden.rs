//! What the room must not see: proved on every moment of two sample evenings.

use hemicycle::app::display::scene::{Scene, View};
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::event::Event;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::public::{Control, Showing};

use crate::evening::{Evening, glyphs};
use crate::{FOLLOWS, LIVE, cells, prefixes, recorded};

/// The made-up commune in camera, on its second report.
pub fn in_camera() -> History {
    let mut history = Evening::first_vote().app.history().clone();
    let present: Vec<_> =
        history.sitting().room().seats().filter(|(_, seat)| seat.is_present()).map(|(id, _)| id.clone()).collect();
    let askers = present.into_iter().take(3).collect();
    let command = Command::GoInCamera { asked_by: askers, for_: 30, against: 0, abstentions: 1, at: None };
    push(&mut history, &command);
    history
}

fn push(history: &mut History, command: &Command) {
    let accepted = history.sitting().decide(command, &Reasons::new()).expect("accepted");
    history
        .push(Entry::Action { at: "2025-03-03T20:00:00+01:00".into(), events: accepted.events })
        .expect("it follows");
}

/// The same evening, the voices of the open vote being otherwise: every second voice against; none if none is noted by name.
fn with_other_voices(history: &History) -> Option<History> {
    let floor = history.sitting().floor()?;
    let (report, on) = (floor.report.id.clone(), floor.on.cloned());
    let mut other = history.clone();
    let voices: Vec<_> = floor.vote.room.voices().step_by(2).cloned().collect();
    if voices.is_empty() || !floor.vote.way.names() {
        return None;
    }
    for member in voices {
        let choice =
            if floor.vote.choice(&member) == Some(Choice::Against) { Choice::Abstain } else { Choice::Against };
        let events = vec![Event::VoiceSet { report: report.clone(), on: on.clone(), member, choice }];
        other.read_back(Entry::Action { at: "2025-03-03T20:00:00+01:00".into(), events }).ok()?;
    }
    Some(other)
}

#[test]
fn no_moment_of_an_evening_shows_a_voice_or_a_figure_of_a_vote_that_is_not_proclaimed() {
    let mut compared = 0;
    for name in ["exemple-budget", "exemple-metropole"] {
        let evening = recorded(name);
        for history in prefixes(&evening) {
            let Some(other) = with_other_voices(&history) else { continue };
            for is_fresh in [true, false] {
                let (scene, with_others) =
                    (Scene::of(&history, FOLLOWS, is_fresh), Scene::of(&other, FOLLOWS, is_fresh));
                assert_eq!(scene, with_others, "{name}, entry {}", history.next_number() - 1);
                if let View::Floor(floor) = &scene.view {
                    assert_eq!(floor.live, None);
                }
            }
            let shows = |history| Scene::of(history, LIVE, false);
            let differ = shows(&history) != shows(&other);
            compared += usize::from(differ);
        }
    }
    assert!(compared > 20, "the two evenings differ where the voices are shown: {compared}");
}

#[test]
fn no_member_is_named_but_who_presents_the_report_and_who_is_appointed() {
    let mut looked_at = 0;
    for name in ["exemple-budget", "exemple-metropole"] {
        let evening = recorded(name);
        for history in prefixes(&evening).step_by(3) {
            for is_fresh in [true, false] {
                let scene = Scene::of(&history, LIVE, is_fresh);
                let mut known: Vec<String> = Vec::new();
                match &scene.view {
                    View::Floor(floor) => known.extend(floor.heading.rapporteur.clone()),
                    View::Between { next: Some(next), .. } => known.extend(next.rapporteur.clone()),
                    View::Results(verdicts) => known.extend(verdicts.iter().flat_map(|it| it.appointed.clone())),
                    _ => {}
                }
                let text = glyphs(&cells(&scene, 200, 60));
                let roster = &history.sitting().docket().roster;
                for member in roster.everyone() {
                    let spoken = member.name.spoken();
                    let is_known = known.contains(&spoken);
                    assert!(is_known || !text.contains(&spoken), "{name}: {spoken}\n{text}");
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 1_000);
}

#[test]
fn every_result_that_is_proclaimed_is_shown_with_the_figures_of_its_act() {
    let evening = recorded("exemple-budget");
    let mut seen = 0;
    for history in prefixes(&evening) {
        let View::Results(verdicts) = Scene::of(&history, FOLLOWS, true).view else { continue };
        for verdict in verdicts {
            let id = hemicycle::council::id::ReportId::new(&verdict.heading.number);
            let done = history.sitting().done_on(&id, verdict.on.as_ref()).expect("a result");
            assert_eq!(verdict.outcome, done.outcome);
            let is_voted = verdict.on.is_some() || done.outcome.is_voted();
            assert_eq!(verdict.voices.tally, done.tally.filter(|_| is_voted), "{}", verdict.heading.number);
            seen += usize::from(verdict.voices.tally.is_some());
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn in_camera_nothing_is_said_of_the_sitting_even_with_the_voices_live() {
    let history = in_camera();
    let scene = Scene::of(&history, LIVE, true);
    assert_eq!(scene.view, View::InCamera);
    let text = glyphs(&cells(&scene, 120, 40));
    let report = history.sitting().open_report().expect("a report").0;
    assert!(!text.contains(&report.object) && !text.contains("Présents") && !text.contains("Quorum"), "{text}");
    assert!(text.contains("sans public"), "{text}");
}

#[test]
fn what_was_proclaimed_in_camera_is_not_brought_up_when_the_public_is_back() {
    let mut history = in_camera();
    let report = history.sitting().open_report().expect("a report").0.id.clone();
    push(&mut history, &Command::Proclaim { report, on: None, at: None, then_open: None, then_with: vec![] });
    assert_eq!(Scene::of(&history, FOLLOWS, true).view, View::InCamera);
    push(&mut history, &Command::GoPublic { at: None });
    let scene = Scene::of(&history, FOLLOWS, true);
    assert!(matches!(&scene.view, View::Between { last: None, .. }), "{scene:?}");
}

#[test]
fn frozen_it_shows_the_entry_it_was_frozen_at_and_nothing_of_another_record() {
    let evening = recorded("exemple-budget");
    let all: Vec<History> = prefixes(&evening).collect();
    let frozen = Control { showing: Showing::Frozen { after: 20 }, live: false };
    assert_ne!(Scene::of(&all[20], frozen, false).view, View::Neutral);
    for other in [19, 21] {
        assert_eq!(Scene::of(&all[other], frozen, false).view, View::Neutral);
    }
}

//! The two ways of counting agree on any evening, and the journal's lines give back what they were made of.

mod evening;

use std::cell::Cell;

use evening::Step::{Do, Redo, Undo};
use evening::{NOW, Step, entries, entry, session};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::event::Event;
use hemicycle::council::finding::Code;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::store::journal::{Beginning, Pen, Reading, read};
use hemicycle::store::recount::recount;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const MEMBERS: [&str; 5] = ["martinet-lea", "aubry-paul", "breton-alix", "cheval-rose", "duval-jean"];
const REPORTS: [&str; 3] = ["1", "2", "3"];

fn member() -> impl Strategy<Value = MemberId> {
    proptest::sample::select(&MEMBERS).prop_map(MemberId::new)
}

fn report() -> impl Strategy<Value = ReportId> {
    proptest::sample::select(&REPORTS).prop_map(ReportId::new)
}

fn choice() -> impl Strategy<Value = Choice> {
    proptest::sample::select(&Choice::ALL)
}

fn presence() -> impl Strategy<Value = Presence> {
    proptest::sample::select(&[Presence::Present, Presence::Excused, Presence::Absent])
}

fn at_roll_call() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (member(), presence()).prop_map(|(member, presence)| Do(Command::SetPresence { member, presence, at: None })),
        2 => (member(), member()).prop_map(|(giver, holder)| Do(Command::GiveProxy { giver, holder, at: None })),
        1 => member().prop_map(|giver| Do(Command::EndProxy { giver })),
        1 => Just(Undo),
        1 => Just(Redo),
    ]
}

fn in_session() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => report().prop_map(|report| Do(Command::OpenReport { report, with: vec![] })),
        6 => (report(), proptest::collection::vec((member(), choice()), 1..4))
            .prop_map(|(report, voices)| Do(Command::voices(&report, voices))),
        3 => (report(), proptest::option::of(report()))
            .prop_map(|(report, then_open)| Do(Command::Proclaim { report, at: None, then_open, on: None, then_with: vec![] })),
        1 => Just(Undo),
        1 => Just(Redo),
    ]
}

fn any_evening() -> impl Strategy<Value = Vec<Step>> {
    let roll_call = proptest::collection::vec(at_roll_call(), 0..15);
    let session = proptest::collection::vec(in_session(), 0..60);
    (roll_call, session).prop_map(|(before, after)| [before, vec![Do(Command::Open { at: None })], after].concat())
}

/// Reasons for everything that may be irregular, so that an evening goes on.
fn reasons() -> Reasons {
    (1..=20).map(|number| (Code::irregular(number), "vu".to_owned())).collect()
}

/// Does what can be done of those steps; what is impossible is left out.
fn played(steps: &[Step]) -> History {
    let mut history = History::new(session().docket.clone());
    for step in steps {
        let possible = match step {
            Do(command) => history
                .sitting()
                .decide(command, &reasons())
                .ok()
                .map(|accepted| Entry::Action { at: NOW.to_owned(), events: accepted.events }),
            Undo => history.undo_target().map(|_| entry(&history, step)),
            Redo => history.redo_target().map(|_| entry(&history, step)),
        };
        if let Some(entry) = possible {
            history.push(entry).expect("decided by the same rules");
        }
    }
    history
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn case_72_any_evening_counted_from_its_events_alone_gives_the_proclaimed_figures(
        steps in any_evening(),
    ) {
        let entries = entries(&played(&steps));
        let proclaimed = entries.iter().map(|entry| match entry {
            Entry::Action { events, .. } => events.iter().filter(|e| matches!(e, Event::Proclaimed { .. })).count(),
            Entry::Undo(_) => 0,
        });
        let proclaimed = u32::try_from(proclaimed.sum::<usize>()).unwrap();
        prop_assert_eq!(recount(&session().docket, &entries), Ok(proclaimed));
    }

    #[test]
    fn any_evening_is_read_back_from_its_lines_as_it_was(steps in any_evening()) {
        let entries = entries(&played(&steps));
        let (mut pen, mut bytes) = (Pen::NEW, Vec::new());
        let beginning = Beginning { session_file: evening::SESSION.to_owned(), ..Beginning::default() };
        pen.begin(&beginning, &mut bytes).unwrap();
        for entry in &entries {
            pen.entry(entry, &mut bytes).unwrap();
        }
        match read::<Beginning>(&bytes) {
            Ok(Reading::Started(lines)) => {
                prop_assert_eq!(&lines.beginning, &beginning);
                prop_assert_eq!((lines.entries, lines.pen, lines.torn), (entries, pen, 0));
            }
            Ok(Reading::NotStarted { .. }) => prop_assert!(entries.is_empty()),
            Err(broken) => prop_assert!(false, "{broken:?}"),
        }
    }
}

#[test]
fn case_72_a_hundred_actions_taken_back_and_given_again_are_followed_to_the_figures() {
    let report = ReportId::new("1");
    let member = MemberId::new("breton-alix");
    let votes = (0..99).map(|vote| Do(Command::voices(&report, vec![(member.clone(), Choice::ALL[(vote + 1) % 4])])));
    let begun = [Do(Command::Open { at: None }), Do(Command::OpenReport { report: report.clone(), with: vec![] })];
    let proclaim =
        Do(Command::Proclaim { report: report.clone(), at: None, then_open: None, on: None, then_with: vec![] });
    for given_again in [0, 1, 50, 98] {
        let back = std::iter::repeat_n(Undo, 99).chain(std::iter::repeat_n(Redo, given_again));
        let steps: Vec<Step> =
            begun.iter().cloned().chain(votes.clone()).chain(back).chain([proclaim.clone()]).collect();
        let history = played(&steps);
        assert_eq!(history.entries().count(), steps.len(), "every step is possible");
        assert_eq!(recount(&session().docket, &entries(&history)), Ok(1), "{given_again} given again");
    }
}

#[test]
fn such_evenings_do_proclaim_votes() {
    // Otherwise the property above would hold for nothing.
    let proclaimed = Cell::new(0);
    let mut runner = TestRunner::deterministic();
    let outcome = runner.run(&any_evening(), |steps| {
        let votes = recount(&session().docket, &entries(&played(&steps)));
        proclaimed.set(proclaimed.get() + votes.unwrap_or(0));
        Ok(())
    });
    assert!(outcome.is_ok());
    assert!(proclaimed.get() > 100, "{proclaimed:?}");
}

#[test]
fn case_72_a_secret_ballot_is_counted_again_from_who_signed_and_what_was_found() {
    use hemicycle::council::event::Rectified;
    use hemicycle::council::secret::{Count, Ticket};
    use hemicycle::council::step::{AskedBallot, CloseUrn, CountedBallots};
    let report = ReportId::new("1");
    let asked_by = ["martinet-lea", "aubry-paul", "breton-alix"].map(MemberId::new).to_vec();
    let asked = AskedBallot { report: report.clone(), on: None, asked_by, refused: false, at: None };
    let closing = CloseUrn {
        report: report.clone(),
        on: None,
        voters: Some(["martinet-lea", "aubry-paul", "breton-alix", "cheval-rose"].map(MemberId::new).to_vec()),
        all_but: vec![],
        opened_at: None,
        at: None,
    };
    let found = |for_, against| Count {
        in_urn: 4,
        blank: 1,
        null: 0,
        votes: vec![(Ticket::For, for_), (Ticket::Against, against)],
    };
    let steps = [
        Do(Command::Open { at: None }),
        Do(Command::OpenReport { report: report.clone(), with: vec![] }),
        // What was said aloud is void, and counts no more.
        Do(Command::voices(&report, vec![(MemberId::new("aubry-paul"), Choice::Against)])),
        Do(Command::AskSecret(asked)),
        Do(Command::CloseUrn(closing)),
        Undo,
        Redo,
        Do(Command::CountBallots(CountedBallots { report: report.clone(), on: None, count: found(2, 1) })),
        Do(Command::Proclaim { report: report.clone(), at: None, then_open: None, on: None, then_with: vec![] }),
        Do(Command::Rectify {
            report: report.clone(),
            on: None,
            reason: "recomptage".to_owned(),
            presences: vec![],
            voices: vec![],
            counts: None,
            chair: None,
            stated: None,
            urn: Some(found(1, 2)),
            at: None,
        }),
    ];
    let history = played(&steps);
    assert_eq!(history.entries().count(), steps.len(), "every step is possible");
    let right = entries(&history);
    assert_eq!(recount(&session().docket, &right), Ok(2));
    // Who signed for nobody is not a voice; figures of a voice too many are not those of that urn.
    for spoilt in 0..4 {
        let mut broken = right.clone();
        for entry in &mut broken {
            let Entry::Action { events, .. } = entry else { continue };
            for event in events {
                match (spoilt, event) {
                    (0, Event::Proclaimed { tally: Some(tally), .. }) => tally.not_taking_part += 1,
                    (1, Event::Rectified(Rectified { tally: Some(tally), .. })) => tally.blank_null += 1,
                    (2, Event::BallotsCounted(counted)) => counted.count.votes[0].1 += 1,
                    (3, Event::UrnClosed(signed)) => signed.voters.push(MemberId::new("personne")),
                    _ => {}
                }
            }
        }
        assert!(recount(&session().docket, &broken).is_err(), "{spoilt}");
    }
}

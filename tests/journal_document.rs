//! `docs/journal.md` names every event that a journal may hold, each of its fields, and every word that stands in one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::chair::ChairTitle;
use hemicycle::council::chronicle::HourOf;
use hemicycle::council::correction::{Correction, Field};
use hemicycle::council::election::{CandidateList, Form, Office};
use hemicycle::council::event::{Event, Rectified};
use hemicycle::council::finding::Code;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::in_camera::InCameraVote;
use hemicycle::council::kind::{OpinionSense, ReportKind};
use hemicycle::council::majority::Majority;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::numbering::NumberedAct;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::{Dropped, ProposalId};
use hemicycle::council::recusal::Ground;
use hemicycle::council::secret::{Count, Ticket};
use hemicycle::council::step::{
    AddedReport, AskedBallot, ChangedText, ChosenForm, ChosenMajority, ChosenWay, CountedBallots, CountedVoices,
    DroppedProposal, FiledLists, FiledProposal, FixedPosts, LeftGroup, MadeRemark, NamedCandidates, NamedTellers,
    NextRound, OpenedProposal, SettledTie, SignedOff, StatedResult, WaivedSecrecy,
};
use hemicycle::council::tally::Tally;
use hemicycle::council::way::{Counts, Stated, Way};
use jiff::civil::Date;
use serde::Serialize;

/// The event that follows in the documentation, every field filled. One that is added has to be given its place here, or
/// nothing compiles.
#[expect(clippy::too_many_lines, reason = "one arm an event: splitting it would hide that none is missing")]
fn after(event: &Event) -> Option<Event> {
    let (member, report) = (MemberId::new("roche-alice"), ReportId::new("7"));
    let at = Hour::new(20, 17);
    let notes = NoteSums::from([(report.clone(), "0".repeat(64))]);
    let counts = Counts { for_: 3, against: 2, abstentions: 0, not_taking_part: 0 };
    let (tally, outcome) = (Some(Tally::from_counts(5, counts, false)), Outcome::Adopted);
    let reason = "motif".to_owned();
    let id = ProposalId::Amendment("1".to_owned());
    let on = Some(id.clone());
    Some(match event {
        Event::Irregularity { .. } => Event::PresenceSet { member, presence: Presence::Present, at },
        Event::PresenceSet { .. } => Event::SeatTaken { of: Some(member.clone()), member, at },
        Event::SeatTaken { .. } => Event::SeatLeft { member },
        Event::SeatLeft { .. } => Event::HourMended { of: HourOf::Opening, at: at? },
        Event::HourMended { .. } => Event::ProxyGiven { giver: member.clone(), holder: member, at },
        Event::ProxyGiven { .. } => Event::ProxyEnded { giver: member },
        Event::ProxyEnded { .. } => Event::SittingOpened { at },
        Event::SittingOpened { .. } => Event::ReportOpened { with: Some(report.clone()), report },
        Event::ReportOpened { .. } => Event::GroupLeft(LeftGroup { report }),
        Event::GroupLeft(_) => Event::ProposalFiled(FiledProposal {
            report,
            id,
            authors: vec![member],
            on_behalf: Some("le groupe Ensemble".to_owned()),
            target: Some("article 2".to_owned()),
            text: Some("texte".to_owned()),
            put: true,
            at,
        }),
        Event::ProposalFiled(_) => Event::ProposalOpened(OpenedProposal { report, id }),
        Event::ProposalOpened(_) => Event::ProposalDropped(DroppedProposal { report, id, how: Dropped::Moot, at }),
        Event::ProposalDropped(_) => Event::WayChosen(ChosenWay { report, on, way: Way::RollCall }),
        Event::WayChosen(_) => Event::VoicesCounted(CountedVoices {
            report,
            on,
            for_: 3,
            against: 2,
            abstentions: 0,
            not_taking_part: 0,
            chair: Some(Choice::For),
        }),
        Event::VoicesCounted(_) => Event::ResultStated(StatedResult { report, on, result: Stated::Adopted }),
        Event::ResultStated(_) => {
            Event::BallotAsked(AskedBallot { report, on, asked_by: vec![member], refused: true, at })
        }
        Event::BallotAsked(_) => {
            Event::SecretAsked(AskedBallot { report, on, asked_by: vec![member], refused: true, at })
        }
        Event::SecretAsked(_) => Event::TellersNamed(NamedTellers { report, on, tellers: vec![member] }),
        Event::TellersNamed(_) => {
            let list = CandidateList { name: "Ensemble".to_owned(), candidates: vec![member] };
            Event::ListsFiled(FiledLists { report, lists: vec![list] })
        }
        Event::ListsFiled(_) => Event::PostsFixed(FixedPosts { report, posts: 3 }),
        Event::PostsFixed(_) => Event::FormChosen(ChosenForm { report, form: Form::ByList }),
        Event::FormChosen(_) => Event::SecrecyWaived(WaivedSecrecy { report, at }),
        Event::SecrecyWaived(_) => Event::UrnClosed(SignedOff { report, on, voters: vec![member], opened_at: at, at }),
        Event::UrnClosed(_) => Event::BallotsCounted(CountedBallots { report, on, count: totals() }),
        Event::BallotsCounted(_) => Event::TieSettled(SettledTie { report, ticket: Ticket::Member(member) }),
        Event::TieSettled(_) => Event::RoundOpened(NextRound { report }),
        Event::RoundOpened(_) => {
            Event::MajorityChosen(ChosenMajority { report, majority: Majority::TwoThirdsOfCast, reason })
        }
        Event::MajorityChosen(_) => Event::TextChanged(ChangedText { report, text: "texte".to_owned(), at }),
        Event::TextChanged(_) => Event::ReportAdded(AddedReport {
            report: report.clone(),
            object: "objet".to_owned(),
            kind: ReportKind::Wish,
            rapporteur: Some(member),
            text: Some("texte".to_owned()),
            after: Some(report),
            at,
        }),
        Event::ReportAdded(_) => Event::RemarkMade(MadeRemark { report, by: Some(member), text: "texte".to_owned() }),
        Event::RemarkMade(_) => Event::CandidatesNamed(NamedCandidates { report, candidates: vec![member] }),
        Event::CandidatesNamed(_) => {
            let note = Some("présidente de l’association".to_owned());
            Event::Recused { report, member, ground: Ground::Interest, left_room: true, note, at }
        }
        Event::Recused { .. } => Event::RecusalEnded { report, member },
        Event::RecusalEnded { .. } => {
            Event::ChairTaken { member, report: Some(report), title: ChairTitle::Elected, at }
        }
        Event::ChairTaken { .. } => {
            Event::SecretariesNamed { secretaries: vec![member], assistants: vec!["Mme COLIN".to_owned()], at }
        }
        Event::SecretariesNamed { .. } => Event::RapporteurReplaced { report, member: Some(member) },
        Event::RapporteurReplaced { .. } => {
            let vote = InCameraVote { asked_by: vec![member], for_: 3, against: 1, abstentions: 1, needed: 3 };
            Event::InCameraVoted { vote, at }
        }
        Event::InCameraVoted { .. } => Event::PublicAgain { at },
        Event::PublicAgain { .. } => Event::Suspended { at },
        Event::Suspended { .. } => Event::Resumed { at },
        Event::Resumed { .. } => Event::VoiceSet { report, on, member, choice: Choice::Against },
        Event::VoiceSet { .. } => Event::Proclaimed { report, on, tally, outcome, note: Some(reason), at },
        Event::Proclaimed { .. } => {
            let (presences, voices) = (vec![(member.clone(), Presence::Absent)], vec![(member, Choice::Against)]);
            Event::Rectified(Rectified {
                report,
                on,
                reason,
                presences,
                voices,
                counts: Some(counts),
                chair: Some(Choice::For),
                stated: Some(Stated::Adopted),
                urn: Some(totals()),
                tally,
                outcome,
                at,
            })
        }
        Event::Rectified(_) => Event::ActNumbered(NumberedAct { report, act: "2025_007".to_owned() }),
        Event::ActNumbered(_) => Event::ActWithdrawn(NumberedAct { report, act: "2025_007".to_owned() }),
        Event::ActWithdrawn(_) => Event::SittingAdjourned { at, notes },
        Event::SittingAdjourned { .. } => Event::SittingClosed { at, notes },
        Event::SittingClosed { .. } => {
            Event::MinutesSettled { on: Date::constant(2025, 4, 7), remarks: Some("néant".to_owned()), notes }
        }
        Event::MinutesSettled { .. } => Event::FileTakenOver {
            corrections: vec![Correction { field: Field::Place, before: None, after: None }],
            session_file: "(…)".to_owned(),
            sums: BTreeMap::new(),
        },
        Event::FileTakenOver { .. } => return None,
    })
}

/// What was found in an urn.
fn totals() -> Count {
    Count { in_urn: 6, blank: 1, null: 0, votes: vec![(Ticket::For, 3), (Ticket::Against, 2)] }
}

fn events() -> Vec<Event> {
    let report = Some(ReportId::new("7"));
    let mut events =
        vec![Event::Irregularity { code: Code::irregular(2), report, on: None, reason: "motif".to_owned() }];
    while let Some(next) = events.last().and_then(after) {
        events.push(next);
    }
    events
}

/// Each event as a journal of format 1 writes it: once with every field, once without those that may be left out. Kept as it
/// was on the day on which the format was frozen; events that came later stand behind them.
const FROZEN: &str = include_str!("journal_document/frozen.jsonl");

/// The same event without what a journal leaves out.
fn bare(event: &Event, document: &str) -> Event {
    let (name, _) = written(event);
    let cell = row(document, &format!("`{name}`"))[2].clone();
    let mut value = serde_json::to_value(event).expect("it is written");
    let fields = value[&name].as_object_mut().expect("fields");
    fields.retain(|field, _| !cell.contains(&format!("`{field}`°")));
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn no_event_is_written_otherwise_than_on_the_day_on_which_the_format_was_frozen() {
    let document = document();
    let json = |event: &Event| serde_json::to_string(event).expect("it is written");
    let now: Vec<String> = events().iter().flat_map(|event| [json(event), json(&bare(event, &document))]).collect();
    let frozen: Vec<&str> = FROZEN.lines().collect();
    for line in &now {
        assert!(frozen.contains(&line.as_str()), "an event that changed, or a new one to be added at the end:\n{line}");
    }
    for line in frozen {
        let read: Event = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert_eq!(json(&read), line);
    }
}

/// The name and the fields of an event as a journal writes them.
fn written(event: &Event) -> (String, BTreeSet<String>) {
    let serde_json::Value::Object(event) = serde_json::to_value(event).expect("it is written") else { panic!() };
    let (name, fields) = event.into_iter().next().expect("one name");
    let serde_json::Value::Object(fields) = fields else { panic!("{name} has no fields") };
    (name, fields.into_iter().map(|(field, _)| field).collect())
}

fn document() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/journal.md")).expect("the document")
}

/// What stands between backticks in a text.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The cells of the row whose first cell is that.
fn row(document: &str, first: &str) -> Vec<String> {
    let begins = format!("| {first} |");
    let row = document.lines().find(|line| line.starts_with(&begins)).unwrap_or_else(|| panic!("no row {first}"));
    row.split('|').map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn the_document_names_every_event_with_its_fields_and_no_other() {
    let document = document();
    let mut names = BTreeSet::new();
    for event in events() {
        let (name, fields) = written(&event);
        assert_eq!(quoted(&row(&document, &format!("`{name}`"))[2]), fields, "{name}");
        names.insert(name);
    }
    let table = document.split("| event |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("the table");
    let rows = table.lines().skip(2).filter_map(|line| line.strip_prefix("| `")?.split('`').next().map(str::to_owned));
    assert_eq!(rows.collect::<BTreeSet<_>>(), names);
}

#[test]
fn a_field_is_marked_where_a_journal_leaves_it_out() {
    let document = document();
    let bare = |json: &str| serde_json::from_str::<Event>(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    // Each event read from its unmarked fields alone.
    for event in events() {
        let (name, _) = written(&event);
        let cell = row(&document, &format!("`{name}`"))[2].clone();
        let value = serde_json::to_value(&event).expect("it is written");
        let kept: serde_json::Map<String, serde_json::Value> = value[&name]
            .as_object()
            .expect("fields")
            .iter()
            .filter(|(field, _)| !cell.contains(&format!("`{field}`°")))
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect();
        let read = bare(&serde_json::json!({ &name: kept }).to_string());
        let left: BTreeSet<String> = written(&read).1;
        assert_eq!(left, kept.keys().cloned().collect::<BTreeSet<_>>(), "{name}");
    }
}

fn words<T: Serialize>(all: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    all.into_iter().map(|word| serde_json::to_value(word).unwrap().as_str().expect("a word").to_owned()).collect()
}

#[test]
fn the_document_lists_every_word_that_stands_in_an_event() {
    let document = document();
    let listed = |first: &str| quoted(&row(&document, first)[2]);
    assert_eq!(listed("`etat`"), words(Presence::ALL));
    assert_eq!(listed("`choix`"), words(Choice::ALL));
    assert_eq!(listed("`motif` of a `Deport`"), words(Ground::ALL));
    let titles =
        [ChairTitle::Replacing, ChairTitle::Elected, ChairTitle::Returning, ChairTitle::Eldest, ChairTitle::Installed];
    assert_eq!(listed("`titre`"), words(titles));
    assert_eq!(listed("`mode`"), words(Form::ALL));
    let outcomes = [
        Outcome::AdoptedUnanimously,
        Outcome::Adopted,
        Outcome::AdoptedByCastingVote,
        Outcome::Rejected,
        Outcome::RejectedByCastingVote,
        Outcome::RejectedByTie,
        Outcome::AdoptedNoMajorityAgainst,
        Outcome::RejectedNothingCast,
        Outcome::RejectedShortOfMajority,
        Outcome::Acknowledged,
        Outcome::Heard,
        Outcome::Settled,
        Outcome::AppointedWithoutVote,
        Outcome::Withdrawn,
        Outcome::Postponed,
        Outcome::SetAside,
        Outcome::Elected,
        Outcome::NobodyElected,
    ];
    assert_eq!(listed("`resultat`"), words(outcomes));
    assert_eq!(listed("`motif` of an `Abandon`"), words([Dropped::Withdrawn, Dropped::Moot]));
    assert_eq!(listed("`maniere`"), words(Way::ALL));
    assert_eq!(listed("`resultat` of an `Annonce`; `annonce`"), words(Stated::ALL));
    assert_eq!(listed("`regle`"), words(Majority::ALL));
    let tally = serde_json::to_value(Tally::from_counts(
        1,
        Counts { for_: 1, against: 0, abstentions: 0, not_taking_part: 0 },
        false,
    ))
    .unwrap();
    let figures: BTreeSet<String> = tally.as_object().unwrap().keys().cloned().collect();
    assert!(figures.is_subset(&listed("`chiffres`")), "{figures:?}");
    let hours = [
        HourOf::Opening,
        HourOf::Movement(MemberId::new("membre")),
        HourOf::Proclamation(ReportId::new("rapport")),
        HourOf::Suspension,
        HourOf::Resumption,
        HourOf::Closing,
    ];
    let hours: BTreeSet<String> = hours.iter().map(|of| serde_json::to_string(of).unwrap()).collect();
    assert_eq!(listed("`de` of an hour"), hours);
}

#[test]
fn the_document_writes_every_proposal_every_kind_of_report_and_the_count_as_an_event_does() {
    let document = document();
    let listed = |first: &str| quoted(&row(&document, first)[2]);
    let json = |value: &dyn Fn() -> serde_json::Result<String>| value().expect("it is written");
    let proposals = [
        ProposalId::Amendment("1".to_owned()),
        ProposalId::Part("article 2".to_owned()),
        ProposalId::Postponement,
        ProposalId::PreviousQuestion,
    ];
    let written: BTreeSet<String> = proposals.iter().map(|id| json(&|| serde_json::to_string(id))).collect();
    assert_eq!(listed("`sur`"), written);

    let senses = [OpinionSense::Favourable, OpinionSense::Unfavourable, OpinionSense::Reserved];
    let kinds = [
        ReportKind::Deliberation,
        ReportKind::Opinion { sense: OpinionSense::Favourable },
        ReportKind::Acknowledgement { voted: false },
        ReportKind::Information,
        ReportKind::Communication,
        ReportKind::Decisions,
        ReportKind::OralQuestion,
        ReportKind::Wish,
        ReportKind::Motion,
        ReportKind::PreviousMinutes { of: Some(Date::constant(2025, 2, 10)), voted: false },
        ReportKind::AdministrativeAccounts,
        ReportKind::UnifiedAccounts,
        ReportKind::Appointment { posts: Some(2), secret: false },
        ReportKind::Election { office: Office::Mayor, posts: Some(3) },
    ];
    let mut written: BTreeSet<String> = kinds.iter().map(|kind| json(&|| serde_json::to_string(kind))).collect();
    written.extend(words(senses));
    written.extend(words(Office::ALL));
    assert_eq!(listed("`genre`"), written);

    let counts = serde_json::to_value(Counts::default()).expect("it is written");
    let counts: BTreeSet<String> = counts.as_object().expect("fields").keys().cloned().collect();
    assert_eq!(listed("`decompte`"), counts);

    let found = serde_json::to_value(totals()).expect("it is written");
    let found: BTreeSet<String> = found.as_object().expect("fields").keys().cloned().collect();
    assert_eq!(listed("`total`; `depouillement`"), found);
    let tickets = [
        Ticket::For,
        Ticket::Against,
        Ticket::Member(MemberId::new("membre")),
        Ticket::List("nom de la liste".to_owned()),
    ];
    let written: BTreeSet<String> = tickets.iter().map(|it| json(&|| serde_json::to_string(it))).collect();
    assert_eq!(listed("`voix` of an urn; `au_benefice_de`"), written);
}

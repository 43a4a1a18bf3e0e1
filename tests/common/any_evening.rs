//! Any evening of a made-up council of seven, with every command that there is.

use std::collections::BTreeMap;

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::chronicle::HourOf;
use hemicycle::council::command::{Command, Voices};
use hemicycle::council::correction::{Correction, Field};
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::Docket;
use hemicycle::council::election::Office;
use hemicycle::council::finding::Code;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::majority::Majority;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::numbering::{Numbering, Pattern};
use hemicycle::council::proposal::{Dropped, Proposal, ProposalId};
use hemicycle::council::recusal::{Ground, Recusal};
use hemicycle::council::roster::{Member, Roster, Standing};
use hemicycle::council::settings::Setting;
use hemicycle::council::step::{
    AskedBallot, ChosenForm, ChosenMajority, ChosenWay, CloseUrn, CountedBallots, CountedVoices, FiledLists,
    FixedPosts, NamedCandidates, NamedTellers, NextRound, SettledTie, StatedResult, WaivedSecrecy,
};
use hemicycle::council::way::{Stated, Way};
use jiff::civil::Date;
use proptest::prelude::*;

use super::{docket, member, report, with_away, with_person, with_report};

const PERSONS: u32 = 10;
const REPORTS: u32 = 9;

/// Seven members, 5 represented by 2; 8 may sit for 7, 9 in a vacant seat, 10 in place of 6. Report 2 is the accounts, and
/// 4 is interested in report 3; 4 is a wish, which takes two thirds of the
/// votes cast and has an amendment; 5 are minutes, 6 an appointment, 8 elects the mayor, 9 deputies. Of three members the day of
/// birth is known. Those who take no part are voters. Acts are numbered, those of rejected reports are not.
pub fn council() -> Docket {
    let mut council = with_away(docket(7, REPORTS), &[(7, Presence::Excused)], &[(5, 2)]);
    let pattern = Pattern::read("{annee}_{rang:03}").expect("a pattern");
    council.body.numbering = Some(Numbering { pattern, rejected: false });
    council = with_person(council, 8, Standing::SubstituteOf(member(7)));
    council = with_person(council, 9, Standing::SuccessorOf(None));
    council = with_person(council, 10, Standing::SuccessorOf(Some(member(6))));
    council = with_report(council, 2, |report| report.kind = ReportKind::AdministrativeAccounts);
    let recusal = Recusal { ground: Ground::Interest, left_room: true, note: None };
    let reason = "art. 30".to_owned();
    council.body.settings.majorities = vec![(ReportKind::Wish, Setting { value: Majority::TwoThirdsOfCast, reason })];
    council.body.settings.nppv_in_voters = true;
    council = with_report(council, 4, |report| {
        report.kind = ReportKind::Wish;
        report.amendments = vec![Proposal::new(super::ask::amendment(1))];
    });
    council = with_report(council, 5, |report| report.kind = ReportKind::PreviousMinutes { of: None, voted: false });
    council = with_report(council, 6, |report| {
        report.kind = ReportKind::Appointment { posts: Some(2), secret: false };
    });
    council = with_report(council, 8, |report| {
        report.kind = ReportKind::Election { office: Office::Mayor, posts: None };
    });
    council = with_report(council, 9, |report| {
        report.kind = ReportKind::Election { office: Office::Deputies, posts: Some(2) };
    });
    let births = [(4, Date::constant(1950, 5, 1)), (5, Date::constant(1960, 1, 1)), (6, Date::constant(1960, 1, 1))];
    let mut members: Vec<Member> = council.roster.everyone().cloned().collect();
    for (who, birth) in births {
        members.iter_mut().filter(|held| held.id == member(who)).for_each(|held| held.birth = Some(birth));
    }
    council.roster = Roster::new(members);
    with_report(council, 3, |report| report.recusals = vec![(member(4), recusal.clone())])
}

#[derive(Clone, Debug)]
pub enum Step {
    Do(Command),
    Undo,
    Redo,
}

fn who() -> impl Strategy<Value = u32> {
    1..=PERSONS
}

fn hour() -> impl Strategy<Value = Option<Hour>> {
    proptest::option::weighted(0.3, (17_u8..=23, 0_u8..60).prop_map(|(hour, minute)| Hour::new(hour, minute).unwrap()))
}

/// More against than is usual, so that votes are lost and tied too.
fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        1 => Just(Choice::For),
        4 => Just(Choice::Against),
        2 => Just(Choice::Abstain),
        1 => Just(Choice::NotTakingPart),
    ]
}

fn presence() -> impl Strategy<Value = Presence> {
    proptest::sample::select(&Presence::ALL)
}

/// One of the agenda; at times the one that may be added.
fn number() -> impl Strategy<Value = u32> {
    prop_oneof![9 => 1..=REPORTS, 1 => Just(REPORTS + 1)]
}

/// The movements, which an evening is full of.
fn movement() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => (who(), presence(), hour()).prop_map(|(who, presence, at)| super::ask::mark(who, presence, at)),
        3 => (who(), hour()).prop_map(|(who, at)| super::ask::arrive(who, at)),
        3 => (who(), who(), hour()).prop_map(|(giver, holder, at)| super::ask::power(giver, holder, at)),
        1 => who().prop_map(super::ask::end_power),
        1 => (8..=PERSONS, hour()).prop_map(|(who, at)| super::ask::sit(who, at)),
    ]
}

fn hour_of() -> impl Strategy<Value = HourOf> {
    prop_oneof![
        Just(HourOf::Opening),
        who().prop_map(|who| HourOf::Movement(member(who))),
        number().prop_map(|number| HourOf::Proclamation(report(number))),
        Just(HourOf::Suspension),
        Just(HourOf::Resumption),
        Just(HourOf::Closing),
    ]
}

fn around() -> impl Strategy<Value = Command> {
    prop_oneof![
        (who(), proptest::option::of(number()), any::<bool>())
            .prop_map(|(who, over, elected)| super::ask::preside(who, over, elected)),
        proptest::collection::vec(who(), 0..3).prop_map(|who| super::ask::secretaries(&who)),
        (number(), proptest::option::of(who())).prop_map(|(number, who)| super::ask::rapporteur(number, who)),
        (number(), who(), proptest::sample::select(&Ground::ALL), any::<bool>())
            .prop_map(|(number, who, ground, left)| super::ask::recuse(number, who, ground, left)),
        (number(), who()).prop_map(|(number, who)| super::ask::end_recusal(number, who)),
        (proptest::collection::vec(who(), 0..4), 2_u32..6, 0_u32..2)
            .prop_map(|(askers, for_, against)| super::ask::in_camera(&askers, for_, against, 0)),
        Just(super::ask::public()),
        hour().prop_map(super::ask::suspend),
        hour_of().prop_flat_map(|of| (Just(of), 17_u8..=23)).prop_map(|(of, hour)| super::ask::mend(of, hour, 30)),
        Just(Command::TakeOver {
            corrections: vec![Correction { field: Field::Place, before: None, after: Some("Mairie".into()) }],
            session_file: "(…)".into(),
            sums: BTreeMap::new(),
        }),
    ]
}

/// The report of a voice or of a proclamation: mostly the one that is open, whichever that is.
fn number_or_open() -> impl Strategy<Value = u32> {
    prop_oneof![6 => Just(OPEN), 1 => number()]
}

/// Stands for the report that is open when the step is taken.
pub const OPEN: u32 = 0;

/// The command with the report that is open now, what is put to the vote in it, and figures that add up in its room.
pub fn aimed(command: &Command, history: &History) -> Command {
    let mut command = command.clone();
    let Some(floor) = history.sitting().floor() else { return command };
    match &mut command {
        Command::Proclaim { report: aim, on, .. }
        | Command::SetVoices(Voices { report: aim, on, .. })
        | Command::ChooseWay(ChosenWay { report: aim, on, .. })
        | Command::StateResult(StatedResult { report: aim, on, .. })
        | Command::AskBallot(AskedBallot { report: aim, on, .. })
        | Command::CountVoices(CountedVoices { report: aim, on, .. })
            if *aim == report(OPEN) =>
        {
            *aim = floor.report.id.clone();
            *on = floor.on.cloned();
        }
        Command::AskSecret(AskedBallot { report: aim, on, .. })
        | Command::CloseUrn(CloseUrn { report: aim, on, .. })
        | Command::CountBallots(CountedBallots { report: aim, on, .. })
            if *aim == report(OPEN) =>
        {
            *aim = floor.report.id.clone();
            *on = floor.on.cloned();
        }
        Command::ChooseMajority(ChosenMajority { report: aim, .. })
        | Command::NameTellers(NamedTellers { report: aim, .. })
        | Command::WaiveSecrecy(WaivedSecrecy { report: aim, .. })
        | Command::SettleTie(SettledTie { report: aim, .. })
        | Command::NextRound(NextRound { report: aim })
        | Command::NameCandidates(NamedCandidates { report: aim, .. })
        | Command::FileLists(FiledLists { report: aim, .. })
        | Command::FixPosts(FixedPosts { report: aim, .. })
        | Command::ChooseForm(ChosenForm { report: aim, .. })
        | Command::LeaveGroup(hemicycle::council::step::LeftGroup { report: aim })
        | Command::FileProposal(hemicycle::council::step::FiledProposal { report: aim, .. })
        | Command::OpenProposal(hemicycle::council::step::OpenedProposal { report: aim, .. })
        | Command::DropProposal(hemicycle::council::step::DroppedProposal { report: aim, .. })
            if *aim == report(OPEN) =>
        {
            *aim = floor.report.id.clone();
        }
        Command::Withdraw { report: aim, .. } if *aim == report(OPEN) => *aim = floor.report.id.clone(),
        _ => {}
    }
    super::any_election::aimed_at_the_urn(&mut command, history);
    match &mut command {
        Command::CountVoices(counted) => {
            let others = counted.against + counted.abstentions + counted.not_taking_part;
            counted.for_ = floor.vote.voices().saturating_sub(others);
        }
        // Everybody who was not called yet, at once: a roll call of seven is rarely finished by chance.
        Command::SetVoices(Voices { voices, .. }) if floor.vote.way == Way::RollCall => {
            for member in floor.vote.awaited() {
                if !voices.iter().any(|(who, _)| who == member) {
                    voices.push((member.clone(), Choice::For));
                }
            }
        }
        _ => {}
    }
    command
}

fn voting() -> impl Strategy<Value = Command> {
    let said = || proptest::collection::vec((1..=7_u32, choice()), 1..4);
    prop_oneof![
        4 => number().prop_map(super::ask::open_report),
        6 => (number_or_open(), said()).prop_map(|(number, said)| super::ask::voices(number, &said)),
        4 => (number_or_open(), hour(), proptest::option::of(number())).prop_map(|(number, at, next)| Command::Proclaim { report: report(number),
            at,
            then_open: next.map(report), on: None, then_with: vec![] }),
        2 => (number(), proptest::collection::vec((who(), presence()), 0..2), said())
            .prop_map(|(number, presences, said)| super::ask::rectify(number, "relevé", &presences, &said)),
    ]
}

fn proposal() -> impl Strategy<Value = ProposalId> {
    prop_oneof![
        3 => (1_u32..3).prop_map(super::ask::amendment),
        1 => Just(ProposalId::Part("article 2".into())),
        1 => Just(ProposalId::Postponement),
        1 => Just(ProposalId::PreviousQuestion),
    ]
}

/// How a vote is recorded.
fn recording() -> impl Strategy<Value = Command> {
    let few = || 0_u32..3;
    let chair = || proptest::option::of(choice());
    prop_oneof![
        3 => (number_or_open(), proptest::sample::select(&Way::ALL))
            .prop_map(|(number, way)| super::ask::choose_way(number, None, way)),
        3 => (number_or_open(), few(), few(), few(), chair()).prop_map(|(number, against, abstain, out, chair)| {
            super::ask::figures(number, None, [0, against, abstain, out], chair)
        }),
        2 => (number_or_open(), proptest::sample::select(&Stated::ALL))
            .prop_map(|(number, result)| super::ask::state(number, None, result)),
        2 => (number_or_open(), proptest::collection::vec(1..=7_u32, 1..4), any::<bool>())
            .prop_map(|(number, askers, refused)| super::ask::ask_ballot(number, None, &askers, refused)),
        2 => (number(), proptest::option::of((few(), few())), proptest::option::of(proptest::sample::select(&Stated::ALL)))
            .prop_map(|(number, counts, stated)| {
                let counts = counts.map(|(against, out)| [6 - against - out, against, 0, out]);
                super::ask::rectify_figures(number, None, counts, stated)
            }),
        1 => (number(), proposal(), said()).prop_map(|(number, id, voices)| {
            let mut command = super::ask::rectify(number, "motif", &[], &voices);
            if let Command::Rectify { on, .. } = &mut command {
                *on = Some(id);
            }
            command
        }),
    ]
}

fn said() -> impl Strategy<Value = Vec<(u32, Choice)>> {
    proptest::collection::vec((1..=7_u32, choice()), 1..4)
}

/// What happens to a report beside the vote on its text.
fn handling() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => (number_or_open(), proposal(), any::<bool>())
            .prop_map(|(number, id, put)| super::ask::file_on(number, &id, put)),
        4 => (number_or_open(), proposal()).prop_map(|(number, id)| super::ask::put(number, &id)),
        4 => (number_or_open(), proposal(), any::<bool>()).prop_map(|(number, id, moot)| {
            super::ask::drop_proposal(number, &id, if moot { Dropped::Moot } else { Dropped::Withdrawn })
        }),
        5 => Just(super::ask::open_together(3, &[1, 7])),
        4 => (number(), number(), number()).prop_map(|(one, two, three)| super::ask::open_together(one, &[two, three])),
        3 => (number(), number()).prop_map(|(one, two)| super::ask::open_together(one, &[two])),
        4 => number_or_open().prop_map(super::ask::leave_group),
        3 => (number_or_open(), said()).prop_map(|(number, said)| super::ask::voices_everywhere(number, &said)),
        2 => (number_or_open(), proptest::sample::select(&Majority::ALL))
            .prop_map(|(number, majority)| super::ask::choose_majority(number, majority)),
        1 => number().prop_map(|number| super::ask::change_text(number, "Dix au lieu de neuf.")),
        1 => (REPORTS + 1..REPORTS + 3, any::<bool>(), proptest::option::of(number())).prop_map(|(number, told, after)| {
            let kind = if told { ReportKind::Information } else { ReportKind::Motion };
            super::ask::add_report(number, kind, after)
        }),
        1 => (4_u32..6, proptest::option::of(who())).prop_map(|(number, who)| super::ask::remark(number, who)),
        2 => proptest::collection::vec(who(), 0..4).prop_map(|who| super::ask::candidates(6, &who)),
        1 => number().prop_map(super::ask::withdraw),
    ]
}

/// The minutes settled, a day too early at times.
fn settling() -> impl Strategy<Value = Command> {
    (2_i8..6, proptest::option::of(Just("vu")), any::<bool>()).prop_map(|(day, remarks, noted)| {
        Command::SettleMinutes {
            on: Date::constant(2025, 3, day),
            remarks: remarks.map(str::to_owned),
            notes: if noted { NoteSums::from([(report(1), "0".repeat(64))]) } else { NoteSums::new() },
        }
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => movement().prop_map(Step::Do),
        5 => around().prop_map(Step::Do),
        // A sitting that is suspended has to go on for anything to be voted.
        5 => hour().prop_map(|at| Step::Do(super::ask::resume(at))),
        12 => voting().prop_map(Step::Do),
        4 => recording().prop_map(Step::Do),
        3 => super::any_election::of_an_urn().prop_map(Step::Do),
        7 => handling().prop_map(Step::Do),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// A roll call, the opening, what comes, and an end: closed or adjourned where that is possible, then mended.
pub fn any_evening() -> impl Strategy<Value = Vec<Step>> {
    let roll_call = proptest::collection::vec(movement().prop_map(Step::Do), 0..6);
    let one = step().prop_map(|step| vec![step]);
    let course = proptest::collection::vec(prop_oneof![16 => one, 1 => super::any_election::secret_vote()], 0..60)
        .prop_map(|chunks| chunks.concat());
    let end = prop_oneof![hour().prop_map(super::ask::close), hour().prop_map(super::ask::adjourn)].prop_map(Step::Do);
    let after =
        proptest::collection::vec(prop_oneof![voting(), recording(), around(), settling()].prop_map(Step::Do), 0..4);
    (roll_call, hour(), course, end, after).prop_map(|(before, at, course, end, after)| {
        [before, vec![Step::Do(super::ask::open(at))], course, vec![end], after].concat()
    })
}

/// Reasons for everything that may be irregular, so that an evening goes on.
pub fn reasons() -> Reasons {
    (1..=60).map(|number| (Code::irregular(number), "vu".to_owned())).collect()
}

/// Does what can be done of those steps, and shows the record after each to `look`; what is impossible is left out.
pub fn played(steps: &[Step], mut look: impl FnMut(&History, Option<&Command>)) -> History {
    let mut history = History::new(std::sync::Arc::new(council()));
    for step in steps {
        let (entry, command) = match step {
            Step::Do(command) => {
                let command = aimed(command, &history);
                match history.sitting().decide(&command, &reasons()) {
                    Ok(accepted) => (Entry::Action { at: String::new(), events: accepted.events }, Some(command)),
                    Err(_) => continue,
                }
            }
            Step::Undo => match history.undo_target() {
                Some(target) => (Entry::Undo(target), None),
                None => continue,
            },
            Step::Redo => match history.redo_target() {
                Some(target) => (Entry::Undo(target), None),
                None => continue,
            },
        };
        // The record asks `decide` again, by the command that it reads from the events.
        history.push(entry).unwrap_or_else(|misfit| panic!("{step:?}: {misfit}"));
        look(&history, command.as_ref());
    }
    history
}

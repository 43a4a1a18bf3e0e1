//! A course is the serde form of the commands: whatever may be asked can be written down and read back.

use std::sync::Arc;

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::chronicle::HourOf;
use hemicycle::council::command::{Command, Voices};
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Finding;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::kind::{OpinionSense, ReportKind};
use hemicycle::council::majority::Majority;
use hemicycle::council::notes::NoteSums;
use hemicycle::council::proposal::{Dropped, ProposalId};
use hemicycle::council::recusal::Ground;
use hemicycle::council::step::{
    AddedReport, AskedBallot, ChangedText, ChosenMajority, ChosenWay, CountedVoices, DroppedProposal, FiledProposal,
    LeftGroup, MadeRemark, NamedCandidates, OpenedProposal, StatedResult,
};
use hemicycle::council::way::{Counts, Stated, Way};
use hemicycle::store::course;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::common::docket_of;
use super::desk::{NOW, SESSION};

const MEMBERS: [&str; 5] = ["martinet-lea", "aubry-paul", "morel-anne", "morel-denis", "petit-jean"];

/// A délibération, two that may be put to one vote with it, minutes on which something is remarked, posts to fill.
fn session() -> String {
    let report = "Rapport(numero: \"05\"";
    let more = r#"Rapport(numero: "01", objet: "Procès-verbal"),
        Rapport(numero: "08", objet: "Délégués"),"#;
    SESSION.replace(report, &format!("{more} {report}"))
}

fn member() -> impl Strategy<Value = MemberId> {
    select(&MEMBERS).prop_map(MemberId::new)
}

fn report() -> impl Strategy<Value = ReportId> {
    select(&["05", "06", "01", "08"]).prop_map(ReportId::new)
}

fn hour() -> impl Strategy<Value = Hour> {
    (18_u8..23, 0_u8..60).prop_map(|(hour, minute)| Hour::new(hour, minute).expect("an hour"))
}

fn at() -> impl Strategy<Value = Option<Hour>> {
    of(hour())
}

fn presence() -> impl Strategy<Value = Presence> {
    select(&Presence::ALL)
}

fn words() -> impl Strategy<Value = String> {
    select(&["mal noté", "dit « non »", "a \"b\" \\ c", "l’élu"]).prop_map(str::to_owned)
}

/// Voices as a course lists them: under each choice, in the order of the choices.
fn voices(least: usize) -> impl Strategy<Value = Vec<(MemberId, Choice)>> {
    vec((member(), select(&Choice::ALL)), least..4).prop_map(|mut voices| {
        voices.sort_by_key(|(_, choice)| *choice);
        voices
    })
}

fn hour_of() -> impl Strategy<Value = HourOf> {
    prop_oneof![
        Just(HourOf::Opening),
        member().prop_map(HourOf::Movement),
        report().prop_map(HourOf::Proclamation),
        Just(HourOf::Suspension),
        Just(HourOf::Resumption),
        Just(HourOf::Closing),
    ]
}

fn proposal() -> impl Strategy<Value = ProposalId> {
    prop_oneof![
        3 => select(&["1", "2 bis"]).prop_map(|number| ProposalId::Amendment(number.to_owned())),
        1 => Just(ProposalId::Part("article 2".to_owned())),
        1 => Just(ProposalId::Postponement),
        1 => Just(ProposalId::PreviousQuestion),
    ]
}

fn on() -> impl Strategy<Value = Option<ProposalId>> {
    prop_oneof![2 => Just(None), 1 => proposal().prop_map(Some)]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![words(), Just("Un.\n\n- deux ;\n- « trois ».".to_owned())]
}

fn kind() -> impl Strategy<Value = ReportKind> {
    const SENSES: [OpinionSense; 3] = [OpinionSense::Favourable, OpinionSense::Unfavourable, OpinionSense::Reserved];
    prop_oneof![
        Just(ReportKind::Deliberation),
        select(&SENSES).prop_map(|sense| ReportKind::Opinion { sense }),
        any::<bool>().prop_map(|voted| ReportKind::Acknowledgement { voted }),
        Just(ReportKind::Information),
        Just(ReportKind::Communication),
        Just(ReportKind::Decisions),
        Just(ReportKind::OralQuestion),
        Just(ReportKind::Wish),
        Just(ReportKind::Motion),
        (of(1_i8..=28), any::<bool>()).prop_map(|(day, voted)| ReportKind::PreviousMinutes {
            of: day.map(|day| Date::constant(2025, 2, day)),
            voted
        }),
        Just(ReportKind::AdministrativeAccounts),
        Just(ReportKind::UnifiedAccounts),
        (of(1_u32..4), any::<bool>()).prop_map(|(posts, secret)| ReportKind::Appointment { posts, secret }),
    ]
}

fn counts() -> impl Strategy<Value = Counts> {
    (0_u32..6, 0_u32..3, 0_u32..2, 0_u32..2).prop_map(|(for_, against, abstentions, not_taking_part)| Counts {
        for_,
        against,
        abstentions,
        not_taking_part,
    })
}

/// What is done beside the vote on a text: proposals, ways, majorities, ballots, the agenda.
fn of_a_report() -> impl Strategy<Value = Command> {
    let proposals = prop_oneof![
        2 => (report(), proposal(), vec(member(), 0..3), of(words()), of(words()), of(text()), any::<bool>(), at()).prop_map(
            |(report, id, authors, on_behalf, target, text, put, at)| {
                Command::FileProposal(FiledProposal { report, id, authors, on_behalf, target, text, put, at })
            }
        ),
        1 => (report(), proposal()).prop_map(|(report, id)| Command::OpenProposal(OpenedProposal { report, id })),
        1 => (report(), proposal(), select(&[Dropped::Withdrawn, Dropped::Moot][..]), at()).prop_map(
            |(report, id, how, at)| Command::DropProposal(DroppedProposal { report, id, how, at })
        ),
    ];
    let ways = prop_oneof![
        (report(), on(), select(&Way::ALL[..])).prop_map(|(report, on, way)| Command::ChooseWay(ChosenWay {
            report,
            on,
            way
        })),
        (report(), on(), counts(), of(select(&Choice::ALL[..]))).prop_map(|(report, on, counts, chair)| {
            let Counts { for_, against, abstentions, not_taking_part } = counts;
            Command::CountVoices(CountedVoices { report, on, for_, against, abstentions, not_taking_part, chair })
        }),
        (report(), on(), select(&Stated::ALL[..]))
            .prop_map(|(report, on, result)| Command::StateResult(StatedResult { report, on, result })),
        (report(), on(), vec(member(), 1..3), any::<bool>(), at()).prop_map(|(report, on, asked_by, refused, at)| {
            Command::AskBallot(AskedBallot { report, on, asked_by, refused, at })
        }),
        (report(), select(&Majority::ALL[..]), words()).prop_map(|(report, majority, reason)| {
            Command::ChooseMajority(ChosenMajority { report, majority, reason })
        }),
    ];
    let agenda = prop_oneof![
        report().prop_map(|report| Command::LeaveGroup(LeftGroup { report })),
        (report(), text(), at()).prop_map(|(report, text, at)| Command::ChangeText(ChangedText { report, text, at })),
        (select(&["09", "10"][..]), words(), kind(), of(member()), of(text()), of(report()), at()).prop_map(
            |(number, object, kind, rapporteur, text, after, at)| {
                Command::AddReport(AddedReport {
                    report: ReportId::new(number),
                    object,
                    kind,
                    rapporteur,
                    text,
                    after,
                    at,
                })
            }
        ),
        (report(), of(member()), text()).prop_map(|(report, by, text)| Command::MakeRemark(MadeRemark {
            report,
            by,
            text
        })),
        (report(), vec(member(), 0..3))
            .prop_map(|(report, candidates)| Command::NameCandidates(NamedCandidates { report, candidates })),
        (report(), of(words()), at()).prop_map(|(report, note, at)| Command::Withdraw { report, note, at }),
    ];
    prop_oneof![2 => proposals, 2 => ways, 1 => agenda]
}

/// Any command that a course has a word for.
fn command() -> impl Strategy<Value = Command> {
    let room = prop_oneof![
        6 => (member(), presence(), at()).prop_map(|(member, presence, at)| {
            Command::SetPresence { member, presence, at }
        }),
        3 => (member(), member(), at()).prop_map(|(giver, holder, at)| Command::GiveProxy { giver, holder, at }),
        1 => member().prop_map(|giver| Command::EndProxy { giver }),
        1 => (member(), at()).prop_map(|(member, at)| Command::TakeSeat { member, at }),
        1 => (hour_of(), hour()).prop_map(|(of, at)| Command::MendHour { of, at }),
        2 => (report(), member(), select(&Ground::ALL), any::<bool>(), of(words()), at()).prop_map(
            |(report, member, ground, left_room, note, at)| {
                Command::Recuse { report, member, ground, left_room, note, at }
            }
        ),
        1 => (report(), member()).prop_map(|(report, member)| Command::EndRecusal { report, member }),
    ];
    let officers = prop_oneof![
        (member(), of(report()), any::<bool>(), at())
            .prop_map(|(member, report, elected, at)| { Command::TakeChair { member, report, elected, at } }),
        (vec(member(), 0..3), vec(words(), 0..2), at())
            .prop_map(|(secretaries, assistants, at)| { Command::NameSecretaries { secretaries, assistants, at } }),
        (report(), of(member())).prop_map(|(report, member)| Command::ReplaceRapporteur { report, member }),
    ];
    let votes = prop_oneof![
        3 => (report(), vec(report(), 0..2)).prop_map(|(report, with)| Command::OpenReport { report, with }),
        3 => (report(), on(), any::<bool>(), voices(1)).prop_map(|(report, on, everywhere, voices)| {
            Command::SetVoices(Voices { report, on, everywhere, voices })
        }),
        3 => (report(), on(), at(), of(report()), vec(report(), 0..2)).prop_map(
            |(report, on, at, then_open, then_with)| Command::Proclaim { report, on, at, then_open, then_with }
        ),
        1 => (
            (report(), on(), words(), vec((member(), presence()), 0..2), voices(0), at()),
            (of(counts()), of(select(&Choice::ALL[..])), of(select(&Stated::ALL[..])))
        )
            .prop_map(|((report, on, reason, presences, voices, at), (counts, chair, stated))| Command::Rectify {
                report,
                on,
                reason,
                presences,
                voices,
                counts,
                chair,
                urn: None, stated,
                at
            }),
    ];
    let course = prop_oneof![
        (vec(member(), 0..4), 0_u32..4, 0_u32..3, 0_u32..3, at()).prop_map(
            |(asked_by, for_, against, abstentions, at)| {
                Command::GoInCamera { asked_by, for_, against, abstentions, at }
            }
        ),
        at().prop_map(|at| Command::GoPublic { at }),
        at().prop_map(|at| Command::Suspend { at }),
        at().prop_map(|at| Command::Resume { at }),
        at().prop_map(|at| Command::Adjourn { at, notes: NoteSums::new() }),
        at().prop_map(|at| Command::Close { at, notes: NoteSums::new() }),
        (1_i8..=28, of(words())).prop_map(|(day, remarks)| Command::SettleMinutes {
            on: Date::constant(2025, 3, day),
            remarks,
            notes: NoteSums::new(),
        }),
    ];
    prop_oneof![5 => room, 1 => officers, 6 => votes, 6 => of_a_report(), 1 => course]
}

fn written(command: &Command) -> String {
    course::options().to_string(command).expect("serialised")
}

/// The same step with its reason written in it.
fn with_reason(step: &str, reason: &str) -> String {
    let (before, after) = step.rsplit_once(')').expect("parentheses");
    let comma = if before.ends_with('(') { "" } else { "," };
    format!("{before}{comma}passe_outre:{reason:?}){after}")
}

proptest! {
    #[test]
    fn any_command_is_read_back_as_it_was_written(commands in vec(command(), 1..8)) {
        let text = format!("[{}]", commands.iter().map(written).collect::<Vec<_>>().join(",\n"));
        let steps = course::parse(&text, &docket_of(&session()));
        let read: Vec<Command> = steps.expect(&text).into_iter().map(|step| step.command).collect();
        prop_assert_eq!(read, commands);
    }

    #[test]
    fn a_course_made_of_accepted_commands_makes_the_events_of_deciding_them(commands in vec(command(), 1..40)) {
        let docket = docket_of(&session());
        let mut direct = History::new(docket.clone());
        let mut steps = Vec::new();
        for command in commands.into_iter().chain([Command::Open { at: None }]).cycle().take(60) {
            let reason = "parce que";
            let (accepted, step) = match direct.sitting().decide(&command, &Reasons::new()) {
                Ok(accepted) => (accepted, written(&command)),
                Err(refused) => {
                    let codes = refused.findings.iter().map(Finding::code);
                    let reasons = codes.map(|code| (code, reason.to_owned())).collect();
                    match direct.sitting().decide(&command, &reasons) {
                        Ok(accepted) => (accepted, with_reason(&written(&command), reason)),
                        Err(_) => continue,
                    }
                }
            };
            direct.push(Entry::Action { at: NOW.to_owned(), events: accepted.events }).expect("accepted");
            steps.push(step);
        }
        prop_assume!(!steps.is_empty());
        let steps = course::parse(&format!("[{}]", steps.join(",")), &docket).expect("written by serde");
        let mut typed = History::new(Arc::clone(&docket));
        course::recording::play(&mut typed, &steps, NOW).expect("accepted before");
        let entries = |history: &History| history.entries().map(|(_, entry, _)| entry.clone()).collect::<Vec<_>>();
        prop_assert_eq!(entries(&typed), entries(&direct));
    }
}

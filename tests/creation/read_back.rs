//! Whatever text is written into a session file reads back as it was.

use std::path::Path;

use hemicycle::council::docket::BodyKind;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::name::Name;
use hemicycle::french::creation as words;
use hemicycle::store::session_file;
use hemicycle::store::session_file::plan::{
    BodyPlan, ItemPlan, MeetingPlan, MemberPlan, MembersPlan, Plan, TypedBody, unfit,
};
use jiff::civil::date;
use proptest::prelude::*;

/// Any text of one line that may stand in a session file: with quotes, backslashes, accents, braces, slashes.
fn any_line() -> impl Strategy<Value = String> {
    let signs = prop_oneof![
        Just('"'),
        Just('\\'),
        Just('{'),
        Just('}'),
        Just('('),
        Just(')'),
        Just('/'),
        Just('*'),
        Just('#'),
        Just('\''),
        Just('é'),
        Just('’'),
        Just('«'),
        Just('漢'),
        any::<char>(),
    ];
    proptest::collection::vec(signs, 1..24)
        .prop_map(|characters| characters.into_iter().collect::<String>().trim().to_owned())
        .prop_filter("fit for a line", |line| !line.is_empty() && unfit(line).is_none())
}

proptest! {
    #[test]
    fn whatever_is_written_reads_back_as_it_was(
        body in any_line(), place in any_line(), by in any_line(), group in any_line(), role in any_line(),
        chapter in any_line(), object in any_line(), number in any_line(), reason in any_line(),
    ) {
        let mut member = MemberPlan::named(Name { surname: "MARTIN".into(), first: "Anne".into(), civility: None });
        member.group = Some(group.clone());
        member.role = Some(role.clone());
        let own = hemicycle::store::session_file::plan::OwnRules { quorum: None, powers: 2, reason: reason.clone() };
        let plan = Plan {
            body: BodyPlan::Typed(TypedBody { name: body.clone(), kind: BodyKind::Autre, population: None, own: Some(own) }),
            meeting: MeetingPlan {
                date: date(2027, 3, 3),
                hour: None,
                place: Some(place.clone()),
                convened_on: None,
                convened_by: Some(by.clone()),
                president: Some("MARTIN Anne".into()),
                secretary: None,
                first_number: None,
            },
            members: MembersPlan::List(vec![member]),
            agenda: vec![
                ItemPlan::Chapter(chapter.clone()),
                ItemPlan::Report {
                    number: number.clone(),
                    object: object.clone(),
                    kind: ReportKind::Deliberation,
                    rapporteur: None,
                },
            ],
        };
        let text = words::session_file(&plan, "une séance \"à part\".ron");
        let nowhere = session_file::files::Folder::of(Path::new(""));
        let parsed = session_file::parse(&text, &nowhere);
        prop_assert!(parsed.is_ok(), "{parsed:?}\n{text}");
        let docket = parsed.unwrap().docket;
        let only = docket.roster.iter().next().unwrap();
        let report = docket.agenda.reports().next().unwrap();
        prop_assert_eq!(&docket.body.name, &body);
        prop_assert_eq!(docket.meeting.place.as_ref(), Some(&place));
        prop_assert_eq!(docket.meeting.convened_by.as_ref(), Some(&by));
        prop_assert_eq!((only.group.as_ref(), only.role.as_ref()), (Some(&group), Some(&role)));
        prop_assert_eq!(docket.agenda.chapter_of(&report.id), Some(chapter.as_str()));
        prop_assert_eq!((report.id.as_str(), &report.object), (number.as_str(), &object));
        prop_assert_eq!(&docket.body.settings.quorum.as_ref().unwrap().reason, &reason);
    }
}

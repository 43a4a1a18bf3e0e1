//! Case 73: whatever a name, a title or a text holds, it is found again unchanged in the papers, and nothing is live.

use std::sync::Arc;

use hemicycle::council::agenda::{AgendaItem, Text};
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::Phrases;
use hemicycle::council::roster::{Member, Roster};
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::{Format, Paper, Sources, compose};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::evening::{docket, run, vote};
use super::paper::{markdown_of, text_of, written};

const HOSTILE: [&str; 11] = [
    "DI| MEO |",
    "*ROSA* _Rosa_ **Rosa**",
    "[clic](javascript:alert(1))",
    "![image](x.png)",
    "<script>alert(1)</script>",
    "# TITRE #",
    "- puce",
    "1. rang",
    "`code` ~~barré~~ $x$",
    "https://exemple.fr a@exemple.fr www.exemple.fr",
    "&eacute; &#60;",
];

/// A sitting where every name, the objects and the texts are hostile; the second member abstains.
fn sitting() -> Sitting {
    let known = docket();
    let members = known.roster.iter().zip(HOSTILE).map(|(member, hostile)| {
        let mut name = member.name.clone();
        hostile.clone_into(&mut name.surname);
        Member { name, ..member.clone() }
    });
    let roster = Roster::new(members.collect());
    let mut agenda = known.agenda.clone();
    for (item, hostile) in agenda.items.iter_mut().zip(HOSTILE.iter().cycle().skip(3)) {
        match item {
            AgendaItem::Chapter(title) => (*hostile).clone_into(title),
            AgendaItem::Report(report) => {
                (*hostile).clone_into(&mut report.object);
                report.exposition = Some(Text { file: None, markdown: HOSTILE.join("\n\n") });
            }
        }
    }
    let mut sitting = Sitting::new(Arc::new(Docket { roster, agenda, ..known }));
    run(&mut sitting, &Command::Open { at: None });
    vote(&mut sitting, "01", &[("baudry-luc", Choice::Abstain), ("hennebert-omar", Choice::Against)], None);
    sitting
}

/// What a reader of Markdown shows, spaces left out.
fn shown(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::Strikethrough | Tag::CodeBlock(_),
            )
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Code(_) => panic!("live: {event:?} in {markdown}"),
            _ => {}
        }
    }
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn case_73_a_hostile_name_is_found_again_unchanged_and_nothing_in_a_paper_is_live() {
    let sitting = sitting();
    for paper in super::every_paper("01") {
        let markdown = shown(&markdown_of(&sitting, &paper));
        let text = squeezed(&text_of(&sitting, &paper));
        // The convocation names whoever convenes and presents only.
        let names = sitting.docket().roster.iter().filter(|_| paper != Paper::Convocation && paper != Paper::Examined);
        for name in names.map(|member| squeezed(&member.name.listed())) {
            assert!(markdown.contains(&name), "{name} in {markdown}");
            assert!(text.contains(&name), "{name} in {text}");
        }
    }
}

#[test]
fn case_73_hostile_notes_come_out_as_that_same_text_and_no_heading_of_theirs_stands_above_the_report() {
    let mut notes = Notes::default();
    let hostile = format!("# Titre\n\n=1+1 ../../etc/passwd\n\n{}", HOSTILE.join("\n\n"));
    notes.set(ReportId::new("01"), hostile);
    let sitting = sitting();
    let sources = Sources { sitting: &sitting, seal: None, notes: &notes, phrases: &Phrases::default() };
    for paper in [Paper::Minutes, Paper::ShortMinutes] {
        let document = compose(&sources, &paper).unwrap();
        let markdown = written(&document, Format::Markdown);
        let (shown, text) = (shown(&markdown), squeezed(&written(&document, Format::Text)));
        for line in HOSTILE.iter().filter(|line| !line.starts_with(['*', '#', '-', '1'])) {
            let printed = squeezed(line).replace('\'', "’");
            assert!(shown.contains(&printed) && text.contains(&printed), "{line} in {shown}");
        }
        assert!(shown.contains("=1+1../../etc/passwd"), "{shown}");
        assert!(markdown.contains("\n#### Titre\n"), "{markdown}");
    }
}

#[test]
fn case_51_no_control_or_direction_character_reaches_a_paper() {
    let mut known = docket();
    "rouge\u{1b}[31m\u{202e}\u{9b}\u{7}".clone_into(&mut known.body.name);
    known.meeting.place = Some("salle\u{1b}]0;titre\u{7}".to_owned());
    for item in &mut known.agenda.items {
        if let AgendaItem::Report(report) = item {
            report.act = Some("12\u{1b}c".to_owned());
            report.exposition = Some(Text { file: None, markdown: "a\u{1b}[2J\n\n\u{200b}b\rc".to_owned() });
        }
    }
    let sitting = Sitting::new(Arc::new(known));
    for paper in super::every_paper("01") {
        for written in [text_of(&sitting, &paper), markdown_of(&sitting, &paper)] {
            let hidden = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{200b}');
            assert_eq!(written.chars().find(|c| hidden(*c)), None, "{written}");
            assert!(written.contains("‹U+001B›"), "{paper:?}");
        }
    }
}

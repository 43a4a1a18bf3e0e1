//! The yearly register: each sitting with its délibérations in the order in which they were taken, a closing sheet a
//! sitting, and at the end the tables by date and by object (CGCT, art. R.2121-9).

use crate::council::agenda::Report;
use crate::council::chronicle::What;
use crate::council::law::{Subject, Value};
use crate::council::name::fold;
use crate::council::room::Seat;
use crate::council::roster::Member;
use crate::council::sitting::Sitting;
use crate::french::examined::outcome;
use crate::french::grammar::the_named_body;
use crate::french::lists::listed;
use crate::french::minutes::without_article;
use crate::french::numbers::date;
use crate::french::papers::sitting_of;
use crate::french::register as words;
use crate::papers::document::{Block, Document, Fields, Line, Run, Signatory, Status};

use crate::papers::whole_names::keep_names_whole;

use super::officers::Officers;
use super::{attendance, deliberation, tables, text};

/// How high the row of a member who signs is, in lines of text.
const ROOM_TO_SIGN: u8 = 2;

/// A délibération of the register.
struct Act<'a> {
    sitting: &'a Sitting,
    report: &'a Report,
    rank: usize,
}

/// Composes the register.
pub fn compose(sittings: &[&Sitting], year: i16) -> Option<Document> {
    let mut sittings = sittings.to_vec();
    sittings.retain(|sitting| sitting.docket().meeting.date.year() == year);
    sittings.sort_by_key(|sitting| (sitting.docket().meeting.date, sitting.opened_at()));
    let (first, last) = (sittings.first()?.docket(), sittings.last()?.docket());
    let is_of_another = |sitting: &&Sitting| {
        (&sitting.docket().body.name, sitting.docket().body.kind) != (&first.body.name, first.body.kind)
    };
    if sittings.iter().any(is_of_another) {
        return None;
    }
    let acts: Vec<Act<'_>> = sittings.iter().flat_map(|sitting| acts(sitting)).collect();
    let title = words::title(&without_article(&the_named_body(&first.body)), year);
    let mut blocks = vec![Block::Heading(1, Line::prose(&title))];
    blocks.extend(opening(&sittings, &acts, year));
    for sitting in &sittings {
        blocks.extend(one_sitting(sitting));
    }
    blocks.extend(by_date(&acts));
    blocks.extend(by_object(&acts));
    let is_over = sittings.iter().all(|sitting| sitting.stage().is_over());
    Some(Document {
        reference: title.clone(),
        body: first.body.name.clone(),
        date: last.meeting.date,
        title,
        status: if is_over { Status::Final } else { Status::Draft },
        fields: Fields::new(),
        blocks,
    })
}

/// The délibérations of a sitting in the order in which they were proclaimed.
fn acts(sitting: &Sitting) -> Vec<Act<'_>> {
    let proclaimed = sitting.chronicle().happenings().iter().filter_map(|happening| match &happening.what {
        What::Proclaimed(report) if sitting.progress(report).is_some_and(|it| it.done().is_some()) => {
            sitting.docket().agenda.report(report)
        }
        _ => None,
    });
    proclaimed
        .filter(|report| sitting.no_act(report).is_none())
        .enumerate()
        .map(|(place, report)| Act { sitting, report, rank: place + 1 })
        .collect()
}

fn opening(sittings: &[&Sitting], acts: &[Act<'_>], year: i16) -> Vec<Block> {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let article = sittings.last().and_then(|sitting| sitting.rules().article(Subject::Register));
    let signatory = Signatory { title: Line::prose(words::NUMBERED_BY), name: Line::default() };
    vec![
        text(&words::opening(year, number(sittings.len()), number(acts.len()), article)),
        Block::Signatures(vec![signatory]),
    ]
}

fn one_sitting(sitting: &Sitting) -> Vec<Block> {
    let day = date(sitting.docket().meeting.date);
    let acts = acts(sitting);
    let mut blocks = vec![Block::NewSheet, Block::Heading(2, Line::prose(&sitting_of(&day)))];
    if acts.is_empty() {
        blocks.push(text(words::NONE));
    }
    for act in &acts {
        if act.rank > 1 {
            blocks.push(Block::NewSheet);
        }
        let Some(mut document) = deliberation::compose(sitting, &act.report.id) else { continue };
        keep_names_whole(&mut document, &sitting.docket().roster);
        let mut inside = document.blocks;
        put_below(&mut inside, 2);
        let mut inside = inside.into_iter();
        // Its rank stands under its heading.
        blocks.extend(inside.next());
        blocks.push(text(&words::rank(act.rank)));
        blocks.extend(inside);
    }
    blocks.extend(closing_sheet(sitting, &acts, &day));
    blocks
}

/// Puts the headings of a paper so many levels deeper, for it stands inside another.
fn put_below(blocks: &mut [Block], levels: u8) {
    for block in blocks {
        match block {
            Block::Heading(level, _) => *level = level.saturating_add(levels).min(6),
            Block::Enclosed(inside) | Block::KeepTogether(inside) => put_below(inside, levels),
            Block::List(_, items) => items.iter_mut().for_each(|item| put_below(item, levels)),
            _ => {}
        }
    }
}

/// The sheet that closes a sitting: its acts, the members present, who signs.
fn closing_sheet(sitting: &Sitting, acts: &[Act<'_>], day: &str) -> Vec<Block> {
    let mut blocks = vec![Block::NewSheet, Block::Heading(3, Line::prose(&format!("{} {day}", words::CLOSING_SHEET)))];
    if acts.is_empty() {
        blocks.push(text(words::NONE));
    } else {
        let columns = vec![
            tables::figures(words::RANK, 8),
            tables::words(words::ACT, 22),
            tables::words(words::OBJECT, 45),
            tables::words(words::RESULT, 25),
        ];
        let row = |act: &Act<'_>| {
            let done = sitting.progress(&act.report.id).and_then(|it| it.done());
            let conventions = sitting.docket().body.conventions;
            // Whether some abstained is told by the délibération: the sheet has no room for figures.
            let result = done.map(|done| outcome(act.report.kind, done.outcome, None, conventions));
            vec![
                Run::literal(&act.rank.to_string()).into(),
                number(act),
                Line::prose(&act.report.object),
                Line::prose(result.as_deref().unwrap_or_default()),
            ]
        };
        blocks.push(tables::table(words::ACTS_OF_THE_SITTING, columns, acts.iter().map(row).collect()));
    }
    let present = who_came(sitting);
    let signs = sitting.rules().row(Subject::Signatures).map(|rule| rule.value) == Some(Value::AllPresent);
    if signs {
        let columns = vec![tables::words(words::MEMBER, 50), tables::words(words::SIGNATURE, 50)];
        let row = |member: &&Member| vec![Run::name(&listed(member, &sitting.docket().roster)).into(), Line::default()];
        blocks.push(text(words::WHO_SIGNS));
        let rows = present.iter().map(row).collect();
        blocks.push(tables::to_sign(words::WHO_WAS_PRESENT, columns, rows, ROOM_TO_SIGN));
    } else {
        blocks.push(attendance::list(words::WHO_WAS_PRESENT, attendance::names(&present, &sitting.docket().roster)));
    }
    blocks.push(Block::KeepTogether(vec![Block::Signatures(Officers::of_the_sitting(sitting).sign())]));
    blocks
}

/// Whoever was there at any moment, in the order of the table.
fn who_came(sitting: &Sitting) -> Vec<&Member> {
    let was_there_at_first = |member: &Member| {
        sitting.opening().is_some_and(|opening| opening.room.seat(&member.id).is_some_and(Seat::is_present))
    };
    let came_later = |member: &Member| {
        sitting.chronicle().happenings().iter().any(|happening| match &happening.what {
            What::Moved { member: who, to, .. } => *who == member.id && to.is_in(),
            What::SeatTaken { member: who, .. } => *who == member.id,
            _ => false,
        })
    };
    sitting.docket().roster.everyone().filter(|member| was_there_at_first(member) || came_later(member)).collect()
}

/// The number of an act; that of its report where it has none.
fn number(act: &Act<'_>) -> Line {
    tables::act(act.sitting, act.report)
}

fn by_date(acts: &[Act<'_>]) -> Vec<Block> {
    let columns = vec![tables::words(words::DAY, 20), tables::words(words::ACT, 25), tables::words(words::OBJECT, 55)];
    let row = |act: &Act<'_>| {
        let day = date(act.sitting.docket().meeting.date);
        vec![Run::name(&day).into(), number(act), Line::prose(&act.report.object)]
    };
    index(words::BY_DATE, columns, acts.iter().map(row).collect())
}

fn by_object(acts: &[Act<'_>]) -> Vec<Block> {
    let columns = vec![tables::words(words::OBJECT, 55), tables::words(words::ACT, 25), tables::words(words::DAY, 20)];
    let mut sorted: Vec<&Act<'_>> = acts.iter().collect();
    // Of two acts with one object the earlier comes first, for the sort keeps the order of what is equal.
    sorted.sort_by_key(|act| fold(&act.report.object));
    let row = |act: &&Act<'_>| {
        let day = date(act.sitting.docket().meeting.date);
        vec![Line::prose(&act.report.object), number(act), Run::name(&day).into()]
    };
    index(words::BY_OBJECT, columns, sorted.iter().map(row).collect())
}

fn index(head: &str, columns: Vec<crate::papers::document::Column>, rows: Vec<Vec<Line>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::NewSheet, Block::Heading(2, Line::prose(head)), tables::table(head, columns, rows)]
}

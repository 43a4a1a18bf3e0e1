//! Seats given in proportion, step by step: what the quotient gives, then each seat by its remainder or its average.

use super::in_a_cell;
use crate::council::proportional::{Allocation, Given, GivenBy, Method};
use crate::council::roster::Roster;
use crate::council::secret::Ticket;
use crate::french::elections as words;
use crate::papers::compose::vote::{Shape, said};
use crate::papers::compose::{tables, text};
use crate::papers::document::{Block, Line, Run};

/// Beyond so many lists their averages stand in one cell.
const SIDE_BY_SIDE: usize = 4;

/// How the seats were given.
pub fn seats(allocation: &Allocation, roster: &Roster, shape: Shape) -> Vec<Block> {
    let mut blocks = vec![text(&words::how_seats_are_given(allocation))];
    if shape == Shape::Line {
        blocks.push(totals(allocation, roster));
        return blocks;
    }
    let cast: u32 = allocation.lists.iter().map(|(_, votes)| *votes).sum();
    if allocation.method == Method::HighestRemainder {
        blocks.push(text(&words::quotient(cast, allocation.seats)));
        blocks.push(by_quotient(allocation, cast, roster));
    }
    blocks.extend(one_by_one(allocation));
    blocks.push(totals(allocation, roster));
    blocks
}

fn figure(value: u32) -> Line {
    Run::literal(&value.to_string()).into()
}

/// « La liste « A » : 3 sièges ; la liste « B » : 2 sièges. »
fn totals(allocation: &Allocation, roster: &Roster) -> Block {
    let mut line = Line::default();
    for (place, (list, _)) in allocation.lists.iter().enumerate() {
        let part = if place == 0 { words::ticket_at_the_head(list, roster) } else { words::ticket(list, roster) };
        line = said(line, words::Sentence(vec![part]));
        let end = if place + 1 == allocation.lists.len() { "." } else { " ; " };
        line = line.then(Run::prose(&format!(" : {}{end}", words::seats(allocation.seats_of(list)))));
    }
    Block::Paragraph(crate::papers::document::Style::Text, line)
}

/// What the votes of each list hold of the quotient, and what they leave.
fn by_quotient(allocation: &Allocation, cast: u32, roster: &Roster) -> Block {
    let columns = vec![
        tables::words(words::LIST, 46),
        tables::figures(words::VOTES, 14),
        tables::figures(words::QUOTIENT_SEATS, 22),
        tables::figures(words::LEFT_OVER, 18),
    ];
    let row = |(list, votes): &(Ticket, u32)| {
        let whole = allocation.given.iter().filter(|it| it.list == *list && it.by == GivenBy::Quotient).count();
        let left = (u64::from(*votes) * u64::from(allocation.seats)).checked_rem(u64::from(cast)).unwrap_or(0);
        let left = u32::try_from(left).unwrap_or(u32::MAX);
        vec![
            in_a_cell(list, roster),
            figure(*votes),
            figure(u32::try_from(whole).unwrap_or(u32::MAX)),
            Run::literal(&words::remainder(left, allocation.seats)).into(),
        ]
    };
    tables::table(words::QUOTIENT_CAPTION, columns, allocation.lists.iter().map(row).collect())
}

/// The seats that the quotient did not give, one after the other.
fn one_by_one(allocation: &Allocation) -> Option<Block> {
    let from_the_quotient = allocation.given.iter().take_while(|it| it.by == GivenBy::Quotient).count();
    let rest: Vec<(usize, &Given)> = allocation.given.iter().enumerate().skip(from_the_quotient).collect();
    if rest.is_empty() {
        return None;
    }
    let is_side_by_side = allocation.lists.len() <= SIDE_BY_SIDE;
    let mut columns = vec![tables::figures(words::SEAT, 10)];
    if is_side_by_side {
        columns.extend(allocation.lists.iter().map(|(list, _)| match list {
            Ticket::List(name) => tables::figures(name, 18),
            _ => tables::figures(words::LIST, 18),
        }));
    } else {
        columns.push(tables::words(words::LISTS_AND_CLAIMS, 50));
    }
    columns.push(tables::words(words::GIVEN_TO, 30));
    let row = |(place, given): &(usize, &Given)| {
        let mut cells = vec![figure(u32::try_from(place + 1).unwrap_or(u32::MAX))];
        let claims: Vec<(String, String)> = allocation.lists.iter().map(|it| claim(allocation, it, *place)).collect();
        if is_side_by_side {
            cells.extend(claims.iter().map(|(_, claim)| Run::literal(claim).into()));
        } else {
            let all: Vec<String> = claims.iter().map(|(list, claim)| format!("{list} : {claim}")).collect();
            cells.push(Line::prose(&all.join(" – ")));
        }
        let to = match &given.list {
            Ticket::List(name) => name.clone(),
            _ => String::new(),
        };
        cells.push(Line::prose(&words::given_to(&to, given)));
        cells
    };
    let caption = match allocation.method {
        Method::HighestRemainder => words::REMAINDERS,
        Method::HighestAverage => words::AVERAGES,
    };
    Some(tables::table(caption, columns, rest.iter().map(row).collect()))
}

/// What a list could show for the seat of that place: what is left of its votes, or its average.
fn claim(allocation: &Allocation, (list, votes): &(Ticket, u32), place: usize) -> (String, String) {
    let before = allocation.given.iter().take(place).filter(|it| it.list == *list);
    let cast: u64 = allocation.lists.iter().map(|(_, votes)| u64::from(*votes)).sum();
    let shown = match allocation.method {
        Method::HighestRemainder => {
            let had_one = before.clone().any(|it| it.by != GivenBy::Quotient);
            let left = (u64::from(*votes) * u64::from(allocation.seats)).checked_rem(cast).unwrap_or(0);
            let left = u32::try_from(left).unwrap_or(u32::MAX);
            if had_one { words::TAKEN.to_owned() } else { words::remainder(left, allocation.seats) }
        }
        Method::HighestAverage => {
            let divisor = u32::try_from(before.count() + 1).unwrap_or(u32::MAX);
            words::average(*votes, divisor)
        }
    };
    let name = match list {
        Ticket::List(name) => name.clone(),
        _ => String::new(),
    };
    (name, shown)
}

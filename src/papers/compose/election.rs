//! A secret ballot on paper: who stood, who told the ballots, each round by its figures, what it gave. Nothing here can name a
//! voter beside a choice: rounds hold totals.
//!
//! Every paper takes these blocks from here: [`standing`], [`tellers`], [`rounds`], [`of_a_text`].

mod proportional;

use crate::council::agenda::Report;
use crate::council::chronicle::What;
use crate::council::conventions::Zero;
use crate::council::election::{CandidateList, Contest, Office, RoundResult};
use crate::council::finding::Code;
use crate::council::id::{MemberId, ReportId};
use crate::council::kind::ReportKind;
use crate::council::law::{Subject, Value};
use crate::council::name::Name;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::roster::{Member, Roster};
use crate::council::secret::{Round, SecretVote, Ticket};
use crate::council::sitting::{Done, ElectedMember, Sitting};
use crate::french::acts;
use crate::french::articles::in_brackets;
use crate::french::ballots;
use crate::french::counting;
use crate::french::elections as words;
use crate::french::figures::value_written;
use crate::french::grammar::{addressed, the_body};
use crate::french::typography::NO_BREAK;
use crate::papers::document::{Block, Line, Run, Style};

use super::vote::{Shape, said};
use super::{attendance, missing, tables, text};

/// More ballots in an urn than signatures, or fewer: told with the round.
pub const OF_A_ROUND: [Code; 2] = [Code::irregular(31), Code::irregular(32)];

/// How many scores stand on one page with what they give.
const SHORT: usize = 8;

/// Who opens and counts the ballots.
pub fn tellers(sitting: &Sitting, report: &ReportId, secret: &SecretVote) -> Option<Block> {
    let members = members(sitting, &secret.tellers);
    let names: Vec<&Name> = members.iter().map(|member| &member.name).collect();
    let office = sitting.contest(report).map(|contest| contest.office);
    let head = words::tellers(office, &names);
    (!members.is_empty()).then(|| attendance::list(&head, attendance::names(&members, &sitting.docket().roster)))
}

/// The same; in minutes, the mark of those whom nobody named.
pub fn tellers_or_mark(sitting: &Sitting, report: &ReportId, secret: &SecretVote, shape: Shape) -> Option<Block> {
    tellers(sitting, report, secret).or_else(|| (shape == Shape::Line).then(|| marked(counting::TELLERS)))
}

fn members<'a>(sitting: &'a Sitting, ids: &[MemberId]) -> Vec<&'a Member> {
    ids.iter().filter_map(|id| sitting.docket().roster.get(id)).collect()
}

/// Whether the council decided not to vote by secret ballot.
pub fn waived(sitting: &Sitting, report: &ReportId) -> Option<Block> {
    let docket = sitting.docket();
    let handling = sitting.handling(report);
    let article = sitting.rules().article(Subject::Appointment);
    let waived = sitting.chronicle().last(|what| matches!(what, What::SecrecyWaived(id) if id == report));
    let at = waived.and_then(|happening| happening.at);
    handling.secrecy_waived.then(|| text(&words::waived(the_body(docket.body.kind), at, article)))
}

/// The articles on which an election rests, as an act cites them.
pub fn visas(sitting: &Sitting, report: &ReportId) -> Vec<Block> {
    let Some(contest) = sitting.contest(report) else { return Vec::new() };
    let own = sitting.docket().agenda.report(report).is_some_and(cites_by_itself);
    let is_an_election =
        sitting.docket().agenda.report(report).is_some_and(|it| matches!(it.kind, ReportKind::Election { .. }));
    if own || !is_an_election && sitting.secret_vote(report, None).is_none() {
        return Vec::new();
    }
    let articles = words::articles(contest.office, &sitting.rules());
    articles.into_iter().map(|article| text(&words::visa(article))).collect()
}

/// Whether the text of a report has visas of its own.
fn cites_by_itself(report: &Report) -> bool {
    let texts = report.operative_part.iter().chain(&report.exposition);
    texts.flat_map(|text| text.markdown.lines()).any(|line| line.trim_start().starts_with("Vu "))
}

/// How many posts there are, where there may be more than one.
pub fn posts(sitting: &Sitting, report: &ReportId) -> Option<Block> {
    let contest = sitting.contest(report)?;
    let several = !matches!(contest.office, Office::Mayor | Office::President | Office::Deputy);
    contest.posts.filter(|_| several).map(|posts| text(&acts::posts(posts)))
}

/// Who was elected to what, in the order of the posts, where each has a rank.
pub fn table_of_the_elected(sitting: &Sitting, report: &ReportId) -> Option<Block> {
    let docket = sitting.docket();
    let office = sitting.contest(report)?.office;
    let elected = sitting.elected(report);
    if !office.is_ranked() || elected.len() < 2 {
        return None;
    }
    let row = |it: &ElectedMember| {
        let name = &docket.roster.get(&it.member)?.name;
        let title = words::title(office, docket.body.kind, it.post, name.civility);
        Some(vec![Line::prose(&title), Run::name(&addressed(name)).into()])
    };
    let columns = vec![tables::words(words::FUNCTION, 36), tables::words(words::WHO, 64)];
    Some(tables::table(words::ELECTED, columns, elected.iter().filter_map(row).collect()))
}

/// Who stands in a round: candidates, or lists with theirs, in the order given.
pub fn standing(sitting: &Sitting, report: &ReportId, tickets: &[Ticket], lists: &[CandidateList]) -> Vec<Block> {
    let Some(contest) = sitting.contest(report) else { return Vec::new() };
    let roster = &sitting.docket().roster;
    if tickets.is_empty() {
        return vec![text(words::NOBODY_STANDS)];
    }
    if !contest.form.is_by_list() {
        let ids: Vec<MemberId> = tickets.iter().filter_map(candidate).cloned().collect();
        let members = members(sitting, &ids);
        let names: Vec<&Name> = members.iter().map(|member| &member.name).collect();
        let head = crate::french::matters::candidates(&names);
        return vec![attendance::list(&head, attendance::names(&members, roster))];
    }
    let names_of = |ticket: &Ticket| {
        let Ticket::List(name) = ticket else { return None };
        let list = lists.iter().find(|list| list.name == *name);
        let members = members(sitting, list.map_or(&[], |list| &list.candidates));
        Some(attendance::list(&words::list_named(name), attendance::names(&members, roster)))
    };
    tickets.iter().filter_map(names_of).collect()
}

fn candidate(ticket: &Ticket) -> Option<&MemberId> {
    match ticket {
        Ticket::Member(id) => Some(id),
        _ => None,
    }
}

/// The rounds of a secret ballot, those whose urn is closed: title, who stands if that changed, figures, who got what, what it
/// gives.
pub fn rounds(sitting: &Sitting, report: &ReportId, secret: &SecretVote, shape: Shape) -> Vec<Block> {
    let Some(contest) = sitting.contest(report) else { return Vec::new() };
    let mut reasons = reasons(sitting, report, None);
    let mut stood: Option<(&[Ticket], &[CandidateList])> = None;
    let mut blocks = Vec::new();
    for round in &secret.rounds {
        let Some(urn) = &round.urn else { continue };
        let mut counted = vec![head(&words::round_title(round, contest), shape)];
        let stands = (&*urn.standing, &*urn.lists);
        if stood != Some(stands) {
            // An act leaves out what is not known; minutes mark it.
            if urn.standing.is_empty() && shape == Shape::Line {
                counted.push(marked(counting::CANDIDATES));
            } else {
                counted.extend(standing(sitting, report, &urn.standing, &urn.lists));
            }
            stood = Some(stands);
        }
        counted.extend(figures_of(sitting, round, Some(contest), shape, &mut reasons));
        if shape == Shape::Line && urn.closed_at.is_none() && is_an_office(sitting, report) {
            counted.push(marked(counting::BALLOT_HOURS));
        }
        blocks.extend(on_one_page(counted, shape));
        let mut gave: Vec<Block> = scores(sitting, round, contest, shape).into_iter().collect();
        let is_short = scored(sitting, round).len() <= SHORT && contest.form.method().is_none();
        gave.extend(what_it_gives(sitting, report, round, contest, shape));
        blocks.extend(if is_short { on_one_page(gave, shape) } else { gave });
    }
    blocks
}

/// Tables are not cut from what they are about; paragraphs flow as they can.
fn on_one_page(blocks: Vec<Block>, shape: Shape) -> Vec<Block> {
    match shape {
        Shape::Table if !blocks.is_empty() => vec![Block::KeepTogether(blocks)],
        Shape::Table | Shape::Line => blocks,
    }
}

fn marked(what: &str) -> Block {
    Block::Paragraph(Style::Text, missing(what))
}

fn is_an_office(sitting: &Sitting, report: &ReportId) -> bool {
    let kind = sitting.docket().agenda.report(report).map(|report| report.kind);
    matches!(kind, Some(ReportKind::Election { office, .. }) if office.is_taken_up_at_once())
}

fn head(words: &str, shape: Shape) -> Block {
    match shape {
        Shape::Table => Block::Heading(3, Line::prose(words)),
        Shape::Line => Block::Paragraph(Style::Text, Run::prose(words).bold().into()),
    }
}

/// The figures of a text voted by secret ballot, with what is said of equal votes.
pub fn of_a_text(
    sitting: &Sitting,
    report: &ReportId,
    on: Option<&ProposalId>,
    done: &Done,
    shape: Shape,
) -> Vec<Block> {
    let Some(secret) = done.vote.secret() else { return Vec::new() };
    let named =
        if on.is_none() { tellers_or_mark(sitting, report, secret, shape) } else { tellers(sitting, report, secret) };
    named.into_iter().chain(figures_of_a_text(sitting, report, on, done, shape)).collect()
}

/// The same without the tellers.
pub fn figures_of_a_text(
    sitting: &Sitting,
    report: &ReportId,
    on: Option<&ProposalId>,
    done: &Done,
    shape: Shape,
) -> Vec<Block> {
    let Some(secret) = done.vote.secret() else { return Vec::new() };
    let mut reasons = reasons(sitting, report, on);
    let mut blocks = Vec::new();
    for round in &secret.rounds {
        blocks.extend(figures_of(sitting, round, None, shape, &mut reasons));
    }
    if done.outcome == Outcome::RejectedByTie {
        let rules = sitting.rules();
        let is_written = rules.row(Subject::SecretTie).is_some_and(|row| row.value == Value::No);
        let article = in_brackets(rules.article(if is_written { Subject::SecretTie } else { Subject::CastingVote }));
        blocks.push(text(&ballots::secret_tie(is_written, &article)));
    }
    blocks
}

/// The reasons noted where ballots and signatures were not as many, in order.
fn reasons<'a>(
    sitting: &'a Sitting,
    report: &'a ReportId,
    on: Option<&'a ProposalId>,
) -> impl Iterator<Item = &'a str> + 'a {
    let such = sitting
        .irregularities()
        .iter()
        .filter(move |it| it.report.as_ref() == Some(report) && it.on.as_ref() == on && OF_A_ROUND.contains(&it.code));
    such.map(|it| it.reason.as_str())
}

fn figures_of<'a>(
    sitting: &Sitting,
    round: &Round,
    contest: Option<Contest>,
    shape: Shape,
    reasons: &mut impl Iterator<Item = &'a str>,
) -> Vec<Block> {
    let zero = sitting.docket().body.conventions.zero;
    let mut figures = words::figures(round, contest);
    if let (None, Some(count)) = (contest, &round.count) {
        figures.extend(words::for_and_against(count));
    }
    let mut blocks = vec![figures_as(&figures, zero, shape)];
    if let Some(urn) = &round.urn {
        blocks.extend(words::hours(urn.opened_at, urn.closed_at).map(|said| text(&said)));
    }
    if words::difference(round, None).is_some() {
        blocks.extend(words::difference(round, reasons.next()).map(|said| text(&said)));
    }
    blocks
}

fn figures_as(figures: &[(String, Option<u32>)], zero: Zero, shape: Shape) -> Block {
    let value = |value: &Option<u32>| value_written(*value, zero);
    match shape {
        Shape::Table => {
            let row = |(label, of): &(String, Option<u32>)| (Line::prose(label), Run::literal(&value(of)).into());
            Block::VoteTable(figures.iter().map(row).collect())
        }
        Shape::Line => {
            let mut line = Line::default();
            for (place, (label, of)) in figures.iter().enumerate() {
                if place > 0 {
                    line = line.then(Run::prose(" – "));
                }
                // The value stays with the last word of its label.
                line = line.then(Run::prose(&format!("{label} :{NO_BREAK}{}", value(of))));
            }
            Block::Paragraph(Style::Text, line)
        }
    }
}

/// Who got votes: those who stand in their order, then the others in the order of the table.
pub fn scored(sitting: &Sitting, round: &Round) -> Vec<(Ticket, u32)> {
    let (Some(urn), Some(count)) = (&round.urn, &round.count) else { return Vec::new() };
    let mut all: Vec<(Ticket, u32)> = urn.standing.iter().map(|ticket| (ticket.clone(), count.of(ticket))).collect();
    for member in sitting.docket().roster.everyone() {
        let ticket = Ticket::Member(member.id.clone());
        let votes = count.of(&ticket);
        if votes > 0 && !urn.standing.contains(&ticket) {
            all.push((ticket, votes));
        }
    }
    all
}

/// The votes of each, in figures and in letters.
fn scores(sitting: &Sitting, round: &Round, contest: Contest, shape: Shape) -> Option<Block> {
    let roster = &sitting.docket().roster;
    let scored = scored(sitting, round);
    if scored.is_empty() {
        return None;
    }
    Some(match shape {
        Shape::Table => {
            let head = if contest.form.is_by_list() { words::LIST } else { words::CANDIDATE };
            let columns =
                vec![tables::words(head, 50), tables::figures(words::VOTES, 14), tables::words(words::IN_LETTERS, 36)];
            let row = |(ticket, votes): &(Ticket, u32)| {
                vec![
                    in_a_cell(ticket, roster),
                    Run::literal(&votes.to_string()).into(),
                    Line::prose(&words::letters(*votes)),
                ]
            };
            tables::table(words::SCORES, columns, scored.iter().map(row).collect())
        }
        Shape::Line => {
            let obtained = if scored.len() < 2 { words::ONE_OBTAINED } else { words::OBTAINED };
            let mut line = Line::prose(obtained);
            for (place, (ticket, votes)) in scored.iter().enumerate() {
                if place > 0 {
                    line = line.then(Run::prose(" ; "));
                }
                line = said(line, words::Sentence(vec![words::ticket(ticket, roster)]));
                line = line.then(Run::prose(&format!(", {}", words::votes_in_letters(*votes))));
            }
            Block::Paragraph(Style::Text, line.then(Run::prose(".")))
        }
    })
}

/// A ticket under a head that says what it is: « Ensemble pour Valbrune », « Madame Léa MARTINET ».
fn in_a_cell(ticket: &Ticket, roster: &Roster) -> Line {
    match ticket {
        Ticket::List(name) => Line::prose(name),
        other => said(Line::default(), words::Sentence(vec![words::ticket(other, roster)])),
    }
}

fn what_it_gives(sitting: &Sitting, report: &ReportId, round: &Round, contest: Contest, shape: Shape) -> Vec<Block> {
    let docket = sitting.docket();
    let Some(gives) = sitting.round_result(report, round) else { return Vec::new() };
    if let RoundResult::Allocated(allocation) = &gives {
        return proportional::seats(allocation, &docket.roster, shape);
    }
    let sentence = words::result(round, &gives, contest, docket.body.kind, &docket.roster);
    sentence.map(|sentence| Block::Paragraph(Style::Text, said(Line::default(), sentence))).into_iter().collect()
}

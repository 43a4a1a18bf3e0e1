//! A vote on paper, whatever was put to the vote and however it was recorded: its mode and result, its figures or why there
//! are none, the majority it takes, who voted how, what was irregular, the decision.
//!
//! Every paper takes these blocks from here: [`head`], [`figures`], [`names_by_choice`] or [`nominal_lists`], [`requests`],
//! [`irregularities`], [`decision`].

mod hemicycle;
mod irregular;
mod names;

use crate::council::agenda::{Report, ReportKind};
use crate::council::conventions::Zero;
use crate::council::finding::Code;
use crate::council::id::ReportId;
use crate::council::outcome::Outcome;
use crate::council::phrases::Phrases;
use crate::council::proposal::ProposalId;
use crate::council::secret::SecretVote;
use crate::council::sitting::{Done, Irregularity, Sitting};
use crate::council::tally::{Figure, Tally};
use crate::council::way::Way;
use crate::french::ballots as words;
use crate::french::elections;
use crate::french::figures as labels;
use crate::french::kinds::About;
use crate::french::phrases::{self, Part, Sentence};
use crate::papers::document::{Block, Line, Run, Style};

use super::{election, text};

pub use hemicycle::picture;
pub use irregular::{
    irregularities, irregularities_after, irregularities_of_the_opening, irregularities_on, irregularities_that_bear_on,
};
pub use names::{names_by_choice, nominal_lists, votes_and_names};

/// A public ballot was refused although enough members asked for it.
const BALLOT_REFUSED: Code = Code::irregular(27);
/// The same of a secret one.
const SECRET_REFUSED: Code = Code::irregular(29);

/// How the nine figures are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One a row, as a délibération has them.
    Table,
    /// In one paragraph, as minutes have them.
    Line,
}

/// « Scrutin public, par appel nominal – Adopté à la majorité », over the vote on the text of a report, or on a proposal in
/// it.
pub fn head(sitting: &Sitting, report: &Report, on: Option<&ProposalId>, done: &Done) -> Block {
    let conventions = sitting.docket().body.conventions;
    let result = match done.outcome {
        Outcome::Elected => elections::in_a_few_words(sitting, &report.id),
        outcome => words::result_said(About::of(report.kind, on), outcome, done.tally.as_ref(), conventions),
    };
    let said = words::head(&done.vote, &result);
    Block::Paragraph(Style::Text, Run::prose(&said).bold().into())
}

/// The figures of a vote on the text of a report, or on a proposal in it: the nine, what a reader must know of them, the
/// majority that the report takes. Where they were not counted, that is said; nothing where no vote was taken.
pub fn figures(sitting: &Sitting, report: &ReportId, on: Option<&ProposalId>, done: &Done, shape: Shape) -> Vec<Block> {
    let Done { vote, tally, .. } = done;
    if let Some(secret) = vote.secret() {
        return of_an_urn(sitting, report, on, done, secret, shape);
    }
    let zero = sitting.docket().body.conventions.zero;
    let mut blocks = Vec::new();
    match tally {
        Some(tally) => {
            blocks.push(match shape {
                Shape::Table => table(tally, zero),
                Shape::Line => Block::Paragraph(Style::Text, figures_in_a_line(tally, zero)),
            });
            blocks.extend(words::nppv_among_the_voters(vote, tally).map(|said| text(&said)));
        }
        None if vote.way == Way::Result && done.outcome.is_voted() => blocks.push(text(words::NOT_COUNTED)),
        None => {}
    }
    if on.is_none() && done.outcome.is_voted() {
        blocks.extend(required(sitting, report, done));
    }
    blocks
}

/// The figures of a secret ballot: round by round in an election; of a text, with the majority that it takes.
fn of_an_urn(
    sitting: &Sitting,
    report: &ReportId,
    on: Option<&ProposalId>,
    done: &Done,
    secret: &SecretVote,
    shape: Shape,
) -> Vec<Block> {
    if on.is_none() && sitting.contest(report).is_some() {
        let tellers = election::tellers_or_mark(sitting, report, secret, shape);
        return tellers.into_iter().chain(election::rounds(sitting, report, secret, shape)).collect();
    }
    let mut blocks = election::of_a_text(sitting, report, on, done, shape);
    if on.is_none() {
        blocks.extend(required(sitting, report, done));
    }
    blocks
}

/// The majority that a report takes, where it is not that of any report.
fn required(sitting: &Sitting, report: &ReportId, done: &Done) -> Option<Block> {
    let (_, reason) = sitting.majority(report);
    let kind = sitting.docket().agenda.report(report).map_or(ReportKind::Deliberation, |report| report.kind);
    words::majority(kind, done.vote.rule.majority, reason, done.tally.as_ref()).map(|said| text(&said))
}

/// The nine figures, one a row.
fn table(tally: &Tally, zero: Zero) -> Block {
    let row = |figure: Figure| {
        let value = labels::value_written(tally.value(figure), zero);
        (Line::prose(labels::label(figure)), Line::from(Run::literal(&value)))
    };
    Block::VoteTable(Figure::ALL.into_iter().map(row).collect())
}

/// The nine figures in one paragraph, each figure kept whole.
pub fn figures_in_a_line(tally: &Tally, zero: Zero) -> Line {
    let mut line = Line::default();
    for (place, figure) in Figure::ALL.into_iter().enumerate() {
        if place > 0 {
            line = line.then(Run::prose(" – "));
        }
        let value = labels::value_written(tally.value(figure), zero);
        line = line.then(Run::name(&format!("{} : {value}", labels::label(figure))));
    }
    line
}

/// Who asked for a public or a secret ballot on the text of a report, or on a proposal in it, and what came of it: the minutes record
/// every request (CGCT, art. L.2121-15).
pub fn requests(sitting: &Sitting, report: &ReportId, on: Option<&ProposalId>) -> Vec<Block> {
    let (roster, rules) = (&sitting.docket().roster, sitting.rules());
    let asked = sitting.handling(report).requests.iter().filter(|request| request.on.as_ref() == on);
    let told = asked.map(|request| {
        let askers: Vec<_> =
            request.asked_by.iter().filter_map(|id| roster.get(id)).map(|member| &member.name).collect();
        let answer = match request.granted {
            true => words::Answer::Granted,
            false if were_too_few(sitting, report, on, request.secret) => words::Answer::TooFew,
            false => words::Answer::Refused,
        };
        text(&if request.secret {
            words::secret_ballot_asked(&askers, answer, request.voided, request.at, &rules)
        } else {
            words::public_ballot_asked(&askers, answer, request.at, &rules)
        })
    });
    told.collect()
}

/// A ballot that enough members ask for is refused with a reason only, which is recorded: without one, they were too few.
fn were_too_few(sitting: &Sitting, report: &ReportId, on: Option<&ProposalId>, secret: bool) -> bool {
    let rules = sitting.rules();
    let (code, askers) = if secret {
        (SECRET_REFUSED, rules.secret_ballot_askers(1))
    } else {
        (BALLOT_REFUSED, rules.public_ballot_askers(1))
    };
    let refused = |it: &Irregularity| it.code == code && it.report.as_ref() == Some(report) && it.on.as_ref() == on;
    askers.is_some() && !sitting.irregularities().iter().any(refused)
}

/// The decision on the text of a report, in the words of the assembly.
pub fn decision(sitting: &Sitting, report: &Report, done: &Done) -> Block {
    decision_on(sitting, report, None, done)
}

/// The decision on the text of a report, or on a proposal in it.
pub fn decision_on(sitting: &Sitting, report: &Report, on: Option<&ProposalId>, done: &Done) -> Block {
    let sentence = phrases::decision_done(sitting, report, on, done, &Phrases::default());
    Block::Paragraph(Style::Decision, said(Line::default(), sentence))
}

/// A sentence behind a line: names and numbers are kept whole.
pub fn said(line: Line, sentence: Sentence) -> Line {
    sentence.0.into_iter().fold(line, |line, part| {
        line.then(match part {
            Part::Words(words) => Run::prose(&words),
            Part::Name(name) => Run::name(&name),
            Part::Number(number) => Run::literal(&number),
        })
    })
}

//! What a report asks, and how it was voted: its kind, its way, its majority, the amendments to its text.

use crate::council::agenda::{DelegatedDecision, Report};
use crate::council::ballot::Ballot;
use crate::council::proposal::{ProposalId, ProposalState, Proposed};
use crate::council::sitting::Done;
use crate::council::tally::Figure;
use crate::french::grammar::{addressed, capitalised};
use crate::french::kinds;
use crate::french::models::field as words;
use crate::french::numbers::short_date;
use crate::french::sentences::result;
use crate::papers::document::{Block, FieldValue, Fields, Inline, Line};
use crate::papers::markdown_text;

use super::known::{Known, maybe, set, text};

impl Known<'_> {
    /// The kind of the report.
    pub fn kind(&self) -> FieldValue {
        self.of_report(|report| Some(set(kinds::kind(report.kind))))
    }

    /// How its vote was recorded, once it is proclaimed.
    pub fn way(&self) -> FieldValue {
        maybe(self.done().map(|done| kinds::way(done.vote.way)))
    }

    /// The mode of its vote, where one was taken.
    pub fn ballot(&self) -> FieldValue {
        let voted = self.done().filter(|done| done.outcome.is_voted());
        maybe(voted.map(|done| match done.vote.ballot {
            Ballot::Public { .. } => words::PUBLIC,
            Ballot::Secret { .. } => words::SECRET,
            Ballot::Ordinary => words::ORDINARY,
        }))
    }

    /// The majority that it takes.
    pub fn required_majority(&self) -> FieldValue {
        self.of_report(|report| Some(set(kinds::majority(self.sitting().majority(&report.id).0))))
    }

    /// How many voices for it that majority takes.
    pub fn required_votes(&self) -> FieldValue {
        FieldValue::Number(self.done().and_then(|done| done.vote.rule.majority.needed(done.tally.as_ref()?)))
    }

    /// The text that asks for it.
    pub fn reason_of_the_majority(&self) -> FieldValue {
        self.of_report(|report| self.sitting().majority(&report.id).1.map(set))
    }

    /// The reports that were put to one vote with it.
    pub fn together(&self) -> FieldValue {
        let together = self.done().map(|done| done.vote.together.iter().map(|id| set(id.as_str())).collect());
        FieldValue::List(together.unwrap_or_default())
    }

    /// Who stands for its posts.
    pub fn candidates(&self) -> FieldValue {
        let roster = &self.docket().roster;
        let named = |report: &Report| {
            let candidates = self.sitting().handling(&report.id).candidates.iter();
            candidates.filter_map(|id| roster.get(id)).map(|member| set(&member.name.listed())).collect()
        };
        FieldValue::List(self.report().map(named).unwrap_or_default())
    }

    /// The amendments, a line each.
    pub fn amendments(&self) -> FieldValue {
        let rows = |report: &Report| -> Vec<Fields> {
            let proposals = &self.sitting().handling(&report.id).proposals;
            proposals.iter().filter_map(|proposed| self.amendment(proposed)).collect()
        };
        FieldValue::Rows(self.report().map(rows).unwrap_or_default())
    }

    fn amendment(&self, Proposed { proposal, state }: &Proposed) -> Option<Fields> {
        let ProposalId::Amendment(number) = &proposal.id else { return None };
        let roster = &self.docket().roster;
        let authors = proposal.authors.iter().filter_map(|id| roster.get(id)).map(|it| addressed(&it.name));
        let done: Option<&Done> = state.done();
        let figure = |figure| FieldValue::Number(done.and_then(|done| done.tally?.value(figure)));
        let end = match state {
            ProposalState::Done(done) => Some(result(done.outcome).to_owned()),
            ProposalState::Dropped(how, _) => Some(capitalised(kinds::dropped(*how))),
            ProposalState::Waiting | ProposalState::Opened(_) => None,
        };
        Some(Fields::from([
            ("numero", text(number)),
            ("auteurs", text(&authors.collect::<Vec<_>>().join(", "))),
            ("au_nom_de", maybe(proposal.on_behalf.as_deref())),
            ("cible", maybe(proposal.target.as_deref())),
            ("texte", maybe(proposal.text.as_deref().map(in_one_line).as_deref())),
            ("resultat", maybe(end.as_deref())),
            ("pour", figure(Figure::For)),
            ("contre", figure(Figure::Against)),
            ("abstentions", figure(Figure::Abstentions)),
        ]))
    }

    /// The decisions taken by delegation that it reports, a line each.
    pub fn decisions(&self) -> FieldValue {
        let row = |decision: &DelegatedDecision| {
            Fields::from([
                ("numero", maybe(decision.number.as_deref())),
                ("date", maybe(decision.date.map(short_date).as_deref())),
                ("objet", text(&decision.object)),
            ])
        };
        let decisions = self.report().map(|report| report.decisions.iter().map(row).collect());
        FieldValue::Rows(decisions.unwrap_or_default())
    }
}

/// A small text without its marks.
fn in_one_line(markdown: &str) -> String {
    let mut words = Vec::new();
    gather(&markdown_text::blocks(markdown, 1), &mut words);
    words.join(" ")
}

fn gather(blocks: &[Block], words: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(_, line) | Block::Paragraph(_, line) => words.push(words_of(line)),
            Block::List(_, items) => items.iter().for_each(|item| gather(item, words)),
            Block::Enclosed(inside) | Block::KeepTogether(inside) => gather(inside, words),
            // A small text holds none of the others.
            _ => {}
        }
    }
}

fn words_of(line: &Line) -> String {
    let part = |inline: &Inline| match inline {
        Inline::Run(run) => run.text().to_owned(),
        Inline::Break => " ".to_owned(),
    };
    line.0.iter().map(part).collect()
}

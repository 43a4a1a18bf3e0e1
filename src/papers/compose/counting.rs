//! The *procès-verbal de dépouillement* of the secret ballots of one report: who presides, writes and counts, who stood, each
//! round by its figures, what it gave, who is proclaimed; the sign-off list in an annex.
//!
//! It holds totals and, apart, the names of those who had a voice in the order of their names. No hour and no order of anybody's
//! own is known, and nobody stands beside a choice.

mod sign_off;

use crate::council::agenda::Report;
use crate::council::election::{ElectedBy, RoundResult};
use crate::council::id::ReportId;
use crate::council::numbering::NumberKind;
use crate::council::proposal::ProposalId;
use crate::council::secret::{Round, SecretVote, Ticket};
use crate::council::sitting::{Done, Progress, Sitting};
use crate::french::ballots::VOTE_ON_THE_TEXT;
use crate::french::counting as words;
use crate::french::elections;
use crate::french::grammar::uncapitalised;
use crate::french::kinds::proposal_title;
use crate::french::minutes;
use crate::french::papers::{PROVISIONAL, deliberation, object};
use crate::french::quorum;
use crate::french::sentences::{convening_in_letters, object_in_full};
use crate::papers::document::{Block, Document, Fields, Line, Run, Signatory, Status, Style};

use super::officers::Officers;
use super::vote::Shape;
use super::{election, missing, rectified, text, vote};

/// Composes it; `None` for a report that is not on the agenda.
pub fn compose(sitting: &Sitting, id: &ReportId) -> Option<Document> {
    let docket = sitting.docket();
    let report = docket.agenda.report(id)?;
    let act = sitting.act(report);
    let heading = deliberation(act.as_deref(), id.as_str());
    let number = act.as_deref().unwrap_or(id.as_str());
    let before = heading.strip_suffix(number).unwrap_or(&heading);
    let title = Line::prose(&format!("{}{}", words::TITLE, uncapitalised(before))).then(Run::literal(number));
    let is_provisional = sitting.act_number(report).is_some_and(|act| act.kind == NumberKind::Provisional);
    let title = if is_provisional { title.then(Run::prose(PROVISIONAL)) } else { title };
    let mut blocks = vec![
        Block::Heading(1, title),
        Block::Paragraph(Style::Object, Line::prose(&object(&object_in_full(report, docket.agenda.chapter_of(id))))),
        text(&convening_in_letters(docket, &sitting.rules())),
    ];
    blocks.extend(content(sitting, report));
    let done = sitting.progress(id).and_then(Progress::done);
    Some(Document {
        title: format!("{}{heading} – {}", words::TITLE, report.object),
        body: docket.body.name.clone(),
        date: docket.meeting.date,
        reference: act.map_or_else(|| heading.clone(), std::borrow::Cow::into_owned),
        status: if done.is_some() { Status::Final } else { Status::Draft },
        fields: Fields::new(),
        blocks,
    })
}

/// The secret ballots of a report that are proclaimed, each with what it is on.
fn ballots<'a>(sitting: &'a Sitting, report: &Report) -> Vec<(Option<&'a ProposalId>, &'a Done)> {
    sitting.votes_taken(&report.id).filter(|(_, done)| done.vote.secret().is_some()).collect()
}

fn content(sitting: &Sitting, report: &Report) -> Vec<Block> {
    let open = sitting.progress(&report.id).filter(|progress| progress.done().is_none()).map(Progress::vote);
    let open = open.and_then(|vote| vote.secret());
    let done = ballots(sitting, report);
    let is_an_election = sitting.contest(&report.id).is_some();
    if done.is_empty() && open.is_none() {
        let said = if is_an_election { words::NOT_COUNTED } else { words::NO_SECRET_BALLOT };
        return vec![Block::Paragraph(Style::Decision, Line::prose(said))];
    }
    let officers = Officers::of_the_report(sitting, report);
    let secret = done.iter().find_map(|(on, done)| done.vote.secret().filter(|_| on.is_none()));
    let secret = secret.or(open).or_else(|| done.iter().find_map(|(_, done)| done.vote.secret()));
    let mut blocks = vec![Block::Heading(2, Line::prose(words::BUREAU)), officers.presidency()];
    blocks.extend(officers.secretary_lines());
    blocks.extend(secret.and_then(|secret| bureau(sitting, report, secret)));
    if let Some(progress) = sitting.progress(&report.id) {
        blocks.push(text(&quorum::of_the_report(&progress.vote().quorum, &sitting.rules())));
    }
    let mut kept = Vec::new();
    for (on, done) in &done {
        blocks.append(&mut kept);
        blocks.extend(one_ballot(sitting, report, *on, done));
        kept.push(vote::decision_on(sitting, report, *on, done));
        kept.extend(done.at.map(|hour| text(&minutes::proclaimed_at(hour))));
        kept.extend(rectified::notes(sitting, &report.id, *on, done));
    }
    if let Some(open) = open {
        blocks.append(&mut kept);
        blocks.extend(still_open(sitting, report, open));
    }
    kept.push(Block::Paragraph(Style::Text, Run::prose(words::REMARKS).bold().into()));
    kept.push(Block::Paragraph(Style::Text, Line::prose(words::REMARKS_BLANK)));
    kept.push(signatures(sitting, report, &officers, secret));
    blocks.push(Block::KeepTogether(kept));
    let rounds = sign_off::Rounds::of(sitting, report, done.iter().map(|(on, done)| (*on, *done)), open);
    blocks.extend(sign_off::annex(sitting, &rounds));
    blocks
}

/// Who opens and counts the ballots, or that they are to be named.
fn bureau(sitting: &Sitting, report: &Report, secret: &SecretVote) -> Option<Block> {
    let named = election::tellers(sitting, &report.id, secret);
    named.or_else(|| Some(Block::Paragraph(Style::Text, missing(words::TELLERS))))
}

/// One secret ballot: on what, by whom it was asked for, its rounds, how equal votes were settled.
fn one_ballot(sitting: &Sitting, report: &Report, on: Option<&ProposalId>, done: &Done) -> Vec<Block> {
    let is_an_election = on.is_none() && sitting.contest(&report.id).is_some();
    let head = on.map_or_else(
        || if is_an_election { crate::french::acts::vote_on(report.kind) } else { VOTE_ON_THE_TEXT }.to_owned(),
        proposal_title,
    );
    let mut blocks = vec![Block::Heading(2, Line::prose(&head))];
    if is_an_election {
        blocks.extend(election::visas(sitting, &report.id));
        blocks.extend(election::posts(sitting, &report.id));
    }
    blocks.extend(vote::requests(sitting, &report.id, on));
    blocks.extend(vote::irregularities_on(sitting, &report.id, on));
    if is_an_election {
        if let Some(secret) = done.vote.secret() {
            blocks.extend(election::rounds(sitting, &report.id, secret, Shape::Table));
            blocks.extend(ages(sitting, report, secret));
        }
        blocks.extend(election::table_of_the_elected(sitting, &report.id));
    } else {
        blocks.extend(election::figures_of_a_text(sitting, &report.id, on, done, Shape::Table));
    }
    blocks
}

/// A ballot that is not proclaimed: the rounds that are counted, or that nothing is.
fn still_open(sitting: &Sitting, report: &Report, secret: &SecretVote) -> Vec<Block> {
    let is_counted = secret.rounds.iter().any(|round| round.count.is_some());
    let mut blocks = Vec::new();
    if is_counted {
        blocks.extend(election::rounds(sitting, &report.id, secret, Shape::Table));
    } else if let Some(round) = secret.last() {
        let standing = sitting.standing(&report.id, None);
        let of_now = (standing.as_slice(), sitting.handling(&report.id).lists.as_slice());
        let (standing, lists) = round.urn.as_ref().map_or(of_now, |urn| (&urn.standing, &urn.lists));
        blocks.extend(election::standing(sitting, &report.id, standing, lists));
        blocks.push(Block::Paragraph(Style::Decision, Line::prose(words::NOT_COUNTED)));
    }
    blocks
}

/// How old those are between whom equal votes were settled, round by round.
fn ages(sitting: &Sitting, report: &Report, secret: &SecretVote) -> Vec<Block> {
    let mut items = Vec::new();
    let mut is_stated = false;
    for round in &secret.rounds {
        let Some(tied) = settled_by_age(sitting, report, round) else { continue };
        for ticket in &tied {
            match age_of(sitting, round, ticket) {
                Some(line) => items.push(vec![Block::Paragraph(Style::Text, line)]),
                None => is_stated = true,
            }
        }
    }
    if items.is_empty() && !is_stated {
        return Vec::new();
    }
    let mut blocks = vec![Block::Paragraph(Style::Text, Run::prose(words::AGES).bold().into())];
    if is_stated {
        blocks.push(text(words::AGES_STATED));
    } else {
        blocks.push(Block::List(None, items));
    }
    blocks
}

/// Those who had as many votes, where age settled it.
fn settled_by_age(sitting: &Sitting, report: &Report, round: &Round) -> Option<Vec<Ticket>> {
    let count = round.count.as_ref()?;
    let Some(RoundResult::Elected { ticket, by: ElectedBy::Age }) = sitting.round_result(&report.id, round) else {
        return None;
    };
    let votes = count.of(&ticket);
    Some(count.votes.iter().filter(|(_, had)| *had == votes).map(|(ticket, _)| ticket.clone()).collect())
}

fn age_of(sitting: &Sitting, round: &Round, ticket: &Ticket) -> Option<Line> {
    let docket = sitting.docket();
    let named =
        vote::said(Line::default(), elections::Sentence(vec![elections::ticket_at_the_head(ticket, &docket.roster)]));
    let age = sitting.age_of(round, ticket)?;
    let said = match ticket {
        Ticket::Member(id) => {
            let member = docket.roster.get(id)?;
            words::born(&member.name, member.birth?)
        }
        _ => words::mean_age(age.mean_birth()?, docket.meeting.date),
    };
    Some(named.then(Run::prose(&format!(" : {said}"))))
}

/// Whoever presides, the secretaries, then those who counted.
fn signatures(sitting: &Sitting, report: &Report, officers: &Officers<'_>, secret: Option<&SecretVote>) -> Block {
    let mut signatories = officers.sign();
    let office = sitting.contest(&report.id).map(|contest| contest.office);
    let tellers = secret.map_or(&[][..], |secret| &secret.tellers);
    let members = tellers.iter().filter_map(|id| sitting.docket().roster.get(id));
    signatories.extend(members.map(|member| Signatory {
        title: Line::prose(&elections::tellers(office, &[&member.name])),
        name: Run::name(&member.name.spoken()).into(),
    }));
    Block::Signatures(signatories)
}

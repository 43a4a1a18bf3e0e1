//! The *liste d'émargement*: everybody who had a voice, in the order of their names, with the powers and a cell to sign for each
//! round. It tells who put a ballot into the urn, and nothing of when, in what order, or of what it said.

use std::collections::{BTreeMap, BTreeSet};

use crate::council::agenda::Report;
use crate::council::id::MemberId;
use crate::council::name::fold;
use crate::council::proposal::ProposalId;
use crate::council::roster::Member;
use crate::council::secret::{ClosedUrn, Round, SecretVote};
use crate::council::sitting::{Done, Progress, Sitting};
use crate::french::counting as words;
use crate::french::kinds::proposal_title;
use crate::french::lists::{listed, listed_by};
use crate::papers::compose::{tables, text};
use crate::papers::document::{Block, Line, Run};

/// How high a row is, in lines of text.
const ROOM_TO_SIGN: u8 = 2;
/// How many rounds stand side by side.
const SIDE_BY_SIDE: usize = 3;

/// A round to sign for: its head, and its urn once it is closed.
struct Column<'a> {
    head: String,
    urn: Option<&'a ClosedUrn>,
}

/// The rounds of the secret ballots of a report, with those who have a voice in one that is not closed.
pub struct Rounds<'a> {
    columns: Vec<Column<'a>>,
    voices: BTreeSet<MemberId>,
    carried: BTreeMap<MemberId, MemberId>,
}

impl<'a> Rounds<'a> {
    /// Those of the ballots that are proclaimed, and of the one that is being held.
    pub fn of(
        sitting: &'a Sitting,
        report: &Report,
        done: impl Iterator<Item = (Option<&'a ProposalId>, &'a Done)>,
        open: Option<&'a SecretVote>,
    ) -> Self {
        let mut rounds = Self { columns: Vec::new(), voices: BTreeSet::new(), carried: BTreeMap::new() };
        for (on, done) in done {
            if let Some(secret) = done.vote.secret() {
                rounds.add(secret, on);
            }
        }
        if let Some(open) = open {
            rounds.add(open, None);
            if let Some(vote) = sitting.progress(&report.id).map(Progress::vote) {
                for member in vote.room.voices() {
                    rounds.voices.insert(member.clone());
                    if let Some(crate::council::room::Seat::Represented(holder)) = vote.room.seat(member) {
                        rounds.carried.insert(member.clone(), holder.clone());
                    }
                }
            }
        }
        rounds
    }

    fn add(&mut self, secret: &'a SecretVote, on: Option<&ProposalId>) {
        let is_one = secret.rounds.len() < 2;
        let has_posts = secret.rounds.iter().any(|round| round.post > 1);
        for round in &secret.rounds {
            let head = match on {
                Some(on) => proposal_title(on),
                None if is_one => words::SIGNATURE.to_owned(),
                None => head_of(round, has_posts),
            };
            if let Some(urn) = &round.urn {
                self.voices.extend(urn.signed.iter().chain(&urn.unsigned).cloned());
                self.carried.extend(urn.carried.iter().map(|(giver, holder)| (giver.clone(), holder.clone())));
            }
            self.columns.push(Column { head, urn: round.urn.as_ref() });
        }
    }
}

fn head_of(round: &Round, has_posts: bool) -> String {
    words::round(has_posts.then_some(round.post), round.number)
}

/// The list on a sheet of its own; nothing where nobody has a voice.
pub fn annex(sitting: &Sitting, rounds: &Rounds<'_>) -> Vec<Block> {
    let roster = &sitting.docket().roster;
    let mut members: Vec<&Member> = rounds.voices.iter().filter_map(|id| roster.get(id)).collect();
    if members.is_empty() {
        return Vec::new();
    }
    members.sort_by_cached_key(|member| (fold(&member.name.listed()), member.id.clone()));
    let mut blocks =
        vec![Block::NewSheet, Block::Heading(2, Line::prose(words::SIGN_OFF)), text(words::HOW_IT_IS_SIGNED)];
    for columns in rounds.columns.chunks(SIDE_BY_SIDE) {
        blocks.push(table(sitting, &members, rounds, columns));
    }
    blocks
}

fn table(sitting: &Sitting, members: &[&Member], rounds: &Rounds<'_>, columns: &[Column<'_>]) -> Block {
    let roster = &sitting.docket().roster;
    let mut heads = vec![tables::words(words::MEMBER, 30)];
    let has_powers = !rounds.carried.is_empty();
    heads.extend(has_powers.then(|| tables::words(words::POWER, 24)));
    heads.extend(columns.iter().map(|column| tables::words(&column.head, 22)));
    let row = |member: &&Member| {
        let mut cells: Vec<Line> = vec![Run::name(&listed(member, roster)).into()];
        if has_powers {
            let holder = rounds.carried.get(&member.id);
            cells.push(holder.map(|holder| Line::prose(&words::by(&listed_by(holder, roster)))).unwrap_or_default());
        }
        cells.extend(columns.iter().map(|column| match column.urn {
            Some(urn) if !urn.signed.contains(&member.id) => Line::prose(words::NO_SIGNATURE),
            _ => Line::default(),
        }));
        cells
    };
    tables::to_sign(words::CAPTION, heads, members.iter().map(row).collect(), ROOM_TO_SIGN)
}

//! The nine figures of the vote table, and why each is what it is.

use serde::{Deserialize, Serialize};

use super::ballot::{Choice, Vote};
use super::law::{Article, Rules, Subject};
use super::secret::SecretVote;
use super::way::{Counts, Way};

/// The nine figures, in the order in which the papers print them. All are numbers of voices, save `in_office`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tally {
    /// *Inscrits*: members in office (E).
    #[serde(rename = "inscrits")]
    pub in_office: u32,
    /// *Votants* (V): voices in the room, less those that take no part.
    #[serde(rename = "votants")]
    pub voters: u32,
    /// *Abstentions*.
    pub abstentions: u32,
    /// *Blancs et nuls*: none in an ordinary ballot.
    #[serde(rename = "blancs_et_nuls")]
    pub blank_null: u32,
    /// *Suffrages exprimés* (X): for and against.
    #[serde(rename = "exprimes")]
    pub cast: u32,
    /// *Majorité absolue* (M): `floor(X/2) + 1`; `None` when nothing was cast, for a majority of nothing misleads.
    #[serde(rename = "majorite_absolue")]
    pub absolute_majority: Option<u32>,
    /// *Pour*.
    #[serde(rename = "pour")]
    pub for_: u32,
    /// *Contre*.
    #[serde(rename = "contre")]
    pub against: u32,
    /// *Ne prennent pas part au vote* (NPPV).
    #[serde(rename = "ne_prennent_pas_part")]
    pub not_taking_part: u32,
}

impl Tally {
    /// Counts the voices one by one, carried ones included, or takes them as they were counted; `None` where no figures are
    /// recorded.
    #[must_use]
    pub fn of(vote: &Vote) -> Option<Self> {
        let counts = match vote.way {
            Way::ByException | Way::RollCall => {
                let mut counts = Counts::default();
                for (_, choice) in vote.choices() {
                    *counts.of_mut(choice) += 1;
                }
                counts
            }
            Way::Figures => vote.counts()?,
            Way::Secret => return Self::of_the_urn(vote),
            Way::Result | Way::WithoutVote => return None,
        };
        Some(Self::from_counts(vote.in_office, counts, vote.nppv_in_voters))
    }

    /// The figures of a text voted by secret ballot, once its count is final; `None` for an election, whose rounds have figures of
    /// their own. The voters are the ballots found in the urn, of which the blank and the null ones are not cast.
    fn of_the_urn(vote: &Vote) -> Option<Self> {
        let secret = vote.secret()?;
        let (count, urn, counts) = (secret.count()?, secret.urn()?, secret.counts()?);
        let tally = Self::from_counts(urn.in_office, counts, false);
        urn.is_of_a_text().then_some(Self {
            voters: count.in_urn,
            blank_null: count.blank.saturating_add(count.null),
            ..tally
        })
    }

    /// The figures that follow from the counts. Those who take no part by choice are voters only by the convention of the
    /// assembly; they are never cast.
    #[must_use]
    pub fn from_counts(in_office: u32, counts: Counts, nppv_in_voters: bool) -> Self {
        let Counts { for_, against, abstentions, not_taking_part } = counts;
        let cast = for_.saturating_add(against);
        let inside = if nppv_in_voters { not_taking_part } else { 0 };
        Self {
            in_office,
            voters: cast.saturating_add(abstentions).saturating_add(inside),
            abstentions,
            blank_null: 0,
            cast,
            absolute_majority: (cast > 0).then_some(cast / 2 + 1),
            for_,
            against,
            not_taking_part,
        }
    }

    /// The value of one figure.
    #[must_use]
    pub fn value(&self, figure: Figure) -> Option<u32> {
        match figure {
            Figure::InOffice => Some(self.in_office),
            Figure::Voters => Some(self.voters),
            Figure::Abstentions => Some(self.abstentions),
            Figure::BlankNull => Some(self.blank_null),
            Figure::Cast => Some(self.cast),
            Figure::AbsoluteMajority => self.absolute_majority,
            Figure::For => Some(self.for_),
            Figure::Against => Some(self.against),
            Figure::NotTakingPart => Some(self.not_taking_part),
        }
    }
}

/// One of the nine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// *Inscrits*.
    InOffice,
    /// *Votants*.
    Voters,
    /// *Abstentions*.
    Abstentions,
    /// *Blancs et nuls*.
    BlankNull,
    /// *Suffrages exprimés*.
    Cast,
    /// *Majorité absolue*.
    AbsoluteMajority,
    /// *Pour*.
    For,
    /// *Contre*.
    Against,
    /// *Ne prennent pas part au vote*.
    NotTakingPart,
}

impl Figure {
    /// The nine, in the order of the papers.
    pub const ALL: [Self; 9] = [
        Self::InOffice,
        Self::Voters,
        Self::Abstentions,
        Self::BlankNull,
        Self::Cast,
        Self::AbsoluteMajority,
        Self::For,
        Self::Against,
        Self::NotTakingPart,
    ];
}

/// How a figure is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Formula {
    /// A count of the members in office.
    MembersInOffice,
    /// Present − those of them without a voice + represented − not taking part.
    VoicesLessNotTakingPart,
    /// Present − those of them without a voice + represented: by convention, not taking part is voting.
    Voices,
    /// The sum of what was counted in the room, without names: for, against, abstentions, and by convention not taking part.
    SumOfCounted,
    /// Counted in the room, without names.
    CountedInTheRoom,
    /// A count of the voices marked so.
    VoicesMarked(Choice),
    /// No voice is presumed to say this: what is left when the others are taken away.
    VotersLessOthers,
    /// There are no ballot papers in an ordinary vote.
    NoBallotPapers,
    /// Found in the urn of a secret ballot, once it is opened.
    FoundInTheUrn,
    /// Blank and null ballots, found in the urn.
    BlankPlusNull,
    /// A ballot paper is for, against, blank or null: nobody abstains by one.
    NoAbstentionInAnUrn,
    /// Voices in the room when the urn was closed, less those for whom somebody signed.
    VoicesLessSigned,
    /// For + against.
    ForPlusAgainst,
    /// Half of the votes cast, rounded down, plus one.
    HalfOfCastPlusOne,
}

/// One number that enters a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// A figure of the table.
    Figure(Figure, u32),
    /// Members present in the room or from afar.
    Present(u32),
    /// Members present who must take no part in this report.
    Recused(u32),
    /// Members represented by a live power.
    Represented(u32),
    /// *Bulletins blancs*.
    Blank(u32),
    /// *Bulletins nuls*.
    Null(u32),
    /// Voices in the room when the urn was closed.
    VoicesAtClosing(u32),
    /// Those for whom a ballot was put into the urn (*émargements*).
    Signed(u32),
}

/// Why a figure is what it is: formula, numbers, article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The figure explained.
    pub figure: Figure,
    /// Its value, as [`Tally`] holds it.
    pub value: Option<u32>,
    /// How it is computed.
    pub formula: Formula,
    /// The numbers that enter the formula, in its order.
    pub terms: Vec<Term>,
    /// Where the formula is written, if in a text.
    pub article: Option<Article>,
}

impl Why {
    /// Explains one figure of a vote; `None` where no figures are recorded.
    #[must_use]
    pub fn of(figure: Figure, vote: &Vote, rules: &Rules) -> Option<Self> {
        let tally = Tally::of(vote)?;
        let (formula, terms) = match vote.way {
            Way::Figures => formula_of_counted(figure, vote, &tally),
            Way::Secret => formula_of_the_urn(figure, vote, &tally),
            _ => formula_of_named(figure, vote, &tally),
        };
        let subject = match figure {
            Figure::InOffice => Some(Subject::Quorum),
            Figure::Voters => Some(Subject::ProxiesPerHolder),
            Figure::Cast | Figure::AbsoluteMajority => Some(Subject::Majority),
            _ => None,
        };
        Some(Self {
            figure,
            value: tally.value(figure),
            formula,
            terms,
            article: subject.and_then(|subject| rules.article(subject)),
        })
    }
}

fn formula_of_named(figure: Figure, vote: &Vote, tally: &Tally) -> (Formula, Vec<Term>) {
    let term = |figure| Term::Figure(figure, tally.value(figure).unwrap_or(0));
    match figure {
        Figure::InOffice => (Formula::MembersInOffice, vec![]),
        Figure::Voters if vote.nppv_in_voters => (Formula::Voices, voters_terms(vote, None)),
        Figure::Voters => (Formula::VoicesLessNotTakingPart, voters_terms(vote, Some(term(Figure::NotTakingPart)))),
        Figure::Abstentions => (Formula::VoicesMarked(Choice::Abstain), vec![]),
        Figure::BlankNull => (Formula::NoBallotPapers, vec![]),
        Figure::Cast => (Formula::ForPlusAgainst, vec![term(Figure::For), term(Figure::Against)]),
        Figure::AbsoluteMajority => (Formula::HalfOfCastPlusOne, vec![term(Figure::Cast)]),
        Figure::For if vote.way == Way::RollCall => (Formula::VoicesMarked(Choice::For), vec![]),
        Figure::For => {
            let inside = vote.nppv_in_voters.then(|| term(Figure::NotTakingPart));
            let others = [term(Figure::Voters), term(Figure::Against), term(Figure::Abstentions)];
            (Formula::VotersLessOthers, others.into_iter().chain(inside).collect())
        }
        Figure::Against => (Formula::VoicesMarked(Choice::Against), vec![]),
        Figure::NotTakingPart => (Formula::VoicesMarked(Choice::NotTakingPart), vec![]),
    }
}

fn formula_of_counted(figure: Figure, vote: &Vote, tally: &Tally) -> (Formula, Vec<Term>) {
    let term = |figure| Term::Figure(figure, tally.value(figure).unwrap_or(0));
    match figure {
        Figure::Voters => {
            let inside = vote.nppv_in_voters.then(|| term(Figure::NotTakingPart));
            let counted = [term(Figure::For), term(Figure::Against), term(Figure::Abstentions)];
            (Formula::SumOfCounted, counted.into_iter().chain(inside).collect())
        }
        Figure::For | Figure::Against | Figure::Abstentions | Figure::NotTakingPart => {
            (Formula::CountedInTheRoom, vec![])
        }
        Figure::InOffice | Figure::BlankNull | Figure::Cast | Figure::AbsoluteMajority => {
            formula_of_named(figure, vote, tally)
        }
    }
}

fn formula_of_the_urn(figure: Figure, vote: &Vote, tally: &Tally) -> (Formula, Vec<Term>) {
    let urn = vote.secret().and_then(SecretVote::urn);
    let count = vote.secret().and_then(SecretVote::count);
    match (figure, count, urn) {
        (Figure::Voters | Figure::For | Figure::Against, ..) => (Formula::FoundInTheUrn, vec![]),
        (Figure::Abstentions, ..) => (Formula::NoAbstentionInAnUrn, vec![]),
        (Figure::BlankNull, Some(count), _) => {
            (Formula::BlankPlusNull, vec![Term::Blank(count.blank), Term::Null(count.null)])
        }
        (Figure::NotTakingPart, _, Some(urn)) => {
            let signed = u32::try_from(urn.signed.len()).unwrap_or(u32::MAX);
            (Formula::VoicesLessSigned, vec![Term::VoicesAtClosing(urn.voices()), Term::Signed(signed)])
        }
        _ => formula_of_named(figure, vote, tally),
    }
}

/// Members without a voice enter the formula only where there are some.
fn voters_terms(vote: &Vote, not_taking_part: Option<Term>) -> Vec<Term> {
    let recused = Some(vote.room.recused()).filter(|recused| *recused > 0).map(Term::Recused);
    let mut terms = vec![Term::Present(vote.room.present())];
    terms.extend(recused);
    terms.push(Term::Represented(vote.room.represented()));
    terms.extend(not_taking_part);
    terms
}

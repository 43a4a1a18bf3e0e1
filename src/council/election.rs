//! An election: what is elected, on what terms, and what a round gives.
//!
//! Source: CGCT, art. L.2122-4 to L.2122-8 (mayor and deputies), L.2121-21 (appointments), L.3122-1 and L.4133-1 (presidents of
//! a département and of a région): absolute majority in the first two rounds, relative in the third, the eldest when the votes
//! are equal then.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::id::MemberId;
use super::law::Article;
use super::majority::Base;
use super::proportional::{Allocation, Method, allocate};
use super::secret::{Count, Round, Ticket};

/// What is elected (*mandat*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Office {
    /// *Maire*; *maire d'arrondissement*.
    #[serde(rename = "Maire")]
    Mayor,
    /// *Président* of a grouping of communes, of a département, of a région.
    #[serde(rename = "President")]
    President,
    /// *Adjoints au maire*, by list.
    #[serde(rename = "Adjoints")]
    Deputies,
    /// One *adjoint* alone, by name.
    #[serde(rename = "Adjoint")]
    Deputy,
    /// *Vice-présidents*, one by one.
    #[serde(rename = "VicePresidents")]
    VicePresidents,
    /// Members of the *commission permanente*, by proportional lists.
    #[serde(rename = "CommissionPermanente")]
    PermanentCommittee,
    /// *Conseillers communautaires* named by the council, by proportional lists.
    #[serde(rename = "ConseillersCommunautaires")]
    CommunityCouncillors,
    /// *Commission d'appel d'offres*, by proportional lists.
    #[serde(rename = "CommissionAppelOffres")]
    TenderCommittee,
    /// Elected members of the board of a CCAS, by proportional lists.
    #[serde(rename = "ConseilDuCcas")]
    CcasBoard,
    /// *Délégués* and *représentants* in a committee or an outside body.
    #[serde(rename = "Delegues")]
    Delegates,
}

impl Office {
    /// Every office, in the order of the documentation.
    pub const ALL: [Self; 10] = [
        Self::Mayor,
        Self::President,
        Self::Deputies,
        Self::Deputy,
        Self::VicePresidents,
        Self::PermanentCommittee,
        Self::CommunityCouncillors,
        Self::TenderCommittee,
        Self::CcasBoard,
        Self::Delegates,
    ];

    /// Whether who is elected presides from then on.
    #[must_use]
    pub fn presides(self) -> bool {
        matches!(self, Self::Mayor | Self::President)
    }

    /// Whether who is elected stands in for whoever presides: *adjoints*, *vice-présidents*.
    #[must_use]
    pub fn replaces(self) -> bool {
        matches!(self, Self::Deputies | Self::Deputy | Self::VicePresidents)
    }

    /// Whether it must be secret. The texts of the committees, of conseillers communautaires and of delegates do not want it
    /// themselves: there the council may decide otherwise, and the only candidates are appointed at once.
    ///
    /// Source: CGCT, art. L.2121-21, L.2122-4 and L.2122-7; CASF, art. R.123-8. For the president and the vice-presidents of a
    /// grouping, of a département and of a région the text was not read: the stricter rule stands.
    #[must_use]
    pub fn secrecy(self) -> Secrecy {
        match self {
            Self::Mayor | Self::President | Self::Deputies | Self::Deputy | Self::VicePresidents | Self::CcasBoard => {
                Secrecy::Required
            }
            Self::PermanentCommittee | Self::CommunityCouncillors | Self::TenderCommittee | Self::Delegates => {
                Secrecy::Waivable
            }
        }
    }

    /// Whether whoever is elected takes it up at once, in the sitting.
    #[must_use]
    pub fn is_taken_up_at_once(self) -> bool {
        self.presides() || self.replaces()
    }

    /// Whether each post has its rank: *2e adjoint*, *1re vice-présidente*.
    #[must_use]
    pub fn is_ranked(self) -> bool {
        matches!(self, Self::Deputies | Self::VicePresidents)
    }
}

/// How an office is elected (*mode de scrutin*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Form {
    /// *Scrutin uninominal*: one post after the other.
    #[serde(rename = "ParNom")]
    ByName,
    /// *Scrutin de liste majoritaire*: the list that wins has every post.
    #[serde(rename = "ParListe")]
    ByList,
    /// Proportional lists, *au plus fort reste*.
    #[serde(rename = "PlusFortReste")]
    HighestRemainder,
    /// Proportional lists, *à la plus forte moyenne*.
    #[serde(rename = "PlusForteMoyenne")]
    HighestAverage,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::ByName, Self::ByList, Self::HighestRemainder, Self::HighestAverage];

    /// Whether ballots name lists: then no other name is valid on one.
    #[must_use]
    pub fn is_by_list(self) -> bool {
        self != Self::ByName
    }

    /// How seats are given to lists in proportion; `None` where the majority has all.
    #[must_use]
    pub fn method(self) -> Option<Method> {
        match self {
            Self::ByName | Self::ByList => None,
            Self::HighestRemainder => Some(Method::HighestRemainder),
            Self::HighestAverage => Some(Method::HighestAverage),
        }
    }

    /// How many rounds there may be.
    #[must_use]
    pub fn rounds(self) -> u32 {
        if self.method().is_some() { 1 } else { 3 }
    }
}

/// Whether a council may appoint otherwise than by secret ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Secrecy {
    /// A text wants it: nobody may decide otherwise, and the only candidate is voted on (art. L.2122-4, L.2122-7).
    Required,
    /// The council may unanimously decide otherwise, and the only candidates are appointed at once (art. L.2121-21).
    Waivable,
}

/// The terms of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Contest {
    /// What is elected.
    pub office: Office,
    /// How.
    pub form: Form,
    /// How many posts; `None` while that is not known.
    pub posts: Option<u32>,
    /// Of which number the absolute majority is taken.
    pub base: Base,
    /// Whether it must be secret.
    pub secrecy: Secrecy,
    /// Where it is written.
    pub article: Option<Article>,
}

/// A list of candidates, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateList {
    /// Its name: « Ensemble pour Valmont », or that of its first candidate.
    #[serde(rename = "nom")]
    pub name: String,
    /// Who is on it, in order.
    #[serde(rename = "candidats")]
    pub candidates: Vec<MemberId>,
}

impl CandidateList {
    /// What a ballot for it says.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        Ticket::List(self.name.clone())
    }
}

/// By what somebody is elected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ElectedBy {
    /// *Majorité absolue*.
    AbsoluteMajority,
    /// *Majorité relative*, in the third round.
    Plurality,
    /// Equal votes in the third round, and the eldest; of lists, the one of the highest average age.
    Age,
}

/// What a round gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RoundResult {
    /// Somebody is elected, or a list.
    Elected {
        /// Who.
        ticket: Ticket,
        /// By what.
        by: ElectedBy,
    },
    /// The seats went to lists in proportion.
    Allocated(Allocation),
    /// Nobody has the absolute majority: another round follows.
    Another,
    /// The votes are equal and the ages are not known: somebody must say who is the eldest.
    Tied(Vec<Ticket>),
    /// Nothing was cast in the last round: nobody is elected.
    Nobody,
}

impl RoundResult {
    /// Whether the post, or the posts, are filled.
    #[must_use]
    pub fn elects(&self) -> bool {
        matches!(self, Self::Elected { .. } | Self::Allocated(_))
    }
}

/// How old those on a ticket are: the sum of their days of birth as days of the era, and how many they are.
///
/// The average age of a list is that of all its candidates, to the day and not in whole years (CGCT, art. L.2122-7-2: « la
/// moyenne d'âge la plus élevée »). Of two lists, the one of which the mean day of birth is earlier has the higher average age,
/// on whatever day the vote is taken: nothing is rounded, and no birthday of the year changes the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Age {
    /// The sum of the days of birth, in days since 1 January 1970.
    pub days: i64,
    /// Of how many.
    pub people: i64,
}

impl Age {
    /// That of people born on those days; `None` of nobody.
    #[must_use]
    pub fn of(births: &[Date]) -> Option<Self> {
        let epoch = jiff::civil::date(1970, 1, 1);
        let days = births.iter().map(|birth| i64::from((*birth - epoch).get_days())).sum();
        let people = i64::try_from(births.len()).ok().filter(|people| *people > 0)?;
        Some(Self { days, people })
    }

    /// The mean of their days of birth.
    #[must_use]
    pub fn mean_birth(self) -> Option<Date> {
        let days = self.days.checked_div_euclid(self.people)?;
        jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
    }

    /// Whether they are older on average than the others.
    #[must_use]
    pub fn is_above(self, other: Self) -> bool {
        self.days.saturating_mul(other.people) < other.days.saturating_mul(self.people)
    }
}

impl Contest {
    /// The absolute majority of a round: `floor(X/2) + 1` of the votes cast, or of the members in office where the law says so;
    /// `None` in the third round, where the relative one is enough, and of nothing cast.
    #[must_use]
    pub fn majority(&self, round: u32, count: &Count, in_office: u32) -> Option<u32> {
        if round >= 3 || self.form.method().is_some() {
            return None;
        }
        match self.base {
            Base::Cast => Some(count.cast()).filter(|cast| *cast > 0).map(|cast| cast / 2 + 1),
            Base::Members => Some(in_office / 2 + 1),
        }
    }

    /// What a round gives; `None` while its totals are not final. `births` says who is on a ticket: their days of birth in the
    /// order of the list, as far as they are known.
    #[must_use]
    pub fn result(&self, round: &Round, births: impl Fn(&Ticket) -> Vec<Option<Date>>) -> Option<RoundResult> {
        let (count, urn) = (round.count.as_ref()?, round.urn.as_ref()?);
        if let Some(method) = self.form.method() {
            let seats = self.posts?;
            let lists: Vec<(Ticket, u32)> = urn.standing.iter().map(|list| (list.clone(), count.of(list))).collect();
            return Some(match allocate(method, &lists, seats, births, &round.preferred) {
                Ok(_) if count.cast() == 0 => RoundResult::Nobody,
                Ok(allocation) => RoundResult::Allocated(allocation),
                Err(tied) => RoundResult::Tied(tied),
            });
        }
        let most = count.votes.iter().map(|(_, votes)| *votes).max().unwrap_or(0);
        let first: Vec<&Ticket> = count.votes.iter().filter(|(_, votes)| *votes == most).map(|(it, _)| it).collect();
        if round.number < 3 {
            let needed = self.majority(round.number, count, urn.in_office);
            return Some(match (first.as_slice(), needed) {
                ([ticket], Some(needed)) if most >= needed => {
                    RoundResult::Elected { ticket: (*ticket).clone(), by: ElectedBy::AbsoluteMajority }
                }
                _ => RoundResult::Another,
            });
        }
        Some(match first.as_slice() {
            _ if most == 0 => RoundResult::Nobody,
            [ticket] => RoundResult::Elected { ticket: (*ticket).clone(), by: ElectedBy::Plurality },
            tied => {
                let age = |ticket: &Ticket| Age::of(&births(ticket).into_iter().collect::<Option<Vec<Date>>>()?);
                let ages: Vec<(&Ticket, Option<Age>)> = tied.iter().map(|ticket| (*ticket, age(ticket))).collect();
                match eldest(&ages, &mut round.preferred.iter()) {
                    Ok(ticket) => RoundResult::Elected { ticket: ticket.clone(), by: ElectedBy::Age },
                    Err(tied) => RoundResult::Tied(tied),
                }
            }
        })
    }
}

/// The one whose age stands above that of all others. Where the ages that are known leave that open, the next who was said to
/// be the eldest: one of those whom no known age makes younger.
///
/// # Errors
/// Between whom it is open, and nobody said it.
pub(super) fn eldest<'a, 'b>(
    tied: &[(&'a Ticket, Option<Age>)],
    said: &mut impl Iterator<Item = &'b Ticket>,
) -> Result<&'a Ticket, Vec<Ticket>> {
    let is_younger = |age: Age| tied.iter().filter_map(|(_, other)| *other).any(|other| other.is_above(age));
    let may_be = tied.iter().filter(|(_, age)| !age.is_some_and(is_younger)).map(|(ticket, _)| *ticket);
    let may_be: Vec<&'a Ticket> = may_be.collect();
    if let [eldest] = may_be.as_slice() {
        return Ok(eldest);
    }
    let said = said.next().and_then(|said| may_be.iter().find(|ticket| **ticket == said));
    said.copied().ok_or_else(|| may_be.into_iter().cloned().collect())
}

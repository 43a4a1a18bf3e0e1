//! The quorum: how many must be in the room for the council to decide.

use std::collections::BTreeMap;

use super::id::MemberId;
use super::law::{Article, Rules, Subject, Value};
use super::recusal::{Ground, Recusal};
use super::room::{Room, Seat};

/// The quorum of a room, with what it was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quorum {
    /// Members in office (E), less those who left both sides of it.
    pub in_office: u32,
    /// How many left both sides: they represent the council in the body concerned (art. L.1111-6, II du CGCT).
    pub left_out: u32,
    /// How many count towards the quorum: those present, and those represented where the rule says so.
    pub counted: u32,
    /// How many are needed; `None` if the law of the day is disputed.
    pub needed: Option<u32>,
    /// The share that the rule asks for.
    pub fraction: Fraction,
    /// Where it is written.
    pub article: Option<Article>,
}

/// The share of the members in office that the quorum asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fraction {
    /// `floor(E/2) + 1`.
    MoreThanHalf,
    /// `ceil(E/3)`.
    OneThird,
    /// That many, as the body settles it for itself.
    Number(u32),
    /// None is needed: a second convocation.
    NoneNeeded,
    /// The law of the day is disputed.
    Disputed,
}

impl Quorum {
    /// The quorum of that room under those rules, nobody recused.
    #[must_use]
    pub fn of(room: &Room, in_office: u32, rules: &Rules) -> Self {
        Self::without(room, in_office, &BTreeMap::new(), rules)
    }

    /// The quorum of a report in which these members must not take part.
    ///
    /// Source: CGCT, art. L.2131-11 (reading of loi n° 2022-217): a representative under art. L.1111-6, II counts in
    /// neither side. Who is interested on another ground counts if he stays.
    #[must_use]
    pub fn without(room: &Room, in_office: u32, recused: &BTreeMap<MemberId, Recusal>, rules: &Rules) -> Self {
        let rule = rules.row(Subject::Quorum);
        let fraction = match rule.map(|rule| rule.value) {
            Some(Value::MoreThanHalf | Value::MoreThanHalfWithRepresented) => Fraction::MoreThanHalf,
            Some(Value::OneThird) => Fraction::OneThird,
            Some(Value::Number(needed)) => Fraction::Number(needed),
            _ => Fraction::Disputed,
        };
        let represented = match rule.map(|rule| rule.value) {
            Some(Value::MoreThanHalfWithRepresented) => room.represented(),
            _ => 0,
        };
        let is_out = |member: &&MemberId| recused.get(*member).is_some_and(|it| it.ground == Ground::Representative);
        let (mut left_out, mut counted_out) = (0, 0);
        for (_, seat) in room.seats().filter(|(member, _)| is_out(member)) {
            left_out += 1;
            counted_out += u32::from(*seat == Seat::Recused);
        }
        let in_office = in_office - left_out;
        Self {
            in_office,
            left_out,
            counted: room.present() - counted_out + represented,
            needed: fraction.of(in_office),
            fraction,
            article: rule.map(|rule| rule.article),
        }
    }

    /// The same room when no quorum is needed: a second convocation.
    #[must_use]
    pub fn none_needed(self, article: Option<Article>) -> Self {
        Self { needed: Some(0), fraction: Fraction::NoneNeeded, article, ..self }
    }

    /// Whether enough are there; a disputed quorum is not met and not missed.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        self.needed.map(|needed| self.counted >= needed)
    }
}

impl Fraction {
    /// How many of so many members in office.
    #[must_use]
    pub fn of(self, in_office: u32) -> Option<u32> {
        match self {
            Self::MoreThanHalf => Some(in_office / 2 + 1),
            Self::OneThird => Some(in_office.div_ceil(3)),
            Self::Number(needed) => Some(needed),
            Self::NoneNeeded => Some(0),
            Self::Disputed => None,
        }
    }
}

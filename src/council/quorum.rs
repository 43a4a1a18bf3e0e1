//! The quorum: how many must be in the room for the council to decide.

use super::attendance::Room;
use super::law::{Article, Rules, Subject, Value};

/// The quorum of a room, with what it was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quorum {
    /// Members in office (E).
    pub in_office: u32,
    /// How many count towards the quorum: those in the room in person, and those represented where the rule says so.
    pub counted: u32,
    /// How many are needed; `None` if the law of the day is disputed.
    pub needed: Option<u32>,
    /// The fraction that the rule asks for.
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
    /// The law of the day is disputed.
    Disputed,
}

impl Quorum {
    /// The quorum of that room under those rules.
    #[must_use]
    pub fn of(room: &Room, in_office: u32, rules: &Rules) -> Self {
        let rule = rules.row(Subject::Quorum);
        let fraction = match rule.map(|rule| rule.value) {
            Some(Value::MoreThanHalf | Value::MoreThanHalfWithRepresented) => Fraction::MoreThanHalf,
            Some(Value::OneThird) => Fraction::OneThird,
            _ => Fraction::Disputed,
        };
        let represented = match rule.map(|rule| rule.value) {
            Some(Value::MoreThanHalfWithRepresented) => room.represented(),
            _ => 0,
        };
        Self {
            in_office,
            counted: room.present() + represented,
            needed: fraction.of(in_office),
            fraction,
            article: rule.map(|rule| rule.article),
        }
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
            Self::Disputed => None,
        }
    }
}

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
    /// `ceil(2E/3)`: where the president of a département or of a région is elected.
    TwoThirds,
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
        let fraction = Fraction::by(rule.map(|rule| rule.value));
        let left_out = room.seats().filter(|(member, _)| leaves_both_sides(member, recused, rules)).count();
        let left_out = u32::try_from(left_out).unwrap_or(u32::MAX);
        let in_office = in_office.saturating_sub(left_out);
        Self {
            in_office,
            left_out,
            counted: Self::counted_in(room, recused, rules),
            needed: fraction.of(in_office),
            fraction,
            article: rule.map(|rule| rule.article),
        }
    }

    /// How many of that room count towards the quorum of a report in which these members must not take part.
    #[must_use]
    pub fn counted_in(room: &Room, recused: &BTreeMap<MemberId, Recusal>, rules: &Rules) -> u32 {
        let represented = match rules.row(Subject::Quorum).map(|rule| rule.value) {
            Some(Value::MoreThanHalfWithRepresented) => room.represented(),
            _ => 0,
        };
        let stays =
            |member: &MemberId, seat: &Seat| *seat == Seat::Recused && leaves_both_sides(member, recused, rules);
        let out = room.seats().filter(|(member, seat)| stays(member, seat)).count();
        (room.present() + represented).saturating_sub(u32::try_from(out).unwrap_or(u32::MAX))
    }

    /// The same room where whoever presides is elected: as many as the text of that election wants, where it wants more than
    /// the ordinary quorum.
    ///
    /// Source: CGCT, art. L.3122-1 and L.4133-1: two thirds of the members present.
    #[must_use]
    pub fn to_elect_the_head(self, rules: &Rules) -> Self {
        let Some(rule) = rules.row(Subject::HeadQuorum) else { return self };
        let fraction = Fraction::by(Some(rule.value));
        Self { needed: fraction.of(self.in_office), fraction, article: Some(rule.article), ..self }
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

/// A representative counts in neither side since the law that says so, in the bodies for which it says so; before and
/// elsewhere he is interested like any other.
fn leaves_both_sides(member: &MemberId, recused: &BTreeMap<MemberId, Recusal>, rules: &Rules) -> bool {
    let is_representative = recused.get(member).is_some_and(|recusal| recusal.ground == Ground::Representative);
    is_representative && rules.row(Subject::Representative).is_some()
}

impl Fraction {
    /// The share that a row of the table asks for.
    fn by(rule: Option<Value>) -> Self {
        match rule {
            Some(Value::MoreThanHalf | Value::MoreThanHalfWithRepresented) => Self::MoreThanHalf,
            Some(Value::OneThird) => Self::OneThird,
            Some(Value::TwoThirds) => Self::TwoThirds,
            Some(Value::Number(needed)) => Self::Number(needed),
            _ => Self::Disputed,
        }
    }

    /// How many of so many members in office.
    #[must_use]
    pub fn of(self, in_office: u32) -> Option<u32> {
        match self {
            Self::MoreThanHalf => Some(in_office / 2 + 1),
            Self::OneThird => Some(in_office.div_ceil(3)),
            Self::TwoThirds => Some(in_office.saturating_mul(2).div_ceil(3)),
            Self::Number(needed) => Some(needed),
            Self::NoneNeeded => Some(0),
            Self::Disputed => None,
        }
    }
}

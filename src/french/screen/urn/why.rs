//! Why a figure of an election is what it is: formula, numbers, article.

use crate::council::election::Contest;
use crate::council::majority::Base;
use crate::council::secret::{Count, Round};
use crate::french::articles::in_brackets;
use crate::french::figures;

/// A figure of a round, in the order of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundFigure {
    /// *Inscrits*.
    InOffice,
    /// *Votants*.
    Voters,
    /// *Bulletins blancs*.
    Blank,
    /// *Bulletins nuls*.
    Null,
    /// *Suffrages exprimés*.
    Cast,
    /// *Majorité absolue*.
    Majority,
}

impl RoundFigure {
    /// All of them, in the order of the minutes.
    pub const ALL: [Self; 6] = [Self::InOffice, Self::Voters, Self::Blank, Self::Null, Self::Cast, Self::Majority];

    /// « Votants ».
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::InOffice => "Inscrits",
            Self::Voters => "Votants",
            Self::Blank => "Bulletins blancs",
            Self::Null => "Bulletins nuls",
            Self::Cast => "Suffrages exprimés",
            Self::Majority => "Majorité absolue",
        }
    }

    /// Its value in a round that is counted; nothing before, and of a majority that is not asked for.
    #[must_use]
    pub fn value(self, round: &Round, contest: &Contest) -> Option<u32> {
        let (urn, count) = (round.urn.as_ref()?, round.count.as_ref()?);
        match self {
            Self::InOffice => Some(urn.in_office),
            Self::Voters => Some(count.in_urn),
            Self::Blank => Some(count.blank),
            Self::Null => Some(count.null),
            Self::Cast => Some(count.cast()),
            Self::Majority => contest.majority(round.number, count, urn.in_office),
        }
    }

    /// The value as it is shown.
    #[must_use]
    pub fn shown(self, round: &Round, contest: &Contest) -> String {
        if round.count.is_none() {
            return "—".to_owned();
        }
        figures::value(self.value(round, contest))
    }

    /// The formula, with its numbers and its article.
    #[must_use]
    pub fn explanation(self, round: &Round, contest: &Contest) -> String {
        let Some(count) = round.count.as_ref() else { return super::NOTHING_BEFORE.to_owned() };
        let in_office = round.urn.as_ref().map_or(0, |urn| urn.in_office);
        let article = in_brackets(contest.article.filter(|_| matches!(self, Self::Cast | Self::Majority)));
        format!("{} : {}{article}.", self.label(), self.formula(round, contest, count, in_office))
    }

    fn formula(self, round: &Round, contest: &Contest, count: &Count, in_office: u32) -> String {
        let cast = count.cast();
        match self {
            Self::InOffice => format!("membres en exercice = {in_office}"),
            Self::Voters => format!("bulletins trouvés dans l’urne = {}", count.in_urn),
            Self::Blank => format!("bulletins sans aucun nom = {}", count.blank),
            Self::Null => format!("bulletins qui ne comptent pas = {}", count.null),
            Self::Cast => format!(
                "bulletins dans l’urne − blancs − nuls = {} − {} − {} = {cast}",
                count.in_urn, count.blank, count.null
            ),
            Self::Majority if contest.form.method().is_some() => {
                "sans objet : les sièges vont aux listes à la proportionnelle".to_owned()
            }
            Self::Majority if round.number >= 3 => "au 3e tour, la majorité relative suffit".to_owned(),
            Self::Majority => match (contest.base, contest.majority(round.number, count, in_office)) {
                (_, None) => "sans objet : aucun suffrage exprimé".to_owned(),
                (Base::Members, Some(needed)) => {
                    format!(
                        "moitié des membres en exercice, arrondie au-dessous, plus un = {in_office} ÷ 2 + 1 = {needed}"
                    )
                }
                (Base::Cast, Some(needed)) => {
                    format!("moitié des suffrages exprimés, arrondie au-dessous, plus un = {cast} ÷ 2 + 1 = {needed}")
                }
            },
        }
    }
}

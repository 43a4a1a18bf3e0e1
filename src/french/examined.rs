//! The words of the *liste des délibérations examinées*.

use crate::council::conventions::Conventions;
use crate::council::kind::ReportKind;
use crate::council::law::Article;
use crate::council::outcome::Outcome;
use crate::council::tally::Tally;

use super::articles::in_brackets;
use super::ballots::result_of;
use super::grammar::uncapitalised;
use super::kinds::{self, About};
use super::numbers::count;
use super::phrases::votes;
use super::sentences::result;

/// After the name of the body.
pub const TITLE: &str = "Liste des délibérations examinées";
/// The same until 30 June 2022.
pub const REPORT_OF_THE_SITTING: &str = "Compte rendu de la séance";
/// What the table lists.
pub const CAPTION: &str = "Délibérations examinées, dans l’ordre du jour";
/// Over the numbers of the reports.
pub const REPORT: &str = "Rapport";
/// Over the numbers of the acts.
pub const ACT: &str = "Délibération";
/// Over what each is about.
pub const OBJECT: &str = "Objet";
/// Over what was decided.
pub const RESULT: &str = "Résultat";
/// An act that has no number.
pub const WITHOUT_NUMBER: &str = "sans numéro";
/// A report whose vote is being taken.
pub const STILL_OPEN: &str = "Vote non proclamé";
/// A sitting in which nothing was voted.
pub const NONE: &str = "Aucune délibération n’a été examinée.";
/// Over the reports that left the agenda.
pub const LEFT: &str = "Ne donnent pas lieu à une délibération :";
/// The same for one.
pub const ONE_LEFT: &str = "Ne donne pas lieu à une délibération :";
/// Over the reports that were not taken.
pub const NOT_EXAMINED: &str = "N’ont pas été examinés";
/// The same for one.
pub const ONE_NOT_EXAMINED: &str = "N’a pas été examiné";

/// « Adopté à la majorité : 26 voix pour et 3 voix contre »; without figures where every voice said the same.
#[must_use]
pub fn outcome(kind: ReportKind, outcome: Outcome, tally: Option<&Tally>, conventions: Conventions) -> String {
    let result = kinds::decided(About::Text(kind), result_of(outcome, tally, conventions), outcome);
    let Some(tally) = tally else { return result };
    let is_plain = outcome == Outcome::AdoptedUnanimously && tally.abstentions == 0 && tally.not_taking_part == 0;
    let is_plain = is_plain && tally.blank_null == 0;
    if is_plain { result } else { format!("{result} ({})", votes(tally)) }
}

/// « Liste affichée et mise en ligne dans la semaine qui suit la séance (art. L.2121-25 du CGCT). »
#[must_use]
pub fn posted(article: Option<Article>) -> String {
    match article {
        Some(article) => {
            format!("Liste à afficher et à publier dans la semaine qui suit la séance{}.", in_brackets(Some(article)))
        }
        None => String::new(),
    }
}

/// To be filled by hand on the door.
pub const POSTED_ON: &str = "Affichée le : ……………………  Publiée sur le site le : ……………………";

/// The same until 30 June 2022.
pub const REPORT_POSTED_ON: &str = "Affiché le : ……………………  Publié sur le site le : ……………………";

/// How many reports ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// Approved by a vote.
    pub adopted: u32,
    /// Refused by a vote.
    pub rejected: u32,
    /// Noted without a vote.
    pub noted: u32,
    /// Ended by an appointment without a vote.
    pub appointed: u32,
    /// Elections, whoever was elected.
    pub elections: u32,
}

impl Ends {
    /// Counts one more.
    pub fn count(&mut self, outcome: Outcome) {
        let of = match outcome {
            Outcome::Acknowledged => &mut self.noted,
            Outcome::AppointedWithoutVote => &mut self.appointed,
            Outcome::Elected | Outcome::NobodyElected => &mut self.elections,
            outcome if outcome.is_adopted() => &mut self.adopted,
            _ => &mut self.rejected,
        };
        *of = of.saturating_add(1);
    }
}

/// « 3 rapports examinés : 2 adoptés, 1 rejeté. »
#[must_use]
pub fn summary(ends: Ends) -> String {
    let plural = |number: u32| if number < 2 { "" } else { "s" };
    let all = ends.adopted + ends.rejected + ends.noted + ends.appointed + ends.elections;
    let mut parts = Vec::new();
    if ends.adopted > 0 {
        parts.push(format!("{} adopté{}", ends.adopted, plural(ends.adopted)));
    }
    if ends.rejected > 0 {
        parts.push(format!("{} rejeté{}", ends.rejected, plural(ends.rejected)));
    }
    if ends.noted > 0 {
        parts.push(format!("{} dont il est donné acte", ends.noted));
    }
    if ends.appointed > 0 {
        parts.push(count(ends.appointed, "désignation sans vote", "désignations sans vote"));
    }
    if ends.elections > 0 {
        parts.push(count(ends.elections, "élection", "élections"));
    }
    format!("{all} rapport{0} examiné{0} : {1}.", plural(all), uncapitalised(&parts.join(", ")))
}

/// « retiré de l’ordre du jour », « question préalable adoptée, il n’y a pas lieu de délibérer »: behind a colon.
#[must_use]
pub fn apart(outcome: Outcome) -> String {
    uncapitalised(result(outcome)).replacen(" : ", ", ", 1)
}

/// The same with the figures of the vote that ended it, if one did.
#[must_use]
pub fn left(outcome: Outcome, by: Option<&Tally>) -> String {
    let result = apart(outcome);
    match by {
        Some(tally) => format!("{result} ({})", votes(tally)),
        None => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::way::Counts;

    #[test]
    fn a_result_has_its_figures_unless_every_voice_said_the_same() {
        let said = |for_, against, abstentions, of| {
            outcome(
                ReportKind::Deliberation,
                of,
                Some(&Tally::from_counts(
                    for_ + against + abstentions,
                    Counts { for_, against, abstentions, not_taking_part: 0 },
                    false,
                )),
                Conventions::default(),
            )
        };
        assert_eq!(said(9, 0, 0, Outcome::AdoptedUnanimously), "Adopté à l’unanimité");
        assert_eq!(
            said(8, 0, 1, Outcome::AdoptedUnanimously),
            "Adopté à l’unanimité (8 voix pour, 0 voix contre et 1 abstention)"
        );
        assert_eq!(said(3, 6, 0, Outcome::Rejected), "Rejeté (3 voix pour et 6 voix contre)");
    }

    #[test]
    fn what_was_examined_is_counted_and_agrees() {
        let ends = |adopted, rejected, noted, appointed| Ends { adopted, rejected, noted, appointed, elections: 0 };
        assert_eq!(summary(ends(1, 0, 0, 0)), "1 rapport examiné : 1 adopté.");
        assert_eq!(summary(ends(2, 1, 0, 0)), "3 rapports examinés : 2 adoptés, 1 rejeté.");
        assert_eq!(summary(ends(0, 2, 0, 0)), "2 rapports examinés : 2 rejetés.");
        assert_eq!(
            summary(ends(1, 0, 1, 2)),
            "4 rapports examinés : 1 adopté, 1 dont il est donné acte, 2 désignations sans vote."
        );
    }
}

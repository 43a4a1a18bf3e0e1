//! The words of the *procès-verbal de dépouillement*, and of the sign-off list that is annexed to it.

use jiff::civil::Date;

use crate::council::name::{Civility, Name};
use crate::council::plain::plain;

use super::grammar::Agreement;
use super::letters::ordinal;
use super::numbers::{count, date};

/// Before the act that it is of.
pub const TITLE: &str = "Procès-verbal de dépouillement – ";
/// Over who opens and counts the ballots.
pub const BUREAU: &str = "Bureau";
/// In the place of tellers that nobody named.
pub const TELLERS: &str = "scrutateurs ou assesseurs";
/// In the place of candidates that nobody recorded.
pub const CANDIDATES: &str = "candidats";
/// In the place of the hours of a round.
pub const BALLOT_HOURS: &str = "heures du scrutin";
/// A secret ballot of which no urn is closed yet.
pub const NOT_COUNTED: &str = "Scrutin non dépouillé.";
/// A report in which nothing is voted by secret ballot.
pub const NO_SECRET_BALLOT: &str = "Aucun scrutin secret n’est tenu sur ce rapport.";
/// Over how equal votes were settled.
pub const AGES: &str = "Départage à l’âge";
/// Ages that are not in the file.
pub const AGES_STATED: &str = "Les dates de naissance n’étant pas au fichier, l’âge est constaté par le bureau.";
/// Over what may be filled by hand.
pub const REMARKS: &str = "Observations et réclamations";
/// To be filled by hand.
pub const REMARKS_BLANK: &str = "……………………………………………………………………………………………………";
/// Over the sign-off list.
pub const SIGN_OFF: &str = "Annexe : liste d’émargement";
/// Above it.
pub const HOW_IT_IS_SIGNED: &str = "Par ordre de nom. Chaque case est signée par le membre qui vote, ou par le porteur de son \
                                    pouvoir ; un tiret marque qui n’a pas voté.";
/// What it lists.
pub const CAPTION: &str = "Membres ayant voix, par ordre de nom";
/// Over the names.
pub const MEMBER: &str = "Membre";
/// Over the powers.
pub const POWER: &str = "Pouvoir";
/// Over the room to sign, where there is one round.
pub const SIGNATURE: &str = "Signature";
/// Who put no ballot into the urn.
pub const NO_SIGNATURE: &str = "–";

/// « voté par ROUX Anne »: whose ballot another puts into the urn.
#[must_use]
pub fn by(holder: &str) -> String {
    format!("porté par {holder}")
}

/// « 1er tour », « 2e poste, 1er tour »: over the room to sign.
#[must_use]
pub fn round(post: Option<u32>, number: u32) -> String {
    let of = |rank| ordinal(rank, Some(Civility::Mr));
    match post {
        None => format!("{} tour", of(number)),
        Some(post) => format!("{} poste, {} tour", of(post), of(number)),
    }
}

/// « née le 8 août 1958 ».
#[must_use]
pub fn born(name: &Name, on: Date) -> String {
    format!("{} le {}", Agreement::with([name]).agreed("né"), date(on))
}

/// « moyenne d’âge au jour du scrutin : 52 ans et 3 mois », of a list, from the mean of its days of birth.
#[must_use]
pub fn mean_age(born: Date, day: Date) -> String {
    let months = i32::from(day.year() - born.year()) * 12 + i32::from(day.month()) - i32::from(born.month());
    let months = u32::try_from(if day.day() < born.day() { months - 1 } else { months }).unwrap_or(0);
    let years = count(months / 12, "an", "ans");
    let rest = if months % 12 == 0 { String::new() } else { format!(" et {} mois", months % 12) };
    format!("moyenne d’âge au jour du scrutin, {years}{rest}")
}

/// There is no secret ballot whose count could be written.
pub const NONE_IN_THE_SITTING: &str =
    "Aucun scrutin secret n’est tenu dans cette séance : il n’y a pas de procès-verbal de dépouillement.";

/// A *procès-verbal de dépouillement* of a report that was not voted by secret ballot.
#[must_use]
pub fn no_secret_ballot(number: &str) -> String {
    format!(
        "Aucun scrutin secret n’est tenu sur le rapport n° {} : il n’a pas de procès-verbal de dépouillement.\nSon relevé \
         nominatif : --document releve.",
        plain(number)
    )
}

/// A *relevé nominatif* of a report that was voted by secret ballot.
#[must_use]
pub fn voted_in_secret(number: &str) -> String {
    format!(
        "Le rapport n° {} est voté au scrutin secret : aucun nom n’est relevé.\nSon procès-verbal de dépouillement : \
         --document depouillement.",
        plain(number)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_age_is_in_whole_years_and_months_on_the_day_of_the_vote() {
        let day = jiff::civil::date(2026, 3, 22);
        let age = |year, month, of| mean_age(jiff::civil::date(year, month, of), day);
        assert_eq!(age(1966, 3, 22), "moyenne d’âge au jour du scrutin, 60 ans");
        assert_eq!(age(1966, 3, 23), "moyenne d’âge au jour du scrutin, 59 ans et 11 mois");
        assert_eq!(age(2025, 3, 1), "moyenne d’âge au jour du scrutin, 1 an");
    }

    #[test]
    fn the_room_to_sign_says_its_round_and_its_post() {
        assert_eq!([round(None, 1), round(Some(2), 3)], ["1er tour", "2e poste, 3e tour"]);
    }
}

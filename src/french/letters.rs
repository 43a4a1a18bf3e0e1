//! Numbers, days and hours in letters, as the head of an act has them: « L’an deux mille vingt-cinq, le trois mars ».

use jiff::civil::{Date, Weekday};

use crate::council::hour::Hour;
use crate::council::name::Civility;

use super::numbers::month;

const UNITS: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const TENS: [&str; 7] = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante"];

/// A number up to 999 999 in letters: « quatre-vingts », « deux cent un », « vingt et un ».
#[must_use]
pub fn cardinal(number: u32) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    let thousands = match thousands {
        0 => return below_a_thousand(rest),
        1 => "mille".to_owned(),
        // « Quatre-vingt » and « cent » take no s before « mille ».
        many => format!("{} mille", invariable(&below_a_thousand(many))),
    };
    if rest == 0 { thousands } else { format!("{thousands} {}", below_a_thousand(rest)) }
}

fn invariable(number: &str) -> String {
    let is_plural = number.ends_with("vingts") || number.ends_with("cents");
    number.strip_suffix('s').filter(|_| is_plural).unwrap_or(number).to_owned()
}

fn below_a_thousand(number: u32) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let hundred = match (hundreds, rest) {
        (0, _) => return below_a_hundred(rest),
        (1, _) => "cent".to_owned(),
        (many, 0) => format!("{} cents", unit(many)),
        (many, _) => format!("{} cent", unit(many)),
    };
    if rest == 0 { hundred } else { format!("{hundred} {}", below_a_hundred(rest)) }
}

fn below_a_hundred(number: u32) -> String {
    match number {
        0..=19 => unit(number).to_owned(),
        71 => "soixante et onze".to_owned(),
        70..=79 => format!("soixante-{}", unit(number - 60)),
        80 => "quatre-vingts".to_owned(),
        81..=99 => format!("quatre-vingt-{}", unit(number - 80)),
        _ => {
            let ten = usize::try_from(number / 10).ok().and_then(|ten| TENS.get(ten)).copied().unwrap_or_default();
            match number % 10 {
                0 => ten.to_owned(),
                1 => format!("{ten} et un"),
                rest => format!("{ten}-{}", unit(rest)),
            }
        }
    }
}

fn unit(number: u32) -> &'static str {
    usize::try_from(number).ok().and_then(|number| UNITS.get(number)).copied().unwrap_or_default()
}

/// The same before a feminine noun: « vingt et une ».
#[must_use]
pub fn cardinal_feminine(number: u32) -> String {
    let masculine = cardinal(number);
    if number % 100 != 11 && number % 100 != 71 && number % 100 != 91 && number % 10 == 1 {
        format!("{masculine}e")
    } else {
        masculine
    }
}

/// A year as acts write it: « deux mille vingt-cinq »; « mil » before the year two thousand.
#[must_use]
pub fn year(year: i16) -> String {
    let letters = cardinal(u32::from(year.unsigned_abs()));
    match letters.strip_prefix("mille ") {
        Some(rest) => format!("mil {rest}"),
        None => letters,
    }
}

/// A day of the month: « premier », « deux », « trente et un ».
#[must_use]
pub fn day(day: i8) -> String {
    if day == 1 { "premier".to_owned() } else { cardinal(u32::from(day.unsigned_abs())) }
}

/// « L’an deux mille vingt-cinq, le trois mars ».
#[must_use]
pub fn in_the_year(date: Date) -> String {
    format!("L’an {}, le {} {}", year(date.year()), day(date.day()), month(date))
}

/// « dix-huit heures quatre », « vingt et une heures », « zéro heure trente ».
#[must_use]
pub fn hour(at: Hour) -> String {
    let hours = u32::from(at.hour());
    let noun = if hours < 2 { "heure" } else { "heures" };
    match at.minute() {
        0 => format!("{} {noun}", cardinal_feminine(hours)),
        minutes => format!("{} {noun} {}", cardinal_feminine(hours), cardinal_feminine(u32::from(minutes))),
    }
}

/// « lundi ».
#[must_use]
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "lundi",
        Weekday::Tuesday => "mardi",
        Weekday::Wednesday => "mercredi",
        Weekday::Thursday => "jeudi",
        Weekday::Friday => "vendredi",
        Weekday::Saturday => "samedi",
        Weekday::Sunday => "dimanche",
    }
}

/// A rank in figures: « 1er », « 1re », « 2e ».
#[must_use]
pub fn ordinal(rank: u32, of: Option<Civility>) -> String {
    match (rank, of) {
        (1, Some(Civility::Mrs)) => "1re".to_owned(),
        (1, _) => "1er".to_owned(),
        _ => format!("{rank}e"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_take_their_hyphens_their_et_and_their_s() {
        for (number, letters) in [
            (0, "zéro"),
            (16, "seize"),
            (17, "dix-sept"),
            (21, "vingt et un"),
            (22, "vingt-deux"),
            (61, "soixante et un"),
            (70, "soixante-dix"),
            (71, "soixante et onze"),
            (79, "soixante-dix-neuf"),
            (80, "quatre-vingts"),
            (81, "quatre-vingt-un"),
            (91, "quatre-vingt-onze"),
            (99, "quatre-vingt-dix-neuf"),
            (100, "cent"),
            (101, "cent un"),
            (200, "deux cents"),
            (280, "deux cent quatre-vingts"),
            (999, "neuf cent quatre-vingt-dix-neuf"),
            (1000, "mille"),
            (80_000, "quatre-vingt mille"),
            (200_000, "deux cent mille"),
            (201_001, "deux cent un mille un"),
        ] {
            assert_eq!(cardinal(number), letters);
        }
    }

    /// The number that those letters say: each word by what it adds or multiplies, whatever made them.
    fn read(letters: &str) -> Option<u32> {
        let (mut thousands, mut sum) = (0, 0);
        for word in letters.split([' ', '-']) {
            match word {
                "et" | "zéro" => {}
                "mille" => (thousands, sum) = (sum.max(1) * 1000, 0),
                "cent" | "cents" => sum = sum.max(1) * 100,
                // « Quatre-vingt » multiplies; « vingt » adds.
                "vingt" | "vingts" if sum % 100 == 4 => sum = sum - 4 + 80,
                "vingt" => sum += 20,
                "trente" => sum += 30,
                "quarante" => sum += 40,
                "cinquante" => sum += 50,
                "soixante" => sum += 60,
                "une" => sum += 1,
                unit => sum += u32::try_from(UNITS.iter().position(|known| *known == unit)?).ok()?,
            }
        }
        Some(thousands + sum)
    }

    #[test]
    fn every_number_of_voices_is_read_back_as_that_number() {
        for number in 0..=9999 {
            assert_eq!(read(&cardinal(number)), Some(number), "{}", cardinal(number));
            assert_eq!(read(&cardinal_feminine(number)), Some(number), "{}", cardinal_feminine(number));
            // One voice is « une », at the end and nowhere else.
            let says_one = cardinal_feminine(number).split([' ', '-']).filter(|word| *word == "une").count();
            assert_eq!(says_one == 1, number % 10 == 1 && ![11, 71, 91].contains(&(number % 100)), "{number}");
        }
        let voices = [1, 21, 80, 81, 200, 1001, 2080].map(cardinal_feminine);
        assert_eq!(
            voices,
            [
                "une",
                "vingt et une",
                "quatre-vingts",
                "quatre-vingt-une",
                "deux cents",
                "mille une",
                "deux mille quatre-vingts"
            ]
        );
    }

    #[test]
    fn every_year_of_an_archive_is_written_as_acts_write_it() {
        for (number, letters) in [
            (1990, "mil neuf cent quatre-vingt-dix"),
            (1999, "mil neuf cent quatre-vingt-dix-neuf"),
            (2000, "deux mille"),
            (2001, "deux mille un"),
            (2025, "deux mille vingt-cinq"),
            (2071, "deux mille soixante et onze"),
            (2080, "deux mille quatre-vingts"),
            (2100, "deux mille cent"),
        ] {
            assert_eq!(year(number), letters);
        }
        let mut written: Vec<String> = (1990..=2100).map(year).collect();
        assert!(written.iter().all(|year| !year.contains("  ") && !year.ends_with(['-', ' '])), "{written:?}");
        written.sort();
        written.dedup();
        assert_eq!(written.len(), 111);
    }

    #[test]
    fn the_head_of_an_act_names_its_day_in_letters() {
        assert_eq!(in_the_year(date(2025, 3, 3)), "L’an deux mille vingt-cinq, le trois mars");
        assert_eq!(in_the_year(date(2021, 8, 1)), "L’an deux mille vingt et un, le premier août");
        assert_eq!(
            in_the_year(date(1999, 12, 31)),
            "L’an mil neuf cent quatre-vingt-dix-neuf, le trente et un décembre"
        );
        assert_eq!(weekday(date(2025, 3, 3)), "lundi");
        assert_eq!(weekday(date(2022, 3, 3)), "jeudi");
    }

    #[test]
    fn an_hour_is_feminine_and_so_are_its_minutes() {
        let written = |hours, minutes| hour(Hour::new(hours, minutes).unwrap());
        assert_eq!(written(18, 4), "dix-huit heures quatre");
        assert_eq!(written(21, 21), "vingt et une heures vingt et une");
        assert_eq!(written(1, 0), "une heure");
        assert_eq!(written(0, 31), "zéro heure trente et une");
        assert_eq!(written(19, 11), "dix-neuf heures onze");
    }

    #[test]
    fn the_first_of_all_has_a_gender() {
        let written = [ordinal(1, None), ordinal(1, Some(Civility::Mrs)), ordinal(2, Some(Civility::Mrs))];
        assert_eq!(written, ["1er", "1re", "2e"]);
    }
}

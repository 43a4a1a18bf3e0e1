//! The words of the picture of a public ballot.

use crate::council::ballot::Choice;

use super::numbers::{count, enumerate};

/// What was said in some seats: for, against, abstaining, not taking part, nothing for want of a voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    said: [u32; 5],
}

impl Counts {
    /// One seat more.
    pub fn add(&mut self, said: Option<Choice>) {
        if let Some(number) = self.said.get_mut(place(said)) {
            *number += 1;
        }
    }

    /// How many seats said so.
    #[must_use]
    pub fn of(&self, said: Option<Choice>) -> u32 {
        self.said.get(place(said)).copied().unwrap_or(0)
    }

    fn seats(&self) -> u32 {
        self.said.iter().sum()
    }

    /// « 17 pour, 1 contre et 2 abstentions ».
    fn said(&self) -> String {
        let pieces: Vec<String> = EVERY
            .into_iter()
            .map(|said| (said, self.of(said)))
            .filter(|(_, number)| *number > 0)
            .map(|(said, number)| match said {
                Some(Choice::For) => format!("{number} pour"),
                Some(Choice::Against) => format!("{number} contre"),
                Some(Choice::Abstain) => count(number, "abstention", "abstentions"),
                Some(Choice::NotTakingPart) => format!("{number} ne prenant pas part au vote"),
                None => format!("{number} sans voix"),
            })
            .collect();
        enumerate(&pieces)
    }
}

/// Everything that a seat may say, in the order of the legend.
pub const EVERY: [Option<Choice>; 5] =
    [Some(Choice::For), Some(Choice::Against), Some(Choice::Abstain), Some(Choice::NotTakingPart), None];

fn place(said: Option<Choice>) -> usize {
    EVERY.iter().position(|one| *one == said).unwrap_or(EVERY.len())
}

/// « Pour : 24 », beside its sign.
#[must_use]
pub fn legend(said: Option<Choice>, seats: u32) -> String {
    let word = match said {
        Some(Choice::For) => "Pour",
        Some(Choice::Against) => "Contre",
        Some(Choice::Abstain) => "Abstention",
        Some(Choice::NotTakingPart) => "Ne prend pas part au vote",
        None => "Sans voix",
    };
    format!("{word} : {seats}")
}

/// « Avec un point, par pouvoir : 5 », beside its sign.
#[must_use]
pub fn legend_of_carried(seats: usize) -> String {
    format!("Avec un point, par pouvoir : {seats}")
}

/// Those who are of no group.
pub const NO_GROUP: &str = "Sans groupe";

/// All that the picture shows, in words.
#[must_use]
pub fn says(all: &Counts, groups: &[(String, Counts)]) -> String {
    let seats = count(all.seats(), "siège", "sièges");
    if groups.is_empty() {
        return format!("Hémicycle de {seats}, dans l’ordre du tableau : {}.", all.said());
    }
    let of = |(name, counts): &(String, Counts)| {
        format!("{name}, {} : {}.", count(counts.seats(), "siège", "sièges"), counts.said())
    };
    let groups: Vec<String> = groups.iter().map(of).collect();
    format!("Hémicycle de {seats}, par groupe, de gauche à droite. {}", groups.join(" "))
}

/// What stands under the picture: « Vote par groupe – Saint-Exemple ensemble : 17 pour et 1 contre ; … ».
#[must_use]
pub fn caption(groups: &[(String, Counts)]) -> Option<String> {
    let of = |(name, counts): &(String, Counts)| format!("{name} : {}", counts.said());
    let groups: Vec<String> = groups.iter().map(of).collect();
    (!groups.is_empty()).then(|| format!("Vote par groupe – {}.", groups.join(" ; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(said: &[(Option<Choice>, u32)]) -> Counts {
        let mut counts = Counts::default();
        for (said, number) in said {
            (0..*number).for_each(|_| counts.add(*said));
        }
        counts
    }

    #[test]
    fn the_picture_is_said_whole_group_by_group() {
        let first = counts(&[(Some(Choice::For), 17), (Some(Choice::Abstain), 1), (None, 2)]);
        let second = counts(&[(Some(Choice::Against), 1)]);
        let all = counts(&[(Some(Choice::For), 17), (Some(Choice::Against), 1), (Some(Choice::Abstain), 1), (None, 2)]);
        let groups = [("Ensemble".to_owned(), first), ("Sans groupe".to_owned(), second)];
        assert_eq!(
            says(&all, &groups),
            "Hémicycle de 21 sièges, par groupe, de gauche à droite. Ensemble, 20 sièges : 17 pour, 1 abstention et 2 \
             sans voix. Sans groupe, 1 siège : 1 contre."
        );
        assert_eq!(
            caption(&groups).as_deref(),
            Some("Vote par groupe – Ensemble : 17 pour, 1 abstention et 2 sans voix ; Sans groupe : 1 contre.")
        );
        assert_eq!(
            says(&all, &[]),
            "Hémicycle de 21 sièges, dans l’ordre du tableau : 17 pour, 1 contre, 1 abstention et 2 sans voix."
        );
        assert_eq!(caption(&[]), None);
    }
}

//! The picture of a made-up public ballot: every choice, in person and carried, two groups.

use hemicycle::council::ballot::Choice;
use hemicycle::papers::document::{Block, Hemicycle, Line, Said, Sign, Wedge};

/// What it says to who does not see it.
pub const SAYS: &str = "Hémicycle de 14 sièges : ce que l’image montre, <dit> en mots.";

/// The picture.
pub fn picture() -> Block {
    let choices = [Some(Choice::For), Some(Choice::Against), Some(Choice::Abstain), Some(Choice::NotTakingPart), None];
    let said = |place: usize| Said { choice: choices[place % 5], is_carried: place % 3 == 1 && place % 5 != 4 };
    let wedge = |name: &str| Wedge { name: Line::prose(name), seats: 7 };
    let words = ["Pour : 3", "Contre : 3", "Abstention : 3", "Ne prend pas part au vote : 3", "Sans voix : 2"];
    let mut legend: Vec<(Sign, Line)> =
        choices.into_iter().zip(words).map(|(choice, words)| (Sign::Seat(choice), Line::prose(words))).collect();
    legend.push((Sign::Dot, Line::prose("Avec un point, par pouvoir : 4")));
    Block::Hemicycle(Hemicycle {
        says: SAYS.to_owned(),
        caption: Some(Line::prose("Vote par groupe – Gauche & bas : 2 pour ; Droite : 1 pour.")),
        seats: (0..14).map(said).collect(),
        groups: vec![wedge("Gauche & bas"), wedge("Droite")],
        legend,
    })
}

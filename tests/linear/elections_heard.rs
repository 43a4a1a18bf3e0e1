//! A secret ballot is heard: each ballot with the totals behind it, and on demand all.

use crate::Heard;
use crate::elections::Elections;

/// The election of the mayor, on its sign-off.
fn mayor() -> Heard {
    let mut evening = Elections::open();
    evening.opens("01").tellers("01", &["carpentier-solene", "hamelin-octave"]);
    evening.stand("01", &["martinet-lea", "boisseau-hakim"]);
    Heard::of(evening.evening())
}

#[test]
fn who_signs_and_how_many_is_heard_and_nothing_of_an_order() {
    let mut heard = mayor();
    let lines = heard.lines().join("\n");
    assert!(lines.contains("Émargement, 1er tour : 31 émargements sur 31."), "{lines}");
    assert!(lines.contains("Candidatures : MARTINET Léa, BOISSEAU Hakim."), "{lines}");
    assert!(lines.contains("Assesseurs : CARPENTIER Solène, HAMELIN Octave."), "{lines}");
    heard.keys("ors , imb , aub ,");
    let asked = heard.keys("<f9> <esc>").join("\n") + &heard.keys("<esc> <enter>").join("\n");
    assert!(!asked.is_empty());
}

#[test]
fn behind_each_ballot_the_totals_are_heard_briefly_and_on_demand_all() {
    let mut heard = mayor();
    heard.keys("<enter> <enter>");
    let first = heard.keys("a").join("\n");
    assert!(first.contains("MARTINET Léa : 1.") && first.contains("Totaux : A 1."), "{first}");
    heard.keys("b ;");
    let next = heard.keys("a").join("\n");
    assert!(next.contains("Totaux : A 2, B 1, blancs 1."), "{next}");
    let asked = heard.keys("<ctrl-o>").join("\n");
    assert!(asked.contains("Dépouillement, 1er tour : 4 bulletins lus sur 31."), "{asked}");
    assert!(asked.contains("A, MARTINET Léa : 2.") && asked.contains("Nuls : 0."), "{asked}");
    let back = heard.keys("<backspace>").join("\n");
    assert!(back.contains("Totaux : A 1, B 1, blancs 1."), "{back}");
}

#[test]
fn what_a_round_gave_is_heard_once_its_totals_are_final() {
    let mut heard = mayor();
    heard.keys(&format!("<enter> <enter> {};:", "a".repeat(29)));
    let lines = heard.keys("<enter>").join("\n");
    assert!(lines.contains("Majorité absolue : 15."), "{lines}");
    assert!(lines.contains("MARTINET Léa est élue, à la majorité absolue."), "{lines}");
}

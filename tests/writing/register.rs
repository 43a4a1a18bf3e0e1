//! `registre`: the sittings of one body and one year.

use std::fs;

use crate::desk::Desk;

/// A desk with three sittings of one body, two of one year.
fn desk() -> Desk {
    let desk = Desk::after();
    let session = crate::desk::session();
    fs::write(desk.at("b.ron"), session.replace("2025-03-03", "2025-06-02")).unwrap();
    fs::write(desk.at("ancienne.ron"), session.replace("2025-03-03", "2024-12-09")).unwrap();
    fs::write(desk.at("autre.ron"), session.replace("Saint-Exemple", "Autre-Ville")).unwrap();
    desk
}

#[test]
fn the_register_of_a_year_is_the_same_in_whatever_order_its_sittings_are_given() {
    let desk = desk();
    let one = desk.run(&["registre", "x.ron", "b.ron", "-o", "registre-2025.pdf"]);
    assert_eq!(one.code, 0, "{}", one.err);
    let other = desk.run(&["register", "b.ron", "x.ron", "-o", "autre-ordre.pdf", "--annee", "2025"]);
    assert_eq!(other.code, 0, "{}", other.err);
    let read = |name: &str| fs::read(desk.at(name)).unwrap();
    assert!(read("registre-2025.pdf").starts_with(b"%PDF-"));
    assert_eq!(read("registre-2025.pdf"), read("autre-ordre.pdf"));
    let text = String::from_utf8(desk.run(&["registre", "b.ron", "x.ron"]).out).unwrap();
    let text = text.replace('\u{a0}', " ");
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}: {text}"));
    assert!(at("3 mars 2025") < at("2 juin 2025"), "by date");
}

#[test]
fn a_number_that_acts_of_two_sittings_bear_is_said_and_the_register_is_written() {
    let desk = desk();
    let alone = desk.run(&["registre", "x.ron", "b.ron", "-o", "registre.txt"]);
    assert!(alone.code == 0 && !alone.err.contains("Le numéro"), "{}", alone.err);
    for end in ["ron", "journal"] {
        fs::copy(desk.at(&format!("x.{end}")), desk.at(&format!("copie.{end}"))).unwrap();
    }
    let ended = desk.run(&["registre", "x.ron", "copie.ron", "--force", "-o", "registre.txt"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let said =
        "Le numéro 2025_CM_001 est celui de plusieurs délibérations, aux séances des 3 mars 2025 et 3 mars 2025.";
    assert!(ended.err.contains(said), "{}", ended.err);
}

#[test]
fn several_bodies_or_several_years_are_refused_and_each_file_is_named() {
    let desk = desk();
    let ended = desk.run(&["registre", "x.ron", "autre.ron"]);
    assert_eq!(ended.code, 1);
    assert_eq!(
        ended.err,
        "Ces séances ne sont pas de la même assemblée :\n  \
         x.ron : Conseil municipal de Saint-Exemple\n  \
         autre.ron : Conseil municipal de Autre-Ville\n\
         Un registre est celui d’une seule : donnez les siennes.\n"
    );
    let ended = desk.run(&["registre", "x.ron", "ancienne.ron", "-o", "r.pdf"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("  x.ron : 3 mars 2025\n  ancienne.ron : 9 décembre 2024\n"), "{}", ended.err);
    let ended = desk.run(&["registre", "x.ron", "ancienne.ron", "--annee", "2024", "-o", "r.pdf"]);
    assert_eq!(
        ended.err,
        "Ces séances ne sont pas de 2024 :\n  x.ron : 3 mars 2025\nEnlevez-les, ou changez --annee.\n"
    );
    let ended = desk.run(&["registre", "x.ron", "./x.ron", "-o", "r.pdf"]);
    assert!(ended.code == 1 && ended.err.contains("est donné deux fois"), "{}", ended.err);
    let ended = desk.run(&["registre", "x.ron", "--annee", "hier"]);
    assert!(ended.code == 2 && ended.err.contains("« hier » n’est pas une année"), "{}", ended.err);
    assert!(!desk.at("r.pdf").exists());
}

#[test]
fn a_register_is_never_written_over_what_belongs_to_one_of_its_sittings() {
    let desk = desk();
    for name in ["b.ron", "x.journal", "ecole.md"] {
        let before = fs::read(desk.at(name)).unwrap();
        let ended = desk.run(&["registre", "x.ron", "b.ron", "-o", name, "--format", "md", "--force"]);
        assert!(ended.code == 2 && ended.err.contains("rien n’y est écrit"), "{name}: {}", ended.err);
        assert_eq!(fs::read(desk.at(name)).unwrap(), before);
    }
}

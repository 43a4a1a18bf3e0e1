//! What the procès-verbal in PDF encloses is what lies in the folder, byte for byte.

use std::collections::BTreeMap;
use std::fs;

use hemicycle::exchange::pdf;
use hemicycle::papers::enclosed::{Role, take_out};

use crate::desk::Desk;

fn enclosed(desk: &Desk, paper: &str) -> BTreeMap<String, Vec<u8>> {
    let read = pdf::read(&fs::read(desk.at(paper)).unwrap()).unwrap_or_else(|why| panic!("{paper}: {why:?}"));
    read.enclosed.into_iter().map(|file| (file.name.to_string(), file.bytes.to_vec())).collect()
}

#[test]
fn the_files_of_the_sitting_are_taken_out_of_its_minutes_as_they_lie_in_the_folder() {
    let desk = Desk::after();
    fs::create_dir(desk.at("x.notes")).unwrap();
    // With the line ends of another editor: its sum is that of its bytes.
    fs::write(desk.at("x.notes/1.md"), "**M. AUBRY** demande le coût.\r\n").unwrap();
    assert_eq!(desk.run(&["pv", "x.ron", "-o", "pv.pdf"]).code, 0);
    let out = take_out(&enclosed(&desk, "pv.pdf")).unwrap();
    let names: Vec<(Role, &str)> = out.files.iter().map(|file| (file.role, file.name.as_str())).collect();
    assert_eq!(
        names,
        [
            (Role::SessionFile, "x.ron"),
            (Role::Journal, "x.journal"),
            (Role::Text, "ecole.md"),
            (Role::Notes, "x.notes/1.md"),
        ]
    );
    for file in &out.files {
        assert_eq!(fs::read(desk.at(&file.name)).unwrap(), file.bytes, "{}", file.name);
    }
}

#[test]
fn what_a_crash_cut_short_at_the_end_of_the_journal_is_not_enclosed() {
    let desk = Desk::after();
    let whole = fs::read(desk.at("x.journal")).unwrap();
    fs::write(desk.at("x.journal"), [whole.as_slice(), b"{\"torn"].concat()).unwrap();
    assert_eq!(desk.run(&["pv", "x.ron", "-o", "pv.pdf"]).code, 0);
    assert_eq!(enclosed(&desk, "pv.pdf").get("x.journal"), Some(&whole));
}

#[test]
fn a_sitting_without_a_record_encloses_nothing_and_neither_does_another_paper() {
    let desk = Desk::before();
    assert_eq!(desk.run(&["pv", "x.ron", "-o", "pv.pdf"]).code, 0);
    assert!(enclosed(&desk, "pv.pdf").is_empty());
    let desk = Desk::after();
    assert_eq!(desk.run(&["pv", "x.ron", "--document", "liste", "-o", "liste.pdf"]).code, 0);
    assert!(enclosed(&desk, "liste.pdf").is_empty());
}

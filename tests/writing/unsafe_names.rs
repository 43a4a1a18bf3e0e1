//! Numbers of acts that a file's name cannot hold: every paper stays in its folder, and none takes another's place.

use std::collections::BTreeSet;

use crate::desk::Desk;

/// A sitting with a report for each act.
fn session(acts: &[&str]) -> String {
    let report = |(place, act): (usize, &&str)| {
        format!("        Rapport(numero: \"{place}\", acte: {act:?}, objet: \"Objet {place}\"),\n")
    };
    let reports: String = acts.iter().enumerate().map(report).collect();
    let before = crate::evening::SESSION.split("        Rapport(").next().unwrap();
    format!("{before}{reports}    ],\n)\n")
}

#[test]
fn case_73_hostile_numbers_name_one_file_each_inside_the_folder() {
    let long = "9".repeat(300);
    let other_long = format!("{}8", "9".repeat(299));
    let acts = [
        "../../x",
        "..",
        "/etc/passwd",
        "CON",
        "nul.txt",
        "a/b",
        "a-b",
        "É1",
        "E_1",
        "-rf",
        ".cache",
        &long,
        &other_long,
        "2025-03-03-proces-verbal",
        "x",
        "=1+1",
        "$(reboot)",
        "a\\b",
    ];
    let desk = Desk::with(&session(&acts));
    let around = desk.names(".");
    let ended = desk.all(&[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let mut now = desk.names(".");
    now.retain(|name| name != "papiers");
    assert_eq!(now, around, "nothing stands beside the folder");
    let names = desk.names("papiers");
    // Five papers are of the whole sitting, and one file is their list.
    assert_eq!(names.len(), acts.len() + 5 + 1, "{names:?}");
    let alike: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(alike.len(), names.len(), "some disks take upper for lower case: {names:?}");
    for name in &names {
        assert!(name.len() < 200 && !name.starts_with(['.', '-']) && !name.contains(['\\', '$', '=']), "{name}");
        let stem = name.split('.').next().unwrap().to_lowercase();
        assert!(!["con", "nul"].contains(&&*stem), "{name}");
    }
    assert_eq!(desk.all(&[]).err, format!("Rien n’a changé dans papiers : {} papiers déjà à jour.\n", acts.len() + 5));
}

//! `docs/modeles.md` is made from the code: every field with what it holds, every filter, every name of a model.
//!
//! `HEMICYCLE_REWRITE=1 cargo test --test models_document` writes it anew: look at what changed before it is committed.

use std::fmt::Write as _;
use std::path::Path;

use hemicycle::french::models::{FILTERS, GUIDE, field, sort};
use hemicycle::papers::fields::{self, Sort};
use hemicycle::papers::model::FILE_NAMES;

fn said(of: Sort) -> &'static str {
    match of {
        Sort::Text => sort::TEXT,
        Sort::Number => sort::NUMBER,
        Sort::List => sort::LIST,
        Sort::Rows => sort::ROWS,
    }
}

fn document() -> String {
    let mut all = GUIDE.to_owned();
    all.push_str("\n## Noms des modèles\n\n");
    for name in FILE_NAMES {
        let _ = writeln!(all, "- `{name}`");
    }
    all.push_str("\n## Champs\n\n| champ | sorte | ce qu’il contient |\n|---|---|---|\n");
    for field in fields::ALL {
        let _ = writeln!(all, "| `{}` | {} | {} |", field.name, said(field.sort), field.says);
    }
    let _ = writeln!(all, "| `{}` | texte entier | {} |", fields::BODY, field::BODY);
    for field in fields::ALL.iter().filter(|field| matches!(field.sort, Sort::Rows)) {
        let of_a_row = fields::of_a_row(field.name).iter();
        let of_a_row: Vec<String> = of_a_row.map(|(name, of)| format!("`{name}` ({})", said(*of))).collect();
        let _ = writeln!(all, "\nUne ligne de `{}` contient : {}.", field.name, of_a_row.join(", "));
    }
    all.push_str("\n## Filtres\n\n| filtre | ce qu’il fait |\n|---|---|\n");
    for (name, does) in FILTERS {
        let _ = writeln!(all, "| `{name}` | {does} |");
    }
    all
}

#[test]
fn the_document_of_the_models_is_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/modeles.md");
    let made = document();
    if std::env::vars().any(|(name, value)| name == "HEMICYCLE_REWRITE" && value == "1") {
        std::fs::write(&path, &made).expect("written");
    }
    let held = std::fs::read_to_string(&path).expect("docs/modeles.md");
    assert_eq!(held, made, "HEMICYCLE_REWRITE=1 cargo test --test models_document");
}

#[test]
fn no_two_fields_have_one_name_and_each_says_what_it_holds() {
    let mut names: Vec<&str> = fields::ALL.iter().map(|field| field.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), fields::ALL.len());
    assert!(fields::ALL.iter().all(|field| !field.says.is_empty()));
}

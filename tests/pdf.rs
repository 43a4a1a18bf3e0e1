//! Papers as PDF, read back by other programs than ours: `qpdf`, and those of poppler.

#[path = "common/mod.rs"]
mod common;
#[path = "pdf/made.rs"]
mod made;
#[path = "common/paper.rs"]
mod paper;

use std::path::PathBuf;

use hemicycle::look::Look;
use hemicycle::papers::document::Document;
use hemicycle::papers::{Dressing, Format, render};

fn pdf_of(document: &Document) -> Vec<u8> {
    let dressing = Dressing { look: &Look::default(), attached: &[], model: None };
    render(document, Format::Pdf, &dressing).unwrap_or_else(|refused| panic!("{refused}")).bytes
}

#[test]
#[ignore = "writes the papers to look at"]
fn papers_to_look_at() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, document) in
        [("seed", made::seed()), ("great", made::great_minutes()), ("eventful", made::eventful_minutes())]
    {
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, pdf_of(&document)).expect("a file");
        println!("{}", path.display());
    }
}

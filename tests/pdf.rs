//! Papers as PDF, read back by other programs than ours: `qpdf`, and those of poppler.

#[path = "common/mod.rs"]
mod common;
#[path = "pdf/everything.rs"]
mod everything;
#[path = "pdf/looks.rs"]
mod looks;
#[path = "pdf/made.rs"]
mod made;
#[path = "common/paper.rs"]
mod paper;
#[path = "common/public_ballot.rs"]
mod public_ballot;
#[path = "pdf/read_back.rs"]
mod read_back;
#[path = "common/skip.rs"]
mod skip;
#[path = "pdf/structure.rs"]
mod structure;
#[path = "pdf/tools.rs"]
mod tools;

use std::path::PathBuf;

use hemicycle::council::id::ReportId;
use hemicycle::look::Look;
use hemicycle::papers::document::{Document, Status};
use hemicycle::papers::{Attachment, Dressing, Format, NotRendered, Paper, Remark, Rendered, render};

/// A paper in the program's own look.
#[must_use]
pub(crate) fn pdf_of(document: &Document) -> Vec<u8> {
    rendered(document, &Look::default(), &[]).unwrap_or_else(|refused| panic!("{refused}")).bytes
}

/// A paper in that look, with those files in it.
pub(crate) fn rendered(document: &Document, look: &Look, attached: &[Attachment]) -> Result<Rendered, NotRendered> {
    render(document, Format::Pdf, &Dressing { look, attached, model: None })
}

#[test]
#[ignore = "writes the papers to look at"]
fn papers_to_look_at() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let mut draft = everything::everything();
    draft.status = Status::Draft;
    let great = made::great();
    let of_the_evening = |paper| paper::composed(&great, &paper, None).expect("a paper");
    let papers = [
        ("sheet", pdf_of(&of_the_evening(Paper::AttendanceSheet))),
        ("examined", pdf_of(&of_the_evening(Paper::Examined))),
        ("nominal", pdf_of(&of_the_evening(Paper::NominalRecord(ReportId::new("07"))))),
        ("act", pdf_of(&of_the_evening(Paper::Deliberation(ReportId::new("07"))))),
        ("convocation", pdf_of(&of_the_evening(Paper::Convocation))),
        ("seed", pdf_of(&made::seed())),
        ("great", pdf_of(&made::great_minutes())),
        ("eventful", pdf_of(&made::eventful_minutes())),
        ("everything", rendered(&draft, &looks::own(), &[]).expect("a paper").bytes),
    ];
    for (name, bytes) in papers {
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, bytes).expect("a file");
        println!("{}", path.display());
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in [made::seed(), everything::everything()] {
        assert!(pdf_of(&document) == pdf_of(&document));
    }
}

#[test]
fn a_character_without_a_glyph_is_printed_by_its_code_and_said() {
    let document = everything::document(vec![everything::text("Bravo 😀 et 漢, bravo 😀 ; e\u{301}te\u{301}")]);
    let written = rendered(&document, &Look::default(), &[]).expect("a paper");
    assert_eq!(written.remarks, [Remark::NoGlyph('漢'), Remark::NoGlyph('😀')]);
    let Some(text) = tools::text_of(&written.bytes) else { return };
    assert!(text.contains("Bravo ‹U+1F600› et ‹U+6F22›, bravo ‹U+1F600› ; été"), "{text}");
}

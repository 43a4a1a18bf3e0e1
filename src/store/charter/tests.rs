//! Holds the schema against the types that serde reads.

use crate::store::session_file::schema::tests::{fields, wanted, words};

use super::schema::{CHARTER, FONTS, LOGO, MARGINS, SHEET, WORDING};
use super::shape::{CharterShape, FontsShape, LogoShape, MarginsShape, SheetShape, WordingShape};

#[test]
fn every_field_of_a_charter_that_is_read_is_in_the_schema_and_no_other() {
    assert_eq!(fields(&CHARTER), wanted::<CharterShape>());
    assert_eq!(fields(&WORDING), wanted::<WordingShape>());
    assert_eq!(fields(&MARGINS), wanted::<MarginsShape>());
    assert_eq!(fields(&LOGO), wanted::<LogoShape>());
    assert_eq!(fields(&FONTS), wanted::<FontsShape>());
    assert_eq!(words(SHEET), wanted::<SheetShape>());
}

//! Measures: millimetres and points in the units of the formats.

/// Millimetres as twentieths of a point, the unit of DOCX.
pub fn twips(millimetres: f32) -> i64 {
    whole(millimetres * 1440.0 / 25.4)
}

/// Points as twentieths of a point.
pub fn twips_of_points(points: f32) -> i64 {
    whole(points * 20.0)
}

/// Points as half points, the unit of a size of text in DOCX.
pub fn half_points(points: f32) -> i64 {
    whole(points * 2.0)
}

/// Millimetres as the unit of pictures in DOCX.
pub fn emus(millimetres: f32) -> i64 {
    whole(millimetres * 36_000.0)
}

/// A length for ODT: « 12.50mm ».
pub fn mm(millimetres: f32) -> String {
    format!("{millimetres:.2}mm")
}

/// A size or a distance for ODT: « 11.0pt ».
pub fn pt(points: f32) -> String {
    format!("{points:.1}pt")
}

#[allow(clippy::cast_possible_truncation, reason = "a length on paper; what is no length becomes 0")]
fn whole(value: f32) -> i64 {
    value.round() as i64
}

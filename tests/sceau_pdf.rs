//! A paper in PDF read back, and held against the journal that it contains.

#[path = "sceau_pdf/handmade.rs"]
mod handmade;
#[path = "sceau_pdf/reader.rs"]
mod reader;

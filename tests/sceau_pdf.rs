//! A paper in PDF read back, and held against the journal that it contains.

#[path = "sceau_pdf/handmade.rs"]
mod handmade;
#[path = "sceau_pdf/papers.rs"]
mod papers;
#[path = "sceau_pdf/reader.rs"]
mod reader;
#[path = "common/skip.rs"]
mod skip;
#[path = "sceau_pdf/tampering.rs"]
mod tampering;

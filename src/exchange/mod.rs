//! Open data: what leaves the house for other programs, and what is read back of a paper.

mod json;
pub mod pdf;

pub use json::json;

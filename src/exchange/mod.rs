//! Open data: what leaves the house for other programs.

mod json;

pub use json::json;

//! hemicycle records the séance of a French council. See ARCHITECTURE.md for the house and its walls.

pub mod council;
pub mod french;
